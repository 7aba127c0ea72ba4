/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-private.h"

/* Lengths at text scale 1. */
#define COLUMN_GAP 12.0
#define ROW_GAP 7.0
#define NARROWEST 76.0
#define LOWEST 34.0
/* As wide as high would be a shape for a scatter; time wants more. */
#define WANTED_SHAPE 1.5
/* Height of a panel's name, in sizes of its letters. */
#define NAME_HEIGHT 1.45
#define OTHERS_HEIGHT 1.35

/* How the panels are put on the paper. */
typedef struct
{
  guint         n;       /* panels that are shown */
  guint         columns;
  guint         rows;
  NephoPlotRect area;    /* of all plots with their names, axes apart */
  double        name;    /* height of a name */
} Grid;

gboolean
nepho_plot_has_panels (const NephoPlotLayout *layout)
{
  return layout->panel < 0 && layout->figure->panels->len > 0;
}

/* The series that a panel is of: the first that is no baseline. */
static int
own_series (const NephoPlotLayout *layout, guint panel)
{
  for (guint i = 0; i < layout->figure->series->len; i++)
    {
      const NephoPlotSeries *series = nepho_plot_series_at (layout, i);

      if (series->panel == panel && series->notation != NEPHO_PLOT_GHOST && nepho_plot_series_visible (layout, i))
        return (int) i;
    }

  return -1;
}

static double
cell_width (const Grid *grid, double scale)
{
  return (grid->area.width - (grid->columns - 1.0) * COLUMN_GAP * scale) / grid->columns;
}

/* Of the plot below the name. */
static double
cell_height (const Grid *grid, double scale)
{
  return (grid->area.height - (grid->rows - 1.0) * ROW_GAP * scale) / grid->rows - grid->name;
}

/* The number of columns in which the plots come out largest; fewer panels where they would be too small to read. */
static void
choose_columns (Grid *grid, double scale)
{
  double best = -INFINITY;
  guint chosen = 1;

  for (grid->columns = 1; grid->columns <= grid->n; grid->columns++)
    {
      double size;

      grid->rows = (grid->n + grid->columns - 1) / grid->columns;
      size = MIN (cell_width (grid, scale), WANTED_SHAPE * cell_height (grid, scale));
      if (size > best + 0.5)
        {
          best = size;
          chosen = grid->columns;
        }
    }
  grid->columns = chosen;
  grid->rows = (grid->n + chosen - 1) / chosen;
}

static void
choose_grid (const NephoPlotLayout *layout, Grid *grid)
{
  double scale = layout->text_scale;

  choose_columns (grid, scale);
  while (grid->n > 1 && (cell_width (grid, scale) < NARROWEST * scale || cell_height (grid, scale) < LOWEST * scale))
    {
      grid->n--;
      choose_columns (grid, scale);
    }
}

/* From left to right, and upwards unless the first is at the top. */
static void
span_scales (NephoPlotLayout *layout, const NephoPlotRect *plot)
{
  double bottom = plot->y + plot->height;
  gboolean reversed = layout->figure->y.reversed;

  layout->x.r0 = plot->x;
  layout->x.r1 = plot->x + plot->width;
  layout->y.r0 = reversed ? plot->y : bottom;
  layout->y.r1 = reversed ? bottom : plot->y;
}

/* The same axes on a smaller piece of the paper. */
static NephoPlotLayout *
panel_new (const NephoPlotLayout *parent, guint panel, const NephoPlotRect *plot)
{
  NephoPlotLayout *layout = g_memdup2 (parent, sizeof *parent);

  layout->context = g_object_ref (parent->context);
  layout->panel = (int) panel;
  layout->panels = NULL;
  layout->isolated = g_strdup (parent->isolated);
  layout->texts = nepho_plot_texts_new ();
  layout->tops = g_ptr_array_new_with_free_func (g_free);
  layout->bottoms = g_ptr_array_new_with_free_func (g_free);
  layout->ordered = NULL;
  layout->x_edges = NULL;
  layout->plot = *plot;
  span_scales (layout, plot);
  nepho_plot_order (layout);
  nepho_plot_stack (layout);

  return layout;
}

/* Whose panel it is, and what that comes to where there is room for both. */
static void
place_name (NephoPlotLayout *layout, int series)
{
  const NephoPlotPanel *panel = &g_array_index (layout->figure->panels, NephoPlotPanel, layout->panel);
  double size = layout->theme->label_size;
  double room = layout->plot.width;
  double top = layout->plot.y - NAME_HEIGHT * size * layout->text_scale;
  PangoLayout *name = nepho_plot_text_new (layout, panel->label, size, TRUE, room, 1);
  g_autoptr (PangoLayout) value
    = panel->value != NULL ? nepho_plot_text_new (layout, panel->value, size * 0.92, FALSE, 0.0, 1) : NULL;
  NephoPlotTextBox *box;
  double width;
  double height;
  double name_width;

  nepho_plot_text_size (name, &name_width, &height);
  box = nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_LABEL, name, layout->plot.x, top,
                             series >= 0 ? nepho_plot_label_colour (layout, (guint) series) : layout->theme->text);
  box->series = series;
  if (series >= 0)
    nepho_plot_text_names (layout, box, nepho_plot_series_at (layout, (guint) series)->id);
  if (value == NULL)
    return;
  nepho_plot_text_size (value, &width, &height);
  if (name_width + width + 0.5 * size * layout->text_scale <= room)
    nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_VALUE, g_steal_pointer (&value), layout->plot.x + room - width, top,
                         layout->theme->text_dim)
      ->series = series;
}

