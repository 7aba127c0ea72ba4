/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-market.h"
#include "nepho-sample.h"
#include "reference.h"

#define SEED 20240701
#define N_DRAWS 200
#define HORIZON 40

typedef struct
{
  NephoDataset      *dataset;
  NephoParameterSet *set;
  NephoMarket       *market;
  NephoResults      *plain;
  NephoResults      *moved;
  NephoEvents       *events;
  double            *values;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = nepho_sample_dataset (3, 2);
  fixture->set = nepho_parameter_set_new (fixture->dataset);
  fixture->market = nepho_market_new (fixture->set);
  fixture->plain = nepho_results_new ();
  fixture->moved = nepho_results_new ();
  fixture->events = nepho_events_new ();
  fixture->values = nepho_parameter_set_defaults (fixture->set);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->values);
  nepho_events_free (fixture->events);
  nepho_results_free (fixture->moved);
  nepho_results_free (fixture->plain);
  nepho_market_free (fixture->market);
  nepho_parameter_set_unref (fixture->set);
  nepho_dataset_unref (fixture->dataset);
}

static guint
index_of (const Fixture *fixture, const char *id)
{
  int index = nepho_parameter_set_find (fixture->set, id);

  g_assert_cmpint (index, >=, 0);

  return (guint) index;
}

static void
add (Fixture *fixture, const char *id, NephoEventKind kind, guint start, guint length, double value)
{
  NephoEvent event = { kind, start, length, value };

  g_assert_true (nepho_event_check (fixture->set, index_of (fixture, id), &event, NULL));
  nepho_events_append (fixture->events, index_of (fixture, id), &event);
}

static void
run (Fixture *fixture)
{
  nepho_market_run_events (fixture->market, fixture->values, fixture->events, HORIZON, fixture->moved);
}

static void
assert_same_bits (Fixture *fixture)
{
  g_assert_cmpmem (fixture->plain->storage, fixture->plain->n_allocated * sizeof (double), fixture->moved->storage,
                   fixture->moved->n_allocated * sizeof (double));
}

static gboolean
is_windowed (const NephoParameter *parameter)
{
  return g_str_equal (parameter->id, "price.war.intensity") || g_str_equal (parameter->id, "demand.shock.size");
}

/* Events that leave every value where it is, of everything that may have any. */
static void
add_idle_events (Fixture *fixture)
{
  for (guint k = 0; k < nepho_parameter_set_size (fixture->set); k++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (fixture->set, k);
      double value = fixture->values[k];

      nepho_events_set (fixture->events, k, NULL, 0);
      if (!nepho_event_allowed (parameter->spec))
        continue;
      /* War and shock have their own windows: outside of them another value is no idle event. */
      if (is_windowed (parameter))
        {
          add (fixture, parameter->id, NEPHO_EVENT_STEP, HORIZON + 1, 0, parameter->spec->maximum);
          continue;
        }
      add (fixture, parameter->id, NEPHO_EVENT_STEP, 0, 0, value);
      add (fixture, parameter->id, NEPHO_EVENT_RAMP, 2, 7, value);
      add (fixture, parameter->id, NEPHO_EVENT_WINDOW, 5, 3, value);
      add (fixture, parameter->id, NEPHO_EVENT_STEP, HORIZON + 1, 0, parameter->spec->maximum);
    }
}

static void
test_idle_events_change_no_bit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint draw = 0; draw < N_DRAWS; draw++)
    {
      nepho_sample_randomise (fixture->set, random, fixture->values);
      add_idle_events (fixture);
      nepho_market_run (fixture->market, fixture->values, HORIZON, fixture->plain);
      run (fixture);
      assert_same_bits (fixture);
      /* And a run with events leaves nothing behind in the market. */
      nepho_market_run (fixture->market, fixture->values, HORIZON, fixture->moved);
      assert_same_bits (fixture);
    }
}

