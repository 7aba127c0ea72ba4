/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-drag.h"

#include <string.h>

#include "nepho-app-fixture.h"
#include "nepho-document-picture.h"
#include "nepho-page.h"

typedef struct
{
  NephoAppFixture app;
  NephoChart     *chart;
  GFile          *dropped; /* or NULL */
} Fixture;

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Fixture *fixture)
{
  GSList *files = g_value_get_boxed (value);

  g_assert_cmpuint (g_slist_length (files), ==, 1);
  fixture->dropped = g_object_ref (files->data);

  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  nepho_app_fixture_set_up (&fixture->app, NULL);
  fixture->dropped = NULL;
  fixture->chart = nepho_page_get_chart (NEPHO_PAGE (nepho_window_get_page_widget (fixture->app.window)), 1);
  /* Stands for another program. */
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), fixture);
  gtk_widget_add_controller (nepho_window_get_levers (fixture->app.window), GTK_EVENT_CONTROLLER (target));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->dropped);
  nepho_app_fixture_tear_down (&fixture->app, NULL);
  nepho_chart_drag_forget ();
}

/* From a place in the chart to the levers, or to another place of the page, by a real pointer. */
static void
drag (Fixture *fixture, double x, double y, GtkWidget *to)
{
  GtkWidget *chart = GTK_WIDGET (fixture->chart);

  nepho_app_point_at (chart, x, y);
  nepho_app_xdotool ("mousedown", "1", NULL);
  for (int i = 1; i < 6; i++)
    nepho_app_point_at (chart, x + 6.0 * i, y + 2.0 * i);
  for (int i = 0; i < 4; i++)
    nepho_app_point_at (to, 40.0 + i, 200.0);
  nepho_app_xdotool ("mouseup", "1", NULL);
  nepho_app_wait_frames (chart, 10);
}

static gboolean
is_dropped (gpointer data)
{
  return ((Fixture *) data)->dropped != NULL;
}

/* By its title the chart goes where it is let go: as a file that keeps the scenario. */
static void
test_title (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length = 0;

  drag (fixture, 60.0, 24.0, nepho_window_get_levers (fixture->app.window));
  nepho_app_wait_until (is_dropped, fixture);
  name = g_file_get_basename (fixture->dropped);
  g_assert_cmpstr (name, ==, "share.png");
  g_assert_true (g_file_load_contents (fixture->dropped, NULL, &content, &length, NULL, NULL));
  bytes = g_bytes_new_take (g_steal_pointer (&content), length);
  g_assert_true (nepho_document_picture_is (bytes));
  nepho_chart_drag_forget ();
  g_assert_false (g_file_query_exists (fixture->dropped, NULL));
}

/* Across the plot a drag chooses a stretch of time, and nothing leaves. */
static void
test_plot (Fixture *fixture, gconstpointer data)
{
  const NephoPlotRect *plot = nepho_plot_layout_plot_rect (nepho_chart_get_layout (fixture->chart));
  double x = plot->x + plot->width / 3.0;
  double y = plot->y + plot->height / 2.0;

  g_assert_true (nepho_chart_drag_zooms (fixture->chart, x, y));
  g_assert_false (nepho_chart_drag_zooms (fixture->chart, 60.0, 24.0));
  drag (fixture, x, y, nepho_window_get_levers (fixture->app.window));
  g_assert_null (fixture->dropped);
  g_assert_true (nepho_chart_is_narrowed (fixture->chart));
}

/* Let go over its own window, it opens nothing. */
static void
test_own_window (Fixture *fixture, gconstpointer data)
{
  guint before = g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture->app.application)));

  drag (fixture, 60.0, 24.0, nepho_window_get_page_widget (fixture->app.window));
  g_assert_null (fixture->dropped);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture->app.application))), ==, before);
}

/* Everything at once: each program takes what suits it. */
static void
test_formats (Fixture *fixture, gconstpointer data)
{
  NephoChartCard *card
    = NEPHO_CHART_CARD (gtk_widget_get_ancestor (GTK_WIDGET (fixture->chart), NEPHO_TYPE_CHART_CARD));
  GdkContentProvider *provider = nepho_chart_drag_provider (card, NULL);
  g_autoptr (GdkContentFormats) formats
    = gdk_content_formats_union_serialize_mime_types (gdk_content_provider_ref_formats (provider));

  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/uri-list"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8"));
  g_assert_finalize_object (provider);
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/chart-drag/title", test_title);
  ADD ("/chart-drag/plot", test_plot);
  ADD ("/chart-drag/own-window", test_own_window);
  ADD ("/chart-drag/formats", test_formats);
#undef ADD

  return g_test_run ();
}
