/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-fact.h"

G_BEGIN_DECLS

/* Which facts are wanted. All zero: all of them. */
typedef struct
{
  char       **words;     /* folded words that must all occur somewhere in the fact's texts; or NULL */
  const char  *topic;     /* id of a topic, or NULL */
  gboolean     weak_only; /* estimates, projections and rumours */
  gboolean     own_only;  /* what the reader entered, imported or changed */
} NephoFactSearch;

char   **nepho_fact_search_words   (const char            *text);
char    *nepho_fact_search_text    (const NephoFact       *fact);
gboolean nepho_fact_search_matches (const NephoFactSearch *search,
                                    const NephoFact       *fact,
                                    const char            *text);

G_END_DECLS
