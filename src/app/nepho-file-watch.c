/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-file-watch.h"

#include <stdlib.h>

#include "nepho-file-replace.h"

/* Programs write in parts, or remove a file and put another in its place: one look once all is quiet. */
#define QUIET_MS 300u

/* Stands for the digest of a file that is not there. */
#define NOTHING ""

struct _NephoFileWatch
{
  GFile        *file;
  GFileMonitor *monitor;  /* or NULL: there the system tells nothing */
  char         *expected; /* digest of what it is to hold */
  char         *seen;     /* of what it held when it was looked at last */
  guint         timer;    /* until it is looked at, or 0 */
  NephoFileTold told;
  gpointer      user_data;
};

static NephoFileNews
news_of (const NephoFileWatch *self)
{
  if (g_str_equal (self->seen, self->expected))
    return NEPHO_FILE_AS_KNOWN;

  return g_str_equal (self->seen, NOTHING) ? NEPHO_FILE_GONE : NEPHO_FILE_CHANGED;
}

/* By content: a file that was only touched, or that we wrote ourselves, is no news. What cannot be read is none yet. */
static gboolean
quiet_cb (gpointer user_data)
{
  NephoFileWatch *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *now = nepho_file_digest (self->file, &error);

  self->timer = 0;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    now = g_strdup (NOTHING);
  if (now == NULL || g_str_equal (now, self->seen))
    return G_SOURCE_REMOVE;

  g_free (self->seen);
  self->seen = g_steal_pointer (&now);
  self->told (news_of (self), self->user_data);

  return G_SOURCE_REMOVE;
}

static void
event_cb (NephoFileWatch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (QUIET_MS, quiet_cb, self);
}

/* Where links lead: what is written there is told there alone. */
static GFile *
follow_links (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  char *resolved = path != NULL ? realpath (path, NULL) : NULL;
  GFile *target = resolved != NULL ? g_file_new_for_path (resolved) : g_object_ref (file);

  free (resolved);

  return target;
}

/**
 * nepho_file_watch_new:
 * @file: a file
 * @digest: of what it is to hold, as nepho_file_digest() makes it
 * @told: what is called in the main loop when it holds something else, or that again
 * @user_data: for @told
 *
 * Returns: (transfer full): what watches it
 */
NephoFileWatch *
nepho_file_watch_new (GFile *file, const char *digest, NephoFileTold told, gpointer user_data)
{
  NephoFileWatch *self = g_new0 (NephoFileWatch, 1);
  g_autoptr (GFile) target = follow_links (file);

  self->file = g_object_ref (file);
  self->expected = g_strdup (digest);
  self->seen = g_strdup (digest);
  self->told = told;
  self->user_data = user_data;
  self->monitor = g_file_monitor_file (target, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (event_cb), self);

  return self;
}

void
nepho_file_watch_free (NephoFileWatch *self)
{
  if (self == NULL)
    return;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  g_object_unref (self->file);
  g_free (self->expected);
  g_free (self->seen);
  g_free (self);
}

/**
 * nepho_file_watch_expect:
 * @self: a watch
 * @digest: of what was just read from the file, or written into it
 *
 * That it holds this is no news.
 */
void
nepho_file_watch_expect (NephoFileWatch *self, const char *digest)
{
  g_free (self->expected);
  g_free (self->seen);
  self->expected = g_strdup (digest);
  self->seen = g_strdup (digest);
}

/**
 * nepho_file_watch_look:
 * @self: a watch
 *
 * Looks whether the file is another already, as for one that was read some time ago, and tells.
 */
void
nepho_file_watch_look (NephoFileWatch *self)
{
  event_cb (self);
}
