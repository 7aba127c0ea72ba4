/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-export-progress.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SPACING 18
#define WIDTH 360

/* What is quicker than this is not worth a window. */
#define PATIENCE_MS 500

#define PULSE_MS 100

struct _NephoExportProgress
{
  GtkWindow      *parent;
  void          (*stop) (gpointer user_data);
  gpointer        user_data;
  guint           source; /* until the window comes, then what moves the bar */
  guint           done;
  guint           n_files; /* 0: unknown */
  GtkWindow      *dialog;  /* or NULL */
  GtkProgressBar *bar;
};

static void
show_fraction (NephoExportProgress *self)
{
  g_autofree char *text = NULL;

  if (self->dialog == NULL || self->n_files == 0)
    return;

  /* Translators: which file, of how many */
  text = g_strdup_printf (_("File %u of %u"), MIN (self->done + 1, self->n_files), self->n_files);
  gtk_progress_bar_set_fraction (self->bar, self->done / (double) self->n_files);
  gtk_progress_bar_set_show_text (self->bar, TRUE);
  gtk_progress_bar_set_text (self->bar, text);
}

static gboolean
pulse_cb (gpointer user_data)
{
  NephoExportProgress *self = user_data;

  if (self->n_files == 0)
    gtk_progress_bar_pulse (self->bar);

  return G_SOURCE_CONTINUE;
}

/* The window stays until the work has really stopped. */
static gboolean
close_request_cb (GtkWindow *dialog, NephoExportProgress *self)
{
  self->stop (self->user_data);

  return TRUE;
}

static void
cancel_cb (GtkButton *button, NephoExportProgress *self)
{
  self->stop (self->user_data);
}

static GtkWidget *
create_contents (NephoExportProgress *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *title = gtk_label_new (_("Exporting…"));
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "export-progress");
  g_signal_connect (button, "clicked", G_CALLBACK (cancel_cb), self);

  return box;
}

static gboolean
show_cb (gpointer user_data)
{
  NephoExportProgress *self = user_data;

  self->dialog = GTK_WINDOW (adw_window_new ());
  gtk_window_set_transient_for (self->dialog, self->parent);
  gtk_window_set_modal (self->dialog, TRUE);
  gtk_window_set_resizable (self->dialog, FALSE);
  gtk_window_set_title (self->dialog, _("Exporting…"));
  gtk_window_set_default_size (self->dialog, WIDTH, -1);
  adw_window_set_content (ADW_WINDOW (self->dialog), create_contents (self));
  g_signal_connect (self->dialog, "close-request", G_CALLBACK (close_request_cb), self);
  show_fraction (self);
  gtk_window_present (self->dialog);
  self->source = g_timeout_add (PULSE_MS, pulse_cb, self);

  return G_SOURCE_REMOVE;
}

/**
 * nepho_export_progress_new:
 * @parent: (nullable): above which it says how far it is
 * @stop: called with @user_data when the reader has had enough
 * @user_data: for @stop
 *
 * Returns: (transfer full): what shows a window if it is not freed before
 */
NephoExportProgress *
nepho_export_progress_new (GtkWindow *parent, void (*stop) (gpointer user_data), gpointer user_data)
{
  NephoExportProgress *self = g_new0 (NephoExportProgress, 1);

  g_set_object (&self->parent, parent);
  self->stop = stop;
  self->user_data = user_data;
  self->source = g_timeout_add (PATIENCE_MS, show_cb, self);

  return self;
}

/**
 * nepho_export_progress_tell:
 * @self: progress
 * @done: how many files are there
 * @n_files: of how many
 */
void
nepho_export_progress_tell (NephoExportProgress *self, guint done, guint n_files)
{
  self->done = done;
  self->n_files = n_files;
  show_fraction (self);
}

/**
 * nepho_export_progress_free:
 * @self: (transfer full) (nullable): progress; its window goes
 */
void
nepho_export_progress_free (NephoExportProgress *self)
{
  if (self == NULL)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->dialog != NULL)
    gtk_window_destroy (self->dialog);
  g_clear_object (&self->parent);
  g_free (self);
}
