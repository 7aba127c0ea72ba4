/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-replay.h"

#include <math.h>

#include "nepho-document-path.h"

#define TIMES 3

/* Of each time, in microseconds: as it was before, on the way, as it is now. */
#define BEFORE (4 * G_TIME_SPAN_SECOND / 10)
#define MOVING (16 * G_TIME_SPAN_SECOND / 10)
#define AFTER (6 * G_TIME_SPAN_SECOND / 10)
#define WHOLE (BEFORE + MOVING + AFTER)

struct _NephoReplay
{
  NephoPage      *page;
  NephoDocument  *document;
  NephoMarket    *market;
  NephoResults   *results;
  NephoState      before;
  NephoState      after;
  double         *values;   /* on the way */
  double          position; /* that is shown; NAN: none yet */
  gint64          start;    /* of the first frame, or 0 */
  gboolean        flip;
  guint           tick;
  GDestroyNotify  over;
  gpointer        user_data;
};

/**
 * nepho_replay_position:
 * @elapsed: since the start, in microseconds
 * @flip: whether there is no way between before and after
 * @position: (out): how far from before (0) to after (1)
 *
 * Returns: %FALSE when it is over
 */
gboolean
nepho_replay_position (gint64 elapsed, gboolean flip, double *position)
{
  gint64 within = elapsed % WHOLE;
  double way;

  *position = 1.0;
  if (elapsed >= TIMES * WHOLE)
    return FALSE;

  if (flip)
    {
      *position = within < WHOLE / 2 ? 0.0 : 1.0;
      return TRUE;
    }

  /* Slow at both ends, so that the eye can follow. */
  way = CLAMP ((double) (within - BEFORE) / MOVING, 0.0, 1.0);
  *position = way * way * (3.0 - 2.0 * way);

  return TRUE;
}

/* In equal ratios where a slider spans orders of magnitude. */
static double
between (gboolean logarithmic, double before, double after, double position)
{
  if (before == after || position >= 1.0)
    return after;
  if (logarithmic && before > 0.0 && after > 0.0)
    return before * pow (after / before, position);

  return before + (after - before) * position;
}

/**
 * nepho_replay_mix:
 * @set: parameters
 * @before: a value for each
 * @after: likewise
 * @position: how far from @before (0) to @after (1)
 * @values: (out caller-allocates) (array): what lies between, in equal ratios where a slider spans orders of magnitude
 */
void
nepho_replay_mix (NephoParameterSet *set, const double *before, const double *after, double position, double *values)
{
  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    values[k] = between (nepho_parameter_set_get (set, k)->spec->logarithmic, before[k], after[k], position);
}

/* What lies between two courses of a parameter, a step a quarter. */
static void
mix_path (NephoParameterSet *set,
          guint parameter,
          const NephoAssumptions *before,
          const NephoAssumptions *after,
          double position,
          guint horizon,
          NephoEvents *events)
{
  gboolean logarithmic = nepho_parameter_set_get (set, parameter)->spec->logarithmic;

  nepho_events_set (events, parameter, NULL, 0);
  for (guint t = 0; t <= horizon; t++)
    {
      NephoEvent step = { NEPHO_EVENT_STEP, t, 0, 0.0 };

      step.value = between (logarithmic, nepho_assumptions_at (set, before, parameter, t),
                            nepho_assumptions_at (set, after, parameter, t), position);
      nepho_events_append (events, parameter, &step);
    }
}

/**
 * nepho_replay_mix_events:
 * @set: parameters
 * @before: their values and events
 * @after: likewise
 * @position: how far from @before (0) to @after (1)
 * @horizon: quarters to look ahead
 *
 * Returns: (transfer full): events between the two: of a parameter whose path is another, in each quarter what lies
 *   between what it was and what it is
 */
NephoEvents *
nepho_replay_mix_events (NephoParameterSet *set,
                         const NephoAssumptions *before,
                         const NephoAssumptions *after,
                         double position,
                         guint horizon)
{
  NephoEvents *events = nepho_events_copy (after->events);

  if (position >= 1.0)
    return events;

  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    if (!nepho_events_same (before->events, after->events, k))
      mix_path (set, k, before, after, position, horizon, events);

  return events;
}

static void
show (NephoReplay *self, double position)
{
  NephoParameterSet *set = nepho_document_get_parameters (self->document);
  guint horizon = nepho_document_get_horizon (self->document);
  NephoAssumptions before = { self->before.values, self->before.events };
  NephoAssumptions after = { self->after.values, self->after.events };
  g_autoptr (NephoEvents) events = nepho_replay_mix_events (set, &before, &after, position, horizon);

  self->position = position;
  nepho_replay_mix (set, before.values, after.values, position, self->values);
  nepho_market_run_events (self->market, self->values, events, horizon, self->results);
  nepho_page_preview (self->page, self->values, self->results);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  NephoReplay *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double position;

  if (self->start == 0)
    self->start = now;
  if (!nepho_replay_position (now - self->start, self->flip, &position))
    {
      self->tick = 0;
      nepho_replay_stop (self);
      return G_SOURCE_REMOVE;
    }
  if (position != self->position)
    show (self, position);

  return G_SOURCE_CONTINUE;
}

static gboolean
wishes_less_motion (GtkWidget *widget)
{
  gboolean animations;

  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &animations, NULL);

  return !animations;
}

/* What is edited is shown as it is. */
static void
changed_cb (NephoReplay *self)
{
  nepho_replay_stop (self);
}

/**
 * nepho_replay_start:
 * @page: the page in view
 * @document: its document
 * @over: told once when it is over, or stopped
 * @user_data: for @over
 *
 * Returns: (transfer full) (nullable): the replay, which is gone once @over was called; %NULL where nothing was changed
 */
NephoReplay *
nepho_replay_start (NephoPage *page, NephoDocument *document, GDestroyNotify over, gpointer user_data)
{
  NephoState before = { 0 };
  NephoReplay *self;

  if (nepho_document_get_last_change (document, &before) == NULL)
    return NULL;

  self = g_new0 (NephoReplay, 1);
  self->page = g_object_ref (page);
  self->document = g_object_ref (document);
  self->market = nepho_market_new (nepho_document_get_parameters (document));
  self->results = nepho_results_new ();
  self->before = before;
  nepho_state_init (&self->after, nepho_document_get_parameters (document), nepho_document_get_values (document),
                    nepho_document_get_events (document));
  self->values = g_memdup2 (before.values, nepho_parameter_set_size (nepho_document_get_parameters (document)) * sizeof (double));
  self->position = NAN;
  self->flip = wishes_less_motion (GTK_WIDGET (page));
  self->over = over;
  self->user_data = user_data;
  g_signal_connect_swapped (document, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (document, "notify::dataset", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (page, "unmap", G_CALLBACK (changed_cb), self);
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (page), tick_cb, self, NULL);

  return self;
}

/**
 * nepho_replay_stop:
 * @self: (transfer full): a replay
 *
 * Shows the document as it is again.
 */
void
nepho_replay_stop (NephoReplay *self)
{
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (self->page, self);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->page), self->tick);
  nepho_page_preview (self->page, NULL, NULL);
  self->over (self->user_data);

  g_object_unref (self->page);
  g_object_unref (self->document);
  nepho_market_free (self->market);
  nepho_results_free (self->results);
  nepho_state_clear (&self->before);
  nepho_state_clear (&self->after);
  g_free (self->values);
  g_free (self);
}
