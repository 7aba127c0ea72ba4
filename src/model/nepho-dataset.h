/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-fact.h"
#include "nepho-quarter.h"
#include "nepho-scenario.h"
#include "nepho-text.h"

G_BEGIN_DECLS

#define NEPHO_DATASET_MAX_VENDORS 64u
#define NEPHO_DATASET_MAX_SEGMENTS 16u
#define NEPHO_DATASET_MAX_FACTS 1000000u

/* What a version ends in once a reader changed something. */
#define NEPHO_DATASET_EDITED "+edited"

/* The vendor that stands for all whom the data set does not name. */
#define NEPHO_VENDOR_OTHERS "others"

typedef struct
{
  char      *id;       /* "alibaba" */
  NephoText *name;
  NephoText *model;    /* flagship AI model, or NULL */
  NephoText *strength; /* one sentence, or NULL */
  char      *source;   /* fact id behind the sentence, or NULL */
  int        colour;   /* of the palette, from 0; -1: by its place in the list */
} NephoVendor;

typedef struct
{
  char      *id;       /* "iaas" */
  NephoText *name;
  int        colour;   /* of the palette, from 0; -1: by its place in the list */
} NephoSegment;

/* What another publisher says of the same quantity. */
typedef struct
{
  double value;        /* in the parameter's unit */
  char  *source;       /* fact id */
} NephoAlternative;

/* The data set's own value of a model parameter. Exactly one of source and reason is set. */
typedef struct
{
  char      *id;           /* "segment.iaas.customers" */
  double     value;
  char      *source;       /* fact id */
  char      *reason;       /* why this is assumed */
  GPtrArray *alternatives; /* NephoAlternative: what else is published; may be empty */
} NephoDatasetValue;

/* How many yuan a US dollar is taken to be, and who says so. */
typedef struct
{
  double cny_per_usd;
  char  *source;       /* fact id */
} NephoExchangeRate;

/* An AI model in the training-compute charts. NAN where no source gives a figure. */
typedef struct
{
  char      *id;
  char      *name;
  char      *organisation;
  double     year;          /* 2020.41 */
  double     parameters;
  double     tokens;        /* training tokens */
  double     gigabytes;     /* size of the data as published */
  double     pf_days;
  NephoGrade parameters_grade;
  char      *parameters_source;
  char      *data_source;
  char      *compute_source;
} NephoAiModel;

typedef struct
{
  char  *id;
  char  *name;
  char  *manufacturer;
  double year;
  double peak_flops;        /* FLOP/s at 16 bit */
  double watts;             /* NAN where unknown */
  double price_usd;         /* NAN where unknown */
  char  *source;
} NephoAccelerator;

/* What a million input tokens of an AI model cost by its vendor's price list. */
typedef struct
{
  char  *id;
  char  *model;
  char  *organisation;
  double year;              /* from when on, or when it was read */
  double amount;            /* as published */
  char  *currency;          /* "CNY" or "USD" */
  char  *source;
} NephoApiPrice;

/* A market share, size or revenue as published, for comparison with the projection. */
typedef struct
{
  char        *series;      /* "share", "size", "revenue", "revenue-before-elimination", "ebita" ... */
  char        *vendor;      /* vendor id, or "" for the market */
  char        *segment;     /* segment id, or "" for all */
  NephoQuarter first;       /* first and last quarter of the period */
  NephoQuarter last;
  double       value;       /* fraction, or CNY bn */
  char        *source;      /* fact id: its measure tells the definition */
} NephoObservation;

typedef struct _NephoDataset
{
  char         *id;
  NephoText    *name;
  char         *version;
  char         *currency;     /* that of its publishers, in which it is shown: "CNY" or "USD" */
  NephoQuarter  base_quarter;
  GPtrArray    *vendors;      /* NephoVendor */
  GPtrArray    *segments;     /* NephoSegment */
  GPtrArray    *values;       /* NephoDatasetValue */
  GPtrArray    *facts;        /* NephoFact: its own, then those that come with the program */
  GHashTable   *fact_places;  /* id -> place in facts; made when first wanted, checked when used */
  GPtrArray    *scenarios;    /* NephoScenario: parents before children */
  GPtrArray    *ai_models;    /* NephoAiModel, by year */
  GPtrArray    *accelerators; /* NephoAccelerator, by year */
  GPtrArray    *api_prices;   /* NephoApiPrice, by year */
  GPtrArray    *observations; /* NephoObservation */
  GPtrArray    *rates;        /* NephoExchangeRate: the usual one first */
} NephoDataset;

NephoDataset            *nepho_dataset_new           (void);
NephoDataset            *nepho_dataset_ref           (NephoDataset       *dataset);
void                     nepho_dataset_unref         (NephoDataset       *dataset);

NephoVendor             *nepho_dataset_add_vendor    (NephoDataset       *dataset,
                                                      const char         *id);
NephoSegment            *nepho_dataset_add_segment   (NephoDataset       *dataset,
                                                      const char         *id);
NephoScenario           *nepho_dataset_add_scenario  (NephoDataset       *dataset,
                                                      const char         *id);
NephoDatasetValue       *nepho_dataset_add_value     (NephoDataset       *dataset,
                                                      const char         *id,
                                                      double              value,
                                                      const char         *source,
                                                      const char         *reason);
void                     nepho_dataset_value_add_alternative (NephoDatasetValue *entry,
                                                              double             value,
                                                              const char        *source);
void                     nepho_dataset_add_rate      (NephoDataset       *dataset,
                                                      double              cny_per_usd,
                                                      const char         *source);
NephoAiModel            *nepho_dataset_add_ai_model  (NephoDataset       *dataset);
NephoAccelerator        *nepho_dataset_add_accelerator (NephoDataset     *dataset);
NephoApiPrice           *nepho_dataset_add_api_price (NephoDataset       *dataset);
NephoObservation        *nepho_dataset_add_observation (NephoDataset     *dataset);
void                     nepho_dataset_take_fact     (NephoDataset       *dataset,
                                                      NephoFact          *fact);

const NephoVendor       *nepho_dataset_vendor        (const NephoDataset *dataset,
                                                      guint               index);
const NephoSegment      *nepho_dataset_segment       (const NephoDataset *dataset,
                                                      guint               index);
const NephoFact         *nepho_dataset_find_fact     (const NephoDataset *dataset,
                                                      const char         *id);
const NephoScenario     *nepho_dataset_find_scenario (const NephoDataset *dataset,
                                                      const char         *id);
int                      nepho_dataset_segment_colour (const NephoDataset *dataset,
                                                       guint               index);
gboolean                 nepho_dataset_is_edited     (const NephoDataset *dataset);
gboolean                 nepho_dataset_check         (const NephoDataset *dataset,
                                                      GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoDataset, nepho_dataset_unref)

G_END_DECLS
