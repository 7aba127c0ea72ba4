/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fuzz.h"

#include "nepho-grid-sheet.h"
#include "nepho-import.h"

/* A table: text, XLSX or ODS. What is read of it is imported as far as it can be guessed what it says. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_auto (GStrv) sheets = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = nepho_grid_open ((const char *) data, length, NULL, &sheets, &error);
  g_autoptr (NephoImportPlan) plan = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  g_assert_true ((grid == NULL) == (error != NULL));
  if (grid == NULL)
    return 0;

  plan = nepho_import_plan_guess (grid);
  rows = nepho_import_preview (grid, plan, NULL);
  facts = nepho_import_finish (rows, &error);
  g_assert_true ((facts == NULL) == (error != NULL));

  return 0;
}
