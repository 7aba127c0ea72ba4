/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-number.h"
#include "nepho-plot-private.h"

/* Lengths at text scale 1. */
#define NODE_WIDTH 8.0
#define NODE_GAP 5.0
#define HEADING_GAP 3.0
/* Gaps between nodes take at most this part of the height. */
#define GAPS_PART 0.3
#define OPACITY 0.5
/* A ribbon thinner than this is not seen. */
#define THINNEST 0.1
/* Names take at most this part of the width on each side. */
#define NAME_PART 0.3

/* Where along the way from left to right, 0 to 1, the curve of a ribbon is when it has gone the part @part of it:
 * the curve has its handles in the middle, so it has gone 1.5 u − 1.5 u² + u³ of the way at u. */
static double
find_turn (double part)
{
  double low = 0.0;
  double high = 1.0;

  for (guint i = 0; i < 40; i++)
    {
      double u = 0.5 * (low + high);

      if (1.5 * u - 1.5 * u * u + u * u * u < part)
        low = u;
      else
        high = u;
    }

  return 0.5 * (low + high);
}

gboolean
nepho_plot_is_flow (const NephoPlotLayout *layout)
{
  return layout->figure->series->len > 0 && nepho_plot_series_at (layout, 0)->mark == NEPHO_PLOT_MARK_FLOW;
}

/* What goes from a series to a category: never less than nothing. */
static double
amount (const NephoPlotLayout *layout, guint index, guint point)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  return series->y != NULL && point < series->y->n && isfinite (series->y->values[point])
           ? MAX (series->y->values[point], 0.0)
           : 0.0;
}

static guint
n_nodes (const NephoPlotLayout *layout, gboolean left)
{
  char **categories = layout->figure->x.categories;

  if (left)
    return layout->figure->series->len;

  return categories != NULL ? g_strv_length (categories) : 0;
}

/* All that leaves a series, or comes to a category. */
static double
node_size (const NephoPlotLayout *layout, gboolean left, guint node)
{
  guint n = n_nodes (layout, !left);
  double sum = 0.0;

  for (guint k = 0; k < n; k++)
    sum += left ? amount (layout, node, k) : amount (layout, k, node);

  return sum;
}

static void
measure_side (const NephoPlotLayout *layout, gboolean left, double *sum, guint *n)
{
  *sum = 0.0;
  *n = 0;
  for (guint k = 0; k < n_nodes (layout, left); k++)
    {
      double size = node_size (layout, left, k);

      *sum += size;
      *n += size > 0.0;
    }
}

/* Nodes below each other, their middle in the plot's. */
static double *
stack_side (const NephoPlotLayout *layout, gboolean left, double gap)
{
  guint n = n_nodes (layout, left);
  double *tops = g_new0 (double, n + 1);
  double sum;
  guint filled;
  double y;

  measure_side (layout, left, &sum, &filled);
  y = layout->plot.y + (layout->plot.height - sum * layout->flow.scale - (MAX (filled, 1u) - 1.0) * gap) / 2.0;
  for (guint k = 0; k < n; k++)
    {
      double size = node_size (layout, left, k);

      tops[k] = y;
      if (size > 0.0)
        y += size * layout->flow.scale + gap;
    }

  return tops;
}

/* Heights of the nodes: as much as fits, to one scale on both sides. */
void
nepho_plot_flow_arrange (NephoPlotLayout *layout)
{
  double sum;
  double other;
  double gap;
  guint n;
  guint n_other;

  measure_side (layout, TRUE, &sum, &n);
  measure_side (layout, FALSE, &other, &n_other);
  n = MAX (MAX (n, n_other), 2u) - 1;
  gap = MIN (NODE_GAP * layout->text_scale, GAPS_PART * layout->plot.height / n);
  layout->flow.scale = sum > 0.0 && isfinite (sum) ? (layout->plot.height - gap * n) / sum : 0.0;
  layout->flow.left = stack_side (layout, TRUE, gap);
  layout->flow.right = stack_side (layout, FALSE, gap);
}

