/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figures.h"

G_BEGIN_DECLS

/* Choices that are there for every data set. */
#define NEPHO_HISTORY_USUAL "usual" /* one publisher for each period: whoever says most */
#define NEPHO_HISTORY_ALL   "all"
#define NEPHO_HISTORY_NONE  "none"

/* Whose word published history is, in which definition. */
typedef struct
{
  char *id;   /* "idc", "canalys-revised" */
  char *name; /* for readers: the publisher, or for another definition than usual, that in its words */
} NephoHistoryChoice;

char      *nepho_history_publisher   (const NephoFact        *fact);
char      *nepho_history_name        (const NephoFact        *fact);
char      *nepho_history_group_id    (const char             *family,
                                      const NephoObservation *observation,
                                      const NephoFact        *fact);
gboolean   nepho_history_is_usual    (const char             *family,
                                      const NephoObservation *observation);
gboolean   nepho_history_is_share    (const char             *family);
gboolean   nepho_history_is_about    (const char             *family,
                                      const NephoObservation *observation,
                                      const char             *segment);
GPtrArray *nepho_history_choices_new (void);
void       nepho_history_choices_add (GPtrArray              *choices,
                                      const NephoDataset     *dataset,
                                      const NephoFigureSpec  *spec,
                                      int                     segment);

G_END_DECLS
