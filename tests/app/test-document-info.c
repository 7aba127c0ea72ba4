/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"

#include "nepho-dataset-copy.h"
#include "nepho-document-info.h"
#include "nepho-document-io.h"

static GtkWidget *
find (NephoDocumentInfo *info, GType type, guint n)
{
  GtkWidget *found = nepho_app_find (GTK_WIDGET (info), type, n);

  g_assert_nonnull (found);

  return found;
}

static NephoDocumentInfo *
open_info (NephoAppFixture *fixture)
{
  NephoDocumentInfo *info;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.properties", NULL);
  info = nepho_document_info_present (fixture->window);
  nepho_app_wait_frames (GTK_WIDGET (info), 4);

  return info;
}

static const NephoProperties *
said (NephoAppFixture *fixture)
{
  return nepho_document_get_properties (fixture->document);
}

/* What is typed is the document's at once, and one step; Ctrl+Z takes it back, in the entry too. */
static void
test_type (NephoAppFixture *fixture, gconstpointer data)
{
  NephoDocumentInfo *info = open_info (fixture);
  GtkWidget *title = find (info, GTK_TYPE_TEXT, 0);
  GtkWidget *description = find (info, GTK_TYPE_TEXT, 1);

  gtk_editable_set_text (GTK_EDITABLE (title), "W");
  gtk_editable_set_text (GTK_EDITABLE (title), "Wa");
  gtk_editable_set_text (GTK_EDITABLE (title), "War");
  g_assert_cmpstr (said (fixture)->title, ==, "War");
  g_assert_true (nepho_document_get_unsaved (fixture->document));
  gtk_editable_set_text (GTK_EDITABLE (description), "For\nthe\tboard");
  g_assert_cmpstr (said (fixture)->description, ==, "For the board");

  nepho_app_press_key (title, "ctrl+z");
  g_assert_cmpstr (said (fixture)->description, ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (description)), ==, "");
  g_assert_cmpstr (said (fixture)->title, ==, "War");
  nepho_app_press_key (title, "ctrl+z");
  g_assert_cmpstr (said (fixture)->title, ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "");
  g_assert_false (nepho_document_can_undo (fixture->document));
  nepho_app_press_key (title, "ctrl+shift+z");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "War");
  gtk_window_destroy (GTK_WINDOW (info));
}

/* Notes have as many lines as one likes. */
static void
test_notes (NephoAppFixture *fixture, gconstpointer data)
{
  NephoDocumentInfo *info = open_info (fixture);
  GtkTextBuffer *notes = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (info, GTK_TYPE_TEXT_VIEW, 0)));

  gtk_text_buffer_set_text (notes, "First\n\nlast", -1);
  g_assert_cmpstr (said (fixture)->notes, ==, "First\n\nlast");
  nepho_document_undo (fixture->document);
  g_assert_cmpint (gtk_text_buffer_get_char_count (notes), ==, 0);
  gtk_window_destroy (GTK_WINDOW (info));
}

/* The only label of a row that can be selected. */
static const char *
row_text (NephoDocumentInfo *info, const char *title)
{
  GtkWidget *row = NULL;
  GtkWidget *label = NULL;

  for (guint n = 0; row == NULL; n++)
    {
      GtkWidget *next = find (info, ADW_TYPE_ACTION_ROW, n);

      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (next)), title))
        row = next;
    }
  for (guint n = 0; label == NULL; n++)
    {
      GtkWidget *next = nepho_app_find (row, GTK_TYPE_LABEL, n);

      g_assert_nonnull (next);
      if (gtk_label_get_selectable (GTK_LABEL (next)))
        label = next;
    }

  return gtk_label_get_label (GTK_LABEL (label));
}

/* What it rests on follows the document. */
static void
test_rows (NephoAppFixture *fixture, gconstpointer data)
{
  NephoDocumentInfo *info = open_info (fixture);
  g_autofree char *dataset
    = g_strdup_printf ("China public cloud %s", nepho_document_get_dataset (fixture->document)->version);
  g_autofree char *engine = g_strdup_printf ("%u", NEPHO_ENGINE_VERSION);
  g_autofree char *changed = NULL;

  g_assert_cmpstr (row_text (info, "Scenario"), ==, "As reported");
  g_assert_cmpstr (row_text (info, "Data set"), ==, dataset);
  g_assert_true (g_str_has_prefix (row_text (info, "Changed values"), "0 of "));
  g_assert_cmpstr (row_text (info, "Seed of random numbers"), ==, "1");
  g_assert_cmpstr (row_text (info, "Version of the model"), ==, engine);
  g_assert_cmpstr (row_text (info, "Version of the file format"), ==, "2");

  /* The price war sets two values. */
  g_assert_true (nepho_document_apply_scenario (fixture->document, "price-war", NULL));
  g_assert_cmpstr (row_text (info, "Scenario"), ==, "Price war");
  changed = g_strdup_printf ("2 of %u", nepho_parameter_set_size (nepho_document_get_parameters (fixture->document)));
  g_assert_cmpstr (row_text (info, "Changed values"), ==, changed);
  gtk_window_destroy (GTK_WINDOW (info));
}

/* An edition that moves nothing is not asked about when a document is opened; here it can be had. */
static void
test_edition (NephoAppFixture *fixture, gconstpointer data)
{
  g_autoptr (NephoDataset) older = nepho_dataset_copy (nepho_document_get_dataset (fixture->document));
  NephoDocumentInfo *info;
  GtkWidget *compare;
  AdwMessageDialog *dialog;

  g_free (older->version);
  older->version = g_strdup ("2021");
  info = open_info (fixture);
  compare = find (info, ADW_TYPE_ACTION_ROW, 2);
  g_assert_false (gtk_widget_get_visible (compare));
  g_assert_true (nepho_document_edit_dataset (fixture->document, older, "Older", NULL));
  g_assert_true (gtk_widget_get_visible (compare));

  g_signal_emit_by_name (nepho_app_find (compare, GTK_TYPE_BUTTON, 0), "clicked");
  dialog = nepho_app_find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "0 of 46 results move"));
  adw_message_dialog_response (dialog, "update");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_cmpstr (nepho_document_get_dataset (fixture->document)->version, !=, "2021");
  g_assert_false (gtk_widget_get_visible (compare));
  gtk_window_destroy (GTK_WINDOW (info));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (NephoAppFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/document-info/type", test_type },
    { "/document-info/notes", test_notes },
    { "/document-info/rows", test_rows },
    { "/document-info/edition", test_edition },
  };

  nepho_app_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, NephoAppFixture, NULL, nepho_app_fixture_set_up, tests[i].test,
                nepho_app_fixture_tear_down);

  return g_test_run ();
}
