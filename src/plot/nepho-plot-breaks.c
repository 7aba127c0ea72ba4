/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-plot-private.h"

/* Two short slanted strokes, as on a broken axis: half their height and half their distance. */
#define STROKE 4.0
#define SLANT 1.6
#define APART 1.8
#define LABEL_GAP 4.0
/* A label takes at most this part of the plot's width. */
#define LABEL_PART 0.4
/* Rows from the top down that a label may stand in before it goes to the foot. */
#define ROWS 3
/* Sizes of the paper, in points at text scale 1, from which there is room for labels among the data. */
#define WIDE_FROM 400.0
#define HIGH_FROM 240.0

static const NephoPlotBreak *
break_at (const NephoPlotLayout *layout, guint index)
{
  return &g_array_index (layout->figure->breaks, NephoPlotBreak, index);
}

static gboolean
is_visible (const NephoPlotLayout *layout, const NephoPlotBreak *interruption)
{
  /* What is of no series concerns all of them. */
  return layout->isolated == NULL || *interruption->id == '\0' || g_str_equal (interruption->id, layout->isolated);
}

/**
 * nepho_plot_layout_break:
 * @layout: a layout
 * @index: which of the figure's breaks
 * @x: (out): where its strokes or its rule are drawn
 * @y: (out): likewise; NAN where there is only a rule
 *
 * Returns: whether it is drawn
 */
gboolean
nepho_plot_layout_break (const NephoPlotLayout *layout, guint index, double *x, double *y)
{
  const NephoPlotBreak *interruption;

  g_return_val_if_fail (index < layout->figure->breaks->len, FALSE);

  interruption = break_at (layout, index);
  *x = NAN;
  *y = NAN;
  if (layout->empty || layout->figure->horizontal || !is_visible (layout, interruption))
    return FALSE;

  *x = nepho_plot_scale_map (&layout->x, interruption->x);
  if (isfinite (interruption->y))
    *y = nepho_plot_scale_map (&layout->y, interruption->y);

  return isfinite (*x) && *x >= layout->plot.x && *x <= layout->plot.x + layout->plot.width;
}

static void
place_label (NephoPlotLayout *layout, const char *label, double at)
{
  g_autoptr (PangoLayout) text = nepho_plot_text_new (layout, label, layout->theme->source_size, FALSE,
                                                      LABEL_PART * layout->plot.width, 2);
  double gap = LABEL_GAP * layout->text_scale;
  double width;
  double height;

  nepho_plot_text_size (text, &width, &height);
  for (int attempt = 0; attempt < 2 * (ROWS + 1); attempt++)
    {
      gboolean left = attempt & 1;
      int row = attempt / 2;
      NephoPlotRect rect = {
        .x = left ? at - gap - width : at + gap,
        .y = row == ROWS ? layout->plot.y + layout->plot.height - height - 2.0
                         : layout->plot.y + 2.0 + row * (height + 2.0),
        .width = width,
        .height = height,
      };

      if (rect.x + width > layout->plot.x + layout->plot.width || !nepho_plot_text_is_free (layout, &rect))
        continue;
      nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_BREAK, g_steal_pointer (&text), rect.x, rect.y,
                           layout->theme->text_dim);
      return;
    }
}

static gboolean
has_room (const NephoPlotLayout *layout)
{
  return layout->width >= WIDE_FROM * layout->text_scale && layout->height >= HIGH_FROM * layout->text_scale;
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const NephoPlotBreak *x = *(const NephoPlotBreak *const *) a;
  const NephoPlotBreak *y = *(const NephoPlotBreak *const *) b;

  return x->x > y->x ? 1 : (x->x < y->x ? -1 : 0);
}

/* What the rules stand for where there is no room to say it beside them; NULL where that says itself. */
char *
nepho_plot_breaks_note (const NephoPlotLayout *layout)
{
  g_autoptr (GPtrArray) labelled = g_ptr_array_new ();
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < layout->figure->breaks->len; i++)
    if (break_at (layout, i)->label != NULL && is_visible (layout, break_at (layout, i)))
      g_ptr_array_add (labelled, (gpointer) break_at (layout, i));
  if (labelled->len == 0 || layout->figure->horizontal || has_room (layout))
    return NULL;

  g_ptr_array_sort (labelled, by_place);
  for (guint i = 0; i < labelled->len; i++)
    {
      const NephoPlotBreak *interruption = g_ptr_array_index (labelled, i);

      g_string_append_printf (labels, "%s%s", i > 0 ? "; " : "", interruption->label);
    }

  /* Translators: what happens at each of the upright lines of a chart: "definition changes: IDC → Canalys" */
  return g_strdup_printf (_("Dashed rules, from the left: %s."), labels->str);
}

/* What changes, beside its rule; on a small paper the note says it. */
void
nepho_plot_breaks_place (NephoPlotLayout *layout)
{
  for (guint i = 0; i < layout->figure->breaks->len && has_room (layout); i++)
    {
      const NephoPlotBreak *interruption = break_at (layout, i);
      double x;
      double y;

      if (interruption->label != NULL && nepho_plot_layout_break (layout, i, &x, &y))
        place_label (layout, interruption->label, x);
    }
}

static void
draw_rule (const NephoPlotLayout *layout, cairo_t *cr, double x)
{
  static const double dashes[] = { 3.0, 3.0 };

  nepho_plot_set_colour (cr, layout->theme->text_dim, 0.8);
  cairo_set_line_width (cr, layout->theme->grid_width * layout->text_scale);
  cairo_set_dash (cr, dashes, 2, 0.0);
  cairo_move_to (cr, x, layout->plot.y);
  cairo_line_to (cr, x, layout->plot.y + layout->plot.height);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
}

static void
trace_strokes (const NephoPlotLayout *layout, cairo_t *cr, double x, double y)
{
  double scale = layout->text_scale;

  for (int side = -1; side <= 1; side += 2)
    {
      double middle = x + side * APART * scale;

      cairo_move_to (cr, middle - SLANT * scale, y + STROKE * scale);
      cairo_line_to (cr, middle + SLANT * scale, y - STROKE * scale);
    }
}

/* The strokes have the paper's colour around them: they must show over other lines. */
static void
draw_strokes (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotBreak *interruption, double x, double y)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  trace_strokes (layout, cr, x, y);
  nepho_plot_set_colour (cr, layout->theme->background, 1.0);
  cairo_set_line_width (cr, 3.4 * layout->text_scale);
  cairo_stroke_preserve (cr);
  nepho_plot_set_colour (cr, nepho_plot_theme_colour (layout->theme, interruption->colour), 1.0);
  cairo_set_line_width (cr, 1.2 * layout->text_scale);
  cairo_stroke (cr);
}

void
nepho_plot_breaks_draw (const NephoPlotLayout *layout, cairo_t *cr)
{
  for (guint i = 0; i < layout->figure->breaks->len; i++)
    {
      const NephoPlotBreak *interruption = break_at (layout, i);
      double x;
      double y;

      if (!nepho_plot_layout_break (layout, i, &x, &y))
        continue;
      if (interruption->label != NULL)
        draw_rule (layout, cr, x);
      if (isfinite (y) && y >= layout->plot.y && y <= layout->plot.y + layout->plot.height)
        draw_strokes (layout, cr, interruption, x, y);
    }
}
