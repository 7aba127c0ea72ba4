/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-frame.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A baseline that differs by less is the same line. */
#define SAME_TOLERANCE 1e-9

const NephoDataset *
nepho_frame_dataset (const NephoFigureContext *context)
{
  return nepho_parameter_set_dataset (context->parameters);
}

guint
nepho_frame_last (const NephoFigureContext *context)
{
  return context->results->n_quarters - 1;
}

/* The reader's quarters may lie beyond a horizon that was shortened since. */
guint
nepho_frame_to (const NephoFigureContext *context)
{
  return MIN (context->to, nepho_frame_last (context));
}

guint
nepho_frame_from (const NephoFigureContext *context)
{
  return MIN (context->from, nepho_frame_last (context));
}

gboolean
nepho_frame_is_aggregate (const NephoFigureContext *context, guint vendor)
{
  return nepho_figure_is_aggregate (nepho_frame_dataset (context), vendor);
}

guint
nepho_frame_n_named (const NephoFigureContext *context)
{
  guint n = 0;

  for (guint i = 0; i < context->results->n_vendors; i++)
    if (!nepho_frame_is_aggregate (context, i))
      n++;

  return n;
}

const char *
nepho_frame_vendor_name (const NephoFigureContext *context, guint vendor)
{
  const NephoVendor *entry = nepho_dataset_vendor (nepho_frame_dataset (context), vendor);
  const char *name = nepho_text_get (entry->name);

  return *name != '\0' ? name : entry->id;
}

const char *
nepho_frame_segment_name (const NephoFigureContext *context, guint segment)
{
  const NephoSegment *entry = nepho_dataset_segment (nepho_frame_dataset (context), segment);
  const char *name = nepho_text_get (entry->name);

  return *name != '\0' ? name : entry->id;
}

/* What the figure is about, as it stands in "first in …". */
const char *
nepho_frame_scope (const NephoFigureContext *context)
{
  if (context->segment >= 0)
    return nepho_frame_segment_name (context, (guint) context->segment);

  return _("all segments");
}

char *
nepho_frame_quarter (const NephoFigureContext *context, guint t)
{
  return nepho_quarter_format (nepho_frame_dataset (context)->base_quarter + (NephoQuarter) t);
}

/* "2022Q2 to 2030Q4", or one quarter. */
char *
nepho_frame_period (const NephoFigureContext *context)
{
  g_autofree char *first = nepho_frame_quarter (context, 0);
  g_autofree char *last = nepho_frame_quarter (context, nepho_frame_last (context));

  if (nepho_frame_last (context) == 0)
    return g_steal_pointer (&first);

  /* Translators: first and last quarter of a period */
  return g_strdup_printf (_("%s to %s"), first, last);
}

double
nepho_frame_year (const NephoFigureContext *context, guint t)
{
  return nepho_quarter_year (nepho_frame_dataset (context)->base_quarter + (NephoQuarter) t);
}

int
nepho_frame_vendor_colour (const NephoFigureContext *context, guint vendor)
{
  int colour = nepho_dataset_vendor (nepho_frame_dataset (context), vendor)->colour;

  if (nepho_frame_is_aggregate (context, vendor))
    return NEPHO_PLOT_NEUTRAL;

  return colour >= 0 ? colour : (int) vendor;
}

int
nepho_frame_segment_colour (const NephoFigureContext *context, guint segment)
{
  return nepho_dataset_segment_colour (nepho_frame_dataset (context), segment);
}

/* In value or events, against the baseline. */
gboolean
nepho_frame_is_changed (const NephoFigureContext *context, guint parameter)
{
  return context->values[parameter] != context->baseline_values[parameter]
         || !nepho_events_same (context->events, context->baseline_events, parameter);
}

NephoAssumptions
nepho_frame_assumptions (const NephoFigureContext *context)
{
  return (NephoAssumptions) { context->values, context->events };
}

NephoAssumptions
nepho_frame_baseline (const NephoFigureContext *context)
{
  return (NephoAssumptions) { context->baseline_values, context->baseline_events };
}

/* As it is in the last quarter. */
double
nepho_frame_value (const NephoFigureContext *context, const char *id)
{
  NephoAssumptions assumptions = nepho_frame_assumptions (context);

  return nepho_assumptions_at (context->parameters, &assumptions,
                               nepho_parameter_set_index (context->parameters, id, -1, -1),
                               nepho_frame_last (context));
}

/* A figure with its y axis in @unit; over time it knows its quarters and where projection begins. */
NephoPlotFigure *
nepho_frame_new (const NephoFigureContext *context, const char *id, NephoPlotScaleKind x, NephoUnit unit)
{
  NephoPlotFigure *figure = nepho_plot_figure_new (id);

  figure->x.kind = x;
  figure->x.minimum = NAN;
  figure->x.maximum = NAN;
  figure->y.kind = NEPHO_PLOT_SCALE_LINEAR;
  figure->y.unit = unit;
  figure->y.minimum = NAN;
  figure->y.maximum = NAN;
  figure->now = NAN;
  if (x == NEPHO_PLOT_SCALE_TIME)
    {
      figure->x.unit = NEPHO_UNIT_YEAR;
      figure->now = nepho_frame_year (context, 0);
    }

  return figure;
}

static NephoPlotColumn *
years_column (const NephoFigureContext *context)
{
  guint n = context->results->n_quarters;
  g_autofree double *years = g_new (double, n);

  for (guint t = 0; t < n; t++)
    years[t] = nepho_frame_year (context, t);

  return nepho_plot_column_new (years, n);
}

