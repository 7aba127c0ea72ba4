/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-document-private.h"
#include "nepho-model-error.h"

void
nepho_document_set_scenario (NephoDocument *self, const char *scenario)
{
  g_free (self->scenario);
  self->scenario = g_strdup (scenario);
  nepho_document_forget_start (self);
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
  nepho_document_label_step (self, nepho_document_describe_value (self, parameter, self->step_values[parameter], share));
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
 * A lock changes no result, but what later edits do: it is a step of undo.
 */
void
nepho_document_set_locked (NephoDocument *self, guint parameter, gboolean locked)
{
  g_autofree char *title = NULL;

  g_return_if_fail (NEPHO_IS_DOCUMENT (self) && parameter < self->n_values);

  if (self->locked[parameter] == locked)
    return;

  title = nepho_parameter_title (self->parameters, parameter);
  nepho_document_begin_step (self);
  self->locked[parameter] = locked;
  /* Translators: a share, such as "Share, Alibaba Cloud, IaaS" */
  nepho_document_label_step (self, g_strdup_printf (locked ? _("Lock: %s") : _("Unlock: %s"), title));
  nepho_document_end_step (self);
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
  nepho_document_label_step (self, g_strdup_printf (ngettext ("Horizon %u quarter", "Horizon %u quarters", horizon),
                                                    horizon));
  self->horizon = horizon;
  self->baseline_stale = TRUE;
  nepho_document_emit_changed (self);
  nepho_document_end_step (self);

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
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  for (guint i = 0; i < self->n_values; i++)
    if (!nepho_parameter_set_check (self->parameters, i, values[i], error))
      return FALSE;

  nepho_document_begin_step (self);
  memmove (self->values, values, self->n_values * sizeof (double));
  nepho_document_label_step (self, g_strdup (label));
  nepho_document_emit_changed (self);
  nepho_document_end_step (self);

  return TRUE;
}
