/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-fixture.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "nepho-picture.h"
#include "nepho-svg-tidy.h"

static GBytes *
svg_of (const NephoPlotFigure *figure, gboolean outlines)
{
  NephoPictureOptions options;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  nepho_picture_options_init (&options);
  options.format = NEPHO_PICTURE_SVG;
  options.outlines = outlines;
  bytes = nepho_picture_encode (figure, &options, &error);
  g_assert_no_error (error);

  return bytes;
}

static char *
text_of (const NephoPlotFigure *figure, gboolean outlines)
{
  g_autoptr (GBytes) bytes = svg_of (figure, outlines);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What a parser finds in the elements called "text". */
typedef struct
{
  GPtrArray *texts;
  GString   *open; /* NULL outside a text */
  guint      n_sized;
} Found;

static void
start_cb (GMarkupParseContext *context, const char *name, const char **keys, const char **values, gpointer data,
          GError **error)
{
  Found *found = data;

  if (g_str_equal (name, "text"))
    found->open = g_string_new (NULL);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_assert_cmpstr (keys[i], !=, "style");
      g_assert_cmpstr (keys[i], !=, "class");
      g_assert_cmpstr (keys[i], !=, "dominant-baseline");
      if (g_str_equal (keys[i], "textLength") && g_ascii_strtod (values[i], NULL) > 0.0)
        found->n_sized++;
    }
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Found *found = data;

  if (!g_str_equal (name, "text"))
    return;
  g_ptr_array_add (found->texts, g_string_free (found->open, FALSE));
  found->open = NULL;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Found *found = data;

  if (found->open != NULL)
    g_string_append_len (found->open, text, (gssize) length);
}

static GPtrArray *
find_texts (const char *svg, guint *n_sized)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  Found found = { g_ptr_array_new_with_free_func (g_free), NULL, 0 };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &found, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_markup_parse_context_free (context);
  *n_sized = found.n_sized;

  return found.texts;
}

static gboolean
has_text (GPtrArray *texts, const char *wanted)
{
  for (guint i = 0; i < texts->len; i++)
    if (g_str_equal (g_ptr_array_index (texts, i), wanted))
      return TRUE;

  return FALSE;
}

static void
check_plain (const char *svg)
{
  static const char * const refused[]
    = { "<style", "rgb(", "rgba(", "@import", "foreignObject", "style=", "<image", NULL };

  for (guint i = 0; refused[i] != NULL; i++)
    if (strstr (svg, refused[i]) != NULL)
      g_error ("the drawing holds %s", refused[i]);
}

/* Every figure, both kinds: no style sheet, no colour that office programs do not know. */
static void
test_plain (void)
{
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  for (guint k = 0; k < n_specs; k++)
    {
      g_auto (NephoFixture) fixture = { 0 };
      g_autoptr (NephoPlotFigure) figure = NULL;
      g_autofree char *text = NULL;
      g_autofree char *outlines = NULL;

      nepho_fixture_init (&fixture, 4, 12);
      nepho_fixture_run (&fixture);
      figure = nepho_fixture_build (&fixture, specs[k].id);
      text = text_of (figure, FALSE);
      outlines = text_of (figure, TRUE);
      check_plain (text);
      check_plain (outlines);
      g_assert_nonnull (strstr (text, "<text"));
      g_assert_null (strstr (outlines, "<text"));
      g_assert_null (strstr (text, "<use"));
    }
}

/* One element a text: the title in one piece, each vendor's name by itself. */
static void
test_texts (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  g_autofree char *svg = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  guint n_sized;

  nepho_fixture_init (&fixture, 3, 8);
  nepho_fixture_run (&fixture);
  figure = nepho_fixture_build (&fixture, "share");
  g_free (figure->title);
  figure->title = g_strdup ("Über 阿里云 & <others>\x01");
  svg = text_of (figure, FALSE);
  texts = find_texts (svg, &n_sized);

  g_assert_true (has_text (texts, "Über 阿里云 & <others>"));
  for (guint i = 0; i < 2; i++)
    g_assert_true (has_text (texts, ((NephoPlotSeries *) g_ptr_array_index (figure->series, i))->label));
  g_assert_cmpuint (n_sized, >=, texts->len);
}

