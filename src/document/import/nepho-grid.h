/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is read of a table at most; whatever exceeds it is refused as a whole. */
#define NEPHO_GRID_MAX_BYTES      (64u * 1024u * 1024u)
#define NEPHO_GRID_MAX_ROWS       1048576u
#define NEPHO_GRID_MAX_COLUMNS    16384u
#define NEPHO_GRID_MAX_CELLS      5000000u
#define NEPHO_GRID_MAX_CHARACTERS 32767u

typedef enum
{
  NEPHO_CELL_EMPTY,
  NEPHO_CELL_TEXT,    /* as it stands in the file */
  NEPHO_CELL_NUMBER,  /* of a spreadsheet: "0.346", "34.6%", with a point whatever the reader's language */
  NEPHO_CELL_DATE,    /* of a spreadsheet: "2022-06-30" or "2022-06-30T12:00:00" */
  NEPHO_CELL_FORMULA, /* a formula that was saved without its value */
  NEPHO_CELL_MERGED,  /* covered by a merged cell; the text is that cell's */
  NEPHO_CELL_ERROR,   /* "#DIV/0!" */
} NephoCellKind;

typedef struct
{
  NephoCellKind kind;
  const char   *text; /* never NULL */
} NephoCell;

/* A rectangle of cells, read from a text or from one sheet of a workbook. Rows and columns count from 0. */
typedef struct _NephoGrid NephoGrid;

NephoGrid  *nepho_grid_new           (const char    *sheet);
void        nepho_grid_free          (NephoGrid     *self);
gboolean    nepho_grid_add           (NephoGrid     *self,
                                      guint          row,
                                      guint          column,
                                      NephoCellKind  kind,
                                      const char    *text,
                                      gsize          length,
                                      GError       **error);
gboolean    nepho_grid_merge         (NephoGrid     *self,
                                      guint          row,
                                      guint          column,
                                      guint          n_rows,
                                      guint          n_columns,
                                      GError       **error);
void        nepho_grid_add_line      (NephoGrid     *self,
                                      guint          line);
void        nepho_grid_seal          (NephoGrid     *self);

const char *nepho_grid_get_sheet     (NephoGrid     *self);
guint       nepho_grid_n_rows        (NephoGrid     *self);
guint       nepho_grid_n_columns     (NephoGrid     *self);
NephoCell   nepho_grid_get           (NephoGrid     *self,
                                      guint          row,
                                      guint          column);
guint       nepho_grid_row_length    (NephoGrid     *self,
                                      guint          row);
char       *nepho_grid_place         (NephoGrid     *self,
                                      guint          row,
                                      guint          column);
char       *nepho_grid_place_row     (NephoGrid     *self,
                                      guint          row);

char       *nepho_grid_column_name   (guint          column);
char       *nepho_grid_address       (guint          row,
                                      guint          column);
gboolean    nepho_grid_parse_address (const char    *address,
                                      guint         *row,
                                      guint         *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoGrid, nepho_grid_free)

G_END_DECLS
