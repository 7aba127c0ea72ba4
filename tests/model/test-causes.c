/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-causes.h"

#include <math.h>

#include "nepho-sample.h"

#define SEED 20230424
#define N_PAIRS 500

static double
last_revenue (const NephoResults *results, gconstpointer data)
{
  return results->revenue[nepho_results_tis (results, results->n_quarters - 1, 0, 0)];
}

static NephoCauses *
split (const NephoParameterSet *set, const double *before, const double *after, guint horizon, NephoCausesKind kind)
{
  NephoAssumptions a = { before, NULL };
  NephoAssumptions b = { after, NULL };

  return nepho_causes_new (set, &a, &b, horizon, last_revenue, NULL, kind, FALSE);
}

static double
sum_of (const NephoCauses *causes)
{
  double sum = 0.0;

  for (guint i = 0; i < causes->causes->len; i++)
    sum += g_array_index (causes->causes, NephoCause, i).part;

  return sum;
}

static double
part_of (const NephoParameterSet *set, const NephoCauses *causes, const char *id)
{
  for (guint i = 0; i < causes->causes->len; i++)
    {
      const NephoCause *cause = &g_array_index (causes->causes, NephoCause, i);
      g_autofree char *its = nepho_cause_id (set, cause);

      if (g_str_equal (its, id))
        return cause->part;
    }

  g_error ("there is no part of %s", id);
}

/* Every row of the table has a force, and these have the ones that the documentation says. */
static void
test_forces (void)
{
  static const struct
  {
    const char *id;
    NephoForce  force;
  } cases[] = {
    { "price.war.intensity", NEPHO_FORCE_PRICE }, { "cost.prior_experience", NEPHO_FORCE_PRICE },
    { "price_elasticity", NEPHO_FORCE_PRICE },    { "aggressiveness", NEPHO_FORCE_PRICE },
    { "gross_margin", NEPHO_FORCE_PRICE },        { "learning_rate", NEPHO_FORCE_PRICE },
    { "adoption.start", NEPHO_FORCE_AI },         { "ai.open_growth", NEPHO_FORCE_AI },
    { "compute.price_halving", NEPHO_FORCE_AI },  { "compute", NEPHO_FORCE_AI },
    { "compute_growth", NEPHO_FORCE_AI },         { "cadence", NEPHO_FORCE_AI },
    { "train.tokens", NEPHO_FORCE_AI },           { "uplift", NEPHO_FORCE_AI },
    { "market.coupling", NEPHO_FORCE_BUNDLING },  { "bundle_sensitivity", NEPHO_FORCE_BUNDLING },
    { "scale_effect", NEPHO_FORCE_SCALE },        { "demand.shock.size", NEPHO_FORCE_DEMAND },
    { "customers", NEPHO_FORCE_DEMAND },          { "growth_long", NEPHO_FORCE_DEMAND },
    { "renewal", NEPHO_FORCE_DEMAND },            { "renewal_response", NEPHO_FORCE_DEMAND },
    { "share", NEPHO_FORCE_START },               { "renewal_offset", NEPHO_FORCE_START },
    { "opex_ratio", NEPHO_FORCE_START },          { "internal_share", NEPHO_FORCE_START },
  };
  guint n_specs;
  const NephoParameterSpec *specs = nepho_parameter_specs (&n_specs);
  guint n_found = 0;

  for (guint k = 0; k < n_specs; k++)
    {
      NephoForce force = nepho_force_of (&specs[k]);

      g_assert_cmpuint (force, <, NEPHO_N_FORCES);
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        if (g_str_equal (cases[i].id, specs[k].id))
          {
            g_assert_cmpuint (force, ==, cases[i].force);
            n_found++;
          }
    }
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (cases));
}

/* At the base quarter revenue is customers x share x contract / 4 x what a shock leaves: 1000 thousand at
 * CNY 0.1 mn, a third of them the vendor's. Customers double, contracts fall to 0.06, the shock takes half.
 * Of x y z the part of x is dx ((y0 z0 + y1 z1) / 3 + (y0 z1 + y1 z0) / 6). */
