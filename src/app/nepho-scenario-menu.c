/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-scenario-menu.h"

#include <glib/gi18n-lib.h>

/* Characters a line of a story. */
#define LINE_WIDTH 52

static GtkWidget *
text_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), LINE_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_WIDTH);
  gtk_widget_add_css_class (label, style);

  return label;
}

/* Name and story, with a mark at the scenario that is at work. */
static GtkWidget *
scenario_row (const NephoScenario *scenario, gboolean chosen)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *story = text_label (nepho_text_get (scenario->story), "caption");

  gtk_widget_add_css_class (story, "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_opacity (mark, chosen ? 1.0 : 0.0);
  gtk_box_append (GTK_BOX (texts), text_label (nepho_text_get (scenario->name), "heading"));
  gtk_box_append (GTK_BOX (texts), story);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nepho_text_get (scenario->name), -1);

  return row;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  NephoDocument *document = user_data;
  const GPtrArray *scenarios = nepho_document_get_dataset (document)->scenarios;
  const NephoScenario *scenario = g_ptr_array_index (scenarios, gtk_list_box_row_get_index (row));
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_activate_action (GTK_WIDGET (list), "win.scenario", "s", scenario->id);
}

static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  NephoDocument *document = user_data;
  const GPtrArray *scenarios = nepho_document_get_dataset (document)->scenarios;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < scenarios->len; i++)
    {
      const NephoScenario *scenario = g_ptr_array_index (scenarios, i);

      gtk_list_box_append (
          GTK_LIST_BOX (list),
          scenario_row (scenario,
                        g_str_equal (scenario->id, nepho_document_get_scenario (document))));
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Scenarios"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), document, 0);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 560);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_widget_add_css_class (popover, "menu");
  gtk_widget_add_css_class (popover, "scenarios");
  gtk_menu_button_set_popover (button, popover);
}

/**
 * nepho_scenario_menu_attach:
 * @button: the menu's button
 * @document: whose scenarios are offered
 *
 * Gives @button the list of scenarios with their stories, made when it is opened.
 */
void
nepho_scenario_menu_attach (GtkMenuButton *button, NephoDocument *document)
{
  gtk_menu_button_set_create_popup_func (button, create_popover_cb, g_object_ref (document),
                                         g_object_unref);
}
