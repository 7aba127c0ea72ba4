/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-fact.h"
#include "nepho-plot-figure.h"

G_BEGIN_DECLS

/* Whose figures a chart rests on, each once, with the years of their texts and an address. */
GPtrArray *nepho_publishers_new   (void);
void       nepho_publishers_add   (GPtrArray       *publishers,
                                   const char      *name,
                                   const NephoFact *fact);
char      *nepho_publishers_write (const GPtrArray *publishers);
void       nepho_publishers_link  (const GPtrArray *publishers,
                                   NephoPlotFigure *figure);

G_END_DECLS
