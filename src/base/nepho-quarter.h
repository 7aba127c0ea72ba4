/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar quarter as one number: year * 4 + (quarter of the year - 1). */
typedef int NephoQuarter;

gboolean     nepho_quarter_parse  (const char   *text,
                                   NephoQuarter *quarter,
                                   GError      **error);
char        *nepho_quarter_format (NephoQuarter  quarter);
double       nepho_quarter_year   (NephoQuarter  quarter);

G_END_DECLS
