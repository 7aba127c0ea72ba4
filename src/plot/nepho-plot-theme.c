/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-theme.h"

#include <math.h>
#include <string.h>

#include "nepho-plot-figure.h"

#define RGB(hex) \
  { (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1.0 }

/* Pango looks for the glyphs that a family lacks, such as Chinese, in others by itself. */
#define FONT "Adwaita Sans, Cantarell, Inter, Noto Sans, sans-serif"

#define SIZES \
  .line_width = 1.9, .ghost_width = 1.1, .grid_width = 0.6, .zero_width = 1.1, .point_radius = 3.0, \
  .title_size = 13.5, .subtitle_size = 10.5, .label_size = 9.5, .source_size = 8.0, .padding = 10.0, \
  .font = FONT

#define BOLD_SIZES \
  .line_width = 2.5, .ghost_width = 1.6, .grid_width = 0.8, .zero_width = 1.8, .point_radius = 3.6, \
  .title_size = 14.0, .subtitle_size = 10.5, .label_size = 10.0, .source_size = 8.5, .padding = 10.0, \
  .font = FONT

/* The palettes start from Paul Tol's hues. From there a search moved each colour a little so that the
 * least distance between any two, as people with full colour vision, deuteranopia and protanopia see
 * them (Machado et al. 2009, distances in Oklab), became as large as the contrast with the background
 * allows. The first ones are furthest apart. */
#define LIGHT_PALETTE \
  { RGB (0x2a5cb9), RGB (0xe25010), RGB (0x029189), RGB (0xa80a5b), RGB (0x421793), RGB (0x7b8845), \
    RGB (0xaf5054), RGB (0x396302), RGB (0x5c381f), RGB (0x46577a), RGB (0x986bd4), RGB (0x31799c) }

static const NephoPlotTheme themes[] = {
  {
    .id = "light",
    .background = RGB (0xffffff),
    .text = RGB (0x1d1d20),
    .text_dim = RGB (0x5e5c64),
    .grid = RGB (0xe2e1e6),
    .zero = RGB (0x3d3846),
    .ghost = RGB (0x85828c),
    .reference = RGB (0x77767b),
    .neutral = RGB (0x85838a),
    .accent = RGB (0x2a5cb9),
    .positive = RGB (0x14786c),
    .negative = RGB (0xc63d12),
    .palette = LIGHT_PALETTE,
    SIZES,
  },
  {
    .id = "dark",
    .background = RGB (0x242427),
    .text = RGB (0xf4f4f6),
    .text_dim = RGB (0xb6b4bd),
    .grid = RGB (0x3e3e44),
    .zero = RGB (0xd0ced6),
    .ghost = RGB (0x96949d),
    .reference = RGB (0x9a98a1),
    .neutral = RGB (0x9a98a1),
    .accent = RGB (0x71c0ff),
    .positive = RGB (0x66d8b8),
    .negative = RGB (0xf08a62),
    .palette = { RGB (0x71c0ff), RGB (0xe39a20), RGB (0x66d8b8), RGB (0xe47fb0), RGB (0x9495ff),
                 RGB (0xdae873), RGB (0xdc8a7d), RGB (0x97ca41), RGB (0xcbab87), RGB (0xa7b2ce),
                 RGB (0xbd94da), RGB (0xb0e4fe) },
    SIZES,
  },
  {
    .id = "high-contrast",
    .background = RGB (0xffffff),
    .text = RGB (0x000000),
    .text_dim = RGB (0x303030),
    .grid = RGB (0xb8b8b8),
    .zero = RGB (0x000000),
    .ghost = RGB (0x5c5c5c),
    .reference = RGB (0x444444),
    .neutral = RGB (0x5c5c5c),
    .accent = RGB (0x1846a0),
    .positive = RGB (0x005c50),
    .negative = RGB (0xa32400),
    .palette = { RGB (0x3a5ecc), RGB (0x933706), RGB (0x1c726a), RGB (0x81044e), RGB (0x19028e),
                 RGB (0x7c6500), RGB (0xc02056), RGB (0x116942), RGB (0x4a1f03), RGB (0x23445d),
                 RGB (0x6620b1), RGB (0x26648f) },
    BOLD_SIZES,
  },
  {
    .id = "high-contrast-dark",
    .background = RGB (0x000000),
    .text = RGB (0xffffff),
    .text_dim = RGB (0xe0e0e0),
    .grid = RGB (0x5a5a5a),
    .zero = RGB (0xffffff),
    .ghost = RGB (0xb0b0b0),
    .reference = RGB (0xc0c0c0),
    .neutral = RGB (0xb0b0b0),
    .accent = RGB (0x8fd0ff),
    .positive = RGB (0x7cf0d0),
    .negative = RGB (0xffa078),
    .palette = { RGB (0x74c4fd), RGB (0xfbaf1d), RGB (0x48ffd2), RGB (0xf37295), RGB (0x8e93fb),
                 RGB (0xfeff64), RGB (0xfaa08e), RGB (0xc1e788), RGB (0xc69d50), RGB (0xb8bdc5),
                 RGB (0xca8dc9), RGB (0x74e9ff) },
    BOLD_SIZES,
  },
  {
    .id = "print",
    .background = RGB (0xffffff),
    .text = RGB (0x000000),
    .text_dim = RGB (0x4a4a4a),
    .grid = RGB (0xd9d9d9),
    .zero = RGB (0x000000),
    .ghost = RGB (0x808080),
    .reference = RGB (0x666666),
    .neutral = RGB (0x808080),
    .accent = RGB (0x2a5cb9),
    .positive = RGB (0x14786c),
    .negative = RGB (0xc63d12),
    .palette = LIGHT_PALETTE,
    SIZES,
  },
};

/* The first few lines are solid. The others differ by more than colour, with dashes much longer than
 * the baseline's and gaps much shorter. */
static const struct
{
  int    n;
  double lengths[6];
} dashes[NEPHO_PLOT_PALETTE_SIZE] = {
  { 0 },
  { 0 },
  { 0 },
  { 0 },
  { 2, { 11.0, 2.5 } },
  { 2, { 6.0, 2.0 } },
  { 4, { 11.0, 2.5, 2.5, 2.5 } },
  { 2, { 3.5, 1.8 } },
  { 4, { 6.0, 2.0, 2.0, 2.0 } },
  { 6, { 11.0, 2.5, 2.5, 2.5, 2.5, 2.5 } },
  { 2, { 16.0, 3.0 } },
  { 4, { 8.0, 2.0, 4.0, 2.0 } },
};

/**
 * nepho_plot_themes:
 * @n_themes: (out): how many
 *
 * Returns: (array length=n_themes): all themes, the first is the default
 */
const NephoPlotTheme *
nepho_plot_themes (guint *n_themes)
{
  *n_themes = G_N_ELEMENTS (themes);

  return themes;
}

/**
 * nepho_plot_theme_find:
 * @id: such as "dark"
 *
 * Returns: (nullable): the theme of that name, or %NULL where there is none
 */
const NephoPlotTheme *
nepho_plot_theme_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_strcmp0 (themes[i].id, id) == 0)
      return &themes[i];

  return NULL;
}

