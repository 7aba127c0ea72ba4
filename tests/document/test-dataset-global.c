/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset-io.h"

#include <math.h>

#include "nepho-market.h"
#include "nepho-scenario-values.h"

/* 2022Q2 to 2030Q4. */
#define HORIZON 34

typedef struct
{
  NephoDataset *dataset;
  NephoParameterSet *parameters;
  NephoResults *results;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->dataset = nepho_dataset_load ("global", &error);
  g_assert_no_error (error);
  fixture->parameters = nepho_parameter_set_new (fixture->dataset);
  fixture->results = nepho_results_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  nepho_results_free (fixture->results);
  nepho_parameter_set_unref (fixture->parameters);
  nepho_dataset_unref (fixture->dataset);
}

static void
run (Fixture *fixture, const char *id, guint horizon)
{
  g_autofree double *values = nepho_parameter_set_defaults (fixture->parameters);
  const NephoScenario *scenario = nepho_dataset_find_scenario (fixture->dataset, id);
  g_autoptr (NephoMarket) market = nepho_market_new (fixture->parameters);

  g_assert_nonnull (scenario);
  g_assert_true (nepho_scenario_overlay (scenario, fixture->parameters, values, NULL));
  nepho_market_run (market, values, horizon, fixture->results);
}

static guint
vendor (Fixture *fixture, const char *id)
{
  for (guint i = 0; i < fixture->dataset->vendors->len; i++)
    if (g_str_equal (nepho_dataset_vendor (fixture->dataset, i)->id, id))
      return i;

  g_assert_not_reached ();
}

static double
share (Fixture *fixture, guint t, const char *id)
{
  return fixture->results->share[nepho_results_tis (fixture->results, t, vendor (fixture, id), 0)];
}

static double
revenue (Fixture *fixture, guint t, guint i)
{
  return fixture->results->revenue[nepho_results_tis (fixture->results, t, i, 0)];
}

static double
margin (Fixture *fixture, guint t, const char *id)
{
  guint i = vendor (fixture, id);

  return fixture->results->ebita[nepho_results_ti (fixture->results, t, i)] / revenue (fixture, t, i);
}

/* Yuan a dollar: the usual rate. */
static double
rate (Fixture *fixture)
{
  const NephoExchangeRate *first = g_ptr_array_index (fixture->dataset->rates, 0);

  return first->cny_per_usd;
}

/* US$ bn a quarter. */
static double
market (Fixture *fixture, guint t)
{
  double sum = 0.0;

  for (guint i = 0; i < fixture->results->n_vendors; i++)
    sum += revenue (fixture, t, i);

  return sum / rate (fixture);
}

/* What a fact says, in the unit in which the data set stores it. NAN: no such unit is known. */
static double
stored (Fixture *fixture, const NephoFact *fact)
{
  static const struct
  {
    const char *unit;
    double factor; /* 0: that of the exchange rate */
  } units[] = {
    { "%", 0.01 },          { "FLOP", 1.0 },       { "TFLOP/s", 1e12 },     { "W", 1.0 },
    { "parameters", 1.0 },  { "CNY bn", 1.0 },     { "USD bn", 0.0 },       { "USD/chip-hour", 0.0 },
    { "ratio", 1.0 },       { "ratio", 1.0 }, { "billion tokens", 1e9 },
  };

  for (guint k = 0; k < G_N_ELEMENTS (units); k++)
    if (g_str_equal (fact->unit, units[k].unit))
      return fact->value * (units[k].factor > 0.0 ? units[k].factor : rate (fixture));

  return NAN;
}

static const NephoFact *
fact (Fixture *fixture, const char *id)
{
  const NephoFact *found = nepho_dataset_find_fact (fixture->dataset, id);

  if (found == NULL)
    g_error ("there is no fact %s", id);

  return found;
}

