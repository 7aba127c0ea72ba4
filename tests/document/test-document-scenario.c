/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-scenario.h"

#include <string.h>

#include "nepho-dataset-edit.h"
#include "nepho-model-error.h"
#include "nepho-sample.h"

#define POTENTIAL "adoption.potential"
#define WAR "price.war.intensity"
#define SHOCK "demand.shock.size"

/* Vendors a to d with 1/10 to 4/10 of x; the data set's scenarios are as-reported and war (intensity 0.2). */
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

static double
value (NephoDocument *document, const char *id)
{
  return nepho_document_get_values (document)[find (document, id)];
}

static void
set (NephoDocument *document, const char *id, double to)
{
  g_assert_true (nepho_document_set_value (document, find (document, id), to, NULL));
}

/* What a scenario gives a parameter, whichever is at work. */
static double
resolved (NephoDocument *document, const char *scenario, const char *id)
{
  g_autofree double *values = g_new (double, nepho_parameter_set_size (nepho_document_get_parameters (document)));
  g_autoptr (GError) error = NULL;

  nepho_document_resolve_scenario (document, scenario, values, &error);
  g_assert_no_error (error);

  return values[find (document, id)];
}

static void
apply (NephoDocument *document, const char *scenario)
{
  g_autoptr (GError) error = NULL;

  nepho_document_apply_scenario (document, scenario, &error);
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

static guint
n_stored (NephoDocument *document, const char *scenario)
{
  return g_hash_table_size (nepho_document_find_scenario (document, scenario)->values);
}

/* A copy stores what differs and follows its parent for the rest. */
static void
test_follows (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autofree char *parent = add (document, "war", "Long war");
  g_autofree char *child = NULL;

  g_assert_cmpstr (parent, ==, "long-war");
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, "long-war");
  g_assert_cmpfloat (value (document, WAR), ==, 0.2);
  set (document, "price.war.length", 12.0);

  child = add (document, parent, "Long war and shock");
  set (document, SHOCK, 0.1);
  g_assert_cmpuint (n_stored (document, parent), ==, 1);
  g_assert_cmpfloat (value (document, "price.war.length"), ==, 12.0);

  apply (document, parent);
  g_assert_cmpuint (n_stored (document, child), ==, 1);
  g_assert_cmpfloat (value (document, SHOCK), ==, 0.0);
  set (document, "price.war.length", 16.0);
  g_assert_cmpfloat (resolved (document, child, "price.war.length"), ==, 16.0);
  g_assert_cmpfloat (resolved (document, child, SHOCK), ==, 0.1);
  g_assert_cmpfloat (resolved (document, child, WAR), ==, 0.2);

  apply (document, child);
  g_assert_cmpfloat (value (document, "price.war.length"), ==, 16.0);
  g_assert_cmpfloat (value (document, SHOCK), ==, 0.1);
  g_assert_cmpstr (nepho_document_get_built_in (document, child), ==, "war");
  g_assert_cmpuint (nepho_document_get_scenario_depth (document, child), ==, 2);
}

/* What was changed in a scenario of the data set goes into the new one; the other stays as published. */
static void
test_keeps_edits (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autofree char *id = NULL;

  apply (document, "war");
  set (document, WAR, 0.3);
  g_assert_true (nepho_document_is_edited (document));
  id = add (document, "war", "Mine");
  g_assert_cmpfloat (value (document, WAR), ==, 0.3);
  g_assert_false (nepho_document_is_edited (document));
  apply (document, "war");
  g_assert_cmpfloat (value (document, WAR), ==, 0.2);
  g_assert_false (nepho_document_is_edited (document));
  apply (document, id);
  g_assert_cmpfloat (value (document, WAR), ==, 0.3);
}

