/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli-chart-options.h"
#include "nepho-suggest.h"
#include "nepho-workbook.h"

/* Several charts on a page, rather than one. */
#define OVERVIEW_ID "overview"
#define OVERVIEW_COLUMNS 2

static NephoCliStatus
print_list (void)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *ids = nepho_table_add_texts (table, _("Figure"));
  NephoTableColumn *names = nepho_table_add_texts (table, _("What it shows"));
  g_autofree char *text = NULL;
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  nepho_table_column_text (ids, OVERVIEW_ID);
  nepho_table_column_text (names, _("The charts of the overview on one page"));
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
  nepho_suggestion_offer (&suggestion, OVERVIEW_ID);
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
  gboolean failed = g_error_matches (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_WRITE);

  return nepho_cli_fail (failed ? NEPHO_CLI_FAILED : NEPHO_CLI_WRONG, "--output: %s", error->message);
}

static NephoCliStatus
write_file (GBytes *bytes, const char *path)
{
  g_autoptr (GError) error = NULL;

  return nepho_picture_write (bytes, path, &error) ? NEPHO_CLI_DONE : refuse_picture (error);
}

static NephoCliStatus
write_table (const NephoPlotFigure *figure, const char *path)
{
  g_autoptr (NephoTable) table = nepho_table_from_figure (figure);
  char *csv = nepho_table_to_csv (table);
  g_autoptr (GBytes) bytes = g_bytes_new_take (csv, strlen (csv));

  return write_file (bytes, path);
}

/* What the file as a whole is called. */
static char *
title_of (const NephoCliChart *chart)
{
  const NephoDataset *dataset = chart->scenario.dataset;
  const NephoScenario *scenario = nepho_dataset_find_scenario (dataset, chart->scenario.scenario);

  if (scenario == NULL)
    return g_strdup (nepho_text_get (dataset->name));

  /* Translators: a data set, a scenario */
  return g_strdup_printf (_("%s: %s"), nepho_text_get (dataset->name), nepho_text_get (scenario->name));
}

static NephoCliStatus
write_workbook (GPtrArray *figures, const NephoFigureContext *context, const NephoCliChart *chart)
{
  g_autofree char *title = title_of (chart);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nepho_workbook_encode (context, figures, title, &error);

  return bytes != NULL ? write_file (bytes, chart->output) : refuse_picture (error);
}

static NephoCliStatus
write_overview (const NephoFigureContext *context, const NephoCliChart *chart)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_plot_figure_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *title = title_of (chart);
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  for (guint k = 0; k < n_specs; k++)
    if ((specs[k].pages & NEPHO_PAGE_OVERVIEW) != 0)
      g_ptr_array_add (figures, nepho_figure_build (&specs[k], context));
  if (chart->workbook)
    return write_workbook (figures, context, chart);

  bytes = nepho_sheet_encode (figures, &chart->picture, title, OVERVIEW_COLUMNS, &error);

  return bytes != NULL ? write_file (bytes, chart->output) : refuse_picture (error);
}

static NephoCliStatus
write_figure (const NephoFigureSpec *spec, const NephoFigureContext *context, const NephoCliChart *chart)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_plot_figure_free);
  NephoPlotFigure *figure = nepho_figure_build (spec, context);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (figures, figure);
  if (chart->table)
    return write_table (figure, chart->output);
  if (chart->workbook)
    return write_workbook (figures, context, chart);

  bytes = nepho_picture_encode (figure, &chart->picture, &error);

  return bytes != NULL ? write_file (bytes, chart->output) : refuse_picture (error);
}

static NephoCliStatus
draw (NephoCliChart *chart, const NephoFigureSpec *spec)
{
  g_autoptr (NephoResults) results = NULL;
  g_autoptr (NephoResults) baseline = NULL;
  NephoFigureContext context;

  if (!nepho_cli_scenario_load (&chart->scenario))
    return NEPHO_CLI_WRONG;

  results = nepho_cli_scenario_run (&chart->scenario, chart->scenario.values);
  if (nepho_cli_scenario_differs (&chart->scenario) && !chart->no_baseline)
    baseline = nepho_cli_scenario_run (&chart->scenario, chart->scenario.baseline_values);
  nepho_figure_context_init (&context, chart->scenario.parameters, chart->scenario.values,
                             chart->scenario.baseline_values, results, baseline);
  if (!nepho_cli_chart_choose (chart, &context))
    return NEPHO_CLI_WRONG;

  return spec != NULL ? write_figure (spec, &context, chart) : write_overview (&context, chart);
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
  const NephoFigureSpec *spec = NULL;
  gboolean overview;
  NephoCliStatus status;

  if (!nepho_cli_chart_parse (&chart, &rest, &status))
    return status;
  if (chart.list)
    return nepho_cli_no_more (rest, 0) ? print_list () : NEPHO_CLI_WRONG;
  if (rest[1] == NULL)
    return nepho_cli_fail (NEPHO_CLI_WRONG,
                           _("the name of a figure is missing; “nephoscope-cli chart --list” lists them"));
  if (!nepho_cli_no_more (rest, 1))
    return NEPHO_CLI_WRONG;

  overview = g_str_equal (rest[1], OVERVIEW_ID);
  if (!overview && (spec = nepho_figure_find (rest[1])) == NULL)
    return refuse_figure (rest[1]);
  if (!nepho_cli_chart_check (&chart, overview))
    return NEPHO_CLI_WRONG;

  return draw (&chart, spec);
}
