/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a rate is not told. */
typedef enum
{
  NEPHO_GROWTH_TOLD,
  NEPHO_GROWTH_FROM_NOTHING, /* the first value is zero */
  NEPHO_GROWTH_FROM_BELOW,   /* the first value is negative */
  NEPHO_GROWTH_TO_NOTHING,   /* the last value is zero */
  NEPHO_GROWTH_TO_BELOW,     /* the last value is negative */
  NEPHO_GROWTH_TOO_SHORT,    /* less than a year lies between the two, or none */
} NephoGrowthGap;

/* What lies between two values. */
typedef struct
{
  double         difference;
  double         part;       /* of the first value: 0.5 for half as much again; NAN where it is not told */
  NephoGrowthGap no_part;
  double         yearly;     /* the rate a year that leads from the first to the last; NAN where it is not told */
  NephoGrowthGap no_yearly;
} NephoGrowth;

NephoGrowth nepho_growth_between (double from,
                                  double to,
                                  double years);

G_END_DECLS
