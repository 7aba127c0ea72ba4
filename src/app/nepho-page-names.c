/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-page-names.h"

#include <glib/gi18n-lib.h>

static const NephoPageName names[NEPHO_N_PAGES] = {
  { NEPHO_PAGE_OVERVIEW, "overview", N_("Overview"), "nepho-overview-symbolic" },
  { NEPHO_PAGE_MARKET, "market", N_("Market"), "nepho-market-symbolic" },
  { NEPHO_PAGE_REVENUE, "revenue", N_("Revenue"), "nepho-revenue-symbolic" },
  { NEPHO_PAGE_COMPUTE, "compute", N_("Compute"), "nepho-compute-symbolic" },
  { NEPHO_PAGE_SCENARIOS, "scenarios", N_("Scenarios"), "nepho-scenarios-symbolic" },
  { NEPHO_PAGE_UNCERTAINTY, "uncertainty", N_("Uncertainty"), "nepho-uncertainty-symbolic" },
  { NEPHO_PAGE_DATA, "data", N_("Data"), "nepho-data-symbolic" },
};

/**
 * nepho_page_names:
 *
 * Returns: (array fixed-size=7) (transfer none): the pages in the order of the list
 */
const NephoPageName *
nepho_page_names (void)
{
  return names;
}

/**
 * nepho_page_name:
 * @page: one page
 *
 * Returns: (transfer none): its names
 */
const NephoPageName *
nepho_page_name (NephoPages page)
{
  for (guint i = 0; i < NEPHO_N_PAGES; i++)
    if (names[i].page == page)
      return &names[i];

  g_return_val_if_reached (&names[0]);
}

/**
 * nepho_page_from_name:
 * @id: what may be the id of a page
 * @page: (out): that page
 *
 * Returns: whether there is such a page
 */
gboolean
nepho_page_from_name (const char *id, NephoPages *page)
{
  for (guint i = 0; i < NEPHO_N_PAGES; i++)
    if (g_str_equal (names[i].id, id))
      {
        *page = names[i].page;
        return TRUE;
      }

  return FALSE;
}
