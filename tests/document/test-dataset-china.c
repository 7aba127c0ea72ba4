/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset-io.h"

#include <math.h>

#include "nepho-market.h"
#include "nepho-scenario-values.h"

/* The mean of the two rates at which Alibaba converted its own revenue at the ends of 2022Q1 and 2022Q2,
 * (18.971 / 2.993 + 17.685 / 2.640) / 2: fact fx-2022h1. */
#define CNY_PER_USD 6.5187

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

  fixture->dataset = nepho_dataset_load ("china", &error);
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

/* 2022Q2 to 2030Q4. */
static void
run (Fixture *fixture, const char *id)
{
  g_autofree double *values = nepho_parameter_set_defaults (fixture->parameters);
  const NephoScenario *scenario = nepho_dataset_find_scenario (fixture->dataset, id);
  g_autoptr (NephoMarket) market = nepho_market_new (fixture->parameters);

  g_assert_nonnull (scenario);
  g_assert_true (nepho_scenario_overlay (scenario, fixture->parameters, values, NULL));
  nepho_market_run (market, values, 34, fixture->results);
}

static guint
vendor (Fixture *fixture, const char *id)
{
  for (guint i = 0; i < fixture->dataset->vendors->len; i++)
    if (g_str_equal (nepho_dataset_vendor (fixture->dataset, i)->id, id))
      return i;

  g_assert_not_reached ();
}

/* Revenue of a vendor, CNY bn a quarter. */
static double
revenue (Fixture *fixture, guint t, guint i)
{
  double sum = 0.0;

  for (guint s = 0; s < fixture->results->n_segments; s++)
    sum += fixture->results->revenue[nepho_results_tis (fixture->results, t, i, s)];

  return sum;
}

static double
share (Fixture *fixture, guint t, guint i, guint s)
{
  return fixture->results->share[nepho_results_tis (fixture->results, t, i, s)];
}

/* "Others" are many vendors, so they cannot lead. */
static guint
leader (Fixture *fixture, guint t, guint s)
{
  guint others = vendor (fixture, "others");
  guint first = 0;

  for (guint i = 1; i < fixture->results->n_vendors; i++)
    if (i != others && share (fixture, t, i, s) > share (fixture, t, first, s))
      first = i;

  return first;
}

/* Every figure of the article's rows 1 to 11, as the article prints it. */
static void
test_article (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int row;
    double value;
    const char *unit;
  } figures[] = {
    { 1, 117, "million" },   { 1, 5, "GB" },          { 1, 175, "billion" },
    { 1, 45, "TB" },         { 1, 1.6, "trillion" },  { 2, 1.3, "billion" },
    { 2, 27.5, "PF-days" },  { 2, 3640, "PF-days" },  { 3, 500, "PFLOP/s" },
    { 3, 3.02, "CNY bn" },   { 3, 7, "centres" },     { 3, 8, "centres" },
    { 3, 20, "CNY bn" },     { 4, 34.6, "%" },        { 4, 33.5, "%" },
    { 5, 100.18, "CNY bn" }, { 5, 74.568, "CNY bn" }, { 5, -2.251, "CNY bn" },
    { 5, 1.146, "CNY bn" },  { 5, 13, "years" },      { 6, 3, "factors" },
    { 7, -40, "%" },         { 7, -25, "%" },         { 8, 10, "%" },
    { 8, 15, "%" },          { 8, 50, "%" },          { 9, 21.1, "USD bn" },
    { 10, 3, "operators" },  { 11, 1, "statement" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < fixture->dataset->facts->len; i++)
        {
          const NephoFact *fact = g_ptr_array_index (fixture->dataset->facts, i);

          found = found
                  || (fact->row == figures[k].row && fact->value == figures[k].value
                      && g_str_equal (fact->unit, figures[k].unit) && *fact->quote != '\0');
        }
      if (!found)
        g_test_message ("row %d: %g %s", figures[k].row, figures[k].value, figures[k].unit);
      g_assert_true (found);
    }
}

