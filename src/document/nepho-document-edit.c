/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-document-private.h"
#include "nepho-model-error.h"
#include "nepho-number.h"

void
nepho_document_set_scenario (NephoDocument *self, const char *scenario)
{
  g_free (self->scenario);
  self->scenario = g_strdup (scenario);
}

/* "Price war intensity 0 % → 18 %" for one value; a share is named though the others moved with it. */
static char *
describe (NephoDocument *self, const GArray *changes)
{
  const NephoChange *chosen = NULL;
  NephoNumberStyle style = NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT;
  g_autofree char *title = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  NephoUnit unit;

  if (self->step_label != NULL)
    return g_strdup (self->step_label);
  if (changes->len != 1)
    return g_strdup_printf (ngettext ("%u value", "%u values", changes->len), changes->len);

  chosen = &g_array_index (changes, NephoChange, 0);
  unit = nepho_parameter_set_get (self->parameters, chosen->parameter)->spec->unit;
  title = nepho_parameter_title (self->parameters, chosen->parameter);
  before = nepho_currency_format (&self->money, chosen->before, unit, style);
  after = nepho_currency_format (&self->money, chosen->after, unit, style);

  /* Translators: a parameter, its value before and after an edit */
  return g_strdup_printf (_("%s %s → %s"), title, before, after);
}

/**
 * nepho_document_begin_step:
 * @self: a document
 *
 * Opens a step of undo. Steps nest; the outermost counts.
 */
void
nepho_document_begin_step (NephoDocument *self)
{
  g_return_if_fail (NEPHO_IS_DOCUMENT (self));

  if (self->step_depth++ > 0)
    return;

  memcpy (self->step_values, self->values, self->n_values * sizeof (double));
  self->step_horizon = self->horizon;
  self->step_scenario = g_strdup (self->scenario);
}

/**
 * nepho_document_end_step:
 * @self: a document
 *
 * Closes a step of undo. A step that left everything as it was is forgotten.
 */
void
nepho_document_end_step (NephoDocument *self)
{
  NephoEdit *edit;

  g_return_if_fail (NEPHO_IS_DOCUMENT (self));
  g_return_if_fail (self->step_depth > 0);

  if (--self->step_depth > 0)
    return;

  edit = nepho_edit_new ();
  for (guint i = 0; i < self->n_values; i++)
    if (self->values[i] != self->step_values[i])
      {
        NephoChange change = { i, self->step_values[i], self->values[i] };

        g_array_append_val (edit->changes, change);
      }
  edit->scenario_before = g_steal_pointer (&self->step_scenario);
  edit->scenario_after = g_strdup (self->scenario);
  edit->horizon_before = self->step_horizon;
  edit->horizon_after = self->horizon;
  edit->label = describe (self, edit->changes);
  g_clear_pointer (&self->step_label, g_free);

  if (nepho_edit_is_empty (edit))
    nepho_edit_free (edit);
  else
    nepho_history_push (&self->history, edit);
  nepho_document_notify_state (self);
}

/**
 * nepho_document_set_value:
 * @self: a document
 * @parameter: index of a parameter
 * @value: its new value, in its unit
 * @error: return location for an error
 *
 * Sets one value, as a step of its own or as part of the open one.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_RANGE, nothing changed
 */
gboolean
nepho_document_set_value (NephoDocument *self, guint parameter, double value, GError **error)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  if (!nepho_parameter_set_check (self->parameters, parameter, value, error))
    return FALSE;
  if (self->values[parameter] == value)
    return TRUE;

  nepho_document_begin_step (self);
  self->values[parameter] = value;
  nepho_document_emit_changed (self);
  nepho_document_end_step (self);

  return TRUE;
}

static char *
describe_share (NephoDocument *self, guint parameter, double before, double after)
{
  g_autofree char *title = nepho_parameter_title (self->parameters, parameter);
  g_autofree char *from = nepho_number_format (before, NEPHO_UNIT_FRACTION, NEPHO_NUMBER_WITH_UNIT);
  g_autofree char *to = nepho_number_format (after, NEPHO_UNIT_FRACTION, NEPHO_NUMBER_WITH_UNIT);

  return g_strdup_printf (_("%s %s → %s"), title, from, to);
}

/**
 * nepho_document_set_share:
 * @self: a document
 * @parameter: index of a starting share
 * @share: its new value, 0 to 1
 * @error: return location for an error
 *
 * Sets a share; the unlocked others of its segment follow so that all sum to one. While a step is
 * open they follow from where they stood when it began, so that a drag there and back loses nothing.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_RANGE or %NEPHO_MODEL_ERROR_SHARES, nothing changed
 */
gboolean
nepho_document_set_share (NephoDocument *self, guint parameter, double share, GError **error)
{
  const NephoParameter *changed;
  g_autofree double *values = NULL;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  changed = nepho_parameter_set_get (self->parameters, parameter);
  g_return_val_if_fail (changed->spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT, FALSE);

  if (self->values[parameter] == share)
    return TRUE;

  nepho_document_begin_step (self);
  values = g_memdup2 (self->step_values, self->n_values * sizeof (double));
  if (!nepho_parameter_set_rebalance (self->parameters, values, parameter, share, self->locked, error))
    {
      nepho_document_end_step (self);
      return FALSE;
    }

  for (guint i = 0; i < self->dataset->vendors->len; i++)
    {
      guint index = nepho_parameter_set_index (self->parameters, "share", (int) i, changed->segment);

      self->values[index] = values[index];
    }
  g_free (self->step_label);
  self->step_label = describe_share (self, parameter, self->step_values[parameter], share);
  nepho_document_emit_changed (self);
  nepho_document_end_step (self);

  return TRUE;
}

