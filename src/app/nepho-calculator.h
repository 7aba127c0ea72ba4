/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-currency.h"
#include "nepho-parameter.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_CALCULATOR (nepho_calculator_get_type ())

/* What one training run takes, worked out step by step. */
G_DECLARE_FINAL_TYPE (NephoCalculator, nepho_calculator, NEPHO, CALCULATOR, GtkWidget)

GtkWidget *nepho_calculator_new    (void);
void       nepho_calculator_update (NephoCalculator           *self,
                                    const NephoCurrencyChoice *money,
                                    const NephoParameterSet   *set,
                                    const double              *values,
                                    const double              *baseline_values);

G_END_DECLS
