/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-parameter-range.h"

#include <math.h>

#include "nepho-sample.h"

#define N_GRADES (NEPHO_GRADE_RUMOURED + 1)
#define N_DRAWS 40

static const char * const words[] = { "", "about", "More than ", "up to", "somewhere near" };

/* The parameter as if a data set had given it another value. */
static NephoParameter
with_value (const NephoParameterSet *set, guint index, double value)
{
  NephoParameter parameter = *nepho_parameter_set_get (set, index);

  parameter.initial = value;

  return parameter;
}

static NephoFact *
fact_of (NephoGrade grade, const char *qualifier)
{
  NephoFact *fact = nepho_fact_new ();

  fact->grade = grade;
  nepho_fact_set_text (&fact->qualifier, qualifier);

  return fact;
}

/* Worked by hand from "Ranges" in docs/model.md. */
static const struct
{
  const char *spec;
  double      value;
  NephoGrade  grade;
  const char *qualifier;
  double      low;
  double      high;
} cases[] = {
  /* odds 0.346 : 0.654, divided and multiplied by 1.02 */
  { "share", 0.346, NEPHO_GRADE_REPORTED, "", 0.346 / 1.01308, 0.35292 / 1.00692 },
  { "share", 0.5, NEPHO_GRADE_RUMOURED, "", 0.4, 0.6 },
  { "renewal", 0.9, NEPHO_GRADE_RUMOURED, "", 0.9 / 1.05, 1.35 / 1.45 },
  /* 1 + 1.5 × 0.02 to both sides; 1 + 3 × 0.02 to one */
  { "train.accelerator_watts", 400.0, NEPHO_GRADE_REPORTED, "", 400.0 / 1.02, 408.0 },
  { "train.accelerator_watts", 400.0, NEPHO_GRADE_REPORTED, "about", 400.0 / 1.03, 412.0 },
  { "train.accelerator_watts", 400.0, NEPHO_GRADE_REPORTED, "More than", 400.0 / 1.02, 424.0 },
  { "train.accelerator_watts", 400.0, NEPHO_GRADE_REPORTED, "up to", 400.0 / 1.06, 408.0 },
  { "compute", 5e22, NEPHO_GRADE_ESTIMATED, "", 5e22 / 1.15, 5.75e22 },
  { "opex_ratio", 0.328, NEPHO_GRADE_DERIVED, "", 0.328 / 1.04, 0.34112 },
  { "train.pue", 1.3, NEPHO_GRADE_PROJECTED, "", 1.04, 1.625 },
  /* a growth of 15 % is a factor of 1.15 */
  { "growth", 0.15, NEPHO_GRADE_ESTIMATED, "", 0.0, 0.3225 },
  /* half the plausible range is 0.1 */
  { "price.margin_floor", 0.05, NEPHO_GRADE_DERIVED, "", 0.046, 0.054 },
  /* no less than as many steps of the lever: of 0.005, 0.25, 0.01 */
  { "share", 0.0, NEPHO_GRADE_RUMOURED, "", 0.0, 0.0025 },
  { "share", 1.0, NEPHO_GRADE_RUMOURED, "", 0.9975, 1.0 },
  { "cadence", 0.0, NEPHO_GRADE_PROJECTED, "", 0.0, 0.0625 },
  { "renewal", 0.99, NEPHO_GRADE_RUMOURED, "", 0.985, 0.995 },
  /* never beyond the table */
  { "train.pue", 2.9, NEPHO_GRADE_RUMOURED, "", 2.9 / 1.5, 3.0 },
  { "train.pue", 1.2, NEPHO_GRADE_RUMOURED, "", 1.0, 1.8 },
};

static guint
index_of (const NephoParameterSet *set, const char *spec_id)
{
  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    if (g_str_equal (nepho_parameter_set_get (set, k)->spec->id, spec_id))
      return k;

  g_assert_not_reached ();
}

static void
test_published (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NephoParameter parameter = with_value (set, index_of (set, cases[i].spec), cases[i].value);
      g_autoptr (NephoFact) fact = fact_of (cases[i].grade, cases[i].qualifier);
      NephoParameterRange range = nepho_parameter_range (&parameter, fact, NULL);

      g_assert_cmpfloat_with_epsilon (range.low, cases[i].low, 1e-9 * MAX (1.0, cases[i].low));
      g_assert_cmpfloat_with_epsilon (range.high, cases[i].high, 1e-9 * MAX (1.0, cases[i].high));
      g_assert_cmpint (range.basis, ==, NEPHO_RANGE_FROM_GRADE);
      g_assert_cmpint (range.grade, ==, cases[i].grade);
      g_assert_cmpint (range.qualified, ==, *cases[i].qualifier != '\0');
      g_assert_false (range.disputed);
    }
}

