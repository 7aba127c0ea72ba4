/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-picture-private.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-document-picture.h"
#include "nepho-plot-text-sink.h"
#include "nepho-svg-text.h"
#include "nepho-svg-tidy.h"

/* Of what is written in letters, as mail has it. */
#define LINE_LENGTH 76u

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *) data, (gssize) length);

  return CAIRO_STATUS_SUCCESS;
}

/* The scenario in a namespace of its own, which programs that do not know it pass over. */
static void
append_document (GString *texts, GBytes *document)
{
  g_autofree char *encoded = g_base64_encode (g_bytes_get_data (document, NULL), g_bytes_get_size (document));

  g_string_append_printf (texts, "\n<metadata><nephoscope:" NEPHO_PICTURE_ELEMENT " xmlns:nephoscope=\"%s\">",
                          NEPHO_PICTURE_NAMESPACE);
  for (gsize at = 0; encoded[at] != '\0'; at += MIN (strlen (encoded + at), LINE_LENGTH))
    g_string_append_printf (texts, "\n%.*s", (int) LINE_LENGTH, encoded + at);
  g_string_append (texts, "\n</nephoscope:" NEPHO_PICTURE_ELEMENT "></metadata>");
}

/* Puts title and description where screen readers look for them: first in the root element. */
static void
add_texts (GString *svg, const NephoPictureJob *job)
{
  g_autoptr (GString) texts = g_string_new ("\n");
  const char *root = strstr (svg->str, "<svg");
  const char *end = root != NULL ? strchr (root, '>') : NULL;
  gssize at;

  if (end == NULL)
    return;

  at = end - svg->str;

  if (job->title != NULL)
    {
      g_autofree char *title = nepho_svg_escape (job->title);

      g_string_append_printf (texts, "<title>%s</title>\n", title);
    }
  if (job->description != NULL)
    {
      g_autofree char *description = nepho_svg_escape (job->description);

      g_string_append_printf (texts, "<desc>%s</desc>", description);
    }
  if (job->options->document != NULL)
    append_document (texts, job->options->document);
  g_string_insert (svg, at + 1, texts->str);
  g_string_insert (svg, at, " role=\"img\"");
}

/* Real text stands over all that was drawn, as it does on the screen. */
static void
add_drawn_texts (GString *svg, const GString *texts)
{
  const char *end = g_strrstr (svg->str, "</svg>");

  if (end != NULL)
    g_string_insert (svg, end - svg->str, texts->str);
}

GBytes *
nepho_picture_svg (const NephoPictureJob *job, GError **error)
{
  g_autoptr (GString) raw = g_string_new (NULL);
  g_autoptr (GString) texts = g_string_new (NULL);
  cairo_surface_t *surface
    = cairo_svg_surface_create_for_stream (append_cb, raw, job->options->width_pt, job->options->height_pt);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  GString *svg;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  if (!job->options->outlines)
    nepho_plot_set_text_sink (cr, nepho_svg_text_take, texts);
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

  svg = nepho_svg_tidy (raw->str);
  add_drawn_texts (svg, texts);
  add_texts (svg, job);

  return g_string_free_to_bytes (svg);
}
