/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-number.h"
#include "nepho-plot-private.h"

/* Values that span more than this factor are told apart by their logarithm. */
#define LOG_FROM 100.0
/* Of the way from the paper's colour to the full one: the least and the most that a cell takes. */
#define PALEST 0.06
#define STRONGEST 0.66
#define FRAME 2.0
#define TITLE_GAP 2.0

/* What colour stands for: from little to much, by value or by its logarithm, or from below zero to above. */
void
nepho_plot_heat_init (NephoPlotHeat *heat, const NephoPlotSeries *series)
{
  double low = INFINITY;
  double high = -INFINITY;

  for (guint k = 0; k < series->y->n; k++)
    if (isfinite (series->y->values[k]))
      {
        low = MIN (low, series->y->values[k]);
        high = MAX (high, series->y->values[k]);
      }

  *heat = (NephoPlotHeat) { NEPHO_PLOT_HEAT_LINEAR, low, high };
  if (low < 0.0 && high > 0.0)
    {
      heat->kind = NEPHO_PLOT_HEAT_DIVERGING;
      heat->high = MAX (-low, high);
      heat->low = -heat->high;
    }
  else if (low > 0.0 && high / low >= LOG_FROM)
    heat->kind = NEPHO_PLOT_HEAT_LOG;
}

/* Where a value is between the ends of the colours: 0 to 1, or −1 to 1 where zero is the middle. */
double
nepho_plot_heat_part (const NephoPlotHeat *heat, double value)
{
  if (!(heat->high > heat->low))
    return heat->kind == NEPHO_PLOT_HEAT_DIVERGING ? 0.0 : 0.5;

  switch (heat->kind)
    {
    case NEPHO_PLOT_HEAT_DIVERGING:
      return value / heat->high;
    case NEPHO_PLOT_HEAT_LOG:
      return log (value / heat->low) / log (heat->high / heat->low);
    case NEPHO_PLOT_HEAT_LINEAR:
    default:
      /* Halved first: the difference of two large numbers may be too large for any. */
      return (value / 2.0 - heat->low / 2.0) / (heat->high / 2.0 - heat->low / 2.0);
    }
}

/* From the paper's colour to the accent's, below zero to that of what is negative; mixed in light so that even steps
 * look even. */
NephoPlotColour
nepho_plot_heat_colour (const NephoPlotTheme *theme, double part)
{
  NephoPlotColour a = theme->background;
  NephoPlotColour b = nepho_plot_theme_colour (theme, part < 0.0 ? NEPHO_PLOT_NEGATIVE : NEPHO_PLOT_ACCENT);
  double mix = PALEST + (STRONGEST - PALEST) * CLAMP (fabs (part), 0.0, 1.0);

  return (NephoPlotColour) { a.r + (b.r - a.r) * mix, a.g + (b.g - a.g) * mix, a.b + (b.b - a.b) * mix, 1.0 };
}

/* A cell, edges included; column by column in rows. */
void
nepho_plot_heat_cell (const NephoPlotLayout *layout, guint point, NephoPlotRect *rect)
{
  guint n_columns = MAX (layout->x.n_bands, 1u);
  double width = layout->plot.width / n_columns;
  double height = layout->plot.height / MAX (layout->y.n_bands, 1u);

  *rect = (NephoPlotRect) { nepho_plot_scale_map (&layout->x, point % n_columns) - width / 2.0,
                            nepho_plot_scale_map (&layout->y, point / n_columns) - height / 2.0, width, height };
}

