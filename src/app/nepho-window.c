/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-window.h"

#include <glib/gi18n-lib.h>

#include "nepho-data-page.h"
#include "nepho-document-scenario.h"
#include "nepho-fact-view.h"
#include "nepho-file-bar.h"
#include "nepho-history-choice.h"
#include "nepho-lever-panel.h"
#include "nepho-main-menu.h"
#include "nepho-page-names.h"
#include "nepho-page.h"
#include "nepho-scenario-menu.h"
#include "nepho-session.h"
#include "nepho-window-actions.h"
#include "nepho-window-file.h"
#include "nepho-window-panes.h"
#include "nepho-window-share.h"
#include "nepho-window-view.h"

struct _NephoWindow
{
  AdwApplicationWindow parent_instance;

  NephoKeeper         *keeper;
  NephoDocument       *document;             /* the keeper's */
  GtkWidget           *pages[NEPHO_N_PAGES]; /* built when first seen */
  guint                shown;                /* index of the page in view */
  gboolean             show_baseline;
  const char          *history;              /* interned; see NephoFigureContext */
  guint                tick;                 /* an update that waits for the next frame, or 0 */

  AdwToastOverlay     *toasts;
  NephoFileBar        *file_bar;
  AdwWindowTitle      *title;
  GtkWidget           *undo_button;
  GtkWidget           *redo_button;
  GtkMenuButton       *scenario_button;
  GtkMenuButton       *menu_button;
  GtkPaned            *outer_paned;
  GtkPaned            *inner_paned;
  GtkWidget           *pages_pane;
  GtkStack            *levers_pane;
  GtkWidget           *levers;
  GtkListBox          *page_list;
  GtkStack            *page_stack;
  GtkLabel            *story_title;
  GtkLabel            *story;
};

G_DEFINE_FINAL_TYPE (NephoWindow, nepho_window, ADW_TYPE_APPLICATION_WINDOW)

/* However many edits come between two frames, the page is made anew once. */
static gboolean
update_page_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  NephoWindow *self = NEPHO_WINDOW (widget);

  self->tick = 0;
  if (NEPHO_IS_PAGE (self->pages[self->shown]))
    nepho_page_update (NEPHO_PAGE (self->pages[self->shown]), self->show_baseline,
                       nepho_lever_panel_get_held (NEPHO_LEVER_PANEL (self->levers)));

  return G_SOURCE_REMOVE;
}

static void
queue_update (NephoWindow *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_page_cb, NULL, NULL);
}

