/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-number-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const ids[] = { "auto", "short", "myriad" };

/* Like the locale, one choice for the whole process: numbers are written in every room. Written by
 * the thread that shows things, before it shows them. */
static NephoNumberWords chosen_words = NEPHO_WORDS_AUTO;

/* Sizes and words as the language has them; those that count in myriads have a word for ten thousand. */
static const char *
own_list (void)
{
  /* Translators: words for large numbers, the largest first; Chinese: 1e12 万亿;1e8 亿;1e4 万 */
  return _("1e12 trn;1e9 bn;1e6 mn");
}

static NephoNumberWords
own_words (void)
{
  return strstr (own_list (), "1e4 ") != NULL ? NEPHO_WORDS_MYRIAD : NEPHO_WORDS_SHORT_SCALE;
}

/**
 * nepho_number_set_words:
 * @words: in which words large numbers are written from now on
 *
 * Holds for all that the process writes: charts, labels, entries, tables. Nothing stored changes.
 */
void
nepho_number_set_words (NephoNumberWords words)
{
  g_return_if_fail (words <= NEPHO_WORDS_MYRIAD);

  chosen_words = words;
}

/**
 * nepho_number_get_words:
 *
 * Returns: what nepho_number_set_words() set
 */
NephoNumberWords
nepho_number_get_words (void)
{
  return chosen_words;
}

/**
 * nepho_number_foreign_words:
 *
 * Returns: the chosen words where they are others than the language's own, else %NEPHO_WORDS_AUTO:
 * then the language's own spelling holds, 億 and not 亿 in Taiwan
 */
NephoNumberWords
nepho_number_foreign_words (void)
{
  return chosen_words == own_words () ? NEPHO_WORDS_AUTO : chosen_words;
}

/**
 * nepho_number_words_list:
 *
 * Returns: sizes and their words, the largest first: "1e12 trn;1e9 bn;1e6 mn"
 */
const char *
nepho_number_words_list (void)
{
  switch (nepho_number_foreign_words ())
    {
    case NEPHO_WORDS_SHORT_SCALE:
      return "1e12 trn;1e9 bn;1e6 mn";
    case NEPHO_WORDS_MYRIAD:
      return "1e12 万亿;1e8 亿;1e4 万";
    case NEPHO_WORDS_AUTO:
    default:
      return own_list ();
    }
}

/* Takes the next "1e9 bn" off a list of sizes and their words; FALSE at its end. */
static gboolean
next_size (const char **list, double *size, const char **word, int *length)
{
  char *end = NULL;

  *size = g_ascii_strtod (*list, &end);
  if (end == *list || *end != ' ')
    return FALSE;

  *word = end + 1;
  *length = (int) strcspn (*word, ";");
  *list = *word + *length + ((*word)[*length] == ';' ? 1 : 0);

  return TRUE;
}

/**
 * nepho_number_words_for:
 * @magnitude: a number, not negative
 * @size: (out): what the word stands for
 *
 * Returns: (transfer full) (nullable): the word for the size of a number that is written shortly; %NULL where
 *   it is written without one
 */
char *
nepho_number_words_for (double magnitude, double *size)
{
  const char *list = nepho_number_words_list ();
  const char *word;
  int length;

  while (next_size (&list, size, &word, &length))
    if (magnitude >= *size * 0.9995)
      return g_strndup (word, (gsize) length);

  return NULL;
}

/**
 * nepho_number_words_id:
 * @words: a choice of words
 *
 * Returns: its name in settings and on the command line: "auto", "short" or "myriad"
 */
const char *
nepho_number_words_id (NephoNumberWords words)
{
  g_return_val_if_fail (words < G_N_ELEMENTS (ids), ids[0]);

  return ids[words];
}

/**
 * nepho_number_words_from_id:
 * @id: a name as nepho_number_words_id() gives it
 * @words: (out): the choice
 *
 * Returns: whether there is such a choice
 */
gboolean
nepho_number_words_from_id (const char *id, NephoNumberWords *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (ids[i], id))
      {
        *words = (NephoNumberWords) i;
        return TRUE;
      }

  return FALSE;
}
