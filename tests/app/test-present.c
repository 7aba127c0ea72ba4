/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"
#include "nepho-chart-copies.h"
#include "nepho-page.h"
#include "nepho-present.h"

#include <string.h>

static NephoPage *
page_of (NephoAppFixture *fixture)
{
  return NEPHO_PAGE (nepho_window_get_page_widget (fixture->window));
}

static NephoChartCard *
card_of (NephoAppFixture *fixture, guint index)
{
  GtkWidget *chart = GTK_WIDGET (nepho_page_get_chart (page_of (fixture), index));

  return NEPHO_CHART_CARD (gtk_widget_get_ancestor (chart, NEPHO_TYPE_CHART_CARD));
}

/* The one presentation that is open, or NULL. */
static NephoPresent *
find_present (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (NEPHO_IS_PRESENT (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return NEPHO_PRESENT (window);
    }

  return NULL;
}

static gboolean
is_presented (gpointer data)
{
  NephoPresent *present = find_present ();

  return present != NULL && gtk_window_is_active (GTK_WINDOW (present)) && gtk_window_is_fullscreen (GTK_WINDOW (present));
}

static gboolean
is_over (gpointer data)
{
  return find_present () == NULL;
}

static NephoPresent *
wait_for_present (void)
{
  NephoPresent *present;

  nepho_app_wait_until (is_presented, NULL);
  present = find_present ();
  nepho_app_wait_frames (GTK_WIDGET (present), 6);

  return present;
}

static void
press (NephoPresent *present, const char *key)
{
  nepho_app_xdotool ("key", key, NULL);
  nepho_app_wait_frames (GTK_WIDGET (present), 6);
}

static void
leave (const char *key)
{
  nepho_app_xdotool ("key", key, NULL);
  nepho_app_wait_until (is_over, NULL);
}

static double
title_height (NephoChart *chart)
{
  guint n_texts;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (nepho_chart_get_layout (chart), &n_texts);

  g_assert_cmpint (texts[0].role, ==, NEPHO_PLOT_TEXT_TITLE);

  return texts[0].rect.height / pango_layout_get_line_count (texts[0].layout);
}

/* F5 shows the page's charts one by one, larger than on the page; they stop at both ends; Escape leaves. */
static void
test_page (NephoAppFixture *fixture, gconstpointer data)
{
  guint last = nepho_page_n_charts (page_of (fixture)) - 1;
  double small = title_height (nepho_page_get_chart (page_of (fixture), 0));
  NephoPresent *present;

  nepho_app_xdotool ("key", "F5", NULL);
  present = wait_for_present ();
  g_assert_cmpuint (nepho_present_get_shown (present), ==, 0);
  g_assert_cmpfloat (title_height (nepho_chart_card_get_chart (nepho_present_get_card (present))), >, 1.5 * small);

  press (present, "Left");
  g_assert_cmpuint (nepho_present_get_shown (present), ==, 0);
  press (present, "Right");
  press (present, "Page_Down");
  g_assert_cmpuint (nepho_present_get_shown (present), ==, 2);
  g_assert_true (nepho_chart_card_get_origin (nepho_present_get_card (present)) == card_of (fixture, 2));
  press (present, "Page_Up");
  g_assert_cmpuint (nepho_present_get_shown (present), ==, 1);
  press (present, "End");
  press (present, "space");
  g_assert_cmpuint (nepho_present_get_shown (present), ==, last);
  press (present, "Home");
  g_assert_cmpuint (nepho_present_get_shown (present), ==, 0);

  leave ("Escape");
  g_assert_false (nepho_chart_card_has_copies (card_of (fixture, 0)));
}

/* Up begins to read the points, and left and right are theirs until Escape. */
static void
test_reading (NephoAppFixture *fixture, gconstpointer data)
{
  NephoPresent *present;
  NephoChart *chart;
  NephoPlotHit before;
  NephoPlotHit after;

  nepho_page_present (page_of (fixture));
  present = wait_for_present ();
  chart = nepho_chart_card_get_chart (nepho_present_get_card (present));
  press (present, "Down");
  g_assert_true (nepho_chart_get_cursor (chart, &before));
  press (present, "Right");
  g_assert_true (nepho_chart_get_cursor (chart, &after));
  g_assert_true (before.point != after.point || before.series != after.series);
  g_assert_cmpuint (nepho_present_get_shown (present), ==, 0);
  press (present, "Escape");
  g_assert_false (nepho_chart_get_cursor (chart, &after));
  g_assert_true (find_present () == present);
  leave ("Escape");
}

/* Of a chart with the focus F11 shows that chart, as it follows the document. */
static void
test_chart (NephoAppFixture *fixture, gconstpointer data)
{
  NephoPresent *present;
  g_autoptr (GError) error = NULL;
  NephoChart *chart;

  nepho_app_press_key (GTK_WIDGET (nepho_page_get_chart (page_of (fixture), 1)), "F11");
  present = wait_for_present ();
  g_assert_cmpuint (nepho_present_get_shown (present), ==, 1);
  g_assert_false (gtk_window_is_fullscreen (GTK_WINDOW (fixture->window)));

  chart = nepho_chart_card_get_chart (nepho_present_get_card (present));
  nepho_document_set_value (fixture->document, nepho_app_parameter (fixture, "price.war.intensity"), 0.4, &error);
  g_assert_no_error (error);
  nepho_app_wait_frames (GTK_WIDGET (present), 4);
  g_assert_true (nepho_plot_figure_equal (nepho_chart_get_figure (chart),
                                          nepho_chart_get_figure (nepho_page_get_chart (page_of (fixture), 1))));
  leave ("F11");
}

static gboolean
has_hidden_pointer (gpointer data)
{
  GdkCursor *cursor = gtk_widget_get_cursor (data);

  return cursor != NULL && g_strcmp0 (gdk_cursor_get_name (cursor), "none") == 0;
}

static gboolean
has_pointer (gpointer data)
{
  return gtk_widget_get_cursor (data) == NULL;
}

/* A pointer that rests vanishes, and comes back when it moves. */
static void
test_pointer (NephoAppFixture *fixture, gconstpointer data)
{
  NephoPresent *present;

  nepho_page_present (page_of (fixture));
  present = wait_for_present ();
  nepho_app_point_at (GTK_WIDGET (present), 300.0, 300.0);
  g_assert_false (has_hidden_pointer (present));
  nepho_app_wait_until (has_hidden_pointer, present);
  nepho_app_point_at (GTK_WIDGET (present), 320.0, 320.0);
  nepho_app_wait_until (has_pointer, present);
  gtk_window_close (GTK_WINDOW (present));
  nepho_app_wait_until (is_over, NULL);
}

static guint
count_windows (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      n += gtk_widget_get_visible (window) ? 1 : 0;
    }

  return n;
}

