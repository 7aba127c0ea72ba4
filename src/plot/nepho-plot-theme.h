/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-figure.h"

G_BEGIN_DECLS

typedef struct
{
  double r, g, b, a;
} NephoPlotColour;

#define NEPHO_PLOT_PALETTE_SIZE 12
#define NEPHO_PLOT_N_DASHES 12u

/* Every colour, width and size that a figure is drawn with; lengths in points at text scale 1. */
typedef struct
{
  const char     *id; /* "light", "dark", "high-contrast", "high-contrast-dark", "print" */
  NephoPlotColour background;
  NephoPlotColour text;
  NephoPlotColour text_dim;   /* subtitle, ticks, source */
  NephoPlotColour grid;
  NephoPlotColour zero;       /* the heavy line */
  NephoPlotColour ghost;      /* baseline */
  NephoPlotColour reference;
  NephoPlotColour neutral;
  NephoPlotColour accent;
  NephoPlotColour positive;   /* green, and red: which one is for what rises nepho_plot_theme_colour() knows */
  NephoPlotColour negative;
  NephoPlotColour palette[NEPHO_PLOT_PALETTE_SIZE];
  double          text_contrast; /* that words have at least against the background */
  gboolean        patterns;      /* what is filled is hatched, too, so that it can be told apart in greys */
  double          line_width;
  double          ghost_width;
  double          grid_width;
  double          zero_width;
  double          point_radius;
  double          title_size;
  double          subtitle_size;
  double          label_size;
  double          source_size;
  double          padding;
  const char     *font; /* families of Latin letters, as pango lists them */
} NephoPlotTheme;

const NephoPlotTheme *nepho_plot_theme_find     (const char            *id);
const NephoPlotTheme *nepho_plot_themes         (guint                 *n_themes);
NephoPlotColour       nepho_plot_theme_colour   (const NephoPlotTheme  *theme,
                                                 int                    slot);
const double         *nepho_plot_theme_dash     (int                    slot,
                                                 int                   *n_dashes);
NephoPlotPattern      nepho_plot_theme_pattern  (int                    slot);
NephoPlotColour       nepho_plot_theme_readable (const NephoPlotTheme  *theme,
                                                 NephoPlotColour        colour);
const double         *nepho_plot_theme_dashes   (guint                  number,
                                                 int                   *n_dashes);
double                nepho_plot_contrast       (NephoPlotColour        a,
                                                 NephoPlotColour        b);

G_END_DECLS
