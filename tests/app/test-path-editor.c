/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"

#include "nepho-document-path.h"
#include "nepho-path-editor.h"
#include "nepho-path-handle.h"

#define WAR "price.war.intensity"

/* The editor of the price war, opened as the reader does, from its lever. */
static NephoPathEditor *
open_editor (NephoAppFixture *fixture)
{
  NephoLever *lever = nepho_app_lever (fixture, WAR);
  GtkWidget *panel = nepho_window_get_levers (fixture->window);
  NephoPathEditor *editor;

  gtk_widget_activate_action (GTK_WIDGET (lever), "levers.path", "s", WAR);
  editor = NEPHO_PATH_EDITOR (nepho_lever_panel_get_path_editor (NEPHO_LEVER_PANEL (panel)));
  g_assert_nonnull (editor);
  nepho_app_wait_frames (GTK_WIDGET (editor), 4);

  return editor;
}

static const NephoEvent *
event_of (NephoAppFixture *fixture, guint k)
{
  guint n_events;
  const NephoEvent *list
    = nepho_events_get (nepho_document_get_events (fixture->document), nepho_app_parameter (fixture, WAR), &n_events);

  g_assert_cmpuint (k, <, n_events);

  return &list[k];
}

static void
assert_event (NephoAppFixture *fixture, guint k, NephoEventKind kind, guint start, guint length, double value)
{
  const NephoEvent *event = event_of (fixture, k);

  g_assert_cmpint (event->kind, ==, kind);
  g_assert_cmpuint (event->start, ==, start);
  g_assert_cmpuint (event->length, ==, length);
  g_assert_cmpfloat_with_epsilon (event->value, value, 1e-12);
}

/* What a point does when it is moved: the other end stays, a quarter is left at least, the horizon is the end. */
static void
test_handles (NephoAppFixture *fixture, gconstpointer data)
{
  static const NephoEvent list[] = {
    { NEPHO_EVENT_STEP, 2, 0, 0.1 }, { NEPHO_EVENT_RAMP, 4, 8, 0.3 }, { NEPHO_EVENT_WINDOW, 20, 4, 0.2 },
  };
  static const struct
  {
    guint      index;
    int        t;
    NephoEvent moved;
  } cases[] = {
    { 0, 5, { NEPHO_EVENT_STEP, 5, 0, 0.7 } },    { 0, -3, { NEPHO_EVENT_STEP, 0, 0, 0.7 } },
    { 0, 90, { NEPHO_EVENT_STEP, 34, 0, 0.7 } },  { 1, 6, { NEPHO_EVENT_RAMP, 6, 6, 0.3 } },
    { 1, 30, { NEPHO_EVENT_RAMP, 11, 1, 0.3 } },  { 2, 6, { NEPHO_EVENT_RAMP, 4, 2, 0.7 } },
    { 2, 1, { NEPHO_EVENT_RAMP, 4, 1, 0.7 } },    { 3, 18, { NEPHO_EVENT_WINDOW, 18, 6, 0.7 } },
    { 4, 30, { NEPHO_EVENT_WINDOW, 20, 10, 0.7 } }, { 4, 99, { NEPHO_EVENT_WINDOW, 20, 14, 0.7 } },
  };
  NephoParameterSet *set = nepho_document_get_parameters (fixture->document);
  const double *values = nepho_document_get_values (fixture->document);
  guint war = nepho_app_parameter (fixture, WAR);
  double value;
  guint t;

  g_assert_cmpuint (nepho_path_n_handles (list, G_N_ELEMENTS (list)), ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NephoPathHandle handle = nepho_path_handle (list, cases[i].index);
      NephoEvent moved = nepho_path_handle_move (&list[handle.event], handle.end, cases[i].t, 0.7, 34);

      g_assert_true (nepho_event_lists_equal (&moved, 1, &cases[i].moved, 1));
    }

  /* A ramp begins where the step before it has led. */
  nepho_path_handle_place (set, values, war, list, nepho_path_handle (list, 1), &t, &value);
  g_assert_cmpuint (t, ==, 4);
  g_assert_cmpfloat (value, ==, 0.1);
  nepho_path_handle_place (set, values, war, list, nepho_path_handle (list, 4), &t, &value);
  g_assert_cmpuint (t, ==, 24);
  g_assert_cmpfloat (value, ==, 0.2);
}

typedef struct
{
  NephoAppFixture *fixture;
  guint            n_events;
} Wanted;

static gboolean
has_events (gpointer data)
{
  const Wanted *wanted = data;
  guint n_events;

  nepho_events_get (nepho_document_get_events (wanted->fixture->document), nepho_app_parameter (wanted->fixture, WAR),
                    &n_events);

  return n_events == wanted->n_events;
}

/* A button that is pressed by its key does what it does a moment later. */
static void
press (NephoAppFixture *fixture, NephoPathEditor *editor, const char *key, guint n_events)
{
  Wanted wanted = { fixture, n_events };

  nepho_app_press_key (GTK_WIDGET (nepho_path_editor_get_chart (editor)), key);
  nepho_app_wait_until (has_events, &wanted);
}

