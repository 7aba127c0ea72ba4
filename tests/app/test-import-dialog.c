/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-import-dialog.h"

#include <string.h>

#include "nepho-app-fixture.h"
#include "nepho-sample.h"

static const char table[] = "Vendor;2022Q1;2022Q2\nAlibaba Cloud;36,7%;34%\nHuawei Cloud;18%;19%\n";

typedef struct
{
  NephoDocument     *document;
  NephoImportDialog *dialog;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 1);

  fixture->document = nepho_document_new (dataset);
  fixture->dialog = NEPHO_IMPORT_DIALOG (nepho_import_dialog_new (fixture->document, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->document);
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *title)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, title);

  return found;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

static GtkEditable *
find_row (GtkWidget *widget, const char *title)
{
  return GTK_EDITABLE (find (widget, ADW_TYPE_ENTRY_ROW, title));
}

static void
enter (Fixture *fixture, const char *title, const char *text)
{
  gtk_editable_set_text (find_row (GTK_WIDGET (fixture->dialog), title), text);
}

/* Until the table is opened and read. */
static void
wait_idle (Fixture *fixture)
{
  while (nepho_import_dialog_is_busy (fixture->dialog))
    g_main_context_iteration (NULL, TRUE);
}

static void
read_text (Fixture *fixture, const char *text, const char *name)
{
  nepho_import_dialog_read (fixture->dialog, text, strlen (text), name);
  wait_idle (fixture);
}

static const char *
fault_of (Fixture *fixture)
{
  return nepho_import_dialog_get_fault (fixture->dialog);
}

/* Chooses of a list by its words, or a number in a row. */
static void
choose (Fixture *fixture, const char *title, const char *words)
{
  GtkWidget *row = find (GTK_WIDGET (fixture->dialog), ADW_TYPE_COMBO_ROW, title);
  GListModel *model = adw_combo_row_get_model (ADW_COMBO_ROW (row));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), words))
        {
          adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
          wait_idle (fixture);
          return;
        }
    }
  g_error ("“%s” has no “%s”", title, words);
}

static const char *
chosen (Fixture *fixture, const char *title)
{
  GtkWidget *row = find (GTK_WIDGET (fixture->dialog), ADW_TYPE_COMBO_ROW, title);

  return gtk_string_object_get_string (adw_combo_row_get_selected_item (ADW_COMBO_ROW (row)));
}

static guint
n_facts (Fixture *fixture)
{
  return nepho_document_get_dataset (fixture->document)->facts->len;
}

static const NephoFact *
find_fact (Fixture *fixture, const char *subject)
{
  const GPtrArray *facts = nepho_document_get_dataset (fixture->document)->facts;

  for (guint i = facts->len; i > 0; i--)
    if (g_str_equal (((NephoFact *) g_ptr_array_index (facts, i - 1))->subject, subject))
      return g_ptr_array_index (facts, i - 1);

  return NULL;
}

/* The source is mandatory; then all goes in as one step, and one undo takes it away. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  guint n_before = n_facts (fixture);

  read_text (fixture, table, "shares.csv");
  g_assert_cmpuint (nepho_import_dialog_get_n_rows (fixture->dialog), ==, 4);
  enter (fixture, "Measure", "market share");
  g_assert_false (nepho_import_dialog_accept (fixture->dialog));
  wait_idle (fixture);
  g_assert_nonnull (strstr (fault_of (fixture), "it has no source"));
  g_assert_false (nepho_import_dialog_accept (fixture->dialog));
  g_assert_cmpuint (n_facts (fixture), ==, n_before);

  enter (fixture, "Publisher", "Canalys");
  enter (fixture, "Title", "Report");
  enter (fixture, "Place", "China");
  choose (fixture, "Definition", "IaaS");
  choose (fixture, "Topic", "Cloud in China: shares and sizes");
  g_assert_cmpstr (fault_of (fixture), ==, "");
  g_assert_true (nepho_import_dialog_accept (fixture->dialog));
  g_assert_cmpuint (n_facts (fixture), ==, n_before + 4);
  g_assert_cmpstr (nepho_document_get_undo_label (fixture->document), ==, "Import of 4 figures from “shares.csv”");
  g_assert_cmpstr (find_fact (fixture, "Alibaba Cloud")->definition, ==, "iaas");
  g_assert_cmpstr (find_fact (fixture, "Alibaba Cloud")->topic, ==, "china-share");
  g_assert_cmpstr (find_fact (fixture, "Alibaba Cloud")->geography, ==, "China");

  nepho_document_undo (fixture->document);
  g_assert_cmpuint (n_facts (fixture), ==, n_before);
}

/* What is no table is told, and what was open before stays, under its own name. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  enter (fixture, "Measure", "market share");
  enter (fixture, "Publisher", "Canalys");
  enter (fixture, "Title", "Report");
  read_text (fixture, table, "shares.csv");
  read_text (fixture, "PK\x03\x04 no zip", "broken.xlsx");
  g_assert_nonnull (strstr (fault_of (fixture), "The workbook is damaged or protected"));
  g_assert_cmpuint (nepho_import_dialog_get_n_rows (fixture->dialog), ==, 4);
  g_assert_false (nepho_document_can_undo (fixture->document));

  enter (fixture, "Title", "Another report");
  wait_idle (fixture);
  g_assert_true (nepho_import_dialog_accept (fixture->dialog));
  g_assert_cmpstr (nepho_document_get_undo_label (fixture->document), ==, "Import of 4 figures from “shares.csv”");
}

/* The guess of what a column holds can be corrected, and where the names stand. */
static void
test_corrected (Fixture *fixture, gconstpointer data)
{
  enter (fixture, "Publisher", "Canalys");
  enter (fixture, "Title", "Report");
  enter (fixture, "Unit", "%");
  read_text (fixture, "Report 2022\nWho;When;How;Staff\nA;2022;share;3,5\n", "who.csv");
  enter (fixture, "Unit", "%");
  choose (fixture, "How", "Measure");
  choose (fixture, "When", "Period");
  choose (fixture, "Staff", "Value");
  g_assert_cmpstr (fault_of (fixture), ==, "");
  g_assert_true (nepho_import_dialog_accept (fixture->dialog));
  g_assert_cmpstr (find_fact (fixture, "A")->measure, ==, "share");
  g_assert_cmpfloat (find_fact (fixture, "A")->value, ==, 3.5);
  g_assert_cmpfloat (find_fact (fixture, "A")->begin, ==, 2022.0);
}

