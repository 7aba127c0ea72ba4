/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-market.h"
#include "nepho-sample.h"
#include "reference.h"

/* Every random test is repeatable: the seed is stated, and GLib's generator is specified. */
#define SEED 20221130
#define N_DRAWS 60

typedef struct
{
  NephoDataset      *dataset;
  NephoParameterSet *set;
  NephoMarket       *market;
  NephoResults      *results;
  double            *values;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = nepho_sample_dataset (4, 3);
  fixture->set = nepho_parameter_set_new (fixture->dataset);
  fixture->market = nepho_market_new (fixture->set);
  fixture->results = nepho_results_new ();
  fixture->values = nepho_parameter_set_defaults (fixture->set);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->values);
  nepho_results_free (fixture->results);
  nepho_market_free (fixture->market);
  nepho_parameter_set_unref (fixture->set);
  nepho_dataset_unref (fixture->dataset);
}

static void
assert_close (double actual, double expected, double tolerance)
{
  if (fabs (actual - expected) > tolerance * MAX (fabs (expected), 1e-300))
    g_error ("%.17g is not %.17g", actual, expected);
}

/* With one customer group, no forces and no renewal differences, one quarter can be worked by hand:
 * N = 1000, growth 20 % at first, so N' = 1000 x 1.2^(1/4) = 1046.6351393921056; shares stay. */
static void
test_first_quarter (Fixture *fixture, gconstpointer data)
{
  const NephoResults *results = fixture->results;

  nepho_sample_set (fixture->set, fixture->values, "adoption.start", 0.0);
  nepho_sample_set (fixture->set, fixture->values, "adoption.potential", 0.0);
  nepho_sample_set (fixture->set, fixture->values, "segment.x.price_decline", 0.08);
  nepho_sample_set (fixture->set, fixture->values, "segment.x.price_elasticity", 1.0);
  nepho_market_run (fixture->market, fixture->values, 1, fixture->results);

  assert_close (results->share[nepho_results_tis (results, 0, 3, 0)], 0.4, 1e-15);
  assert_close (results->market[nepho_results_ts (results, 1, 0)], 1046.6351393921056, 1e-12);
  assert_close (results->customers[nepho_results_tis (results, 1, 3, 0)], 418.65405575684224, 1e-12);
  assert_close (results->price[nepho_results_tis (results, 1, 0, 0)], 0.98, 1e-14);
  /* An elasticity of one keeps the bill: use rises as the price falls. */
  assert_close (results->usage[nepho_results_ts (results, 1, 0)], 1.0 / 0.98, 1e-14);
  assert_close (results->revenue[nepho_results_tis (results, 1, 3, 0)], 418.65405575684224 * 0.1 / 4.0, 1e-12);
  /* Wright: output rises from 4 to 4.25 years' worth, at 10 % a doubling. */
  assert_close (results->unit_cost[nepho_results_ts (results, 1, 0)], pow (4.25 / 4.0, log2 (0.9)), 1e-14);
  assert_close (results->gross_margin[nepho_results_tis (results, 1, 0, 0)],
                1.0 - 0.7 * pow (4.25 / 4.0, log2 (0.9)) / 0.98, 1e-13);
}

/* A Bass curve with p and q starting at zero reaches, in closed form,
 * ceiling (1 - e^-(p+q)t) / (1 + q/p e^-(p+q)t); steps of a quarter come close to it. */
static void
test_adoption_is_bass (Fixture *fixture, gconstpointer data)
{
  double p = 0.01;
  double q = 0.2;
  double ceiling = 0.8 * 0.75;

  nepho_sample_set (fixture->set, fixture->values, "adoption.start", 0.0);
  nepho_sample_set (fixture->set, fixture->values, "adoption.innovation", p);
  nepho_sample_set (fixture->set, fixture->values, "adoption.imitation", q);
  nepho_sample_set (fixture->set, fixture->values, "adoption.potential", 0.8);
  nepho_sample_set (fixture->set, fixture->values, "adoption.restriction", 0.25);
  nepho_market_run (fixture->market, fixture->values, 160, fixture->results);

  for (guint t = 0; t <= 160; t++)
    {
      double decay = exp (-(p + q) * t / 4.0);
      double expected = ceiling * (1.0 - decay) / (1.0 + q / p * decay);

      /* Euler's error with a step of a quarter, at q = 0.2: below two points at the steepest. */
      g_assert_cmpfloat (fabs (fixture->results->adoption[t] - expected), <, 0.02);
    }
  /* After 40 years the closed form itself is 0.6 x 0.0047 below the ceiling. */
  g_assert_cmpfloat (fabs (fixture->results->adoption[160] - ceiling), <, 0.004);
}

