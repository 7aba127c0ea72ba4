/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean nepho_period_parse (const char *text,
                             double     *begin,
                             double     *end);

G_END_DECLS
