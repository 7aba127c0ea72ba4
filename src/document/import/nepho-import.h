/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-fact.h"
#include "nepho-grid.h"

G_BEGIN_DECLS

/* What a column holds. */
typedef enum
{
  NEPHO_FIELD_IGNORED,
  NEPHO_FIELD_SUBJECT,
  NEPHO_FIELD_MEASURE,
  NEPHO_FIELD_GEOGRAPHY,
  NEPHO_FIELD_PERIOD,
  NEPHO_FIELD_VALUE,
  NEPHO_FIELD_UNIT,
  NEPHO_FIELD_GRADE,
  NEPHO_FIELD_PUBLISHER,
  NEPHO_FIELD_TITLE,
  NEPHO_FIELD_URL,
  NEPHO_FIELD_QUOTE,
  NEPHO_FIELD_NOTE,
  NEPHO_FIELD_SERIES, /* values of the period, or of the subject, in the column's head */
  NEPHO_N_FIELDS,
} NephoField;

/* Rows of names that a column may have, one above the other: "2022" over "H1". */
#define NEPHO_HEAD_MAX_ROWS 3u

/* The most figures that one import takes. */
#define NEPHO_IMPORT_MAX_FIGURES 200000u

/* How a table is read. Texts are what holds where a row says nothing; "" for none. */
typedef struct
{
  guint      header;      /* the first row with names of columns */
  guint      header_rows; /* how many such rows there are; 0: none, and @header is the first row of figures */
  GArray    *fields;      /* NephoField, one a column */
  char       decimal;     /* '.' or ',', or 0: as the table itself tells */
  NephoGrade grade;
  char      *topic;       /* of nepho_topics() */
  char      *definition;  /* of nepho_definitions() */
  char      *subject;
  char      *measure;
  char      *geography;
  char      *period;
  char      *unit;
  char      *publisher;
  char      *title;
  char      *url;
} NephoImportPlan;

/* A figure as it is read, with what is wrong with it. */
typedef struct
{
  guint      row;    /* of the cell, from 0 */
  guint      column;
  NephoFact *fact;
  char      *fault;  /* why it cannot go in, or NULL */
  char      *flag;   /* what to look at, or NULL */
  gboolean   known;  /* the document has it already */
} NephoImportRow;

const char      *nepho_field_id             (NephoField             field);
const char      *nepho_field_name           (NephoField             field);
gboolean         nepho_field_from_id        (const char            *id,
                                             NephoField            *field);

NephoImportPlan *nepho_import_plan_guess    (const NephoGrid       *grid);
NephoImportPlan *nepho_import_plan_guess_at (const NephoGrid       *grid,
                                             guint                  header,
                                             guint                  header_rows);
NephoImportPlan *nepho_import_plan_copy     (const NephoImportPlan *plan);
void             nepho_import_plan_free     (NephoImportPlan       *plan);
NephoField       nepho_import_plan_field    (const NephoImportPlan *plan,
                                             guint                  column);
guint            nepho_import_plan_first    (const NephoImportPlan *plan);
gboolean         nepho_import_is_numeric    (const NephoGrid       *grid,
                                             const NephoImportPlan *plan,
                                             guint                  column);
char            *nepho_import_column_name   (const NephoGrid       *grid,
                                             const NephoImportPlan *plan,
                                             guint                  column);
GPtrArray       *nepho_import_preview       (const NephoGrid       *grid,
                                             const NephoImportPlan *plan,
                                             const GPtrArray       *known);
char           **nepho_import_notes         (const NephoGrid       *grid,
                                             const NephoImportPlan *plan,
                                             const GPtrArray       *rows);
GPtrArray       *nepho_import_finish        (const GPtrArray       *rows,
                                             GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoImportPlan, nepho_import_plan_free)

G_END_DECLS
