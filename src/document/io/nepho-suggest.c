/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-suggest.h"

#include <string.h>

/* Longer than any id; what exceeds it gets no suggestion. */
#define MAX_LENGTH 96

/* Edits (insert, delete, replace, swap neighbours) that lead from one word to the other:
 * Damerau-Levenshtein distance, optimal string alignment. */
static guint
distance (const char *a, const char *b)
{
  guint rows[3][MAX_LENGTH + 1];
  gsize n = strlen (a);
  gsize m = strlen (b);

  for (gsize j = 0; j <= m; j++)
    rows[0][j] = (guint) j;

  for (gsize i = 1; i <= n; i++)
    {
      const guint *before = rows[(i + 1) % 3];
      const guint *last = rows[(i + 2) % 3];
      guint *row = rows[i % 3];

      row[0] = (guint) i;
      for (gsize j = 1; j <= m; j++)
        {
          guint best = MIN (last[j], row[j - 1]) + 1;

          best = MIN (best, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            best = MIN (best, before[j - 2] + 1);
          row[j] = best;
        }
    }

  return rows[n % 3][m];
}

/**
 * nepho_suggestion_init:
 * @suggestion: (out caller-allocates): a suggestion to begin
 * @wanted: the word that nobody knows; kept, not copied
 */
void
nepho_suggestion_init (NephoSuggestion *suggestion, const char *wanted)
{
  *suggestion = (NephoSuggestion) {
    .wanted = wanted,
    /* One slip in four characters still looks like a slip. */
    .distance = (guint) MIN (strlen (wanted), MAX_LENGTH) / 4 + 2,
  };
}

/**
 * nepho_suggestion_offer:
 * @suggestion: a suggestion
 * @word: a word that exists; kept, not copied
 *
 * Keeps @word as the nearest if it is nearer than all before and near enough to be a slip.
 */
void
nepho_suggestion_offer (NephoSuggestion *suggestion, const char *word)
{
  guint edits;

  if (strlen (suggestion->wanted) > MAX_LENGTH || strlen (word) > MAX_LENGTH)
    return;

  edits = distance (suggestion->wanted, word);
  if (edits < suggestion->distance)
    {
      suggestion->distance = edits;
      suggestion->nearest = word;
    }
}
