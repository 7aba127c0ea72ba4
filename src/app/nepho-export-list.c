/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-export-list.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AdwExpanderRow *row;
  GSettings      *settings;
  char           *key;
  GPtrArray      *checks; /* GtkCheckButton */
  GPtrArray      *ids;
} List;

static void
list_free (gpointer data)
{
  List *list = data;

  g_free (list->key);
  g_ptr_array_unref (list->checks);
  g_ptr_array_unref (list->ids);
  g_free (list);
}

static gboolean
is_checked (const List *list, guint index)
{
  return gtk_check_button_get_active (g_ptr_array_index (list->checks, index));
}

static guint
count (const List *list)
{
  guint n = 0;

  for (guint i = 0; i < list->checks->len; i++)
    n += is_checked (list, i) ? 1 : 0;

  return n;
}

/* All is nothing in particular, so that what a later version adds is there too. One is always left. */
static void
toggled_cb (GtkCheckButton *check, List *list)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *subtitle = NULL;
  guint n = count (list);

  if (n == 0)
    {
      gtk_check_button_set_active (check, TRUE);
      return;
    }
  for (guint i = 0; i < list->ids->len && n < list->ids->len; i++)
    if (is_checked (list, i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", (const char *) g_ptr_array_index (list->ids, i));
  g_settings_set_string (list->settings, list->key, text->str);
  /* Translators: how many are chosen, of how many there are */
  subtitle = n == list->ids->len ? g_strdup (_("All")) : g_strdup_printf (_("%u of %u"), n, list->ids->len);
  adw_expander_row_set_subtitle (list->row, subtitle);
}

static GtkWidget *
add_row (List *list, const NephoExportListItem *item, gboolean active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(item->name));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (list->row, row);
  g_ptr_array_add (list->checks, check);
  g_ptr_array_add (list->ids, (gpointer) item->id);

  return check;
}

/**
 * nepho_export_list_bind:
 * @row: gets a row for each item, and says how many are chosen
 * @settings: where the choice is kept; must outlive @row
 * @key: a text: ids with commas between, "" for all
 * @items: (array length=n_items): what there is to choose; ids live for ever
 * @n_items: number of items
 */
void
nepho_export_list_bind (AdwExpanderRow *row,
                        GSettings *settings,
                        const char *key,
                        const NephoExportListItem *items,
                        guint n_items)
{
  g_autofree char *text = g_settings_get_string (settings, key);
  g_auto (GStrv) chosen = g_strsplit (text, ",", -1);
  List *list = g_new0 (List, 1);

  list->row = row;
  list->settings = settings;
  list->key = g_strdup (key);
  list->checks = g_ptr_array_new ();
  list->ids = g_ptr_array_new ();
  for (guint i = 0; i < n_items; i++)
    {
      gboolean active = *text == '\0' || g_strv_contains ((const char * const *) chosen, items[i].id);

      g_signal_connect (add_row (list, &items[i], active), "toggled", G_CALLBACK (toggled_cb), list);
    }
  g_object_set_data_full (G_OBJECT (row), "nepho-export-list", list, list_free);
  toggled_cb (g_ptr_array_index (list->checks, 0), list);
}
