/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"

#include <math.h>

#include "nepho-dataset-io.h"
#include "nepho-document-io.h"
#include "nepho-page.h"
#include "nepho-replay.h"

#define SECOND G_TIME_SPAN_SECOND

/* Three times 2.6 seconds: 0.4 as before, 1.6 on the way, 0.6 as after. */
static void
test_position (NephoAppFixture *fixture, gconstpointer data)
{
  static const struct
  {
    double   seconds;
    double   position;
    gboolean flip;
  } cases[] = {
    { 0.0, 0.0, FALSE }, { 0.4, 0.0, FALSE }, { 1.2, 0.5, FALSE }, { 2.0, 1.0, FALSE }, { 2.5, 1.0, FALSE },
    { 2.7, 0.0, FALSE }, { 3.8, 0.5, FALSE }, { 6.4, 0.5, FALSE }, { 7.7, 1.0, FALSE },
    { 0.0, 0.0, TRUE },  { 1.2, 0.0, TRUE },  { 1.4, 1.0, TRUE },  { 2.5, 1.0, TRUE },  { 2.7, 0.0, TRUE },
  };
  double position;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (nepho_replay_position ((gint64) (cases[i].seconds * (double) SECOND), cases[i].flip, &position));
      g_assert_cmpfloat_with_epsilon (position, cases[i].position, 1e-9);
    }
  g_assert_false (nepho_replay_position (78 * SECOND / 10, FALSE, &position));
  g_assert_cmpfloat (position, ==, 1.0);
}

/* Half way: the middle; in equal ratios where a slider spans orders of magnitude: 4 between 1 and 16. */
static void
test_mix (NephoAppFixture *fixture, gconstpointer data)
{
  NephoParameterSet *set = nepho_document_get_parameters (fixture->document);
  g_autofree double *before = nepho_parameter_set_defaults (set);
  g_autofree double *after = nepho_parameter_set_defaults (set);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  guint plain = nepho_app_parameter (fixture, "adoption.potential");
  guint ratio = nepho_app_parameter (fixture, "train.tokens");
  guint other = nepho_app_parameter (fixture, "price.follow");

  g_assert_true (nepho_parameter_set_get (set, ratio)->spec->logarithmic);
  before[plain] = 0.2;
  after[plain] = 0.6;
  before[ratio] = 1e9;
  after[ratio] = 16e9;
  nepho_replay_mix (set, before, after, 0.5, values);
  g_assert_cmpfloat_with_epsilon (values[plain], 0.4, 1e-12);
  g_assert_cmpfloat_with_epsilon (values[ratio], 4e9, 1.0);
  g_assert_cmpfloat (values[other], ==, before[other]);
  nepho_replay_mix (set, before, after, 1.0, values);
  g_assert_cmpfloat (values[ratio], ==, 16e9);
}

/* A path that is new: in each quarter half way from the value to it; price wars are nothing before and after. */
static void
test_mix_events (NephoAppFixture *fixture, gconstpointer data)
{
  NephoParameterSet *set = nepho_document_get_parameters (fixture->document);
  const NephoParameterSpec *spec;
  g_autofree double *values = nepho_parameter_set_defaults (set);
  g_autoptr (NephoEvents) path = nepho_events_new ();
  g_autoptr (NephoEvents) middle = NULL;
  g_autoptr (NephoEvents) end = NULL;
  NephoAssumptions before = { values, NULL };
  NephoAssumptions after = { values, path };
  NephoAssumptions between = { values, NULL };
  NephoEvent window = { NEPHO_EVENT_WINDOW, 2, 3, 0.4 };
  guint war = nepho_app_parameter (fixture, "price.war.intensity");

  spec = nepho_parameter_set_get (set, war)->spec;
  g_assert_false (spec->logarithmic);
  nepho_events_set (path, war, &window, 1);
  middle = nepho_replay_mix_events (set, &before, &after, 0.5, 8);
  between.events = middle;
  for (guint t = 0; t <= 8; t++)
    g_assert_cmpfloat_with_epsilon (nepho_assumptions_at (set, &between, war, t), t >= 2 && t < 5 ? 0.2 : 0.0, 1e-12);
  end = nepho_replay_mix_events (set, &before, &after, 1.0, 8);
  g_assert_true (nepho_events_equal (end, path));
}

