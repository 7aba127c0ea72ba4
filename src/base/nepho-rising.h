/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The colour of what rises; what falls has the other one. Neither is ever the only cue. */
typedef enum
{
  NEPHO_RISING_AUTO,  /* as is usual where the reader's language is spoken */
  NEPHO_RISING_GREEN,
  NEPHO_RISING_RED,   /* as on Chinese markets */
} NephoRising;

void        nepho_rising_set     (NephoRising  rising);
NephoRising nepho_rising_get     (void);
gboolean    nepho_rising_is_red  (void);
const char *nepho_rising_id      (NephoRising  rising);
gboolean    nepho_rising_from_id (const char  *id,
                                  NephoRising *rising);

G_END_DECLS
