/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-words.h"

#include <glib/gi18n-lib.h>

/* Above this, the sum of the largest says little. */
#define N_TOP 3

/* Whether @vendor is among the leaders at @t. */
static gboolean
is_level (const NephoFigureContext *context, guint t, NephoFigureGetter getter, const NephoLead *lead, guint vendor)
{
  return lead->value - getter (context, context->results, t, vendor) < NEPHO_WORDS_SHARE_TOLERANCE;
}

static char *
now_title (const NephoFigureContext *context, const NephoLead *lead)
{
  const char *scope = nepho_frame_scope (context);
  const char *name = nepho_frame_vendor_name (context, lead->vendor);
  g_autofree char *share = nepho_words_percent (lead->value);
  g_autofree char *when = nepho_frame_quarter (context, 0);

  if (lead->n_level == 2)
    /* Translators: two vendors, a segment, their share, a quarter */
    return g_strdup_printf (_("%s and %s are level in %s with %s each in %s"), name,
                            nepho_frame_vendor_name (context, lead->second), scope, share, when);
  if (lead->n_level > 2)
    /* Translators: a number, a segment, their share, a quarter */
    return g_strdup_printf (ngettext ("%u vendor leads in %s with %s in %s",
                                      "%u vendors are level in %s with %s each in %s", lead->n_level),
                            lead->n_level, scope, share, when);

  /* Translators: a vendor, a segment, its share, a quarter */
  return g_strdup_printf (_("%s leads in %s with %s in %s"), name, scope, share, when);
}

static char *
stays_title (const NephoFigureContext *context, NephoFigureGetter getter, const NephoLead *end, const char *when)
{
  const char *scope = nepho_frame_scope (context);
  const char *name = nepho_frame_vendor_name (context, end->vendor);
  double start = getter (context, context->results, 0, end->vendor);
  g_autofree char *share = nepho_words_percent (end->value);
  g_autofree char *points = nepho_words_points (end->value - start);

  switch (nepho_words_compare (start, end->value, NEPHO_WORDS_SHARE_TOLERANCE))
    {
    case 1:
      /* Translators: a vendor, a segment, "3.2 points", its new share, a quarter */
      return g_strdup_printf (_("%s stays first in %s; its share rises %s to %s by %s"), name, scope, points,
                              share, when);
    case -1:
      /* Translators: a vendor, a segment, "3.2 points", its new share, a quarter */
      return g_strdup_printf (_("%s stays first in %s; its share falls %s to %s by %s"), name, scope, points,
                              share, when);
    default:
      /* Translators: a vendor, a segment, its share, a quarter */
      return g_strdup_printf (_("%s stays first in %s; its share holds at %s to %s"), name, scope, share, when);
    }
}

/* The first quarter from which @vendor stays ahead of @other. */
static guint
overtaken_at (const NephoFigureContext *context, NephoFigureGetter getter, guint vendor, guint other)
{
  guint t = nepho_frame_last (context);

  while (t > 0
         && getter (context, context->results, t - 1, vendor) > getter (context, context->results, t - 1, other))
    t--;

  return t;
}

static char *
level_title (const NephoFigureContext *context, const NephoLead *start, const NephoLead *end, const char *when)
{
  const char *scope = nepho_frame_scope (context);
  const char *first = nepho_frame_vendor_name (context, end->vendor);
  const char *second = nepho_frame_vendor_name (context, end->second);
  g_autofree char *share = nepho_words_percent (end->value);

  if (end->n_level > 2)
    /* Translators: a number, a segment, their share, a quarter */
    return g_strdup_printf (ngettext ("%u vendor leads in %s with %s by %s",
                                      "%u vendors are level in %s with %s each by %s", end->n_level),
                            end->n_level, scope, share, when);
  if (start->n_level == 2 && (start->vendor == end->vendor || start->vendor == end->second)
      && (start->second == end->vendor || start->second == end->second))
    /* Translators: two vendors, a segment, their share, a quarter */
    return g_strdup_printf (_("%s and %s are still level in %s with %s each by %s"), first, second, scope,
                            share, when);

  /* Translators: two vendors, a segment, their share, a quarter */
  return g_strdup_printf (_("%s and %s draw level in %s with %s each by %s"), first, second, scope, share, when);
}

static char *
changes_title (const NephoFigureContext *context,
               NephoFigureGetter getter,
               const NephoLead *start,
               const NephoLead *end,
               const char *when)
{
  const char *scope = nepho_frame_scope (context);
  const char *name = nepho_frame_vendor_name (context, end->vendor);
  g_autofree char *share = nepho_words_percent (end->value);
  g_autofree char *at = nepho_frame_quarter (context, overtaken_at (context, getter, end->vendor, start->vendor));

  if (start->n_level > 1)
    /* Translators: a vendor, a segment, its share, a quarter */
    return g_strdup_printf (_("%s takes the lead in %s with %s by %s"), name, scope, share, when);

  /* Translators: a vendor overtakes another, a segment, a quarter, its share, a later quarter */
  return g_strdup_printf (_("%s overtakes %s in %s in %s and leads with %s by %s"), name,
                          nepho_frame_vendor_name (context, start->vendor), scope, at, share, when);
}

/**
 * nepho_words_share_title:
 * @context: what is shown
 * @getter: the share of a vendor
 *
 * Returns: (transfer full): a sentence on who leads at the end and how that came
 */
