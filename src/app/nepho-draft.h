/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nepho-document.h"

G_BEGIN_DECLS

/* What a document looked like a few seconds ago, kept where the desktop keeps the state of programs until the
 * document is saved or given up. As long as the program runs its drafts are locked, so that only those of one that
 * was killed are found. */
typedef struct _NephoDraft NephoDraft;

/* What stands beside a draft: whose it is. */
typedef struct
{
  GFile *file;      /* that the document was read from or saved in; or NULL */
  char  *digest;    /* of what the file held then; or NULL */
  char  *read_only; /* why the file is not to be written over; or NULL */
} NephoDraftOwner;

NephoDraft *nepho_draft_new     (void);
void        nepho_draft_free    (NephoDraft     *draft);
gboolean    nepho_draft_write   (NephoDraft            *draft,
                                 NephoDocument         *document,
                                 const NephoDraftOwner *owner,
                                 GError               **error);
void        nepho_draft_remove  (NephoDraft            *draft);
void        nepho_draft_read_owner (NephoDraft         *draft,
                                    NephoDraftOwner    *owner);
char       *nepho_draft_get_path (NephoDraft           *draft);
GPtrArray  *nepho_drafts_find   (void);

void        nepho_draft_owner_clear (NephoDraftOwner   *owner);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NephoDraftOwner, nepho_draft_owner_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoDraft, nepho_draft_free)

G_END_DECLS
