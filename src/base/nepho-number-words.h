/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In which words large numbers are written. They are read in all of them, whatever is chosen. */
typedef enum
{
  NEPHO_WORDS_AUTO,        /* as the reader's language counts */
  NEPHO_WORDS_SHORT_SCALE, /* mn, bn, trn */
  NEPHO_WORDS_MYRIAD,      /* 万, 亿, 万亿 */
} NephoNumberWords;

void             nepho_number_set_words      (NephoNumberWords  words);
NephoNumberWords nepho_number_get_words      (void);
NephoNumberWords nepho_number_foreign_words  (void);
const char      *nepho_number_words_list     (void);
char            *nepho_number_words_for      (double            magnitude,
                                              double           *size);
const char      *nepho_number_words_id       (NephoNumberWords  words);
gboolean         nepho_number_words_from_id  (const char       *id,
                                              NephoNumberWords *words);

G_END_DECLS
