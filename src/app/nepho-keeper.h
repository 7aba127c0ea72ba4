/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document-io.h"
#include "nepho-draft.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_KEEPER (nepho_keeper_get_type ())

/* Where a document is kept: in which file, if any, and, while that file does not hold all of it, in a draft.
 *
 * Signal "renamed": the file is another one, or holds what it did not hold before.
 * Signal "file-news" (NephoFileNews): another program wrote or removed the file, or what it did no longer matters.
 * Signal "draft-failed" (message): what is unsaved cannot be kept in a draft; told once until one is written again. */
G_DECLARE_FINAL_TYPE (NephoKeeper, nepho_keeper, NEPHO, KEEPER, GObject)

/* Longest time that work is only in memory. */
#define NEPHO_KEEPER_SECONDS 5u

NephoKeeper *nepho_keeper_new          (NephoDocument  *document);
NephoKeeper *nepho_keeper_new_carried  (NephoDocument             *document,
                                        const NephoDocumentOrigin *origin);
NephoKeeper *nepho_keeper_open         (GFile          *file,
                                        GError        **error);
NephoKeeper *nepho_keeper_recover      (NephoDraft     *draft,
                                        GError        **error);

NephoDocument *nepho_keeper_get_document  (NephoKeeper *self);
GFile         *nepho_keeper_get_file      (NephoKeeper *self);
char          *nepho_keeper_get_name      (NephoKeeper *self);
const char    *nepho_keeper_get_read_only (NephoKeeper *self);
const char    *nepho_keeper_get_left_out  (NephoKeeper *self);
const char    *nepho_keeper_get_remark    (NephoKeeper *self);
const GPtrArray *nepho_keeper_get_moves   (NephoKeeper *self);
const GPtrArray *nepho_keeper_get_unknown (NephoKeeper *self);
gboolean       nepho_keeper_is_untouched  (NephoKeeper *self);

gboolean     nepho_keeper_save         (NephoKeeper    *self,
                                        gboolean        overwrite,
                                        GError        **error);
gboolean     nepho_keeper_save_as      (NephoKeeper    *self,
                                        GFile          *file,
                                        GError        **error);
gboolean     nepho_keeper_reload       (NephoKeeper    *self,
                                        GError        **error);
gboolean     nepho_keeper_write_draft  (NephoKeeper    *self,
                                        GError        **error);
void         nepho_keeper_forget_draft (NephoKeeper    *self);

G_END_DECLS