static void
draw_events (Fixture *fixture, GRand *random)
{
  for (guint k = 0; k < nepho_parameter_set_size (fixture->set); k++)
    {
      const NephoParameterSpec *spec = nepho_parameter_set_get (fixture->set, k)->spec;
      guint n = nepho_event_allowed (spec) ? (guint) g_rand_int_range (random, 0, 4) : 0;

      nepho_events_set (fixture->events, k, NULL, 0);
      for (guint j = 0; j < n; j++)
        {
          double u = g_rand_double (random);
          NephoEvent event = {
            .kind = (NephoEventKind) g_rand_int_range (random, 0, NEPHO_N_EVENT_KINDS),
            .start = (guint) g_rand_int_range (random, 0, HORIZON),
            .value = spec->logarithmic ? spec->minimum * pow (spec->maximum / spec->minimum, u)
                                       : spec->minimum + u * (spec->maximum - spec->minimum),
          };

          event.value = CLAMP (event.value, spec->minimum, spec->maximum);
          event.length = event.kind == NEPHO_EVENT_STEP ? 0 : (guint) g_rand_int_range (random, 1, 20);
          g_assert_true (nepho_event_check (fixture->set, k, &event, NULL));
          nepho_events_append (fixture->events, k, &event);
        }
    }
}

/* The difference of two series beside what they are differences of. */
static double
scale_of (const char *series, const NephoResults *results, gsize j)
{
  double scale = 0.0;

  if (g_str_equal (series, "ebita"))
    scale += fabs (results->training[j]) + fabs (results->inference[j]) + fabs (results->gross_profit[j]);
  if (g_str_equal (series, "ebita") || g_str_equal (series, "gross_profit"))
    scale += fabs (results->revenue_before_elimination[j]);
  if (g_str_equal (series, "gross_margin"))
    scale += 1.0;

  return scale;
}

static void
assert_close (const NephoResults *actual, const NephoResults *expected, guint n_quarters, double tolerance)
{
  guint n_series;
  const NephoSeriesSpec *series = nepho_results_series (&n_series);

  for (guint k = 0; k < n_series; k++)
    {
      const double *a = nepho_results_values (actual, &series[k]);
      const double *b = nepho_results_values (expected, &series[k]);
      gsize n = n_quarters
                * (series[k].shape == NEPHO_SHAPE_T    ? 1u
                   : series[k].shape == NEPHO_SHAPE_TS ? actual->n_segments
                   : series[k].shape == NEPHO_SHAPE_TI ? actual->n_vendors
                                                       : actual->n_segments * actual->n_vendors);

      for (gsize j = 0; j < n; j++)
        if (!(fabs (a[j] - b[j]) <= tolerance * (fabs (b[j]) + scale_of (series[k].id, expected, j)) + 1e-280))
          g_error ("%s[%zu] is %.17g, expected %.17g", series[k].id, j, a[j], b[j]);
    }
}

/* The engine against a plain transcription, with anything following any course. Rounding errors of a market
 * that is tipped by a strong scale effect grow by themselves: it is kept weak. */
static void
test_matches_reference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint draw = 0; draw < N_DRAWS; draw++)
    {
      nepho_sample_randomise (fixture->set, random, fixture->values);
      draw_events (fixture, random);
      for (guint s = 0; s < 2; s++)
        {
          guint k = nepho_parameter_set_index (fixture->set, "scale_effect", -1, (int) s);

          nepho_events_set (fixture->events, k, NULL, 0);
          fixture->values[k] = 0.1;
        }
      run (fixture);
      reference_run_events (fixture->set, fixture->values, fixture->events, HORIZON, fixture->plain);
      assert_close (fixture->moved, fixture->plain, HORIZON + 1, 1e-8);
    }
}

/* A step in the base quarter is another value. */
static void
test_step_at_start_is_a_value (Fixture *fixture, gconstpointer data)
{
  for (guint k = 0; k < nepho_parameter_set_size (fixture->set); k++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (fixture->set, k);
      double before = fixture->values[k];
      double value = CLAMP (before * 1.1 + 0.01, parameter->spec->minimum, parameter->spec->maximum);

      if (!nepho_event_allowed (parameter->spec) || is_windowed (parameter))
        continue;
      nepho_events_free (fixture->events);
      fixture->events = nepho_events_new ();
      add (fixture, parameter->id, NEPHO_EVENT_STEP, 0, 0, value);
      run (fixture);
      fixture->values[k] = value;
      nepho_market_run (fixture->market, fixture->values, HORIZON, fixture->plain);
      fixture->values[k] = before;
      assert_close (fixture->moved, fixture->plain, HORIZON + 1, 1e-11);
    }
}

