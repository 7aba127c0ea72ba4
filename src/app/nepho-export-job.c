/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-export-job.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "nepho-document-io.h"
#include "nepho-export-program.h"
#include "nepho-export-progress.h"
#include "nepho-file-replace.h"
#include "nepho-scratch.h"

#define DOCUMENT_NAME "scenario" NEPHO_DOCUMENT_SUFFIX

typedef struct
{
  GtkWidget           *anchor;
  GFile               *target;
  NephoExportDone      done;
  gpointer             user_data;

  char                *scratch;  /* a folder of its own */
  char                *document; /* in it */
  char                *output;   /* what the program writes */
  char                *made;     /* what becomes the target, or NULL: the output is the target */
  GSubprocess         *process;
  GDataInputStream    *lines;
  GString             *errors;
  guint                n_open;   /* outputs that are still read, and the program that still runs */
  gboolean             stopped;
  NephoExportProgress *progress;
} Job;

static void
job_free (Job *job)
{
  nepho_export_progress_free (job->progress);
  if (job->scratch != NULL)
    nepho_scratch_remove (job->scratch);
  g_free (job->scratch);
  g_free (job->document);
  g_free (job->output);
  g_free (job->made);
  g_clear_object (&job->process);
  g_clear_object (&job->lines);
  g_string_free (job->errors, TRUE);
  g_object_unref (job->target);
  g_object_unref (job->anchor);
  g_free (job);
}

/* What was made takes the place of the file that the reader named, as a whole. */
static gboolean
deliver (Job *job, GError **error)
{
  g_autofree char *fault = nepho_export_program_fault (job->process, job->errors->str);
  g_autofree char *data = NULL;
  gsize length;

  if (job->stopped)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped"));
      return FALSE;
    }
  if (fault != NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, fault);
      return FALSE;
    }

  return job->made == NULL
         || (g_file_get_contents (job->made, &data, &length, error)
             && nepho_file_replace (job->target, data, length, NULL, NULL, error));
}

static void
finish (Job *job, const GError *error)
{
  g_clear_pointer (&job->progress, nepho_export_progress_free);
  job->done (job->anchor, job->target, error, job->user_data);
  job_free (job);
}

static void
close_one (Job *job)
{
  g_autoptr (GError) error = NULL;

  if (--job->n_open > 0)
    return;

  deliver (job, &error);
  finish (job, error);
}

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  close_one (user_data);
}

static void read_line (Job *job);

static void
line_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autofree char *line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, NULL);
  guint done;
  guint n_files;

  if (line == NULL)
    {
      close_one (job);
      return;
    }
  if (sscanf (line, "%u/%u", &done, &n_files) == 2)
    nepho_export_progress_tell (job->progress, done, n_files);
  read_line (job);
}

static void
read_line (Job *job)
{
  g_data_input_stream_read_line_async (job->lines, G_PRIORITY_DEFAULT, NULL, line_cb, job);
}

static void read_errors (Job *job);

static void
errors_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, NULL);
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (length == 0)
    {
      close_one (job);
      return;
    }
  g_string_append_len (job->errors, data, (gssize) length);
  read_errors (job);
}

static void
read_errors (Job *job)
{
  g_input_stream_read_bytes_async (g_subprocess_get_stderr_pipe (job->process), 4096, G_PRIORITY_DEFAULT, NULL, errors_cb,
                                   job);
}

/* The program takes away what it has begun, and ends. */
static void
stop (gpointer user_data)
{
  Job *job = user_data;

  job->stopped = TRUE;
  if (g_subprocess_get_identifier (job->process) != NULL)
    g_subprocess_send_signal (job->process, SIGTERM);
}

/* The scenario goes to the program as a file of its own. */
static gboolean
prepare (Job *job, NephoDocument *document, const char *made, GError **error)
{
  g_autofree char *json = nepho_document_to_json (document);

  job->scratch = nepho_scratch_new (error);
  if (job->scratch == NULL)
    return FALSE;

  job->document = g_build_filename (job->scratch, DOCUMENT_NAME, NULL);
  job->made = made != NULL ? g_build_filename (job->scratch, made, NULL) : NULL;
  if (made == NULL)
    job->output = g_file_get_path (job->target);
  else
    /* One of several files is written into a folder. */
    job->output = strchr (made, G_DIR_SEPARATOR) != NULL ? g_path_get_dirname (job->made) : g_strdup (job->made);
  if (job->output == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("Everything can be written into a folder of this computer only"));
      return FALSE;
    }

  return g_file_set_contents (job->document, json, -1, error);
}

static gboolean
run (Job *job, const char * const *arguments, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) arguments[i]);
  g_ptr_array_add (words, (gpointer) "--scenario");
  g_ptr_array_add (words, job->document);
  g_ptr_array_add (words, (gpointer) "--output");
  g_ptr_array_add (words, job->output);
  g_ptr_array_add (words, NULL);
  job->process = nepho_export_program_spawn ((const char * const *) words->pdata, error);

  return job->process != NULL;
}

/**
 * nepho_export_job_start:
 * @anchor: a widget; its window is that above which it says how far it is
 * @document: the scenario
 * @arguments: (array zero-terminated=1): what to ask of the command line, scenario and output left out
 * @made: (nullable): what the file is called that becomes @target, such as "share.png" or "all/workbook.xlsx"; %NULL where
 *   @target is a folder that the command line writes into
 * @target: where it goes; exactly this is written
 * @done: told how it ended
 * @user_data: for @done
 *
 * Has the command line write a file, or a folder, while the window stays alive. What takes longer than half a second
 * shows how far it is and can be stopped; what is stopped or fails leaves everything as it was.
 */
void
nepho_export_job_start (GtkWidget *anchor,
                        NephoDocument *document,
                        const char * const *arguments,
                        const char *made,
                        GFile *target,
                        NephoExportDone done,
                        gpointer user_data)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GError) error = NULL;

  job->anchor = g_object_ref (anchor);
  job->target = g_object_ref (target);
  job->done = done;
  job->user_data = user_data;
  job->errors = g_string_new (NULL);
  if (!prepare (job, document, made, &error) || !run (job, arguments, &error))
    {
      finish (job, error);
      return;
    }

  job->progress = nepho_export_progress_new (GTK_WINDOW (gtk_widget_get_root (anchor)), stop, job);
  job->lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (job->process));
  job->n_open = 3;
  read_line (job);
  read_errors (job);
  g_subprocess_wait_async (job->process, NULL, waited_cb, job);
}
