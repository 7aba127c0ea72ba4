/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-parameter.h"

G_BEGIN_DECLS

/* How likely each value between two ends is; made by nepho_distribution_init(). */
typedef struct
{
  NephoShape shape;
  double     low;
  double     mode;    /* the likeliest value, low to high */
  double     high;
  double     scale;   /* of the normal ones: their standard deviation, of log-normal that of ln x */
  double     below;   /* of the normal ones: the probability that they leave out below low */
  double     inside;  /* and the one that they have from low to high */
  double     alpha;   /* of PERT: exponents of the beta distribution */
  double     beta;
  double     ln_beta; /* and ln B (alpha, beta) */
} NephoDistribution;

void   nepho_distribution_init     (NephoDistribution       *distribution,
                                    NephoShape               shape,
                                    double                   low,
                                    double                   mode,
                                    double                   high);
double nepho_distribution_quantile (const NephoDistribution *distribution,
                                    double                   probability);

G_END_DECLS
