/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-figures.h"
#include "nepho-app-fixture.h"
#include "nepho-chart-card.h"
#include "nepho-figure-table.h"

typedef struct
{
  GtkWidget        *window;
  NephoChartCard   *card;
  NephoFigureTable *table;
  double            ada;
} Fixture;

/* Ada's first number was published. */
static NephoPlotFigure *
build_cb (const NephoFigureLook *look, gpointer user_data)
{
  static const char *sources[] = { "ada-2022q1", "", "", "", NULL };
  NephoPlotFigure *figure = nepho_app_figure_lines (((Fixture *) user_data)->ada);
  NephoPlotSeries *ada = g_ptr_array_index (figure->series, 0);

  ada->sources = g_strdupv ((char **) sources);

  return figure;
}

static GtkWidget *
explain_cb (const NephoPlotFigure *figure, guint series, guint point, gpointer user_data)
{
  const NephoPlotSeries *at = g_ptr_array_index (figure->series, series);
  g_autofree char *text = g_strdup_printf ("%s %u", at->label, point);

  return gtk_label_new (text);
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
  nepho_chart_card_set_explain (fixture->card, explain_cb);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->card));
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  nepho_chart_card_update (fixture->card, FALSE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  nepho_app_wait_until (is_drawn, nepho_chart_card_get_chart (fixture->card));
  nepho_app_press_key (GTK_WIDGET (nepho_chart_card_get_chart (fixture->card)), "t");
  fixture->table = NEPHO_FIGURE_TABLE (nepho_app_find (GTK_WIDGET (fixture->card), NEPHO_TYPE_FIGURE_TABLE, 0));
  g_assert_nonnull (fixture->table);
  nepho_app_wait_frames (fixture->window, 6);
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

static const char *
text_at (Fixture *fixture, guint row, guint column)
{
  GtkWidget *cell = nepho_figure_table_find_cell (fixture->table, row, column);

  g_assert_nonnull (cell);

  return GTK_IS_BUTTON (cell) ? gtk_button_get_label (GTK_BUTTON (cell)) : gtk_label_get_text (GTK_LABEL (cell));
}

/* The keys that bring the table and take it away; it follows the numbers while it is there. */
static void
test_key (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart = GTK_WIDGET (nepho_chart_card_get_chart (fixture->card));
  GtkWidget *cell;

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  g_assert_false (gtk_widget_get_mapped (chart));
  g_assert_cmpstr (text_at (fixture, 0, 0), ==, "2022Q1");
  g_assert_cmpstr (text_at (fixture, 0, 1), ==, "50.0");
  g_assert_cmpstr (text_at (fixture, 1, 1), ==, "");
  g_assert_cmpstr (text_at (fixture, 3, 2), ==, "40.0");

  cell = nepho_figure_table_find_cell (fixture->table, 0, 1);
  fixture->ada = 0.6;
  nepho_chart_card_update (fixture->card, TRUE);
  g_assert_true (nepho_figure_table_find_cell (fixture->table, 0, 1) == cell);
  g_assert_cmpstr (text_at (fixture, 0, 1), ==, "60.0");

  nepho_app_xdotool ("key", "Escape", NULL);
  nepho_app_wait_frames (fixture->window, 4);
  g_assert_true (gtk_widget_get_mapped (chart));
  g_assert_true (gtk_widget_has_focus (chart));
  fixture->ada = 0.7;
  nepho_chart_card_update (fixture->card, FALSE);
  nepho_app_press_key (chart, "t");
  nepho_app_wait_frames (fixture->window, 6);
  g_assert_cmpstr (text_at (fixture, 0, 1), ==, "70.0");
  nepho_app_xdotool ("key", "t", NULL);
  nepho_app_wait_frames (fixture->window, 4);
  g_assert_true (gtk_widget_get_mapped (chart));
}

static gboolean
is_open (gpointer table)
{
  GtkWidget *popover = nepho_app_find (table, GTK_TYPE_POPOVER, 0);

  return popover != NULL && gtk_widget_get_mapped (popover);
}

static gboolean
is_closed (gpointer table)
{
  return !is_open (table);
}

static const char *
explained (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (nepho_app_find (nepho_app_find (GTK_WIDGET (fixture->table), GTK_TYPE_POPOVER, 0),
                                                   GTK_TYPE_LABEL, 0)));
}

