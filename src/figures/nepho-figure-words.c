/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-number.h"

char *
nepho_words_percent (double fraction)
{
  return nepho_number_format (fraction, NEPHO_UNIT_FRACTION, NEPHO_NUMBER_WITH_UNIT);
}

/* "15 %" rather than "15.0 %", for what was published or set; two decimals at most. */
char *
nepho_words_exact_percent (double fraction)
{
  return nepho_number_format (nepho_number_snap (round (fraction * 1e4) / 1e4), NEPHO_UNIT_FRACTION,
                              NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_EXACT);
}

/* Without a sign: the sentence says which way. */
char *
nepho_words_points (double fraction)
{
  /* One point is no plural, however it is counted. */
  if (fabs (fabs (fraction) * 100.0 - 1.0) < 0.05)
    return g_strdup (_("1 point"));

  return nepho_number_format (fabs (fraction), NEPHO_UNIT_POINTS, NEPHO_NUMBER_WITH_UNIT);
}

char *
nepho_words_short (double value, NephoUnit unit)
{
  return nepho_number_format (value, unit, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
}

/* -1, 0 or 1: fell, stayed, rose, by more than @tolerance. */
int
nepho_words_compare (double before, double after, double tolerance)
{
  if (fabs (after - before) < tolerance)
    return 0;

  return after > before ? 1 : -1;
}

typedef struct
{
  guint  vendor;
  double value;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *left = a;
  const Ranked *right = b;

  if (left->value != right->value)
    return left->value < right->value ? 1 : -1;

  return (left->vendor > right->vendor) - (left->vendor < right->vendor);
}

/* Named vendors, the largest first; equals in the data set's order. Returns how many. */
guint
nepho_words_order (const NephoFigureContext *context,
                   const NephoResults *results,
                   guint t,
                   NephoFigureGetter getter,
                   guint *order)
{
  g_autofree Ranked *ranked = g_new (Ranked, results->n_vendors);
  guint n = 0;

  for (guint i = 0; i < results->n_vendors; i++)
    if (!nepho_frame_is_aggregate (context, i))
      ranked[n++] = (Ranked) { i, getter (context, results, t, i) };

  qsort (ranked, n, sizeof (Ranked), compare_ranked);
  for (guint k = 0; k < n; k++)
    order[k] = ranked[k].vendor;

  return n;
}

gboolean
nepho_words_lead (const NephoFigureContext *context,
                  const NephoResults *results,
                  guint t,
                  NephoFigureGetter getter,
                  NephoLead *lead)
{
  g_autofree guint *order = g_new (guint, results->n_vendors);
  guint n = nepho_words_order (context, results, t, getter, order);

  if (n == 0)
    return FALSE;

  *lead = (NephoLead) {
    .vendor = order[0],
    .second = n > 1 ? order[1] : order[0],
    .n_level = 1,
    .value = getter (context, results, t, order[0]),
  };
  while (lead->n_level < n
         && lead->value - getter (context, results, t, order[lead->n_level]) < NEPHO_WORDS_SHARE_TOLERANCE)
    lead->n_level++;

  return TRUE;
}

/* Title as a sentence, then another. */
char *
nepho_words_summary (const char *title, const char *detail)
{
  /* Translators: two sentences that follow each other; the first has no full stop yet */
  return g_strdup_printf (_("%s. %s"), title, detail);
}
