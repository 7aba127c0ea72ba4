/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-file-report.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-edition.h"
#include "nepho-record.h"
#include "nepho-window-file.h"

#define LIST_HEIGHT 240
#define COLUMN_SPACING 18
#define ROW_SPACING 6


static void
present_dialog (GtkWidget *dialog, const char *default_response, GCallback callback, NephoWindow *window)
{
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), default_response);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", callback, window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
cell (const char *text, float xalign, gboolean heading)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), xalign == 0.0f);
  gtk_widget_set_hexpand (label, xalign == 0.0f);
  gtk_widget_add_css_class (label, heading ? "heading" : "numeric");

  return label;
}

/* Folded away: whoever wants to know unfolds it. */
static void
add_list (GtkWidget *dialog, const char *title, GtkWidget *list)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *expander = gtk_expander_new (title);

  gtk_widget_set_margin_top (list, ROW_SPACING);
  gtk_widget_set_margin_end (list, COLUMN_SPACING);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_expander_set_child (GTK_EXPANDER (expander), scroller);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), expander);
}

/* A result a row: what it is, what it was, what it would be. */
static GtkWidget *
list_moves (NephoDocument *document, const GPtrArray *moves, const char *before, const char *after)
{
  const NephoCurrencyChoice *money = nepho_document_get_money (document);
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, COLUMN_SPACING);
  gtk_grid_set_row_spacing (grid, ROW_SPACING);
  gtk_grid_attach (grid, cell (_("Result"), 0.0f, TRUE), 0, 0, 1, 1);
  gtk_grid_attach (grid, cell (before, 1.0f, TRUE), 1, 0, 1, 1);
  gtk_grid_attach (grid, cell (after, 1.0f, TRUE), 2, 0, 1, 1);
  for (guint i = 0; i < moves->len; i++)
    {
      const NephoMove *move = g_ptr_array_index (moves, i);
      NephoUnit unit = nepho_record_unit (move->id);
      g_autofree char *title = nepho_record_title (nepho_document_get_dataset (document), move->id);
      g_autofree char *old_value = nepho_record_format (money, move->before, unit);
      g_autofree char *new_value = nepho_record_format (money, move->after, unit);
      int row = (int) i + 1;

      gtk_grid_attach (grid, cell (title, 0.0f, FALSE), 0, row, 1, 1);
      gtk_grid_attach (grid, cell (old_value, 1.0f, FALSE), 1, row, 1, 1);
      gtk_grid_attach (grid, cell (new_value, 1.0f, FALSE), 2, row, 1, 1);
    }

  return GTK_WIDGET (grid);
}

static void
edition_response_cb (AdwMessageDialog *dialog, const char *response, NephoWindow *window)
{
  NephoDocument *document = nepho_window_get_document (window);
  g_autoptr (NephoDataset) edition = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "update"))
    return;

  edition = nepho_document_find_edition (document);
  if (edition != NULL && !nepho_document_adopt_dataset (document, edition, &error))
    nepho_window_add_toast (window, error->message);
}

static char *
describe_edition (NephoDocument *document, const NephoDataset *edition, const GPtrArray *moves, guint n_results)
{
  const NephoDataset *dataset = nepho_document_get_dataset (document);
  GString *text = g_string_new (NULL);

  /* Translators: name of a data set, its version in the document, its version in the program */
  g_string_append_printf (text, _("The document has %s in version %s; the program has version %s."),
                          nepho_text_get (dataset->name), dataset->version, edition->version);
  g_string_append_c (text, ' ');
  /* Translators: how many, of how many */
  g_string_append_printf (text, ngettext ("With the program’s data and your values %u of %u result moves by more than 0.1 %%.",
                                          "With the program’s data and your values %u of %u results move by more than 0.1 %%.",
                                          n_results),
                          moves->len, n_results);
  g_string_append_c (text, ' ');
  if (nepho_dataset_is_edited (dataset))
    g_string_append (text, _("Your own figures are taken along; your changes of vendors and segments are not."));
  else
    g_string_append (text, _("What you set yourself stays, and undo brings the old data back."));

  return g_string_free (text, FALSE);
}

/* The question, where @edition fits the document's values; NULL with an error otherwise. Where nothing moves it is asked
 * of those only who wish to @know. */