static void
test_three_by_hand (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *before = nepho_parameter_set_defaults (set);
  g_autofree double *after = NULL;
  g_autoptr (NephoCauses) causes = NULL;
  g_autoptr (NephoCauses) forces = NULL;
  double scale = 1.0 / 3.0 / 4.0;

  nepho_sample_set (set, before, "adoption.start", 0.0);
  nepho_sample_set (set, before, "demand.shock.start", 0.0);
  after = g_memdup2 (before, nepho_parameter_set_size (set) * sizeof (double));
  nepho_sample_set (set, after, "segment.x.customers", 2000.0);
  nepho_sample_set (set, after, "segment.x.contract", 0.06);
  nepho_sample_set (set, after, "demand.shock.size", 0.5);

  causes = split (set, before, after, 0, NEPHO_CAUSES_PARAMETER);
  g_assert_cmpuint (causes->causes->len, ==, 3);
  g_assert_cmpuint (causes->n_orders, ==, 0);
  g_assert_cmpfloat_with_epsilon (causes->from, 100.0 * scale, 1e-9);
  g_assert_cmpfloat_with_epsilon (causes->to, 60.0 * scale, 1e-9);
  g_assert_cmpfloat_with_epsilon (part_of (set, causes, "segment.x.customers"),
                                  scale * 1000.0 * ((0.1 + 0.03) / 3.0 + (0.05 + 0.06) / 6.0), 1e-9);
  g_assert_cmpfloat_with_epsilon (part_of (set, causes, "segment.x.contract"),
                                  scale * -0.04 * ((1000.0 + 1000.0) / 3.0 + (500.0 + 2000.0) / 6.0), 1e-9);
  g_assert_cmpfloat_with_epsilon (part_of (set, causes, "demand.shock.size"),
                                  scale * -0.5 * ((100.0 + 120.0) / 3.0 + (60.0 + 200.0) / 6.0), 1e-9);
  /* The strongest first. */
  g_assert_cmpfloat (fabs (g_array_index (causes->causes, NephoCause, 0).part), >=,
                     fabs (g_array_index (causes->causes, NephoCause, 1).part));

  /* All three are demand's. */
  forces = split (set, before, after, 0, NEPHO_CAUSES_FORCE);
  g_assert_cmpuint (forces->causes->len, ==, 5);
  g_assert_cmpfloat_with_epsilon (part_of (set, forces, "demand"), -40.0 * scale, 1e-9);
  g_assert_cmpfloat (part_of (set, forces, "price"), ==, 0.0);
  g_assert_cmpfloat (part_of (set, forces, "ai"), ==, 0.0);
}

/* A share that changes takes its segment's others with it: one player, and no force. */
static void
test_shares_are_one (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 2);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *before = nepho_parameter_set_defaults (set);
  g_autofree double *after = nepho_parameter_set_defaults (set);
  g_autoptr (NephoCauses) causes = NULL;
  g_autoptr (NephoCauses) forces = NULL;
  g_autofree char *title = NULL;

  g_assert_true (nepho_parameter_set_rebalance (set, after, nepho_parameter_set_index (set, "share", 0, 0), 0.5, NULL,
                                                NULL));
  causes = split (set, before, after, 4, NEPHO_CAUSES_PARAMETER);
  g_assert_cmpuint (causes->causes->len, ==, 1);
  g_assert_cmpuint (g_array_index (causes->causes, NephoCause, 0).n_parameters, ==, 3);
  g_assert_true (part_of (set, causes, "share.x") == causes->to - causes->from);
  title = nepho_cause_title (set, &g_array_index (causes->causes, NephoCause, 0));
  g_assert_cmpstr (title, ==, "Starting shares, Segment X");

  forces = split (set, before, after, 4, NEPHO_CAUSES_FORCE);
  g_assert_cmpuint (forces->causes->len, ==, 6);
  g_assert_true (part_of (set, forces, "start") == causes->to - causes->from);
}

