/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-compare-table.h"

#include "nepho-colour-swatch.h"

#define ROW_SPACING 8
#define COLUMN_SPACING 14
#define NAME_WIDTH 20 /* characters */
#define CELL_WIDTH 13

struct _NephoCompareTable
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *grid;
  GtkWidget *nothing; /* in the grid's place where there are no rows */
  char      *drawn;   /* rows and columns as they were made last */
  GPtrArray *values;  /* GtkLabel, row by row */
  GPtrArray *changes; /* GtkLabel, likewise */
};

G_DEFINE_FINAL_TYPE (NephoCompareTable, nepho_compare_table, GTK_TYPE_WIDGET)

static void
nepho_compare_table_dispose (GObject *object)
{
  g_clear_pointer (&NEPHO_COMPARE_TABLE (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (nepho_compare_table_parent_class)->dispose (object);
}

static void
nepho_compare_table_finalize (GObject *object)
{
  NephoCompareTable *self = NEPHO_COMPARE_TABLE (object);

  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->changes);
  g_free (self->drawn);

  G_OBJECT_CLASS (nepho_compare_table_parent_class)->finalize (object);
}

static void
nepho_compare_table_class_init (NephoCompareTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nepho_compare_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = nepho_compare_table_finalize;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "compare-table");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
nepho_compare_table_init (NephoCompareTable *self)
{
  self->values = g_ptr_array_new ();
  self->changes = g_ptr_array_new ();
}

/**
 * nepho_compare_table_new:
 * @title: what its rows are
 * @empty: what is said where there are none
 *
 * Returns: (transfer floating): a table without rows
 */
GtkWidget *
nepho_compare_table_new (const char *title, const char *empty)
{
  NephoCompareTable *self = g_object_new (NEPHO_TYPE_COMPARE_TABLE, NULL);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, ROW_SPACING);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "card-content");
  gtk_label_set_xalign (GTK_LABEL (heading), 0.0f);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self->box), heading);

  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), ROW_SPACING);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), COLUMN_SPACING);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_box_append (GTK_BOX (self->box), scroller);

  self->nothing = gtk_label_new (empty);
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0.0f);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->nothing);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* Numbers stand under each other at the right. */
static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_width_chars (GTK_LABEL (label), CELL_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_WIDTH);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
add_head (NephoCompareTable *self, const NephoCompared *item, int column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *swatch = nepho_colour_swatch_new (item->colour, item->dash);

  gtk_widget_set_halign (swatch, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), swatch);
  add_label (box, item->name, "caption-heading");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), box, column, 0, 1, 1);
}

static void
add_row (NephoCompareTable *self, const NephoComparisonRow *row, guint n, int place)
{
  GtkWidget *name = gtk_label_new (row->name);

  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_label_set_yalign (GTK_LABEL (name), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (name), NAME_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (name), NAME_WIDTH);
  gtk_grid_attach (GTK_GRID (self->grid), name, 0, place, 1, 1);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      g_ptr_array_add (self->values, add_label (box, NULL, "numeric"));
      g_ptr_array_add (self->changes, add_label (box, NULL, "caption"));
      gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
      gtk_grid_attach (GTK_GRID (self->grid), box, (int) i + 1, place, 1, 1);
    }
}

/* What would make rows or columns others. */
static char *
describe (const NephoComparison *comparison, const GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < comparison->n; i++)
    g_string_append_printf (text, "%s %d %u\n", comparison->items[i].name, comparison->items[i].colour,
                            comparison->items[i].dash);
  for (guint k = 0; k < rows->len; k++)
    g_string_append_printf (text, "%s\n", ((const NephoComparisonRow *) g_ptr_array_index (rows, k))->name);

  return g_string_free (text, FALSE);
}

static void
make_grid (NephoCompareTable *self, const NephoComparison *comparison, const GPtrArray *rows)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->values, 0);
  g_ptr_array_set_size (self->changes, 0);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  for (guint i = 0; i < comparison->n; i++)
    add_head (self, &comparison->items[i], (int) i + 1);
  for (guint k = 0; k < rows->len; k++)
    add_row (self, g_ptr_array_index (rows, k), comparison->n, (int) k + 1);
}

/* "+1.2 points, +3.6 %" */
static void
show_cell (NephoCompareTable *self, guint place, const NephoComparisonCell *cell)
{
  GtkWidget *change = g_ptr_array_index (self->changes, place);
  g_autofree char *text = NULL;

  if (cell->difference != NULL)
    text = cell->relative != NULL ? g_strdup_printf ("%s, %s", cell->difference, cell->relative)
                                  : g_strdup (cell->difference);
  gtk_label_set_text (g_ptr_array_index (self->values, place), cell->value);
  gtk_label_set_text (GTK_LABEL (change), text != NULL ? text : "");
  gtk_widget_set_visible (change, text != NULL);
}

/**
 * nepho_compare_table_update:
 * @self: a table
 * @comparison: the scenarios, which are the columns
 * @rows: (element-type NephoComparisonRow): what is compared
 *
 * Shows them. Labels stay where only numbers changed, so that a drag costs no new widgets.
 */
void
nepho_compare_table_update (NephoCompareTable *self, const NephoComparison *comparison, const GPtrArray *rows)
{
  g_autofree char *description = describe (comparison, rows);

  g_return_if_fail (NEPHO_IS_COMPARE_TABLE (self));

  if (g_strcmp0 (description, self->drawn) != 0)
    {
      make_grid (self, comparison, rows);
      g_free (self->drawn);
      self->drawn = g_steal_pointer (&description);
    }
  for (guint k = 0; k < rows->len; k++)
    for (guint i = 0; i < comparison->n; i++)
      show_cell (self, k * comparison->n + i, &((const NephoComparisonRow *) g_ptr_array_index (rows, k))->cells[i]);
  gtk_widget_set_visible (gtk_widget_get_parent (gtk_widget_get_parent (self->grid)), rows->len > 0);
  gtk_widget_set_visible (self->nothing, rows->len == 0);
}
