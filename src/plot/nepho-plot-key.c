/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-plot-private.h"

/* Lengths at text scale 1. */
#define SAMPLE_WIDTH 14.0
#define SAMPLE_GAP 5.0
#define ENTRY_GAP 14.0
/* Height of a row, in sizes of its letters. */
#define ROW_HEIGHT 1.5

/* One name above the plot. */
typedef struct
{
  guint       series;
  gboolean    low;
  const char *text;
} Entry;

static gboolean
is_keyed_mark (const NephoPlotSeries *series)
{
  return series->mark == NEPHO_PLOT_MARK_BAR || series->mark == NEPHO_PLOT_MARK_POINT
         || series->mark == NEPHO_PLOT_MARK_SPAN || series->mark == NEPHO_PLOT_MARK_DUMBBELL
         || series->mark == NEPHO_PLOT_MARK_BAND;
}

/* A series that only a key can name: its mark has no end where a name could stand. */
static gboolean
wants_key (const NephoPlotLayout *layout, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  return series->notation != NEPHO_PLOT_GHOST && *series->label != '\0' && series->y != NULL
         && nepho_plot_series_visible (layout, index) && is_keyed_mark (series);
}

/* Whether what begins a mark is named beside its end. */
static gboolean
has_low (const NephoPlotSeries *series)
{
  return series->mark == NEPHO_PLOT_MARK_DUMBBELL && series->low_label != NULL;
}

/* Who is alone needs no name: the title tells what is shown. */
static gboolean
has_several (const NephoPlotLayout *layout)
{
  guint n = 0;

  for (guint i = 0; i < layout->figure->series->len; i++)
    n += wants_key (layout, i) ? 1 + has_low (nepho_plot_series_at (layout, i)) : 0;

  return n > 1;
}

static GArray *
collect (const NephoPlotLayout *layout)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  gboolean several = has_several (layout);
  gboolean ghost = FALSE;

  for (guint i = 0; i < layout->figure->series->len && !layout->bare; i++)
    {
      const NephoPlotSeries *series = nepho_plot_series_at (layout, i);
      Entry entry = { i, FALSE, series->label };

      if (series->notation == NEPHO_PLOT_GHOST && !ghost && nepho_plot_series_visible (layout, i))
        {
          ghost = TRUE;
          entry.text = _("Baseline");
          g_array_append_val (entries, entry);
        }
      else if (several && wants_key (layout, i))
        {
          Entry low = { i, TRUE, series->low_label };

          if (has_low (series))
            g_array_append_val (entries, low);
          g_array_append_val (entries, entry);
        }
    }

  return entries;
}

static PangoLayout *
entry_text (const NephoPlotLayout *layout, const Entry *entry)
{
  double room = layout->width - 2.0 * layout->theme->padding * layout->text_scale
                - (SAMPLE_WIDTH + SAMPLE_GAP) * layout->text_scale;

  return nepho_plot_text_new (layout, entry->text, layout->theme->label_size, FALSE, room, 1);
}

/* Walks the entries from left to right and from row to row; returns how many rows they take. */
static guint
arrange (const NephoPlotLayout *layout, const GArray *entries, NephoPlotLayout *target, double top)
{
  double scale = layout->text_scale;
  double left = layout->theme->padding * scale;
  double x = left;
  guint row = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      g_autoptr (PangoLayout) text = entry_text (layout, entry);
      double width;
      double height;
      NephoPlotTextBox *box;

      nepho_plot_text_size (text, &width, &height);
      width += (SAMPLE_WIDTH + SAMPLE_GAP) * scale;
      if (x > left && x + width > layout->width - left)
        {
          x = left;
          row++;
        }
      if (target != NULL)
        {
          box = nepho_plot_text_add (target, NEPHO_PLOT_TEXT_KEY, g_steal_pointer (&text),
                                     x + (SAMPLE_WIDTH + SAMPLE_GAP) * scale,
                                     top + row * ROW_HEIGHT * layout->theme->label_size * scale,
                                     layout->theme->text_dim);
          box->series = (int) entry->series;
          box->low = entry->low;
          if (nepho_plot_series_at (layout, entry->series)->notation != NEPHO_PLOT_GHOST)
            nepho_plot_text_names (layout, box, nepho_plot_series_at (layout, entry->series)->id);
        }
      x += width + ENTRY_GAP * scale;
    }

  return entries->len > 0 ? row + 1 : 0;
}