static void
test_currency (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (fixture->dataset->currency, ==, "USD");
  g_assert_cmpuint (fixture->dataset->rates->len, >=, 2);
  for (guint i = 0; i < fixture->dataset->rates->len; i++)
    {
      const NephoExchangeRate *entry = g_ptr_array_index (fixture->dataset->rates, i);

      g_assert_cmpfloat_with_epsilon (entry->cny_per_usd, fact (fixture, entry->source)->value, 1e-9);
    }
  g_assert_cmpstr (((NephoExchangeRate *) g_ptr_array_index (fixture->dataset->rates, 0))->source, ==,
                   "fx-2022h1");
}

/* Everything but the global parameters has the data set's own value, and shares add up as decimals. */
static void
test_values (Fixture *fixture, gconstpointer data)
{
  guint n_needed = 0;
  guint n_own = 0;
  gint64 sum = 0;

  for (guint i = 0; i < nepho_parameter_set_size (fixture->parameters); i++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (fixture->parameters, i);

      if (parameter->spec->scope != NEPHO_SCOPE_GLOBAL)
        n_needed++;
      if (parameter->spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT)
        sum += llround (parameter->initial * 1e6);
    }
  for (guint i = 0; i < fixture->dataset->values->len; i++)
    {
      const NephoDatasetValue *value = g_ptr_array_index (fixture->dataset->values, i);

      if (g_str_has_prefix (value->id, "segment.") || g_str_has_prefix (value->id, "vendor."))
        n_own++;
      g_assert_true ((value->source != NULL) != (value->reason != NULL));
    }

  g_assert_cmpuint (n_own, ==, n_needed);
  g_assert_cmpint (sum, ==, 1000000);
}

/* A value cited from a fact is that fact's value, in the parameter's unit; so is what else is
 * published. */
static void
test_sourced_values (Fixture *fixture, gconstpointer data)
{
  guint n_sourced = 0;
  guint n_alternatives = 0;

  for (guint i = 0; i < fixture->dataset->values->len; i++)
    {
      const NephoDatasetValue *value = g_ptr_array_index (fixture->dataset->values, i);

      if (value->source != NULL)
        {
          g_assert_cmpfloat_with_epsilon (value->value, stored (fixture, fact (fixture, value->source)),
                                          1e-9 * fabs (value->value));
          n_sourced++;
        }
      for (guint k = 0; k < value->alternatives->len; k++)
        {
          const NephoAlternative *other = g_ptr_array_index (value->alternatives, k);
          double published = stored (fixture, fact (fixture, other->source));

          /* A market of another size is another contract value for the same customers. */
          if (g_str_has_suffix (value->id, ".contract"))
            published *= value->value / (54.7 * rate (fixture));
          g_assert_cmpfloat_with_epsilon (other->value, published, 1e-9 * fabs (other->value));
          n_alternatives++;
        }
    }

  g_assert_cmpuint (n_sourced, >=, 12);
  g_assert_cmpuint (n_alternatives, >=, 8);
}

/* Published history is what the facts say, and shares are fractions. */
static void
test_observations (Fixture *fixture, gconstpointer data)
{
  static const char *const series[] = { "share",       "share-canalys", "share-canalys-revised",
                                        "share-gartner", "size",        "size-canalys",
                                        "size-canalys-revised", "size-gartner", "revenue",
                                        "revenue-company", "operating-income", "ai-servers" };
  guint counts[G_N_ELEMENTS (series)] = { 0 };
  guint after = 0;

  for (guint i = 0; i < fixture->dataset->observations->len; i++)
    {
      const NephoObservation *observation = g_ptr_array_index (fixture->dataset->observations, i);
      double published = stored (fixture, fact (fixture, observation->source));

      /* AI servers are kept in US$. */
      if (g_str_equal (observation->series, "ai-servers"))
        published /= rate (fixture);
      if (isfinite (published))
        g_assert_cmpfloat_with_epsilon (observation->value, published, 1e-9 * fabs (observation->value));
      if (g_str_has_prefix (observation->series, "share"))
        {
          g_assert_true (isfinite (published));
          g_assert_cmpfloat (observation->value, >, 0.0);
          g_assert_cmpfloat (observation->value, <, 1.0);
        }
      if (observation->first > fixture->dataset->base_quarter)
        after++;
      for (guint k = 0; k < G_N_ELEMENTS (series); k++)
        if (g_str_equal (observation->series, series[k]))
          counts[k]++;
    }

  for (guint k = 0; k < G_N_ELEMENTS (series); k++)
    g_assert_cmpuint (counts[k], >=, 3 - (g_str_equal (series[k], "size-gartner") ? 1 : 0));
  g_assert_cmpuint (after, >, 80);
}

