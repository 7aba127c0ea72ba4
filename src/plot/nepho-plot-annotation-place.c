/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the words of annotations stand: near what they are about, on no other text, and where there is room on no data
 * either. */
#include "nepho-plot-private.h"

/* Of the letters of a label. */
#define SIZE 0.96
/* Words take at most this part of the plot's width, and no more than so many letters. */
#define WIDTH_PART 0.34
#define WIDEST 17.0
#define NARROWEST 9.0
#define LINES 4
/* On the way of an arrow, from its middle outwards. */
static const double along[] = { 0.5, 0.38, 0.62, 0.25, 0.75 };
/* From what is annotated to the frame. */
static const double distances[] = { 10.0, 20.0, 34.0, 52.0, 76.0, 106.0 };
/* The frame's middle seen from there: aslant first, as words at a line stand. */
static const double ways[][2] = {
  { 0.7, -0.7 }, { -0.7, -0.7 }, { 0.0, -1.0 }, { 0.7, 0.7 }, { -0.7, 0.7 }, { 0.0, 1.0 }, { 1.0, 0.0 }, { -1.0, 0.0 },
};

static double
widest (const NephoPlotLayout *layout)
{
  double letter = SIZE * layout->theme->label_size * layout->text_scale;

  return CLAMP (WIDTH_PART * layout->plot.width, NARROWEST * letter, WIDEST * letter);
}

/* Whether a frame covers a bar, a tile or a cell. */
static gboolean
covers_bar (const NephoPlotLayout *layout, const NephoPlotRect *frame)
{
  for (guint i = 0; i < layout->figure->series->len; i++)
    {
      const NephoPlotSeries *series = nepho_plot_series_at (layout, i);

      for (guint k = 0; series->y != NULL && layout->panels == NULL && k < series->y->n; k++)
        {
          NephoPlotRect bar;

          if (nepho_plot_datum_rect (layout, i, k, &bar) && nepho_plot_rects_meet (frame, &bar))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
covers_arrow (const NephoPlotLayout *layout, guint own, const NephoPlotRect *frame)
{
  for (guint i = 0; i < layout->figure->annotations->len; i++)
    {
      NephoPlotArrow arrow;

      if (i == own
          || !nepho_plot_annotation_arrow (layout, &g_array_index (layout->figure->annotations, NephoPlotAnnotation, i),
                                           &arrow))
        continue;
      for (guint k = 0; k + 1 < arrow.n; k++)
        {
          NephoPlotRect piece = { MIN (arrow.x[k], arrow.x[k + 1]) - 1.0, MIN (arrow.y[k], arrow.y[k + 1]) - 1.0,
                                  fabs (arrow.x[k + 1] - arrow.x[k]) + 2.0, fabs (arrow.y[k + 1] - arrow.y[k]) + 2.0 };

          /* Of an arrow over time the first piece is none: it goes from the end back to the beginning. */
          if ((!arrow.on_line || k > 0) && nepho_plot_rects_meet (frame, &piece))
            return TRUE;
        }
    }

  return FALSE;
}

/* How good a place is: 2 on nothing, 1 on data only, 0 none. */
static int
judge (const NephoPlotLayout *layout, guint own, const NephoPlotRect *frame)
{
  double gap = NEPHO_PLOT_FRAME_Y * layout->text_scale;
  NephoPlotRect room = { frame->x - gap, frame->y - gap, frame->width + 2.0 * gap, frame->height + 2.0 * gap };

  /* No frame of another touches it, either. */
  if (!nepho_plot_text_is_free (layout, &room) || frame->x + frame->width > layout->plot.x + layout->plot.width)
    return 0;

  return nepho_plot_is_clear (layout, frame) && !covers_bar (layout, frame) && !covers_arrow (layout, own, frame) ? 2 : 1;
}

static void
consider (const NephoPlotLayout *layout, guint own, const NephoPlotRect *frame, NephoPlotRect *best, int *best_rank)
{
  int rank = *best_rank < 2 ? judge (layout, own, frame) : 0;

  if (rank <= *best_rank)
    return;

  *best = *frame;
  *best_rank = rank;
}

/* The words of an arrow over time stand on it. */
static void
try_on_arrow (const NephoPlotLayout *layout, guint own, NephoPlotRect frame, NephoPlotRect *best, int *rank)
{
  const NephoPlotAnnotation *annotation = &g_array_index (layout->figure->annotations, NephoPlotAnnotation, own);
  NephoPlotArrow arrow;

  if (!nepho_plot_annotation_arrow (layout, annotation, &arrow) || !arrow.on_line)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (along); i++)
    {
      frame.x = arrow.x[2] + along[i] * (arrow.x[3] - arrow.x[2]) - frame.width / 2.0;
      frame.y = arrow.y[2] - frame.height / 2.0;
      consider (layout, own, &frame, best, rank);
    }
}

static void
try_around (const NephoPlotLayout *layout, guint own, double x, double y, NephoPlotRect frame, NephoPlotRect *best,
            int *rank)
{
  for (guint d = 0; d < G_N_ELEMENTS (distances); d++)
    for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
      {
        double distance = distances[d] * layout->text_scale;

        frame.x = x + ways[i][0] * (distance + 0.5 * frame.width) - 0.5 * frame.width;
        frame.y = y + ways[i][1] * (distance + 0.5 * frame.height) - 0.5 * frame.height;
        consider (layout, own, &frame, best, rank);
      }
}

static void
place (NephoPlotLayout *layout, guint index, double x, double y)
{
  const NephoPlotAnnotation *annotation = &g_array_index (layout->figure->annotations, NephoPlotAnnotation, index);
  g_autoptr (PangoLayout) text = nepho_plot_text_new (layout, annotation->text, SIZE * layout->theme->label_size, FALSE,
                                                      widest (layout), LINES);
  double padding_x = NEPHO_PLOT_FRAME_X * layout->text_scale;
  double padding_y = NEPHO_PLOT_FRAME_Y * layout->text_scale;
  NephoPlotRect frame = { 0 };
  NephoPlotRect best = { 0 };
  NephoPlotTextBox *box;
  int rank = 0;

  nepho_plot_text_size (text, &frame.width, &frame.height);
  frame.width += 2.0 * padding_x;
  frame.height += 2.0 * padding_y;
  try_on_arrow (layout, index, frame, &best, &rank);
  try_around (layout, index, x, y, frame, &best, &rank);
  if (rank == 0)
    {
      layout->unplaced++;
      return;
    }

  box = nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_ANNOTATION, g_steal_pointer (&text), best.x + padding_x,
                             best.y + padding_y, layout->theme->text);
  box->annotation = (int) index;
  box->anchor_x = x;
  box->anchor_y = y;
}

/* Last of all texts: they give way to what the figure itself says. */
void
nepho_plot_annotations_place (NephoPlotLayout *layout)
{
  for (guint i = 0; i < layout->figure->annotations->len; i++)
    {
      double x;
      double y;

      if (nepho_plot_annotation_anchor (layout, &g_array_index (layout->figure->annotations, NephoPlotAnnotation, i), &x,
                                        &y))
        place (layout, i, x, y);
    }
}
