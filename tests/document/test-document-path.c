/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-path.h"

#include <string.h>

#include "nepho-dataset-copy.h"
#include "nepho-dataset-edit.h"
#include "nepho-document-scenario.h"
#include "nepho-event-map.h"
#include "nepho-model-error.h"
#include "nepho-sample.h"

#define WAR "price.war.intensity"
#define SHOCK "demand.shock.size"
#define POTENTIAL "adoption.potential"

static const NephoEvent window = { NEPHO_EVENT_WINDOW, 4, 4, 0.2 };
static const NephoEvent step = { NEPHO_EVENT_STEP, 10, 0, 0.3 };
static const NephoEvent ramp = { NEPHO_EVENT_RAMP, 2, 8, 0.1 };

/* Vendors a to d from 2022Q2 on; the data set's scenarios are as-reported and war (intensity 0.2). */
static void
set_up (NephoDocument **document, gconstpointer data)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (4, 1);

  *document = nepho_document_new (dataset);
}

static void
tear_down (NephoDocument **document, gconstpointer data)
{
  g_assert_finalize_object (*document);
}

static guint
find (NephoDocument *document, const char *id)
{
  int index = nepho_parameter_set_find (nepho_document_get_parameters (document), id);

  g_assert_cmpint (index, >=, 0);

  return (guint) index;
}

static void
set_path (NephoDocument *document, const char *id, const NephoEvent *list, guint n_events)
{
  g_autoptr (GError) error = NULL;

  nepho_document_set_path (document, find (document, id), list, n_events, &error);
  g_assert_no_error (error);
}

static char *
add (NephoDocument *document, const char *parent, const char *name)
{
  g_autoptr (GError) error = NULL;
  const char *id = nepho_document_add_scenario (document, parent, name, &error);

  g_assert_no_error (error);

  return g_strdup (id);
}

static void
apply (NephoDocument *document, const char *scenario)
{
  g_autoptr (GError) error = NULL;

  nepho_document_apply_scenario (document, scenario, &error);
  g_assert_no_error (error);
}

/* How many events the parameter has in a scenario; NULL: now. */
static guint
n_events (NephoDocument *document, const char *scenario, const char *id)
{
  g_autoptr (NephoEvents) events = scenario != NULL ? nepho_document_resolve_paths (document, scenario)
                                                    : nepho_events_copy (nepho_document_get_events (document));
  guint n;

  nepho_events_get (events, find (document, id), &n);

  return n;
}

/* The value that the parameter begins to have with its first event, in a scenario. */
static double
first_value (NephoDocument *document, const char *scenario, const char *id)
{
  g_autoptr (NephoEvents) events = nepho_document_resolve_paths (document, scenario);
  guint n;
  const NephoEvent *list = nepho_events_get (events, find (document, id), &n);

  g_assert_cmpuint (n, >, 0);

  return list[0].value;
}

static gsize
n_cells (const NephoResults *results)
{
  return (gsize) results->n_quarters * results->n_vendors * results->n_segments;
}

/* A path is a step of undo, by its name, and moves the results; without it they are what they were, to the bit. */
static void
test_undo (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  gsize size = n_cells (nepho_document_get_results (document)) * sizeof (double);
  g_autofree double *plain = g_memdup2 (nepho_document_get_results (document)->revenue, size);
  const NephoEvent both[] = { window, step };

  set_path (document, WAR, &window, 1);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==,
                   "Path of Price war intensity: 20.0\u00a0%/yr from 2023Q2 to 2024Q1");
  g_assert_true (nepho_document_differs (document));
  g_assert_true (nepho_document_is_edited (document));
  g_assert_true (nepho_document_get_unsaved (document));
  g_assert_true (memcmp (nepho_document_get_results (document)->revenue, plain, size) != 0);

  set_path (document, WAR, both, 2);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Path of Price war intensity, 2023Q2 to 2024Q4");
  set_path (document, WAR, NULL, 0);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Remove path: Price war intensity");
  g_assert_cmpmem (nepho_document_get_results (document)->revenue, size, plain, size);
  g_assert_false (nepho_document_differs (document));

  nepho_document_undo (document);
  g_assert_cmpuint (n_events (document, NULL, WAR), ==, 2);
  nepho_document_undo (document);
  nepho_document_undo (document);
  g_assert_cmpuint (n_events (document, NULL, WAR), ==, 0);
  g_assert_cmpmem (nepho_document_get_results (document)->revenue, size, plain, size);
  g_assert_false (nepho_document_get_unsaved (document));
  nepho_document_redo (document);
  g_assert_cmpuint (n_events (document, NULL, WAR), ==, 1);
}

