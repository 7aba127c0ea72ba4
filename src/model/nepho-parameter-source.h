/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-parameter.h"

G_BEGIN_DECLS

/* Whose word a value is. */
typedef enum
{
  NEPHO_STANDING_SOURCED,     /* the data set's, with a firm source */
  NEPHO_STANDING_WEAK,        /* the data set's, with a source that is an estimate, forecast or rumour */
  NEPHO_STANDING_ASSUMED,     /* the data set's, without a source */
  NEPHO_STANDING_ALTERNATIVE, /* another publisher's, which the reader chose */
  NEPHO_STANDING_FOLLOWED,    /* a share that made room for another */
  NEPHO_STANDING_SCENARIO,    /* set by the scenario at work */
  NEPHO_STANDING_CHANGED,     /* the reader's own */
} NephoStanding;

const char   *nepho_parameter_source_of    (const NephoParameter    *parameter,
                                            double                   value);
NephoStanding nepho_parameter_set_standing (const NephoParameterSet *set,
                                            guint                    index,
                                            const double            *values);
NephoStanding nepho_parameter_set_standing_in (const NephoParameterSet *set,
                                            guint                    index,
                                            const double            *values,
                                            const NephoScenario     *scenario);
const char   *nepho_standing_id            (NephoStanding            standing);
gboolean      nepho_parameter_set_choose   (const NephoParameterSet *set,
                                            double                  *values,
                                            guint                    index,
                                            const char              *fact_id,
                                            const gboolean          *locked,
                                            GError                 **error);

G_END_DECLS
