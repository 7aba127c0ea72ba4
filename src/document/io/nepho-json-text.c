/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-json-text.h"

#include <math.h>

/**
 * nepho_json_append_number:
 * @json: JSON being written
 * @value: a finite number
 *
 * Writes @value with as many digits as it takes to read the same double back, at most 17, the same in
 * every locale.
 */
void
nepho_json_append_number (GString *json, double value)
{
  static const char * const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (isfinite (value));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strtod (g_ascii_formatd (buffer, sizeof buffer, formats[i], value), NULL) == value)
      break;
  g_string_append (json, buffer);
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
