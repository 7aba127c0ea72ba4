/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"
#include "nepho-page.h"

#include <math.h>

/* On the overview: two charts over time, and one of AI models whose years are others. */
#define RANK 0
#define SHARE 1

/* On the page Revenue: a chart over time, and bars and dumbbells of the same vendors. */
#define LINES 0
#define BARS 2
#define DUMBBELLS 3

static NephoChart *
chart_at (NephoAppFixture *fixture, guint index)
{
  return nepho_page_get_chart (NEPHO_PAGE (nepho_window_get_page_widget (fixture->window)), index);
}

static NephoChartLink *
link_of (NephoAppFixture *fixture)
{
  return nepho_chart_get_link (chart_at (fixture, RANK));
}

static void
point_at_time (NephoChart *chart, double time, double height)
{
  const NephoPlotLayout *layout = nepho_chart_get_layout (chart);
  const NephoPlotRect *plot = nepho_plot_layout_plot_rect (layout);

  nepho_app_point_at (GTK_WIDGET (chart), nepho_plot_scale_map (nepho_plot_layout_x (layout), time),
                      plot->y + height * plot->height);
}

/* Slowly enough for a toolkit that looks once a frame. */
static void
drag (NephoChart *chart, double from, double to)
{
  point_at_time (chart, from, 0.4);
  nepho_app_xdotool ("mousedown", "1", NULL);
  nepho_app_wait_frames (GTK_WIDGET (chart), 2);
  point_at_time (chart, 0.5 * (from + to), 0.4);
  point_at_time (chart, to, 0.4);
  nepho_app_xdotool ("mouseup", "1", NULL);
  nepho_app_wait_frames (GTK_WIDGET (chart), 3);
}

static void
assert_shows (NephoChart *chart, double from, double to)
{
  const NephoPlotScale *scale = nepho_plot_layout_x (nepho_chart_get_layout (chart));

  g_assert_cmpfloat (scale->d0, ==, from);
  g_assert_cmpfloat (scale->d1, ==, to);
}

/* A drag chooses whole quarters, on every chart over time that has any of them; a double click shows all. */
static void
test_drag (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *rank = chart_at (fixture, RANK);
  NephoChart *share = chart_at (fixture, SHARE);
  const NephoPlotScale *whole = nepho_plot_layout_x (nepho_chart_get_layout (share));
  double first = whole->d0;
  double last = whole->d1;
  guint n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());

  drag (rank, 2024.1, 2025.9);
  assert_shows (rank, 2024.0, 2026.0);
  assert_shows (share, 2024.0, 2026.0);
  g_assert_true (nepho_chart_is_narrowed (rank));
  g_assert_true (nepho_chart_is_narrowed (share));

  point_at_time (share, 2025.0, 0.4);
  nepho_app_xdotool ("click", "--repeat", "2", "--delay", "50", "1", NULL);
  nepho_app_wait_frames (GTK_WIDGET (share), 3);
  assert_shows (share, first, last);
  g_assert_false (nepho_chart_is_narrowed (rank));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows);
}

/* A hand that clicks trembles: that is no drag. */
static void
test_tremble (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *rank = chart_at (fixture, RANK);
  const NephoPlotScale *scale = nepho_plot_layout_x (nepho_chart_get_layout (rank));
  double year_pixels = nepho_plot_scale_map (scale, 2025.0) - nepho_plot_scale_map (scale, 2024.0);

  drag (rank, 2024.1, 2024.1 + 4.0 / year_pixels);
  g_assert_false (nepho_chart_is_narrowed (rank));
  nepho_app_xdotool ("key", "Escape", NULL);
  nepho_app_wait_frames (GTK_WIDGET (rank), 30);
}

/* The same with keys; the keyboard cursor takes the stretch of time with it. */
static void
test_keys (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *share = chart_at (fixture, SHARE);
  double from;
  double to;
  double before;

  nepho_app_press_key (GTK_WIDGET (share), "plus");
  nepho_chart_link_get_zoom (link_of (fixture), &from, &to);
  g_assert_true (isfinite (from) && to > from);
  before = to - from;
  nepho_app_press_key (GTK_WIDGET (share), "plus");
  nepho_chart_link_get_zoom (link_of (fixture), &from, &to);
  g_assert_cmpfloat (to - from, <, before);
  for (guint i = 0; i < 20; i++)
    nepho_app_press_key (GTK_WIDGET (share), "plus");
  nepho_chart_link_get_zoom (link_of (fixture), &from, &to);
  g_assert_cmpfloat (to - from, >=, 0.5);
  g_assert_cmpfloat (to - from, <=, 0.75);

  nepho_app_press_key (GTK_WIDGET (share), "End");
  nepho_chart_link_get_zoom (link_of (fixture), &from, &to);
  g_assert_cmpfloat (to, ==, 2030.75);
  nepho_app_press_key (GTK_WIDGET (share), "Left");
  nepho_app_press_key (GTK_WIDGET (share), "Left");
  nepho_app_press_key (GTK_WIDGET (share), "Left");
  nepho_app_press_key (GTK_WIDGET (share), "Left");
  nepho_chart_link_get_zoom (link_of (fixture), &from, &to);
  g_assert_cmpfloat (from, ==, 2029.75);

  nepho_app_press_key (GTK_WIDGET (share), "minus");
  before = to - from;
  nepho_chart_link_get_zoom (link_of (fixture), &from, &to);
  g_assert_cmpfloat (to - from, >, before);
  nepho_app_press_key (GTK_WIDGET (share), "0");
  g_assert_false (nepho_chart_is_narrowed (share));
}

