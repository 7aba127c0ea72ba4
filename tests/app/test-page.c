/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"
#include "nepho-dataset-io.h"
#include "nepho-expression-row.h"
#include "nepho-page.h"

#include <string.h>

typedef struct
{
  GtkWidget     *window;
  NephoDocument *document;
  NephoPage     *page;
} Fixture;

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

static void
set_up (Fixture *fixture, gconstpointer page)
{
  g_autoptr (NephoDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;

  dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, &error);
  g_assert_no_error (error);
  fixture->document = nepho_document_new (dataset);
  fixture->page = NEPHO_PAGE (nepho_page_new (GPOINTER_TO_UINT (page), fixture->document));
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 640);
  nepho_page_update (fixture->page, TRUE, FALSE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  nepho_app_wait_until (is_mapped, fixture->page);
  nepho_app_wait_frames (fixture->window, 3);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (fixture->page), &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (page);
  g_assert_finalize_object (fixture->document);
}

static void
set_value (Fixture *fixture, const char *id, double value)
{
  int index = nepho_parameter_set_find (nepho_document_get_parameters (fixture->document), id);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (index, >=, 0);
  nepho_document_set_value (fixture->document, (guint) index, value, &error);
  g_assert_no_error (error);
}

/* Whether a label that the reader can see has @part in it. */
static gboolean
shows (GtkWidget *widget, const char *part)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, part))
      return TRUE;

  return FALSE;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

static guint
count_ghosts (const NephoPlotFigure *figure)
{
  guint n = 0;

  for (guint i = 0; i < figure->series->len; i++)
    n += ((NephoPlotSeries *) g_ptr_array_index (figure->series, i))->notation == NEPHO_PLOT_GHOST ? 1 : 0;

  return n;
}

static const NephoPlotFigure *
find_figure (Fixture *fixture, const char *id)
{
  for (guint i = 0; i < nepho_page_n_charts (fixture->page); i++)
    {
      const NephoPlotFigure *figure = nepho_chart_get_figure (nepho_page_get_chart (fixture->page, i));

      if (figure != NULL && g_str_equal (figure->id, id))
        return figure;
    }

  g_error ("the page has no figure “%s”", id);
}

static void
test_overview (Fixture *fixture, gconstpointer data)
{
  static const char *const IDS[] = { "rank", "share", "revenue", "compute" };

  g_assert_cmpuint (nepho_page_n_charts (fixture->page), ==, G_N_ELEMENTS (IDS));
  for (guint i = 0; i < G_N_ELEMENTS (IDS); i++)
    {
      NephoChart *chart = nepho_page_get_chart (fixture->page, i);

      g_assert_cmpstr (nepho_chart_get_figure (chart)->id, ==, IDS[i]);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (chart)), >=, 320);
    }
}

/* A ghost where something differs and the reader wants it; a change beside each number that has one. */
static void
test_baseline (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_ghosts (find_figure (fixture, "share")), ==, 0);
  g_assert_false (shows (GTK_WIDGET (fixture->page), "on baseline"));

  set_value (fixture, "price.war.intensity", 0.2);
  nepho_page_update (fixture->page, TRUE, FALSE);
  g_assert_cmpuint (count_ghosts (find_figure (fixture, "share")), >, 0);
  g_assert_true (shows (GTK_WIDGET (fixture->page), "on baseline"));

  nepho_page_update (fixture->page, FALSE, FALSE);
  g_assert_cmpuint (count_ghosts (find_figure (fixture, "share")), ==, 0);
  g_assert_false (shows (GTK_WIDGET (fixture->page), "on baseline"));
}