static GSettings *
settings_of (NephoWindow *self)
{
  return nepho_application_get_settings (
      NEPHO_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

/* What is not kept yet bears a mark: edits of a scenario of the data set, or of what a file or the reader's own
 * scenario is to hold. */
static gboolean
is_marked (NephoWindow *self)
{
  const NephoScenario *scenario
    = nepho_document_find_scenario (self->document, nepho_document_get_scenario (self->document));

  if (nepho_keeper_get_file (self->keeper) != NULL || (scenario != NULL && scenario->kind != NEPHO_SCENARIO_BUILT_IN))
    return nepho_document_get_unsaved (self->document);

  return nepho_document_is_edited (self->document);
}

static void
update_title (NephoWindow *self)
{
  g_autofree char *name = nepho_keeper_get_name (self->keeper);
  g_autofree char *title = is_marked (self) ? g_strdup_printf ("%s •", name) : g_strdup (name);

  if (g_str_equal (adw_window_title_get_title (self->title), title))
    return;

  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_step_buttons (NephoWindow *self)
{
  const char *undone = nepho_document_get_undo_label (self->document);
  const char *redone = nepho_document_get_redo_label (self->document);
  g_autofree char *undo =
      undone != NULL ? g_strdup_printf (_("Undo: %s"), undone) : g_strdup (_("Undo"));
  g_autofree char *redo =
      redone != NULL ? g_strdup_printf (_("Redo: %s"), redone) : g_strdup (_("Redo"));

  gtk_widget_set_tooltip_text (self->undo_button, undo);
  gtk_widget_set_tooltip_text (self->redo_button, redo);
}

static void
update_story (NephoWindow *self)
{
  NephoDataset *dataset = nepho_document_get_dataset (self->document);
  const NephoScenario *scenario
    = nepho_document_find_scenario (self->document, nepho_document_get_scenario (self->document));

  gtk_label_set_label (self->story_title,
                       nepho_text_get (scenario != NULL ? scenario->name : dataset->name));
  gtk_label_set_label (self->story, scenario != NULL ? nepho_text_get (scenario->story) : "");
}

static void
document_notify_cb (NephoDocument *document, GParamSpec *pspec, NephoWindow *self)
{
  update_step_buttons (self);
  update_title (self);
  update_story (self);
}

static void
renamed_cb (NephoWindow *self)
{
  update_title (self);
}

static void
draft_failed_cb (NephoWindow *self, const char *message)
{
  /* Translators: a reason, such as a full disk */
  g_autofree char *text = g_strdup_printf (_("No draft can be kept, save soon: %s"), message);

  nepho_window_add_toast (self, text);
}

static void
document_changed_cb (NephoDocument *document, NephoWindow *self)
{
  update_title (self);
  queue_update (self);
}

/* When the pointer lets go, the axes may settle. */
static void
held_cb (NephoLeverPanel *panel, GParamSpec *pspec, NephoWindow *self)
{
  if (!nepho_lever_panel_get_held (panel))
    queue_update (self);
}

static void
page_selected_cb (GtkListBox *list, GtkListBoxRow *row, NephoWindow *self)
{
  if (row != NULL && self->document != NULL)
    nepho_window_set_page (self, nepho_page_names ()[gtk_list_box_row_get_index (row)].page);
}

static void
add_page_rows (NephoWindow *self)
{
  for (guint i = 0; i < NEPHO_N_PAGES; i++)
    {
      const NephoPageName *name = &nepho_page_names ()[i];
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *label = gtk_label_new (_(name->name));

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (name->icon));
      gtk_box_append (GTK_BOX (box), label);
      gtk_list_box_append (self->page_list, box);
    }
}

static void
nepho_window_dispose (GObject *object)
{
  NephoWindow *self = NEPHO_WINDOW (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_object (&self->document);
  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (nepho_window_parent_class)->dispose (object);
}

/* TRUE: the window stays. */
static gboolean
nepho_window_close_request (GtkWindow *window)
{
  return !nepho_window_file_may_close (NEPHO_WINDOW (window))
         || GTK_WINDOW_CLASS (nepho_window_parent_class)->close_request (window);
}

static void
nepho_window_class_init (NephoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nepho_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = nepho_window_close_request;

  g_type_ensure (NEPHO_TYPE_FILE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nephoscope/Nephoscope/ui/nepho-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, NephoWindow, file_bar);
  gtk_widget_class_bind_template_child (widget_class, NephoWindow, title);
  gtk_widget_class_bind_template_child (widget_class, NephoWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, NephoWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, NephoWindow, scenario_button);
  gtk_widget_class_bind_template_child (widget_class, NephoWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, NephoWindow, outer_paned);
  gtk_widget_class_bind_template_child (widget_class, NephoWindow, inner_paned);
  gtk_widget_class_bind_template_child (widget_class, NephoWindow, pages_pane);
  gtk_widget_class_bind_template_child (widget_class, NephoWindow, levers_pane);
  gtk_widget_class_bind_template_child (widget_class, NephoWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, NephoWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, NephoWindow, story_title);
  gtk_widget_class_bind_template_child (widget_class, NephoWindow, story);
  gtk_widget_class_bind_template_callback (widget_class, page_selected_cb);
}

static void
nepho_window_init (NephoWindow *self)
{
  self->show_baseline = TRUE;
  self->history = NEPHO_HISTORY_USUAL;
  self->shown = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_page_rows (self);
}

static void
set_state (NephoWindow *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), state);
}

static void
pane_shown_cb (GtkWidget *pane, GParamSpec *pspec, NephoWindow *self)
{
  set_state (self, pane == self->pages_pane ? "show-pages" : "show-levers",
             g_variant_new_boolean (gtk_widget_get_visible (pane)));
}

static void
money_changed_cb (GSettings *settings, const char *key, NephoWindow *self)
{
  g_autofree char *id = g_settings_get_string (settings, "currency");
  g_autofree char *rate = g_settings_get_string (settings, "exchange-rate");
  NephoCurrency currency = NEPHO_CURRENCY_PUBLISHED;

  nepho_currency_from_id (id, &currency);
  set_state (self, "currency", g_variant_new_string (id));
  set_state (self, "exchange-rate", g_variant_new_string (rate));
  nepho_document_set_money (self->document, currency, rate);
  if (self->shown < NEPHO_N_PAGES)
    queue_update (self);
}

/* One choice for all windows; each data set has rates of its own. */
static void
follow_money (NephoWindow *self, GSettings *settings)
{
  g_signal_connect_object (settings, "changed::currency", G_CALLBACK (money_changed_cb), self, 0);
  g_signal_connect_object (settings, "changed::exchange-rate", G_CALLBACK (money_changed_cb), self, 0);
  money_changed_cb (settings, NULL, self);
}

/* Sizes and choices outlive the window. */
static void
bind_settings (NephoWindow *self)
{
  GSettings *settings = settings_of (self);
  g_autofree char *page = g_settings_get_string (settings, "page");
  g_autofree char *history = g_settings_get_string (settings, "history");
  NephoPages last;

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "show-pages", self->pages_pane, "visible", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "show-levers", self->levers_pane, "visible", G_SETTINGS_BIND_DEFAULT);
  nepho_window_set_show_baseline (self, g_settings_get_boolean (settings, "show-baseline"));
  nepho_window_set_history (self, history);
  follow_money (self, settings);
  if (nepho_page_from_name (page, &last))
    nepho_window_set_page (self, last);
}

