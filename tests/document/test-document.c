/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-scenario.h"
#include "nepho-model-error.h"
#include "nepho-sample.h"

typedef struct
{
  NephoDocument *document;
  guint          war;
  guint          n_changed;
} Fixture;

static void
changed_cb (NephoDocument *document, gpointer data)
{
  ((Fixture *) data)->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (4, 2);

  fixture->document = nepho_document_new (dataset);
  fixture->war = nepho_parameter_set_index (nepho_document_get_parameters (fixture->document), "price.war.intensity",
                                            -1, -1);
  g_signal_connect (fixture->document, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->document);
}

static double
value (Fixture *fixture)
{
  return nepho_document_get_values (fixture->document)[fixture->war];
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;

  g_assert_false (nepho_document_can_undo (document));
  g_assert_null (nepho_document_get_undo_label (document));
  g_assert_false (nepho_document_differs (document));
  g_assert_cmpuint (nepho_document_count_changed (document), ==, 0);

  g_assert_true (nepho_document_set_value (document, fixture->war, 0.18, NULL));
  g_assert_cmpfloat (value (fixture), ==, 0.18);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (nepho_document_differs (document));
  g_assert_cmpuint (nepho_document_count_changed (document), ==, 1);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==,
                   "Price war intensity 0.0\u00a0%/yr → 18.0\u00a0%/yr");

  nepho_document_undo (document);
  g_assert_cmpfloat (value (fixture), ==, 0.0);
  g_assert_false (nepho_document_can_undo (document));
  g_assert_true (nepho_document_can_redo (document));
  g_assert_false (nepho_document_differs (document));

  nepho_document_redo (document);
  g_assert_cmpfloat (value (fixture), ==, 0.18);
  g_assert_false (nepho_document_can_redo (document));
}

static void
test_refused_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (nepho_document_set_value (fixture->document, fixture->war, 1.5, &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_RANGE);
  g_assert_cmpfloat (value (fixture), ==, 0.0);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_false (nepho_document_can_undo (fixture->document));
}

static void
test_same_value_is_no_step (Fixture *fixture, gconstpointer data)
{
  g_assert_true (nepho_document_set_value (fixture->document, fixture->war, 0.0, NULL));
  g_assert_false (nepho_document_can_undo (fixture->document));

  nepho_document_begin_step (fixture->document);
  nepho_document_set_value (fixture->document, fixture->war, 0.3, NULL);
  nepho_document_set_value (fixture->document, fixture->war, 0.0, NULL);
  nepho_document_end_step (fixture->document);
  g_assert_false (nepho_document_can_undo (fixture->document));
}

static void
test_drag_is_one_step (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;

  nepho_document_begin_step (document);
  for (guint i = 1; i <= 100; i++)
    g_assert_true (nepho_document_set_value (document, fixture->war, i / 200.0, NULL));
  g_assert_false (nepho_document_can_undo (document));
  nepho_document_end_step (document);
  g_assert_cmpuint (fixture->n_changed, ==, 100);

  nepho_document_undo (document);
  g_assert_cmpfloat (value (fixture), ==, 0.0);
  nepho_document_redo (document);
  g_assert_cmpfloat (value (fixture), ==, 0.5);
}

static void
test_many_steps (Fixture *fixture, gconstpointer data)
{
  for (guint i = 1; i <= 1000; i++)
    g_assert_true (nepho_document_set_value (fixture->document, fixture->war, i / 1000.0, NULL));
  for (guint i = 1000; i-- > 0;)
    {
      nepho_document_undo (fixture->document);
      g_assert_cmpfloat (value (fixture), ==, i / 1000.0);
    }
  g_assert_false (nepho_document_can_undo (fixture->document));
}

static void
test_new_edit_ends_redo (Fixture *fixture, gconstpointer data)
{
  nepho_document_set_value (fixture->document, fixture->war, 0.1, NULL);
  nepho_document_undo (fixture->document);
  nepho_document_set_value (fixture->document, fixture->war, 0.2, NULL);
  g_assert_false (nepho_document_can_redo (fixture->document));
}

static double
share (Fixture *fixture, int vendor)
{
  guint index = nepho_parameter_set_index (nepho_document_get_parameters (fixture->document), "share", vendor, 0);

  return nepho_document_get_values (fixture->document)[index];
}

