/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-grid-layout.h"

struct _NephoGridLayout
{
  GtkLayoutManager parent_instance;

  int              column_width;
  guint            max_columns;
  int              spacing;
};

G_DEFINE_FINAL_TYPE (NephoGridLayout, nepho_grid_layout, GTK_TYPE_LAYOUT_MANAGER)

static guint
count_cards (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child) ? 1 : 0;

  return n;
}

static int
share_of (int length, int spacing, guint n)
{
  return MAX ((length - spacing * ((int) n - 1)) / (int) n, 0);
}

/**
 * nepho_grid_layout_n_columns:
 * @self: a grid
 * @width: width of the whole grid, in pixels
 * @n_cards: how many cards there are
 *
 * Returns: the number of columns, the fewest that need no further row: four cards where three columns
 *   would fit stand two by two
 */
guint
nepho_grid_layout_n_columns (NephoGridLayout *self, int width, guint n_cards)
{
  guint fitting = 1;
  guint n_rows;

  g_return_val_if_fail (NEPHO_IS_GRID_LAYOUT (self), 1);

  if (n_cards == 0)
    return 1;

  for (guint n = 2; n <= self->max_columns; n++)
    if (share_of (width, self->spacing, n) >= (n > 2 ? self->column_width * 5 / 4
                                                     : self->column_width))
      fitting = n;

  n_rows = (n_cards + fitting - 1) / fitting;

  return (n_cards + n_rows - 1) / n_rows;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_cards (GtkWidget *widget,
               GtkOrientation orientation,
               int for_size,
               int *minimum,
               int *natural)
{
  *minimum = 0;
  *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  NephoGridLayout *self = NEPHO_GRID_LAYOUT (manager);
  guint n_cards = count_cards (widget);
  guint n_columns;
  guint n_rows;
  int gaps;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_cards (widget, orientation, -1, minimum, natural);
      return;
    }

  if (for_size < 0)
    measure_cards (widget, GTK_ORIENTATION_HORIZONTAL, -1, minimum, &for_size);

  n_columns = nepho_grid_layout_n_columns (self, for_size, n_cards);
  n_rows = (n_cards + n_columns - 1) / n_columns;
  gaps = self->spacing * (MAX ((int) n_rows, 1) - 1);
  measure_cards (widget, orientation, share_of (for_size, self->spacing, n_columns), minimum,
                 natural);
  /* Up to two rows shrink to fit in a window; more are scrolled, and need not be small then. */
  if (n_rows > 2)
    *minimum = *natural;
  *minimum = *minimum * (int) n_rows + gaps;
  *natural = *natural * (int) n_rows + gaps;
}

/* Where the card number @index of @n begins, so that the last one ends at the edge to the pixel. */
static int
start_of (int length, int spacing, guint n, guint index)
{
  return (int) index * (length + spacing) / (int) n;
}

/* Seven cards in three columns stand as three, two and two: no card is left alone where rows could
 * share. */
static guint
count_in_row (guint n_cards, guint n_rows, guint row)
{
  return n_cards / n_rows + (row < n_cards % n_rows ? 1 : 0);
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  NephoGridLayout *self = NEPHO_GRID_LAYOUT (manager);
  guint n_cards = count_cards (widget);
  guint n_columns = nepho_grid_layout_n_columns (self, width, n_cards);
  guint n_rows = (n_cards + n_columns - 1) / n_columns;
  guint row = 0;
  guint column = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation card;

      if (!gtk_widget_should_layout (child))
        continue;
      card.x = start_of (width, self->spacing, count_in_row (n_cards, n_rows, row), column);
      card.y = start_of (height, self->spacing, n_rows, row);
      card.width = start_of (width, self->spacing, count_in_row (n_cards, n_rows, row), column + 1)
                   - self->spacing - card.x;
      card.height = start_of (height, self->spacing, n_rows, row + 1) - self->spacing - card.y;
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        card.x = width - card.x - card.width;
      gtk_widget_size_allocate (child, &card, -1);

      if (++column == count_in_row (n_cards, n_rows, row))
        {
          column = 0;
          row++;
        }
    }
}

static void
nepho_grid_layout_class_init (NephoGridLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
nepho_grid_layout_init (NephoGridLayout *self)
{
  self->column_width = 1;
  self->max_columns = 1;
}

/**
 * nepho_grid_layout_new:
 * @column_width: width at which a second column pays, in pixels; a third needs a quarter more
 * @max_columns: 1 or more
 * @spacing: between cards, in pixels
 *
 * Returns: (transfer full): a layout for a container of cards
 */
GtkLayoutManager *
nepho_grid_layout_new (int column_width, guint max_columns, int spacing)
{
  NephoGridLayout *self = g_object_new (NEPHO_TYPE_GRID_LAYOUT, NULL);

  self->column_width = column_width;
  self->max_columns = MAX (max_columns, 1);
  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}