/**
 * nepho_window_new:
 * @application: the application
 * @document: what it works on
 *
 * Returns: (transfer none): a window, not yet shown; the application owns it
 */
NephoWindow *
nepho_window_new (NephoApplication *application, NephoDocument *document)
{
  g_autoptr (NephoKeeper) keeper = nepho_keeper_new (document);

  return nepho_window_new_for (application, keeper);
}

/**
 * nepho_window_new_for:
 * @application: the application
 * @keeper: keeper of the document that it works on
 *
 * Returns: (transfer none): a window, not yet shown; the application owns it
 */
NephoWindow *
nepho_window_new_for (NephoApplication *application, NephoKeeper *keeper)
{
  NephoWindow *self = g_object_new (NEPHO_TYPE_WINDOW, "application", application, NULL);
  NephoDocument *document = nepho_keeper_get_document (keeper);

  self->keeper = g_object_ref (keeper);
  self->document = g_object_ref (document);
  g_signal_connect_object (keeper, "renamed", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "draft-failed", G_CALLBACK (draft_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::unsaved", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  nepho_file_bar_watch (self->file_bar, keeper);
  nepho_window_file_take_drops (self);
  nepho_window_share_take_keys (self);
  self->levers = nepho_lever_panel_new (document);
  gtk_stack_add_named (self->levers_pane, self->levers, "levers");
  g_signal_connect_object (self->levers, "notify::held", G_CALLBACK (held_cb), self, 0);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, 0);
  g_signal_connect_object (document, "notify::compared", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::can-undo", G_CALLBACK (document_notify_cb), self, 0);
  adw_window_title_set_subtitle (self->title,
                                 nepho_text_get (nepho_document_get_dataset (document)->name));
  nepho_window_actions_add (self);
  nepho_scenario_menu_attach (self->scenario_button, document);
  nepho_main_menu_attach (self->menu_button, document);
  g_signal_connect_object (self->pages_pane, "notify::visible", G_CALLBACK (pane_shown_cb), self,
                           0);
  g_signal_connect_object (self->levers_pane, "notify::visible", G_CALLBACK (pane_shown_cb), self,
                           0);
  bind_settings (self);
  nepho_window_view_attach (self);
  nepho_window_panes_attach (self->outer_paned, self->inner_paned, settings_of (self));
  document_notify_cb (document, NULL, self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->page_list)));
  nepho_session_watch (nepho_application_get_session (application), self);

  return self;
}

/**
 * nepho_window_get_keeper:
 * @self: a window
 *
 * Returns: (transfer none): where its document is kept
 */
NephoKeeper *
nepho_window_get_keeper (NephoWindow *self)
{
  g_return_val_if_fail (NEPHO_IS_WINDOW (self), NULL);

  return self->keeper;
}

/**
 * nepho_window_get_document:
 * @self: a window
 *
 * Returns: (transfer none): what it works on
 */
