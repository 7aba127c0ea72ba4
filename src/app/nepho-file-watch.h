/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What became of a file. */
typedef enum
{
  NEPHO_FILE_AS_KNOWN, /* it holds what was read or written last */
  NEPHO_FILE_CHANGED,  /* somebody else wrote it */
  NEPHO_FILE_GONE,     /* it was deleted, or has another name */
} NephoFileNews;

/* Watches a file, and tells when another program changes what it holds. */
typedef struct _NephoFileWatch NephoFileWatch;

typedef void (*NephoFileTold) (NephoFileNews news,
                               gpointer      user_data);

NephoFileWatch *nepho_file_watch_new    (GFile          *file,
                                         const char     *digest,
                                         NephoFileTold   told,
                                         gpointer        user_data);
void            nepho_file_watch_free   (NephoFileWatch *self);
void            nepho_file_watch_expect (NephoFileWatch *self,
                                         const char     *digest);
void            nepho_file_watch_look   (NephoFileWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoFileWatch, nepho_file_watch_free)

G_END_DECLS
