/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-import-figures.h"

#include <glib/gi18n-lib.h>

#include "nepho-fact-view.h"

/* Rows that are shown: the wrong ones first, and enough of the others to see how they are read. */
#define MOST_SHOWN 100u

/* In the order in which rows are shown. */
typedef enum
{
  ROW_WRONG,
  ROW_NOTED,
  ROW_GOOD,
  N_KINDS,
} RowKind;

struct _NephoImportFigures
{
  AdwPreferencesGroup parent_instance;

  GtkListBox         *list;
};

G_DEFINE_FINAL_TYPE (NephoImportFigures, nepho_import_figures, ADW_TYPE_PREFERENCES_GROUP)

static void
nepho_import_figures_class_init (NephoImportFiguresClass *klass)
{
}

static void
nepho_import_figures_init (NephoImportFigures *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
}

static RowKind
kind_of (const NephoImportRow *row)
{
  if (row->fault != NULL)
    return ROW_WRONG;

  return row->flag != NULL ? ROW_NOTED : ROW_GOOD;
}

/* "Alibaba Cloud, market share, 2022H1: 34.6 %" */
static char *
describe_row (const NephoImportRow *row)
{
  const char *parts[] = { row->fact->subject, row->fact->measure, row->fact->period };
  g_autofree char *value = nepho_fact_view_published (row->fact);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  g_string_append_printf (text, ": %s", row->fault == NULL ? value : "—");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
create_line (RowKind kind, const char *title, const char *subtitle)
{
  static const char * const icons[N_KINDS] = { "dialog-error-symbolic", "dialog-warning-symbolic", NULL };
  GtkWidget *widget = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), subtitle);
  if (icons[kind] != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (widget), gtk_image_new_from_icon_name (icons[kind]));

  return widget;
}

/* What is read in a cell, with where it stands and what is wrong with it. */
static GtkWidget *
create_row (const NephoImportRow *row)
{
  g_autofree char *address = nepho_grid_address (row->row, row->column);
  g_autofree char *title = describe_row (row);
  const char *remark = row->fault != NULL ? row->fault : row->flag;
  g_autofree char *subtitle = remark != NULL ? g_strdup_printf ("%s: %s", address, remark) : g_strdup (address);

  return create_line (kind_of (row), title, subtitle);
}

static guint
append_rows (NephoImportFigures *self, const GPtrArray *rows, RowKind kind, guint room)
{
  guint n = 0;

  for (guint i = 0; i < rows->len && n < room; i++)
    {
      const NephoImportRow *row = g_ptr_array_index (rows, i);

      if (kind_of (row) != kind)
        continue;
      gtk_list_box_append (self->list, create_row (row));
      n++;
    }

  return n;
}

/**
 * nepho_import_figures_show:
 * @self: the figures
 * @reading: what was read
 *
 * Shows the figures in place of those before, under what is to be noted of the table as a whole.
 */
void
nepho_import_figures_show (NephoImportFigures *self, const NephoImportReading *reading)
{
  GtkListBoxRow *row;
  g_autofree char *description = NULL;
  guint n_rows = reading->rows->len;
  guint n_shown = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; reading->notes[i] != NULL; i++)
    gtk_list_box_append (self->list, create_line (ROW_NOTED, reading->notes[i], ""));
  for (guint kind = 0; kind < N_KINDS; kind++)
    n_shown += append_rows (self, reading->rows, (RowKind) kind, MOST_SHOWN - n_shown);
  description = n_shown == n_rows ? g_strdup_printf (ngettext ("%u figure", "%u figures", n_shown), n_shown)
                                  : g_strdup_printf (_("%u of %u figures, the wrong ones first"), n_shown, n_rows);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
  gtk_widget_set_visible (GTK_WIDGET (self), n_rows > 0 || reading->notes[0] != NULL);
}
