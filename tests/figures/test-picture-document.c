/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "nepho-dataset-io.h"
#include "nepho-document-error.h"
#include "nepho-document-io.h"
#include "nepho-document-pack.h"
#include "nepho-document-picture.h"
#include "nepho-figures.h"
#include "nepho-json-parser.h"
#include "nepho-picture.h"

/* Into how many parts files are cut. */
#define CUTS 64u

typedef struct
{
  NephoDocument *document;
  char          *json;
  GBytes        *pictures[3]; /* by format */
} Fixture;

static GBytes *
draw (NephoDocument *document, NephoPictureFormat format, GBytes *packed)
{
  NephoPictureOptions options;
  NephoFigureContext context;
  g_autoptr (NephoPlotFigure) figure = NULL;
  GBytes *bytes;

  nepho_figure_context_init (&context, nepho_document_get_parameters (document), nepho_document_get_values (document),
                             nepho_document_get_baseline_values (document), nepho_document_get_results (document), NULL);
  figure = nepho_figure_build (nepho_figure_find ("share"), &context);
  nepho_picture_options_init (&options);
  options.format = format;
  options.dpi = 50.0;
  options.document = packed;
  bytes = nepho_picture_encode (figure, &options, NULL);
  g_assert_nonnull (bytes);

  return bytes;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load ("china", NULL);
  g_autoptr (GBytes) packed = NULL;

  fixture->document = nepho_document_new (dataset);
  g_assert_true (nepho_document_apply_scenario (fixture->document, "price-war", NULL));
  fixture->json = nepho_document_to_json (fixture->document);
  packed = nepho_document_pack (fixture->document);
  for (guint k = 0; k < G_N_ELEMENTS (fixture->pictures); k++)
    fixture->pictures[k] = draw (fixture->document, (NephoPictureFormat) k, packed);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->document);
  g_free (fixture->json);
  for (guint k = 0; k < G_N_ELEMENTS (fixture->pictures); k++)
    g_bytes_unref (fixture->pictures[k]);
}

static gboolean
holds (const Fixture *fixture, GBytes *text)
{
  return g_bytes_get_size (text) == strlen (fixture->json)
         && memcmp (g_bytes_get_data (text, NULL), fixture->json, strlen (fixture->json)) == 0;
}

/* What went in comes out, byte by byte, and is a document. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  for (guint k = 0; k < G_N_ELEMENTS (fixture->pictures); k++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) text = NULL;
      g_autoptr (NephoDocument) document = NULL;

      g_assert_true (nepho_document_picture_is (fixture->pictures[k]));
      text = nepho_document_picture_read (fixture->pictures[k], &error);
      g_assert_no_error (error);
      g_assert_true (holds (fixture, text));
      document = nepho_document_parse (g_bytes_get_data (text, NULL), g_bytes_get_size (text), "picture", NULL, &error);
      g_assert_no_error (error);
      g_assert_finalize_object (g_steal_pointer (&document));
    }
}

/* What is cut off is refused with a sentence, or is whole in what is left. */
static void
test_cut (Fixture *fixture, gconstpointer data)
{
  for (guint k = 0; k < G_N_ELEMENTS (fixture->pictures); k++)
    {
      guint n_refused = 0;

      for (guint i = 0; i < CUTS; i++)
        {
          gsize length = g_bytes_get_size (fixture->pictures[k]) * i / CUTS;
          /* A copy, so that reading behind its end is found. */
          g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (fixture->pictures[k], NULL), length);
          g_autoptr (GBytes) cut = g_bytes_new_static (copy, length);
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) text = nepho_document_picture_read (cut, &error);

          if (text != NULL)
            {
              g_assert_true (holds (fixture, text));
              continue;
            }
          g_assert_nonnull (error);
          g_assert_cmpuint (error->domain, ==, NEPHO_DOCUMENT_ERROR);
          n_refused++;
        }
      g_assert_cmpuint (n_refused, >, 0);
    }
}

