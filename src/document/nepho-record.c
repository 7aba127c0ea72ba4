/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-record.h"

#include <math.h>

#include "nepho-document.h"
#include "nepho-scenario-values.h"

/* Below this, differences are those of rounding: everything is of the order of 1 where it matters. */
#define NEGLIGIBLE 1e-9
#define QUARTERS_A_YEAR 4

static void
item_free (gpointer data)
{
  NephoRecordItem *item = data;

  g_free (item->id);
  g_free (item);
}

static void
move_free (gpointer data)
{
  NephoMove *move = data;

  g_free (move->id);
  g_free (move);
}

/* Returns: (transfer full) (element-type NephoRecordItem): a record of nothing yet */
GPtrArray *
nepho_record_new (void)
{
  return g_ptr_array_new_with_free_func (item_free);
}

void
nepho_record_add (GPtrArray *record, const char *id, double value)
{
  NephoRecordItem *item = g_new (NephoRecordItem, 1);

  item->id = g_strdup (id);
  item->value = value;
  g_ptr_array_add (record, item);
}

/* What is being recorded, and when. */
typedef struct
{
  GPtrArray          *record;
  const NephoDataset *dataset;
  const NephoResults *results;
  guint               t;
} Recorder;

/* The last digits of a double are another machine's with another machine. */
static double
rounded (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_ascii_strtod (g_ascii_formatd (buffer, sizeof buffer, "%.9g", value), NULL);
}

/* Whose: "market", or "vendor" or "segment" and an id. */
static void
take (const Recorder *self, const char *whose, const char *id, const char *series, double value)
{
  g_autofree char *quarter = nepho_quarter_format (self->dataset->base_quarter + (NephoQuarter) self->t);
  g_autofree char *full = id != NULL ? g_strdup_printf ("%s.%s.%s.%s", whose, id, series, quarter)
                                     : g_strdup_printf ("%s.%s.%s", whose, series, quarter);

  nepho_record_add (self->record, full, rounded (value));
}

static double
revenue_a_year (const Recorder *self, int vendor, int segment)
{
  const NephoResults *results = self->results;
  double sum = 0.0;

  for (guint i = 0; i < results->n_vendors; i++)
    for (guint s = 0; s < results->n_segments; s++)
      if ((vendor < 0 || (guint) vendor == i) && (segment < 0 || (guint) segment == s))
        sum += results->revenue[nepho_results_tis (results, self->t, i, s)];

  return QUARTERS_A_YEAR * sum;
}

/* The market as a whole, at the beginning and at the end. */
static void
take_market (const Recorder *self)
{
  take (self, "market", NULL, "adoption", self->results->adoption[self->t]);
  take (self, "market", NULL, "revenue", revenue_a_year (self, -1, -1));
}

static void
take_parts (const Recorder *self)
{
  const NephoResults *results = self->results;

  for (guint s = 0; s < results->n_segments; s++)
    {
      const char *id = nepho_dataset_segment (self->dataset, s)->id;

      take (self, "segment", id, "revenue", revenue_a_year (self, -1, (int) s));
      take (self, "segment", id, "unit_cost", results->unit_cost[nepho_results_ts (results, self->t, s)]);
    }
  for (guint i = 0; i < results->n_vendors; i++)
    {
      const char *id = nepho_dataset_vendor (self->dataset, i)->id;
      gsize ti = nepho_results_ti (results, self->t, i);

      take (self, "vendor", id, "revenue", revenue_a_year (self, (int) i, -1));
      take (self, "vendor", id, "ebita", QUARTERS_A_YEAR * results->ebita[ti]);
      take (self, "vendor", id, "inference_pflops", results->inference_pflops[ti]);
    }
}

/**
 * nepho_record_run:
 * @set: parameters
 * @assumptions: values and events of each
 * @horizon: quarters to look ahead
 *
 * Runs the model and keeps what sums its results up: adoption and revenue of the market in the first and
 * the last quarter; in the last one revenue and unit cost of each segment, and revenue, EBITA (CNY bn a year)
 * and computing power of each vendor.
 *
 * Returns: (transfer full) (element-type NephoRecordItem): the record
 */
GPtrArray *
nepho_record_run (NephoParameterSet *set, const NephoAssumptions *assumptions, guint horizon)
{
  g_autoptr (NephoMarket) market = nepho_market_new (set);
  g_autoptr (NephoResults) results = nepho_results_new ();
  Recorder self = { nepho_record_new (), nepho_parameter_set_dataset (set), results, 0 };

  nepho_market_run_events (market, assumptions->values, assumptions->events, horizon, results);
  take_market (&self);
  self.t = results->n_quarters - 1;
  if (self.t > 0)
    take_market (&self);
  take_parts (&self);

  return self.record;
}

/**
 * nepho_record_scenario:
 * @set: parameters
 * @scenario: id of a scenario of their data set; of none, the data set's own values count
 *
 * As nepho_record_run(), of a scenario as the data set has it over the usual horizon: what the reader changes
 * does not alter it.
 *
 * Returns: (transfer full) (element-type NephoRecordItem): the record
 */
GPtrArray *
nepho_record_scenario (NephoParameterSet *set, const char *scenario)
{
  g_autofree double *values = nepho_parameter_set_defaults (set);

  /* What a data set's own scenario sets was checked when it was read. */
  nepho_scenario_resolve (set, scenario, values, NULL);

  return nepho_record_run (set, &(NephoAssumptions){ values, NULL }, NEPHO_DEFAULT_HORIZON);
}

static gboolean
differ (double a, double b, double limit)
{
  if (isnan (a) || isnan (b))
    return TRUE;
  if (limit == 0.0)
    return a != b;

  return fabs (a - b) > limit * MAX (fabs (a), fabs (b)) && fabs (a - b) > NEGLIGIBLE;
}

static void
add_move (GPtrArray *moves, const char *id, double before, double after, double limit)
{
  NephoMove *move;

  if (!differ (before, after, limit))
    return;

  move = g_new (NephoMove, 1);
  move->id = g_strdup (id);
  move->before = before;
  move->after = after;
  g_ptr_array_add (moves, move);
}

static GHashTable *
index_record (const GPtrArray *record)
{
  GHashTable *items = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < record->len; i++)
    {
      NephoRecordItem *item = g_ptr_array_index (record, i);

      g_hash_table_insert (items, item->id, item);
    }

  return items;
}

/**
 * nepho_record_compare:
 * @before: (element-type NephoRecordItem): a record
 * @after: (element-type NephoRecordItem): another
 * @limit: the least relative difference that is told
 *
 * Returns: (transfer full) (element-type NephoMove): what differs, in the order of @before, then what only
 * @after has
 */
GPtrArray *
nepho_record_compare (const GPtrArray *before, const GPtrArray *after, double limit)
{
  GPtrArray *moves = g_ptr_array_new_with_free_func (move_free);
  g_autoptr (GHashTable) old_items = index_record (before);
  g_autoptr (GHashTable) new_items = index_record (after);

  for (guint i = 0; i < before->len; i++)
    {
      const NephoRecordItem *item = g_ptr_array_index (before, i);
      const NephoRecordItem *now = g_hash_table_lookup (new_items, item->id);

      add_move (moves, item->id, item->value, now != NULL ? now->value : (double) NAN, limit);
    }
  for (guint i = 0; i < after->len; i++)
    {
      const NephoRecordItem *item = g_ptr_array_index (after, i);

      if (!g_hash_table_contains (old_items, item->id))
        add_move (moves, item->id, NAN, item->value, limit);
    }

  return moves;
}
