/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-layout-check.h"

#include <math.h>

#include "nepho-plot-private.h"

/* Texts are measured in 1024ths of a point, and two of them may touch. */
#define ROUNDING 0.51

PangoContext *
nepho_layout_context (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return context;
}

static gboolean
overlap (const NephoPlotRect *a, const NephoPlotRect *b)
{
  return a->x + ROUNDING < b->x + b->width && b->x + ROUNDING < a->x + a->width && a->y + ROUNDING < b->y + b->height
         && b->y + ROUNDING < a->y + a->height;
}

static gboolean
is_within (const NephoPlotRect *rect, double left, double top, double right, double bottom)
{
  return rect->x >= left - ROUNDING && rect->y >= top - ROUNDING && rect->x + rect->width <= right + ROUNDING
         && rect->y + rect->height <= bottom + ROUNDING;
}

static const char *
words_of (const NephoPlotTextBox *text)
{
  return pango_layout_get_text (text->layout);
}

static char *
check_texts (const NephoPlotLayout *layout, double width, double height)
{
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);

  for (guint i = 0; i < n; i++)
    {
      const NephoPlotRect *rect = &texts[i].rect;

      if (!is_within (rect, 0.0, 0.0, width, height))
        return g_strdup_printf ("“%s” (role %u) leaves the paper: %.1f %.1f %.1f %.1f", words_of (&texts[i]), texts[i].role,
                                rect->x, rect->y, rect->width, rect->height);
      for (guint k = 0; k < i; k++)
        if (overlap (rect, &texts[k].rect))
          return g_strdup_printf ("“%s” (role %u, %.1f %.1f %.1f %.1f) covers “%s” (role %u, %.1f %.1f %.1f %.1f)",
                                  words_of (&texts[i]), texts[i].role, rect->x, rect->y, rect->width, rect->height,
                                  words_of (&texts[k]), texts[k].role, texts[k].rect.x, texts[k].rect.y,
                                  texts[k].rect.width, texts[k].rect.height);
    }

  return NULL;
}

void
nepho_layout_assert_tidy (const NephoPlotLayout *layout, double width, double height)
{
  g_autofree char *wrong = check_texts (layout, width, height);

  if (wrong != NULL)
    g_error ("%.0f×%.0f: %s", width, height, wrong);
}

/* Names beside the plot stand in the order of what they name. */
static char *
check_order (const NephoPlotLayout *layout)
{
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);
  const NephoPlotRect *plot = nepho_plot_layout_plot_rect (layout);

  for (guint i = 0; i < n && layout->panels == NULL; i++)
    for (guint k = 0; k < n; k++)
      if (texts[i].role == NEPHO_PLOT_TEXT_LABEL && texts[k].role == NEPHO_PLOT_TEXT_LABEL
          && texts[i].rect.x >= plot->x + plot->width && texts[k].rect.x >= plot->x + plot->width
          && texts[i].anchor_y < texts[k].anchor_y - 1e-6 && texts[i].rect.y > texts[k].rect.y)
        return g_strdup_printf ("“%s” stands below “%s”", words_of (&texts[i]), words_of (&texts[k]));

  return NULL;
}

static char *
check_point (const NephoPlotLayout *layout, guint series, guint point)
{
  const NephoPlotRect *plot = &layout->plot;
  NephoPlotRect mark = { 0 };

  switch (nepho_plot_series_at (layout, series)->mark)
    {
    case NEPHO_PLOT_MARK_BAR:
    case NEPHO_PLOT_MARK_BRIDGE:
    case NEPHO_PLOT_MARK_SPAN:
      if (!nepho_plot_bar_rect (layout, series, point, &mark))
        return NULL;
      break;
    case NEPHO_PLOT_MARK_TILE:
      if (!nepho_plot_tile_rect (layout, series, point, &mark))
        return NULL;
      break;
    case NEPHO_PLOT_MARK_HEAT:
      nepho_plot_heat_cell (layout, point, &mark);
      break;
    case NEPHO_PLOT_MARK_FLOW:
      return NULL;
    case NEPHO_PLOT_MARK_LINE:
    case NEPHO_PLOT_MARK_BAND:
    case NEPHO_PLOT_MARK_AREA:
    case NEPHO_PLOT_MARK_POINT:
    case NEPHO_PLOT_MARK_SLOPE:
    case NEPHO_PLOT_MARK_DUMBBELL:
    default:
      nepho_plot_layout_point (layout, series, point, &mark.x, &mark.y);
      if (!isfinite (mark.x) || !isfinite (mark.y))
        return NULL;
    }

  return is_within (&mark, plot->x, plot->y, plot->x + plot->width, plot->y + plot->height)
           ? NULL
           : g_strdup_printf ("datum %u of series %u at %.1f %.1f (%.1f × %.1f) is beside the plot at %.1f %.1f (%.1f × %.1f)", point, series, mark.x, mark.y,
                              mark.width, mark.height, plot->x, plot->y, plot->width, plot->height);
}

static char *
check_data (const NephoPlotLayout *layout, const NephoPlotFigure *figure)
{
  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);
      const NephoPlotLayout *own = layout->panels != NULL ? nepho_plot_panel_of (layout, i) : layout;

      for (guint k = 0; own != NULL && series->y != NULL && k < series->y->n; k++)
        {
          char *wrong = isfinite (series->y->values[k]) ? check_point (own, i, k) : NULL;

          if (wrong != NULL)
            return wrong;
        }
    }

  return NULL;
}

char *
nepho_layout_check (const NephoPlotLayout *layout, const NephoPlotFigure *figure, double width, double height)
{
  const NephoPlotRect *plot = nepho_plot_layout_plot_rect (layout);
  char *wrong = check_texts (layout, width, height);

  if (wrong == NULL && !is_within (plot, 0.0, 0.0, width, height))
    wrong = g_strdup_printf ("the plot leaves the paper: %.1f %.1f %.1f %.1f", plot->x, plot->y, plot->width, plot->height);
  if (wrong == NULL)
    wrong = check_order (layout);
  if (wrong == NULL && !layout->empty)
    wrong = check_data (layout, figure);

  return wrong;
}

static gboolean
has_role (const NephoPlotLayout *layout, NephoPlotTextRole role)
{
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);

  for (guint i = 0; i < n; i++)
    if (texts[i].role == role)
      return TRUE;

  return FALSE;
}

char *
nepho_layout_check_complete (const NephoPlotLayout *layout, const NephoPlotFigure *figure)
{
  if (!has_role (layout, NEPHO_PLOT_TEXT_TITLE))
    return g_strdup ("the title is left out");
  if (figure->note != NULL && !has_role (layout, NEPHO_PLOT_TEXT_NOTE))
    return g_strdup ("the note is left out");

  return figure->source == NULL || has_role (layout, NEPHO_PLOT_TEXT_SOURCE) ? NULL : g_strdup ("the source is left out");
}
