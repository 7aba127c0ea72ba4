/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figures.h"

G_BEGIN_DECLS

GPtrArray *nepho_citations_new (const NephoFigureContext *context,
                                const GPtrArray          *figures);

G_END_DECLS
