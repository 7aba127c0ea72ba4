/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"
#include "nepho-chart-card.h"
#include "nepho-document-annotation.h"
#include "nepho-page.h"

#include <string.h>

static NephoChart *
chart_of (NephoAppFixture *fixture, const char *id)
{
  NephoPage *page = NEPHO_PAGE (nepho_window_get_page_widget (fixture->window));

  for (guint i = 0; i < nepho_page_n_charts (page); i++)
    {
      NephoChart *chart = nepho_page_get_chart (page, i);

      if (nepho_chart_get_figure (chart) != NULL && g_str_equal (nepho_chart_get_figure (chart)->id, id))
        return chart;
    }

  g_assert_not_reached ();
}

static GtkWidget *
card_of (NephoChart *chart)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (chart), NEPHO_TYPE_CHART_CARD);
}

static guint
count (NephoAppFixture *fixture)
{
  return nepho_document_get_annotations (fixture->document)->len;
}

static const NephoAnnotation *
annotation (NephoAppFixture *fixture, guint index)
{
  g_assert_cmpuint (count (fixture), >, index);

  return g_ptr_array_index (nepho_document_get_annotations (fixture->document), index);
}

static void
key (NephoAppFixture *fixture, const char *name)
{
  nepho_app_xdotool ("key", name, NULL);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 4);
}

static gboolean
has_one (gpointer data)
{
  return count (data) == 1;
}

static gboolean
has_none (gpointer data)
{
  return count (data) == 0;
}

static gboolean
is_shown (gpointer data)
{
  return nepho_chart_get_figure (data)->annotations->len == 1;
}

/* A, words and Enter; the step is named; the figure and its summary have it; A again changes it, Delete removes it. */
static void
test_keys (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *chart = chart_of (fixture, "share");
  g_autofree char *label = NULL;

  nepho_app_press_key (GTK_WIDGET (chart), "Right");
  key (fixture, "a");
  nepho_app_xdotool ("type", "Here", NULL);
  key (fixture, "Return");
  nepho_app_wait_until (has_one, fixture);
  nepho_app_wait_until (is_shown, chart);
  g_assert_cmpstr (annotation (fixture, 0)->text, ==, "Here");
  g_assert_cmpstr (annotation (fixture, 0)->figure, ==, "share");
  g_assert_null (annotation (fixture, 0)->to_series);
  label = g_strdup (nepho_document_get_undo_label (fixture->document));
  g_assert_true (g_str_has_prefix (label, "Note on "));
  g_assert_nonnull (strstr (nepho_chart_get_figure (chart)->summary, "“Here”"));

  nepho_app_press_key (GTK_WIDGET (chart), "Right");
  key (fixture, "Home");
  key (fixture, "a");
  nepho_app_xdotool ("key", "ctrl+a", NULL);
  nepho_app_xdotool ("type", "There", NULL);
  key (fixture, "Return");
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_cmpstr (annotation (fixture, 0)->text, ==, "There");

  nepho_app_press_key (GTK_WIDGET (chart), "Home");
  key (fixture, "Delete");
  nepho_app_wait_until (has_none, fixture);
  nepho_document_undo (fixture->document);
  nepho_document_undo (fixture->document);
  g_assert_cmpstr (annotation (fixture, 0)->text, ==, "Here");
  nepho_document_undo (fixture->document);
  g_assert_cmpuint (count (fixture), ==, 0);
}

/* D at one point and D at another; in between Escape would give up. */
static void
test_arrow_keys (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *chart = chart_of (fixture, "revenue");
  const NephoPlotAnnotation *arrow;

  nepho_app_press_key (GTK_WIDGET (chart), "Right");
  key (fixture, "d");
  key (fixture, "Escape");
  key (fixture, "d");
  key (fixture, "d"); /* to itself there is no way: it waits on */
  g_assert_cmpuint (count (fixture), ==, 0);
  key (fixture, "End");
  key (fixture, "d");
  nepho_app_wait_until (has_one, fixture);
  nepho_app_wait_until (is_shown, chart);
  g_assert_nonnull (annotation (fixture, 0)->to_series);
  g_assert_true (g_str_has_prefix (nepho_document_get_undo_label (fixture->document), "Arrow: "));
  arrow = &g_array_index (nepho_chart_get_figure (chart)->annotations, NephoPlotAnnotation, 0);
  g_assert_true (arrow->measures);
  g_assert_nonnull (strstr (arrow->text, "%"));

  key (fixture, "Delete");
  nepho_app_wait_until (has_none, fixture);
}