/* With nobody staying and nothing but price, the next shares are a softmax of -beta ln P. */
static void
test_choice_is_logit (Fixture *fixture, gconstpointer data)
{
  NephoResults *results = fixture->results;
  double weight[4];
  double sum = 0.0;
  double kept = pow (0.01, 0.25);

  nepho_sample_set (fixture->set, fixture->values, "adoption.potential", 0.0);
  nepho_sample_set (fixture->set, fixture->values, "adoption.start", 0.0);
  nepho_sample_set (fixture->set, fixture->values, "segment.x.renewal", 0.01);
  nepho_sample_set (fixture->set, fixture->values, "segment.x.renewal_response", 0.0);
  nepho_sample_set (fixture->set, fixture->values, "segment.x.bundle_sensitivity", 0.0);
  nepho_sample_set (fixture->set, fixture->values, "segment.x.price_sensitivity", 3.0);
  nepho_sample_set (fixture->set, fixture->values, "segment.x.growth", 0.0);
  nepho_sample_set (fixture->set, fixture->values, "segment.x.growth_long", 0.0);
  nepho_sample_set (fixture->set, fixture->values, "price.war.intensity", 0.4);
  nepho_sample_set (fixture->set, fixture->values, "price.war.start", 0.0);
  nepho_sample_set (fixture->set, fixture->values, "price.follow", 0.0);
  nepho_sample_set (fixture->set, fixture->values, "vendor.a.aggressiveness", 2.0);
  nepho_sample_set (fixture->set, fixture->values, "vendor.b.aggressiveness", 0.0);
  nepho_market_run (fixture->market, fixture->values, 2, results);

  for (guint i = 0; i < 4; i++)
    sum += weight[i] = (i + 1) / 10.0 * pow (results->price[nepho_results_tis (results, 1, i, 0)], -3.0);
  for (guint i = 0; i < 4; i++)
    {
      double before = results->customers[nepho_results_tis (results, 1, i, 0)];
      double after = results->customers[nepho_results_tis (results, 2, i, 0)];

      assert_close (after, before * kept + 1000.0 * (1.0 - kept) * weight[i] / sum, 1e-12);
    }
}

/* The engine against a plain transcription of the equations, over the whole ranges. */
static void
test_matches_reference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (NephoResults) expected = nepho_results_new ();
  guint n_series;
  const NephoSeriesSpec *series = nepho_results_series (&n_series);

  for (guint draw = 0; draw < N_DRAWS; draw++)
    {
      gsize n = 41;

      nepho_sample_randomise (fixture->set, random, fixture->values);
      nepho_market_run (fixture->market, fixture->values, 40, fixture->results);
      reference_run (fixture->set, fixture->values, 40, expected);
      for (guint k = 0; k < n_series; k++)
        {
          const double *a = nepho_results_values (fixture->results, &series[k]);
          const double *b = nepho_results_values (expected, &series[k]);
          gsize width = series[k].shape == NEPHO_SHAPE_T    ? 1
                        : series[k].shape == NEPHO_SHAPE_TS ? 3
                        : series[k].shape == NEPHO_SHAPE_TI ? 4
                                                            : 12;

          for (gsize j = 0; j < n * width; j++)
            {
              /* EBITA and margins are differences: their error is that of their parts. */
              double scale = fabs (b[j]);

              if (g_str_equal (series[k].id, "ebita"))
                scale += fabs (expected->training[j]) + fabs (expected->inference[j])
                         + fabs (expected->gross_profit[j]) + fabs (expected->revenue_before_elimination[j]);
              else if (g_str_equal (series[k].id, "gross_profit"))
                scale += fabs (expected->revenue_before_elimination[j]);
              else if (g_str_equal (series[k].id, "gross_margin"))
                scale += 1.0 + fabs (b[j]);
              if (fabs (a[j] - b[j]) > 1e-9 * scale + 1e-280)
                g_error ("draw %u: %s[%zu] is %.17g, the reference says %.17g", draw, series[k].id, j, a[j], b[j]);
            }
        }
    }
}

