/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-dimension.h"

G_BEGIN_DECLS

/* A unit in which quantities are shown. */
typedef struct
{
  NephoDimension dimension;
  double         size;   /* in base units */
  double         least;  /* the smallest value, in base units, that is shown in it */
  const char    *name;   /* translatable */
  const char    *one;    /* translatable: after 1 and behind a stroke, where it is another; or NULL */
  const char    *prefix; /* before the number instead of @name behind it, or NULL */
} NephoQuantityUnit;

/* In which words. */
typedef enum
{
  NEPHO_UNIT_NAME_SHOWN, /* in the reader's language */
  NEPHO_UNIT_NAME_FILED, /* in files, the same in every language */
} NephoUnitNaming;

const NephoQuantityUnit *nepho_quantity_units        (guint                   *n_units);
const NephoQuantityUnit *nepho_quantity_unit_find    (const NephoDimension    *dimension,
                                                      double                   value);
const char              *nepho_quantity_unit_name    (const NephoQuantityUnit *unit,
                                                      gboolean                 one,
                                                      NephoUnitNaming          naming);
char                    *nepho_quantity_unit_compose (const NephoDimension    *dimension,
                                                      NephoUnitNaming          naming,
                                                      double                  *size);
const char              *nepho_dimension_sentence    (const NephoDimension    *dimension);

G_END_DECLS
