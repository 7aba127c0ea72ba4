/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "nepho-number.h"
#include "nepho-plot-private.h"

/* A label as far right of the plot as a leader line needs. */
#define LABEL_GAP 7.0
/* Beyond the dots at the ends of lines of ranks. */
#define RANK_GAP 7.0
/* Labels take at most this part of the width: the data come first. */
#define LABEL_PART 0.30
/* The names of slopes bear numbers, and their data need less room. */
#define SLOPE_PART 0.38
/* A label that had to move further than this gets a leader line. */
#define LEADER_FROM 3.0
/* How far before the right edge a line must end to be named there. */
#define EARLY 30.0
/* A label farther from its line than this part of the plot's height names nothing any more: then the
 * smallest series go without, but for a few. */
#define FARTHEST 0.32
#define FEWEST 4
/* Of the line that counts names without a place, in sizes of its letters. */
#define OTHERS_HEIGHT 1.35
/* Width of the paper from which slopes are named at both sides. */
#define ROOMY_FROM 420.0

static gboolean
wants_label (const NephoPlotLayout *layout, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  return nepho_plot_series_visible (layout, index) && *series->label != '\0' && series->notation != NEPHO_PLOT_GHOST
         && (series->mark == NEPHO_PLOT_MARK_LINE || series->mark == NEPHO_PLOT_MARK_AREA
             || series->mark == NEPHO_PLOT_MARK_TILE || series->mark == NEPHO_PLOT_MARK_SLOPE)
         && series->y != NULL && series->y->n > 0;
}

/* The datum at which a name stands: the last that is in sight, or at the left the first. */
static gboolean
find_datum (const NephoPlotLayout *layout, guint index, gboolean left, guint *point)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  for (guint k = 0; k < series->y->n; k++)
    {
      *point = left ? k : series->y->n - 1 - k;
      if (isfinite (series->y->values[*point]))
        return TRUE;
    }

  return FALSE;
}

/* Whether names stand at the left, too. */
gboolean
nepho_plot_is_sloped (const NephoPlotLayout *layout)
{
  for (guint i = 0; i < layout->figure->series->len; i++)
    if (nepho_plot_series_at (layout, i)->mark == NEPHO_PLOT_MARK_SLOPE)
      return TRUE;

  return FALSE;
}

static double
label_gap (const NephoPlotLayout *layout)
{
  return (LABEL_GAP + (layout->figure->y.unit == NEPHO_UNIT_RANK ? RANK_GAP : 0.0)) * layout->text_scale;
}

static double
widest_label (const NephoPlotLayout *layout)
{
  return layout->width * (nepho_plot_is_sloped (layout) ? SLOPE_PART : LABEL_PART);
}

/* The name of a series; of a slope with the value there, which no axis tells, on a small paper at the left the value
 * alone. */
static PangoLayout *
label_text (const NephoPlotLayout *layout, guint index, gboolean left)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  gboolean small = left && layout->width < ROOMY_FROM * layout->text_scale;
  g_autofree char *value = NULL;
  g_autofree char *both = NULL;
  guint point;

  if (series->mark == NEPHO_PLOT_MARK_SLOPE && find_datum (layout, index, left, &point))
    {
      value = nepho_number_format (series->y->values[point], layout->figure->y.unit,
                                   NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
      both = left ? g_strconcat (series->label, "  ", value, NULL) : g_strconcat (value, "  ", series->label, NULL);
    }

  return nepho_plot_text_new (layout, value == NULL ? series->label : (small ? value : both), layout->theme->label_size,
                              FALSE, widest_label (layout), 1);
}