/* A window over nothing is the price war of the parameters. */
static void
test_special_case (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  gsize size = n_cells (nepho_document_get_results (document)) * sizeof (double);
  g_autofree double *war = NULL;
  NephoEvent same = { NEPHO_EVENT_WINDOW, 0, 0, 0.25 };

  g_assert_true (nepho_document_set_value (document, find (document, WAR), 0.25, NULL));
  same.start = (guint) nepho_document_get_values (document)[find (document, "price.war.start")];
  same.length = (guint) nepho_document_get_values (document)[find (document, "price.war.length")];
  war = g_memdup2 (nepho_document_get_results (document)->revenue, size);
  nepho_document_undo (document);
  set_path (document, WAR, &same, 1);
  g_assert_cmpmem (nepho_document_get_results (document)->revenue, size, war, size);
}

/* What is dragged is one step, and what left everything as it was is none. */
static void
test_drag (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  NephoEvent moved = window;

  nepho_document_begin_step (document);
  for (guint t = 5; t < 9; t++)
    {
      moved.start = t;
      set_path (document, WAR, &moved, 1);
    }
  nepho_document_end_step (document);
  nepho_document_begin_step (document);
  set_path (document, WAR, &window, 1);
  set_path (document, WAR, &moved, 1);
  nepho_document_end_step (document);

  nepho_document_undo (document);
  g_assert_cmpuint (n_events (document, NULL, WAR), ==, 0);
  g_assert_false (nepho_document_can_undo (document));

  for (gint64 k = 0; k < 3; k++)
    {
      nepho_document_begin_joined_step (document, "path", k * G_TIME_SPAN_SECOND / 2);
      moved.start++;
      set_path (document, WAR, &moved, 1);
      nepho_document_end_step (document);
    }
  nepho_document_undo (document);
  g_assert_cmpuint (n_events (document, NULL, WAR), ==, 0);
}

static void
test_refused (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  const NephoEvent steep = { NEPHO_EVENT_STEP, 4, 0, 2.0 };
  const NephoEvent far = { NEPHO_EVENT_STEP, 500, 0, 0.1 };
  g_autoptr (GError) range = NULL;
  g_autoptr (GError) event = NULL;
  g_autoptr (GError) share = NULL;

  g_assert_false (nepho_document_set_path (document, find (document, WAR), &steep, 1, &range));
  g_assert_error (range, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_RANGE);
  g_assert_false (nepho_document_set_path (document, find (document, WAR), &far, 1, &event));
  g_assert_error (event, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_EVENT);
  g_assert_false (nepho_document_set_path (document, find (document, "vendor.a.share.x"), &step, 1, &share));
  g_assert_error (share, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_EVENT);
  g_assert_false (nepho_document_can_undo (document));
  g_assert_false (nepho_document_differs (document));
}

