/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-quantity-unit.h"

G_BEGIN_DECLS

/* A number with what it measures. */
typedef struct
{
  double         value;     /* in the units of the bases: see NephoBase */
  NephoDimension dimension;
} NephoQuantity;

/* How a quantity was written. */
typedef enum
{
  NEPHO_FORM_PLAIN   = 0,
  NEPHO_FORM_PERCENT = 1 << 0, /* with a per-cent sign: a plain number is already a fraction */
  NEPHO_FORM_SIZED   = 1 << 1, /* with a word of size: a plain number counts single things */
  NEPHO_FORM_UNITS   = 1 << 2, /* with units, though they may have cancelled out */
  NEPHO_FORM_SUM     = 1 << 3, /* with a sum or a division outside of parentheses */
  NEPHO_FORM_NUMBERS = 1 << 4, /* with numbers, not with units alone */
} NephoQuantityForm;

gboolean nepho_quantity_parse   (const char          *text,
                                 NephoQuantity       *quantity,
                                 NephoQuantityForm   *form,
                                 GError             **error);
gboolean nepho_quantity_in_unit (const NephoQuantity *quantity,
                                 NephoUnit            unit,
                                 double              *value,
                                 GError             **error);
gboolean nepho_quantity_convert (const NephoQuantity *quantity,
                                 const NephoQuantity *unit,
                                 double              *value);
char    *nepho_quantity_unit    (const NephoQuantity *quantity,
                                 NephoUnitNaming      naming,
                                 double              *value);
char    *nepho_quantity_format  (const NephoQuantity *quantity);
char    *nepho_quantity_answer  (const NephoQuantity *quantity);
char    *nepho_quantity_number  (double               value);

G_END_DECLS
