/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-changes.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-scenario.h"
#include "nepho-parameter-source.h"
#include "nepho-scenario-values.h"

/* The publisher whose figure the reader took instead of the data set's. */
static char *
set_by_publisher (const NephoFigureContext *context, const NephoParameter *parameter, double value)
{
  const char *source = nepho_parameter_source_of (parameter, value);
  const NephoFact *fact = nepho_dataset_find_fact (nepho_parameter_set_dataset (context->parameters), source);

  if (fact == NULL)
    return g_strdup (_("The reader"));

  /* Translators: a publisher */
  return g_strdup_printf (_("%s, chosen by the reader"), fact->publisher);
}

/**
 * nepho_changes_set_by:
 * @context: what is shown
 * @parameter: index of a parameter
 *
 * Returns: (transfer full): who set its value; "" where it is the data set's own
 */
char *
nepho_changes_set_by (const NephoFigureContext *context, guint parameter)
{
  const NephoDataset *dataset = nepho_parameter_set_dataset (context->parameters);
  const NephoScenario *scenario
    = context->scenario != NULL ? nepho_dataset_find_scenario (dataset, context->scenario) : NULL;

  switch (nepho_parameter_set_standing_in (context->parameters, parameter, context->values, scenario))
    {
    case NEPHO_STANDING_ALTERNATIVE:
      return set_by_publisher (context, nepho_parameter_set_get (context->parameters, parameter),
                               context->values[parameter]);
    case NEPHO_STANDING_FOLLOWED:
      return g_strdup (_("Made room for another share"));
    case NEPHO_STANDING_SCENARIO:
      /* Translators: a scenario */
      return g_strdup_printf (_("Scenario “%s”"),
                              nepho_text_get (nepho_scenario_setter (scenario, context->parameters, parameter,
                                                                     context->values[parameter])
                                                  ->name));
    case NEPHO_STANDING_CHANGED:
      return g_strdup (_("The reader"));
    case NEPHO_STANDING_SOURCED:
    case NEPHO_STANDING_WEAK:
    case NEPHO_STANDING_ASSUMED:
    default:
      /* A value of the data set's from which somebody lets it move. */
      return g_strdup (nepho_events_same (context->events, NULL, parameter) ? "" : _("The reader"));
    }
}

/**
 * nepho_changes_note:
 * @context: what is shown
 * @document: the document that it is of
 * @parameter: index of a parameter of @context
 *
 * Returns: (transfer none): what the reader says of its value; "" for nothing
 */
const char *
nepho_changes_note (const NephoFigureContext *context, NephoDocument *document, guint parameter)
{
  const char *id = nepho_parameter_set_get (context->parameters, parameter)->id;
  int index = nepho_parameter_set_find (nepho_document_get_parameters (document), id);

  return index >= 0 ? nepho_document_get_note (document, (guint) index, NULL) : "";
}

/**
 * nepho_changes_origin:
 * @fact: a fact
 *
 * Returns: how it came into the program, in words for those who were not there
 */
const char *
nepho_changes_origin (const NephoFact *fact)
{
  switch (fact->origin)
    {
    case NEPHO_ORIGIN_DATASET:
      return _("Data set");
    case NEPHO_ORIGIN_READER:
      return *fact->replaces != '\0' ? _("Changed by the reader") : _("Entered by the reader");
    case NEPHO_ORIGIN_BUNDLED:
    default:
      return _("Comes with Nephoscope");
    }
}
