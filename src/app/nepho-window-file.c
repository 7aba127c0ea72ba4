/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-window-file.h"

#include <glib/gi18n-lib.h>

#include "nepho-chooser.h"
#include "nepho-document-error.h"
#include "nepho-document-io.h"
#include "nepho-file-report.h"
#include "nepho-session.h"

static void
remember (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

static void
tell_error (GtkWindow *parent, const char *heading, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The window that has the file open already, or NULL. */
static NephoWindow *
find_window (NephoApplication *application, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (NEPHO_IS_WINDOW (l->data))
      {
        GFile *open = nepho_keeper_get_file (nepho_window_get_keeper (l->data));

        if (open != NULL && g_file_equal (open, file))
          return l->data;
      }

  return NULL;
}

static void
present (NephoApplication *application, NephoKeeper *keeper)
{
  NephoWindow *window = nepho_window_new_for (application, keeper);

  gtk_window_present (GTK_WINDOW (window));
  nepho_file_report_present (window);
}

/* In the place of the window that asked, where nobody would miss what it shows. */
static void
present_for (NephoApplication *application, GtkWindow *from, NephoKeeper *keeper)
{
  present (application, keeper);
  if (NEPHO_IS_WINDOW (from) && nepho_keeper_is_untouched (nepho_window_get_keeper (NEPHO_WINDOW (from))))
    gtk_window_destroy (from);
}

/**
 * nepho_window_file_open:
 * @application: the application
 * @from: (nullable): the window that asks; it closes where nobody would miss what it shows
 * @file: a document
 *
 * Shows the document in a window of its own, or brings the one to the front that shows it. What is wrong with
 * the file is told, and nothing changes.
 */
void
nepho_window_file_open (NephoApplication *application, GtkWindow *from, GFile *file)
{
  NephoWindow *window = find_window (application, file);
  g_autoptr (NephoKeeper) keeper = NULL;
  g_autoptr (GError) error = NULL;

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  keeper = nepho_keeper_open (file, &error);
  if (keeper == NULL)
    {
      tell_error (from, _("This File Cannot Be Opened"), error->message);
      return;
    }

  if (nepho_keeper_get_file (keeper) != NULL)
    remember (file);
  present_for (application, from, keeper);
}

/**
 * nepho_window_file_paste:
 * @from: the window that asks; it closes where nobody would miss what it shows
 * @text: (nullable): what is on the clipboard, if it is text
 *
 * Shows the scenario in @text in a window of its own, unsaved. What is wrong with it is told, and nothing changes.
 */
void
nepho_window_file_paste (NephoWindow *from, const char *text)
{
  g_auto (NephoDocumentOrigin) origin = { 0 };
  g_autoptr (NephoDocument) document = NULL;
  g_autoptr (NephoKeeper) keeper = NULL;
  g_autoptr (GError) error = NULL;

  if (text != NULL)
    document = nepho_document_paste (text, &origin, &error);
  if (document == NULL)
    {
      tell_error (GTK_WINDOW (from), _("No Scenario to Paste"),
                  error != NULL ? error->message : _("There is no text on the clipboard"));
      return;
    }

  keeper = nepho_keeper_new_carried (document, &origin);
  present_for (NEPHO_APPLICATION (gtk_window_get_application (GTK_WINDOW (from))), GTK_WINDOW (from), keeper);
}

/**
 * nepho_window_file_reload:
 * @window: a window whose document has a file
 *
 * Shows what the file holds now, as a step that can be undone. What is wrong with it is told, and nothing changes.
 */
void
nepho_window_file_reload (NephoWindow *window)
{
  g_autoptr (GError) error = NULL;

  if (!nepho_keeper_reload (nepho_window_get_keeper (window), &error))
    {
      tell_error (GTK_WINDOW (window), _("This File Cannot Be Opened"), error->message);
      return;
    }

  nepho_window_add_toast (window, _("Reloaded; undo brings back what stood here"));
  nepho_file_report_present (window);
}

static void
add_filter (GtkNativeDialog *dialog)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Nephoscope documents"));
  gtk_file_filter_add_suffix (filter, NEPHO_DOCUMENT_SUFFIX + 1);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
}

/* Pictures and texts that keep a scenario. */
static void
add_carrier_filter (GtkNativeDialog *dialog)
{
  static const char * const suffixes[] = { "png", "svg", "pdf", "txt" };
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Pictures and texts with a scenario"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
}

static void
open_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (NephoWindow) window = user_data;
  g_autoptr (GFile) file = nepho_chooser_take (dialog, response);

  if (file != NULL)
    nepho_window_file_open (NEPHO_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))), GTK_WINDOW (window),
                            file);
}

