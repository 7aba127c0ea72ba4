/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "config.h"
#include "nepho-number-words.h"
#include "nepho-rising.h"

/* Says on standard error what is wrong, and hands back the status. */
NephoCliStatus
nepho_cli_fail (NephoCliStatus status, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "nephoscope-cli: %s\n", message);

  return status;
}

/* Standard output gets everything or nothing: a command prints once, when its work is done. */
NephoCliStatus
nepho_cli_print (const char *text)
{
  if (fputs (text, stdout) == EOF || fflush (stdout) == EOF)
    return nepho_cli_fail (NEPHO_CLI_FAILED, _("standard output cannot be written: %s"), g_strerror (errno));

  return NEPHO_CLI_DONE;
}

NephoCliStatus
nepho_cli_print_version (void)
{
  return nepho_cli_print ("nephoscope-cli " NEPHOSCOPE_VERSION "\n");
}

static const NephoCliCommand *
find_command (const char *name)
{
  guint n_commands;
  const NephoCliCommand *commands = nepho_cli_commands (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];

  g_assert_not_reached ();
}

static NephoCliStatus
print_command_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, FALSE, NULL);

  return nepho_cli_print (help);
}

/* Numbers are written in every room, so the choice is the process's own. */
static gboolean
set_words (const char *text, NephoCliStatus *status)
{
  NephoNumberWords words = NEPHO_WORDS_AUTO;

  if (text != NULL && !nepho_number_words_from_id (text, &words))
    {
      *status = nepho_cli_fail (NEPHO_CLI_WRONG, _("--words: “%s” are no words for numbers; expected auto, short or myriad"),
                                text);
      return FALSE;
    }
  nepho_number_set_words (words);

  return TRUE;
}

static gboolean
set_rising (const char *text, NephoCliStatus *status)
{
  NephoRising rising = NEPHO_RISING_AUTO;

  if (text != NULL && !nepho_rising_from_id (text, &rising))
    {
      *status = nepho_cli_fail (NEPHO_CLI_WRONG, _("--rising: “%s” is no colour of what rises; expected auto, green or red"),
                                text);
      return FALSE;
    }
  nepho_rising_set (rising);

  return TRUE;
}

/**
 * nepho_cli_parse:
 * @command: name of a subcommand
 * @entries: its own options
 * @group: (nullable) (transfer full): options that it shares with others
 * @arguments: (inout): its arguments; options are taken out
 * @status: (out): what to exit with where %FALSE is returned
 *
 * Reads a subcommand's options, --help and --version among them.
 *
 * Returns: whether there is work left to do
 */
gboolean
nepho_cli_parse (const char *command,
                 const GOptionEntry *entries,
                 GOptionGroup *group,
                 char ***arguments,
                 NephoCliStatus *status)
{
  const NephoCliCommand *spec = find_command (command);
  gboolean help = FALSE;
  gboolean version = FALSE;
  g_autofree char *language = NULL;
  g_autofree char *words = NULL;
  g_autofree char *rising = NULL;
  const GOptionEntry common[] = {
    { "words", 0, 0, G_OPTION_ARG_STRING, &words, N_("Words for large numbers: auto, short (bn) or myriad (亿) (auto)"),
      N_("KIND") },
    { "rising", 0, 0, G_OPTION_ARG_STRING, &rising,
      N_("Colour of what rises in charts: auto (as the language has it), green or red (auto)"), N_("COLOUR") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_("Language of texts, such as zh_CN"), N_("LANGUAGE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Show the version"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *program = g_strdup_printf ("nephoscope-cli %s", command);
  g_autoptr (GOptionContext) context = g_option_context_new (spec->synopsis != NULL ? _(spec->synopsis) : NULL);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _(spec->summary));
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (group != NULL)
    g_option_context_add_group (context, group);

  *status = NEPHO_CLI_DONE;
  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      *status = nepho_cli_fail (NEPHO_CLI_WRONG, _("%s; “nephoscope-cli %s --help” lists the options"), error->message,
                                command);
      return FALSE;
    }
  if (help)
    *status = print_command_help (context);
  else if (version)
    *status = nepho_cli_print_version ();

  return !help && !version && set_words (words, status) && set_rising (rising, status);
}

/**
 * nepho_cli_no_more:
 * @arguments: what is left of the arguments, the subcommand's name first
 * @n_expected: how many may follow it
 *
 * Returns: %FALSE, having said so, where there are more
 */
gboolean
nepho_cli_no_more (char **arguments, guint n_expected)
{
  if (g_strv_length (arguments) <= n_expected + 1)
    return TRUE;

  nepho_cli_fail (NEPHO_CLI_WRONG, _("“%s” is one argument too many; “nephoscope-cli %s --help” shows what is expected"),
                  arguments[n_expected + 1], arguments[0]);
  return FALSE;
}

/**
 * nepho_cli_parse_format:
 * @text: (nullable): value of --format, or %NULL for text
 * @format: (out): the format
 *
 * Returns: %FALSE, having said so, where there is no such format
 */
gboolean
nepho_cli_parse_format (const char *text, NephoCliFormat *format)
{
  static const char * const names[] = { "text", "json", "csv" };

  *format = NEPHO_CLI_TEXT;
  if (text == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], text))
      {
        *format = (NephoCliFormat) i;
        return TRUE;
      }

  nepho_cli_fail (NEPHO_CLI_WRONG, _("--format: there is no format “%s”; expected text, json or csv"), text);
  return FALSE;
}
