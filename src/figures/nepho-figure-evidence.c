/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-evidence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-figure-publishers.h"
#include "nepho-history-choice.h"
#include "nepho-parameter-source.h"

/* Data of this publisher are free to use where it is named with the licence. */
#define OPEN_DATA_PUBLISHER "Epoch AI"
#define OPEN_DATA_LICENCE "CC BY 4.0"

#define DERIVED_PREFIX "Computed from "

void
nepho_evidence_init (NephoEvidence *evidence, const NephoFigureContext *context, gboolean model)
{
  *evidence = (NephoEvidence) {
    .context = context,
    .publishers = nepho_publishers_new (),
    .measures = g_ptr_array_new_with_free_func (g_free),
    .notes = g_string_new (NULL),
    .inputs = g_array_new (FALSE, FALSE, sizeof (guint)),
    .model = model,
  };
}

static void
add_once (GPtrArray *texts, const char *text)
{
  for (guint i = 0; i < texts->len; i++)
    if (g_str_equal (g_ptr_array_index (texts, i), text))
      return;

  g_ptr_array_add (texts, g_strdup (text));
}

static void
add_publisher (NephoEvidence *evidence, const char *publisher, const NephoFact *fact)
{
  g_autofree char *named = NULL;

  if (strstr (publisher, OPEN_DATA_PUBLISHER) == NULL)
    {
      nepho_publishers_add (evidence->publishers, publisher, fact);
      return;
    }

  /* Whose figures these were first, "NVIDIA via Epoch AI", each fact says; the line is the data's. */
  named = g_strdup_printf ("%s (%s)", g_str_has_suffix (publisher, " via " OPEN_DATA_PUBLISHER) ? OPEN_DATA_PUBLISHER : publisher,
                           OPEN_DATA_LICENCE);
  nepho_publishers_add (evidence->publishers, named, fact);
}

/* A derived fact names the publishers of the figures it was computed from. */
static void
add_publishers (NephoEvidence *evidence, const NephoFact *fact)
{
  g_auto (GStrv) parts = NULL;

  if (fact->grade != NEPHO_GRADE_DERIVED)
    {
      add_publisher (evidence, fact->publisher, fact);
      return;
    }

  parts = g_strsplit (fact->publisher, ", ", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      const char *name = *part;

      while (g_str_has_prefix (name, DERIVED_PREFIX))
        name += strlen (DERIVED_PREFIX);
      add_publisher (evidence, name, fact);
    }
}

void
nepho_evidence_add_fact (NephoEvidence *evidence, const char *fact_id)
{
  const NephoFact *fact = nepho_dataset_find_fact (nepho_frame_dataset (evidence->context), fact_id);

  if (fact != NULL && *fact->publisher != '\0')
    add_publishers (evidence, fact);
}

/* A definition in which published figures are drawn. */
void
nepho_evidence_add_measure (NephoEvidence *evidence, const NephoFact *fact)
{
  g_autofree char *name = nepho_history_name (fact);

  if (*name != '\0')
    add_once (evidence->measures, name);
}

void
nepho_evidence_add_parameter (NephoEvidence *evidence, const char *spec_id, int vendor, int segment)
{
  guint index = nepho_parameter_set_index (evidence->context->parameters, spec_id, vendor, segment);
  const NephoParameter *parameter = nepho_parameter_set_get (evidence->context->parameters, index);

  evidence->n_values++;
  g_array_append_val (evidence->inputs, index);
  if (parameter->source != NULL)
    nepho_evidence_add_fact (evidence, parameter->source);
  else
    evidence->n_assumed++;
}

/* What the data rest on beside the starting values, whatever its source: the reader may have set it. */
void
nepho_evidence_add_input (NephoEvidence *evidence, guint parameter)
{
  for (guint i = 0; i < evidence->inputs->len; i++)
    if (g_array_index (evidence->inputs, guint, i) == parameter)
      return;

  g_array_append_val (evidence->inputs, parameter);
}

/* The starting shares of the segments at hand. */
void
nepho_evidence_add_starts (NephoEvidence *evidence)
{
  const NephoFigureContext *context = evidence->context;

  for (guint s = 0; s < context->results->n_segments; s++)
    if (context->segment < 0 || (guint) context->segment == s)
      for (guint i = 0; i < context->results->n_vendors; i++)
        nepho_evidence_add_parameter (evidence, "share", (int) i, (int) s);
}

