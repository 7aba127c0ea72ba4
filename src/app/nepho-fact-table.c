/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fact-table.h"

#include <glib/gi18n-lib.h>

#include "nepho-fact-columns.h"
#include "nepho-fact-item.h"

struct _NephoFactTable
{
  GtkWidget           parent_instance;

  GtkColumnView      *view;
  NephoFactList      *list;
  GtkSingleSelection *selection;
};

enum
{
  PROP_SELECTED = 1,
  PROP_N_SHOWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NephoFactTable, nepho_fact_table, GTK_TYPE_WIDGET)

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, NephoFactTable *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* Rows are made anew between these two: what was selected is selected again where it is still there,
 * and whoever listens hears of it once. */
static char *
begin_change (NephoFactTable *self)
{
  const NephoFact *fact = nepho_fact_table_get_selected (self);

  g_object_freeze_notify (G_OBJECT (self));

  return fact != NULL ? g_strdup (fact->id) : NULL;
}

static void
end_change (NephoFactTable *self, const char *selected_id)
{
  if (selected_id != NULL)
    nepho_fact_table_select (self, selected_id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SHOWN]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
sorter_changed_cb (GtkSorter *sorter, GtkSorterChange change, NephoFactTable *self)
{
  gboolean descending;
  NephoFactColumn column = nepho_fact_columns_get_order (self->view, &descending);
  g_autofree char *id = begin_change (self);

  nepho_fact_list_set_order (self->list, column, descending);
  end_change (self, id);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NephoFactTable *self = NEPHO_FACT_TABLE (object);

  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, gtk_single_selection_get_selected_item (self->selection));
      break;
    case PROP_N_SHOWN:
      g_value_set_uint (value, nepho_fact_table_get_n_shown (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nepho_fact_table_dispose (GObject *object)
{
  NephoFactTable *self = NEPHO_FACT_TABLE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (nepho_fact_table_parent_class)->dispose (object);
}

static void
nepho_fact_table_class_init (NephoFactTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->dispose = nepho_fact_table_dispose;

  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, NEPHO_TYPE_FACT_ITEM,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_SHOWN] = g_param_spec_uint ("n-shown", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "fact-table");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
nepho_fact_table_init (NephoFactTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = nepho_fact_list_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  self->view = GTK_COLUMN_VIEW (
      gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  nepho_fact_columns_add (self->view);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Published figures"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));

  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, 0);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb),
                           self, 0);
}

/**
 * nepho_fact_table_new:
 *
 * Returns: (transfer floating): a table without facts
 */
GtkWidget *
nepho_fact_table_new (void)
{
  return g_object_new (NEPHO_TYPE_FACT_TABLE, NULL);
}

/**
 * nepho_fact_table_set_dataset:
 * @self: a table
 * @dataset: a data set
 *
 * Shows all facts that the data set may cite. What was selected stays so where it is still there.
 */
void
nepho_fact_table_set_dataset (NephoFactTable *self, NephoDataset *dataset)
{
  g_autofree char *id = NULL;

  g_return_if_fail (NEPHO_IS_FACT_TABLE (self));

  id = begin_change (self);
  nepho_fact_list_set_dataset (self->list, dataset);
  end_change (self, id);
}

/**
 * nepho_fact_table_set_search:
 * @self: a table
 * @search: which facts are wanted; it is copied
 */
void
nepho_fact_table_set_search (NephoFactTable *self, const NephoFactSearch *search)
{
  g_autofree char *id = NULL;

  g_return_if_fail (NEPHO_IS_FACT_TABLE (self));

  id = begin_change (self);
  nepho_fact_list_set_search (self->list, search);
  end_change (self, id);
}

/**
 * nepho_fact_table_get_n_facts:
 * @self: a table
 *
 * Returns: number of facts, wanted or not
 */
guint
nepho_fact_table_get_n_facts (NephoFactTable *self)
{
  g_return_val_if_fail (NEPHO_IS_FACT_TABLE (self), 0);

  return nepho_fact_list_get_n_facts (self->list);
}

/**
 * nepho_fact_table_get_n_shown:
 * @self: a table
 *
 * Returns: number of rows
 */
guint
nepho_fact_table_get_n_shown (NephoFactTable *self)
{
  g_return_val_if_fail (NEPHO_IS_FACT_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

/**
 * nepho_fact_table_get_fact:
 * @self: a table
 * @row: a row, from 0
 *
 * Returns: (transfer none) (nullable): the fact in it
 */
const NephoFact *
nepho_fact_table_get_fact (NephoFactTable *self, guint row)
{
  g_return_val_if_fail (NEPHO_IS_FACT_TABLE (self), NULL);

  return nepho_fact_list_get_fact (self->list, row);
}

/**
 * nepho_fact_table_get_selected:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the fact of the selected row
 */
const NephoFact *
nepho_fact_table_get_selected (NephoFactTable *self)
{
  NephoFactItem *item;

  g_return_val_if_fail (NEPHO_IS_FACT_TABLE (self), NULL);

  item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? nepho_fact_item_get_fact (item) : NULL;
}

/**
 * nepho_fact_table_select:
 * @self: a table
 * @fact_id: id of a fact
 *
 * Selects a fact's row and brings it into view.
 *
 * Returns: whether it is among the rows
 */
gboolean
nepho_fact_table_select (NephoFactTable *self, const char *fact_id)
{
  guint row;

  g_return_val_if_fail (NEPHO_IS_FACT_TABLE (self), FALSE);

  if (!nepho_fact_list_find (self->list, fact_id, &row))
    return FALSE;

  gtk_single_selection_set_selected (self->selection, row);
  /* The rows are the last child of the view, below the heads. */
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item",
                              "u", row);

  return TRUE;
}

/**
 * nepho_fact_table_sort:
 * @self: a table
 * @column: a column
 * @order: in which order
 *
 * Sorts as a click on the column's head does.
 */
void
nepho_fact_table_sort (NephoFactTable *self, NephoFactColumn column, GtkSortType order)
{
  g_autoptr (GtkColumnViewColumn) head = NULL;

  g_return_if_fail (NEPHO_IS_FACT_TABLE (self));

  head = g_list_model_get_item (gtk_column_view_get_columns (self->view), (guint) column);
  g_return_if_fail (head != NULL);
  gtk_column_view_sort_by_column (self->view, head, order);
}
