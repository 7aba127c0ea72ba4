/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-lever-section.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-path.h"
#include "nepho-document-scenario.h"
#include "nepho-number.h"

struct _NephoLeverSection
{
  GtkWidget      parent_instance;

  NephoDocument *document;
  NephoDataset  *dataset; /* whose segments or vendors are offered */
  NephoGroup     group;
  GPtrArray     *levers;  /* NephoLever, made when the section is first opened */
  guint          n_changed;

  GtkWidget     *overlay;  /* of the expander and the menu button in its heading */
  GtkWidget     *expander;
  GtkWidget     *menu;
  GtkWidget     *changed; /* label in the heading: how many levers are not at their default */
  GtkWidget     *box;
  GtkWidget     *chooser; /* GtkDropDown of segments or vendors, or NULL */
  GtkWidget     *total;   /* label: what the shares sum to, or NULL */
};

G_DEFINE_FINAL_TYPE (NephoLeverSection, nepho_lever_section, GTK_TYPE_WIDGET)

static gboolean
is_by_segment (NephoLeverSection *self)
{
  return self->group == NEPHO_GROUP_SEGMENT || self->group == NEPHO_GROUP_SHARES;
}

static gboolean
is_by_vendor (NephoLeverSection *self)
{
  return self->group == NEPHO_GROUP_VENDOR;
}

/* The parameters of the group that belong to the choice, in the order of the table. */
static GArray *
chosen_parameters (NephoLeverSection *self)
{
  NephoParameterSet *set = nepho_document_get_parameters (self->document);
  guint chosen =
      self->chooser != NULL ? gtk_drop_down_get_selected (GTK_DROP_DOWN (self->chooser)) : 0;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < nepho_parameter_set_size (set); i++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (set, i);

      if (parameter->spec->group == self->group
          && (!is_by_segment (self) || parameter->segment == (int)chosen)
          && (!is_by_vendor (self) || parameter->vendor == (int) chosen))
        g_array_append_val (found, i);
    }

  return found;
}

static void
show_total (NephoLeverSection *self)
{
  const double *values = nepho_document_get_values (self->document);
  g_autoptr (GArray) shares = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *text = NULL;
  double total = 0.0;

  if (self->total == NULL)
    return;

  shares = chosen_parameters (self);
  for (guint i = 0; i < shares->len; i++)
    total += values[g_array_index (shares, guint, i)];
  sum = nepho_number_format (total, NEPHO_UNIT_FRACTION, NEPHO_NUMBER_WITH_UNIT);
  text = g_strdup_printf (_("Total %s"), sum);
  gtk_label_set_label (GTK_LABEL (self->total), text);
}

/* All of the group, also of the segments and vendors that are not in view. */
static GArray *
group_parameters (NephoLeverSection *self)
{
  NephoParameterSet *set = nepho_document_get_parameters (self->document);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < nepho_parameter_set_size (set); i++)
    if (nepho_parameter_set_get (set, i)->spec->group == self->group)
      g_array_append_val (found, i);

  return found;
}

static gboolean
can_reset (NephoLeverSection *self, const GArray *parameters, NephoReset to)
{
  return nepho_document_can_reset (self->document, to, (const guint *) (gpointer) parameters->data, parameters->len);
}

/* Where there is nothing to reset there is no menu either. */
static void
show_resets (NephoLeverSection *self)
{
  g_autoptr (GArray) parameters = group_parameters (self);
  gboolean to_scenario = can_reset (self, parameters, NEPHO_RESET_TO_SCENARIO);
  gboolean to_source = can_reset (self, parameters, NEPHO_RESET_TO_SOURCE);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "section.reset-scenario", to_scenario);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "section.reset-source", to_source);
  gtk_widget_set_visible (self->menu, to_scenario || to_source);
}

static void
reset_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NephoLeverSection *self = NEPHO_LEVER_SECTION (widget);
  g_autoptr (GArray) parameters = group_parameters (self);
  gboolean to_scenario = g_str_equal (name, "section.reset-scenario");
  /* Translators: name of a group of levers, such as "Prices" */
  g_autofree char *label = to_scenario
                             ? g_strdup_printf (_("Reset “%s” to the scenario"), nepho_group_name (self->group))
                             : g_strdup_printf (_("Reset “%s” to the source"), nepho_group_name (self->group));

  nepho_document_reset_to (self->document, to_scenario ? NEPHO_RESET_TO_SCENARIO : NEPHO_RESET_TO_SOURCE,
                           (const guint *) (gpointer) parameters->data, parameters->len, label);
}

