/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-parameter-source.h"

#include "nepho-model-error.h"
#include "nepho-sample.h"

#define CLOSE 1e-14

typedef struct
{
  NephoDataset      *dataset;
  NephoParameterSet *set;
  double            *values;
  guint              share;  /* of vendor d, the first of them */
  guint              opex;
  guint              margin;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  NephoDataset *dataset = nepho_sample_disputed ();
  NephoDatasetValue *value = nepho_dataset_add_value (dataset, "segment.x.gross_margin", 0.3, NULL, "assumed");

  nepho_dataset_value_add_alternative (value, 0.35, "idc");

  fixture->dataset = dataset;
  fixture->set = nepho_parameter_set_new (dataset);
  fixture->values = nepho_parameter_set_defaults (fixture->set);
  fixture->share = nepho_parameter_set_index (fixture->set, "share", 3, 0);
  fixture->opex = nepho_parameter_set_index (fixture->set, "opex_ratio", 0, -1);
  fixture->margin = nepho_parameter_set_index (fixture->set, "gross_margin", -1, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->values);
  nepho_parameter_set_unref (fixture->set);
  nepho_dataset_unref (fixture->dataset);
}

static double
share (Fixture *fixture, int vendor)
{
  return fixture->values[nepho_parameter_set_index (fixture->set, "share", vendor, 0)];
}

static NephoStanding
standing (Fixture *fixture, int vendor)
{
  return nepho_parameter_set_standing (fixture->set, nepho_parameter_set_index (fixture->set, "share", vendor, 0),
                                       fixture->values);
}

static gboolean
choose (Fixture *fixture, guint index, const char *fact_id, GError **error)
{
  return nepho_parameter_set_choose (fixture->set, fixture->values, index, fact_id, NULL, error);
}

static void
test_source_of (Fixture *fixture, gconstpointer data)
{
  const NephoParameter *parameter = nepho_parameter_set_get (fixture->set, fixture->share);

  g_assert_cmpstr (nepho_parameter_source_of (parameter, 0.4), ==, "idc");
  g_assert_cmpstr (nepho_parameter_source_of (parameter, 0.5), ==, "canalys");
  g_assert_cmpstr (nepho_parameter_source_of (parameter, 0.95), ==, "synergy");
  g_assert_null (nepho_parameter_source_of (parameter, 0.45));

  parameter = nepho_parameter_set_get (fixture->set, fixture->margin);
  g_assert_null (nepho_parameter_source_of (parameter, 0.3));
  g_assert_cmpstr (nepho_parameter_source_of (parameter, 0.35), ==, "idc");
}

