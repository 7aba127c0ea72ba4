/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-theme.h"

#include <math.h>
#include <string.h>

#include "nepho-plot-figure.h"
#include "nepho-rising.h"

#define RGB(hex) \
  { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1.0 }
#define RGBA(hex, alpha) \
  { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, alpha }

/* Twelve colours that stay apart under simulated deuteranopia and protanopia (Machado, Oliveira and
 * Fernandes 2009, distances in Oklab; see the test), each 3 : 1 against its background. */
#define PALETTE_LIGHT \
  { RGB (0x2a5cb9), RGB (0xe25010), RGB (0x029189), RGB (0xa80a5b), RGB (0x421793), RGB (0x7b8845), \
    RGB (0xaf5054), RGB (0x396302), RGB (0x5c381f), RGB (0x46577a), RGB (0x986bd4), RGB (0x31799c) }
#define PALETTE_DARK \
  { RGB (0x71c0ff), RGB (0xe39a20), RGB (0x66d8b8), RGB (0xe47fb0), RGB (0x9495ff), RGB (0xdae873), \
    RGB (0xdc8a7d), RGB (0x97ca41), RGB (0xcbab87), RGB (0xa7b2ce), RGB (0xbd94da), RGB (0xb0e4fe) }

#define SIZES \
  .line_width = 2.0, .ghost_width = 1.4, .grid_width = 0.75, .zero_width = 1.4, .point_radius = 3.2, \
  .title_size = 13.0, .subtitle_size = 10.0, .label_size = 10.0, .source_size = 8.5, .padding = 12.0, \
  .font = "Cantarell, Noto Sans, Noto Sans CJK SC, DejaVu Sans, sans-serif"

/* The dark backgrounds are what a card of libadwaita shows, so that what is drawn in the background's
 * colour vanishes on the screen too. */
static const NephoPlotTheme themes[] = {
  { .id = "light", .background = RGB (0xffffff), .text = RGB (0x1e1e1e), .text_dim = RGB (0x5e5c64),
    .grid = RGB (0xe3e2e6), .zero = RGB (0x3d3846), .ghost = RGB (0x8b8890), .reference = RGBA (0x8b8890, 0.20),
    .neutral = RGB (0x77767b), .accent = RGB (0x1a5fb4), .positive = RGB (0x1f7a4d), .negative = RGB (0xb5203c),
    .palette = PALETTE_LIGHT, SIZES },
  { .id = "dark", .background = RGB (0x363636), .text = RGB (0xf6f5f4), .text_dim = RGB (0xb8b6bd),
    .grid = RGB (0x4c4c4c), .zero = RGB (0xc8c6cc), .ghost = RGB (0x9f9ca4), .reference = RGBA (0xb8b6bd, 0.18),
    .neutral = RGB (0xa8a6ad), .accent = RGB (0x78aeed), .positive = RGB (0x57c785), .negative = RGB (0xff7d90),
    .palette = PALETTE_DARK, SIZES },
  { .id = "high-contrast", .background = RGB (0xffffff), .text = RGB (0x000000), .text_dim = RGB (0x2b2b2b),
    .grid = RGB (0xb5b5b5), .zero = RGB (0x000000), .ghost = RGB (0x5c5c5c), .reference = RGBA (0x000000, 0.20),
    .neutral = RGB (0x4a4a4a), .accent = RGB (0x0b3f80), .positive = RGB (0x0d5c36), .negative = RGB (0x8f0f28),
    .palette = PALETTE_LIGHT, SIZES },
  { .id = "high-contrast-dark", .background = RGB (0x363636), .text = RGB (0xffffff), .text_dim = RGB (0xdedede),
    .grid = RGB (0x5a5a5a), .zero = RGB (0xffffff), .ghost = RGB (0xb0b0b0), .reference = RGBA (0xffffff, 0.25),
    .neutral = RGB (0xc4c4c4), .accent = RGB (0x9cc8ff), .positive = RGB (0x79e3a4), .negative = RGB (0xffa0ae),
    .palette = PALETTE_DARK, SIZES },
  { .id = "print", .background = RGB (0xffffff), .text = RGB (0x000000), .text_dim = RGB (0x4a4a4a),
    .grid = RGB (0xd8d8d8), .zero = RGB (0x000000), .ghost = RGB (0x808080), .reference = RGBA (0x808080, 0.20),
    .neutral = RGB (0x6a6a6a), .accent = RGB (0x1a5fb4), .positive = RGB (0x1f7a4d), .negative = RGB (0xb5203c),
    .palette = PALETTE_LIGHT, SIZES },
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
  static const double patterns[][4] = { { 5.0, 2.0 }, { 1.5, 1.8 }, { 6.0, 2.0, 1.5, 2.0 } };
  static const int lengths[] = { 2, 2, 4 };
  int pattern = slot / 4 - 1;

  *n_dashes = 0;
  if (slot < 4)
    return NULL;

  pattern %= (int) G_N_ELEMENTS (patterns);
  *n_dashes = lengths[pattern];

  return patterns[pattern];
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
