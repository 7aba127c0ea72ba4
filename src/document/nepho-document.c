/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document.h"

#include <glib/gi18n-lib.h>

#include "nepho-history.h"
#include "nepho-model-error.h"
#include "nepho-number.h"

struct _NephoDocument
{
  GObject            parent_instance;

  NephoDataset      *dataset;
  NephoParameterSet *parameters;
  NephoMarket       *market;
  guint              n_values;
  double            *values;
  double            *baseline_values;
  double            *step_values;     /* as they were when the open step began */
  gboolean          *locked;
  char              *scenario;
  guint              horizon;

  NephoResults      *results;
  NephoResults      *baseline;
  gboolean           results_stale;
  gboolean           baseline_stale;

  NephoHistory       history;
  guint              step_depth;
  guint              step_horizon;
  char              *step_scenario;
  char              *step_label;      /* says what the step did, where its values do not */
};

enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  PROP_TITLE,
  PROP_SCENARIO,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NephoDocument, nepho_document, G_TYPE_OBJECT)

static void
nepho_document_finalize (GObject *object)
{
  NephoDocument *self = NEPHO_DOCUMENT (object);

  nepho_history_clear (&self->history);
  g_free (self->step_label);
  g_free (self->step_scenario);
  nepho_results_free (self->results);
  nepho_results_free (self->baseline);
  g_free (self->scenario);
  g_free (self->locked);
  g_free (self->step_values);
  g_free (self->baseline_values);
  g_free (self->values);
  nepho_market_free (self->market);
  nepho_parameter_set_unref (self->parameters);
  nepho_dataset_unref (self->dataset);

  G_OBJECT_CLASS (nepho_document_parent_class)->finalize (object);
}