/* Both ends of a ribbon and its thickness; FALSE where there is none. */
gboolean
nepho_plot_flow_ribbon (const NephoPlotLayout *layout, guint index, guint point, NephoPlotRibbon *ribbon)
{
  double size = amount (layout, index, point) * layout->flow.scale;
  double node = NODE_WIDTH * layout->text_scale;

  if (layout->flow.left == NULL || point >= n_nodes (layout, FALSE) || !(size >= THINNEST))
    return FALSE;

  *ribbon = (NephoPlotRibbon) { layout->plot.x + node, layout->plot.x + layout->plot.width - node,
                                layout->flow.left[index], layout->flow.right[point], size };
  for (guint k = 0; k < point; k++)
    ribbon->y0 += amount (layout, index, k) * layout->flow.scale;
  for (guint k = 0; k < index; k++)
    ribbon->y1 += amount (layout, k, point) * layout->flow.scale;

  return TRUE;
}

/* Whether a place on the paper is on a ribbon. */
gboolean
nepho_plot_flow_contains (const NephoPlotLayout *layout, guint index, guint point, double x, double y)
{
  NephoPlotRibbon ribbon;
  double top;
  double u;

  if (!nepho_plot_flow_ribbon (layout, index, point, &ribbon) || x < ribbon.x0 || x > ribbon.x1)
    return FALSE;

  u = find_turn ((x - ribbon.x0) / (ribbon.x1 - ribbon.x0));
  top = ribbon.y0 + (ribbon.y1 - ribbon.y0) * (3.0 * u * u - 2.0 * u * u * u);

  return y >= top && y <= top + ribbon.size;
}

void
nepho_plot_flow_trace (cairo_t *cr, const NephoPlotRibbon *ribbon)
{
  double middle = 0.5 * (ribbon->x0 + ribbon->x1);

  cairo_move_to (cr, ribbon->x0, ribbon->y0);
  cairo_curve_to (cr, middle, ribbon->y0, middle, ribbon->y1, ribbon->x1, ribbon->y1);
  cairo_line_to (cr, ribbon->x1, ribbon->y1 + ribbon->size);
  cairo_curve_to (cr, middle, ribbon->y1 + ribbon->size, middle, ribbon->y0 + ribbon->size, ribbon->x0,
                  ribbon->y0 + ribbon->size);
  cairo_close_path (cr);
}

/* Who stands at the right is the series of the same name, where there is one. */
static NephoPlotColour
right_colour (const NephoPlotLayout *layout, guint node)
{
  for (guint i = 0; i < layout->figure->series->len; i++)
    if (g_str_equal (nepho_plot_series_at (layout, i)->label, layout->figure->x.categories[node]))
      return nepho_plot_series_colour (layout, i);

  return layout->theme->neutral;
}

static void
draw_node (const NephoPlotLayout *layout, cairo_t *cr, gboolean left, guint node, NephoPlotColour colour)
{
  double width = NODE_WIDTH * layout->text_scale;
  double height = node_size (layout, left, node) * layout->flow.scale;
  double x = left ? layout->plot.x : layout->plot.x + layout->plot.width - width;

  if (height <= 0.0)
    return;
  cairo_rectangle (cr, x, left ? layout->flow.left[node] : layout->flow.right[node], width, height);
  nepho_plot_set_colour (cr, colour, 1.0);
  cairo_fill (cr);
}

/* What leaves one series; the nodes at the right are drawn with the first that is in sight. */
void
nepho_plot_flow_draw (const NephoPlotLayout *layout, cairo_t *cr, guint index)
{
  gboolean first = TRUE;

  for (guint i = 0; i < index; i++)
    first = first && !nepho_plot_series_visible (layout, i);
  for (guint k = 0; k < n_nodes (layout, FALSE); k++)
    {
      NephoPlotRibbon ribbon;

      if (first)
        draw_node (layout, cr, FALSE, k, right_colour (layout, k));
      if (!nepho_plot_flow_ribbon (layout, index, k, &ribbon))
        continue;
      nepho_plot_flow_trace (cr, &ribbon);
      nepho_plot_set_colour (cr, nepho_plot_datum_colour (layout, index, k), OPACITY);
      cairo_fill (cr);
    }
  draw_node (layout, cr, TRUE, index, nepho_plot_series_colour (layout, index));
}

