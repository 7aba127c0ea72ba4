/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-file-remarks.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-scenario.h"
#include "nepho-record.h"

/* Where another model gives other results of the scenario than the file tells. */
static void
find_moves (NephoFileRemarks *self, const NephoDocumentOrigin *origin, NephoDocument *document)
{
  const char *built_in = nepho_document_get_built_in (document, nepho_document_get_scenario (document));
  g_autoptr (GPtrArray) now = nepho_record_scenario (nepho_document_get_parameters (document), built_in);
  g_autoptr (GPtrArray) moves = nepho_record_compare (origin->record, now, NEPHO_RECORD_LIMIT);

  if (origin->record->len == 0 || moves->len == 0)
    return;

  /* Translators: how many, of how many */
  self->moved = g_strdup_printf (ngettext ("%u of %u result moved by more than 0.1 %% since this was saved",
                                           "%u of %u results moved by more than 0.1 %% since this was saved",
                                           origin->record->len),
                                 moves->len, origin->record->len);
  self->moves = g_steal_pointer (&moves);
}

static char *
describe_read_only (GFile *file, const NephoDocumentOrigin *origin)
{
  g_autofree char *foreign = nepho_document_origin_explain (origin);
  g_autoptr (GFileInfo) info
    = g_file_query_info (file, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (foreign != NULL)
    return g_steal_pointer (&foreign);
  if (info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE)
      && !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE))
    return g_strdup (_("You may read this file but not write it"));

  return NULL;
}

/**
 * nepho_file_remarks_find:
 * @self: (inout): remarks, on whichever file
 * @file: a file that was just read
 * @origin: what it says of itself
 * @document: what was read from it
 *
 * Finds what there is to remark on it, in the place of what was remarked before.
 */
void
nepho_file_remarks_find (NephoFileRemarks *self, GFile *file, const NephoDocumentOrigin *origin, NephoDocument *document)
{
  nepho_file_remarks_clear (self);
  self->read_only = describe_read_only (file, origin);
  if (origin->unknown->len > 0)
    self->unknown = g_ptr_array_ref (origin->unknown);
  find_moves (self, origin, document);
}

/**
 * nepho_file_remarks_clear:
 * @self: remarks
 *
 * There is nothing to remark any more.
 */
void
nepho_file_remarks_clear (NephoFileRemarks *self)
{
  g_clear_pointer (&self->read_only, g_free);
  g_clear_pointer (&self->left_out, g_free);
  g_clear_pointer (&self->moved, g_free);
  g_clear_pointer (&self->unknown, g_ptr_array_unref);
  g_clear_pointer (&self->moves, g_ptr_array_unref);
}