static const NephoPlotTextBox *
label_of (NephoChart *chart, const char *id)
{
  guint n_texts;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (nepho_chart_get_layout (chart), &n_texts);

  for (guint i = 0; i < n_texts; i++)
    if (texts[i].role == NEPHO_PLOT_TEXT_LABEL && texts[i].series >= 0)
      {
        const GPtrArray *series = nepho_chart_get_figure (chart)->series;

        if (g_str_equal (((const NephoPlotSeries *) g_ptr_array_index (series, (guint) texts[i].series))->id, id))
          return &texts[i];
      }

  return NULL;
}

static void
click_label (NephoChart *chart, const char *id)
{
  const NephoPlotTextBox *label = label_of (chart, id);

  g_assert_nonnull (label);
  nepho_app_point_at (GTK_WIDGET (chart), label->rect.x + label->rect.width / 2.0,
                      label->rect.y + label->rect.height / 2.0);
  nepho_app_xdotool ("click", "1", NULL);
  nepho_app_wait_frames (GTK_WIDGET (chart), 3);
}

/* One series alone, on all charts that have it; the same click brings the others back, and so does Escape. */
static void
test_isolate (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *rank = chart_at (fixture, RANK);
  NephoChart *share = chart_at (fixture, SHARE);
  const char *leader = ((const NephoPlotSeries *) g_ptr_array_index (nepho_chart_get_figure (rank)->series, 0))->id;
  const char *other = ((const NephoPlotSeries *) g_ptr_array_index (nepho_chart_get_figure (rank)->series, 1))->id;

  click_label (rank, leader);
  g_assert_cmpstr (nepho_chart_link_get_isolated (link_of (fixture)), ==, leader);
  g_assert_nonnull (label_of (share, leader));
  g_assert_null (label_of (share, other));
  click_label (share, leader);
  g_assert_null (nepho_chart_link_get_isolated (link_of (fixture)));
  g_assert_nonnull (label_of (share, other));

  nepho_app_press_key (GTK_WIDGET (share), "Right");
  nepho_app_press_key (GTK_WIDGET (share), "i");
  g_assert_true (nepho_chart_is_narrowed (rank));
  nepho_app_press_key (GTK_WIDGET (share), "Escape"); /* leaves the cursor */
  nepho_app_press_key (GTK_WIDGET (share), "Escape");
  g_assert_false (nepho_chart_is_narrowed (rank));
}

/* What is pointed at here is marked there, and no curve is drawn anew for it. */
static void
test_point (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *rank = chart_at (fixture, RANK);
  NephoChart *share = chart_at (fixture, SHARE);
  guint n_rank = nepho_chart_get_n_renders (rank);
  guint n_share = nepho_chart_get_n_renders (share);
  const char *series;
  double time;

  point_at_time (share, 2025.0, 0.3);
  point_at_time (share, 2026.0, 0.3);
  g_assert_true (nepho_chart_link_get_point (link_of (fixture), rank, &time, &series));
  g_assert_cmpfloat_with_epsilon (time, 2026.0, 0.05);
  g_assert_cmpuint (nepho_chart_get_n_renders (rank), ==, n_rank);
  g_assert_cmpuint (nepho_chart_get_n_renders (share), ==, n_share);

  nepho_app_press_key (GTK_WIDGET (share), "End");
  g_assert_true (nepho_chart_link_get_point (link_of (fixture), rank, &time, &series));
  g_assert_cmpfloat (time, ==, 2030.75);
  g_assert_nonnull (series);
}

static const NephoPlotTextBox *
name_of (NephoChart *chart, const char *subject)
{
  guint n_texts;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (nepho_chart_get_layout (chart), &n_texts);

  for (guint i = 0; i < n_texts; i++)
    if (g_strcmp0 (texts[i].subject, subject) == 0)
      return &texts[i];

  return NULL;
}

