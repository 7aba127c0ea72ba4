/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-link.h"

#include <math.h>

typedef struct
{
  NephoChartLink *link;
  guint           n_pointed;
  guint           n_narrowed;
} Fixture;

static void
count_cb (NephoChartLink *link, gpointer data)
{
  (*(guint *) data)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->link = nepho_chart_link_new ();
  g_signal_connect (fixture->link, "pointed", G_CALLBACK (count_cb), &fixture->n_pointed);
  g_signal_connect (fixture->link, "narrowed", G_CALLBACK (count_cb), &fixture->n_narrowed);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->link);
}

static void
test_point (Fixture *fixture, gconstpointer data)
{
  int a = 0;
  int b = 0;
  double time;
  const char *series;

  g_assert_false (nepho_chart_link_get_point (fixture->link, &a, &time, &series));
  nepho_chart_link_point (fixture->link, &a, 2024.25, "alibaba");
  nepho_chart_link_point (fixture->link, &a, 2024.25, "alibaba");
  g_assert_cmpuint (fixture->n_pointed, ==, 1);
  g_assert_false (nepho_chart_link_get_point (fixture->link, &a, &time, &series));
  g_assert_true (nepho_chart_link_get_point (fixture->link, &b, &time, &series));
  g_assert_cmpfloat (time, ==, 2024.25);
  g_assert_cmpstr (series, ==, "alibaba");

  /* The pointer leaves one chart after it came to the next. */
  nepho_chart_link_point (fixture->link, &b, 2025.0, NULL);
  nepho_chart_link_point (fixture->link, &a, NAN, NULL);
  g_assert_true (nepho_chart_link_get_point (fixture->link, &a, &time, &series));
  g_assert_cmpfloat (time, ==, 2025.0);
  g_assert_null (series);
  nepho_chart_link_point (fixture->link, &b, NAN, NULL);
  g_assert_false (nepho_chart_link_get_point (fixture->link, &a, &time, &series));
  g_assert_cmpuint (fixture->n_pointed, ==, 3);

  /* A bar is about somebody, at no time. */
  nepho_chart_link_point (fixture->link, &a, NAN, "alibaba");
  nepho_chart_link_point (fixture->link, &a, NAN, "alibaba");
  g_assert_true (nepho_chart_link_get_point (fixture->link, &b, &time, &series));
  g_assert_true (isnan (time));
  g_assert_cmpstr (series, ==, "alibaba");
  g_assert_cmpuint (fixture->n_pointed, ==, 4);
}

static void
test_isolate (Fixture *fixture, gconstpointer data)
{
  nepho_chart_link_isolate (fixture->link, NULL);
  g_assert_cmpuint (fixture->n_narrowed, ==, 0);
  nepho_chart_link_isolate (fixture->link, "alibaba");
  g_assert_cmpstr (nepho_chart_link_get_isolated (fixture->link), ==, "alibaba");
  g_assert_true (nepho_chart_link_is_narrowed (fixture->link));
  nepho_chart_link_isolate (fixture->link, "tencent");
  g_assert_cmpstr (nepho_chart_link_get_isolated (fixture->link), ==, "tencent");
  nepho_chart_link_isolate (fixture->link, "tencent");
  g_assert_null (nepho_chart_link_get_isolated (fixture->link));
  g_assert_false (nepho_chart_link_is_narrowed (fixture->link));
  g_assert_cmpuint (fixture->n_narrowed, ==, 3);
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  double from;
  double to;

  nepho_chart_link_get_zoom (fixture->link, &from, &to);
  g_assert_true (isnan (from) && isnan (to));
  g_assert_false (nepho_chart_link_reset (fixture->link));
  nepho_chart_link_zoom (fixture->link, 2024.0, 2026.0);
  nepho_chart_link_zoom (fixture->link, 2024.0, 2026.0);
  g_assert_cmpuint (fixture->n_narrowed, ==, 1);
  nepho_chart_link_isolate (fixture->link, "alibaba");
  g_assert_true (nepho_chart_link_reset (fixture->link));
  nepho_chart_link_get_zoom (fixture->link, &from, &to);
  g_assert_true (isnan (from) && isnan (to));
  g_assert_null (nepho_chart_link_get_isolated (fixture->link));
  g_assert_cmpuint (fixture->n_narrowed, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/chart-link/point", Fixture, NULL, set_up, test_point, tear_down);
  g_test_add ("/chart-link/isolate", Fixture, NULL, set_up, test_isolate, tear_down);
  g_test_add ("/chart-link/zoom", Fixture, NULL, set_up, test_zoom, tear_down);

  return g_test_run ();
}