/* The figures that the sources contradict say so. */
static void
test_caveats (Fixture *fixture, gconstpointer data)
{
  static const char * const ids[] = { "article-01-gpt3-data",
                                     "article-01-gpt4-parameters",
                                     "article-03-centres-low",
                                     "article-03-total-cost",
                                     "article-04-iaas",
                                     "article-05-ebita-fy2022",
                                     "article-05-only-profitable",
                                     "article-09-ai-servers" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const NephoFact *fact = nepho_dataset_find_fact (fixture->dataset, ids[i]);

      g_assert_nonnull (fact);
      g_assert_cmpuint (strlen (fact->note), >, 40);
    }

  g_assert_cmpint (nepho_dataset_find_fact (fixture->dataset, "article-01-gpt4-parameters")->grade,
                   ==, NEPHO_GRADE_RUMOURED);
  g_assert_cmpfloat (nepho_dataset_find_fact (fixture->dataset, "1-0015")->value, ==, 34.5);
}

/* Every parameter of a segment or vendor has the data set's own value, and shares add up as
 * decimals. */
static void
test_values (Fixture *fixture, gconstpointer data)
{
  guint n_own = 0;
  guint n_global = 0;
  gint64 sums[3] = { 0 };

  for (guint i = 0; i < nepho_parameter_set_size (fixture->parameters); i++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (fixture->parameters, i);

      if (parameter->spec->scope == NEPHO_SCOPE_GLOBAL)
        n_global++;
      if (parameter->spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT)
        sums[parameter->segment] += llround (parameter->initial * 1e6);
    }
  for (guint i = 0; i < fixture->dataset->values->len; i++)
    {
      const NephoDatasetValue *value = g_ptr_array_index (fixture->dataset->values, i);

      if (g_str_has_prefix (value->id, "segment.") || g_str_has_prefix (value->id, "vendor."))
        n_own++;
    }

  g_assert_cmpuint (n_own, ==, nepho_parameter_set_size (fixture->parameters) - n_global);
  for (guint s = 0; s < 3; s++)
    g_assert_cmpint (sums[s], ==, 1000000);
}

/* A value cited from a fact is that fact's value, in the parameter's unit. */
static void
test_sourced_values (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *unit;
    double factor;
  } units[] = {
    { "%", 0.01 },
    { "FLOP", 1.0 },
    { "TFLOP/s", 1e12 },
    { "PFLOP/s", 1.0 },
    { "W", 1.0 },
    { "billion", 1e9 },
    { "CNY bn", 1.0 },
    { "ratio", 1.0 },
    { "billion tokens", 1e9 },
  };
  guint n_sourced = 0;

  for (guint i = 0; i < fixture->dataset->values->len; i++)
    {
      const NephoDatasetValue *value = g_ptr_array_index (fixture->dataset->values, i);
      const NephoFact *fact = nepho_dataset_find_fact (fixture->dataset, value->source);
      double factor = NAN;

      if (fact == NULL)
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (units); k++)
        if (g_str_equal (fact->unit, units[k].unit))
          factor = units[k].factor;
      g_assert_cmpfloat_with_epsilon (value->value, fact->value * factor,
                                      1e-12 * fabs (value->value));
      n_sourced++;
    }

  g_assert_cmpuint (n_sourced, >, 15);
}

/* What a fact says in the unit in which the data set stores it: fractions, CNY bn; AI servers in US$ bn. */
static double
stored (const NephoObservation *observation, const NephoFact *fact)
{
  if (g_str_equal (fact->unit, "%"))
    return fact->value / 100.0;
  if (g_str_equal (fact->unit, "USD bn") && !g_str_equal (observation->series, "ai-servers"))
    return fact->value * CNY_PER_USD;

  return fact->value;
}

/* Published history is what the facts say. Canalys is split where Alibaba's way of reporting changed, 2023Q2;
 * of its shares are after the base quarter: 2 of 2022Q3, 3 of 2023Q3, 3 of 2024Q2 and 2 of 2025Q1. */
