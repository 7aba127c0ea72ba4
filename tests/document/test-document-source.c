/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document.h"
#include "nepho-model-error.h"
#include "nepho-sample.h"

#define CLOSE 1e-14

typedef struct
{
  NephoDataset  *dataset;
  NephoDocument *document;
  guint          d;         /* its share: IDC 40 %, Canalys 50 %, Synergy 95 % */
  guint          n_changed;
} Fixture;

static void
changed_cb (NephoDocument *document, gpointer data)
{
  ((Fixture *) data)->n_changed++;
}

static guint
share_index (Fixture *fixture, int vendor)
{
  return nepho_parameter_set_index (nepho_document_get_parameters (fixture->document), "share", vendor, 0);
}

static double
share (Fixture *fixture, int vendor)
{
  return nepho_document_get_values (fixture->document)[share_index (fixture, vendor)];
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = nepho_sample_disputed ();
  fixture->document = nepho_document_new (fixture->dataset);
  fixture->d = share_index (fixture, 3);
  g_signal_connect (fixture->document, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->document);
  nepho_dataset_unref (fixture->dataset);
}

/* One step with the publishers' names; the projection moves; back to the last digit. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;
  const NephoResults *results = nepho_document_get_results (document);
  double revenue = results->revenue[nepho_results_tis (results, 4, 3, 0)];

  g_assert_cmpstr (nepho_document_get_chosen_source (document, fixture->d), ==, "idc");
  g_assert_true (nepho_document_choose_source (document, fixture->d, "canalys", NULL));
  g_assert_cmpstr (nepho_document_get_chosen_source (document, fixture->d), ==, "canalys");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpfloat (share (fixture, 3), ==, 0.5);
  g_assert_cmpfloat_with_epsilon (share (fixture, 0), 0.1 * 0.5 / 0.6, CLOSE);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==,
                   "Share, Vendor D, Segment X: Canalys instead of IDC");
  results = nepho_document_get_results (document);
  g_assert_cmpfloat (results->revenue[nepho_results_tis (results, 4, 3, 0)], >, 1.2 * revenue);

  nepho_document_undo (document);
  g_assert_false (nepho_document_differs (document));
  nepho_document_redo (document);
  g_assert_cmpfloat (share (fixture, 3), ==, 0.5);
  g_assert_true (nepho_document_choose_source (document, fixture->d, "idc", NULL));
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==,
                   "Share, Vendor D, Segment X: IDC instead of Canalys");
  g_assert_false (nepho_document_differs (document));
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;
  guint c = share_index (fixture, 2);

  g_assert_true (nepho_document_choose_source (document, c, "canalys", NULL));
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Share, Vendor C, Segment X: as Canalys says");
  g_assert_true (nepho_document_choose_source (document, c, NULL, NULL));
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Share, Vendor C, Segment X: back to the default");

  g_assert_true (nepho_document_set_share (document, fixture->d, 0.45, NULL));
  g_assert_null (nepho_document_get_chosen_source (document, fixture->d));
  g_assert_true (nepho_document_choose_source (document, fixture->d, NULL, NULL));
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Share, Vendor D, Segment X: as IDC says");
}

/* Two figures of one publisher are told apart. */
static void
test_same_publisher (Fixture *fixture, gconstpointer data)
{
  NephoFact *fact = (NephoFact *) nepho_dataset_find_fact (fixture->dataset, "canalys");

  nepho_fact_set_text (&fact->publisher, "IDC");
  g_assert_true (nepho_document_choose_source (fixture->document, fixture->d, "canalys", NULL));
  g_assert_cmpstr (nepho_document_get_undo_label (fixture->document), ==,
                   "Share, Vendor D, Segment X: IDC, Cloud channels instead of IDC, Tracker");
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  nepho_document_set_locked (fixture->document, share_index (fixture, 0), TRUE);
  g_assert_true (nepho_document_choose_source (fixture->document, fixture->d, "canalys", NULL));
  g_assert_cmpfloat (share (fixture, 0), ==, 0.1);
  g_assert_cmpfloat_with_epsilon (share (fixture, 1), 0.16, CLOSE);

  g_assert_false (nepho_document_choose_source (fixture->document, fixture->d, "synergy", &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_SHARES);
  g_assert_cmpfloat (share (fixture, 3), ==, 0.5);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (nepho_document_choose_source (fixture->document, fixture->d, "gartner", &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_false (nepho_document_can_undo (fixture->document));
  g_assert_true (nepho_document_choose_source (fixture->document, fixture->d, "idc", NULL));
  g_assert_false (nepho_document_can_undo (fixture->document));
}

static void
test_standing (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;
  guint war
    = nepho_parameter_set_index (nepho_document_get_parameters (document), "price.war.intensity", -1, -1);

  g_assert_cmpint (nepho_document_get_standing (document, war), ==, NEPHO_STANDING_ASSUMED);
  nepho_document_apply_scenario (document, "war", NULL);
  g_assert_cmpint (nepho_document_get_standing (document, war), ==, NEPHO_STANDING_SCENARIO);
  nepho_document_set_value (document, war, 0.3, NULL);
  g_assert_cmpint (nepho_document_get_standing (document, war), ==, NEPHO_STANDING_CHANGED);
  nepho_document_choose_source (document, fixture->d, "canalys", NULL);
  g_assert_cmpint (nepho_document_get_standing (document, fixture->d), ==, NEPHO_STANDING_ALTERNATIVE);
  g_assert_cmpint (nepho_document_get_standing (document, share_index (fixture, 1)), ==, NEPHO_STANDING_FOLLOWED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/document-source/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("choose", test_choose);
  ADD ("labels", test_labels);
  ADD ("same-publisher", test_same_publisher);
  ADD ("locked", test_locked);
  ADD ("refused", test_refused);
  ADD ("standing", test_standing);
#undef ADD

  return g_test_run ();
}
