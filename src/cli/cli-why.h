/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-causes.h"
#include "nepho-cli.h"
#include "nepho-document.h"

G_BEGIN_DECLS

/* What "diff --by" is asked. */
typedef struct
{
  char            *by;      /* as it was typed; or NULL */
  char            *outcome;
  char            *quarter;

  NephoCausesKind    kind;   /* read from it */
  NephoOutcomeChoice choice;
} NephoCliWhy;

gboolean nepho_cli_why_read  (NephoCliWhy    *self,
                              NephoDocument  *before,
                              NephoDocument  *after,
                              guint           horizon);
char    *nepho_cli_why_print (const NephoCliWhy *self,
                              NephoDocument  *before,
                              NephoDocument  *after,
                              const char * const *names,
                              NephoCliFormat  format);
void     nepho_cli_why_clear (NephoCliWhy    *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NephoCliWhy, nepho_cli_why_clear)

G_END_DECLS
