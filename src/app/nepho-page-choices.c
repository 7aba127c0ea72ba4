/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-page-choices.h"

#include <glib/gi18n-lib.h>

#include "nepho-history-menu.h"
#include "nepho-quarter.h"
#include "nepho-wrap-layout.h"

#define SPACING 12

struct _NephoPageChoices
{
  GtkWidget     parent_instance;

  NephoDataset *dataset;
  NephoPages    page;
  int           segment;
  int           vendor;
  gboolean      updating; /* not by the reader */
  GtkWidget    *segments;
  GtkWidget    *history;
  GtkWidget    *vendor_box; /* or NULL: the vendors with their label */
  GtkWidget    *vendors;  /* or NULL */
  GtkWidget    *outcomes; /* or NULL */
  GtkWidget    *quarters;
  guint         n_quarters; /* that it offers, the first being the one after the base quarter */
  guint         quarter;    /* after the base quarter; G_MAXUINT: the last, however many there are */
};

G_DEFINE_FINAL_TYPE (NephoPageChoices, nepho_page_choices, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
update_history (NephoPageChoices *self)
{
  g_autoptr (GMenuModel) menu = nepho_history_menu_new (self->dataset, self->page, self->segment);

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->history), menu);
}

static void
add_history (NephoPageChoices *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_("Published Figures"));

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("nepho-data-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  self->history = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->history), box);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->history), TRUE);
  gtk_widget_set_tooltip_text (self->history, _("Whose figures are shown beside the projection"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->history), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Published Figures"), -1);
  gtk_widget_set_visible (self->history, nepho_history_menu_has (self->page));
  gtk_widget_set_parent (self->history, GTK_WIDGET (self));
  update_history (self);
}

static void
segment_toggled_cb (NephoPageChoices *self, GtkToggleButton *button)
{
  if (self->updating || !gtk_toggle_button_get_active (button))
    return;

  self->segment = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "segment"));
  update_history (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
vendor_selected_cb (NephoPageChoices *self)
{
  if (self->updating)
    return;

  /* The first row is all of them. */
  self->vendor = (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->vendors)) - 1;
  g_signal_emit (self, changed_signal, 0);
}

static GtkToggleButton *
add_segment (NephoPageChoices *self, const char *name, int segment, GtkToggleButton *group)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (name);

  g_object_set_data (G_OBJECT (button), "segment", GINT_TO_POINTER (segment));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), segment == self->segment);
  g_signal_connect_object (button, "toggled", G_CALLBACK (segment_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->segments), button);

  return GTK_TOGGLE_BUTTON (button);
}

static void
add_segments (NephoPageChoices *self)
{
  const NephoDataset *dataset = self->dataset;
  GtkToggleButton *all;

  self->segments = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->segments, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->segments), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Segment"), -1);
  gtk_widget_insert_after (self->segments, GTK_WIDGET (self), NULL);

  all = add_segment (self, C_("segments", "All"), NEPHO_SEGMENT_ALL, NULL);
  for (guint i = 0; i < dataset->segments->len; i++)
    add_segment (self, nepho_text_get (nepho_dataset_segment (dataset, i)->name), (int) i, all);
}

static GListModel *
vendor_names (const NephoDataset *dataset)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("All vendors"));
  for (guint i = 0; i < dataset->vendors->len; i++)
    gtk_string_list_append (names, nepho_text_get (nepho_dataset_vendor (dataset, i)->name));

  return G_LIST_MODEL (names);
}

/* Where the reader chooses what a difference is told of. */
static gboolean
has_outcomes (NephoPages page)
{
  return page == NEPHO_PAGE_REVENUE || page == NEPHO_PAGE_SCENARIOS || page == NEPHO_PAGE_UNCERTAINTY;
}

/* Beside the outcomes a label that is seen would be one too many. */
static void
add_vendor_label (NephoPageChoices *self, const char *text)
{
  GtkWidget *label;

  if (has_outcomes (self->page))
    {
      gtk_widget_set_tooltip_text (self->vendors, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->vendors), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      return;
    }

  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_prepend (GTK_BOX (self->vendor_box), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->vendors), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

static const char *
vendor_purpose (NephoPages page)
{
  if (page == NEPHO_PAGE_UNCERTAINTY)
    return _("Vendor");

  return page == NEPHO_PAGE_SCENARIOS ? _("Whose number is compared") : _("Bridges show");
}

/* At the end of its line, its label before it wherever that is. */
static void
add_vendors (NephoPageChoices *self)
{
  self->vendors = gtk_drop_down_new (vendor_names (self->dataset), NULL);
  self->vendor_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_widget_set_hexpand (self->vendor_box, TRUE);
  gtk_widget_set_halign (self->vendor_box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->vendor_box), self->vendors);
  add_vendor_label (self, vendor_purpose (self->page));
  g_signal_connect_object (self->vendors, "notify::selected", G_CALLBACK (vendor_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->vendor_box, GTK_WIDGET (self));
}

static void
quarter_selected_cb (NephoPageChoices *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->quarters));

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;

  self->quarter = selected + 1 < self->n_quarters ? selected + 1 : G_MAXUINT;
  g_signal_emit (self, changed_signal, 0);
}

