/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How firm a figure is, from what somebody reported to what somebody heard. */
typedef enum
{
  NEPHO_GRADE_REPORTED,
  NEPHO_GRADE_DERIVED,
  NEPHO_GRADE_ESTIMATED,
  NEPHO_GRADE_PROJECTED,
  NEPHO_GRADE_RUMOURED,
} NephoGrade;

/* One published figure with the place where it was read. Strings are never NULL; "" where unknown. */
typedef struct
{
  char      *id;
  char      *subject;    /* whom or what: "Alibaba Cloud" */
  char      *measure;    /* what was measured, in the publisher's definition */
  char      *geography;
  char      *period;     /* "2022H1", "FY2022 (Apr21-Mar22)", "2020-05-28" */
  double     value;
  char      *unit;       /* as published: "%", "CNY bn", "PF-days" */
  NephoGrade grade;
  char      *publisher;
  char      *title;
  char      *url;
  char      *quote;
  char      *note;
  int        row;        /* row of the article's table of figures, or 0 */
} NephoFact;

void        nepho_fact_free          (NephoFact  *fact);
const char *nepho_grade_id           (NephoGrade  grade);
const char *nepho_grade_name         (NephoGrade  grade);
gboolean    nepho_grade_from_id      (const char *id,
                                      NephoGrade *grade);
char       *nepho_fact_citation      (const NephoFact *fact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoFact, nepho_fact_free)

G_END_DECLS
