/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-outcome.h"

#define QUARTERS_A_YEAR 4.0

static const struct
{
  const char *id;
  NephoUnit   unit;
} kinds[NEPHO_N_OUTCOMES] = {
  [NEPHO_OUTCOME_REVENUE] = { "revenue", NEPHO_UNIT_YUAN_BILLION },
  [NEPHO_OUTCOME_SHARE] = { "share", NEPHO_UNIT_FRACTION },
  [NEPHO_OUTCOME_EBITA] = { "ebita", NEPHO_UNIT_YUAN_BILLION },
};

static double
revenue_of (const NephoResults *results, guint t, int vendor, int segment)
{
  guint first_vendor = vendor < 0 ? 0 : (guint) vendor;
  guint end_vendor = vendor < 0 ? results->n_vendors : (guint) vendor + 1;
  guint first_segment = segment < 0 ? 0 : (guint) segment;
  guint end_segment = segment < 0 ? results->n_segments : (guint) segment + 1;
  double sum = 0.0;

  for (guint i = first_vendor; i < end_vendor; i++)
    for (guint s = first_segment; s < end_segment; s++)
      sum += results->revenue[nepho_results_tis (results, t, i, s)];

  return QUARTERS_A_YEAR * sum;
}

static double
share_of (const NephoResults *results, guint t, int vendor, int segment)
{
  double all;

  if (vendor < 0)
    return 1.0;
  if (segment >= 0)
    return results->share[nepho_results_tis (results, t, (guint) vendor, (guint) segment)];

  all = revenue_of (results, t, -1, -1);

  return all > 0.0 ? revenue_of (results, t, vendor, -1) / all : 0.0;
}

static double
ebita_of (const NephoResults *results, guint t, int vendor)
{
  double sum = 0.0;

  for (guint i = 0; i < results->n_vendors; i++)
    if (vendor < 0 || (guint) vendor == i)
      sum += results->ebita[nepho_results_ti (results, t, i)];

  return QUARTERS_A_YEAR * sum;
}

/**
 * nepho_outcome_of:
 * @results: results of a run
 * @choice: a #NephoOutcomeChoice within them
 *
 * Returns: the number, in the unit of its kind
 */
double
nepho_outcome_of (const NephoResults *results, gconstpointer choice)
{
  const NephoOutcomeChoice *self = choice;

  switch (self->kind)
    {
    case NEPHO_OUTCOME_SHARE:
      return share_of (results, self->t, self->vendor, self->segment);
    case NEPHO_OUTCOME_EBITA:
      return ebita_of (results, self->t, self->vendor);
    case NEPHO_OUTCOME_REVENUE:
    case NEPHO_N_OUTCOMES:
    default:
      return revenue_of (results, self->t, self->vendor, self->segment);
    }
}

/**
 * nepho_outcome_unit:
 * @kind: a kind of outcome
 *
 * Returns: what it is counted in
 */
NephoUnit
nepho_outcome_unit (NephoOutcomeKind kind)
{
  g_return_val_if_fail ((guint) kind < NEPHO_N_OUTCOMES, NEPHO_UNIT_NONE);

  return kinds[kind].unit;
}

/**
 * nepho_outcome_id:
 * @kind: a kind of outcome
 *
 * Returns: its name in files and on the command line
 */
const char *
nepho_outcome_id (NephoOutcomeKind kind)
{
  g_return_val_if_fail ((guint) kind < NEPHO_N_OUTCOMES, "");

  return kinds[kind].id;
}

/**
 * nepho_outcome_find:
 * @id: such as "revenue"
 * @kind: (out): the kind that is called so
 *
 * Returns: %FALSE where none is
 */
gboolean
nepho_outcome_find (const char *id, NephoOutcomeKind *kind)
{
  for (guint k = 0; k < NEPHO_N_OUTCOMES; k++)
    if (g_str_equal (id, kinds[k].id))
      {
        *kind = (NephoOutcomeKind) k;
        return TRUE;
      }

  return FALSE;
}
