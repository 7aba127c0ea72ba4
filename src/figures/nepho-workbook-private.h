/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "nepho-table.h"
#include "nepho-workbook.h"

G_BEGIN_DECLS

#define NEPHO_WORKBOOK_N_FORMATS 5

/* How a cell looks, beside how its number is written. */
typedef enum
{
  NEPHO_WORKBOOK_PLAIN,
  NEPHO_WORKBOOK_CHANGED, /* a value that is not the source's */
  NEPHO_WORKBOOK_INPUT,   /* a cell that is meant to be changed */
} NephoWorkbookLook;

/* A workbook while it is written. Rows and columns count from 0, as in the library. */
typedef struct
{
  const NephoFigureContext *context;
  NephoDocument            *document; /* what the reader says of it */
  lxw_workbook             *book;
  lxw_format               *title;
  lxw_format               *header;
  lxw_format               *dim;      /* sources, notes, units */
  lxw_format               *link;
  lxw_format               *changed;  /* text beside a changed value */
  lxw_format               *percents[3]; /* by look */
  lxw_format               *numbers[3][NEPHO_WORKBOOK_N_FORMATS]; /* by look and size */
  GPtrArray                *names;    /* of the sheets, in order */
} NephoWorkbook;

/* What a number is written as: per cent stay fractions under a format that shows them as per cent. */
gboolean       nepho_workbook_is_percent      (NephoUnit            unit);
double         nepho_workbook_shown           (double               value,
                                               NephoUnit            unit);
lxw_format    *nepho_workbook_format          (NephoWorkbook       *self,
                                               NephoWorkbookLook    look,
                                               double               value,
                                               NephoUnit            unit);
void           nepho_workbook_number          (NephoWorkbook       *self,
                                               lxw_worksheet       *sheet,
                                               lxw_row_t            row,
                                               lxw_col_t            column,
                                               double               value,
                                               NephoUnit            unit,
                                               NephoWorkbookLook    look);
lxw_worksheet *nepho_workbook_add_sheet       (NephoWorkbook       *self,
                                               const char          *name);
void           nepho_workbook_text            (lxw_worksheet       *sheet,
                                               lxw_row_t            row,
                                               lxw_col_t            column,
                                               const char          *text,
                                               lxw_format          *format);
void           nepho_workbook_chart_title     (lxw_chart           *chart,
                                               const char          *text);
void           nepho_workbook_header          (NephoWorkbook       *self,
                                               lxw_worksheet       *sheet,
                                               lxw_row_t            row,
                                               lxw_col_t            column,
                                               const char          *name,
                                               NephoUnit            unit);

/* The sheets, each kind in a file of its own. */
void           nepho_workbook_add_figure      (NephoWorkbook         *self,
                                               const NephoPlotFigure *figure,
                                               const char            *name);
void           nepho_workbook_add_chart       (NephoWorkbook         *self,
                                               lxw_worksheet         *sheet,
                                               const NephoPlotFigure *figure,
                                               const char            *sheet_name,
                                               lxw_row_t              first_row,
                                               lxw_row_t              last_row,
                                               lxw_col_t              behind,
                                               lxw_row_t              place);
void           nepho_workbook_add_assumptions (NephoWorkbook         *self);
void           nepho_workbook_add_sources     (NephoWorkbook         *self,
                                               const GPtrArray       *figures);
void           nepho_workbook_add_training    (NephoWorkbook         *self);
void           nepho_workbook_add_revenue     (NephoWorkbook         *self);

G_END_DECLS