static void
test_undo (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autofree char *id = NULL;

  set (document, POTENTIAL, 0.5);
  id = add (document, "as-reported", "Mine");
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "New scenario “Mine”");
  set (document, POTENTIAL, 0.4);
  apply (document, "war");
  g_assert_true (nepho_document_rename_scenario (document, id, "Ours", NULL));
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "“Mine” renamed to “Ours”");

  nepho_document_undo (document);
  g_assert_cmpstr (nepho_text_get (nepho_document_find_scenario (document, id)->name), ==, "Mine");
  nepho_document_undo (document);
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, id);
  g_assert_cmpfloat (value (document, POTENTIAL), ==, 0.4);
  nepho_document_undo (document);
  nepho_document_undo (document);
  g_assert_null (nepho_document_find_scenario (document, id));
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, "as-reported");
  g_assert_cmpfloat (value (document, POTENTIAL), ==, 0.5);

  for (guint i = 0; i < 4; i++)
    nepho_document_redo (document);
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, "war");
  g_assert_cmpfloat (resolved (document, id, POTENTIAL), ==, 0.4);
  g_assert_cmpstr (nepho_text_get (nepho_document_find_scenario (document, id)->name), ==, "Ours");
}

/* Whoever followed a deleted scenario follows its parent, with the numbers that it had. */
static void
test_remove (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autofree char *middle = add (document, "war", "Middle");
  g_autofree char *leaf = NULL;
  g_autofree char *snapshot = NULL;

  set (document, POTENTIAL, 0.5);
  g_assert_true (nepho_document_set_note (document, find (document, POTENTIAL), "A guess", NULL));
  snapshot = g_strdup (nepho_document_take_snapshot (document, "Then", 0, NULL));
  leaf = add (document, middle, "Leaf");
  set (document, SHOCK, 0.1);
  apply (document, middle);

  g_assert_true (nepho_document_remove_scenario (document, middle, NULL));
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Delete “Middle”");
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, "war");
  g_assert_cmpfloat (value (document, POTENTIAL), !=, 0.5);
  g_assert_cmpstr (nepho_document_find_scenario (document, leaf)->parent, ==, "war");
  g_assert_cmpfloat (resolved (document, leaf, POTENTIAL), ==, 0.5);
  g_assert_cmpfloat (resolved (document, leaf, SHOCK), ==, 0.1);
  g_assert_cmpfloat (resolved (document, leaf, WAR), ==, 0.2);
  g_assert_cmpfloat (resolved (document, snapshot, POTENTIAL), ==, 0.5);

  apply (document, leaf);
  g_assert_cmpstr (nepho_document_get_note (document, find (document, POTENTIAL), NULL), ==, "A guess");
  nepho_document_undo (document);
  nepho_document_undo (document);
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, middle);
  g_assert_cmpfloat (value (document, POTENTIAL), ==, 0.5);
}

/* A scenario at work whose parent is deleted does not move. */
static void
test_remove_under (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autofree char *middle = add (document, NULL, "Middle");
  g_autofree char *leaf = NULL;

  set (document, POTENTIAL, 0.5);
  leaf = add (document, middle, "Leaf");
  g_assert_true (nepho_document_remove_scenario (document, middle, NULL));
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, leaf);
  g_assert_cmpfloat (value (document, POTENTIAL), ==, 0.5);
  g_assert_null (nepho_document_find_scenario (document, leaf)->parent);
  apply (document, "war");
  g_assert_cmpfloat (resolved (document, leaf, POTENTIAL), ==, 0.5);
}

/* A snapshot follows nothing that may change, and brings its scenario back. */
static void
test_snapshot (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autofree char *parent = add (document, "war", "Plan");
  g_autofree char *child = NULL;
  g_autofree char *snapshot = NULL;

  set (document, POTENTIAL, 0.5);
  child = add (document, parent, "Plan B");
  set (document, SHOCK, 0.1);
  snapshot = g_strdup (nepho_document_take_snapshot (document, "Before the meeting", 0, NULL));
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Snapshot “Before the meeting”");
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, child);

  set (document, SHOCK, 0.2);
  apply (document, parent);
  set (document, POTENTIAL, 0.3);
  g_assert_cmpfloat (resolved (document, snapshot, POTENTIAL), ==, 0.5);
  g_assert_cmpfloat (resolved (document, child, POTENTIAL), ==, 0.3);

  apply (document, snapshot);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Restore “Before the meeting”");
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, child);
  g_assert_cmpfloat (value (document, POTENTIAL), ==, 0.5);
  g_assert_cmpfloat (value (document, SHOCK), ==, 0.1);
  g_assert_cmpfloat (resolved (document, parent, POTENTIAL), ==, 0.3);
}

