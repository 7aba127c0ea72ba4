/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-figure.h"

G_BEGIN_DECLS

/* One column: either texts or numbers, one a row. */
typedef struct
{
  char      *name;
  NephoUnit  unit;    /* of numbers, as stored */
  GPtrArray *texts;   /* char*, or NULL where the column holds numbers */
  GArray    *numbers; /* double, NAN for none, or NULL where the column holds texts */
  gboolean   sources; /* the texts are ids of facts */
} NephoTableColumn;

/* Columns of equal length, each with its name and unit. */
typedef struct
{
  GPtrArray *columns; /* NephoTableColumn */
} NephoTable;

/* How comma-separated values are written. */
typedef struct
{
  const char *id;
  const char *name;      /* translatable */
  gboolean    bom;       /* begins with a mark that tells Excel the text is UTF-8 */
  char        separator;
  char        decimal;
} NephoCsvStyle;

const NephoCsvStyle *nepho_csv_styles        (guint                 *n_styles);
const NephoCsvStyle *nepho_csv_style_find    (const char            *id);

NephoTable       *nepho_table_new            (void);
void              nepho_table_free           (NephoTable            *table);
NephoTableColumn *nepho_table_add_texts      (NephoTable            *table,
                                              const char            *name);
NephoTableColumn *nepho_table_add_numbers    (NephoTable            *table,
                                              const char            *name,
                                              NephoUnit              unit);
void              nepho_table_column_text    (NephoTableColumn      *column,
                                              const char            *text);
void              nepho_table_column_number  (NephoTableColumn      *column,
                                              double                 number);
guint             nepho_table_n_rows         (const NephoTable      *table);
NephoTable       *nepho_table_from_figure    (const NephoPlotFigure *figure);
gboolean          nepho_table_find_datum     (const NephoPlotFigure *figure,
                                              guint                  row,
                                              guint                  column,
                                              guint                 *series,
                                              guint                 *point);
gboolean          nepho_table_begins_formula (const char            *text);
char             *nepho_table_to_csv         (const NephoTable      *table);
char             *nepho_table_to_csv_in      (const NephoTable      *table,
                                              const NephoCsvStyle   *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoTable, nepho_table_free)

G_END_DECLS
