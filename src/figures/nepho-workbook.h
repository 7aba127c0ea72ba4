/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document.h"
#include "nepho-figures.h"
#include "nepho-picture.h"

G_BEGIN_DECLS

GBytes *nepho_workbook_encode (const NephoFigureContext *context,
                               GPtrArray                *figures,
                               NephoDocument            *document,
                               GError                  **error);

G_END_DECLS
