/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-scale.h"

#include <math.h>

/* What a kind of scale does: numbers to the unit interval and back. */
typedef struct
{
  double (*to_unit)   (const NephoPlotScale *scale, double value);
  double (*from_unit) (const NephoPlotScale *scale, double unit);
} ScaleClass;

static double
linear_to_unit (const NephoPlotScale *scale, double value)
{
  double span = scale->d1 - scale->d0;

  if (span == 0.0)
    return 0.5;
  /* Half the span at a time: the ends of the double range are further apart than the range. */
  if (!isfinite (span))
    return (value / 2.0 - scale->d0 / 2.0) / (scale->d1 / 2.0 - scale->d0 / 2.0);

  return (value - scale->d0) / span;
}

static double
linear_from_unit (const NephoPlotScale *scale, double unit)
{
  return scale->d0 * (1.0 - unit) + scale->d1 * unit;
}

static double
log_to_unit (const NephoPlotScale *scale, double value)
{
  if (value <= 0.0)
    return NAN;
  if (scale->d0 == scale->d1)
    return 0.5;

  return (log (value) - log (scale->d0)) / (log (scale->d1) - log (scale->d0));
}

static double
log_from_unit (const NephoPlotScale *scale, double unit)
{
  return exp (log (scale->d0) * (1.0 - unit) + log (scale->d1) * unit);
}

static double
band_to_unit (const NephoPlotScale *scale, double value)
{
  return (value + 0.5) / MAX (scale->n_bands, 1u);
}

static double
band_from_unit (const NephoPlotScale *scale, double unit)
{
  return unit * MAX (scale->n_bands, 1u) - 0.5;
}

static const ScaleClass classes[] = {
  [NEPHO_PLOT_SCALE_LINEAR] = { linear_to_unit, linear_from_unit },
  [NEPHO_PLOT_SCALE_LOG] = { log_to_unit, log_from_unit },
  [NEPHO_PLOT_SCALE_TIME] = { linear_to_unit, linear_from_unit },
  [NEPHO_PLOT_SCALE_BAND] = { band_to_unit, band_from_unit },
};

/**
 * nepho_plot_scale_map:
 * @scale: a scale
 * @value: a number in the unit of the axis; on a band scale the index of a category
 *
 * Returns: its place on the paper in points, the middle of a category's band; NAN where the scale has
 *   none (numbers that are not positive on a log scale)
 */
double
nepho_plot_scale_map (const NephoPlotScale *scale, double value)
{
  return scale->r0 + classes[scale->kind].to_unit (scale, value) * (scale->r1 - scale->r0);
}

/**
 * nepho_plot_scale_invert:
 * @scale: a scale
 * @position: a place on the paper in points
 *
 * Returns: the number there; on a band scale a fractional index, to be rounded
 */
double
nepho_plot_scale_invert (const NephoPlotScale *scale, double position)
{
  double span = scale->r1 - scale->r0;

  return classes[scale->kind].from_unit (scale, span == 0.0 ? 0.5 : (position - scale->r0) / span);
}

/**
 * nepho_plot_scale_band_width:
 * @scale: a scale
 *
 * Returns: the width of one category in points; 0 on other scales
 */
double
nepho_plot_scale_band_width (const NephoPlotScale *scale)
{
  if (scale->kind != NEPHO_PLOT_SCALE_BAND)
    return 0.0;

  return fabs (scale->r1 - scale->r0) / MAX (scale->n_bands, 1u);
}
