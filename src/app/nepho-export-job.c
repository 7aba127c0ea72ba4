/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-export-job.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SPACING 18
#define WIDTH 360

/* Files that are written one between two frames, with a window that says how far it is. */
typedef struct
{
  NephoWindow    *window;
  NephoBundle    *bundle;
  GFile          *folder;
  GPtrArray      *added;   /* GFile: what was not there before */
  guint           next;
  guint           source;
  NephoExportDone done;
  GtkWindow      *dialog;
  GtkProgressBar *bar;
  GtkLabel       *file;
} Job;

static void
job_free (Job *job)
{
  g_clear_handle_id (&job->source, g_source_remove);
  nepho_bundle_free (job->bundle);
  g_ptr_array_unref (job->added);
  g_object_unref (job->folder);
  g_object_unref (job->window);
  g_free (job);
}

/* Whatever ends it: what was added is taken away unless all is there. */
static void
finish (Job *job, const GError *error)
{
  for (guint i = 0; error != NULL && i < job->added->len; i++)
    g_file_delete (g_ptr_array_index (job->added, i), NULL, NULL);
  job->done (job->window, job->folder, error);
  gtk_window_destroy (job->dialog);
  job_free (job);
}

static gboolean
write_next (Job *job, GError **error)
{
  const char *name = nepho_bundle_name (job->bundle, job->next);
  g_autoptr (GFile) file = g_file_get_child (job->folder, name);
  gboolean is_new = !g_file_query_exists (file, NULL);
  g_autoptr (GBytes) bytes = nepho_bundle_encode (job->bundle, job->next, error);
  gsize length;
  const char *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  if (!g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, error))
    {
      g_prefix_error (error, _("“%s” could not be saved: "), name);
      return FALSE;
    }
  if (is_new)
    g_ptr_array_add (job->added, g_steal_pointer (&file));

  return TRUE;
}

static gboolean
step_cb (gpointer user_data)
{
  Job *job = user_data;
  guint n_files = nepho_bundle_n_files (job->bundle);
  g_autoptr (GError) error = NULL;

  if (!write_next (job, &error) || ++job->next == n_files)
    {
      job->source = 0;
      finish (job, error);
      return G_SOURCE_REMOVE;
    }
  gtk_progress_bar_set_fraction (job->bar, job->next / (double) n_files);
  gtk_label_set_label (job->file, nepho_bundle_name (job->bundle, job->next));

  return G_SOURCE_CONTINUE;
}

static void
cancel (Job *job)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped"));

  finish (job, error);
}

static gboolean
close_request_cb (GtkWindow *dialog, Job *job)
{
  cancel (job);

  return TRUE;
}

static void
cancel_cb (GtkButton *button, Job *job)
{
  cancel (job);
}

static void
create_dialog (Job *job)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *title = gtk_label_new (_("Exporting…"));
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Cancel"));

  job->dialog = GTK_WINDOW (adw_window_new ());
  job->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  job->file = GTK_LABEL (gtk_label_new (""));
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (GTK_WIDGET (job->file), "dim-label");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (job->bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (job->file));
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "export-progress");
  gtk_window_set_transient_for (job->dialog, GTK_WINDOW (job->window));
  gtk_window_set_modal (job->dialog, TRUE);
  gtk_window_set_resizable (job->dialog, FALSE);
  gtk_window_set_title (job->dialog, _("Exporting…"));
  gtk_window_set_default_size (job->dialog, WIDTH, -1);
  adw_window_set_content (ADW_WINDOW (job->dialog), box);
  g_signal_connect (button, "clicked", G_CALLBACK (cancel_cb), job);
  g_signal_connect (job->dialog, "close-request", G_CALLBACK (close_request_cb), job);
}

/**
 * nepho_export_job_start:
 * @window: above which it says how far it is
 * @bundle: (transfer full): the files
 * @folder: where they go
 * @done: told how it ended
 *
 * Writes files one after another while the window stays alive. Closing the small window, or its button,
 * stops it; what it had added is then taken away.
 *
 * Returns: (transfer none): the small window; it goes when all is done
 */
GtkWidget *
nepho_export_job_start (NephoWindow *window, NephoBundle *bundle, GFile *folder, NephoExportDone done)
{
  Job *job = g_new0 (Job, 1);

  job->window = g_object_ref (window);
  job->bundle = bundle;
  job->folder = g_object_ref (folder);
  job->added = g_ptr_array_new_with_free_func (g_object_unref);
  job->done = done;
  create_dialog (job);
  gtk_window_present (job->dialog);
  /* Below drawing, so that each step is seen. */
  job->source = g_idle_add_full (G_PRIORITY_LOW, step_cb, job, NULL);

  return GTK_WIDGET (job->dialog);
}
