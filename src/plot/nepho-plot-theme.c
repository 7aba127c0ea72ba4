/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-theme.h"

#include <math.h>
#include <string.h>
#include "nepho-rising.h"

#define RGB(hex) \
  { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1.0 }
#define RGBA(hex, alpha) \
  { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, alpha }

/* Twelve colours that stay apart under simulated deuteranopia and protanopia (Machado, Oliveira and Fernandes 2009,
 * distances in Oklab; see the test), each 3 : 1 against its background. On paper and in high contrast those with the
 * same dashes or hatching have different lightness, too, so that they can be told apart in greys. */
#define PALETTE_LIGHT \
  { RGB (0x1c5eb9), RGB (0xe0492b), RGB (0x17988d), RGB (0xab0550), RGB (0x441692), RGB (0x7f8742), \
    RGB (0xad505e), RGB (0x32640f), RGB (0x5d3723), RGB (0x46577a), RGB (0x9c65cc), RGB (0x4b90b5) }
#define PALETTE_DARK \
  { RGB (0x71c0ff), RGB (0xe39a20), RGB (0x66d8b8), RGB (0xe47fb0), RGB (0x9495ff), RGB (0xdae873), \
    RGB (0xdc8a7d), RGB (0x97ca41), RGB (0xcbab87), RGB (0xa7b2ce), RGB (0xbd94da), RGB (0xb0e4fe) }

#define PALETTE_PRINT \
  { RGB (0x1c66c0), RGB (0xec5d0e), RGB (0x028783), RGB (0xa90957), RGB (0x441692), RGB (0x818642), \
    RGB (0xae505b), RGB (0x376307), RGB (0x5b381d), RGB (0x45577a), RGB (0x8f66cf), RGB (0x4d95b8) }
#define PALETTE_HIGH_CONTRAST \
  { RGB (0x4f4aad), RGB (0xce450d), RGB (0x02726b), RGB (0x8f0061), RGB (0x292499), RGB (0x5a7d45), \
    RGB (0xa34761), RGB (0x3d5f2b), RGB (0x563c17), RGB (0x465679), RGB (0x8641c4), RGB (0x297c99) }
#define PALETTE_HIGH_CONTRAST_DARK \
  { RGB (0x5ec4f7), RGB (0xf39732), RGB (0x57d8ca), RGB (0xea81a5), RGB (0x8c9fde), RGB (0xbaf18b), \
    RGB (0xe29b83), RGB (0x78d060), RGB (0xcdbc93), RGB (0xaeb0c9), RGB (0xb58ffc), RGB (0xbce0fe) }

/* Contrast of text that WCAG 2 asks for at the levels AA and AAA. */
#define READABLE 4.5
#define WELL_READABLE 7.0

#define SIZES \
  .line_width = 2.0, .ghost_width = 1.4, .grid_width = 0.75, .zero_width = 1.4, .point_radius = 3.2, \
  .title_size = 13.0, .subtitle_size = 10.0, .label_size = 10.0, .source_size = 8.5, .padding = 12.0, \
  .font = "Cantarell, Noto Sans, Open Sans, Segoe UI, Liberation Sans, DejaVu Sans"

/* The dark backgrounds are what a card of libadwaita shows, so that what is drawn in the background's
 * colour vanishes on the screen too. */
