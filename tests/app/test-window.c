/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"

#include "nepho-page-names.h"
#include "nepho-page.h"
#include "nepho-rising.h"

#define POTENTIAL "adoption.potential"

typedef gboolean (*Wanted) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, Wanted wanted, gconstpointer data)
{
  if (wanted (widget, data))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, wanted, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_action (GtkWidget *widget, gconstpointer name)
{
  return GTK_IS_ACTIONABLE (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), name) == 0;
}

static gboolean
is_a (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (type));
}

static guint
count_shown_levers (GtkWidget *widget)
{
  guint n_levers = NEPHO_IS_LEVER (widget) && gtk_widget_get_mapped (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_levers += count_shown_levers (child);

  return n_levers;
}

static void
press (NephoAppFixture *fixture, const char *key)
{
  nepho_app_xdotool ("key", key, NULL);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 4);
}

static void
set_potential (NephoAppFixture *fixture, double value)
{
  g_assert_true (nepho_document_set_value (fixture->document,
                                           nepho_app_parameter (fixture, POTENTIAL), value, NULL));
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
}

static const char *
shown_title (NephoAppFixture *fixture)
{
  GtkWidget *title =
      find (GTK_WIDGET (fixture->window), is_a, GSIZE_TO_POINTER (ADW_TYPE_WINDOW_TITLE));

  return adw_window_title_get_title (ADW_WINDOW_TITLE (title));
}

/* A button says what it would take back. */
static void
test_undo_is_named (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *undo = find (GTK_WIDGET (fixture->window), has_action, "win.undo");
  GtkWidget *redo = find (GTK_WIDGET (fixture->window), has_action, "win.redo");

  g_assert_false (gtk_widget_get_sensitive (undo));
  set_potential (fixture, 0.8);
  g_assert_true (gtk_widget_get_sensitive (undo));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (undo), ==,
                   "Undo: Potential of AI 60.0\u00a0% → 80.0\u00a0%");
  press (fixture, "ctrl+z");
  g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, 0.6);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (undo), ==, "Undo");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (redo), ==,
                   "Redo: Potential of AI 60.0\u00a0% → 80.0\u00a0%");
}

static void
test_title (NephoAppFixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (shown_title (fixture), ==, "As reported");
  set_potential (fixture, 0.8);
  g_assert_cmpstr (shown_title (fixture), ==, "As reported •");

  /* a scenario's own values are no edit */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.scenario", "s", "price-war");
  g_assert_cmpstr (shown_title (fixture), ==, "Price war");
  g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, 0.6);
  nepho_document_undo (fixture->document);
  g_assert_cmpstr (shown_title (fixture), ==, "As reported •");
  g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, 0.8);
}

/* Whether a label that the reader can see has @part in it. */
static gboolean
is_shown (GtkWidget *widget, const char *part)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_shown (child, part))
      return TRUE;

  return FALSE;
}

/* Another money holds at once: charts, headlines and levers, and what is typed is in it; nothing is edited by that. */
static void
test_currency (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GActionGroup *actions = G_ACTION_GROUP (fixture->window);
  NephoParameterSet *set = nepho_document_get_parameters (fixture->document);
  guint contract = nepho_parameter_set_index (set, "contract", -1, 0);
  NephoLever *lever;

  nepho_window_set_page (fixture->window, NEPHO_PAGE_REVENUE);
  nepho_app_wait_frames (window, 3);
  g_assert_true (is_shown (window, "¥"));
  g_action_group_activate_action (actions, "currency", g_variant_new_string ("usd"));
  g_action_group_activate_action (actions, "exchange-rate", g_variant_new_string ("5"));
  nepho_app_wait_frames (window, 3);
  g_assert_true (is_shown (window, "US$"));
  g_assert_false (is_shown (window, "¥"));
  g_assert_false (nepho_document_can_undo (fixture->document));

  lever = nepho_app_lever (fixture, nepho_parameter_set_get (set, contract)->id);
  gtk_editable_set_text (GTK_EDITABLE (nepho_lever_get_entry (lever)), "0.3");
  nepho_app_press_key (nepho_lever_get_entry (lever), "Return");
  g_assert_cmpfloat (nepho_document_get_values (fixture->document)[contract], ==, 1.5);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (nepho_lever_get_entry (lever))), ==, "0.3");
  nepho_document_undo (fixture->document);

  g_action_group_activate_action (actions, "currency", g_variant_new_string ("published"));
  nepho_app_wait_frames (window, 3);
  g_assert_true (is_shown (window, "¥"));
  g_assert_false (is_shown (window, "US$"));
}