/* War and shock are windows: the same bits either way, and outside their own windows too. */
static void
test_windows_are_wars_and_shocks (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *size;
    const char *start;
    const char *length;
    double      value;
  } cases[] = {
    { "price.war.intensity", "price.war.start", "price.war.length", 0.2 },
    { "demand.shock.size", "demand.shock.start", "demand.shock.length", 0.3 },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      nepho_events_free (fixture->events);
      fixture->events = nepho_events_new ();
      nepho_sample_set (fixture->set, fixture->values, cases[k].size, 0.0);
      add (fixture, cases[k].size, NEPHO_EVENT_WINDOW, 9, 5, cases[k].value);
      run (fixture);

      nepho_sample_set (fixture->set, fixture->values, cases[k].size, cases[k].value);
      nepho_sample_set (fixture->set, fixture->values, cases[k].start, 9.0);
      nepho_sample_set (fixture->set, fixture->values, cases[k].length, 5.0);
      nepho_market_run (fixture->market, fixture->values, HORIZON, fixture->plain);
      assert_same_bits (fixture);
      g_assert_cmpfloat (fixture->plain->usage[nepho_results_ts (fixture->plain, 10, 0)], !=,
                         fixture->plain->usage[nepho_results_ts (fixture->plain, 8, 0)]);

      /* Begun and ended within a quarter: from the first whole one to the last that has begun. */
      nepho_sample_set (fixture->set, fixture->values, cases[k].start, 8.5);
      nepho_sample_set (fixture->set, fixture->values, cases[k].length, 4.75);
      nepho_market_run (fixture->market, fixture->values, HORIZON, fixture->moved);
      assert_same_bits (fixture);
      nepho_events_free (fixture->events);
      fixture->events = nepho_events_new ();
      add (fixture, cases[k].size, NEPHO_EVENT_STEP, HORIZON + 1, 0, 0.9);
      run (fixture);
      assert_same_bits (fixture);
      nepho_sample_set (fixture->set, fixture->values, cases[k].size, 0.0);
    }
}

/* Growth comes from 0 to 40 % in four quarters while its excess halves each quarter: rates of 0, 10 / 2,
 * 20 / 4, 30 / 8, 40 / 16 per cent a year, then half each time. */
static void
test_growth_ramp (Fixture *fixture, gconstpointer data)
{
  const double rates[] = { 0.0, 0.05, 0.05, 0.0375, 0.025, 0.0125, 0.00625 };
  double expected = 1000.0;

  nepho_sample_set (fixture->set, fixture->values, "segment.x.growth", 0.0);
  nepho_sample_set (fixture->set, fixture->values, "segment.x.growth_long", 0.0);
  nepho_sample_set (fixture->set, fixture->values, "demand.growth_halflife", 0.25);
  add (fixture, "segment.x.growth", NEPHO_EVENT_RAMP, 0, 4, 0.4);
  run (fixture);

  for (guint t = 0; t < G_N_ELEMENTS (rates); t++)
    {
      g_assert_cmpfloat_with_epsilon (fixture->moved->market[nepho_results_ts (fixture->moved, t, 0)], expected, 1e-9);
      expected *= pow (1.0 + rates[t], 0.25);
    }
}

/* What is known in closed form from the start: after a year at 2 x and a year at 4 x a model is 8 times as
 * large, after a year of halving twice and none since a FLOP costs a quarter, what is no longer learned keeps
 * its cost, and excess growth that stops slowing stays. */
