/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nepho-package.h"

G_BEGIN_DECLS

/* How a file is opened; all NULL and 0: as it tells itself. */
typedef struct
{
  const char *sheet;     /* of a workbook; NULL: the first that is not empty */
  const char *encoding;  /* of a text: one of nepho_text_encodings() */
  char        separator; /* between the cells of a text */
} NephoGridChoices;

gboolean   nepho_grid_is_workbook (const char          *data,
                                   gsize                length);
NephoGrid *nepho_grid_read_sheet  (const char          *data,
                                   gsize                length,
                                   const char          *sheet,
                                   char              ***sheets,
                                   GError             **error);
gboolean   nepho_grid_number      (const char             *text,
                                   double                 *number);
NephoGrid *nepho_grid_open        (const char             *data,
                                   gsize                   length,
                                   const NephoGridChoices *choices,
                                   char                 ***sheets,
                                   GError                **error);
GBytes    *nepho_grid_load        (GFile                  *file,
                                   GError                **error);

/* One kind of workbook each: nepho-grid-xlsx.c, nepho-grid-ods.c. A name of NULL: the first sheet that is not
 * empty. */
GPtrArray *nepho_xlsx_sheets      (const NephoPackage  *package,
                                   GError             **error);
NephoGrid *nepho_xlsx_read        (const NephoPackage  *package,
                                   guint                index,
                                   GError             **error);
GPtrArray *nepho_ods_sheets       (const NephoPackage  *package,
                                   GError             **error);
NephoGrid *nepho_ods_read         (const NephoPackage  *package,
                                   guint                index,
                                   GError             **error);

G_END_DECLS
