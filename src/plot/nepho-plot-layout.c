/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-font.h"
#include "nepho-plot-private.h"

/* How often a note about words without room is made to fit what it tells of. */
#define UNPLACED_ROUNDS 3
/* Sides of the plot where the paper has no room left; nothing can be read in it. */
#define SMALLEST_PLOT 10.0
/* Names at the left take at most this part of the width. */
#define LEFT_PART 0.36
/* Of the line above the plot in which levels are named, in sizes of its letters. */
#define REFERENCE_HEIGHT 1.4
/* What is there only to compare must not be louder than what it is compared with. */
#define CONTEXT_OPACITY 0.42
/* Of data beside the one that is looked at alone. */
#define MUTED_OPACITY 0.25

const NephoPlotSeries *
nepho_plot_series_at (const NephoPlotLayout *layout, guint series)
{
  return g_ptr_array_index (layout->figure->series, series);
}

/* Whether a series is shown: all are, but where the reader looks at one alone. */
gboolean
nepho_plot_series_visible (const NephoPlotLayout *layout, guint series)
{
  const NephoPlotSeries *at = nepho_plot_series_at (layout, series);

  if (layout->panel >= 0 && at->panel != (guint) layout->panel)
    return FALSE;

  return layout->isolated == NULL || nepho_plot_figure_touches (layout->figure, at, layout->isolated);
}

/* Whether a datum is there only beside the one that the reader looks at alone. */
gboolean
nepho_plot_is_muted (const NephoPlotLayout *layout, guint series, guint point)
{
  return layout->isolated != NULL
         && !nepho_plot_figure_is_about (layout->figure, nepho_plot_series_at (layout, series), point,
                                         layout->isolated);
}

double
nepho_plot_series_x (const NephoPlotLayout *layout, guint series, guint point)
{
  const NephoPlotColumn *x = nepho_plot_series_at (layout, series)->x;

  return x != NULL && point < x->n ? x->values[point] : point;
}

/* Where a point of a series is drawn, in units of y: on top of its stack for an area. */
double
nepho_plot_series_y (const NephoPlotLayout *layout, guint series, guint point)
{
  const double *tops = g_ptr_array_index (layout->tops, series);
  const NephoPlotSeries *at = nepho_plot_series_at (layout, series);
  double from;
  double to;

  if (tops != NULL)
    return tops[point];
  if (at->mark != NEPHO_PLOT_MARK_BRIDGE)
    return at->y->values[point];

  nepho_plot_bridge_ends (at, point, &from, &to);

  return to;
}

/* Whether a series is on a panel of another only so that the two can be compared. */
gboolean
nepho_plot_is_context (const NephoPlotLayout *layout, guint series)
{
  const NephoPlotSeries *at = nepho_plot_series_at (layout, series);

  return layout->panel >= 0 && at->everywhere && at->panel != (guint) layout->panel;
}

NephoPlotColour
nepho_plot_series_colour (const NephoPlotLayout *layout, guint series)
{
  const NephoPlotSeries *at = nepho_plot_series_at (layout, series);

  if (nepho_plot_is_context (layout, series))
    {
      NephoPlotColour colour = layout->theme->ghost;

      colour.a = CONTEXT_OPACITY;
      return colour;
    }

  return at->notation == NEPHO_PLOT_GHOST ? layout->theme->ghost : nepho_plot_theme_colour (layout->theme, at->colour);
}

/* Of the words that name a series. */
NephoPlotColour
nepho_plot_label_colour (const NephoPlotLayout *layout, guint series)
{
  return nepho_plot_theme_readable (layout->theme, nepho_plot_series_colour (layout, series));
}

/* How an area or a tile is hatched beside its colour. */
NephoPlotPattern
nepho_plot_fill_pattern (const NephoPlotLayout *layout, guint series)
{
  return layout->theme->patterns ? nepho_plot_theme_pattern (nepho_plot_series_at (layout, series)->colour)
                                 : NEPHO_PLOT_PATTERN_USUAL;
}

/* Of one datum. */
NephoPlotColour
nepho_plot_datum_colour (const NephoPlotLayout *layout, guint series, guint point)
{
  const NephoPlotSeries *at = nepho_plot_series_at (layout, series);
  NephoPlotColour colour = nepho_plot_series_colour (layout, series);

  if (at->colour == NEPHO_PLOT_CHANGE && at->low != NULL && point < at->low->n)
    colour = nepho_plot_theme_colour (layout->theme, at->y->values[point] < at->low->values[point] ? NEPHO_PLOT_NEGATIVE
                                                                                                   : NEPHO_PLOT_POSITIVE);
  if (nepho_plot_is_muted (layout, series, point))
    colour.a *= MUTED_OPACITY;

  return colour;
}