char *
nepho_words_share_title (const NephoFigureContext *context, NephoFigureGetter getter)
{
  guint last = nepho_frame_last (context);
  g_autofree char *when = nepho_frame_quarter (context, last);
  NephoLead start;
  NephoLead end;

  if (!nepho_words_lead (context, context->results, 0, getter, &start)
      || !nepho_words_lead (context, context->results, last, getter, &end))
    /* Translators: a segment */
    return g_strdup_printf (_("No vendor in %s is named"), nepho_frame_scope (context));

  if (last == 0)
    return now_title (context, &start);
  if (end.n_level > 1)
    return level_title (context, &start, &end, when);
  if (start.n_level == 1 && start.vendor == end.vendor)
    return stays_title (context, getter, &end, when);
  /* One of several that were level at the start, or somebody else. */
  if (start.n_level > 1 && !is_level (context, 0, getter, &start, end.vendor))
    {
      g_autofree char *share = nepho_words_percent (end.value);

      /* Translators: a vendor, a segment, its share, a quarter */
      return g_strdup_printf (_("%s comes from behind to lead in %s with %s by %s"),
                              nepho_frame_vendor_name (context, end.vendor), nepho_frame_scope (context), share,
                              when);
    }

  return changes_title (context, getter, &start, &end, when);
}

static const char *
share_text (const GPtrArray *shares, guint k)
{
  return g_ptr_array_index (shares, k);
}

/* Who holds what at the end, for those who cannot see the lines. */
char *
nepho_words_share_summary (const NephoFigureContext *context, NephoFigureGetter getter, const char *title)
{
  guint last = nepho_frame_last (context);
  g_autofree guint *order = g_new (guint, context->results->n_vendors);
  guint n = nepho_words_order (context, context->results, last, getter, order);
  g_autofree char *when = nepho_frame_quarter (context, last);
  g_autofree char *detail = NULL;
  g_autoptr (GPtrArray) shares = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 0; k < MIN (n, N_TOP); k++)
    g_ptr_array_add (shares, nepho_words_percent (getter (context, context->results, last, order[k])));

  if (n >= N_TOP)
    /* Translators: a quarter, then three vendors with their shares */
    detail = g_strdup_printf (_("In %s, %s holds %s, %s %s and %s %s."), when,
                              nepho_frame_vendor_name (context, order[0]), share_text (shares, 0),
                              nepho_frame_vendor_name (context, order[1]), share_text (shares, 1),
                              nepho_frame_vendor_name (context, order[2]), share_text (shares, 2));
  else if (n == 2)
    /* Translators: a quarter, then two vendors with their shares */
    detail = g_strdup_printf (_("In %s, %s holds %s and %s %s."), when,
                              nepho_frame_vendor_name (context, order[0]), share_text (shares, 0),
                              nepho_frame_vendor_name (context, order[1]), share_text (shares, 1));
  else
    return g_strdup (title);

  return nepho_words_summary (title, detail);
}

static double
top_sum (const NephoFigureContext *context, guint t, NephoFigureGetter getter, guint n_top)
{
  g_autofree guint *order = g_new (guint, context->results->n_vendors);
  double sum = 0.0;

  nepho_words_order (context, context->results, t, getter, order);
  for (guint k = 0; k < n_top; k++)
    sum += getter (context, context->results, t, order[k]);

  return sum;
}

/**
 * nepho_words_top_title:
 * @context: what is shown
 * @getter: the share of a vendor
 *
 * Returns: (transfer full): a sentence on what the largest vendors hold together
 */
char *
nepho_words_top_title (const NephoFigureContext *context, NephoFigureGetter getter)
{
  guint last = nepho_frame_last (context);
  guint n_top = MIN (nepho_frame_n_named (context), N_TOP);
  const char *scope = nepho_frame_scope (context);
  g_autofree char *when = nepho_frame_quarter (context, last);
  g_autofree char *first = nepho_frame_quarter (context, 0);
  g_autofree char *share = NULL;
  g_autofree char *points = NULL;
  double before;
  double after;

  if (n_top < 2)
    return nepho_words_share_title (context, getter);

  before = top_sum (context, 0, getter, n_top);
  after = top_sum (context, last, getter, n_top);
  share = nepho_words_percent (after);
  points = nepho_words_points (after - before);

  if (last == 0)
    /* Translators: a number, a share, a segment, a quarter */
    return g_strdup_printf (ngettext ("The largest vendor (%u) holds %s of %s in %s",
                                      "The %u largest vendors hold %s of %s in %s", n_top),
                            n_top, share, scope, when);

  switch (nepho_words_compare (before, after, NEPHO_WORDS_SHARE_TOLERANCE))
    {
    case 1:
      /* Translators: a number, a share, a segment, a quarter, "3.2 points", the first quarter */
      return g_strdup_printf (ngettext ("The largest vendor (%u) holds %s of %s by %s, %s more than in %s",
                                        "The %u largest vendors hold %s of %s by %s, %s more than in %s", n_top),
                              n_top, share, scope, when, points, first);
    case -1:
      /* Translators: a number, a share, a segment, a quarter, "3.2 points", the first quarter */
      return g_strdup_printf (ngettext ("The largest vendor (%u) holds %s of %s by %s, %s less than in %s",
                                        "The %u largest vendors hold %s of %s by %s, %s less than in %s", n_top),
                              n_top, share, scope, when, points, first);
    default:
      /* Translators: a number, a share, a segment, the last quarter, the first quarter */
      return g_strdup_printf (ngettext ("The largest vendor (%u) holds %s of %s by %s, as in %s",
                                        "The %u largest vendors hold %s of %s by %s, as in %s", n_top),
                              n_top, share, scope, when, first);
    }
}
