/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <signal.h>

#include "nepho-cli.h"
#include "nepho-suggest.h"

static const NephoCliCommand commands[] = {
  { "params", NULL, N_("List every parameter with its value, range and source"), nepho_cli_params },
  { "run", NULL, N_("Run the market model and print its results"), nepho_cli_run },
  { "montecarlo", NULL, N_("Run the market model many times and print how sure its results are"), nepho_cli_montecarlo },
  { "train", NULL, N_("Work out what one training run takes"), nepho_cli_train },
  { "calc", N_("EXPRESSION"), N_("Work out an expression with units: 3640 PF-days / 500 PFLOP/s"), nepho_cli_calc },
  { "facts", NULL, N_("List the figures of a data set with their sources"), nepho_cli_facts },
  { "chart", N_("FIGURE"), N_("Draw a chart into a PNG, SVG, PDF or CSV file"), nepho_cli_chart },
  { "report", NULL, N_("Write a report of a scenario: every chart with method and sources, as PDF"), nepho_cli_report },
  { "export", NULL, N_("Write every chart, the workbook and the report of a scenario into a folder"), nepho_cli_export },
  { "import", N_("FILE"), N_("Read figures from a table: CSV, XLSX or ODS"), nepho_cli_import },
  { "convert", N_("[FILE] OUTPUT"), N_("Write a scenario as a document, parameters, a data set or text for a mail; - is standard output"), nepho_cli_convert },
  { "compare", N_("[ID…]"), N_("Put scenarios side by side: headline numbers, and what differs"), nepho_cli_compare },
  { "diff", N_("A [B]"), N_("Say how two documents or scenarios differ, or what moved since one was saved"), nepho_cli_diff },
  { "scenarios", N_("[FILE]"), N_("List the scenarios of a data set or a document, and what follows what"), nepho_cli_scenarios },
  { "validate", N_("FILE…"), N_("Check documents, data sets and lists of facts, and say where they are wrong"), nepho_cli_validate },
};

const NephoCliCommand *
nepho_cli_commands (guint *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);

  return commands;
}

static NephoCliStatus
print_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n  nephoscope-cli %s\n\n", _("Usage:"), _("COMMAND [OPTION…]"));
  g_string_append_printf (text, "%s\n\n",
                          _("How large AI models move the cloud market: who sells computing, what it costs, who can "
                            "pay for it."));
  g_string_append_printf (text, "%s\n", _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-10s %s\n", commands[i].name, _(commands[i].summary));
  g_string_append_printf (text, "\n%s\n  %-10s %s\n  %-10s %s\n  %-10s %s\n\n", _("Options:"), "--help",
                          _("Show this help, or with a command the command’s"), "--version", _("Show the version"),
                          "--lang", _("Language of texts, such as zh_CN"));
  g_string_append_printf (text, "%s\n",
                          _("Exit status: 0 done, 1 the work failed, 2 the call or what it names is wrong."));

  return nepho_cli_print (text->str);
}

static NephoCliStatus
refuse_command (const char *name)
{
  g_autoptr (GString) list = g_string_new (NULL);
  NephoSuggestion suggestion;

  nepho_suggestion_init (&suggestion, name);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      nepho_suggestion_offer (&suggestion, commands[i].name);
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", commands[i].name);
    }

  if (suggestion.nearest != NULL)
    return nepho_cli_fail (NEPHO_CLI_WRONG, _("there is no command “%s”; did you mean “%s”?"), name,
                           suggestion.nearest);

  return nepho_cli_fail (NEPHO_CLI_WRONG, _("there is no command “%s”; expected one of %s"), name, list->str);
}

int
main (int argc, char **argv)
{
  char **rest = argv + 1;

  /* A file that grows too large is failed work, which is told; it does not end the program. */
  signal (SIGXFSZ, SIG_IGN);

  if (!nepho_cli_set_language (argv))
    return NEPHO_CLI_WRONG;

  /* A language may stand before the command as well as after it. */
  while (*rest != NULL && g_str_has_prefix (*rest, "--lang"))
    rest += g_str_equal (*rest, "--lang") && rest[1] != NULL ? 2 : 1;

  if (*rest == NULL)
    return nepho_cli_fail (NEPHO_CLI_WRONG, _("a command is missing; “nephoscope-cli --help” lists them"));
  if (g_str_equal (*rest, "--help") || g_str_equal (*rest, "-h") || g_str_equal (*rest, "help"))
    return print_help ();
  if (g_str_equal (*rest, "--version"))
    return nepho_cli_print_version ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, *rest))
      return commands[i].run (rest);

  return refuse_command (*rest);
}