static const NephoPlotTheme themes[] = {
  { .id = "light", .background = RGB (0xffffff), .text = RGB (0x1e1e1e), .text_dim = RGB (0x5e5c64),
    .grid = RGB (0xe3e2e6), .zero = RGB (0x3d3846), .ghost = RGB (0x8b8890), .reference = RGBA (0x8b8890, 0.20),
    .neutral = RGB (0x77767b), .accent = RGB (0x1a5fb4), .positive = RGB (0x1f7a4d), .negative = RGB (0xb5203c),
    .palette = PALETTE_LIGHT, .text_contrast = READABLE, .patterns = FALSE, SIZES },
  { .id = "dark", .background = RGB (0x363636), .text = RGB (0xf6f5f4), .text_dim = RGB (0xb8b6bd),
    .grid = RGB (0x4c4c4c), .zero = RGB (0xc8c6cc), .ghost = RGB (0x9f9ca4), .reference = RGBA (0xb8b6bd, 0.18),
    .neutral = RGB (0xa8a6ad), .accent = RGB (0x78aeed), .positive = RGB (0x57c785), .negative = RGB (0xff7d90),
    .palette = PALETTE_DARK, .text_contrast = READABLE, .patterns = FALSE, SIZES },
  { .id = "high-contrast", .background = RGB (0xffffff), .text = RGB (0x000000), .text_dim = RGB (0x2b2b2b),
    .grid = RGB (0xb5b5b5), .zero = RGB (0x000000), .ghost = RGB (0x5c5c5c), .reference = RGBA (0x000000, 0.20),
    .neutral = RGB (0x4a4a4a), .accent = RGB (0x0b3f80), .positive = RGB (0x0d5c36), .negative = RGB (0x8f0f28),
    .palette = PALETTE_HIGH_CONTRAST, .text_contrast = WELL_READABLE, .patterns = TRUE, SIZES },
  { .id = "high-contrast-dark", .background = RGB (0x363636), .text = RGB (0xffffff), .text_dim = RGB (0xdedede),
    .grid = RGB (0x5a5a5a), .zero = RGB (0xffffff), .ghost = RGB (0xb0b0b0), .reference = RGBA (0xffffff, 0.25),
    .neutral = RGB (0xc4c4c4), .accent = RGB (0x9cc8ff), .positive = RGB (0x79e3a4), .negative = RGB (0xffa0ae),
    .palette = PALETTE_HIGH_CONTRAST_DARK, .text_contrast = WELL_READABLE, .patterns = TRUE, SIZES },
  { .id = "print", .background = RGB (0xffffff), .text = RGB (0x000000), .text_dim = RGB (0x4a4a4a),
    .grid = RGB (0xd8d8d8), .zero = RGB (0x000000), .ghost = RGB (0x808080), .reference = RGBA (0x808080, 0.20),
    .neutral = RGB (0x6a6a6a), .accent = RGB (0x1a5fb4), .positive = RGB (0x1f7a4d), .negative = RGB (0xb5203c),
    .palette = PALETTE_PRINT, .text_contrast = READABLE, .patterns = TRUE, SIZES },
};

/**
 * nepho_plot_themes:
 * @n_themes: (out): how many
 *
 * Returns: (array length=n_themes) (transfer none): every theme
 */
const NephoPlotTheme *
nepho_plot_themes (guint *n_themes)
{
  *n_themes = G_N_ELEMENTS (themes);

  return themes;
}

/**
 * nepho_plot_theme_find:
 * @id: name of a theme
 *
 * Returns: (transfer none) (nullable): that theme
 */
const NephoPlotTheme *
nepho_plot_theme_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_str_equal (themes[i].id, id))
      return &themes[i];

  return NULL;
}

/**
 * nepho_plot_theme_colour:
 * @theme: a theme
 * @slot: a slot of the palette or a named colour; slots beyond the palette begin again
 *
 * What rises and what falls have the colours that the reader chose (nepho_rising_set()).
 *
 * Returns: its colour
 */
NephoPlotColour
nepho_plot_theme_colour (const NephoPlotTheme *theme, int slot)
{
  switch (slot)
    {
    case NEPHO_PLOT_ACCENT:
      return theme->accent;
    case NEPHO_PLOT_POSITIVE:
      return nepho_rising_is_red () ? theme->negative : theme->positive;
    case NEPHO_PLOT_NEGATIVE:
      return nepho_rising_is_red () ? theme->positive : theme->negative;
    default:
      return slot < 0 ? theme->neutral : theme->palette[slot % NEPHO_PLOT_PALETTE_SIZE];
    }
}

/**
 * nepho_plot_theme_dashes:
 * @number: number of a pattern, below %NEPHO_PLOT_N_DASHES
 * @n_dashes: (out): number of lengths
 *
 * Patterns that are told apart without colour.
 *
 * Returns: (array length=n_dashes) (nullable): lengths of dashes in line widths, or %NULL for solid
 */
