/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"

#include "nepho-document-scenario.h"
#include "nepho-scenario-details.h"
#include "nepho-scenario-row.h"

#define POTENTIAL "adoption.potential"
#define WAR "price.war.intensity"

typedef gboolean (*Wanted) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, Wanted wanted, gconstpointer data)
{
  GtkWidget *found = wanted (widget, data) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, wanted, data);

  return found;
}

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_POPOVER (widget) && gtk_widget_has_css_class (widget, "scenarios");
}

static gboolean
is_row_of (GtkWidget *widget, gconstpointer id)
{
  return NEPHO_IS_SCENARIO_ROW (widget) && g_str_equal (nepho_scenario_row_get_id (NEPHO_SCENARIO_ROW (widget)), id);
}

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
has_action (GtkWidget *widget, gconstpointer name)
{
  return GTK_IS_ACTIONABLE (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), name) == 0;
}

static gboolean
is_open (gpointer window)
{
  GtkWidget *list = find (window, is_list, NULL);

  return list != NULL && gtk_widget_get_mapped (list);
}

static gboolean
is_closed (gpointer window)
{
  return !is_open (window);
}

static GtkWidget *
open_list (NephoAppFixture *fixture)
{
  nepho_app_xdotool ("key", "ctrl+k", NULL);
  nepho_app_wait_until (is_open, fixture->window);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);

  return find (GTK_WIDGET (fixture->window), is_list, NULL);
}

static void
press (NephoAppFixture *fixture, const char *key)
{
  nepho_app_xdotool ("key", key, NULL);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 4);
}

static const char *
at_work (NephoAppFixture *fixture)
{
  return nepho_document_get_scenario (fixture->document);
}

static void
set (NephoAppFixture *fixture, const char *id, double value)
{
  g_assert_true (
      nepho_document_set_value (fixture->document, nepho_app_parameter (fixture, id), value, NULL));
}

static void
add (NephoAppFixture *fixture, const char *parent, const char *name)
{
  g_autoptr (GError) error = NULL;

  nepho_document_add_scenario (fixture->document, parent, name, &error);
  g_assert_no_error (error);
}

/* A dialog other than the window: the one that was opened last. */
static gboolean
has_dialog (gpointer type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), GPOINTER_TO_SIZE (type)) && gtk_widget_get_mapped (l->data)
        && gtk_window_is_active (l->data))
      return TRUE;

  return FALSE;
}

static gboolean
has_no_dialog (gpointer type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), GPOINTER_TO_SIZE (type)))
      return FALSE;

  return TRUE;
}

static void
answer (NephoAppFixture *fixture, const char *name)
{
  nepho_app_wait_until (has_dialog, GSIZE_TO_POINTER (ADW_TYPE_MESSAGE_DIALOG));
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  nepho_app_xdotool ("type", name, NULL);
  nepho_app_xdotool ("key", "Return", NULL);
  nepho_app_wait_until (has_no_dialog, GSIZE_TO_POINTER (ADW_TYPE_MESSAGE_DIALOG));
}

/* The list begins at the scenario at work, and the arrows and Enter choose another. */
static void
test_keys (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *list = open_list (fixture);
  GtkWidget *row = find (list, is_row_of, "as-reported");

  g_assert_true (gtk_widget_has_focus (row));
  g_assert_true (gtk_widget_has_css_class (row, "at-work"));
  g_assert_false (gtk_widget_has_css_class (find (list, is_row_of, "price-war"), "at-work"));
  press (fixture, "Down");
  press (fixture, "Return");
  nepho_app_wait_until (is_closed, fixture->window);
  g_assert_cmpstr (at_work (fixture), ==, "ai-changes-nothing");

  list = open_list (fixture);
  g_assert_true (gtk_widget_has_focus (find (list, is_row_of, "ai-changes-nothing")));
  press (fixture, "Escape");
  nepho_app_wait_until (is_closed, fixture->window);
  g_assert_cmpstr (at_work (fixture), ==, "ai-changes-nothing");
}

/* Who follows stands right below, to the right; snapshots are not among them. */
static void
test_tree (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *list;
  GtkWidget *parent;
  GtkWidget *child;
  g_autofree char *name = NULL;

  add (fixture, "price-war", "Plan");
  set (fixture, POTENTIAL, 0.5);
  g_assert_nonnull (nepho_document_take_snapshot (fixture->document, "Then", 0, NULL));
  list = open_list (fixture);
  parent = find (list, is_row_of, "price-war");
  child = find (list, is_row_of, "plan");
  g_assert_true (gtk_widget_get_next_sibling (parent) == child);
  g_assert_null (find (list, is_row_of, "then"));
  g_assert_nonnull (find (child, says, "1 change from “Price war”"));
  g_assert_nonnull (find (parent, says, "the vendors undercut each other"));
  /* 18 pixels a step */
  g_assert_cmpint (gtk_widget_get_margin_start (gtk_widget_get_parent (find (child, says, "Plan"))), ==, 18);
  g_assert_cmpint (gtk_widget_get_margin_start (gtk_widget_get_parent (find (parent, says, "Price war"))), ==, 0);
  press (fixture, "Escape");
}