/* Each press of a button adds what it says; charts of the page and the lever follow; all of it can be undone. */
static void
test_add (NephoAppFixture *fixture, gconstpointer data)
{
  double points;
  NephoPathEditor *editor = open_editor (fixture);

  points = nepho_app_points (fixture);
  press (fixture, editor, "alt+w", 1);
  assert_event (fixture, 0, NEPHO_EVENT_WINDOW, 4, 4, 0.2);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_cmpfloat (nepho_app_points (fixture), !=, points);
  press (fixture, editor, "alt+s", 2);
  assert_event (fixture, 1, NEPHO_EVENT_STEP, 12, 0, 0.2);
  g_assert_nonnull (nepho_path_editor_get_row (editor, 1));
  g_assert_null (nepho_path_editor_get_row (editor, 2));

  press (fixture, editor, "ctrl+z", 1);
  g_assert_null (nepho_path_editor_get_row (editor, 1));
  press (fixture, editor, "alt+p", 0);
  g_assert_false (nepho_document_has_path (fixture->document, nepho_app_parameter (fixture, WAR)));
  press (fixture, editor, "ctrl+z", 1);
  assert_event (fixture, 0, NEPHO_EVENT_WINDOW, 4, 4, 0.2);
}

static gboolean
is_held (gpointer panel)
{
  return nepho_lever_panel_get_held (panel);
}

static gboolean
is_let_go (gpointer panel)
{
  return !nepho_lever_panel_get_held (panel);
}

/* One drag is one step, while the lever panel says that something is held. */
static void
test_pointer (NephoAppFixture *fixture, gconstpointer data)
{
  NephoPathEditor *editor = open_editor (fixture);
  NephoPathChart *chart = nepho_path_editor_get_chart (editor);
  GtkWidget *panel = nepho_window_get_levers (fixture->window);
  double x;
  double y;

  nepho_path_editor_add (editor, NEPHO_EVENT_WINDOW);
  nepho_app_wait_frames (GTK_WIDGET (editor), 4);
  g_assert_true (nepho_path_chart_get_point (chart, 0, &x, &y));
  nepho_app_point_at (GTK_WIDGET (chart), x, y);
  nepho_app_xdotool ("mousedown", "1", NULL);
  nepho_app_wait_until (is_held, panel);
  for (int i = 1; i <= 5; i++)
    nepho_app_point_at (GTK_WIDGET (chart), x - 4.0 * i, y + 6.0 * i);
  g_assert_cmpuint (event_of (fixture, 0)->start, <, 4);
  g_assert_cmpuint (event_of (fixture, 0)->start + event_of (fixture, 0)->length, ==, 8);
  g_assert_cmpfloat (event_of (fixture, 0)->value, <, 0.2);
  nepho_app_xdotool ("mouseup", "1", NULL);
  nepho_app_wait_until (is_let_go, panel);

  nepho_document_undo (fixture->document);
  assert_event (fixture, 0, NEPHO_EVENT_WINDOW, 4, 4, 0.2);
  nepho_document_undo (fixture->document);
  g_assert_false (nepho_document_can_undo (fixture->document));
}

/* Arrows move the selected point by a quarter or a step, Tab goes on to the next, Delete takes its event away. */
static void
test_keys (NephoAppFixture *fixture, gconstpointer data)
{
  NephoPathEditor *editor = open_editor (fixture);
  GtkWidget *chart = GTK_WIDGET (nepho_path_editor_get_chart (editor));
  double step = nepho_parameter_set_get (nepho_document_get_parameters (fixture->document),
                                         nepho_app_parameter (fixture, WAR))->spec->step;

  nepho_path_editor_add (editor, NEPHO_EVENT_WINDOW);
  nepho_app_press_key (chart, "Right");
  assert_event (fixture, 0, NEPHO_EVENT_WINDOW, 5, 3, 0.2);
  nepho_app_press_key (chart, "Up");
  assert_event (fixture, 0, NEPHO_EVENT_WINDOW, 5, 3, 0.2 + step);
  nepho_app_press_key (chart, "Tab");
  g_assert_cmpuint (nepho_path_chart_get_selected (NEPHO_PATH_CHART (chart)), ==, 1);
  nepho_app_press_key (chart, "Right");
  assert_event (fixture, 0, NEPHO_EVENT_WINDOW, 5, 4, 0.2 + step);
  nepho_app_press_key (chart, "Delete");
  g_assert_false (nepho_document_has_path (fixture->document, nepho_app_parameter (fixture, WAR)));
}

/* What is typed is read with its unit; what cannot be is told, and the path stays. */
static void
test_rows (NephoAppFixture *fixture, gconstpointer data)
{
  NephoPathEditor *editor = open_editor (fixture);
  NephoPathRow *row;

  nepho_path_editor_add (editor, NEPHO_EVENT_WINDOW);
  nepho_app_wait_frames (GTK_WIDGET (editor), 3);
  row = nepho_path_editor_get_row (editor, 0);
  gtk_editable_set_text (GTK_EDITABLE (nepho_path_row_get_value (row)), "35 %");
  nepho_app_press_key (nepho_path_row_get_value (row), "Return");
  assert_event (fixture, 0, NEPHO_EVENT_WINDOW, 4, 4, 0.35);

  gtk_editable_set_text (GTK_EDITABLE (nepho_path_row_get_value (row)), "350");
  nepho_app_press_key (nepho_path_row_get_value (row), "Return");
  g_assert_true (gtk_widget_has_css_class (nepho_path_row_get_value (row), "error"));
  assert_event (fixture, 0, NEPHO_EVENT_WINDOW, 4, 4, 0.35);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (nepho_path_row_get_kind (row)), NEPHO_EVENT_RAMP);
  assert_event (fixture, 0, NEPHO_EVENT_RAMP, 4, 4, 0.35);
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);

#define ADD(path, function) \
  g_test_add (path, NephoAppFixture, NULL, nepho_app_fixture_set_up, function, nepho_app_fixture_tear_down)
  ADD ("/path-editor/handles", test_handles);
  ADD ("/path-editor/add", test_add);
  ADD ("/path-editor/pointer", test_pointer);
  ADD ("/path-editor/keys", test_keys);
  ADD ("/path-editor/rows", test_rows);
#undef ADD

  return g_test_run ();
}
