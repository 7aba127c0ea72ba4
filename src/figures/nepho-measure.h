/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In what the values of a figure are told. */
typedef enum
{
  NEPHO_MEASURE_ABSOLUTE, /* as they are */
  NEPHO_MEASURE_SHARE,    /* as parts of the whole */
  NEPHO_MEASURE_INDEX,    /* with the base quarter as 100 */
  NEPHO_N_MEASURES
} NephoMeasure;

/* How the reader looks at a figure. */
typedef struct
{
  NephoMeasure measure;
  gboolean     logarithmic; /* the value axis */
} NephoFigureLook;

const char *nepho_measure_id      (NephoMeasure  measure);
const char *nepho_measure_name    (NephoMeasure  measure);
gboolean    nepho_measure_from_id (const char   *id,
                                   NephoMeasure *measure);
gboolean    nepho_measure_fits    (const char   *figure,
                                   NephoMeasure  measure);
gboolean    nepho_measure_may_log (const char   *figure);

G_END_DECLS