/* How much room the direct labels need at one side, gap included. */
double
nepho_plot_labels_width (NephoPlotLayout *layout, gboolean left)
{
  double widest = 0.0;

  for (guint i = 0; i < layout->figure->series->len; i++)
    if (wants_label (layout, i))
      {
        g_autoptr (PangoLayout) text = label_text (layout, i, left);
        double width;
        double height;

        nepho_plot_text_size (text, &width, &height);
        widest = MAX (widest, MIN (width, widest_label (layout)));
      }

  return widest > 0.0 ? widest + label_gap (layout) : 0.0;
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

/* Where the first value of a slope is. */
static gboolean
find_left_anchor (const NephoPlotLayout *layout, guint index, NephoPlotName *label)
{
  guint point;

  if (!find_datum (layout, index, TRUE, &point))
    return FALSE;

  nepho_plot_layout_point (layout, index, point, &label->anchor_x, &label->anchor_y);
  label->weight = fabs (nepho_plot_series_at (layout, index)->y->values[point]);

  return isfinite (label->anchor_y);
}

static gboolean
find_anchor (const NephoPlotLayout *layout, guint index, NephoPlotName *label)
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
  const NephoPlotName *x = a;
  const NephoPlotName *y = b;

  return x->anchor_y != y->anchor_y ? (x->anchor_y > y->anchor_y ? 1 : -1) : x->series - y->series;
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

/* Leaves out the label of the smallest series; of equal ones, the last. Returns its height. */
static double
drop_smallest (GArray *labels)
{
  double height;
  guint smallest = 0;

  for (guint i = 1; i < labels->len; i++)
    {
      const NephoPlotName *label = &g_array_index (labels, NephoPlotName, i);
      const NephoPlotName *least = &g_array_index (labels, NephoPlotName, smallest);

      if (label->weight < least->weight || (label->weight == least->weight && label->series > least->series))
        smallest = i;
    }
  height = g_array_index (labels, NephoPlotName, smallest).height;
  g_object_unref (g_array_index (labels, NephoPlotName, smallest).text);
  g_array_remove_index (labels, smallest);

  return height;
}

static void
drop_surplus (GArray *labels, double room)
{
  double total = 0.0;

  for (guint i = 0; i < labels->len; i++)
    total += g_array_index (labels, NephoPlotName, i).height;
  while (labels->len > 0 && total > room)
    total -= drop_smallest (labels);
}

/* The heights between which names may stand: a little beyond the plot, but for a flow's headings above it. */
static void
find_room (const NephoPlotLayout *layout, double *top, double *bottom)
{
  double line = layout->theme->label_size * layout->text_scale;

  *top = layout->plot.y - (nepho_plot_is_flow (layout) ? 0.0 : line / 2.0);
  *bottom = layout->plot.y + layout->plot.height + 2.0 * layout->text_scale;
}

/* Finds a place for each label and tells how far the one that fared worst had to move. */
static double
spread_labels (const NephoPlotLayout *layout, const GArray *labels, double below, double *centres)
{
  g_autofree double *heights = g_new (double, MAX (labels->len, 1u));
  double farthest = 0.0;
  double top;
  double bottom;

  for (guint i = 0; i < labels->len; i++)
    {
      centres[i] = g_array_index (labels, NephoPlotName, i).anchor_y;
      heights[i] = g_array_index (labels, NephoPlotName, i).height;
    }
  find_room (layout, &top, &bottom);
  nepho_plot_spread (centres, heights, labels->len, top, bottom - below);
  for (guint i = 0; i < labels->len; i++)
    farthest = MAX (farthest, fabs (centres[i] - g_array_index (labels, NephoPlotName, i).anchor_y));

  return farthest;
}

/* Leaves out those that have no room above a line at the foot of the plot, and finds places for the others. */
static void
fit_names (const NephoPlotLayout *layout, GArray *names, double below, double *centres)
{
  double top;
  double bottom;

  find_room (layout, &top, &bottom);
  drop_surplus (names, bottom - top - below);
  g_array_sort (names, by_height);
  while (spread_labels (layout, names, below, centres) > FARTHEST * layout->plot.height && names->len > FEWEST)
    drop_smallest (names);
}

/* Puts names beside the plot, at its left or its right: in the order of what they name, never on one another. Where
 * there is no room for all the least go without, and how many stands below. Takes the texts. */
void
nepho_plot_names_place (NephoPlotLayout *layout, GArray *names, gboolean left)
{
  double gap = label_gap (layout);
  double line = OTHERS_HEIGHT * layout->theme->label_size * layout->text_scale;
  guint n_all = names->len;
  g_autofree double *centres = g_new (double, MAX (n_all, 1u));

  fit_names (layout, names, 0.0, centres);
  /* Below a flow there are no ticks in whose row the count could stand. */
  if (names->len < n_all && nepho_plot_is_flow (layout))
    fit_names (layout, names, line, centres);

  for (guint i = 0; i < names->len; i++)
    {
      const NephoPlotName *name = &g_array_index (names, NephoPlotName, i);
      double x = left ? layout->plot.x - gap - name->width : layout->plot.x + layout->plot.width + gap;
      NephoPlotTextBox *box = nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_LABEL, name->text, x,
                                                   centres[i] - name->height / 2.0, name->colour);

      box->series = name->series;
      nepho_plot_text_names (layout, box, name->subject);
      box->anchor_x = name->anchor_x;
      box->anchor_y = name->anchor_y;
      box->leader = fabs (centres[i] - name->anchor_y) > LEADER_FROM;
    }
  if (nepho_plot_is_flow (layout))
    nepho_plot_others_below (layout, n_all - names->len,
                             left ? layout->plot.x - gap : layout->width - layout->theme->padding * layout->text_scale,
                             layout->plot.y + layout->plot.height + 2.0 * layout->text_scale);
  else
    nepho_plot_others_beside (layout, n_all - names->len, left);
}

static void
place_side (NephoPlotLayout *layout, gboolean left)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (NephoPlotName));

  for (guint i = 0; i < layout->figure->series->len; i++)
    {
      NephoPlotName name = { .series = (int) i };

      if (!wants_label (layout, i) || nepho_plot_ends_early (layout, i)
          || !(left ? find_left_anchor (layout, i, &name) : find_anchor (layout, i, &name)))
        continue;
      name.text = label_text (layout, i, left);
      name.subject = nepho_plot_series_at (layout, i)->id;
      name.colour = nepho_plot_label_colour (layout, i);
      nepho_plot_text_size (name.text, &name.width, &name.height);
      name.anchor_y = CLAMP (name.anchor_y, layout->plot.y, layout->plot.y + layout->plot.height);
      g_array_append_val (names, name);
    }
  nepho_plot_names_place (layout, names, left);
}

/* Names at the ends of lines and areas, and at both ends of slopes. */
void
nepho_plot_labels_place (NephoPlotLayout *layout)
{
  place_side (layout, FALSE);
  if (nepho_plot_is_sloped (layout))
    place_side (layout, TRUE);
}
