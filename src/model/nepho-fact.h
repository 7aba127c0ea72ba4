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

/* Whose word a figure is. */
typedef enum
{
  NEPHO_ORIGIN_BUNDLED, /* comes with the program */
  NEPHO_ORIGIN_DATASET, /* stands in a data set that the reader opened */
  NEPHO_ORIGIN_READER,  /* the reader imported it, entered it, or changed a copy */
} NephoOrigin;

/* One published figure with the place where it was read. Strings are never NULL; "" where unknown. */
typedef struct
{
  char       *id;
  char       *topic;      /* id of a topic: see nepho_topics() */
  char       *subject;    /* whom or what: "Alibaba Cloud" */
  char       *measure;    /* what was measured, in the publisher's definition */
  char       *definition; /* id of the class of that definition: "iaas"; see nepho_definitions() */
  char       *geography;
  char       *period;     /* "2022H1", "FY2022 (Apr21-Mar22)", "2020-05-28" */
  double      begin;      /* the period as years with a fraction, for sorting: 2022.0 to 2022.5; */
  double      end;        /* NAN where the period's text is no date */
  double      value;
  char       *unit;       /* as published: "%", "CNY bn", "PF-days" */
  char       *qualifier;  /* "about", "more than", "up to"; or "" */
  NephoGrade  grade;
  NephoOrigin origin;
  char       *publisher;
  char       *title;
  char       *published;  /* when that text was: "2023-04-26", "2023-04", "2023"; or "" */
  char       *url;
  char       *quote;
  char       *note;
  char       *licence;    /* of the publisher's data, where they name one: "CC BY 4.0" */
  char       *replaces;   /* id of the fact of which the reader edited this copy; or "" */
  int         row;        /* row of the article's table of figures, or 0 */
} NephoFact;

/* An id with its name for readers. */
typedef struct
{
  const char *id;
  const char *name; /* translatable */
} NephoFactClass;

NephoFact            *nepho_fact_new      (void);
void                  nepho_fact_set_text (char           **text,
                                           const char      *value);
NephoFact            *nepho_fact_copy     (const NephoFact *fact);
gboolean              nepho_fact_equal    (const NephoFact *a,
                                           const NephoFact *b);
NephoFact            *nepho_fact_ref      (NephoFact       *fact);
void                  nepho_fact_free     (NephoFact       *fact);
const char           *nepho_origin_id     (NephoOrigin      origin);
const char           *nepho_grade_id      (NephoGrade       grade);
const char           *nepho_grade_name    (NephoGrade       grade);
gboolean              nepho_grade_is_weak (NephoGrade       grade);
gboolean              nepho_grade_from_id (const char      *id,
                                           NephoGrade      *grade);
const NephoFactClass *nepho_topics        (guint           *n_topics);
const NephoFactClass *nepho_definitions   (guint           *n_definitions);

/* nepho-fact-citation.c */
gboolean              nepho_fact_is_date  (const char      *text);
char                 *nepho_fact_citation (const NephoFact *fact);
char                 *nepho_fact_bibtex   (const NephoFact *fact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoFact, nepho_fact_free)

G_END_DECLS
