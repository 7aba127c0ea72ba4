/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-file-bar.h"

#include <glib/gi18n-lib.h>

#include "nepho-file-watch.h"

struct _NephoFileBar
{
  AdwBin       parent_instance;

  NephoKeeper *keeper;
  GtkInfoBar  *bar;
  GtkLabel    *label;
  GtkWidget   *reload;
  GtkWidget   *keep;
  GtkWidget   *save;
};

G_DEFINE_FINAL_TYPE (NephoFileBar, nepho_file_bar, ADW_TYPE_BIN)

static void
nepho_file_bar_dispose (GObject *object)
{
  g_clear_object (&NEPHO_FILE_BAR (object)->keeper);

  G_OBJECT_CLASS (nepho_file_bar_parent_class)->dispose (object);
}

static void
hide (NephoFileBar *self)
{
  gtk_info_bar_set_revealed (self->bar, FALSE);
}

static void
nepho_file_bar_class_init (NephoFileBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nepho_file_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nephoscope/Nephoscope/ui/nepho-file-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoFileBar, bar);
  gtk_widget_class_bind_template_child (widget_class, NephoFileBar, label);
  gtk_widget_class_bind_template_child (widget_class, NephoFileBar, reload);
  gtk_widget_class_bind_template_child (widget_class, NephoFileBar, keep);
  gtk_widget_class_bind_template_child (widget_class, NephoFileBar, save);
  gtk_widget_class_bind_template_callback (widget_class, hide);
}

static void
nepho_file_bar_init (NephoFileBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
file_news_cb (NephoFileBar *self, guint news)
{
  g_autofree char *name = nepho_keeper_get_name (self->keeper);
  g_autofree char *text = NULL;

  if (news == NEPHO_FILE_CHANGED)
    /* Translators: name of a file */
    text = g_strdup_printf (_("Another program changed “%s”. What stands here is as it was."), name);
  else
    /* Translators: name of a file */
    text = g_strdup_printf (_("“%s” was deleted or moved. What stood in it is kept here."), name);
  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (self->reload, news == NEPHO_FILE_CHANGED);
  gtk_widget_set_visible (self->keep, news == NEPHO_FILE_CHANGED);
  gtk_widget_set_visible (self->save, news == NEPHO_FILE_GONE);
  gtk_info_bar_set_revealed (self->bar, news != NEPHO_FILE_AS_KNOWN);
}

/**
 * nepho_file_bar_watch:
 * @self: a bar, which shows nothing yet
 * @keeper: the keeper of the window's document
 *
 * From now on @self tells what becomes of the file.
 */
void
nepho_file_bar_watch (NephoFileBar *self, NephoKeeper *keeper)
{
  g_return_if_fail (NEPHO_IS_FILE_BAR (self) && self->keeper == NULL);

  self->keeper = g_object_ref (keeper);
  g_signal_connect_object (keeper, "file-news", G_CALLBACK (file_news_cb), self, G_CONNECT_SWAPPED);
}