static GtkWindow *
find_titled (const char *part)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      const char *title = gtk_window_get_title (window);

      if (title != NULL && strstr (title, part) != NULL)
        return window;
    }

  return NULL;
}

/* Several windows of one chart, each with a name and a look of its own; all go with the document's. */
static void
test_detach (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChartCard *card = card_of (fixture, 2);
  g_autofree char *first = g_strdup_printf ("%s — ", nepho_chart_card_get_name (card));
  g_autofree char *second = g_strdup_printf ("%s (2) — ", nepho_chart_card_get_name (card));
  guint before = count_windows ();
  GtkWindow *window;

  nepho_app_press_key (GTK_WIDGET (nepho_chart_card_get_chart (card)), "shift+Return");
  nepho_chart_copies_detach (card);
  g_assert_cmpuint (count_windows (), ==, before + 2);
  window = find_titled (first);
  g_assert_nonnull (window);
  g_assert_null (gtk_window_get_transient_for (window));
  window = find_titled (second);
  g_assert_nonnull (window);
  g_assert_true (g_str_has_suffix (gtk_window_get_title (window),
                                   gtk_window_get_title (GTK_WINDOW (fixture->window))));

  gtk_window_destroy (window);
  g_assert_cmpuint (count_windows (), ==, before + 1);
  nepho_chart_copies_detach (card);
  g_assert_null (find_titled (second));
}

static gboolean
has_no_copies (gpointer data)
{
  return !nepho_chart_card_has_copies (data);
}

/* What is done to the look of one is not done to the other; undo in it is the document's. */
static void
test_detached_keys (NephoAppFixture *fixture, gconstpointer data)
{
  guint parameter = nepho_app_parameter (fixture, "price.war.intensity");
  double before = nepho_app_value (fixture, "price.war.intensity");
  g_autoptr (GError) error = NULL;
  NephoChartLink *link;
  NephoChartCard *card;
  NephoChart *chart;
  GtkWindow *window;

  nepho_window_set_page (fixture->window, NEPHO_PAGE_REVENUE);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 6);
  card = card_of (fixture, 0);
  nepho_chart_copies_detach (card);
  window = find_titled (nepho_chart_card_get_name (card));
  chart = NEPHO_CHART (gtk_window_get_focus (window));
  link = nepho_chart_get_link (chart);
  g_assert_true (link != nepho_chart_get_link (nepho_chart_card_get_chart (card)));

  nepho_document_set_value (fixture->document, parameter, 0.4, &error);
  g_assert_no_error (error);
  nepho_app_press_key (GTK_WIDGET (chart), "ctrl+z");
  g_assert_cmpfloat (nepho_app_value (fixture, "price.war.intensity"), ==, before);
  nepho_app_xdotool ("key", "ctrl+w", NULL);
  nepho_app_wait_until (has_no_copies, card);
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add (name, NephoAppFixture, NULL, nepho_app_fixture_set_up, function, nepho_app_fixture_tear_down)
  ADD ("/present/page", test_page);
  ADD ("/present/reading", test_reading);
  ADD ("/present/chart", test_chart);
  ADD ("/present/pointer", test_pointer);
  ADD ("/present/detach", test_detach);
  ADD ("/present/detached-keys", test_detached_keys);
#undef ADD

  return g_test_run ();
}
