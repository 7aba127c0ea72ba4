/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-annotation-list.h"
#include "nepho-number.h"
#include "nepho-table.h"

#define SPACING 6

struct _NephoFigureTable
{
  GtkWidget              parent_instance;

  GtkWidget             *box;
  GtkWidget             *title;
  GtkWidget             *subtitle;
  GtkColumnView         *view;
  GtkWidget             *annotations;
  GListStore            *rows;   /* NephoFigureRow */
  GHashTable            *cells;  /* GtkListItem that are bound now */

  const NephoPlotFigure *figure; /* of whoever set it, or NULL */
  NephoTable            *table;  /* its numbers, or NULL */
};

enum
{
  DATUM_ACTIVATED,
  ANNOTATION_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NephoFigureTable, nepho_figure_table, GTK_TYPE_WIDGET)

/* A row is its place in the table; what stands in it is looked up when it is shown. */
#define NEPHO_TYPE_FIGURE_ROW (nepho_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (NephoFigureRow, nepho_figure_row, NEPHO, FIGURE_ROW, GObject)

struct _NephoFigureRow
{
  GObject parent_instance;

  guint   row;
};

G_DEFINE_FINAL_TYPE (NephoFigureRow, nepho_figure_row, G_TYPE_OBJECT)

static void
nepho_figure_row_class_init (NephoFigureRowClass *klass)
{
}

static void
nepho_figure_row_init (NephoFigureRow *self)
{
}

/* Whose cell it is, and of which column of the table. */
typedef struct
{
  NephoFigureTable *self;
  guint             column;
} Place;

static Place *
place_new (NephoFigureTable *self, guint column)
{
  Place *place = g_new (Place, 1);

  *place = (Place) { self, column };

  return place;
}

static void
place_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static const NephoTableColumn *
column_at (NephoFigureTable *self, guint column)
{
  return g_ptr_array_index (self->table->columns, column);
}

static guint
row_of (GtkListItem *item)
{
  return NEPHO_FIGURE_ROW (gtk_list_item_get_item (item))->row;
}

/* "34.5", "2022Q2"; "" for a gap. The unit stands above. */
static char *
text_of (const NephoTableColumn *column, guint row)
{
  double value;

  if (column->texts != NULL)
    return g_strdup (row < column->texts->len ? g_ptr_array_index (column->texts, row) : "");

  value = row < column->numbers->len ? g_array_index (column->numbers, double, row) : (double) NAN;

  return isfinite (value) ? nepho_number_format (value, column->unit, NEPHO_NUMBER_PLAIN) : g_strdup ("");
}

static gboolean
is_published (NephoFigureTable *self, guint row, guint column)
{
  guint series;
  guint point;

  return nepho_table_find_datum (self->figure, row, column, &series, &point)
         && nepho_plot_series_source (g_ptr_array_index (self->figure->series, series), point) != NULL;
}

static void
show_cell (NephoFigureTable *self, GtkListItem *item, guint column)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  guint row = row_of (item);
  g_autofree char *text = text_of (column_at (self, column), row);

  if (GTK_IS_LABEL (cell))
    {
      gtk_label_set_text (GTK_LABEL (cell), text);
      return;
    }

  gtk_button_set_label (GTK_BUTTON (cell), text);
  gtk_widget_set_sensitive (cell, *text != '\0');
  if (is_published (self, row, column))
    {
      gtk_widget_add_css_class (cell, "published");
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Published"), -1);
    }
  else
    {
      gtk_widget_remove_css_class (cell, "published");
      gtk_accessible_reset_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}

static void
cell_clicked_cb (GtkButton *button, GtkListItem *item)
{
  const Place *place = g_object_get_data (G_OBJECT (item), "place");
  guint series;
  guint point;

  if (nepho_table_find_datum (place->self->figure, row_of (item), place->column, &series, &point))
    g_signal_emit (place->self, signals[DATUM_ACTIVATED], 0, series, point, button);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Place *place)
{
  GtkWidget *cell;

  if (column_at (place->self, place->column)->texts != NULL)
    {
      cell = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (cell), 0.0f);
    }
  else
    {
      cell = gtk_button_new_with_label ("");
      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (cell))), 1.0f);
      gtk_widget_add_css_class (cell, "flat");
      gtk_widget_add_css_class (cell, "numeric");
      g_signal_connect (cell, "clicked", G_CALLBACK (cell_clicked_cb), item);
    }
  g_object_set_data (G_OBJECT (item), "place", place);
  gtk_list_item_set_child (item, cell);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Place *place)
{
  g_hash_table_add (place->self->cells, item);
  show_cell (place->self, item, place->column);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Place *place)
{
  g_hash_table_remove (place->self->cells, item);
}

/* Gaps come last. */
static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Place *place = user_data;
  const NephoTableColumn *column = column_at (place->self, place->column);
  guint left = NEPHO_FIGURE_ROW ((gpointer) a)->row;
  guint right = NEPHO_FIGURE_ROW ((gpointer) b)->row;
  double x;
  double y;

  /* Places stand in their own order, which is that of the rows. */
  if (column->texts != NULL && place->column == 0)
    return (left > right) - (left < right);
  if (column->texts != NULL)
    return g_utf8_collate (g_ptr_array_index (column->texts, left), g_ptr_array_index (column->texts, right));

  x = g_array_index (column->numbers, double, left);
  y = g_array_index (column->numbers, double, right);
  if (isnan (x) || isnan (y))
    return isnan (x) - isnan (y);

  return (x > y) - (x < y);
}

