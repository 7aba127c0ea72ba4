/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-import-number.h"

#include <math.h>
#include <string.h>

#define GROUP 3u

typedef struct
{
  const char *word;
  double      multiplier;
} Scale;

/* Longer words first: "万亿" before "万". */
static const Scale scales[] = {
  { "trillion", 1e12 }, { "billion", 1e9 }, { "million", 1e6 }, { "thousand", 1e3 }, { "万亿", 1e12 }, { "萬億", 1e12 },
  { "百万", 1e6 },      { "百萬", 1e6 },    { "十亿", 1e9 },    { "十億", 1e9 },     { "trn", 1e12 },  { "bn", 1e9 },
  { "mn", 1e6 },        { "亿", 1e8 },      { "億", 1e8 },      { "万", 1e4 },       { "萬", 1e4 },    { "千", 1e3 },
  { "tn", 1e12 },       { "b", 1e9 },       { "m", 1e6 },       { "k", 1e3 },
};

static const struct
{
  const char *mark;
  const char *currency;
} currencies[] = {
  { "us$", "USD" }, { "usd", "USD" }, { "美元", "USD" }, { "rmb", "CNY" }, { "cny", "CNY" }, { "人民币", "CNY" }, { "人民幣", "CNY" },
  { "$", "USD" },   { "¥", "CNY" },   { "元", "CNY" },
};

static gboolean
drop_prefix (char *text, const char *prefix)
{
  if (!g_str_has_prefix (text, prefix))
    return FALSE;

  memmove (text, text + strlen (prefix), strlen (text) - strlen (prefix) + 1);
  g_strstrip (text);

  return TRUE;
}

static gboolean
drop_suffix (char *text, const char *suffix)
{
  if (!g_str_has_suffix (text, suffix))
    return FALSE;

  text[strlen (text) - strlen (suffix)] = '\0';
  g_strstrip (text);

  return TRUE;
}

static void
take_currency (char *text, NephoImportNumber *number)
{
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (drop_prefix (text, currencies[i].mark) || drop_suffix (text, currencies[i].mark))
      {
        g_strlcpy (number->currency, currencies[i].currency, sizeof number->currency);
        return;
      }
}

static void
take_scale (char *text, NephoImportNumber *number)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (drop_suffix (text, scales[i].word))
      {
        number->multiplier = scales[i].multiplier;
        return;
      }
}

/* Blanks and apostrophes between digits only group them. */
static void
drop_blanks (char *text)
{
  char *to = text;

  for (const char *c = text; *c != '\0'; c++)
    if (*c != ' ' && *c != '\'')
      *to++ = *c;
  *to = '\0';
}

/* Whether @sign divides @text into groups of three digits. */
static gboolean
is_grouped (const char *text, char sign)
{
  const char signs[] = { sign, '\0' };
  g_auto (GStrv) groups = g_strsplit (text, signs, -1);

  if (strlen (groups[0]) < 1 || strlen (groups[0]) > GROUP)
    return FALSE;
  for (guint i = 1; groups[i] != NULL; i++)
    if (strlen (groups[i]) != GROUP)
      return FALSE;

  return TRUE;
}

static guint
count (const char *text, char sign)
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; c++)
    n += *c == sign ? 1 : 0;

  return n;
}

/* Decides which sign is the decimal one; 0: none. FALSE where the signs make no number. */
static gboolean
find_decimal (const char *digits, char asked, NephoImportNumber *number, char *decimal)
{
  guint n_points = count (digits, '.');
  guint n_commas = count (digits, ',');
  char sign = n_points > 0 ? '.' : ',';
  const char *at;

  *decimal = '\0';
  if (n_points + n_commas == 0)
    return TRUE;
  if (n_points > 0 && n_commas > 0)
    {
      *decimal = strrchr (digits, '.') > strrchr (digits, ',') ? '.' : ',';
      number->decimal = *decimal;
      return count (digits, *decimal) == 1;
    }
  if (asked != '\0')
    {
      *decimal = sign == asked ? sign : '\0';
      return sign != asked || count (digits, sign) == 1;
    }
  if (n_points + n_commas > 1)
    {
      number->decimal = sign == '.' ? ',' : '.';
      return TRUE;
    }

  at = strchr (digits, sign);
  number->ambiguous = strlen (at + 1) == GROUP && at > digits && at - digits <= (gssize) GROUP && *digits != '0';
  if (!number->ambiguous)
    number->decimal = sign;
  *decimal = sign;

  return TRUE;
}

