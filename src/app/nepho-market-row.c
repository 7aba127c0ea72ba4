/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-market-row.h"

#include <glib/gi18n-lib.h>

#include "nepho-colour-swatch.h"
#include "nepho-figures.h"
#include "nepho-lever.h"
#include "nepho-number.h"
#include "nepho-plot-figure.h"
#include "nepho-plot-theme.h"

#define SWATCHES_A_LINE 4
#define POPOVER_WIDTH 360

struct _NephoMarketRow
{
  AdwEntryRow      parent_instance;

  NephoDocument   *document;
  NephoMarketKind  kind;
  char            *id;

  GtkWidget       *colour;
  GtkWidget       *amount;
  GtkWidget       *up;
  GtkWidget       *down;
  GtkWidget       *merge;
  GtkWidget       *remove;
};

G_DEFINE_FINAL_TYPE (NephoMarketRow, nepho_market_row, ADW_TYPE_ENTRY_ROW)

/* The row's place in the data set as it is now, or -1 where what it stands for is gone. */
static int
find_index (NephoMarketRow *self)
{
  const NephoDataset *dataset = nepho_document_get_dataset (self->document);
  guint n_items = self->kind == NEPHO_MARKET_VENDOR ? dataset->vendors->len : dataset->segments->len;

  for (guint i = 0; i < n_items; i++)
    if (g_str_equal (self->kind == NEPHO_MARKET_VENDOR ? nepho_dataset_vendor (dataset, i)->id
                                                       : nepho_dataset_segment (dataset, i)->id,
                     self->id))
      return (int) i;

  return -1;
}

static void
tell (NephoMarketRow *self, gboolean done, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "market.told", "s", done ? "" : error->message);
}

static void
apply_cb (AdwEntryRow *row, gpointer user_data)
{
  NephoMarketRow *self = NEPHO_MARKET_ROW (row);
  g_autoptr (GError) error = NULL;
  gboolean done = nepho_market_edit_rename (self->document, self->kind, self->id,
                                            gtk_editable_get_text (GTK_EDITABLE (self)), &error);

  if (done)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  tell (self, done, error);
}

static void
move (NephoMarketRow *self, int places)
{
  g_autoptr (GError) error = NULL;
  gboolean done = nepho_market_edit_move (self->document, self->kind, self->id, places, &error);

  tell (self, done, error);
}

static void
up_cb (GtkButton *button, NephoMarketRow *self)
{
  move (self, -1);
}

static void
down_cb (GtkButton *button, NephoMarketRow *self)
{
  move (self, 1);
}

static void
merge_cb (GtkButton *button, NephoMarketRow *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done = nepho_market_edit_merge (self->document, self->id, &error);

  tell (self, done, error);
}

static void
remove_cb (GtkButton *button, NephoMarketRow *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done = nepho_market_edit_remove (self->document, self->kind, self->id, &error);

  tell (self, done, error);
}

static void
swatch_clicked_cb (GtkButton *button, NephoMarketRow *self)
{
  guint colour = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "colour"));
  g_autoptr (GError) error = NULL;
  gboolean done;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->colour));
  done = nepho_market_edit_colour (self->document, self->kind, self->id, colour, &error);
  tell (self, done, error);
}

static void
create_colours_cb (GtkMenuButton *menu, gpointer user_data)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();

  for (int slot = 0; slot < NEPHO_PLOT_PALETTE_SIZE; slot++)
    {
      GtkWidget *button = gtk_button_new ();
      /* Translators: a colour's number and how many there are */
      g_autofree char *name = g_strdup_printf (_("Colour %d of %d"), slot + 1, NEPHO_PLOT_PALETTE_SIZE);

      gtk_button_set_child (GTK_BUTTON (button), nepho_colour_swatch_new (slot, 0));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data (G_OBJECT (button), "colour", GINT_TO_POINTER (slot));
      g_signal_connect_object (button, "clicked", G_CALLBACK (swatch_clicked_cb), user_data, 0);
      gtk_grid_attach (GTK_GRID (grid), button, slot % SWATCHES_A_LINE, slot / SWATCHES_A_LINE, 1, 1);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  gtk_menu_button_set_popover (menu, popover);
}

