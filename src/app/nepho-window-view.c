/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-window-view.h"

#include <math.h>

#include "nepho-page.h"
#include "nepho-view-history.h"

/* As mice have them. */
#define BUTTON_BACK 8u
#define BUTTON_FORWARD 9u

#define KEY "nepho-view"

typedef struct
{
  NephoViewHistory *history;
  gboolean          going; /* what changes is no choice of the reader's */
} Views;

static void
views_free (gpointer data)
{
  Views *views = data;

  nepho_view_history_free (views->history);
  g_free (views);
}

static Views *
views_of (NephoWindow *window)
{
  return g_object_get_data (G_OBJECT (window), KEY);
}

static void
read_view (NephoWindow *window, NephoView *view)
{
  GtkWidget *page = nepho_window_get_page_widget (window);

  *view = (NephoView) { .page = nepho_window_get_page (window), .from = NAN, .to = NAN };
  if (NEPHO_IS_PAGE (page))
    nepho_page_get_view (NEPHO_PAGE (page), view);
}

static void
update_actions (NephoWindow *window, const Views *views)
{
  static const char * const names[] = { "view-back", "view-forward" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (window), names[i])),
                                 nepho_view_history_can_go (views->history, i == 1));
}

/**
 * nepho_window_view_changed:
 * @window: a window
 *
 * The reader looks at something else.
 */
void
nepho_window_view_changed (NephoWindow *window)
{
  Views *views = views_of (window);
  g_auto (NephoView) view = { 0 };

  if (views == NULL || views->going)
    return;

  read_view (window, &view);
  nepho_view_history_visit (views->history, &view, g_get_monotonic_time ());
  update_actions (window, views);
}

/**
 * nepho_window_view_go:
 * @window: a window
 * @forward: forward, to what was gone back from; or back
 *
 * Shows what was looked at before. The document stays as it is.
 */
void
nepho_window_view_go (NephoWindow *window, gboolean forward)
{
  Views *views = views_of (window);
  const NephoView *view = nepho_view_history_go (views->history, forward);
  GtkWidget *page;

  if (view == NULL)
    return;

  views->going = TRUE;
  nepho_window_set_page (window, view->page);
  page = nepho_window_get_page_widget (window);
  if (NEPHO_IS_PAGE (page))
    nepho_page_set_view (NEPHO_PAGE (page), view);
  views->going = FALSE;
  update_actions (window, views);
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, NephoWindow *window)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));

  if (button != BUTTON_BACK && button != BUTTON_FORWARD)
    {
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  nepho_window_view_go (window, button == BUTTON_FORWARD);
}

/**
 * nepho_window_view_attach:
 * @window: a window with its actions, showing its first page
 *
 * Remembers from now on what is looked at.
 */
void
nepho_window_view_attach (NephoWindow *window)
{
  Views *views = g_new0 (Views, 1);
  GtkGesture *click = gtk_gesture_click_new ();

  views->history = nepho_view_history_new ();
  g_object_set_data_full (G_OBJECT (window), KEY, views, views_free);
  nepho_window_view_changed (window);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (click));
}