static void
assert_invariants (const NephoResults *results)
{
  guint n_series;
  const NephoSeriesSpec *series = nepho_results_series (&n_series);

  for (guint t = 0; t < results->n_quarters; t++)
    for (guint s = 0; s < results->n_segments; s++)
      {
        double shares = 0.0;
        double customers = 0.0;

        for (guint i = 0; i < results->n_vendors; i++)
          {
            gsize at = nepho_results_tis (results, t, i, s);

            g_assert_cmpfloat (results->share[at], >=, 0.0);
            g_assert_cmpfloat (results->customers[at], >=, 0.0);
            shares += results->share[at];
            customers += results->customers[at];
          }
        assert_close (shares, 1.0, 1e-12);
        assert_close (customers, results->market[nepho_results_ts (results, t, s)], 1e-12);
      }

  for (guint k = 0; k < n_series; k++)
    {
      const double *values = nepho_results_values (results, &series[k]);

      for (guint t = 0; t < results->n_quarters; t++)
        g_assert_true (isfinite (values[t]));
    }
  for (double *value = results->adoption; value < results->usage + results->n_quarters * results->n_segments; value++)
    g_assert_true (isfinite (*value));
}

static void
test_invariants (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint draw = 0; draw < N_DRAWS; draw++)
    {
      nepho_sample_randomise (fixture->set, random, fixture->values);
      nepho_market_run (fixture->market, fixture->values, NEPHO_MAX_HORIZON, fixture->results);
      assert_invariants (fixture->results);
    }
}

/* The corners of the ranges are where overflow would be: every parameter at an end. */
static void
test_corners_are_finite (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint draw = 0; draw < N_DRAWS * 5; draw++)
    {
      for (guint k = 0; k < nepho_parameter_set_size (fixture->set); k++)
        {
          const NephoParameterSpec *spec = nepho_parameter_set_get (fixture->set, k)->spec;

          fixture->values[k] = g_rand_boolean (random) ? spec->minimum : spec->maximum;
        }
      nepho_market_run (fixture->market, fixture->values, NEPHO_MAX_HORIZON, fixture->results);
      assert_invariants (fixture->results);
    }
}

static void
test_status_quo_stands (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint draw = 0; draw < N_DRAWS; draw++)
    {
      const NephoResults *results = fixture->results;

      nepho_sample_randomise (fixture->set, random, fixture->values);
      nepho_sample_set (fixture->set, fixture->values, "adoption.start", 0.0);
      nepho_sample_set (fixture->set, fixture->values, "adoption.potential", 0.0);
      nepho_sample_set (fixture->set, fixture->values, "price.war.intensity", 0.0);
      nepho_sample_set (fixture->set, fixture->values, "market.coupling", 1.0);
      for (char vendor = 'a'; vendor <= 'd'; vendor++)
        {
          g_autofree char *id = g_strdup_printf ("vendor.%c.renewal_offset", vendor);

          nepho_sample_set (fixture->set, fixture->values, id, 0.0);
        }
      /* With a scale effect above one the status quo is a fixed point still, but one that rounding
       * tips the market off, like a pencil on its point. */
      for (char segment = 'x'; segment <= 'z'; segment++)
        {
          g_autofree char *id = g_strdup_printf ("segment.%c.scale_effect", segment);

          nepho_sample_set (fixture->set, fixture->values, id, 0.0);
          g_free (id);
          id = g_strdup_printf ("segment.%c.bundle_sensitivity", segment);
          nepho_sample_set (fixture->set, fixture->values, id, 0.5);
        }
      nepho_market_run (fixture->market, fixture->values, NEPHO_MAX_HORIZON, fixture->results);

      for (guint t = 0; t < results->n_quarters; t++)
        for (guint i = 0; i < 4; i++)
          for (guint s = 0; s < 3; s++)
            {
              double moved = results->share[nepho_results_tis (results, t, i, s)]
                             - results->share[nepho_results_tis (results, 0, i, s)];

              g_assert_cmpfloat (fabs (moved), <, 1e-12);
            }
    }
}

/* Vendors are told apart by nothing but their values. */
static void
test_order_does_not_matter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (NephoResults) turned = nepho_results_new ();
  g_autofree double *values = nepho_parameter_set_defaults (fixture->set);

  for (guint draw = 0; draw < N_DRAWS; draw++)
    {
      nepho_sample_randomise (fixture->set, random, fixture->values);
      /* Chaotic corners amplify the order of summation beyond any fixed tolerance. */
      for (char segment = 'x'; segment <= 'z'; segment++)
        {
          g_autofree char *id = g_strdup_printf ("segment.%c.scale_effect", segment);

          nepho_sample_set (fixture->set, fixture->values, id, 0.0);
        }
      for (guint k = 0; k < nepho_parameter_set_size (fixture->set); k++)
        {
          const NephoParameter *parameter = nepho_parameter_set_get (fixture->set, k);
          int other = parameter->vendor < 0 ? -1 : 3 - parameter->vendor;

          values[nepho_parameter_set_index (fixture->set, parameter->spec->id, other, parameter->segment)]
            = fixture->values[k];
        }
      nepho_market_run (fixture->market, fixture->values, 40, fixture->results);
      nepho_market_run (fixture->market, values, 40, turned);
      for (guint t = 0; t <= 40; t++)
        for (guint i = 0; i < 4; i++)
          for (guint s = 0; s < 3; s++)
            g_assert_cmpfloat_with_epsilon (fixture->results->share[nepho_results_tis (turned, t, i, s)],
                                            turned->share[nepho_results_tis (turned, t, 3 - i, s)], 1e-9);
    }
}

