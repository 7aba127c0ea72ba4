/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-parameter.h"

G_BEGIN_DECLS

/* Why a range is as wide as it is. */
typedef enum
{
  NEPHO_RANGE_FROM_TABLE,   /* assumed, and the table of parameters says what is plausible */
  NEPHO_RANGE_FROM_GRADE,   /* published: the weaker the grade, the wider */
  NEPHO_RANGE_FROM_NOTHING, /* assumed, and the table says nothing: as wide as a rumour's */
} NephoRangeBasis;

/* What a parameter may really be, as far as is known: see "Ranges" in docs/model.md. */
typedef struct
{
  double          low;
  double          high;
  NephoShape      shape;
  NephoRangeBasis basis;
  NephoGrade      grade;     /* of the source, where the basis is the grade */
  gboolean        qualified; /* "about", "more than", "up to" made it wider */
  gboolean        disputed;  /* another publisher's figure made it wider */
} NephoParameterRange;

const char         *nepho_shape_id            (NephoShape               shape);
double              nepho_grade_spread        (NephoGrade               grade);
NephoParameterRange nepho_parameter_range     (const NephoParameter    *parameter,
                                               const NephoFact         *fact,
                                               const GPtrArray         *alternatives);
NephoParameterRange nepho_parameter_set_range (const NephoParameterSet *set,
                                               guint                    index);
NephoParameterRange nepho_parameter_set_range_at (const NephoParameterSet *set,
                                                  guint                    index,
                                                  double                   value);

G_END_DECLS