static gboolean
read_digits (const char *text, char asked, NephoImportNumber *number)
{
  g_autofree char *digits = g_strdup (text);
  g_autofree char *whole = NULL;
  const char *fraction = "";
  char decimal;
  char *point;
  char *end;
  g_autofree char *plain = NULL;

  drop_blanks (digits);
  if (strspn (digits, "0123456789.,eE+-") != strlen (digits) || strchr ("eE+-", *digits) != NULL
      || strpbrk (digits, "0123456789") == NULL)
    return FALSE;
  /* 4.3E+23 */
  if (strpbrk (digits, "eE+-") != NULL)
    {
      number->value = g_ascii_strtod (digits, &end);
      return *end == '\0' && isfinite (number->value);
    }
  if (!find_decimal (digits, asked, number, &decimal))
    return FALSE;

  point = decimal != '\0' ? strrchr (digits, decimal) : NULL;
  whole = point != NULL ? g_strndup (digits, (gsize) (point - digits)) : g_strdup (digits);
  if (point != NULL)
    fraction = point + 1;
  for (const char *sign = ".,"; *sign != '\0'; sign++)
    if (strchr (whole, *sign) != NULL && !is_grouped (whole, *sign))
      return FALSE;
  drop_blanks (g_strdelimit (whole, ".,", ' '));
  plain = g_strdup_printf ("%s.%s", *whole != '\0' ? whole : "0", *fraction != '\0' ? fraction : "0");
  number->value = g_ascii_strtod (plain, &end);

  return *end == '\0' && isfinite (number->value);
}

/* Digits of full width become usual ones, a real minus becomes a hyphen, spaces of any width blanks. */
static char *
simplify (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = normal != NULL ? g_utf8_strdown (normal, -1) : g_strdup ("");
  GString *out = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == 0x2212 || character == 0x2013)
        g_string_append_c (out, '-');
      else if (character == 0x2019)
        g_string_append_c (out, '\'');
      else if (g_unichar_isspace (character))
        g_string_append_c (out, ' ');
      else
        g_string_append_unichar (out, character);
    }

  return g_strstrip (g_string_free (out, FALSE));
}

/**
 * nepho_import_number_parse:
 * @text: a cell
 * @decimal: the decimal sign, '.' or ',', or 0 where nobody said it
 * @number: (out): what it says
 *
 * Reads a number with thousands in groups, a percent sign, a currency, brackets for a minus, and words such as
 * bn, 亿 and 万. What can be read in two ways is read as a decimal number and marked.
 *
 * Returns: whether it is a number
 */
gboolean
nepho_import_number_parse (const char *text, char decimal, NephoImportNumber *number)
{
  g_autofree char *rest = simplify (text);
  gboolean negative = FALSE;

  *number = (NephoImportNumber) { .multiplier = 1.0 };
  if (g_str_has_prefix (rest, "(") && drop_suffix (rest, ")"))
    negative = drop_prefix (rest, "(");
  if (drop_prefix (rest, "-"))
    negative = !negative;
  else
    drop_prefix (rest, "+");
  number->percent = drop_suffix (rest, "%");
  take_currency (rest, number);
  take_scale (rest, number);
  if (*number->currency == '\0')
    take_currency (rest, number);
  /* "$-5" */
  if (*number->currency != '\0' && drop_prefix (rest, "-"))
    negative = !negative;
  if (!read_digits (rest, decimal, number))
    return FALSE;
  if (negative)
    number->value = -number->value;

  return TRUE;
}
