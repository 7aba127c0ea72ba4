/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-number.h"
#include "nepho-plot-private.h"

#define VALUE_GAP 3.0
#define POINT_GAP 5.0

static gboolean
inside (const NephoPlotRect *rect, double x, double y, double margin)
{
  return x > rect->x - margin && x < rect->x + rect->width + margin && y > rect->y - margin
         && y < rect->y + rect->height + margin;
}

/* Whether a straight piece of a line passes under a text: looked at in steps as wide as a letter. */
static gboolean
crosses (const NephoPlotRect *rect, double x0, double y0, double x1, double y1)
{
  guint steps = (guint) CLAMP (MAX (fabs (x1 - x0), fabs (y1 - y0)) / 4.0, 1.0, 400.0);

  for (guint i = 0; i <= steps; i++)
    if (inside (rect, x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps, 1.0))
      return TRUE;

  return FALSE;
}

/* Whether a text stands on an area or reaches down into it. */
static gboolean
on_area (const NephoPlotLayout *layout, guint index, const NephoPlotRect *rect)
{
  const double *tops = g_ptr_array_index (layout->tops, index);
  guint n = nepho_plot_series_at (layout, index)->y->n;

  for (guint k = 0; tops != NULL && k < n; k++)
    {
      double x;
      double y;

      nepho_plot_layout_point (layout, index, k, &x, &y);
      if (x > rect->x - 4.0 && x < rect->x + rect->width + 4.0 && y < rect->y + rect->height)
        return TRUE;
    }

  return FALSE;
}

/* Whether no dot and no line of data lies under a text. Trends may: they are thin and dotted. */
gboolean
nepho_plot_is_clear (const NephoPlotLayout *layout, const NephoPlotRect *rect)
{
  double radius = layout->theme->point_radius * layout->text_scale;

  for (guint i = 0; i < layout->figure->series->len; i++)
    {
      const NephoPlotSeries *series = nepho_plot_series_at (layout, i);
      gboolean line = series->mark == NEPHO_PLOT_MARK_LINE && series->notation != NEPHO_PLOT_TREND;
      double last_x = NAN;
      double last_y = NAN;

      if (series->y == NULL || !nepho_plot_series_visible (layout, i))
        continue;
      if (series->mark == NEPHO_PLOT_MARK_AREA && on_area (layout, i, rect))
        return FALSE;
      if (!line && series->mark != NEPHO_PLOT_MARK_POINT)
        continue;
      for (guint k = 0; k < series->y->n && k < 2 * layout->plot.width; k++)
        {
          double x;
          double y;

          nepho_plot_layout_point (layout, i, k, &x, &y);
          if (isfinite (x) && isfinite (y) && inside (rect, x, y, line ? 1.0 : radius * 0.8))
            return FALSE;
          if (line && isfinite (last_x) && isfinite (x) && isfinite (y) && crosses (rect, last_x, last_y, x, y))
            return FALSE;
          last_x = isfinite (y) ? x : (double) NAN;
          last_y = y;
        }
    }

  return TRUE;
}

static NephoPlotRect
beside_bar (const NephoPlotLayout *layout, const NephoPlotRect *bar, double width, double height, gboolean negative)
{
  double gap = VALUE_GAP * layout->text_scale;

  if (layout->figure->horizontal)
    return (NephoPlotRect) { negative ? bar->x - gap - width : bar->x + bar->width + gap,
                             bar->y + (bar->height - height) / 2.0, width, height };

  return (NephoPlotRect) { bar->x + (bar->width - width) / 2.0,
                           negative ? bar->y + bar->height + gap : bar->y - gap - height, width, height };
}

/* The baseline's mark may stand where the number would: then the number goes behind it. */
static void
pass_ghost (const NephoPlotLayout *layout, guint point, gboolean negative, NephoPlotRect *rect)
{
  double gap = VALUE_GAP * layout->text_scale;

  for (guint i = 0; i < layout->figure->series->len; i++)
    {
      const NephoPlotSeries *series = nepho_plot_series_at (layout, i);
      double at;

      if (series->mark != NEPHO_PLOT_MARK_BAR || series->notation != NEPHO_PLOT_GHOST || series->y == NULL
          || point >= series->y->n)
        continue;
      at = nepho_plot_scale_map (nepho_plot_value_scale (layout), series->y->values[point]);
      if (layout->figure->horizontal && at > rect->x - gap && at < rect->x + rect->width + gap)
        rect->x = negative ? at - gap - rect->width : at + gap;
      else if (!layout->figure->horizontal && at > rect->y - gap && at < rect->y + rect->height + gap)
        rect->y = negative ? at + gap : at - gap - rect->height;
    }
}

