/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nepho-document.h"

G_BEGIN_DECLS

/* What a document looked like a few seconds ago, kept where the desktop keeps the state of programs until the
 * document is saved or given up. As long as the program runs its drafts are locked, so that only those of one that
 * was killed are found. */
typedef struct _NephoDraft NephoDraft;

NephoDraft *nepho_draft_new     (void);
void        nepho_draft_free    (NephoDraft     *draft);
gboolean    nepho_draft_write   (NephoDraft     *draft,
                                 NephoDocument  *document,
                                 GFile          *file,
                                 const char     *digest,
                                 GError        **error);
void        nepho_draft_remove  (NephoDraft     *draft);
GFile      *nepho_draft_get_file (NephoDraft    *draft,
                                 char          **digest);
char       *nepho_draft_get_path (NephoDraft    *draft);
GPtrArray  *nepho_drafts_find   (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoDraft, nepho_draft_free)

G_END_DECLS
