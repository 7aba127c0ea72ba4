/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-unit.h"

G_BEGIN_DECLS

/* What quantities are made of, and the unit that their values are kept in. */
typedef enum
{
  NEPHO_BASE_TIME,        /* second */
  NEPHO_BASE_FLOP,        /* one operation */
  NEPHO_BASE_CNY,
  NEPHO_BASE_USD,
  NEPHO_BASE_ENERGY,      /* joule */
  NEPHO_BASE_MASS,        /* kilogram */
  NEPHO_BASE_INFORMATION, /* byte */
  NEPHO_BASE_CUSTOMER,
  NEPHO_BASE_PARAMETER,
  NEPHO_BASE_TOKEN,
  NEPHO_BASE_ACCELERATOR,
  NEPHO_BASE_CENTRE,
  NEPHO_N_BASES
} NephoBase;

/* The power of each; all 0: a plain number. */
typedef struct
{
  gint8 power[NEPHO_N_BASES];
} NephoDimension;

gboolean       nepho_dimension_is_none  (const NephoDimension *self);
gboolean       nepho_dimension_equal    (const NephoDimension *a,
                                         const NephoDimension *b);
gboolean       nepho_dimension_multiply (const NephoDimension *a,
                                         const NephoDimension *b,
                                         int                   power,
                                         NephoDimension       *product);
NephoDimension nepho_dimension_in_work  (const NephoDimension *self);
NephoDimension nepho_dimension_of_all   (const NephoDimension *self,
                                         const NephoDimension *asked);
NephoDimension nepho_dimension_of_unit  (NephoUnit             unit,
                                         double               *size);

G_END_DECLS
