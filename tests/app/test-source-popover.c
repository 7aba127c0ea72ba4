/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-source-popover.h"

#include <string.h>

#include "nepho-app-fixture.h"
#include "nepho-document-scenario.h"
#include "nepho-sample.h"

/* Publishers disagree about the share of "d": IDC says 40 %, Canalys 50 %, Synergy 95 %. */
#define DISPUTED "vendor.d.share.x"

typedef struct
{
  NephoDocument *document;
  GtkWidget     *window;
  GtkWidget     *popover;
  guint          parameter;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer id)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_disputed ();

  fixture->document = nepho_document_new (dataset);
  fixture->parameter
    = (guint) nepho_parameter_set_find (nepho_document_get_parameters (fixture->document), id);
  fixture->window = gtk_window_new ();
  fixture->popover = nepho_source_popover_new (fixture->document, fixture->parameter);
  gtk_window_set_child (GTK_WINDOW (fixture->window), gtk_label_new (""));
  gtk_widget_set_parent (fixture->popover, gtk_window_get_child (GTK_WINDOW (fixture->window)));
}

static void
tear_down (Fixture *fixture, gconstpointer id)
{
  gtk_widget_unparent (fixture->popover);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->document);
}

static GtkCheckButton *
find_publisher (GtkWidget *widget, const char *part)
{
  GtkCheckButton *found = NULL;

  if (GTK_IS_CHECK_BUTTON (widget) && strstr (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), part) != NULL)
    return GTK_CHECK_BUTTON (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_publisher (child, part);

  return found;
}

static gboolean
shows (GtkWidget *widget, const char *part)
{
  if (!gtk_widget_get_visible (widget) && !GTK_IS_POPOVER (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, part))
      return TRUE;

  return FALSE;
}

static double
value (Fixture *fixture)
{
  return nepho_document_get_values (fixture->document)[fixture->parameter];
}

static gboolean
is_chosen (Fixture *fixture, const char *part)
{
  return gtk_check_button_get_active (find_publisher (fixture->popover, part));
}

/* Choosing another publisher changes the value in one step; undo brings value and choice back. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_chosen (fixture, "IDC"));
  g_assert_false (is_chosen (fixture, "Canalys"));

  gtk_check_button_set_active (find_publisher (fixture->popover, "Canalys"), TRUE);
  g_assert_cmpfloat (value (fixture), ==, 0.5);
  g_assert_true (shows (fixture->popover, "50.0\u00a0%, by Canalys, chosen by you; default 40.0\u00a0%"));
  g_assert_nonnull (strstr (nepho_document_get_undo_label (fixture->document), "Canalys instead of IDC"));

  nepho_document_undo (fixture->document);
  g_assert_cmpfloat (value (fixture), ==, 0.4);
  g_assert_true (is_chosen (fixture, "IDC"));
  g_assert_false (shows (fixture->popover, "chosen by you"));
  g_assert_false (nepho_document_can_undo (fixture->document));
}

/* A value of the reader's own is marked as theirs, with the sourced one beside it, and is nobody's. */
static void
test_own (Fixture *fixture, gconstpointer data)
{
  g_assert_true (nepho_document_set_share (fixture->document, fixture->parameter, 0.33, NULL));
  g_assert_true (shows (fixture->popover, "33.0\u00a0%, changed by you; source value 40.0\u00a0%"));
  g_assert_false (is_chosen (fixture, "IDC"));
  g_assert_false (is_chosen (fixture, "Canalys"));
  g_assert_false (is_chosen (fixture, "Synergy"));
}

static GtkTextBuffer *
find_note (GtkWidget *widget)
{
  GtkTextBuffer *found = GTK_IS_TEXT_VIEW (widget) ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_note (child);

  return found;
}

static char *
note_text (Fixture *fixture)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (find_note (fixture->popover), &start, &end);

  return gtk_text_buffer_get_text (find_note (fixture->popover), &start, &end, FALSE);
}

/* What is typed one after the other is one note and one step of undo. */
static void
test_note (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = find_note (fixture->popover);
  g_autofree char *taken_back = NULL;
  g_autofree char *back = NULL;

  gtk_text_buffer_insert_at_cursor (buffer, "A ", -1);
  gtk_text_buffer_insert_at_cursor (buffer, "guess", -1);
  g_assert_cmpstr (nepho_document_get_note (fixture->document, fixture->parameter, NULL), ==, "A guess");
  g_assert_cmpstr (nepho_document_get_undo_label (fixture->document), ==, "Note on Potential of AI");

  nepho_document_undo (fixture->document);
  taken_back = note_text (fixture);
  g_assert_cmpstr (taken_back, ==, "");
  g_assert_false (nepho_document_can_undo (fixture->document));
  nepho_document_redo (fixture->document);
  back = note_text (fixture);
  g_assert_cmpstr (back, ==, "A guess");
}

/* A note of all scenarios is seen in one of the reader's, which may say something else. */
static void
test_note_inherited (Fixture *fixture, gconstpointer data)
{
  g_autofree char *shown = NULL;

  g_assert_true (nepho_document_set_note (fixture->document, fixture->parameter, "For all", NULL));
  g_assert_nonnull (nepho_document_add_scenario (fixture->document, NULL, "Plan", NULL));
  shown = note_text (fixture);
  g_assert_cmpstr (shown, ==, "For all");
  g_assert_true (shows (fixture->popover, "Written for another scenario"));
  gtk_text_buffer_set_text (find_note (fixture->popover), "Here", -1);
  g_assert_cmpstr (nepho_document_get_note (fixture->document, fixture->parameter, NULL), ==, "Here");
  g_assert_false (shows (fixture->popover, "Written for another scenario"));
}

/* What nobody published says so, and what the range rests on. */
static void
test_assumption (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sentence = nepho_source_popover_standing (fixture->document, fixture->parameter);

  g_assert_true (g_str_has_suffix (sentence, ", an assumption"));
  g_assert_true (shows (fixture->popover, "Assumption"));
  g_assert_null (find_publisher (fixture->popover, ""));
}

int
main (int argc, char *argv[])
{
  nepho_app_test_init (&argc, &argv);

  g_test_add ("/source-popover/choose", Fixture, DISPUTED, set_up, test_choose, tear_down);
  g_test_add ("/source-popover/own", Fixture, DISPUTED, set_up, test_own, tear_down);
  g_test_add ("/source-popover/assumption", Fixture, "adoption.potential", set_up, test_assumption, tear_down);

  g_test_add ("/source-popover/note", Fixture, "adoption.potential", set_up, test_note, tear_down);
  g_test_add ("/source-popover/note-inherited", Fixture, "adoption.potential", set_up, test_note_inherited, tear_down);

  return g_test_run ();
}