static GtkWidget *
edition_dialog (NephoWindow *window, NephoDataset *edition, gboolean know, GError **error)
{
  NephoDocument *document = nepho_window_get_document (window);
  guint n_results = 0;
  g_autoptr (GPtrArray) moves = nepho_document_compare_edition (document, edition, &n_results, error);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (moves == NULL || (moves->len == 0 && !know))
    return NULL;

  body = describe_edition (document, edition, moves, n_results);
  dialog = adw_message_dialog_new (GTK_WINDOW (window), _("Other Data Since"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Keep the Document’s"), "update",
                                    _("_Take the Program’s"), NULL);
  if (moves->len > 0)
    add_list (dialog, _("What would move"), list_moves (document, moves, _("Document’s"), _("Program’s")));

  return dialog;
}

/* Where nothing moves there is nothing to ask: the document stays as it is. */
static void
tell_edition (NephoWindow *window)
{
  g_autoptr (NephoDataset) edition = nepho_document_find_edition (nepho_window_get_document (window));
  GtkWidget *dialog = edition != NULL ? edition_dialog (window, edition, FALSE, NULL) : NULL;

  if (dialog != NULL)
    present_dialog (dialog, "keep", G_CALLBACK (edition_response_cb), window);
}

/**
 * nepho_file_report_ask_edition:
 * @window: a window
 *
 * Lets the reader take the program's edition of the document's data set, whether or not it moves anything.
 */
void
nepho_file_report_ask_edition (NephoWindow *window)
{
  g_autoptr (NephoDataset) edition = nepho_document_find_edition (nepho_window_get_document (window));
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = edition != NULL ? edition_dialog (window, edition, TRUE, &error) : NULL;

  if (dialog != NULL)
    present_dialog (dialog, "keep", G_CALLBACK (edition_response_cb), window);
  else if (error != NULL)
    nepho_window_add_toast (window, error->message);
}

static void
moves_response_cb (AdwMessageDialog *dialog, const char *response, NephoWindow *window)
{
  if (g_str_equal (response, "update"))
    nepho_window_file_save (window, FALSE);
  tell_edition (window);
}

/* What another version of the model gives is told before it takes the place of what was saved. */
static void
tell_moves (NephoWindow *window)
{
  NephoKeeper *keeper = nepho_window_get_keeper (window);
  const GPtrArray *moves = nepho_keeper_get_moves (keeper);
  GtkWidget *dialog;

  if (moves == NULL)
    {
      tell_edition (window);
      return;
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (window), _("Results Moved"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  /* Translators: a sentence without full stop: how many results moved */
                                  _("%s. Another version of the model made the file."), nepho_keeper_get_remark (keeper));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Keep the File"), "update",
                                    _("_Update the File"), NULL);
  add_list (dialog, _("What moved"),
            list_moves (nepho_keeper_get_document (keeper), moves, _("When saved"), _("Now")));
  present_dialog (dialog, "keep", G_CALLBACK (moves_response_cb), window);
}

static void
unknown_response_cb (AdwMessageDialog *dialog, const char *response, NephoWindow *window)
{
  if (g_str_equal (response, "as"))
    nepho_window_file_ask_save (window, FALSE);
  else
    tell_moves (window);
}

/* What this version does not understand cannot be saved: the reader must know before they work on it. */
static void
tell_unknown (NephoWindow *window)
{
  NephoKeeper *keeper = nepho_window_get_keeper (window);
  const GPtrArray *unknown = nepho_keeper_get_unknown (keeper);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, ROW_SPACING);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _("Opened Read-Only"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  /* Translators: a sentence without full stop: why the file is read-only */
                                  _("%s. It can be saved under another name."), nepho_keeper_get_read_only (keeper));
  for (guint i = 0; i < unknown->len; i++)
    gtk_box_append (GTK_BOX (list), cell (g_ptr_array_index (unknown, i), 0.0f, FALSE));
  add_list (dialog, _("What is not understood"), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "as", _("Save _As…"), "keep", _("_Close"), NULL);
  present_dialog (dialog, "keep", G_CALLBACK (unknown_response_cb), window);
}

/**
 * nepho_file_report_present:
 * @window: a window whose file was just opened
 *
 * Tells what the reader has to know of the file, if anything, and lets them keep or update what is in it.
 */
void
nepho_file_report_present (NephoWindow *window)
{
  NephoKeeper *keeper = nepho_window_get_keeper (window);

  if (nepho_keeper_get_unknown (keeper) != NULL)
    {
      tell_unknown (window);
      return;
    }

  if (nepho_keeper_get_read_only (keeper) != NULL)
    nepho_window_add_toast (window, nepho_keeper_get_read_only (keeper));
  if (nepho_keeper_get_left_out (keeper) != NULL)
    nepho_window_add_toast (window, nepho_keeper_get_left_out (keeper));
  tell_moves (window);
}
