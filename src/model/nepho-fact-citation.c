/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fact.h"

#include <string.h>

/* Lengths of "2023", "2023-04" and "2023-04-26". */
#define YEAR_LENGTH 4u
#define MONTH_LENGTH 7u
#define DAY_LENGTH 10u

/**
 * nepho_fact_is_date:
 * @text: a text
 *
 * Returns: whether it is a day, a month or a year of the common era as ISO 8601 writes it: "2023-04-26",
 *   "2023-04", "2023"
 */
gboolean
nepho_fact_is_date (const char *text)
{
  static const char form[] = "dddd-dd-dd";
  gsize length = strlen (text);
  int parts[] = { 0, 1, 1 };

  if (length != YEAR_LENGTH && length != MONTH_LENGTH && length != DAY_LENGTH)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;

  for (gsize i = 0, part = 0; part < G_N_ELEMENTS (parts) && i < length; part++, i++)
    for (parts[part] = 0; i < length && text[i] != '-'; i++)
      parts[part] = parts[part] * 10 + (text[i] - '0');

  return g_date_valid_dmy ((GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]);
}

/**
 * nepho_fact_citation:
 * @fact: a fact
 *
 * Returns: (transfer full): one line that names the source: publisher, title and when it was published,
 *   period of the figure, address; what is unknown is left out
 */
char *
nepho_fact_citation (const NephoFact *fact)
{
  g_autoptr (GString) out = g_string_new (fact->publisher);
  const char *parts[] = { fact->title, fact->period, fact->url };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (*parts[i] != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", parts[i]);
      if (i == 0 && *fact->published != '\0')
        g_string_append_printf (out, "%s(%s)", out->len > 0 ? " " : "", fact->published);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The key of an entry: BibTeX takes letters, digits and dashes. */
static char *
bibtex_key (const NephoFact *fact)
{
  return g_strdelimit (g_strconcat ("nephoscope-", fact->id, NULL), " \t\"#%'(),={}~\\", '-');
}

/* BibTeX gives these characters a meaning of its own. */
static void
append_bibtex_text (GString *out, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    switch (*c)
      {
      case '\\':
        g_string_append (out, "{\\textbackslash}");
        break;
      case '~':
        g_string_append (out, "{\\textasciitilde}");
        break;
      case '^':
        g_string_append (out, "{\\textasciicircum}");
        break;
      case '{':
      case '}':
      case '%':
      case '&':
      case '#':
      case '_':
      case '$':
        g_string_append_c (out, '\\');
        g_string_append_c (out, *c);
        break;
      case '\n':
        g_string_append_c (out, ' ');
        break;
      default:
        g_string_append_c (out, *c);
      }
}

/* What an address may hold as it is (RFC 3986), and what of that TeX gives a meaning stands behind a
 * stroke. All else is written by its number, which names the same address. */
static void
append_bibtex_address (GString *out, const char *address)
{
  for (const char *c = address; *c != '\0'; c++)
    if (strchr ("%&#_", *c) != NULL)
      g_string_append_printf (out, "\\%c", *c);
    else if (g_ascii_isalnum (*c) || strchr ("-.:/?[]@!'()*+,;=", *c) != NULL)
      g_string_append_c (out, *c);
    else
      g_string_append_printf (out, "\\%%%02X", (guint) (guchar) *c);
}

static void
append_bibtex_field (GString *out, const char *name, const char *text, void (*append) (GString *, const char *))
{
  if (*text == '\0')
    return;

  g_string_append_printf (out, ",\n  %s = {", name);
  append (out, text);
  g_string_append_c (out, '}');
}

/* Year and month of publication; BibTeX knows the months by name. */
static void
append_bibtex_date (GString *out, const char *published)
{
  static const char * const months[]
    = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };

  if (!nepho_fact_is_date (published))
    return;

  g_string_append_printf (out, ",\n  year = {%.4s}", published);
  if (strlen (published) >= MONTH_LENGTH)
    g_string_append_printf (out, ",\n  month = %s", months[(published[5] - '0') * 10 + published[6] - '0' - 1]);
}

/**
 * nepho_fact_bibtex:
 * @fact: a fact
 *
 * Returns: (transfer full): a BibTeX entry of its source. The publisher stands in double braces, so that
 * it is not taken for a person's name; the year is that of publication, where it is known.
 */
char *
nepho_fact_bibtex (const NephoFact *fact)
{
  g_autofree char *key = bibtex_key (fact);
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "@misc{%s", key);
  if (*fact->publisher != '\0')
    {
      g_string_append (out, ",\n  author = {{");
      append_bibtex_text (out, fact->publisher);
      g_string_append (out, "}}");
    }
  append_bibtex_field (out, "title", fact->title, append_bibtex_text);
  append_bibtex_date (out, fact->published);
  append_bibtex_field (out, "url", fact->url, append_bibtex_address);
  append_bibtex_field (out, "note", fact->quote, append_bibtex_text);
  g_string_append (out, "\n}\n");

  return g_string_free (g_steal_pointer (&out), FALSE);
}