static void
test_segment (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->page), "SaaS");

  g_assert_nonnull (button);
  g_assert_nonnull (strstr (find_figure (fixture, "share")->subtitle, "IaaS"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_nonnull (strstr (find_figure (fixture, "share")->subtitle, "SaaS"));
}

static GtkDropDown *
find_drop_down (GtkWidget *widget, const char *item)
{
  GtkDropDown *found = NULL;

  if (GTK_IS_DROP_DOWN (widget))
    {
      GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (widget));
      g_autoptr (GtkStringObject) first = model != NULL ? g_list_model_get_item (model, 0) : NULL;

      if (first != NULL && g_str_equal (gtk_string_object_get_string (first), item))
        return GTK_DROP_DOWN (widget);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_drop_down (child, item);

  return found;
}

/* Charts of one quarter show the chosen one; the last stays the last where the horizon grows. */
static void
test_quarter (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *quarters = find_drop_down (GTK_WIDGET (fixture->page), "2022Q3");
  guint last = g_list_model_get_n_items (gtk_drop_down_get_model (quarters)) - 1;

  g_assert_cmpuint (gtk_drop_down_get_selected (quarters), ==, last);
  g_assert_nonnull (strstr (find_figure (fixture, "flows")->subtitle, "2030Q4"));
  gtk_drop_down_set_selected (quarters, 4);
  g_assert_nonnull (strstr (find_figure (fixture, "flows")->subtitle, "2023Q3"));
  g_assert_cmpstr (find_figure (fixture, "share-change")->x.categories[1], ==, "2023Q3");
  nepho_page_update (fixture->page, TRUE, FALSE);
  g_assert_cmpuint (gtk_drop_down_get_selected (quarters), ==, 4);
  gtk_drop_down_set_selected (quarters, last);
  g_assert_nonnull (strstr (find_figure (fixture, "flows")->subtitle, "2030Q4"));
}

static void
test_vendors (Fixture *fixture, gconstpointer data)
{
  g_assert_true (shows (GTK_WIDGET (fixture->page), "Tongyi Qianwen"));
  g_assert_true (shows (GTK_WIDGET (fixture->page), "ERNIE"));
}

/* 6 × 175 bn × 300 bn / 8.64e19 = 3645.8 PF-days; over 500 PFLOP/s 7.29 days, so 8 centres at
 * ¥3.02 bn, which is 24.16, or 21.14 for seven. The article has 3640 / 500 = 7.28. */
static void
test_calculator (Fixture *fixture, gconstpointer data)
{
  static const char *const TEXTS[] = {
    "3646\u00a0PF-days",
    "published 3640\u00a0PF-days (GPT-3)",
    "7.29\u00a0days",
    "8 whole ones, to end within one day",
    "¥24.2",
    "¥21.1",
    "3640\u00a0PF-days ÷ 500\u00a0PFLOP/s = 7.28\u00a0days (not centres)",
    "7.28\u00a0days ÷ (1\u00a0day × 100\u00a0% for each centre) = 7.28\u00a0centres",
    "hides an assumption",
  };
  GtkWidget *page = GTK_WIDGET (fixture->page);

  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    if (!shows (page, TEXTS[i]))
      g_error ("“%s” is not shown", TEXTS[i]);

  /* 7.29 days / 30 % = 24.3 days, in a window of 30 days 0.81 centres. */
  set_value (fixture, "train.utilisation", 0.3);
  set_value (fixture, "train.window_days", 30.0);
  nepho_page_update (fixture->page, TRUE, FALSE);
  g_assert_true (shows (page, "24.3\u00a0days"));
  g_assert_true (shows (page, "7.28\u00a0days ÷ (30\u00a0days × 30\u00a0% for each centre) = 0.809\u00a0centres"));
  g_assert_true (shows (page, "To end within 30\u00a0days at 30\u00a0% takes 0.810 centres"));
  g_assert_false (shows (page, "hides an assumption"));

  /* Another model than any published one. */
  set_value (fixture, "train.tokens", 3.1e11);
  nepho_page_update (fixture->page, TRUE, FALSE);
  g_assert_false (shows (page, "published 3640"));
  g_assert_true (shows (page, "6 × 175"));
}

static gboolean
is_refused (gpointer row)
{
  return strstr (nepho_expression_row_get_answer (row), "cannot add") != NULL;
}

/* Any expression is worked out as it is typed; what is wrong is told when nobody types on. */
static void
test_expression (Fixture *fixture, gconstpointer data)
{
  NephoExpressionRow *row
    = NEPHO_EXPRESSION_ROW (nepho_app_find (GTK_WIDGET (fixture->page), NEPHO_TYPE_EXPRESSION_ROW, 0));
  GtkEntry *entry = nepho_expression_row_get_entry (row);

  g_assert_true (g_str_has_prefix (nepho_expression_row_get_answer (row), "Numbers carry their units"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "3640 PF-days / 170 PFLOP/s");
  g_assert_cmpstr (nepho_expression_row_get_answer (row), ==, "= 21.4118\u00a0days");

  gtk_editable_set_text (GTK_EDITABLE (entry), "3640 PF-days / 170 PFLOP/s +");
  g_assert_cmpstr (nepho_expression_row_get_answer (row), ==, "…");
  nepho_app_press_key (GTK_WIDGET (entry), "Return");
  g_assert_cmpstr (nepho_expression_row_get_answer (row), ==, "a number is missing at the end");

  gtk_editable_set_text (GTK_EDITABLE (entry), "2 days + 1 CNY");
  g_assert_false (is_refused (row));
  nepho_app_wait_until (is_refused, row);
  g_assert_cmpstr (nepho_expression_row_get_answer (row), ==, "cannot add CNY to days at character 8");

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_true (g_str_has_prefix (nepho_expression_row_get_answer (row), "Numbers carry their units"));
  /* A refusal that is still to come does not outlive the window. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "2 *");
}

/* What is out of sight waits while a lever is dragged, and is right when it is let go. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  guint last = nepho_page_n_charts (fixture->page) - 1;
  NephoChart *seen = nepho_page_get_chart (fixture->page, 0);
  NephoChart *unseen = nepho_page_get_chart (fixture->page, last);
  const NephoPlotFigure *before[] = { nepho_chart_get_figure (seen), nepho_chart_get_figure (unseen) };

  set_value (fixture, "price.war.intensity", 0.2);
  nepho_page_update (fixture->page, TRUE, TRUE);
  g_assert_true (nepho_chart_get_figure (seen) != before[0]);
  g_assert_true (nepho_chart_get_figure (unseen) == before[1]);

  nepho_page_update (fixture->page, TRUE, FALSE);
  g_assert_true (nepho_chart_get_figure (unseen) != before[1]);
}

/* The first of a kind below a widget, from the top. */
static GtkWidget *
find_kind (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_kind (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* All runs are there, by the seed of the document. */
static gboolean
shows_seed_7 (gpointer data)
{
  const NephoPlotFigure *figure = nepho_chart_get_figure (nepho_page_get_chart (data, 0));

  return strstr (figure->note, "1000 runs, seed 7") != NULL;
}

/* The seed is an edit of the document; the charts follow, and the rest of the runs comes by itself. */
static void
test_runs (Fixture *fixture, gconstpointer data)
{
  GtkWidget *seed = find_kind (GTK_WIDGET (fixture->page), GTK_TYPE_SPIN_BUTTON);

  g_assert_cmpstr (nepho_chart_get_figure (nepho_page_get_chart (fixture->page, 0))->id, ==, "share-fan");
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (seed)), ==, 1.0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (seed), 7.0);
  g_assert_cmpuint (nepho_document_get_properties (fixture->document)->seed, ==, 7);
  nepho_page_update (fixture->page, TRUE, FALSE);
  nepho_app_wait_until (shows_seed_7, fixture->page);

  nepho_document_undo (fixture->document);
  nepho_page_update (fixture->page, TRUE, FALSE);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (seed)), ==, 1.0);
  g_assert_false (nepho_document_can_undo (fixture->document));
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);

#define ADD(name, page, function) \
  g_test_add (name, Fixture, GUINT_TO_POINTER (page), set_up, function, tear_down)
  ADD ("/page/overview", NEPHO_PAGE_OVERVIEW, test_overview);
  ADD ("/page/baseline", NEPHO_PAGE_OVERVIEW, test_baseline);
  ADD ("/page/segment", NEPHO_PAGE_MARKET, test_segment);
  ADD ("/page/quarter", NEPHO_PAGE_MARKET, test_quarter);
  ADD ("/page/vendors", NEPHO_PAGE_MARKET, test_vendors);
  ADD ("/page/calculator", NEPHO_PAGE_COMPUTE, test_calculator);
  ADD ("/page/expression", NEPHO_PAGE_COMPUTE, test_expression);
  ADD ("/page/held", NEPHO_PAGE_REVENUE, test_held);
  ADD ("/page/runs", NEPHO_PAGE_UNCERTAINTY, test_runs);
#undef ADD

  return g_test_run ();
}
