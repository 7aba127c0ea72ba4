/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-document-io.h"

/**
 * nepho_document_origin_clear:
 * @origin: what a file said of itself
 */
void
nepho_document_origin_clear (NephoDocumentOrigin *origin)
{
  g_clear_pointer (&origin->unknown, g_ptr_array_unref);
  g_clear_pointer (&origin->record, g_ptr_array_unref);
}

/**
 * nepho_document_origin_explain:
 * @origin: what a file said of itself
 *
 * What is not understood could not be written again.
 *
 * Returns: (transfer full) (nullable): why the file is not to be written over by this version, in one line;
 *   %NULL where this version understands all of it
 */
char *
nepho_document_origin_explain (const NephoDocumentOrigin *origin)
{
  const char *first
    = origin->unknown != NULL && origin->unknown->len > 0 ? g_ptr_array_index (origin->unknown, 0) : NULL;

  if (origin->format > NEPHO_DOCUMENT_FORMAT && first == NULL)
    return g_strdup (_("A newer version wrote this file; saving it here would lose what this version does not know"));
  if (origin->format > NEPHO_DOCUMENT_FORMAT)
    /* Translators: a place in a file, such as “values.price.war.depth” */
    return g_strdup_printf (_("A newer version wrote this file; saving it here would lose what this version does not "
                              "know, such as “%s”"), first);
  if (first != NULL)
    /* Translators: a place in a file, such as “values.price.war.depth” */
    return g_strdup_printf (_("Another version of the model wrote this file; saving it here would lose what this "
                              "version does not know, such as “%s”"), first);

  return NULL;
}