/**
 * nepho_plot_theme_colour:
 * @theme: a theme
 * @slot: a slot of the palette, counted round, or one of the NEPHO_PLOT_… colours
 *
 * Returns: the colour
 */
NephoPlotColour
nepho_plot_theme_colour (const NephoPlotTheme *theme, int slot)
{
  switch (slot)
    {
    case NEPHO_PLOT_NEUTRAL:
      return theme->neutral;
    case NEPHO_PLOT_ACCENT:
      return theme->accent;
    case NEPHO_PLOT_POSITIVE:
      return theme->positive;
    case NEPHO_PLOT_NEGATIVE:
      return theme->negative;
    default:
      return slot < 0 ? theme->neutral : theme->palette[slot % NEPHO_PLOT_PALETTE_SIZE];
    }
}

/**
 * nepho_plot_theme_dash:
 * @slot: a slot of the palette, or one of the NEPHO_PLOT_… colours
 * @n_dashes: (out): how many lengths; 0 for a solid line
 *
 * Returns: (nullable) (array length=n_dashes): the line's pattern, in points at text scale 1
 */
const double *
nepho_plot_theme_dash (int slot, int *n_dashes)
{
  if (slot < 0 || dashes[slot % NEPHO_PLOT_PALETTE_SIZE].n == 0)
    {
      *n_dashes = 0;
      return NULL;
    }

  *n_dashes = dashes[slot % NEPHO_PLOT_PALETTE_SIZE].n;

  return dashes[slot % NEPHO_PLOT_PALETTE_SIZE].lengths;
}

static double
linear_light (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (NephoPlotColour colour)
{
  return 0.2126 * linear_light (colour.r) + 0.7152 * linear_light (colour.g)
         + 0.0722 * linear_light (colour.b);
}

/**
 * nepho_plot_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * Returns: their contrast ratio, 1 to 21, as WCAG 2.1 defines it
 */
double
nepho_plot_contrast (NephoPlotColour a, NephoPlotColour b)
{
  double light = MAX (luminance (a), luminance (b));
  double dark = MIN (luminance (a), luminance (b));

  return (light + 0.05) / (dark + 0.05);
}
