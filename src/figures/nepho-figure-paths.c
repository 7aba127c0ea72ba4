/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-evidence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-event-words.h"
#include "nepho-figure-money.h"

/* As many as can be told in a note. */
#define MOST_PATHS 3

/* "Price war intensity: 20 %/yr from 2024Q3 to 2025Q2. Events of 2 other parameters are not told here." */
void
nepho_evidence_note_paths (NephoEvidence *evidence)
{
  const NephoFigureContext *context = evidence->context;
  guint n = evidence->model ? nepho_events_n_paths (context->events) : 0;
  g_autofree char *others = NULL;

  for (guint k = 0; k < MIN (n, MOST_PATHS); k++)
    {
      guint parameter = nepho_events_parameter (context->events, k);
      g_autofree char *title = nepho_parameter_title (context->parameters, parameter);
      g_autofree char *course = nepho_events_describe (context->parameters, parameter, context->events, context->money);
      /* Translators: a parameter, what happens to it over time */
      g_autofree char *note = g_strdup_printf (_("“%s” follows a path: %s."), title, course);

      nepho_evidence_note (evidence, note);
    }
  if (n <= MOST_PATHS)
    return;

  others = g_strdup_printf (ngettext ("%u other parameter follows a path too.", "%u other parameters follow paths too.",
                                      n - MOST_PATHS), n - MOST_PATHS);
  nepho_evidence_note (evidence, others);
}

static void
add_rule (NephoPlotFigure *figure, const NephoFigureContext *context, guint parameter, const NephoEvent *event)
{
  const NephoParameterSpec *spec = nepho_parameter_set_get (context->parameters, parameter)->spec;
  g_autofree char *value = nepho_money_short (context, event->value, spec->unit);
  /* Translators: name of a parameter, the value that it takes there */
  g_autofree char *label = g_strdup_printf (_("%s: %s"), _(spec->name), value);

  if (event->start <= nepho_frame_last (context))
    nepho_plot_figure_add_break (figure, "", NEPHO_PLOT_NEUTRAL, nepho_frame_year (context, event->start), NAN, label);
}

/* Where events begin, on charts of what the model gives over time. */
void
nepho_evidence_add_rules (NephoEvidence *evidence, NephoPlotFigure *figure)
{
  const NephoFigureContext *context = evidence->context;
  guint n = nepho_events_n_paths (context->events);

  if (!evidence->model || figure->x.kind != NEPHO_PLOT_SCALE_TIME)
    return;

  for (guint k = 0; k < n; k++)
    {
      guint parameter = nepho_events_parameter (context->events, k);
      guint n_events;
      const NephoEvent *list = nepho_events_get (context->events, parameter, &n_events);

      for (guint j = 0; j < n_events; j++)
        add_rule (figure, context, parameter, &list[j]);
    }
}