static void
nepho_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NephoDocument *self = NEPHO_DOCUMENT (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, nepho_document_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, nepho_document_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, nepho_document_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, nepho_document_get_redo_label (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, nepho_document_differs (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, nepho_document_get_title (self));
      break;
    case PROP_SCENARIO:
      g_value_set_string (value, nepho_document_get_scenario (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nepho_document_class_init (NephoDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = nepho_document_finalize;
  object_class->get_property = nepho_document_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SCENARIO] = g_param_spec_string ("scenario", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * NephoDocument::changed:
   *
   * Some values changed: everything computed from them is stale.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
nepho_document_init (NephoDocument *self)
{
  nepho_history_init (&self->history);
}

/**
 * nepho_document_new:
 * @dataset: a data set with at least one vendor and one segment
 *
 * Returns: (transfer full): a document in which everything is as @dataset says
 */
NephoDocument *
nepho_document_new (NephoDataset *dataset)
{
  NephoDocument *self = g_object_new (NEPHO_TYPE_DOCUMENT, NULL);
  const NephoScenario *first = NULL;

  self->dataset = nepho_dataset_ref (dataset);
  self->parameters = nepho_parameter_set_new (dataset);
  self->market = nepho_market_new (self->parameters);
  self->n_values = nepho_parameter_set_size (self->parameters);
  self->values = nepho_parameter_set_defaults (self->parameters);
  self->baseline_values = nepho_parameter_set_defaults (self->parameters);
  self->step_values = g_new (double, self->n_values);
  self->locked = g_new0 (gboolean, self->n_values);
  if (dataset->scenarios->len > 0)
    first = g_ptr_array_index (dataset->scenarios, 0);
  self->scenario = g_strdup (first != NULL ? first->id : "");
  self->horizon = NEPHO_DEFAULT_HORIZON;
  self->results = nepho_results_new ();
  self->baseline = nepho_results_new ();
  self->results_stale = TRUE;
  self->baseline_stale = TRUE;

  return self;
}

/**
 * nepho_document_get_dataset:
 * @self: a document
 *
 * Returns: (transfer none): its data set
 */
NephoDataset *
nepho_document_get_dataset (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  return self->dataset;
}

/**
 * nepho_document_get_parameters:
 * @self: a document
 *
 * Returns: (transfer none): the parameters of its data set
 */
NephoParameterSet *
nepho_document_get_parameters (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  return self->parameters;
}

/**
 * nepho_document_get_values:
 * @self: a document
 *
 * Returns: (transfer none): the value of each parameter now; the array stays where it is
 */
const double *
nepho_document_get_values (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  return self->values;
}

/**
 * nepho_document_get_baseline_values:
 * @self: a document
 *
 * Returns: (transfer none): the data set's value of each parameter
 */
const double *
nepho_document_get_baseline_values (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  return self->baseline_values;
}

/**
 * nepho_document_get_results:
 * @self: a document
 *
 * Runs the model if anything changed since the last call.
 *
 * Returns: (transfer none): what the values now give; valid until the next edit
 */
const NephoResults *
nepho_document_get_results (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  if (self->results_stale)
    nepho_market_run (self->market, self->values, self->horizon, self->results);
  self->results_stale = FALSE;

  return self->results;
}

/**
 * nepho_document_get_baseline:
 * @self: a document
 *
 * Returns: (transfer none): what the data set's own values give, over the same quarters
 */
const NephoResults *
nepho_document_get_baseline (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  if (self->baseline_stale)
    nepho_market_run (self->market, self->baseline_values, self->horizon, self->baseline);
  self->baseline_stale = FALSE;

  return self->baseline;
}

/**
 * nepho_document_differs:
 * @self: a document
 *
 * Returns: whether any value is another than the data set's
 */
gboolean
nepho_document_differs (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  for (guint i = 0; i < self->n_values; i++)
    if (self->values[i] != self->baseline_values[i])
      return TRUE;

  return FALSE;
}

/**
 * nepho_document_get_horizon:
 * @self: a document
 *
 * Returns: how many quarters the projection reaches beyond the base quarter
 */
guint
nepho_document_get_horizon (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), 0);

  return self->horizon;
}

/**
 * nepho_document_get_title:
 * @self: a document
 *
 * Returns: (transfer none): the name of the scenario last applied, in the reader's language
 */
const char *
nepho_document_get_title (NephoDocument *self)
{
  const NephoScenario *scenario;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  scenario = nepho_dataset_find_scenario (self->dataset, self->scenario);

  return nepho_text_get (scenario != NULL ? scenario->name : self->dataset->name);
}

/**
 * nepho_document_get_scenario:
 * @self: a document
 *
 * Returns: (transfer none): id of the scenario last applied, or ""
 */
const char *
nepho_document_get_scenario (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  return self->scenario;
}

static void
emit_changed (NephoDocument *self)
{
  self->results_stale = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
notify_state (NephoDocument *self)
{
  for (guint i = PROP_CAN_UNDO; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
set_scenario (NephoDocument *self, const char *scenario)
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
  before = nepho_number_format (chosen->before, unit, style);
  after = nepho_number_format (chosen->after, unit, style);

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
  notify_state (self);
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
  emit_changed (self);
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
  emit_changed (self);
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

  self->locked[parameter] = locked;
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
  emit_changed (self);
  nepho_document_end_step (self);

  return TRUE;
}

static void
take_values (NephoDocument *self, const double *values, const char *scenario, const char *label)
{
  nepho_document_begin_step (self);
  memcpy (self->values, values, self->n_values * sizeof (double));
  set_scenario (self, scenario);
  g_free (self->step_label);
  self->step_label = g_strdup (label);
  emit_changed (self);
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
  emit_changed (self);
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

/**
 * nepho_document_can_undo:
 * @self: a document
 *
 * Returns: whether there is a step to take back
 */
gboolean
nepho_document_can_undo (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  return self->step_depth == 0 && nepho_history_next_undo (&self->history) != NULL;
}

/**
 * nepho_document_can_redo:
 * @self: a document
 *
 * Returns: whether there is a step to do again
 */
gboolean
nepho_document_can_redo (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  return self->step_depth == 0 && nepho_history_next_redo (&self->history) != NULL;
}

/**
 * nepho_document_get_undo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what the next undo takes back
 */
const char *
nepho_document_get_undo_label (NephoDocument *self)
{
  const NephoEdit *edit;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  edit = nepho_history_next_undo (&self->history);

  return edit != NULL ? edit->label : NULL;
}

/**
 * nepho_document_get_redo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what the next redo does again
 */
const char *
nepho_document_get_redo_label (NephoDocument *self)
{
  const NephoEdit *edit;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  edit = nepho_history_next_redo (&self->history);

  return edit != NULL ? edit->label : NULL;
}

static void
replay (NephoDocument *self, const NephoEdit *edit, gboolean forward)
{
  for (guint i = 0; i < edit->changes->len; i++)
    {
      const NephoChange *change = &g_array_index (edit->changes, NephoChange, i);

      self->values[change->parameter] = forward ? change->after : change->before;
    }
  set_scenario (self, forward ? edit->scenario_after : edit->scenario_before);
  if (edit->horizon_before != edit->horizon_after)
    {
      self->horizon = forward ? edit->horizon_after : edit->horizon_before;
      self->baseline_stale = TRUE;
    }
  emit_changed (self);
  notify_state (self);
}

/**
 * nepho_document_undo:
 * @self: a document
 *
 * Takes back the last step; does nothing where there is none or one is open.
 */
void
nepho_document_undo (NephoDocument *self)
{
  g_return_if_fail (NEPHO_IS_DOCUMENT (self));

  if (nepho_document_can_undo (self))
    replay (self, nepho_history_undo (&self->history), FALSE);
}

/**
 * nepho_document_redo:
 * @self: a document
 *
 * Does the step last taken back again; does nothing where there is none or one is open.
 */
void
nepho_document_redo (NephoDocument *self)
{
  g_return_if_fail (NEPHO_IS_DOCUMENT (self));

  if (nepho_document_can_redo (self))
    replay (self, nepho_history_redo (&self->history), TRUE);
}
