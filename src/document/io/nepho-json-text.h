/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void nepho_json_append_number (GString    *json,
                               double      value);
void nepho_json_append_string (GString    *json,
                               const char *text);
void nepho_json_append_numbers (GString   *json,
                                const double *values,
                                guint      n);
void nepho_json_append_rows   (GString    *json,
                               const double *values,
                               guint       n_rows,
                               guint       n_columns);

G_END_DECLS
