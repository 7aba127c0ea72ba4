/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-window-export.h"

#include "nepho-document-annotation.h"
#include "nepho-document-path.h"
#include "nepho-document-scenario.h"
#include "nepho-export-dialog.h"
#include "nepho-page.h"

/**
 * nepho_export_kind_from_id:
 * @id: what may be the id of a kind: "report", "workbook" or "folder"
 * @kind: (out): that kind
 *
 * Returns: whether there is such a kind of what is exported of a scenario as a whole
 */
gboolean
nepho_export_kind_from_id (const char *id, NephoExportKind *kind)
{
  static const struct
  {
    const char     *id;
    NephoExportKind kind;
  } kinds[] = {
    { "report", NEPHO_EXPORT_REPORT },
    { "workbook", NEPHO_EXPORT_WORKBOOK },
    { "folder", NEPHO_EXPORT_FOLDER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].id, id))
      {
        *kind = kinds[i].kind;
        return TRUE;
      }

  return FALSE;
}

static NephoExportSubject *
whole_scenario (NephoWindow *window, NephoExportKind kind)
{
  NephoDocument *document = nepho_window_get_document (window);
  NephoFigureContext context;

  nepho_figure_context_init (&context, nepho_document_get_parameters (document), nepho_document_get_values (document),
                             nepho_document_get_baseline_values (document), nepho_document_get_results (document),
                             nepho_document_differs (document) ? nepho_document_get_baseline (document) : NULL);
  context.annotations = nepho_document_get_annotations (document);
  context.history = nepho_window_get_history (window);
  context.scenario = nepho_document_get_built_in (document, nepho_document_get_scenario (document));
  context.own_scenario = nepho_document_get_own_name (document);
  context.events = nepho_document_get_events (document);
  context.money = nepho_document_get_money (document);
  context.seed = nepho_document_get_properties (document)->seed;

  return nepho_export_subject_new (kind, document, &context);
}

/**
 * nepho_window_export_subject:
 * @window: a window
 * @kind: the page in view, or what is made of all of the scenario
 *
 * Returns: (transfer full): what would be exported
 */
NephoExportSubject *
nepho_window_export_subject (NephoWindow *window, NephoExportKind kind)
{
  if (kind == NEPHO_EXPORT_PAGE)
    return nepho_page_new_subject (NEPHO_PAGE (nepho_window_get_page_widget (window)));

  return whole_scenario (window, kind);
}

/**
 * nepho_window_export_ask:
 * @window: a window
 * @kind: the page in view, or what is made of all of the scenario
 *
 * Asks how it is to be written, and has it written.
 */
void
nepho_window_export_ask (NephoWindow *window, NephoExportKind kind)
{
  NephoExportSubject *subject = nepho_window_export_subject (window, kind);

  gtk_window_present (GTK_WINDOW (nepho_export_dialog_new (nepho_window_get_page_widget (window), subject)));
}
