/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-window-actions.h"

#include <glib/gi18n-lib.h>

#include "nepho-data-page.h"
#include "nepho-document-info.h"
#include "nepho-document-scenario.h"
#include "nepho-house-dialog.h"
#include "nepho-import-dialog.h"
#include "nepho-lever-panel.h"
#include "nepho-market-editor.h"
#include "nepho-money-menu.h"
#include "nepho-page-names.h"
#include "nepho-page.h"
#include "nepho-print.h"
#include "nepho-replay.h"
#include "nepho-scenario-ask.h"
#include "nepho-window-export.h"
#include "nepho-window-file.h"
#include "nepho-window-share.h"
#include "nepho-window-view.h"

/* Every key of the window. The shortcuts window shows the same ones: a test compares them. */
static const NephoAccel accels[] = {
  { "app.open-dataset::china", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "win.close", { "<Control>w" } },
  { "win.copy-scenario", { "<Control><Shift>c" } },
  { "win.edit-market", { "<Control>m" } },
  { "win.export-page", { "<Control>e" } },
  { "win.fullscreen", { "F11" } },
  { "win.import", { "<Control>i" } },
  { "win.new-scenario", { "<Control><Shift>n" } },
  { "win.open", { "<Control>o" } },
  { "win.page::compute", { "<Alt>4" } },
  { "win.page::data", { "<Alt>7" } },
  { "win.page::market", { "<Alt>2" } },
  { "win.page::overview", { "<Alt>1" } },
  { "win.page::revenue", { "<Alt>3" } },
  { "win.page::scenarios", { "<Alt>5" } },
  { "win.page::uncertainty", { "<Alt>6" } },
  { "win.present", { "F5" } },
  { "win.properties", { "<Alt>Return" } },
  { "win.print", { "<Control>p" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.replay", { "<Control>r" } },
  { "win.reset-all", { "<Control><Shift>r" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.scenarios", { "<Control>k" } },
  { "win.search", { "<Control>f" } },
  { "win.show-baseline", { "<Control>b" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.show-levers", { "<Shift>F9" } },
  { "win.show-pages", { "F9" } },
  { "win.undo", { "<Control>z" } },
  { "win.view-back", { "<Alt>Left", "Back" } },
  { "win.view-forward", { "<Alt>Right", "Forward" } },
};

/**
 * nepho_window_actions_accels:
 * @n_accels: (out): number of rows
 *
 * Returns: (array length=n_accels) (transfer none): every action that has keys, with them
 */
const NephoAccel *
nepho_window_actions_accels (guint *n_accels)
{
  *n_accels = G_N_ELEMENTS (accels);

  return accels;
}

/**
 * nepho_window_actions_set_accels:
 * @application: the application
 *
 * Makes the keys of the table work in its windows.
 */
void
nepho_window_actions_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].accels);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_document_undo (nepho_window_get_document (user_data));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_document_redo (nepho_window_get_document (user_data));
}

static void
replay_over_cb (gpointer window)
{
  g_object_set_data (window, "nepho-replay", NULL);
}

/* Once more stops it. */
static void
replay_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NephoReplay *replay = g_object_get_data (user_data, "nepho-replay");
  const char *change = nepho_document_get_last_change (nepho_window_get_document (user_data), NULL);

  if (replay != NULL)
    {
      nepho_replay_stop (replay);
      return;
    }

  g_object_set_data (user_data, "nepho-replay",
                     nepho_replay_start (NEPHO_PAGE (nepho_window_get_page_widget (user_data)),
                                         nepho_window_get_document (user_data), replay_over_cb, user_data));
  nepho_window_add_toast (user_data, change);
}

static void
view_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_window_view_go (user_data, FALSE);
}

static void
view_forward_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_window_view_go (user_data, TRUE);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_window_file_ask_open (user_data);
}

static void
open_recent_cb (GSimpleAction *action, GVariant *uri, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (uri, NULL));

  nepho_window_file_open (NEPHO_APPLICATION (gtk_window_get_application (user_data)), user_data, file);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_window_file_save (user_data, FALSE);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_window_file_ask_save (user_data, FALSE);
}

static void
copy_scenario_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_window_share_copy (user_data);
}

static void
paste_scenario_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_window_share_paste (user_data);
}

