/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-scale.h"

#include <math.h>

/* Part of a band that its bar fills; the rest is air between bars. */
#define BAND_FILL 0.72

typedef struct
{
  double (*to_unit)   (const NephoPlotScale *scale, double value);
  double (*from_unit) (const NephoPlotScale *scale, double unit);
} Functions;

static double
linear_to_unit (const NephoPlotScale *scale, double value)
{
  return scale->d1 == scale->d0 ? 0.5 : (value - scale->d0) / (scale->d1 - scale->d0);
}

static double
linear_from_unit (const NephoPlotScale *scale, double unit)
{
  return scale->d0 + unit * (scale->d1 - scale->d0);
}

static double
log_to_unit (const NephoPlotScale *scale, double value)
{
  if (!(value > 0.0))
    return NAN;

  return scale->d1 == scale->d0 ? 0.5 : (log (value) - log (scale->d0)) / (log (scale->d1) - log (scale->d0));
}

static double
log_from_unit (const NephoPlotScale *scale, double unit)
{
  return exp (log (scale->d0) + unit * (log (scale->d1) - log (scale->d0)));
}

/* The middle of band k is at k, its edges are at k − ½ and k + ½. */
static double
band_to_unit (const NephoPlotScale *scale, double value)
{
  double band;

  if (scale->n_bands == 0)
    return 0.5;
  if (scale->edges == NULL)
    return (value + 0.5) / scale->n_bands;

  band = CLAMP (floor (value + 0.5), 0.0, scale->n_bands - 1.0);

  return scale->edges[(guint) band]
         + (value + 0.5 - band) * (scale->edges[(guint) band + 1] - scale->edges[(guint) band]);
}

static double
band_from_unit (const NephoPlotScale *scale, double unit)
{
  guint band = 0;
  double width;

  if (scale->edges == NULL || scale->n_bands == 0)
    return unit * scale->n_bands - 0.5;

  while (band + 1 < scale->n_bands && unit > scale->edges[band + 1])
    band++;
  width = scale->edges[band + 1] - scale->edges[band];

  return width > 0.0 ? band - 0.5 + (unit - scale->edges[band]) / width : band;
}

static const Functions functions[] = {
  [NEPHO_PLOT_SCALE_LINEAR] = { linear_to_unit, linear_from_unit },
  [NEPHO_PLOT_SCALE_LOG] = { log_to_unit, log_from_unit },
  [NEPHO_PLOT_SCALE_TIME] = { linear_to_unit, linear_from_unit },
  [NEPHO_PLOT_SCALE_BAND] = { band_to_unit, band_from_unit },
};

/**
 * nepho_plot_scale_map:
 * @scale: a scale
 * @value: a number, or the index of a band
 *
 * Returns: where it is on the paper, in points; NAN where it has no place
 */
double
nepho_plot_scale_map (const NephoPlotScale *scale, double value)
{
  return scale->r0 + functions[scale->kind].to_unit (scale, value) * (scale->r1 - scale->r0);
}

/**
 * nepho_plot_scale_invert:
 * @scale: a scale
 * @position: a place on the paper, in points
 *
 * Returns: the number that is there; for bands, the index with a fraction
 */
double
nepho_plot_scale_invert (const NephoPlotScale *scale, double position)
{
  double unit = scale->r1 == scale->r0 ? 0.5 : (position - scale->r0) / (scale->r1 - scale->r0);

  return functions[scale->kind].from_unit (scale, unit);
}

/**
 * nepho_plot_scale_band_width:
 * @scale: a band scale
 *
 * Returns: width of the bar or bars of one category, in points
 */
double
nepho_plot_scale_band_width (const NephoPlotScale *scale)
{
  return scale->n_bands == 0 ? 0.0 : fabs (scale->r1 - scale->r0) / scale->n_bands * BAND_FILL;
}
