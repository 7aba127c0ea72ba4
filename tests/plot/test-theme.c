/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-figure.h"
#include "nepho-plot-theme.h"

static void
test_contrast_formula (void)
{
  NephoPlotColour black = { 0, 0, 0, 1 };
  NephoPlotColour white = { 1, 1, 1, 1 };
  NephoPlotColour grey = { 119 / 255.0, 119 / 255.0, 119 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (nepho_plot_contrast (black, white), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (nepho_plot_contrast (white, white), 1.0, 1e-9);
  /* The WCAG example: #777777 on white is 4.48. */
  g_assert_cmpfloat_with_epsilon (nepho_plot_contrast (grey, white), 4.48, 0.005);
}

static void
test_contrast (void)
{
  guint n_themes;
  const NephoPlotTheme *themes = nepho_plot_themes (&n_themes);

  for (guint i = 0; i < n_themes; i++)
    {
      const NephoPlotTheme *theme = &themes[i];

      g_assert_true (nepho_plot_theme_find (theme->id) == theme);
      g_assert_cmpfloat (nepho_plot_contrast (theme->text, theme->background), >=, 7.0);
      g_assert_cmpfloat (nepho_plot_contrast (theme->text_dim, theme->background), >=, 4.5);
      g_assert_cmpfloat (nepho_plot_contrast (theme->zero, theme->background), >=, 4.5);
      g_assert_cmpfloat (nepho_plot_contrast (theme->ghost, theme->background), >=, 3.0);
      for (int slot = NEPHO_PLOT_NEGATIVE; slot < NEPHO_PLOT_PALETTE_SIZE; slot++)
        {
          NephoPlotColour colour = nepho_plot_theme_colour (theme, slot);

          /* Marks need 3 : 1. Direct labels are text in the same colours: 4.5 : 1 but for large type. */
          g_assert_cmpfloat (nepho_plot_contrast (colour, theme->background), >=, 3.0);
        }
    }
  g_assert_null (nepho_plot_theme_find ("sepia"));
}

/* No two of twelve vendors look the same: another colour, and beyond the first four another dash. */
static void
test_second_cue (void)
{
  for (int a = 0; a < NEPHO_PLOT_PALETTE_SIZE; a++)
    for (int b = a + 4; b < NEPHO_PLOT_PALETTE_SIZE; b += 4)
      {
        int n_a;
        int n_b;
        const double *dash_a = nepho_plot_theme_dash (a, &n_a);
        const double *dash_b = nepho_plot_theme_dash (b, &n_b);

        g_assert_true (dash_a != dash_b);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/contrast-formula", test_contrast_formula);
  g_test_add_func ("/theme/contrast", test_contrast);
  g_test_add_func ("/theme/second-cue", test_second_cue);

  return g_test_run ();
}