NephoDocument *
nepho_window_get_document (NephoWindow *self)
{
  g_return_val_if_fail (NEPHO_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * nepho_window_get_page:
 * @self: a window
 *
 * Returns: the page in view
 */
NephoPages
nepho_window_get_page (NephoWindow *self)
{
  g_return_val_if_fail (NEPHO_IS_WINDOW (self), NEPHO_PAGE_OVERVIEW);

  return self->shown < NEPHO_N_PAGES ? nepho_page_names ()[self->shown].page : NEPHO_PAGE_OVERVIEW;
}

static guint
index_of_page (NephoPages page)
{
  for (guint i = 0; i < NEPHO_N_PAGES; i++)
    if (nepho_page_names ()[i].page == page)
      return i;

  g_return_val_if_reached (0);
}

/* The focus goes with the selection, if it was in the list. */
static void
select_row (NephoWindow *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->page_list, index);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  gtk_list_box_select_row (self->page_list, row);
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->page_list)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The page of facts brings what stands in the levers' place. */
static GtkWidget *
create_data_page (NephoWindow *self)
{
  GtkWidget *page = nepho_data_page_new (self->document);

  gtk_stack_add_named (
      self->levers_pane,
      nepho_fact_view_scroll (nepho_data_page_get_inspector (NEPHO_DATA_PAGE (page))), "source");

  return page;
}

static void
add_page (NephoWindow *self, NephoPages page, guint index)
{
  self->pages[index] = page == NEPHO_PAGE_DATA ? create_data_page (self)
                                               : nepho_page_new (page, self->document);
  if (NEPHO_IS_PAGE (self->pages[index]))
    {
      nepho_page_set_history (NEPHO_PAGE (self->pages[index]), self->history);
      nepho_page_follow_looks (NEPHO_PAGE (self->pages[index]), settings_of (self));
      g_signal_connect_object (self->pages[index], "looked", G_CALLBACK (nepho_window_view_changed), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_stack_add_named (self->page_stack, self->pages[index], nepho_page_name (page)->id);
}

/**
 * nepho_window_set_page:
 * @self: a window
 * @page: one page
 *
 * Shows a page with the levers that matter to it.
 */
void
nepho_window_set_page (NephoWindow *self, NephoPages page)
{
  const char *id = nepho_page_name (page)->id;
  guint index = index_of_page (page);

  g_return_if_fail (NEPHO_IS_WINDOW (self));

  if (index == self->shown)
    return;

  if (self->pages[index] == NULL)
    add_page (self, page, index);
  self->shown = index;
  gtk_stack_set_visible_child_name (self->page_stack, id);
  select_row (self, (int) index);
  if (page != NEPHO_PAGE_DATA)
    nepho_lever_panel_set_page (NEPHO_LEVER_PANEL (self->levers), page);
  gtk_stack_set_visible_child_name (self->levers_pane, page == NEPHO_PAGE_DATA ? "source" : "levers");
  nepho_window_actions_update (self);
  set_state (self, "page", g_variant_new_string (id));
  g_settings_set_string (settings_of (self), "page", id);
  nepho_window_view_changed (self);
  queue_update (self);
}

/**
 * nepho_window_get_show_baseline:
 * @self: a window
 *
 * Returns: whether charts show the baseline
 */
gboolean
nepho_window_get_show_baseline (NephoWindow *self)
{
  g_return_val_if_fail (NEPHO_IS_WINDOW (self), FALSE);

  return self->show_baseline;
}

/**
 * nepho_window_get_history:
 * @self: a window
 *
 * Returns: (transfer none): whose published figures charts show; the string lives for ever
 */
const char *
nepho_window_get_history (NephoWindow *self)
{
  g_return_val_if_fail (NEPHO_IS_WINDOW (self), NEPHO_HISTORY_USUAL);

  return self->history;
}

/**
 * nepho_window_set_history:
 * @self: a window
 * @history: whose published figures charts show: "usual", "all", "none", or the id of a choice; charts
 *   that have none of that choice show what is usual
 *
 * Chooses what is looked at. It is remembered, and no step of undo.
 */
void
nepho_window_set_history (NephoWindow *self, const char *history)
{
  g_return_if_fail (NEPHO_IS_WINDOW (self));

  self->history = g_intern_string (history);
  set_state (self, "history", g_variant_new_string (history));
  g_settings_set_string (settings_of (self), "history", history);
  for (guint i = 0; i < NEPHO_N_PAGES; i++)
    if (NEPHO_IS_PAGE (self->pages[i]))
      nepho_page_set_history (NEPHO_PAGE (self->pages[i]), self->history);
  if (self->shown < NEPHO_N_PAGES)
    queue_update (self);
}

/**
 * nepho_window_set_show_baseline:
 * @self: a window
 * @show: whether charts show the baseline
 */
void
nepho_window_set_show_baseline (NephoWindow *self, gboolean show)
{
  g_return_if_fail (NEPHO_IS_WINDOW (self));

  self->show_baseline = show;
  set_state (self, "show-baseline", g_variant_new_boolean (show));
  g_settings_set_boolean (settings_of (self), "show-baseline", show);
  if (self->shown < NEPHO_N_PAGES)
    queue_update (self);
}

/**
 * nepho_window_get_page_widget:
 * @self: a window
 *
 * Returns: (transfer none): the #NephoPage in view, or the #NephoDataPage
 */
GtkWidget *
nepho_window_get_page_widget (NephoWindow *self)
{
  g_return_val_if_fail (NEPHO_IS_WINDOW (self), NULL);

  return self->shown < NEPHO_N_PAGES ? self->pages[self->shown] : NULL;
}

/**
 * nepho_window_get_levers:
 * @self: a window
 *
 * Returns: (transfer none): its #NephoLeverPanel
 */
GtkWidget *
nepho_window_get_levers (NephoWindow *self)
{
  g_return_val_if_fail (NEPHO_IS_WINDOW (self), NULL);

  return self->levers;
}

/**
 * nepho_window_set_show_pages:
 * @self: a window
 * @show: whether the list of pages is shown
 */
void
nepho_window_set_show_pages (NephoWindow *self, gboolean show)
{
  g_return_if_fail (NEPHO_IS_WINDOW (self));

  gtk_widget_set_visible (self->pages_pane, show);
}

/**
 * nepho_window_set_show_levers:
 * @self: a window
 * @show: whether the panel with levers is shown
 */
void
nepho_window_set_show_levers (NephoWindow *self, gboolean show)
{
  g_return_if_fail (NEPHO_IS_WINDOW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->levers_pane), show);
}

/**
 * nepho_window_write_numbers:
 * @self: a window
 *
 * Writes all numbers anew, after the reader chose other words for large ones. Whoever shows a number shows it
 * anew when the data set is another one.
 */
void
nepho_window_write_numbers (NephoWindow *self)
{
  g_return_if_fail (NEPHO_IS_WINDOW (self));

  g_object_notify (G_OBJECT (self->document), "dataset");
  queue_update (self);
}

static AdwToast *
toast_with_button (const char *message, const char *label, const char *action)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, label);
  adw_toast_set_detailed_action_name (toast, action);

  return toast;
}