/* The reader's own cell: dark, with a rim in the paper's colour. */
static void
draw_frame (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotRect *cell)
{
  double width = FRAME * layout->text_scale;

  cairo_rectangle (cr, cell->x, cell->y, cell->width, cell->height);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  nepho_plot_set_colour (cr, layout->theme->background, 1.0);
  cairo_set_line_width (cr, 2.2 * width);
  cairo_stroke_preserve (cr);
  nepho_plot_set_colour (cr, layout->theme->text, 1.0);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

void
nepho_plot_heat_draw (const NephoPlotLayout *layout, cairo_t *cr, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  NephoPlotHeat heat;
  NephoPlotRect cell;

  nepho_plot_heat_init (&heat, series);
  for (guint k = 0; k < series->y->n && layout->x.n_bands > 0; k++)
    {
      if (!isfinite (series->y->values[k]))
        continue;
      nepho_plot_heat_cell (layout, k, &cell);
      nepho_plot_set_colour (
        cr, nepho_plot_heat_colour (layout->theme, nepho_plot_heat_part (&heat, series->y->values[k])), 1.0);
      cairo_rectangle (cr, cell.x + 0.5, cell.y + 0.5, cell.width - 1.0, cell.height - 1.0);
      cairo_fill (cr);
    }
  if (series->framed >= 0 && (guint) series->framed < series->y->n && layout->x.n_bands > 0)
    {
      nepho_plot_heat_cell (layout, (guint) series->framed, &cell);
      draw_frame (layout, cr, &cell);
    }
}

/* The numbers in the cells, where they have room. */
void
nepho_plot_heat_place (NephoPlotLayout *layout, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  NephoPlotHeat heat;

  nepho_plot_heat_init (&heat, series);
  for (guint k = 0; k < series->y->n && layout->x.n_bands > 0; k++)
    {
      g_autofree char *number = NULL;
      g_autoptr (PangoLayout) text = NULL;
      NephoPlotColour colour;
      NephoPlotRect cell;
      double width;
      double height;

      if (!isfinite (series->y->values[k]))
        continue;
      number = nepho_number_format (series->y->values[k], layout->figure->y.unit, NEPHO_NUMBER_SHORT);
      text = nepho_plot_text_new (layout, number, layout->theme->label_size * 0.92, FALSE, 0.0, 1);
      nepho_plot_text_size (text, &width, &height);
      nepho_plot_heat_cell (layout, k, &cell);
      if (width + 4.0 > cell.width || height > cell.height)
        continue;
      colour = nepho_plot_heat_colour (layout->theme, nepho_plot_heat_part (&heat, series->y->values[k]));
      nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_VALUE, g_steal_pointer (&text), cell.x + (cell.width - width) / 2.0,
                           cell.y + (cell.height - height) / 2.0, nepho_plot_colour_on (layout->theme, colour))
        ->series = (int) index;
    }
}

/* Where the names of the rows begin: the first reaches above the plot where rows are lower than letters. */
static double
top_of_rows (const NephoPlotLayout *layout)
{
  double top = layout->plot.y - TITLE_GAP * layout->text_scale;

  for (guint i = 0; i < layout->texts->len; i++)
    {
      const NephoPlotTextBox *box = &g_array_index (layout->texts, NephoPlotTextBox, i);

      if (box->role == NEPHO_PLOT_TEXT_TICK_Y)
        top = MIN (top, box->rect.y);
    }

  return top;
}

static double
title_height (const NephoPlotLayout *layout, const char *words)
{
  g_autoptr (PangoLayout) text = NULL;
  double width;
  double height;

  if (words == NULL)
    return 0.0;

  text = nepho_plot_text_new (layout, words, layout->theme->label_size, TRUE, 0.0, 1);
  nepho_plot_text_size (text, &width, &height);

  return height;
}

/* Where there is no room for a key there is none for the names of axes. */
static gboolean
has_titles (const NephoPlotLayout *layout)
{
  return !layout->bare && layout->figure->series->len > 0 && nepho_plot_series_at (layout, 0)->mark == NEPHO_PLOT_MARK_HEAT;
}

/* What the names of both axes take above and below the plot. */
void
nepho_plot_heat_room (const NephoPlotLayout *layout, double *above, double *below)
{
  *above = has_titles (layout) ? title_height (layout, layout->figure->y.title) : 0.0;
  *below = has_titles (layout) ? title_height (layout, layout->figure->x.title) : 0.0;
}

/* What the rows are stands above their names, what the columns are below theirs. */
void
nepho_plot_heat_place_titles (NephoPlotLayout *layout, double bottom)
{
  double size = layout->theme->label_size;
  double padding = layout->theme->padding * layout->text_scale;
  double width;
  double height;

  if (has_titles (layout) && layout->figure->y.title != NULL)
    {
      PangoLayout *text = nepho_plot_text_new (layout, layout->figure->y.title, size, TRUE, layout->width - 2.0 * padding, 1);

      nepho_plot_text_size (text, &width, &height);
      nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_TICK_Y, text, padding,
                           top_of_rows (layout) - height, layout->theme->text_dim);
    }
  if (has_titles (layout) && layout->figure->x.title != NULL)
    {
      PangoLayout *text = nepho_plot_text_new (layout, layout->figure->x.title, size, TRUE, layout->plot.width, 1);

      nepho_plot_text_size (text, &width, &height);
      nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_TICK_X, text,
                           layout->plot.x + (layout->plot.width - width) / 2.0, bottom - height, layout->theme->text_dim);
    }
}
