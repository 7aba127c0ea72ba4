/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-causes.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-market.h"
#include "nepho-shapley.h"

/* Orders are drawn where there are many players: 64 of them, always the same. */
#define N_PAIRS 32
/* Where a lever is being dragged there is time for about a hundred runs. */
#define HASTY_EXACT 6
#define HASTY_PAIRS 4
#define SEED 20230424u

/* A difference that is being split. */
typedef struct
{
  const NephoParameterSet *set;
  const NephoAssumptions  *before;
  const NephoAssumptions  *after;
  guint                    horizon;
  NephoOutcome             outcome;
  gconstpointer            data;

  GArray                  *causes;  /* NephoCause: the players */
  int                     *players; /* by parameter: whose it is, or -1 where it does not differ */
  NephoMarket             *market;
  NephoResults            *results;
  double                  *values;
  NephoEvents             *events;  /* NULL where neither side has any */
} Split;

static void
take_events (NephoEvents *to, const NephoEvents *from, guint parameter)
{
  guint n_events;
  const NephoEvent *list = nepho_events_get (from, parameter, &n_events);

  nepho_events_set (to, parameter, list, n_events);
}

/* The outcome where those who joined have their new values and events and all others the old ones. */
static double
play (const gboolean *joined, gpointer data)
{
  Split *self = data;

  for (guint k = 0; k < nepho_parameter_set_size (self->set); k++)
    {
      const NephoAssumptions *its = self->players[k] >= 0 && joined[self->players[k]] ? self->after : self->before;

      self->values[k] = its->values[k];
      if (self->events != NULL)
        take_events (self->events, its->events, k);
    }
  nepho_market_run_events (self->market, self->values, self->events, self->horizon, self->results);

  return self->outcome (self->results, self->data);
}

/* Where the share of a segment changes, all of them do. */
static gboolean
is_together (const NephoParameter *a, const NephoParameter *b)
{
  return a->spec == b->spec && a->spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT && a->segment == b->segment;
}

static guint
find_player (const Split *self, guint parameter, NephoCausesKind kind)
{
  const NephoParameter *entry = nepho_parameter_set_get (self->set, parameter);
  NephoForce force = nepho_force_of (entry->spec);

  for (guint i = 0; i < self->causes->len; i++)
    {
      const NephoCause *cause = &g_array_index (self->causes, NephoCause, i);

      if (kind == NEPHO_CAUSES_FORCE
            ? cause->force == force
            : is_together (nepho_parameter_set_get (self->set, (guint) cause->parameter), entry))
        return i;
    }

  return self->causes->len;
}

static void
gather_players (Split *self, NephoCausesKind kind)
{
  for (guint k = 0; k < nepho_parameter_set_size (self->set); k++)
    {
      guint player = self->causes->len;

      self->players[k] = -1;
      if (self->before->values[k] == self->after->values[k]
          && nepho_events_same (self->before->events, self->after->events, k))
        continue;

      player = find_player (self, k, kind);
      if (player == self->causes->len)
        {
          NephoCause cause = { .force = nepho_force_of (nepho_parameter_set_get (self->set, k)->spec),
                               .parameter = kind == NEPHO_CAUSES_FORCE ? -1 : (int) k };

          g_array_append_val (self->causes, cause);
        }
      g_array_index (self->causes, NephoCause, player).n_parameters++;
      self->players[k] = (int) player;
    }
}

/* The five forces are told even where they do nothing; where the vendors start is told where it differs. */
static void
add_idle_forces (GArray *causes)
{
  for (NephoForce force = 0; force < NEPHO_FORCE_START; force++)
    {
      NephoCause idle = { .force = force, .parameter = -1 };
      gboolean found = FALSE;

      for (guint i = 0; i < causes->len; i++)
        found = found || g_array_index (causes, NephoCause, i).force == force;
      if (!found)
        g_array_append_val (causes, idle);
    }
}

static int
by_force (gconstpointer a, gconstpointer b)
{
  return (int) ((const NephoCause *) a)->force - (int) ((const NephoCause *) b)->force;
}

/* The strongest first; of equals, the first of the set. */
static int
by_part (gconstpointer a, gconstpointer b)
{
  const NephoCause *left = a;
  const NephoCause *right = b;

  if (fabs (left->part) != fabs (right->part))
    return fabs (left->part) < fabs (right->part) ? 1 : -1;

  return left->parameter - right->parameter;
}

