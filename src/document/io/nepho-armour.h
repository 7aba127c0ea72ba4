/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes as text that a mail carries: base64 between two lines, as RFC 7468 has it, with a checksum inside. What mail
 * programs do to text on its way (new ends of lines, quotes, other spaces and dashes) does not matter. */

#define NEPHO_ARMOUR_BEGIN "-----BEGIN NEPHOSCOPE SCENARIO-----"
#define NEPHO_ARMOUR_END "-----END NEPHOSCOPE SCENARIO-----"

char     *nepho_armour_write (const char *words,
                              GBytes     *bytes);
gboolean  nepho_armour_is    (GBytes     *text);
GBytes   *nepho_armour_read  (GBytes     *text,
                              const char *name,
                              GError    **error);

G_END_DECLS
