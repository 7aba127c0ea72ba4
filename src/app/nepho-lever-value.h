/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-parameter.h"

G_BEGIN_DECLS

double nepho_lever_position   (const NephoParameterSpec *spec,
                               double                    value);
double nepho_lever_at         (const NephoParameterSpec *spec,
                               double                    position);
double nepho_lever_step       (const NephoParameterSpec *spec,
                               double                    value,
                               double                    steps);
void   nepho_lever_range      (const NephoParameterSpec *spec,
                               guint                     horizon,
                               double                   *low,
                               double                   *high);
char  *nepho_lever_entry_text (NephoUnit                 unit,
                               double                    value);
char  *nepho_lever_unit_text  (NephoUnit                 unit);

G_END_DECLS
