/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-io.h"
#include "nepho-document-path.h"

#include <math.h>
#include <string.h>

#include "nepho-dataset-edit.h"
#include "nepho-dataset-io.h"
#include "nepho-document-scenario.h"
#include "nepho-record.h"
#include "nepho-sample.h"

static NephoDocument *
read_back (const char *json)
{
  g_auto (NephoDocumentOrigin) origin = { 0 };
  GError *error = NULL;
  NephoDocument *document = nepho_document_parse (json, strlen (json), "document", &origin, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  g_assert_cmpuint (origin.format, ==, NEPHO_DOCUMENT_FORMAT);
  g_assert_cmpuint (origin.engine, ==, NEPHO_ENGINE_VERSION);
  g_assert_cmpuint (origin.unknown->len, ==, 0);

  return document;
}

/* What is written, read and written again is the same, byte by byte; and so is what it computes. */
static NephoDocument *
assert_round_trip (NephoDocument *document)
{
  g_autofree char *json = nepho_document_to_json (document);
  NephoDocument *again = read_back (json);
  g_autofree char *json_again = nepho_document_to_json (again);
  guint size = nepho_parameter_set_size (nepho_document_get_parameters (document));
  const NephoResults *results = nepho_document_get_results (document);
  const NephoResults *results_again = nepho_document_get_results (again);

  g_assert_cmpstr (json, ==, json_again);
  g_assert_cmpuint (nepho_parameter_set_size (nepho_document_get_parameters (again)), ==, size);
  g_assert_cmpmem (nepho_document_get_values (again), size * sizeof (double), nepho_document_get_values (document),
                   size * sizeof (double));
  for (guint k = 0; k < size; k++)
    g_assert_cmpint (nepho_document_get_locked (again, k), ==, nepho_document_get_locked (document, k));
  g_assert_cmpuint (nepho_document_get_horizon (again), ==, nepho_document_get_horizon (document));
  g_assert_cmpstr (nepho_document_get_scenario (again), ==, nepho_document_get_scenario (document));
  g_assert_true (nepho_properties_equal (nepho_document_get_properties (again), nepho_document_get_properties (document)));
  g_assert_cmpuint (results_again->n_quarters, ==, results->n_quarters);
  g_assert_cmpmem (results_again->ebita, results->n_quarters * results->n_vendors * sizeof (double), results->ebita,
                   results->n_quarters * results->n_vendors * sizeof (double));
  g_assert_false (nepho_document_get_unsaved (again));
  g_assert_false (nepho_document_can_undo (again));

  return again;
}

static NephoDocument *
new_document (const char *name)
{
  GError *error = NULL;
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (name, &error);

  g_assert_no_error (error);

  return nepho_document_new (dataset);
}

static guint
find (NephoDocument *document, const char *id)
{
  int index = nepho_parameter_set_find (nepho_document_get_parameters (document), id);

  g_assert_cmpint (index, >=, 0);

  return (guint) index;
}

/* Every bundled data set, in each of its scenarios. */
static void
test_bundled (void)
{
  for (guint d = 0; nepho_dataset_names ()[d] != NULL; d++)
    {
      g_autoptr (NephoDocument) document = new_document (nepho_dataset_names ()[d]);
      const GPtrArray *scenarios = nepho_document_get_dataset (document)->scenarios;

      for (guint i = 0; i < scenarios->len; i++)
        {
          const NephoScenario *scenario = g_ptr_array_index (scenarios, i);
          g_autoptr (NephoDocument) again = NULL;

          g_assert_true (nepho_document_apply_scenario (document, scenario->id, NULL));
          again = assert_round_trip (document);
          g_assert_cmpstr (nepho_document_get_title (again), ==, nepho_document_get_title (document));
        }
    }
}

/* The facts that come with the program stay theirs, in their order. */
static void
test_bundled_facts (void)
{
  g_autoptr (NephoDocument) document = new_document ("china");
  g_autoptr (NephoDocument) again = assert_round_trip (document);
  const GPtrArray *before = nepho_document_get_dataset (document)->facts;
  const GPtrArray *after = nepho_document_get_dataset (again)->facts;

  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < before->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (after, i);

      g_assert_true (nepho_fact_equal (fact, g_ptr_array_index (before, i)));
      g_assert_cmpint (fact->origin, ==, NEPHO_ORIGIN_BUNDLED);
    }
}

