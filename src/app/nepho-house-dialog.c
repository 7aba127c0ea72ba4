/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-house-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-chooser.h"
#include "nepho-house-file.h"

#define COLOURS_A_ROW 4

/* A report has no use for more, and the file is read whenever something is exported. */
#define LOGO_MOST_BYTES (4u << 20)

struct _NephoHouseDialog
{
  AdwWindow       parent_instance;

  GBytes         *logo_bytes; /* or NULL */

  GtkWidget      *accept;
  GtkInfoBar     *fault_bar;
  GtkLabel       *fault;
  GtkEditable    *organisation;
  GtkEditable    *footer;
  GtkEditable    *font;
  GtkWidget      *logo_row;
  GtkPicture     *logo;
  GtkWidget      *remove_logo;
  AdwExpanderRow *colours;
  GtkColorChooser *accent;
  GtkGrid        *palette;
  GtkColorChooser *palette_buttons[NEPHO_PLOT_PALETTE_SIZE];
};

G_DEFINE_FINAL_TYPE (NephoHouseDialog, nepho_house_dialog, ADW_TYPE_WINDOW)

static guint saved_signal;

static void
show_fault (NephoHouseDialog *self, const char *fault)
{
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_info_bar_set_revealed (self->fault_bar, fault != NULL);
}

static NephoPlotColour
colour_of (GtkColorChooser *button)
{
  GdkRGBA rgba;

  gtk_color_chooser_get_rgba (button, &rgba);

  return (NephoPlotColour) { (double) rgba.red, (double) rgba.green, (double) rgba.blue, 1.0 };
}

static void
show_colour (GtkColorChooser *button, NephoPlotColour colour)
{
  GdkRGBA rgba = { (float) colour.r, (float) colour.g, (float) colour.b, 1.0f };

  gtk_color_chooser_set_rgba (button, &rgba);
}

static char *
text_of (GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static NephoHouseStyle *
read_style (NephoHouseDialog *self)
{
  NephoHouseStyle *style = g_new0 (NephoHouseStyle, 1);

  style->organisation = text_of (self->organisation);
  style->footer = text_of (self->footer);
  style->font = text_of (self->font);
  style->logo = self->logo_bytes != NULL ? g_bytes_ref (self->logo_bytes) : NULL;
  if (!adw_expander_row_get_enable_expansion (self->colours))
    return style;

  style->accent = g_new (NephoPlotColour, 1);
  *style->accent = colour_of (self->accent);
  style->n_colours = NEPHO_PLOT_PALETTE_SIZE;
  for (guint i = 0; i < NEPHO_PLOT_PALETTE_SIZE; i++)
    style->palette[i] = colour_of (self->palette_buttons[i]);

  return style;
}

/* What cannot be seen on white paper is told before anything is exported with it. */
static gboolean
check (const NephoHouseStyle *style, GError **error)
{
  NephoPlotTheme theme;

  return nepho_house_style_apply (style, nepho_plot_theme_find ("light"), &theme, error);
}

static void
changed_cb (NephoHouseDialog *self)
{
  g_autoptr (NephoHouseStyle) style = read_style (self);
  g_autoptr (GError) error = NULL;
  gboolean good = check (style, &error);

  show_fault (self, good ? NULL : error->message);
  gtk_widget_set_sensitive (self->accept, good);
}

static void
show_logo (NephoHouseDialog *self)
{
  g_autoptr (GdkTexture) texture
    = self->logo_bytes != NULL ? gdk_texture_new_from_bytes (self->logo_bytes, NULL) : NULL;

  gtk_picture_set_paintable (self->logo, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->logo), texture != NULL);
  gtk_widget_set_visible (self->remove_logo, self->logo_bytes != NULL);
}

static void
remove_logo_cb (NephoHouseDialog *self)
{
  g_clear_pointer (&self->logo_bytes, g_bytes_unref);
  show_logo (self);
  changed_cb (self);
}

static gboolean
is_png (const char *data, gsize length)
{
  static const char begins[] = "\x89PNG\r\n\x1a\n";

  return length >= sizeof begins - 1 && memcmp (data, begins, sizeof begins - 1) == 0;
}

/**
 * nepho_house_dialog_take_logo:
 * @self: the dialog
 * @file: a file
 *
 * Takes a picture as the logo, or says why it cannot be one.
 *
 * Returns: whether it was taken
 */
gboolean
nepho_house_dialog_take_logo (NephoHouseDialog *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;

  if (!g_file_load_contents (file, NULL, &data, &length, NULL, &error))
    {
      show_fault (self, error->message);
      return FALSE;
    }
  if (length <= LOGO_MOST_BYTES && is_png (data, length))
    {
      g_autoptr (GBytes) bytes = g_bytes_new (data, length);

      texture = gdk_texture_new_from_bytes (bytes, NULL);
      if (texture != NULL)
        {
          g_clear_pointer (&self->logo_bytes, g_bytes_unref);
          self->logo_bytes = g_steal_pointer (&bytes);
        }
    }
  if (texture == NULL)
    {
      show_fault (self, _("The logo cannot be read; expected a PNG picture of 4 MiB at most"));
      return FALSE;
    }
  show_logo (self);
  changed_cb (self);

  return TRUE;
}

