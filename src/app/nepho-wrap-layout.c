/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-wrap-layout.h"

struct _NephoWrapLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
};

G_DEFINE_FINAL_TYPE (NephoWrapLayout, nepho_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The children that take part, and how wide each would like to be. */
typedef struct
{
  GPtrArray *widgets;
  GArray    *widths;  /* int */
} Children;

static void
children_init (Children *children, GtkWidget *widget)
{
  children->widgets = g_ptr_array_new ();
  children->widths = g_array_new (FALSE, FALSE, sizeof (int));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      g_ptr_array_add (children->widgets, child);
      g_array_append_val (children->widths, natural);
    }
}

static void
children_clear (Children *children)
{
  g_ptr_array_unref (children->widgets);
  g_array_unref (children->widths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Children, children_clear)

static int
width_at (const Children *children, guint index)
{
  return g_array_index (children->widths, int, index);
}

static guint
break_at (const Children *children, guint first, int width, int spacing)
{
  return nepho_wrap_layout_break ((const int *) (gpointer) children->widths->data, children->widths->len, first, width,
                                  spacing);
}

/**
 * nepho_wrap_layout_break:
 * @widths: (array length=n): how wide the children would like to be, in pixels
 * @n: how many there are
 * @first: the first one of a line, less than @n
 * @width: of the line
 * @spacing: between children
 *
 * Returns: the first child of the next line; @n where there is none. Each line has one child at least, however wide
 */
guint
nepho_wrap_layout_break (const int *widths, guint n, guint first, int width, int spacing)
{
  int used = widths[first];
  guint end = first + 1;

  while (end < n && used + spacing + widths[end] <= width)
    used += spacing + widths[end++];

  return end;
}

/* Of the highest child of a line. */
static int
line_height (const Children *children, guint first, guint end, int width)
{
  int highest = 0;

  for (guint i = first; i < end; i++)
    {
      int natural;

      gtk_widget_measure (g_ptr_array_index (children->widgets, i), GTK_ORIENTATION_VERTICAL,
                          MIN (width_at (children, i), width), NULL, &natural, NULL, NULL);
      highest = MAX (highest, natural);
    }

  return highest;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The widest child alone sets how narrow the whole may be. */
static void
measure_width (const Children *children, int spacing, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = 0;
  for (guint i = 0; i < children->widgets->len; i++)
    {
      int child;

      gtk_widget_measure (g_ptr_array_index (children->widgets, i), GTK_ORIENTATION_HORIZONTAL, -1, &child, NULL, NULL,
                          NULL);
      *minimum = MAX (*minimum, child);
      *natural += width_at (children, i) + (i > 0 ? spacing : 0);
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
  int spacing = NEPHO_WRAP_LAYOUT (manager)->spacing;
  g_auto (Children) children = { 0 };
  int height = 0;

  children_init (&children, widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (&children, spacing, minimum, natural);
      return;
    }

  if (for_size < 0)
    for_size = G_MAXINT / 2;
  for (guint first = 0; first < children.widgets->len;)
    {
      guint end = break_at (&children, first, for_size, spacing);

      height += line_height (&children, first, end, for_size) + (first > 0 ? spacing : 0);
      first = end;
    }
  *minimum = height;
  *natural = height;
}

/* What the children of a line leave, and how many of them want it. Lines below the first begin where it begins. */
static void
count_rest (const Children *children, guint first, guint end, int width, int spacing, int *rest, int *n_expand)
{
  *rest = width - spacing * (int) (end - first - 1);
  *n_expand = 0;
  for (guint i = first; i < end; i++)
    {
      *rest -= MIN (width_at (children, i), width);
      *n_expand += first == 0 && gtk_widget_compute_expand (g_ptr_array_index (children->widgets, i), GTK_ORIENTATION_HORIZONTAL);
    }
}

static int
allocate_line (const Children *children, guint first, guint end, int width, int y, int spacing, gboolean mirrored)
{
  int height = line_height (children, first, end, width);
  int rest;
  int n_expand;
  int x = 0;

  count_rest (children, first, end, width, spacing, &rest, &n_expand);
  for (guint i = first; i < end; i++)
    {
      GtkWidget *child = g_ptr_array_index (children->widgets, i);
      GtkAllocation place = { x, y, MIN (width_at (children, i), width), height };

      if (n_expand > 0 && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          place.width += rest / n_expand;
          rest -= rest / n_expand--;
        }
      x += place.width + spacing;
      if (mirrored)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }

  return height;
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  int spacing = NEPHO_WRAP_LAYOUT (manager)->spacing;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_auto (Children) children = { 0 };
  int y = 0;

  children_init (&children, widget);
  for (guint first = 0; first < children.widgets->len;)
    {
      guint end = break_at (&children, first, width, spacing);

      y += allocate_line (&children, first, end, width, y, spacing, mirrored) + spacing;
      first = end;
    }
}

static void
nepho_wrap_layout_class_init (NephoWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
nepho_wrap_layout_init (NephoWrapLayout *self)
{
}

/**
 * nepho_wrap_layout_new:
 * @spacing: between children and between lines, in pixels
 *
 * Returns: (transfer full): a layout for a container
 */
GtkLayoutManager *
nepho_wrap_layout_new (int spacing)
{
  NephoWrapLayout *self = g_object_new (NEPHO_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}
