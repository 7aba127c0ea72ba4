/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>

#include "cli-chart-options.h"
#include "nepho-bundle.h"

/* How one picture looks is said as it is to "chart". */
typedef struct
{
  NephoCliChart chart;
  char         *output;
  char         *kinds;
  gboolean      all;
  gboolean      progress;
} Options;

static void
options_clear (Options *options)
{
  nepho_cli_chart_clear (&options->chart);
  g_free (options->output);
  g_free (options->kinds);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check (Options *options, NephoBundleOptions *bundle, NephoReportStyle *report)
{
  g_autoptr (GError) error = NULL;

  if (!options->all && options->kinds == NULL)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("say --all for every kind of file, or --kinds for some of them"));
      return FALSE;
    }
  if (options->output == NULL)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--output is missing; expected the name of a folder to write into"));
      return FALSE;
    }

  bundle->kinds = NEPHO_BUNDLE_ALL;
  if (options->kinds != NULL && (bundle->kinds = nepho_bundle_kinds_parse (options->kinds, &error)) == 0)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--kinds: %s", error->message);
      return FALSE;
    }

  return nepho_cli_chart_check_look (&options->chart)
         && nepho_cli_style_report (&options->chart.style, options->chart.picture.theme, report);
}

static volatile sig_atomic_t interrupted;

static void
interrupt (int signal_number)
{
  interrupted = signal_number;
}

static gboolean
go_on_cb (guint done, guint n_files)
{
  return interrupted == 0;
}

/* Whoever reads along wants each line at once. */
static gboolean
tell_cb (guint done, guint n_files)
{
  printf ("%u/%u\n", done, n_files);
  fflush (stdout);

  return interrupted == 0;
}

static NephoCliStatus
write_bundle (const NephoFigureContext *context, const NephoBundleOptions *options, const Options *asked)
{
  g_autoptr (NephoBundle) bundle = nepho_bundle_new (context, options);
  g_autoptr (GError) error = NULL;

  /* What is half done is taken away before the program goes. */
  signal (SIGINT, interrupt);
  signal (SIGTERM, interrupt);
  if (!nepho_bundle_write (bundle, asked->output, asked->progress ? tell_cb : go_on_cb, &error))
    return nepho_cli_fail (NEPHO_CLI_FAILED, "--output: %s", error->message);

  return NEPHO_CLI_DONE;
}

/**
 * nepho_cli_export:
 * @arguments: the arguments, "export" first
 *
 * Writes every figure, the workbook and the report of a scenario into a folder.
 *
 * Returns: what to exit with
 */
NephoCliStatus
nepho_cli_export (char **arguments)
{
  g_auto (Options) options = { 0 };
  g_auto (GStrv) rest = g_strdupv (arguments);
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Folder to write into"), N_("FOLDER") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_("Every kind of file"), NULL },
    { "kinds", 0, 0, G_OPTION_ARG_STRING, &options.kinds,
      N_("Some of png, svg, pdf, csv, workbook, report, with commas between"), N_("LIST") },
    { "progress", 0, 0, G_OPTION_ARG_NONE, &options.progress, N_("Print how many files are there, a line before each"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (NephoResults) results = NULL;
  g_autoptr (NephoResults) baseline = NULL;
  NephoBundleOptions bundle = { 0 };
  NephoReportStyle report;
  NephoFigureContext context;
  NephoCliStatus status;

  nepho_cli_chart_init (&options.chart);
  if (!nepho_cli_parse ("export", entries, nepho_cli_chart_group (&options.chart, TRUE), &rest, &status))
    return status;
  if (!nepho_cli_no_more (rest, 0) || !check (&options, &bundle, &report)
      || !nepho_cli_chart_run (&options.chart, &context, &results, &baseline))
    return NEPHO_CLI_WRONG;

  bundle.picture = options.chart.picture;
  bundle.csv = options.chart.csv;
  bundle.report = &report;
  bundle.document = options.chart.subject;
  bundle.embed = !options.chart.no_embed;

  return write_bundle (&context, &bundle, &options);
}