static void
logo_response_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (NephoHouseDialog) self = user_data;
  g_autoptr (GFile) file = nepho_chooser_take (chooser, response);

  if (file != NULL)
    nepho_house_dialog_take_logo (self, file);
}

static void
choose_logo_cb (NephoHouseDialog *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Choose a Logo"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("PNG picture"));
  gtk_file_filter_add_suffix (filter, "png");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (logo_response_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
font_response_cb (GtkDialog *chooser, int response, NephoHouseDialog *self)
{
  PangoFontFamily *family = gtk_font_chooser_get_font_family (GTK_FONT_CHOOSER (chooser));

  if (response == GTK_RESPONSE_OK && family != NULL)
    gtk_editable_set_text (self->font, pango_font_family_get_name (family));
  gtk_window_destroy (GTK_WINDOW (chooser));
}

static void
choose_font_cb (NephoHouseDialog *self)
{
  GtkWidget *chooser = gtk_font_chooser_dialog_new (_("Choose a Font"), GTK_WINDOW (self));

  gtk_font_chooser_set_level (GTK_FONT_CHOOSER (chooser), GTK_FONT_CHOOSER_LEVEL_FAMILY);
  gtk_window_set_modal (GTK_WINDOW (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (font_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
accept_cb (NephoHouseDialog *self)
{
  g_autoptr (NephoHouseStyle) style = read_style (self);
  g_autoptr (GError) error = NULL;

  if (!nepho_house_file_save (style, &error))
    {
      show_fault (self, error->message);
      return;
    }
  g_signal_emit (self, saved_signal, 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
nepho_house_dialog_finalize (GObject *object)
{
  g_clear_pointer (&NEPHO_HOUSE_DIALOG (object)->logo_bytes, g_bytes_unref);

  G_OBJECT_CLASS (nepho_house_dialog_parent_class)->finalize (object);
}

static void
nepho_house_dialog_class_init (NephoHouseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nepho_house_dialog_finalize;

  saved_signal = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nephoscope/Nephoscope/ui/nepho-house-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoHouseDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, NephoHouseDialog, fault_bar);
  gtk_widget_class_bind_template_child (widget_class, NephoHouseDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, NephoHouseDialog, organisation);
  gtk_widget_class_bind_template_child (widget_class, NephoHouseDialog, footer);
  gtk_widget_class_bind_template_child (widget_class, NephoHouseDialog, font);
  gtk_widget_class_bind_template_child (widget_class, NephoHouseDialog, logo_row);
  gtk_widget_class_bind_template_child (widget_class, NephoHouseDialog, logo);
  gtk_widget_class_bind_template_child (widget_class, NephoHouseDialog, remove_logo);
  gtk_widget_class_bind_template_child (widget_class, NephoHouseDialog, colours);
  gtk_widget_class_bind_template_child (widget_class, NephoHouseDialog, accent);
  gtk_widget_class_bind_template_child (widget_class, NephoHouseDialog, palette);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_font_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_logo_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_logo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nepho_house_dialog_init (NephoHouseDialog *self)
{
  const NephoPlotTheme *theme = nepho_plot_theme_find ("light");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept);
  show_colour (self->accent, theme->accent);
  for (int i = 0; i < NEPHO_PLOT_PALETTE_SIZE; i++)
    {
      GtkWidget *button = gtk_color_button_new ();
      /* Translators: number of a vendor's colour */
      g_autofree char *title = g_strdup_printf (_("Colour %d"), i + 1);

      gtk_color_button_set_title (GTK_COLOR_BUTTON (button), title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      self->palette_buttons[i] = GTK_COLOR_CHOOSER (button);
      show_colour (self->palette_buttons[i], theme->palette[i]);
      gtk_grid_attach (self->palette, button, i % COLOURS_A_ROW, i / COLOURS_A_ROW, 1, 1);
      g_signal_connect_object (button, "color-set", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
show_style (NephoHouseDialog *self, const NephoHouseStyle *style)
{
  gtk_editable_set_text (self->organisation, style->organisation != NULL ? style->organisation : "");
  gtk_editable_set_text (self->footer, style->footer != NULL ? style->footer : "");
  gtk_editable_set_text (self->font, style->font != NULL ? style->font : "");
  self->logo_bytes = style->logo != NULL ? g_bytes_ref (style->logo) : NULL;
  adw_expander_row_set_enable_expansion (self->colours, style->accent != NULL || style->n_colours > 0);
  if (style->accent != NULL)
    show_colour (self->accent, *style->accent);
  for (guint i = 0; i < style->n_colours; i++)
    show_colour (self->palette_buttons[i], style->palette[i]);
}

/**
 * nepho_house_dialog_new:
 * @parent: above which it stands
 *
 * Returns: (transfer none): the dialog with the house style as it is kept, not shown yet
 */
GtkWidget *
nepho_house_dialog_new (GtkWindow *parent)
{
  NephoHouseDialog *self = g_object_new (NEPHO_TYPE_HOUSE_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoHouseStyle) style = nepho_house_file_load (&error);

  adw_expander_row_set_enable_expansion (self->colours, FALSE);
  if (style != NULL)
    show_style (self, style);
  show_logo (self);
  if (error != NULL)
    show_fault (self, error->message);
  else
    changed_cb (self);

  return GTK_WIDGET (self);
}
