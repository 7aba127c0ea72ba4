/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-dataset.h"
#include "nepho-unit.h"

G_BEGIN_DECLS

/* What a row of the table stands for: one parameter, or one for every segment, vendor or both. */
typedef enum
{
  NEPHO_SCOPE_GLOBAL,
  NEPHO_SCOPE_SEGMENT,        /* segment.<id>.<name> */
  NEPHO_SCOPE_VENDOR,         /* vendor.<id>.<name> */
  NEPHO_SCOPE_VENDOR_SEGMENT, /* vendor.<id>.share.<segment> */
} NephoScope;

typedef enum
{
  NEPHO_GROUP_ADOPTION,
  NEPHO_GROUP_DEMAND,
  NEPHO_GROUP_PRICE,
  NEPHO_GROUP_MARKET,
  NEPHO_GROUP_AI,
  NEPHO_GROUP_COMPUTE,
  NEPHO_GROUP_TRAINING_RUN,
  NEPHO_GROUP_SEGMENT,
  NEPHO_GROUP_SHARES,
  NEPHO_GROUP_VENDOR,
  NEPHO_N_GROUPS
} NephoGroup;

/* The distribution a parameter is sampled from between plausible_low and plausible_high. */
typedef enum
{
  NEPHO_SHAPE_FIXED, /* not sampled */
  NEPHO_SHAPE_UNIFORM,
  NEPHO_SHAPE_TRIANGULAR,
  NEPHO_SHAPE_NORMAL,
  NEPHO_SHAPE_LOG_NORMAL,
  NEPHO_SHAPE_PERT,
} NephoShape;

/* One row of the table of parameters. */
typedef struct
{
  const char *id;          /* "adoption.start"; without "segment.<id>." or "vendor.<id>." */
  NephoScope  scope;
  NephoGroup  group;
  const char *name;        /* translatable */
  const char *description; /* translatable */
  NephoUnit   unit;
  double      minimum;
  double      maximum;
  double      initial;     /* default where the data set gives none */
  double      step;
  gboolean    logarithmic; /* a slider spans orders of magnitude */
  gboolean    whole;       /* whole numbers only make sense (quarters); fractions are accepted */
  double      plausible_low;
  double      plausible_high;
  NephoShape  shape;
  const char *source;      /* fact id, or NULL */
  const char *reason;      /* translatable: why this default is assumed, where source is NULL */
} NephoParameterSpec;

/* A row made concrete for a data set. */
typedef struct
{
  const NephoParameterSpec *spec;
  char                     *id;      /* "segment.iaas.customers" */
  int                       vendor;  /* index in the data set, or -1 */
  int                       segment; /* index in the data set, or -1 */
  double                    initial; /* the data set's value */
  const char               *source;  /* fact id, or NULL */
  const char               *reason;  /* why assumed, or NULL */
  const GPtrArray          *alternatives; /* NephoAlternative: what else is published; or NULL */
} NephoParameter;

/* Every parameter of a data set, in a fixed order; values are arrays of n doubles in that order. */
typedef struct _NephoParameterSet NephoParameterSet;

const NephoParameterSpec *nepho_parameter_specs         (guint                    *n_specs);
const char               *nepho_group_id                (NephoGroup                group);
const char               *nepho_group_name              (NephoGroup                group);

NephoParameterSet        *nepho_parameter_set_new       (NephoDataset             *dataset);
NephoParameterSet        *nepho_parameter_set_ref       (NephoParameterSet        *set);
void                      nepho_parameter_set_unref     (NephoParameterSet        *set);
NephoDataset             *nepho_parameter_set_dataset   (const NephoParameterSet  *set);
guint                     nepho_parameter_set_size      (const NephoParameterSet  *set);
const NephoParameter     *nepho_parameter_set_get       (const NephoParameterSet  *set,
                                                         guint                     index);
int                       nepho_parameter_set_find      (const NephoParameterSet  *set,
                                                         const char               *id);
guint                     nepho_parameter_set_index     (const NephoParameterSet  *set,
                                                         const char               *spec_id,
                                                         int                       vendor,
                                                         int                       segment);
double                   *nepho_parameter_set_defaults  (const NephoParameterSet  *set);
gboolean                  nepho_parameter_set_check     (const NephoParameterSet  *set,
                                                         guint                     index,
                                                         double                    value,
                                                         GError                  **error);
gboolean                  nepho_parameter_set_rebalance (const NephoParameterSet  *set,
                                                         double                   *values,
                                                         guint                     changed,
                                                         double                    share,
                                                         const gboolean           *locked,
                                                         GError                  **error);
char                     *nepho_parameter_title         (const NephoParameterSet  *set,
                                                         guint                     index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoParameterSet, nepho_parameter_set_unref)

G_END_DECLS
