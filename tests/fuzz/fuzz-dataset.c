/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fuzz.h"

#include "nepho-dataset-io.h"
#include "nepho-document.h"

/* Refused with a reason, or read; then the model runs on it. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoDataset) dataset = nepho_dataset_parse ((const char *) data, length, "fuzz", &error);
  g_autoptr (NephoDocument) document = NULL;

  g_assert_true ((dataset == NULL) == (error != NULL));
  if (dataset == NULL)
    return 0;

  document = nepho_document_new (dataset);
  g_assert_nonnull (nepho_document_get_results (document));

  return 0;
}
