/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-export.h"

#include <glib/gi18n-lib.h>

#include "nepho-application.h"
#include "nepho-chart-look.h"
#include "nepho-chart-table.h"
#include "nepho-document-pack.h"
#include "nepho-picture.h"
#include "nepho-toast.h"

/**
 * nepho_chart_export_pack:
 * @document: (nullable): the scenario that a chart shows
 *
 * Returns: (transfer full) (nullable): what pictures keep of it; %NULL where the reader wants them to keep nothing
 */
GBytes *
nepho_chart_export_pack (NephoDocument *document)
{
  GApplication *application = g_application_get_default ();

  if (document == NULL || !NEPHO_IS_APPLICATION (application)
      || !g_settings_get_boolean (nepho_application_get_settings (NEPHO_APPLICATION (application)), "export-embed"))
    return NULL;

  return nepho_document_pack (document);
}

/**
 * nepho_chart_export_provider:
 * @figure: a figure
 * @view: (nullable): what the reader looks at of it; the table has all of it
 * @packed: (nullable): the scenario that the pictures keep, as nepho_document_pack() makes it
 * @error: return location for an error
 *
 * Makes what goes to the clipboard: the figure as PNG, as SVG and as a table of text at once, so that
 * each program takes what suits it. Always in the light theme: what is pasted stands on paper.
 *
 * Returns: (transfer full): the content, or %NULL with an error of #NephoPictureError
 */
GdkContentProvider *
nepho_chart_export_provider (const NephoPlotFigure *figure, const NephoPlotView *view, GBytes *packed, GError **error)
{
  GdkContentProvider *providers[3] = { NULL };
  NephoPictureOptions options;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *text = NULL;

  nepho_picture_options_init (&options);
  options.view = view;
  options.document = packed;
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
 * nepho_chart_export_copy_image:
 * @chart: a chart
 * @document: (nullable): the scenario that it shows
 *
 * Puts the chart's figure on the clipboard and says so.
 */
void
nepho_chart_export_copy_image (NephoChart *chart, NephoDocument *document)
{
  const NephoPlotFigure *figure = nepho_chart_get_figure (chart);
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GError) error = NULL;

  if (figure == NULL)
    return;

  packed = nepho_chart_export_pack (document);
  nepho_chart_look_narrow (figure, nepho_chart_get_link (chart), &view);
  provider = nepho_chart_export_provider (figure, &view, packed, &error);
  if (provider == NULL)
    {
      nepho_toast_tell (GTK_WIDGET (chart), error->message);
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (chart)), provider);
  nepho_toast_tell (GTK_WIDGET (chart), _("Image copied"));
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
  nepho_toast_tell (GTK_WIDGET (chart), _("Data copied"));
}
