/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"

#include <gdk/x11/gdkx.h>
#include <locale.h>
#include <math.h>

#include "nepho-dataset-io.h"
#include "nepho-page.h"

#define PATIENCE_SECONDS 10

/* GTK is asked for what a test wants; g_test_init() comes first because it reads the arguments. */
void
nepho_app_test_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  /* Of this program they are read already; leaks of the command line its own tests look for. */
  g_setenv ("ASAN_OPTIONS", "detect_leaks=0", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  nepho_application_choose_renderer ();
  adw_init ();
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

/* One for all tests: a process has one application, which only its own main loop can shut down. */
static NephoApplication *
the_application (void)
{
  static NephoApplication *application;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = nepho_application_new ();
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }

  return application;
}

void
nepho_app_fixture_set_up (NephoAppFixture *fixture, gconstpointer data)
{
  g_autoptr (NephoDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;

  fixture->application = the_application ();
  dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, &error);
  g_assert_no_error (error);
  fixture->document = nepho_document_new (dataset);
  fixture->window = nepho_window_new (fixture->application, fixture->document);
  gtk_window_present (GTK_WINDOW (fixture->window));
  nepho_app_wait_until (is_mapped, fixture->window);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
}

/* Each test begins as on the first day. */
static void
forget_settings (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

void
nepho_app_fixture_tear_down (NephoAppFixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (window);
  g_assert_finalize_object (fixture->document);
  forget_settings (nepho_application_get_settings (fixture->application));
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *left = data;

  return --*left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
nepho_app_wait_frames (GtkWidget *widget, guint n_frames)
{
  guint left = n_frames + 1; /* the last one is only begun */

  gtk_widget_add_tick_callback (widget, count_frame_cb, &left, NULL);
  while (left > 0)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
out_of_patience_cb (gpointer data)
{
  gboolean *over = data;

  *over = TRUE;

  return G_SOURCE_CONTINUE;
}

void
nepho_app_wait_until (NephoAppCondition condition, gpointer data)
{
  gboolean over = FALSE;
  guint source = g_timeout_add_seconds (PATIENCE_SECONDS, out_of_patience_cb, &over);

  while (!condition (data) && !over)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_assert_false (over);
}

static void
exited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *exited = data;
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *exited = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

void
nepho_app_xdotool (const char *first, ...)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) command = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean exited = FALSE;
  va_list rest;

  g_strv_builder_add (words, "xdotool");
  va_start (rest, first);
  for (const char *word = first; word != NULL; word = va_arg (rest, const char *))
    g_strv_builder_add (words, word);
  va_end (rest);
  command = g_strv_builder_end (words);

  process = g_subprocess_newv ((const char *const *) command, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, exited_cb, &exited);
  nepho_app_wait_until (is_true, &exited);
}

static gboolean
has_focus (gpointer data)
{
  return gtk_widget_has_focus (data)
         && gtk_window_is_active (GTK_WINDOW (gtk_widget_get_root (data)));
}

/* Waits until the widget really has the keyboard. */
void
nepho_app_press_key (GtkWidget *widget, const char *key)
{
  if (GTK_IS_ENTRY (widget))
    widget = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));
  gtk_widget_grab_focus (widget);
  nepho_app_wait_until (has_focus, widget);
  nepho_app_xdotool ("key", key, NULL);
  nepho_app_wait_frames (widget, 4);
}

void
nepho_app_point_at (GtkWidget *widget, double x, double y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  graphene_point_t there = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_point_t point;
  double left;
  double top;
  g_autofree char *window_id = NULL;
  g_autofree char *across = NULL;
  g_autofree char *down = NULL;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native), &there, &point));
  gtk_native_get_surface_transform (native, &left, &top);
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  window_id = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (gtk_native_get_surface (native)));
  G_GNUC_END_IGNORE_DEPRECATIONS
  across = g_strdup_printf ("%d", (int) round (left + (double) point.x));
  down = g_strdup_printf ("%d", (int) round (top + (double) point.y));
  nepho_app_xdotool ("mousemove", "--window", window_id, across, down, NULL);
  nepho_app_wait_frames (widget, 2);
}

static GtkWidget *
find_nth (GtkWidget *widget, GType type, guint *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*n)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
nepho_app_find (GtkWidget *widget, GType type, guint n)
{
  return find_nth (widget, type, &n);
}

AdwMessageDialog *
nepho_app_find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

guint
nepho_app_parameter (NephoAppFixture *fixture, const char *id)
{
  int index = nepho_parameter_set_find (nepho_document_get_parameters (fixture->document), id);

  g_assert_cmpint (index, >=, 0);

  return (guint) index;
}

NephoLever *
nepho_app_lever (NephoAppFixture *fixture, const char *id)
{
  NephoLeverPanel *panel = NEPHO_LEVER_PANEL (nepho_window_get_levers (fixture->window));
  NephoLever *lever = nepho_lever_panel_find_lever (panel, nepho_app_parameter (fixture, id));

  g_assert_nonnull (lever);
  nepho_app_wait_until (is_mapped, lever);
  nepho_app_wait_frames (GTK_WIDGET (lever), 3);

  return lever;
}

double
nepho_app_value (NephoAppFixture *fixture, const char *id)
{
  return nepho_document_get_values (fixture->document)[nepho_app_parameter (fixture, id)];
}

double
nepho_app_points (NephoAppFixture *fixture)
{
  NephoPage *page = NEPHO_PAGE (nepho_window_get_page_widget (fixture->window));
  double sum = 0.0;
  guint n_points = 0;

  for (guint i = 0; i < nepho_page_n_charts (page); i++)
    {
      NephoChart *chart = nepho_page_get_chart (page, i);
      const NephoPlotLayout *layout = nepho_chart_get_layout (chart);
      const NephoPlotFigure *figure = nepho_chart_get_figure (chart);

      for (guint s = 0; layout != NULL && s < figure->series->len; s++)
        {
          const NephoPlotSeries *series = g_ptr_array_index (figure->series, s);

          for (guint k = 0; k < series->y->n; k++)
            {
              double x;
              double y;

              nepho_plot_layout_point (layout, s, k, &x, &y);
              if (isfinite (y))
                sum += y * ++n_points;
            }
        }
    }
  g_assert_cmpuint (n_points, >, 0);

  return sum;
}