/* Other words for large numbers hold at once, everywhere, and nothing is edited by that. */
static void
test_number_words (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GActionGroup *actions = G_ACTION_GROUP (fixture->application);

  g_assert_true (is_shown (window, "bn"));
  g_action_group_activate_action (actions, "number-words", g_variant_new_string ("myriad"));
  nepho_app_wait_frames (window, 3);
  g_assert_true (is_shown (window, "亿"));
  g_assert_false (is_shown (window, "bn"));
  g_assert_false (nepho_document_can_undo (fixture->document));

  g_action_group_activate_action (actions, "number-words", g_variant_new_string ("auto"));
  nepho_app_wait_frames (window, 3);
  g_assert_true (is_shown (window, "bn"));
}

/* The colour of what rises is another at once; nothing is edited by that. */
static void
test_rising (NephoAppFixture *fixture, gconstpointer data)
{
  NephoChart *chart = nepho_page_get_chart (NEPHO_PAGE (nepho_window_get_page_widget (fixture->window)), 0);
  guint n_renders = nepho_chart_get_n_renders (chart);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "rising", g_variant_new_string ("red"));
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_true (nepho_rising_is_red ());
  g_assert_cmpuint (nepho_chart_get_n_renders (chart), >, n_renders);
  g_assert_false (nepho_document_can_undo (fixture->document));

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "rising", g_variant_new_string ("auto"));
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_false (nepho_rising_is_red ());
}

static void
test_pages (NephoAppFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *key;
    NephoPages  page;
  } cases[] = {
    { "alt+2", NEPHO_PAGE_MARKET },
    { "alt+3", NEPHO_PAGE_REVENUE },
    { "alt+4", NEPHO_PAGE_COMPUTE },
    { "alt+1", NEPHO_PAGE_OVERVIEW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      press (fixture, cases[i].key);
      g_assert_cmpint (nepho_window_get_page (fixture->window), ==, cases[i].page);
      g_assert_cmpfloat (nepho_app_points (fixture), !=, 0.0);
      g_assert_cmpuint (count_shown_levers (nepho_window_get_levers (fixture->window)), >, 2);
    }
}

static gboolean
shows_ghost (NephoAppFixture *fixture)
{
  NephoPage *page = NEPHO_PAGE (nepho_window_get_page_widget (fixture->window));

  for (guint i = 0; i < nepho_page_n_charts (page); i++)
    {
      const NephoPlotFigure *figure = nepho_chart_get_figure (nepho_page_get_chart (page, i));

      for (guint s = 0; s < figure->series->len; s++)
        if (((const NephoPlotSeries *)g_ptr_array_index (figure->series, s))->notation
            == NEPHO_PLOT_GHOST)
          return TRUE;
    }

  return FALSE;
}

static void
test_baseline (NephoAppFixture *fixture, gconstpointer data)
{
  g_assert_false (shows_ghost (fixture));
  set_potential (fixture, 0.8);
  g_assert_true (shows_ghost (fixture));
  press (fixture, "ctrl+b");
  g_assert_false (shows_ghost (fixture));
  press (fixture, "ctrl+b");
  g_assert_true (shows_ghost (fixture));
}