/* What the program found of a text is shown, and may be said otherwise; what is wrong then keeps it out. */
static void
test_form (Fixture *fixture, gconstpointer data)
{
  enter (fixture, "Publisher", "Canalys");
  enter (fixture, "Title", "Report");
  enter (fixture, "Measure", "growth");
  read_text (fixture, "Vendor,Period,Value\nG\xe9n,2022,3.5%\n", "latin.csv");
  g_assert_cmpstr (chosen (fixture, "Encoding"), ==, "Windows-1252 (found)");
  g_assert_cmpstr (chosen (fixture, "Between cells"), ==, "Comma , (found)");
  g_assert_cmpstr (fault_of (fixture), ==, "");

  choose (fixture, "Encoding", "UTF-8");
  g_assert_cmpstr (fault_of (fixture), ==, "Byte 22 is no text in UTF-8, or the one after it is missing");
  enter (fixture, "Title", "Other");
  wait_idle (fixture);
  g_assert_cmpstr (fault_of (fixture), ==, "Byte 22 is no text in UTF-8, or the one after it is missing");
  choose (fixture, "Encoding", "Windows-1252");
  g_assert_cmpstr (fault_of (fixture), ==, "");
  choose (fixture, "Between cells", "Semicolon ;");
  g_assert_cmpstr (fault_of (fixture), !=, "");
  choose (fixture, "Between cells", "Comma ,");
  g_assert_cmpstr (fault_of (fixture), ==, "");
  g_assert_true (nepho_import_dialog_accept (fixture->dialog));
  g_assert_nonnull (find_fact (fixture, "Gén"));
}

/* What held of one table does not hold of the next: neither its unit nor how it was opened. */
static void
test_second (Fixture *fixture, gconstpointer data)
{
  read_text (fixture, "Vendor;Period;Revenue (CNY bn)\nA;2022;3,5\n", "one.csv");
  g_assert_cmpstr (gtk_editable_get_text (find_row (GTK_WIDGET (fixture->dialog), "Unit")), ==, "CNY bn");
  choose (fixture, "Decimal sign", "Comma: 1.234,5");
  choose (fixture, "Between cells", "Semicolon ;");

  read_text (fixture, "Vendor,Period,Value\nA,2022,3.5\n", "two.csv");
  g_assert_cmpstr (gtk_editable_get_text (find_row (GTK_WIDGET (fixture->dialog), "Unit")), ==, "");
  g_assert_cmpstr (chosen (fixture, "Decimal sign"), ==, "As the table tells");
  g_assert_cmpstr (chosen (fixture, "Between cells"), ==, "Comma , (found)");
}

/* Cells on the clipboard, by the button; with none there, that is told. */
static void
test_paste (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->dialog));
  GtkWidget *button = find_button (GTK_WIDGET (fixture->dialog), "_Paste");

  gdk_clipboard_set_text (clipboard, "Vendor\tPeriod\tValue\nA\t2022\t3.5%\n");
  g_signal_emit_by_name (button, "clicked");
  while (nepho_import_dialog_get_n_rows (fixture->dialog) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (nepho_import_dialog_get_n_rows (fixture->dialog), ==, 1);
  g_assert_nonnull (find (GTK_WIDGET (fixture->dialog), ADW_TYPE_ACTION_ROW, "Pasted cells"));

  gdk_clipboard_set (clipboard, GDK_TYPE_RGBA, &(GdkRGBA) { 0 });
  g_signal_emit_by_name (button, "clicked");
  while (!g_str_equal (fault_of (fixture), "There is no text on the clipboard"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (nepho_import_dialog_get_n_rows (fixture->dialog), ==, 1);
}

/* A file is opened as one; what is none is told. A window that is closed meanwhile takes no harm. */
static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", "y_merged_heads.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  nepho_import_dialog_open (fixture->dialog, file);
  wait_idle (fixture);
  g_assert_cmpuint (nepho_import_dialog_get_n_rows (fixture->dialog), ==, 4);
  nepho_import_dialog_open (fixture->dialog, folder);
  wait_idle (fixture);
  g_assert_cmpstr (fault_of (fixture), ==, "It is a folder; expected a file");

  nepho_import_dialog_open (fixture->dialog, file);
}

int
main (int argc, char *argv[])
{
  nepho_app_test_init (&argc, &argv);

  g_test_add ("/import-dialog/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/import-dialog/broken", Fixture, NULL, set_up, test_broken, tear_down);
  g_test_add ("/import-dialog/corrected", Fixture, NULL, set_up, test_corrected, tear_down);
  g_test_add ("/import-dialog/form", Fixture, NULL, set_up, test_form, tear_down);
  g_test_add ("/import-dialog/second", Fixture, NULL, set_up, test_second, tear_down);
  g_test_add ("/import-dialog/paste", Fixture, NULL, set_up, test_paste, tear_down);
  g_test_add ("/import-dialog/file", Fixture, NULL, set_up, test_file, tear_down);

  return g_test_run ();
}