static void
set_properties (NephoDocument *document)
{
  g_autoptr (NephoProperties) properties = nepho_properties_new ();

  g_free (properties->title);
  properties->title = g_strdup ("A “quoted” title\\ with \t everything: 云");
  g_free (properties->description);
  properties->description = g_strdup ("What it is for");
  g_free (properties->notes);
  properties->notes = g_strdup ("\nfirst\n\nlast \"line\"\n");
  properties->seed = G_MAXUINT32;
  nepho_document_set_properties (document, properties);
}

/* A copy is written as its original is, and stays as it was while that is edited. */
static void
assert_copy (NephoDocument *document)
{
  NephoDocument *copy = nepho_document_copy (document);
  g_autofree char *original = nepho_document_to_json (document);
  g_autofree char *copied = nepho_document_to_json (copy);
  g_autofree char *later = NULL;
  guint parameter = find (document, "adoption.potential");
  double value = nepho_document_get_values (document)[parameter];

  g_assert_cmpstr (copied, ==, original);
  g_assert_false (nepho_document_get_unsaved (copy));
  g_assert_true (nepho_document_set_value (document, parameter, 0.125, NULL));
  later = nepho_document_to_json (copy);
  g_assert_cmpstr (later, ==, original);
  g_assert_true (nepho_document_set_value (document, parameter, value, NULL));
  g_assert_finalize_object (copy);
}

/* All that a reader can change: values, a source, locks, the horizon, what is said of it. */
static void
test_everything (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_disputed ();
  g_autoptr (NephoDocument) document = nepho_document_new (dataset);
  g_autoptr (NephoDocument) again = NULL;
  guint share = find (document, "vendor.d.share.x");

  g_assert_true (nepho_document_set_value (document, find (document, "adoption.potential"), 1.0 / 3.0, NULL));
  nepho_document_set_locked (document, find (document, "vendor.a.share.x"), TRUE);
  g_assert_true (nepho_document_choose_source (document, share, "canalys", NULL));
  g_assert_true (nepho_document_set_horizon (document, 7, NULL));
  set_properties (document);

  again = assert_round_trip (document);
  assert_copy (document);
  g_assert_cmpstr (nepho_document_get_chosen_source (again, share), ==, "canalys");
  g_assert_cmpint (nepho_document_get_standing (again, share), ==, NEPHO_STANDING_ALTERNATIVE);
}

/* The lines of @after that are not those of @before. */
static guint
count_changed_lines (const char *before, const char *after)
{
  g_auto (GStrv) old_lines = g_strsplit (before, "\n", -1);
  g_auto (GStrv) new_lines = g_strsplit (after, "\n", -1);
  guint n = 0;

  g_assert_cmpuint (g_strv_length (old_lines), ==, g_strv_length (new_lines));
  for (guint i = 0; old_lines[i] != NULL; i++)
    n += !g_str_equal (old_lines[i], new_lines[i]);

  return n;
}

static void
add_scenario (NephoDocument *document, const char *parent, const char *name)
{
  GError *error = NULL;

  nepho_document_add_scenario (document, parent, name, &error);
  g_assert_no_error (error);
}

