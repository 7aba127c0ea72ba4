/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"

#include <math.h>

#include "nepho-document-scenario.h"
#include "nepho-lever-section.h"

#define POTENTIAL "adoption.potential"
#define WAR "price.war.intensity"

/* From the knob's right edge to a place that is surely on it. */
#define INSIDE_KNOB 10

static double *
copy_values (NephoAppFixture *fixture)
{
  guint n_values = nepho_parameter_set_size (nepho_document_get_parameters (fixture->document));

  return g_memdup2 (nepho_document_get_values (fixture->document), n_values * sizeof (double));
}

static void
assert_values (NephoAppFixture *fixture, const double *values)
{
  gsize n_values = nepho_parameter_set_size (nepho_document_get_parameters (fixture->document));

  g_assert_cmpmem (nepho_document_get_values (fixture->document), n_values * sizeof (double),
                   values, n_values * sizeof (double));
}

static const char *
entry_text (NephoLever *lever)
{
  return gtk_editable_get_text (GTK_EDITABLE (nepho_lever_get_entry (lever)));
}

static double
slider (NephoLever *lever)
{
  return gtk_range_get_value (GTK_RANGE (nepho_lever_get_scale (lever)));
}

static double
last_adoption (NephoAppFixture *fixture)
{
  const NephoResults *results = nepho_document_get_results (fixture->document);

  return results->adoption[results->n_quarters - 1];
}

static void
enter (NephoLever *lever, const char *text)
{
  GtkWidget *entry = nepho_lever_get_entry (lever);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  nepho_app_press_key (entry, "Return");
}

/* One arrow is one step: value, number, results and drawn points move, and undo brings all back. */
static void
test_keyboard (NephoAppFixture *fixture, gconstpointer data)
{
  NephoLever *lever = nepho_app_lever (fixture, POTENTIAL);
  g_autofree double *before = copy_values (fixture);
  double adoption = last_adoption (fixture);
  double points = nepho_app_points (fixture);

  g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, 0.6);
  nepho_app_press_key (nepho_lever_get_scale (lever), "Right");
  g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, 0.65);
  g_assert_cmpstr (entry_text (lever), ==, "65.0");
  g_assert_cmpfloat (slider (lever), ==, 0.65);
  g_assert_cmpfloat (last_adoption (fixture), >, adoption);
  g_assert_cmpfloat (nepho_app_points (fixture), !=, points);

  nepho_app_press_key (nepho_lever_get_scale (lever), "ctrl+z");
  assert_values (fixture, before);
  g_assert_cmpstr (entry_text (lever), ==, "60.0");
  g_assert_cmpfloat (slider (lever), ==, 0.6);
  g_assert_cmpfloat (last_adoption (fixture), ==, adoption);
  g_assert_cmpfloat (nepho_app_points (fixture), ==, points);

  nepho_app_press_key (nepho_lever_get_scale (lever), "ctrl+shift+z");
  g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, 0.65);
}

static void
test_keys (NephoAppFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *key;
    double      value;
  } cases[] = {
    { "Right", 0.65 },    { "Left", 0.6 },    { "Up", 0.65 },  { "Down", 0.6 },
    { "Page_Down", 0.1 }, { "Page_Up", 0.6 }, { "Home", 0.0 }, { "End", 1.0 },
  };
  NephoLever *lever = nepho_app_lever (fixture, POTENTIAL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      nepho_app_press_key (nepho_lever_get_scale (lever), cases[i].key);
      g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, cases[i].value);
    }
}

static gboolean
is_held (gpointer data)
{
  return nepho_lever_panel_get_held (data);
}

static gboolean
is_let_go (gpointer data)
{
  return !nepho_lever_panel_get_held (data);
}

