/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-json-text.h"

#include <math.h>

/**
 * nepho_json_append_number:
 * @json: JSON being written
 * @value: a finite number
 *
 * Writes @value with up to 17 significant digits, so that the same double is read back, the same in
 * every locale.
 */
void
nepho_json_append_number (GString *json, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (isfinite (value));

  g_string_append (json, g_ascii_formatd (buffer, sizeof buffer, "%.17g", value));
}

/**
 * nepho_json_append_string:
 * @json: JSON being written
 * @text: a text, UTF-8
 *
 * Writes @text in quotation marks, with what JSON forbids in them escaped.
 */
void
nepho_json_append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, *p);
        }
      else if (*p == '\n')
        g_string_append (json, "\\n");
      else if (*p == '\t')
        g_string_append (json, "\\t");
      else if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}