/* Every scenario gives the same numbers, whichever is at work. */
static void
assert_scenarios (NephoDocument *document)
{
  g_autoptr (NephoDocument) again = assert_round_trip (document);
  g_autoptr (GPtrArray) scenarios = nepho_document_get_scenarios (document);
  gsize size = nepho_parameter_set_size (nepho_document_get_parameters (document)) * sizeof (double);
  g_autofree double *values = g_malloc (size);
  g_autofree double *values_again = g_malloc (size);

  for (guint i = 0; i < scenarios->len; i++)
    {
      const NephoScenario *scenario = g_ptr_array_index (scenarios, i);
      g_autoptr (NephoEvents) events = NULL;
      g_autoptr (NephoEvents) events_again = NULL;

      g_assert_true (nepho_document_resolve_scenario (document, scenario->id, values, NULL));
      g_assert_true (nepho_document_resolve_scenario (again, scenario->id, values_again, NULL));
      g_assert_cmpmem (values_again, size, values, size);
      events = nepho_document_resolve_paths (document, scenario->id);
      events_again = nepho_document_resolve_paths (again, scenario->id);
      g_assert_true (nepho_events_equal (events, events_again));
      g_assert_true (nepho_scenario_equal (nepho_document_find_scenario (again, scenario->id), scenario));
    }
  g_assert_true (g_strv_equal (nepho_document_get_compared (again), nepho_document_get_compared (document)));
}

/* The reader's scenarios, one of them at work, with notes and a snapshot. */
static void
test_scenarios (void)
{
  g_autoptr (NephoDocument) document = new_document ("china");
  static const char * const compared[] = { "price-war", "plan", NULL };
  static const NephoEvent path[] = { { NEPHO_EVENT_RAMP, 3, 5, 1.0 / 3.0 }, { NEPHO_EVENT_WINDOW, 0, 40, 0.2 } };
  guint potential = find (document, "adoption.potential");

  g_assert_true (nepho_document_set_note (document, potential, "In all:\n“quoted”", NULL));
  add_scenario (document, "price-war", "Plan");
  g_assert_true (nepho_document_describe_scenario (document, "plan", "First\n\nthird \\ 云", NULL));
  g_assert_true (nepho_document_set_value (document, potential, 1.0 / 3.0, NULL));
  g_assert_true (nepho_document_set_note (document, potential, "Here", NULL));
  g_assert_true (nepho_document_set_path (document, potential, path, G_N_ELEMENTS (path), NULL));
  assert_scenarios (document);

  add_scenario (document, "plan", "Plan B");
  g_assert_true (nepho_document_set_path (document, potential, NULL, 0, NULL));
  g_assert_true (nepho_document_set_path (document, find (document, "price.follow"), path, 1, NULL));
  g_assert_true (nepho_document_set_share (document, find (document, "vendor.alibaba.share.iaas"), 0.4, NULL));
  g_assert_nonnull (nepho_document_take_snapshot (document, "Then", 1795851660, NULL));
  g_assert_true (nepho_document_set_share (document, find (document, "vendor.alibaba.share.iaas"), 0.3, NULL));
  nepho_document_set_compared (document, compared);
  assert_scenarios (document);
  assert_copy (document);
  g_assert_true (nepho_document_apply_scenario (document, "spending-cuts", NULL));
  assert_scenarios (document);
}

/* In a scenario of the reader's one lever is one line too. */
static void
test_one_line_of_own (void)
{
  g_autoptr (NephoDocument) document = new_document ("china");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_scenario (document, "price-war", "Plan");
  before = nepho_document_to_json (document);
  g_assert_true (nepho_document_set_value (document, find (document, "adoption.potential"), 0.5, NULL));
  after = nepho_document_to_json (document);
  g_assert_cmpuint (count_changed_lines (before, after), ==, 1);
}

static NephoDataset *
edited (NephoDataset *dataset, GError *error)
{
  g_assert_no_error (error);
  g_assert_nonnull (dataset);

  return dataset;
}

static void
edit (NephoDocument *document, NephoDataset *dataset)
{
  GError *error = NULL;

  nepho_document_edit_dataset (document, dataset, "edit", &error);
  g_assert_no_error (error);
  nepho_dataset_unref (dataset);
}