/**
 * nepho_document_get_locked:
 * @self: a document
 * @parameter: index of a starting share
 *
 * Returns: whether that share stays when others of its segment are set
 */
gboolean
nepho_document_get_locked (NephoDocument *self, guint parameter)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && parameter < self->n_values, FALSE);

  return self->locked[parameter];
}

/**
 * nepho_document_set_locked:
 * @self: a document
 * @parameter: index of a starting share
 * @locked: whether it stays
 *
 * A lock changes no result, so it is no step of undo.
 */
void
nepho_document_set_locked (NephoDocument *self, guint parameter, gboolean locked)
{
  g_return_if_fail (NEPHO_IS_DOCUMENT (self) && parameter < self->n_values);

  if (self->locked[parameter] == locked)
    return;
  self->locked[parameter] = locked;
  nepho_document_notify_unsaved (self);
}

/**
 * nepho_document_set_horizon:
 * @self: a document
 * @horizon: quarters to look ahead, 1 to %NEPHO_MAX_HORIZON
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_RANGE, nothing changed
 */
gboolean
nepho_document_set_horizon (NephoDocument *self, guint horizon, GError **error)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  if (horizon < 1 || horizon > NEPHO_MAX_HORIZON)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_RANGE,
                   _("A horizon of %u quarters is outside its range; expected 1 to %u"), horizon,
                   NEPHO_MAX_HORIZON);
      return FALSE;
    }

  nepho_document_begin_step (self);
  g_free (self->step_label);
  self->step_label = g_strdup_printf (ngettext ("Horizon %u quarter", "Horizon %u quarters", horizon), horizon);
  self->horizon = horizon;
  self->baseline_stale = TRUE;
  nepho_document_emit_changed (self);
  nepho_document_end_step (self);

  return TRUE;
}

static void
take_values (NephoDocument *self, const double *values, const char *scenario, const char *label)
{
  nepho_document_begin_step (self);
  memcpy (self->values, values, self->n_values * sizeof (double));
  nepho_document_set_scenario (self, scenario);
  g_free (self->step_label);
  self->step_label = g_strdup (label);
  nepho_document_emit_changed (self);
  nepho_document_end_step (self);
}

/**
 * nepho_document_apply_scenario:
 * @self: a document
 * @scenario: id of a scenario of its data set
 * @error: return location for an error
 *
 * Puts every value where the scenario wants it: its own, and the data set's for all others.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_UNKNOWN or %NEPHO_MODEL_ERROR_RANGE, nothing changed
 */
gboolean
nepho_document_apply_scenario (NephoDocument *self, const char *scenario, GError **error)
{
  const NephoScenario *found;
  g_autofree double *values = NULL;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  found = nepho_dataset_find_scenario (self->dataset, scenario);
  if (found == NULL)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN,
                   _("There is no scenario “%s” in this data set"), scenario);
      return FALSE;
    }

  values = nepho_parameter_set_defaults (self->parameters);
  if (!nepho_parameter_set_apply (self->parameters, found, values, error))
    return FALSE;

  take_values (self, values, scenario, nepho_text_get (found->name));

  return TRUE;
}

/**
 * nepho_document_apply_values:
 * @self: a document
 * @values: a value for each parameter
 * @label: what the step of undo is called
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_RANGE, nothing changed
 */
gboolean
nepho_document_apply_values (NephoDocument *self, const double *values, const char *label, GError **error)
{
  g_autofree char *scenario = NULL;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  for (guint i = 0; i < self->n_values; i++)
    if (!nepho_parameter_set_check (self->parameters, i, values[i], error))
      return FALSE;

  scenario = g_strdup (self->scenario);
  take_values (self, values, scenario, label);

  return TRUE;
}

/* A share goes home with its whole segment: one alone would not leave a sum of one. */
static void
reset_value (NephoDocument *self, guint parameter)
{
  const NephoParameter *target = nepho_parameter_set_get (self->parameters, parameter);

  if (target->spec->scope != NEPHO_SCOPE_VENDOR_SEGMENT)
    {
      self->values[parameter] = self->baseline_values[parameter];
      return;
    }

  for (guint i = 0; i < self->dataset->vendors->len; i++)
    {
      guint index = nepho_parameter_set_index (self->parameters, "share", (int) i, target->segment);

      self->values[index] = self->baseline_values[index];
    }
}

/**
 * nepho_document_reset:
 * @self: a document
 * @parameter: index of a parameter
 *
 * Takes a value back to the data set's; a share takes all shares of its segment with it.
 */
void
nepho_document_reset (NephoDocument *self, guint parameter)
{
  g_return_if_fail (NEPHO_IS_DOCUMENT (self) && parameter < self->n_values);

  nepho_document_begin_step (self);
  reset_value (self, parameter);
  nepho_document_emit_changed (self);
  nepho_document_end_step (self);
}

/**
 * nepho_document_reset_all:
 * @self: a document
 *
 * Takes every value back to the data set's.
 */
void
nepho_document_reset_all (NephoDocument *self)
{
  const NephoScenario *first = NULL;

  g_return_if_fail (NEPHO_IS_DOCUMENT (self));

  if (self->dataset->scenarios->len > 0)
    first = g_ptr_array_index (self->dataset->scenarios, 0);
  take_values (self, self->baseline_values, first != NULL ? first->id : "", _("Reset everything"));
}