/* A click on a number asks about it; so does Enter. A gap tells nothing. */
static void
test_activate (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell = nepho_figure_table_find_cell (fixture->table, 2, 2);

  nepho_app_point_at (cell, gtk_widget_get_width (cell) / 2.0, gtk_widget_get_height (cell) / 2.0);
  nepho_app_xdotool ("click", "1", NULL);
  nepho_app_wait_until (is_open, fixture->table);
  g_assert_cmpstr (explained (fixture), ==, "Bob 2");
  nepho_app_xdotool ("key", "Escape", NULL);
  nepho_app_wait_until (is_closed, fixture->table);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));

  cell = nepho_figure_table_find_cell (fixture->table, 0, 1);
  g_assert_true (gtk_widget_has_css_class (cell, "published"));
  nepho_app_press_key (cell, "Return");
  nepho_app_wait_until (is_open, fixture->table);
  g_assert_cmpstr (explained (fixture), ==, "Ada 0");
  nepho_app_xdotool ("key", "Escape", NULL);
  nepho_app_wait_until (is_closed, fixture->table);
  g_assert_true (gtk_widget_has_focus (cell));

  cell = nepho_figure_table_find_cell (fixture->table, 1, 1);
  g_assert_false (gtk_widget_get_sensitive (cell));
  g_assert_false (gtk_widget_has_css_class (nepho_figure_table_find_cell (fixture->table, 3, 1), "published"));
}

static void
sort (Fixture *fixture, guint index, GtkSortType order)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (nepho_app_find (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW, 0));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), index);

  gtk_column_view_sort_by_column (view, column, order);
  nepho_app_wait_frames (fixture->window, 4);
}

/* Rows go by a column's numbers, and a cell of a moved row still knows its datum. */
static void
test_sort (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell;

  sort (fixture, 1, GTK_SORT_ASCENDING);
  g_assert_cmpstr (text_at (fixture, 0, 1), ==, "25.0");
  g_assert_cmpstr (text_at (fixture, 2, 1), ==, "50.0");
  g_assert_cmpstr (text_at (fixture, 3, 1), ==, "");
  cell = nepho_figure_table_find_cell (fixture->table, 0, 1);
  nepho_app_press_key (cell, "space");
  nepho_app_wait_until (is_open, fixture->table);
  g_assert_cmpstr (explained (fixture), ==, "Ada 3");
  nepho_app_xdotool ("key", "Escape", NULL);
  nepho_app_wait_until (is_closed, fixture->table);

  /* What the reader sorted by stays sorted as the numbers move. */
  fixture->ada = 0.1;
  nepho_chart_card_update (fixture->card, TRUE);
  nepho_app_wait_frames (fixture->window, 4);
  g_assert_cmpstr (text_at (fixture, 0, 1), ==, "10.0");

  sort (fixture, 0, GTK_SORT_DESCENDING);
  g_assert_cmpstr (text_at (fixture, 0, 0), ==, "2022Q4");
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

/* Ctrl+C takes what is seen: the table, with every digit. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->window);
  g_autofree char *text = NULL;

  nepho_app_press_key (nepho_figure_table_find_cell (fixture->table, 0, 1), "ctrl+c");
  g_assert_false (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/png"));
  gdk_clipboard_read_text_async (clipboard, NULL, read_text_cb, &text);
  nepho_app_wait_until (has_text, &text);
  g_assert_true (g_str_has_prefix (text, "Quarter\tAda (per cent)\tBob (per cent)\tSource: Ada\n"
                                         "2022Q1\t50\t10\tada-2022q1\n"));
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/figure-table/key", test_key);
  ADD ("/figure-table/activate", test_activate);
  ADD ("/figure-table/sort", test_sort);
  ADD ("/figure-table/copy", test_copy);
#undef ADD

  return g_test_run ();
}
