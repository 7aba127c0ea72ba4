/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-import.h"

G_BEGIN_DECLS

/* What the names above a column say. */
typedef struct
{
  char  **parts;   /* from the top, each once */
  char   *period;  /* that they name, or NULL */
  double  begin;
  double  end;
  char   *flag;    /* what to look at in it, or NULL */
  char   *name;    /* the lowest part that is no period, or NULL */
  char   *above;   /* the part above that is no period, or NULL */
} NephoImportHead;

gboolean         nepho_import_period      (const char            *text,
                                           double                *begin,
                                           double                *end,
                                           char                 **date);
NephoImportHead *nepho_import_head_new    (const NephoGrid       *grid,
                                           guint                  header,
                                           guint                  n_rows,
                                           guint                  column);
void             nepho_import_head_free   (NephoImportHead       *self);
NephoField       nepho_import_head_field  (const NephoImportHead *self);
char            *nepho_import_head_bracket(const char            *name,
                                           char                 **before);
NephoField       nepho_field_of_name      (const char            *name);
void             nepho_import_find_header (const NephoGrid       *grid,
                                           guint                 *header,
                                           guint                 *n_rows);
gboolean         nepho_import_is_figure   (const char            *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoImportHead, nepho_import_head_free)

G_END_DECLS
