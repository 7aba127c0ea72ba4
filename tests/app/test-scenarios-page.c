/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"
#include "nepho-compare-bar.h"
#include "nepho-compare-table.h"
#include "nepho-document-scenario.h"

#include <string.h>

static GtkWidget *
part (NephoAppFixture *fixture, GType type, guint index)
{
  return nepho_app_find (nepho_window_get_page_widget (fixture->window), type, index);
}

static GtkWidget *
chip (NephoAppFixture *fixture, const char *scenario)
{
  GtkWidget *bar = part (fixture, NEPHO_TYPE_COMPARE_BAR, 0);
  guint index = 0;
  GtkWidget *found;

  do
    found = nepho_app_find (bar, GTK_TYPE_TOGGLE_BUTTON, index++);
  while (found != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (found), "scenario"), scenario) != 0);

  return found;
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;

  return FALSE;
}

static void
open_page (NephoAppFixture *fixture, gconstpointer data)
{
  nepho_app_fixture_set_up (fixture, data);
  nepho_window_set_page (fixture->window, NEPHO_PAGE_SCENARIOS);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
}

static gboolean
has_focus (gpointer data)
{
  return gtk_widget_has_focus (data) && gtk_window_is_active (GTK_WINDOW (gtk_widget_get_root (data)));
}

/* Six of seven; one more only once another is taken away, by key, and the focus stays where it was. */
static void
test_chips (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *last = chip (fixture, "open-models");
  GtkWidget *war = chip (fixture, "price-war");

  g_assert_false (gtk_widget_get_sensitive (last));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (war)));
  gtk_widget_grab_focus (war);
  nepho_app_wait_until (has_focus, war);
  nepho_app_xdotool ("key", "space", NULL);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);

  g_assert_cmpuint (g_strv_length ((char **) nepho_document_get_compared (fixture->document)), ==, 5);
  war = chip (fixture, "price-war");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (war)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == war);
  last = chip (fixture, "open-models");
  g_assert_true (gtk_widget_get_sensitive (last));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (last), TRUE);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_cmpstr (nepho_document_get_compared (fixture->document)[5], ==, "open-models");
  g_assert_true (nepho_document_get_unsaved (fixture->document));
}

/* At least one stays. */
static void
test_last (NephoAppFixture *fixture, gconstpointer data)
{
  static const char * const one[] = { "price-war", NULL };

  nepho_document_set_compared (fixture->document, one);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_false (gtk_widget_get_sensitive (chip (fixture, "price-war")));
  g_assert_true (shows (part (fixture, NEPHO_TYPE_COMPARE_TABLE, 1), "The scenarios assume the same"));
}

/* The tables say what differs, and follow the reader's edits of the scenario at work. */
static void
test_tables (NephoAppFixture *fixture, gconstpointer data)
{
  static const char * const two[] = { "as-reported", "price-war", NULL };
  GtkWidget *differences;

  nepho_document_set_compared (fixture->document, two);
  g_assert_true (nepho_document_apply_scenario (fixture->document, "price-war", NULL));
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  differences = part (fixture, NEPHO_TYPE_COMPARE_TABLE, 1);
  g_assert_true (shows (differences, "Price war intensity"));
  g_assert_true (shows (differences, "12.0\u00a0%/yr"));
  g_assert_false (shows (differences, "Potential of AI"));

  nepho_document_set_value (fixture->document, nepho_app_parameter (fixture, "price.war.intensity"), 0.2, NULL);
  nepho_document_set_value (fixture->document, nepho_app_parameter (fixture, "adoption.potential"), 0.9, NULL);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_true (shows (differences, "20.0\u00a0%/yr"));
  g_assert_true (shows (differences, "Potential of AI"));
  g_assert_true (shows (part (fixture, NEPHO_TYPE_COMPARE_TABLE, 0), "Price war, edited"));
}

/* The first is what the others are compared with, and the pair follows. */
static void
test_reference (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *bar = part (fixture, NEPHO_TYPE_COMPARE_BAR, 0);
  GtkWidget *reference = nepho_app_find (bar, GTK_TYPE_DROP_DOWN, 0);
  guint pair[2];

  gtk_drop_down_set_selected (GTK_DROP_DOWN (reference), 3);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_cmpstr (nepho_document_get_compared (fixture->document)[0], ==, "price-war");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (reference)), ==, 0);
  nepho_compare_bar_get_pair (NEPHO_COMPARE_BAR (bar), pair);
  g_assert_cmpuint (pair[0], ==, 0);
  /* The scenario at work, which now is the second. */
  g_assert_cmpstr (nepho_document_get_compared (fixture->document)[pair[1]], ==, "as-reported");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (nepho_app_find (bar, GTK_TYPE_DROP_DOWN, 1)), 4);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  nepho_compare_bar_get_pair (NEPHO_COMPARE_BAR (bar), pair);
  g_assert_cmpuint (pair[1], ==, 4);
}

/* A new scenario of the reader's has a chip of its own. */
static void
test_own (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *own = g_strdup (nepho_document_add_scenario (fixture->document, "price-war", "Mine", NULL));

  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_nonnull (chip (fixture, own));
  g_assert_true (shows (chip (fixture, own), "Mine"));
}

#define ADD(path, test) \
  g_test_add ("/scenarios-page/" path, NephoAppFixture, NULL, open_page, test, nepho_app_fixture_tear_down)

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);

  ADD ("chips", test_chips);
  ADD ("last", test_last);
  ADD ("tables", test_tables);
  ADD ("reference", test_reference);
  ADD ("own", test_own);

  return g_test_run ();
}