static void
refuse (GBytes *picture, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = nepho_document_picture_read (picture, &error);

  g_assert_null (text);
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, code);
  if (strstr (error->message, message) == NULL)
    g_assert_cmpstr (error->message, ==, message);
}

/* One bit of the scenario changed: the checksum of a PNG tells, that of zlib elsewhere. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  static const char * const marks[] = { NEPHO_PICTURE_CHUNK, "encoding", "/EmbeddedFile" };
  static const char * const messages[] = { "its checksum is wrong", "", "is damaged" };

  for (guint k = 0; k < G_N_ELEMENTS (fixture->pictures); k += 2)
    {
      gsize length = g_bytes_get_size (fixture->pictures[k]);
      guint8 *copy = g_memdup2 (g_bytes_get_data (fixture->pictures[k], NULL), length);
      g_autoptr (GBytes) damaged = g_bytes_new_take (copy, length);
      gsize at = 0;

      while (memcmp (copy + at, marks[k], strlen (marks[k])) != 0)
        at++;
      copy[at + 1000] ^= 0x10;
      refuse (damaged, k == 0 ? NEPHO_DOCUMENT_ERROR_CONTENT : NEPHO_DOCUMENT_ERROR_SYNTAX, messages[k]);
    }
}

/* Pictures of others, and ours without a scenario. */
static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  static const char * const texts[] = {
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata><scenario>eJw</scenario></metadata></svg>",
    "<?xml version=\"1.0\"?>\n<!-- a drawing -->\n<svg/>",
    "%PDF-1.4\n1 0 obj\n<< /Type /EmbeddedFile /Subtype /text#2Fplain /Length 3 >>\nstream\nabc\nendstream\nendobj\n",
  };

  for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[k], strlen (texts[k]));

      g_assert_true (nepho_document_picture_is (bytes));
      refuse (bytes, NEPHO_DOCUMENT_ERROR_CONTENT, "There is no scenario in this picture");
    }
  for (guint k = 0; k < G_N_ELEMENTS (fixture->pictures); k++)
    {
      g_autoptr (GBytes) bare = draw (fixture->document, (NephoPictureFormat) k, NULL);

      refuse (bare, NEPHO_DOCUMENT_ERROR_CONTENT, "There is no scenario in this picture");
    }
}

/* A chunk that says it is longer than the file, and one without an end. */
static void
test_bounds (void)
{
  static const char * const texts[] = {
    "\x89PNG\r\n\x1a\n\xff\xff\xff\xffneSc........",
    "\x89PNG\r\n\x1a\n\x00\x00\x00\x09neSc........",
  };

  for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
    {
      g_autofree guint8 *copy = g_memdup2 (texts[k], 24);
      g_autoptr (GBytes) bytes = g_bytes_new_static (copy, 24);

      refuse (bytes, NEPHO_DOCUMENT_ERROR_CONTENT, "the picture is cut off");
    }
}

/* A little that unpacks to more than any document has is given up at the limit. */
static void
test_bomb (void)
{
  gsize length = NEPHO_JSON_MAX_SIZE + 1;
  g_autofree guint8 *zeros = g_malloc0 (length);
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autofree guint8 *packed = g_malloc (length);
  g_autoptr (GError) error = NULL;
  gsize n_read;
  gsize n_written;

  g_assert_cmpint (g_converter_convert (packer, zeros, length, packed, length, G_CONVERTER_INPUT_AT_END, &n_read,
                                        &n_written, NULL), ==, G_CONVERTER_FINISHED);
  g_assert_cmpuint (n_written, <, length / 500);
  g_assert_null (nepho_document_unpack (packed, n_written, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "64 MiB"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/figures/picture-document/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/figures/picture-document/cut", Fixture, NULL, set_up, test_cut, tear_down);
  g_test_add ("/figures/picture-document/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/figures/picture-document/foreign", Fixture, NULL, set_up, test_foreign, tear_down);
  g_test_add_func ("/figures/picture-document/bounds", test_bounds);
  g_test_add_func ("/figures/picture-document/bomb", test_bomb);

  return g_test_run ();
}
