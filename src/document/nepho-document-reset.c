/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-document-private.h"
#include "nepho-document-scenario.h"
#include "nepho-scenario-values.h"

static const double *
target_of (NephoDocument *self, NephoReset to)
{
  return to == NEPHO_RESET_TO_SCENARIO ? nepho_document_get_scenario_values (self) : self->baseline_values;
}

/* Whether a parameter follows another path than it would after a reset. */
static gboolean
is_off_path (NephoDocument *self, NephoReset to, guint parameter)
{
  return !nepho_events_same (self->events, to == NEPHO_RESET_TO_SCENARIO ? nepho_document_get_scenario_events (self) : NULL,
                             parameter);
}

/* Takes the paths of what is marked back. */
static void
reset_paths (NephoDocument *self, NephoReset to, const gboolean *marked)
{
  const NephoEvents *target = to == NEPHO_RESET_TO_SCENARIO ? nepho_document_get_scenario_events (self) : NULL;
  NephoEvents *events = nepho_events_copy (self->events);

  for (guint k = 0; k < self->n_values; k++)
    if (marked[k])
      {
        guint n_events;
        const NephoEvent *list = nepho_events_get (target, k, &n_events);

        nepho_events_set (events, k, list, n_events);
      }
  nepho_document_take_events (self, events);
}

/* Marks what goes home: a share with its whole segment, since one alone would not leave a sum of one. */
static gboolean *
mark (NephoDocument *self, const guint *parameters, guint n_parameters)
{
  gboolean *marked = g_new0 (gboolean, self->n_values);

  for (guint k = 0; k < (parameters != NULL ? n_parameters : self->n_values); k++)
    {
      guint index = parameters != NULL ? parameters[k] : k;
      const NephoParameter *parameter = nepho_parameter_set_get (self->parameters, index);

      marked[index] = TRUE;
      for (guint i = 0; i < self->dataset->vendors->len && parameter->spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT; i++)
        marked[nepho_parameter_set_index (self->parameters, parameter->spec->id, (int) i, parameter->segment)] = TRUE;
    }

  return marked;
}

/* The data set's scenario that leaves everything as the data set has it; or NULL. */
static const char *
baseline_scenario (NephoDocument *self)
{
  g_autofree double *values = g_new (double, self->n_values);

  for (guint i = 0; i < self->dataset->scenarios->len; i++)
    {
      const NephoScenario *scenario = g_ptr_array_index (self->dataset->scenarios, i);

      if (nepho_scenario_resolve (self->parameters, scenario->id, values, NULL)
          && memcmp (values, self->baseline_values, self->n_values * sizeof (double)) == 0)
        return scenario->id;
    }

  return NULL;
}

/* "Reset: Price war intensity 18 % → 10 %" */
static char *
describe_reset (NephoDocument *self, guint parameter, double after)
{
  const NephoParameter *target = nepho_parameter_set_get (self->parameters, parameter);
  g_autofree char *change = NULL;

  if (target->spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT)
    /* Translators: name of a segment */
    return g_strdup_printf (_("Reset: shares of %s"),
                            nepho_text_get (nepho_dataset_segment (self->dataset, (guint) target->segment)->name));

  if (self->values[parameter] == after)
    {
      change = nepho_parameter_title (self->parameters, parameter);
      /* Translators: a parameter */
      return g_strdup_printf (_("Reset: path of %s"), change);
    }
  change = nepho_document_describe_value (self, parameter, self->values[parameter], after);

  /* Translators: a parameter with its value before and after */
  return g_strdup_printf (_("Reset: %s"), change);
}

/**
 * nepho_document_can_reset:
 * @self: a document
 * @to: where reset would go back to
 * @parameters: (array length=n_parameters) (nullable): indices of parameters; %NULL for all
 * @n_parameters: how many
 *
 * Returns: whether nepho_document_reset_to() would change any value or path
 */
gboolean
nepho_document_can_reset (NephoDocument *self, NephoReset to, const guint *parameters, guint n_parameters)
{
  g_autofree gboolean *marked = NULL;
  const double *target;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  marked = mark (self, parameters, n_parameters);
  target = target_of (self, to);
  for (guint k = 0; k < self->n_values; k++)
    if (marked[k] && (self->values[k] != target[k] || is_off_path (self, to, k)))
      return TRUE;

  return FALSE;
}

/**
 * nepho_document_reset_to:
 * @self: a document
 * @to: where values go back to
 * @parameters: (array length=n_parameters) (nullable): indices of parameters; %NULL for all
 * @n_parameters: how many
 * @label: (nullable): what the step of undo is called; %NULL for what one parameter was and is
 *
 * Takes values, with their paths, back to where the scenario at work has them from (nepho_document_get_scenario_values()), or to those
 * of the data set; a share takes all shares of its segment with it. Where all values of a scenario of the data set go
 * back to the data set's, the scenario that is so takes its place.
 */
void
nepho_document_reset_to (NephoDocument *self,
                         NephoReset to,
                         const guint *parameters,
                         guint n_parameters,
                         const char *label)
{
  g_autofree gboolean *marked = NULL;
  const double *target;
  const char *home = NULL;

  g_return_if_fail (NEPHO_IS_DOCUMENT (self));
  g_return_if_fail (label != NULL || (parameters != NULL && n_parameters == 1));

  marked = mark (self, parameters, n_parameters);
  target = target_of (self, to);
  nepho_document_begin_step (self);
  nepho_document_label_step (self, label != NULL ? g_strdup (label)
                                                 : describe_reset (self, parameters[0], target[parameters[0]]));
  for (guint k = 0; k < self->n_values; k++)
    if (marked[k])
      self->values[k] = target[k];
  reset_paths (self, to, marked);
  if (parameters == NULL && to == NEPHO_RESET_TO_SOURCE
      && nepho_scenario_tree_find (self->tree, self->scenario) == NULL)
    home = baseline_scenario (self);
  if (home != NULL)
    nepho_document_set_scenario (self, home);
  nepho_document_emit_changed (self);
  nepho_document_end_step (self);
}
