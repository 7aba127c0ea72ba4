/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-number.h"
#include "nepho-plot-private.h"

/* Half of the seam between tiles, in points at text scale 1. */
#define SEAM 0.5
#define MARGIN 3.0
/* Contrast of text that WCAG 2 asks for at level AA. */
#define READABLE 4.5

/* The paper that a tile covers, seams apart; FALSE where it has no area. */
gboolean
nepho_plot_tile_rect (const NephoPlotLayout *layout, guint index, guint point, NephoPlotRect *rect)
{
  const double *tops = g_ptr_array_index (layout->tops, index);
  const double *bottoms = g_ptr_array_index (layout->bottoms, index);
  double seam = SEAM * layout->text_scale;
  double place = nepho_plot_series_x (layout, index, point);
  double left;
  double right;
  double top;
  double bottom;

  if (tops == NULL || point >= nepho_plot_series_at (layout, index)->y->n)
    return FALSE;

  left = nepho_plot_scale_map (&layout->x, place - 0.5);
  right = nepho_plot_scale_map (&layout->x, place + 0.5 - 1e-9);
  top = nepho_plot_scale_map (&layout->y, tops[point]);
  bottom = nepho_plot_scale_map (&layout->y, bottoms[point]);
  *rect = (NephoPlotRect) { left + seam, MIN (top, bottom) + seam, right - left - 2.0 * seam,
                            fabs (bottom - top) - 2.0 * seam };

  return isfinite (rect->x) && isfinite (rect->y) && rect->width > 0.0 && rect->height > 0.0;
}

void
nepho_plot_draw_tiles (const NephoPlotLayout *layout, cairo_t *cr, guint index)
{
  NephoPlotPattern pattern = nepho_plot_fill_pattern (layout, index);

  for (guint k = 0; k < nepho_plot_series_at (layout, index)->y->n; k++)
    {
      NephoPlotRect rect;

      if (!nepho_plot_tile_rect (layout, index, k, &rect))
        continue;
      cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
      nepho_plot_set_colour (cr, nepho_plot_datum_colour (layout, index, k), 1.0);
      cairo_fill (cr);
      if (pattern != NEPHO_PLOT_PATTERN_USUAL)
        nepho_plot_hatch (layout, cr, &rect, pattern);
    }
}

static NephoPlotColour
clearer (NephoPlotColour a, NephoPlotColour b, NephoPlotColour fill)
{
  return nepho_plot_contrast (a, fill) >= nepho_plot_contrast (b, fill) ? a : b;
}

/* Whichever of paper and ink is read better on a colour; of black and white where neither can be read well: one of
 * these always can. */
NephoPlotColour
nepho_plot_colour_on (const NephoPlotTheme *theme, NephoPlotColour fill)
{
  static const NephoPlotColour black = { 0.0, 0.0, 0.0, 1.0 };
  static const NephoPlotColour white = { 1.0, 1.0, 1.0, 1.0 };
  NephoPlotColour own = clearer (theme->background, theme->text, fill);

  return nepho_plot_contrast (own, fill) >= READABLE ? own : clearer (black, white, fill);
}

/* FALSE where the text is larger than the tile. */
static gboolean
place_text (NephoPlotLayout *layout, guint index, const NephoPlotRect *tile, const char *words, gboolean named)
{
  g_autoptr (PangoLayout) text
    = nepho_plot_text_new_centred (layout, words, layout->theme->label_size * 0.92);
  NephoPlotTextBox *box;
  NephoPlotRect rect;

  nepho_plot_text_size (text, &rect.width, &rect.height);
  rect.x = tile->x + (tile->width - rect.width) / 2.0;
  rect.y = tile->y + (tile->height - rect.height) / 2.0;
  /* Tiles of negative parts lie on one another. */
  if (rect.width + 2.0 * MARGIN * layout->text_scale > tile->width || rect.height > tile->height
      || !nepho_plot_text_is_free (layout, &rect))
    return FALSE;

  box = nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_VALUE, g_steal_pointer (&text), rect.x, rect.y,
                             nepho_plot_colour_on (layout->theme, nepho_plot_series_colour (layout, index)));
  box->series = (int) index;
  if (named)
    nepho_plot_text_names (layout, box, nepho_plot_series_at (layout, index)->id);

  return TRUE;
}

/* Whether the series' name stands beside the last column. */
static gboolean
is_named_beside (const NephoPlotLayout *layout, guint index)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const NephoPlotTextBox *box = &g_array_index (layout->texts, NephoPlotTextBox, i);

      if (box->role == NEPHO_PLOT_TEXT_LABEL && box->series == (int) index)
        return TRUE;
    }

  return FALSE;
}

/* Whose tile it is and how much it is, or only how much, as its size allows. */
void
nepho_plot_tiles_label (NephoPlotLayout *layout, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  gboolean beside = is_named_beside (layout, index);

  for (guint k = 0; k < series->y->n; k++)
    {
      gboolean named = beside && k + 1 == series->y->n;
      g_autofree char *number = NULL;
      g_autofree char *both = NULL;
      g_autofree char *line = NULL;
      NephoPlotRect tile;

      if (!nepho_plot_tile_rect (layout, index, k, &tile) || nepho_plot_is_muted (layout, index, k))
        continue;
      number = nepho_number_format (series->y->values[k], layout->figure->y.unit,
                                    NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
      both = g_strconcat (series->label, "\n", number, NULL);
      line = g_strconcat (series->label, " ", number, NULL);
      if (named
          || (!place_text (layout, index, &tile, both, TRUE) && !place_text (layout, index, &tile, line, TRUE)))
        place_text (layout, index, &tile, number, FALSE);
    }
}
