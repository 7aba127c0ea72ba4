/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-plot-private.h"

typedef void (*Make) (double low, double high, guint wanted, NephoPlotTicks *ticks);

static void
linear (double low, double high, guint wanted, NephoPlotTicks *ticks)
{
  nepho_plot_ticks_linear (low, high, wanted, FALSE, ticks);
}

static void
whole (double low, double high, guint wanted, NephoPlotTicks *ticks)
{
  nepho_plot_ticks_linear (low, high, wanted, TRUE, ticks);
}

static const struct
{
  Make   make;
  double low, high;
  guint  wanted;
  guint  n;
  double first, second, last;
  int    decimals;
} rows[] = {
  { linear, 0.0, 0.4, 5, 5, 0.0, 0.1, 0.4, 1 },
  { linear, 0.0, 100.0, 5, 6, 0.0, 20.0, 100.0, 0 },
  { linear, -1.3, 1.7, 5, 3, -1.0, 0.0, 1.0, 0 },
  { linear, 0.0, 1e15, 5, 6, 0.0, 2e14, 1e15, 0 },
  { linear, 0.0, 1e-9, 4, 5, 0.0, 2.5e-10, 1e-9, 11 },
  { whole, 1.0, 12.0, 5, 4, 3.0, 6.0, 12.0, 0 },
  { whole, 1.0, 3.0, 5, 3, 1.0, 2.0, 3.0, 0 },
  { nepho_plot_ticks_log, 0.1, 1e6, 5, 4, 0.1, 10.0, 1e5, 0 },
  { nepho_plot_ticks_log, 1.0, 1000.0, 5, 4, 1.0, 10.0, 1000.0, 0 },
  { nepho_plot_ticks_time, 2022.25, 2030.75, 5, 4, 2024.0, 2026.0, 2030.0, 0 },
  { nepho_plot_ticks_time, 2022.25, 2023.25, 5, 5, 2022.25, 2022.5, 2023.25, 2 },
  { nepho_plot_ticks_time, 2022.25, 2072.25, 6, 5, 2030.0, 2040.0, 2070.0, 0 },
};

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NephoPlotTicks ticks;

      rows[i].make (rows[i].low, rows[i].high, rows[i].wanted, &ticks);
      g_assert_cmpuint (ticks.n, ==, rows[i].n);
      g_assert_cmpfloat_with_epsilon (ticks.values[0], rows[i].first, fabs (rows[i].high) * 1e-12);
      g_assert_cmpfloat_with_epsilon (ticks.values[1], rows[i].second, fabs (rows[i].high) * 1e-12);
      g_assert_cmpfloat_with_epsilon (ticks.values[ticks.n - 1], rows[i].last, fabs (rows[i].high) * 1e-12);
      g_assert_cmpint (ticks.decimals, ==, rows[i].decimals);
    }
}

static void
test_no_domain (void)
{
  static const double bad[][2] = { { NAN, 1.0 }, { 0.0, INFINITY }, { 1.0, 1.0 }, { 2.0, 1.0 } };
  static const Make makes[] = { linear, nepho_plot_ticks_log, nepho_plot_ticks_time };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    for (guint k = 0; k < G_N_ELEMENTS (makes); k++)
      {
        NephoPlotTicks ticks;

        makes[k](bad[i][0], bad[i][1], 5, &ticks);
        g_assert_cmpuint (ticks.n, ==, 0);
      }
}

/* Over domains of every size and place: few ticks, inside the domain, evenly spaced. */
static void
test_anywhere (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);

  for (guint draw = 0; draw < 5000; draw++)
    {
      double size = pow (10.0, g_rand_double_range (random, -9.0, 15.0));
      double low = g_rand_double_range (random, -3.0, 3.0) * size;
      double high = low + size;
      NephoPlotTicks ticks;

      nepho_plot_ticks_linear (low, high, 5, FALSE, &ticks);
      g_assert_cmpuint (ticks.n, >=, 3);
      g_assert_cmpuint (ticks.n, <=, 6);
      for (guint i = 0; i < ticks.n; i++)
        {
          g_assert_cmpfloat (ticks.values[i], >=, low - size * 1e-6);
          g_assert_cmpfloat (ticks.values[i], <=, high + size * 1e-6);
          if (i > 1)
            g_assert_cmpfloat_with_epsilon (ticks.values[i] - ticks.values[i - 1], ticks.values[1] - ticks.values[0],
                                            size * 1e-9);
        }
    }
}

/* Three to six on every axis that is long enough for three. */
static void
test_always_three_to_six (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint draw = 0; draw < 20000; draw++)
    {
      guint wanted = (guint) g_rand_int_range (random, 3, 7);
      double low = pow (10.0, g_rand_double_range (random, -12.0, 12.0));
      double high = low * pow (10.0, g_rand_double_range (random, 0.01, 20.0));
      double from = g_rand_double_range (random, 1990.0, 2030.0);
      double years = pow (10.0, g_rand_double_range (random, 0.0, 2.3));
      NephoPlotTicks ticks;

      nepho_plot_ticks_log (low, high, wanted, &ticks);
      if (ticks.n < 3 || ticks.n > 6)
        g_error ("%u ticks from %g to %g", ticks.n, low, high);
      nepho_plot_ticks_time (from, from + years, wanted, &ticks);
      if (ticks.n < 3 || ticks.n > 6)
        g_error ("%u ticks from %g to %g", ticks.n, from, from + years);
      for (guint i = 0; i < ticks.n; i++)
        g_assert_true (ticks.values[i] >= from - 1e-6 && ticks.values[i] <= from + years + 1e-6);
    }
}

