/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-currency.h"
#include "nepho-event.h"
#include "nepho-results.h"

G_BEGIN_DECLS

/* A result that is kept to be compared with what a later version gives. */
typedef struct
{
  char  *id;    /* "vendor.alibaba.revenue.2030Q4": whose, what, when */
  double value; /* nine digits */
} NephoRecordItem;

/* One of which the two sides differ by more than the limit. NAN: that side does not have it. */
typedef struct
{
  char  *id;
  double before;
  double after;
} NephoMove;

/* A thousandth: what is less is not told. */
#define NEPHO_RECORD_LIMIT 0.001

void       nepho_record_add      (GPtrArray               *record,
                                  const char              *id,
                                  double                   value);
GPtrArray *nepho_record_new      (void);
GPtrArray *nepho_record_run      (NephoParameterSet       *set,
                                  const NephoAssumptions  *assumptions,
                                  guint                    horizon);
GPtrArray *nepho_record_scenario (NephoParameterSet       *set,
                                  const char              *scenario);
NephoUnit  nepho_record_unit     (const char              *id);
char      *nepho_record_format   (const NephoCurrencyChoice *money,
                                  double                   value,
                                  NephoUnit                unit);
char      *nepho_record_title    (const NephoDataset      *dataset,
                                  const char              *id);
GPtrArray *nepho_record_compare  (const GPtrArray         *before,
                                  const GPtrArray         *after,
                                  double                   limit);

G_END_DECLS
