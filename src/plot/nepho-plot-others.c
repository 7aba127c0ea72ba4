/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that a paper has no room for are counted: none goes unsaid. */
#include <glib/gi18n-lib.h>

#include "nepho-plot-private.h"

/* Between it and the nearest text, at text scale 1. */
#define GAP 6.0

/* How many names a paper has no room for. */
char *
nepho_plot_others_text (guint n_others)
{
  /* Translators: so many more things have no name on a small chart */
  return g_strdup_printf (ngettext ("and %u other", "and %u others", n_others), n_others);
}

static PangoLayout *
make_text (const NephoPlotLayout *layout, const char *words, NephoPlotRect *rect)
{
  PangoLayout *text = nepho_plot_text_new (layout, words, layout->theme->label_size * 0.92, FALSE, 0.0, 1);

  nepho_plot_text_size (text, &rect->width, &rect->height);

  return text;
}

/* The count in words, or as a number where these are wider than @room. */
static PangoLayout *
make_count (const NephoPlotLayout *layout, guint n_others, double room, NephoPlotRect *rect)
{
  g_autofree char *words = nepho_plot_others_text (n_others);
  g_autofree char *number = g_strdup_printf ("+%u", n_others);
  g_autoptr (PangoLayout) text = make_text (layout, words, rect);

  return rect->width <= room ? g_steal_pointer (&text) : make_text (layout, number, rect);
}

static gboolean
is_free (const NephoPlotLayout *layout, const NephoPlotRect *rect)
{
  if (rect->x < 0.0 || rect->y < 0.0 || rect->x + rect->width > layout->width
      || rect->y + rect->height > layout->height)
    return FALSE;

  for (guint i = 0; i < layout->texts->len; i++)
    if (nepho_plot_rects_meet (rect, &g_array_index (layout->texts, NephoPlotTextBox, i).rect))
      return FALSE;

  return TRUE;
}

static void
add (NephoPlotLayout *layout, PangoLayout *text, const NephoPlotRect *rect)
{
  nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_OTHERS, text, rect->x, rect->y, layout->theme->text_dim);
}

/* Where ticks below the plot end, at the side where names stand. */
static double
edge_of_ticks (const NephoPlotLayout *layout, gboolean left)
{
  double edge = left ? layout->plot.x : layout->plot.x + layout->plot.width;

  for (guint i = 0; i < layout->texts->len; i++)
    {
      const NephoPlotTextBox *box = &g_array_index (layout->texts, NephoPlotTextBox, i);

      if (box->role == NEPHO_PLOT_TEXT_TICK_X && box->rect.y > layout->plot.y + layout->plot.height)
        edge = left ? MIN (edge, box->rect.x) : MAX (edge, box->rect.x + box->rect.width);
    }

  return edge;
}

/* A little lower where the name of the last row reaches down to there. */
static gboolean
find_height (const NephoPlotLayout *layout, NephoPlotRect *rect)
{
  double top = layout->plot.y + layout->plot.height + NEPHO_PLOT_TICK_GAP * 0.6 * layout->text_scale;

  for (guint step = 0; step < 4; step++)
    {
      rect->y = top + 2.0 * step * layout->text_scale;
      if (is_free (layout, rect))
        return TRUE;
    }

  return FALSE;
}

/* Below the names beside the plot, in the row of what stands below it: next to that, or at the paper's edge, or else
 * on the other side. */
void
nepho_plot_others_beside (NephoPlotLayout *layout, guint n_others, gboolean left)
{
  double gap = GAP * layout->text_scale;
  double edge = edge_of_ticks (layout, left);
  double padding = layout->theme->padding * layout->text_scale;
  double room = left ? edge - gap - padding : layout->width - padding - edge - gap;
  g_autoptr (PangoLayout) text = NULL;
  NephoPlotRect rect;

  if (n_others == 0)
    return;

  text = make_count (layout, n_others, room, &rect);
  const double places[] = { left ? edge - gap - rect.width : edge + gap,
                            left ? padding : layout->width - padding - rect.width,
                            left ? layout->width - padding - rect.width : padding };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      rect.x = places[i];
      if (!find_height (layout, &rect))
        continue;
      add (layout, g_steal_pointer (&text), &rect);
      return;
    }
}

/* At the end of a line that was kept free for it; a paper that has not even that room has no count. */
void
nepho_plot_others_below (NephoPlotLayout *layout, guint n_others, double right, double bottom)
{
  g_autoptr (PangoLayout) text = NULL;
  NephoPlotRect rect;

  if (n_others == 0)
    return;

  text = make_count (layout, n_others, layout->plot.width, &rect);
  rect.x = right - rect.width;
  rect.y = bottom - rect.height;
  if (is_free (layout, &rect))
    add (layout, g_steal_pointer (&text), &rect);
}

/* Somewhere among the dots, where there are none; along the upper edge if need be. */
void
nepho_plot_others_inside (NephoPlotLayout *layout, guint n_others)
{
  const NephoPlotRect *plot = &layout->plot;
  g_autoptr (PangoLayout) text = NULL;
  NephoPlotRect rect;

  if (n_others == 0)
    return;

  text = make_count (layout, n_others, plot->width, &rect);
  for (guint attempt = 0; attempt < 12; attempt++)
    {
      double part = attempt % 3 / 2.0;

      rect.x = plot->x + plot->width - rect.width - part * (plot->width - rect.width);
      rect.y = attempt % 6 < 3 ? plot->y + plot->height - rect.height : plot->y;
      if (!nepho_plot_text_is_free (layout, &rect) || (attempt < 6 && !nepho_plot_is_clear (layout, &rect)))
        continue;
      add (layout, g_steal_pointer (&text), &rect);
      return;
    }
  nepho_plot_others_beside (layout, n_others, FALSE);
}
