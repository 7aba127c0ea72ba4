/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-import-head.h"
#include "nepho-import-number.h"

G_BEGIN_DECLS

/* What was said of what, to find what is said twice: texts in one form of writing. */
typedef struct
{
  GHashTable *folded;    /* text -> the same in one form of writing, so that equal ones are one pointer's text */
  GHashTable *seen;      /* what a figure is of -> NephoImportRow that said it first */
  GHashTable *spellings; /* subject in one form of writing -> NephoImportRow that wrote it first */
  GHashTable *known;     /* what a fact of the document is of -> NephoFact; or NULL */
  GHashTable *groups;    /* percentages that were published together, by what they are of */
} NephoImportIndex;

/* What a text says of time. */
typedef struct
{
  gboolean known;
  double   begin;
  double   end;
  char    *date; /* which it is meant to be, where it is a number of days; or NULL */
} NephoImportPeriod;

/* While rows are read. */
typedef struct
{
  const NephoGrid       *grid;
  const NephoImportPlan *plan;
  char                   decimal;
  guint                  width;   /* cells of the rows of names, in a text; else 0 */
  guint                  n_names; /* up to the last column with a name */
  GArray                *columns[NEPHO_N_FIELDS]; /* of guint: which columns hold each field */
  GArray                *values;                  /* of guint: which columns hold figures */
  GPtrArray             *heads;   /* NephoImportHead: of those columns */
  GPtrArray             *doubles; /* why a column's name says too little, or NULL: of those columns */
  GHashTable            *periods; /* text -> NephoImportPeriod: a table has few of them, each in many rows */
  NephoImportIndex       index;
  GPtrArray             *rows;
} NephoImportReader;

void  nepho_import_fault         (NephoImportRow          *row,
                                  char                    *fault);
void  nepho_import_flag          (NephoImportRow          *row,
                                  char                    *flag);
void  nepho_import_apply_number  (NephoImportRow          *row,
                                  const NephoImportNumber *number);

void  nepho_import_index_init    (NephoImportIndex        *index,
                                  const GPtrArray         *known);
void  nepho_import_index_clear   (NephoImportIndex        *index);
void  nepho_import_index_check   (NephoImportIndex        *index,
                                  NephoImportRow          *row);
void  nepho_import_check_share   (NephoImportIndex        *index,
                                  NephoImportRow          *row,
                                  const char              *head);
void  nepho_import_check_sums    (GHashTable              *groups);

void  nepho_import_reader_init   (NephoImportReader       *reader);
void  nepho_import_reader_clear  (NephoImportReader       *reader);
const NephoImportPeriod *
      nepho_import_reader_period (const NephoImportReader *reader,
                                  const char              *text);
guint nepho_import_row_end       (const NephoGrid         *grid,
                                  guint                    row);

G_END_DECLS