/* The last value of a vendor's projection in the first chart, which is drawn over the baseline. */
static double
shown (NephoAppFixture *fixture)
{
  NephoPage *page = NEPHO_PAGE (nepho_window_get_page_widget (fixture->window));
  const NephoPlotFigure *figure = nepho_chart_get_figure (nepho_page_get_chart (page, 0));

  for (guint i = figure->series->len; i > 0; i--)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i - 1);

      if (g_str_equal (series->id, "alibaba") && series->x->values[series->x->n - 1] > figure->now + 1.0)
        return series->y->values[series->y->n - 1];
    }

  g_assert_not_reached ();
}

typedef struct
{
  NephoAppFixture *fixture;
  double           before;
  double           after;
} Change;

static gboolean
is_as_before (gpointer data)
{
  Change *change = data;

  return fabs (shown (change->fixture) - change->before) < 1e-9 * fabs (change->before);
}

static gboolean
is_as_after (gpointer data)
{
  Change *change = data;

  return shown (change->fixture) == change->after;
}

static gboolean
is_between (gpointer data)
{
  Change *change = data;
  double now = shown (change->fixture);

  return now < MAX (change->before, change->after) && now > MIN (change->before, change->after);
}

static void
make_change (NephoAppFixture *fixture, Change *change)
{
  nepho_window_set_page (fixture->window, NEPHO_PAGE_REVENUE);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 4);
  change->fixture = fixture;
  change->before = shown (fixture);
  g_assert_true (nepho_document_apply_scenario (fixture->document, "spending-cuts", NULL));
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 4);
  change->after = shown (fixture);
  g_assert_cmpfloat (change->before, !=, change->after);
}

/* From before, on the way, to after; stopped, and all the while the document is the same. */
static void
test_window (NephoAppFixture *fixture, gconstpointer data)
{
  Change change;
  g_autofree char *text = NULL;
  g_autofree char *text_after = NULL;

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "replay"));
  make_change (fixture, &change);
  text = nepho_document_to_json (fixture->document);
  nepho_app_press_key (gtk_window_get_focus (GTK_WINDOW (fixture->window)), "ctrl+r");
  nepho_app_wait_until (is_as_before, &change);
  nepho_app_wait_until (is_between, &change);
  text_after = nepho_document_to_json (fixture->document);
  g_assert_cmpstr (text_after, ==, text);
  nepho_app_wait_until (is_as_after, &change);
  nepho_app_wait_until (is_between, &change);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "replay", NULL);
  g_assert_cmpfloat (shown (fixture), ==, change.after);
  nepho_document_undo (fixture->document);
  g_assert_false (nepho_document_can_undo (fixture->document));
}

/* Without motion it flips; another edit ends it. */
static void
test_flip (NephoAppFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->window));
  Change change;

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  make_change (fixture, &change);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "replay", NULL);
  nepho_app_wait_until (is_as_before, &change);
  while (is_as_before (&change))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_as_after (&change));
  nepho_document_undo (fixture->document);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 4);
  g_assert_true (is_as_before (&change));
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
}

/* Another page, another edit, a closed window: it ends without a trace. */
static void
test_ends (NephoAppFixture *fixture, gconstpointer data)
{
  Change change;

  make_change (fixture, &change);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "replay", NULL);
  nepho_app_wait_until (is_as_before, &change);
  nepho_window_set_page (fixture->window, NEPHO_PAGE_DATA);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 4);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "replay"));
  nepho_window_set_page (fixture->window, NEPHO_PAGE_REVENUE);
  g_assert_true (is_as_after (&change));
  /* And the window goes while it plays. */
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "replay", NULL);
  nepho_app_wait_until (is_between, &change);
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);
#define ADD(path, test) \
  g_test_add (path, NephoAppFixture, NULL, nepho_app_fixture_set_up, test, nepho_app_fixture_tear_down)
  ADD ("/replay/position", test_position);
  ADD ("/replay/mix", test_mix);
  ADD ("/replay/mix-events", test_mix_events);
  ADD ("/replay/window", test_window);
  ADD ("/replay/flip", test_flip);
  ADD ("/replay/ends", test_ends);

  return g_test_run ();
}