/* Of a scenario of the data set too; a copy of a snapshot is a scenario over the data set's. */
static void
test_snapshot_of_built_in (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autofree char *snapshot = NULL;
  g_autofree char *copy = NULL;

  apply (document, "war");
  set (document, POTENTIAL, 0.5);
  snapshot = g_strdup (nepho_document_take_snapshot (document, "Then", 0, NULL));
  g_assert_cmpuint (n_stored (document, snapshot), ==, 1);
  apply (document, "as-reported");
  apply (document, snapshot);
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, "war");
  g_assert_cmpfloat (value (document, POTENTIAL), ==, 0.5);
  g_assert_true (nepho_document_is_edited (document));

  copy = add (document, snapshot, "Copy");
  g_assert_cmpstr (nepho_document_find_scenario (document, copy)->parent, ==, "war");
  g_assert_cmpfloat (value (document, POTENTIAL), ==, 0.5);
}

/* The copy of one of the reader's stands beside it, with values, story and notes. */
static void
test_duplicate (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  guint potential = find (document, POTENTIAL);
  g_autofree char *plan = add (document, "war", "Plan");
  g_autoptr (GArray) differences = NULL;
  g_autoptr (GError) error = NULL;

  set (document, POTENTIAL, 0.5);
  g_assert_true (nepho_document_describe_scenario (document, plan, "What happens", NULL));
  g_assert_true (nepho_document_set_note (document, potential, "A guess", NULL));
  g_assert_cmpstr (nepho_document_duplicate_scenario (document, plan, "Plan B", &error), ==, "plan-b");
  g_assert_no_error (error);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "“Plan B”, a copy of “Plan”");
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, "plan-b");
  g_assert_cmpstr (nepho_document_find_scenario (document, "plan-b")->parent, ==, "war");
  g_assert_cmpstr (nepho_text_get (nepho_document_find_scenario (document, "plan-b")->story), ==, "What happens");
  g_assert_cmpstr (nepho_document_get_note (document, potential, NULL), ==, "A guess");

  set (document, POTENTIAL, 0.4);
  g_assert_cmpfloat (resolved (document, plan, POTENTIAL), ==, 0.5);
  differences = nepho_document_get_differences (document, "plan-b");
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_cmpuint (g_array_index (differences, guint, 0), ==, potential);
  g_assert_cmpuint (nepho_document_count_edits (document), ==, 1);

  nepho_document_undo (document);
  nepho_document_undo (document);
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, plan);
  g_assert_null (nepho_document_find_scenario (document, "plan-b"));
}