/* All numbers of an axis have one form. */
static void
test_texts (void)
{
  static const struct
  {
    NephoPlotScaleKind kind;
    NephoUnit          unit;
    double             low, high;
    const char        *texts[7];
  } axes[] = {
    { NEPHO_PLOT_SCALE_LINEAR, NEPHO_UNIT_NONE, 0.0, 1.5e15, { "0", "0.5×10¹⁵", "1.0×10¹⁵", "1.5×10¹⁵" } },
    { NEPHO_PLOT_SCALE_LINEAR, NEPHO_UNIT_NONE, 0.0, 1.5e12, { "0", "0.5\u202ftrn", "1.0\u202ftrn", "1.5\u202ftrn" } },
    { NEPHO_PLOT_SCALE_LINEAR, NEPHO_UNIT_NONE, -5e8, 1e9, { "−0.5\u202fbn", "0", "0.5\u202fbn", "1.0\u202fbn" } },
    { NEPHO_PLOT_SCALE_LINEAR, NEPHO_UNIT_NONE, 0.0, 40000.0, { "0", "20\u202f000", "40\u202f000" } },
    { NEPHO_PLOT_SCALE_LINEAR, NEPHO_UNIT_NONE, 1e-9, 3e-9, { "1×10⁻⁹", "2×10⁻⁹", "3×10⁻⁹" } },
    { NEPHO_PLOT_SCALE_LINEAR, NEPHO_UNIT_FRACTION, 0.0, 0.01, { "0.0\u202f%", "0.5\u202f%", "1.0\u202f%" } },
    { NEPHO_PLOT_SCALE_LOG, NEPHO_UNIT_NONE, 1e-300, 1e300, { "10⁻²⁰⁰", "10⁰", "10²⁰⁰" } },
    { NEPHO_PLOT_SCALE_LOG, NEPHO_UNIT_NONE, 0.1, 1000.0, { "0.1", "10", "1000" } },
    { NEPHO_PLOT_SCALE_LOG, NEPHO_UNIT_NONE, 2.0, 40.0, { "2", "5", "10", "20" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (axes); i++)
    {
      NephoPlotAxis axis = { .kind = axes[i].kind, .unit = axes[i].unit };
      NephoPlotTicks ticks;

      if (axis.kind == NEPHO_PLOT_SCALE_LOG)
        nepho_plot_ticks_log (axes[i].low, axes[i].high, 3, &ticks);
      else
        nepho_plot_ticks_linear (axes[i].low, axes[i].high, 3, FALSE, &ticks);
      for (guint k = 0; k < ticks.n; k++)
        {
          g_autofree char *text = nepho_plot_tick_text (&axis, &ticks, k);

          g_assert_cmpstr (text, ==, axes[i].texts[k]);
        }
      g_assert_cmpuint (ticks.n, ==, g_strv_length ((char **) axes[i].texts));
    }
}

static void
test_nice_domain (void)
{
  static const struct
  {
    NephoPlotScaleKind kind;
    double             low, high, nice_low, nice_high;
  } domains[] = {
    { NEPHO_PLOT_SCALE_LINEAR, 0.0, 0.346, 0.0, 0.4 },
    { NEPHO_PLOT_SCALE_LINEAR, -0.99, 1.05, -1.0, 1.5 },
    { NEPHO_PLOT_SCALE_LINEAR, 5.0, 5.0, 2.0, 8.0 },
    { NEPHO_PLOT_SCALE_LINEAR, 0.0, 0.0, 0.0, 1.0 },
    { NEPHO_PLOT_SCALE_LOG, 0.2, 243000.0, 0.1, 1e6 },
    { NEPHO_PLOT_SCALE_LOG, 10.0, 10.0, 10.0, 100.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      double low = domains[i].low;
      double high = domains[i].high;

      nepho_plot_nice_domain (domains[i].kind, &low, &high);
      g_assert_cmpfloat_with_epsilon (low, domains[i].nice_low, 1e-9);
      g_assert_cmpfloat_with_epsilon (high, domains[i].nice_high, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticks/tables", test_tables);
  g_test_add_func ("/ticks/no-domain", test_no_domain);
  g_test_add_func ("/ticks/anywhere", test_anywhere);
  g_test_add_func ("/ticks/always-three-to-six", test_always_three_to_six);
  g_test_add_func ("/ticks/texts", test_texts);
  g_test_add_func ("/ticks/nice-domain", test_nice_domain);

  return g_test_run ();
}
