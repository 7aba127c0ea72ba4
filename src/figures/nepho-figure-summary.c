/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-summary.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-words.h"
#include "nepho-number.h"

/* More than that nobody keeps in mind who hears it read out. */
#define MOST_PASSINGS 2

/* Somebody who stood below somebody else at first stands above from quarter t to the end. */
typedef struct
{
  const NephoPlotSeries *who;
  const NephoPlotSeries *whom;
  guint                  t;
  guint                  place; /* of who at the end, from 0 */
} Passing;

static char *
value_text (const NephoPlotFigure *figure, double value)
{
  return nepho_number_format (value, figure->y.unit, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
}

static double
end_of (const NephoPlotSeries *series)
{
  return series->y->values[series->y->n - 1];
}

/* What has a name and is projected in all quarters; whose numbers are below zero or above makes no difference. */
static GPtrArray *
projections (const NephoPlotFigure *figure, NephoPlotMark mark)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < figure->series->len; i++)
    {
      NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      if (series->mark == mark && series->notation == NEPHO_PLOT_PROJECTION && series->colour != NEPHO_PLOT_NEUTRAL
          && *series->label != '\0' && series->y->n > 0 && isfinite (series->y->values[0])
          && isfinite (end_of (series)))
        g_ptr_array_add (found, series);
    }

  return found;
}

/* Ranks are better the smaller they are. */
static gboolean
is_above (const NephoPlotFigure *figure, double a, double b)
{
  return figure->y.reversed ? a < b : a > b;
}

static const NephoPlotSeries *
outermost (const NephoPlotFigure *figure, const GPtrArray *series, gboolean highest)
{
  const NephoPlotSeries *found = g_ptr_array_index (series, 0);

  for (guint i = 1; i < series->len; i++)
    {
      const NephoPlotSeries *other = g_ptr_array_index (series, i);
      double a = end_of (other);
      double b = end_of (found);

      if (highest ? is_above (figure, a, b) : is_above (figure, b, a))
        found = other;
    }

  return found;
}

static char *
describe_extremes (const char *highest, const char *high, const char *lowest, const char *low)
{
  /* Translators: a vendor or a model, its value; the same of another */
  return g_strdup_printf (_("Highest is %s with %s, lowest %s with %s."), highest, high, lowest, low);
}

/* One line of one quarter. */
static char *
describe_alone (const NephoPlotSeries *series, const char *value)
{
  /* Translators: a vendor or another thing that is measured, its value */
  return g_strdup_printf (_("%s: %s."), series->label, value);
}

static char *
describe_lines (const NephoPlotFigure *figure, const GPtrArray *series)
{
  const NephoPlotSeries *highest = outermost (figure, series, TRUE);
  const NephoPlotSeries *lowest = outermost (figure, series, FALSE);
  g_autofree char *from = value_text (figure, highest->y->values[0]);
  g_autofree char *to = value_text (figure, end_of (highest));
  g_autofree char *low_from = value_text (figure, lowest->y->values[0]);
  g_autofree char *low_to = value_text (figure, end_of (lowest));

  if (highest->y->n == 1)
    return highest == lowest ? describe_alone (highest, to) : describe_extremes (highest->label, to, lowest->label, low_to);
  if (highest == lowest)
    /* Translators: a vendor or another thing that is measured, its first and its last value */
    return g_strdup_printf (_("%s goes from %s to %s."), highest->label, from, to);

  /* Translators: a vendor or a segment, its first and its last value; the same of another */
  return g_strdup_printf (_("Highest at the end is %s, from %s to %s; lowest is %s, from %s to %s."), highest->label,
                          from, to, lowest->label, low_from, low_to);
}

static char *
describe_areas (const NephoPlotFigure *figure, const GPtrArray *series)
{
  const NephoPlotSeries *largest = outermost (figure, series, TRUE);
  g_autofree char *from = value_text (figure, largest->y->values[0]);
  g_autofree char *to = value_text (figure, end_of (largest));

  if (largest->y->n == 1)
    /* Translators: a vendor or a segment, its value */
    return g_strdup_printf (_("The largest part is %s with %s."), largest->label, to);

  /* Translators: a vendor or a segment, its first and its last value */
  return g_strdup_printf (_("The largest part at the end is %s, from %s to %s."), largest->label, from, to);
}

/* One datum with a name. */
typedef struct
{
  const char *name; /* NULL: none yet */
  double      value;
} Item;

/* Bars are named by their categories, points by themselves. */
static char **
names_of (const NephoPlotFigure *figure, const NephoPlotSeries *series)
{
  return series->mark == NEPHO_PLOT_MARK_BAR ? figure->x.categories : series->point_labels;
}

static void
find_extremes (const NephoPlotFigure *figure, const NephoPlotSeries *series, Item *highest, Item *lowest)
{
  char **names = names_of (figure, series);

  for (guint k = 0; names != NULL && k < series->y->n && names[k] != NULL; k++)
    {
      Item item = { names[k], series->y->values[k] };

      if (!isfinite (item.value) || *item.name == '\0')
        continue;
      if (highest->name == NULL || item.value > highest->value)
        *highest = item;
      if (lowest->name == NULL || item.value < lowest->value)
        *lowest = item;
    }
}

/* Highest and lowest of all data with that mark, by their names. */
static char *
describe_items (const NephoPlotFigure *figure, NephoPlotMark mark)
{
  Item highest = { NULL, 0.0 };
  Item lowest = { NULL, 0.0 };
  g_autofree char *high = NULL;
  g_autofree char *low = NULL;

  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      if (series->mark == mark && series->notation != NEPHO_PLOT_GHOST)
        find_extremes (figure, series, &highest, &lowest);
    }
  if (highest.name == NULL || highest.name == lowest.name)
    return NULL;

  high = value_text (figure, highest.value);
  low = value_text (figure, lowest.value);

  return describe_extremes (highest.name, high, lowest.name, low);
}

