/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-page-sheet.h"

#include "nepho-picture-private.h"

/* A chart on a sheet has the size of one that is written alone, and the title stands above. */
#define CHART_WIDTH_MM 160.0
#define CHART_HEIGHT_MM 110.0
#define TITLE_HEIGHT_MM 14.0

/* Names beside those of figures, of which some are called as pages are. */
static const struct
{
  NephoPages  page;
  const char *id;
} sheets[] = {
  { NEPHO_PAGE_OVERVIEW, "overview" },
  { NEPHO_PAGE_MARKET, "market-page" },
  { NEPHO_PAGE_REVENUE, "revenue-page" },
  { NEPHO_PAGE_COMPUTE, "compute-page" },
  { NEPHO_PAGE_SCENARIOS, "scenarios-page" },
  { NEPHO_PAGE_UNCERTAINTY, "uncertainty-page" },
  { NEPHO_PAGE_SCENARIOS, "scenarios-page" },
};

/**
 * nepho_page_sheet_find:
 * @id: such as "overview" or "market-page"
 *
 * Returns: the page whose charts stand on the sheet of that name; 0 where there is none
 */
NephoPages
nepho_page_sheet_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (g_str_equal (sheets[i].id, id))
      return sheets[i].page;

  return 0;
}

/**
 * nepho_page_sheet_id:
 * @page: one page
 *
 * Returns: (transfer none) (nullable): the name of its sheet, or %NULL where it has no charts
 */
const char *
nepho_page_sheet_id (NephoPages page)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (sheets[i].page == page)
      return sheets[i].id;

  return NULL;
}

/**
 * nepho_page_sheet_n:
 * @page: one page
 *
 * Returns: how many charts it has
 */
guint
nepho_page_sheet_n (NephoPages page)
{
  guint n_specs;
  guint n = 0;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  for (guint k = 0; k < n_specs; k++)
    if ((specs[k].pages & page) != 0)
      n++;

  return n;
}

/**
 * nepho_page_sheet_size:
 * @page: one page
 * @width_pt: (out): points
 * @height_pt: (out): points
 *
 * Tells how large a sheet is on which each chart has the size of one that is written alone.
 */
void
nepho_page_sheet_size (NephoPages page, double *width_pt, double *height_pt)
{
  guint n = nepho_page_sheet_n (page);
  guint columns = CLAMP (n, 1, NEPHO_PAGE_SHEET_COLUMNS);
  guint rows = (MAX (n, 1) + columns - 1) / columns;

  *width_pt = columns * CHART_WIDTH_MM / MM_PER_INCH * POINTS_PER_INCH;
  *height_pt = (rows * CHART_HEIGHT_MM + TITLE_HEIGHT_MM) / MM_PER_INCH * POINTS_PER_INCH;
}
