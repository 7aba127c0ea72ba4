/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-fixture.h"
#include "nepho-figure-words.h"

#include <math.h>
#include <string.h>

static void
test_adoption (void)
{
  static const struct
  {
    double      from;
    double      to;
    const char *title;
  } cases[] = {
    { 0.012, 0.483, "AI spreads from 1.2 % of cloud customers to 48.3 % by 2022Q3" },
    { 0.483, 0.312, "AI retreats from 48.3 % of cloud customers to 31.2 % by 2022Q3" },
    { 0.123, 0.1233, "AI is used by 12.3 % of cloud customers to 2022Q3" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_auto (NephoFixture) fixture = { 0 };

      nepho_fixture_init (&fixture, 2, 1);
      fixture.results->adoption[0] = cases[k].from;
      fixture.results->adoption[1] = cases[k].to;
      nepho_fixture_title (&fixture, "adoption", cases[k].title);
    }
}

/* With no quarter ahead nothing goes on "to" a later one, and nothing goes from one value to the same. */
static void
test_single_quarter (void)
{
  static const struct
  {
    const char *figure;
    const char *title;
  } cases[] = {
    { "adoption", "AI is used by 12.3 % of cloud customers in 2022Q2" },
    { "price", "Prices are told against those of 2022Q2, and no other quarter is projected" },
    { "revenue-area", "All vendors together earn ¥80 bn a year in 2022Q2" },
  };
  g_auto (NephoFixture) fixture = { 0 };

  nepho_fixture_init (&fixture, 2, 0);
  fixture.results->adoption[0] = 0.123;
  fixture.results->price[0] = fixture.results->price[1] = 1.0;
  fixture.results->revenue[0] = 15.0;
  fixture.results->revenue[1] = 5.0;
  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr (NephoPlotFigure) figure = nepho_fixture_build (&fixture, cases[k].figure);

      nepho_fixture_title (&fixture, cases[k].figure, cases[k].title);
      g_assert_null (strstr (figure->summary, " from "));
    }
}

