/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-picture-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "nepho-pdf-attach.h"
#include "nepho-pdf-tags.h"

/* A file that says when it was made differs each time. */
#define FIXED_DATE "2000-01-01T00:00:00Z"

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* The moment that reproducible builds ask for, or always the same. */
static char *
creation_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;
  g_autoptr (GDateTime) date = NULL;

  if (epoch == NULL || !g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    return g_strdup (FIXED_DATE);

  date = g_date_time_new_from_unix_utc (seconds);

  return g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
}

static void
set_metadata (cairo_surface_t *surface, const NephoPictureJob *job)
{
  const NephoPictureOptions *options = job->options;
  g_autofree char *date = creation_date ();

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Nephoscope");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS,
                                  options->keywords != NULL ? options->keywords : _("cloud, AI, market, model, Nephoscope"));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                  options->author != NULL ? options->author : "Nephoscope");
  if (job->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, job->title);
  if (job->description != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, job->description);
}

/* Of the texts: "zh-CN" for a reader of zh_CN.UTF-8. */
static char *
language_tag (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *tag = g_strndup (name, strcspn (name, ".@"));

  if (g_str_equal (tag, "C") || g_str_equal (tag, "POSIX"))
    return g_strdup ("en");

  return g_strdelimit (g_steal_pointer (&tag), "_", '-');
}

static void
add_bookmarks (cairo_surface_t *surface, const GArray *bookmarks)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < bookmarks->len; i++)
    {
      const NephoPictureBookmark *mark = &g_array_index (bookmarks, NephoPictureBookmark, i);
      g_autofree char *link = g_strdup_printf ("page=%u pos=[0 %d]", mark->page + 1, (int) mark->y);
      int own = cairo_pdf_surface_add_outline (surface, mark->below ? parent : CAIRO_PDF_OUTLINE_ROOT, mark->name, link,
                                               CAIRO_PDF_OUTLINE_FLAG_OPEN);

      if (!mark->below)
        parent = own;
    }
}

GBytes *
nepho_picture_pdf (const NephoPictureJob *job, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface
    = cairo_pdf_surface_create_for_stream (append_cb, bytes, job->options->width_pt, job->options->height_pt);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  set_metadata (surface, job);
  for (guint page = 0; page < job->n_pages; page++)
    {
      cairo_save (cr);
      job->draw (cr, page, job->data);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  if (job->bookmarks != NULL)
    add_bookmarks (surface, job->bookmarks);
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

  if (job->alternatives != NULL)
    {
      g_autofree char *language = language_tag ();

      nepho_pdf_tag (bytes, job->alternatives, language);
    }

  if (job->options->document != NULL)
    nepho_pdf_attach (bytes, job->options->document);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