/* A title too long for the paper is one element of several lines, cut where the eye sees it cut. */
static void
test_long_title (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  g_autofree char *svg = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GString) title = g_string_new (NULL);
  const char *first;
  guint n_sized;

  nepho_fixture_init (&fixture, 3, 8);
  nepho_fixture_run (&fixture);
  figure = nepho_fixture_build (&fixture, "share");
  for (guint i = 0; i < 80; i++)
    g_string_append_printf (title, "%sword%u", i > 0 ? " " : "", i);
  g_free (figure->title);
  figure->title = g_strdup (title->str);
  svg = text_of (figure, FALSE);
  texts = find_texts (svg, &n_sized);
  first = g_ptr_array_index (texts, 0);

  g_assert_true (g_str_has_prefix (first, "word0 word1"));
  g_assert_true (g_str_has_suffix (first, "…"));
  g_assert_null (strstr (first, "word79"));
  g_assert_nonnull (strstr (svg, "<tspan"));
}

static cairo_surface_t *
rasterise (const NephoPlotFigure *figure, gboolean outlines, const char *folder)
{
  g_autoptr (GBytes) svg = svg_of (figure, outlines);
  g_autofree char *drawing = g_build_filename (folder, "a.svg", NULL);
  g_autofree char *picture = g_build_filename (folder, "a.png", NULL);
  const char *arguments[] = { "rsvg-convert", "--width", "900", drawing, "--output", picture, NULL };
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  int status;

  g_assert_true (g_file_set_contents (drawing, g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), NULL));
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  surface = cairo_image_surface_create_from_png (picture);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_remove (drawing);
  g_remove (picture);

  return surface;
}

/* How many pixels of two pictures of equal size differ by more than antialiasing does. */
static double
differing (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  guint n = 0;

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  for (int y = 0; y < height; y++)
    {
      const guint8 *row_a = cairo_image_surface_get_data (a) + (gsize) y * (gsize) cairo_image_surface_get_stride (a);
      const guint8 *row_b = cairo_image_surface_get_data (b) + (gsize) y * (gsize) cairo_image_surface_get_stride (b);

      for (int x = 0; x < width; x++)
        if (abs (row_a[4 * x + 1] - row_b[4 * x + 1]) > 128)
          n++;
    }

  return (double) n / (width * (double) height);
}

/* Another program draws both kinds alike: the real text stands where the outlines stand. */
static void
test_same_place (void)
{
  g_autofree char *program = g_find_program_in_path ("rsvg-convert");
  g_autofree char *folder = g_dir_make_tmp ("nepho-svg-XXXXXX", NULL);
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  cairo_surface_t *text;
  cairo_surface_t *outlines;

  if (program == NULL)
    {
      g_test_skip ("rsvg-convert is not installed");
      g_rmdir (folder);
      return;
    }

  nepho_fixture_init (&fixture, 3, 8);
  nepho_fixture_run (&fixture);
  figure = nepho_fixture_build (&fixture, "share");
  text = rasterise (figure, FALSE, folder);
  outlines = rasterise (figure, TRUE, folder);
  g_assert_cmpfloat (differing (text, outlines), <, 0.002);

  /* The measure can tell: without its title the picture is another. */
  cairo_surface_destroy (outlines);
  g_free (figure->title);
  figure->title = g_strdup ("Another title");
  outlines = rasterise (figure, TRUE, folder);
  g_assert_cmpfloat (differing (text, outlines), >, 0.002);

  cairo_surface_destroy (text);
  cairo_surface_destroy (outlines);
  g_rmdir (folder);
}

static void
test_tidy (void)
{
  static const struct
  {
    const char *cairo;
    const char *tidy;
  } cases[] = {
    { "<path style=\"stroke:none;\" d=\"M 0 0\"/>", "<path stroke=\"none\" d=\"M 0 0\"/>" },
    { "<g style=\" fill:rgb(10%,20%,100%);fill-opacity:0.5;\">", "<g fill=\"#1a33ff\" fill-opacity=\"0.5\">" },
    { "<path fill=\"rgb(0%, 50%, 100%)\"/>", "<path fill=\"#0080ff\"/>" },
    { "<g clip-path=\"url(#clip17)\"/><clipPath id=\"clip17\">", "<g clip-path=\"url(#clip1)\"/><clipPath id=\"clip1\">" },
    { "<use xlink:href=\"#glyph12-3\"/>", "<use xlink:href=\"#glyph1-3\"/>" },
    { "<g fill=\"rgb(one)\">", "<g fill=\"rgb(one)\">" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) tidy = nepho_svg_tidy (cases[i].cairo);

      g_assert_cmpstr (tidy->str, ==, cases[i].tidy);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/svg/tidy", test_tidy);
  g_test_add_func ("/svg/plain", test_plain);
  g_test_add_func ("/svg/texts", test_texts);
  g_test_add_func ("/svg/long-title", test_long_title);
  g_test_add_func ("/svg/same-place", test_same_place);

  return g_test_run ();
}
