/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NEPHO_IMPORT_ERROR (nepho_import_error_quark ())

typedef enum
{
  NEPHO_IMPORT_ERROR_READ,     /* the file cannot be read */
  NEPHO_IMPORT_ERROR_FORMAT,   /* it is none of the kinds of files that are read, or damaged */
  NEPHO_IMPORT_ERROR_ENCODING, /* its text is in no encoding that is read */
  NEPHO_IMPORT_ERROR_LIMIT,    /* it is larger than anybody means */
  NEPHO_IMPORT_ERROR_CONTENT,  /* rows are wrong, or a source is missing */
} NephoImportError;

/* The most that is read. */
#define NEPHO_GRID_MAX_ROWS 1048576u
#define NEPHO_GRID_MAX_COLUMNS 16384u
#define NEPHO_GRID_MAX_CELLS 5000000u
#define NEPHO_GRID_MAX_CELL 32767u
#define NEPHO_GRID_MAX_BYTES (256u * 1024u * 1024u)

/* What a cell is besides its text. */
typedef enum
{
  NEPHO_CELL_EMPTY,
  NEPHO_CELL_TEXT,
  NEPHO_CELL_NUMBER,  /* written with a decimal point, whatever the reader's country */
  NEPHO_CELL_DATE,    /* "2022-06-30" */
  NEPHO_CELL_FORMULA, /* a formula without a value: "=B2*2" in CSV, "" in a workbook */
  NEPHO_CELL_ERROR,   /* "#DIV/0!" */
  NEPHO_CELL_MERGED,  /* covered by the cell to which it was merged; its text is that cell's */
} NephoCellKind;

/* Cells in rows and columns, both from 0. Once it is read it never changes, so that threads may share it. */
typedef struct _NephoGrid NephoGrid;

GQuark        nepho_import_error_quark (void);

NephoGrid    *nepho_grid_new           (const char       *name);
NephoGrid    *nepho_grid_ref           (NephoGrid        *self);
void          nepho_grid_free          (NephoGrid        *self);
const char   *nepho_grid_get_name      (const NephoGrid  *self);
gboolean      nepho_grid_set           (NephoGrid        *self,
                                        guint             row,
                                        guint             column,
                                        const char       *text,
                                        NephoCellKind     kind,
                                        GError          **error);
gboolean      nepho_grid_merge         (NephoGrid        *self,
                                        guint             top,
                                        guint             left,
                                        guint             bottom,
                                        guint             right,
                                        GError          **error);
gboolean      nepho_grid_repeat_row    (NephoGrid        *self,
                                        guint             row,
                                        guint             n,
                                        GError          **error);
void          nepho_grid_set_form      (NephoGrid        *self,
                                        const char       *encoding,
                                        char              separator);
const char   *nepho_grid_get_encoding  (const NephoGrid  *self);
char          nepho_grid_get_separator (const NephoGrid  *self);
void          nepho_grid_set_width     (NephoGrid        *self,
                                        guint             row,
                                        guint             width);
guint         nepho_grid_get_width     (const NephoGrid  *self,
                                        guint             row);
guint         nepho_grid_n_rows        (const NephoGrid  *self);
guint         nepho_grid_n_columns     (const NephoGrid  *self);
const char   *nepho_grid_get           (const NephoGrid  *self,
                                        guint             row,
                                        guint             column);
NephoCellKind nepho_grid_get_kind      (const NephoGrid  *self,
                                        guint             row,
                                        guint             column);
gboolean      nepho_grid_row_is_empty  (const NephoGrid  *self,
                                        guint             row);
char         *nepho_grid_address       (guint             row,
                                        guint             column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoGrid, nepho_grid_free)

G_END_DECLS
