/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fuzz.h"

#include <string.h>

#include "nepho-armour.h"

/* Refused with a reason, or read; then it is written and read again as it is. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autoptr (GBytes) text = g_bytes_new_static (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nepho_armour_read (text, "fuzz", &error);
  g_autoptr (GBytes) again_text = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autofree char *written = NULL;

  g_assert_true ((bytes == NULL) == (error != NULL));
  if (bytes == NULL)
    return 0;

  written = nepho_armour_write ("", bytes);
  again_text = g_bytes_new_static (written, strlen (written));
  again = nepho_armour_read (again_text, "again", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (again, bytes));

  return 0;
}
