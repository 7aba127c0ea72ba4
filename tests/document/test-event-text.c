/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-event-text.h"

#include "nepho-dataset-io.h"
#include "nepho-event-words.h"
#include "nepho-market.h"
#include "nepho-sample.h"
#include "nepho-scenario-values.h"

typedef struct
{
  NephoDataset      *dataset;
  NephoParameterSet *set;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = nepho_sample_dataset (2, 1);
  fixture->set = nepho_parameter_set_new (fixture->dataset);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  nepho_parameter_set_unref (fixture->set);
  nepho_dataset_unref (fixture->dataset);
}

/* The base quarter is 2022Q2: 2024Q3 is nine quarters later, 2025Q4 five more. */
static void
test_good (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *id;
    NephoEvent  event;
    const char *written;
    const char *told;
  } cases[] = {
    { "price.war.intensity=20%@2024Q3", "price.war.intensity", { NEPHO_EVENT_STEP, 9, 0, 0.2 }, "0.2@2024Q3",
      "20.0 %/yr from 2024Q3 on" },
    { "price.war.intensity = 20 % @ 2024Q3", "price.war.intensity", { NEPHO_EVENT_STEP, 9, 0, 0.2 }, "0.2@2024Q3",
      "20.0 %/yr from 2024Q3 on" },
    { "price.war.intensity=0.2@2024Q3+4", "price.war.intensity", { NEPHO_EVENT_WINDOW, 9, 4, 0.2 }, "0.2@2024Q3+4",
      "20.0 %/yr from 2024Q3 to 2025Q2" },
    { "price.war.intensity=0.2@2024Q3+1", "price.war.intensity", { NEPHO_EVENT_WINDOW, 9, 1, 0.2 }, "0.2@2024Q3+1",
      "20.0 %/yr in 2024Q3" },
    { "segment.x.growth=-5%@2024Q3..2025Q4", "segment.x.growth", { NEPHO_EVENT_RAMP, 9, 5, -0.05 },
      "-0.05@2024Q3..2025Q4", "gradually to −5.0 %/yr between 2024Q3 and 2025Q4" },
    { "ai.active_parameters=2*50bn@2022Q2", "ai.active_parameters", { NEPHO_EVENT_STEP, 0, 0, 1e11 },
      "100000000000@2022Q2", "100 bn parameters from 2022Q2 on" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL;
      g_autofree char *again = NULL;
      g_autofree char *told = NULL;
      g_auto (GStrv) parts = NULL;
      NephoEvent event;
      guint parameter;

      nepho_event_parse (fixture->set, cases[k].text, &parameter, &event, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (nepho_parameter_set_get (fixture->set, parameter)->id, ==, cases[k].id);
      g_assert_cmpint (event.kind, ==, cases[k].event.kind);
      g_assert_cmpuint (event.start, ==, cases[k].event.start);
      g_assert_cmpuint (event.length, ==, cases[k].event.length);
      g_assert_cmpfloat (event.value, ==, cases[k].event.value);

      /* What is written is read again. */
      written = nepho_event_format (fixture->set, &event);
      g_assert_cmpstr (written, ==, cases[k].written);
      again = g_strdup_printf ("%s=%s", cases[k].id, written);
      g_assert_true (nepho_event_parse (fixture->set, again, &parameter, &event, NULL));
      g_assert_cmpfloat (event.value, ==, cases[k].event.value);

      told = nepho_event_describe (fixture->set, parameter, &event, NULL);
      parts = g_regex_split_simple ("[\\x{a0}\\x{202f}]", told, 0, 0);
      g_free (told);
      told = g_strjoinv (" ", parts);
      g_assert_cmpstr (told, ==, cases[k].told);
    }
}

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "price.war.intensity=20%", "is no event; expected id=value@quarter" },
    { "2024Q3", "is no event" },
    { "price.war@2024Q3=0.2", "is no event" },
    { "price.war.intensitY=20%@2024Q3", "did you mean “price.war.intensity”?" },
    { "price.war.intensity=20 days@2024Q3", "price.war.intensity: " },
    { "price.war.intensity=200%@2024Q3", "is outside its range" },
    { "price.war.intensity=20%@2024", "price.war.intensity: " },
    { "price.war.intensity=20%@2021Q1", "an event begins between 2022Q2 and 2072Q2" },
    { "price.war.intensity=20%@2024Q3+0", "“0” is no number of quarters; expected 1 to 200" },
    { "price.war.intensity=20%@2024Q3+four", "“four” is no number of quarters" },
    { "price.war.intensity=20%@2024Q3..2024Q3", "expected a quarter after 2024Q3" },
    { "price.war.intensity=20%@2024Q3..2023Q3", "a ramp ends after it has begun" },
    { "adoption.start=20%@2024Q3", "it says how things stand in the base quarter" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr (GError) error = NULL;
      NephoEvent event;
      guint parameter;

      g_assert_false (nepho_event_parse (fixture->set, cases[k].text, &parameter, &event, &error));
      if (strstr (error->message, cases[k].message) == NULL)
        g_error ("%s: %s", cases[k].text, error->message);
    }
}

/* Events that leave every value of a scenario where it is. */
static NephoEvents *
idle_events (const NephoParameterSet *set, const double *values)
{
  NephoEvents *events = nepho_events_new ();

  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (set, k);
      gboolean windowed = g_str_equal (parameter->id, "price.war.intensity")
                          || g_str_equal (parameter->id, "demand.shock.size");
      NephoEvent event = { NEPHO_EVENT_STEP, windowed ? 200 : 3, 0, values[k] };

      if (nepho_event_allowed (parameter->spec))
        nepho_events_append (events, k, &event);
    }

  return events;
}

static void
assert_idle (const char *name)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (name, NULL);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autoptr (NephoMarket) market = nepho_market_new (set);

  g_assert_cmpuint (dataset->scenarios->len, >, 1);
  for (guint i = 0; i < dataset->scenarios->len; i++)
    {
      g_autofree double *values = nepho_parameter_set_defaults (set);
      g_autoptr (NephoEvents) events = NULL;
      g_autoptr (NephoResults) plain = nepho_results_new ();
      g_autoptr (NephoResults) idle = nepho_results_new ();

      g_assert_true (nepho_scenario_overlay (g_ptr_array_index (dataset->scenarios, i), set, values, NULL));
      events = idle_events (set, values);
      nepho_market_run (market, values, 100, plain);
      nepho_market_run_events (market, values, events, 100, idle);
      g_assert_cmpmem (plain->storage, plain->n_allocated * sizeof (double), idle->storage,
                       idle->n_allocated * sizeof (double));
    }
}

static void
test_scenarios (void)
{
  assert_idle ("china");
  assert_idle ("global");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/event-text/good", Fixture, NULL, set_up, test_good, tear_down);
  g_test_add ("/event-text/bad", Fixture, NULL, set_up, test_bad, tear_down);
  g_test_add_func ("/event-text/scenarios", test_scenarios);

  return g_test_run ();
}
