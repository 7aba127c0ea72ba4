/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-history-menu.h"

#include <glib/gi18n-lib.h>

#include "nepho-history-choice.h"

static GMenuModel *
common_histories (void)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _("_One Publisher for Each Period"), "win.history::" NEPHO_HISTORY_USUAL);
  g_menu_append (section, _("_All Publishers"), "win.history::" NEPHO_HISTORY_ALL);
  g_menu_append (section, _("_None"), "win.history::" NEPHO_HISTORY_NONE);

  return G_MENU_MODEL (section);
}

/* Publishers and definitions that the page's charts of the segment have something of. */
static GMenuModel *
own_histories (const NephoDataset *dataset, NephoPages page, int segment)
{
  g_autoptr (GPtrArray) choices = nepho_history_choices_new ();
  GMenu *section = g_menu_new ();
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  for (guint k = 0; k < n_specs; k++)
    if ((specs[k].pages & page) != 0)
      nepho_history_choices_add (choices, dataset, &specs[k], segment);
  for (guint i = 0; i < choices->len; i++)
    {
      const NephoHistoryChoice *choice = g_ptr_array_index (choices, i);
      g_auto (GStrv) parts = g_strsplit (choice->name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.history", "s", choice->id);
      g_menu_append_item (section, item);
    }

  return G_MENU_MODEL (section);
}

/**
 * nepho_history_menu_new:
 * @dataset: a data set
 * @page: a page; one flag
 * @segment: the segment that the page shows, or %NEPHO_SEGMENT_ALL
 *
 * Returns: (transfer full): whose published figures may stand beside the page's projections
 */
GMenuModel *
nepho_history_menu_new (const NephoDataset *dataset, NephoPages page, int segment)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) common = common_histories ();
  g_autoptr (GMenuModel) own = own_histories (dataset, page, segment);

  g_menu_append_section (menu, NULL, common);
  g_menu_append_section (menu, NULL, own);

  return G_MENU_MODEL (menu);
}

/**
 * nepho_history_menu_has:
 * @page: a page; one flag
 *
 * Returns: whether anything published can stand beside the page's projections
 */
gboolean
nepho_history_menu_has (NephoPages page)
{
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  for (guint k = 0; k < n_specs; k++)
    if ((specs[k].pages & page) != 0 && specs[k].history != NULL)
      return TRUE;

  return FALSE;
}