/* Whether a number would stand on a bar beside its own. */
static gboolean
is_on_bar (const NephoPlotLayout *layout, guint index, guint point, const NephoPlotRect *rect)
{
  NephoPlotRect core = { rect->x, rect->y + 0.15 * rect->height, rect->width, 0.7 * rect->height };

  for (guint i = 0; i < layout->figure->series->len; i++)
    {
      const NephoPlotSeries *series = nepho_plot_series_at (layout, i);
      NephoPlotRect bar;

      if (i == index || series->mark != NEPHO_PLOT_MARK_BAR || series->notation == NEPHO_PLOT_GHOST || series->y == NULL
          || !nepho_plot_series_visible (layout, i))
        continue;
      for (guint k = MAX (point, 1u) - 1; k <= point + 1 && k < series->y->n; k++)
        if (nepho_plot_bar_rect (layout, i, k, &bar) && nepho_plot_rects_meet (&core, &bar))
          return TRUE;
    }

  return FALSE;
}

/* The number at the end of a bar; with its sign where it is a change. */
PangoLayout *
nepho_plot_bar_text (const NephoPlotLayout *layout, guint index, guint point)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  gboolean total = point < 64 && (series->bridge_total >> point & 1) != 0;
  gboolean change = series->mark == NEPHO_PLOT_MARK_BRIDGE && !total;
  g_autofree char *number
    = nepho_number_format (series->y->values[point], layout->figure->y.unit,
                           (change ? NEPHO_NUMBER_WITH_SIGN : NEPHO_NUMBER_PLAIN) | NEPHO_NUMBER_SHORT);

  return nepho_plot_text_new (layout, number, layout->theme->label_size, FALSE, 0.0, 1);
}

static void
place_bar_values (NephoPlotLayout *layout, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  /* Beside a row that has no name a number would seem to be of its neighbour. */
  guint step = layout->figure->horizontal ? nepho_plot_axis_left_step (layout) : 1;

  for (guint k = 0; k < series->y->n; k += step)
    {
      double value = series->y->values[k];
      g_autoptr (PangoLayout) text = NULL;
      NephoPlotRect bar;
      NephoPlotRect rect;
      double width;
      double height;

      if (!nepho_plot_bar_rect (layout, index, k, &bar) || nepho_plot_is_muted (layout, index, k))
        continue;
      text = nepho_plot_bar_text (layout, index, k);
      nepho_plot_text_size (text, &width, &height);
      rect = beside_bar (layout, &bar, width, height, value < 0.0);
      pass_ghost (layout, k, value < 0.0, &rect);
      if (nepho_plot_text_is_free (layout, &rect) && !is_on_bar (layout, index, k, &rect))
        nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_VALUE, g_steal_pointer (&text), rect.x, rect.y,
                             layout->theme->text)
          ->series = (int) index;
    }
}

/* Right of its dot, left of it, above, below or aslant; FALSE where a label finds no place. */
static gboolean
place_point_label (NephoPlotLayout *layout, guint index, guint k, const char *label, const char *subject)
{
  g_autoptr (PangoLayout) text = NULL;
  double gap = POINT_GAP * layout->text_scale;
  double width;
  double height;
  double x;
  double y;
  NephoPlotRect places[8];

  nepho_plot_layout_point (layout, index, k, &x, &y);
  if (!isfinite (x) || !isfinite (y) || !nepho_plot_in_sight (layout, x))
    return TRUE;

  text = nepho_plot_text_new (layout, label, layout->theme->label_size * 0.92, FALSE, 0.0, 1);
  nepho_plot_text_size (text, &width, &height);
  places[0] = (NephoPlotRect) { x + gap, y - height / 2.0, width, height };
  places[1] = (NephoPlotRect) { x - gap - width, y - height / 2.0, width, height };
  places[2] = (NephoPlotRect) { x - width / 2.0, y - gap - height, width, height };
  places[3] = (NephoPlotRect) { x - width / 2.0, y + gap, width, height };
  places[4] = (NephoPlotRect) { x + gap * 0.6, y - gap * 0.6 - height, width, height };
  places[5] = (NephoPlotRect) { x - gap * 0.6 - width, y - gap * 0.6 - height, width, height };
  places[6] = (NephoPlotRect) { x + gap * 0.6, y + gap * 0.6, width, height };
  places[7] = (NephoPlotRect) { x - gap * 0.6 - width, y + gap * 0.6, width, height };
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (nepho_plot_text_is_free (layout, &places[i]) && nepho_plot_is_clear (layout, &places[i]))
      {
        NephoPlotTextBox *box = nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_POINT, g_steal_pointer (&text), places[i].x,
                                                     places[i].y, nepho_plot_label_colour (layout, index));

        box->series = (int) index;
        nepho_plot_text_names (layout, box, subject);
        return TRUE;
      }

  return FALSE;
}

