/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>

#include "nepho-figure-money.h"
#include "nepho-figure-words.h"

/* What a figure about one number asks: of the reader's vendor and segment at the later of the quarters. Of
 * shares, who leads is asked about where nobody was chosen: all together have all. */
NephoOutcomeChoice
nepho_words_question (const NephoFigureContext *context, NephoOutcomeKind kind)
{
  NephoOutcomeChoice choice = { kind, context->vendor, context->segment, nepho_frame_to (context) };
  NephoLead lead;

  /* Where nobody is named the first is all the others. */
  if (kind == NEPHO_OUTCOME_SHARE && choice.vendor < 0)
    choice.vendor = nepho_words_lead (context, context->results, choice.t, nepho_figure_share_of, &lead)
                      ? (int) lead.vendor
                      : 0;

  return choice;
}

const char *
nepho_words_subject (const NephoFigureContext *context, const NephoOutcomeChoice *choice)
{
  return choice->vendor >= 0 ? nepho_frame_vendor_name (context, (guint) choice->vendor) : _("All vendors");
}

char *
nepho_words_outcome (const NephoFigureContext *context, NephoOutcomeKind kind, double value)
{
  return nepho_outcome_unit (kind) == NEPHO_UNIT_FRACTION ? nepho_words_percent (value)
                                                          : nepho_money_sum (context, value);
}

/* Which number it is, in what unit, of whom, and of when: a quarter or a period. */
char *
nepho_words_outcome_subtitle (const NephoFigureContext *context, const NephoOutcomeChoice *choice, const char *when)
{
  const char *subject = nepho_words_subject (context, choice);
  const char *market = nepho_text_get (nepho_frame_dataset (context)->name);
  const char *unit = nepho_money_unit_name (context, NEPHO_UNIT_YUAN_BILLION);

  switch (choice->kind)
    {
    case NEPHO_OUTCOME_SHARE:
      /* Translators: a vendor, a segment, a market, a quarter */
      return g_strdup_printf (_("Share, per cent, %s, %s, %s, %s"), subject, nepho_frame_scope (context), market,
                              when);
    case NEPHO_OUTCOME_EBITA:
      /* Translators: a unit, a vendor or all, a market, a quarter */
      return g_strdup_printf (_("EBITA as a yearly rate, %s, %s, %s, %s"), unit, subject, market, when);
    case NEPHO_OUTCOME_REVENUE:
    case NEPHO_N_OUTCOMES:
    default:
      /* Translators: a unit, a vendor or all, a segment, a market, a quarter */
      return g_strdup_printf (_("Revenue as a yearly rate, %s, %s, %s, %s, %s"), unit, subject,
                              nepho_frame_scope (context), market, when);
    }
}
