/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "nepho-number.h"
#include "nepho-plot-private.h"

/* A label as far right of the plot as a leader line needs. */
#define LABEL_GAP 7.0
/* Labels take at most this part of the width: the data come first. */
#define LABEL_PART 0.30
/* A label that had to move further than this gets a leader line. */
#define LEADER_FROM 3.0
/* How far before the right edge a line must end to be named there. */
#define EARLY 30.0
/* A label farther from its line than this part of the plot's height names nothing any more: then the
 * smallest series go without, but for a few. */
#define FARTHEST 0.32
#define FEWEST 4

typedef struct
{
  guint        series;
  double       anchor_x;
  double       anchor_y;
  double       weight;   /* how much its series matters: the least is the first to go without */
  PangoLayout *text;
  double       width;
  double       height;
} Label;

static gboolean
wants_label (const NephoPlotLayout *layout, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  return nepho_plot_series_visible (layout, index) && *series->label != '\0' && series->notation != NEPHO_PLOT_GHOST
         && (series->mark == NEPHO_PLOT_MARK_LINE || series->mark == NEPHO_PLOT_MARK_AREA
             || series->mark == NEPHO_PLOT_MARK_TILE)
         && series->y != NULL && series->y->n > 0;
}

static PangoLayout *
label_text (const NephoPlotLayout *layout, guint series)
{
  return nepho_plot_text_new (layout, nepho_plot_series_at (layout, series)->label, layout->theme->label_size, FALSE,
                              layout->width * LABEL_PART, 1);
}

/* How much room the direct labels need at the right, gap included. */
double
nepho_plot_labels_width (NephoPlotLayout *layout)
{
  double widest = 0.0;

  for (guint i = 0; i < layout->figure->series->len; i++)
    if (wants_label (layout, i))
      {
        g_autoptr (PangoLayout) text = label_text (layout, i);
        double width;
        double height;

        nepho_plot_text_size (text, &width, &height);
        widest = MAX (widest, MIN (width, layout->width * LABEL_PART));
      }

  return widest > 0.0 ? widest + LABEL_GAP * layout->text_scale : 0.0;
}

/* Whether a line ends well before the others: its name then stands where it ends. */
gboolean
nepho_plot_ends_early (const NephoPlotLayout *layout, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  double right = layout->plot.x + layout->plot.width - EARLY * layout->text_scale;

  if (series->mark != NEPHO_PLOT_MARK_LINE)
    return FALSE;
  for (guint k = series->y->n; k-- > 0;)
    if (isfinite (series->y->values[k]))
      return nepho_plot_scale_map (&layout->x, nepho_plot_series_x (layout, index, k)) < right;

  return FALSE;
}

static gboolean
find_anchor (const NephoPlotLayout *layout, guint index, Label *label)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  double *tops = g_ptr_array_index (layout->tops, index);
  double *bottoms = g_ptr_array_index (layout->bottoms, index);

  for (guint k = series->y->n; k-- > 0;)
    {
      double x = nepho_plot_scale_map (&layout->x, nepho_plot_series_x (layout, index, k));
      double y = series->y->values[k];

      if (!isfinite (y) || x > layout->plot.x + layout->plot.width + 0.5)
        continue;
      if (tops != NULL)
        {
          double thickness = fabs (nepho_plot_scale_map (&layout->y, tops[k]) - nepho_plot_scale_map (&layout->y, bottoms[k]));

          if (thickness < 1.0)
            return FALSE;
          y = (tops[k] + bottoms[k]) / 2.0;
        }
      /* A leader leaves a tile at its edge. */
      label->anchor_x = series->mark == NEPHO_PLOT_MARK_TILE ? layout->plot.x + layout->plot.width : x;
      label->weight = layout->figure->y.reversed ? -series->y->values[k] : fabs (series->y->values[k]);
      label->anchor_y = nepho_plot_scale_map (&layout->y, y);
      return isfinite (label->anchor_y);
    }

  return FALSE;
}

static int
by_height (gconstpointer a, gconstpointer b)
{
  const Label *x = a;
  const Label *y = b;

  return x->anchor_y != y->anchor_y ? (x->anchor_y > y->anchor_y ? 1 : -1) : (int) x->series - (int) y->series;
}

/* Moves intervals apart as little as possible, in the sense of least squares, keeping their order
 * and the given ends: neighbours that overlap are pooled into a block at the mean of their wishes
 * (pool adjacent violators; Barlow et al., Statistical inference under order restrictions, 1972). */
