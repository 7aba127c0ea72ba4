/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-draft.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "nepho-document-io.h"

#define PRIVATE_FOLDER 0700
#define PRIVATE_FILE 0600
#define OWNER_SUFFIX ".owner"

struct _NephoDraft
{
  char *path;  /* of the document */
  char *owner; /* of the file that is locked while somebody works on it; holds the URI of the document's file,
               * the digest of what that file held, and why it is read-only: a line each, empty where there is none */
  int   lock;  /* -1: nothing is kept yet */
  char *lines; /* that stand in @owner by now, or NULL */
};

static char *
folder_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "nephoscope", "drafts", NULL);
}

static NephoDraft *
draft_named (const char *name)
{
  NephoDraft *draft = g_new0 (NephoDraft, 1);
  g_autofree char *folder = folder_path ();
  g_autofree char *file = g_strconcat (name, NEPHO_DOCUMENT_SUFFIX, NULL);
  g_autofree char *owner = g_strconcat (name, OWNER_SUFFIX, NULL);

  draft->path = g_build_filename (folder, file, NULL);
  draft->owner = g_build_filename (folder, owner, NULL);
  draft->lock = -1;

  return draft;
}

/**
 * nepho_draft_new:
 *
 * Returns: (transfer full): a draft that keeps nothing yet
 */
NephoDraft *
nepho_draft_new (void)
{
  g_autofree char *name = g_uuid_string_random ();

  return draft_named (name);
}

/**
 * nepho_draft_free:
 * @draft: (transfer full) (nullable): a draft
 *
 * Lets go of it. What it keeps stays where it is: see nepho_draft_remove().
 */
void
nepho_draft_free (NephoDraft *draft)
{
  if (draft == NULL)
    return;

  if (draft->lock >= 0)
    close (draft->lock);
  g_free (draft->path);
  g_free (draft->owner);
  g_free (draft->lines);
  g_free (draft);
}

static gboolean
take_lock (NephoDraft *draft, int flags)
{
  int lock = g_open (draft->owner, O_RDWR | O_CLOEXEC | flags, PRIVATE_FILE);

  if (lock < 0)
    return FALSE;
  if (flock (lock, LOCK_EX | LOCK_NB) != 0)
    {
      close (lock);
      return FALSE;
    }
  draft->lock = lock;

  return TRUE;
}

static gboolean
refuse (const char *path, int code, GError **error)
{
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", path, g_strerror (code));

  return FALSE;
}

static char *
owner_to_text (const NephoDraftOwner *owner)
{
  g_autofree char *uri = owner->file != NULL ? g_file_get_uri (owner->file) : NULL;

  return g_strdup_printf ("%s\n%s\n%s", uri != NULL ? uri : "", owner->digest != NULL ? owner->digest : "",
                          owner->read_only != NULL ? owner->read_only : "");
}

/* On a full disk too what stood there must not be lost: first the new lines over the old ones, then the length. */
static gboolean
write_owner (NephoDraft *draft, const NephoDraftOwner *owner, GError **error)
{
  g_autofree char *lines = owner_to_text (owner);
  gsize length = strlen (lines);

  if (g_strcmp0 (lines, draft->lines) == 0)
    return TRUE;
  if (pwrite (draft->lock, lines, length, 0) != (gssize) length || ftruncate (draft->lock, (off_t) length) != 0
      || fsync (draft->lock) != 0)
    return refuse (draft->owner, errno, error);

  g_free (draft->lines);
  draft->lines = g_steal_pointer (&lines);

  return TRUE;
}

/**
 * nepho_draft_write:
 * @draft: a draft
 * @document: the document
 * @owner: whose it is
 * @error: return location for an error
 *
 * Keeps the document as it is now. The draft before it stays until the new one is whole.
 *
 * Returns: %FALSE with an error of #GFileError, the draft before it as it was
 */
gboolean
nepho_draft_write (NephoDraft *draft, NephoDocument *document, const NephoDraftOwner *owner, GError **error)
{
  g_autofree char *folder = folder_path ();
  g_autofree char *json = NULL;

  if (g_mkdir_with_parents (folder, PRIVATE_FOLDER) != 0 || (draft->lock < 0 && !take_lock (draft, O_CREAT)))
    return refuse (folder, errno, error);
  if (!write_owner (draft, owner, error))
    return FALSE;
  json = nepho_document_to_json (document);

  return g_file_set_contents_full (draft->path, json, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   PRIVATE_FILE, error);
}

/**
 * nepho_draft_remove:
 * @draft: a draft
 *
 * The document was saved or given up: nothing is kept any more.
 */
void
nepho_draft_remove (NephoDraft *draft)
{
  if (draft->lock < 0)
    return;

  g_unlink (draft->path);
  g_unlink (draft->owner);
  close (draft->lock);
  draft->lock = -1;
  g_clear_pointer (&draft->lines, g_free);
}

/* Files of older versions have fewer lines. */
static char *
line_or_null (char **lines, guint index)
{
  return index < g_strv_length (lines) && *lines[index] != '\0' ? g_strdup (lines[index]) : NULL;
}

/**
 * nepho_draft_read_owner:
 * @draft: a draft that was found
 * @owner: (out caller-allocates): whose it is
 */
void
nepho_draft_read_owner (NephoDraft *draft, NephoDraftOwner *owner)
{
  g_autofree char *text = NULL;
  g_autofree char *uri = NULL;
  g_auto (GStrv) lines = NULL;

  *owner = (NephoDraftOwner) { 0 };
  if (!g_file_get_contents (draft->owner, &text, NULL, NULL))
    return;

  lines = g_strsplit (text, "\n", 3);
  uri = line_or_null (lines, 0);
  if (uri == NULL)
    return;
  owner->file = g_file_new_for_uri (uri);
  owner->digest = line_or_null (lines, 1);
  owner->read_only = line_or_null (lines, 2);
}

/**
 * nepho_draft_owner_clear:
 * @owner: what stands beside a draft
 */
void
nepho_draft_owner_clear (NephoDraftOwner *owner)
{
  g_clear_object (&owner->file);
  g_clear_pointer (&owner->digest, g_free);
  g_clear_pointer (&owner->read_only, g_free);
}

/**
 * nepho_draft_get_path:
 * @draft: a draft
 *
 * Returns: (transfer full) (type filename): the file that keeps the document
 */
char *
nepho_draft_get_path (NephoDraft *draft)
{
  return g_strdup (draft->path);
}

/**
 * nepho_drafts_find:
 *
 * Returns: (transfer full) (element-type NephoDraft): drafts that nobody works on, now locked by the caller
 */
GPtrArray *
nepho_drafts_find (void)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_draft_free);
  g_autofree char *path = folder_path ();
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *entry;

  while (folder != NULL && (entry = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *name = NULL;
      g_autoptr (NephoDraft) draft = NULL;

      if (!g_str_has_suffix (entry, OWNER_SUFFIX))
        continue;
      name = g_strndup (entry, strlen (entry) - strlen (OWNER_SUFFIX));
      draft = draft_named (name);
      if (take_lock (draft, 0) && g_file_test (draft->path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (drafts, g_steal_pointer (&draft));
    }

  return drafts;
}