static void
test_observations (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *series;
    guint n;
  } expected[] = {
    { "share", 13 },       { "share-iaas-paas", 3 },  { "share-canalys", 43 }, { "share-canalys-revised", 8 },
    { "size", 21 },        { "size-canalys", 15 },    { "size-canalys-revised", 7 }, { "revenue-company", 14 },
  };
  guint counts[G_N_ELEMENTS (expected)] = { 0 };
  NephoQuarter split = 2023 * 4 + 1;
  guint later = 0;

  for (guint i = 0; i < fixture->dataset->observations->len; i++)
    {
      const NephoObservation *observation = g_ptr_array_index (fixture->dataset->observations, i);
      const NephoFact *fact = nepho_dataset_find_fact (fixture->dataset, observation->source);
      gboolean canalys = strstr (observation->series, "canalys") != NULL;

      g_assert_nonnull (fact);
      g_assert_cmpfloat_with_epsilon (observation->value, stored (observation, fact),
                                      1e-9 * fabs (observation->value));
      g_assert_true (canalys == g_str_equal (fact->publisher, "Canalys"));
      if (canalys)
        g_assert_true (g_str_has_suffix (observation->series, "-revised") == (observation->first >= split));
      if (g_str_has_prefix (observation->series, "share") && observation->first > fixture->dataset->base_quarter)
        later++;
      for (guint k = 0; k < G_N_ELEMENTS (expected); k++)
        counts[k] += g_str_equal (observation->series, expected[k].series);
    }

  for (guint k = 0; k < G_N_ELEMENTS (expected); k++)
    g_assert_cmpuint (counts[k], ==, expected[k].n);
  g_assert_cmpuint (later, ==, 10);
}

/* The base quarter is half of IDC's USD 9.97 and 16.58 bn of 2022H1; Alibaba's and China Telecom's
 * shares of IaaS + PaaS are the published 33.5 and 9.4 %; Alibaba's EBITA is that of FY2022. */
static void
test_base_quarter (Fixture *fixture, gconstpointer data)
{
  guint alibaba = vendor (fixture, "alibaba");
  guint telecom = vendor (fixture, "telecom");
  double iaas = 0.0;
  double paas = 0.0;
  double all = 0.0;
  double two[2] = { 0 };

  run (fixture, "as-reported");
  for (guint i = 0; i < fixture->results->n_vendors; i++)
    {
      iaas += fixture->results->revenue[nepho_results_tis (fixture->results, 0, i, 0)];
      paas += fixture->results->revenue[nepho_results_tis (fixture->results, 0, i, 1)];
      all += revenue (fixture, 0, i);
    }
  for (guint s = 0; s < 2; s++)
    {
      two[0] += fixture->results->revenue[nepho_results_tis (fixture->results, 0, alibaba, s)];
      two[1] += fixture->results->revenue[nepho_results_tis (fixture->results, 0, telecom, s)];
    }

  g_assert_cmpfloat_with_epsilon (iaas, 9.97 / 2 * CNY_PER_USD, 1e-4);
  g_assert_cmpfloat_with_epsilon (all, 16.58 / 2 * CNY_PER_USD, 1e-3);
  g_assert_cmpfloat_with_epsilon (two[0] / (iaas + paas), 0.335, 5e-4);
  g_assert_cmpfloat_with_epsilon (two[1] / (iaas + paas), 0.094, 5e-4);

  for (guint i = 0; i < fixture->results->n_vendors; i++)
    {
      double margin = fixture->results->ebita[nepho_results_ti (fixture->results, 0, i)]
                      / revenue (fixture, 0, i);

      if (i == alibaba)
        g_assert_cmpfloat_with_epsilon (margin, 1.146 / 74.568, 1e-3);
      else
        g_assert_cmpfloat (margin, <, 0.0);
    }
  g_assert_cmpfloat_with_epsilon (
      revenue (fixture, 0, alibaba)
          / fixture->results
                ->revenue_before_elimination[nepho_results_ti (fixture->results, 0, alibaba)],
      74.568 / 100.18, 1e-4);
}

