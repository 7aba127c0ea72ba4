/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-money.h"

#include <glib/gi18n-lib.h>

/* The unit that a number of the unit @stored is shown in. */
NephoUnit
nepho_money_unit (const NephoFigureContext *context, NephoUnit stored)
{
  return nepho_currency_unit (context->money, stored);
}

const char *
nepho_money_unit_name (const NephoFigureContext *context, NephoUnit stored)
{
  return nepho_unit_name (nepho_money_unit (context, stored));
}

static double
shown (const NephoFigureContext *context, double value, NephoUnit stored)
{
  return nepho_currency_shown (context->money, value, stored);
}

/* @value, in the unit @stored, which need not be one of money. */
char *
nepho_money_format (const NephoFigureContext *context, double value, NephoUnit stored, NephoNumberStyle style)
{
  return nepho_currency_format (context->money, value, stored, style);
}

char *
nepho_money_short (const NephoFigureContext *context, double value, NephoUnit stored)
{
  return nepho_money_format (context, value, stored, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
}

char *
nepho_money_sum (const NephoFigureContext *context, double yuan_bn)
{
  return nepho_money_format (context, yuan_bn, NEPHO_UNIT_YUAN_BILLION, NEPHO_NUMBER_WITH_UNIT);
}

/* What was published comes back to its last digit; what was computed has no digits that anyone wrote. */
static NephoPlotColumn *
exchange_column (const NephoFigureContext *context, const NephoPlotColumn *column, NephoUnit stored, gboolean published)
{
  g_autofree double *values = NULL;

  if (!published)
    return nepho_plot_column_new_strided (column->values, column->n, 1, nepho_currency_factor (context->money, stored));

  values = g_new (double, column->n);
  for (guint i = 0; i < column->n; i++)
    values[i] = shown (context, column->values[i], stored);

  return nepho_plot_column_new (values, column->n);
}

static void
exchange_series (const NephoFigureContext *context, NephoPlotSeries *series, NephoUnit stored)
{
  NephoPlotColumn **columns[] = { &series->y, &series->low };

  for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
    if (*columns[k] != NULL)
      {
        NephoPlotColumn *before = *columns[k];

        *columns[k] = exchange_column (context, before, stored, series->notation == NEPHO_PLOT_ACTUAL);
        nepho_plot_column_unref (before);
      }
}

/* Categories that are as wide as they are worth. */
static void
exchange_widths (const NephoFigureContext *context, NephoPlotFigure *figure)
{
  NephoPlotAxis *axis = &figure->x;
  NephoUnit stored = axis->widths_unit;
  NephoPlotColumn *before = axis->widths;

  if (before == NULL || nepho_money_unit (context, stored) == stored)
    return;

  axis->widths = exchange_column (context, before, stored, FALSE);
  axis->widths_unit = nepho_money_unit (context, stored);
  nepho_plot_column_unref (before);
}

/* The rate stands in the source line, which no picture goes without. */
void
nepho_money_tell_rate (const NephoFigureContext *context, NephoPlotFigure *figure, NephoUnit stored)
{
  g_autofree char *rate = NULL;
  char *source;

  if (!nepho_currency_is_exchanged (context->money, stored) || figure->empty != NULL
      || figure->source == NULL)
    return;

  rate = nepho_currency_name_rate (context->money, nepho_frame_dataset (context));
  /* Translators: a source line such as "Source: IDC"; a rate of exchange */
  source = g_strdup_printf (_("%s; converted at %s"), figure->source, rate);
  g_free (figure->source);
  figure->source = source;
}

/* Turns a figure whose values are sums as stored into the sums that the reader wants to see. */
void
nepho_money_exchange (const NephoFigureContext *context, NephoPlotFigure *figure)
{
  NephoUnit stored = figure->y.unit;

  if (figure->x.widths != NULL)
    nepho_money_tell_rate (context, figure, figure->x.widths_unit);
  exchange_widths (context, figure);
  if (nepho_money_unit (context, stored) == stored)
    {
      nepho_money_tell_rate (context, figure, stored);
      return;
    }

  for (guint i = 0; i < figure->series->len; i++)
    exchange_series (context, g_ptr_array_index (figure->series, i), stored);
  for (guint i = 0; i < figure->references->len; i++)
    {
      NephoPlotReference *reference = &g_array_index (figure->references, NephoPlotReference, i);

      reference->low = shown (context, reference->low, stored);
      reference->high = shown (context, reference->high, stored);
    }
  for (guint i = 0; i < figure->breaks->len; i++)
    {
      NephoPlotBreak *at = &g_array_index (figure->breaks, NephoPlotBreak, i);

      at->y = shown (context, at->y, stored);
    }
  figure->y.minimum = shown (context, figure->y.minimum, stored);
  figure->y.maximum = shown (context, figure->y.maximum, stored);
  figure->y.unit = nepho_money_unit (context, stored);
  nepho_money_tell_rate (context, figure, stored);
}
