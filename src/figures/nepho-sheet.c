/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-picture-private.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "nepho-plot-font.h"
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
} Sheet;

static const NephoPlotFigure *
figure_at (const Sheet *sheet, guint index)
{
  return g_ptr_array_index (sheet->figures, index);
}

static void
cover (const Sheet *sheet, cairo_t *cr)
{
  const NephoPlotColour *colour = &sheet->options->theme->background;

  if (sheet->options->transparent)
    return;

  cairo_set_source_rgb (cr, colour->r, colour->g, colour->b);
  cairo_rectangle (cr, 0.0, 0.0, sheet->options->width_pt, sheet->options->height_pt);
  cairo_fill (cr);
}

/* Writes the page's title and returns how much height it took. */
static double
draw_title (const Sheet *sheet, cairo_t *cr)
{
  const NephoPlotTheme *theme = sheet->options->theme;
  g_autoptr (GObject) owner = NULL;
  PangoLayout *layout;
  int height;

  if (sheet->title == NULL || *sheet->title == '\0')
    return 0.0;

  owner = G_OBJECT (pango_cairo_create_layout (cr));
  layout = PANGO_LAYOUT (owner);
  nepho_plot_font_set (layout, theme->font, nepho_plot_font_language (),
                       theme->title_size * TITLE_FACTOR * sheet->options->text_scale, TRUE, FALSE);
  pango_layout_set_text (layout, sheet->title, -1);
  pango_layout_set_width (layout, (int) ((sheet->options->width_pt - 2.0 * PAGE_MARGIN) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_size (layout, NULL, &height);

  cairo_set_source_rgb (cr, theme->text.r, theme->text.g, theme->text.b);
  cairo_move_to (cr, PAGE_MARGIN, PAGE_MARGIN);
  nepho_plot_show_text (cr, layout);

  return (double) height / PANGO_SCALE + GAP;
}

static void
draw_grid (const Sheet *sheet, cairo_t *cr)
{
  guint n = sheet->figures->len;
  guint columns = MIN (sheet->columns, n);
  guint rows = (n + columns - 1) / columns;
  double top = PAGE_MARGIN;
  double width;
  double height;

  cover (sheet, cr);
  top += draw_title (sheet, cr);
  width = (sheet->options->width_pt - 2.0 * PAGE_MARGIN - GAP * (columns - 1)) / columns;
  height = (sheet->options->height_pt - PAGE_MARGIN - top - GAP * (rows - 1)) / rows;

  for (guint i = 0; i < n && width > 0.0 && height > 0.0; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, PAGE_MARGIN + (i % columns) * (width + GAP), top + i / columns * (height + GAP));
      cairo_tag_begin (cr, NEPHO_PICTURE_FIGURE_TAG, NULL);
      nepho_plot_render (figure_at (sheet, i), cr, width, height, sheet->options->theme,
                         sheet->options->text_scale, NULL, TRUE);
      cairo_tag_end (cr, NEPHO_PICTURE_FIGURE_TAG);
      cairo_restore (cr);
    }
}

static void
draw_page (cairo_t *cr, guint page, gconstpointer data)
{
  const Sheet *sheet = data;

  if (sheet->columns > 0 && page == 0)
    {
      draw_grid (sheet, cr);
      return;
    }

  cairo_tag_begin (cr, NEPHO_PICTURE_FIGURE_TAG, NULL);
  nepho_plot_render (figure_at (sheet, sheet->columns > 0 ? page - 1 : page), cr, sheet->options->width_pt,
                     sheet->options->height_pt, sheet->options->theme, sheet->options->text_scale, NULL,
                     sheet->options->transparent);
  cairo_tag_end (cr, NEPHO_PICTURE_FIGURE_TAG);
}

static GArray *
bookmarks_of (const Sheet *sheet)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (NephoPictureBookmark));
  NephoPictureBookmark mark = { .name = _("Overview") };

  if (sheet->columns > 0)
    {
      g_array_append_val (marks, mark);
      mark.page++;
    }
  for (guint i = 0; i < sheet->figures->len; i++, mark.page++)
    if ((mark.name = figure_at (sheet, i)->title) != NULL)
      g_array_append_val (marks, mark);

  return marks;
}

/**
 * nepho_sheet_draw:
 * @figures: (element-type NephoPlotFigure): at least one figure
 * @options: the size of the sheet, and how to draw
 * @title: (nullable): written at the top
 * @columns: how many figures stand side by side, at least 1
 * @cr: where to draw; a unit is a point
 *
 * Draws the first page of nepho_sheet_encode().
 */
void
nepho_sheet_draw (GPtrArray *figures,
                  const NephoPictureOptions *options,
                  const char *title,
                  guint columns,
                  cairo_t *cr)
{
  Sheet sheet = { figures, options, title, columns };

  g_return_if_fail (figures->len > 0 && columns > 0);

  draw_grid (&sheet, cr);
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
 * nepho_sheet_encode:
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
nepho_sheet_encode (GPtrArray *figures,
                     const NephoPictureOptions *options,
                     const char *title,
                     guint columns,
                     GError **error)
{
  Sheet sheet = { figures, options, title, columns };
  g_autofree char *description = NULL;
  g_autoptr (GPtrArray) alternatives = g_ptr_array_new ();
  g_autoptr (GArray) bookmarks = bookmarks_of (&sheet);
  NephoPictureJob job = {
    .options = options,
    .title = title,
    .draw = draw_page,
    .data = &sheet,
  };

  g_return_val_if_fail (figures->len > 0, NULL);

  description = describe (figures);
  job.description = description;
  job.bookmarks = bookmarks;
  /* Each is drawn twice where there is a first page with all of them. */
  for (guint pass = 0; pass < (columns > 0 ? 2 : 1); pass++)
    for (guint i = 0; i < figures->len; i++)
      g_ptr_array_add (alternatives, (gpointer) nepho_picture_alternative (g_ptr_array_index (figures, i)));
  job.alternatives = alternatives;
  job.n_pages = figures->len + (columns > 0 ? 1 : 0);

  return nepho_picture_encode_job (&job, error);
}
