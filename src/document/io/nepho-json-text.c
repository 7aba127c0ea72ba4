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

/**
 * nepho_json_append_numbers:
 * @json: JSON being written
 * @values: (array length=n): finite numbers
 * @n: how many
 *
 * Writes a list of numbers.
 */
void
nepho_json_append_numbers (GString *json, const double *values, guint n)
{
  g_string_append_c (json, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      nepho_json_append_number (json, values[i]);
    }
  g_string_append_c (json, ']');
}

/**
 * nepho_json_append_rows:
 * @json: JSON being written
 * @values: finite numbers, row by row
 * @n_rows: how many rows
 * @n_columns: how many in each
 *
 * Writes a list of lists of numbers.
 */
void
nepho_json_append_rows (GString *json, const double *values, guint n_rows, guint n_columns)
{
  g_string_append_c (json, '[');
  for (guint i = 0; i < n_rows; i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      nepho_json_append_numbers (json, values + (gsize) i * n_columns, n_columns);
    }
  g_string_append_c (json, ']');
}
