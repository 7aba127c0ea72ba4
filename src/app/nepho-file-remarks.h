/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nepho-document-io.h"

G_BEGIN_DECLS

/* What a reader has to know of a file that was read. Each may be NULL: nothing. */
typedef struct
{
  char      *read_only; /* why it is not to be written over */
  char      *left_out;  /* why something of it is missing, which cannot be written over anyway */
  GPtrArray *unknown;   /* paths in it that are not understood */
  GPtrArray *moves;     /* NephoMove: what gives other results than when it was saved */
  char      *moved;     /* how many, in words */
} NephoFileRemarks;

void nepho_file_remarks_find  (NephoFileRemarks          *self,
                               GFile                     *file,
                               const NephoDocumentOrigin *origin,
                               NephoDocument             *document);
void nepho_file_remarks_clear (NephoFileRemarks          *self);

G_END_DECLS
