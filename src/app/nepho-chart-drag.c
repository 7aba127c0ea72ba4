/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-drag.h"

#include "nepho-chart-export.h"
#include "nepho-chart-look.h"
#include "nepho-picture.h"
#include "nepho-scratch.h"
#include "nepho-toast.h"

/* A picture under the pointer, in points and pixels an inch. */
#define ICON_WIDTH 288.0
#define ICON_HEIGHT 198.0
#define ICON_DPI 48.0

/* Where files lie that were dragged out: whoever took one may read it long after the drag. */
static char *scratch;

/**
 * nepho_chart_drag_forget:
 *
 * Takes away the files of all drags. To be called when the program ends.
 */
void
nepho_chart_drag_forget (void)
{
  if (scratch != NULL)
    nepho_scratch_remove (scratch);
  g_clear_pointer (&scratch, g_free);
}

/* Programs that take files get one; the others take what suits them. */
static GdkContentProvider *
file_provider (const NephoPlotFigure *figure, GBytes *png, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s.png", figure->id);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  GFile *files[1];
  GdkFileList *list;
  GdkContentProvider *provider;

  if (scratch == NULL && (scratch = nepho_scratch_new (error)) == NULL)
    return NULL;

  path = g_build_filename (scratch, name, NULL);
  if (!nepho_picture_write (png, path, error))
    return NULL;

  file = g_file_new_for_path (path);
  files[0] = file;
  list = gdk_file_list_new_from_array (files, G_N_ELEMENTS (files));
  provider = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);

  return provider;
}

/**
 * nepho_chart_drag_provider:
 * @card: a card with a figure
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its chart as a file, as what the clipboard gets, all at once; or %NULL with an
 *   error of #NephoPictureError or %NEPHO_DOCUMENT_ERROR_WRITE
 */
GdkContentProvider *
nepho_chart_drag_provider (NephoChartCard *card, GError **error)
{
  NephoChart *chart = nepho_chart_card_get_chart (card);
  const NephoPlotFigure *figure = nepho_chart_get_figure (chart);
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
  g_autoptr (GBytes) packed = nepho_chart_export_pack (nepho_chart_card_get_document (card));
  g_autoptr (GBytes) png = NULL;
  GdkContentProvider *providers[2];
  NephoPictureOptions options;

  nepho_chart_look_narrow (figure, nepho_chart_get_link (chart), &view);
  nepho_picture_options_init (&options);
  options.view = &view;
  options.document = packed;
  png = nepho_picture_encode (figure, &options, error);
  if (png == NULL || (providers[0] = file_provider (figure, png, error)) == NULL)
    return NULL;
  if ((providers[1] = nepho_chart_export_provider (figure, &view, packed, error)) == NULL)
    {
      g_object_unref (providers[0]);
      return NULL;
    }

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, NephoChartCard *card)
{
  NephoChart *chart = nepho_chart_card_get_chart (card);
  g_autoptr (GError) error = NULL;
  GdkContentProvider *provider;

  if (nepho_chart_get_figure (chart) == NULL || nepho_chart_drag_zooms (chart, x, y))
    return NULL;

  provider = nepho_chart_drag_provider (card, &error);
  if (provider == NULL)
    nepho_toast_tell (GTK_WIDGET (chart), error->message);

  return provider;
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag, NephoChartCard *card)
{
  NephoPictureOptions options;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkTexture) icon = NULL;

  nepho_picture_options_init (&options);
  options.width_pt = ICON_WIDTH;
  options.height_pt = ICON_HEIGHT;
  options.dpi = ICON_DPI;
  png = nepho_picture_encode (nepho_chart_get_figure (nepho_chart_card_get_chart (card)), &options, NULL);
  icon = png != NULL ? gdk_texture_new_from_bytes (png, NULL) : NULL;
  gtk_drag_source_set_icon (source, GDK_PAINTABLE (icon), 0, 0);
}

/**
 * nepho_chart_drag_attach:
 * @card: a card
 *
 * Lets its chart be dragged into other programs.
 */
void
nepho_chart_drag_attach (NephoChartCard *card)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), card, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (begin_cb), card, 0);
  gtk_widget_add_controller (GTK_WIDGET (nepho_chart_card_get_chart (card)), GTK_EVENT_CONTROLLER (source));
}
