/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-annotation.h"
#include "nepho-document-private.h"

enum
{
  PROP_DATASET = 1,
  PROP_COMPARED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  PROP_TITLE,
  PROP_SCENARIO,
  PROP_UNSAVED,
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
  g_free (self->step_key);
  nepho_properties_free (self->step_properties);
  g_free (self->step_scenario);
  g_clear_pointer (&self->step_events, nepho_events_free);
  g_clear_pointer (&self->step_tree, nepho_scenario_tree_unref);
  g_clear_pointer (&self->step_annotations, g_ptr_array_unref);
  nepho_results_free (self->results);
  nepho_results_free (self->baseline);
  g_free (self->scenario);
  g_free (self->rate);
  nepho_properties_free (self->properties);
  nepho_saved_free (self->saved);
  nepho_scenario_tree_unref (self->tree);
  g_ptr_array_unref (self->compared);
  g_ptr_array_unref (self->annotations);
  nepho_document_drop_dataset (self);

  G_OBJECT_CLASS (nepho_document_parent_class)->finalize (object);
}

static void
nepho_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NephoDocument *self = NEPHO_DOCUMENT (object);

  switch (id)
    {
    case PROP_DATASET:
      g_value_set_pointer (value, self->dataset);
      break;
    case PROP_COMPARED:
      g_value_set_boxed (value, nepho_document_get_compared (self));
      break;
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
    case PROP_UNSAVED:
      g_value_set_boolean (value, nepho_document_get_unsaved (self));
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

  properties[PROP_DATASET] = g_param_spec_pointer ("dataset", NULL, NULL, flags);
  properties[PROP_COMPARED] = g_param_spec_boxed ("compared", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SCENARIO] = g_param_spec_string ("scenario", NULL, NULL, NULL, flags);
  properties[PROP_UNSAVED] = g_param_spec_boolean ("unsaved", NULL, NULL, FALSE, flags);
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
  self->tree = nepho_scenario_tree_new ();
  self->compared = g_ptr_array_new_with_free_func (g_free);
  self->annotations = nepho_annotations_new ();
}

/**
 * nepho_document_new:
 * @dataset: a data set with at least one vendor and one segment
 *
 * Returns: (transfer full): a document in which everything is as the first scenario of @dataset says
 */
NephoDocument *
nepho_document_new (NephoDataset *dataset)
{
  NephoDocument *self = g_object_new (NEPHO_TYPE_DOCUMENT, NULL);
  const NephoScenario *first = NULL;

  nepho_document_take_dataset (self, dataset);
  if (dataset->scenarios->len > 0)
    first = g_ptr_array_index (dataset->scenarios, 0);
  self->scenario = g_strdup (first != NULL ? first->id : "");
  self->horizon = NEPHO_DEFAULT_HORIZON;
  self->results = nepho_results_new ();
  self->baseline = nepho_results_new ();
  self->properties = nepho_properties_new ();
  memcpy (self->values, nepho_document_get_scenario_values (self), self->n_values * sizeof (double));
  nepho_document_set_unsaved (self, FALSE);

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
 * Returns: (transfer none): the value of each parameter now; the array stays where it is until the data
 * set changes
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
    nepho_market_run_events (self->market, self->values, self->events, self->horizon, self->results);
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
 * nepho_document_count_changed:
 * @self: a document
 *
 * Returns: how many parameters have another value than the data set's, or follow a path
 */
guint
nepho_document_count_changed (NephoDocument *self)
{
  guint n = 0;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), 0);

  for (guint i = 0; i < self->n_values; i++)
    {
      guint n_events;

      nepho_events_get (self->events, i, &n_events);
      n += self->values[i] != self->baseline_values[i] || n_events > 0;
    }

  return n;
}

/**
 * nepho_document_differs:
 * @self: a document
 *
 * Returns: whether any value is another than the data set's, or follows a path
 */
gboolean
nepho_document_differs (NephoDocument *self)
{
  return nepho_document_count_changed (self) > 0;
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
 * Returns: (transfer none): what the reader calls it; otherwise the name of the scenario last applied, in
 * the reader's language
 */
const char *
nepho_document_get_title (NephoDocument *self)
{
  const NephoScenario *scenario;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  if (*self->properties->title != '\0')
    return self->properties->title;
  scenario = nepho_document_find_scenario (self, self->scenario);

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

/* Another data set: whatever was made for its vendors, segments or parameters is to be made anew. */
void
nepho_document_notify_dataset (NephoDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATASET]);
}

void
nepho_document_notify_unsaved (NephoDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNSAVED]);
}

void
nepho_document_notify_compared (NephoDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARED]);
  nepho_document_notify_unsaved (self);
}

/* Values changed: what was computed from them is stale. */
void
nepho_document_emit_changed (NephoDocument *self)
{
  self->results_stale = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The history or the scenario moved: everything that a menu or a title shows of them is another. */
void
nepho_document_notify_state (NephoDocument *self)
{
  for (guint i = PROP_CAN_UNDO; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}
