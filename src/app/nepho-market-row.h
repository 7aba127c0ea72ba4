/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nepho-market-edit.h"

G_BEGIN_DECLS

/* What of a row can have the focus. */
typedef enum
{
  NEPHO_MARKET_ROW_COLOUR,
  NEPHO_MARKET_ROW_NAME,
  NEPHO_MARKET_ROW_AMOUNT,
  NEPHO_MARKET_ROW_UP,
  NEPHO_MARKET_ROW_DOWN,
  NEPHO_MARKET_ROW_MERGE,
  NEPHO_MARKET_ROW_REMOVE,
  NEPHO_MARKET_ROW_N_PARTS
} NephoMarketRowPart;

#define NEPHO_TYPE_MARKET_ROW (nepho_market_row_get_type ())

/* A vendor or a segment of the market editor: its name to be written over, its colour, its starting
 * shares or its size, and buttons that move, merge and remove it. What comes of an edit is told by the
 * action "market.told" with an error's message, or "" where all went well. */
G_DECLARE_FINAL_TYPE (NephoMarketRow, nepho_market_row, NEPHO, MARKET_ROW, AdwEntryRow)

GtkWidget  *nepho_market_row_new      (NephoDocument     *document,
                                       NephoMarketKind    kind,
                                       guint              index);
void        nepho_market_row_update   (NephoMarketRow    *self);
gboolean    nepho_market_row_close    (NephoMarketRow    *self);
const char *nepho_market_row_get_id   (NephoMarketRow    *self);
GtkWidget  *nepho_market_row_get_part (NephoMarketRow    *self,
                                       NephoMarketRowPart part);

G_END_DECLS
