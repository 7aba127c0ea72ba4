/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-path-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-document-path.h"
#include "nepho-event-words.h"
#include "nepho-parameter-range.h"

/* A quarter as long as it lasts: the value holds from its beginning to that of the next. */
static void
add_course (NephoPlotFigure *figure,
            NephoDocument *document,
            guint parameter,
            const NephoAssumptions *assumptions,
            NephoPlotNotation notation)
{
  NephoParameterSet *set = nepho_document_get_parameters (document);
  NephoQuarter base = nepho_document_get_dataset (document)->base_quarter;
  guint n = nepho_document_get_horizon (document) + 1;
  g_autofree double *x = g_new (double, 2 * n);
  g_autofree double *y = g_new (double, 2 * n);
  NephoPlotSeries *series
    = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, notation == NEPHO_PLOT_TREND ? "value" : "path", "",
                                    notation == NEPHO_PLOT_TREND ? NEPHO_PLOT_NEUTRAL : NEPHO_PLOT_ACCENT);

  for (guint t = 0; t < n; t++)
    {
      double value = nepho_assumptions_at (set, assumptions, parameter, t);

      x[2 * t] = nepho_quarter_year (base + (NephoQuarter) t);
      x[2 * t + 1] = nepho_quarter_year (base + (NephoQuarter) t + 1);
      y[2 * t] = y[2 * t + 1]
        = nepho_currency_shown (nepho_document_get_money (document), value,
                                nepho_parameter_set_get (set, parameter)->spec->unit);
    }
  series->notation = notation;
  series->x = nepho_plot_column_new (x, 2 * n);
  series->y = nepho_plot_column_new (y, 2 * n);
}

/* Room to move within what is likely, and around all that is there. */
static void
set_range (NephoPlotFigure *figure, NephoDocument *document, guint parameter)
{
  NephoParameterSet *set = nepho_document_get_parameters (document);
  const NephoParameterSpec *spec = nepho_parameter_set_get (set, parameter)->spec;
  NephoParameterRange range = nepho_parameter_set_range (set, parameter);
  guint n_events;
  const NephoEvent *list = nepho_events_get (nepho_document_get_events (document), parameter, &n_events);
  double low = MIN (range.low, nepho_document_get_values (document)[parameter]);
  double high = MAX (range.high, nepho_document_get_values (document)[parameter]);

  for (guint k = 0; k < n_events; k++)
    {
      low = MIN (low, list[k].value);
      high = MAX (high, list[k].value);
    }
  if (high <= low)
    high = MIN (low + spec->step, spec->maximum);
  figure->y.minimum = nepho_currency_shown (nepho_document_get_money (document), low, spec->unit);
  figure->y.maximum = nepho_currency_shown (nepho_document_get_money (document), high, spec->unit);
}

static char *
describe (NephoDocument *document, guint parameter)
{
  char *course = nepho_events_describe (nepho_document_get_parameters (document), parameter,
                                        nepho_document_get_events (document), nepho_document_get_money (document));

  return course != NULL ? course : g_strdup (_("It stays at its value."));
}

/**
 * nepho_path_figure_new:
 * @document: the document
 * @parameter: index of a parameter
 *
 * Returns: (transfer full): the figure, in the money that the reader sees
 */
NephoPlotFigure *
nepho_path_figure_new (NephoDocument *document, guint parameter)
{
  NephoPlotFigure *figure = nepho_plot_figure_new ("path");
  const NephoParameterSpec *spec
    = nepho_parameter_set_get (nepho_document_get_parameters (document), parameter)->spec;
  NephoAssumptions with = nepho_document_get_assumptions (document);
  NephoAssumptions without = { with.values, NULL };

  figure->summary = describe (document, parameter);
  figure->x.kind = NEPHO_PLOT_SCALE_TIME;
  figure->y.unit = nepho_currency_unit (nepho_document_get_money (document), spec->unit);
  figure->y.kind = spec->logarithmic ? NEPHO_PLOT_SCALE_LOG : NEPHO_PLOT_SCALE_LINEAR;
  set_range (figure, document, parameter);
  add_course (figure, document, parameter, &without, NEPHO_PLOT_TREND);
  if (nepho_document_has_path (document, parameter))
    add_course (figure, document, parameter, &with, NEPHO_PLOT_ACTUAL);

  return figure;
}