/* The line of a vendor, as opposed to what was published of it. */
static guint
find_line (NephoChart *chart, const char *id)
{
  const NephoPlotFigure *figure = nepho_chart_get_figure (chart);

  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      if (g_str_equal (series->id, id) && series->notation == NEPHO_PLOT_PROJECTION)
        return i;
    }

  g_assert_not_reached ();
}

static void
click (NephoAppFixture *fixture, NephoChart *chart, double x, double y)
{
  nepho_app_point_at (GTK_WIDGET (chart), x, y);
  nepho_app_xdotool ("click", "1", NULL);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 6);
}

/* A click on another point ends an arrow; a click on its words offers to put some before them. */
static void
test_pointer (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *chart = chart_of (fixture, "share");
  const NephoPlotTextBox *texts;
  guint line = find_line (chart, "alibaba");
  guint n_texts;
  double x;
  double y;

  nepho_app_press_key (GTK_WIDGET (chart), "Right");
  key (fixture, "d");
  nepho_plot_layout_point (nepho_chart_get_layout (chart), line, 28, &x, &y);
  click (fixture, chart, x, y);
  nepho_app_wait_until (has_one, fixture);
  nepho_app_wait_until (is_shown, chart);

  texts = nepho_plot_layout_texts (nepho_chart_get_layout (chart), &n_texts);
  for (guint i = 0; i < n_texts; i++)
    if (texts[i].annotation == 0)
      {
        click (fixture, chart, texts[i].rect.x + 4.0, texts[i].rect.y + 4.0);
        break;
      }
  nepho_app_xdotool ("type", "Two years", NULL);
  key (fixture, "Return");
  g_assert_cmpstr (annotation (fixture, 0)->text, ==, "Two years");
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* The values move, and what is told of them with them. */
static void
test_follow (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *chart = chart_of (fixture, "revenue");
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  nepho_app_press_key (GTK_WIDGET (chart), "Right");
  key (fixture, "d");
  key (fixture, "End");
  key (fixture, "d");
  nepho_app_wait_until (is_shown, chart);
  before = g_strdup (g_array_index (nepho_chart_get_figure (chart)->annotations, NephoPlotAnnotation, 0).text);
  nepho_document_set_value (fixture->document, nepho_app_parameter (fixture, "price.war.intensity"), 0.4, &error);
  g_assert_no_error (error);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 4);
  g_assert_cmpstr (g_array_index (nepho_chart_get_figure (chart)->annotations, NephoPlotAnnotation, 0).text, !=, before);
}

static GtkWidget *
find_row (GtkWidget *widget)
{
  GtkWidget *label = GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) ? gtk_button_get_child (GTK_BUTTON (widget))
                                                                             : NULL;
  GtkWidget *found = GTK_IS_LABEL (label) && strstr (gtk_label_get_text (GTK_LABEL (label)), "“Here”") != NULL ? widget
                                                                                                            : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child);

  return found;
}

/* The table lists them; a row is opened with Enter, and its words can be changed there. */
static void
test_table (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *chart = chart_of (fixture, "share");
  GtkWidget *row;

  nepho_app_press_key (GTK_WIDGET (chart), "Right");
  key (fixture, "a");
  nepho_app_xdotool ("type", "Here", NULL);
  key (fixture, "Return");
  nepho_app_wait_until (is_shown, chart);
  gtk_widget_activate_action (card_of (chart), "card.as-table", NULL);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 6);
  row = find_row (card_of (chart));
  g_assert_nonnull (row);
  nepho_app_press_key (row, "Return");
  nepho_app_xdotool ("key", "ctrl+a", NULL);
  nepho_app_xdotool ("type", "There", NULL);
  key (fixture, "Return");
  g_assert_cmpstr (annotation (fixture, 0)->text, ==, "There");
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add (name, NephoAppFixture, NULL, nepho_app_fixture_set_up, function, nepho_app_fixture_tear_down)
  ADD ("/chart-notes/keys", test_keys);
  ADD ("/chart-notes/arrow-keys", test_arrow_keys);
  ADD ("/chart-notes/pointer", test_pointer);
  ADD ("/chart-notes/follow", test_follow);
  ADD ("/chart-notes/table", test_table);
#undef ADD

  return g_test_run ();
}
