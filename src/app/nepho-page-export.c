/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-page-export.h"

#include <glib/gi18n-lib.h>

#include "nepho-page-names.h"
#include "nepho-picture.h"

/* A chart on paper has the size of one that is saved alone. */
#define POINTS_A_MM (72.0 / 25.4)
#define CHART_WIDTH_MM 160.0
#define CHART_HEIGHT_MM 100.0
#define TITLE_HEIGHT_MM 14.0
#define COLUMNS 2u

typedef struct
{
  const char         *id; /* also the suffix of a file's name */
  NephoPictureFormat  format;
  const char         *name;
} PageFormat;

static const PageFormat formats[] = {
  { "pdf", NEPHO_PICTURE_PDF, N_("PDF document") },
  { "png", NEPHO_PICTURE_PNG, N_("PNG picture") },
  { "svg", NEPHO_PICTURE_SVG, N_("SVG drawing") },
};

/* What is asked about while the dialog is open. */
typedef struct
{
  NephoWindow          *window;
  const PageFormat     *format;
  GtkFileChooserNative *dialog;
} Asked;

static void
asked_free (Asked *asked)
{
  /* The dialog keeps a reference of its own after it is destroyed. */
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (asked->dialog));
  g_object_unref (asked->dialog);
  g_object_unref (asked->window);
  g_free (asked);
}

static const PageFormat *
find_format (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].id, id))
      return &formats[i];

  g_return_val_if_reached (&formats[0]);
}

/**
 * nepho_page_export_encode:
 * @page: a page with charts
 * @format: "pdf", "png" or "svg"
 * @title: stands above the charts
 * @error: return location for an error
 *
 * Puts every chart of a page on one sheet of paper, in the light theme; a PDF has each on a sheet
 * of its own after it.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %NEPHO_PICTURE_ERROR
 */
GBytes *
nepho_page_export_encode (NephoPage *page, const char *format, const char *title, GError **error)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  NephoPictureOptions options;
  guint n_charts = nepho_page_n_charts (page);
  guint columns = MIN (n_charts, COLUMNS);
  guint rows = (n_charts + COLUMNS - 1) / COLUMNS;

  for (guint i = 0; i < n_charts; i++)
    g_ptr_array_add (figures, (gpointer) nepho_chart_get_figure (nepho_page_get_chart (page, i)));

  nepho_picture_options_init (&options);
  options.format = find_format (format)->format;
  options.width_pt = columns * CHART_WIDTH_MM * POINTS_A_MM;
  options.height_pt = (rows * CHART_HEIGHT_MM + TITLE_HEIGHT_MM) * POINTS_A_MM;

  return nepho_sheet_encode (figures, &options, title, columns, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NephoWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    message = g_strdup_printf (_("Saved as “%s”"), shown);
  else
    message = g_strdup_printf (_("“%s” could not be saved: %s"), shown, error->message);
  nepho_window_add_toast (window, message);
}

static char *
page_title (NephoWindow *window)
{
  NephoDocument *document = nepho_window_get_document (window);

  /* Translators: heading of a sheet of charts: page, scenario */
  return g_strdup_printf (_("%s: %s"), _(nepho_page_name (nepho_window_get_page (window))->name),
                          nepho_document_get_title (document));
}

static void
write_page (NephoWindow *window, const PageFormat *format, GFile *file)
{
  g_autofree char *title = page_title (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nepho_page_export_encode (
      NEPHO_PAGE (nepho_window_get_page_widget (window)), format->id, title, &error);

  if (bytes == NULL)
    nepho_window_add_toast (window, error->message);
  else
    /* Written beside the old file and then put in its place: never half a file. */
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE,
                                         G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb,
                                         g_object_ref (window));
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Asked *asked = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    write_page (asked->window, asked->format, file);
  asked_free (asked);
}

/**
 * nepho_page_export_ask:
 * @window: a window
 * @format: "pdf", "png" or "svg"
 *
 * Asks for a file and saves the page in view there.
 */
void
nepho_page_export_ask (NephoWindow *window, const char *format)
{
  Asked *asked = g_new0 (Asked, 1);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = NULL;

  asked->window = g_object_ref (window);
  asked->format = find_format (format);
  asked->dialog = gtk_file_chooser_native_new (_("Export Page"), GTK_WINDOW (window),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (asked->dialog), TRUE);
  name = g_strdup_printf ("%s.%s", nepho_page_name (nepho_window_get_page (window))->id,
                          asked->format->id);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (asked->dialog), name);
  gtk_file_filter_set_name (filter, _(asked->format->name));
  gtk_file_filter_add_suffix (filter, asked->format->id);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (asked->dialog), filter);
  g_signal_connect (asked->dialog, "response", G_CALLBACK (response_cb), asked);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (asked->dialog));
}