static void
add_fact (NephoDocument *document)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_fact_free);
  NephoFact *fact = nepho_fact_new ();
  GError *error = NULL;

  fact->value = 0.1 + 0.2;
  nepho_fact_set_text (&fact->subject, "Fifth Cloud");
  nepho_fact_set_text (&fact->measure, "revenue");
  nepho_fact_set_text (&fact->unit, "CNY bn");
  nepho_fact_set_text (&fact->publisher, "Me");
  nepho_fact_set_text (&fact->title, "My table");
  g_ptr_array_add (facts, fact);
  edit (document, edited (nepho_dataset_edit_add_facts (nepho_document_get_dataset (document), facts, &error), error));
}

/* Another figure for what a value rests on: the copy becomes an alternative of it. */
static void
edit_fact (NephoDocument *document, const char *id, double value)
{
  NephoDataset *dataset = nepho_document_get_dataset (document);
  g_autoptr (NephoFact) fact = nepho_fact_copy (nepho_dataset_find_fact (dataset, id));
  GError *error = NULL;

  fact->value = value;
  edit (document, edited (nepho_dataset_edit_replace_fact (dataset, fact, &error), error));
}

/* Edits of the data set: vendors, segments, facts that were entered and edited. */
static void
test_edited_dataset (void)
{
  g_autoptr (NephoDocument) document = new_document ("china");
  g_autoptr (NephoDocument) again = NULL;
  GError *error = NULL;
  guint n_facts;

  add_fact (document);
  edit_fact (document, "5-0374", 1.2);
  edit_fact (document, "1-0016", 12.5);
  edit (document, edited (nepho_dataset_edit_add_vendor (nepho_document_get_dataset (document), "Fifth Cloud", 0.05,
                                                         &error), error));
  edit (document, edited (nepho_dataset_edit_remove_vendor (nepho_document_get_dataset (document), "jd", &error), error));
  edit (document, edited (nepho_dataset_edit_colour_vendor (nepho_document_get_dataset (document), "tencent", 7, &error),
                          error));
  edit (document, edited (nepho_dataset_edit_colour_segment (nepho_document_get_dataset (document), "saas", 9, &error),
                          error));
  edit (document, edited (nepho_dataset_edit_rename_segment (nepho_document_get_dataset (document), "paas", "Platforms",
                                                             &error), error));
  g_assert_cmpstr (nepho_document_get_dataset (document)->version, ==, "2022.2-2+edited");

  again = assert_round_trip (document);
  n_facts = nepho_document_get_dataset (document)->facts->len;
  g_assert_cmpuint (nepho_document_get_dataset (again)->facts->len, ==, n_facts);
  for (guint i = 0; i < n_facts; i++)
    {
      const NephoFact *before = g_ptr_array_index (nepho_document_get_dataset (document)->facts, i);
      const NephoFact *after = g_ptr_array_index (nepho_document_get_dataset (again)->facts, i);

      g_assert_true (nepho_fact_equal (before, after));
      g_assert_cmpint (before->origin, ==, after->origin);
    }
  g_assert_nonnull (nepho_dataset_find_edited (nepho_document_get_dataset (again), "5-0374"));
  g_assert_cmpint (nepho_dataset_segment (nepho_document_get_dataset (again), 2)->colour, ==, 9);
}

/* One lever is one line, whichever it is, moved for the first time or again. */
static void
test_one_line (void)
{
  g_autoptr (NephoDocument) document = new_document ("china");
  NephoParameterSet *set = nepho_document_get_parameters (document);
  g_autofree char *before = nepho_document_to_json (document);
  guint n_moved = 0;

  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (set, k);
      double middle = 0.5 * (parameter->initial + parameter->spec->maximum);
      g_autofree char *after = NULL;

      if (parameter->spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT || middle == parameter->initial)
        continue;
      g_assert_true (nepho_document_set_value (document, k, middle, NULL));
      after = nepho_document_to_json (document);
      g_assert_cmpuint (count_changed_lines (before, after), ==, 1);
      nepho_document_undo (document);
      n_moved++;
    }
  g_assert_cmpuint (n_moved, >, 100);
}

