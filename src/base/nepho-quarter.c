/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-quarter.h"

#include <glib/gi18n-lib.h>

#include "nepho-error.h"

/**
 * nepho_quarter_parse:
 * @text: such as "2022Q2"
 * @quarter: (out): the quarter
 * @error: return location for an error
 *
 * Reads a quarter between 1900Q1 and 2199Q4.
 *
 * Returns: %FALSE with %NEPHO_BASE_ERROR_SYNTAX where @text is no quarter
 */
gboolean
nepho_quarter_parse (const char *text, NephoQuarter *quarter, GError **error)
{
  gint64 year = 0;
  gboolean good = strlen (text) == 6 && text[4] == 'Q' && text[5] >= '1' && text[5] <= '4';

  for (int i = 0; good && i < 4; i++)
    {
      good = g_ascii_isdigit (text[i]);
      year = year * 10 + g_ascii_digit_value (text[i]);
    }

  if (!good || year < 1900 || year > 2199)
    {
      g_set_error (error, NEPHO_BASE_ERROR, NEPHO_BASE_ERROR_SYNTAX,
                   _("“%s” is not a quarter; expected a year and a quarter such as 2022Q2"), text);
      return FALSE;
    }

  *quarter = (NephoQuarter) year * 4 + (text[5] - '1');
  return TRUE;
}

/**
 * nepho_quarter_format:
 * @quarter: a quarter
 *
 * Returns: (transfer full): such as "2022Q2", the same in every language
 */
char *
nepho_quarter_format (NephoQuarter quarter)
{
  return g_strdup_printf ("%dQ%d", quarter / 4, quarter % 4 + 1);
}

/**
 * nepho_quarter_year:
 * @quarter: a quarter
 *
 * Returns: the quarter's beginning as a year with a fraction: 2022Q2 is 2022.25
 */
double
nepho_quarter_year (NephoQuarter quarter)
{
  return quarter / 4.0;
}