static void
add_column (NephoFigureTable *self, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (column_at (self, index)->name, factory);
  g_autoptr (GtkSorter) sorter
    = GTK_SORTER (gtk_custom_sorter_new (compare_cb, place_new (self, index), g_free));

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), place_new (self, index), place_free, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), place_new (self, index), place_free, 0);
  g_signal_connect_data (factory, "unbind", G_CALLBACK (unbind_cb), place_new (self, index), place_free, 0);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, index == 0);
  gtk_column_view_append_column (self->view, column);
}

/* Nothing may ask about a table while its columns and rows are changed. */
static void
clear (NephoFigureTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  g_list_store_remove_all (self->rows);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  g_clear_pointer (&self->table, nepho_table_free);
  self->figure = NULL;
}

static gboolean
has_same_shape (const NephoTable *a, const NephoTable *b)
{
  if (a->columns->len != b->columns->len || nepho_table_n_rows (a) != nepho_table_n_rows (b))
    return FALSE;

  for (guint i = 0; i < a->columns->len; i++)
    {
      const NephoTableColumn *left = g_ptr_array_index (a->columns, i);
      const NephoTableColumn *right = g_ptr_array_index (b->columns, i);

      if (!g_str_equal (left->name, right->name) || (left->texts != NULL) != (right->texts != NULL))
        return FALSE;
    }

  return TRUE;
}

/* While a lever is dragged only numbers change: rows, focus and the place scrolled to stay. */
static void
refresh (NephoFigureTable *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    show_cell (self, item, ((const Place *) g_object_get_data (item, "place"))->column);
  gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
}

static void
fill (NephoFigureTable *self)
{
  guint n_rows = nepho_table_n_rows (self->table);

  for (guint i = 0; i < self->table->columns->len; i++)
    if (!column_at (self, i)->sources)
      add_column (self, i);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (NephoFigureRow) row = g_object_new (NEPHO_TYPE_FIGURE_ROW, NULL);

      row->row = i;
      g_list_store_append (self->rows, row);
    }
}

static void
show_line (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static void
nepho_figure_table_dispose (GObject *object)
{
  NephoFigureTable *self = NEPHO_FIGURE_TABLE (object);

  if (self->box != NULL)
    clear (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->cells, g_hash_table_unref);

  G_OBJECT_CLASS (nepho_figure_table_parent_class)->dispose (object);
}

static void
nepho_figure_table_class_init (NephoFigureTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nepho_figure_table_dispose;

  signals[DATUM_ACTIVATED] = g_signal_new ("datum-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT,
                                           GTK_TYPE_WIDGET);
  signals[ANNOTATION_ACTIVATED] = g_signal_new ("annotation-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, GTK_TYPE_WIDGET);
  gtk_widget_class_set_css_name (widget_class, "figure-table");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_line (NephoFigureTable *self, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->box), label);

  return label;
}

static void
annotation_activated_cb (NephoFigureTable *self, guint index, GtkWidget *row)
{
  g_signal_emit (self, signals[ANNOTATION_ACTIVATED], 0, index, row);
}

static void
nepho_figure_table_init (NephoFigureTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSortListModel *sorted;

  self->cells = g_hash_table_new (NULL, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->title = add_line (self, "heading");
  self->subtitle = add_line (self, "dim-label");
  gtk_widget_add_css_class (self->subtitle, "caption");

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->rows = g_list_store_new (NEPHO_TYPE_FIGURE_ROW);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->rows),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  gtk_column_view_set_model (self->view,
                             GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->box), scrolled);

  self->annotations = nepho_annotation_list_new ();
  g_signal_connect_object (self->annotations, "activated", G_CALLBACK (annotation_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->annotations);
}

/**
 * nepho_figure_table_new:
 *
 * Returns: (transfer floating): a table that shows nothing before it gets a figure
 */
GtkWidget *
nepho_figure_table_new (void)
{
  return g_object_new (NEPHO_TYPE_FIGURE_TABLE, NULL);
}

/**
 * nepho_figure_table_set_figure:
 * @self: a table
 * @figure: (nullable): what it shows; it must live until the table is given another
 *
 * Shows the numbers of a figure. The order of the rows stays as long as the columns do.
 */
void
nepho_figure_table_set_figure (NephoFigureTable *self, const NephoPlotFigure *figure)
{
  g_autoptr (NephoTable) table = NULL;
  gboolean same;

  g_return_if_fail (NEPHO_IS_FIGURE_TABLE (self));

  if (figure == NULL)
    {
      clear (self);
      return;
    }

  table = nepho_table_from_figure (figure);
  same = self->table != NULL && has_same_shape (self->table, table);
  if (!same)
    clear (self);
  g_clear_pointer (&self->table, nepho_table_free);
  self->table = g_steal_pointer (&table);
  self->figure = figure;
  if (same)
    refresh (self);
  else
    fill (self);

  show_line (self->title, figure->title);
  show_line (self->subtitle, figure->subtitle);
  nepho_annotation_list_set_figure (NEPHO_ANNOTATION_LIST (self->annotations), figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (self->title)), -1);
}

/**
 * nepho_figure_table_find_cell:
 * @self: a table
 * @row: a row, in the order that is shown
 * @column: a column of the figure's table
 *
 * Returns: (transfer none) (nullable): the widget in that cell, where it is on the screen
 */
GtkWidget *
nepho_figure_table_find_cell (NephoFigureTable *self, guint row, guint column)
{
  GHashTableIter iter;
  gpointer item;

  g_return_val_if_fail (NEPHO_IS_FIGURE_TABLE (self), NULL);

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_list_item_get_position (item) == row
        && ((const Place *) g_object_get_data (item, "place"))->column == column)
      return gtk_list_item_get_child (item);

  return NULL;
}
