/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "nepho-document-error.h"
#include "nepho-picture.h"

static NephoPlotFigure *
some_figure (void)
{
  g_auto (NephoFixture) fixture = { 0 };

  nepho_fixture_init (&fixture, 3, 8);
  nepho_fixture_run (&fixture);

  return nepho_fixture_build (&fixture, "share");
}

static guint32
big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* Where the content of a PNG's chunk begins, or NULL. */
static const guint8 *
find_chunk (GBytes *png, const char *type, guint32 *length)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);

  for (gsize at = 8; at + 12 <= size; at += 12 + big_endian (data + at))
    if (memcmp (data + at + 4, type, 4) == 0)
      {
        *length = big_endian (data + at);
        return data + at + 8;
      }

  return NULL;
}

/* 160 mm at 300 dpi are 1890 pixels, and 300 dpi are 11811 pixels a metre. */
static void
test_png_size (void)
{
  g_autoptr (NephoPlotFigure) figure = some_figure ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = NULL;
  NephoPictureOptions options;
  const guint8 *chunk;
  guint32 length = 0;

  nepho_picture_options_init (&options);
  g_assert_true (nepho_picture_size_parse ("160mmx100mm", 300.0, &options.width_pt, &options.height_pt, &error));
  png = nepho_picture_encode (figure, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (png, NULL), 8, "\x89PNG\r\n\x1a\n", 8);

  chunk = find_chunk (png, "IHDR", &length);
  g_assert_nonnull (chunk);
  g_assert_cmpuint (big_endian (chunk), ==, 1890);
  g_assert_cmpuint (big_endian (chunk + 4), ==, 1181);
  g_assert_cmpuint (chunk[9], ==, 2); /* true colour, no opacity */

  chunk = find_chunk (png, "pHYs", &length);
  g_assert_nonnull (chunk);
  g_assert_cmpuint (length, ==, 9);
  g_assert_cmpuint (big_endian (chunk), ==, 11811);
  g_assert_cmpuint (big_endian (chunk + 4), ==, 11811);
  g_assert_cmpuint (chunk[8], ==, 1);

  chunk = find_chunk (png, "iTXt", &length);
  g_assert_nonnull (chunk);
  g_assert_null (find_chunk (png, "tIME", &length));
}

static void
test_png_transparent (void)
{
  g_autoptr (NephoPlotFigure) figure = some_figure ();
  g_autoptr (GBytes) png = NULL;
  NephoPictureOptions options;
  guint32 length = 0;

  nepho_picture_options_init (&options);
  options.dpi = 72.0;
  options.transparent = TRUE;
  png = nepho_picture_encode (figure, &options, NULL);
  g_assert_nonnull (png);
  g_assert_cmpuint (find_chunk (png, "IHDR", &length)[9], ==, 6);
}

/* The same figure is the same bytes, whatever was drawn in between. */
static void
test_same_bytes (void)
{
  static const NephoPictureFormat formats[] = { NEPHO_PICTURE_PNG, NEPHO_PICTURE_SVG, NEPHO_PICTURE_PDF };
  g_autoptr (NephoPlotFigure) figure = some_figure ();

  for (guint k = 0; k < G_N_ELEMENTS (formats); k++)
    {
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) second = NULL;
      NephoPictureOptions options;

      nepho_picture_options_init (&options);
      options.format = formats[k];
      options.dpi = 96.0;
      first = nepho_picture_encode (figure, &options, NULL);
      for (guint n = 0; n <= k; n++)
        g_bytes_unref (nepho_picture_encode (figure, &options, NULL));
      second = nepho_picture_encode (figure, &options, NULL);
      g_assert_nonnull (first);
      g_assert_true (g_bytes_equal (first, second));
    }
}

static char *
as_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

/* Title and summary are there for screen readers, and nothing in them breaks the XML. */
static void
test_svg_texts (void)
{
  g_autoptr (NephoPlotFigure) figure = some_figure ();
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *text = NULL;
  NephoPictureOptions options;

  g_free (figure->title);
  figure->title = g_strdup ("A < B & \"C\" \001 云");
  nepho_picture_options_init (&options);
  options.format = NEPHO_PICTURE_SVG;
  svg = nepho_picture_encode (figure, &options, NULL);
  text = as_text (svg);

  g_assert_nonnull (strstr (text, "<title>A &lt; B &amp; &quot;C&quot;   云</title>"));
  g_assert_nonnull (strstr (text, "<desc>"));
  g_assert_nonnull (strstr (text, "role=\"img\""));
  g_assert_nonnull (strstr (text, "pt\""));
  g_assert_null (strchr (text, '\001'));
}