/* However many values a drag runs through, it is one step of undo. */
static void
test_pointer (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *panel = nepho_window_get_levers (fixture->window);
  NephoLever *lever = nepho_app_lever (fixture, POTENTIAL);
  GtkWidget *scale = nepho_lever_get_scale (lever);
  g_autofree double *before = copy_values (fixture);
  double points = nepho_app_points (fixture);
  double held_points;
  double middle = gtk_widget_get_height (scale) / 2.0;
  int knob;

  gtk_range_get_slider_range (GTK_RANGE (scale), NULL, &knob);
  knob -= INSIDE_KNOB;
  nepho_app_point_at (scale, knob, middle);
  nepho_app_xdotool ("mousedown", "1", NULL);
  nepho_app_wait_until (is_held, panel);
  for (int i = 1; i <= 6; i++)
    nepho_app_point_at (scale, knob + 8.0 * i, middle);
  held_points = nepho_app_points (fixture);
  g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), >, 0.65);
  g_assert_cmpfloat (held_points, !=, points);
  g_assert_false (nepho_document_can_undo (fixture->document));

  nepho_app_xdotool ("mouseup", "1", NULL);
  nepho_app_wait_until (is_let_go, panel);
  nepho_app_wait_frames (scale, 3);
  g_assert_true (nepho_document_can_undo (fixture->document));

  nepho_document_undo (fixture->document);
  nepho_app_wait_frames (scale, 3);
  assert_values (fixture, before);
  g_assert_cmpfloat (nepho_app_points (fixture), ==, points);
  g_assert_false (nepho_document_can_undo (fixture->document));
}

/* The wheel belongs to the panel, also over a slider that has the focus. */
static void
test_wheel (NephoAppFixture *fixture, gconstpointer data)
{
  NephoLever *lever = nepho_app_lever (fixture, POTENTIAL);
  GtkWidget *scale = nepho_lever_get_scale (lever);

  nepho_app_point_at (scale, 40.0, gtk_widget_get_height (scale) / 2.0);
  nepho_app_xdotool ("click", "--repeat", "3", "5", NULL);
  nepho_app_wait_frames (scale, 4);
  gtk_widget_grab_focus (scale);
  nepho_app_xdotool ("click", "--repeat", "3", "4", NULL);
  nepho_app_wait_frames (scale, 4);
  g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, 0.6);
}

static void
test_entry (NephoAppFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    double      value;
    gboolean    refused;
    const char *shown;
  } cases[] = {
    { "35 %", 0.35, FALSE, "35.0" },
    { "34.6", 0.346, FALSE, "34.6" },
    { "20 * 2 + 1", 0.41, FALSE, "41.0" },
    { "50%", 0.5, FALSE, "50.0" },
    /* what was refused stays to be mended, and the value stays too */
    { "rubbish", 0.5, TRUE, "rubbish" },
    { "150 %", 0.5, TRUE, "150 %" },
    { "-1", 0.5, TRUE, "-1" },
    { "", 0.5, TRUE, "" },
    { "55", 0.55, FALSE, "55.0" },
  };
  NephoLever *lever = nepho_app_lever (fixture, POTENTIAL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      enter (lever, cases[i].text);
      g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, cases[i].value);
      g_assert_cmpstr (entry_text (lever), ==, cases[i].shown);
      g_assert_cmpint (nepho_lever_get_refusal (lever) != NULL, ==, cases[i].refused);
      g_assert_cmpint (gtk_widget_has_css_class (nepho_lever_get_entry (lever), "error"), ==,
                       cases[i].refused);
    }

  enter (lever, "rubbish");
  nepho_app_press_key (nepho_lever_get_entry (lever), "Escape");
  g_assert_cmpstr (entry_text (lever), ==, "55.0");
  g_assert_null (nepho_lever_get_refusal (lever));
}

static void
test_entry_units (NephoAppFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    const char *text;
    double      value;
  } cases[] = {
    { "train.parameters", "1.8e12", 1.8e12 },      { "train.parameters", "540bn", 540e9 },
    { "train.centre_investment", "3.02bn", 3.02 }, { "train.centre_investment", "¥4 bn", 4.0 },
    { "train.window_days", "2 * 15", 30.0 },
  };

  nepho_window_set_page (fixture->window, NEPHO_PAGE_COMPUTE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      enter (nepho_app_lever (fixture, cases[i].id), cases[i].text);
      g_assert_cmpfloat (nepho_app_value (fixture, cases[i].id), ==, cases[i].value);
    }
}