static void
test_shares (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;
  NephoParameterSet *set = nepho_document_get_parameters (document);
  guint last = nepho_parameter_set_index (set, "share", 3, 0);
  guint first = nepho_parameter_set_index (set, "share", 0, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (nepho_document_set_share (document, last, 0.7, NULL));
  g_assert_cmpfloat_with_epsilon (share (fixture, 0), 0.05, 1e-15);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==,
                   "Share, Vendor D, Segment X 40.0\u00a0% → 70.0\u00a0%");
  nepho_document_undo (document);
  g_assert_cmpfloat (share (fixture, 0), ==, 0.1);
  g_assert_cmpfloat (share (fixture, 3), ==, 0.4);

  nepho_document_set_locked (document, first, TRUE);
  g_assert_true (nepho_document_get_locked (document, first));
  g_assert_true (nepho_document_set_share (document, last, 0.65, NULL));
  g_assert_cmpfloat (share (fixture, 0), ==, 0.1);
  g_assert_cmpfloat_with_epsilon (share (fixture, 1), 0.1, 1e-15);
  g_assert_false (nepho_document_set_share (document, last, 0.95, &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_SHARES);
  g_assert_cmpfloat (share (fixture, 3), ==, 0.65);
}

/* To the end and back in one drag: nobody's proportion is lost on the way. */
static void
test_share_drag_returns (Fixture *fixture, gconstpointer data)
{
  guint last = nepho_parameter_set_index (nepho_document_get_parameters (fixture->document), "share", 3, 0);

  nepho_document_begin_step (fixture->document);
  nepho_document_set_share (fixture->document, last, 1.0, NULL);
  nepho_document_set_share (fixture->document, last, 0.4, NULL);
  nepho_document_end_step (fixture->document);
  for (int i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (share (fixture, i), (i + 1) / 10.0, 1e-15);
}

static void
test_scenario (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (nepho_document_get_scenario (document), ==, "as-reported");
  g_assert_true (nepho_document_apply_scenario (document, "war", NULL));
  g_assert_cmpfloat (value (fixture), ==, 0.2);
  g_assert_cmpstr (nepho_document_get_title (document), ==, "War");
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Scenario: War");
  nepho_document_undo (document);
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, "as-reported");
  g_assert_cmpfloat (value (fixture), ==, 0.0);

  g_assert_false (nepho_document_apply_scenario (document, "peace", &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN);
}

static void
test_reset (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;
  guint last = nepho_parameter_set_index (nepho_document_get_parameters (document), "share", 3, 0);

  nepho_document_set_value (document, fixture->war, 0.4, NULL);
  nepho_document_set_share (document, last, 0.9, NULL);
  nepho_document_reset_to (document, NEPHO_RESET_TO_SOURCE, &fixture->war, 1, NULL);
  g_assert_cmpfloat (value (fixture), ==, 0.0);
  nepho_document_reset_to (document, NEPHO_RESET_TO_SOURCE, &last, 1, NULL);
  g_assert_false (nepho_document_differs (document));
  nepho_document_undo (document);
  g_assert_cmpfloat (share (fixture, 3), ==, 0.9);
  nepho_document_set_value (document, fixture->war, 0.4, NULL);
  nepho_document_reset_to (document, NEPHO_RESET_TO_SOURCE, NULL, 0, "Reset everything");
  g_assert_false (nepho_document_differs (document));
  nepho_document_undo (document);
  g_assert_cmpfloat (value (fixture), ==, 0.4);
}

static void
step_at (Fixture *fixture, const char *key, double value, gint64 now)
{
  nepho_document_begin_joined_step (fixture->document, key, now);
  nepho_document_set_value (fixture->document, fixture->war, value, NULL);
  nepho_document_end_step (fixture->document);
}

/* One key within a second goes on with the step; another key, a pause, a save or an undo between begins a new one. */
static void
test_joined (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;
  const gint64 second = G_TIME_SPAN_SECOND;

  step_at (fixture, "a", 0.1, 10 * second);
  step_at (fixture, "a", 0.2, 10 * second + second / 2);
  step_at (fixture, "a", 0.3, 11 * second + second / 4);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==,
                   "Price war intensity 0.0\u00a0%/yr → 30.0\u00a0%/yr");
  step_at (fixture, "a", 0.4, 13 * second); /* a pause */
  step_at (fixture, "b", 0.5, 13 * second); /* another key */
  nepho_document_set_unsaved (document, FALSE);
  step_at (fixture, "b", 0.6, 13 * second); /* saved between */
  nepho_document_undo (document);
  g_assert_cmpfloat (value (fixture), ==, 0.5);
  g_assert_false (nepho_document_get_unsaved (document));
  nepho_document_undo (document);
  g_assert_cmpfloat (value (fixture), ==, 0.4);
  step_at (fixture, "a", 0.7, 13 * second); /* taken back between */
  nepho_document_undo (document);
  g_assert_cmpfloat (value (fixture), ==, 0.4);
  nepho_document_undo (document);
  g_assert_cmpfloat (value (fixture), ==, 0.3);
  nepho_document_undo (document);
  g_assert_cmpfloat (value (fixture), ==, 0.0);
  g_assert_false (nepho_document_can_undo (document));
}

/* There and back again is no step at all. */
static void
test_joined_returns (Fixture *fixture, gconstpointer data)
{
  step_at (fixture, "a", 0.1, 0);
  step_at (fixture, "a", 0.0, 0);
  g_assert_false (nepho_document_can_undo (fixture->document));
}

/* A title that is typed letter by letter. */
static void
test_joined_title (Fixture *fixture, gconstpointer data)
{
  static const char * const typed[] = { "N", "Ne", "New" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (NephoProperties) properties = nepho_properties_copy (nepho_document_get_properties (fixture->document));

      g_free (properties->title);
      properties->title = g_strdup (typed[i]);
      nepho_document_begin_joined_step (fixture->document, "title", i);
      nepho_document_set_properties (fixture->document, properties);
      nepho_document_end_step (fixture->document);
    }
  g_assert_cmpstr (nepho_document_get_title (fixture->document), ==, "New");
  nepho_document_undo (fixture->document);
  g_assert_cmpstr (nepho_document_get_title (fixture->document), ==, "As reported");
  g_assert_false (nepho_document_can_undo (fixture->document));
  nepho_document_redo (fixture->document);
  g_assert_cmpstr (nepho_document_get_title (fixture->document), ==, "New");
}

static void
test_locks (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;
  guint first = nepho_parameter_set_index (nepho_document_get_parameters (document), "share", 0, 0);

  nepho_document_set_locked (document, first, TRUE);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Lock: Share, Vendor A, Segment X");
  nepho_document_undo (document);
  g_assert_false (nepho_document_get_locked (document, first));
  g_assert_false (nepho_document_get_unsaved (document));
  nepho_document_redo (document);
  g_assert_true (nepho_document_get_locked (document, first));
  g_assert_true (nepho_document_get_unsaved (document));
  nepho_document_set_locked (document, first, FALSE);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Unlock: Share, Vendor A, Segment X");
}

/* Each step says what it did. */
static void
test_labels (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;
  guint share = nepho_parameter_set_index (nepho_document_get_parameters (document), "share", 3, 0);
  guint potential = nepho_parameter_set_index (nepho_document_get_parameters (document), "adoption.potential", -1, -1);

  nepho_document_set_value (document, fixture->war, 0.18, NULL);
  nepho_document_reset_to (document, NEPHO_RESET_TO_SOURCE, &fixture->war, 1, NULL);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==,
                   "Reset: Price war intensity 18.0\u00a0%/yr → 0.0\u00a0%/yr");
  nepho_document_set_share (document, share, 0.9, NULL);
  nepho_document_reset_to (document, NEPHO_RESET_TO_SOURCE, &share, 1, NULL);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Reset: shares of Segment X");

  nepho_document_begin_step (document);
  nepho_document_set_value (document, potential, 0.5, NULL);
  nepho_document_set_value (document, fixture->war, 0.18, NULL);
  nepho_document_end_step (document);
  g_assert_nonnull (strstr (nepho_document_get_undo_label (document), "50.0\u00a0% and 1 more"));
}