/**
 * nepho_window_file_ask_open:
 * @window: a window
 *
 * Asks for a document and opens it.
 */
void
nepho_window_file_ask_open (NephoWindow *window)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Open a Document"), GTK_WINDOW (window),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filter (GTK_NATIVE_DIALOG (dialog));
  add_carrier_filter (GTK_NATIVE_DIALOG (dialog));
  g_signal_connect (dialog, "response", G_CALLBACK (open_response_cb), g_object_ref (window));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
saved (NephoWindow *window, gboolean close)
{
  g_autofree char *name = nepho_keeper_get_name (nepho_window_get_keeper (window));
  g_autofree char *message = g_strdup_printf (_("Saved as “%s”"), name);

  remember (nepho_keeper_get_file (nepho_window_get_keeper (window)));
  if (close)
    gtk_window_destroy (GTK_WINDOW (window));
  else
    nepho_window_add_toast (window, message);
}

/* A question that is open, and what follows it. */
typedef struct
{
  NephoWindow *window;
  gboolean     close;
} Question;

static Question *
question_new (NephoWindow *window, gboolean close)
{
  Question *question = g_new0 (Question, 1);

  question->window = g_object_ref (window);
  question->close = close;

  return question;
}

static void
question_free (Question *question)
{
  g_object_unref (question->window);
  g_free (question);
}

static void
free_question (gpointer data, GClosure *closure)
{
  question_free (data);
}

static void
changed_response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "as"))
    nepho_window_file_ask_save (question->window, question->close);
  else if (g_str_equal (response, "overwrite"))
    {
      if (nepho_keeper_save (nepho_window_get_keeper (question->window), TRUE, &error))
        saved (question->window, question->close);
      else
        tell_error (GTK_WINDOW (question->window), _("Not Saved"), error->message);
    }
}

static void
ask_about_change (NephoWindow *window, gboolean close)
{
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_WINDOW (window), _("Somebody Else Wrote This File"),
                              _("Since it was opened here the file was written by another program. Saving would "
                                "lose what stands in it now."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "as", _("Save _As…"),
                                    "overwrite", _("_Overwrite"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (changed_response_cb), question_new (window, close),
                         free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * nepho_window_file_save:
 * @window: a window
 * @close: whether to close it once all is saved
 *
 * Saves the document in its file, or asks for one. What goes wrong is told; the draft is kept.
 */
void
nepho_window_file_save (NephoWindow *window, gboolean close)
{
  NephoKeeper *keeper = nepho_window_get_keeper (window);
  g_autoptr (GError) error = NULL;

  if (nepho_keeper_get_file (keeper) == NULL || nepho_keeper_get_read_only (keeper) != NULL)
    nepho_window_file_ask_save (window, close);
  else if (nepho_keeper_save (keeper, FALSE, &error))
    saved (window, close);
  else if (g_error_matches (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CHANGED))
    ask_about_change (window, close);
  else
    tell_error (GTK_WINDOW (window), _("Not Saved"), error->message);
}

static void
save_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GFile) file = nepho_chooser_take (dialog, response);
  g_autoptr (GError) error = NULL;

  if (file != NULL)
    {
      if (nepho_keeper_save_as (nepho_window_get_keeper (question->window), file, &error))
        saved (question->window, question->close);
      else
        tell_error (GTK_WINDOW (question->window), _("Not Saved"), error->message);
    }
  question_free (question);
}

/**
 * nepho_window_file_ask_save:
 * @window: a window
 * @close: whether to close it once all is saved
 *
 * Asks for a file and saves the document there.
 */
void
nepho_window_file_ask_save (NephoWindow *window, gboolean close)
{
  NephoKeeper *keeper = nepho_window_get_keeper (window);
  GFile *file = nepho_keeper_get_file (keeper);
  g_autofree char *name = nepho_keeper_get_name (keeper);
  g_autofree char *proposed = file != NULL ? g_strdup (name) : g_strconcat (name, NEPHO_DOCUMENT_SUFFIX, NULL);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Save the Document"), GTK_WINDOW (window),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (file != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), file, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), proposed);
  add_filter (GTK_NATIVE_DIALOG (dialog));
  g_signal_connect (dialog, "response", G_CALLBACK (save_response_cb), question_new (window, close));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static NephoSession *
session_of (NephoWindow *window)
{
  return nepho_application_get_session (NEPHO_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))));
}