/* Arithmetic with units is converted where it measures what the lever does, and else refused with a
 * sentence; the value stays. */
static void
test_entry_guard (NephoAppFixture *fixture, gconstpointer data)
{
  NephoLever *lever;

  nepho_window_set_page (fixture->window, NEPHO_PAGE_COMPUTE);
  lever = nepho_app_lever (fixture, "train.window_days");
  enter (lever, "3640 PF-days / 500 PFLOP/s");
  g_assert_cmpfloat (nepho_app_value (fixture, "train.window_days"), ==, 7.28);
  g_assert_null (nepho_lever_get_refusal (lever));

  enter (lever, "500 PFLOP/s");
  g_assert_cmpstr (nepho_lever_get_refusal (lever), ==,
                   "This is a speed of computing (500\u00a0PFLOP/s); a number in days is asked for");
  enter (lever, "2 weeks + 3 GWh");
  g_assert_cmpstr (nepho_lever_get_refusal (lever), ==,
                   "“2 weeks + 3 GWh”: cannot add GWh to days at character 9");
  g_assert_cmpfloat (nepho_app_value (fixture, "train.window_days"), ==, 7.28);
}

/* Looking at a rounded number and going away is no edit. */
static void
test_entry_left (NephoAppFixture *fixture, gconstpointer data)
{
  NephoLever *lever = nepho_app_lever (fixture, POTENTIAL);

  g_assert_true (nepho_document_set_value (
      fixture->document, nepho_app_parameter (fixture, POTENTIAL), 0.61234567, NULL));
  nepho_app_press_key (nepho_lever_get_entry (lever), "Tab");
  g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, 0.61234567);

  gtk_widget_grab_focus (nepho_lever_get_entry (lever));
  gtk_editable_set_text (GTK_EDITABLE (nepho_lever_get_entry (lever)), "70");
  gtk_widget_grab_focus (nepho_lever_get_scale (lever));
  nepho_app_wait_frames (GTK_WIDGET (lever), 3);
  g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, 0.7);
}

static double
sum_of_shares (NephoAppFixture *fixture)
{
  NephoParameterSet *set = nepho_document_get_parameters (fixture->document);
  double sum = 0.0;

  for (guint i = 0; i < nepho_document_get_dataset (fixture->document)->vendors->len; i++)
    sum += nepho_document_get_values (
        fixture->document)[nepho_parameter_set_index (set, "share", (int)i, 0)];

  return sum;
}

static GtkWidget *
find_lock (GtkWidget *widget)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_get_visible (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_MENU_BUTTON (child) ? NULL : find_lock (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Raising one takes from the unlocked others in proportion; the locked one stays. */
static void
test_shares (NephoAppFixture *fixture, gconstpointer data)
{
  NephoLever *alibaba;
  double huawei;
  double tencent;

  nepho_window_set_page (fixture->window, NEPHO_PAGE_MARKET);
  alibaba = nepho_app_lever (fixture, "vendor.alibaba.share.iaas");
  huawei = nepho_app_value (fixture, "vendor.huawei.share.iaas");
  tencent = nepho_app_value (fixture, "vendor.tencent.share.iaas");
  nepho_document_set_locked (fixture->document,
                             nepho_app_parameter (fixture, "vendor.huawei.share.iaas"), TRUE);

  enter (alibaba, "40 %");
  g_assert_cmpfloat (nepho_app_value (fixture, "vendor.alibaba.share.iaas"), ==, 0.4);
  g_assert_cmpfloat (nepho_app_value (fixture, "vendor.huawei.share.iaas"), ==, huawei);
  /* what is left for the unlocked, before and after */
  g_assert_cmpfloat_with_epsilon (nepho_app_value (fixture, "vendor.tencent.share.iaas"),
                                  tencent * (1.0 - 0.4 - huawei) / (1.0 - 0.346 - huawei), 1e-12);
  g_assert_cmpfloat_with_epsilon (sum_of_shares (fixture), 1.0, 1e-12);

  enter (alibaba, "95 %");
  g_assert_nonnull (nepho_lever_get_refusal (alibaba));
  g_assert_cmpfloat (nepho_app_value (fixture, "vendor.alibaba.share.iaas"), ==, 0.4);
  g_assert_cmpfloat_with_epsilon (sum_of_shares (fixture), 1.0, 1e-12);

  nepho_document_undo (fixture->document);
  g_assert_cmpfloat (nepho_app_value (fixture, "vendor.alibaba.share.iaas"), ==, 0.346);
  g_assert_cmpfloat (nepho_app_value (fixture, "vendor.tencent.share.iaas"), ==, tencent);
}

/* A lock is a step; taken back, the lever can be moved again. */
static void
test_lock (NephoAppFixture *fixture, gconstpointer data)
{
  NephoLever *alibaba;
  guint index = nepho_app_parameter (fixture, "vendor.alibaba.share.iaas");

  nepho_window_set_page (fixture->window, NEPHO_PAGE_MARKET);
  alibaba = nepho_app_lever (fixture, "vendor.alibaba.share.iaas");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_lock (GTK_WIDGET (alibaba))), TRUE);
  nepho_app_wait_frames (GTK_WIDGET (alibaba), 3);
  g_assert_true (nepho_document_get_locked (fixture->document, index));
  g_assert_true (g_str_has_prefix (nepho_document_get_undo_label (fixture->document), "Lock: "));
  nepho_document_undo (fixture->document);
  g_assert_false (nepho_document_get_locked (fixture->document, index));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_lock (GTK_WIDGET (alibaba)))));
}