/* The base quarter is Synergy's US$ 54.7 bn, a third of it Amazon's; margins are those reported. */
static void
test_base_quarter (Fixture *fixture, gconstpointer data)
{
  run (fixture, "as-reported", HORIZON);

  g_assert_cmpfloat_with_epsilon (market (fixture, 0), fact (fixture, "2-0126")->value, 1e-8);
  g_assert_cmpfloat_with_epsilon (revenue (fixture, 0, vendor (fixture, "aws")) / rate (fixture), 0.34 * 54.7,
                                  1e-8);
  g_assert_cmpfloat_with_epsilon (share (fixture, 0, "azure") + share (fixture, 0, "google"),
                                  fact (fixture, "synergy-2022q2-azure-google")->value / 100.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (margin (fixture, 0, "aws"), fact (fixture, "aws-2022q2-margin")->value / 100.0,
                                  2e-3);
  g_assert_cmpfloat_with_epsilon (margin (fixture, 0, "google"),
                                  fact (fixture, "google-2022q2-margin")->value / 100.0, 2e-3);
  g_assert_cmpfloat_with_epsilon (margin (fixture, 0, "alibaba"), 1.146 / 74.568, 2e-3);
  /* A year on the projection is where Synergy saw the market. */
  g_assert_cmpfloat_with_epsilon (market (fixture, 4), fact (fixture, "2-0131")->value, 2.0);
}

/* Each scenario runs as long as the model may, and stays a market. */
static void
test_scenarios (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoDataset) china = nepho_dataset_load ("china", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (fixture->dataset->scenarios->len, ==, china->scenarios->len);
  for (guint k = 0; k < fixture->dataset->scenarios->len; k++)
    {
      const NephoScenario *scenario = g_ptr_array_index (fixture->dataset->scenarios, k);

      g_assert_nonnull (nepho_dataset_find_scenario (china, scenario->id));
      run (fixture, scenario->id, 200);
      for (guint t = 0; t <= 200; t++)
        {
          double sum = 0.0;

          for (guint i = 0; i < fixture->results->n_vendors; i++)
            {
              double value = fixture->results->share[nepho_results_tis (fixture->results, t, i, 0)];

              g_assert_true (value >= 0.0 && value <= 1.0);
              g_assert_true (isfinite (fixture->results->ebita[nepho_results_ti (fixture->results, t, i)]));
              g_assert_true (isfinite (revenue (fixture, t, i)));
              sum += value;
            }
          g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-9);
        }
    }
}

