/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli-chart-options.h"
#include "cli-compare.h"
#include "cli-style.h"
#include "nepho-document-pack.h"
#include "nepho-report.h"

typedef struct
{
  NephoCliScenario scenario;
  char            *output;
  char            *history;
  NephoCliStyle    style;
  gboolean         no_embed;
  gboolean         no_annotations;
  gboolean         no_source;
} Options;

static void
options_clear (Options *options)
{
  nepho_cli_scenario_clear (&options->scenario);
  g_free (options->output);
  g_free (options->history);
  nepho_cli_style_clear (&options->style);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
read_output (const Options *options)
{
  g_autofree char *lower = options->output != NULL ? g_ascii_strdown (options->output, -1) : NULL;

  if (lower == NULL)
    nepho_cli_fail (NEPHO_CLI_WRONG, _("--output is missing; expected the name of a file to write"));
  else if (!g_str_has_suffix (lower, ".pdf"))
    nepho_cli_fail (NEPHO_CLI_WRONG, _("--output: a report is a PDF; expected a name that ends in .pdf, found “%s”"),
                    options->output);
  else
    return TRUE;

  return FALSE;
}

static NephoCliStatus
write_report (Options *options, NephoFigureContext *context, NephoReportStyle *style)
{
  g_autoptr (NephoDocument) subject = nepho_cli_scenario_subject (&options->scenario);
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (NephoComparison) comparison = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (subject == NULL)
    return NEPHO_CLI_WRONG;
  if (!options->no_embed)
    packed = nepho_document_pack (subject);
  style->document = packed;
  context->comparison = comparison = nepho_cli_comparison_new (subject, NULL, "");
  if (comparison == NULL)
    return NEPHO_CLI_WRONG;
  figures = nepho_figures_build_all (context);
  bytes = nepho_report_encode (context, figures, subject, style, &error);
  if (bytes == NULL)
    return nepho_cli_fail (g_error_matches (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_WRITE) ? NEPHO_CLI_FAILED
                                                                                                  : NEPHO_CLI_WRONG,
                           "%s", error->message);
  if (!nepho_picture_write (bytes, options->output, &error))
    return nepho_cli_fail (NEPHO_CLI_FAILED, "--output: %s", error->message);

  return NEPHO_CLI_DONE;
}

/**
 * nepho_cli_report:
 * @arguments: the arguments, "report" first
 *
 * Writes a report of a scenario as PDF.
 *
 * Returns: what to exit with
 */
NephoCliStatus
nepho_cli_report (char **arguments)
{
  g_auto (Options) options = { 0 };
  g_auto (GStrv) rest = g_strdupv (arguments);
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("File to write: .pdf"), N_("FILE") },
    { "history", 0, 0, G_OPTION_ARG_STRING, &options.history,
      N_("Published figures beside the projection: usual, all, none, or the ID of a publisher’s definition (usual)"),
      N_("ID") },
    { "no-source", 0, 0, G_OPTION_ARG_NONE, &options.no_source, N_("Leave out the line that names the sources"), NULL },
    { "no-annotations", 0, 0, G_OPTION_ARG_NONE, &options.no_annotations, N_("Leave out the document’s annotations"),
      NULL },
    { "no-embed", 0, 0, G_OPTION_ARG_NONE, &options.no_embed, N_("Leave the scenario out of the file"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (NephoResults) results = NULL;
  g_autoptr (NephoResults) baseline = NULL;
  g_auto (NephoRunsCache) cache = { 0 };
  NephoPictureOptions picture;
  NephoReportStyle style;
  NephoFigureContext context;
  NephoCliStatus status;
  GOptionGroup *group;

  nepho_picture_options_init (&picture);
  group = nepho_cli_style_add (&options.style, nepho_cli_scenario_group (&options.scenario, TRUE), TRUE);
  if (!nepho_cli_parse ("report", entries, group, &rest, &status))
    return status;
  if (!nepho_cli_no_more (rest, 0) || !read_output (&options) || !nepho_cli_style_load (&options.style, &picture)
      || !nepho_cli_style_report (&options.style, picture.theme, &style)
      || !nepho_cli_scenario_load (&options.scenario))
    return NEPHO_CLI_WRONG;

  results = nepho_cli_scenario_run (&options.scenario);
  if (nepho_cli_scenario_differs (&options.scenario))
    baseline = nepho_cli_scenario_run_baseline (&options.scenario);
  nepho_figure_context_init (&context, options.scenario.parameters, options.scenario.values,
                             options.scenario.baseline_values, results, baseline);
  context.events = options.scenario.events;
  context.money = &options.scenario.money;
  context.scenario = options.scenario.built_in;
  context.own_scenario = options.scenario.own_name;
  context.runs = &cache;
  if (options.scenario.document != NULL)
    context.seed = nepho_document_get_properties (options.scenario.document)->seed;
  context.without_source = options.no_source;
  context.annotations = options.no_annotations ? NULL : nepho_cli_scenario_annotations (&options.scenario);
  if (!nepho_cli_choose_history (options.history, options.scenario.dataset, NULL, 0, &context))
    return NEPHO_CLI_WRONG;

  return write_report (&options, &context, &style);
}