static void
properties_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_document_info_present (user_data);
}

static void
reload_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_window_file_reload (user_data);
}

static void
reset_all_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_document_reset_to (nepho_window_get_document (user_data), NEPHO_RESET_TO_SOURCE, NULL, 0,
                           _("Reset everything"));
}

/* Back to where the scenario at work has its values from. */
static void
reset_scenario_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_document_reset_to (nepho_window_get_document (user_data), NEPHO_RESET_TO_SCENARIO, NULL, 0,
                           _("Reset everything to the scenario"));
}

static void
scenarios_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_window_show_scenarios (user_data);
}

static void
new_scenario_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_scenario_ask_new (user_data, nepho_document_get_scenario (nepho_window_get_document (user_data)));
}

static void
scenario_cb (GSimpleAction *action, GVariant *id, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!nepho_document_apply_scenario (nepho_window_get_document (user_data),
                                      g_variant_get_string (id, NULL), &error))
    nepho_window_add_toast (user_data, error->message);
}

static void
page_cb (GSimpleAction *action, GVariant *id, gpointer user_data)
{
  NephoPages page;

  if (nepho_page_from_name (g_variant_get_string (id, NULL), &page))
    nepho_window_set_page (user_data, page);
}

static void
history_cb (GSimpleAction *action, GVariant *id, gpointer user_data)
{
  nepho_window_set_history (user_data, g_variant_get_string (id, NULL));
}

/* One choice for all windows, each of which follows the settings. */
static void
money_cb (GSimpleAction *action, GVariant *choice, gpointer user_data)
{
  NephoApplication *application = NEPHO_APPLICATION (gtk_window_get_application (user_data));

  g_settings_set_value (nepho_application_get_settings (application), g_action_get_name (G_ACTION (action)), choice);
}

static void
ask_rate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NephoApplication *application = NEPHO_APPLICATION (gtk_window_get_application (user_data));

  nepho_money_ask_rate (user_data, nepho_window_get_document (user_data), nepho_application_get_settings (application));
}

static void
show_baseline_cb (GSimpleAction *action, GVariant *show, gpointer user_data)
{
  nepho_window_set_show_baseline (user_data, g_variant_get_boolean (show));
}

static void
show_pages_cb (GSimpleAction *action, GVariant *show, gpointer user_data)
{
  nepho_window_set_show_pages (user_data, g_variant_get_boolean (show));
}

static void
show_levers_cb (GSimpleAction *action, GVariant *show, gpointer user_data)
{
  nepho_window_set_show_levers (user_data, g_variant_get_boolean (show));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWidget *page = nepho_window_get_page_widget (user_data);

  if (NEPHO_IS_DATA_PAGE (page))
    {
      nepho_data_page_search (NEPHO_DATA_PAGE (page));
      return;
    }
  nepho_window_set_show_levers (user_data, TRUE);
  nepho_lever_panel_search (NEPHO_LEVER_PANEL (nepho_window_get_levers (user_data)));
}

static void
edit_market_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_market_editor_present (user_data, nepho_window_get_document (user_data));
}

static void
export_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_window_export_ask (user_data, NEPHO_EXPORT_PAGE);
}

static void
export_cb (GSimpleAction *action, GVariant *id, gpointer user_data)
{
  NephoExportKind kind;

  if (nepho_export_kind_from_id (g_variant_get_string (id, NULL), &kind))
    nepho_window_export_ask (user_data, kind);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_print (nepho_window_get_page_widget (user_data), nepho_window_export_subject (user_data, NEPHO_EXPORT_PAGE));
}

static void
print_report_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_print (nepho_window_get_page_widget (user_data), nepho_window_export_subject (user_data, NEPHO_EXPORT_REPORT));
}

static void
house_style_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (nepho_house_dialog_new (user_data)));
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (nepho_import_dialog_new (nepho_window_get_document (user_data), user_data)));
}

static void
present_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_page_present (NEPHO_PAGE (nepho_window_get_page_widget (user_data)));
}

/* The chart that has the focus, or the window. */
static void
fullscreen_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (user_data);
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus != NULL && gtk_widget_activate_action (focus, "card.present", NULL))
    return;
  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

