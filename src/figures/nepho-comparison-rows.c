/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-comparison-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-event-words.h"
#include "nepho-figure-money.h"
#include "nepho-number.h"

static void
row_free (gpointer data)
{
  NephoComparisonRow *row = data;

  for (guint i = 0; i < NEPHO_MAX_COMPARED; i++)
    {
      g_free (row->cells[i].value);
      g_free (row->cells[i].difference);
      g_free (row->cells[i].relative);
    }
  g_free (row->id);
  g_free (row->name);
  g_free (row);
}

static NephoComparisonRow *
add_row (GPtrArray *rows, const char *id, char *name, NephoUnit unit)
{
  NephoComparisonRow *row = g_new0 (NephoComparisonRow, 1);

  row->id = g_strdup (id);
  row->name = name;
  row->unit = unit;
  g_ptr_array_add (rows, row);

  return row;
}

/* What binary rounding leaves is no difference. */
static gboolean
shows_nothing (const char *text)
{
  return strpbrk (text, "123456789") == NULL;
}

/* How the number of scenario @i differs from that of the first. */
static void
fill_difference (const NephoFigureContext *context, NephoComparisonRow *row, guint i)
{
  const NephoComparisonCell *first = &row->cells[0];
  NephoComparisonCell *cell = &row->cells[i];
  NephoNumberStyle style = NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_WITH_SIGN | NEPHO_NUMBER_SHORT;
  NephoUnit unit = row->unit == NEPHO_UNIT_FRACTION ? NEPHO_UNIT_POINTS : row->unit;

  cell->differs = cell->number != first->number;
  cell->change = cell->number - first->number;
  cell->part = first->number != 0.0 ? cell->change / fabs (first->number) : (double) NAN;
  if (i == 0 || !cell->differs)
    return;

  cell->difference = nepho_money_format (context, cell->change, unit, style);
  if (isfinite (cell->part))
    cell->relative = nepho_number_format (cell->part, NEPHO_UNIT_FRACTION, style);
  if (shows_nothing (cell->difference))
    {
      g_clear_pointer (&cell->difference, g_free);
      g_clear_pointer (&cell->relative, g_free);
    }
}

/* The context as if scenario @i were at work, with no baseline. */
static NephoFigureContext
context_of (const NephoFigureContext *context, guint i)
{
  NephoFigureContext own = *context;

  own.values = context->comparison->items[i].values;
  own.results = context->comparison->items[i].results;
  own.baseline = NULL;
  own.events = context->comparison->items[i].events;

  return own;
}

static const NephoHeadline *
find_headline (const GPtrArray *headlines, const char *id)
{
  for (guint k = 0; k < headlines->len; k++)
    if (g_str_equal (((const NephoHeadline *) g_ptr_array_index (headlines, k))->id, id))
      return g_ptr_array_index (headlines, k);

  return NULL;
}

static void
fill_headline (NephoComparisonCell *cell, const NephoHeadline *headline)
{
  cell->number = headline->number;
  if (headline->who != NULL)
    /* Translators: a number, whose it is: "34.6 %, Alibaba Cloud" */
    cell->value = g_strdup_printf (_("%s, %s"), headline->value, headline->who);
  else
    cell->value = g_strdup (headline->value);
}

/**
 * nepho_comparison_headlines:
 * @context: its comparison, segment, and the later of its quarters
 *
 * Returns: (transfer full) (element-type NephoComparisonRow): every headline number of every scenario
 */
GPtrArray *
nepho_comparison_headlines (const NephoFigureContext *context)
{
  const NephoComparison *comparison = context->comparison;
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; comparison != NULL && i < comparison->n; i++)
    {
      NephoFigureContext own = context_of (context, i);
      g_autoptr (GPtrArray) headlines = nepho_headlines_build (&own);

      for (guint k = 0; i == 0 && k < headlines->len; k++)
        {
          const NephoHeadline *headline = g_ptr_array_index (headlines, k);

          add_row (rows, headline->id, g_strdup (headline->name), headline->unit);
        }
      for (guint k = 0; k < rows->len; k++)
        {
          NephoComparisonRow *row = g_ptr_array_index (rows, k);
          const NephoHeadline *headline = find_headline (headlines, row->id);

          g_assert (headline != NULL);
          fill_headline (&row->cells[i], headline);
          fill_difference (context, row, i);
        }
    }

  return rows;
}

/* A value, or what happens to it over time. */
static void
fill_assumption (const NephoFigureContext *context, NephoComparisonRow *row, guint i, guint parameter)
{
  const NephoCompared *items = context->comparison->items;
  NephoComparisonCell *cell = &row->cells[i];
  guint n_events;

  cell->number = items[i].values[parameter];
  nepho_events_get (items[i].events, parameter, &n_events);
  cell->value = n_events > 0 ? nepho_events_describe (context->parameters, parameter, items[i].events, context->money)
                             : nepho_money_short (context, cell->number, row->unit);
  fill_difference (context, row, i);
  cell->differs |= !nepho_events_same (items[i].events, items[0].events, parameter);
}

/**
 * nepho_comparison_assumptions:
 * @context: its comparison
 *
 * Returns: (transfer full) (element-type NephoComparisonRow): exactly the parameters whose values are not the same
 * in all scenarios, in the order of the parameters
 */
GPtrArray *
nepho_comparison_assumptions (const NephoFigureContext *context)
{
  const NephoComparison *comparison = context->comparison;
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint k = 0; comparison != NULL && k < nepho_parameter_set_size (context->parameters); k++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (context->parameters, k);
      NephoComparisonRow *row;

      if (!nepho_comparison_differ (comparison, k))
        continue;
      row = add_row (rows, parameter->id, nepho_parameter_title (context->parameters, k), parameter->spec->unit);
      for (guint i = 0; i < comparison->n; i++)
        {
          fill_assumption (context, row, i, k);
        }
    }

  return rows;
}