/* Each scenario shows its story by 2030Q4. */
static void
test_stories (Fixture *fixture, gconstpointer data)
{
  guint alibaba = vendor (fixture, "alibaba");
  guint last = 34;
  double reported;
  double reported_revenue;
  double reported_ebita;

  run (fixture, "as-reported");
  reported = share (fixture, last, alibaba, 0);
  reported_revenue = revenue (fixture, 4, alibaba);
  reported_ebita = fixture->results->ebita[nepho_results_ti (fixture->results, 12, alibaba)];
  g_assert_cmpuint (leader (fixture, last, 0), ==, alibaba);
  /* Training costs stay a small part of revenue. */
  for (guint t = 0; t <= last; t++)
    for (guint i = 0; i < fixture->results->n_vendors; i++)
      g_assert_cmpfloat (fixture->results->training[nepho_results_ti (fixture->results, t, i)], <,
                         0.1 * revenue (fixture, t, i));

  run (fixture, "ai-changes-nothing");
  for (guint i = 0; i < fixture->results->n_vendors; i++)
    g_assert_cmpfloat_with_epsilon (share (fixture, last, i, 0), share (fixture, 0, i, 0), 0.002);

  run (fixture, "ai-rewrites-the-ranking");
  g_assert_cmpuint (leader (fixture, 4, 0), ==, alibaba);
  g_assert_cmpuint (leader (fixture, last, 0), ==, vendor (fixture, "tencent"));

  run (fixture, "price-war");
  g_assert_cmpfloat (fixture->results->ebita[nepho_results_ti (fixture->results, 12, alibaba)], <,
                     0.0);
  g_assert_cmpfloat (reported_ebita, >, 0.0);

  run (fixture, "spending-cuts");
  g_assert_cmpfloat (revenue (fixture, 4, alibaba), <, 0.8 * reported_revenue);

  run (fixture, "decoupling");
  g_assert_cmpfloat (share (fixture, last, alibaba, 0), <, reported - 0.02);

  run (fixture, "open-models");
  for (guint i = 0; i < fixture->results->n_vendors; i++)
    g_assert_cmpfloat_with_epsilon (share (fixture, last, i, 1), share (fixture, 0, i, 1), 1e-3);
}

/* The ladder of compute: published PF-days stay as published, the rest is FLOP / 8.64e19. */
static void
test_ai_models (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    double parameters;
    double pf_days;
  } models[] = {
    { "gpt-1", 117e6, 1.7578125e19 / 8.64e19 },
    { "gpt-3-xl", 1.3e9, 27.5 },
    { "gpt-3", 175e9, 3640.0 },
    { "gpt-4", 1.6e12, 2.1e25 / 8.64e19 },
    { "ernie-3-titan", 260e9, 1.0421e24 / 8.64e19 },
    { "deepseek-v3", 671e9, 3.4078e24 / 8.64e19 },
  };
  guint n_found = 0;
  double year = 0.0;

  for (guint i = 0; i < fixture->dataset->ai_models->len; i++)
    {
      const NephoAiModel *model = g_ptr_array_index (fixture->dataset->ai_models, i);

      g_assert_cmpfloat (model->year, >=, year);
      g_assert_true (isnan (model->parameters) || model->parameters_source != NULL);
      g_assert_true (isnan (model->pf_days) || model->compute_source != NULL);
      year = model->year;
      for (guint k = 0; k < G_N_ELEMENTS (models); k++)
        if (g_str_equal (model->id, models[k].id))
          {
            g_assert_cmpfloat (model->parameters, ==, models[k].parameters);
            g_assert_cmpfloat_with_epsilon (model->pf_days, models[k].pf_days,
                                            1e-3 * models[k].pf_days);
            n_found++;
          }
    }

  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (models));
}

/* Each text for readers stands in all three languages. */
static void
assert_translated (const NephoText *text)
{
  static const char * const languages[] = { "en", "zh_CN", "zh_TW" };

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (languages); i++)
    g_assert_nonnull (nepho_text_get_for (text, languages[i]));
}

static void
test_languages (Fixture *fixture, gconstpointer data)
{
  assert_translated (fixture->dataset->name);
  for (guint i = 0; i < fixture->dataset->vendors->len; i++)
    {
      assert_translated (nepho_dataset_vendor (fixture->dataset, i)->name);
      assert_translated (nepho_dataset_vendor (fixture->dataset, i)->model);
      assert_translated (nepho_dataset_vendor (fixture->dataset, i)->strength);
    }
  for (guint i = 0; i < fixture->dataset->scenarios->len; i++)
    {
      const NephoScenario *scenario = g_ptr_array_index (fixture->dataset->scenarios, i);

      assert_translated (scenario->name);
      assert_translated (scenario->story);
      assert_translated (scenario->article);
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

  add ("/document/dataset-china/article", test_article);
  add ("/document/dataset-china/caveats", test_caveats);
  add ("/document/dataset-china/values", test_values);
  add ("/document/dataset-china/sourced-values", test_sourced_values);
  add ("/document/dataset-china/observations", test_observations);
  add ("/document/dataset-china/base-quarter", test_base_quarter);
  add ("/document/dataset-china/stories", test_stories);
  add ("/document/dataset-china/ai-models", test_ai_models);
  add ("/document/dataset-china/languages", test_languages);

  return g_test_run ();
}