/* The others make room in proportion, and come back to the last digit. */
static void
test_share (Fixture *fixture, gconstpointer data)
{
  g_autofree double *before = nepho_parameter_set_defaults (fixture->set);

  g_assert_true (choose (fixture, fixture->share, "canalys", NULL));
  g_assert_cmpfloat (share (fixture, 3), ==, 0.5);
  for (int i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (share (fixture, i), (i + 1) / 10.0 * 0.5 / 0.6, CLOSE);

  g_assert_true (choose (fixture, fixture->share, "synergy", NULL));
  g_assert_true (choose (fixture, fixture->share, "idc", NULL));
  g_assert_cmpmem (fixture->values, nepho_parameter_set_size (fixture->set) * sizeof (double), before,
                   nepho_parameter_set_size (fixture->set) * sizeof (double));
}

/* A second switch leaves the first one alone while there is room, and takes it along where not. */
static void
test_two_shares (Fixture *fixture, gconstpointer data)
{
  guint c = nepho_parameter_set_index (fixture->set, "share", 2, 0);

  g_assert_true (choose (fixture, c, "canalys", NULL));
  g_assert_true (choose (fixture, fixture->share, "canalys", NULL));
  g_assert_cmpfloat (share (fixture, 2), ==, 0.25);
  g_assert_cmpfloat (share (fixture, 3), ==, 0.5);
  g_assert_cmpfloat_with_epsilon (share (fixture, 0), 0.25 / 3.0, CLOSE);
  g_assert_cmpint (standing (fixture, 2), ==, NEPHO_STANDING_ALTERNATIVE);

  g_assert_true (choose (fixture, fixture->share, "synergy", NULL));
  g_assert_cmpfloat (share (fixture, 3), ==, 0.95);
  g_assert_cmpfloat_with_epsilon (share (fixture, 0) + share (fixture, 1) + share (fixture, 2), 0.05, CLOSE);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autofree gboolean *locked = g_new0 (gboolean, nepho_parameter_set_size (fixture->set));
  g_autoptr (GError) error = NULL;

  locked[nepho_parameter_set_index (fixture->set, "share", 0, 0)] = TRUE;
  g_assert_true (nepho_parameter_set_choose (fixture->set, fixture->values, fixture->share, "canalys", locked, NULL));
  g_assert_cmpfloat (share (fixture, 0), ==, 0.1);
  g_assert_cmpfloat_with_epsilon (share (fixture, 1), 0.16, CLOSE);
  g_assert_false (
      nepho_parameter_set_choose (fixture->set, fixture->values, fixture->share, "synergy", locked, &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_SHARES);
  g_assert_cmpfloat (share (fixture, 3), ==, 0.5);
}

static void
test_other (Fixture *fixture, gconstpointer data)
{
  g_assert_true (choose (fixture, fixture->margin, "idc", NULL));
  g_assert_cmpfloat (fixture->values[fixture->margin], ==, 0.35);
  g_assert_true (choose (fixture, fixture->margin, NULL, NULL));
  g_assert_cmpfloat (fixture->values[fixture->margin], ==, 0.3);
}

static void
test_standing (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (standing (fixture, 3), ==, NEPHO_STANDING_SOURCED);
  g_assert_cmpint (standing (fixture, 0), ==, NEPHO_STANDING_ASSUMED);
  g_assert_cmpint (nepho_parameter_set_standing (fixture->set, fixture->opex, fixture->values), ==,
                   NEPHO_STANDING_WEAK);

  choose (fixture, fixture->share, "canalys", NULL);
  g_assert_cmpint (standing (fixture, 3), ==, NEPHO_STANDING_ALTERNATIVE);
  g_assert_cmpint (standing (fixture, 0), ==, NEPHO_STANDING_FOLLOWED);
  g_assert_cmpint (standing (fixture, 1), ==, NEPHO_STANDING_FOLLOWED);

  g_assert_true (nepho_parameter_set_rebalance (fixture->set, fixture->values, fixture->share, 0.6, NULL, NULL));
  g_assert_cmpint (standing (fixture, 3), ==, NEPHO_STANDING_CHANGED);
  g_assert_cmpint (standing (fixture, 2), ==, NEPHO_STANDING_FOLLOWED);

  fixture->values[fixture->opex] = 0.31;
  g_assert_cmpint (nepho_parameter_set_standing (fixture->set, fixture->opex, fixture->values), ==,
                   NEPHO_STANDING_CHANGED);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    const char *message;
  } cases[] = {
    { "vendor.d.share.x", "vendor.d.share.x: there is no source “gartner”; expected one of "
                          "idc (IDC, 40.0\u00a0%), canalys (Canalys, 50.0\u00a0%), "
                          "synergy (Synergy, 95.0\u00a0%)" },
    { "vendor.a.share.x", "vendor.a.share.x: there is no source “gartner”; nobody published it, its value is an "
                          "assumption" },
    { "segment.x.gross_margin", "segment.x.gross_margin: there is no source “gartner”; expected one of "
                                "idc (IDC, 35.0\u00a0%)" },
  };
  g_autofree double *before = nepho_parameter_set_defaults (fixture->set);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          choose (fixture, (guint) nepho_parameter_set_find (fixture->set, cases[i].id), "gartner", &error));
      g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
  g_assert_cmpmem (fixture->values, nepho_parameter_set_size (fixture->set) * sizeof (double), before,
                   nepho_parameter_set_size (fixture->set) * sizeof (double));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/parameter-source/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("source-of", test_source_of);
  ADD ("share", test_share);
  ADD ("two-shares", test_two_shares);
  ADD ("locked", test_locked);
  ADD ("other", test_other);
  ADD ("standing", test_standing);
  ADD ("refused", test_refused);
#undef ADD

  return g_test_run ();
}
