/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The command line at work for a window. Whatever leaves the window in a file is written by it, so that both give the
 * same bytes, the window stays alive meanwhile, and a file can be in another language than the window. */
char        *nepho_export_program_find  (void);
GSubprocess *nepho_export_program_spawn (const char * const *arguments,
                                         GError            **error);
char        *nepho_export_program_fault (GSubprocess        *process,
                                         const char         *errors);

G_END_DECLS
