/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Folders for what is on its way, which nobody else can read. */
char *nepho_scratch_new    (GError     **error);
void  nepho_scratch_remove (const char  *path);

G_END_DECLS
