/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"

#include <string.h>

#include "nepho-dataset-edit.h"
#include "nepho-fact-view.h"
#include "nepho-page.h"
#include "nepho-point-source.h"

/* The label below @widget that the reader can see and that has @part in it. */
static GtkWidget *
find_label (GtkWidget *widget, const char *part)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, part);

  return found;
}

/* The chart of shares on the page of the market. */
static NephoChart *
share_chart (NephoAppFixture *fixture)
{
  NephoPage *page;

  nepho_window_set_page (fixture->window, NEPHO_PAGE_MARKET);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 4);
  page = NEPHO_PAGE (nepho_window_get_page_widget (fixture->window));
  for (guint i = 0; i < nepho_page_n_charts (page); i++)
    {
      NephoChart *chart = nepho_page_get_chart (page, i);

      if (g_str_equal (nepho_chart_get_figure (chart)->id, "share"))
        return chart;
    }

  g_assert_not_reached ();
}

/* A datum of Alibaba's: the last published one, or the last computed one. */
static void
find_datum (const NephoPlotFigure *figure, gboolean published, guint *series, guint *point)
{
  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *at = g_ptr_array_index (figure->series, i);

      if (!g_str_equal (at->id, "alibaba") || (at->sources != NULL) != published)
        continue;
      *series = i;
      *point = at->y->n - 1;
    }
}

static GtkWidget *
popover_of (NephoChart *chart)
{
  GtkWidget *popover = nepho_app_find (GTK_WIDGET (chart), GTK_TYPE_POPOVER, 0);

  return popover != NULL && gtk_widget_get_mapped (popover) ? popover : NULL;
}

static gboolean
is_open (gpointer chart)
{
  return popover_of (chart) != NULL;
}

static gboolean
is_closed (gpointer chart)
{
  return popover_of (chart) == NULL;
}

static void
click_datum (NephoChart *chart, gboolean published)
{
  guint series = 0;
  guint point = 0;
  double x;
  double y;

  find_datum (nepho_chart_get_figure (chart), published, &series, &point);
  nepho_plot_layout_point (nepho_chart_get_layout (chart), series, point, &x, &y);
  nepho_app_point_at (GTK_WIDGET (chart), x, y);
  nepho_app_xdotool ("click", "1", NULL);
  nepho_app_wait_until (is_open, chart);
}

/* A click on a published point shows whose it is. */
static void
test_published (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *chart = share_chart (fixture);
  GtkWidget *popover;
  GtkWidget *view;

  click_datum (chart, TRUE);
  popover = popover_of (chart);
  view = nepho_app_find (popover, NEPHO_TYPE_FACT_VIEW, 0);
  g_assert_nonnull (view);
  g_assert_cmpstr (nepho_fact_view_get_fact (NEPHO_FACT_VIEW (view))->publisher, ==, "Canalys");
  g_assert_nonnull (find_label (popover, "Canalys cloud infrastructure services (IaaS+PaaS+hosted private), mainland China"));
  g_assert_nonnull (find_label (popover, "Alibaba Cloud, 2024Q2: 36"));
  nepho_app_xdotool ("key", "Escape", NULL);
  nepho_app_wait_until (is_closed, chart);
}

/* One on a line says that it is computed, and from what; what the reader changed is called theirs. */
static void
test_computed (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *chart;
  GtkWidget *popover;

  g_assert_true (nepho_document_set_value (fixture->document, nepho_app_parameter (fixture, "adoption.potential"), 0.8,
                                           NULL));
  chart = share_chart (fixture);
  click_datum (chart, FALSE);
  popover = popover_of (chart);
  g_assert_null (nepho_app_find (popover, NEPHO_TYPE_FACT_VIEW, 0));
  g_assert_nonnull (find_label (popover, "The model’s projection from the current assumptions"));
  g_assert_nonnull (find_label (popover, "changed by you; source value"));
  g_assert_nonnull (find_label (popover, "by IDC"));
  g_assert_nonnull (find_label (popover, "an assumption"));
  nepho_app_xdotool ("key", "Escape", NULL);
  nepho_app_wait_until (is_closed, chart);
}

