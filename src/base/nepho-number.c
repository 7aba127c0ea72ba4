/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-number.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-number-words.h"

#define NARROW_NO_BREAK_SPACE "\u202f"
#define MINUS "\u2212"

/* Digits before the decimal point in groups of three, separated by a narrow space as ISO 80000
 * writes them; four digits stay together. */
static void
append_grouped (GString *out, const char *digits)
{
  const char *point = strchr (digits, '.');
  gsize whole = point != NULL ? (gsize) (point - digits) : strlen (digits);

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0 && whole > 4)
        g_string_append (out, NARROW_NO_BREAK_SPACE);
      g_string_append_c (out, digits[i]);
    }

  if (point != NULL)
    g_string_append (out, point);
}

/* Three significant digits, but never fewer than those before the point, and no zeros that say
 * nothing: 1.6 is written 1.6, and 1.601 is written 1.60. */
static int
decimals_for (double shown)
{
  double magnitude = fabs (shown);
  int decimals = 0;

  if (magnitude == 0.0 || magnitude >= 100.0)
    return 0;

  for (int most = CLAMP (2 - (int) floor (log10 (magnitude)), 0, 12); decimals < most; decimals++)
    {
      double scaled = magnitude * pow (10.0, decimals);

      if (fabs (scaled - round (scaled)) <= 1e-9 * scaled)
        break;
    }

  return decimals;
}

static void
append_fixed (GString *out, double magnitude, int decimals)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 320];
  char format[8];

  g_snprintf (format, sizeof format, "%%.%df", CLAMP (decimals, 0, 17));
  g_ascii_formatd (buffer, sizeof buffer, format, magnitude);
  append_grouped (out, buffer);
}

/* 3.14×10²³, for what no word of size reaches. */
static void
append_scientific (GString *out, double magnitude)
{
  static const char *superscripts[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  int exponent = (int) floor (log10 (magnitude));
  double mantissa = magnitude / pow (10.0, exponent);
  g_autofree char *digits = NULL;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (mantissa >= 9.995)
    {
      mantissa /= 10.0;
      exponent++;
    }

  g_ascii_formatd (buffer, sizeof buffer, "%.3g", mantissa);
  if (!g_str_equal (buffer, "1"))
    g_string_append_printf (out, "%s×", buffer);
  g_string_append (out, "10");
  if (exponent < 0)
    g_string_append (out, "⁻");
  digits = g_strdup_printf ("%d", ABS (exponent));
  for (const char *digit = digits; *digit != '\0'; digit++)
    g_string_append (out, superscripts[*digit - '0']);
}

static void
append_magnitude (GString *out, double magnitude, int decimals, gboolean shorten)
{
  g_autofree char *word = NULL;
  double size;

  if (magnitude >= 1e15 || (magnitude > 0.0 && magnitude < 1e-6))
    {
      append_scientific (out, magnitude);
      return;
    }

  word = shorten ? nepho_number_words_for (magnitude, &size) : NULL;
  if (word != NULL)
    {
      append_fixed (out, magnitude / size, decimals_for (MAX (magnitude / size, 1.0)));
      g_string_append_printf (out, NARROW_NO_BREAK_SPACE "%s", word);
      return;
    }

  append_fixed (out, magnitude, decimals >= 0 ? decimals : decimals_for (magnitude));
}

/**
 * nepho_number_snap:
 * @value: the result of a multiplication or division by a power of ten
 *
 * Dividing 34.6 by 100 is not exact in binary. A decimal number of up to 15 digits survives it where
 * the last bits are taken back to the decimal number that was meant.
 *
 * Returns: the number of at most 15 digits that @value is, but for its last two bits; else @value
 */
double
nepho_number_snap (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded;

  if (!isfinite (value))
    return value;

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  rounded = g_ascii_strtod (buffer, NULL);

  return fabs (rounded - value) <= 2.0 * DBL_EPSILON * fabs (value) ? rounded : value;
}

/**
 * nepho_number_format_decimals:
 * @shown: a number in displayed units
 * @decimals: digits after the point, 0 or more
 *
 * Writes a number with grouped digits and a true minus sign; the value that rounds to zero has none.
 *
 * Returns: (transfer full): the text
 */
char *
nepho_number_format_decimals (double shown, int decimals)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (!isfinite (shown))
    return g_strdup (isnan (shown) ? "–" : shown > 0 ? "∞" : MINUS "∞");

  if (shown < 0.0 && -shown >= 0.5 * pow (10.0, -decimals))
    g_string_append (out, MINUS);
  append_fixed (out, fabs (shown), decimals);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * nepho_number_format_scientific:
 * @shown: a number in displayed units
 *
 * Returns: (transfer full): such as "3.14×10²³", "10⁻³⁰⁰", "0"
 */
char *
nepho_number_format_scientific (double shown)
{
  g_autoptr (GString) out = g_string_new (shown < 0.0 ? MINUS : NULL);

  if (!isfinite (shown) || shown == 0.0)
    return nepho_number_format_decimals (shown, 0);

  append_scientific (out, fabs (shown));

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The shortest digits that read back as the same double: what an entry shows for editing. */
static char *
format_exact (double shown)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 6; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, shown);
      if (g_ascii_strtod (buffer, NULL) == shown)
        break;
    }

  return g_strdup (buffer);
}

/* A reader who typed 34.6 % must see 34.6 again. */
static double
to_shown (double value, double factor)
{
  return factor == 1.0 ? value : nepho_number_snap (value * factor);
}

/**
 * nepho_number_format:
 * @value: a number in stored units
 * @unit: its unit
 * @style: what to write beside the digits
 *
 * Writes a number for people to read, in the reader's language.
 *
 * Returns: (transfer full): such as "34.6 %", "¥3.02 bn", "+4.1 points"
 */
char *
nepho_number_format (double value, NephoUnit unit, NephoNumberStyle style)
{
  NephoUnitDisplay display = nepho_unit_display (unit);
  double shown = to_shown (value, display.factor);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *suffix;

  if (!isfinite (shown))
    return nepho_number_format_decimals (shown, 0);

  if ((style & NEPHO_NUMBER_EXACT) != 0)
    {
      g_autofree char *exact = format_exact (fabs (shown));

      g_string_append (digits, exact);
    }
  else
    {
      append_magnitude (digits, fabs (shown), display.decimals, (style & NEPHO_NUMBER_SHORT) != 0);
    }

  /* "−0.0" is no number a reader expects. */
  if (strpbrk (digits->str, "123456789") != NULL)
    {
      if (shown < 0.0)
        g_string_append (out, (style & NEPHO_NUMBER_EXACT) != 0 ? "-" : MINUS);
      else if ((style & NEPHO_NUMBER_WITH_SIGN) != 0)
        g_string_append_c (out, '+');
    }

  if ((style & NEPHO_NUMBER_WITH_UNIT) != 0)
    g_string_append (out, display.prefix);
  g_string_append (out, digits->str);
  suffix = display.one != NULL && g_str_equal (digits->str, "1") ? display.one : display.suffix;
  if ((style & NEPHO_NUMBER_WITH_UNIT) != 0 && *suffix != '\0')
    g_string_append_printf (out, "%s%s", *suffix == '/' ? "" : "\u00a0", suffix);

  return g_string_free (g_steal_pointer (&out), FALSE);
}