/* All texts of a figure are its layout's own. */
static void
hand_over_texts (NephoPlotLayout *parent, NephoPlotLayout *panel)
{
  for (guint i = 0; i < panel->texts->len; i++)
    {
      NephoPlotTextBox box = g_array_index (panel->texts, NephoPlotTextBox, i);

      g_object_ref (box.layout);
      g_array_append_val (parent->texts, box);
    }
  g_array_set_size (panel->texts, 0);
}

static void
add_panel (NephoPlotLayout *layout, const Grid *grid, guint place, guint panel)
{
  double scale = layout->text_scale;
  guint column = place % grid->columns;
  guint row = place / grid->columns;
  double width = cell_width (grid, scale);
  double height = MAX (cell_height (grid, scale), 1.0);
  NephoPlotRect plot = {
    .x = grid->area.x + column * (width + COLUMN_GAP * scale),
    .y = grid->area.y + row * (height + grid->name + ROW_GAP * scale) + grid->name,
    .width = width,
    .height = height,
  };
  NephoPlotLayout *child = panel_new (layout, panel, &plot);

  g_ptr_array_add (layout->panels, child);
  place_name (child, own_series (layout, panel));
  nepho_plot_axis_ticks (&layout->figure->x, &child->x, (guint) CLAMP (width / (layout->theme->label_size * scale * 5.0), 1.0, 6.0),
                         &child->x_ticks);
  if (column == 0)
    nepho_plot_axis_place_left (child, &layout->figure->y);
  /* Below it stands none. */
  if (place + grid->columns >= grid->n)
    {
      child->width = plot.x + width + (column + 1 < grid->columns ? COLUMN_GAP * scale / 2.0 : layout->theme->padding * scale);
      nepho_plot_axis_place_bottom (child, &layout->figure->x);
      child->width = layout->width;
    }
  hand_over_texts (layout, child);
}

/* Puts the panels that have something to show on the paper between two heights; the axes of the whole are known. */
void
nepho_plot_panels_arrange (NephoPlotLayout *layout, double top, double bottom)
{
  double scale = layout->text_scale;
  double padding = layout->theme->padding * scale;
  double line = layout->theme->label_size * scale;
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));
  Grid grid = { .name = NAME_HEIGHT * line };
  double left;

  for (guint k = 0; k < layout->figure->panels->len; k++)
    if (own_series (layout, k) >= 0)
      g_array_append_val (shown, k);
  nepho_plot_axis_ticks (&layout->figure->y, &layout->y, shown->len > 1 ? 2 : 5, &layout->y_ticks);
  nepho_plot_axis_ticks (&layout->figure->x, &layout->x, 2, &layout->x_ticks);
  left = padding + nepho_plot_axis_width (layout, &layout->figure->y, &layout->y_ticks) + NEPHO_PLOT_TICK_GAP * scale;
  grid.n = MAX (shown->len, 1u);
  grid.area = (NephoPlotRect) { left, top + 0.3 * line, MAX (layout->width - left - padding, 1.0),
                                MAX (bottom - top - 0.3 * line - 1.8 * line, 1.0) };
  choose_grid (layout, &grid);
  /* Who has no panel is counted in a line of its own. */
  if (grid.n < shown->len)
    {
      grid.area.height = MAX (grid.area.height - OTHERS_HEIGHT * line, 1.0);
      choose_grid (layout, &grid);
    }
  layout->plot = grid.area;
  span_scales (layout, &grid.area);
  layout->panels = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_plot_layout_free);
  for (guint k = 0; k < MIN (grid.n, shown->len); k++)
    add_panel (layout, &grid, k, g_array_index (shown, guint, k));
  nepho_plot_others_below (layout, shown->len - MIN (grid.n, shown->len), layout->width - padding, bottom);
}

/* The layout of the panel on which a series is drawn; NULL where it is not shown. */
const NephoPlotLayout *
nepho_plot_panel_of (const NephoPlotLayout *layout, guint series)
{
  guint panel = nepho_plot_series_at (layout, series)->panel;

  for (guint i = 0; i < layout->panels->len; i++)
    {
      const NephoPlotLayout *child = g_ptr_array_index (layout->panels, i);

      if ((guint) child->panel == panel)
        return child;
    }

  return NULL;
}

/**
 * nepho_plot_layout_at:
 * @layout: a layout
 * @x: a place on the paper
 * @y: likewise
 *
 * Returns: (transfer none): of a figure with panels the layout of the one there, or the nearest; else @layout
 */
const NephoPlotLayout *
nepho_plot_layout_at (const NephoPlotLayout *layout, double x, double y)
{
  const NephoPlotLayout *nearest = layout;
  double best = INFINITY;

  for (guint i = 0; layout->panels != NULL && i < layout->panels->len; i++)
    {
      const NephoPlotLayout *child = g_ptr_array_index (layout->panels, i);
      const NephoPlotRect *plot = &child->plot;
      double dx = MAX (MAX (plot->x - x, x - plot->x - plot->width), 0.0);
      double dy = MAX (MAX (plot->y - y, y - plot->y - plot->height), 0.0);

      if (dx * dx + dy * dy >= best)
        continue;
      best = dx * dx + dy * dy;
      nearest = child;
    }

  return nearest;
}

/* The panels' plots, each with the others' lines behind its own. */
void
nepho_plot_panels_draw (const NephoPlotLayout *layout, cairo_t *cr)
{
  for (guint i = 0; i < layout->panels->len; i++)
    nepho_plot_draw_plot (g_ptr_array_index (layout->panels, i), cr);
}
