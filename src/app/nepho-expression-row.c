/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-expression-row.h"

#include <glib/gi18n-lib.h>

#include "nepho-quantity.h"

#define SPACING 6

/* Who is still typing is not told that something is missing. */
#define PATIENCE_MS 800

struct _NephoExpressionRow
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkEntry  *entry;
  GtkLabel  *answer;
  guint      refusal; /* that is to come when nobody types on, or 0 */
};

G_DEFINE_FINAL_TYPE (NephoExpressionRow, nepho_expression_row, GTK_TYPE_WIDGET)

/* @style: "heading" of an answer, "error", or "dim-label" of a hint */
static void
show (NephoExpressionRow *self, const char *text, const char *style)
{
  static const char *const styles[] = { "heading", "error", "dim-label" };

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i], style))
      gtk_widget_add_css_class (GTK_WIDGET (self->answer), styles[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self->answer), styles[i]);
  gtk_label_set_text (self->answer, text);
}

static void
show_hint (NephoExpressionRow *self)
{
  show (self, _("Numbers carry their units: days, hours, PFLOP/s, PF-days, CNY, GWh, parameters, tokens, centres…"),
        "dim-label");
}

/* Shows what the entry comes to. Returns FALSE and shows nothing where it cannot be read. */
static gboolean
answer (NephoExpressionRow *self, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *value = NULL;
  g_autofree char *shown = NULL;
  NephoQuantity quantity;

  if (!nepho_quantity_parse (text, &quantity, NULL, error))
    return FALSE;

  value = nepho_quantity_answer (&quantity);
  /* Translators: what an expression comes to: "7.28 days" */
  shown = g_strdup_printf (_("= %s"), value);
  show (self, shown, "heading");

  return TRUE;
}

static gboolean
refuse_cb (gpointer user_data)
{
  NephoExpressionRow *self = user_data;
  g_autoptr (GError) error = NULL;

  self->refusal = 0;
  if (!answer (self, &error))
    show (self, error->message, "error");

  return G_SOURCE_REMOVE;
}

static void
changed_cb (NephoExpressionRow *self)
{
  g_clear_handle_id (&self->refusal, g_source_remove);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    show_hint (self);
  else if (!answer (self, NULL))
    {
      /* The answer of what stood there before is none of this. */
      show (self, "…", "dim-label");
      self->refusal = g_timeout_add (PATIENCE_MS, refuse_cb, self);
    }
}

static void
activate_cb (NephoExpressionRow *self)
{
  g_clear_handle_id (&self->refusal, g_source_remove);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    refuse_cb (self);
}

static void
nepho_expression_row_dispose (GObject *object)
{
  NephoExpressionRow *self = NEPHO_EXPRESSION_ROW (object);

  g_clear_handle_id (&self->refusal, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (nepho_expression_row_parent_class)->dispose (object);
}

static void
nepho_expression_row_class_init (NephoExpressionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nepho_expression_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "expression");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nepho_expression_row_init (NephoExpressionRow *self)
{
  GtkWidget *name = gtk_label_new_with_mnemonic (_("Any e_xpression"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (self->box), name);

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, "3640 PF-days / 500 PFLOP/s");
  gtk_label_set_mnemonic_widget (GTK_LABEL (name), GTK_WIDGET (self->entry));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->entry));

  self->answer = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->answer, TRUE);
  gtk_label_set_xalign (self->answer, 0.0f);
  gtk_label_set_selectable (self->answer, TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->answer));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->answer, NULL,
                                  -1);
  show_hint (self);
}

/**
 * nepho_expression_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
nepho_expression_row_new (void)
{
  return g_object_new (NEPHO_TYPE_EXPRESSION_ROW, NULL);
}

/**
 * nepho_expression_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none): where the reader types
 */
GtkEntry *
nepho_expression_row_get_entry (NephoExpressionRow *self)
{
  g_return_val_if_fail (NEPHO_IS_EXPRESSION_ROW (self), NULL);

  return self->entry;
}

/**
 * nepho_expression_row_get_answer:
 * @self: a row
 *
 * Returns: what it says: "= 7.28 days", why it cannot tell, or what may be typed
 */
const char *
nepho_expression_row_get_answer (NephoExpressionRow *self)
{
  g_return_val_if_fail (NEPHO_IS_EXPRESSION_ROW (self), NULL);

  return gtk_label_get_text (self->answer);
}
