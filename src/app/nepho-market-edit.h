/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document.h"

G_BEGIN_DECLS

/* What a market is made of. */
typedef enum
{
  NEPHO_MARKET_VENDOR,
  NEPHO_MARKET_SEGMENT,
} NephoMarketKind;

/* Edits of the document's vendors and segments, each one named step of undo. */
gboolean nepho_market_edit_add    (NephoDocument   *document,
                                   NephoMarketKind  kind,
                                   const char      *name,
                                   double           amount,
                                   GError         **error);
gboolean nepho_market_edit_remove (NephoDocument   *document,
                                   NephoMarketKind  kind,
                                   const char      *id,
                                   GError         **error);
gboolean nepho_market_edit_rename (NephoDocument   *document,
                                   NephoMarketKind  kind,
                                   const char      *id,
                                   const char      *name,
                                   GError         **error);
gboolean nepho_market_edit_move   (NephoDocument   *document,
                                   NephoMarketKind  kind,
                                   const char      *id,
                                   int              places,
                                   GError         **error);
gboolean nepho_market_edit_merge  (NephoDocument   *document,
                                   const char      *vendor,
                                   GError         **error);
gboolean nepho_market_edit_colour (NephoDocument   *document,
                                   NephoMarketKind  kind,
                                   const char      *id,
                                   guint            colour,
                                   GError         **error);
const char *nepho_market_edit_name (NephoDocument  *document,
                                    NephoMarketKind kind,
                                    const char     *id);

G_END_DECLS
