/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-parameter.h"

G_BEGIN_DECLS

/* What values become in an edited data set. */
double *nepho_value_map (const NephoParameterSet *old_set,
                         const NephoParameterSet *new_set,
                         const double            *old_values,
                         const gboolean          *old_locked);

G_END_DECLS
