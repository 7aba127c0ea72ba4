/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-svg-tidy.h"

#include <math.h>
#include <string.h>

/* Where a name that refers to a definition begins after "id="", "#" or "url(#". */
static gboolean
begins_name (const char *start, const char *p)
{
  return (p - start >= 4 && strncmp (p - 4, "id=\"", 4) == 0)
         || (p - start >= 5 && strncmp (p - 5, "url(#", 5) == 0)
         || (p - start >= 7 && strncmp (p - 7, "href=\"#", 7) == 0);
}

/* Appends the name at @p with the number that its like had first; returns its length, 0 for none. */
static gsize
append_name (GString *out, const char *p, GHashTable *names)
{
  gsize letters = 0;
  gsize digits = 0;
  g_autofree char *name = NULL;
  gpointer number;

  while (g_ascii_isalpha (p[letters]))
    letters++;
  while (g_ascii_isdigit (p[letters + digits]))
    digits++;
  if (letters == 0 || digits == 0)
    return 0;

  /* "glyph1-1": what follows the number stays. */
  name = g_strndup (p, letters + digits);
  number = g_hash_table_lookup (names, name);
  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (names) + 1);
      g_hash_table_insert (names, g_steal_pointer (&name), number);
    }
  g_string_append_len (out, p, (gssize) letters);
  g_string_append_printf (out, "%u", GPOINTER_TO_UINT (number));

  return letters + digits;
}

/* Appends "rgb(10%,20%,30%)" as "#1a334d"; returns the length of what it read, 0 for none. */
static gsize
append_colour (GString *out, const char *p)
{
  const char *at = p + strlen ("rgb(");
  unsigned channels[3];

  for (guint i = 0; i < 3; i++)
    {
      char *end = NULL;
      double per_cent = g_ascii_strtod (at, &end);

      if (end == at || *end != '%' || end[1] != (i < 2 ? ',' : ')'))
        return 0;
      channels[i] = (unsigned) lround (CLAMP (per_cent, 0.0, 100.0) * 255.0 / 100.0);
      at = end + 2;
      while (i < 2 && *at == ' ')
        at++;
    }
  g_string_append_printf (out, "#%02x%02x%02x", channels[0], channels[1], channels[2]);

  return (gsize) (at - p);
}

/* Appends style="a:b;c:d" as a="b" c="d"; returns the length of what it read. */
static gsize
append_style (GString *out, const char *p)
{
  const char *begin = p + strlen ("style=\"");
  gsize length = strcspn (begin, "\"");
  g_autofree char *style = g_strndup (begin, length);
  g_auto (GStrv) parts = g_strsplit (style, ";", -1);
  gboolean first = TRUE;

  for (char **part = parts; *part != NULL; part++)
    {
      char *colon = strchr (*part, ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      g_string_append_printf (out, "%s%s=\"", first ? "" : " ", g_strstrip (*part));
      if (!g_str_has_prefix (colon + 1, "rgb(") || append_colour (out, colon + 1) == 0)
        g_string_append (out, colon + 1);
      g_string_append_c (out, '"');
      first = FALSE;
    }

  return strlen ("style=\"") + length + 1;
}

/**
 * nepho_svg_tidy:
 * @svg: a drawing as cairo writes it
 *
 * Cairo numbers its surfaces from the start of the process; here numbers begin with the file, so that
 * the same drawing is the same text. Its style sheets become attributes and its colours hexadecimal,
 * because importers of office programs read no other.
 *
 * Returns: (transfer full): the drawing
 */
GString *
nepho_svg_tidy (const char *svg)
{
  GString *out = g_string_sized_new (strlen (svg));
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *p = svg;

  while (*p != '\0')
    {
      gsize taken = 0;

      if (begins_name (svg, p))
        taken = append_name (out, p, names);
      else if (g_str_has_prefix (p, "style=\""))
        taken = append_style (out, p);
      else if (g_str_has_prefix (p, "rgb("))
        taken = append_colour (out, p);

      if (taken > 0)
        p += taken;
      else
        g_string_append_c (out, *p++);
    }

  return out;
}
