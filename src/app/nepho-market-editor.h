/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-market-row.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_MARKET_EDITOR (nepho_market_editor_get_type ())

/* A window in which the vendors and segments of the document are edited while its charts are seen. */
G_DECLARE_FINAL_TYPE (NephoMarketEditor, nepho_market_editor, NEPHO, MARKET_EDITOR, AdwWindow)

NephoMarketEditor *nepho_market_editor_present  (GtkWindow         *parent,
                                                 NephoDocument     *document);
NephoMarketRow    *nepho_market_editor_get_row  (NephoMarketEditor *self,
                                                 NephoMarketKind    kind,
                                                 const char        *id);

G_END_DECLS