static void
point_at_name (NephoChart *chart, const char *subject)
{
  const NephoPlotTextBox *name = name_of (chart, subject);

  if (name == NULL)
    g_error ("no name for %s", subject);
  nepho_app_point_at (GTK_WIDGET (chart), name->rect.x + name->rect.width / 2.0, name->rect.y + name->rect.height / 2.0);
}

static void
show_revenue (NephoAppFixture *fixture)
{
  nepho_window_set_page (fixture->window, NEPHO_PAGE_REVENUE);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 5);
}

static gboolean
has_pointing_hand (NephoChart *chart)
{
  GdkCursor *cursor = gtk_widget_get_cursor (GTK_WIDGET (chart));

  return cursor != NULL && g_strcmp0 (gdk_cursor_get_name (cursor), "pointer") == 0;
}

/* A vendor's name beside its bars: the same vendor is meant on all charts of the page, and one click shows it alone. */
static void
test_category (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *bars;
  NephoChart *lines;
  const char *subject;
  double time;

  show_revenue (fixture);
  bars = chart_at (fixture, BARS);
  lines = chart_at (fixture, LINES);
  point_at_name (bars, "alibaba");
  g_assert_true (has_pointing_hand (bars));
  g_assert_true (nepho_chart_link_get_point (nepho_chart_get_link (bars), lines, &time, &subject));
  g_assert_cmpstr (subject, ==, "alibaba");
  g_assert_true (isnan (time));

  nepho_app_xdotool ("click", "1", NULL);
  nepho_app_wait_frames (GTK_WIDGET (bars), 3);
  g_assert_true (nepho_chart_is_narrowed (bars));
  g_assert_true (nepho_chart_is_narrowed (lines));
  g_assert_true (nepho_chart_is_narrowed (chart_at (fixture, DUMBBELLS)));
  g_assert_nonnull (label_of (lines, "alibaba"));
  g_assert_null (label_of (lines, "tencent"));
  nepho_app_press_key (GTK_WIDGET (bars), "Escape");
  g_assert_false (nepho_chart_is_narrowed (bars));
  g_assert_false (nepho_chart_is_narrowed (lines));
}

/* A bar under the pointer is its vendor's elsewhere, and a vendor's line under the pointer its bar. */
static void
test_bar (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *bars;
  NephoChart *lines;
  const char *subject;
  double time;
  double x;
  double y;

  show_revenue (fixture);
  bars = chart_at (fixture, BARS);
  lines = chart_at (fixture, LINES);
  nepho_plot_layout_point (nepho_chart_get_layout (bars), 1, 0, &x, &y);
  nepho_app_point_at (GTK_WIDGET (bars), x - 3.0, y);
  g_assert_true (nepho_chart_link_get_point (nepho_chart_get_link (bars), lines, &time, &subject));
  g_assert_cmpstr (subject, ==, nepho_chart_get_figure (bars)->x.category_ids[0]);

  point_at_name (lines, "alibaba");
  g_assert_true (nepho_chart_link_get_point (nepho_chart_get_link (bars), bars, &time, &subject));
  g_assert_cmpstr (subject, ==, "alibaba");
}

/* With keys: i for the vendor under the cursor, Shift+i for its column; Escape brings all back. */
static void
test_keys_alone (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *bars;
  NephoChartLink *link;

  show_revenue (fixture);
  bars = chart_at (fixture, BARS);
  link = nepho_chart_get_link (bars);
  nepho_app_press_key (GTK_WIDGET (bars), "Right");
  nepho_app_press_key (GTK_WIDGET (bars), "shift+i");
  g_assert_cmpstr (nepho_chart_link_get_isolated (link), ==, nepho_chart_get_figure (bars)->x.category_ids[0]);
  nepho_app_press_key (GTK_WIDGET (bars), "i");
  g_assert_null (nepho_chart_link_get_isolated (link));
  nepho_app_press_key (GTK_WIDGET (bars), "Right");
  nepho_app_press_key (GTK_WIDGET (bars), "i");
  g_assert_cmpstr (nepho_chart_link_get_isolated (link), ==, nepho_chart_get_figure (bars)->x.category_ids[1]);
  nepho_app_press_key (GTK_WIDGET (bars), "Escape"); /* leaves the cursor */
  nepho_app_press_key (GTK_WIDGET (bars), "Escape");
  g_assert_null (nepho_chart_link_get_isolated (link));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (NephoAppFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/chart-reading/drag", test_drag },       { "/chart-reading/tremble", test_tremble },
    { "/chart-reading/keys", test_keys },       { "/chart-reading/isolate", test_isolate },
    { "/chart-reading/point", test_point },     { "/chart-reading/category", test_category },
    { "/chart-reading/bar", test_bar },         { "/chart-reading/keys-alone", test_keys_alone },
  };

  nepho_app_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, NephoAppFixture, NULL, nepho_app_fixture_set_up, tests[i].test,
                nepho_app_fixture_tear_down);

  return g_test_run ();
}
