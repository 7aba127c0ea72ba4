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

/* In high contrast words have what WCAG 2 asks for at level AAA, and marks what it asks of words at AA. */
static void
test_contrast (void)
{
  guint n_themes;
  const NephoPlotTheme *themes = nepho_plot_themes (&n_themes);

  for (guint i = 0; i < n_themes; i++)
    {
      const NephoPlotTheme *theme = &themes[i];
      gboolean high = g_str_has_prefix (theme->id, "high-contrast");
      double words = high ? 7.0 : 4.5;

      g_assert_true (nepho_plot_theme_find (theme->id) == theme);
      g_assert_cmpfloat (nepho_plot_contrast (theme->text, theme->background), >=, 7.0);
      g_assert_cmpfloat (nepho_plot_contrast (theme->text_dim, theme->background), >=, words);
      g_assert_cmpfloat (nepho_plot_contrast (theme->zero, theme->background), >=, 4.5);
      g_assert_cmpfloat (nepho_plot_contrast (theme->ghost, theme->background), >=, 3.0);
      for (int slot = NEPHO_PLOT_CHANGE; slot < NEPHO_PLOT_PALETTE_SIZE; slot++)
        {
          NephoPlotColour colour = nepho_plot_theme_colour (theme, slot);
          NephoPlotColour label = nepho_plot_theme_readable (theme, colour);

          g_assert_cmpfloat (nepho_plot_contrast (colour, theme->background), >=, high ? 4.5 : 3.0);
          g_assert_cmpfloat (nepho_plot_contrast (label, theme->background), >=, words);
        }
    }
  g_assert_null (nepho_plot_theme_find ("sepia"));
}

/* A colour in which words can be read stays as it is, another changes no more than it must. */
static void
test_readable (void)
{
  const NephoPlotTheme *theme = nepho_plot_theme_find ("light");
  NephoPlotColour dark = { 0.1, 0.2, 0.6, 1.0 };
  NephoPlotColour pale = { 0.9, 0.5, 0.2, 1.0 };
  NephoPlotColour words = nepho_plot_theme_readable (theme, dark);

  g_assert_cmpfloat (words.r, ==, dark.r);
  g_assert_cmpfloat (words.b, ==, dark.b);
  words = nepho_plot_theme_readable (theme, pale);
  g_assert_cmpfloat (nepho_plot_contrast (words, theme->background), >=, 4.5);
  g_assert_cmpfloat (nepho_plot_contrast (words, theme->background), <, 4.7);
  g_assert_cmpfloat (words.r, >, words.g);
  g_assert_cmpfloat (words.g, >, words.b);
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

static double
distance_between (NephoPlotColour a, NephoPlotColour b, const Eye *eye)
{
  double x[3];
  double y[3];

  to_oklab (a, eye, x);
  to_oklab (b, eye, y);

  return sqrt ((x[0] - y[0]) * (x[0] - y[0]) + (x[1] - y[1]) * (x[1] - y[1]) + (x[2] - y[2]) * (x[2] - y[2]));
}

/* Two vendors are two colours for every eye. */
static void
test_colours_stay_apart (void)
{
  guint n_themes;
  const NephoPlotTheme *themes = nepho_plot_themes (&n_themes);

  for (guint t = 0; t < n_themes; t++)
    for (guint e = 0; e < G_N_ELEMENTS (eyes); e++)
      for (int a = 0; a < NEPHO_PLOT_PALETTE_SIZE; a++)
        for (int b = 0; b < a; b++)
          {
            double distance = distance_between (themes[t].palette[a], themes[t].palette[b], &eyes[e]);

            if (distance < eyes[e].least)
              g_error ("%s, %s: slots %d and %d are %.3f apart", themes[t].id, eyes[e].eye, b, a, distance);
          }
}

/* What a printer without colours makes of one: as light as it was. */
static double
grey_of (NephoPlotColour colour)
{
  return cbrt (0.2126 * to_linear (colour.r) + 0.7152 * to_linear (colour.g) + 0.0722 * to_linear (colour.b));
}

/* Without any colour two vendors differ in lightness, or in dashes and hatching. */
static void
test_greys (void)
{
  static const char *const names[] = { "light", "high-contrast", "high-contrast-dark", "print" };

  for (guint t = 0; t < G_N_ELEMENTS (names); t++)
    for (int a = 0; a < NEPHO_PLOT_PALETTE_SIZE; a++)
      for (int b = 0; b < a; b++)
        {
          const NephoPlotTheme *theme = nepho_plot_theme_find (names[t]);
          double distance = fabs (grey_of (theme->palette[a]) - grey_of (theme->palette[b]));
          int n_a;
          int n_b;
          gboolean same = nepho_plot_theme_dash (a, &n_a) == nepho_plot_theme_dash (b, &n_b)
                          || nepho_plot_theme_pattern (a) == nepho_plot_theme_pattern (b);

          if (same && distance < 0.03)
            g_error ("%s: slots %d and %d are %.3f apart in grey", names[t], b, a, distance);
        }
}

/* No two of twelve vendors look the same: another colour, and beyond the first four other dashes and hatching. */
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
        g_assert_cmpint (nepho_plot_theme_pattern (a), !=, nepho_plot_theme_pattern (b));
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
  g_test_add_func ("/theme/readable", test_readable);
  g_test_add_func ("/theme/greys", test_greys);
  g_test_add_func ("/theme/second-cue", test_second_cue);

  return g_test_run ();
}