/* What a waterfall leads from and to, and its largest step. */
static char *
describe_bridge (const NephoPlotFigure *figure, const NephoPlotSeries *series)
{
  guint n = series->y->n;
  guint largest = G_MAXUINT;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *step = NULL;

  for (guint k = 0; k < n; k++)
    if ((series->bridge_total >> k & 1) == 0
        && (largest == G_MAXUINT || fabs (series->y->values[k]) > fabs (series->y->values[largest])))
      largest = k;
  if (largest == G_MAXUINT || n < 2)
    return NULL;

  from = value_text (figure, series->y->values[0]);
  to = value_text (figure, series->y->values[n - 1]);
  step = nepho_number_format (series->y->values[largest], figure->y.unit,
                              NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT | NEPHO_NUMBER_WITH_SIGN);

  /* Translators: the first bar's name and value, the last one's, a step in between and its value with sign */
  return g_strdup_printf (_("From %s, %s, to %s, %s; the largest step is %s, %s."), figure->x.categories[0], from,
                          figure->x.categories[n - 1], to, figure->x.categories[largest], step);
}

static char *
describe_values (const NephoPlotFigure *figure, const GPtrArray *lines, const GPtrArray *areas)
{
  if (areas->len > 0)
    return describe_areas (figure, areas);
  if (lines->len > 0 && figure->x.kind == NEPHO_PLOT_SCALE_TIME)
    return describe_lines (figure, lines);

  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      if (series->notation == NEPHO_PLOT_GHOST)
        continue;
      if (series->mark == NEPHO_PLOT_MARK_BRIDGE && figure->x.categories != NULL)
        return describe_bridge (figure, series);
      if (series->mark == NEPHO_PLOT_MARK_BAR || series->mark == NEPHO_PLOT_MARK_POINT)
        return describe_items (figure, series->mark);
    }

  return NULL;
}

/* The quarter from which @who stands above @whom for good; 0 where it does not, or always did. */
static guint
passes_at (const NephoPlotFigure *figure, const NephoPlotSeries *who, const NephoPlotSeries *whom)
{
  guint n = MIN (who->y->n, whom->y->n);
  guint t = n;

  while (t > 0 && is_above (figure, who->y->values[t - 1], whom->y->values[t - 1]))
    t--;

  return t < n && is_above (figure, whom->y->values[0], who->y->values[0]) ? t : 0;
}

static guint
place_of (const NephoPlotFigure *figure, const GPtrArray *series, const NephoPlotSeries *who)
{
  guint place = 0;

  for (guint i = 0; i < series->len; i++)
    place += is_above (figure, end_of (g_ptr_array_index (series, i)), end_of (who));

  return place;
}

/* Who matters most first, then what happens first. */
static int
compare_passings (gconstpointer a, gconstpointer b)
{
  const Passing *left = a;
  const Passing *right = b;

  if (left->place != right->place)
    return left->place < right->place ? -1 : 1;

  return (left->t > right->t) - (left->t < right->t);
}

static void
add_passings (const NephoFigureContext *context, const NephoPlotFigure *figure, const GPtrArray *series, GString *text)
{
  g_autoptr (GArray) passings = g_array_new (FALSE, FALSE, sizeof (Passing));

  for (guint i = 0; i < series->len; i++)
    for (guint k = 0; k < series->len; k++)
      {
        Passing passing = { g_ptr_array_index (series, i), g_ptr_array_index (series, k), 0, 0 };

        passing.t = passes_at (figure, passing.who, passing.whom);
        if (passing.t == 0)
          continue;
        passing.place = place_of (figure, series, passing.who);
        g_array_append_val (passings, passing);
      }
  g_array_sort (passings, compare_passings);

  for (guint p = 0; p < MIN (passings->len, MOST_PASSINGS); p++)
    {
      const Passing *passing = &g_array_index (passings, Passing, p);
      g_autofree char *when = nepho_frame_quarter (context, passing->t);

      /* Translators: two vendors or segments, a quarter; a sentence that follows another */
      g_string_append_printf (text, _(" %s passes %s in %s."), passing->who->label, passing->whom->label, when);
    }
}

/**
 * nepho_figure_summarise:
 * @context: what the figure was made from
 * @figure: (inout): a figure with its title and values as they are shown
 *
 * Completes the summary, which is read out and stands in files as alternative text: the extremes where the
 * figure's maker told its title only, and who passes whom. Everything is read off the values that are drawn.
 */
void
nepho_figure_summarise (const NephoFigureContext *context, NephoPlotFigure *figure)
{
  g_autoptr (GPtrArray) lines = projections (figure, NEPHO_PLOT_MARK_LINE);
  g_autoptr (GPtrArray) areas = projections (figure, NEPHO_PLOT_MARK_AREA);
  g_autofree char *values = NULL;
  g_autoptr (GString) detail = g_string_new (NULL);

  if (figure->empty != NULL || figure->title == NULL || figure->summary == NULL)
    return;

  if (g_str_equal (figure->summary, figure->title))
    values = describe_values (figure, lines, areas);
  if (values != NULL)
    {
      g_free (figure->summary);
      figure->summary = nepho_words_summary (figure->title, values);
    }
  if (figure->x.kind != NEPHO_PLOT_SCALE_TIME)
    return;

  add_passings (context, figure, lines, detail);
  if (detail->len > 0)
    {
      g_autofree char *before = figure->summary;
      gboolean is_title = g_str_equal (before, figure->title);

      figure->summary = g_strconcat (before, is_title ? "." : "", detail->str, NULL);
    }
}
