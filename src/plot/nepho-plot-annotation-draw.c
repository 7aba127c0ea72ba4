/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-private.h"

#define CORNER 4.0
#define LINE 1.2
#define HEAD 6.0
#define HEAD_HALF 0.45
#define DOT 3.0
#define FRAME_OPACITY 0.94

static void
trace_frame (cairo_t *cr, const NephoPlotRect *rect, double radius)
{
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI / 2.0, 0.0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0.0, G_PI / 2.0);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI / 2.0, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static NephoPlotRect
frame_of (const NephoPlotLayout *layout, const NephoPlotTextBox *box)
{
  double across = NEPHO_PLOT_FRAME_X * layout->text_scale;
  double up = NEPHO_PLOT_FRAME_Y * layout->text_scale;

  return (NephoPlotRect) { box->rect.x - across, box->rect.y - up, box->rect.width + 2.0 * across,
                           box->rect.height + 2.0 * up };
}

/* From the datum to the frame's nearest place; nothing where the frame is on it. */
static void
draw_leader (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotTextBox *box)
{
  NephoPlotRect frame = frame_of (layout, box);
  double x = CLAMP (box->anchor_x, frame.x, frame.x + frame.width);
  double y = CLAMP (box->anchor_y, frame.y, frame.y + frame.height);

  if (x == box->anchor_x && y == box->anchor_y)
    return;

  cairo_move_to (cr, box->anchor_x, box->anchor_y);
  cairo_line_to (cr, x, y);
  nepho_plot_set_colour (cr, layout->theme->text, 0.75);
  cairo_set_line_width (cr, layout->theme->grid_width * layout->text_scale);
  cairo_stroke (cr);
}

static void
draw_frame (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotTextBox *box)
{
  NephoPlotRect frame = frame_of (layout, box);

  trace_frame (cr, &frame, CORNER * layout->text_scale);
  nepho_plot_set_colour (cr, layout->theme->background, FRAME_OPACITY);
  cairo_fill_preserve (cr);
  nepho_plot_set_colour (cr, layout->theme->text_dim, 1.0);
  cairo_set_line_width (cr, layout->theme->grid_width * layout->text_scale);
  cairo_stroke (cr);
}

static void
draw_dot (const NephoPlotLayout *layout, cairo_t *cr, double x, double y)
{
  cairo_arc (cr, x, y, DOT * layout->text_scale, 0.0, 2.0 * G_PI);
  nepho_plot_set_colour (cr, layout->theme->background, 1.0);
  cairo_fill_preserve (cr);
  nepho_plot_set_colour (cr, layout->theme->text, 1.0);
  cairo_set_line_width (cr, LINE * layout->text_scale);
  cairo_stroke (cr);
}

static void
draw_head (const NephoPlotLayout *layout, cairo_t *cr, double from_x, double from_y, double x, double y)
{
  double length = hypot (x - from_x, y - from_y);
  double size = MIN (HEAD * layout->text_scale, length);
  double dx = length > 0.0 ? (x - from_x) / length * size : 0.0;
  double dy = length > 0.0 ? (y - from_y) / length * size : 0.0;

  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x - dx - dy * HEAD_HALF, y - dy + dx * HEAD_HALF);
  cairo_line_to (cr, x - dx + dy * HEAD_HALF, y - dy - dx * HEAD_HALF);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_thin (const NephoPlotLayout *layout, cairo_t *cr, double x0, double y0, double x1, double y1)
{
  static const double dots[] = { 2.0, 2.0 };

  cairo_set_line_width (cr, layout->theme->grid_width * layout->text_scale);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0.0);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
}

/* Over a stretch of time thin lines go up from both ends to the arrow; else one goes along to where it begins. */
static void
draw_arrow (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotArrow *arrow)
{
  guint last = arrow->n - 1;

  nepho_plot_set_colour (cr, layout->theme->text, 0.85);
  if (arrow->on_line)
    {
      draw_thin (layout, cr, arrow->x[1], arrow->y[1], arrow->x[2], arrow->y[2]);
      draw_thin (layout, cr, arrow->x[0], arrow->y[0], arrow->x[3], arrow->y[3]);
    }
  else
    draw_thin (layout, cr, arrow->x[0], arrow->y[0], arrow->x[1], arrow->y[1]);

  cairo_set_line_width (cr, LINE * layout->text_scale);
  cairo_move_to (cr, arrow->x[last - 1], arrow->y[last - 1]);
  cairo_line_to (cr, arrow->x[last], arrow->y[last]);
  cairo_stroke (cr);
  draw_head (layout, cr, arrow->x[last - 1], arrow->y[last - 1], arrow->x[last], arrow->y[last]);
}

static void
draw_ties (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotAnnotation *annotation)
{
  NephoPlotArrow arrow;
  double x;
  double y;

  if (nepho_plot_annotation_arrow (layout, annotation, &arrow))
    draw_arrow (layout, cr, &arrow);
  else if (!annotation->measures && nepho_plot_annotation_anchor (layout, annotation, &x, &y))
    draw_dot (layout, cr, x, y);
}

/* Everything of annotations but their words, which are drawn with the other texts. */
void
nepho_plot_annotations_draw (const NephoPlotLayout *layout, cairo_t *cr)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const NephoPlotTextBox *box = &g_array_index (layout->texts, NephoPlotTextBox, i);

      if (box->annotation >= 0)
        draw_leader (layout, cr, box);
    }
  for (guint i = 0; i < layout->figure->annotations->len; i++)
    draw_ties (layout, cr, &g_array_index (layout->figure->annotations, NephoPlotAnnotation, i));
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const NephoPlotTextBox *box = &g_array_index (layout->texts, NephoPlotTextBox, i);

      if (box->annotation >= 0)
        draw_frame (layout, cr, box);
    }
}
