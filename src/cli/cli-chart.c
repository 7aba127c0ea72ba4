/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli-chart-options.h"
#include "nepho-document-error.h"
#include "nepho-page-sheet.h"
#include "nepho-report.h"
#include "nepho-suggest.h"
#include "nepho-workbook.h"

/* Several charts on a sheet, rather than one. */
static const struct
{
  NephoPages  page;
  const char *name;
} sheets[] = {
  { NEPHO_PAGE_OVERVIEW, N_("The charts of the overview on one page") },
  { NEPHO_PAGE_MARKET, N_("Those of the market") },
  { NEPHO_PAGE_REVENUE, N_("Those of revenue") },
  { NEPHO_PAGE_COMPUTE, N_("Those of computing") },
  { NEPHO_PAGE_SCENARIOS, N_("Those of scenarios side by side") },
  { NEPHO_PAGE_UNCERTAINTY, N_("Those of uncertainty") },
  { NEPHO_PAGE_SCENARIOS, N_("Those of scenarios side by side") },
};

static NephoCliStatus
print_list (void)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *ids = nepho_table_add_texts (table, _("Figure"));
  NephoTableColumn *names = nepho_table_add_texts (table, _("What it shows"));
  g_autofree char *text = NULL;
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      nepho_table_column_text (ids, nepho_page_sheet_id (sheets[i].page));
      nepho_table_column_text (names, _(sheets[i].name));
    }
  for (guint k = 0; k < n_specs; k++)
    {
      nepho_table_column_text (ids, specs[k].id);
      nepho_table_column_text (names, _(specs[k].name));
    }
  text = nepho_cli_columns (table);

  return nepho_cli_print (text);
}

static NephoCliStatus
refuse_figure (const char *id)
{
  NephoSuggestion suggestion;
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  nepho_suggestion_init (&suggestion, id);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    nepho_suggestion_offer (&suggestion, nepho_page_sheet_id (sheets[i].page));
  for (guint k = 0; k < n_specs; k++)
    nepho_suggestion_offer (&suggestion, specs[k].id);

  if (suggestion.nearest != NULL)
    return nepho_cli_fail (NEPHO_CLI_WRONG, _("there is no figure “%s”; did you mean “%s”?"), id, suggestion.nearest);

  return nepho_cli_fail (NEPHO_CLI_WRONG, _("there is no figure “%s”; “nephoscope-cli chart --list” lists them"), id);
}

/* What is wrong with a file is said of the file, not of the call. */
static NephoCliStatus
refuse_picture (const GError *error)
{
  gboolean failed = error->domain == NEPHO_DOCUMENT_ERROR
                    || g_error_matches (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_WRITE);

  return nepho_cli_fail (failed ? NEPHO_CLI_FAILED : NEPHO_CLI_WRONG, "--output: %s", error->message);
}

static NephoCliStatus
write_file (GBytes *bytes, const char *path)
{
  g_autoptr (GError) error = NULL;

  return nepho_picture_write (bytes, path, &error) ? NEPHO_CLI_DONE : refuse_picture (error);
}

static NephoCliStatus
write_table (const NephoPlotFigure *figure, const NephoCliChart *chart)
{
  g_autoptr (NephoTable) table = nepho_table_from_figure (figure);
  char *csv = nepho_table_to_csv_in (table, chart->csv);
  g_autoptr (GBytes) bytes = g_bytes_new_take (csv, strlen (csv));

  return write_file (bytes, chart->output);
}

static NephoCliStatus
write_workbook (GPtrArray *figures, const NephoFigureContext *context, const NephoCliChart *chart)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nepho_workbook_encode (context, figures, chart->subject, &error);

  return bytes != NULL ? write_file (bytes, chart->output) : refuse_picture (error);
}

static NephoCliStatus
write_sheet (const NephoFigureContext *context, const NephoCliChart *chart)
{
  NephoFigureContext own = *context;
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_plot_figure_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *title = nepho_report_title (chart->subject);
  g_autofree char *keywords = NULL;
  NephoPictureOptions options = chart->picture;
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  for (guint k = 0; k < n_specs; k++)
    if ((specs[k].pages & chart->page) != 0)
      {
        own.look = nepho_cli_chart_look (chart, &specs[k]);
        g_ptr_array_add (figures, nepho_figure_build (&specs[k], &own));
      }
  if (chart->workbook)
    return write_workbook (figures, context, chart);

  keywords = nepho_report_keywords (chart->subject, NULL);
  options.keywords = keywords;
  bytes = nepho_sheet_encode (figures, &options, title, MIN (figures->len, NEPHO_PAGE_SHEET_COLUMNS), &error);

  return bytes != NULL ? write_file (bytes, chart->output) : refuse_picture (error);
}

static NephoCliStatus
write_figure (const NephoFigureSpec *spec, const NephoFigureContext *context, NephoCliChart *chart)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_plot_figure_free);
  NephoPlotFigure *figure = nepho_figure_build (spec, context);
  NephoPictureOptions options;
  g_autofree char *keywords = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (figures, figure);
  if (!nepho_cli_chart_look_at (chart, figure))
    return NEPHO_CLI_WRONG;
  if (chart->table)
    return write_table (figure, chart);
  if (chart->workbook)
    return write_workbook (figures, context, chart);

  keywords = nepho_report_keywords (chart->subject, figure);
  options = chart->picture;
  options.keywords = keywords;
  bytes = nepho_picture_encode (figure, &options, &error);

  return bytes != NULL ? write_file (bytes, chart->output) : refuse_picture (error);
}

static NephoCliStatus
draw (NephoCliChart *chart)
{
  g_autoptr (NephoResults) results = NULL;
  g_autoptr (NephoResults) baseline = NULL;
  NephoFigureContext context;

  if (!nepho_cli_chart_run (chart, &context, &results, &baseline))
    return NEPHO_CLI_WRONG;

  return chart->figure != NULL ? write_figure (chart->figure, &context, chart) : write_sheet (&context, chart);
}

/**
 * nepho_cli_chart:
 * @arguments: the arguments, "chart" first
 *
 * Draws a figure into a file.
 *
 * Returns: what to exit with
 */
NephoCliStatus
nepho_cli_chart (char **arguments)
{
  g_auto (NephoCliChart) chart = { 0 };
  g_auto (GStrv) rest = g_strdupv (arguments);
  gboolean list = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &chart.output, N_("File to write: .png, .svg, .pdf, .xlsx or .csv"),
      N_("FILE") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_("List the figures"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  NephoCliStatus status;

  nepho_cli_chart_init (&chart);
  if (!nepho_cli_parse ("chart", entries, nepho_cli_chart_group (&chart, FALSE), &rest, &status))
    return status;
  if (list)
    return nepho_cli_no_more (rest, 0) ? print_list () : NEPHO_CLI_WRONG;
  if (rest[1] == NULL)
    return nepho_cli_fail (NEPHO_CLI_WRONG,
                           _("the name of a figure is missing; “nephoscope-cli chart --list” lists them"));
  if (!nepho_cli_no_more (rest, 1))
    return NEPHO_CLI_WRONG;

  chart.page = nepho_page_sheet_find (rest[1]);
  chart.figure = nepho_figure_find (rest[1]);
  if (chart.page == 0 && chart.figure == NULL)
    return refuse_figure (rest[1]);
  if (!nepho_cli_chart_check (&chart))
    return NEPHO_CLI_WRONG;

  return draw (&chart);
}