/* The last step that changed values, whatever else was done since. */
static void
test_last_change (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;
  guint first = nepho_parameter_set_index (nepho_document_get_parameters (document), "share", 0, 0);
  g_auto (NephoState) none = { 0 };
  g_auto (NephoState) before = { 0 };
  g_auto (NephoState) scenario_before = { 0 };

  g_assert_null (nepho_document_get_last_change (document, &none));
  g_assert_null (none.values);
  nepho_document_set_value (document, fixture->war, 0.1, NULL);
  nepho_document_set_value (document, fixture->war, 0.3, NULL);
  nepho_document_set_locked (document, first, TRUE);
  g_assert_nonnull (strstr (nepho_document_get_last_change (document, &before), "→ 30.0"));
  g_assert_cmpfloat (before.values[fixture->war], ==, 0.1);
  g_assert_cmpfloat (before.values[first], ==, share (fixture, 0));

  nepho_document_apply_scenario (document, "war", NULL);
  g_assert_cmpstr (nepho_document_get_last_change (document, &scenario_before), ==, "Scenario: War");
  g_assert_cmpfloat (scenario_before.values[fixture->war], ==, 0.3);
}

static void
test_results_follow (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;
  const NephoResults *results = nepho_document_get_results (document);
  const NephoResults *baseline = nepho_document_get_baseline (document);
  gsize at = nepho_results_tis (results, NEPHO_DEFAULT_HORIZON, 0, 0);
  double before = results->price[at];

  g_assert_cmpfloat (before, ==, baseline->price[at]);
  nepho_document_set_value (document, fixture->war, 0.2, NULL);
  g_assert_cmpfloat (nepho_document_get_results (document)->price[at], <, before);
  g_assert_cmpfloat (nepho_document_get_baseline (document)->price[at], ==, before);
  nepho_document_undo (document);
  g_assert_cmpfloat (nepho_document_get_results (document)->price[at], ==, before);
}

