/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-draft-writer.h"

struct _NephoDraftWriter
{
  NephoDraft       *draft;
  NephoDocument    *copy;  /* the thread's */
  NephoDraftOwner   owner;
  NephoDraftWritten written;
  gpointer          user_data;

  GThread          *thread;
  GMutex            mutex; /* guards what follows */
  guint             idle;  /* says so in the main loop, or 0 */
  GError           *error;
};

static gboolean
written_cb (gpointer user_data)
{
  NephoDraftWriter *self = user_data;

  g_mutex_lock (&self->mutex);
  self->idle = 0;
  g_mutex_unlock (&self->mutex);
  nepho_draft_writer_finish (self);

  return G_SOURCE_REMOVE;
}

static gpointer
write_thread (gpointer data)
{
  NephoDraftWriter *self = data;
  GError *error = NULL;

  nepho_draft_write (self->draft, self->copy, &self->owner, &error);
  g_clear_object (&self->copy);

  g_mutex_lock (&self->mutex);
  self->error = error;
  self->idle = g_idle_add (written_cb, self);
  g_mutex_unlock (&self->mutex);

  return NULL;
}

/**
 * nepho_draft_writer_start:
 * @draft: a draft, which nobody else touches until nepho_draft_writer_finish()
 * @document: the document; it may be edited meanwhile
 * @owner: whose it is
 * @written: told once in the main loop, or out of nepho_draft_writer_finish()
 * @user_data: for @written
 *
 * Returns: (transfer full): what writes; it is gone once @written was called
 */
NephoDraftWriter *
nepho_draft_writer_start (NephoDraft *draft, NephoDocument *document, const NephoDraftOwner *owner,
                          NephoDraftWritten written, gpointer user_data)
{
  NephoDraftWriter *self = g_new0 (NephoDraftWriter, 1);

  self->draft = draft;
  self->copy = nepho_document_copy (document);
  self->owner.file = owner->file != NULL ? g_object_ref (owner->file) : NULL;
  self->owner.digest = g_strdup (owner->digest);
  self->owner.read_only = g_strdup (owner->read_only);
  self->written = written;
  self->user_data = user_data;
  g_mutex_init (&self->mutex);
  self->thread = g_thread_new ("draft", write_thread, self);

  return self;
}

/**
 * nepho_draft_writer_finish:
 * @self: (transfer full): what writes
 *
 * Waits until the draft is written, and says so.
 */
void
nepho_draft_writer_finish (NephoDraftWriter *self)
{
  g_autoptr (GError) error = NULL;

  g_thread_join (self->thread);
  g_clear_handle_id (&self->idle, g_source_remove);
  error = g_steal_pointer (&self->error);
  self->written (error, self->user_data);

  nepho_draft_owner_clear (&self->owner);
  g_mutex_clear (&self->mutex);
  g_free (self);
}
