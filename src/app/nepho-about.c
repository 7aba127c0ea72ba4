/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "nepho-application.h"

/**
 * nepho_about_show:
 * @parent: (nullable): the window it belongs to
 *
 * Shows who made the program and whose data it carries.
 */
void
nepho_about_show (GtkWindow *parent)
{
  const char *data[] = { "Epoch AI https://epoch.ai",
                         "Ben Cottier, Robi Rahman, Loredana Fattorini, Nestor Maslej, David Owen",
                         NULL };
  const char *article[] = { "Jiemian News, Planet of Value", NULL };
  GtkWidget *window = g_object_new (
      ADW_TYPE_ABOUT_WINDOW, "transient-for", parent, "modal", TRUE, "application-name",
      _("Nephoscope"), "application-icon", NEPHO_APPLICATION_ID, "version", NEPHO_VERSION,
      "developer-name", _("The Nephoscope developers"), "comments",
      _("Explore how AI moves the cloud market. Every number has a "
         "source, or says that it is an assumption."),
      "website", "https://github.com/nephoscope/nephoscope", "issue-url",
      "https://github.com/nephoscope/nephoscope/issues", "copyright",
      _("© The Nephoscope developers"), "license-type", GTK_LICENSE_GPL_3_0,
      /* Translators: put your names here, one a line */
      "translator-credits", _("translator-credits"), NULL);

  adw_about_window_add_credit_section (ADW_ABOUT_WINDOW (window), _("Data on AI models"), data);
  adw_about_window_add_credit_section (ADW_ABOUT_WINDOW (window),
                                       _("The article behind the scenarios"), article);
  adw_about_window_add_legal_section (
      ADW_ABOUT_WINDOW (window), _("Data of Epoch AI"), NULL, GTK_LICENSE_CUSTOM,
      _("Training compute and training cost of AI models: Epoch AI, and Cottier et "
         "al. (2024), “The rising costs of training frontier AI models”. Licence: "
         "Creative Commons Attribution 4.0."));
  gtk_window_present (GTK_WINDOW (window));
}