/* Undone, a document is as it was saved; saved, it is so whatever was done. */
static void
test_unsaved (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 2);
  g_autoptr (NephoDocument) document = nepho_document_new (dataset);
  guint share = find (document, "vendor.a.share.x");

  g_assert_false (nepho_document_get_unsaved (document));
  g_assert_true (nepho_document_set_value (document, 0, 0.9, NULL));
  g_assert_true (nepho_document_get_unsaved (document));
  nepho_document_undo (document);
  g_assert_false (nepho_document_get_unsaved (document));
  nepho_document_redo (document);
  nepho_document_set_unsaved (document, FALSE);
  g_assert_false (nepho_document_get_unsaved (document));
  nepho_document_undo (document);
  g_assert_true (nepho_document_get_unsaved (document));
  nepho_document_redo (document);

  nepho_document_set_locked (document, share, TRUE);
  g_assert_true (nepho_document_get_unsaved (document));
  nepho_document_set_locked (document, share, FALSE);
  g_assert_false (nepho_document_get_unsaved (document));

  add_fact (document);
  g_assert_true (nepho_document_get_unsaved (document));
  nepho_document_undo (document);
  g_assert_false (nepho_document_get_unsaved (document));

  nepho_document_set_unsaved (document, TRUE);
  g_assert_true (nepho_document_get_unsaved (document));
}

/* What is said of a document is a step like any other. */
static void
test_properties (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoDocument) document = nepho_document_new (dataset);
  g_autofree char *name = g_strdup (nepho_document_get_title (document));

  set_properties (document);
  g_assert_cmpstr (nepho_document_get_title (document), ==, "A “quoted” title\\ with \t everything: 云");
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Title and notes");
  nepho_document_undo (document);
  g_assert_cmpstr (nepho_document_get_title (document), ==, name);
  g_assert_cmpuint (nepho_document_get_properties (document)->seed, ==, NEPHO_DEFAULT_SEED);
  nepho_document_redo (document);
  g_assert_cmpuint (nepho_document_get_properties (document)->seed, ==, G_MAXUINT32);
}

static NephoDocument *
parse_changed (NephoDocument *document, const char *from, const char *to, NephoDocumentOrigin *origin, GError **error)
{
  g_autofree char *json = nepho_document_to_json (document);
  g_auto (GStrv) parts = g_strsplit (json, from, 2);
  g_autofree char *changed = NULL;

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  changed = g_strconcat (parts[0], to, parts[1], NULL);

  return nepho_document_parse (changed, strlen (changed), "document", origin, error);
}

/* Of a newer version everything that is understood is read, and what is not is told. */
static void
test_newer_format (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoDocument) document = nepho_document_new (dataset);
  g_auto (NephoDocumentOrigin) origin = { 0 };
  g_auto (NephoDocumentOrigin) refused = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoDocument) newer
    = parse_changed (document, "nephoscope-document/2\",", "nephoscope-document/3\", \"moods\": [1],", &origin, NULL);

  g_assert_nonnull (newer);
  g_assert_cmpuint (origin.format, ==, 3);
  g_assert_cmpuint (origin.unknown->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (origin.unknown, 0), ==, "moods");

  g_assert_null (parse_changed (document, "nephoscope-document/2\",\n  \"engine\": 1,",
                                "nephoscope-document/3\",\n  \"engine\": [],", &refused, &error));
  g_assert_nonnull (strstr (error->message, "written by a newer version"));
}

/* Another model may have other parameters. */
static void
test_other_engine (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoDocument) document = nepho_document_new (dataset);
  g_auto (NephoDocumentOrigin) origin = { 0 };
  g_autoptr (NephoDocument) other
    = parse_changed (document, "\"engine\": 1,", "\"engine\": 2147483647,", &origin, NULL);

  g_assert_nonnull (other);
  g_assert_cmpuint (origin.engine, ==, 2147483647);
  g_assert_cmpuint (origin.record->len, >, 5);
}