/* A key, a name, Enter: a scenario that stores nothing but what differs. */
static void
test_new (NephoAppFixture *fixture, gconstpointer data)
{
  const NephoScenario *plan;

  nepho_document_apply_scenario (fixture->document, "price-war", NULL);
  set (fixture, POTENTIAL, 0.5);
  press (fixture, "ctrl+shift+n");
  answer (fixture, "Plan");
  g_assert_cmpstr (at_work (fixture), ==, "plan");
  g_assert_cmpstr (nepho_document_get_undo_label (fixture->document), ==, "New scenario “Plan”");
  g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, 0.5);

  nepho_document_apply_scenario (fixture->document, "as-reported", NULL);
  plan = nepho_document_find_scenario (fixture->document, "plan");
  g_assert_cmpstr (plan->parent, ==, "price-war");
  g_assert_cmpuint (g_hash_table_size (plan->values), ==, 1);
}

/* F2 renames what is the reader's; Delete takes it away, and one step brings it back. */
static void
test_rename_and_delete (NephoAppFixture *fixture, gconstpointer data)
{
  add (fixture, "price-war", "Plan");
  open_list (fixture);
  press (fixture, "F2");
  answer (fixture, "Better");
  g_assert_cmpstr (nepho_document_get_own_name (fixture->document), ==, "Better");

  open_list (fixture);
  press (fixture, "Delete");
  nepho_app_wait_until (is_closed, fixture->window);
  g_assert_null (nepho_document_find_scenario (fixture->document, "plan"));
  g_assert_cmpstr (at_work (fixture), ==, "price-war");
  g_assert_nonnull (find (GTK_WIDGET (fixture->window), says, "“Better” was deleted"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpstr (at_work (fixture), ==, "plan");

  /* what came with the data set stays */
  nepho_document_apply_scenario (fixture->document, "price-war", NULL);
  open_list (fixture);
  press (fixture, "Delete");
  press (fixture, "F2");
  g_assert_true (is_open (fixture->window));
  press (fixture, "Escape");
}

static gboolean
is_compared (NephoAppFixture *fixture, const char *id)
{
  return g_strv_contains (nepho_document_get_compared (fixture->document), id);
}

/* One more of six; a seventh is refused, and one that is compared can be taken out. */
static void
test_compare (NephoAppFixture *fixture, gconstpointer data)
{
  static const char *const more[] = { "ai-changes-nothing", "ai-rewrites-the-ranking", "spending-cuts", "decoupling" };
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *list = open_list (fixture);

  gtk_widget_activate_action (list, "scenarios.compare", "s", "price-war");
  nepho_app_wait_until (is_closed, fixture->window);
  /* with nothing chosen, the first of the data set is what it is compared with */
  g_assert_true (is_compared (fixture, "as-reported"));
  g_assert_true (is_compared (fixture, "price-war"));
  g_assert_nonnull (find (window, says, "“Price war” is compared, one of 2 (at most 6)"));
  g_signal_emit_by_name (find (window, has_action, "win.page"), "clicked");
  nepho_app_wait_frames (window, 3);
  g_assert_cmpint (nepho_window_get_page (fixture->window), ==, NEPHO_PAGE_SCENARIOS);

  list = open_list (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    gtk_widget_activate_action (list, "scenarios.compare", "s", more[i]);
  gtk_widget_activate_action (list, "scenarios.compare", "s", "open-models");
  g_assert_false (is_compared (fixture, "open-models"));
  g_assert_true (is_compared (fixture, "decoupling"));
  gtk_widget_activate_action (list, "scenarios.compare-not", "s", "decoupling");
  g_assert_false (is_compared (fixture, "decoupling"));
  nepho_app_wait_until (is_closed, fixture->window);
}

/* What was changed is told, and one button takes all of it back. */
static void
test_edits (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *list = open_list (fixture);

  g_assert_null (find (list, has_action, "win.reset-scenario"));
  press (fixture, "Escape");
  nepho_app_wait_until (is_closed, fixture->window);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "reset-scenario"));

  nepho_document_apply_scenario (fixture->document, "price-war", NULL);
  set (fixture, POTENTIAL, 0.5);
  set (fixture, WAR, 0.3);
  list = open_list (fixture);
  g_assert_nonnull (find (list, says, "2 changes from “Price war”"));
  g_signal_emit_by_name (find (list, has_action, "win.reset-scenario"), "clicked");
  nepho_app_wait_until (is_closed, fixture->window);
  g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, 0.6);
  g_assert_false (nepho_document_is_edited (fixture->document));
  g_assert_cmpstr (nepho_document_get_undo_label (fixture->document), ==, "Reset everything to the scenario");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "reset-scenario"));
  nepho_document_undo (fixture->document);
  g_assert_cmpfloat (nepho_app_value (fixture, WAR), ==, 0.3);
}