/* Two vendors that are one in all but name, against one of their joint size. */
static void
test_split_vendor (void)
{
  g_autoptr (NephoDataset) three = nepho_sample_dataset (3, 1);
  g_autoptr (NephoDataset) four = nepho_sample_dataset (4, 1);
  g_autoptr (NephoParameterSet) set3 = nepho_parameter_set_new (three);
  g_autoptr (NephoParameterSet) set4 = nepho_parameter_set_new (four);
  g_autoptr (NephoMarket) market3 = nepho_market_new (set3);
  g_autoptr (NephoMarket) market4 = nepho_market_new (set4);
  g_autoptr (NephoResults) results3 = nepho_results_new ();
  g_autoptr (NephoResults) results4 = nepho_results_new ();
  g_autofree double *values3 = nepho_parameter_set_defaults (set3);
  g_autofree double *values4 = nepho_parameter_set_defaults (set4);
  static const double shares3[] = { 0.2, 0.3, 0.5 };
  static const double shares4[] = { 0.2, 0.3, 0.4, 0.1 };

  for (int i = 0; i < 4; i++)
    {
      if (i < 3)
        values3[nepho_parameter_set_index (set3, "share", i, 0)] = shares3[i];
      values4[nepho_parameter_set_index (set4, "share", i, 0)] = shares4[i];
    }
  nepho_sample_set (set3, values3, "vendor.a.renewal_offset", 0.05);
  nepho_sample_set (set4, values4, "vendor.a.renewal_offset", 0.05);
  for (int k = 0; k < 2; k++)
    {
      const NephoParameterSet *set = k == 0 ? set3 : set4;
      double *values = k == 0 ? values3 : values4;

      nepho_sample_set (set, values, "segment.x.ai_sensitivity", 0.0);
      nepho_sample_set (set, values, "segment.x.bundle_sensitivity", 0.0);
      nepho_sample_set (set, values, "segment.x.scale_effect", 0.0);
    }
  nepho_market_run (market3, values3, 80, results3);
  nepho_market_run (market4, values4, 80, results4);

  for (guint t = 0; t <= 80; t++)
    for (guint i = 0; i < 2; i++)
      g_assert_cmpfloat_with_epsilon (results3->share[nepho_results_tis (results3, t, i, 0)],
                                      results4->share[nepho_results_tis (results4, t, i, 0)], 1e-12);
}

static void
test_same_bits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (NephoMarket) other = nepho_market_new (fixture->set);
  g_autoptr (NephoResults) again = nepho_results_new ();

  for (guint draw = 0; draw < N_DRAWS; draw++)
    {
      nepho_sample_randomise (fixture->set, random, fixture->values);
      nepho_market_run (fixture->market, fixture->values, 40, fixture->results);
      nepho_market_run (other, fixture->values, 40, again);
      g_assert_cmpmem (fixture->results->storage, fixture->results->n_allocated * sizeof (double), again->storage,
                       again->n_allocated * sizeof (double));
    }
}

static void
test_buffers_are_reused (Fixture *fixture, gconstpointer data)
{
  double *storage;

  nepho_market_run (fixture->market, fixture->values, 40, fixture->results);
  storage = fixture->results->storage;
  nepho_market_run (fixture->market, fixture->values, 20, fixture->results);
  nepho_market_run (fixture->market, fixture->values, 40, fixture->results);
  g_assert_true (fixture->results->storage == storage);
  g_assert_cmpuint (fixture->results->n_quarters, ==, 41);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/market/first-quarter", test_first_quarter);
  ADD ("/market/adoption-is-bass", test_adoption_is_bass);
  ADD ("/market/choice-is-logit", test_choice_is_logit);
  ADD ("/market/matches-reference", test_matches_reference);
  ADD ("/market/invariants", test_invariants);
  ADD ("/market/corners-are-finite", test_corners_are_finite);
  ADD ("/market/status-quo-stands", test_status_quo_stands);
  ADD ("/market/order-does-not-matter", test_order_does_not_matter);
  ADD ("/market/same-bits", test_same_bits);
  ADD ("/market/buffers-are-reused", test_buffers_are_reused);
  g_test_add_func ("/market/split-vendor", test_split_vendor);

  return g_test_run ();
}