static double
record_value (const GPtrArray *record, const char *id)
{
  for (guint i = 0; i < record->len; i++)
    {
      const NephoRecordItem *item = g_ptr_array_index (record, i);

      if (g_str_equal (item->id, id))
        return item->value;
    }

  g_error ("%s is not recorded", id);
}

/* What is recorded is what the model gives, and differences are told from a thousandth on. */
static void
test_record (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoDocument) document = nepho_document_new (dataset);
  NephoParameterSet *set = nepho_document_get_parameters (document);
  g_autoptr (GPtrArray) record = nepho_record_run (set, &(NephoAssumptions){ nepho_document_get_values (document), NULL }, 34);
  g_autoptr (GPtrArray) other = nepho_record_run (set, &(NephoAssumptions){ nepho_document_get_values (document), NULL }, 34);
  const NephoResults *results = nepho_document_get_results (document);
  g_autoptr (GPtrArray) none = nepho_record_compare (record, other, NEPHO_RECORD_LIMIT);
  g_autoptr (GPtrArray) moves = NULL;
  NephoRecordItem *first = g_ptr_array_index (other, 0);

  g_assert_cmpfloat_with_epsilon (record_value (record, "market.adoption.2030Q4"), results->adoption[34], 1e-9);
  g_assert_cmpfloat_with_epsilon (record_value (record, "vendor.a.ebita.2030Q4"),
                                  4.0 * results->ebita[nepho_results_ti (results, 34, 0)], 1e-6);
  g_assert_cmpuint (none->len, ==, 0);

  first->value *= 1.0005;
  ((NephoRecordItem *) g_ptr_array_index (other, 1))->value *= 1.002;
  nepho_record_add (other, "vendor.z.moods.2030Q4", 1.0);
  moves = nepho_record_compare (record, other, NEPHO_RECORD_LIMIT);
  g_assert_cmpuint (moves->len, ==, 2);
  g_assert_cmpstr (((NephoMove *) g_ptr_array_index (moves, 0))->id, ==, ((NephoRecordItem *) g_ptr_array_index (record, 1))->id);
  g_assert_true (isnan (((NephoMove *) g_ptr_array_index (moves, 1))->before));
}

/* What this version of the model gave when its documents were made, it gives. Where this fails because the model
 * was changed, NEPHO_ENGINE_VERSION is to be raised and the document beside it made anew. */
static void
test_engine (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "documents", "y_engine.json", NULL);
  g_auto (NephoDocumentOrigin) origin = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoDocument) document = nepho_document_load (path, &origin, &error);
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GPtrArray) moves = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (origin.engine, ==, NEPHO_ENGINE_VERSION);
  now = nepho_record_scenario (nepho_document_get_parameters (document), nepho_document_get_scenario (document));
  g_assert_cmpuint (now->len, >, 40);
  moves = nepho_record_compare (origin.record, now, 1e-8);
  g_assert_cmpuint (moves->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-io/bundled", test_bundled);
  g_test_add_func ("/document-io/bundled-facts", test_bundled_facts);
  g_test_add_func ("/document-io/everything", test_everything);
  g_test_add_func ("/document-io/scenarios", test_scenarios);
  g_test_add_func ("/document-io/one-line-of-own", test_one_line_of_own);
  g_test_add_func ("/document-io/edited-dataset", test_edited_dataset);
  g_test_add_func ("/document-io/one-line", test_one_line);
  g_test_add_func ("/document-io/unsaved", test_unsaved);
  g_test_add_func ("/document-io/properties", test_properties);
  g_test_add_func ("/document-io/newer-format", test_newer_format);
  g_test_add_func ("/document-io/other-engine", test_other_engine);
  g_test_add_func ("/document-io/record", test_record);
  g_test_add_func ("/document-io/engine", test_engine);

  return g_test_run ();
}
