/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-unit.h"

G_BEGIN_DECLS

typedef enum
{
  NEPHO_NUMBER_PLAIN      = 0,
  NEPHO_NUMBER_WITH_UNIT  = 1 << 0, /* prefix and suffix of the unit */
  NEPHO_NUMBER_WITH_SIGN  = 1 << 1, /* "+" before positive numbers: for differences */
  NEPHO_NUMBER_EXACT      = 1 << 2, /* as many digits as it takes to read the same double back */
  NEPHO_NUMBER_SHORT      = 1 << 3, /* "175 bn" rather than "175,000,000,000": for axes */
} NephoNumberStyle;

double   nepho_number_snap            (double            value);
char    *nepho_number_format          (double            value,
                                       NephoUnit         unit,
                                       NephoNumberStyle  style);
char    *nepho_number_format_decimals (double            shown,
                                       int               decimals);
char    *nepho_number_format_scientific (double          shown);
gboolean nepho_number_parse           (const char       *text,
                                       NephoUnit         unit,
                                       double           *value,
                                       GError          **error);

gboolean nepho_number_parse_shown     (const char       *text,
                                       NephoUnit         unit,
                                       double           *value,
                                       GError          **error);

G_END_DECLS