/**
 * nepho_window_offer:
 * @self: a window
 * @message: what happened
 * @label: what can be done with it, with a mnemonic
 * @action: the detailed name of an action that does it
 *
 * Tells something in passing, with a button.
 */
void
nepho_window_offer (NephoWindow *self, const char *message, const char *label, const char *action)
{
  g_return_if_fail (NEPHO_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, toast_with_button (message, label, action));
}

/* Another step was made or taken back: what the toast offers is no longer the last. It stays until it has been read:
 * libadwaita 1.2 does not bear that a toast is dismissed which is about to go. */
static void
step_cb (NephoDocument *document, GParamSpec *pspec, AdwToast *toast)
{
  const char *step = g_object_get_data (G_OBJECT (toast), "step");

  if (g_strcmp0 (nepho_document_get_undo_label (document), step) != 0)
    adw_toast_set_button_label (toast, NULL);
}

/**
 * nepho_window_offer_undo:
 * @self: a window
 * @message: what the last step of undo did
 *
 * Tells it in passing, with a button that takes it back as long as it is the last.
 */
void
nepho_window_offer_undo (NephoWindow *self, const char *message)
{
  AdwToast *toast;

  g_return_if_fail (NEPHO_IS_WINDOW (self));

  toast = toast_with_button (message, _("_Undo"), "win.undo");
  g_object_set_data_full (G_OBJECT (toast), "step", g_strdup (nepho_document_get_undo_label (self->document)), g_free);
  g_signal_connect_object (self->document, "notify::can-undo", G_CALLBACK (step_cb), toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * nepho_window_show_scenarios:
 * @self: a window
 *
 * Opens the list of scenarios.
 */
void
nepho_window_show_scenarios (NephoWindow *self)
{
  g_return_if_fail (NEPHO_IS_WINDOW (self));

  gtk_menu_button_popup (self->scenario_button);
}

/**
 * nepho_window_add_toast:
 * @self: a window
 * @message: what happened
 *
 * Tells something in passing.
 */
void
nepho_window_add_toast (NephoWindow *self, const char *message)
{
  AdwToast *toast;
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  g_return_if_fail (NEPHO_IS_WINDOW (self));

  toast = adw_toast_new (escaped);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
