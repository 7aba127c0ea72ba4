/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-dataset.h"
#include "nepho-number.h"

G_BEGIN_DECLS

/* In which money sums are shown. What is stored never changes: the model counts yuan. */
typedef enum
{
  NEPHO_CURRENCY_PUBLISHED, /* the data set's own; what was published in dollars stays so */
  NEPHO_CURRENCY_CNY,
  NEPHO_CURRENCY_USD,
} NephoCurrency;

/* A choice with the rate it takes. All zero: everything is shown as it is stored. */
typedef struct
{
  NephoCurrency currency;
  NephoMoney    published;   /* the money of the data set's publishers */
  double        cny_per_usd; /* NAN or 0: no rate is known */
  const char   *source;      /* id of the fact that gives the rate; NULL: the reader's own number */
} NephoCurrencyChoice;

const char *nepho_currency_id            (NephoCurrency              currency);
gboolean    nepho_currency_from_id       (const char                *id,
                                          NephoCurrency             *currency);

gboolean    nepho_currency_has_rates     (const NephoDataset        *dataset);
void        nepho_currency_choice_init   (NephoCurrencyChoice       *choice,
                                          const NephoDataset        *dataset);
gboolean    nepho_currency_choice_set    (NephoCurrencyChoice       *choice,
                                          const NephoDataset        *dataset,
                                          NephoCurrency              currency,
                                          const char                *rate,
                                          GError                   **error);
gboolean    nepho_currency_choice_equal  (const NephoCurrencyChoice *a,
                                          const NephoCurrencyChoice *b);

NephoUnit   nepho_currency_unit          (const NephoCurrencyChoice *choice,
                                          NephoUnit                  stored);
double      nepho_currency_shown         (const NephoCurrencyChoice *choice,
                                          double                     value,
                                          NephoUnit                  stored);
double      nepho_currency_factor        (const NephoCurrencyChoice *choice,
                                          NephoUnit                  stored);
double      nepho_currency_stored        (const NephoCurrencyChoice *choice,
                                          double                     shown,
                                          NephoUnit                  stored);
gboolean    nepho_currency_is_exchanged  (const NephoCurrencyChoice *choice,
                                          NephoUnit                  stored);
char       *nepho_currency_format        (const NephoCurrencyChoice *choice,
                                          double                     value,
                                          NephoUnit                  stored,
                                          NephoNumberStyle           style);
char       *nepho_currency_name_rate     (const NephoCurrencyChoice *choice,
                                          const NephoDataset        *dataset);
char       *nepho_currency_describe_rate (const NephoCurrencyChoice *choice,
                                          const NephoDataset        *dataset);

G_END_DECLS
