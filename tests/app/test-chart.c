/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-app-figures.h"
#include "nepho-app-fixture.h"
#include "nepho-chart.h"

#define NBSP "\u00a0"

typedef struct
{
  GtkWidget  *window;
  NephoChart *chart;
} Fixture;

static gboolean
is_drawn (gpointer data)
{
  return nepho_chart_get_n_renders (data) > 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->window = adw_window_new ();
  fixture->chart = NEPHO_CHART (nepho_chart_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->chart));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Other"));
  adw_window_set_content (ADW_WINDOW (fixture->window), box);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  nepho_chart_set_figure (fixture->chart, nepho_app_figure_lines (0.5));
  gtk_window_present (GTK_WINDOW (fixture->window));
  nepho_app_wait_until (is_drawn, fixture->chart);
  nepho_app_wait_frames (fixture->window, 3);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer chart = fixture->chart;

  g_object_add_weak_pointer (G_OBJECT (fixture->chart), &chart);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (chart);
}

/* Where Ada's first point is drawn. */
static void
get_first (Fixture *fixture, double *x, double *y)
{
  nepho_plot_layout_point (nepho_chart_get_layout (fixture->chart), 0, 0, x, y);
}

static void
test_figure (Fixture *fixture, gconstpointer data)
{
  const NephoPlotRect *plot;
  double x[2];
  double y[2];
  guint renders;

  get_first (fixture, &x[0], &y[0]);
  renders = nepho_chart_get_n_renders (fixture->chart);
  nepho_chart_set_figure (fixture->chart, nepho_app_figure_lines (0.2));
  nepho_app_wait_frames (fixture->window, 3);
  get_first (fixture, &x[1], &y[1]);

  /* Less stands lower, and all that is drawn once more. */
  g_assert_cmpfloat (y[1], >, y[0]);
  g_assert_cmpuint (nepho_chart_get_n_renders (fixture->chart), ==, renders + 1);

  plot = nepho_plot_layout_plot_rect (nepho_chart_get_layout (fixture->chart));
  g_assert_cmpfloat (plot->width, >, 100.0);
  g_assert_cmpfloat (plot->x + plot->width, <=, gtk_widget_get_width (GTK_WIDGET (fixture->chart)));
}

static double
axis_end (Fixture *fixture)
{
  const NephoPlotLayout *layout = nepho_chart_get_layout (fixture->chart);
  const NephoPlotScale *scale = nepho_chart_get_figure (fixture->chart)->horizontal
                                  ? nepho_plot_layout_x (layout)
                                  : nepho_plot_layout_y (layout);

  return MAX (scale->d0, scale->d1);
}

/* While a lever is dragged the axis stays; then it settles. Another figure has an axis of its own. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  double before = axis_end (fixture);

  nepho_chart_set_held (fixture->chart, TRUE);
  nepho_chart_set_figure (fixture->chart, nepho_app_figure_lines (5.0));
  g_assert_cmpfloat_with_epsilon (axis_end (fixture), before, 1e-12);
  nepho_chart_set_held (fixture->chart, FALSE);
  g_assert_cmpfloat (axis_end (fixture), >=, 5.0);

  nepho_chart_set_held (fixture->chart, TRUE);
  nepho_chart_set_figure (fixture->chart, nepho_app_figure_bars ());
  g_assert_cmpfloat (axis_end (fixture), >=, 2.0);
  g_assert_cmpfloat (axis_end (fixture), <, 5.0);
  nepho_chart_set_held (fixture->chart, FALSE);
}

static void
assert_reading (Fixture *fixture, const char *expected)
{
  g_autofree char *reading = nepho_chart_get_reading (fixture->chart);

  g_assert_cmpstr (reading, ==, expected);
}

static void
count_cb (guint *count)
{
  ++*count;
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart = GTK_WIDGET (fixture->chart);
  guint renders = nepho_chart_get_n_renders (fixture->chart);
  guint notified = 0;

  g_signal_connect_swapped (chart, "notify::reading", G_CALLBACK (count_cb), &notified);
  assert_reading (fixture, NULL);
  nepho_app_press_key (chart, "Right");
  assert_reading (fixture, "Ada, 2022Q1: 50.0" NBSP "%");
  nepho_app_press_key (chart, "End");
  assert_reading (fixture, "Ada, 2022Q4: 25.0" NBSP "%");
  g_assert_cmpuint (notified, ==, 2);

  /* At the end the focus stays, too. */
  nepho_app_press_key (chart, "Right");
  g_assert_true (gtk_widget_has_focus (chart));
  g_assert_cmpuint (notified, ==, 2);

  nepho_app_press_key (chart, "Down");
  assert_reading (fixture, "Bob, 2022Q4: 40.0" NBSP "%");
  nepho_app_press_key (chart, "Home");
  assert_reading (fixture, "Bob, 2022Q1: 10.0" NBSP "%");

  /* Other numbers, same place. */
  nepho_chart_set_figure (fixture->chart, nepho_app_figure_lines (0.7));
  nepho_app_press_key (chart, "Up");
  assert_reading (fixture, "Ada, 2022Q1: 70.0" NBSP "%");

  nepho_app_press_key (chart, "Escape");
  assert_reading (fixture, NULL);
  g_assert_cmpuint (nepho_chart_get_n_renders (fixture->chart), ==, renders + 1);

  /* The cursor goes with the focus. */
  nepho_app_press_key (chart, "Right");
  nepho_app_press_key (chart, "Tab");
  assert_reading (fixture, NULL);
}

