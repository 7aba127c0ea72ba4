/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-keeper.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-error.h"
#include "nepho-document-save.h"
#include "nepho-draft-writer.h"
#include "nepho-file-remarks.h"
#include "nepho-file-watch.h"

struct _NephoKeeper
{
  GObject        parent_instance;

  NephoDocument *document;
  GFile         *file;      /* or NULL */
  char          *digest;    /* of what the file held when it was read or written last */
  NephoFileWatch *watch;    /* of that file, or NULL */
  NephoFileRemarks remarks; /* on what the file holds */
  NephoDraft    *draft;
  guint          timer;     /* to the next draft, or 0 */
  NephoDraftWriter *writer; /* of the draft that is being written, or NULL */
  gboolean       failing;   /* drafts cannot be written, and the reader was told so */
};

G_DEFINE_FINAL_TYPE (NephoKeeper, nepho_keeper, G_TYPE_OBJECT)

enum
{
  RENAMED,
  DRAFT_FAILED,
  FILE_NEWS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void touched_cb (NephoKeeper *self);

/* Told once, tried again and again. */
static void
written_cb (const GError *error, gpointer user_data)
{
  NephoKeeper *self = user_data;
  gboolean failed = error != NULL;

  self->writer = NULL;
  if (failed && !self->failing)
    g_signal_emit (self, signals[DRAFT_FAILED], 0, error->message);
  self->failing = failed;
  if (failed)
    touched_cb (self);
}

/* Nobody but the writer may touch the draft while it writes. */
static NephoDraft *
take_draft (NephoKeeper *self)
{
  if (self->writer != NULL)
    nepho_draft_writer_finish (self->writer);

  return self->draft;
}

static gboolean
timer_cb (gpointer user_data)
{
  NephoKeeper *self = user_data;
  NephoDraftOwner owner = { self->file, self->digest, self->remarks.read_only };

  /* A disk that takes so long has a pause. */
  if (self->writer != NULL)
    return G_SOURCE_CONTINUE;

  self->timer = 0;
  if (!nepho_document_get_unsaved (self->document))
    nepho_draft_remove (self->draft);
  else
    self->writer = nepho_draft_writer_start (self->draft, self->document, &owner, written_cb, self);

  return G_SOURCE_REMOVE;
}

/* Not at every move of a lever: at most some seconds of work are at risk. */
static void
touched_cb (NephoKeeper *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (NEPHO_KEEPER_SECONDS, timer_cb, self);
}

static void
nepho_keeper_dispose (GObject *object)
{
  NephoKeeper *self = NEPHO_KEEPER (object);

  if (self->draft != NULL)
    take_draft (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->watch, nepho_file_watch_free);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (nepho_keeper_parent_class)->dispose (object);
}

static void
nepho_keeper_finalize (GObject *object)
{
  NephoKeeper *self = NEPHO_KEEPER (object);

  nepho_draft_free (self->draft);
  g_free (self->digest);
  nepho_file_remarks_clear (&self->remarks);

  G_OBJECT_CLASS (nepho_keeper_parent_class)->finalize (object);
}

static void
nepho_keeper_class_init (NephoKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nepho_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = nepho_keeper_finalize;

  signals[RENAMED] = g_signal_new ("renamed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[DRAFT_FAILED] = g_signal_new ("draft-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FILE_NEWS] = g_signal_new ("file-news", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
nepho_keeper_init (NephoKeeper *self)
{
}

static NephoKeeper *
keeper_with (NephoDocument *document, NephoDraft *draft)
{
  NephoKeeper *self = g_object_new (NEPHO_TYPE_KEEPER, NULL);

  self->document = g_object_ref (document);
  self->draft = draft;
  g_signal_connect_swapped (document, "changed", G_CALLBACK (touched_cb), self);
  g_signal_connect_swapped (document, "notify::unsaved", G_CALLBACK (touched_cb), self);

  return self;
}

/**
 * nepho_keeper_new:
 * @document: a document that no file holds
 *
 * Returns: (transfer full): a keeper of it
 */
NephoKeeper *
nepho_keeper_new (NephoDocument *document)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (document), NULL);

  return keeper_with (document, nepho_draft_new ());
}

/* What no file holds any more is unsaved, whatever it was. */
static void
file_news_cb (NephoFileNews news, gpointer user_data)
{
  NephoKeeper *self = user_data;

  if (news == NEPHO_FILE_GONE)
    nepho_document_set_unsaved (self->document, TRUE);
  g_signal_emit (self, signals[FILE_NEWS], 0, (guint) news);
}

/* From now on the document is in @file, which holds what has @digest. */
static void
take_file (NephoKeeper *self, GFile *file, const char *digest)
{
  gboolean same = self->file != NULL && g_file_equal (self->file, file);

  g_set_object (&self->file, file);
  g_free (self->digest);
  self->digest = g_strdup (digest);
  if (same && self->watch != NULL)
    nepho_file_watch_expect (self->watch, digest);
  else
    {
      g_clear_pointer (&self->watch, nepho_file_watch_free);
      self->watch = nepho_file_watch_new (file, digest, file_news_cb, self);
    }
}

/**
 * nepho_keeper_new_carried:
 * @document: a document that a picture or a text carried here
 * @origin: what it says of itself
 *
 * Returns: (transfer full): a keeper of it, which has no file
 */
NephoKeeper *
nepho_keeper_new_carried (NephoDocument *document, const NephoDocumentOrigin *origin)
{
  NephoKeeper *self = nepho_keeper_new (document);

  self->remarks.left_out = nepho_document_origin_explain (origin);

  return self;
}

static void
take_origin (NephoKeeper *self, GFile *file, const NephoDocumentOrigin *origin, const char *digest)
{
  take_file (self, file, digest);
  nepho_file_remarks_find (&self->remarks, file, origin, self->document);
}

/**
 * nepho_keeper_open:
 * @file: a document, or a picture or a text that keeps one: such a document has no file, so that it is never
 *   written over that
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a keeper of the document in it; or %NULL with an error of #NephoDocumentError
 */
NephoKeeper *
nepho_keeper_open (GFile *file, GError **error)
{
  g_auto (NephoDocumentOrigin) origin = { 0 };
  g_autofree char *digest = NULL;
  g_autoptr (NephoDocument) document = nepho_document_open (file, &origin, &digest, error);
  NephoKeeper *self;

  if (document == NULL)
    return NULL;

  if (origin.carried)
    return nepho_keeper_new_carried (document, &origin);

  self = nepho_keeper_new (document);
  take_origin (self, file, &origin, digest);

  return self;
}

/**
 * nepho_keeper_recover:
 * @draft: (transfer full): a draft that was found
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a keeper of the document in it, which is unsaved; or %NULL with an error of
 *   #NephoDocumentError, the draft still where it was
 */
NephoKeeper *
nepho_keeper_recover (NephoDraft *draft, GError **error)
{
  g_autofree char *path = nepho_draft_get_path (draft);
  g_auto (NephoDraftOwner) owner = { 0 };
  g_autoptr (NephoDocument) document = nepho_document_load (path, NULL, error);
  NephoKeeper *self;

  if (document == NULL)
    {
      nepho_draft_free (draft);
      return NULL;
    }

  nepho_document_set_unsaved (document, TRUE);
  self = keeper_with (document, draft);
  nepho_draft_read_owner (draft, &owner);
  if (owner.file != NULL && owner.digest != NULL)
    {
      take_file (self, owner.file, owner.digest);
      nepho_file_watch_look (self->watch);
    }
  else
    self->file = g_steal_pointer (&owner.file);
  self->remarks.read_only = g_steal_pointer (&owner.read_only);

  return self;
}

/**
 * nepho_keeper_get_document:
 * @self: a keeper
 *
 * Returns: (transfer none): what it keeps
 */
NephoDocument *
nepho_keeper_get_document (NephoKeeper *self)
{
  g_return_val_if_fail (NEPHO_IS_KEEPER (self), NULL);

  return self->document;
}

/**
 * nepho_keeper_get_file:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable): the document's file
 */
GFile *
nepho_keeper_get_file (NephoKeeper *self)
{
  g_return_val_if_fail (NEPHO_IS_KEEPER (self), NULL);

  return self->file;
}

/**
 * nepho_keeper_get_name:
 * @self: a keeper
 *
 * Returns: (transfer full): the name of the file, or of the scenario where there is none
 */
char *
nepho_keeper_get_name (NephoKeeper *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (NEPHO_IS_KEEPER (self), NULL);

  if (self->file == NULL)
    return g_strdup (nepho_document_get_title (self->document));
  name = g_file_get_basename (self->file);

  return g_filename_display_name (name);
}

/**
 * nepho_keeper_get_read_only:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable): why the file is not to be written over
 */
const char *
nepho_keeper_get_read_only (NephoKeeper *self)
{
  g_return_val_if_fail (NEPHO_IS_KEEPER (self), NULL);

  return self->remarks.read_only;
}

/**
 * nepho_keeper_get_left_out:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable): why something is missing of what a picture or a text carried here
 */
const char *
nepho_keeper_get_left_out (NephoKeeper *self)
{
  g_return_val_if_fail (NEPHO_IS_KEEPER (self), NULL);

  return self->remarks.left_out;
}

/**
 * nepho_keeper_get_remark:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable): what moved between the model that the file was saved with and this one
 */
const char *
nepho_keeper_get_remark (NephoKeeper *self)
{
  g_return_val_if_fail (NEPHO_IS_KEEPER (self), NULL);

  return self->remarks.moved;
}

/**
 * nepho_keeper_get_moves:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable) (element-type NephoMove): each result that moved, as nepho_keeper_get_remark()
 *   counts them
 */
const GPtrArray *
nepho_keeper_get_moves (NephoKeeper *self)
{
  g_return_val_if_fail (NEPHO_IS_KEEPER (self), NULL);

  return self->remarks.moves;
}

/**
 * nepho_keeper_get_unknown:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable) (element-type utf8): each path in the file that this version does not
 *   understand
 */
const GPtrArray *
nepho_keeper_get_unknown (NephoKeeper *self)
{
  g_return_val_if_fail (NEPHO_IS_KEEPER (self), NULL);

  return self->remarks.unknown;
}

/**
 * nepho_keeper_is_untouched:
 * @self: a keeper
 *
 * Returns: whether nobody would miss the document: no file, and nothing to save
 */
gboolean
nepho_keeper_is_untouched (NephoKeeper *self)
{
  g_return_val_if_fail (NEPHO_IS_KEEPER (self), FALSE);

  return self->file == NULL && !nepho_document_get_unsaved (self->document);
}

static gboolean
write_to (NephoKeeper *self, GFile *file, const char *digest, GError **error)
{
  g_autofree char *new_digest = NULL;

  if (!nepho_document_save (self->document, file, digest, &new_digest, error))
    return FALSE;

  take_file (self, file, new_digest);
  nepho_file_remarks_clear (&self->remarks);
  nepho_draft_remove (take_draft (self));
  g_signal_emit (self, signals[FILE_NEWS], 0, (guint) NEPHO_FILE_AS_KNOWN);
  g_signal_emit (self, signals[RENAMED], 0);

  return TRUE;
}

/**
 * nepho_keeper_save:
 * @self: a keeper whose document has a file
 * @overwrite: whether also over what somebody else wrote there since
 * @error: return location for an error
 *
 * Returns: %FALSE, the file as it was and the draft kept, with an error of #NephoDocumentError:
 *   %NEPHO_DOCUMENT_ERROR_CHANGED where somebody else wrote the file
 */
gboolean
nepho_keeper_save (NephoKeeper *self, gboolean overwrite, GError **error)
{
  g_return_val_if_fail (NEPHO_IS_KEEPER (self) && self->file != NULL, FALSE);

  if (self->remarks.read_only != NULL)
    {
      g_set_error_literal (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_WRITE, self->remarks.read_only);
      return FALSE;
    }

  return write_to (self, self->file, overwrite ? NULL : self->digest, error);
}

/**
 * nepho_keeper_save_as:
 * @self: a keeper
 * @file: another file, which the reader agreed to write over where it is there
 * @error: return location for an error
 *
 * Returns: %FALSE, everything as it was, with an error of #NephoDocumentError
 */
gboolean
nepho_keeper_save_as (NephoKeeper *self, GFile *file, GError **error)
{
  g_return_val_if_fail (NEPHO_IS_KEEPER (self), FALSE);

  return write_to (self, file, NULL, error);
}

/**
 * nepho_keeper_reload:
 * @self: a keeper whose document has a file
 * @error: return location for an error
 *
 * Reads the file again and puts what it holds now in the place of the document's content, as one step of undo.
 *
 * Returns: %FALSE, everything as it was, with an error of #NephoDocumentError
 */
gboolean
nepho_keeper_reload (NephoKeeper *self, GError **error)
{
  g_auto (NephoDocumentOrigin) origin = { 0 };
  g_autofree char *digest = NULL;
  g_autoptr (NephoDocument) document = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (NEPHO_IS_KEEPER (self) && self->file != NULL, FALSE);

  file = g_object_ref (self->file);
  document = nepho_document_open (file, &origin, &digest, error);
  if (document == NULL)
    return FALSE;
  if (origin.carried)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT,
                   _("%s is a picture or a text now; expected a document"), name);
      return FALSE;
    }

  nepho_document_take_over (self->document, document, _("Reload from the file"));
  nepho_document_set_unsaved (self->document, FALSE);
  take_origin (self, file, &origin, digest);
  g_signal_emit (self, signals[FILE_NEWS], 0, (guint) NEPHO_FILE_AS_KNOWN);
  g_signal_emit (self, signals[RENAMED], 0);

  return TRUE;
}

/**
 * nepho_keeper_write_draft:
 * @self: a keeper
 * @error: return location for an error
 *
 * Keeps the document as it is now, without touching its file. It is also done by itself while the reader works.
 *
 * Returns: %FALSE with an error of #GFileError
 */
gboolean
nepho_keeper_write_draft (NephoKeeper *self, GError **error)
{
  NephoDraftOwner owner;

  g_return_val_if_fail (NEPHO_IS_KEEPER (self), FALSE);

  owner = (NephoDraftOwner) { self->file, self->digest, self->remarks.read_only };

  return nepho_draft_write (take_draft (self), self->document, &owner, error);
}

/**
 * nepho_keeper_forget_draft:
 * @self: a keeper
 *
 * The reader gave up what is not saved.
 */
void
nepho_keeper_forget_draft (NephoKeeper *self)
{
  g_return_if_fail (NEPHO_IS_KEEPER (self));

  take_draft (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  nepho_draft_remove (self->draft);
}