/**
 * nepho_causes_new:
 * @set: a parameter set
 * @before: values and events of its parameters
 * @after: others
 * @horizon: quarters to look ahead
 * @outcome: what is asked about
 * @data: for @outcome
 * @kind: who the parts belong to
 * @hasty: whether to be content with fewer orders
 *
 * Splits the difference that @after makes to the outcome of @before among what was changed, by the average
 * over the orders in which the changes may be made (nepho_shapley_new()). By force, every force but the
 * starting point has a part, in their order; by parameter, what does not differ has none, and the strongest
 * comes first.
 *
 * Returns: (transfer full): the parts
 */
NephoCauses *
nepho_causes_new (const NephoParameterSet *set,
                  const NephoAssumptions *before,
                  const NephoAssumptions *after,
                  guint horizon,
                  NephoOutcome outcome,
                  gconstpointer data,
                  NephoCausesKind kind,
                  gboolean hasty)
{
  guint n = nepho_parameter_set_size (set);
  g_autofree int *players = g_new (int, n);
  g_autofree double *values = g_new (double, n);
  g_autoptr (NephoMarket) market = nepho_market_new (set);
  g_autoptr (NephoResults) results = nepho_results_new ();
  GArray *list = g_array_new (FALSE, FALSE, sizeof (NephoCause));
  gboolean any = nepho_events_n_paths (before->events) + nepho_events_n_paths (after->events) > 0;
  g_autoptr (NephoEvents) events = any ? nepho_events_new () : NULL;
  Split split = { set, before, after, horizon, outcome, data, list, players, market, results, values, events };
  g_autoptr (NephoShapley) shapley = NULL;
  NephoCauses *causes = g_new0 (NephoCauses, 1);

  gather_players (&split, kind);
  shapley = nepho_shapley_new (list->len, play, &split, hasty ? HASTY_EXACT : NEPHO_SHAPLEY_EXACT,
                               hasty ? HASTY_PAIRS : N_PAIRS, SEED);
  for (guint i = 0; i < list->len; i++)
    {
      g_array_index (list, NephoCause, i).part = shapley->parts[i];
      g_array_index (list, NephoCause, i).error = shapley->errors[i];
    }
  if (kind == NEPHO_CAUSES_FORCE)
    add_idle_forces (list);
  g_array_sort (list, kind == NEPHO_CAUSES_FORCE ? by_force : by_part);

  causes->from = shapley->nobody;
  causes->to = shapley->everybody;
  causes->n_orders = shapley->n_orders;
  causes->causes = list;

  return causes;
}

/**
 * nepho_causes_free:
 * @causes: (transfer full): parts of a difference
 */
void
nepho_causes_free (NephoCauses *causes)
{
  g_array_unref (causes->causes);
  g_free (causes);
}

static gboolean
is_shares (const NephoParameterSet *set, const NephoCause *cause)
{
  return cause->parameter >= 0
         && nepho_parameter_set_get (set, (guint) cause->parameter)->spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT;
}

static const NephoSegment *
segment_of (const NephoParameterSet *set, const NephoCause *cause)
{
  int segment = nepho_parameter_set_get (set, (guint) cause->parameter)->segment;

  return nepho_dataset_segment (nepho_parameter_set_dataset (set), (guint) segment);
}

/**
 * nepho_cause_title:
 * @set: the parameter set
 * @cause: a part of a difference
 *
 * Returns: (transfer full): whose it is, in the reader's language
 */
char *
nepho_cause_title (const NephoParameterSet *set, const NephoCause *cause)
{
  if (cause->parameter < 0)
    return g_strdup (nepho_force_name (cause->force));
  if (!is_shares (set, cause))
    return nepho_parameter_title (set, (guint) cause->parameter);

  /* Translators: name of a parameter, vendor or segment */
  return g_strdup_printf (_("%s, %s"), nepho_group_name (NEPHO_GROUP_SHARES),
                          nepho_text_get (segment_of (set, cause)->name));
}

/**
 * nepho_cause_id:
 * @set: the parameter set
 * @cause: a part of a difference
 *
 * Returns: (transfer full): the id of its force or parameter; a segment's shares are "share.ID"
 */
char *
nepho_cause_id (const NephoParameterSet *set, const NephoCause *cause)
{
  if (cause->parameter < 0)
    return g_strdup (nepho_force_id (cause->force));
  if (!is_shares (set, cause))
    return g_strdup (nepho_parameter_set_get (set, (guint) cause->parameter)->id);

  return g_strdup_printf ("share.%s", segment_of (set, cause)->id);
}