static GtkWidget *
open_details (NephoAppFixture *fixture, const char *id)
{
  GtkWidget *details = GTK_WIDGET (nepho_scenario_details_present (fixture->window, id));

  nepho_app_wait_until (has_dialog, GSIZE_TO_POINTER (NEPHO_TYPE_SCENARIO_DETAILS));
  nepho_app_wait_frames (details, 3);

  return details;
}

static void
close_details (NephoAppFixture *fixture)
{
  nepho_app_xdotool ("key", "Escape", NULL);
  nepho_app_wait_until (has_no_dialog, GSIZE_TO_POINTER (NEPHO_TYPE_SCENARIO_DETAILS));
}

/* Of the data set's: story, the article's words, and what differs; nothing to write in. */
static void
test_details (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *details = open_details (fixture, "price-war");

  g_assert_nonnull (find (details, says, "the vendors undercut each other for two years"));
  g_assert_nonnull (find (details, says, "a gross margin of 10 to 15 % in IaaS"));
  g_assert_nonnull (find (details, says, "What Differs from “China public cloud”"));
  g_assert_nonnull (find (details, says, "Price war intensity"));
  close_details (fixture);
}

static gboolean
is_text_view (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TEXT_VIEW (widget);
}

/* What is typed is the story, one step of undo, which the keys of the window take back. */
static void
test_describe (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *details;
  const NephoScenario *plan;

  add (fixture, "price-war", "Plan");
  details = open_details (fixture, "plan");
  nepho_scenario_details_describe (NEPHO_SCENARIO_DETAILS (details));
  nepho_app_xdotool ("type", "Soon", NULL);
  nepho_app_wait_frames (details, 4);
  plan = nepho_document_find_scenario (fixture->document, "plan");
  g_assert_cmpstr (nepho_text_get (plan->story), ==, "Soon");
  g_assert_cmpstr (nepho_document_get_undo_label (fixture->document), ==, "Description of “Plan”");

  nepho_app_press_key (find (details, is_text_view, NULL), "ctrl+z");
  g_assert_cmpstr (nepho_text_get (nepho_document_find_scenario (fixture->document, "plan")->story), ==, "");
  g_assert_cmpstr (nepho_document_get_undo_label (fixture->document), ==, "New scenario “Plan”");
  close_details (fixture);
}

/* A snapshot stands there with its note and time; it comes back, and one step of undo takes that back. */
static void
test_snapshots (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *details;

  add (fixture, "price-war", "Plan");
  set (fixture, POTENTIAL, 0.5);
  g_assert_nonnull (nepho_document_take_snapshot (fixture->document, "Before the meeting", 1795851660, NULL));
  set (fixture, POTENTIAL, 0.4);
  details = open_details (fixture, "plan");
  g_assert_nonnull (find (details, says, "Before the meeting"));
  /* tests run in UTC */
  g_assert_nonnull (find (details, says, "2026-11-28 07:41"));
  g_signal_emit_by_name (find (details, has_action, "details.restore"), "clicked");
  nepho_app_wait_until (has_no_dialog, GSIZE_TO_POINTER (NEPHO_TYPE_SCENARIO_DETAILS));
  g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, 0.5);
  nepho_document_undo (fixture->document);
  g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, 0.4);

  details = open_details (fixture, "plan");
  g_signal_emit_by_name (find (details, has_action, "details.delete"), "clicked");
  nepho_app_wait_frames (details, 3);
  g_assert_null (find (details, says, "Before the meeting"));
  nepho_document_undo (fixture->document);
  nepho_app_wait_frames (details, 3);
  g_assert_nonnull (find (details, says, "Before the meeting"));
  close_details (fixture);
}

/* The scenario that the details tell of is gone: so are they. */
static void
test_gone (NephoAppFixture *fixture, gconstpointer data)
{
  add (fixture, "price-war", "Plan");
  open_details (fixture, "plan");
  nepho_app_xdotool ("key", "ctrl+z", NULL);
  nepho_app_wait_until (has_no_dialog, GSIZE_TO_POINTER (NEPHO_TYPE_SCENARIO_DETAILS));
  g_assert_cmpstr (at_work (fixture), ==, "as-reported");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (NephoAppFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/scenario-menu/keys", test_keys },
    { "/scenario-menu/tree", test_tree },
    { "/scenario-menu/new", test_new },
    { "/scenario-menu/rename-and-delete", test_rename_and_delete },
    { "/scenario-menu/compare", test_compare },
    { "/scenario-menu/edits", test_edits },
    { "/scenario-menu/details", test_details },
    { "/scenario-menu/describe", test_describe },
    { "/scenario-menu/snapshots", test_snapshots },
    { "/scenario-menu/gone", test_gone },
  };

  g_setenv ("TZ", "UTC", TRUE);
  nepho_app_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, NephoAppFixture, NULL, nepho_app_fixture_set_up, tests[i].test,
                nepho_app_fixture_tear_down);

  return g_test_run ();
}
