/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The box at the pointer: every line of it has its place on the paper, or is counted. */
#include "nepho-plot-hover.h"

/* Lengths at text scale 1. */
#define ROW_GAP 2.0
#define PADDING 6.0
#define SWATCH 8.0
#define SWATCH_GAP 6.0
#define VALUE_GAP 10.0
#define COLUMN_GAP 14.0
#define MARGIN 2.0
#define POINTER_GAP 10.0
#define MOST_COLUMNS 4
/* A name that is cut keeps this much of itself, in sizes of its letters. */
#define SHORTEST_NAME 3.5

/* The letters may become smaller before a name is cut, and a name is cut before a line is left out. */
static const double sizes[] = { 1.0, 0.9, 0.8 };

static double
text_width (const NephoPlotLayout *layout, const char *words, double size, gboolean bold, double *height)
{
  g_autoptr (PangoLayout) text = nepho_plot_text_new (layout, words, size, bold, 0.0, 1);
  double width;

  nepho_plot_text_size (text, &width, height);

  return width;
}

/* How large the texts are in letters of that size. */
static void
measure (const NephoPlotLayout *layout, const GArray *rows, const char *heading, double size, NephoPlotBox *box)
{
  double height = 0.0;

  *box = (NephoPlotBox) { .size = size };
  for (guint i = 0; i < rows->len; i++)
    {
      const NephoPlotRow *row = &g_array_index (rows, NephoPlotRow, i);

      box->names = MAX (box->names, text_width (layout, row->name, size, FALSE, &height));
      box->line = MAX (box->line, height);
      box->values = MAX (box->values, text_width (layout, row->value, size, TRUE, &height));
      box->line = MAX (box->line, height);
    }
  box->line += ROW_GAP * layout->text_scale;
  if (heading != NULL)
    {
      box->rect.width = text_width (layout, heading, size, TRUE, &height) + 2.0 * PADDING * layout->text_scale;
      box->heading = height + ROW_GAP * layout->text_scale;
    }
}

/* Of a column but its names. */
static double
column_rest (const NephoPlotLayout *layout, const NephoPlotBox *box)
{
  return (SWATCH + SWATCH_GAP + VALUE_GAP) * layout->text_scale + box->values;
}

static double
room_for_names (const NephoPlotLayout *layout, const NephoPlotBox *box, guint columns)
{
  double scale = layout->text_scale;
  double room = layout->width - 2.0 * MARGIN - 2.0 * PADDING * scale - (columns - 1.0) * COLUMN_GAP * scale;

  return room / columns - column_rest (layout, box);
}

static double
room_for_lines (const NephoPlotLayout *layout, const NephoPlotBox *box)
{
  return layout->height - 2.0 * MARGIN - 2.0 * PADDING * layout->text_scale - box->heading
         + ROW_GAP * layout->text_scale;
}

/* Whether all lines have a place in so many columns, names cut or not; then it is theirs. */
static gboolean
try_columns (const NephoPlotLayout *layout, guint n, guint columns, gboolean cut, NephoPlotBox *box)
{
  double room = room_for_names (layout, box, columns);
  double shortest = cut ? MIN (box->names, SHORTEST_NAME * box->size * layout->text_scale) : box->names;
  guint per_column = (n + columns - 1) / columns;

  if (room < shortest || per_column * box->line > room_for_lines (layout, box))
    return FALSE;

  box->names = MIN (box->names, room);
  box->per_column = per_column;
  box->n_shown = n;

  return TRUE;
}

static gboolean
try_all (const NephoPlotLayout *layout, const GArray *rows, const char *heading, gboolean cut, NephoPlotBox *box)
{
  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      measure (layout, rows, heading, sizes[k] * layout->theme->label_size, box);
      for (guint columns = 1; columns <= MIN ((guint) MOST_COLUMNS, rows->len); columns++)
        if (try_columns (layout, rows->len, columns, cut, box))
          return TRUE;
    }

  return FALSE;
}

/* As many lines as there is room for, the last of which counts the others. */
static void
take_what_fits (const NephoPlotLayout *layout, guint n, NephoPlotBox *box)
{
  guint columns = MOST_COLUMNS;

  while (columns > 1 && room_for_names (layout, box, columns) < SHORTEST_NAME * box->size * layout->text_scale)
    columns--;
  box->names = CLAMP (room_for_names (layout, box, columns), 1.0, box->names);
  box->per_column = (guint) MAX (room_for_lines (layout, box) / box->line, 1.0);
  box->n_shown = MIN (MAX (columns * box->per_column, 2u) - 1, n);
}

/* Beside the pointer, at its right where there is room, and on the paper. */
static void
place (const NephoPlotLayout *layout, guint n, double at_x, NephoPlotBox *box)
{
  double scale = layout->text_scale;
  guint lines = MIN (box->n_shown + 1, n);
  guint columns = (lines + box->per_column - 1) / box->per_column;

  box->rect.width = MAX (box->rect.width, 2.0 * PADDING * scale + columns * (box->names + column_rest (layout, box))
                                            + (columns - 1.0) * COLUMN_GAP * scale);
  box->rect.height = 2.0 * PADDING * scale + box->heading + MIN (lines, box->per_column) * box->line - ROW_GAP * scale;
  box->rect.x = at_x + POINTER_GAP * scale;
  if (box->rect.x + box->rect.width > layout->width - MARGIN)
    box->rect.x = at_x - POINTER_GAP * scale - box->rect.width;
  box->rect.x = CLAMP (box->rect.x, MARGIN, MAX (layout->width - box->rect.width - MARGIN, MARGIN));
  box->rect.y = CLAMP (layout->plot.y + 4.0, MARGIN, MAX (layout->height - box->rect.height - MARGIN, MARGIN));
}

