/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *nepho_svg_tidy (const char *svg);

G_END_DECLS
