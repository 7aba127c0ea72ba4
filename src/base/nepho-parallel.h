/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Does one piece of work; @worker is its thread's number, so that each can have memory of its own. */
typedef void (*NephoParallelWork) (guint    item,
                                   guint    worker,
                                   gpointer data);

guint nepho_parallel_n_workers (guint             n_items);
void  nepho_parallel_run       (guint             n_items,
                                guint             n_workers,
                                NephoParallelWork work,
                                gpointer          data);

G_END_DECLS