static void
show_changed (NephoLeverSection *self)
{
  NephoParameterSet *set = nepho_document_get_parameters (self->document);
  const double *values = nepho_document_get_values (self->document);
  g_autofree char *text = NULL;
  guint n_changed = 0;

  for (guint i = 0; i < nepho_parameter_set_size (set); i++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (set, i);

      n_changed += parameter->spec->group == self->group
                   && (values[i] != parameter->initial || nepho_document_has_path (self->document, i));
    }
  if (n_changed == self->n_changed)
    return;

  self->n_changed = n_changed;
  text = g_strdup_printf (ngettext ("%u changed", "%u changed", n_changed), n_changed);
  gtk_label_set_label (GTK_LABEL (self->changed), text);
  gtk_widget_set_visible (self->changed, n_changed > 0);
}

static void
document_changed_cb (NephoDocument *document, NephoLeverSection *self)
{
  show_changed (self);
  show_total (self);
}

/* At the end of a step, not while a slider moves. */
static void
state_cb (NephoDocument *document, GParamSpec *pspec, NephoLeverSection *self)
{
  show_resets (self);
}

static void
chosen_cb (GtkDropDown *chooser, GParamSpec *pspec, NephoLeverSection *self)
{
  g_autoptr (GArray) parameters = chosen_parameters (self);

  for (guint i = 0; i < parameters->len && i < self->levers->len; i++)
    nepho_lever_set_parameter (g_ptr_array_index (self->levers, i),
                               g_array_index (parameters, guint, i));
  show_total (self);
}

static void
add_chooser (NephoLeverSection *self)
{
  NephoDataset *dataset = nepho_document_get_dataset (self->document);
  guint n_items = is_by_segment (self) ? dataset->segments->len : dataset->vendors->len;
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_items; i++)
    gtk_string_list_append (names, nepho_text_get (is_by_segment (self)
                                                       ? nepho_dataset_segment (dataset, i)->name
                                                       : nepho_dataset_vendor (dataset, i)->name));
  self->chooser = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_by_segment (self) ? _("Segment") : _("Vendor"), -1);
  gtk_widget_add_css_class (self->chooser, "lever-chooser");
  gtk_box_append (GTK_BOX (self->box), self->chooser);
  g_signal_connect (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self);
}

static void
build (NephoLeverSection *self)
{
  g_autoptr (GArray) parameters = NULL;

  if (self->levers->len > 0)
    return;

  if (is_by_segment (self) || is_by_vendor (self))
    add_chooser (self);

  parameters = chosen_parameters (self);
  for (guint i = 0; i < parameters->len; i++)
    {
      GtkWidget *lever = nepho_lever_new (self->document, g_array_index (parameters, guint, i),
                                          self->group == NEPHO_GROUP_SHARES ? NEPHO_LEVER_VENDOR
                                                                            : NEPHO_LEVER_NAME);

      g_ptr_array_add (self->levers, lever);
      gtk_box_append (GTK_BOX (self->box), lever);
    }

  if (self->group == NEPHO_GROUP_SHARES)
    {
      self->total = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (self->total), 1.0f);
      gtk_widget_add_css_class (self->total, "heading");
      gtk_widget_add_css_class (self->total, "share-total");
      gtk_box_append (GTK_BOX (self->box), self->total);
      show_total (self);
    }
}

static const char *
item_id (NephoLeverSection *self, const NephoDataset *dataset, guint index)
{
  return is_by_segment (self) ? nepho_dataset_segment (dataset, index)->id
                              : nepho_dataset_vendor (dataset, index)->id;
}

/* The place of what was chosen in the data set that was, or the first where it is gone. */
static guint
find_chosen (NephoLeverSection *self, const NephoDataset *dataset, guint chosen)
{
  guint n_items = is_by_segment (self) ? dataset->segments->len : dataset->vendors->len;

  for (guint i = 0; i < n_items; i++)
    if (g_str_equal (item_id (self, dataset, i), item_id (self, self->dataset, chosen)))
      return i;

  return 0;
}

static void
clear (NephoLeverSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child;

  /* Who was in here stays near. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->box))
    gtk_widget_grab_focus (self->expander);
  g_signal_handlers_disconnect_by_data (self->chooser, self);
  g_ptr_array_set_size (self->levers, 0);
  self->chooser = NULL;
  self->total = NULL;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

/* Where segments or vendors are chosen, the choice is made anew; all other levers go on by themselves. */
static void
dataset_cb (NephoDocument *document, GParamSpec *pspec, NephoLeverSection *self)
{
  NephoDataset *dataset = nepho_document_get_dataset (document);

  if (self->chooser != NULL)
    {
      guint chosen = find_chosen (self, dataset, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->chooser)));

      clear (self);
      build (self);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->chooser), chosen);
    }
  nepho_dataset_unref (self->dataset);
  self->dataset = nepho_dataset_ref (dataset);
  show_changed (self);
  show_resets (self);
}

