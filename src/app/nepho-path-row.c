/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-path-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-lever-value.h"
#include "nepho-number.h"

#define QUARTERS_A_YEAR 4u

struct _NephoPathRow
{
  GtkWidget      parent_instance;

  NephoDocument *document;
  guint          parameter;
  NephoEvent     event;  /* as the reader wants it */
  NephoEvent     kept;   /* as it was shown last */
  char          *shown;  /* what the entry said before the reader touched it */
  gboolean       showing;

  GtkDropDown   *kind;
  GtkSpinButton *from;
  GtkLabel      *to_label;
  GtkSpinButton *to;
  GtkEntry      *value;
  GtkLabel      *refusal;
};

G_DEFINE_FINAL_TYPE (NephoPathRow, nepho_path_row, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const kind_names[NEPHO_N_EVENT_KINDS] = {
  [NEPHO_EVENT_STEP] = N_("From then on"),
  [NEPHO_EVENT_RAMP] = N_("Gradually"),
  [NEPHO_EVENT_WINDOW] = N_("For a while"),
};

static NephoQuarter
base_of (NephoPathRow *self)
{
  return nepho_document_get_dataset (self->document)->base_quarter;
}

static NephoUnit
unit_of (NephoPathRow *self)
{
  return nepho_parameter_set_get (nepho_document_get_parameters (self->document), self->parameter)->spec->unit;
}

static NephoUnit
shown_unit (NephoPathRow *self)
{
  return nepho_currency_unit (nepho_document_get_money (self->document), unit_of (self));
}

/* A window lasts through its last quarter; a ramp arrives in the one that it names. */
static guint
last_of (const NephoEvent *event)
{
  return event->start + event->length - (event->kind == NEPHO_EVENT_WINDOW ? 1 : 0);
}

static void
tell_edited (NephoPathRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[EDITED], 0);
}

static gboolean
quarter_output_cb (GtkSpinButton *button, NephoPathRow *self)
{
  g_autofree char *text
    = nepho_quarter_format (base_of (self) + (NephoQuarter) gtk_spin_button_get_value_as_int (button));

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (button)), text))
    gtk_editable_set_text (GTK_EDITABLE (button), text);

  return TRUE;
}

static int
quarter_input_cb (GtkSpinButton *button, double *value, NephoPathRow *self)
{
  NephoQuarter quarter;

  if (!nepho_quarter_parse (gtk_editable_get_text (GTK_EDITABLE (button)), &quarter, NULL))
    return GTK_INPUT_ERROR;
  *value = (double) (quarter - base_of (self));

  return TRUE;
}

/* The other end stays where it is, as far as that comes after. */
static void
quarters_cb (GtkSpinButton *button, NephoPathRow *self)
{
  guint from = (guint) gtk_spin_button_get_value_as_int (self->from);
  guint to = (guint) gtk_spin_button_get_value_as_int (self->to);
  guint least = self->event.kind == NEPHO_EVENT_WINDOW ? 0 : 1;

  if (self->showing)
    return;

  self->event.start = from;
  if (self->event.kind != NEPHO_EVENT_STEP)
    self->event.length = MAX ((int) (to - from), (int) least) + (self->event.kind == NEPHO_EVENT_WINDOW ? 1 : 0);
  tell_edited (self);
}

static void
kind_cb (GtkDropDown *kind, GParamSpec *pspec, NephoPathRow *self)
{
  if (self->showing)
    return;

  self->event.kind = (NephoEventKind) gtk_drop_down_get_selected (kind);
  if (self->event.kind == NEPHO_EVENT_STEP)
    self->event.length = 0;
  else if (self->event.length == 0)
    self->event.length = QUARTERS_A_YEAR;
  tell_edited (self);
}

/* Nothing is read that nobody wrote: the text is rounded, the value is not. */
static void
read_value (NephoPathRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->value));
  g_autoptr (GError) error = NULL;
  double value;

  if (g_strcmp0 (text, self->shown) == 0)
    return;
  if (!nepho_number_parse_shown (text, shown_unit (self), &value, &error))
    {
      nepho_path_row_refuse (self, error->message);
      return;
    }

  self->event.value = nepho_currency_stored (nepho_document_get_money (self->document), value, unit_of (self));
  tell_edited (self);
}

static void
removed_cb (NephoPathRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static GtkSpinButton *
new_quarter (NephoPathRow *self, const char *label)
{
  GtkWidget *button = gtk_spin_button_new_with_range (0.0, NEPHO_MAX_HORIZON, 1.0);

  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (button), FALSE);
  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (button), 1.0, QUARTERS_A_YEAR);
  gtk_editable_set_width_chars (GTK_EDITABLE (button), 7);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (button, "output", G_CALLBACK (quarter_output_cb), self);
  g_signal_connect (button, "input", G_CALLBACK (quarter_input_cb), self);
  g_signal_connect (button, "value-changed", G_CALLBACK (quarters_cb), self);

  return GTK_SPIN_BUTTON (button);
}

