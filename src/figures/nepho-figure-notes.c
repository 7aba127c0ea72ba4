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
    if (context->values[k] != context->baseline_values[k])
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
format_value (const NephoFigureContext *context, const NephoMiss *miss, double value)
{
  return miss->unit == NEPHO_UNIT_FRACTION ? nepho_words_percent (value)
                                           : nepho_money_short (context, value, miss->unit);
}

/* Without a sign: the sentence says which way. */
static char *
format_miss (const NephoFigureContext *context, const NephoMiss *miss)
{
  if (miss->relative)
    return nepho_words_percent (fabs (miss->miss));

  return miss->unit == NEPHO_UNIT_FRACTION ? nepho_words_points (miss->miss)
                                           : nepho_money_short (context, fabs (miss->miss), miss->unit);
}

static gboolean
is_close (const NephoMiss *miss)
{
  return fabs (miss->miss) < (miss->relative ? SUM_TOLERANCE : NEPHO_WORDS_SHARE_TOLERANCE);
}

static char *
describe_miss (const NephoFigureContext *context, const NephoMiss *worst, guint n_later)
{
  g_autofree char *value = format_value (context, worst, worst->value);
  g_autofree char *miss = format_miss (context, worst);
  /* Translators: a difference: "2.1 points above the projection" */
  g_autofree char *where = g_strdup_printf (worst->miss > 0.0 ? _("%s above the projection")
                                                              : _("%s below the projection"), miss);

  if (n_later == 1)
    /* Translators: a vendor or a market, a period, a value, "2.1 points above the projection" */
    return g_strdup_printf (_("Published later for %s in %s: %s, %s."), worst->name, worst->period, value, where);

  /* Translators: a number of figures, a vendor or a market, a period, a value, "2.1 points above the
   * projection" */
  return g_strdup_printf (ngettext ("Of %u later published figure the worst miss is %s in %s: %s, %s.",
                                    "Of %u later published figures the worst miss is %s in %s: %s, %s.", n_later),
                          n_later, worst->name, worst->period, value, where);
}

/* What was published after the base quarter, and how far the projection is from it at worst. */
static void
note_misses (NephoEvidence *evidence)
{
  g_autofree char *note = NULL;

  if (evidence->n_later == 0)
    return;

  if (is_close (&evidence->worst))
    note = g_strdup_printf (ngettext ("The projection meets %u later published figure.",
                                      "The projection meets %u later published figures.", evidence->n_later),
                            evidence->n_later);
  else
    note = describe_miss (evidence->context, &evidence->worst, evidence->n_later);
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
  note_misses (evidence);
  note_measures (evidence);

  return evidence->notes->len > 0 ? g_strdup (evidence->notes->str) : NULL;
}
