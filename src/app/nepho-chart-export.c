/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-export.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "nepho-chart-look.h"
#include "nepho-chart-table.h"
#include "nepho-picture.h"

/* Formats that a reader can choose, the usual one first. */
static const struct
{
  NephoPictureFormat format;
  const char        *suffix;
  const char        *type;
  const char        *name;
} FORMATS[] = {
  { NEPHO_PICTURE_PNG, ".png", "image/png", N_("PNG picture") },
  { NEPHO_PICTURE_SVG, ".svg", "image/svg+xml", N_("SVG drawing") },
  { NEPHO_PICTURE_PDF, ".pdf", "application/pdf", N_("PDF document") },
};

/* Says what came of it, at the foot of the window. */
static void
tell (NephoChart *chart, const char *message)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (chart), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (escaped));
}

/**
 * nepho_chart_export_provider:
 * @figure: a figure
 * @view: (nullable): what the reader looks at of it; the table has all of it
 * @error: return location for an error
 *
 * Makes what goes to the clipboard: the figure as PNG, as SVG and as a table of text at once, so that
 * each program takes what suits it. Always in the light theme: what is pasted stands on paper.
 *
 * Returns: (transfer full): the content, or %NULL with an error of #NephoPictureError
 */
GdkContentProvider *
nepho_chart_export_provider (const NephoPlotFigure *figure, const NephoPlotView *view, GError **error)
{
  GdkContentProvider *providers[3] = { NULL };
  NephoPictureOptions options;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *text = NULL;

  nepho_picture_options_init (&options);
  options.view = view;
  options.format = NEPHO_PICTURE_PNG;
  png = nepho_picture_encode (figure, &options, error);
  if (png == NULL)
    return NULL;
  options.format = NEPHO_PICTURE_SVG;
  /* Whoever is pasted into may lack the font. */
  options.outlines = TRUE;
  svg = nepho_picture_encode (figure, &options, error);
  if (svg == NULL)
    return NULL;
  text = nepho_chart_table_text (figure);

  providers[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  providers[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  providers[2] = gdk_content_provider_new_typed (G_TYPE_STRING, text);

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

/**
 * nepho_chart_export_save:
 * @figure: a figure
 * @path: a file name whose suffix says the format
 * @error: return location for an error
 *
 * Writes the figure in the light theme.
 *
 * Returns: whether that worked; else an error of #NephoPictureError and no file
 */
gboolean
nepho_chart_export_save (const NephoPlotFigure *figure, const char *path, GError **error)
{
  NephoPictureOptions options;

  nepho_picture_options_init (&options);
  if (!nepho_picture_format_parse (path, &options.format, error))
    return FALSE;

  return nepho_picture_save (figure, &options, path, error);
}

/**
 * nepho_chart_export_copy_image:
 * @chart: a chart
 *
 * Puts the chart's figure on the clipboard and says so.
 */
void
nepho_chart_export_copy_image (NephoChart *chart)
{
  const NephoPlotFigure *figure = nepho_chart_get_figure (chart);
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GError) error = NULL;

  if (figure == NULL)
    return;

  nepho_chart_look_narrow (figure, nepho_chart_get_link (chart), &view);
  provider = nepho_chart_export_provider (figure, &view, &error);
  if (provider == NULL)
    {
      tell (chart, error->message);
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (chart)), provider);
  tell (chart, _("Image copied"));
}

/**
 * nepho_chart_export_copy_data:
 * @chart: a chart
 *
 * Puts the numbers of the chart's figure on the clipboard and says so.
 */
void
nepho_chart_export_copy_data (NephoChart *chart)
{
  const NephoPlotFigure *figure = nepho_chart_get_figure (chart);
  g_autofree char *text = NULL;

  if (figure == NULL)
    return;

  text = nepho_chart_table_text (figure);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (chart)), text);
  tell (chart, _("Data copied"));
}

/* A name without a suffix gets the one of the chosen filter, unless that would overwrite a file that
 * nobody was asked about. */
static char *
complete_path (GtkFileChooser *chooser, const char *path, GError **error)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const char *suffix = FORMATS[0].suffix;
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *completed = NULL;

  if (strchr (base, '.') != NULL)
    return g_strdup (path);

  for (gsize i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    if (filter != NULL && g_str_equal (gtk_file_filter_get_name (filter), _(FORMATS[i].name)))
      suffix = FORMATS[i].suffix;

  completed = g_strconcat (path, suffix, NULL);
  if (g_file_test (completed, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_WRITE,
                   _("“%s” exists already; choose another name, or choose that file to replace it"),
                   completed);
      return NULL;
    }

  return g_steal_pointer (&completed);
}

static void
save_chosen (NephoChart *chart, GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  const NephoPlotFigure *figure = nepho_chart_get_figure (chart);
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (figure == NULL)
    return;
  if (chosen == NULL)
    {
      tell (chart, _("A chart can be saved in a folder of this computer only"));
      return;
    }

  path = complete_path (chooser, chosen, &error);
  if (path == NULL || !nepho_chart_export_save (figure, path, &error))
    {
      tell (chart, error->message);
      return;
    }
  name = g_filename_display_basename (path);
  message = g_strdup_printf (_("Saved as “%s”"), name);
  tell (chart, message);
}

/* The dialog keeps a reference of its own after it is destroyed. */
static void
response_cb (GtkNativeDialog *dialog, int response, NephoChart *chart)
{
  if (response == GTK_RESPONSE_ACCEPT)
    save_chosen (chart, GTK_FILE_CHOOSER (dialog));

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  g_object_unref (chart);
}

static void
add_filters (GtkFileChooser *chooser)
{
  for (gsize i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _(FORMATS[i].name));
      gtk_file_filter_add_suffix (filter, FORMATS[i].suffix + 1);
      gtk_file_filter_add_mime_type (filter, FORMATS[i].type);
      gtk_file_chooser_add_filter (chooser, filter);
      if (i == 0)
        gtk_file_chooser_set_filter (chooser, filter);
    }
}

/**
 * nepho_chart_export_ask:
 * @chart: a chart
 *
 * Asks for a file and saves the chart's figure there.
 */
void
nepho_chart_export_ask (NephoChart *chart)
{
  const NephoPlotFigure *figure = nepho_chart_get_figure (chart);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (chart));
  GtkFileChooserNative *dialog;
  g_autofree char *name = NULL;

  if (figure == NULL)
    return;

  dialog = gtk_file_chooser_native_new (_("Save Chart"),
                                        GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                        GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  name = g_strconcat (figure->id, FORMATS[0].suffix, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  add_filters (GTK_FILE_CHOOSER (dialog));
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), g_object_ref (chart));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
