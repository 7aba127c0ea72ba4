/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-error.h"

/* What an error of this domain holds beside its message. */
typedef struct
{
  GPtrArray *faults; /* or NULL */
} NephoDocumentErrorPrivate;

static void
nepho_document_error_private_init (NephoDocumentErrorPrivate *self)
{
  g_assert (self != NULL);
  self->faults = NULL;
}

static void
nepho_document_error_private_copy (const NephoDocumentErrorPrivate *source, NephoDocumentErrorPrivate *copy)
{
  g_assert (source != NULL && copy != NULL);
  copy->faults = source->faults != NULL ? g_ptr_array_ref (source->faults) : NULL;
}

static void
nepho_document_error_private_clear (NephoDocumentErrorPrivate *self)
{
  g_assert (self != NULL);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
}

G_DEFINE_EXTENDED_ERROR (NephoDocumentError, nepho_document_error)

static NephoDocumentErrorPrivate *
private_of (const GError *error)
{
  NephoDocumentErrorPrivate *self = nepho_document_error_get_private (error);

  g_assert (self != NULL);

  return self;
}

/**
 * nepho_document_error_new_faults:
 * @faults: (element-type utf8): what is wrong in a file, a line each: at least one
 *
 * Returns: (transfer full): %NEPHO_DOCUMENT_ERROR_CONTENT with the first of them as its message
 */
GError *
nepho_document_error_new_faults (GPtrArray *faults)
{
  GError *error;

  g_return_val_if_fail (faults != NULL && faults->len > 0, NULL);

  error = g_error_new_literal (NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT, g_ptr_array_index (faults, 0));
  private_of (error)->faults = g_ptr_array_ref (faults);

  return error;
}

/**
 * nepho_document_error_faults:
 * @error: an error, of any domain
 *
 * Returns: (transfer none) (nullable) (element-type utf8): all that is wrong in the file, as it was found;
 *   %NULL where the error is of another kind
 */
const GPtrArray *
nepho_document_error_faults (const GError *error)
{
  return error->domain == NEPHO_DOCUMENT_ERROR ? private_of (error)->faults : NULL;
}