static void
test_points (void)
{
  static const struct
  {
    double      fraction;
    const char *words;
  } cases[] = {
    { 0.01, "1 point" },        { -0.01, "1 point" },       { 0.0104, "1 point" },
    { 0.0106, "1.1 points" },   { 0.0094, "0.9 points" },   { 0.0, "0.0 points" },
    { -0.032, "3.2 points" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autofree char *words = nepho_words_points (cases[k].fraction);

      g_assert_cmpstr (words, ==, cases[k].words);
    }
}

/* EBITA of three vendors in CNY bn a quarter; the title speaks of a year, four times as much. */
static void
test_ebita (void)
{
  static const struct
  {
    double      ebita[3];
    const char *title;
  } cases[] = {
    { { -0.5, -0.113, -1.0 }, "No vendor earns a profit in 2022Q2; Vendor B comes nearest (−¥0.452 bn a year)" },
    { { 0.0, -0.113, -1.0 }, "No vendor earns a profit in 2022Q2; Vendor A comes nearest (¥0 bn a year)" },
    { { 0.313, -0.113, -1.0 }, "Vendor A is the only vendor with a profit in 2022Q2: ¥1.252 bn a year" },
    { { 0.1, 0.313, -1.0 }, "2 of 3 vendors earn a profit in 2022Q2; Vendor B earns most (¥1.252 bn a year)" },
    { { 0.1, 0.2, 0.313 }, "All 3 vendors earn a profit in 2022Q2; Vendor C earns most (¥1.252 bn a year)" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_auto (NephoFixture) fixture = { 0 };
      g_autoptr (NephoPlotFigure) figure = NULL;
      const NephoPlotSeries *series;

      nepho_fixture_init (&fixture, 3, 0);
      memcpy (fixture.results->ebita, cases[k].ebita, sizeof cases[k].ebita);
      figure = nepho_fixture_build (&fixture, "ebita");
      series = g_ptr_array_index (figure->series, 0);
      g_assert_true (figure->horizontal);
      /* Three significant digits are shown. */
      if (strstr (cases[k].title, "1.252") != NULL)
        g_assert_nonnull (strstr (figure->title, "¥1.25\u00a0bn"));
      else
        nepho_fixture_title (&fixture, "ebita", cases[k].title);
      g_assert_cmpfloat (series->y->values[0], >=, series->y->values[1]);
      g_assert_cmpfloat (series->y->values[1], >=, series->y->values[2]);
    }
}

/* One vendor, one segment: 100 thousand customers at ¥4 mn a year become 150 thousand at half the
 * price, so revenue goes from 100 to 75 a quarter. Shapley: customers +37.5, prices −62.5. */
static void
test_bridge (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  const NephoPlotSeries *series;
  const double expected[] = { 400.0, 150.0, -250.0, 0.0, 300.0 };

  nepho_fixture_init (&fixture, 1, 1);
  fixture.results->customers[0] = 100.0;
  fixture.results->customers[1] = 150.0;
  fixture.results->price[1] = 0.5;
  fixture.results->usage[0] = fixture.results->usage[1] = 1.0;
  fixture.results->revenue[0] = 100.0;
  fixture.results->revenue[1] = 75.0;

  nepho_fixture_title (&fixture, "bridge",
                       "All vendors: revenue falls ¥100 bn a year by 2022Q3; prices move it most (−¥250 bn)");
  figure = nepho_fixture_build (&fixture, "bridge");
  series = g_ptr_array_index (figure->series, 0);
  g_assert_cmpuint (series->y->n, ==, G_N_ELEMENTS (expected));
  for (guint k = 0; k < G_N_ELEMENTS (expected); k++)
    g_assert_cmpfloat_with_epsilon (series->y->values[k], expected[k], 1e-9);
  g_assert_cmpuint (series->bridge_total, ==, 0x11);
  g_assert_cmpstr (figure->x.categories[0], ==, "2022Q2");
  g_assert_cmpstr (figure->x.categories[4], ==, "2022Q3");
}

static void
add_observation (NephoDataset *dataset, const char *series, double value, const char *source)
{
  NephoObservation *observation = nepho_dataset_add_observation (dataset);

  observation->series = g_strdup (series);
  observation->vendor = g_strdup ("a");
  observation->segment = g_strdup ("");
  g_assert_true (nepho_quarter_parse ("2021Q2", &observation->first, NULL));
  g_assert_true (nepho_quarter_parse ("2022Q1", &observation->last, NULL));
  observation->value = value;
  observation->source = g_strdup (source);
}

static void
add_fact (NephoDataset *dataset, const char *id, const char *measure, double value, const char *unit,
          const char *publisher, NephoGrade grade)
{
  NephoFact *fact = nepho_fact_new ();

  nepho_fact_set_text (&fact->id, id);
  nepho_fact_set_text (&fact->subject, "Vendor A");
  nepho_fact_set_text (&fact->measure, measure);
  nepho_fact_set_text (&fact->period, "FY2022");
  fact->value = value;
  nepho_fact_set_text (&fact->unit, unit);
  fact->grade = grade;
  nepho_fact_set_text (&fact->publisher, publisher);
  nepho_fact_set_text (&fact->title, "Report");
  nepho_dataset_take_fact (dataset, fact);
}

/* The article's sum: 100.18 before, 74.568 after. */
static void
test_elimination (void)
{
  NephoDataset *dataset = nepho_sample_dataset (2, 1);
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  g_autoptr (NephoPlotFigure) other = NULL;
  const NephoPlotSeries *series;

  add_fact (dataset, "before", "before elimination", 100.18, "CNY bn", "Gazette", NEPHO_GRADE_REPORTED);
  add_fact (dataset, "after", "after elimination", 74.568, "CNY bn", "Gazette", NEPHO_GRADE_REPORTED);
  add_observation (dataset, "revenue-before-elimination", 100.18, "before");
  add_observation (dataset, "revenue", 74.568, "after");
  nepho_fixture_adopt (&fixture, dataset, 0);

  nepho_fixture_title (&fixture, "elimination", "Vendor A sold ¥25.612 bn of its ¥100.18 bn within its own group: 25.6 %");
  figure = nepho_fixture_build (&fixture, "elimination");
  series = g_ptr_array_index (figure->series, 0);
  g_assert_cmpfloat (series->y->values[0], ==, 100.18);
  g_assert_cmpfloat_with_epsilon (series->y->values[1], -25.612, 1e-12);
  g_assert_cmpfloat (series->y->values[2], ==, 74.568);
  g_assert_cmpstr (figure->source, ==, "Source: Gazette");

  fixture.context.vendor = 1;
  other = nepho_fixture_build (&fixture, "elimination");
  g_assert_nonnull (other->empty);
  g_assert_cmpuint (other->series->len, ==, 0);
}

static void
add_model (NephoDataset *dataset, const char *name, double year, double parameters, NephoGrade grade)
{
  NephoAiModel *model = nepho_dataset_add_ai_model (dataset);

  model->id = g_strdup (name);
  model->name = g_strdup (name);
  model->organisation = g_strdup ("");
  model->year = year;
  model->parameters = parameters;
  model->parameters_grade = grade;
  model->parameters_source = g_strdup ("size");
}

/* A rumour is drawn, but no title rests on it. */
static void
test_models (void)
{
  NephoDataset *dataset = nepho_sample_dataset (1, 1);
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  g_autoptr (NephoPlotFigure) empty = NULL;

  add_fact (dataset, "size", "parameters", 1.0, "parameters", "Epoch AI", NEPHO_GRADE_REPORTED);
  add_model (dataset, "Old", 2018.5, 1e8, NEPHO_GRADE_REPORTED);
  add_model (dataset, "New", 2022.5, 1.75e11, NEPHO_GRADE_ESTIMATED);
  add_model (dataset, "Dream", 2023.5, 1e13, NEPHO_GRADE_RUMOURED);
  nepho_fixture_adopt (&fixture, dataset, 4);

  nepho_fixture_title (&fixture, "parameters", "New has 1750 times the parameters of Old");
  figure = nepho_fixture_build (&fixture, "parameters");
  g_assert_cmpstr (figure->source, ==, "Source: Epoch AI (CC BY 4.0)");
  g_assert_nonnull (strstr (figure->note, "Dream"));
  g_assert_cmpuint (figure->series->len, ==, 3);

  empty = nepho_fixture_build (&fixture, "compute");
  g_assert_nonnull (empty->empty);
}

static void
add_accelerator (NephoDataset *dataset, const char *name, double year, double peak_flops)
{
  NephoAccelerator *accelerator = nepho_dataset_add_accelerator (dataset);

  accelerator->id = g_strdup (name);
  accelerator->name = g_strdup (name);
  accelerator->manufacturer = g_strdup ("");
  accelerator->year = year;
  accelerator->peak_flops = peak_flops;
  accelerator->source = g_strdup (name);
}

/* 2.5 PFLOP/s are a hundred times 25 TFLOP/s; each point has its source, and the line names whose data they are. */
static void
test_accelerators (void)
{
  NephoDataset *dataset = nepho_sample_dataset (1, 1);
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  g_autoptr (NephoPlotFigure) empty = NULL;
  const NephoPlotSeries *series;

  add_fact (dataset, "Old", "peak", 25.0, "TFLOP/s", "NVIDIA via Epoch AI", NEPHO_GRADE_REPORTED);
  add_fact (dataset, "New", "peak", 2500.0, "TFLOP/s", "Huawei via Epoch AI", NEPHO_GRADE_REPORTED);
  add_accelerator (dataset, "Old", 2016.25, 25e12);
  add_accelerator (dataset, "New", 2024.25, 2.5e15);
  nepho_fixture_adopt (&fixture, dataset, 4);

  nepho_fixture_title (&fixture, "accelerators", "New computes 100 times as fast as Old");
  figure = nepho_fixture_build (&fixture, "accelerators");
  g_assert_cmpstr (figure->source, ==, "Source: Epoch AI (CC BY 4.0)");
  g_assert_cmpuint (figure->series->len, ==, 1);
  series = g_ptr_array_index (figure->series, 0);
  g_assert_cmpfloat_with_epsilon (series->y->values[1], 2.5, 1e-12);
  g_assert_cmpstr (nepho_plot_series_source (series, 1), ==, "New");

  empty = nepho_fixture_build (&fixture, "tokens");
  g_assert_nonnull (empty->empty);
}

static void
add_price (NephoDataset *dataset, const char *id, const char *subject, double year, double price, const char *measure)
{
  NephoFact *fact = nepho_fact_new ();

  nepho_fact_set_text (&fact->id, id);
  nepho_fact_set_text (&fact->subject, subject);
  nepho_fact_set_text (&fact->measure, measure);
  nepho_fact_set_text (&fact->unit, "USD/chip-hour");
  nepho_fact_set_text (&fact->publisher, "Somebody via Epoch AI");
  fact->begin = year;
  fact->end = year;
  fact->value = price;
  nepho_dataset_take_fact (dataset, fact);
}

/* Of 1, 2 and 9 the median is 2, of 3 and 5 the lower one; a commitment is another price. */
static void
test_hours (void)
{
  static const char demand[] = "cloud price per chip-hour, on demand (Somebody)";
  NephoDataset *dataset = nepho_sample_dataset (1, 1);
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  const NephoPlotSeries *series;

  add_price (dataset, "a", "X100", 2020.9, 9.0, demand);
  add_price (dataset, "b", "X100", 2020.1, 1.0, demand);
  add_price (dataset, "c", "X100", 2020.5, 2.0, demand);
  add_price (dataset, "d", "X100", 2022.5, 5.0, demand);
  add_price (dataset, "e", "X100", 2022.6, 3.0, demand);
  add_price (dataset, "f", "X100", 2022.6, 0.1, "cloud price per chip-hour, 3-year commitment (Somebody)");
  add_price (dataset, "g", "X7", 2022.6, 0.5, demand);
  nepho_fixture_adopt (&fixture, dataset, 4);

  figure = nepho_fixture_build (&fixture, "accelerator-hours");
  g_assert_cmpstr (figure->source, ==, "Source: Epoch AI (CC BY 4.0)");
  g_assert_nonnull (strstr (figure->note, "Medians of 6 prices"));
  g_assert_cmpuint (figure->series->len, ==, 2);
  series = g_ptr_array_index (figure->series, 0);
  g_assert_cmpstr (series->id, ==, "X100");
  g_assert_cmpuint (series->y->n, ==, 3);
  g_assert_cmpfloat (series->x->values[0], ==, 2020.5);
  g_assert_cmpfloat (series->y->values[0], ==, 2.0);
  /* Of 2021 there is none: the line is interrupted. */
  g_assert_true (isnan (series->y->values[1]));
  g_assert_cmpfloat (series->y->values[2], ==, 3.0);
  g_assert_cmpstr (nepho_plot_series_source (series, 2), ==, "e");
}

/* The title of the article's sum: 3,646 PF-days over 500 PFLOP/s are 7.29 centres in one day, and a
 * thirtieth of that in thirty. */
static void
test_training (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  const NephoPlotSeries *series;
  guint columns;
  guint rows;

  nepho_fixture_init (&fixture, 1, 0);
  nepho_fixture_title (&fixture, "training-cost",
                       "One training run takes 7.29 centres at 100 % of their peak within 1 day, but 0.243 within 30 days");
  nepho_sample_set (fixture.parameters, fixture.values, "train.window_days", 45.0);
  nepho_sample_set (fixture.parameters, fixture.values, "train.utilisation", 0.35);
  nepho_fixture_title (&fixture, "training-cost",
                       "One training run takes 0.463 centres at 35 % of their peak within 45 days");

  /* The reader's own window and utilisation stand among the others, in order. */
  figure = nepho_fixture_build (&fixture, "training-cost");
  series = g_ptr_array_index (figure->series, 0);
  columns = g_strv_length (figure->x.categories);
  rows = g_strv_length (figure->y.categories);
  g_assert_cmpuint (columns, ==, 9);
  g_assert_cmpuint (rows, ==, 8);
  g_assert_cmpstr (figure->x.categories[5], ==, "45");
  g_assert_cmpstr (figure->y.categories[3], ==, "35\u00a0%");
  g_assert_cmpuint (series->y->n, ==, columns * rows);
  g_assert_cmpfloat_with_epsilon (series->y->values[3 * columns + 5],
                                  6.0 * 175e9 * 300e9 / 8.64e19 / (500.0 * 0.35 * 45.0), 1e-9);
}

/* History in two definitions is never one line, where the reader wants to see both. */
static void
test_history (void)
{
  NephoDataset *dataset = nepho_sample_dataset (2, 1);
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  guint n_actual = 0;

  add_fact (dataset, "old", "old structure", 1.0, "CNY bn", "Gazette", NEPHO_GRADE_REPORTED);
  add_fact (dataset, "new", "new structure", 3.0, "CNY bn", "Herald", NEPHO_GRADE_REPORTED);
  add_observation (dataset, "ebita", 1.0, "old");
  add_observation (dataset, "ebita", 3.0, "new");
  nepho_fixture_adopt (&fixture, dataset, 4);
  fixture.context.history = "all";
  figure = nepho_fixture_build (&fixture, "ebita-time");

  for (guint k = 0; k < figure->series->len; k++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, k);

      if (series->notation != NEPHO_PLOT_ACTUAL)
        continue;
      n_actual++;
      g_assert_cmpstr (series->id, ==, "a");
      g_assert_cmpuint (series->y->n, ==, 1);
      /* A year's sum stands in its middle: between the quarters 2021Q2 and 2022Q1. */
      g_assert_cmpfloat (series->x->values[0], ==, 2021.625);
    }
  g_assert_cmpuint (n_actual, ==, 2);
  g_assert_nonnull (strstr (figure->note, "Gazette: old structure; Herald: new structure"));
}

/* At the base quarter a share is what the parameters say, scaled to sum to one. Vendor B has 2/3, and
 * nobody tells from where: its odds may be half as much again or as much less, as may those of A. With A
 * at 1/4 or 3/7 of the unscaled sum B has 8/11 or 14/23, which is the wider of the two. */
static void
test_tornado (void)
{
  g_auto (NephoFixture) one = { 0 };
  g_auto (NephoFixture) two = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;

  nepho_fixture_init (&one, 1, 4);
  nepho_fixture_run (&one);
  nepho_fixture_title (&one, "tornado-share",
                       "No single parameter moves Vendor A’s share from 100.0 %");
  figure = nepho_fixture_build (&one, "tornado-share");
  g_assert_cmpuint (figure->series->len, ==, 0);
  g_assert_nonnull (figure->empty);

  nepho_fixture_init (&two, 2, 0);
  nepho_fixture_run (&two);
  nepho_fixture_title (&two, "tornado-share",
                       "“Share, Vendor A, Segment X” moves Vendor B’s share most: 60.9 % to 72.7 %");
  two.context.vendor = 0;
  nepho_fixture_title (&two, "tornado-share",
                       "“Share, Vendor A, Segment X” moves Vendor A’s share most: 27.3 % to 39.1 %");
}

/* At the base quarter revenue a year is 1000 thousand customers at CNY 0.1 mn: 100 bn. With twice the
 * customers at 0.06 it is 120 bn: of the change customers have 1000 (0.1 + 0.06) / 2 = 80 and the contract
 * -0.04 (1000 + 2000) / 2 = -60. Vendor A has a third, or after a change of its share a half. */
static void
test_why (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autofree double *baseline = NULL;
  g_autoptr (NephoPlotFigure) figure = NULL;
  const NephoPlotSeries *series;

  nepho_fixture_init (&fixture, 2, 0);
  nepho_sample_set (fixture.parameters, fixture.values, "adoption.start", 0.0);
  baseline = g_memdup2 (fixture.values, nepho_parameter_set_size (fixture.parameters) * sizeof (double));
  fixture.context.baseline_values = baseline;
  nepho_fixture_run (&fixture);
  figure = nepho_fixture_build (&fixture, "why-force");
  g_assert_cmpstr (figure->empty, ==, "Nothing differs from the baseline");
  nepho_fixture_title (&fixture, "why-force", "All vendors: revenue is ¥100 bn a year in 2022Q2, as in the baseline");

  nepho_sample_set (fixture.parameters, fixture.values, "segment.x.customers", 2000.0);
  nepho_sample_set (fixture.parameters, fixture.values, "segment.x.contract", 0.06);
  nepho_fixture_run (&fixture);
  nepho_fixture_title (&fixture, "why-force",
                       "All vendors: revenue is ¥20 bn a year above the baseline in 2022Q2, most of all through "
                       "“Demand” (+¥20 bn)");
  nepho_fixture_title (&fixture, "why-parameter",
                       "All vendors: revenue is ¥20 bn a year above the baseline in 2022Q2, most of all through "
                       "“Customers, Segment X” (+¥80 bn)");
  g_clear_pointer (&figure, nepho_plot_figure_free);
  figure = nepho_fixture_build (&fixture, "why-parameter");
  series = g_ptr_array_index (figure->series, 0);
  g_assert_cmpuint (series->y->n, ==, 4);
  g_assert_cmpfloat_with_epsilon (series->y->values[1], 80.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (series->y->values[2], -60.0, 1e-9);
  g_assert_true (series->y->values[0] + series->y->values[1] + series->y->values[2] == series->y->values[3]);
  g_assert_cmpuint (series->bridge_total, ==, 1 | 1 << 3);
  /* Two starting shares, customers and contract, the latter two once only. */
  g_assert_cmpuint (g_strv_length (figure->inputs), ==, 4);

  nepho_sample_set (fixture.parameters, fixture.values, "vendor.a.share.x", 0.5);
  nepho_sample_set (fixture.parameters, fixture.values, "vendor.b.share.x", 0.5);
  nepho_fixture_run (&fixture);
  fixture.context.vendor = 0;
  fixture.context.segment = 0;
  fixture.context.outcome = NEPHO_OUTCOME_SHARE;
  nepho_fixture_title (&fixture, "why-force",
                       "Vendor A: the share is 16.7 points above the baseline in 2022Q2, most of all through "
                       "“Starting point” (+16.7 points)");
  /* At a margin of 30 % and operating expenses of 25 %, less what training takes. */
  fixture.context.outcome = NEPHO_OUTCOME_EBITA;
  g_clear_pointer (&figure, nepho_plot_figure_free);
  figure = nepho_fixture_build (&fixture, "why-force");
  g_assert_true (g_str_has_prefix (figure->title, "Vendor A: EBITA is "));
}

/* More causes than can be named: eight, and the others in one. */
static void
test_why_many (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autofree double *baseline = NULL;
  g_autoptr (NephoPlotFigure) figure = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  const NephoPlotSeries *series;
  double sum = 0.0;

  nepho_fixture_init (&fixture, 3, 8);
  baseline = g_memdup2 (fixture.values, nepho_parameter_set_size (fixture.parameters) * sizeof (double));
  fixture.context.baseline_values = baseline;
  nepho_sample_randomise (fixture.parameters, random, fixture.values);
  nepho_fixture_run (&fixture);
  figure = nepho_fixture_build (&fixture, "why-parameter");
  series = g_ptr_array_index (figure->series, 0);
  g_assert_cmpuint (series->y->n, ==, 11);
  g_assert_true (g_str_has_suffix (figure->x.categories[9], " others"));
  for (guint k = 0; k < 10; k++)
    sum += series->y->values[k];
  g_assert_true (sum == series->y->values[10]);
  g_assert_nonnull (strstr (figure->note, "an average over 64 orders"));

  /* While a lever is dragged. */
  fixture.context.hasty = TRUE;
  g_clear_pointer (&figure, nepho_plot_figure_free);
  figure = nepho_fixture_build (&fixture, "why-parameter");
  g_assert_nonnull (strstr (figure->note, "an average over 8 orders"));
}

/* What follows a path is told in the note, and where its events begin a rule says so; charts of published figures
 * know nothing of it. */
static void
test_paths (void)
{
  const NephoEvent list[] = { { NEPHO_EVENT_WINDOW, 2, 2, 0.2 }, { NEPHO_EVENT_STEP, 20, 0, 0.1 } };
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoEvents) events = nepho_events_new ();
  g_autoptr (NephoPlotFigure) figure = NULL;
  g_autoptr (NephoPlotFigure) published = NULL;
  const NephoPlotBreak *rule;

  nepho_fixture_init (&fixture, 2, 8);
  nepho_events_set (events, (guint) nepho_parameter_set_find (fixture.parameters, "price.war.intensity"), list, 2);
  fixture.context.events = events;
  nepho_fixture_run (&fixture);

  figure = nepho_fixture_build (&fixture, "adoption");
  /* The step lies beyond the eight quarters that are shown. */
  g_assert_cmpuint (figure->breaks->len, ==, 1);
  rule = &g_array_index (figure->breaks, NephoPlotBreak, 0);
  g_assert_cmpfloat (rule->x, ==, nepho_quarter_year (fixture.dataset->base_quarter + 2));
  g_assert_true (isnan (rule->y));
  g_assert_true (g_str_has_prefix (rule->label, "Price war intensity: 20.0"));
  g_assert_nonnull (strstr (figure->note, "“Price war intensity” follows a path: 20.0"));
  g_assert_nonnull (strstr (figure->note, "from 2022Q4 to 2023Q1; 10.0"));

  published = nepho_fixture_build (&fixture, "compute");
  g_assert_cmpuint (published->breaks->len, ==, 0);
}

/* Revenue a quarter of vendors A and B in segments X and Y. */
static void
test_marimekko (void)
{
  static const struct
  {
    double      revenue[2][2]; /* [vendor][segment] */
    const char *title;
  } cases[] = {
    { { { 1.0, 2.0 }, { 2.0, 5.0 } }, "Segment Y makes 70.0 % of revenue in 2022Q3; Vendor B leads in it with 71.4 %" },
    { { { 3.0, 2.0 }, { 3.0, 0.0 } },
      "Segment X makes 75.0 % of revenue in 2022Q3; Vendor A and Vendor B are level in it with 50.0 % each" },
    { { { 0.0, 0.0 }, { 0.0, 0.0 } }, "Nobody earns anything in 2022Q3" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_auto (NephoFixture) fixture = { 0 };
      g_autoptr (NephoPlotFigure) figure = NULL;

      nepho_fixture_adopt (&fixture, nepho_sample_dataset (2, 2), 1);
      for (guint i = 0; i < 2; i++)
        for (guint s = 0; s < 2; s++)
          fixture.results->revenue[nepho_results_tis (fixture.results, 1, i, s)] = cases[k].revenue[i][s];
      nepho_fixture_title (&fixture, "marimekko", cases[k].title);
      figure = nepho_fixture_build (&fixture, "marimekko");
      g_assert_true ((figure->empty != NULL) == (k == 2));
      g_assert_cmpuint (figure->series->len, ==, k == 2 ? 0 : 2);
      if (k == 0)
        g_assert_cmpfloat (figure->x.widths->values[1], ==, 28.0);
    }
}

static void
test_marimekko_alone (void)
{
  g_auto (NephoFixture) fixture = { 0 };

  nepho_fixture_init (&fixture, 3, 0);
  for (guint i = 0; i < 3; i++)
    fixture.results->revenue[i] = i == 1 ? 2.0 : 1.0;
  nepho_fixture_title (&fixture, "marimekko", "Vendor B leads in Segment X with 50.0 % of its revenue in 2022Q2");
  fixture.results->revenue[1] = 1.0;
  nepho_fixture_title (&fixture, "marimekko",
                       "3 vendors are level in Segment X with 33.3 % of its revenue each in 2022Q2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure-titles/adoption", test_adoption);
  g_test_add_func ("/figure-titles/single-quarter", test_single_quarter);
  g_test_add_func ("/figure-titles/points", test_points);
  g_test_add_func ("/figure-titles/ebita", test_ebita);
  g_test_add_func ("/figure-titles/bridge", test_bridge);
  g_test_add_func ("/figure-titles/elimination", test_elimination);
  g_test_add_func ("/figure-titles/models", test_models);
  g_test_add_func ("/figure-titles/accelerators", test_accelerators);
  g_test_add_func ("/figure-titles/hours", test_hours);
  g_test_add_func ("/figure-titles/training", test_training);
  g_test_add_func ("/figure-titles/history", test_history);
  g_test_add_func ("/figure-titles/tornado", test_tornado);
  g_test_add_func ("/figure-titles/paths", test_paths);
  g_test_add_func ("/figure-titles/why", test_why);
  g_test_add_func ("/figure-titles/why-many", test_why_many);
  g_test_add_func ("/figure-titles/marimekko", test_marimekko);
  g_test_add_func ("/figure-titles/marimekko-alone", test_marimekko_alone);

  return g_test_run ();
}