/* The names are typed to be found: "2027Q3". */
static void
add_quarters (NephoPageChoices *self)
{
  static const char * const none[] = { NULL };
  g_autoptr (GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->quarters = gtk_drop_down_new_from_strings (none);
  gtk_drop_down_set_expression (GTK_DROP_DOWN (self->quarters), name);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->quarters), TRUE);
  gtk_widget_set_tooltip_text (self->quarters, _("The quarter that charts of one quarter show"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->quarters), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Quarter"), -1);
  g_signal_connect_object (self->quarters, "notify::selected", G_CALLBACK (quarter_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->quarters, GTK_WIDGET (self));
}

static void
outcome_selected_cb (NephoPageChoices *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static const char *
outcome_purpose (NephoPages page)
{
  if (page == NEPHO_PAGE_UNCERTAINTY)
    return _("What the map of two parameters is of");

  return page == NEPHO_PAGE_SCENARIOS ? _("What is compared") : _("What the differences from the baseline are told of");
}

/* In the order of NephoOutcomeKind. */
static void
add_outcomes (NephoPageChoices *self)
{
  const char *names[] = { _("Revenue"), _("Share"), _("EBITA"), NULL };

  self->outcomes = gtk_drop_down_new_from_strings (names);
  if (self->page == NEPHO_PAGE_UNCERTAINTY)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->outcomes), NEPHO_OUTCOME_SHARE);
  gtk_widget_set_tooltip_text (self->outcomes, outcome_purpose (self->page));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->outcomes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  outcome_purpose (self->page), -1);
  g_signal_connect_object (self->outcomes, "notify::selected", G_CALLBACK (outcome_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->outcomes, GTK_WIDGET (self));
}

static void
nepho_page_choices_dispose (GObject *object)
{
  NephoPageChoices *self = NEPHO_PAGE_CHOICES (object);

  g_clear_pointer (&self->segments, gtk_widget_unparent);
  g_clear_pointer (&self->history, gtk_widget_unparent);
  g_clear_pointer (&self->vendor_box, gtk_widget_unparent);
  g_clear_pointer (&self->outcomes, gtk_widget_unparent);
  g_clear_pointer (&self->quarters, gtk_widget_unparent);
  g_clear_pointer (&self->dataset, nepho_dataset_unref);

  G_OBJECT_CLASS (nepho_page_choices_parent_class)->dispose (object);
}

static void
nepho_page_choices_class_init (NephoPageChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nepho_page_choices_dispose;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "page-choices");
}

static void
nepho_page_choices_init (NephoPageChoices *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), nepho_wrap_layout_new (SPACING));
  self->vendor = -1;
  self->quarter = G_MAXUINT;
}

/**
 * nepho_page_choices_new:
 * @dataset: a data set
 * @page: whose choices they are; one flag
 * @segment: the segment chosen at first, or %NEPHO_SEGMENT_ALL
 * @with_vendor: whether there is a vendor to choose
 *
 * Returns: (transfer floating): the row of choices
 */
GtkWidget *
nepho_page_choices_new (NephoDataset *dataset, NephoPages page, int segment, gboolean with_vendor)
{
  NephoPageChoices *self = g_object_new (NEPHO_TYPE_PAGE_CHOICES, NULL);

  self->dataset = nepho_dataset_ref (dataset);
  self->page = page;
  self->segment = segment;
  add_segments (self);
  add_history (self);
  add_quarters (self);
  if (with_vendor)
    add_vendors (self);
  if (has_outcomes (page))
    add_outcomes (self);

  return GTK_WIDGET (self);
}

/* The button of a segment. */
static GtkToggleButton *
find_button (NephoPageChoices *self, int segment)
{
  GtkWidget *button = gtk_widget_get_first_child (self->segments);

  while (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "segment")) != segment)
    button = gtk_widget_get_next_sibling (button);

  return GTK_TOGGLE_BUTTON (button);
}

/**
 * nepho_page_choices_choose:
 * @self: the row of choices
 * @segment: (nullable): id of a segment; %NULL: all. One that is gone leaves the choice as it is
 * @vendor: (nullable): id of a vendor, likewise
 *
 * Chooses as the reader would.
 */
void
nepho_page_choices_choose (NephoPageChoices *self, const char *segment, const char *vendor)
{
  g_return_if_fail (NEPHO_IS_PAGE_CHOICES (self));

  if (segment == NULL)
    gtk_toggle_button_set_active (find_button (self, NEPHO_SEGMENT_ALL), TRUE);
  for (guint s = 0; segment != NULL && s < self->dataset->segments->len; s++)
    if (g_str_equal (nepho_dataset_segment (self->dataset, s)->id, segment))
      gtk_toggle_button_set_active (find_button (self, (int) s), TRUE);

  if (self->vendors == NULL)
    return;
  if (vendor == NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->vendors), 0);
  for (guint i = 0; vendor != NULL && i < self->dataset->vendors->len; i++)
    if (g_str_equal (nepho_dataset_vendor (self->dataset, i)->id, vendor))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->vendors), i + 1);
}