static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, NephoLeverSection *self)
{
  if (gtk_expander_get_expanded (expander))
    build (self);
}

static void
nepho_lever_section_dispose (GObject *object)
{
  NephoLeverSection *self = NEPHO_LEVER_SECTION (object);

  if (self->chooser != NULL)
    g_signal_handlers_disconnect_by_data (self->chooser, self);
  self->chooser = NULL;
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_pointer (&self->levers, g_ptr_array_unref);
  g_clear_pointer (&self->dataset, nepho_dataset_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nepho_lever_section_parent_class)->dispose (object);
}

static void
nepho_lever_section_class_init (NephoLeverSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nepho_lever_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "section.reset-scenario", NULL, reset_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "section.reset-source", NULL, reset_cb);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "leversection");
}

static void
nepho_lever_section_init (NephoLeverSection *self)
{
  self->levers = g_ptr_array_new ();
}

static GtkWidget *
new_heading (NephoLeverSection *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (nepho_group_name (self->group));

  self->changed = gtk_label_new (NULL);
  gtk_widget_set_visible (self->changed, FALSE);
  gtk_widget_add_css_class (self->changed, "caption");
  gtk_widget_add_css_class (self->changed, "accent");
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (heading), name);
  gtk_box_append (GTK_BOX (heading), self->changed);

  return heading;
}

static GtkWidget *
new_menu (NephoLeverSection *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *label = g_strdup_printf (_("Reset “%s”"), nepho_group_name (self->group));

  g_menu_append (menu, _("_Reset to the Scenario"), "section.reset-scenario");
  g_menu_append (menu, _("Reset to the _Source"), "section.reset-source");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "section-menu");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

/**
 * nepho_lever_section_new:
 * @document: the document
 * @group: which levers
 *
 * Returns: (transfer floating): the section, closed; its levers are made when it opens
 */
GtkWidget *
nepho_lever_section_new (NephoDocument *document, NephoGroup group)
{
  NephoLeverSection *self = g_object_new (NEPHO_TYPE_LEVER_SECTION, NULL);

  self->document = g_object_ref (document);
  self->dataset = nepho_dataset_ref (nepho_document_get_dataset (document));
  self->group = group;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), new_heading (self));
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->box);
  self->menu = new_menu (self);
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->expander);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->menu);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  g_signal_connect (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, 0);
  g_signal_connect_object (document, "notify::can-undo", G_CALLBACK (state_cb), self, 0);
  g_signal_connect_object (document, "notify::dataset", G_CALLBACK (dataset_cb), self, 0);
  show_changed (self);
  show_resets (self);

  return GTK_WIDGET (self);
}

/**
 * nepho_lever_section_get_group:
 * @self: a section
 *
 * Returns: which levers it has
 */
NephoGroup
nepho_lever_section_get_group (NephoLeverSection *self)
{
  g_return_val_if_fail (NEPHO_IS_LEVER_SECTION (self), NEPHO_GROUP_ADOPTION);

  return self->group;
}

/**
 * nepho_lever_section_set_expanded:
 * @self: a section
 * @expanded: whether its levers are shown
 */
void
nepho_lever_section_set_expanded (NephoLeverSection *self, gboolean expanded)
{
  g_return_if_fail (NEPHO_IS_LEVER_SECTION (self));

  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), expanded);
}

/**
 * nepho_lever_section_get_expanded:
 * @self: a section
 *
 * Returns: whether its levers are shown
 */
gboolean
nepho_lever_section_get_expanded (NephoLeverSection *self)
{
  g_return_val_if_fail (NEPHO_IS_LEVER_SECTION (self), FALSE);

  return gtk_expander_get_expanded (GTK_EXPANDER (self->expander));
}

/**
 * nepho_lever_section_find_lever:
 * @self: a section
 * @parameter: index of a parameter of its group
 *
 * Opens the section and chooses the segment or vendor of @parameter.
 *
 * Returns: (transfer none) (nullable): the lever that now moves @parameter
 */
NephoLever *
nepho_lever_section_find_lever (NephoLeverSection *self, guint parameter)
{
  const NephoParameter *wanted;

  g_return_val_if_fail (NEPHO_IS_LEVER_SECTION (self), NULL);

  wanted = nepho_parameter_set_get (nepho_document_get_parameters (self->document), parameter);
  nepho_lever_section_set_expanded (self, TRUE);
  if (self->chooser != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->chooser),
                                (guint) (is_by_segment (self) ? wanted->segment : wanted->vendor));

  for (guint i = 0; i < self->levers->len; i++)
    if (nepho_lever_get_parameter (g_ptr_array_index (self->levers, i)) == parameter)
      return g_ptr_array_index (self->levers, i);

  return NULL;
}
