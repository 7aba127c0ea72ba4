/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-evidence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-money.h"
#include "nepho-figure-words.h"

/* A projection that hits a share to a tenth of a point, or a sum to half a per cent, is right as far as
 * the words can tell. */
#define SUM_TOLERANCE 0.005

static guint
count_edits (const NephoFigureContext *context)
{
  guint n = 0;

  if (context->baseline == NULL)
    return 0;

  for (guint k = 0; k < nepho_parameter_set_size (context->parameters); k++)
    if (nepho_frame_is_changed (context, k))
      n++;

  return n;
}

static void
note_assumptions (NephoEvidence *evidence)
{
  g_autofree char *note = NULL;

  if (evidence->n_assumed == 0)
    return;

  note = g_strdup_printf (ngettext ("%u of %u starting values is an assumption.",
                                    "%u of %u starting values are assumptions.", evidence->n_assumed),
                          evidence->n_assumed, evidence->n_values);
  nepho_evidence_note (evidence, note);
}

static void
note_edits (NephoEvidence *evidence)
{
  guint n_edits = evidence->model ? count_edits (evidence->context) : 0;
  g_autofree char *note = NULL;

  if (n_edits == 0)
    return;

  note = g_strdup_printf (ngettext ("%u parameter differs from the baseline.",
                                    "%u parameters differ from the baseline.", n_edits), n_edits);
  nepho_evidence_note (evidence, note);
}

static void
note_measures (NephoEvidence *evidence)
{
  g_autofree char *list = NULL;
  g_autofree char *note = NULL;

  if (evidence->measures->len == 0)
    return;

  g_ptr_array_add (evidence->measures, NULL);
  list = g_strjoinv ("; ", (char **) evidence->measures->pdata);
  /* Translators: a list of definitions, such as "IDC public cloud IaaS (China)" */
  note = g_strdup_printf (_("Solid marks are published figures: %s."), list);
  nepho_evidence_note (evidence, note);
  if (evidence->n_breaks > 0)
    nepho_evidence_note (evidence, _("Two strokes mark a change of definition, publisher or length of period."));
}

static char *
format_value (const NephoFigureContext *context, const NephoMiss *miss)
{
  NephoNumberStyle signed_style = NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_WITH_SIGN;

  if (miss->since != NULL && miss->relative)
    return nepho_number_format (miss->value, NEPHO_UNIT_FRACTION, signed_style);
  if (miss->since != NULL && miss->unit == NEPHO_UNIT_FRACTION)
    return nepho_number_format (miss->value, NEPHO_UNIT_POINTS, signed_style);
  if (miss->since != NULL)
    return nepho_money_format (context, miss->value, miss->unit, signed_style);

  return miss->unit == NEPHO_UNIT_FRACTION ? nepho_words_percent (miss->value)
                                           : nepho_money_short (context, miss->value, miss->unit);
}

/* Without a sign: the sentence says which way. */
static char *
format_miss (const NephoFigureContext *context, const NephoMiss *miss)
{
  if (miss->relative && miss->since == NULL)
    return nepho_words_percent (fabs (miss->miss));

  return miss->relative || miss->unit == NEPHO_UNIT_FRACTION ? nepho_words_points (miss->miss)
                                           : nepho_money_short (context, fabs (miss->miss), miss->unit);
}

static gboolean
is_close (const NephoMiss *miss)
{
  return fabs (miss->miss) < (miss->relative ? SUM_TOLERANCE : NEPHO_WORDS_SHARE_TOLERANCE);
}

static char *
describe_miss (const NephoFigureContext *context, const NephoMisses *misses)
{
  const NephoMiss *worst = &misses->worst;
  g_autofree char *value = format_value (context, worst);
  g_autofree char *miss = format_miss (context, worst);
  /* Translators: a difference: "2.1 points above the projection" */
  g_autofree char *where = g_strdup_printf (worst->miss > 0.0 ? _("%s above the projection")
                                                              : _("%s below the projection"), miss);

  if (misses->n == 1)
    /* Translators: a vendor or a market, a period, a value, "2.1 points above the projection" */
    return g_strdup_printf (_("Published later for %s in %s: %s, %s."), worst->name, worst->period, value, where);

  /* Translators: a number of figures, a vendor or a market, a period, a value, "2.1 points above the
   * projection" */
  return g_strdup_printf (ngettext ("Of %u later published figure the worst miss is %s in %s: %s, %s.",
                                    "Of %u later published figures the worst miss is %s in %s: %s, %s.", misses->n),
                          misses->n, worst->name, worst->period, value, where);
}

static char *
describe_change (const NephoFigureContext *context, const NephoMisses *misses)
{
  const NephoMiss *worst = &misses->worst;
  g_autofree char *value = format_value (context, worst);
  g_autofree char *miss = format_miss (context, worst);
  /* Translators: a difference: "2.1 points more than projected" */
  g_autofree char *where = g_strdup_printf (worst->miss > 0.0 ? _("%s more than projected")
                                                              : _("%s less than projected"), miss);

  /* Translators: a number of changes, a vendor or a market, its period before and after, the change, "2.1
   * points more than projected" */
  return g_strdup_printf (ngettext ("Counted differently, only changes compare: of %u the worst miss is %s, %s to "
                                    "%s: %s, %s.",
                                    "Counted differently, only changes compare: of %u the worst miss is %s, %s to "
                                    "%s: %s, %s.", misses->n),
                          misses->n, worst->name, worst->since, worst->period, value, where);
}

/* What was published after the base quarter, and how far the projection is from it at worst. */
static void
note_misses (NephoEvidence *evidence)
{
  const NephoMisses *later = &evidence->later;
  g_autofree char *note = NULL;

  if (later->n == 0)
    return;

  if (is_close (&later->worst))
    note = g_strdup_printf (ngettext ("The projection meets %u later published figure.",
                                      "The projection meets %u later published figures.", later->n),
                            later->n);
  else
    note = describe_miss (evidence->context, later);
  nepho_evidence_note (evidence, note);
}

/* The same where the definition is another. */
static void
note_changes (NephoEvidence *evidence)
{
  const NephoMisses *changes = &evidence->changes;
  g_autofree char *note = NULL;

  if (changes->n == 0)
    return;

  if (is_close (&changes->worst))
    note = g_strdup_printf (ngettext ("Counted differently, only changes compare: the projection meets %u.",
                                      "Counted differently, only changes compare: the projection meets %u.",
                                      changes->n),
                            changes->n);
  else
    note = describe_change (evidence->context, changes);
  nepho_evidence_note (evidence, note);
}

/**
 * nepho_evidence_write_notes:
 * @evidence: what a figure rests on
 *
 * Returns: (transfer full) (nullable): the figure's own notes, and those that every figure has where
 *   they apply: assumptions, edits, definitions, breaks, and how the projection fares
 */
char *
nepho_evidence_write_notes (NephoEvidence *evidence)
{
  note_assumptions (evidence);
  note_edits (evidence);
  nepho_evidence_note_paths (evidence);
  note_misses (evidence);
  note_changes (evidence);
  note_measures (evidence);

  return evidence->notes->len > 0 ? g_strdup (evidence->notes->str) : NULL;
}
