/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Stands between the program and the system: the calls that open, write, flush, rename and close files can be made to
 * fail, one at a time. Linked into a test it comes before the C library. */

/* From now on the @n-th call (from 1) fails with @code, once. */
void     nepho_fail_arm    (guint n,
                            int   code);
/* No more failures. Returns: whether one was due since it was armed. */
gboolean nepho_fail_disarm (void);