/* What is assumed has the table's plausible range, from the data set's order of magnitude. */
static void
test_assumed (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  guint potential = index_of (set, "adoption.potential");
  guint customers = index_of (set, "customers");
  NephoParameter parameter = with_value (set, potential, 0.6);
  NephoParameterRange range = nepho_parameter_set_range (set, potential);

  g_assert_cmpfloat (range.low, ==, 0.2);
  g_assert_cmpfloat (range.high, ==, 0.9);
  g_assert_cmpint (range.shape, ==, NEPHO_SHAPE_TRIANGULAR);
  g_assert_cmpint (range.basis, ==, NEPHO_RANGE_FROM_TABLE);

  parameter.initial = 0.95;
  range = nepho_parameter_range (&parameter, NULL, NULL);
  g_assert_cmpfloat (range.low, ==, 0.2);
  g_assert_cmpfloat (range.high, ==, 0.95);

  /* 500 to 2000 around 1000, so 150 to 600 around 300 */
  parameter = with_value (set, customers, 300.0);
  range = nepho_parameter_range (&parameter, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (range.low, 150.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (range.high, 600.0, 1e-9);

  /* Of shares the table says 0 to 100 %, which is nothing: as wide as a rumour's. */
  parameter = with_value (set, index_of (set, "share"), 0.5);
  range = nepho_parameter_range (&parameter, NULL, NULL);
  g_assert_cmpint (range.basis, ==, NEPHO_RANGE_FROM_NOTHING);
  g_assert_cmpfloat_with_epsilon (range.low, 0.4, 1e-12);
  g_assert_cmpfloat_with_epsilon (range.high, 0.6, 1e-12);
}

/* Who disagrees is heard. */
static void
test_disputed (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoParameterSet) before = nepho_parameter_set_new (dataset);
  g_autoptr (NephoParameterSet) set = NULL;
  NephoFact *fact = fact_of (NEPHO_GRADE_REPORTED, "");
  NephoDatasetValue *entry;
  NephoParameterRange range;
  guint index;

  nepho_fact_set_text (&fact->id, "idc");
  nepho_dataset_take_fact (dataset, fact);
  entry = nepho_dataset_add_value (dataset, "vendor.a.opex_ratio", 0.5, "idc", NULL);
  nepho_dataset_value_add_alternative (entry, 0.505, "canalys");
  set = nepho_parameter_set_new (dataset);
  index = (guint) nepho_parameter_set_find (set, "vendor.a.opex_ratio");
  g_assert_null (nepho_parameter_set_get (before, index)->alternatives);
  g_assert_cmpuint (nepho_parameter_set_get (set, index)->alternatives->len, ==, 1);

  range = nepho_parameter_set_range (set, index);
  g_assert_cmpfloat_with_epsilon (range.high, 0.51, 1e-12);
  g_assert_false (range.disputed);

  nepho_dataset_value_add_alternative (entry, 0.4, "gartner");
  nepho_dataset_value_add_alternative (entry, 0.7, "synergy");
  range = nepho_parameter_set_range (set, index);
  g_assert_cmpfloat (range.low, ==, 0.4);
  g_assert_cmpfloat (range.high, ==, 0.7);
  g_assert_true (range.disputed);
}

static double
draw (GRand *random, const NephoParameterSpec *spec, guint k)
{
  static const double edges[] = { 0.0, 1.0, 1e-9, 1.0 - 1e-9 };
  double u = k < G_N_ELEMENTS (edges) ? edges[k] : g_rand_double (random);
  double value = spec->logarithmic && k % 2 == 0
                     ? spec->minimum * pow (spec->maximum / spec->minimum, u)
                     : spec->minimum + u * (spec->maximum - spec->minimum);

  return CLAMP (value, spec->minimum, spec->maximum);
}

static void
check_range (const NephoParameter *parameter, NephoParameterRange range, const GPtrArray *alternatives)
{
  g_assert_cmpfloat (range.low, >=, parameter->spec->minimum);
  g_assert_cmpfloat (range.low, <=, parameter->initial);
  g_assert_cmpfloat (range.high, >=, parameter->initial);
  g_assert_cmpfloat (range.high, <=, parameter->spec->maximum);
  g_assert_cmpfloat (range.low, <, range.high);
  for (guint i = 0; alternatives != NULL && i < alternatives->len; i++)
    {
      const NephoAlternative *alternative = g_ptr_array_index (alternatives, i);

      g_assert_cmpfloat (range.low, <=, alternative->value);
      g_assert_cmpfloat (range.high, >=, alternative->value);
    }
}

/* A weaker grade is never narrower on either side, whatever the value, the words and the others. */
static void
check_grades (const NephoParameter *parameter, const char *word, const GPtrArray *alternatives)
{
  NephoParameterRange firmer = { 0 };

  for (guint grade = 0; grade < N_GRADES; grade++)
    {
      g_autoptr (NephoFact) fact = fact_of ((NephoGrade) grade, word);
      g_autoptr (NephoFact) plain = fact_of ((NephoGrade) grade, "");
      NephoParameterRange range = nepho_parameter_range (parameter, fact, alternatives);
      NephoParameterRange unqualified = nepho_parameter_range (parameter, plain, alternatives);

      check_range (parameter, range, alternatives);
      g_assert_cmpfloat (range.low, <=, unqualified.low);
      g_assert_cmpfloat (range.high, >=, unqualified.high);
      if (grade > 0)
        {
          g_assert_cmpfloat (range.low, <=, firmer.low);
          g_assert_cmpfloat (range.high, >=, firmer.high);
        }
      firmer = range;
    }
}

static void
test_property (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    for (guint n = 0; n < N_DRAWS; n++)
      {
        const NephoParameterSpec *spec = nepho_parameter_set_get (set, k)->spec;
        NephoParameter parameter = with_value (set, k, draw (random, spec, n));
        NephoAlternative others[] = { { draw (random, spec, n + 7), NULL }, { draw (random, spec, n + 8), NULL } };
        g_autoptr (GPtrArray) alternatives = g_ptr_array_new ();

        for (guint i = 0; i < n % 3; i++)
          g_ptr_array_add (alternatives, &others[i]);
        check_range (&parameter, nepho_parameter_range (&parameter, NULL, alternatives), alternatives);
        for (guint i = 0; i < G_N_ELEMENTS (words); i++)
          check_grades (&parameter, words[i], alternatives);
      }
}

/* A reader who believes in another value has as wide a range around it: worked by hand from "Many runs" in
 * docs/model.md. The plausible ranges are those of the table of parameters. */
static const struct
{
  const char *spec;
  double      value;
  double      low;
  double      high;
} moved_cases[] = {
  /* 500 to 2000 around 1000: half to twice */
  { "customers", 3000.0, 1500.0, 6000.0 },
  /* 0.75 to 4 around 1.5: half to 8/3 */
  { "demand.growth_halflife", 3.0, 1.5, 8.0 },
  /* odds 1/4, 3/2 and 9 of 20 %, 60 % and 90 %; 50 % has odds 1, so 1/6 and 6 */
  { "adoption.potential", 0.5, 1.0 / 7.0, 6.0 / 7.0 },
  /* 5 % to 40 % around 20 %: factors 1.05 / 1.2 and 1.4 / 1.2 of 1.5 */
  { "growth", 0.5, 0.3125, 0.75 },
  /* −0.1 to 0.1 around 0 */
  { "price.margin_floor", 0.2, 0.1, 0.3 },
  /* Nothing is certain, and so is the whole */
  { "adoption.potential", 0.0, 0.0, 0.0 },
  { "adoption.potential", 1.0, 1.0, 1.0 },
  { "uplift", 0.0, 0.0, 0.0 },
  /* From nothing, 0 to 0.3, there is no factor */
  { "internal_share", 0.1, 0.1, 0.4 },
  /* Never beyond the limits */
  { "price.margin_floor", 0.45, 0.35, 0.5 },
  /* The default itself: the range as it is */
  { "customers", 1000.0, 500.0, 2000.0 },
};

static void
test_moved (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);

  for (guint k = 0; k < G_N_ELEMENTS (moved_cases); k++)
    {
      guint index = 0;
      NephoParameterRange range;

      while (!g_str_equal (nepho_parameter_set_get (set, index)->spec->id, moved_cases[k].spec))
        index++;
      range = nepho_parameter_set_range_at (set, index, moved_cases[k].value);
      g_assert_cmpfloat_with_epsilon (range.low, moved_cases[k].low, 1e-9);
      g_assert_cmpfloat_with_epsilon (range.high, moved_cases[k].high, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parameter-range/published", test_published);
  g_test_add_func ("/parameter-range/assumed", test_assumed);
  g_test_add_func ("/parameter-range/disputed", test_disputed);
  g_test_add_func ("/parameter-range/property", test_property);
  g_test_add_func ("/model/parameter-range/moved", test_moved);

  return g_test_run ();
}
