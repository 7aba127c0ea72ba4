/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-house-dialog.h"

#include <glib/gstdio.h>
#include <string.h>

#include "nepho-app-fixture.h"
#include "nepho-house-file.h"

/* A red square of one pixel. */
static const char logo[] = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

typedef struct
{
  NephoAppFixture app;
  GtkWidget      *dialog;
} Fixture;

/* The first widget below of the type whose title is so. */
static GtkWidget *
find_row (GtkWidget *widget, GType type, const char *title)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, type, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
accept_of (Fixture *fixture)
{
  return gtk_window_get_default_widget (GTK_WINDOW (fixture->dialog));
}

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog = nepho_house_dialog_new (GTK_WINDOW (fixture->app.window));
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  nepho_app_wait_frames (fixture->dialog, 3);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = nepho_house_file_path ();

  g_unlink (path);
  nepho_app_fixture_set_up (&fixture->app, NULL);
  open_dialog (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  nepho_app_fixture_tear_down (&fixture->app, NULL);
}

static char *
write_logo (const char *folder, gboolean good)
{
  char *path = g_build_filename (folder, "logo.png", NULL);
  gsize length;
  g_autofree guchar *data = g_base64_decode (logo, &length);

  g_assert_true (g_file_set_contents (path, (const char *) data, good ? (gssize) length : 20, NULL));

  return path;
}

/* What is set is kept as the file that the command line reads, and shown the next time. */
static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("nepho-test-house-XXXXXX", NULL);
  g_autofree char *path = write_logo (folder, TRUE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (NephoHouseStyle) style = NULL;
  g_autoptr (GError) error = NULL;

  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture->dialog, ADW_TYPE_ENTRY_ROW, "Organisation")), " House & Home ");
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture->dialog, ADW_TYPE_ENTRY_ROW, "Footer of Reports")), "Not for sale");
  g_assert_true (nepho_house_dialog_take_logo (NEPHO_HOUSE_DIALOG (fixture->dialog), file));
  g_signal_emit_by_name (accept_of (fixture), "clicked");
  fixture->dialog = NULL;

  style = nepho_house_file_load (&error);
  g_assert_no_error (error);
  g_assert_cmpstr (style->organisation, ==, "House & Home");
  g_assert_cmpstr (style->footer, ==, "Not for sale");
  g_assert_null (style->font);
  g_assert_null (style->accent);
  g_assert_cmpuint (style->n_colours, ==, 0);
  g_assert_cmpuint (g_bytes_get_size (style->logo), ==, 70);

  open_dialog (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (fixture->dialog, ADW_TYPE_ENTRY_ROW, "Organisation"))), ==,
                   "House & Home");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static gboolean
is_gone (gpointer dialog)
{
  return *(gpointer *) dialog == NULL;
}

/* What is no picture is not taken; Escape leaves everything as it was. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("nepho-test-house-XXXXXX", NULL);
  g_autofree char *path = write_logo (folder, FALSE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *kept = nepho_house_file_path ();

  g_assert_false (nepho_house_dialog_take_logo (NEPHO_HOUSE_DIALOG (fixture->dialog), file));
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture->dialog, ADW_TYPE_ENTRY_ROW, "Organisation")), "Nobody");
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  nepho_app_xdotool ("key", "Escape", NULL);
  nepho_app_wait_until (is_gone, &fixture->dialog);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static GtkColorChooser *
find_colour (GtkWidget *widget)
{
  GtkColorChooser *found = GTK_IS_COLOR_BUTTON (widget) ? GTK_COLOR_CHOOSER (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_colour (child);

  return found;
}

/* Colours that paper swallows cannot be saved. */
static void
test_contrast (Fixture *fixture, gconstpointer data)
{
  GtkWidget *colours = find_row (fixture->dialog, ADW_TYPE_EXPANDER_ROW, "Own Colours");
  GtkColorChooser *accent = find_colour (colours);
  GdkRGBA pale = { 1.0f, 1.0f, 0.6f, 1.0f };
  GdkRGBA dark = { 0.6f, 0.0f, 0.0f, 1.0f };

  g_assert_true (gtk_widget_get_sensitive (accept_of (fixture)));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (colours), TRUE);
  g_assert_true (gtk_widget_get_sensitive (accept_of (fixture)));
  gtk_color_chooser_set_rgba (accent, &pale);
  g_signal_emit_by_name (accent, "color-set");
  g_assert_false (gtk_widget_get_sensitive (accept_of (fixture)));
  gtk_color_chooser_set_rgba (accent, &dark);
  g_signal_emit_by_name (accent, "color-set");
  g_assert_true (gtk_widget_get_sensitive (accept_of (fixture)));
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);

  g_test_add ("/house-dialog/saved", Fixture, NULL, set_up, test_saved, tear_down);
  g_test_add ("/house-dialog/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/house-dialog/contrast", Fixture, NULL, set_up, test_contrast, tear_down);

  return g_test_run ();
}
