/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-main-menu.h"

#include <glib/gi18n-lib.h>

#include "nepho-money-menu.h"
#include "nepho-recent-menu.h"
#include "nepho-window-share.h"

/* A step's name is a label, in which an underline would mark a key. */
static char *
escape_underlines (const char *step)
{
  g_auto (GStrv) parts = g_strsplit (step != NULL ? step : "", "_", -1);

  return g_strjoinv ("__", parts);
}

/* Labels of a menu model cannot change, so the section's items are replaced. */
static void
name_steps (NephoDocument *document, GMenu *steps)
{
  g_autofree char *undone = escape_underlines (nepho_document_get_undo_label (document));
  g_autofree char *redone = escape_underlines (nepho_document_get_redo_label (document));
  g_autofree char *undo =
      *undone != '\0' ? g_strdup_printf (_("_Undo: %s"), undone) : g_strdup (_("_Undo"));
  g_autofree char *redo =
      *redone != '\0' ? g_strdup_printf (_("_Redo: %s"), redone) : g_strdup (_("_Redo"));

  g_menu_remove_all (steps);
  g_menu_append (steps, undo, "win.undo");
  g_menu_append (steps, redo, "win.redo");
  g_menu_append (steps, _("Sho_w the Last Change Again"), "win.replay");
  g_menu_append (steps, _("_Reset Everything to the Scenario"), "win.reset-scenario");
  g_menu_append (steps, _("Reset _Everything to the Source"), "win.reset-all");
}

static void
document_notify_cb (NephoDocument *document, GParamSpec *pspec, GMenu *steps)
{
  name_steps (document, steps);
}

/* Text is pasted with Ctrl+V, which is no key of the application: an entry that has the focus comes first. */
static GMenuModel *
share_menu (void)
{
  g_autoptr (GMenuItem) paste = g_menu_item_new (_("_Paste Scenario"), "win.paste-scenario");
  GMenu *share = g_menu_new ();

  g_menu_append (share, _("_Copy Scenario as Text"), "win.copy-scenario");
  g_menu_item_set_attribute (paste, "accel", "s", NEPHO_PASTE_KEY);
  g_menu_append_item (share, paste);

  return G_MENU_MODEL (share);
}

/* The bundled data sets, each in a window of its own, and documents. */
static GMenuModel *
file_section (void)
{
  g_autoptr (GMenuModel) share = share_menu ();
  g_autoptr (GMenuModel) recent = nepho_recent_menu_new ();
  g_autoptr (GMenu) datasets = g_menu_new ();
  GMenu *section = g_menu_new ();

  g_menu_append (datasets, _("_China Public Cloud"), "app.open-dataset::china");
  g_menu_append (datasets, _("_Global Cloud Infrastructure"), "app.open-dataset::global");
  g_menu_append_submenu (section, _("_New Window"), G_MENU_MODEL (datasets));
  g_menu_append (section, _("_Open…"), "win.open");
  g_menu_append_submenu (section, _("Open _Recent"), recent);
  g_menu_append (section, _("_Save"), "win.save");
  g_menu_append (section, _("Save _As…"), "win.save-as");
  g_menu_append_submenu (section, _("S_hare"), share);
  g_menu_append (section, _("_Document Properties"), "win.properties");

  return G_MENU_MODEL (section);
}

static GMenuModel *
market_section (void)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _("_Import Figures…"), "win.import");
  g_menu_append (section, _("_Vendors and Segments…"), "win.edit-market");

  return G_MENU_MODEL (section);
}

/* How it looks, whatever it shows. */
static GMenuModel *
look_section (void)
{
  g_autoptr (GMenu) styles = g_menu_new ();
  g_autoptr (GMenu) rising = g_menu_new ();
  GMenu *section = g_menu_new ();

  g_menu_append (styles, _("As the _System"), "app.style::system");
  g_menu_append (styles, _("_Light"), "app.style::light");
  g_menu_append (styles, _("_Dark"), "app.style::dark");
  g_menu_append_submenu (section, _("_Style"), G_MENU_MODEL (styles));
  g_menu_append (rising, _("As the _Language"), "app.rising::auto");
  g_menu_append (rising, _("_Green Rises"), "app.rising::green");
  g_menu_append (rising, _("_Red Rises"), "app.rising::red");
  g_menu_append_submenu (section, _("_Rising and Falling"), G_MENU_MODEL (rising));

  return G_MENU_MODEL (section);
}

static GMenuModel *
view_menu (void)
{
  g_autoptr (GMenuModel) look = look_section ();
  GMenu *view = g_menu_new ();

  g_menu_append (view, _("_Back to the View Before"), "win.view-back");
  g_menu_append (view, _("_Forward Again"), "win.view-forward");
  g_menu_append (view, _("Show _Pages"), "win.show-pages");
  g_menu_append (view, _("Show _Levers"), "win.show-levers");
  g_menu_append (view, _("Show _Baseline"), "win.show-baseline");
  g_menu_append (view, _("_Fullscreen"), "win.fullscreen");
  g_menu_append_section (view, NULL, look);

  return G_MENU_MODEL (view);
}

static GMenuModel *
view_section (NephoDocument *document)
{
  g_autoptr (GMenuModel) view = view_menu ();
  g_autoptr (GMenuModel) money = nepho_money_menu_new (document);
  g_autoptr (GMenu) words = g_menu_new ();
  GMenu *section = g_menu_new ();

  g_menu_append_submenu (section, _("_View"), view);
  g_menu_append (words, _("As the _Language"), "app.number-words::auto");
  /* Not translated: the words themselves. */
  g_menu_append (words, "bn, trn", "app.number-words::short");
  g_menu_append (words, "万, 亿", "app.number-words::myriad");
  g_menu_append_submenu (section, _("Large _Numbers"), G_MENU_MODEL (words));
  g_menu_append_submenu (section, _("_Currency"), money);

  return G_MENU_MODEL (section);
}

static GMenuModel *
help_section (void)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _("_Keyboard Shortcuts"), "win.show-help-overlay");
  g_menu_append (section, _("_About Nephoscope"), "app.about");

  return G_MENU_MODEL (section);
}

/**
 * nepho_main_menu_attach:
 * @button: the menu's button
 * @document: whose steps it names
 *
 * Gives @button the main menu.
 */
void
nepho_main_menu_attach (GtkMenuButton *button, NephoDocument *document)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) steps = g_menu_new ();
  g_autoptr (GMenuModel) files = file_section ();
  g_autoptr (GMenuModel) market = market_section ();
  g_autoptr (GMenuModel) view = view_section (document);
  g_autoptr (GMenuModel) help = help_section ();

  name_steps (document, steps);
  g_menu_append_section (menu, NULL, files);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (steps));
  g_menu_append_section (menu, NULL, market);
  g_menu_append_section (menu, NULL, view);
  g_menu_append_section (menu, NULL, help);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  g_signal_connect_object (document, "notify::can-undo", G_CALLBACK (document_notify_cb), steps, 0);
}
