/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-picture-private.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *) data, (gssize) length);

  return CAIRO_STATUS_SUCCESS;
}

/* Text that XML 1.0 can hold: it has no control characters, not even escaped. */
static char *
xml_text (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || c == 0x7f || c == 0xfffe || c == 0xffff)
        c = ' ';
      g_string_append_unichar (clean, c);
    }

  return g_markup_escape_text (clean->str, -1);
}

/* Where a name that refers to a definition begins after "id="", "#" or "url(#". */
static gboolean
begins_name (const char *start, const char *p)
{
  return (p - start >= 4 && strncmp (p - 4, "id=\"", 4) == 0)
         || (p - start >= 5 && strncmp (p - 5, "url(#", 5) == 0)
         || (p - start >= 7 && strncmp (p - 7, "href=\"#", 7) == 0);
}

/* Cairo numbers its surfaces from the start of the process. Numbers here begin with each file, in
 * the order in which they occur, so that the same figure is the same text. */
static GString *
renumber (const GString *svg)
{
  GString *out = g_string_sized_new (svg->len);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint next = 0;
  const char *p = svg->str;

  while (*p != '\0')
    {
      gsize letters = 0;
      gsize digits = 0;
      g_autofree char *name = NULL;
      gpointer number;

      if (begins_name (svg->str, p))
        {
          while (g_ascii_isalpha (p[letters]))
            letters++;
          while (g_ascii_isdigit (p[letters + digits]))
            digits++;
        }
      if (letters == 0 || digits == 0)
        {
          g_string_append_c (out, *p++);
          continue;
        }

      name = g_strndup (p, letters + digits);
      number = g_hash_table_lookup (names, name);
      if (number == NULL)
        {
          number = GUINT_TO_POINTER (++next);
          g_hash_table_insert (names, g_steal_pointer (&name), number);
        }
      g_string_append_len (out, p, (gssize) letters);
      g_string_append_printf (out, "%u", GPOINTER_TO_UINT (number));
      p += letters + digits;
    }

  return out;
}

/* Puts title and description where screen readers look for them: first in the root element. */
static void
add_texts (GString *svg, const NephoPictureJob *job)
{
  g_autoptr (GString) texts = g_string_new ("\n");
  const char *root = strstr (svg->str, "<svg");
  const char *end = root != NULL ? strchr (root, '>') : NULL;

  if (end == NULL)
    return;

  if (job->title != NULL)
    {
      g_autofree char *title = xml_text (job->title);

      g_string_append_printf (texts, "<title>%s</title>\n", title);
    }
  if (job->description != NULL)
    {
      g_autofree char *description = xml_text (job->description);

      g_string_append_printf (texts, "<desc>%s</desc>", description);
    }
  g_string_insert (svg, end + 1 - svg->str, texts->str);
  g_string_insert (svg, end - svg->str, " role=\"img\"");
}

GBytes *
nepho_picture_svg (const NephoPictureJob *job, GError **error)
{
  g_autoptr (GString) raw = g_string_new (NULL);
  cairo_surface_t *surface
    = cairo_svg_surface_create_for_stream (append_cb, raw, job->options->width_pt, job->options->height_pt);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  GString *svg;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  job->draw (cr, 0, job->data);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_WRITE, _("The picture could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  svg = renumber (raw);
  add_texts (svg, job);

  return g_string_free_to_bytes (svg);
}
