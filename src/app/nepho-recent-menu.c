/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-recent-menu.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-io.h"

#define MAX_ITEMS 8u

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

static void
add_item (GMenu *menu, GtkRecentInfo *info)
{
  g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

/* The documents opened or saved last, the latest first; what is gone is not offered. */
static void
fill (GtkRecentManager *manager, GMenu *menu)
{
  GList *items = g_list_sort (gtk_recent_manager_get_items (manager), compare_visits);

  g_menu_remove_all (menu);
  for (GList *l = items; l != NULL; l = l->next)
    if (g_str_has_suffix (gtk_recent_info_get_uri (l->data), NEPHO_DOCUMENT_SUFFIX)
        && (!gtk_recent_info_is_local (l->data) || gtk_recent_info_exists (l->data))
        && (guint) g_menu_model_get_n_items (G_MENU_MODEL (menu)) < MAX_ITEMS)
      add_item (menu, l->data);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    /* An action that nobody has cannot be chosen. */
    g_menu_append (menu, _("No Documents Yet"), "win.no-document");
}

/**
 * nepho_recent_menu_new:
 *
 * Returns: (transfer full): the documents that were opened or saved last; it follows the desktop's list
 */
GMenuModel *
nepho_recent_menu_new (void)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GMenu *menu = g_menu_new ();

  fill (manager, menu);
  g_signal_connect_object (manager, "changed", G_CALLBACK (fill), menu, 0);

  return G_MENU_MODEL (menu);
}