/* Whether the lever of a parameter belongs to the row: starting shares, or what makes a segment's size. */
static gboolean
is_amount (NephoMarketRow *self, const NephoParameter *parameter, int index)
{
  if (self->kind == NEPHO_MARKET_VENDOR)
    return parameter->spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT && parameter->vendor == index;

  return parameter->spec->scope == NEPHO_SCOPE_SEGMENT && parameter->segment == index
         && (g_str_equal (parameter->spec->id, "customers") || g_str_equal (parameter->spec->id, "contract"));
}

/* The same levers as in the panel: typed, dragged, locked, undone. */
static void
create_amounts_cb (GtkMenuButton *menu, gpointer user_data)
{
  NephoMarketRow *self = user_data;
  NephoParameterSet *set = nepho_document_get_parameters (self->document);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  int index = find_index (self);

  gtk_widget_set_size_request (box, POPOVER_WIDTH, -1);
  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    if (is_amount (self, nepho_parameter_set_get (set, k), index))
      gtk_box_append (GTK_BOX (box), nepho_lever_new (self->document, k, NEPHO_LEVER_TITLE));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (menu, popover);
}

static void
nepho_market_row_dispose (GObject *object)
{
  NephoMarketRow *self = NEPHO_MARKET_ROW (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (nepho_market_row_parent_class)->dispose (object);
}

static void
nepho_market_row_class_init (NephoMarketRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nepho_market_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nephoscope/Nephoscope/ui/nepho-market-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoMarketRow, colour);
  gtk_widget_class_bind_template_child (widget_class, NephoMarketRow, amount);
  gtk_widget_class_bind_template_child (widget_class, NephoMarketRow, up);
  gtk_widget_class_bind_template_child (widget_class, NephoMarketRow, down);
  gtk_widget_class_bind_template_child (widget_class, NephoMarketRow, merge);
  gtk_widget_class_bind_template_child (widget_class, NephoMarketRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
nepho_market_row_init (NephoMarketRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Ctrl+Z takes back the last step of the document, here as in the main window. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
}

/* CNY bn a year, by the values as they are now. */
static double
segment_size (NephoDocument *document, guint segment)
{
  NephoParameterSet *set = nepho_document_get_parameters (document);
  const double *values = nepho_document_get_values (document);

  return values[nepho_parameter_set_index (set, "customers", -1, (int) segment)]
         * values[nepho_parameter_set_index (set, "contract", -1, (int) segment)];
}

/* The vendor's part of all segments together. */
static double
vendor_share (NephoDocument *document, guint vendor)
{
  NephoParameterSet *set = nepho_document_get_parameters (document);
  const double *values = nepho_document_get_values (document);
  double sum = 0.0;
  double total = 0.0;

  for (guint s = 0; s < nepho_document_get_dataset (document)->segments->len; s++)
    {
      double size = segment_size (document, s);

      sum += size * values[nepho_parameter_set_index (set, "share", (int) vendor, (int) s)];
      total += size;
    }

  return sum / total;
}

/**
 * nepho_market_row_update:
 * @self: a row
 *
 * Shows the starting share or the size as it is now.
 */
void
nepho_market_row_update (NephoMarketRow *self)
{
  int index = find_index (self);
  gboolean vendor = self->kind == NEPHO_MARKET_VENDOR;
  g_autofree char *amount = NULL;
  g_autofree char *label = NULL;

  if (index < 0)
    return;

  amount = vendor ? nepho_number_format (vendor_share (self->document, (guint) index), NEPHO_UNIT_FRACTION,
                                         NEPHO_NUMBER_WITH_UNIT)
                  : nepho_currency_format (nepho_document_get_money (self->document),
                                           segment_size (self->document, (guint) index), NEPHO_UNIT_YUAN_BILLION,
                                           NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->amount), amount);
  gtk_widget_set_tooltip_text (self->amount, vendor ? _("Starting share of all segments together")
                                                    : _("Size of the segment in the base year"));
  label = vendor ? g_strdup_printf (_("Starting share of %s: %s"),
                                    nepho_market_edit_name (self->document, self->kind, self->id), amount)
                 : g_strdup_printf (_("Size of %s: %s"),
                                    nepho_market_edit_name (self->document, self->kind, self->id), amount);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->amount), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
set_label (GtkWidget *widget, const char *format, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *label = g_strjoinv (name, parts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Said aloud each button tells whom it is about. */
static void
name_parts (NephoMarketRow *self, const char *name)
{
  set_label (self->colour, _("Colour of %s"), name);
  set_label (self->up, _("Move %s up"), name);
  set_label (self->down, _("Move %s down"), name);
  set_label (self->merge, _("Merge %s into Others"), name);
  set_label (self->remove, _("Remove %s"), name);
}

static int
colour_of_vendor (const NephoDataset *dataset, guint index)
{
  int colour = nepho_dataset_vendor (dataset, index)->colour;

  if (nepho_figure_is_aggregate (dataset, index))
    return NEPHO_PLOT_NEUTRAL;

  return colour >= 0 ? colour : (int) index;
}

static void
show_colour (NephoMarketRow *self, const NephoDataset *dataset, guint index)
{
  gboolean vendor = self->kind == NEPHO_MARKET_VENDOR;
  gboolean others = vendor && nepho_figure_is_aggregate (dataset, index);
  int colour = vendor ? colour_of_vendor (dataset, index) : nepho_dataset_segment_colour (dataset, index);

  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->colour), nepho_colour_swatch_new (colour, 0));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->colour), create_colours_cb, self, NULL);
  gtk_widget_set_sensitive (self->colour, !others);
  gtk_widget_set_sensitive (self->merge, !others);
}

