/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-scenario-menu.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-scenario.h"
#include "nepho-scenario-ask.h"
#include "nepho-scenario-details.h"
#include "nepho-scenario-row.h"

/* Characters of a name that the button shows. */
#define NAME_CHARS 18

#define MAX_HEIGHT 440

static NephoWindow *
window_of (gpointer popover)
{
  return NEPHO_WINDOW (gtk_widget_get_root (popover));
}

/* The list is of what there was when it opened: whatever is done closes it first. */
static NephoWindow *
leave (gpointer popover)
{
  gtk_popover_popdown (popover);

  return window_of (popover);
}

static void
new_cb (GSimpleAction *action, GVariant *id, gpointer popover)
{
  nepho_scenario_ask_new (leave (popover), g_variant_get_string (id, NULL));
}

static void
duplicate_cb (GSimpleAction *action, GVariant *id, gpointer popover)
{
  nepho_scenario_ask_duplicate (leave (popover), g_variant_get_string (id, NULL));
}

static void
rename_cb (GSimpleAction *action, GVariant *id, gpointer popover)
{
  nepho_scenario_ask_rename (leave (popover), g_variant_get_string (id, NULL));
}

static void
details_cb (GSimpleAction *action, GVariant *id, gpointer popover)
{
  nepho_scenario_details_present (leave (popover), g_variant_get_string (id, NULL));
}

static void
describe_cb (GSimpleAction *action, GVariant *id, gpointer popover)
{
  nepho_scenario_details_describe (
      nepho_scenario_details_present (leave (popover), g_variant_get_string (id, NULL)));
}

static void
snapshot_cb (GSimpleAction *action, GVariant *parameter, gpointer popover)
{
  nepho_scenario_ask_snapshot (leave (popover));
}

static void
compare_cb (GSimpleAction *action, GVariant *id, gpointer popover)
{
  nepho_scenario_compare (leave (popover), g_variant_get_string (id, NULL), TRUE);
}

static void
compare_not_cb (GSimpleAction *action, GVariant *id, gpointer popover)
{
  nepho_scenario_compare (leave (popover), g_variant_get_string (id, NULL), FALSE);
}

static void
delete_cb (GSimpleAction *action, GVariant *id, gpointer popover)
{
  nepho_scenario_delete (leave (popover), g_variant_get_string (id, NULL));
}

static const GActionEntry entries[] = {
  { .name = "new", .activate = new_cb, .parameter_type = "s" },
  { .name = "duplicate", .activate = duplicate_cb, .parameter_type = "s" },
  { .name = "rename", .activate = rename_cb, .parameter_type = "s" },
  { .name = "details", .activate = details_cb, .parameter_type = "s" },
  { .name = "describe", .activate = describe_cb, .parameter_type = "s" },
  { .name = "compare", .activate = compare_cb, .parameter_type = "s" },
  { .name = "compare-not", .activate = compare_not_cb, .parameter_type = "s" },
  { .name = "snapshot", .activate = snapshot_cb },
  { .name = "delete", .activate = delete_cb, .parameter_type = "s" },
};

static void
add_actions (GtkWidget *popover)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), popover);
  gtk_widget_insert_action_group (popover, "scenarios", G_ACTION_GROUP (group));
}

static void
row_activated_cb (GtkListBox *list, NephoScenarioRow *row, GtkWidget *popover)
{
  g_autofree char *id = g_strdup (nepho_scenario_row_get_id (row));

  gtk_widget_activate_action (GTK_WIDGET (leave (popover)), "win.scenario", "s", id);
}

/* What the row's menu does, by keys. */
static gboolean
row_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, GtkWidget *popover)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *row = gtk_widget_get_focus_child (list);
  NephoDocument *document = nepho_window_get_document (window_of (popover));
  const char *id = row != NULL ? nepho_scenario_row_get_id (NEPHO_SCENARIO_ROW (row)) : NULL;
  const NephoScenario *scenario = nepho_document_find_scenario (document, id);

  if (scenario == NULL)
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (modifiers & GDK_SHIFT_MASK) != 0))
    nepho_scenario_row_show_menu (NEPHO_SCENARIO_ROW (row));
  else if (key == GDK_KEY_F2 && scenario->kind == NEPHO_SCENARIO_OWN)
    gtk_widget_activate_action (popover, "scenarios.rename", "s", id);
  else if (key == GDK_KEY_Delete && scenario->kind == NEPHO_SCENARIO_OWN)
    gtk_widget_activate_action (popover, "scenarios.delete", "s", id);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static GtkWidget *
build_list (GtkWidget *popover, NephoDocument *document)
{
  g_autoptr (GPtrArray) scenarios = nepho_document_get_scenarios (document);
  GtkWidget *list = gtk_list_box_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (guint i = 0; i < scenarios->len; i++)
    {
      const NephoScenario *scenario = g_ptr_array_index (scenarios, i);

      if (scenario->kind != NEPHO_SCENARIO_SNAPSHOT)
        gtk_list_box_append (GTK_LIST_BOX (list), nepho_scenario_row_new (document, scenario->id));
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Scenarios"), -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), popover);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (row_key_cb), popover);
  gtk_widget_add_controller (list, keys);

  return list;
}

/* The reader begins where they are. */
static void
focus_at_work_cb (GtkWidget *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_has_css_class (row, "at-work"))
      gtk_widget_grab_focus (row);
}

