/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-scenario-export.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-annotation.h"
#include "nepho-document-pack.h"
#include "nepho-document-path.h"
#include "nepho-document-scenario.h"
#include "nepho-export-job.h"
#include "nepho-workbook.h"

static const struct
{
  const char *id;
  const char *title;  /* of the dialog */
  const char *filter; /* NULL: a folder is asked for */
  const char *name;
  const char *suffix;
} KINDS[] = {
  [NEPHO_EXPORT_WORKBOOK] = { "workbook", N_("Export Workbook"), N_("Workbook"), "workbook.xlsx", "xlsx" },
  [NEPHO_EXPORT_REPORT] = { "report", N_("Export Report"), N_("PDF document"), "report.pdf", "pdf" },
  [NEPHO_EXPORT_FOLDER] = { "folder", N_("Export Everything into a Folder"), NULL, NULL, NULL },
};

/* What is asked about while the dialog is open. */
typedef struct
{
  NephoWindow          *window;
  NephoExportKind       kind;
  GtkFileChooserNative *dialog;
} Asked;

/**
 * nepho_export_kind_from_id:
 * @id: what may be the id of a kind
 * @kind: (out): that kind
 *
 * Returns: whether there is such a kind
 */
gboolean
nepho_export_kind_from_id (const char *id, NephoExportKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (g_str_equal (KINDS[i].id, id))
      {
        *kind = (NephoExportKind) i;
        return TRUE;
      }

  return FALSE;
}

static void
init_context (NephoDocument *document, const char *history, NephoFigureContext *context)
{
  nepho_figure_context_init (context, nepho_document_get_parameters (document), nepho_document_get_values (document),
                             nepho_document_get_baseline_values (document), nepho_document_get_results (document),
                             nepho_document_differs (document) ? nepho_document_get_baseline (document) : NULL);
  context->events = nepho_document_get_events (document);
  context->history = history;
  context->annotations = nepho_document_get_annotations (document);
  context->scenario = nepho_document_get_built_in (document, nepho_document_get_scenario (document));
  context->own_scenario = nepho_document_get_own_name (document);
  context->money = nepho_document_get_money (document);
  context->seed = nepho_document_get_properties (document)->seed;
}

/**
 * nepho_scenario_export_file:
 * @document: the document
 * @kind: workbook or report
 * @history: (nullable): whose published figures charts show, as in #NephoFigureContext
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with an error of #NephoPictureError
 */
GBytes *
nepho_scenario_export_file (NephoDocument *document, NephoExportKind kind, const char *history, GError **error)
{
  g_autoptr (NephoComparison) comparison = nepho_comparison_new (document, NULL, NULL);
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (GBytes) packed = nepho_document_pack (document);
  NephoReportStyle style;
  NephoFigureContext context;

  init_context (document, history, &context);
  context.comparison = comparison;
  figures = nepho_figures_build_all (&context);
  if (kind == NEPHO_EXPORT_WORKBOOK)
    return nepho_workbook_encode (&context, figures, document, error);

  nepho_report_style_init (&style);
  style.document = packed;

  return nepho_report_encode (&context, figures, document, &style, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NephoWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *uri = g_file_get_uri (G_FILE (source));
  g_autofree char *message = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      message = g_strdup_printf (_("Saved as “%s”"), shown);
      nepho_window_add_link (window, message, _("_Open"), uri);
    }
  else
    {
      message = g_strdup_printf (_("“%s” could not be saved: %s"), shown, error->message);
      nepho_window_add_toast (window, message);
    }
}

static void
write_file (NephoWindow *window, NephoExportKind kind, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nepho_scenario_export_file (nepho_window_get_document (window), kind,
                                                         nepho_window_get_history (window), &error);

  if (bytes == NULL)
    nepho_window_add_toast (window, error->message);
  else
    /* Written beside the old file and then put in its place: never half a file. */
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb,
                                         g_object_ref (window));
}

static void
done_cb (NephoWindow *window, GFile *folder, const GError *error)
{
  g_autofree char *name = g_file_get_basename (folder);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *uri = g_file_get_uri (folder);
  g_autofree char *message = NULL;

  if (error == NULL)
    {
      message = g_strdup_printf (_("Everything is in “%s”"), shown);
      nepho_window_add_link (window, message, _("_Show in Folder"), uri);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    nepho_window_add_toast (window, error->message);
}

/**
 * nepho_scenario_export_into:
 * @window: a window
 * @folder: a folder
 *
 * Writes every figure in every format, the workbook and the report into @folder, showing how far it is.
 */
void
nepho_scenario_export_into (NephoWindow *window, GFile *folder)
{
  NephoDocument *document = nepho_window_get_document (window);
  NephoReportStyle style;
  NephoFigureContext context;
  guint n_styles;
  NephoBundleOptions options = {
    .kinds = NEPHO_BUNDLE_ALL,
    .csv = nepho_csv_styles (&n_styles),
    .report = &style,
    .document = document,
    .embed = TRUE,
  };

  init_context (document, nepho_window_get_history (window), &context);
  nepho_report_style_init (&style);
  nepho_picture_options_init (&options.picture);
  nepho_export_job_start (window, nepho_bundle_new (&context, &options), folder, done_cb);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Asked *asked = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && asked->kind == NEPHO_EXPORT_FOLDER)
    nepho_scenario_export_into (asked->window, file);
  else if (file != NULL)
    write_file (asked->window, asked->kind, file);

  /* The dialog keeps a reference of its own after it is destroyed. */
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  g_object_unref (asked->window);
  g_free (asked);
}

/**
 * nepho_scenario_export_ask:
 * @window: a window
 * @kind: what to export
 *
 * Asks for a file, or a folder, and exports there.
 */
void
nepho_scenario_export_ask (NephoWindow *window, NephoExportKind kind)
{
  Asked *asked = g_new0 (Asked, 1);
  gboolean folder = KINDS[kind].filter == NULL;

  asked->window = g_object_ref (window);
  asked->kind = kind;
  asked->dialog = gtk_file_chooser_native_new (
      _(KINDS[kind].title), GTK_WINDOW (window),
      folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (asked->dialog), TRUE);
  if (!folder)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (asked->dialog), KINDS[kind].name);
      gtk_file_filter_set_name (filter, _(KINDS[kind].filter));
      gtk_file_filter_add_suffix (filter, KINDS[kind].suffix);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (asked->dialog), filter);
    }
  g_signal_connect (asked->dialog, "response", G_CALLBACK (response_cb), asked);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (asked->dialog));
}