/* The copy of one of the data set's follows it, with what was changed in it. */
static void
test_duplicate_built_in (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autoptr (GError) error = NULL;

  apply (document, "war");
  set (document, POTENTIAL, 0.5);
  g_assert_cmpuint (nepho_document_count_edits (document), ==, 1);
  g_assert_cmpstr (nepho_document_duplicate_scenario (document, "war", "Mine", NULL), ==, "mine");
  g_assert_cmpstr (nepho_document_find_scenario (document, "mine")->parent, ==, "war");
  g_assert_cmpfloat (value (document, POTENTIAL), ==, 0.5);
  g_assert_cmpfloat (value (document, WAR), ==, 0.2);

  g_assert_null (nepho_document_duplicate_scenario (document, "nowhere", "Copy", &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (nepho_document_duplicate_scenario (document, "war", " ", &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA);
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, "mine");
}

static void
test_words (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  guint potential = find (document, POTENTIAL);
  g_autofree char *id = NULL;
  g_autofree char *child = NULL;
  gboolean inherited;

  g_assert_true (nepho_document_set_note (document, potential, "For all", NULL));
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Note on Potential of AI");
  id = add (document, "as-reported", "Mine");
  g_assert_cmpstr (nepho_document_get_note (document, potential, &inherited), ==, "For all");
  g_assert_true (inherited);
  g_assert_true (nepho_document_set_note (document, potential, "Here\nonly", NULL));
  child = add (document, id, "Child");
  g_assert_cmpstr (nepho_document_get_note (document, potential, &inherited), ==, "Here\nonly");
  g_assert_true (inherited);
  apply (document, "war");
  g_assert_cmpstr (nepho_document_get_note (document, potential, &inherited), ==, "For all");
  g_assert_false (inherited);
  apply (document, id);
  g_assert_cmpstr (nepho_document_get_note (document, potential, &inherited), ==, "Here\nonly");
  g_assert_false (inherited);
  g_assert_true (nepho_document_set_note (document, potential, "", NULL));
  g_assert_cmpstr (nepho_document_get_note (document, potential, NULL), ==, "For all");

  g_assert_true (nepho_document_describe_scenario (document, id, "What\nhappens", NULL));
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Description of “Mine”");
  g_assert_true (nepho_document_describe_scenario (document, id, "What\nhappens", NULL));
  nepho_document_undo (document);
  g_assert_cmpstr (nepho_text_get (nepho_document_find_scenario (document, id)->story), ==, "");
}

static void
test_refusals (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autoptr (GError) error = NULL;

  g_assert_false (nepho_document_rename_scenario (document, "war", "Peace", &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA);
  g_clear_error (&error);
  g_assert_false (nepho_document_remove_scenario (document, "peace", &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (nepho_document_add_scenario (document, "peace", "Name", &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN);
  g_assert_null (nepho_document_add_scenario (document, "war", "two\nlines", NULL));
  g_assert_null (nepho_document_take_snapshot (document, " ", 0, NULL));
  g_assert_false (nepho_document_set_note (document, 0, "\xff", NULL));
  g_assert_false (nepho_document_can_undo (document));
  g_assert_false (nepho_document_get_unsaved (document));
}

static void
test_limits (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < NEPHO_SCENARIO_TREE_MAX_DEPTH; i++)
    g_free (add (document, nepho_document_get_scenario (document), "Deep"));
  g_assert_cmpuint (nepho_document_get_scenario_depth (document, nepho_document_get_scenario (document)), ==, 16);
  g_assert_null (nepho_document_add_scenario (document, nepho_document_get_scenario (document), "Deep", &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA);
  g_clear_error (&error);

  for (guint i = NEPHO_SCENARIO_TREE_MAX_DEPTH; i < NEPHO_SCENARIO_TREE_MAX_SIZE; i++)
    g_assert_nonnull (nepho_document_take_snapshot (document, "Snapshot", 0, NULL));
  g_assert_null (nepho_document_take_snapshot (document, "Snapshot", 0, &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA);
}

static void
test_order (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  static const char *const expected[] = { "as-reported", "a", "c", "war", "b", "root" };
  g_autoptr (GPtrArray) list = NULL;

  g_free (add (document, "as-reported", "a"));
  g_free (add (document, "war", "b"));
  g_free (add (document, "a", "c"));
  g_free (add (document, NULL, "root"));
  list = nepho_document_get_scenarios (document);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpstr (((NephoScenario *) g_ptr_array_index (list, i))->id, ==, expected[i]);
}

static void
test_reset (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  guint two[] = { find (document, WAR), find (document, "vendor.a.share.x") };

  apply (document, "war");
  g_assert_false (nepho_document_can_reset (document, NEPHO_RESET_TO_SCENARIO, NULL, 0));
  g_assert_true (nepho_document_can_reset (document, NEPHO_RESET_TO_SOURCE, two, 1));
  set (document, WAR, 0.4);
  nepho_document_reset_to (document, NEPHO_RESET_TO_SCENARIO, two, 1, NULL);
  g_assert_cmpfloat (value (document, WAR), ==, 0.2);
  g_assert_nonnull (strstr (nepho_document_get_undo_label (document), "Reset: Price war intensity 40.0"));
  nepho_document_reset_to (document, NEPHO_RESET_TO_SOURCE, two, 1, NULL);
  g_assert_cmpfloat (value (document, WAR), ==, 0.0);

  g_assert_true (nepho_document_set_share (document, find (document, "vendor.d.share.x"), 0.7, NULL));
  set (document, SHOCK, 0.1);
  nepho_document_reset_to (document, NEPHO_RESET_TO_SCENARIO, two, 2, "Two");
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Two");
  g_assert_cmpfloat (value (document, WAR), ==, 0.2);
  g_assert_cmpfloat (value (document, "vendor.d.share.x"), ==, 0.4);
  g_assert_cmpfloat (value (document, SHOCK), ==, 0.1);

  nepho_document_reset_to (document, NEPHO_RESET_TO_SOURCE, NULL, 0, "All");
  g_assert_false (nepho_document_differs (document));
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, "as-reported");
}

/* In a scenario of the reader's, "scenario" is what it follows, and it stays at work. */
static void
test_reset_own (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autofree char *parent = add (document, "war", "Parent");
  g_autofree char *child = NULL;

  set (document, POTENTIAL, 0.5);
  child = add (document, parent, "Child");
  set (document, POTENTIAL, 0.4);
  set (document, WAR, 0.3);
  nepho_document_reset_to (document, NEPHO_RESET_TO_SCENARIO, NULL, 0, "All");
  g_assert_cmpfloat (value (document, POTENTIAL), ==, 0.5);
  g_assert_cmpfloat (value (document, WAR), ==, 0.2);
  nepho_document_reset_to (document, NEPHO_RESET_TO_SOURCE, NULL, 0, "All");
  g_assert_cmpfloat (value (document, WAR), ==, 0.0);
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, child);
}

static void
test_standing (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  guint war = find (document, WAR);

  g_free (add (document, "war", "Mine"));
  g_assert_cmpint (nepho_document_get_standing (document, war), ==, NEPHO_STANDING_SCENARIO);
  g_assert_cmpstr (nepho_document_get_setter (document, war)->id, ==, "war");
  set (document, WAR, 0.3);
  g_assert_cmpint (nepho_document_get_standing (document, war), ==, NEPHO_STANDING_CHANGED);
  g_assert_cmpstr (nepho_document_get_title (document), ==, "Mine");
}

static void
test_unsaved (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  static const char *const two[] = { "war", "mine", NULL };
  g_autofree char *id = add (document, "war", "Mine");

  set (document, POTENTIAL, 0.5);
  nepho_document_set_unsaved (document, FALSE);
  apply (document, "war");
  g_assert_true (nepho_document_get_unsaved (document));
  apply (document, id);
  g_assert_false (nepho_document_get_unsaved (document));
  nepho_document_set_note (document, 0, "Why", NULL);
  g_assert_true (nepho_document_get_unsaved (document));
  nepho_document_undo (document);
  g_assert_false (nepho_document_get_unsaved (document));

  nepho_document_set_compared (document, two);
  g_assert_true (nepho_document_get_unsaved (document));
  g_assert_true (g_strv_equal (nepho_document_get_compared (document), two));
  nepho_document_remove_scenario (document, id, NULL);
  g_assert_cmpuint (g_strv_length ((GStrv) nepho_document_get_compared (document)), ==, 1);
  nepho_document_undo (document);
  g_assert_true (g_strv_equal (nepho_document_get_compared (document), two));
}

/* A vendor comes: each scenario follows as the values do, and undo brings all of it back. */
static void
test_dataset_edit (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autoptr (NephoDataset) edited = NULL;
  g_autofree char *plain = add (document, "war", "Plain");
  g_autofree char *shares = NULL;
  g_autofree char *snapshot = NULL;

  set (document, POTENTIAL, 0.5);
  shares = add (document, plain, "Shares");
  g_assert_true (nepho_document_set_share (document, find (document, "vendor.d.share.x"), 0.7, NULL));
  snapshot = g_strdup (nepho_document_take_snapshot (document, "Then", 0, NULL));
  apply (document, plain);
  g_assert_cmpuint (n_stored (document, shares), ==, 4);

  edited = nepho_dataset_edit_add_vendor (nepho_document_get_dataset (document), "New", 0.2, NULL);
  g_assert_true (nepho_document_edit_dataset (document, edited, "Add", NULL));
  g_assert_cmpfloat (value (document, POTENTIAL), ==, 0.5);
  g_assert_cmpfloat (value (document, "vendor.new.share.x"), ==, 0.2);
  g_assert_cmpuint (n_stored (document, shares), ==, 5);
  g_assert_cmpuint (n_stored (document, snapshot), ==, 5 + 1);
  g_assert_cmpfloat (resolved (document, shares, "vendor.new.share.x"), ==, 0.2);
  /* Nobody is called others: who was there makes room in proportion, 0.7 × 0.8. */
  g_assert_cmpfloat_with_epsilon (resolved (document, shares, "vendor.d.share.x"), 0.56, 1e-15);
  g_assert_cmpfloat (resolved (document, shares, POTENTIAL), ==, 0.5);

  nepho_document_undo (document);
  g_assert_cmpuint (n_stored (document, shares), ==, 4);
  g_assert_cmpfloat (resolved (document, shares, "vendor.d.share.x"), ==, 0.7);
}

/* Another edition without a scenario, and with one that is called as the reader's. */
static void
test_other_edition (NephoDocument **fixture, gconstpointer data)
{
  NephoDocument *document = *fixture;
  g_autoptr (NephoDataset) edition = nepho_sample_dataset (4, 1);
  g_autofree char *id = add (document, "war", "Mine");

  set (document, POTENTIAL, 0.5);
  nepho_document_set_note (document, find (document, POTENTIAL), "Why", NULL);
  g_ptr_array_remove_index (edition->scenarios, 1);
  nepho_text_set (nepho_dataset_add_scenario (edition, "mine")->name, "en", "Theirs");
  g_assert_true (nepho_document_edit_dataset (document, edition, "Edition", NULL));
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, "mine-2");
  g_assert_cmpfloat (value (document, POTENTIAL), ==, 0.5);
  g_assert_cmpfloat (value (document, WAR), ==, 0.2);
  g_assert_null (nepho_document_find_scenario (document, "mine-2")->parent);
  g_assert_cmpstr (nepho_document_get_note (document, find (document, POTENTIAL), NULL), ==, "Why");
  apply (document, "mine");
  g_assert_cmpfloat (resolved (document, "mine-2", WAR), ==, 0.2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, NephoDocument *, NULL, set_up, function, tear_down)
  ADD ("/document-scenario/follows", test_follows);
  ADD ("/document-scenario/keeps-edits", test_keeps_edits);
  ADD ("/document-scenario/undo", test_undo);
  ADD ("/document-scenario/remove", test_remove);
  ADD ("/document-scenario/remove-under", test_remove_under);
  ADD ("/document-scenario/snapshot", test_snapshot);
  ADD ("/document-scenario/snapshot-of-built-in", test_snapshot_of_built_in);
  ADD ("/document-scenario/duplicate", test_duplicate);
  ADD ("/document-scenario/duplicate-built-in", test_duplicate_built_in);
  ADD ("/document-scenario/words", test_words);
  ADD ("/document-scenario/refusals", test_refusals);
  ADD ("/document-scenario/limits", test_limits);
  ADD ("/document-scenario/order", test_order);
  ADD ("/document-scenario/reset", test_reset);
  ADD ("/document-scenario/reset-own", test_reset_own);
  ADD ("/document-scenario/standing", test_standing);
  ADD ("/document-scenario/unsaved", test_unsaved);
  ADD ("/document-scenario/dataset-edit", test_dataset_edit);
  ADD ("/document-scenario/other-edition", test_other_edition);

  return g_test_run ();
}