/* A child follows its parent's path, has one of its own in its place, or none in spite of it. */
static void
test_follows (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autofree char *parent = add (document, "war", "Parent");
  g_autofree char *child = NULL;

  set_path (document, WAR, &window, 1);
  set_path (document, SHOCK, &ramp, 1);
  child = add (document, parent, "Child");
  g_assert_cmpuint (n_events (document, NULL, WAR), ==, 1);
  set_path (document, WAR, NULL, 0);
  set_path (document, POTENTIAL, &step, 1);
  apply (document, "as-reported");
  g_assert_cmpuint (nepho_events_n_paths (nepho_document_get_events (document)), ==, 0);

  g_assert_cmpuint (g_hash_table_size (nepho_document_find_scenario (document, child)->paths), ==, 2);
  g_assert_cmpuint (n_events (document, child, WAR), ==, 0);
  g_assert_cmpuint (n_events (document, child, SHOCK), ==, 1);
  g_assert_cmpuint (n_events (document, child, POTENTIAL), ==, 1);
  g_assert_cmpuint (n_events (document, parent, POTENTIAL), ==, 0);

  apply (document, parent);
  set_path (document, SHOCK, &window, 1);
  set_path (document, WAR, &step, 1);
  apply (document, child);
  g_assert_cmpfloat (first_value (document, child, SHOCK), ==, 0.2);
  g_assert_cmpuint (n_events (document, NULL, WAR), ==, 0);
}

/* Whoever followed a deleted scenario keeps its paths; a snapshot keeps its own. */
static void
test_remove (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autofree char *parent = add (document, "war", "Parent");
  g_autofree char *child = NULL;
  g_autofree char *snapshot = NULL;

  set_path (document, SHOCK, &ramp, 1);
  child = add (document, parent, "Child");
  snapshot = g_strdup (nepho_document_take_snapshot (document, "Then", 0, NULL));
  set_path (document, SHOCK, NULL, 0);
  apply (document, snapshot);
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, child);
  g_assert_cmpuint (n_events (document, NULL, SHOCK), ==, 1);

  apply (document, parent);
  g_assert_true (nepho_document_remove_scenario (document, parent, NULL));
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, "war");
  g_assert_cmpuint (n_events (document, NULL, SHOCK), ==, 0);
  g_assert_cmpuint (n_events (document, child, SHOCK), ==, 1);
  nepho_document_undo (document);
  g_assert_cmpuint (n_events (document, NULL, SHOCK), ==, 1);
}

static void
test_reset (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  guint shock = find (document, SHOCK);
  g_autofree char *parent = add (document, "war", "Parent");
  g_autofree char *child = NULL;

  set_path (document, SHOCK, &ramp, 1);
  child = add (document, parent, "Child");
  g_assert_false (nepho_document_can_reset (document, NEPHO_RESET_TO_SCENARIO, &shock, 1));
  set_path (document, SHOCK, &window, 1);
  set_path (document, POTENTIAL, &step, 1);
  g_assert_true (nepho_document_can_reset (document, NEPHO_RESET_TO_SCENARIO, &shock, 1));
  nepho_document_reset_to (document, NEPHO_RESET_TO_SCENARIO, &shock, 1, NULL);
  g_assert_cmpfloat (first_value (document, child, SHOCK), ==, 0.1);
  g_assert_cmpuint (n_events (document, NULL, POTENTIAL), ==, 1);
  g_assert_true (g_str_has_prefix (nepho_document_get_undo_label (document), "Reset: path of "));

  nepho_document_reset_to (document, NEPHO_RESET_TO_SOURCE, NULL, 0, "Reset all");
  g_assert_cmpuint (nepho_events_n_paths (nepho_document_get_events (document)), ==, 0);
  g_assert_false (nepho_document_differs (document));
  nepho_document_undo (document);
  g_assert_cmpuint (nepho_events_n_paths (nepho_document_get_events (document)), ==, 2);
}

/* Before the last change there was no path; a lock after it changed none. */
static void
test_last_change (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_auto (NephoState) before = { 0 };

  set_path (document, WAR, &window, 1);
  nepho_document_set_locked (document, find (document, "vendor.a.share.x"), TRUE);
  g_assert_nonnull (nepho_document_get_last_change (document, &before));
  g_assert_cmpuint (nepho_events_n_paths (before.events), ==, 0);
  g_assert_cmpmem (before.values, sizeof (double), nepho_document_get_values (document), sizeof (double));
}

