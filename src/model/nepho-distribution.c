/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-distribution.h"

#include <math.h>

#include "nepho-statistics.h"

/* The ends of a range are two standard deviations of a normal distribution away from its middle: about 95 %
 * of it, and the rest is cut off. */
#define DEVIATIONS 4.0
/* How much more the likeliest value of PERT weighs than an end (Malcolm et al. 1959). */
#define PERT_WEIGHT 4.0

static void
init_normal (NephoDistribution *self, double low, double mode, double high)
{
  self->scale = (high - low) / DEVIATIONS;
  self->below = nepho_normal_cdf ((low - mode) / self->scale);
  self->inside = nepho_normal_cdf ((high - mode) / self->scale) - self->below;
}

static void
init_pert (NephoDistribution *self)
{
  self->alpha = 1.0 + PERT_WEIGHT * (self->mode - self->low) / (self->high - self->low);
  self->beta = 2.0 + PERT_WEIGHT - self->alpha;
  self->ln_beta = lgamma (self->alpha) + lgamma (self->beta) - lgamma (self->alpha + self->beta);
}

/**
 * nepho_distribution_init:
 * @distribution: (out caller-allocates): the distribution
 * @shape: its shape; of a log-normal one the ends are above zero, or it is made a triangular one
 * @low: the least value
 * @mode: the likeliest value, @low to @high
 * @high: the greatest value
 *
 * Makes a distribution that lies wholly between two ends. See "Many runs" in docs/model.md. Where the ends
 * meet, or the shape is %NEPHO_SHAPE_FIXED, it gives @mode and nothing else.
 */
void
nepho_distribution_init (NephoDistribution *distribution, NephoShape shape, double low, double mode, double high)
{
  g_return_if_fail (low <= mode && mode <= high);

  if (shape == NEPHO_SHAPE_LOG_NORMAL && low <= 0.0)
    shape = NEPHO_SHAPE_TRIANGULAR;
  if (!(high > low))
    shape = NEPHO_SHAPE_FIXED;

  *distribution = (NephoDistribution) { .shape = shape, .low = low, .mode = mode, .high = high };
  if (shape == NEPHO_SHAPE_NORMAL)
    init_normal (distribution, low, mode, high);
  else if (shape == NEPHO_SHAPE_LOG_NORMAL)
    init_normal (distribution, log (low), log (mode), log (high));
  else if (shape == NEPHO_SHAPE_PERT)
    init_pert (distribution);
}

static double
triangular_quantile (const NephoDistribution *self, double probability)
{
  double width = self->high - self->low;
  double left = self->mode - self->low;

  if (probability * width < left)
    return self->low + sqrt (probability * width * left);

  return self->high - sqrt ((1.0 - probability) * width * (self->high - self->mode));
}

/* How many standard deviations from the mode. */
static double
normal_deviations (const NephoDistribution *self, double probability)
{
  return self->scale * nepho_normal_quantile (self->below + probability * self->inside);
}

/**
 * nepho_distribution_quantile:
 * @distribution: a distribution
 * @probability: between 0 and 1, both excluded
 *
 * The inverse of the cumulative distribution: an evenly drawn @probability gives a value as likely as the
 * distribution says, and a greater one never a smaller value.
 *
 * Returns: the value that is not exceeded with that probability, from the low end to the high one
 */
double
nepho_distribution_quantile (const NephoDistribution *distribution, double probability)
{
  const NephoDistribution *self = distribution;
  double value = self->mode;

  switch (self->shape)
    {
    case NEPHO_SHAPE_FIXED:
      return self->mode;
    case NEPHO_SHAPE_UNIFORM:
      value = self->low + probability * (self->high - self->low);
      break;
    case NEPHO_SHAPE_TRIANGULAR:
      value = triangular_quantile (self, probability);
      break;
    case NEPHO_SHAPE_NORMAL:
      value = self->mode + normal_deviations (self, probability);
      break;
    case NEPHO_SHAPE_LOG_NORMAL:
      value = self->mode * exp (normal_deviations (self, probability));
      break;
    case NEPHO_SHAPE_PERT:
      value = self->low + (self->high - self->low) * nepho_beta_quantile (probability, self->alpha, self->beta, self->ln_beta);
      break;
    default:
      g_assert_not_reached ();
    }

  /* Rounding leads nowhere beyond the ends. */
  return CLAMP (value, self->low, self->high);
}
