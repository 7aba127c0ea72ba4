/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-vendor-cards.h"

#include <glib/gi18n-lib.h>

#include "nepho-grid-layout.h"

#define CARD_WIDTH 230
#define MAX_COLUMNS 5
#define SPACING 12

struct _NephoVendorCards
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (NephoVendorCards, nepho_vendor_cards, GTK_TYPE_WIDGET)

static GtkWidget *
add_text (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* Where the sentence was read, at the foot of the card whatever stands above. */
static void
add_source (GtkWidget *box, const NephoFact *fact)
{
  g_autofree char *citation = nepho_fact_citation (fact);
  GtkWidget *label = add_text (box, citation, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_vexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (label, *fact->quote != '\0' ? fact->quote : citation);
}

static void
add_card (NephoVendorCards *self, const NephoDataset *dataset, const NephoVendor *vendor)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  const NephoFact *fact = vendor->source != NULL ? nepho_dataset_find_fact (dataset, vendor->source)
                                                 : NULL;

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "card-content");

  add_text (box, nepho_text_get (vendor->name), "heading");
  if (vendor->model != NULL)
    {
      /* Translators: a vendor's large AI model */
      g_autofree char *model = g_strdup_printf (_("Model: %s"), nepho_text_get (vendor->model));

      add_text (box, model, "accent");
    }
  if (vendor->strength != NULL)
    add_text (box, nepho_text_get (vendor->strength), NULL);
  if (fact != NULL)
    add_source (box, fact);

  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
clear (NephoVendorCards *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
nepho_vendor_cards_dispose (GObject *object)
{
  clear (NEPHO_VENDOR_CARDS (object));

  G_OBJECT_CLASS (nepho_vendor_cards_parent_class)->dispose (object);
}

static void
nepho_vendor_cards_class_init (NephoVendorCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nepho_vendor_cards_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "vendor-cards");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nepho_vendor_cards_init (NephoVendorCards *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 nepho_grid_layout_new (CARD_WIDTH, MAX_COLUMNS, SPACING));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Vendors"), -1);
}

/**
 * nepho_vendor_cards_new:
 * @dataset: a data set
 *
 * Returns: (transfer floating): a card for each vendor that the data set has a source about
 */
GtkWidget *
nepho_vendor_cards_new (const NephoDataset *dataset)
{
  NephoVendorCards *self = g_object_new (NEPHO_TYPE_VENDOR_CARDS, NULL);

  nepho_vendor_cards_set_dataset (self, dataset);

  return GTK_WIDGET (self);
}

/**
 * nepho_vendor_cards_set_dataset:
 * @self: cards
 * @dataset: another data set
 *
 * Shows the vendors of another data set.
 */
void
nepho_vendor_cards_set_dataset (NephoVendorCards *self, const NephoDataset *dataset)
{
  g_return_if_fail (NEPHO_IS_VENDOR_CARDS (self));

  clear (self);
  for (guint i = 0; i < dataset->vendors->len; i++)
    {
      const NephoVendor *vendor = nepho_dataset_vendor (dataset, i);

      /* All others together have neither. */
      if (vendor->model != NULL || vendor->source != NULL)
        add_card (self, dataset, vendor);
    }
}