static void
test_panes (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *levers = nepho_window_get_levers (fixture->window);
  GtkWidget *pages =
      find (GTK_WIDGET (fixture->window), is_a, GSIZE_TO_POINTER (GTK_TYPE_LIST_BOX));
  int width = gtk_widget_get_width (levers);

  /* as the settings say */
  g_assert_cmpint (width, ==, 348);
  press (fixture, "shift+F9");
  g_assert_false (gtk_widget_get_mapped (levers));
  press (fixture, "F9");
  g_assert_false (gtk_widget_get_mapped (pages));
  press (fixture, "F9");
  g_assert_true (gtk_widget_get_mapped (pages));
  press (fixture, "ctrl+f");
  g_assert_true (gtk_widget_get_mapped (levers));
  g_assert_cmpint (gtk_widget_get_width (levers), ==, width);
}

static gboolean
finds_two (gpointer data)
{
  return count_shown_levers (data) == 2;
}

/* Words are looked for in names and descriptions: how strong a price war is while it lasts, and how
 * long it lasts. */
static void
test_search (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *levers = nepho_window_get_levers (fixture->window);

  press (fixture, "ctrl+f");
  nepho_app_xdotool ("type", "price war lasts", NULL);
  nepho_app_wait_until (finds_two, levers);
  press (fixture, "Escape");
  nepho_app_wait_frames (levers, 3);
  g_assert_cmpuint (count_shown_levers (levers), >, 2);
}

static gboolean
finds_one (gpointer data)
{
  return count_shown_levers (data) == 1;
}

static gboolean
has_label (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_TOGGLE_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static void
test_changed_only (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *levers = nepho_window_get_levers (fixture->window);
  GtkWidget *changed = find (levers, has_label, "Changed");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (changed), TRUE);
  nepho_app_wait_frames (levers, 3);
  g_assert_cmpuint (count_shown_levers (levers), ==, 0);
  set_potential (fixture, 0.8);
  nepho_app_wait_until (finds_one, levers);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (changed), FALSE);
  nepho_app_wait_frames (levers, 3);
  g_assert_cmpuint (count_shown_levers (levers), >, 1);
}

/* Edits between two frames are drawn once. */
static void
test_one_update_a_frame (NephoAppFixture *fixture, gconstpointer data)
{
  NephoPage *page = NEPHO_PAGE (nepho_window_get_page_widget (fixture->window));
  NephoChart *chart = nepho_page_get_chart (page, 0);
  guint before = nepho_chart_get_n_renders (chart);

  for (guint i = 1; i <= 20; i++)
    g_assert_true (nepho_document_set_value (
        fixture->document, nepho_app_parameter (fixture, POTENTIAL), 0.5 + 0.01 * i, NULL));
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 4);
  g_assert_cmpuint (nepho_chart_get_n_renders (chart) - before, <=, 2);
}

/* Warnings are fatal here, so it is enough to have drawn everything. */
static void
test_styles (NephoAppFixture *fixture, gconstpointer data)
{
  static const char *styles[] = { "light", "dark", "system" };
  GSettings *settings = nepho_application_get_settings (fixture->application);

  set_potential (fixture, 0.8);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_settings_set_string (settings, "style", styles[i]);
      for (guint k = 0; k < NEPHO_N_PAGES; k++)
        {
          nepho_window_set_page (fixture->window, nepho_page_names ()[k].page);
          nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
          if (NEPHO_IS_PAGE (nepho_window_get_page_widget (fixture->window)))
            g_assert_cmpfloat (nepho_app_points (fixture), !=, 0.0);
        }
      g_assert_cmpint (adw_style_manager_get_dark (adw_style_manager_get_default ()), ==, i == 1);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (NephoAppFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/window/undo-is-named", test_undo_is_named },
    { "/window/title", test_title },
    { "/window/pages", test_pages },
    { "/window/currency", test_currency },
    { "/window/number-words", test_number_words },
    { "/window/rising", test_rising },
    { "/window/baseline", test_baseline },
    { "/window/panes", test_panes },
    { "/window/search", test_search },
    { "/window/changed-only", test_changed_only },
    { "/window/one-update-a-frame", test_one_update_a_frame },
    { "/window/styles", test_styles },
  };

  nepho_app_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, NephoAppFixture, NULL, nepho_app_fixture_set_up, tests[i].test,
                nepho_app_fixture_tear_down);

  return g_test_run ();
}