const NephoPlotScale *
nepho_plot_value_scale (const NephoPlotLayout *layout)
{
  return layout->figure->horizontal ? &layout->x : &layout->y;
}

const NephoPlotScale *
nepho_plot_band_scale (const NephoPlotLayout *layout)
{
  return layout->figure->horizontal ? &layout->y : &layout->x;
}

/* Labels of levels that stand upright are written above the plot. */
double
nepho_plot_reference_height (const NephoPlotLayout *layout)
{
  return layout->figure->horizontal && layout->figure->references->len > 0
           ? REFERENCE_HEIGHT * layout->theme->label_size * layout->text_scale
           : 0.0;
}

/* Where categories of unequal width meet, as parts of the whole; NULL where no width is left. */
static double *
make_edges (const NephoPlotColumn *widths)
{
  double *edges = g_new0 (double, widths->n + 1);
  double whole;

  for (guint k = 0; k < widths->n; k++)
    edges[k + 1] = edges[k] + (isfinite (widths->values[k]) ? MAX (widths->values[k], 0.0) : 0.0);
  whole = edges[widths->n];
  if (!(whole > 0.0) || !isfinite (whole))
    {
      g_free (edges);
      return NULL;
    }
  for (guint k = 1; k <= widths->n; k++)
    edges[k] /= whole;

  return edges;
}

static void
make_scale (NephoPlotLayout *layout, const NephoPlotAxis *axis, gboolean values, NephoPlotScale *scale)
{
  scale->kind = axis->kind;
  if (axis->kind == NEPHO_PLOT_SCALE_BAND)
    {
      scale->n_bands = axis->categories != NULL ? g_strv_length (axis->categories) : 0;
      if (scale == &layout->x && axis->widths != NULL && axis->widths->n == scale->n_bands)
        scale->edges = layout->x_edges = make_edges (axis->widths);
    }
  else
    nepho_plot_domain (layout, values, &scale->d0, &scale->d1);
}

/* Texts beyond the ends of bars need a place inside the plot: the scale keeps away from its edges. */
static void
inset_values (NephoPlotLayout *layout)
{
  NephoPlotScale *values = layout->figure->horizontal ? &layout->x : &layout->y;
  double sign = values->r1 > values->r0 ? 1.0 : -1.0;
  double before;
  double after;

  nepho_plot_ends_room (layout, &before, &after);
  values->r0 += sign * before;
  values->r1 -= sign * after;
}

/* Whether names beside the plot take the place of the axis at its left. */
gboolean
nepho_plot_has_left_axis (const NephoPlotLayout *layout)
{
  return !nepho_plot_is_sloped (layout) && !nepho_plot_is_flow (layout);
}

static double
names_width (NephoPlotLayout *layout, gboolean left)
{
  return nepho_plot_is_flow (layout) ? nepho_plot_flow_width (layout, left) : nepho_plot_labels_width (layout, left);
}

/* The first and the last category of slopes stand at the edges of the plot. */
static void
stretch_bands (NephoPlotLayout *layout)
{
  double half = layout->x.n_bands > 1 ? 0.5 * layout->plot.width / (layout->x.n_bands - 1.0) : 0.0;

  layout->x.r0 -= half;
  layout->x.r1 += half;
}

/* What takes room above the plot. */
static double
head_room (const NephoPlotLayout *layout, double line)
{
  double room = MAX (line * 0.8, nepho_plot_reference_height (layout));
  double above;
  double below;

  if (nepho_plot_is_flow (layout))
    room = MAX (room, 1.7 * line);
  nepho_plot_heat_room (layout, &above, &below);

  return MAX (room, above + (above > 0.0 ? 0.7 : 0.0) * line);
}

