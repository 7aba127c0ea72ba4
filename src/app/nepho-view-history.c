/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-view-history.h"

#include <math.h>

/* What is only passed through, such as each notch of a zoom, is no place to go back to. */
#define PASSING (G_TIME_SPAN_SECOND / 2)

struct _NephoViewHistory
{
  GPtrArray *places[2]; /* NephoView: behind and ahead, the nearest last */
  NephoView *now;       /* or NULL: nothing was looked at yet */
  gint64     since;     /* when it was moved to; monotonic, in microseconds */
  gboolean   settled;   /* it was gone back or forward to: that is a place */
};

/**
 * nepho_view_copy:
 * @view: what is looked at
 *
 * Returns: (transfer full): its like
 */
NephoView *
nepho_view_copy (const NephoView *view)
{
  NephoView *copy = g_memdup2 (view, sizeof *view);

  copy->isolated = g_strdup (view->isolated);
  copy->segment = g_strdup (view->segment);
  copy->vendor = g_strdup (view->vendor);

  return copy;
}

/**
 * nepho_view_clear:
 * @view: what is looked at; its texts are freed
 */
void
nepho_view_clear (NephoView *view)
{
  g_clear_pointer (&view->isolated, g_free);
  g_clear_pointer (&view->segment, g_free);
  g_clear_pointer (&view->vendor, g_free);
}

/**
 * nepho_view_free:
 * @view: (transfer full) (nullable): what is looked at
 */
void
nepho_view_free (NephoView *view)
{
  if (view == NULL)
    return;

  nepho_view_clear (view);
  g_free (view);
}

static gboolean
same_time (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
is_same (const NephoView *a, const NephoView *b)
{
  return a->page == b->page && same_time (a->from, b->from) && same_time (a->to, b->to)
         && g_strcmp0 (a->isolated, b->isolated) == 0 && g_strcmp0 (a->segment, b->segment) == 0
         && g_strcmp0 (a->vendor, b->vendor) == 0;
}

/**
 * nepho_view_history_new:
 *
 * Returns: (transfer full): a history of nothing yet
 */
NephoViewHistory *
nepho_view_history_new (void)
{
  NephoViewHistory *self = g_new0 (NephoViewHistory, 1);

  for (guint i = 0; i < G_N_ELEMENTS (self->places); i++)
    self->places[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_view_free);

  return self;
}

/**
 * nepho_view_history_free:
 * @self: (transfer full): a history
 */
void
nepho_view_history_free (NephoViewHistory *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->places); i++)
    g_ptr_array_unref (self->places[i]);
  nepho_view_free (self->now);
  g_free (self);
}

static const NephoView *
nearest (const GPtrArray *places)
{
  return places->len > 0 ? g_ptr_array_index (places, places->len - 1) : NULL;
}

/* Several moves in a moment are one; where they lead back to, nothing was left. */
static void
pass_on (NephoViewHistory *self, const NephoView *view)
{
  const NephoView *before = nearest (self->places[0]);

  nepho_view_free (self->now);
  if (before != NULL && is_same (before, view))
    {
      self->now = g_ptr_array_steal_index (self->places[0], self->places[0]->len - 1);
      self->settled = TRUE;
    }
  else
    self->now = nepho_view_copy (view);
}

/**
 * nepho_view_history_visit:
 * @self: a history
 * @view: what is looked at now
 * @now: monotonic time, in microseconds
 *
 * Remembers what was looked at before. There is nothing to go forward to any more.
 */
void
nepho_view_history_visit (NephoViewHistory *self, const NephoView *view, gint64 now)
{
  if (self->now != NULL && is_same (self->now, view))
    return;

  if (self->now == NULL)
    {
      self->now = nepho_view_copy (view);
      self->settled = TRUE;
      return;
    }

  g_ptr_array_set_size (self->places[1], 0);
  if (!self->settled && now - self->since < PASSING)
    pass_on (self, view);
  else
    {
      g_ptr_array_add (self->places[0], self->now);
      self->now = nepho_view_copy (view);
      self->settled = FALSE;
    }
  self->since = now;
}

/**
 * nepho_view_history_can_go:
 * @self: a history
 * @forward: whether to what was gone back from
 *
 * Returns: whether there is anything to go to
 */
gboolean
nepho_view_history_can_go (const NephoViewHistory *self, gboolean forward)
{
  return self->places[forward ? 1 : 0]->len > 0;
}

/**
 * nepho_view_history_go:
 * @self: a history
 * @forward: whether to what was gone back from, instead of to what was looked at before
 *
 * Returns: (transfer none) (nullable): what is to be looked at; valid until the next call. %NULL where there is nothing
 */
const NephoView *
nepho_view_history_go (NephoViewHistory *self, gboolean forward)
{
  GPtrArray *from = self->places[forward ? 1 : 0];
  GPtrArray *to = self->places[forward ? 0 : 1];

  if (from->len == 0)
    return NULL;

  g_ptr_array_add (to, self->now);
  self->now = g_ptr_array_steal_index (from, from->len - 1);
  self->settled = TRUE;

  return self->now;
}
