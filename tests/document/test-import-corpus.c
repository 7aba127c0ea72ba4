/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nepho-corpus.h"
#include "nepho-dataset-edit.h"
#include "nepho-document-io.h"
#include "nepho-document.h"
#include "nepho-grid-sheet.h"
#include "nepho-import.h"
#include "nepho-sample.h"

static void
give (char **text, const char *value)
{
  if (**text != '\0')
    return;

  g_free (*text);
  *text = g_strdup (value);
}

/* What was read, a figure a line, with what is to be noted of it; then what is to be noted of the table. */
static char *
describe (const NephoGrid *grid, const NephoImportPlan *plan, const GPtrArray *rows)
{
  g_auto (GStrv) notes = nepho_import_notes (grid, plan, rows);
  g_autoptr (GString) text = g_string_new (NULL);

  if (nepho_grid_get_encoding (grid) != NULL)
    g_string_append_printf (text, "%s ", nepho_grid_get_encoding (grid));
  g_string_append_printf (text, "%u-%u\n", plan->header + 1, plan->header + plan->header_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const NephoImportRow *row = g_ptr_array_index (rows, i);
      const NephoFact *fact = row->fact;
      g_autofree char *address = nepho_grid_address (row->row, row->column);

      g_string_append_printf (text, "%s %s | %s | %s | %.10g %s%s%s\n", address, fact->subject, fact->measure, fact->period,
                              fact->value, fact->unit, row->flag != NULL ? " | " : "", row->flag != NULL ? row->flag : "");
    }
  for (guint i = 0; notes[i] != NULL; i++)
    g_string_append_printf (text, "%s\n", notes[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_expected (const char *name, const char *text)
{
  g_autofree char *stem = g_strndup (name, (gsize) (strrchr (name, '.') - name));
  g_autofree char *file = g_strconcat (stem, ".expected", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", file, NULL);
  g_autofree char *expected = NULL;

  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  if (!g_str_equal (text, expected))
    g_error ("%s: is read as\n%s", name, text);
}

/* From the file into the document, as the window does it. */
static gboolean
import (NephoDocument *document, const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (NephoGrid) grid = nepho_grid_open (data, length, NULL, NULL, error);
  g_autoptr (NephoImportPlan) plan = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (NephoDataset) dataset = NULL;

  if (grid == NULL)
    return FALSE;
  plan = nepho_import_plan_guess (grid);
  give (&plan->measure, "volume");
  give (&plan->unit, "%");
  give (&plan->publisher, "IDC");
  give (&plan->title, "Tracker");
  rows = nepho_import_preview (grid, plan, nepho_document_get_dataset (document)->facts);
  facts = nepho_import_finish (rows, error);
  if (facts == NULL)
    return FALSE;
  if (*name != 'n')
    {
      g_autofree char *text = describe (grid, plan, rows);

      assert_expected (name, text);
    }
  dataset = nepho_dataset_edit_add_facts (nepho_document_get_dataset (document), facts, error);

  return dataset != NULL && nepho_document_edit_dataset (document, dataset, "import", error);
}

/* A refused table leaves the document as it was, to the byte; of another one step of undo does. */
static gboolean
parse (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 1);
  NephoDocument *document = nepho_document_new (dataset);
  g_autofree char *before = nepho_document_to_json (document);
  g_autofree char *after = NULL;
  gboolean done = import (document, data, length, name, error);

  g_assert_true (nepho_document_can_undo (document) == done);
  if (done)
    nepho_document_undo (document);
  after = nepho_document_to_json (document);
  g_assert_cmpstr (before, ==, after);
  g_assert_finalize_object (document);

  return done;
}

static void
test_corpus (void)
{
  static const char * const suffixes[] = { ".csv", ".tsv", ".xlsx", ".ods", ".xls", NULL };

  nepho_corpus_run_kinds ("import", suffixes, parse);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/import/corpus", test_corpus);

  return g_test_run ();
}