static void
test_hover (Fixture *fixture, gconstpointer data)
{
  guint renders = nepho_chart_get_n_renders (fixture->chart);
  const NephoPlotRect *plot = nepho_plot_layout_plot_rect (nepho_chart_get_layout (fixture->chart));
  const NephoPlotLayout *layout = nepho_chart_get_layout (fixture->chart);

  for (guint i = 1; i < 6; i++)
    nepho_app_point_at (GTK_WIDGET (fixture->chart), plot->x + plot->width * i / 6.0,
                        plot->y + plot->height / 2.0);

  g_assert_cmpuint (nepho_chart_get_n_renders (fixture->chart), ==, renders);
  g_assert_true (nepho_chart_get_layout (fixture->chart) == layout);
  assert_reading (fixture, NULL);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wrong = NULL;

  gtk_test_accessible_assert_role (fixture->chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Bob overtakes Ada");
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Ada starts ahead of Bob and ends behind.");

  nepho_chart_set_figure (fixture->chart, nepho_app_figure_bars ());
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "South earns more");
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
}

/* Darkness is drawn at once, and once. */
static void
test_dark (Fixture *fixture, gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  guint renders = nepho_chart_get_n_renders (fixture->chart);
  NephoPlotColour light;
  NephoPlotColour dark;
  guint n_texts;

  light = nepho_plot_layout_texts (nepho_chart_get_layout (fixture->chart), &n_texts)[0].colour;
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  nepho_app_wait_frames (fixture->window, 3);
  dark = nepho_plot_layout_texts (nepho_chart_get_layout (fixture->chart), &n_texts)[0].colour;
  g_assert_cmpfloat (dark.r, >, light.r);
  g_assert_cmpuint (nepho_chart_get_n_renders (fixture->chart), ==, renders + 1);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  nepho_chart_set_figure (fixture->chart, NULL);
  nepho_app_wait_frames (fixture->window, 3);
  g_assert_null (nepho_chart_get_layout (fixture->chart));
  nepho_app_press_key (GTK_WIDGET (fixture->chart), "Right");
  assert_reading (fixture, NULL);
  nepho_chart_set_held (fixture->chart, TRUE);
  nepho_chart_set_held (fixture->chart, FALSE);
}

static void
test_unseen (void)
{
  GtkWidget *chart = g_object_ref_sink (nepho_chart_new ());

  nepho_chart_set_figure (NEPHO_CHART (chart), nepho_app_figure_lines (0.5));
  g_assert_null (nepho_chart_get_layout (NEPHO_CHART (chart)));
  g_assert_cmpuint (nepho_chart_get_n_renders (NEPHO_CHART (chart)), ==, 0);
  g_assert_finalize_object (chart);
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/chart/figure", test_figure);
  ADD ("/chart/held", test_held);
  ADD ("/chart/keys", test_keys);
  ADD ("/chart/hover", test_hover);
  ADD ("/chart/accessible", test_accessible);
  ADD ("/chart/dark", test_dark);
  ADD ("/chart/nothing", test_nothing);
#undef ADD
  g_test_add_func ("/chart/unseen", test_unseen);

  return g_test_run ();
}
