/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"

#include <math.h>

#include "nepho-page.h"
#include "nepho-window-view.h"

static gboolean
over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Longer than what is only passed through. */
static void
rest (void)
{
  gboolean over = FALSE;

  g_timeout_add (600, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Wherever the focus is: in the list of pages. */
static void
press (NephoAppFixture *fixture, const char *key)
{
  nepho_app_press_key (gtk_window_get_focus (GTK_WINDOW (fixture->window)), key);
}

static NephoChartLink *
link_of (NephoAppFixture *fixture)
{
  return nepho_chart_get_link (nepho_page_get_chart (NEPHO_PAGE (nepho_window_get_page_widget (fixture->window)), 0));
}

static gboolean
is_enabled (NephoAppFixture *fixture, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action);
}

/* Pages, a stretch of time, a vendor alone: back and forward through all of it; the document knows nothing of it. */
static void
test_keys (NephoAppFixture *fixture, gconstpointer data)
{
  double from;
  double to;

  g_assert_false (is_enabled (fixture, "view-back"));
  nepho_window_set_page (fixture->window, NEPHO_PAGE_MARKET);
  rest ();
  nepho_chart_link_zoom (link_of (fixture), 2023.0, 2026.0);
  rest ();
  nepho_chart_link_isolate (link_of (fixture), "alibaba");
  rest ();
  nepho_window_set_page (fixture->window, NEPHO_PAGE_DATA);
  g_assert_true (is_enabled (fixture, "view-back"));
  g_assert_false (is_enabled (fixture, "view-forward"));

  press (fixture, "alt+Left");
  g_assert_cmpint (nepho_window_get_page (fixture->window), ==, NEPHO_PAGE_MARKET);
  g_assert_cmpstr (nepho_chart_link_get_isolated (link_of (fixture)), ==, "alibaba");
  press (fixture, "alt+Left");
  g_assert_null (nepho_chart_link_get_isolated (link_of (fixture)));
  nepho_chart_link_get_zoom (link_of (fixture), &from, &to);
  g_assert_cmpfloat (from, ==, 2023.0);
  g_assert_cmpfloat (to, ==, 2026.0);
  press (fixture, "alt+Left");
  g_assert_false (nepho_chart_link_is_narrowed (link_of (fixture)));
  press (fixture, "alt+Left");
  g_assert_cmpint (nepho_window_get_page (fixture->window), ==, NEPHO_PAGE_OVERVIEW);
  g_assert_false (is_enabled (fixture, "view-back"));

  press (fixture, "alt+Right");
  g_assert_cmpint (nepho_window_get_page (fixture->window), ==, NEPHO_PAGE_MARKET);
  press (fixture, "alt+Right");
  nepho_chart_link_get_zoom (link_of (fixture), &from, &to);
  g_assert_cmpfloat (from, ==, 2023.0);
  g_assert_false (nepho_document_can_undo (fixture->document));
  g_assert_false (nepho_document_get_unsaved (fixture->document));
}

static gboolean
is_on_overview (gpointer data)
{
  return nepho_window_get_page (data) == NEPHO_PAGE_OVERVIEW;
}

static gboolean
is_on_market (gpointer data)
{
  return nepho_window_get_page (data) == NEPHO_PAGE_MARKET;
}

/* The buttons at the side of a mouse. */
static void
test_mouse (NephoAppFixture *fixture, gconstpointer data)
{
  nepho_window_set_page (fixture->window, NEPHO_PAGE_MARKET);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  nepho_app_point_at (GTK_WIDGET (fixture->window), 300.0, 300.0);
  nepho_app_xdotool ("click", "8", NULL);
  nepho_app_wait_until (is_on_overview, fixture->window);
  nepho_app_xdotool ("click", "9", NULL);
  nepho_app_wait_until (is_on_market, fixture->window);
}

/* The segment and the vendor that a page is about. */
static void
test_choices (NephoAppFixture *fixture, gconstpointer data)
{
  const NephoView view = { NEPHO_PAGE_REVENUE, NAN, NAN, NULL, (char *) "paas", (char *) "tencent" };
  const NephoView gone = { NEPHO_PAGE_REVENUE, NAN, NAN, NULL, (char *) "nowhere", (char *) "nobody" };
  g_auto (NephoView) now = { 0 };
  g_auto (NephoView) still = { 0 };
  g_auto (NephoView) before = { 0 };
  NephoPage *page;

  nepho_window_set_page (fixture->window, NEPHO_PAGE_REVENUE);
  page = NEPHO_PAGE (nepho_window_get_page_widget (fixture->window));
  rest ();
  nepho_page_set_view (page, &view);
  nepho_page_get_view (page, &now);
  g_assert_cmpstr (now.segment, ==, "paas");
  g_assert_cmpstr (now.vendor, ==, "tencent");
  nepho_page_set_view (page, &gone);
  nepho_page_get_view (page, &still);
  g_assert_cmpstr (still.segment, ==, "paas");
  g_assert_cmpstr (still.vendor, ==, "tencent");

  nepho_window_view_go (fixture->window, FALSE);
  nepho_page_get_view (page, &before);
  g_assert_null (before.segment);
  g_assert_null (before.vendor);
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);
#define ADD(path, test) \
  g_test_add (path, NephoAppFixture, NULL, nepho_app_fixture_set_up, test, nepho_app_fixture_tear_down)
  ADD ("/window-view/keys", test_keys);
  ADD ("/window-view/mouse", test_mouse);
  ADD ("/window-view/choices", test_choices);

  return g_test_run ();
}