/* Over the whole ranges, whatever differs. */
static void
test_sums_exactly (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 2);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint n = nepho_parameter_set_size (set);
  g_autofree double *before = g_new (double, n);
  g_autofree double *after = g_new (double, n);

  for (guint pair = 0; pair < N_PAIRS; pair++)
    {
      g_autoptr (NephoCauses) forces = NULL;
      g_autoptr (NephoCauses) causes = NULL;

      nepho_sample_randomise (set, random, before);
      nepho_sample_randomise (set, random, after);
      forces = split (set, before, after, 8, NEPHO_CAUSES_FORCE);
      g_assert_cmpuint (forces->causes->len, ==, 6);
      g_assert_true (sum_of (forces) == forces->to - forces->from);

      /* All but some stay: fewer than can be counted, and more. */
      for (guint k = 0; k < n; k++)
        if (k % 29 != pair % 29 && pair % 100 != 0)
          after[k] = before[k];
      causes = split (set, before, after, 4, NEPHO_CAUSES_PARAMETER);
      g_assert_true (sum_of (causes) == causes->to - causes->from);
      g_assert_cmpuint (causes->n_orders, ==, pair % 100 == 0 ? 64 : 0);
    }
}

/* A parameter whose events differ is one that differs: with its value, where that does too. */
static void
test_events (void)
{
  const NephoEvent war = { NEPHO_EVENT_WINDOW, 1, 4, 0.3 };
  const NephoEvent growth = { NEPHO_EVENT_STEP, 2, 0, 0.4 };
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  g_autofree double *other = nepho_parameter_set_defaults (set);
  g_autoptr (NephoEvents) first = nepho_events_new ();
  g_autoptr (NephoEvents) second = nepho_events_new ();
  g_autoptr (NephoCauses) causes = NULL;
  g_autoptr (NephoCauses) forces = NULL;
  NephoAssumptions before = { values, first };
  NephoAssumptions after = { other, second };

  nepho_sample_set (set, other, "segment.x.growth", 0.1);
  nepho_events_append (first, nepho_parameter_set_index (set, "growth", -1, 0), &growth);
  nepho_events_append (second, nepho_parameter_set_index (set, "price.war.intensity", -1, -1), &war);
  causes = nepho_causes_new (set, &before, &after, 8, last_revenue, NULL, NEPHO_CAUSES_PARAMETER, FALSE);
  g_assert_cmpuint (causes->causes->len, ==, 2);
  g_assert_true (sum_of (causes) == causes->to - causes->from);
  /* Less growth, less revenue, and a war takes more of it. */
  g_assert_cmpfloat (part_of (set, causes, "segment.x.growth"), <, 0.0);
  g_assert_cmpfloat (part_of (set, causes, "price.war.intensity"), <, 0.0);

  forces = nepho_causes_new (set, &before, &after, 8, last_revenue, NULL, NEPHO_CAUSES_FORCE, FALSE);
  g_assert_true (part_of (set, forces, "price") == part_of (set, causes, "price.war.intensity"));
  g_assert_true (part_of (set, forces, "demand") == part_of (set, causes, "segment.x.growth"));
  g_assert_true (forces->from == causes->from && forces->to == causes->to);
}

static void
test_same_bytes (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 2);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autofree double *before = nepho_parameter_set_defaults (set);
  g_autofree double *after = nepho_parameter_set_defaults (set);
  g_autoptr (NephoCauses) one = NULL;
  g_autoptr (NephoCauses) two = NULL;

  nepho_sample_randomise (set, random, after);
  one = split (set, before, after, 8, NEPHO_CAUSES_PARAMETER);
  two = split (set, before, after, 8, NEPHO_CAUSES_PARAMETER);
  g_assert_cmpuint (one->causes->len, >, 30);
  g_assert_cmpmem (one->causes->data, one->causes->len * sizeof (NephoCause), two->causes->data,
                   two->causes->len * sizeof (NephoCause));
}

static void
test_nothing_differs (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  g_autoptr (NephoCauses) causes
    = split (set, values, values, 4, NEPHO_CAUSES_PARAMETER);

  g_assert_cmpuint (causes->causes->len, ==, 0);
  g_assert_cmpfloat (causes->from, ==, causes->to);
  g_assert_cmpfloat (causes->from, >, 0.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/causes/forces", test_forces);
  g_test_add_func ("/causes/three-by-hand", test_three_by_hand);
  g_test_add_func ("/causes/shares-are-one", test_shares_are_one);
  g_test_add_func ("/causes/sums-exactly", test_sums_exactly);
  g_test_add_func ("/causes/events", test_events);
  g_test_add_func ("/causes/same-bytes", test_same_bytes);
  g_test_add_func ("/causes/nothing-differs", test_nothing_differs);

  return g_test_run ();
}