void
nepho_evidence_note (NephoEvidence *evidence, const char *note)
{
  if (evidence->notes->len > 0)
    g_string_append_c (evidence->notes, ' ');
  g_string_append (evidence->notes, note);
}

/* What computed data rest on, by the ids of parameters. */
static char **
input_ids (const NephoEvidence *evidence)
{
  char **ids = g_new0 (char *, evidence->inputs->len + 1);

  for (guint i = 0; i < evidence->inputs->len; i++)
    ids[i] = g_strdup (nepho_parameter_set_get (evidence->context->parameters,
                                                g_array_index (evidence->inputs, guint, i))->id);

  return ids;
}

/* Whether the reader moved anything from where the scenario has it, or lets it move by itself. */
static gboolean
is_changed (const NephoFigureContext *context, const NephoScenario *scenario)
{
  for (guint i = 0; i < nepho_parameter_set_size (context->parameters); i++)
    {
      NephoStanding standing
        = context->values[i] == nepho_parameter_set_get (context->parameters, i)->initial
            ? NEPHO_STANDING_SOURCED
            : nepho_parameter_set_standing_in (context->parameters, i, context->values, scenario);

      if (standing == NEPHO_STANDING_CHANGED || standing == NEPHO_STANDING_ALTERNATIVE)
        return TRUE;
    }

  return nepho_events_n_paths (context->events) > 0;
}

/* "Nephoscope model 1, scenario Price war": what it takes to compute the same again. */
static char *
name_model (const NephoFigureContext *context)
{
  const NephoScenario *scenario
    = context->scenario != NULL ? nepho_dataset_find_scenario (nepho_frame_dataset (context), context->scenario) : NULL;

  if (context->own_scenario != NULL)
    /* Translators: version of the model, a scenario */
    return g_strdup_printf (_("Nephoscope model %u, scenario %s"), NEPHO_ENGINE_VERSION, context->own_scenario);
  if (scenario == NULL)
    /* Translators: version of the model */
    return g_strdup_printf (_("Nephoscope model %u"), NEPHO_ENGINE_VERSION);
  if (is_changed (context, scenario))
    /* Translators: version of the model, a scenario */
    return g_strdup_printf (_("Nephoscope model %u, scenario %s, changed"), NEPHO_ENGINE_VERSION,
                            nepho_text_get (scenario->name));

  /* Translators: version of the model, a scenario */
  return g_strdup_printf (_("Nephoscope model %u, scenario %s"), NEPHO_ENGINE_VERSION, nepho_text_get (scenario->name));
}

static char *
write_source (const NephoEvidence *evidence, const char *publishers)
{
  g_autofree char *model = name_model (evidence->context);

  if (*publishers == '\0')
    /* Translators: the model, its version and a scenario */
    return g_strdup_printf (_("Source: assumptions; %s"), model);
  if (evidence->model)
    /* Translators: a list of publishers; the model, its version and a scenario */
    return g_strdup_printf (_("Source: %s; %s"), publishers, model);

  /* Translators: a list of publishers */
  return g_strdup_printf (_("Source: %s"), publishers);
}

/* Writes source line and notes into the figure, and lets the gathered go. */
void
nepho_evidence_finish (NephoEvidence *evidence, NephoPlotFigure *figure)
{
  g_autofree char *list = nepho_publishers_write (evidence->publishers);

  figure->note = nepho_evidence_write_notes (evidence);
  nepho_evidence_add_rules (evidence, figure);
  if (evidence->model)
    figure->inputs = input_ids (evidence);
  if (!evidence->context->without_source)
    figure->source = write_source (evidence, list);
  nepho_publishers_link (evidence->publishers, figure);

  g_ptr_array_unref (evidence->publishers);
  g_ptr_array_unref (evidence->measures);
  g_array_unref (evidence->inputs);
  g_free (evidence->later.worst.period);
  g_free (evidence->changes.worst.period);
  g_free (evidence->changes.worst.since);
  g_string_free (evidence->notes, TRUE);
}
