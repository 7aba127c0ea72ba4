/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-results.h"

G_BEGIN_DECLS

/* The change of revenue between two quarters, split by its three factors; CNY bn a quarter. */
typedef struct
{
  double from;
  double customers;
  double price;
  double usage;
  double to;
} NephoBridge;

/* Vendor or segment -1 means all. */
void nepho_bridge_split (const NephoResults *results,
                         int                 vendor,
                         int                 segment,
                         guint               from,
                         guint               to,
                         NephoBridge        *bridge);

G_END_DECLS