const double *
nepho_plot_theme_dashes (guint number, int *n_dashes)
{
  static const double patterns[NEPHO_PLOT_N_DASHES][4] = {
    { 0.0 }, { 5.0, 2.0 }, { 1.5, 1.8 }, { 6.0, 2.0, 1.5, 2.0 }, { 10.0, 3.0 }, { 3.0, 4.0 },
    { 10.0, 2.0, 4.0, 2.0 }, { 1.5, 4.0 }, { 14.0, 2.0, 1.5, 2.0 }, { 6.0, 6.0 }, { 3.0, 2.0, 1.5, 2.0 }, { 14.0, 6.0 },
  };
  static const int lengths[NEPHO_PLOT_N_DASHES] = { 0, 2, 2, 4, 2, 2, 4, 2, 4, 2, 4, 2 };

  g_return_val_if_fail (number < NEPHO_PLOT_N_DASHES, NULL);

  *n_dashes = lengths[number];

  return lengths[number] > 0 ? patterns[number] : NULL;
}

/**
 * nepho_plot_theme_dash:
 * @slot: a slot of the palette
 * @n_dashes: (out): number of lengths
 *
 * The second cue beside colour. The first vendors, which are the largest, have solid lines.
 *
 * Returns: (array length=n_dashes) (nullable): lengths of dashes in line widths, or %NULL for solid
 */
const double *
nepho_plot_theme_dash (int slot, int *n_dashes)
{
  *n_dashes = 0;

  return slot < 4 ? NULL : nepho_plot_theme_dashes (1 + (guint) (slot / 4 - 1) % 3, n_dashes);
}

/**
 * nepho_plot_theme_pattern:
 * @slot: a slot of the palette
 *
 * The second cue of what is filled, where the theme has patterns: the same for the same slots as dashes are.
 *
 * Returns: how what has that colour is hatched; %NEPHO_PLOT_PATTERN_USUAL: not at all
 */
NephoPlotPattern
nepho_plot_theme_pattern (int slot)
{
  static const NephoPlotPattern patterns[]
    = { NEPHO_PLOT_PATTERN_BACKWARD, NEPHO_PLOT_PATTERN_LEVEL, NEPHO_PLOT_PATTERN_CROSSED };

  return slot < 4 ? NEPHO_PLOT_PATTERN_USUAL : patterns[(slot / 4 - 1) % (int) G_N_ELEMENTS (patterns)];
}

static double
linear_channel (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (NephoPlotColour colour)
{
  return 0.2126 * linear_channel (colour.r) + 0.7152 * linear_channel (colour.g) + 0.0722 * linear_channel (colour.b);
}

/**
 * nepho_plot_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * Returns: their contrast ratio, 1 to 21, as WCAG 2 defines it
 */
double
nepho_plot_contrast (NephoPlotColour a, NephoPlotColour b)
{
  double la = luminance (a);
  double lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

static NephoPlotColour
mix (NephoPlotColour a, NephoPlotColour b, double part)
{
  return (NephoPlotColour) { a.r + (b.r - a.r) * part, a.g + (b.g - a.g) * part, a.b + (b.b - a.b) * part, a.a };
}

/**
 * nepho_plot_theme_readable:
 * @theme: a theme
 * @colour: a colour that marks may have
 *
 * Words need more contrast than marks.
 *
 * Returns: @colour, or what is nearest to it on the way to the theme's text in which words can be read
 */
NephoPlotColour
nepho_plot_theme_readable (const NephoPlotTheme *theme, NephoPlotColour colour)
{
  double low = 0.0;
  double high = 1.0;

  if (nepho_plot_contrast (colour, theme->background) >= theme->text_contrast)
    return colour;

  for (guint i = 0; i < 8; i++)
    {
      double part = 0.5 * (low + high);

      if (nepho_plot_contrast (mix (colour, theme->text, part), theme->background) >= theme->text_contrast)
        high = part;
      else
        low = part;
    }

  return mix (colour, theme->text, high);
}