/* The program was perhaps about to end: it goes on. */
static void
close_response_cb (AdwMessageDialog *dialog, const char *response, NephoWindow *window)
{
  if (g_str_equal (response, "cancel"))
    nepho_session_thaw (session_of (window));
  else if (g_str_equal (response, "save"))
    nepho_window_file_save (window, TRUE);
  else if (g_str_equal (response, "discard"))
    {
      nepho_keeper_forget_draft (nepho_window_get_keeper (window));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/**
 * nepho_window_file_may_close:
 * @window: a window
 *
 * Asks what is to become of what is not saved.
 *
 * Returns: whether there is nothing to ask
 */
gboolean
nepho_window_file_may_close (NephoWindow *window)
{
  NephoKeeper *keeper = nepho_window_get_keeper (window);
  g_autofree char *name = NULL;
  GtkWidget *dialog;

  if (!nepho_document_get_unsaved (nepho_keeper_get_document (keeper)))
    {
      nepho_keeper_forget_draft (keeper);
      return TRUE;
    }

  name = nepho_keeper_get_name (keeper);
  dialog = adw_message_dialog_new (GTK_WINDOW (window), _("Save Changes?"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  /* Translators: name of a file or a scenario */
                                  _("“%s” has changes that are not saved. They are lost if you do not save them."),
                                  name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard", _("_Discard"),
                                    "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return FALSE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, NephoWindow *window)
{
  NephoApplication *application = NEPHO_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  g_autoptr (NephoWindow) alive = g_object_ref (window);
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    nepho_window_file_open (application, gtk_widget_in_destruction (GTK_WIDGET (window)) ? NULL : GTK_WINDOW (window),
                            l->data);

  return files != NULL;
}

/* A chart that is on its way out of this program opens nothing where it came from. */
static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop, NephoWindow *window)
{
  return gdk_drop_get_drag (drop) == NULL
         && gdk_content_formats_match (gtk_drop_target_get_formats (target), gdk_drop_get_formats (drop));
}

/**
 * nepho_window_file_take_drops:
 * @window: a window
 *
 * Opens documents that are dropped on it.
 */
void
nepho_window_file_take_drops (NephoWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), window, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}

/* Names of documents with changes that no file holds, one a line, each with a mark. */
static char *
list_unsaved (NephoApplication *application, guint *n)
{
  GString *list = g_string_new (NULL);

  *n = 0;
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (NEPHO_IS_WINDOW (l->data) && nepho_document_get_unsaved (nepho_window_get_document (l->data)))
      {
        g_autofree char *name = nepho_keeper_get_name (nepho_window_get_keeper (l->data));

        g_string_append_printf (list, "%s• %s", *n > 0 ? "\n" : "", name);
        (*n)++;
      }

  return g_string_free (list, FALSE);
}

static void
close_all (NephoApplication *application, gboolean discard)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (application)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (NEPHO_IS_WINDOW (l->data))
      {
        if (discard)
          {
            nepho_keeper_forget_draft (nepho_window_get_keeper (l->data));
            gtk_window_destroy (l->data);
          }
        else
          gtk_window_close (l->data);
      }
}

static void
quit_response_cb (AdwMessageDialog *dialog, const char *response, NephoApplication *application)
{
  if (g_str_equal (response, "cancel"))
    nepho_session_thaw (nepho_application_get_session (application));
  else
    close_all (application, g_str_equal (response, "discard"));
}

/**
 * nepho_window_file_quit:
 * @application: the application
 *
 * Closes all windows, after listing what is not saved. The next start opens them again.
 */
void
nepho_window_file_quit (NephoApplication *application)
{
  guint n_unsaved;
  g_autofree char *list = list_unsaved (application, &n_unsaved);
  GtkWidget *dialog;

  nepho_session_freeze (nepho_application_get_session (application));
  if (n_unsaved < 2)
    {
      close_all (application, FALSE);
      return;
    }

  dialog = adw_message_dialog_new (gtk_application_get_active_window (GTK_APPLICATION (application)),
                                   _("Save Changes?"), NULL);
  /* Translators: a list of documents, one a line */
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), _("These have changes that are not saved:\n%s"), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard",
                                    _("_Discard All"), "review", _("_Review Each"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "review", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "review");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (quit_response_cb), application, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The session was restored before: what it shows of the file, as it was saved, is there twice. */
static void
add_superseded (GPtrArray *superseded, NephoApplication *application, GFile *file)
{
  NephoWindow *window = file != NULL ? find_window (application, file) : NULL;

  if (window != NULL && !nepho_document_get_unsaved (nepho_window_get_document (window)))
    g_ptr_array_add (superseded, window);
}

static void
recover_response_cb (AdwMessageDialog *dialog, const char *response, GPtrArray *drafts)
{
  NephoApplication *application
    = NEPHO_APPLICATION (gtk_window_get_application (gtk_window_get_transient_for (GTK_WINDOW (dialog))));
  GtkWindow *from = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  g_autoptr (GPtrArray) superseded = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_window_destroy);

  while (drafts->len > 0)
    {
      NephoDraft *draft = g_ptr_array_steal_index (drafts, 0);
      g_autoptr (NephoKeeper) keeper = NULL;
      g_autoptr (GError) error = NULL;

      if (g_str_equal (response, "discard"))
        {
          nepho_draft_remove (draft);
          nepho_draft_free (draft);
        }
      else if (g_str_equal (response, "restore"))
        {
          keeper = nepho_keeper_recover (draft, &error);
          if (keeper == NULL)
            {
              tell_error (from, _("This Draft Cannot Be Opened"), error->message);
              continue;
            }
          add_superseded (superseded, application, nepho_keeper_get_file (keeper));
          present (application, keeper);
        }
      else
        nepho_draft_free (draft);
    }
}

static void
free_drafts (gpointer data, GClosure *closure)
{
  g_ptr_array_unref (data);
}

/**
 * nepho_window_file_recover:
 * @application: the application, with a window
 *
 * Offers what was being worked on when the program was killed or the power failed. Left for later it is offered
 * again at the next start.
 */
void
nepho_window_file_recover (NephoApplication *application)
{
  g_autoptr (GPtrArray) drafts = nepho_drafts_find ();
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  GtkWidget *dialog;

  if (drafts->len == 0 || window == NULL)
    return;

  dialog = adw_message_dialog_new (window, _("Restore Unsaved Work?"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  ngettext ("Nephoscope ended before %u document was saved.",
                                            "Nephoscope ended before %u documents were saved.", drafts->len),
                                  drafts->len);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _("_Later"), "discard", _("_Discard"),
                                    "restore", _("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "restore");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  g_signal_connect_data (dialog, "response", G_CALLBACK (recover_response_cb), g_steal_pointer (&drafts), free_drafts,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
}
