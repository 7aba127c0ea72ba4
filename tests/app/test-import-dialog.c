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

static GtkEditable *
find_row (GtkWidget *widget, const char *title)
{
  GtkEditable *found = NULL;

  if (ADW_IS_ENTRY_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return GTK_EDITABLE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

static void
enter (Fixture *fixture, const char *title, const char *text)
{
  gtk_editable_set_text (find_row (GTK_WIDGET (fixture->dialog), title), text);
}

static guint
n_facts (Fixture *fixture)
{
  return nepho_document_get_dataset (fixture->document)->facts->len;
}

/* The source is mandatory; then all goes in as one step, and one undo takes it away. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  guint n_before = n_facts (fixture);

  g_assert_true (nepho_import_dialog_read (fixture->dialog, table, strlen (table), "shares.csv"));
  g_assert_cmpuint (nepho_import_dialog_get_n_rows (fixture->dialog), ==, 4);
  enter (fixture, "Measure", "market share");
  g_assert_nonnull (strstr (nepho_import_dialog_get_fault (fixture->dialog), "it has no source"));
  g_assert_false (nepho_import_dialog_accept (fixture->dialog));
  g_assert_cmpuint (n_facts (fixture), ==, n_before);

  enter (fixture, "Publisher", "Canalys");
  enter (fixture, "Title", "Report");
  g_assert_cmpstr (nepho_import_dialog_get_fault (fixture->dialog), ==, "");
  g_assert_true (nepho_import_dialog_accept (fixture->dialog));
  g_assert_cmpuint (n_facts (fixture), ==, n_before + 4);
  g_assert_cmpstr (nepho_document_get_undo_label (fixture->document), ==, "Import of 4 figures from “shares.csv”");

  nepho_document_undo (fixture->document);
  g_assert_cmpuint (n_facts (fixture), ==, n_before);
}

/* What is no table is told, and what was open before stays. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_assert_true (nepho_import_dialog_read (fixture->dialog, table, strlen (table), "shares.csv"));
  g_assert_false (nepho_import_dialog_read (fixture->dialog, "PK\x03\x04 no zip", 11, "broken.xlsx"));
  g_assert_nonnull (strstr (nepho_import_dialog_get_fault (fixture->dialog), "The workbook is damaged or protected"));
  g_assert_cmpuint (nepho_import_dialog_get_n_rows (fixture->dialog), ==, 4);
  g_assert_false (nepho_document_can_undo (fixture->document));
}

int
main (int argc, char *argv[])
{
  nepho_app_test_init (&argc, &argv);

  g_test_add ("/import-dialog/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/import-dialog/broken", Fixture, NULL, set_up, test_broken, tear_down);

  return g_test_run ();
}