/* Room left and right of the plot, then the ranges of the scales. */
static void
fit_plot (NephoPlotLayout *layout, const NephoPlotAxis *left_axis, const NephoPlotAxis *bottom_axis, double top, double bottom)
{
  double scale = layout->text_scale;
  double padding = layout->theme->padding * scale;
  double line = layout->theme->label_size * scale;
  guint wanted = (guint) CLAMP ((bottom - top) / (line * 4.0), 3.0, 6.0);
  double left;
  double right = padding;

  nepho_plot_axis_ticks (left_axis, &layout->y, wanted, &layout->y_ticks);
  if (!nepho_plot_has_left_axis (layout))
    layout->y_ticks.n = 0;
  left = padding + MIN (nepho_plot_axis_width (layout, left_axis, &layout->y_ticks), layout->width * LEFT_PART) + NEPHO_PLOT_TICK_GAP * scale;
  if (!nepho_plot_has_left_axis (layout))
    left = padding + names_width (layout, TRUE);
  right += MAX (names_width (layout, FALSE), 0.6 * line);

  layout->plot.x = left;
  layout->plot.width = MAX (layout->width - left - right, SMALLEST_PLOT);
  layout->x.r0 = layout->plot.x;
  layout->x.r1 = layout->plot.x + layout->plot.width;
  wanted = (guint) CLAMP (layout->plot.width / (line * 6.0), 3.0, 6.0);
  nepho_plot_axis_ticks (bottom_axis, &layout->x, wanted, &layout->x_ticks);
  if (nepho_plot_is_sloped (layout))
    stretch_bands (layout);
  if (nepho_plot_is_flow (layout))
    layout->x_ticks.n = 0;

  layout->plot.y = top + head_room (layout, line);
  layout->plot.height = bottom - layout->plot.y - nepho_plot_axis_height (layout, bottom_axis, &layout->x_ticks)
                        - NEPHO_PLOT_TICK_GAP * 1.2 * scale;
  layout->plot.height = MAX (layout->plot.height, SMALLEST_PLOT);
  layout->y.r0 = layout->plot.y + layout->plot.height;
  layout->y.r1 = layout->plot.y;
  /* Ranks and categories are read from the top. */
  if (left_axis->reversed || left_axis->kind == NEPHO_PLOT_SCALE_BAND)
    {
      layout->y.r0 = layout->plot.y;
      layout->y.r1 = layout->plot.y + layout->plot.height;
    }
  inset_values (layout);
}

static void
place_empty (NephoPlotLayout *layout, const char *text, double top, double bottom)
{
  double width = layout->width * 0.7;
  PangoLayout *made = nepho_plot_text_new (layout, text, layout->theme->subtitle_size, FALSE, width, 4);
  double made_width;
  double height;

  layout->empty = TRUE;
  layout->plot = (NephoPlotRect) { 0.0, top, layout->width, MAX (bottom - top, 0.0) };
  nepho_plot_text_size (made, &made_width, &height);
  nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_EMPTY, made, (layout->width - made_width) / 2.0,
                       MAX (top, (top + bottom - height) / 2.0), layout->theme->text_dim);
}

static void
arrange (NephoPlotLayout *layout)
{
  const NephoPlotFigure *figure = layout->figure;
  const NephoPlotAxis *left_axis = figure->horizontal ? &figure->x : &figure->y;
  const NephoPlotAxis *bottom_axis = figure->horizontal ? &figure->y : &figure->x;
  const char *missing = nepho_plot_missing (layout);
  double top;
  double bottom;
  double above;
  double below;
  double key;
  guint unnamed;

  nepho_plot_paper_place (layout, &top, &bottom);
  if (missing == NULL)
    {
      nepho_plot_order (layout);
      nepho_plot_stack (layout);
      make_scale (layout, left_axis, !figure->horizontal, &layout->y);
      make_scale (layout, bottom_axis, figure->horizontal, &layout->x);
      missing = nepho_plot_missing_range (layout);
    }
  if (missing != NULL)
    {
      place_empty (layout, missing, top, bottom);
      return;
    }

  key = nepho_plot_key_height (layout);
  if (nepho_plot_has_panels (layout))
    {
      nepho_plot_panels_arrange (layout, top + key, bottom);
      nepho_plot_key_place (layout, top);
      nepho_plot_annotations_place (layout);
      return;
    }
  nepho_plot_heat_room (layout, &above, &below);
  fit_plot (layout, left_axis, bottom_axis, top + key, bottom - below);
  if (key > 0.0)
    nepho_plot_key_place (layout, top);
  unnamed = nepho_plot_axis_place_left (layout, left_axis);
  nepho_plot_heat_place_titles (layout, bottom);
  nepho_plot_axis_place_bottom (layout, bottom_axis);
  nepho_plot_others_beside (layout, left_axis->stepped ? 0 : unnamed, TRUE);
  nepho_plot_ranks_place (layout);
  if (nepho_plot_is_flow (layout))
    {
      nepho_plot_flow_arrange (layout);
      nepho_plot_flow_place (layout);
    }
  nepho_plot_labels_place (layout);
  nepho_plot_values_place (layout);
  nepho_plot_breaks_place (layout);
  nepho_plot_annotations_place (layout);
}

static void
text_box_clear (gpointer data)
{
  g_clear_object (&((NephoPlotTextBox *) data)->layout);
}

GArray *
nepho_plot_texts_new (void)
{
  GArray *texts = g_array_new (FALSE, TRUE, sizeof (NephoPlotTextBox));

  g_array_set_clear_func (texts, text_box_clear);

  return texts;
}