static void
test_closed_forms (Fixture *fixture, gconstpointer data)
{
  const NephoResults *results = fixture->moved;
  double training;
  double doublings = log2 ((4.0 + 1.0) / 4.0);

  nepho_sample_set (fixture->set, fixture->values, "vendor.a.compute_growth", 2.0);
  nepho_sample_set (fixture->set, fixture->values, "compute.price_halving", 0.5);
  nepho_sample_set (fixture->set, fixture->values, "segment.x.learning_rate", 0.2);
  nepho_sample_set (fixture->set, fixture->values, "segment.x.growth", 0.0);
  nepho_sample_set (fixture->set, fixture->values, "segment.x.growth_long", 0.0);
  add (fixture, "vendor.a.compute_growth", NEPHO_EVENT_STEP, 4, 0, 4.0);
  add (fixture, "compute.price_halving", NEPHO_EVENT_STEP, 4, 0, 100.0);
  add (fixture, "segment.x.learning_rate", NEPHO_EVENT_STEP, 4, 0, 0.0);
  run (fixture);

  training = results->training[nepho_results_ti (results, 8, 0)] / results->training[nepho_results_ti (results, 0, 0)];
  g_assert_cmpfloat_with_epsilon (training, 8.0 / 4.0 * exp2 (-1.0 / 100.0), 1e-12);
  /* 1000 thousand a year on top of four years of them. */
  for (guint t = 4; t <= HORIZON; t++)
    g_assert_cmpfloat_with_epsilon (results->unit_cost[nepho_results_ts (results, t, 0)], pow (0.8, doublings), 1e-12);
}

/* Advantage is of models as they have grown: after two years at 10 x against 1 x it is two powers of ten. */
static void
test_capability (Fixture *fixture, gconstpointer data)
{
  nepho_sample_set (fixture->set, fixture->values, "ai.open_compute", 1e18);
  for (char vendor = 'a'; vendor <= 'c'; vendor++)
    {
      g_autofree char *id = g_strdup_printf ("vendor.%c.compute_growth", vendor);

      nepho_sample_set (fixture->set, fixture->values, id, 1.0);
    }
  add (fixture, "vendor.a.compute_growth", NEPHO_EVENT_WINDOW, 0, 8, 10.0);
  run (fixture);
  /* The same end in one go: a flagship of 100 times the compute costs 100 times as much to train. */
  g_assert_cmpfloat_with_epsilon (fixture->moved->training[nepho_results_ti (fixture->moved, 20, 0)]
                                    / fixture->moved->training[nepho_results_ti (fixture->moved, 20, 1)],
                                  100.0, 1e-9);
  g_assert_cmpfloat (fixture->moved->share[nepho_results_tis (fixture->moved, 20, 0, 0)], >,
                     fixture->moved->share[nepho_results_tis (fixture->moved, 0, 0, 0)]);
}

/* Whatever moves, nothing leaves the numbers. */
static void
test_finite (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint draw = 0; draw < N_DRAWS; draw++)
    {
      const NephoResults *results = fixture->moved;

      nepho_sample_randomise (fixture->set, random, fixture->values);
      draw_events (fixture, random);
      nepho_market_run_events (fixture->market, fixture->values, fixture->events, NEPHO_MAX_HORIZON, fixture->moved);
      for (gsize k = 0; k < results->n_allocated; k++)
        g_assert_true (isfinite (results->storage[k]));
      for (guint t = 0; t < results->n_quarters; t++)
        for (guint s = 0; s < 2; s++)
          {
            double sum = 0.0;

            for (guint i = 0; i < 3; i++)
              sum += results->share[nepho_results_tis (results, t, i, s)];
            g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-12);
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/market-events/idle-events-change-no-bit", test_idle_events_change_no_bit);
  ADD ("/market-events/matches-reference", test_matches_reference);
  ADD ("/market-events/step-at-start-is-a-value", test_step_at_start_is_a_value);
  ADD ("/market-events/windows-are-wars-and-shocks", test_windows_are_wars_and_shocks);
  ADD ("/market-events/growth-ramp", test_growth_ramp);
  ADD ("/market-events/closed-forms", test_closed_forms);
  ADD ("/market-events/capability", test_capability);
  ADD ("/market-events/finite", test_finite);

  return g_test_run ();
}