/* Each scenario shows its story by 2030Q4. */
static void
test_stories (Fixture *fixture, gconstpointer data)
{
  double reported;
  double reported_market;
  double reported_margin;

  run (fixture, "as-reported", HORIZON);
  reported = share (fixture, HORIZON, "aws");
  reported_market = market (fixture, 4);
  reported_margin = margin (fixture, 12, "aws");
  g_assert_cmpfloat (reported, >, share (fixture, HORIZON, "azure"));
  for (guint t = 0; t <= HORIZON; t++)
    for (guint i = 0; i < fixture->results->n_vendors; i++)
      g_assert_cmpfloat (fixture->results->training[nepho_results_ti (fixture->results, t, i)], <,
                         0.1 * revenue (fixture, t, i));

  run (fixture, "ai-changes-nothing", HORIZON);
  g_assert_cmpfloat_with_epsilon (share (fixture, HORIZON, "aws"), 0.34, 0.01);
  g_assert_cmpfloat_with_epsilon (share (fixture, HORIZON, "azure"), 0.21, 0.01);

  run (fixture, "ai-rewrites-the-ranking", HORIZON);
  g_assert_cmpfloat (share (fixture, 4, "aws"), >, share (fixture, 4, "azure"));
  g_assert_cmpfloat (share (fixture, HORIZON, "azure"), >, share (fixture, HORIZON, "aws"));
  g_assert_cmpfloat (share (fixture, HORIZON, "azure"), <, 0.5);

  run (fixture, "price-war", HORIZON);
  g_assert_cmpfloat (margin (fixture, 12, "aws"), <, reported_margin - 0.05);
  g_assert_cmpfloat (margin (fixture, 12, "others"), <, 0.0);

  run (fixture, "spending-cuts", HORIZON);
  g_assert_cmpfloat (market (fixture, 4), <, 0.9 * reported_market);

  run (fixture, "decoupling", HORIZON);
  g_assert_cmpfloat (share (fixture, HORIZON, "aws"), <, reported - 0.02);

  run (fixture, "open-models", HORIZON);
  for (guint i = 0; i < fixture->results->n_vendors; i++)
    {
      const char *id = nepho_dataset_vendor (fixture->dataset, i)->id;

      g_assert_cmpfloat_with_epsilon (share (fixture, HORIZON, id), share (fixture, 0, id), 1e-3);
    }
}

static void
assert_translated (const NephoText *text)
{
  static const char * const languages[] = { "en", "zh_CN", "zh_TW" };

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (languages); i++)
    g_assert_nonnull (nepho_text_get_for (text, languages[i]));
}

/* What readers see stands in all three languages, and what is said of a vendor has its fact. */
static void
test_texts (Fixture *fixture, gconstpointer data)
{
  assert_translated (fixture->dataset->name);
  assert_translated (nepho_dataset_segment (fixture->dataset, 0)->name);
  for (guint i = 0; i < fixture->dataset->vendors->len; i++)
    {
      const NephoVendor *entry = nepho_dataset_vendor (fixture->dataset, i);

      assert_translated (entry->name);
      assert_translated (entry->model);
      assert_translated (entry->strength);
      if (entry->strength != NULL && !g_str_equal (entry->id, "others"))
        g_assert_cmpstr (fact (fixture, entry->source)->quote, !=, "");
    }
  for (guint i = 0; i < fixture->dataset->scenarios->len; i++)
    {
      const NephoScenario *scenario = g_ptr_array_index (fixture->dataset->scenarios, i);

      assert_translated (scenario->name);
      assert_translated (scenario->story);
      assert_translated (scenario->article);
    }
}

/* All facts say who, where and in which words; the article was read on paper. */
static void
test_facts (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < fixture->dataset->facts->len; i++)
    {
      const NephoFact *entry = g_ptr_array_index (fixture->dataset->facts, i);

      g_assert_cmpstr (entry->publisher, !=, "");
      g_assert_cmpstr (entry->title, !=, "");
      g_assert_cmpstr (entry->quote, !=, "");
      if (!g_str_equal (entry->topic, "article"))
        g_assert_true (g_str_has_prefix (entry->url, "http"));
      if (entry->grade == NEPHO_GRADE_DERIVED)
        g_assert_cmpstr (entry->note, !=, "");
    }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/document/dataset-global/currency", test_currency);
  add ("/document/dataset-global/values", test_values);
  add ("/document/dataset-global/sourced-values", test_sourced_values);
  add ("/document/dataset-global/observations", test_observations);
  add ("/document/dataset-global/base-quarter", test_base_quarter);
  add ("/document/dataset-global/scenarios", test_scenarios);
  add ("/document/dataset-global/stories", test_stories);
  add ("/document/dataset-global/texts", test_texts);
  add ("/document/dataset-global/facts", test_facts);

  return g_test_run ();
}