void
nepho_plot_spread (double *centres, const double *heights, guint n, double top, double bottom)
{
  g_autofree double *wish = g_new (double, MAX (n, 1u));   /* of a block's first top */
  g_autofree double *size = g_new (double, MAX (n, 1u));
  g_autofree guint *members = g_new (guint, MAX (n, 1u));
  guint blocks = 0;
  guint at = 0;

  for (guint i = 0; i < n; i++)
    {
      wish[blocks] = centres[i] - heights[i] / 2.0;
      size[blocks] = heights[i];
      members[blocks] = 1;
      blocks++;
      while (blocks > 1 && wish[blocks - 2] + size[blocks - 2] > wish[blocks - 1])
        {
          guint a = blocks - 2;
          guint b = blocks - 1;

          /* The block's start wish is the mean over members of (own wish - offset in block). */
          wish[a] = (wish[a] * members[a] + (wish[b] - size[a]) * members[b]) / (members[a] + members[b]);
          size[a] += size[b];
          members[a] += members[b];
          blocks--;
        }
      wish[blocks - 1] = CLAMP (wish[blocks - 1], top, MAX (bottom - size[blocks - 1], top));
      while (blocks > 1 && wish[blocks - 2] + size[blocks - 2] > wish[blocks - 1])
        {
          wish[blocks - 2] = MAX (wish[blocks - 1] - size[blocks - 2], top);
          size[blocks - 2] += size[blocks - 1];
          members[blocks - 2] += members[blocks - 1];
          blocks--;
        }
    }

  for (guint b = 0; b < blocks; b++)
    {
      double place = wish[b];

      for (guint k = 0; k < members[b]; k++, at++)
        {
          centres[at] = place + heights[at] / 2.0;
          place += heights[at];
        }
    }
}

/* Leaves out the label of the smallest series; of equal ones, the last. */
static void
drop_smallest (GArray *labels)
{
  guint smallest = 0;

  for (guint i = 1; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);
      const Label *least = &g_array_index (labels, Label, smallest);

      if (label->weight < least->weight || (label->weight == least->weight && label->series > least->series))
        smallest = i;
    }
  g_object_unref (g_array_index (labels, Label, smallest).text);
  g_array_remove_index (labels, smallest);
}

static void
drop_surplus (GArray *labels, double room)
{
  double total = 0.0;

  for (guint i = 0; i < labels->len; i++)
    total += g_array_index (labels, Label, i).height;
  while (labels->len > 0 && total > room)
    {
      total -= g_array_index (labels, Label, 0).height;
      drop_smallest (labels);
    }
}

/* Finds a place for each label and tells how far the one that fared worst had to move. */
static double
spread_labels (const NephoPlotLayout *layout, const GArray *labels, double *centres)
{
  g_autofree double *heights = g_new (double, MAX (labels->len, 1u));
  double line = layout->theme->label_size * layout->text_scale;
  double farthest = 0.0;

  for (guint i = 0; i < labels->len; i++)
    {
      centres[i] = g_array_index (labels, Label, i).anchor_y;
      heights[i] = g_array_index (labels, Label, i).height;
    }
  nepho_plot_spread (centres, heights, labels->len, layout->plot.y - line / 2.0,
                     layout->plot.y + layout->plot.height + 2.0 * layout->text_scale);
  for (guint i = 0; i < labels->len; i++)
    farthest = MAX (farthest, fabs (centres[i] - g_array_index (labels, Label, i).anchor_y));

  return farthest;
}

/* Names at the ends of lines and areas: in the lines' order, never on one another. */
void
nepho_plot_labels_place (NephoPlotLayout *layout)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (Label));
  g_autofree double *centres = NULL;
  double left = layout->plot.x + layout->plot.width + LABEL_GAP * layout->text_scale;

  for (guint i = 0; i < layout->figure->series->len; i++)
    {
      Label label = { .series = i };

      if (!wants_label (layout, i) || !find_anchor (layout, i, &label) || nepho_plot_ends_early (layout, i))
        continue;
      label.text = label_text (layout, i);
      nepho_plot_text_size (label.text, &label.width, &label.height);
      label.anchor_y = CLAMP (label.anchor_y, layout->plot.y, layout->plot.y + layout->plot.height);
      g_array_append_val (labels, label);
    }
  drop_surplus (labels, layout->plot.height + layout->theme->label_size * layout->text_scale / 2.0);
  g_array_sort (labels, by_height);
  centres = g_new (double, MAX (labels->len, 1u));
  while (spread_labels (layout, labels, centres) > FARTHEST * layout->plot.height && labels->len > FEWEST)
    drop_smallest (labels);

  for (guint i = 0; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);
      NephoPlotTextBox *box = nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_LABEL, label->text, left,
                                                   centres[i] - label->height / 2.0,
                                                   nepho_plot_series_colour (layout, label->series));

      box->series = (int) label->series;
      box->anchor_x = label->anchor_x;
      box->anchor_y = label->anchor_y;
      box->leader = fabs (centres[i] - label->anchor_y) > LEADER_FROM;
    }
}