/* How far before a name its sample begins. */
double
nepho_plot_key_sample_width (const NephoPlotLayout *layout)
{
  return (SAMPLE_WIDTH + SAMPLE_GAP) * layout->text_scale;
}

/* Names of what has no direct label, and of the baseline, take this much above the plot. */
double
nepho_plot_key_height (const NephoPlotLayout *layout)
{
  g_autoptr (GArray) entries = collect (layout);

  return arrange (layout, entries, NULL, 0.0) * ROW_HEIGHT * layout->theme->label_size * layout->text_scale;
}

void
nepho_plot_key_place (NephoPlotLayout *layout, double top)
{
  g_autoptr (GArray) entries = collect (layout);

  arrange (layout, entries, layout, top);
}

static void
draw_ghost_sample (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotRect *sample, gboolean line)
{
  static const double dashes[] = { 4.2, 2.8 };

  nepho_plot_set_colour (cr, line ? layout->theme->ghost : layout->theme->zero, 1.0);
  cairo_set_line_width (cr, (line ? layout->theme->ghost_width : 2.0) * layout->text_scale);
  if (line)
    {
      cairo_set_dash (cr, dashes, 2, 0.0);
      cairo_move_to (cr, sample->x, sample->y + sample->height / 2.0);
      cairo_line_to (cr, sample->x + sample->width, sample->y + sample->height / 2.0);
    }
  else
    {
      cairo_move_to (cr, sample->x + sample->width / 2.0, sample->y);
      cairo_line_to (cr, sample->x + sample->width / 2.0, sample->y + sample->height);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
}

/* Bands lie over each other, the widest below: what is seen of one is the colour of all that lie there. */
static void
draw_band_sample (const NephoPlotLayout *layout, cairo_t *cr, guint index, const NephoPlotRect *sample)
{
  double through = 1.0;

  for (guint i = 0; i <= index; i++)
    if (nepho_plot_series_at (layout, i)->mark == NEPHO_PLOT_MARK_BAND
        && g_str_equal (nepho_plot_series_at (layout, i)->id, nepho_plot_series_at (layout, index)->id))
      through *= 1.0 - NEPHO_PLOT_BAND_OPACITY;
  cairo_rectangle (cr, sample->x, sample->y, sample->width, sample->height);
  nepho_plot_set_colour (cr, nepho_plot_series_colour (layout, index), 1.0 - through);
  cairo_fill (cr);
}

/* A piece of the mark, before its name. */
void
nepho_plot_key_draw (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotTextBox *box)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, (guint) box->series);
  NephoPlotColour colour = nepho_plot_series_colour (layout, (guint) box->series);
  double height = 0.7 * layout->theme->label_size * layout->text_scale;
  NephoPlotRect sample = {
    .x = box->rect.x - (SAMPLE_WIDTH + SAMPLE_GAP) * layout->text_scale,
    .y = box->rect.y + (box->rect.height - height) / 2.0,
    .width = SAMPLE_WIDTH * layout->text_scale,
    .height = height,
  };

  if (series->notation == NEPHO_PLOT_GHOST)
    draw_ghost_sample (layout, cr, &sample, series->mark == NEPHO_PLOT_MARK_LINE || series->mark == NEPHO_PLOT_MARK_SLOPE);
  else if (series->mark == NEPHO_PLOT_MARK_BAND)
    draw_band_sample (layout, cr, (guint) box->series, &sample);
  else if (series->mark == NEPHO_PLOT_MARK_DUMBBELL)
    nepho_plot_draw_dumbbell_dot (layout, cr, colour, sample.x + sample.width / 2.0,
                                  sample.y + sample.height / 2.0, box->low);
  else if (series->mark == NEPHO_PLOT_MARK_POINT)
    nepho_plot_draw_marker (layout, cr, (guint) box->series, colour, sample.x + sample.width / 2.0,
                            sample.y + sample.height / 2.0);
  else
    nepho_plot_fill_bar (layout, cr, &sample, colour, series);
}
