/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-picture-private.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "nepho-plot-text-sink.h"

/* Between the charts of a page, and around them; points. */
#define PAGE_MARGIN 14.0
#define GAP 8.0

/* A page's title is this much larger than a chart's. */
#define TITLE_FACTOR 1.35

typedef struct
{
  const GPtrArray           *figures;
  const NephoPictureOptions *options;
  const char                *title;
  guint                      columns; /* of the first page; 0: there is none */
} Report;

static const NephoPlotFigure *
figure_at (const Report *report, guint index)
{
  return g_ptr_array_index (report->figures, index);
}

static void
cover (const Report *report, cairo_t *cr)
{
  const NephoPlotColour *colour = &report->options->theme->background;

  if (report->options->transparent)
    return;

  cairo_set_source_rgb (cr, colour->r, colour->g, colour->b);
  cairo_rectangle (cr, 0.0, 0.0, report->options->width_pt, report->options->height_pt);
  cairo_fill (cr);
}

/* Writes the page's title and returns how much height it took. */
static double
draw_title (const Report *report, cairo_t *cr)
{
  const NephoPlotTheme *theme = report->options->theme;
  g_autoptr (GObject) owner = NULL;
  PangoFontDescription *font;
  PangoLayout *layout;
  int height;

  if (report->title == NULL || *report->title == '\0')
    return 0.0;

  owner = G_OBJECT (pango_cairo_create_layout (cr));
  layout = PANGO_LAYOUT (owner);
  font = pango_font_description_from_string (theme->font);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, theme->title_size * TITLE_FACTOR * report->options->text_scale
                                                    * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, report->title, -1);
  pango_layout_set_width (layout, (int) ((report->options->width_pt - 2.0 * PAGE_MARGIN) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_size (layout, NULL, &height);

  cairo_set_source_rgb (cr, theme->text.r, theme->text.g, theme->text.b);
  cairo_move_to (cr, PAGE_MARGIN, PAGE_MARGIN);
  nepho_plot_show_text (cr, layout);

  return (double) height / PANGO_SCALE + GAP;
}

static void
draw_grid (const Report *report, cairo_t *cr)
{
  guint n = report->figures->len;
  guint columns = MIN (report->columns, n);
  guint rows = (n + columns - 1) / columns;
  double top = PAGE_MARGIN;
  double width;
  double height;

  cover (report, cr);
  top += draw_title (report, cr);
  width = (report->options->width_pt - 2.0 * PAGE_MARGIN - GAP * (columns - 1)) / columns;
  height = (report->options->height_pt - PAGE_MARGIN - top - GAP * (rows - 1)) / rows;

  for (guint i = 0; i < n && width > 0.0 && height > 0.0; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, PAGE_MARGIN + (i % columns) * (width + GAP), top + i / columns * (height + GAP));
      nepho_plot_render (figure_at (report, i), cr, width, height, report->options->theme,
                         report->options->text_scale, NULL, TRUE);
      cairo_restore (cr);
    }
}

static void
draw_page (cairo_t *cr, guint page, gconstpointer data)
{
  const Report *report = data;

  if (report->columns > 0 && page == 0)
    {
      draw_grid (report, cr);
      return;
    }

  nepho_plot_render (figure_at (report, report->columns > 0 ? page - 1 : page), cr, report->options->width_pt,
                     report->options->height_pt, report->options->theme, report->options->text_scale, NULL,
                     report->options->transparent);
}

static const char *
outline_of (guint page, gconstpointer data)
{
  const Report *report = data;

  if (report->columns > 0 && page == 0)
    return _("Overview");

  return figure_at (report, report->columns > 0 ? page - 1 : page)->title;
}

/* All summaries one after the other: what a page says to those who cannot see it. */
static char *
describe (const GPtrArray *figures)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < figures->len; i++)
    {
      const NephoPlotFigure *figure = g_ptr_array_index (figures, i);
      const char *summary = figure->summary != NULL ? figure->summary : figure->title;

      if (summary == NULL)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", summary);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * nepho_report_encode:
 * @figures: (element-type NephoPlotFigure): at least one figure
 * @options: the size of a page, and how to draw
 * @title: (nullable): written at the top of the first page
 * @columns: how many figures stand side by side on the first page; 0: no such page
 * @error: return location for an error
 *
 * Puts several figures into one file. The first page shows all of them as a grid; in a PDF each then
 * has a page of its own, with a bookmark. PNG and SVG hold the first page only, so they need
 * @columns.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %NEPHO_PICTURE_ERROR
 */
GBytes *
nepho_report_encode (GPtrArray *figures,
                     const NephoPictureOptions *options,
                     const char *title,
                     guint columns,
                     GError **error)
{
  Report report = { figures, options, title, columns };
  g_autofree char *description = NULL;
  NephoPictureJob job = {
    .options = options,
    .title = title,
    .draw = draw_page,
    .outline = outline_of,
    .data = &report,
  };

  g_return_val_if_fail (figures->len > 0, NULL);

  description = describe (figures);
  job.description = description;
  job.n_pages = figures->len + (columns > 0 ? 1 : 0);

  return nepho_picture_encode_job (&job, error);
}
