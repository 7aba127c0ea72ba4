/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The best of the words offered so far for one that was mistyped. */
typedef struct
{
  const char *wanted;
  const char *nearest; /* NULL: nothing is near enough */
  guint       distance;
} NephoSuggestion;

void nepho_suggestion_init  (NephoSuggestion *suggestion,
                             const char      *wanted);
void nepho_suggestion_offer (NephoSuggestion *suggestion,
                             const char      *word);

G_END_DECLS