/**
 * nepho_market_row_new:
 * @document: the document
 * @kind: vendor or segment
 * @index: its place in the data set
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
nepho_market_row_new (NephoDocument *document, NephoMarketKind kind, guint index)
{
  NephoMarketRow *self = g_object_new (NEPHO_TYPE_MARKET_ROW, NULL);
  const NephoDataset *dataset = nepho_document_get_dataset (document);
  gboolean vendor = kind == NEPHO_MARKET_VENDOR;
  guint n_items = vendor ? dataset->vendors->len : dataset->segments->len;
  const char *name;

  self->document = g_object_ref (document);
  self->kind = kind;
  self->id = g_strdup (vendor ? nepho_dataset_vendor (dataset, index)->id : nepho_dataset_segment (dataset, index)->id);
  name = nepho_market_edit_name (document, kind, self->id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), vendor ? _("Vendor") : _("Segment"));
  gtk_editable_set_text (GTK_EDITABLE (self), name);
  gtk_widget_set_visible (self->merge, vendor);
  gtk_widget_set_sensitive (self->up, index > 0);
  gtk_widget_set_sensitive (self->down, index + 1 < n_items);
  show_colour (self, dataset, index);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->amount), create_amounts_cb, self, NULL);
  name_parts (self, name);
  nepho_market_row_update (self);

  return GTK_WIDGET (self);
}

static gboolean
close_menu (GtkWidget *menu)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu));
  gboolean open = popover != NULL && gtk_widget_get_visible (GTK_WIDGET (popover));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (menu));

  return open;
}

/**
 * nepho_market_row_close:
 * @self: a row that is about to go
 *
 * Closes what is open of it.
 *
 * Returns: whether anything was; GTK then needs a moment before the row can go without a trace
 */
gboolean
nepho_market_row_close (NephoMarketRow *self)
{
  gboolean colour_open;

  g_return_val_if_fail (NEPHO_IS_MARKET_ROW (self), FALSE);

  colour_open = close_menu (self->colour);

  return close_menu (self->amount) || colour_open;
}

/**
 * nepho_market_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none): id of the vendor or segment
 */
const char *
nepho_market_row_get_id (NephoMarketRow *self)
{
  g_return_val_if_fail (NEPHO_IS_MARKET_ROW (self), "");

  return self->id;
}

/**
 * nepho_market_row_get_part:
 * @self: a row
 * @part: what of it
 *
 * Returns: (transfer none): that widget
 */
GtkWidget *
nepho_market_row_get_part (NephoMarketRow *self, NephoMarketRowPart part)
{
  g_return_val_if_fail (NEPHO_IS_MARKET_ROW (self), NULL);

  switch (part)
    {
    case NEPHO_MARKET_ROW_COLOUR:
      return self->colour;
    case NEPHO_MARKET_ROW_AMOUNT:
      return self->amount;
    case NEPHO_MARKET_ROW_UP:
      return self->up;
    case NEPHO_MARKET_ROW_DOWN:
      return self->down;
    case NEPHO_MARKET_ROW_MERGE:
      return self->merge;
    case NEPHO_MARKET_ROW_REMOVE:
      return self->remove;
    case NEPHO_MARKET_ROW_NAME:
    case NEPHO_MARKET_ROW_N_PARTS:
    default:
      return GTK_WIDGET (self);
    }
}
