/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "config.h"

/* The value of --lang wherever it stands, because the language must be known before the first text. */
static gboolean
find_language (char **arguments, const char **language)
{
  *language = NULL;
  for (char **argument = arguments + 1; *argument != NULL; argument++)
    if (g_str_has_prefix (*argument, "--lang="))
      *language = *argument + strlen ("--lang=");
    else if (g_str_equal (*argument, "--lang"))
      {
        *language = argument[1] != NULL ? argument[1] : "";
        if (argument[1] != NULL)
          argument++;
      }

  return *language != NULL;
}

/* A message catalogue is not looked up in the locale "C", whatever language is asked for. */
static void
set_locale (void)
{
  const char *now = setlocale (LC_ALL, "");

  if (now != NULL)
    now = setlocale (LC_MESSAGES, NULL);
  if (now == NULL || g_str_equal (now, "C") || g_str_equal (now, "POSIX"))
    setlocale (LC_ALL, "C.UTF-8");
}

/* Sets up translations, in the language of --lang if there is one. */
gboolean
nepho_cli_set_language (char **arguments)
{
  g_auto (GStrv) known = g_strsplit (NEPHOSCOPE_LANGUAGES, " ", -1);
  const char *folder = g_getenv ("NEPHOSCOPE_LOCALEDIR");
  const char *language;
  gboolean wanted = find_language (arguments, &language);
  gboolean good = !wanted || g_strv_contains ((const char * const *) known, language);

  if (wanted && good)
    g_setenv ("LANGUAGE", language, TRUE);
  set_locale ();
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : NEPHOSCOPE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (!good)
    {
      g_autofree char *list = g_strjoinv (", ", known);

      nepho_cli_fail (NEPHO_CLI_WRONG, _("--lang: there is no language “%s”; expected one of %s"), language, list);
    }

  return good;
}