static NephoPlotLayout *
layout_make (const NephoPlotFigure *figure,
             PangoContext *context,
             const NephoPlotTheme *theme,
             double width,
             double height,
             double text_scale,
             const NephoPlotView *view,
             guint told_unplaced)
{
  NephoPlotLayout *layout = g_new0 (NephoPlotLayout, 1);

  layout->figure = figure;
  layout->context = g_object_ref (context);
  layout->language = nepho_plot_font_language ();
  layout->theme = theme;
  layout->width = width;
  layout->height = height;
  layout->text_scale = text_scale;
  layout->x_low = view->x_minimum;
  layout->x_high = view->x_maximum;
  layout->y_low = view->y_minimum;
  layout->y_high = view->y_maximum;
  layout->isolated = g_strdup (view->isolated);
  layout->title_gap = view->title_gap;
  layout->complete = view->complete;
  layout->panel = -1;
  layout->told_unplaced = told_unplaced;
  layout->texts = nepho_plot_texts_new ();
  layout->tops = g_ptr_array_new_with_free_func (g_free);
  layout->bottoms = g_ptr_array_new_with_free_func (g_free);
  arrange (layout);

  return layout;
}

/**
 * nepho_plot_layout_new:
 * @figure: a figure; it must outlive the layout
 * @context: a pango context whose texts are measured in the units of the paper
 * @theme: colours and sizes
 * @width: width of the paper, in points
 * @height: height of the paper, in points
 * @text_scale: factor for all texts, 1 as designed
 * @view: (nullable): what the reader looks at
 *
 * Decides where everything goes. Nothing is drawn yet: what this decides can be tested by numbers.
 *
 * Returns: (transfer full): the layout
 */
NephoPlotLayout *
nepho_plot_layout_new (const NephoPlotFigure *figure,
                       PangoContext *context,
                       const NephoPlotTheme *theme,
                       double width,
                       double height,
                       double text_scale,
                       const NephoPlotView *view)
{
  static const NephoPlotView everything = NEPHO_PLOT_VIEW_ALL;
  NephoPlotLayout *layout
    = layout_make (figure, context, theme, width, height, text_scale, view != NULL ? view : &everything, 0);

  /* A line at the foot that tells of words without room takes room itself. */
  for (guint round = 0; round < UNPLACED_ROUNDS && layout->unplaced != layout->told_unplaced; round++)
    {
      guint unplaced = layout->unplaced;

      nepho_plot_layout_free (layout);
      layout = layout_make (figure, context, theme, width, height, text_scale, view != NULL ? view : &everything,
                            unplaced);
    }

  return layout;
}

/**
 * nepho_plot_layout_free:
 * @layout: (transfer full) (nullable): a layout
 */
void
nepho_plot_layout_free (NephoPlotLayout *layout)
{
  if (layout == NULL)
    return;

  g_clear_pointer (&layout->panels, g_ptr_array_unref);
  g_ptr_array_unref (layout->bottoms);
  g_ptr_array_unref (layout->tops);
  g_array_unref (layout->texts);
  g_free (layout->ordered);
  g_free (layout->flow.left);
  g_free (layout->flow.right);
  g_free (layout->x_edges);
  g_free (layout->isolated);
  g_object_unref (layout->context);
  g_free (layout);
}

/**
 * nepho_plot_layout_plot_rect:
 * @layout: a layout
 *
 * Returns: (transfer none): where the data are drawn
 */
const NephoPlotRect *
nepho_plot_layout_plot_rect (const NephoPlotLayout *layout)
{
  return &layout->plot;
}

/**
 * nepho_plot_layout_x:
 * @layout: a layout
 *
 * Returns: (transfer none): the scale from left to right
 */
const NephoPlotScale *
nepho_plot_layout_x (const NephoPlotLayout *layout)
{
  return &layout->x;
}

/**
 * nepho_plot_layout_y:
 * @layout: a layout
 *
 * Returns: (transfer none): the scale from bottom to top, or from top to bottom where it is reversed
 */
const NephoPlotScale *
nepho_plot_layout_y (const NephoPlotLayout *layout)
{
  return &layout->y;
}

/**
 * nepho_plot_layout_texts:
 * @layout: a layout
 * @n_texts: (out): how many
 *
 * Returns: (array length=n_texts) (transfer none): every text with its place
 */
const NephoPlotTextBox *
nepho_plot_layout_texts (const NephoPlotLayout *layout, guint *n_texts)
{
  *n_texts = layout->texts->len;

  return (const NephoPlotTextBox *) (void *) layout->texts->data;
}
