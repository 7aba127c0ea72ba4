/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nepho-grid-sheet.h"
#include "nepho-import.h"

G_BEGIN_DECLS

/* A table that is open. */
typedef struct
{
  GBytes          *data;   /* as it was found */
  char            *name;   /* of the file */
  char           **sheets; /* of a workbook, or NULL */
  NephoGrid       *grid;
  NephoImportPlan *plan;   /* how it is probably meant */
} NephoImportTable;

/* What a table was read as. */
typedef struct
{
  GPtrArray *rows;  /* NephoImportRow */
  char     **notes; /* on the table as a whole */
  char      *fault; /* why the figures cannot go in, or NULL */
} NephoImportReading;

void                nepho_import_table_free   (NephoImportTable       *self);
void                nepho_import_reading_free (NephoImportReading     *self);

void                nepho_import_open_async   (GFile                  *file,
                                               GBytes                 *data,
                                               const char             *name,
                                               const NephoGridChoices *choices,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
NephoImportTable   *nepho_import_open_finish  (GAsyncResult           *result,
                                               GError                **error);
void                nepho_import_read_async   (NephoGrid              *grid,
                                               const NephoImportPlan  *plan,
                                               GPtrArray              *known,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
NephoImportReading *nepho_import_read_finish  (GAsyncResult           *result,
                                               GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoImportTable, nepho_import_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoImportReading, nepho_import_reading_free)

G_END_DECLS
