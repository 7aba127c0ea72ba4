/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-svg-text.h"

#include <math.h>

/* Programs that read SVG replace a font that they do not have: these are about as wide as ours, so
 * that little moves. The last word is the generic family, which every reader knows. */
#define FALLBACKS "Noto Sans, Open Sans, Segoe UI, sans-serif"

#define ELLIPSIS "…"

/**
 * nepho_svg_clean:
 * @text: any text
 *
 * Returns: (transfer full): the text as XML 1.0 can hold it, which knows no control characters, not
 * even escaped
 */
char *
nepho_svg_clean (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || c == 0x7f || c == 0xfffe || c == 0xffff)
        c = ' ';
      g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/**
 * nepho_svg_escape:
 * @text: any text
 *
 * Returns: (transfer full): the text as it stands between tags of XML 1.0
 */
char *
nepho_svg_escape (const char *text)
{
  g_autofree char *clean = nepho_svg_clean (text);

  return g_markup_escape_text (clean, -1);
}

static void
append_number (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.3f", number);
  g_string_append (out, buffer);
}

static void
append_attribute (GString *out, const char *name, double number)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, number);
  g_string_append_c (out, '"');
}

/* What the reader sees of a line: where it was cut, the dots instead of what they hide. */
static char *
visible_text (PangoLayoutLine *line, const char *text)
{
  g_autoptr (GString) seen = g_string_new (NULL);

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoItem *item = ((PangoLayoutRun *) l->data)->item;

      if ((item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0)
        g_string_append (seen, ELLIPSIS);
      else
        g_string_append_len (seen, text + item->offset, item->length);
    }

  return g_strstrip (nepho_svg_escape (seen->str));
}

static void
append_colour (GString *out, cairo_t *cr)
{
  double red = 0.0;
  double green = 0.0;
  double blue = 0.0;
  double alpha = 1.0;

  cairo_pattern_get_rgba (cairo_get_source (cr), &red, &green, &blue, &alpha);
  g_string_append_printf (out, " fill=\"#%02x%02x%02x\"", (unsigned) lround (red * 255.0),
                          (unsigned) lround (green * 255.0), (unsigned) lround (blue * 255.0));
  if (alpha < 1.0)
    append_attribute (out, "fill-opacity", alpha);
}

/* Family, size and weight of a text whose font was set as a whole. */
static void
append_font (GString *out, PangoLayout *text)
{
  const PangoFontDescription *font = pango_layout_get_font_description (text);
  g_autofree char *families
    = g_strdup_printf ("%s, %s", pango_font_description_get_family (font), FALLBACKS);
  g_auto (GStrv) names = g_strsplit (families, ",", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  /* The generic family ends the list: whatever follows it would never be asked. */
  g_string_append (out, " font-family=\"");
  for (char **name = names; *name != NULL; name++)
    {
      gboolean last = name[1] == NULL;

      g_strstrip (*name);
      if (!g_hash_table_add (seen, *name) || (g_str_equal (*name, "sans-serif") && !last))
        continue;
      g_string_append_printf (out, "%s%s", g_hash_table_size (seen) > 1 ? ", " : "", *name);
    }
  if (!g_str_has_suffix (out->str, "sans-serif"))
    g_string_append (out, ", sans-serif");
  g_string_append_c (out, '"');
  append_attribute (out, "font-size", (double) pango_font_description_get_size (font) / PANGO_SCALE);
  if (pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD)
    g_string_append (out, " font-weight=\"bold\"");
}

/* Where a line stands and how wide it is, in the units of the drawing. */
static void
append_place (GString *out, cairo_t *cr, PangoLayoutIter *iter, double left, double top)
{
  PangoRectangle logical;
  double x;
  double y = top + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  x = left + (double) logical.x / PANGO_SCALE;
  cairo_user_to_device (cr, &x, &y);
  append_attribute (out, "x", x);
  append_attribute (out, "y", y);
  append_attribute (out, "textLength", (double) logical.width / PANGO_SCALE);
}

/**
 * nepho_svg_text_take:
 * @cr: a context whose unit is a point
 * @text: a text, set in one font
 * @out: a #GString
 *
 * Appends one `<text>` element; a text of several lines has a `<tspan>` for each, so that it stays one
 * object for whoever edits it. Its width is stated: a reader with another font fits it in.
 */
void
nepho_svg_text_take (cairo_t *cr, PangoLayout *text, gpointer out)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text);
  gboolean several = pango_layout_get_line_count (text) > 1;
  double left;
  double top;

  cairo_get_current_point (cr, &left, &top);
  g_string_append (out, "<text");
  if (!several)
    append_place (out, cr, iter, left, top);
  append_font (out, text);
  append_colour (out, cr);
  g_string_append_c (out, '>');
  do
    {
      g_autofree char *line
        = visible_text (pango_layout_iter_get_line_readonly (iter), pango_layout_get_text (text));

      if (several)
        {
          g_string_append (out, "<tspan");
          append_place (out, cr, iter, left, top);
          g_string_append_printf (out, ">%s</tspan>", line);
        }
      else
        g_string_append (out, line);
    }
  while (pango_layout_iter_next_line (iter));
  g_string_append (out, "</text>\n");
  pango_layout_iter_free (iter);
}
