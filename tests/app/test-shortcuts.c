/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"

#include "nepho-window-actions.h"

/* Keys that are no action of the window: GTK's primary menu, sliders, entries, charts, and what an entry has first. */
static const char *widget_keys[] = {
  "F10", "Up Down", "Page_Up Page_Down", "Left Right", "Home End", "plus minus", "i", "<Shift>i", "0", "Return", "space", "t", "m", "l",
  "<Control>c", "<Control>v", "Menu", "F2", "Delete", "<Shift>Return", "F11", "a", "d", "Left Right Page_Up Page_Down",
  "Escape",
};

static void
collect (GtkWidget *widget, GHashTable *actions, GHashTable *keys)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *action = NULL;
      g_autofree char *accelerator = NULL;

      g_object_get (widget, "action-name", &action, "accelerator", &accelerator, NULL);
      if (action != NULL)
        g_hash_table_add (actions, g_steal_pointer (&action));
      else
        g_hash_table_add (keys, g_steal_pointer (&accelerator));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, actions, keys);
}

static void
test_shortcuts (NephoAppFixture *fixture, gconstpointer data)
{
  GtkShortcutsWindow *overlay =
      gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (fixture->window));
  g_autoptr (GHashTable) actions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_accels;
  const NephoAccel *accels = nepho_window_actions_accels (&n_accels);

  g_assert_nonnull (overlay);
  collect (GTK_WIDGET (overlay), actions, keys);

  /* every key of the window is in the help ... */
  for (guint i = 0; i < n_accels; i++)
    {
      g_auto (GStrv) real = gtk_application_get_accels_for_action (
          GTK_APPLICATION (fixture->application), accels[i].action);

      g_test_message ("%s", accels[i].action);
      g_assert_true (g_hash_table_contains (actions, accels[i].action));
      g_assert_cmpuint (g_strv_length (real), >=, 1);
    }

  /* ... and the help names no other */
  g_assert_cmpuint (g_hash_table_size (actions), ==, n_accels);
  g_assert_cmpuint (g_hash_table_size (keys), ==, G_N_ELEMENTS (widget_keys));
  for (guint i = 0; i < G_N_ELEMENTS (widget_keys); i++)
    g_assert_true (g_hash_table_contains (keys, widget_keys[i]));
}

/* What the table names is an action of the window or the application. */
static void
test_actions_exist (NephoAppFixture *fixture, gconstpointer data)
{
  guint n_accels;
  const NephoAccel *accels = nepho_window_actions_accels (&n_accels);

  for (guint i = 0; i < n_accels; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      g_autoptr (GError) error = NULL;
      GActionGroup *group;

      g_assert_true (g_action_parse_detailed_name (accels[i].action, &name, &target, &error));
      g_assert_no_error (error);
      group = g_str_has_prefix (name, "app.") ? G_ACTION_GROUP (fixture->application)
                                              : G_ACTION_GROUP (fixture->window);
      g_assert_true (g_action_group_has_action (group, strchr (name, '.') + 1));
    }
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);

  g_test_add ("/shortcuts/both-ways", NephoAppFixture, NULL, nepho_app_fixture_set_up,
              test_shortcuts, nepho_app_fixture_tear_down);
  g_test_add ("/shortcuts/actions-exist", NephoAppFixture, NULL, nepho_app_fixture_set_up,
              test_actions_exist, nepho_app_fixture_tear_down);

  return g_test_run ();
}