/* Over the plot, where its line ends. */
static void
place_reference_above (NephoPlotLayout *layout, const NephoPlotReference *reference)
{
  g_autoptr (PangoLayout) text
    = nepho_plot_text_new (layout, reference->label, layout->theme->label_size * 0.92, FALSE, layout->plot.width, 1);
  double at = nepho_plot_scale_map (&layout->x, 0.5 * (reference->low + reference->high));
  NephoPlotRect rect;

  nepho_plot_text_size (text, &rect.width, &rect.height);
  rect.x = CLAMP (at - rect.width / 2.0, layout->plot.x, MAX (layout->width - rect.width - 2.0, layout->plot.x));
  rect.y = layout->plot.y - rect.height - 1.0;
  for (guint i = 0; i < layout->texts->len; i++)
    if (nepho_plot_rects_meet (&rect, &g_array_index (layout->texts, NephoPlotTextBox, i).rect))
      return;
  nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_REFERENCE, g_steal_pointer (&text), rect.x, rect.y,
                       layout->theme->text_dim);
}

/* Above or below its level, at the left or the right end: where the data leave room. */
static void
place_reference (NephoPlotLayout *layout, const NephoPlotReference *reference)
{
  g_autoptr (PangoLayout) text
    = nepho_plot_text_new (layout, reference->label, layout->theme->label_size * 0.92, FALSE, 0.0, 1);
  double high = nepho_plot_scale_map (&layout->y, reference->high);
  double low = nepho_plot_scale_map (&layout->y, reference->low);
  double width;
  double height;

  nepho_plot_text_size (text, &width, &height);
  /* First where neither text nor data is, then where only data are. */
  for (guint attempt = 0; attempt < 8; attempt++)
    {
      gboolean below = attempt & 1;
      gboolean at_right = attempt & 2;
      NephoPlotRect rect = {
        .x = at_right ? layout->plot.x + layout->plot.width - width - 4.0 : layout->plot.x + 4.0,
        .y = below ? low + 1.0 : high - height - 1.0,
        .width = width,
        .height = height,
      };

      if (!nepho_plot_text_is_free (layout, &rect) || (attempt < 4 && !nepho_plot_is_clear (layout, &rect)))
        continue;
      nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_REFERENCE, g_steal_pointer (&text), rect.x, rect.y,
                           layout->theme->text_dim);
      return;
    }
}

/* The name of a line that ends before the others. */
static gboolean
place_early_label (NephoPlotLayout *layout, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  for (guint k = series->y->n; k-- > 0;)
    if (isfinite (series->y->values[k]))
      return place_point_label (layout, index, k, series->label, series->id);

  return TRUE;
}

/* Returns how many dots find no place for their names. */
static guint
place_point_labels (NephoPlotLayout *layout, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  guint n_without = 0;

  for (guint k = 0; k < series->y->n && series->point_labels[k] != NULL; k++)
    if (*series->point_labels[k] != '\0' && !nepho_plot_is_muted (layout, index, k))
      n_without += !place_point_label (layout, index, k, series->point_labels[k], series->point_labels[k]);

  return n_without;
}

/* Numbers at bars and in cells, names at dots, and what the reference levels are. */
void
nepho_plot_values_place (NephoPlotLayout *layout)
{
  guint n_without = 0;

  for (guint i = 0; i < layout->figure->references->len; i++)
    {
      const NephoPlotReference *reference = &g_array_index (layout->figure->references, NephoPlotReference, i);

      if (layout->figure->horizontal)
        place_reference_above (layout, reference);
      else
        place_reference (layout, reference);
    }
  for (guint i = 0; i < layout->figure->series->len; i++)
    {
      const NephoPlotSeries *series = nepho_plot_series_at (layout, i);

      if (series->y == NULL || !nepho_plot_series_visible (layout, i))
        continue;
      if ((series->mark == NEPHO_PLOT_MARK_BAR && series->notation != NEPHO_PLOT_GHOST)
          || series->mark == NEPHO_PLOT_MARK_BRIDGE)
        place_bar_values (layout, i);
      else if (series->mark == NEPHO_PLOT_MARK_SPAN || series->mark == NEPHO_PLOT_MARK_DUMBBELL)
        nepho_plot_ends_place (layout, i);
      else if (series->mark == NEPHO_PLOT_MARK_TILE)
        nepho_plot_tiles_label (layout, i);
      else if (series->mark == NEPHO_PLOT_MARK_HEAT)
        nepho_plot_heat_place (layout, i);
      else if (series->mark == NEPHO_PLOT_MARK_LINE && *series->label != '\0'
               && series->notation != NEPHO_PLOT_GHOST && nepho_plot_ends_early (layout, i))
        n_without += !place_early_label (layout, i);
      else if (series->mark == NEPHO_PLOT_MARK_POINT && series->point_labels != NULL)
        n_without += place_point_labels (layout, i);
    }
  nepho_plot_others_inside (layout, n_without);
}
