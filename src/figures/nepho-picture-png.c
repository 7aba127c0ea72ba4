/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <png.h>
#include <string.h>

#include "nepho-document-picture.h"

#define METRES_PER_INCH 0.0254

static cairo_surface_t *
draw_raster (const NephoPictureJob *job)
{
  cairo_format_t format = job->options->transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
  int width;
  int height;
  cairo_surface_t *surface;
  cairo_t *cr;

  nepho_picture_pixels (job->options, &width, &height);
  surface = cairo_image_surface_create (format, width, height);
  cr = cairo_create (surface);
  /* Rounding to whole pixels must leave no seam at the edge. */
  cairo_scale (cr, width / job->options->width_pt, height / job->options->height_pt);
  job->draw (cr, 0, job->data);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static void
write_cb (png_structp png, png_bytep data, png_size_t length)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint) length);
}

static void
flush_cb (png_structp png)
{
}

/* Cairo keeps colours multiplied by their opacity, in the machine's byte order; PNG does not. */
static void
unpack_row (const guint32 *pixels, int width, gboolean alpha, guint8 *row)
{
  for (int x = 0; x < width; x++)
    {
      guint32 pixel = pixels[x];
      guint32 a = alpha ? pixel >> 24 : 255;

      for (int c = 0; c < 3; c++)
        {
          guint32 value = (pixel >> (16 - 8 * c)) & 0xff;

          *row++ = (guint8) (a == 255 || a == 0 ? value : MIN ((value * 255 + a / 2) / a, 255u));
        }
      if (alpha)
        *row++ = (guint8) a;
    }
}

/* What the file says about itself: no name, path or time. */
static void
set_texts (png_structp png, png_infop info, const NephoPictureJob *job)
{
  const char *entries[][2] = {
    { "Software", "Nephoscope" },
    { "Title", job->title },
    { "Description", job->description },
    { "Author", job->options->author },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      png_text text = { 0 };

      if (entries[i][1] == NULL)
        continue;
      text.compression = PNG_ITXT_COMPRESSION_NONE;
      text.key = (png_charp) entries[i][0];
      text.text = (png_charp) entries[i][1];
      text.itxt_length = strlen (entries[i][1]);
      png_set_text (png, info, &text, 1);
    }
}

/* The part that libpng may leave by longjmp(): it owns nothing. */
static gboolean
write_png (png_structp png, png_infop info, const NephoPictureJob *job, cairo_surface_t *surface, guint8 *row)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  gboolean alpha = job->options->transparent;
  png_uint_32 density = (png_uint_32) round (job->options->dpi / METRES_PER_INCH);

  if (setjmp (png_jmpbuf (png)))
    return FALSE;

  png_set_IHDR (png, info, (png_uint_32) width, (png_uint_32) height, 8, alpha ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (png, info, density, density, PNG_RESOLUTION_METER);
  set_texts (png, info, job);
  png_write_info (png, info);
  if (job->options->document != NULL)
    png_write_chunk (png, (png_const_bytep) NEPHO_PICTURE_CHUNK, g_bytes_get_data (job->options->document, NULL),
                     g_bytes_get_size (job->options->document));
  for (int y = 0; y < height; y++)
    {
      unpack_row ((const guint32 *) (gconstpointer) (pixels + (gsize) y * (gsize) stride), width, alpha, row);
      png_write_row (png, row);
    }
  png_write_end (png, info);

  return TRUE;
}

GBytes *
nepho_picture_png (const NephoPictureJob *job, GError **error)
{
  cairo_surface_t *surface = draw_raster (job);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *row = NULL;
  gboolean good = FALSE;
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;

  if (info != NULL && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      row = g_malloc ((gsize) cairo_image_surface_get_width (surface) * 4);
      png_set_write_fn (png, bytes, write_cb, flush_cb);
      good = write_png (png, info, job, surface, row);
    }
  png_destroy_write_struct (&png, &info);
  cairo_surface_destroy (surface);

  if (!good)
    {
      g_set_error_literal (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_SIZE,
                           _("There is not enough memory for a picture of this size"));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