static GtkWidget *
new_dim_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static GtkWidget *
new_what (NephoPathRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkStringList *kinds = gtk_string_list_new (NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *trash = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *unit = nepho_lever_unit_text (shown_unit (self));

  for (guint k = 0; k < NEPHO_N_EVENT_KINDS; k++)
    gtk_string_list_append (kinds, _(kind_names[k]));
  self->kind = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (kinds), NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->kind), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind of change"), -1);
  g_signal_connect (self->kind, "notify::selected", G_CALLBACK (kind_cb), self);

  self->value = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->value), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->value), 9);
  gtk_entry_set_alignment (self->value, 1.0f);
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Value"), -1);
  g_signal_connect_swapped (self->value, "activate", G_CALLBACK (read_value), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (read_value), self);
  gtk_widget_add_controller (GTK_WIDGET (self->value), focus);

  gtk_widget_add_css_class (trash, "flat");
  gtk_widget_set_tooltip_text (trash, _("Remove this change"));
  g_signal_connect_swapped (trash, "clicked", G_CALLBACK (removed_cb), self);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->value));
  gtk_box_append (GTK_BOX (box), new_dim_label (unit));
  gtk_box_append (GTK_BOX (box), trash);

  return box;
}

static GtkWidget *
new_when (NephoPathRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->from = new_quarter (self, _("First quarter"));
  self->to = new_quarter (self, _("Last quarter"));
  self->to_label = GTK_LABEL (new_dim_label (NULL));
  /* Translators: before a quarter in which something begins */
  gtk_box_append (GTK_BOX (box), new_dim_label (C_("quarter", "from")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->from));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->to_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->to));

  return box;
}

static void
nepho_path_row_dispose (GObject *object)
{
  NephoPathRow *self = NEPHO_PATH_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nepho_path_row_parent_class)->dispose (object);
}

static void
nepho_path_row_finalize (GObject *object)
{
  g_free (NEPHO_PATH_ROW (object)->shown);

  G_OBJECT_CLASS (nepho_path_row_parent_class)->finalize (object);
}

static void
nepho_path_row_class_init (NephoPathRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nepho_path_row_dispose;
  object_class->finalize = nepho_path_row_finalize;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "pathrow");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nepho_path_row_init (NephoPathRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

/**
 * nepho_path_row_new:
 * @document: the document
 * @parameter: index of the parameter whose event it is
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
nepho_path_row_new (NephoDocument *document, guint parameter)
{
  NephoPathRow *self = g_object_new (NEPHO_TYPE_PATH_ROW, NULL);
  GtkWidget *refusal = gtk_label_new (NULL);

  self->document = g_object_ref (document);
  self->parameter = parameter;
  self->refusal = GTK_LABEL (refusal);
  gtk_label_set_xalign (self->refusal, 0.0f);
  gtk_label_set_wrap (self->refusal, TRUE);
  gtk_widget_add_css_class (refusal, "caption");
  gtk_widget_add_css_class (refusal, "error");
  self->showing = TRUE;
  gtk_widget_set_parent (new_what (self), GTK_WIDGET (self));
  gtk_widget_set_parent (new_when (self), GTK_WIDGET (self));
  gtk_widget_set_parent (refusal, GTK_WIDGET (self));
  self->showing = FALSE;

  return GTK_WIDGET (self);
}

/**
 * nepho_path_row_show:
 * @self: a row
 * @event: the event as it is now
 */
void
nepho_path_row_show (NephoPathRow *self, const NephoEvent *event)
{
  gboolean lasts = event->kind != NEPHO_EVENT_STEP;

  g_return_if_fail (NEPHO_IS_PATH_ROW (self));

  self->showing = TRUE;
  self->event = self->kept = *event;
  gtk_drop_down_set_selected (self->kind, event->kind);
  gtk_spin_button_set_value (self->from, event->start);
  gtk_spin_button_set_value (self->to, last_of (event));
  gtk_widget_set_visible (GTK_WIDGET (self->to), lasts);
  gtk_widget_set_visible (GTK_WIDGET (self->to_label), lasts);
  /* Translators: before the quarter in which a slow change has come to its end; before the last of some quarters */
  gtk_label_set_label (self->to_label, event->kind == NEPHO_EVENT_RAMP ? C_("quarter", "until") : C_("quarter", "to"));
  g_free (self->shown);
  self->shown = nepho_lever_entry_text (shown_unit (self),
                                        nepho_currency_shown (nepho_document_get_money (self->document), event->value,
                                                              unit_of (self)));
  gtk_editable_set_text (GTK_EDITABLE (self->value), self->shown);
  nepho_path_row_refuse (self, NULL);
  self->showing = FALSE;
}

/**
 * nepho_path_row_get_event:
 * @self: a row
 *
 * Returns: (transfer none): the event as the reader wants it
 */
const NephoEvent *
nepho_path_row_get_event (NephoPathRow *self)
{
  g_return_val_if_fail (NEPHO_IS_PATH_ROW (self), NULL);

  return &self->event;
}

/**
 * nepho_path_row_refuse:
 * @self: a row
 * @message: (nullable): why what the reader wants cannot be, which then is what it was; %NULL: nothing is wrong
 */
void
nepho_path_row_refuse (NephoPathRow *self, const char *message)
{
  g_return_if_fail (NEPHO_IS_PATH_ROW (self));

  if (message != NULL)
    self->event = self->kept;
  gtk_label_set_label (self->refusal, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "error");
}

/**
 * nepho_path_row_get_value:
 * @self: a row
 *
 * Returns: (transfer none): its #GtkEntry
 */
GtkWidget *
nepho_path_row_get_value (NephoPathRow *self)
{
  g_return_val_if_fail (NEPHO_IS_PATH_ROW (self), NULL);

  return GTK_WIDGET (self->value);
}

/**
 * nepho_path_row_get_kind:
 * @self: a row
 *
 * Returns: (transfer none): its #GtkDropDown
 */
GtkWidget *
nepho_path_row_get_kind (NephoPathRow *self)
{
  g_return_val_if_fail (NEPHO_IS_PATH_ROW (self), NULL);

  return GTK_WIDGET (self->kind);
}
