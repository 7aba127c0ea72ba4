/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-view-history.h"

#include <math.h>

#define SECOND G_TIME_SPAN_SECOND

static void
visit (NephoViewHistory *history, NephoPages page, double from, double to, const char *isolated, gint64 now)
{
  NephoView view = { page, from, to, (char *) isolated, (char *) "iaas", NULL };

  nepho_view_history_visit (history, &view, now);
}

static void
assert_view (const NephoView *view, NephoPages page, double from, const char *isolated)
{
  g_assert_nonnull (view);
  g_assert_cmpint (view->page, ==, page);
  g_assert_true (view->from == from || (isnan (view->from) && isnan (from)));
  g_assert_cmpstr (view->isolated, ==, isolated);
  g_assert_cmpstr (view->segment, ==, "iaas");
}

/* Back through all of it, forward again, and from the middle to somewhere else: that ends what was ahead. */
static void
test_walk (void)
{
  g_autoptr (NephoViewHistory) history = nepho_view_history_new ();

  g_assert_null (nepho_view_history_go (history, FALSE));
  visit (history, NEPHO_PAGE_OVERVIEW, NAN, NAN, NULL, 0);
  g_assert_false (nepho_view_history_can_go (history, FALSE));
  visit (history, NEPHO_PAGE_MARKET, NAN, NAN, NULL, 1 * SECOND);
  visit (history, NEPHO_PAGE_MARKET, 2023, 2025, NULL, 2 * SECOND);
  visit (history, NEPHO_PAGE_MARKET, 2023, 2025, "alibaba", 3 * SECOND);
  visit (history, NEPHO_PAGE_MARKET, 2023, 2025, "alibaba", 4 * SECOND); /* the same */

  assert_view (nepho_view_history_go (history, FALSE), NEPHO_PAGE_MARKET, 2023, NULL);
  assert_view (nepho_view_history_go (history, FALSE), NEPHO_PAGE_MARKET, NAN, NULL);
  assert_view (nepho_view_history_go (history, FALSE), NEPHO_PAGE_OVERVIEW, NAN, NULL);
  g_assert_null (nepho_view_history_go (history, FALSE));
  assert_view (nepho_view_history_go (history, TRUE), NEPHO_PAGE_MARKET, NAN, NULL);
  g_assert_true (nepho_view_history_can_go (history, TRUE));
  visit (history, NEPHO_PAGE_DATA, NAN, NAN, NULL, 4 * SECOND);
  g_assert_false (nepho_view_history_can_go (history, TRUE));
  assert_view (nepho_view_history_go (history, FALSE), NEPHO_PAGE_MARKET, NAN, NULL);
  assert_view (nepho_view_history_go (history, FALSE), NEPHO_PAGE_OVERVIEW, NAN, NULL);
}

/* Three notches of a zoom in less than half a second each are one move; zoomed in and out at once is none. */
static void
test_passing (void)
{
  g_autoptr (NephoViewHistory) history = nepho_view_history_new ();

  visit (history, NEPHO_PAGE_MARKET, NAN, NAN, NULL, 0);
  visit (history, NEPHO_PAGE_MARKET, 2023, 2029, NULL, 10 * SECOND);
  visit (history, NEPHO_PAGE_MARKET, 2024, 2028, NULL, 10 * SECOND + SECOND / 4);
  visit (history, NEPHO_PAGE_MARKET, 2025, 2027, NULL, 10 * SECOND + SECOND / 2);
  visit (history, NEPHO_PAGE_MARKET, 2025, 2026, NULL, 11 * SECOND + SECOND / 2);
  assert_view (nepho_view_history_go (history, FALSE), NEPHO_PAGE_MARKET, 2025, NULL);
  assert_view (nepho_view_history_go (history, FALSE), NEPHO_PAGE_MARKET, NAN, NULL);
  g_assert_false (nepho_view_history_can_go (history, FALSE));

  visit (history, NEPHO_PAGE_MARKET, 2023, 2029, NULL, 20 * SECOND);
  visit (history, NEPHO_PAGE_MARKET, NAN, NAN, NULL, 20 * SECOND + SECOND / 4);
  g_assert_false (nepho_view_history_can_go (history, FALSE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view-history/walk", test_walk);
  g_test_add_func ("/view-history/passing", test_passing);

  return g_test_run ();
}
