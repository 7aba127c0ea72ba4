/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fuzz.h"

#include "nepho-facts-io.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = nepho_facts_parse ((const char *) data, length, "fuzz", &error);

  g_assert_true ((facts == NULL) == (error != NULL));

  return 0;
}
