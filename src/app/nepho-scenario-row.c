/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-scenario-row.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-scenario.h"

/* Characters a line of a story, and how many lines of it. */
#define LINE_WIDTH 46
#define STORY_LINES 2

/* Who follows stands this much to the right of whom it follows. */
#define INDENT 18

struct _NephoScenarioRow
{
  GtkListBoxRow  parent_instance;

  char          *id;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (NephoScenarioRow, nepho_scenario_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
text_label (const char *text, const char *style, int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), LINE_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_WIDTH);
  gtk_widget_add_css_class (label, style);

  return label;
}

/* Its story; where nobody told one, how much it differs and from what. */
static char *
second_line (NephoDocument *document, const NephoScenario *scenario)
{
  const char *story = nepho_text_get (scenario->story);
  const NephoScenario *parent = nepho_document_find_scenario (document, scenario->parent);
  const NephoText *name = parent != NULL ? parent->name : nepho_document_get_dataset (document)->name;
  g_autoptr (GArray) differences = NULL;

  if (*story != '\0')
    return g_strdup (story);

  differences = nepho_document_get_differences (document, scenario->id);
  if (differences->len == 0)
    /* Translators: name of a scenario */
    return g_strdup_printf (_("The same as “%s”"), nepho_text_get (name));

  /* Translators: how many values are others, and name of the scenario of which they are changed */
  return g_strdup_printf (ngettext ("%u change from “%s”", "%u changes from “%s”", differences->len), differences->len,
                          nepho_text_get (name));
}

static void
append (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

/* What came with the data set stays as it is. */
static GMenuModel *
build_menu (const NephoScenario *scenario, gboolean at_work, gboolean compared)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();
  g_autoptr (GMenu) words = g_menu_new ();
  g_autoptr (GMenu) deletion = g_menu_new ();

  append (copies, _("_New from This…"), "scenarios.new", scenario->id);
  append (copies, _("D_uplicate…"), "scenarios.duplicate", scenario->id);
  if (at_work)
    g_menu_append (copies, _("Take a _Snapshot…"), "scenarios.snapshot");
  if (compared)
    append (words, _("Do Not _Compare"), "scenarios.compare-not", scenario->id);
  else
    append (words, _("_Compare"), "scenarios.compare", scenario->id);
  append (words, _("_Details"), "scenarios.details", scenario->id);
  if (scenario->kind == NEPHO_SCENARIO_OWN)
    {
      append (words, _("D_escribe"), "scenarios.describe", scenario->id);
      append (words, _("_Rename…"), "scenarios.rename", scenario->id);
      append (deletion, _("De_lete"), "scenarios.delete", scenario->id);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deletion));

  return G_MENU_MODEL (menu);
}

static void
nepho_scenario_row_finalize (GObject *object)
{
  g_free (NEPHO_SCENARIO_ROW (object)->id);

  G_OBJECT_CLASS (nepho_scenario_row_parent_class)->finalize (object);
}

static void
nepho_scenario_row_class_init (NephoScenarioRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nepho_scenario_row_finalize;
}

static void
nepho_scenario_row_init (NephoScenarioRow *self)
{
}

static GtkWidget *
build_menu_button (NephoDocument *document, const NephoScenario *scenario, gboolean at_work)
{
  GtkWidget *button = gtk_menu_button_new ();
  gboolean compared = g_strv_contains (nepho_document_get_compared (document), scenario->id);
  g_autoptr (GMenuModel) menu = build_menu (scenario, at_work, compared);
  /* Translators: name of a scenario */
  g_autofree char *label = g_strdup_printf (_("What can be done with “%s”"), nepho_text_get (scenario->name));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

/**
 * nepho_scenario_row_new:
 * @document: a document
 * @id: id of one of its scenarios
 *
 * Returns: (transfer floating): a row that shows it as it is now
 */
GtkWidget *
nepho_scenario_row_new (NephoDocument *document, const char *id)
{
  NephoScenarioRow *self = g_object_new (NEPHO_TYPE_SCENARIO_ROW, NULL);
  const NephoScenario *scenario = nepho_document_find_scenario (document, id);
  gboolean at_work = g_str_equal (id, nepho_document_get_scenario (document));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  g_autofree char *second = second_line (document, scenario);
  GtkWidget *story = text_label (second, "caption", STORY_LINES);

  self->id = g_strdup (id);
  self->menu = GTK_MENU_BUTTON (build_menu_button (document, scenario, at_work));
  gtk_widget_add_css_class (story, "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_opacity (mark, at_work ? 1.0 : 0.0);
  gtk_widget_set_margin_start (texts, INDENT * (int) nepho_document_get_scenario_depth (document, id));
  gtk_box_append (GTK_BOX (texts), text_label (nepho_text_get (scenario->name), "heading", 1));
  gtk_box_append (GTK_BOX (texts), story);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->menu));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_set_tooltip_text (GTK_WIDGET (texts), second);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nepho_text_get (scenario->name), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, second, -1);
  if (at_work)
    gtk_widget_add_css_class (GTK_WIDGET (self), "at-work");

  return GTK_WIDGET (self);
}

/**
 * nepho_scenario_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none): id of its scenario
 */
const char *
nepho_scenario_row_get_id (NephoScenarioRow *self)
{
  g_return_val_if_fail (NEPHO_IS_SCENARIO_ROW (self), NULL);

  return self->id;
}

/**
 * nepho_scenario_row_show_menu:
 * @self: a row
 *
 * Opens its menu, as its button does.
 */
void
nepho_scenario_row_show_menu (NephoScenarioRow *self)
{
  g_return_if_fail (NEPHO_IS_SCENARIO_ROW (self));

  gtk_menu_button_popup (self->menu);
}