static GtkWidget *
scroll (GtkWidget *list)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);

  return scrolled;
}

static GtkWidget *
action_button (const char *label, const char *action, const char *id)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (id != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);

  return button;
}

/* "2 changes from “As reported”", and what becomes of them. */
static char *
describe_edits (NephoDocument *document, char **fate)
{
  const NephoScenario *scenario = nepho_document_find_scenario (document, nepho_document_get_scenario (document));
  const NephoScenario *from = scenario;
  guint n_edits = nepho_document_count_edits (document);
  const char *own = nepho_document_get_own_name (document);

  if (own != NULL)
    from = nepho_document_find_scenario (document, scenario->parent);
  /* Translators: name of a scenario of the reader's */
  *fate = own != NULL ? g_strdup_printf (_("Part of “%s”."), own)
                      : g_strdup (_("A new scenario keeps them; choosing another one drops them, and undo brings them back."));

  return g_strdup_printf (ngettext ("%u change from “%s”", "%u changes from “%s”", n_edits), n_edits,
                          nepho_text_get (from != NULL ? from->name : nepho_document_get_dataset (document)->name));
}

static void
pop_down_cb (GtkPopover *popover)
{
  gtk_popover_popdown (popover);
}

static GtkWidget *
build_edits (GtkWidget *popover, NephoDocument *document)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *fate = NULL;
  g_autofree char *edits = describe_edits (document, &fate);
  GtkWidget *heading = gtk_label_new (edits);
  GtkWidget *caption = gtk_label_new (fate);
  GtkWidget *reset = action_button (_("_Reset"), "win.reset-scenario", NULL);
  GtkWidget *keep = action_button (_("_New…"), "scenarios.new", nepho_document_get_scenario (document));

  gtk_label_set_xalign (GTK_LABEL (heading), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (caption), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (caption), 30);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), heading);
  gtk_box_append (GTK_BOX (texts), caption);
  gtk_widget_set_valign (reset, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (keep, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), reset);
  gtk_box_append (GTK_BOX (box), keep);
  gtk_widget_add_css_class (box, "scenario-edits");
  g_signal_connect_swapped (reset, "clicked", G_CALLBACK (pop_down_cb), popover);

  return box;
}

static GtkWidget *
build_footer (NephoDocument *document)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *id = nepho_document_get_scenario (document);

  gtk_box_append (GTK_BOX (box), action_button (_("New from _Current…"), "scenarios.new", id));
  gtk_box_append (GTK_BOX (box), action_button (_("Take a _Snapshot…"), "scenarios.snapshot", NULL));
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "scenario-footer");
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_hexpand (child, TRUE);

  return box;
}

static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  NephoDocument *document = user_data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = build_list (popover, document);

  add_actions (popover);
  if (nepho_document_count_edits (document) > 0)
    {
      gtk_box_append (GTK_BOX (box), build_edits (popover, document));
      gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
    }
  gtk_box_append (GTK_BOX (box), scroll (list));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), build_footer (document));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "map", G_CALLBACK (focus_at_work_cb), list);
  gtk_widget_add_css_class (popover, "menu");
  gtk_widget_add_css_class (popover, "scenarios");
  gtk_menu_button_set_popover (button, popover);
}

/* The button is called as the scenario at work is. */
static void
name_cb (NephoDocument *document, GParamSpec *pspec, GtkMenuButton *button)
{
  const NephoScenario *scenario = nepho_document_find_scenario (document, nepho_document_get_scenario (document));
  const char *name = scenario != NULL ? nepho_text_get (scenario->name) : _("Scenarios");
  /* Translators: name of a scenario */
  g_autofree char *tooltip = g_strdup_printf (_("Scenario “%s”: choose another, keep, compare with what it follows"), name);

  gtk_label_set_label (GTK_LABEL (gtk_menu_button_get_child (button)), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), scenario != NULL ? tooltip : _("Choose a scenario"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

/**
 * nepho_scenario_menu_attach:
 * @button: the menu's button
 * @document: whose scenarios are offered
 *
 * Gives @button the list of scenarios with their stories and all that can be done with them, made when it is opened.
 */
void
nepho_scenario_menu_attach (GtkMenuButton *button, NephoDocument *document)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_menu_button_set_child (button, label);
  gtk_menu_button_set_create_popup_func (button, create_popover_cb, g_object_ref (document), g_object_unref);
  g_signal_connect_object (document, "notify::can-undo", G_CALLBACK (name_cb), button, 0);
  g_signal_connect_object (document, "notify::dataset", G_CALLBACK (name_cb), button, 0);
  name_cb (document, NULL, button);
}
