/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number as people write it in a cell. */
typedef struct
{
  double   value;
  double   multiplier;  /* 1e8 for 亿, 1 where there is none */
  char     currency[4]; /* "CNY", "USD" or "" */
  gboolean percent;
  gboolean ambiguous;   /* "1,234": a thousand or a bit more than one */
  char     decimal;     /* the sign that is surely the decimal one, or 0 */
} NephoImportNumber;

gboolean nepho_import_number_parse (const char        *text,
                                    char               decimal,
                                    NephoImportNumber *number);

G_END_DECLS
