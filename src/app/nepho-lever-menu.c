/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-lever-menu.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-scenario.h"
#include "nepho-number.h"

static GMenuModel *
build_resets (NephoDocument *document, guint parameter)
{
  const NephoParameter *entry = nepho_parameter_set_get (nepho_document_get_parameters (document), parameter);
  const NephoCurrencyChoice *money = nepho_document_get_money (document);
  NephoNumberStyle style = NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT;
  g_autofree char *scenario = nepho_currency_format (
      money, nepho_document_get_scenario_values (document)[parameter], entry->spec->unit, style);
  g_autofree char *source = nepho_currency_format (money, entry->initial, entry->spec->unit, style);
  /* Translators: a value */
  g_autofree char *to_scenario = g_strdup_printf (_("_Reset to the Scenario: %s"), scenario);
  /* Translators: a value */
  g_autofree char *to_source = g_strdup_printf (_("Reset to the _Source: %s"), source);
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, to_scenario, "lever.reset-scenario");
  g_menu_append (menu, to_source, "lever.reset-source");

  return G_MENU_MODEL (menu);
}

/**
 * nepho_lever_menu_new:
 * @document: the document
 * @parameter: index of a parameter
 *
 * Returns: (transfer floating): a menu of what can be done with its value, for a widget with the actions
 *   "lever.reset-scenario", "lever.reset-source" and "lever.about"
 */
GtkWidget *
nepho_lever_menu_new (NephoDocument *document, guint parameter)
{
  g_autoptr (GMenuModel) resets = build_resets (document, parameter);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  GtkWidget *popover;

  g_menu_append (rest, _("_Meaning, Source and Note"), "lever.about");
  g_menu_append_section (menu, NULL, resets);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);

  return popover;
}