static PangoLayout *
node_text (const NephoPlotLayout *layout, gboolean left, guint node)
{
  const char *name = left ? nepho_plot_series_at (layout, node)->label : layout->figure->x.categories[node];
  g_autofree char *value
    = nepho_number_format (node_size (layout, left, node), layout->figure->y.unit, NEPHO_NUMBER_SHORT);
  g_autofree char *words = left ? g_strconcat (name, "  ", value, NULL) : g_strconcat (value, "  ", name, NULL);

  return nepho_plot_text_new (layout, words, layout->theme->label_size, FALSE, layout->width * NAME_PART, 1);
}

/* How much room the names of the nodes need at one side, gap included. */
double
nepho_plot_flow_width (const NephoPlotLayout *layout, gboolean left)
{
  double widest = 0.0;

  for (guint k = 0; k < n_nodes (layout, left); k++)
    {
      g_autoptr (PangoLayout) text = node_text (layout, left, k);
      double width;
      double height;

      nepho_plot_text_size (text, &width, &height);
      widest = MAX (widest, width);
    }

  return MIN (widest, layout->width * NAME_PART) + NODE_WIDTH * layout->text_scale;
}

static const char *
category_id (const NephoPlotLayout *layout, guint node)
{
  return layout->figure->x.category_ids != NULL ? layout->figure->x.category_ids[node] : NULL;
}

static void
place_side (NephoPlotLayout *layout, gboolean left)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (NephoPlotName));

  for (guint k = 0; k < n_nodes (layout, left); k++)
    {
      NephoPlotName name = { .series = left ? (int) k : -1, .weight = node_size (layout, left, k) };

      if (name.weight <= 0.0 || (left && !nepho_plot_series_visible (layout, k)))
        continue;
      name.anchor_x = left ? layout->plot.x : layout->plot.x + layout->plot.width;
      name.anchor_y = (left ? layout->flow.left[k] : layout->flow.right[k]) + name.weight * layout->flow.scale / 2.0;
      name.colour
        = nepho_plot_theme_readable (layout->theme, left ? nepho_plot_series_colour (layout, k) : right_colour (layout, k));
      name.text = node_text (layout, left, k);
      name.subject = left ? nepho_plot_series_at (layout, k)->id : category_id (layout, k);
      nepho_plot_text_size (name.text, &name.width, &name.height);
      g_array_append_val (names, name);
    }
  nepho_plot_names_place (layout, names, left);
}

/* What both sides are stands above them, where there is room for both. */
static void
place_headings (NephoPlotLayout *layout)
{
  const char *words[] = { layout->figure->y.title, layout->figure->x.title };
  double padding = layout->theme->padding * layout->text_scale;
  double room = layout->width / 2.0 - 1.5 * padding;

  for (guint k = 0; k < G_N_ELEMENTS (words); k++)
    {
      PangoLayout *text;
      double width;
      double height;
      double x;

      if (words[k] == NULL)
        continue;
      text = nepho_plot_text_new (layout, words[k], layout->theme->label_size, TRUE, room, 1);
      nepho_plot_text_size (text, &width, &height);
      x = k == 0 ? MAX (layout->plot.x + NODE_WIDTH * layout->text_scale - width, padding)
                 : MIN (layout->plot.x + layout->plot.width - NODE_WIDTH * layout->text_scale,
                        layout->width - padding - width);
      nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_TICK_X, text, x,
                           layout->plot.y - height - HEADING_GAP * layout->text_scale, layout->theme->text_dim);
    }
}

void
nepho_plot_flow_place (NephoPlotLayout *layout)
{
  place_headings (layout);
  place_side (layout, TRUE);
  place_side (layout, FALSE);
}
