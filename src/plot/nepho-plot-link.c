/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-link.h"

#include <math.h>

/**
 * nepho_plot_link_begin:
 * @cr: where to draw
 * @address: what a click opens
 * @rectangles: (nullable): where, as cairo reads it: "x y w h", once or more; %NULL: all that is drawn until
 *   nepho_plot_link_end()
 *
 * Begins what a PDF makes a link; elsewhere it is nothing.
 */
void
nepho_plot_link_begin (cairo_t *cr, const char *address, const char *rectangles)
{
  g_autoptr (GString) escaped = g_string_new (address);
  g_autofree char *attributes = NULL;

  /* Cairo reads the address between apostrophes. */
  g_string_replace (escaped, "\\", "\\\\", 0);
  g_string_replace (escaped, "'", "\\'", 0);
  attributes = rectangles != NULL ? g_strdup_printf ("rect=[%s] uri='%s'", rectangles, escaped->str)
                                  : g_strdup_printf ("uri='%s'", escaped->str);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
}

/**
 * nepho_plot_link_end:
 * @cr: where nepho_plot_link_begin() was called
 */
void
nepho_plot_link_end (cairo_t *cr)
{
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

/* In whole points: cairo reads numbers as the locale writes them, and those have no sign for decimals. */
static void
append_rectangle (GString *list, double x, double y, double width, double height)
{
  g_string_append_printf (list, "%s%d %d %d %d", list->len > 0 ? " " : "", (int) floor (x), (int) floor (y),
                          (int) ceil (width), (int) ceil (height));
}

/* Where a stretch of a text stands, on as many lines as it takes. */
static char *
find_rectangles (PangoLayout *text, const NephoPlotLink *link, double x, double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text);
  g_autoptr (GString) list = g_string_new (NULL);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle extents;
      int *ranges = NULL;
      int n_ranges = 0;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      if (line->start_index < (int) link->end && line->start_index + line->length > (int) link->start)
        pango_layout_line_get_x_ranges (line, (int) link->start, (int) link->end, &ranges, &n_ranges);
      for (int i = 0; i < n_ranges; i++)
        append_rectangle (list, x + (double) ranges[2 * i] / PANGO_SCALE, y + (double) extents.y / PANGO_SCALE,
                          (double) (ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE, (double) extents.height / PANGO_SCALE);
      g_free (ranges);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return list->len > 0 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

/**
 * nepho_plot_draw_links:
 * @cr: where @text was drawn
 * @links: (element-type NephoPlotLink): stretches of @text
 * @text: a text
 * @x: its left edge
 * @y: its top
 *
 * Makes stretches of a text links, where the file can hold them.
 */
void
nepho_plot_draw_links (cairo_t *cr, const GArray *links, PangoLayout *text, double x, double y)
{
  if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_PDF)
    return;

  for (guint i = 0; i < links->len; i++)
    {
      const NephoPlotLink *link = &g_array_index (links, NephoPlotLink, i);
      g_autofree char *rectangles = find_rectangles (text, link, x, y);

      if (rectangles == NULL)
        continue;
      nepho_plot_link_begin (cr, link->address, rectangles);
      nepho_plot_link_end (cr);
    }
}