/* One value a quarter. */
NephoPlotColumn *
nepho_frame_column (const NephoFigureContext *context,
                    const NephoResults *results,
                    NephoFigureGetter getter,
                    guint index)
{
  g_autofree double *values = g_new (double, results->n_quarters);

  for (guint t = 0; t < results->n_quarters; t++)
    values[t] = getter (context, results, t, index);

  return nepho_plot_column_new (values, results->n_quarters);
}

void
nepho_frame_add_times (NephoPlotFigure *figure,
                       const NephoFigureContext *context,
                       NephoPlotMark mark,
                       NephoFigureGetter getter,
                       guint index,
                       const char *id,
                       const char *label,
                       int colour)
{
  NephoPlotSeries *series = nepho_plot_figure_add_series (figure, mark, id, label, colour);

  series->notation = NEPHO_PLOT_PROJECTION;
  series->x = years_column (context);
  series->y = nepho_frame_column (context, context->results, getter, index);
}

static gboolean
differs (const NephoPlotColumn *column,
         const NephoFigureContext *context,
         NephoFigureGetter getter,
         guint index)
{
  guint n = MIN (column->n, context->results->n_quarters);

  for (guint t = 0; t < n; t++)
    {
      double now = getter (context, context->results, t, index);

      if (fabs (now - column->values[t]) > SAME_TOLERANCE * MAX (1.0, fabs (now)))
        return TRUE;
    }

  return FALSE;
}

/* Adds the baseline where it is another line. Only one of many ghosts carries the label. */
gboolean
nepho_frame_add_ghost (NephoPlotFigure *figure,
                       const NephoFigureContext *context,
                       NephoFigureGetter getter,
                       guint index,
                       const char *id,
                       gboolean labelled)
{
  g_autoptr (NephoPlotColumn) column = NULL;
  NephoPlotSeries *series;

  if (context->baseline == NULL || context->baseline->n_quarters != context->results->n_quarters)
    return FALSE;

  column = nepho_frame_column (context, context->baseline, getter, index);
  if (!differs (column, context, getter, index))
    return FALSE;

  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, id,
                                         labelled ? _("Baseline") : NULL, NEPHO_PLOT_NEUTRAL);
  series->notation = NEPHO_PLOT_GHOST;
  series->x = years_column (context);
  series->y = g_steal_pointer (&column);

  return TRUE;
}

/* One series a vendor, each in its own colour, ghosts behind; areas have no ghosts. */
void
nepho_frame_add_vendors (NephoPlotFigure *figure,
                         const NephoFigureContext *context,
                         NephoPlotMark mark,
                         NephoFigureGetter getter,
                         gboolean with_aggregate)
{
  gboolean labelled = FALSE;

  for (guint i = 0; mark == NEPHO_PLOT_MARK_LINE && i < context->results->n_vendors; i++)
    if (with_aggregate || !nepho_frame_is_aggregate (context, i))
      labelled |= nepho_frame_add_ghost (figure, context, getter, i,
                                         nepho_dataset_vendor (nepho_frame_dataset (context), i)->id,
                                         !labelled);

  for (guint i = 0; i < context->results->n_vendors; i++)
    if (with_aggregate || !nepho_frame_is_aggregate (context, i))
      nepho_frame_add_times (figure, context, mark, getter, i,
                             nepho_dataset_vendor (nepho_frame_dataset (context), i)->id,
                             nepho_frame_vendor_name (context, i), nepho_frame_vendor_colour (context, i));
}

void
nepho_frame_add_segments (NephoPlotFigure *figure,
                          const NephoFigureContext *context,
                          NephoPlotMark mark,
                          NephoFigureGetter getter)
{
  gboolean labelled = FALSE;

  for (guint s = 0; mark == NEPHO_PLOT_MARK_LINE && s < context->results->n_segments; s++)
    labelled |= nepho_frame_add_ghost (figure, context, getter, s,
                                       nepho_dataset_segment (nepho_frame_dataset (context), s)->id,
                                       !labelled);

  for (guint s = 0; s < context->results->n_segments; s++)
    nepho_frame_add_times (figure, context, mark, getter, s,
                           nepho_dataset_segment (nepho_frame_dataset (context), s)->id,
                           nepho_frame_segment_name (context, s), nepho_frame_segment_colour (context, s));
}

/* Takes the texts of a pointer array as the categories of a band axis. */
void
nepho_frame_set_categories (NephoPlotAxis *axis, GPtrArray *categories)
{
  axis->kind = NEPHO_PLOT_SCALE_BAND;
  axis->categories = g_new0 (char *, categories->len + 1);
  for (guint i = 0; i < categories->len; i++)
    axis->categories[i] = g_strdup (g_ptr_array_index (categories, i));
}

/* Says what a category is about, so that it is known again on other charts. */
void
nepho_frame_identify (NephoPlotAxis *axis, guint category, const char *id)
{
  guint n = g_strv_length (axis->categories);

  g_assert (category < n);
  if (axis->category_ids == NULL)
    {
      axis->category_ids = g_new0 (char *, n + 1);
      for (guint k = 0; k < n; k++)
        axis->category_ids[k] = g_strdup ("");
    }
  g_free (axis->category_ids[category]);
  axis->category_ids[category] = g_strdup (id);
}

/* Vendors as categories: those of @order, or where that is %NULL the first @n. */
void
nepho_frame_set_vendors (NephoPlotAxis *axis, const NephoFigureContext *context, const guint *order, guint n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint k = 0; k < n; k++)
    g_ptr_array_add (names, (gpointer) nepho_frame_vendor_name (context, order != NULL ? order[k] : k));
  nepho_frame_set_categories (axis, names);
  for (guint k = 0; k < n; k++)
    nepho_frame_identify (axis, k,
                          nepho_dataset_vendor (nepho_frame_dataset (context), order != NULL ? order[k] : k)->id);
}