static void
test_pdf_date (void)
{
  g_autoptr (NephoPlotFigure) figure = some_figure ();
  g_autoptr (GBytes) usual = NULL;
  g_autoptr (GBytes) dated = NULL;
  NephoPictureOptions options;

  nepho_picture_options_init (&options);
  options.format = NEPHO_PICTURE_PDF;
  g_unsetenv ("SOURCE_DATE_EPOCH");
  usual = nepho_picture_encode (figure, &options, NULL);
  g_setenv ("SOURCE_DATE_EPOCH", "1682294400", TRUE); /* 2023-04-24 */
  dated = nepho_picture_encode (figure, &options, NULL);
  g_unsetenv ("SOURCE_DATE_EPOCH");

  g_assert_cmpmem (g_bytes_get_data (usual, NULL), 5, "%PDF-", 5);
  g_assert_false (g_bytes_equal (usual, dated));
}

static void
test_sizes (void)
{
  static const struct
  {
    const char *text;
    double      width_pt;
    double      height_pt;
  } cases[] = {
    { "160mmx100mm", 160.0 / 25.4 * 72.0, 100.0 / 25.4 * 72.0 },
    { "16cmx10cm", 160.0 / 25.4 * 72.0, 100.0 / 25.4 * 72.0 },
    { "6inx4in", 432.0, 288.0 },
    { "6inX101.6mm", 432.0, 288.0 },
    { "480ptx300pt", 480.0, 300.0 },
    { "480x300pt", 480.0, 300.0 },
    { "480pt×300pt", 480.0, 300.0 },
    { "800x600", 600.0, 450.0 },
    { "160mm", 160.0 / 25.4 * 72.0, 110.0 / 25.4 * 72.0 },
    { "800px", 600.0, 412.5 },
    { "half-page", 160.0 / 25.4 * 72.0, 110.0 / 25.4 * 72.0 },
    { "slide", 720.0, 405.0 },
    { "column", 80.0 / 25.4 * 72.0, 60.0 / 25.4 * 72.0 },
    { "square", 120.0 / 25.4 * 72.0, 120.0 / 25.4 * 72.0 },
    { "800pxx600px", 600.0, 450.0 },
    { "10mmx2000mm", 10.0 / 25.4 * 72.0, 2000.0 / 25.4 * 72.0 },
  };
  static const char * const bad[]
    = { "",          "160mmm",     "x",           "160mmx",    "x100mm",         "160mm x 100mm", "160mmx100mmx",
        "9mmx100mm", "3mx2m",      "-10mmx100mm", "1e9x1e9mm", "infxinf",        "nanmmxnanmm",   "0x10mmx0x10mm",
        "160km",     "2001mmx1mm", "160mmx100mm ", "160,5mmx100mm" };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr (GError) error = NULL;
      double width = 0.0;
      double height = 0.0;

      g_assert_true (nepho_picture_size_parse (cases[k].text, 96.0, &width, &height, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (width, cases[k].width_pt, 1e-9);
      g_assert_cmpfloat_with_epsilon (height, cases[k].height_pt, 1e-9);
    }

  for (guint k = 0; k < G_N_ELEMENTS (bad); k++)
    {
      g_autoptr (GError) error = NULL;
      double width = -1.0;
      double height = -1.0;

      g_assert_false (nepho_picture_size_parse (bad[k], 96.0, &width, &height, &error));
      g_assert_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_SIZE);
      g_assert_cmpfloat (width, ==, -1.0);
    }
}

static void
test_formats (void)
{
  g_autoptr (GError) error = NULL;
  NephoPictureFormat format;

  g_assert_true (nepho_picture_format_parse ("a/b.PNG", &format, NULL));
  g_assert_cmpint (format, ==, NEPHO_PICTURE_PNG);
  g_assert_true (nepho_picture_format_parse ("b.svg", &format, NULL));
  g_assert_cmpint (format, ==, NEPHO_PICTURE_SVG);
  g_assert_true (nepho_picture_format_parse ("b.pdf", &format, NULL));
  g_assert_cmpint (format, ==, NEPHO_PICTURE_PDF);
  g_assert_false (nepho_picture_format_parse ("b.jpg", &format, &error));
  g_assert_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "b.jpg"));
}