static void
fill_quarters (NephoPageChoices *self, guint n_quarters)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint t = 1; t <= n_quarters; t++)
    gtk_string_list_take (names, nepho_quarter_format (self->dataset->base_quarter + (NephoQuarter) t));
  self->n_quarters = n_quarters;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->quarters), G_LIST_MODEL (names));
  if (n_quarters > 0)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->quarters), MIN (self->quarter, n_quarters) - 1);
  gtk_widget_set_visible (self->quarters, n_quarters > 1);
}

/**
 * nepho_page_choices_set_horizon:
 * @self: the row of choices
 * @n_quarters: how many quarters the results look ahead
 *
 * Offers those quarters. A choice beyond them shows the last. Emits no signal.
 */
void
nepho_page_choices_set_horizon (NephoPageChoices *self, guint n_quarters)
{
  g_return_if_fail (NEPHO_IS_PAGE_CHOICES (self));

  if (n_quarters == self->n_quarters)
    return;

  self->updating = TRUE;
  fill_quarters (self, n_quarters);
  self->updating = FALSE;
}

/**
 * nepho_page_choices_get_quarter:
 * @self: the row of choices
 *
 * Returns: the chosen quarter, counted from the base quarter; %G_MAXUINT for the last there is
 */
guint
nepho_page_choices_get_quarter (NephoPageChoices *self)
{
  g_return_val_if_fail (NEPHO_IS_PAGE_CHOICES (self), G_MAXUINT);

  return self->quarter;
}

/* The first segment takes the place of one that is gone; all segments stay all. */
static int
find_segment (const NephoDataset *dataset, const NephoDataset *before, int segment)
{
  for (guint s = 0; segment >= 0 && s < dataset->segments->len; s++)
    if (g_str_equal (nepho_dataset_segment (dataset, s)->id, nepho_dataset_segment (before, (guint) segment)->id))
      return (int) s;

  return MIN (segment, 0);
}

/* All vendors take the place of one that is gone. */
static int
find_vendor (const NephoDataset *dataset, const NephoDataset *before, int vendor)
{
  for (guint i = 0; vendor >= 0 && i < dataset->vendors->len; i++)
    if (g_str_equal (nepho_dataset_vendor (dataset, i)->id, nepho_dataset_vendor (before, (guint) vendor)->id))
      return (int) i;

  return -1;
}

/**
 * nepho_page_choices_set_dataset:
 * @self: the row of choices
 * @dataset: the data set as it is now
 *
 * Offers the segments and vendors of an edited data set. What was chosen stays chosen where it is still
 * there. Emits no signal.
 */
void
nepho_page_choices_set_dataset (NephoPageChoices *self, NephoDataset *dataset)
{
  g_return_if_fail (NEPHO_IS_PAGE_CHOICES (self));

  self->updating = TRUE;
  self->segment = find_segment (dataset, self->dataset, self->segment);
  self->vendor = find_vendor (dataset, self->dataset, self->vendor);
  nepho_dataset_unref (self->dataset);
  self->dataset = nepho_dataset_ref (dataset);
  g_clear_pointer (&self->segments, gtk_widget_unparent);
  add_segments (self);
  update_history (self);
  fill_quarters (self, self->n_quarters);
  if (self->vendors != NULL)
    {
      g_autoptr (GListModel) names = vendor_names (dataset);

      gtk_drop_down_set_model (GTK_DROP_DOWN (self->vendors), names);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->vendors), (guint) (self->vendor + 1));
    }
  self->updating = FALSE;
}

/**
 * nepho_page_choices_get_segment:
 * @self: the row of choices
 *
 * Returns: the index of the chosen segment, or %NEPHO_SEGMENT_ALL
 */
int
nepho_page_choices_get_segment (NephoPageChoices *self)
{
  g_return_val_if_fail (NEPHO_IS_PAGE_CHOICES (self), NEPHO_SEGMENT_ALL);

  return self->segment;
}

/**
 * nepho_page_choices_get_vendor:
 * @self: the row of choices
 *
 * Returns: the index of the chosen vendor, or -1 for all
 */
int
nepho_page_choices_get_vendor (NephoPageChoices *self)
{
  g_return_val_if_fail (NEPHO_IS_PAGE_CHOICES (self), -1);

  return self->vendor;
}

/**
 * nepho_page_choices_get_outcome:
 * @self: the row of choices
 *
 * Returns: of what differences from the baseline are told
 */
NephoOutcomeKind
nepho_page_choices_get_outcome (NephoPageChoices *self)
{
  g_return_val_if_fail (NEPHO_IS_PAGE_CHOICES (self), NEPHO_OUTCOME_REVENUE);

  if (self->outcomes == NULL)
    return NEPHO_OUTCOME_REVENUE;

  return (NephoOutcomeKind) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->outcomes));
}
