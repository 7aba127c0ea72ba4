/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset-io.h"

#include <math.h>

#define OPERATIONS_A_PF_DAY 8.64e19

/* What a data set that asks for the bundled lists gets. */
typedef struct
{
  NephoDataset *dataset;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->dataset = nepho_dataset_load (data, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  nepho_dataset_unref (fixture->dataset);
}

/* A fact's value as a plain number: 117 million is 117,000,000. */
static double
plain (const NephoDataset *dataset, const char *id)
{
  static const struct
  {
    const char *unit;
    double factor;
  } units[] = {
    { "parameters", 1.0 },     { "trillion", 1e12 },  { "million", 1e6 },     { "billion", 1e9 }, { "datapoints", 1.0 },
    { "billion tokens", 1e9 }, { "GB", 1.0 },          { "TB", 1024.0 },   { "TFLOP/s", 1e12 },
    { "FLOP", 1.0 / OPERATIONS_A_PF_DAY }, { "PF-days", 1.0 },
    { "USD per million tokens", 1.0 }, { "CNY per million tokens", 1.0 },
  };
  const NephoFact *fact = nepho_dataset_find_fact (dataset, id);

  if (fact == NULL)
    g_error ("there is no fact %s", id);

  for (guint k = 0; k < G_N_ELEMENTS (units); k++)
    if (g_str_equal (fact->unit, units[k].unit))
      return fact->value * units[k].factor;

  g_error ("fact %s has an unknown unit, %s", id, fact->unit);
}

/* Either nobody knows a figure, or a fact says it. */
static void
check (const NephoDataset *dataset, double value, const char *source, double tolerance)
{
  if (isnan (value))
    return;

  g_assert_nonnull (source);
  g_assert_cmpfloat_with_epsilon (value, plain (dataset, source), tolerance * value);
}

static void
test_ai_models (Fixture *fixture, gconstpointer data)
{
  double year = 2018.0;

  g_assert_cmpuint (fixture->dataset->ai_models->len, >=, 90);
  for (guint i = 0; i < fixture->dataset->ai_models->len; i++)
    {
      const NephoAiModel *model = g_ptr_array_index (fixture->dataset->ai_models, i);

      g_assert_cmpfloat (model->year, >=, year);
      g_assert_cmpfloat (model->year, <, 2025.0);
      g_assert_false (isnan (model->pf_days));
      check (fixture->dataset, model->parameters, model->parameters_source, 1e-6);
      check (fixture->dataset, model->pf_days, model->compute_source, 1e-3);
      /* Tokens and gigabytes share a source: of a model that has both, it is that of the gigabytes. */
      check (fixture->dataset, isnan (model->gigabytes) ? model->tokens : model->gigabytes, model->data_source, 1e-6);
      year = model->year;
    }
}

/* The article's figures stay among them, GPT-4's size as the rumour that it is. */
static void
test_article (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    double parameters;
    double pf_days;
    NephoGrade grade;
  } models[] = {
    { "gpt-1", 117e6, 1.7578125e19 / OPERATIONS_A_PF_DAY, NEPHO_GRADE_REPORTED },
    { "gpt-3", 175e9, 3640.0, NEPHO_GRADE_REPORTED },
    { "gpt-4", 1.6e12, 2.1e25 / OPERATIONS_A_PF_DAY, NEPHO_GRADE_RUMOURED },
  };
  guint n_found = 0;

  for (guint i = 0; i < fixture->dataset->ai_models->len; i++)
    {
      const NephoAiModel *model = g_ptr_array_index (fixture->dataset->ai_models, i);

      for (guint k = 0; k < G_N_ELEMENTS (models); k++)
        if (g_str_equal (model->id, models[k].id))
          {
            g_assert_cmpfloat (model->parameters, ==, models[k].parameters);
            g_assert_cmpfloat_with_epsilon (model->pf_days, models[k].pf_days, 1e-3 * models[k].pf_days);
            g_assert_cmpint (model->parameters_grade, ==, models[k].grade);
            n_found++;
          }
    }

  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (models));
}

static void
test_accelerators (Fixture *fixture, gconstpointer data)
{
  double year = 2016.0;

  g_assert_cmpuint (fixture->dataset->accelerators->len, >=, 30);
  for (guint i = 0; i < fixture->dataset->accelerators->len; i++)
    {
      const NephoAccelerator *accelerator = g_ptr_array_index (fixture->dataset->accelerators, i);

      g_assert_cmpfloat (accelerator->year, >=, year);
      g_assert_false (isnan (accelerator->peak_flops));
      check (fixture->dataset, accelerator->peak_flops, accelerator->source, 1e-6);
      year = accelerator->year;
    }
}

static void
test_api_prices (Fixture *fixture, gconstpointer data)
{
  double year = 2023.0;

  g_assert_cmpuint (fixture->dataset->api_prices->len, >=, 50);
  for (guint i = 0; i < fixture->dataset->api_prices->len; i++)
    {
      const NephoApiPrice *price = g_ptr_array_index (fixture->dataset->api_prices, i);
      const NephoFact *fact = nepho_dataset_find_fact (fixture->dataset, price->source);

      g_assert_cmpfloat (price->year, >=, year);
      check (fixture->dataset, price->amount, price->source, 1e-9);
      g_assert_nonnull (fact);
      g_assert_true (g_str_has_prefix (fact->unit, price->currency));
      year = price->year;
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (const char * const *name = nepho_dataset_names (); *name != NULL; name++)
    {
      static const struct
      {
        const char *path;
        void (*test) (Fixture *, gconstpointer);
      } tests[] = {
        { "ai-models", test_ai_models },
        { "article", test_article },
        { "accelerators", test_accelerators },
        { "api-prices", test_api_prices },
      };

      for (guint k = 0; k < G_N_ELEMENTS (tests); k++)
        {
          g_autofree char *path = g_strdup_printf ("/document/dataset-lists/%s/%s", *name, tests[k].path);

          g_test_add (path, Fixture, *name, set_up, tests[k].test, tear_down);
        }
    }

  return g_test_run ();
}
