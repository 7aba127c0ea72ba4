/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-event.h"
#include "nepho-results.h"

G_BEGIN_DECLS

/* Raised whenever the same values give other results. */
#define NEPHO_ENGINE_VERSION 1u

/* The market simulation of docs/model.md, made ready for one data set. */
typedef struct _NephoMarket NephoMarket;

NephoMarket *nepho_market_new  (const NephoParameterSet *set);
void         nepho_market_free (NephoMarket             *market);
void         nepho_market_run  (NephoMarket             *market,
                                const double            *values,
                                guint                    horizon,
                                NephoResults            *results);
void         nepho_market_run_events (NephoMarket       *market,
                                      const double      *values,
                                      const NephoEvents *events,
                                      guint              horizon,
                                      NephoResults      *results);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoMarket, nepho_market_free)

G_END_DECLS