/* Finds the place of the box and of all in it. Of more lines than the paper has room for the last one counts what is
 * left out; values are never cut. */
void
nepho_plot_box_fit (const NephoPlotLayout *layout, const GArray *rows, const char *heading, double at_x,
                    NephoPlotBox *box)
{
  if (!try_all (layout, rows, heading, FALSE, box) && !try_all (layout, rows, heading, TRUE, box))
    take_what_fits (layout, rows->len, box);
  place (layout, rows->len, at_x, box);
}

/* Chinese letters stand in higher lines than digits: what is on one line has one baseline. */
static double
baseline_of (const NephoPlotLayout *layout, const char *words, const NephoPlotBox *box, gboolean bold)
{
  g_autoptr (PangoLayout) text = nepho_plot_text_new (layout, words, box->size, bold, 0.0, 1);

  return (double) pango_layout_get_baseline (text) / PANGO_SCALE;
}

static void
show (const NephoPlotLayout *layout, cairo_t *cr, const char *words, const NephoPlotBox *box, gboolean bold,
      double width, double x, double baseline, NephoPlotColour colour)
{
  g_autoptr (PangoLayout) text = width > 0.0 ? nepho_plot_text_new_name (layout, words, box->size, width)
                                             : nepho_plot_text_new (layout, words, box->size, bold, 0.0, 1);

  nepho_plot_set_colour (cr, colour, 1.0);
  cairo_move_to (cr, x, baseline - (double) pango_layout_get_baseline (text) / PANGO_SCALE);
  pango_cairo_show_layout (cr, text);
}

static void
draw_row (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotRow *row, const NephoPlotBox *box, double x,
          double y, gboolean focused)
{
  const NephoPlotTheme *theme = layout->theme;
  double scale = layout->text_scale;
  double height = box->line - ROW_GAP * scale;
  double value_width = text_width (layout, row->value, box->size, TRUE, &(double) { 0.0 });
  double baseline = y + MAX (baseline_of (layout, row->name, box, FALSE), baseline_of (layout, row->value, box, TRUE));

  nepho_plot_set_colour (cr, nepho_plot_datum_colour (layout, row->series, row->point), 1.0);
  cairo_rectangle (cr, x, y + (height - SWATCH * scale) / 2.0, SWATCH * scale, SWATCH * scale);
  cairo_fill (cr);
  show (layout, cr, row->name, box, FALSE, box->names + 0.5, x + (SWATCH + SWATCH_GAP) * scale, baseline,
        focused ? theme->text : theme->text_dim);
  show (layout, cr, row->value, box, TRUE, 0.0, x + box->names + column_rest (layout, box) - value_width, baseline,
        theme->text);
}

static void
draw_frame (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotRect *rect)
{
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  nepho_plot_set_colour (cr, layout->theme->background, 0.94);
  cairo_fill_preserve (cr);
  nepho_plot_set_colour (cr, layout->theme->text_dim, 0.6);
  cairo_set_line_width (cr, 0.8 * layout->text_scale);
  cairo_stroke (cr);
}

/* The line of the datum in focus is among those that are shown: it takes the last one's place. */
static guint
row_at (const GArray *rows, const NephoPlotBox *box, const NephoPlotHit *focus, guint line)
{
  if (focus == NULL || line + 1 < box->n_shown)
    return line;
  for (guint i = box->n_shown; i < rows->len; i++)
    if (g_array_index (rows, NephoPlotRow, i).series == (guint) focus->series)
      return i;

  return line;
}

void
nepho_plot_box_draw (const NephoPlotLayout *layout, cairo_t *cr, const GArray *rows, const char *heading,
                     const NephoPlotHit *focus, const NephoPlotBox *box)
{
  double scale = layout->text_scale;
  double left = box->rect.x + PADDING * scale;
  double top = box->rect.y + PADDING * scale;
  double column = box->names + column_rest (layout, box) + COLUMN_GAP * scale;

  draw_frame (layout, cr, &box->rect);
  if (heading != NULL)
    show (layout, cr, heading, box, TRUE, 0.0, left, top + baseline_of (layout, heading, box, TRUE), layout->theme->text);
  for (guint i = 0; i < MIN (box->n_shown + 1, rows->len); i++)
    {
      const NephoPlotRow *row = &g_array_index (rows, NephoPlotRow, row_at (rows, box, focus, i));
      double x = left + i / box->per_column * column;
      double y = top + box->heading + i % box->per_column * box->line;
      g_autofree char *others = nepho_plot_others_text (rows->len - box->n_shown);

      if (i < box->n_shown)
        draw_row (layout, cr, row, box, x, y, focus != NULL && focus->series == (int) row->series);
      else
        show (layout, cr, others, box, FALSE, 0.0, x + (SWATCH + SWATCH_GAP) * scale,
              y + baseline_of (layout, others, box, FALSE), layout->theme->text_dim);
    }
}