/* A vendor more moves the places of parameters: the path stays with its own, in every scenario. */
static void
test_dataset (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autofree char *own = add (document, "war", "Own");
  g_autoptr (NephoDataset) edited = NULL;
  g_autoptr (GError) error = NULL;
  guint before = find (document, "segment.x.growth");

  set_path (document, "segment.x.growth", &step, 1);
  apply (document, "as-reported");
  set_path (document, "vendor.a.opex_ratio", &step, 1);
  edited = nepho_dataset_edit_remove_vendor (nepho_document_get_dataset (document), "d", &error);
  g_assert_no_error (error);
  g_assert_true (nepho_document_edit_dataset (document, edited, "Without d", &error));
  g_assert_no_error (error);

  g_assert_cmpuint (n_events (document, own, "segment.x.growth"), ==, 1);
  g_assert_cmpuint (n_events (document, NULL, "vendor.a.opex_ratio"), ==, 1);
  g_assert_cmpuint (nepho_events_n_paths (nepho_document_get_events (document)), ==, 1);
  nepho_document_undo (document);
  g_assert_cmpuint (find (document, "segment.x.growth"), ==, before);
  g_assert_cmpuint (n_events (document, NULL, "vendor.a.opex_ratio"), ==, 1);
  g_assert_cmpuint (n_events (document, own, "segment.x.growth"), ==, 1);
}

/* A data set that begins four quarters later: events keep their quarters, and what had begun begins there. */
static void
test_later (NephoDocument **fixture, gconstpointer data)
{
  static const NephoEvent old[] = {
    { NEPHO_EVENT_STEP, 10, 0, 0.3 }, { NEPHO_EVENT_STEP, 3, 0, 0.1 },   { NEPHO_EVENT_WINDOW, 2, 4, 0.2 },
    { NEPHO_EVENT_WINDOW, 0, 4, 0.4 }, { NEPHO_EVENT_RAMP, 2, 8, 0.5 },  { NEPHO_EVENT_RAMP, 0, 4, 0.6 },
  };
  static const NephoEvent expected[] = {
    { NEPHO_EVENT_STEP, 6, 0, 0.3 }, { NEPHO_EVENT_STEP, 0, 0, 0.1 }, { NEPHO_EVENT_WINDOW, 0, 2, 0.2 },
    { NEPHO_EVENT_RAMP, 0, 6, 0.5 }, { NEPHO_EVENT_STEP, 0, 0, 0.6 },
  };
  NephoParameterSet *old_set = nepho_document_get_parameters (*fixture);
  g_autoptr (NephoDataset) later = nepho_dataset_copy (nepho_document_get_dataset (*fixture));
  g_autoptr (NephoParameterSet) new_set = NULL;
  g_autoptr (NephoEvents) events = nepho_events_new ();
  g_autoptr (NephoEvents) mapped = NULL;
  const NephoEvent *list;
  guint n;

  later->base_quarter += 4;
  new_set = nepho_parameter_set_new (later);
  nepho_events_set (events, find (*fixture, POTENTIAL), old, G_N_ELEMENTS (old));
  mapped = nepho_event_map (old_set, new_set, events);
  list = nepho_events_get (mapped, find (*fixture, POTENTIAL), &n);
  g_assert_true (nepho_event_lists_equal (list, n, expected, G_N_ELEMENTS (expected)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/document-path/" name, NephoDocument *, NULL, set_up, test, tear_down)
  ADD ("undo", test_undo);
  ADD ("special-case", test_special_case);
  ADD ("drag", test_drag);
  ADD ("refused", test_refused);
  ADD ("follows", test_follows);
  ADD ("remove", test_remove);
  ADD ("reset", test_reset);
  ADD ("last-change", test_last_change);
  ADD ("dataset", test_dataset);
  ADD ("later", test_later);
#undef ADD

  return g_test_run ();
}
