/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fuzz.h"

#include <string.h>

#include "nepho-document-io.h"

/* Refused with a reason, or read; then it is written and read again as it is. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_auto (NephoDocumentOrigin) origin = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoDocument) document = nepho_document_parse ((const char *) data, length, "fuzz", &origin, &error);
  g_autoptr (NephoDocument) again = NULL;
  g_autofree char *written = NULL;
  g_autofree char *rewritten = NULL;

  g_assert_true ((document == NULL) == (error != NULL));
  if (document == NULL)
    return 0;

  written = nepho_document_to_json (document);
  again = nepho_document_parse (written, strlen (written), "again", NULL, &error);
  g_assert_no_error (error);
  rewritten = nepho_document_to_json (again);
  g_assert_cmpstr (written, ==, rewritten);

  return 0;
}