static const GActionEntry entries[] = {
  { .name = "ask-rate", .activate = ask_rate_cb },
  { .name = "close", .activate = close_cb },
  { .name = "copy-scenario", .activate = copy_scenario_cb },
  { .name = "currency", .activate = money_cb, .parameter_type = "s", .state = "'published'" },
  { .name = "edit-market", .activate = edit_market_cb },
  { .name = "exchange-rate", .activate = money_cb, .parameter_type = "s", .state = "''" },
  { .name = "export", .activate = export_cb, .parameter_type = "s" },
  { .name = "export-page", .activate = export_page_cb },
  { .name = "fullscreen", .activate = fullscreen_cb },
  { .name = "history", .activate = history_cb, .parameter_type = "s", .state = "'usual'" },
  { .name = "house-style", .activate = house_style_cb },
  { .name = "import", .activate = import_cb },
  { .name = "new-scenario", .activate = new_scenario_cb },
  { .name = "open", .activate = open_cb },
  { .name = "open-recent", .activate = open_recent_cb, .parameter_type = "s" },
  { .name = "page", .activate = page_cb, .parameter_type = "s", .state = "'overview'" },
  { .name = "paste-scenario", .activate = paste_scenario_cb },
  { .name = "present", .activate = present_cb },
  { .name = "properties", .activate = properties_cb },
  { .name = "print", .activate = print_cb },
  { .name = "print-report", .activate = print_report_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "reload", .activate = reload_cb },
  { .name = "replay", .activate = replay_cb },
  { .name = "reset-all", .activate = reset_all_cb },
  { .name = "reset-scenario", .activate = reset_scenario_cb },
  { .name = "save", .activate = save_cb },
  { .name = "save-as", .activate = save_as_cb },
  { .name = "scenario", .activate = scenario_cb, .parameter_type = "s", .state = "''" },
  { .name = "scenarios", .activate = scenarios_cb },
  { .name = "search", .activate = search_cb },
  { .name = "show-baseline", .state = "true", .change_state = show_baseline_cb },
  { .name = "show-levers", .state = "true", .change_state = show_levers_cb },
  { .name = "show-pages", .state = "true", .change_state = show_pages_cb },
  { .name = "undo", .activate = undo_cb },
  { .name = "view-back", .activate = view_back_cb },
  { .name = "view-forward", .activate = view_forward_cb },
};

static void
set_enabled (NephoWindow *window, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* What changed can be shown again where there are charts. */
static void
update_replay (NephoWindow *window)
{
  set_enabled (window, "replay", nepho_document_get_last_change (nepho_window_get_document (window), NULL) != NULL
                                     && nepho_window_get_page (window) != NEPHO_PAGE_DATA);
}

/* What can be done follows from the document. */
static void
document_notify_cb (NephoDocument *document, GParamSpec *pspec, NephoWindow *window)
{
  GAction *scenario = g_action_map_lookup_action (G_ACTION_MAP (window), "scenario");

  set_enabled (window, "undo", nepho_document_can_undo (document));
  set_enabled (window, "redo", nepho_document_can_redo (document));
  set_enabled (window, "reset-all", nepho_document_differs (document));
  set_enabled (window, "reset-scenario", nepho_document_count_edits (document) > 0);
  update_replay (window);
  g_simple_action_set_state (G_SIMPLE_ACTION (scenario),
                             g_variant_new_string (nepho_document_get_scenario (document)));
}

/**
 * nepho_window_actions_add:
 * @window: a window with its document
 *
 * Adds the window's actions and keeps them in step with its document.
 */
void
nepho_window_actions_add (NephoWindow *window)
{
  NephoDocument *document = nepho_window_get_document (window);

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  g_signal_connect_object (document, "notify::can-undo", G_CALLBACK (document_notify_cb), window,
                           0);
  document_notify_cb (document, NULL, window);
}

/**
 * nepho_window_actions_update:
 * @window: a window
 *
 * Keeps the actions in step with the page in view: facts are neither exported as a picture nor presented.
 */
void
nepho_window_actions_update (NephoWindow *window)
{
  gboolean charts = nepho_window_get_page (window) != NEPHO_PAGE_DATA;

  set_enabled (window, "export-page", charts);
  set_enabled (window, "print", charts);
  set_enabled (window, "present", charts);
  update_replay (window);
}
