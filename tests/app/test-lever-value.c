/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-lever-value.h"

#include <locale.h>
#include <math.h>

static const NephoParameterSpec fraction = {
  .unit = NEPHO_UNIT_FRACTION, .minimum = 0.0, .maximum = 1.0, .step = 0.05
};
static const NephoParameterSpec quarters = {
  .unit = NEPHO_UNIT_QUARTER, .minimum = 0.0, .maximum = 200.0, .step = 1.0, .whole = TRUE
};
static const NephoParameterSpec flop = {
  .unit = NEPHO_UNIT_FLOP, .minimum = 1e18, .maximum = 1e28, .step = 0.1, .logarithmic = TRUE
};

static void
test_at (void)
{
  static const struct
  {
    const NephoParameterSpec *spec;
    double                    position;
    double                    value;
  } cases[] = {
    /* a tenth of a step of 0.05 */
    { &fraction, 0.3461, 0.345 },
    { &fraction, 0.3476, 0.35 },
    { &fraction, -0.2, 0.0 },
    { &fraction, 1.01, 1.0 },
    { &quarters, 3.4, 3.0 },
    { &quarters, 3.6, 4.0 },
    { &flop, 23.0, 1e23 },
    /* 10^23.5 = 3.1623e23 in three digits */
    { &flop, 23.5, 3.16e23 },
    { &flop, 40.0, 1e28 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (nepho_lever_at (cases[i].spec, cases[i].position), ==, cases[i].value);
}

static void
test_step (void)
{
  static const struct
  {
    const NephoParameterSpec *spec;
    double                    value;
    double                    steps;
    double                    there;
  } cases[] = {
    { &fraction, 0.6, 1.0, 0.65 },
    { &fraction, 0.346, 1.0, 0.396 },
    { &fraction, 0.1, -1.0, 0.05 },
    { &fraction, 0.3, 10.0, 0.8 },
    { &fraction, 0.9, 10.0, 1.0 },
    { &fraction, 0.02, -1.0, 0.0 },
    { &quarters, 4.0, 1.0, 5.0 },
    /* ten steps of 0.1 are a power of ten */
    { &flop, 4.3e23, 10.0, 4.3e24 },
    { &flop, 4.3e23, -10.0, 4.3e22 },
    /* 10^0.1 = 1.2589 */
    { &flop, 1e23, 1.0, 1.26e23 },
    { &flop, 1e28, 1.0, 1e28 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (nepho_lever_step (cases[i].spec, cases[i].value, cases[i].steps), ==,
                       cases[i].there);
}

static void
test_range (void)
{
  double low;
  double high;

  nepho_lever_range (&fraction, 34, &low, &high);
  g_assert_cmpfloat (low, ==, 0.0);
  g_assert_cmpfloat (high, ==, 1.0);
  nepho_lever_range (&flop, 34, &low, &high);
  g_assert_cmpfloat_with_epsilon (low, 18.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (high, 28.0, 1e-12);
  nepho_lever_range (&quarters, 34, &low, &high);
  g_assert_cmpfloat (high, ==, 34.0);
}

static void
test_entry_text (void)
{
  static const struct
  {
    NephoUnit   unit;
    double                    value;
    const char *text;
  } cases[] = {
    { NEPHO_UNIT_FRACTION, 0.346, "34.6" }, { NEPHO_UNIT_YUAN_BILLION, 3.02, "3.02" },
    { NEPHO_UNIT_QUARTER, 4.0, "4" },       { NEPHO_UNIT_PARAMETER, 175e9, "175\u202fbn" },
    { NEPHO_UNIT_FLOP, 4.3e23, "4.3e23" },  { NEPHO_UNIT_NONE, 0.0, "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = nepho_lever_entry_text (cases[i].unit, cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_unit_text (void)
{
  static const struct
  {
    NephoUnit   unit;
    const char *text;
  } cases[] = {
    { NEPHO_UNIT_FRACTION, "%" },
    { NEPHO_UNIT_YUAN_BILLION, "¥\u00a0bn" },
    { NEPHO_UNIT_YUAN_PER_HOUR, "¥/hour" },
    { NEPHO_UNIT_PER_YEAR, "/yr" },
    { NEPHO_UNIT_NONE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = nepho_lever_unit_text (cases[i].unit);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lever-value/at", test_at);
  g_test_add_func ("/lever-value/step", test_step);
  g_test_add_func ("/lever-value/range", test_range);
  g_test_add_func ("/lever-value/entry-text", test_entry_text);
  g_test_add_func ("/lever-value/unit-text", test_unit_text);

  return g_test_run ();
}
