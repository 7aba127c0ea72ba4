/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figure-frame.h"
#include "nepho-outcome.h"

G_BEGIN_DECLS

/* Sentences that say what the numbers show, and only that. */

/* Shares are shown to a tenth of a point: closer ones are level, smaller changes are none. */
#define NEPHO_WORDS_SHARE_TOLERANCE 0.0005

/* Who is first at one quarter. Vendors closer than what a label shows are level. */
typedef struct
{
  guint  vendor;   /* the first of those who lead */
  guint  second;   /* the next who is level with it, or the follower */
  guint  n_level;  /* how many lead; 1: one vendor */
  double value;
} NephoLead;

gboolean nepho_words_lead              (const NephoFigureContext *context,
                                        const NephoResults       *results,
                                        guint                     t,
                                        NephoFigureGetter         getter,
                                        NephoLead                *lead);
guint    nepho_words_order             (const NephoFigureContext *context,
                                        const NephoResults       *results,
                                        guint                     t,
                                        NephoFigureGetter         getter,
                                        guint                    *order);
int      nepho_words_compare           (double                    before,
                                        double                    after,
                                        double                    tolerance);

char    *nepho_words_percent           (double                    fraction);
char    *nepho_words_exact_percent     (double                    fraction);
char    *nepho_words_points            (double                    fraction);
char    *nepho_words_short             (double                    value,
                                        NephoUnit                 unit);

char    *nepho_words_summary           (const char               *title,
                                        const char               *detail);

/* nepho-figure-outcome.c */
NephoOutcomeChoice nepho_words_question (const NephoFigureContext *context,
                                         NephoOutcomeKind          kind);
const char *nepho_words_subject        (const NephoFigureContext *context,
                                        const NephoOutcomeChoice *choice);
char    *nepho_words_outcome_subtitle  (const NephoFigureContext *context,
                                        const NephoOutcomeChoice *choice,
                                        const char               *when);
char    *nepho_words_outcome           (const NephoFigureContext *context,
                                        NephoOutcomeKind          kind,
                                        double                    value);

/* nepho-figure-share-words.c */
char    *nepho_words_share_title       (const NephoFigureContext *context,
                                        NephoFigureGetter         getter);
char    *nepho_words_share_summary     (const NephoFigureContext *context,
                                        NephoFigureGetter         getter,
                                        const char               *title);
char    *nepho_words_top_title         (const NephoFigureContext *context,
                                        NephoFigureGetter         getter);

G_END_DECLS