/* A key pressed again and again at once is one step; another lever's key is another. */
static void
test_one_step (NephoAppFixture *fixture, gconstpointer data)
{
  NephoLever *lever = nepho_app_lever (fixture, "adoption.potential");

  gtk_widget_grab_focus (nepho_lever_get_scale (lever));
  nepho_app_xdotool ("key", "--delay", "20", "Right", "Right", "Right", NULL);
  nepho_app_wait_frames (GTK_WIDGET (lever), 5);
  g_assert_cmpfloat_with_epsilon (nepho_app_value (fixture, "adoption.potential"), 0.75, 1e-12);
  nepho_document_undo (fixture->document);
  g_assert_cmpfloat (nepho_app_value (fixture, "adoption.potential"), ==, 0.6);
  g_assert_false (nepho_document_can_undo (fixture->document));
}

/* A button with an icon. */
static GtkWidget *
find_icon (GtkWidget *widget, const char *icon)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_icon (child, icon);

  return found;
}

/* The button goes back to what the scenario has, and from there to the source's 0 %. */
static void
test_reset (NephoAppFixture *fixture, gconstpointer data)
{
  NephoLever *lever;
  GtkWidget *reset;
  double scenario;

  nepho_document_apply_scenario (fixture->document, "price-war", NULL);
  lever = nepho_app_lever (fixture, WAR);
  reset = find_icon (GTK_WIDGET (lever), "edit-undo-symbolic");
  scenario = nepho_app_value (fixture, WAR);
  g_assert_cmpfloat (scenario, >, 0.0);
  enter (lever, "30");
  g_assert_cmpfloat (nepho_app_value (fixture, WAR), ==, 0.3);
  g_assert_true (g_str_has_suffix (gtk_widget_get_tooltip_text (reset), ", as in the scenario"));

  g_signal_emit_by_name (reset, "clicked");
  g_assert_cmpfloat (nepho_app_value (fixture, WAR), ==, scenario);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (reset), ==, "Reset to 0.0\u00a0%/yr");
  g_signal_emit_by_name (reset, "clicked");
  g_assert_cmpfloat (nepho_app_value (fixture, WAR), ==, 0.0);
  nepho_document_undo (fixture->document);
  g_assert_cmpfloat (nepho_app_value (fixture, WAR), ==, scenario);
}

