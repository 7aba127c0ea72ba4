/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figure-frame.h"

G_BEGIN_DECLS

/* Sums as the reader wants to see them. Figures are made of what is stored; it is exchanged last. */
NephoUnit   nepho_money_unit      (const NephoFigureContext *context,
                                   NephoUnit                 stored);
const char *nepho_money_unit_name (const NephoFigureContext *context,
                                   NephoUnit                 stored);
char       *nepho_money_format    (const NephoFigureContext *context,
                                   double                    value,
                                   NephoUnit                 stored,
                                   NephoNumberStyle          style);
char       *nepho_money_short     (const NephoFigureContext *context,
                                   double                    value,
                                   NephoUnit                 stored);
char       *nepho_money_sum       (const NephoFigureContext *context,
                                   double                    yuan_bn);
void        nepho_money_exchange  (const NephoFigureContext *context,
                                   NephoPlotFigure          *figure);
void        nepho_money_tell_rate (const NephoFigureContext *context,
                                   NephoPlotFigure          *figure,
                                   NephoUnit                 stored);

G_END_DECLS
