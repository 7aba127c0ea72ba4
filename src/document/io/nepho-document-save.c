/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-save.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-document-error.h"
#include "nepho-document-io.h"
#include "nepho-file-replace.h"
#include "nepho-json-parser.h"

static gboolean
refuse (GFile *file, const char *why, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_WRITE, _("Cannot write %s: %s"), name, why);

  return FALSE;
}

/* What could not be read again must not take the place of what can. */
static gboolean
check_readable (const char *json, GFile *file, GError **error)
{
  g_autoptr (NephoDocument) again = NULL;
  g_autoptr (GError) local = NULL;
  gsize length = strlen (json);

  if (length > NEPHO_JSON_MAX_SIZE)
    {
      g_autofree char *size = g_format_size_full (length, G_FORMAT_SIZE_IEC_UNITS);
      g_autofree char *most = g_format_size_full (NEPHO_JSON_MAX_SIZE, G_FORMAT_SIZE_IEC_UNITS);
      g_autofree char *why = g_strdup_printf (_("it would have %s; a document has at most %s"), size, most);

      return refuse (file, why, error);
    }

  again = nepho_document_parse (json, length, _("document"), NULL, &local);

  return again != NULL || refuse (file, local->message, error);
}

/**
 * nepho_document_save:
 * @self: a document
 * @file: where to
 * @digest: (nullable): as nepho_file_replace() has it
 * @new_digest: (out) (optional): as there
 * @error: return location for an error
 *
 * Writes a document into a file as nepho_file_replace() does, once what was made of it was read again;
 * afterwards nothing is unsaved.
 *
 * Returns: %FALSE, the file as it was, with an error as there
 */
gboolean
nepho_document_save (NephoDocument *self, GFile *file, const char *digest, char **new_digest, GError **error)
{
  g_autofree char *json = NULL;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && G_IS_FILE (file), FALSE);

  json = nepho_document_to_json (self);
  if (!check_readable (json, file, error) || !nepho_file_replace (file, json, strlen (json), digest, new_digest, error))
    return FALSE;

  nepho_document_set_unsaved (self, FALSE);

  return TRUE;
}
