/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-plot-figure.h"
#include "nepho-plot-theme.h"
#include "nepho-rising.h"

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
      for (int slot = NEPHO_PLOT_CHANGE; slot < NEPHO_PLOT_PALETTE_SIZE; slot++)
        {
          NephoPlotColour colour = nepho_plot_theme_colour (theme, slot);

          /* Marks need 3 : 1. Direct labels are text in the same colours: 4.5 : 1 but for large type. */
          g_assert_cmpfloat (nepho_plot_contrast (colour, theme->background), >=, 3.0);
        }
    }
  g_assert_null (nepho_plot_theme_find ("sepia"));
}

/* What rises is green or red as the reader chose, and what falls is the other. */
static void
test_rising (void)
{
  const NephoPlotTheme *theme = nepho_plot_theme_find ("light");
  NephoPlotColour rising;
  NephoPlotColour falling;

  for (NephoRising choice = NEPHO_RISING_AUTO; choice <= NEPHO_RISING_RED; choice++)
    {
      nepho_rising_set (choice);
      rising = nepho_plot_theme_colour (theme, NEPHO_PLOT_POSITIVE);
      falling = nepho_plot_theme_colour (theme, NEPHO_PLOT_NEGATIVE);
      g_assert_true ((rising.r > rising.g) == (choice == NEPHO_RISING_RED));
      g_assert_true ((falling.r > falling.g) == (choice != NEPHO_RISING_RED));
    }
  nepho_rising_set (NEPHO_RISING_AUTO);
}

typedef struct
{
  const char *eye;
  double      matrix[3][3]; /* of linear sRGB */
  double      least;        /* distance that two colours must keep, in Oklab */
} Eye;

/* Machado, Oliveira and Fernandes, A physiologically-based model for simulation of color vision
 * deficiency, 2009, severity 1. */
static const Eye eyes[] = {
  { "usual", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } }, 0.06 },
  { "protanopia",
    { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
    0.03 },
  { "deuteranopia",
    { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
    0.03 },
};

static double
to_linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

/* Björn Ottosson, A perceptual color space for image processing, 2020. */
static void
to_oklab (NephoPlotColour colour, const Eye *eye, double lab[3])
{
  double rgb[3] = { to_linear (colour.r), to_linear (colour.g), to_linear (colour.b) };
  double seen[3];
  double l, m, s;

  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (eye->matrix[i][0] * rgb[0] + eye->matrix[i][1] * rgb[1] + eye->matrix[i][2] * rgb[2], 0.0, 1.0);
  l = cbrt (0.4122214708 * seen[0] + 0.5363325363 * seen[1] + 0.0514459929 * seen[2]);
  m = cbrt (0.2119034982 * seen[0] + 0.6806995451 * seen[1] + 0.1073969566 * seen[2]);
  s = cbrt (0.0883024619 * seen[0] + 0.2817188376 * seen[1] + 0.6299787005 * seen[2]);
  lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

/* Two vendors are two colours for every eye. */
static void
test_colours_stay_apart (void)
{
  static const char *const names[] = { "light", "dark" };

  for (guint t = 0; t < G_N_ELEMENTS (names); t++)
    for (guint e = 0; e < G_N_ELEMENTS (eyes); e++)
      for (int a = 0; a < NEPHO_PLOT_PALETTE_SIZE; a++)
        for (int b = 0; b < a; b++)
          {
            const NephoPlotTheme *theme = nepho_plot_theme_find (names[t]);
            double x[3];
            double y[3];
            double distance;

            to_oklab (theme->palette[a], &eyes[e], x);
            to_oklab (theme->palette[b], &eyes[e], y);
            distance = sqrt ((x[0] - y[0]) * (x[0] - y[0]) + (x[1] - y[1]) * (x[1] - y[1]) + (x[2] - y[2]) * (x[2] - y[2]));
            if (distance < eyes[e].least)
              g_error ("%s, %s: slots %d and %d are %.3f apart", names[t], eyes[e].eye, b, a, distance);
          }
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
  g_test_add_func ("/theme/rising", test_rising);
  g_test_add_func ("/theme/colours-stay-apart", test_colours_stay_apart);
  g_test_add_func ("/theme/second-cue", test_second_cue);

  return g_test_run ();
}
