/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include <glib/gi18n-lib.h>

#include "nepho-application.h"

/* A build tree, a sandbox and a test each keep their translations elsewhere. */
static void
init_translations (void)
{
  const char *folder = g_getenv ("NEPHOSCOPE_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  g_autoptr (NephoApplication) application = NULL;

  init_translations ();
  nepho_application_choose_renderer ();
  g_set_application_name (_("Nephoscope"));
  application = nepho_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