/* Enter, or the space bar, on the keyboard cursor; the rows open by keyboard, and the cursor waits where it was. */
static void
test_keyboard (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *chart = share_chart (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GtkWidget *popover;
  GtkWidget *expander;

  nepho_app_press_key (GTK_WIDGET (chart), "Right");
  nepho_app_press_key (GTK_WIDGET (chart), "Right");
  before = nepho_chart_get_reading (chart);
  g_assert_nonnull (before);
  nepho_app_press_key (GTK_WIDGET (chart), "Return");
  nepho_app_wait_until (is_open, chart);
  popover = popover_of (chart);
  g_assert_nonnull (find_label (popover, before));
  expander = nepho_app_find (popover, GTK_TYPE_EXPANDER, 0);
  gtk_widget_grab_focus (expander);
  nepho_app_xdotool ("key", "space", NULL);
  nepho_app_wait_frames (GTK_WIDGET (chart), 4);
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
  g_assert_nonnull (nepho_app_find (expander, NEPHO_TYPE_FACT_VIEW, 0));
  nepho_app_xdotool ("key", "Escape", NULL);
  nepho_app_wait_until (is_closed, chart);
  after = nepho_chart_get_reading (chart);
  g_assert_cmpstr (before, ==, after);
  nepho_app_press_key (GTK_WIDGET (chart), "space");
  nepho_app_wait_until (is_open, chart);
  nepho_app_xdotool ("key", "Escape", NULL);
  nepho_app_wait_until (is_closed, chart);
}

/* What the menu's entry does. */
static gboolean
asks_for_source (NephoChart *chart)
{
  gtk_widget_activate_action (GTK_WIDGET (chart), "card.source", NULL);
  nepho_app_wait_frames (GTK_WIDGET (chart), 3);

  return popover_of (chart) != NULL;
}

/* The menu's "Source of This Point" is about the point under the cursor, and nothing where there is none. */
static void
test_menu (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *chart = share_chart (fixture);

  g_assert_false (asks_for_source (chart));
  nepho_app_press_key (GTK_WIDGET (chart), "Right");
  g_assert_true (asks_for_source (chart));
  nepho_app_xdotool ("key", "Escape", NULL);
  nepho_app_wait_until (is_closed, chart);
}

/* A copy that the reader made of a published figure is told beside it. */
static void
test_edited (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *chart = share_chart (fixture);
  const NephoPlotFigure *figure = nepho_chart_get_figure (chart);
  NephoDataset *dataset = nepho_document_get_dataset (fixture->document);
  g_autoptr (NephoDataset) changed = NULL;
  g_autoptr (NephoFact) fact = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *content;
  guint series = 0;
  guint point = 0;

  find_datum (figure, TRUE, &series, &point);
  fact = nepho_fact_copy (nepho_dataset_find_fact (
    dataset, nepho_plot_series_source (g_ptr_array_index (figure->series, series), point)));
  fact->value = 41.5;
  changed = nepho_dataset_edit_replace_fact (dataset, fact, &error);
  g_assert_no_error (error);
  g_assert_true (nepho_document_edit_dataset (fixture->document, changed, "Edit", &error));
  g_assert_no_error (error);

  content = g_object_ref_sink (nepho_point_source_new (fixture->document, figure, series, point));
  g_assert_nonnull (find_label (content, "your own copy of this figure says 41.5 %"));
  g_assert_nonnull (find_label (content, "36 %"));
  g_object_unref (content);
}

/* A trend rests on all that it is drawn through. */
static void
test_trend (NephoAppFixture *fixture, gconstpointer data)
{
  NephoFigureContext context;
  g_autoptr (NephoPlotFigure) figure = NULL;
  GtkWidget *content;

  nepho_figure_context_init (&context, nepho_document_get_parameters (fixture->document),
                             nepho_document_get_values (fixture->document),
                             nepho_document_get_baseline_values (fixture->document),
                             nepho_document_get_results (fixture->document), NULL);
  figure = nepho_figure_build (nepho_figure_find ("compute"), &context);
  content = g_object_ref_sink (nepho_point_source_new (fixture->document, figure, 0, 0));
  g_assert_nonnull (find_label (content, "Computed from the published figures"));
  g_assert_nonnull (find_label (content, "GPT-3"));
  g_object_unref (content);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (NephoAppFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/point-source/published", test_published },
    { "/point-source/computed", test_computed },
    { "/point-source/keyboard", test_keyboard },
    { "/point-source/menu", test_menu },
    { "/point-source/edited", test_edited },
    { "/point-source/trend", test_trend },
  };

  nepho_app_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, NephoAppFixture, NULL, nepho_app_fixture_set_up, tests[i].test,
                nepho_app_fixture_tear_down);

  return g_test_run ();
}
