/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-plot-scale.h"

static const NephoPlotScale scales[] = {
  { NEPHO_PLOT_SCALE_LINEAR, 0.0, 0.5, 300.0, 20.0, 0 },
  { NEPHO_PLOT_SCALE_LINEAR, -3.0, 7.0, 0.0, 1.0, 0 },
  { NEPHO_PLOT_SCALE_LOG, 1e-3, 1e6, 10.0, 910.0, 0 },
  { NEPHO_PLOT_SCALE_TIME, 2022.25, 2030.75, 40.0, 500.0, 0 },
  { NEPHO_PLOT_SCALE_BAND, 0.0, 0.0, 0.0, 600.0, 12 },
};

static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    for (double position = scales[i].r0; fabs (position - scales[i].r1) > 1.0;
         position += (scales[i].r1 - scales[i].r0) / 97.0)
      {
        double value = nepho_plot_scale_invert (&scales[i], position);

        g_assert_cmpfloat_with_epsilon (nepho_plot_scale_map (&scales[i], value), position, 1e-9);
        if (fabs (scales[i].r1 - position) < fabs (scales[i].r1 - scales[i].r0) / 96.0)
          break;
      }
}

static void
test_ends (void)
{
  g_assert_cmpfloat (nepho_plot_scale_map (&scales[0], 0.0), ==, 300.0);
  g_assert_cmpfloat (nepho_plot_scale_map (&scales[0], 0.5), ==, 20.0);
  /* Nine decades on 900 points: a decade is 100. */
  g_assert_cmpfloat_with_epsilon (nepho_plot_scale_map (&scales[2], 1.0), 310.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (nepho_plot_scale_map (&scales[4], 0), 25.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (nepho_plot_scale_map (&scales[4], 11), 575.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (nepho_plot_scale_band_width (&scales[4]), 36.0, 1e-12);
}

/* Bands of unequal width: a tenth, none, nine tenths. */
static void
test_edges (void)
{
  static const double edges[] = { 0.0, 0.1, 0.1, 1.0 };
  static const NephoPlotScale scale = { NEPHO_PLOT_SCALE_BAND, 0.0, 0.0, 100.0, 300.0, 3, edges };

  g_assert_cmpfloat_with_epsilon (nepho_plot_scale_map (&scale, -0.5), 100.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (nepho_plot_scale_map (&scale, 0.0), 110.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (nepho_plot_scale_map (&scale, 1.0), 120.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (nepho_plot_scale_map (&scale, 2.0), 210.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (nepho_plot_scale_map (&scale, 2.5), 300.0, 1e-9);
  for (double position = 100.0; position <= 300.0; position += 7.0)
    g_assert_cmpfloat_with_epsilon (nepho_plot_scale_map (&scale, nepho_plot_scale_invert (&scale, position)), position,
                                    1e-9);
}

static void
test_no_place (void)
{
  g_assert_true (isnan (nepho_plot_scale_map (&scales[2], 0.0)));
  g_assert_true (isnan (nepho_plot_scale_map (&scales[2], -1.0)));
  g_assert_true (isnan (nepho_plot_scale_map (&scales[0], NAN)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/round-trip", test_round_trip);
  g_test_add_func ("/scale/ends", test_ends);
  g_test_add_func ("/scale/edges", test_edges);
  g_test_add_func ("/scale/no-place", test_no_place);

  return g_test_run ();
}