static void
test_too_large (void)
{
  g_autoptr (NephoPlotFigure) figure = some_figure ();
  g_autoptr (GError) error = NULL;
  NephoPictureOptions options;

  nepho_picture_options_init (&options);
  options.width_pt = options.height_pt = 2000.0 / 25.4 * 72.0;
  g_assert_null (nepho_picture_encode (figure, &options, &error));
  g_assert_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_SIZE);
  g_clear_error (&error);

  options.dpi = NAN;
  g_assert_null (nepho_picture_encode (figure, &options, &error));
  g_assert_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_SIZE);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* What cannot be written leaves nothing, and says which file and why. */
static void
test_save (void)
{
  g_autoptr (NephoPlotFigure) figure = some_figure ();
  g_autofree char *folder = g_dir_make_tmp ("nephoscope-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);
  g_autofree char *missing = g_build_filename (folder, "no", "a.svg", NULL);
  g_autofree char *below_file = g_build_filename (path, "a.svg", NULL);
  g_autoptr (GError) error = NULL;
  NephoPictureOptions options;

  nepho_picture_options_init (&options);
  options.format = NEPHO_PICTURE_SVG;
  g_assert_true (nepho_picture_save (figure, &options, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder), ==, 1);

  g_assert_false (nepho_picture_save (figure, &options, missing, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, missing));
  g_assert_nonnull (strstr (error->message, "folder does not exist"));
  g_clear_error (&error);

  g_assert_false (nepho_picture_save (figure, &options, below_file, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_WRITE);
  g_clear_error (&error);

  g_assert_false (nepho_picture_save (figure, &options, folder, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "it is a folder"));
  g_clear_error (&error);

  g_assert_false (nepho_picture_save (figure, &options, "/dev/full", &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "not a regular file"));

  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static guint
count_pages (GBytes *pdf)
{
  /* Cairo writes the number behind it as a comment; the root of pages is "/Type /Pages". */
  static const char wanted[] = "/Type /Page %";
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  guint n = 0;

  for (gsize at = 0; at + strlen (wanted) <= length; at++)
    if (memcmp (data + at, wanted, strlen (wanted)) == 0)
      n++;

  return n;
}

/* A page for all of them, then one for each. */
static void
test_report (void)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_plot_figure_free);
  g_autoptr (GBytes) grid = NULL;
  g_autoptr (GBytes) pages = NULL;
  g_autoptr (GBytes) png = NULL;
  NephoPictureOptions options;

  for (guint k = 0; k < 3; k++)
    g_ptr_array_add (figures, some_figure ());
  nepho_picture_options_init (&options);
  options.dpi = 72.0;
  options.format = NEPHO_PICTURE_PDF;
  grid = nepho_sheet_encode (figures, &options, "Overview", 2, NULL);
  pages = nepho_sheet_encode (figures, &options, NULL, 0, NULL);
  options.format = NEPHO_PICTURE_PNG;
  png = nepho_sheet_encode (figures, &options, "Overview", 2, NULL);

  g_assert_nonnull (grid);
  g_assert_nonnull (pages);
  g_assert_nonnull (png);
  g_assert_cmpuint (count_pages (grid), ==, 4);
  g_assert_cmpuint (count_pages (pages), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/png-size", test_png_size);
  g_test_add_func ("/picture/png-transparent", test_png_transparent);
  g_test_add_func ("/picture/same-bytes", test_same_bytes);
  g_test_add_func ("/picture/svg-texts", test_svg_texts);
  g_test_add_func ("/picture/pdf-date", test_pdf_date);
  g_test_add_func ("/picture/sizes", test_sizes);
  g_test_add_func ("/picture/formats", test_formats);
  g_test_add_func ("/picture/too-large", test_too_large);
  g_test_add_func ("/picture/save", test_save);
  g_test_add_func ("/picture/report", test_report);

  return g_test_run ();
}