static GtkWidget *
find_about (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_MENU_BUTTON (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_about (child);

  return found;
}

/* What was noted on a value is told where its source is. */
static void
test_note (NephoAppFixture *fixture, gconstpointer data)
{
  NephoLever *lever = nepho_app_lever (fixture, POTENTIAL);
  GtkWidget *about = find_about (GTK_WIDGET (lever));

  g_assert_true (g_str_has_suffix (gtk_widget_get_tooltip_text (about), ", an assumption"));
  nepho_document_set_note (fixture->document, nepho_app_parameter (fixture, POTENTIAL), "Ask the bank", NULL);
  g_assert_true (g_str_has_suffix (gtk_widget_get_tooltip_text (about), ", an assumption\nNote: Ask the bank"));
  nepho_document_undo (fixture->document);
  g_assert_true (g_str_has_suffix (gtk_widget_get_tooltip_text (about), ", an assumption"));
}

static gboolean
is_menu_open (gpointer widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child) && gtk_widget_get_mapped (child))
      return TRUE;

  return FALSE;
}

static gboolean
is_menu_closed (gpointer widget)
{
  return !is_menu_open (widget);
}

/* The Menu key, then what can be done: what would change nothing cannot. */
static void
test_menu (NephoAppFixture *fixture, gconstpointer data)
{
  NephoLever *lever;

  nepho_document_apply_scenario (fixture->document, "price-war", NULL);
  lever = nepho_app_lever (fixture, WAR);
  nepho_app_press_key (nepho_lever_get_scale (lever), "Menu");
  nepho_app_wait_until (is_menu_open, lever);
  /* the scenario's value is there already, so that the first that can be chosen is the source */
  nepho_app_xdotool ("key", "Return", NULL);
  nepho_app_wait_until (is_menu_closed, lever);
  nepho_app_wait_frames (GTK_WIDGET (lever), 3);
  g_assert_cmpfloat (nepho_app_value (fixture, WAR), ==, 0.0);
}

/* A section's menu is there when something in it can go back, and takes all of it back as one step. */
static void
test_reset_group (NephoAppFixture *fixture, gconstpointer data)
{
  NephoLever *lever;
  GtkWidget *section;
  double scenario;

  nepho_document_apply_scenario (fixture->document, "price-war", NULL);
  lever = nepho_app_lever (fixture, WAR);
  section = gtk_widget_get_ancestor (GTK_WIDGET (lever), NEPHO_TYPE_LEVER_SECTION);
  scenario = nepho_app_value (fixture, WAR);
  nepho_document_set_value (fixture->document, nepho_app_parameter (fixture, WAR), 0.3, NULL);
  nepho_document_set_value (fixture->document, nepho_app_parameter (fixture, POTENTIAL), 0.5, NULL);
  gtk_widget_activate_action (section, "section.reset-scenario", NULL);
  g_assert_cmpfloat (nepho_app_value (fixture, WAR), ==, scenario);
  g_assert_cmpfloat (nepho_app_value (fixture, POTENTIAL), ==, 0.5);
  g_assert_cmpstr (nepho_document_get_undo_label (fixture->document), ==, "Reset “Prices and costs” to the scenario");

  /* once more changes nothing and is no step */
  gtk_widget_activate_action (section, "section.reset-scenario", NULL);
  gtk_widget_activate_action (section, "section.reset-source", NULL);
  g_assert_cmpfloat (nepho_app_value (fixture, WAR), ==, 0.0);
  nepho_document_undo (fixture->document);
  nepho_document_undo (fixture->document);
  g_assert_cmpfloat (nepho_app_value (fixture, WAR), ==, 0.3);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (NephoAppFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/lever/keyboard", test_keyboard },     { "/lever/keys", test_keys },
    { "/lever/pointer", test_pointer },       { "/lever/wheel", test_wheel },
    { "/lever/entry", test_entry },           { "/lever/entry-units", test_entry_units },
    { "/lever/entry-guard", test_entry_guard }, { "/lever/entry-left", test_entry_left },
    { "/lever/shares", test_shares },         { "/lever/lock", test_lock },
    { "/lever/one-step", test_one_step },     { "/lever/reset", test_reset },
    { "/lever/menu", test_menu },             { "/lever/reset-group", test_reset_group },
    { "/lever/note", test_note },
  };

  nepho_app_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, NephoAppFixture, NULL, nepho_app_fixture_set_up, tests[i].test,
                nepho_app_fixture_tear_down);

  return g_test_run ();
}