static void
test_horizon (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (nepho_document_set_horizon (fixture->document, 80, NULL));
  g_assert_cmpuint (nepho_document_get_results (fixture->document)->n_quarters, ==, 81);
  g_assert_cmpuint (nepho_document_get_baseline (fixture->document)->n_quarters, ==, 81);
  nepho_document_undo (fixture->document);
  g_assert_cmpuint (nepho_document_get_horizon (fixture->document), ==, NEPHO_DEFAULT_HORIZON);
  g_assert_cmpuint (nepho_document_get_baseline (fixture->document)->n_quarters, ==, NEPHO_DEFAULT_HORIZON + 1);
  g_assert_false (nepho_document_set_horizon (fixture->document, 0, NULL));
  g_assert_false (nepho_document_set_horizon (fixture->document, 201, &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_RANGE);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  ++*(guint *) data;
}

static void
test_notify (Fixture *fixture, gconstpointer data)
{
  guint can_undo = 0;
  guint label = 0;

  g_signal_connect (fixture->document, "notify::can-undo", G_CALLBACK (count_cb), &can_undo);
  g_signal_connect (fixture->document, "notify::undo-label", G_CALLBACK (count_cb), &label);
  nepho_document_set_value (fixture->document, fixture->war, 0.2, NULL);
  g_assert_cmpuint (can_undo, ==, 1);
  g_assert_cmpuint (label, ==, 1);
  nepho_document_undo (fixture->document);
  g_assert_cmpuint (can_undo, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/document/edit", test_edit);
  ADD ("/document/refused-edit", test_refused_edit);
  ADD ("/document/same-value-is-no-step", test_same_value_is_no_step);
  ADD ("/document/drag-is-one-step", test_drag_is_one_step);
  ADD ("/document/many-steps", test_many_steps);
  ADD ("/document/new-edit-ends-redo", test_new_edit_ends_redo);
  ADD ("/document/joined", test_joined);
  ADD ("/document/joined-returns", test_joined_returns);
  ADD ("/document/joined-title", test_joined_title);
  ADD ("/document/locks", test_locks);
  ADD ("/document/labels", test_labels);
  ADD ("/document/last-change", test_last_change);
  ADD ("/document/shares", test_shares);
  ADD ("/document/share-drag-returns", test_share_drag_returns);
  ADD ("/document/scenario", test_scenario);
  ADD ("/document/reset", test_reset);
  ADD ("/document/results-follow", test_results_follow);
  ADD ("/document/horizon", test_horizon);
  ADD ("/document/notify", test_notify);

  return g_test_run ();
}
