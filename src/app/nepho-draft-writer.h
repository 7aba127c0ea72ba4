/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-draft.h"

G_BEGIN_DECLS

/* Writes a draft beside the main loop: a large document takes longer than a frame to write, and a disk longer still. */
typedef struct _NephoDraftWriter NephoDraftWriter;

/* @error is %NULL where the draft is whole and on the disk. */
typedef void (*NephoDraftWritten) (const GError *error,
                                   gpointer      user_data);

NephoDraftWriter *nepho_draft_writer_start  (NephoDraft            *draft,
                                             NephoDocument         *document,
                                             const NephoDraftOwner *owner,
                                             NephoDraftWritten      written,
                                             gpointer               user_data);
void              nepho_draft_writer_finish (NephoDraftWriter      *writer);

G_END_DECLS
