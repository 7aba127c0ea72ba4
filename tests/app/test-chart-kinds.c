/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"
#include "nepho-chart-card.h"
#include "nepho-page.h"

/* One chart of each kind, and whether it is over time. */
static const struct
{
  NephoPages  page;
  const char *figure;
  gboolean    over_time;
} kinds[] = {
  { NEPHO_PAGE_MARKET, "rank", TRUE },           { NEPHO_PAGE_MARKET, "share", TRUE },
  { NEPHO_PAGE_MARKET, "share-area", TRUE },     { NEPHO_PAGE_MARKET, "share-panels", TRUE },
  { NEPHO_PAGE_MARKET, "share-change", FALSE },  { NEPHO_PAGE_MARKET, "flows", FALSE },
  { NEPHO_PAGE_MARKET, "marimekko", FALSE },     { NEPHO_PAGE_REVENUE, "revenue-growth", FALSE },
  { NEPHO_PAGE_REVENUE, "revenue-change", FALSE }, { NEPHO_PAGE_REVENUE, "bridge", FALSE },
  { NEPHO_PAGE_REVENUE, "ebita", FALSE },        { NEPHO_PAGE_COMPUTE, "compute", TRUE },
  { NEPHO_PAGE_COMPUTE, "training-cost", FALSE }, { NEPHO_PAGE_UNCERTAINTY, "tornado-share", FALSE },
};

static NephoChart *
find_chart (NephoAppFixture *fixture, const char *figure)
{
  NephoPage *page = NEPHO_PAGE (nepho_window_get_page_widget (fixture->window));

  for (guint i = 0; i < nepho_page_n_charts (page); i++)
    {
      NephoChart *chart = nepho_page_get_chart (page, i);

      if (nepho_chart_get_figure (chart) != NULL && g_str_equal (nepho_chart_get_figure (chart)->id, figure))
        return chart;
    }
  g_error ("the page has no chart “%s”", figure);
}

static char *
read_after (NephoChart *chart, const char *key)
{
  nepho_app_press_key (GTK_WIDGET (chart), key);

  return nepho_chart_get_reading (chart);
}

/* Arrows walk the points, Home and End lead to the first and the last, and Escape leaves. */
static void
check_walk (NephoChart *chart)
{
  g_autofree char *first = read_after (chart, "Right");
  g_autofree char *second = read_after (chart, "Right");
  g_autofree char *back = read_after (chart, "Left");
  g_autofree char *last = read_after (chart, "End");
  g_autofree char *home = read_after (chart, "Home");
  g_autofree char *left = NULL;

  g_assert_nonnull (first);
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpstr (back, ==, first);
  g_assert_cmpstr (last, !=, first);
  g_assert_cmpstr (home, ==, first);
  left = read_after (chart, "Escape");
  g_assert_null (left);
}

/* + takes less time, 0 all of it; on other charts neither does anything. */
static void
check_zoom (NephoChart *chart, gboolean over_time)
{
  nepho_app_press_key (GTK_WIDGET (chart), "plus");
  g_assert_true (nepho_chart_is_narrowed (chart) == over_time);
  nepho_app_press_key (GTK_WIDGET (chart), "0");
  g_assert_false (nepho_chart_is_narrowed (chart));
}

static void
check_table (NephoChart *chart)
{
  GtkWidget *card = gtk_widget_get_ancestor (GTK_WIDGET (chart), NEPHO_TYPE_CHART_CARD);
  gboolean as_table;

  nepho_app_press_key (GTK_WIDGET (chart), "t");
  g_object_get (card, "as-table", &as_table, NULL);
  g_assert_true (as_table);
  nepho_app_xdotool ("key", "Escape", NULL);
  nepho_app_wait_frames (card, 3);
  g_object_get (card, "as-table", &as_table, NULL);
  g_assert_false (as_table);
}

/* i shows alone what the first point is about, and again i all; a chart of one thing only has nothing to leave out. */
static void
check_alone (NephoChart *chart)
{
  const NephoPlotFigure *figure = nepho_chart_get_figure (chart);
  NephoPlotHit hit;
  const char *subject;
  gboolean possible;

  nepho_app_press_key (GTK_WIDGET (chart), "Right");
  g_assert_true (nepho_chart_get_cursor (chart, &hit));
  subject = nepho_plot_figure_subject (figure, g_ptr_array_index (figure->series, (guint) hit.series), hit.point);
  possible = subject != NULL && nepho_plot_figure_can_isolate (figure, subject);
  nepho_app_press_key (GTK_WIDGET (chart), "i");
  g_assert_true (nepho_chart_is_narrowed (chart) == possible);
  if (possible)
    nepho_app_press_key (GTK_WIDGET (chart), "i");
  g_assert_false (nepho_chart_is_narrowed (chart));
  nepho_app_press_key (GTK_WIDGET (chart), "Escape");
}

static void
test_kinds (NephoAppFixture *fixture, gconstpointer data)
{
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      NephoChart *chart;

      g_test_message ("%s", kinds[k].figure);
      nepho_window_set_page (fixture->window, kinds[k].page);
      nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
      chart = find_chart (fixture, kinds[k].figure);
      check_walk (chart);
      check_zoom (chart, kinds[k].over_time);
      check_table (chart);
      check_alone (chart);
    }
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);
  g_test_add ("/chart-kinds/keys", NephoAppFixture, NULL, nepho_app_fixture_set_up, test_kinds,
              nepho_app_fixture_tear_down);

  return g_test_run ();
}
