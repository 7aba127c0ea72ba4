/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-number.h"
#include "nepho-quarter.h"

static const NephoPlotSeries *
get_series (const NephoPlotFigure *figure, guint i)
{
  return g_ptr_array_index (figure->series, i);
}

/* A cell never breaks the row, and never becomes a formula where it is pasted. */
static void
append_text (GString *out, const char *text)
{
  if (text == NULL)
    return;
  if (*text != '\0' && strchr ("=+-@", *text) != NULL)
    g_string_append_c (out, '\'');
  for (const char *c = text; *c != '\0'; c++)
    g_string_append_c (out, *c == '\t' || *c == '\n' || *c == '\r' ? ' ' : *c);
}

/* In the unit that the reader sees, with a point whatever the language: spreadsheets and scripts
 * both take it. A gap is an empty cell. */
static void
append_number (GString *out, double value, NephoUnit unit)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return;
  value *= nepho_unit_display (unit).factor;
  g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.12g", nepho_number_snap (value)));
}

static void
append_x (GString *out, const NephoPlotFigure *figure, const NephoPlotSeries *series, guint point)
{
  double x = series->x != NULL ? series->x->values[point] : (double) point;

  if (figure->x.kind == NEPHO_PLOT_SCALE_BAND)
    {
      guint n = figure->x.categories != NULL ? g_strv_length (figure->x.categories) : 0;

      if (n > 0)
        append_text (out, figure->x.categories[point % n]);
    }
  else if (figure->x.kind == NEPHO_PLOT_SCALE_TIME)
    {
      g_autofree char *quarter = nepho_quarter_format ((NephoQuarter) floor (x * 4.0 + 1e-6));

      append_text (out, quarter);
    }
  else
    {
      append_number (out, x, figure->x.unit);
    }
}

static void
append_heading (GString *out, const NephoPlotFigure *figure, const NephoPlotSeries *series)
{
  const char *unit = nepho_unit_name (figure->y.unit);
  g_autofree char *heading = NULL;

  if (series->label != NULL && *series->label != '\0' && *unit != '\0')
    heading = g_strdup_printf ("%s (%s)", series->label, unit);
  else
    heading = g_strdup (series->label != NULL && *series->label != '\0' ? series->label : unit);

  append_text (out, heading);
}

/* Whether all series have their values at the same places: then they are columns of one table. */
static gboolean
is_common (const NephoPlotFigure *figure)
{
  const NephoPlotSeries *first = get_series (figure, 0);

  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = get_series (figure, i);

      if (series->y == NULL || first->y == NULL || series->mark == NEPHO_PLOT_MARK_POINT || series->mark == NEPHO_PLOT_MARK_HEAT
          || series->y->n != first->y->n || (series->x == NULL) != (first->x == NULL))
        return FALSE;
      if (series->x != NULL
          && memcmp (series->x->values, first->x->values, first->y->n * sizeof (double)) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_any (const NephoPlotFigure *figure)
{
  for (guint i = 0; i < figure->series->len; i++)
    if (get_series (figure, i)->y != NULL)
      return TRUE;

  return FALSE;
}

static void
append_wide (GString *out, const NephoPlotFigure *figure)
{
  const NephoPlotSeries *first = get_series (figure, 0);

  append_text (out, figure->x.kind == NEPHO_PLOT_SCALE_TIME ? _("Quarter") : "");
  for (guint i = 0; i < figure->series->len; i++)
    {
      g_string_append_c (out, '\t');
      append_heading (out, figure, get_series (figure, i));
    }
  g_string_append_c (out, '\n');

  for (guint k = 0; k < first->y->n; k++)
    {
      append_x (out, figure, first, k);
      for (guint i = 0; i < figure->series->len; i++)
        {
          g_string_append_c (out, '\t');
          append_number (out, get_series (figure, i)->y->values[k], figure->y.unit);
        }
      g_string_append_c (out, '\n');
    }
}

static void
append_long_row (GString *out, const NephoPlotFigure *figure, const NephoPlotSeries *s, guint k)
{
  append_text (out, s->label);
  g_string_append_c (out, '\t');
  append_text (out, s->point_labels != NULL ? s->point_labels[k] : NULL);
  g_string_append_c (out, '\t');
  append_x (out, figure, s, k);
  g_string_append_c (out, '\t');
  if (s->mark == NEPHO_PLOT_MARK_HEAT && figure->y.categories != NULL && figure->x.categories != NULL)
    {
      append_text (out, figure->y.categories[k / g_strv_length (figure->x.categories)]);
      g_string_append_c (out, '\t');
    }
  append_number (out, s->y->values[k], figure->y.unit);
  g_string_append_c (out, '\n');
}

static void
append_long (GString *out, const NephoPlotFigure *figure)
{
  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = get_series (figure, i);

      for (guint k = 0; series->y != NULL && k < series->y->n; k++)
        if (isfinite (series->y->values[k]))
          append_long_row (out, figure, series, k);
    }
}

/**
 * nepho_chart_table_text:
 * @figure: a figure
 *
 * Writes the numbers of a figure for pasting into a spreadsheet: cells between tabs, one column a
 * series where the series share their places along x, else one row a datum; then title, measure and
 * source.
 *
 * Returns: (transfer full): the text
 */
char *
nepho_chart_table_text (const NephoPlotFigure *figure)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *const notes[] = { figure->title, figure->subtitle, figure->note, figure->source };

  if (has_any (figure))
    {
      if (is_common (figure))
        append_wide (out, figure);
      else
        append_long (out, figure);
      g_string_append_c (out, '\n');
    }

  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    if (notes[i] != NULL && *notes[i] != '\0')
      {
        append_text (out, notes[i]);
        g_string_append_c (out, '\n');
      }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
