/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-figures.h"
#include "nepho-app-fixture.h"
#include "nepho-chart-card.h"
#include "nepho-chart-export.h"
#include "nepho-chart-looks.h"

#include <string.h>

typedef struct
{
  GtkWidget      *window;
  NephoChartCard *card;
  GtkWidget      *chart;
  double          ada;
  NephoFigureLook look; /* that the figure was last asked for */
} Fixture;

static NephoPlotFigure *
build_cb (const NephoFigureLook *look, gpointer user_data)
{
  ((Fixture *) user_data)->look = *look;

  return nepho_app_figure_lines (((Fixture *) user_data)->ada);
}

static gboolean
is_drawn (gpointer data)
{
  return nepho_chart_get_n_renders (data) > 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->ada = 0.5;
  fixture->window = adw_window_new ();
  fixture->card = NEPHO_CHART_CARD (nepho_chart_card_new ("Shares", build_cb, fixture));
  fixture->chart = GTK_WIDGET (nepho_chart_card_get_chart (fixture->card));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->card));
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  nepho_chart_card_update (fixture->card, FALSE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  nepho_app_wait_until (is_drawn, fixture->chart);
  nepho_app_wait_frames (fixture->window, 3);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer card = fixture->card;

  g_object_add_weak_pointer (G_OBJECT (fixture->card), &card);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (card);
}

/* The first label below @widget with a text that contains @part. */
static GtkWidget *
find_label (GtkWidget *widget, const char *part)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, part);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_measure (gpointer data)
{
  g_autofree char *measure = NULL;

  g_object_get (data, "measure", &measure, NULL);

  return g_str_equal (measure, "share");
}

/* Only the looks that a figure has: M walks them, the settings keep them. */
static void
test_looks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.nephoscope.Nephoscope");
  g_autoptr (GVariant) stored = NULL;
  NephoFigureLook look = { NEPHO_MEASURE_INDEX, TRUE };
  const char *measure;
  gboolean logarithmic;

  g_settings_reset (settings, "chart-looks");
  nepho_chart_card_set_figure_id (fixture->card, "revenue-area");
  nepho_chart_looks_follow (settings, fixture->card);
  nepho_chart_card_set_look (fixture->card, &look);
  g_assert_cmpint (nepho_chart_card_get_look (fixture->card)->measure, ==, NEPHO_MEASURE_ABSOLUTE);
  g_assert_false (nepho_chart_card_get_look (fixture->card)->logarithmic);

  nepho_app_press_key (fixture->chart, "m");
  nepho_app_wait_until (has_measure, fixture->card);
  g_assert_cmpint (fixture->look.measure, ==, NEPHO_MEASURE_SHARE);
  stored = g_settings_get_value (settings, "chart-looks");
  g_assert_true (g_variant_lookup (stored, "revenue-area", "(&sb)", &measure, &logarithmic));
  g_assert_cmpstr (measure, ==, "share");
  g_assert_false (logarithmic);

  nepho_app_press_key (fixture->chart, "m");
  g_assert_cmpint (fixture->look.measure, ==, NEPHO_MEASURE_ABSOLUTE);
  g_clear_pointer (&stored, g_variant_unref);
  stored = g_settings_get_value (settings, "chart-looks");
  g_assert_cmpuint (g_variant_n_children (stored), ==, 0);
}

/* What the keyboard cursor stands on is text that a screen reader finds. */
static void
test_reading (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label;

  nepho_app_press_key (fixture->chart, "Right");
  label = find_label (GTK_WIDGET (fixture->card), "Ada, 2022Q1");
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_mapped (label));

  fixture->ada = 0.6;
  nepho_chart_card_update (fixture->card, FALSE);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Ada, 2022Q1: 60.0\u00a0%");

  nepho_app_press_key (fixture->chart, "Escape");
  g_assert_false (gtk_widget_get_visible (label));
}

static GtkWindow *
find_other_window (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (GTK_WIDGET (other) != window && gtk_widget_get_visible (GTK_WIDGET (other)))
        return other;
    }

  return NULL;
}

static gboolean
is_not_large (gpointer data)
{
  return !nepho_chart_card_has_copies (data);
}

static NephoChart *
find_chart (GtkWidget *widget)
{
  NephoChart *found = NEPHO_IS_CHART (widget) ? NEPHO_CHART (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_chart (child);

  return found;
}

/* The large chart follows the numbers, and Escape closes it. */
static void
test_enlarge (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window;
  NephoChart *large;
  const NephoPlotSeries *ada;

  nepho_app_press_key (fixture->chart, "Return");
  g_assert_true (nepho_chart_card_has_copies (fixture->card));
  window = find_other_window (fixture->window);
  g_assert_nonnull (window);
  g_assert_cmpstr (gtk_window_get_title (window), ==, "Shares");
  large = find_chart (GTK_WIDGET (window));
  nepho_app_wait_until (is_drawn, large);

  fixture->ada = 0.7;
  nepho_chart_card_update (fixture->card, FALSE);
  ada = g_ptr_array_index (nepho_chart_get_figure (large)->series, 0);
  g_assert_cmpfloat (ada->y->values[0], ==, 0.7);

  nepho_app_press_key (GTK_WIDGET (large), "Right");
  nepho_app_press_key (GTK_WIDGET (large), "Escape"); /* leaves the cursor */
  g_assert_true (nepho_chart_card_has_copies (fixture->card));
  nepho_app_xdotool ("key", "Escape", NULL);
  nepho_app_wait_until (is_not_large, fixture->card);
  nepho_chart_card_update (fixture->card, FALSE);
}

/* A window of its own goes with the one it came from. */
static void
test_enlarged_at_end (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->card), "card.enlarge", NULL);
  g_assert_nonnull (find_other_window (fixture->window));
}

static void
read_text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
has_text (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->chart);
  g_autofree char *text = NULL;

  nepho_app_press_key (fixture->chart, "ctrl+c");
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                        "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                        "image/svg+xml"));
  g_assert_nonnull (find_label (fixture->window, "Image copied"));
  gdk_clipboard_read_text_async (clipboard, NULL, read_text_cb, &text);
  nepho_app_wait_until (has_text, &text);
  g_assert_nonnull (strstr (text, "2022Q1\t50\t10\n"));

  g_clear_pointer (&text, g_free);
  fixture->ada = 0.25;
  nepho_chart_card_update (fixture->card, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->card), "card.copy-data", NULL);
  g_assert_false (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                         "image/png"));
  gdk_clipboard_read_text_async (clipboard, NULL, read_text_cb, &text);
  nepho_app_wait_until (has_text, &text);
  g_assert_nonnull (strstr (text, "2022Q1\t25\t10\n"));
}

static void
test_provider (void)
{
  g_autoptr (NephoPlotFigure) figure = nepho_app_figure_lines (0.5);
  g_autoptr (GError) error = NULL;
  GdkContentProvider *provider = nepho_chart_export_provider (figure, NULL, NULL, &error);
  g_autoptr (GdkContentFormats) formats = NULL;

  g_assert_no_error (error);
  formats = gdk_content_formats_union_serialize_mime_types (gdk_content_provider_ref_formats (provider));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/plain"));
  g_assert_finalize_object (provider);
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/chart-card/reading", test_reading);
  ADD ("/chart-card/enlarge", test_enlarge);
  ADD ("/chart-card/enlarged-at-end", test_enlarged_at_end);
  ADD ("/chart-card/copy", test_copy);
  ADD ("/chart-card/looks", test_looks);
#undef ADD
  g_test_add_func ("/chart-card/provider", test_provider);

  return g_test_run ();
}
