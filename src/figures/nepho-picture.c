/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-file-replace.h"

/* Half a page of a report, at the density that print asks for, and high enough for the notes. */
#define USUAL_WIDTH_MM 160.0
#define USUAL_HEIGHT_MM 110.0
#define USUAL_DPI 300.0

#define SMALLEST_MM 10.0
#define LARGEST_MM 2000.0
#define SMALLEST_DPI 10.0
#define LARGEST_DPI 4800.0
#define MOST_PIXELS 100e6

G_DEFINE_QUARK (nepho-picture-error-quark, nepho_picture_error)

/**
 * nepho_picture_options_init:
 * @options: (out caller-allocates): options
 *
 * Fills in what suits a report: PNG, 160 mm × 110 mm at 300 dpi, light, opaque.
 */
void
nepho_picture_options_init (NephoPictureOptions *options)
{
  *options = (NephoPictureOptions) {
    .format = NEPHO_PICTURE_PNG,
    .width_pt = USUAL_WIDTH_MM / MM_PER_INCH * POINTS_PER_INCH,
    .height_pt = USUAL_HEIGHT_MM / MM_PER_INCH * POINTS_PER_INCH,
    .dpi = USUAL_DPI,
    .text_scale = 1.0,
    .theme = nepho_plot_theme_find ("light"),
  };
}

/**
 * nepho_picture_format_parse:
 * @path: name of a file
 * @format: (out): what its suffix asks for
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_PICTURE_ERROR_FORMAT where the suffix is not .png, .svg or .pdf
 */
gboolean
nepho_picture_format_parse (const char *path, NephoPictureFormat *format, GError **error)
{
  static const char * const suffixes[] = { ".png", ".svg", ".pdf" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      {
        *format = (NephoPictureFormat) i;
        return TRUE;
      }

  g_set_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_FORMAT,
               _("“%s” does not say what kind of picture it is; expected a name that ends in .png, .svg or .pdf"),
               path);
  return FALSE;
}

/* The usual one first. */
static const NephoPicturePreset presets[] = {
  { "half-page", N_("Half a page"), USUAL_WIDTH_MM, USUAL_HEIGHT_MM },
  { "slide", N_("Slide, 16:9"), 254.0, 142.875 },
  { "column", N_("Column"), 80.0, 60.0 },
  { "square", N_("Square"), 120.0, 120.0 },
};

/**
 * nepho_picture_presets:
 * @n_presets: (out): number of presets
 *
 * Returns: (array length=n_presets) (transfer none): sizes that have names, the usual one first
 */
const NephoPicturePreset *
nepho_picture_presets (guint *n_presets)
{
  *n_presets = G_N_ELEMENTS (presets);

  return presets;
}

static const NephoPicturePreset *
find_preset (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (presets[i].id, id))
      return &presets[i];

  return NULL;
}

/* Reads a length and the unit behind it; 0 points a unit means none was given. */
static gboolean
read_length (const char **at, double *length, double *unit_pt)
{
  static const struct
  {
    const char *name;
    double      points;
  } units[] = {
    { "mm", POINTS_PER_INCH / MM_PER_INCH },
    { "cm", 10.0 * POINTS_PER_INCH / MM_PER_INCH },
    { "in", POINTS_PER_INCH },
    { "pt", 1.0 },
    { "px", -1.0 },
  };
  char *end = NULL;

  /* g_ascii_strtod() also reads "inf", "nan" and hexadecimals. */
  if (!g_ascii_isdigit (**at) && **at != '.')
    return FALSE;
  if (**at == '0' && ((*at)[1] == 'x' || (*at)[1] == 'X'))
    return FALSE;

  *length = g_ascii_strtod (*at, &end);
  *unit_pt = 0.0;
  *at = end;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (*at, units[i].name))
      {
        *unit_pt = units[i].points;
        *at += 2;
        break;
      }

  return isfinite (*length);
}

/* What follows the width: "x" and the height, or nothing behind a unit. */
static gboolean
read_height (const char **at, double width, double width_unit, double *height, double *height_unit)
{
  *height = width * USUAL_HEIGHT_MM / USUAL_WIDTH_MM;
  *height_unit = width_unit;
  if (**at == '\0')
    return width_unit != 0.0;
  if (g_str_has_prefix (*at, "×"))
    *at += strlen ("×");
  else if (**at == 'x' || **at == 'X')
    *at += 1;
  else
    return FALSE;

  return read_length (at, height, height_unit) && **at == '\0';
}

static gboolean
refuse_size (const char *text, GError **error)
{
  g_set_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_SIZE,
               _("“%s” is not a size; expected width and height such as 160mmx100mm, 16cmx10cm, 6inx4in, "
                 "480ptx300pt or 800x600 pixels, a width such as 160mm, or one of half-page, slide, column, square"),
               text);
  return FALSE;
}

/* A side of at least 10 mm and at most 2 m. */
static gboolean
is_side (double points)
{
  double mm = points * MM_PER_INCH / POINTS_PER_INCH;

  return mm >= SMALLEST_MM - 1e-6 && mm <= LARGEST_MM + 1e-6;
}

/**
 * nepho_picture_check_dpi:
 * @dpi: pixels an inch
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_PICTURE_ERROR_SIZE where no picture is that coarse or fine
 */
gboolean
nepho_picture_check_dpi (double dpi, GError **error)
{
  if (dpi >= SMALLEST_DPI && dpi <= LARGEST_DPI)
    return TRUE;

  g_set_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_SIZE,
               _("%.0f pixels an inch are too few or too many; expected %.0f to %.0f"), dpi, SMALLEST_DPI,
               LARGEST_DPI);
  return FALSE;
}

/**
 * nepho_picture_check:
 * @options: options
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_PICTURE_ERROR_SIZE where the paper or the raster is too small or large
 */
gboolean
nepho_picture_check (const NephoPictureOptions *options, GError **error)
{
  double pixels
    = options->width_pt * options->height_pt * options->dpi * options->dpi / (POINTS_PER_INCH * POINTS_PER_INCH);

  if (!is_side (options->width_pt) || !is_side (options->height_pt))
    {
      g_set_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_SIZE,
                   _("A picture of %.0f mm by %.0f mm; expected 10 mm to 2000 mm a side"),
                   options->width_pt * MM_PER_INCH / POINTS_PER_INCH,
                   options->height_pt * MM_PER_INCH / POINTS_PER_INCH);
      return FALSE;
    }
  if (!nepho_picture_check_dpi (options->dpi, error))
    return FALSE;
  if (options->format == NEPHO_PICTURE_PNG && pixels > MOST_PIXELS)
    {
      g_set_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_SIZE,
                   _("A picture of %.0f million pixels; expected 100 million at most"), pixels / 1e6);
      return FALSE;
    }

  return TRUE;
}

/**
 * nepho_picture_size_parse:
 * @text: such as "160mmx100mm", "16cmx10cm", "6inx4in", "480ptx300pt", "800x600" (pixels), "160mm", "slide"
 * @dpi: pixels per inch, for sizes in pixels
 * @width_pt: (out): the width in points
 * @height_pt: (out): the height in points
 * @error: return location for an error
 *
 * Reads the size of a picture: 10 mm to 2 m a side. A unit given only once counts for both; a width alone, with
 * its unit, has the usual picture's proportions.
 *
 * Returns: %FALSE with %NEPHO_PICTURE_ERROR_SIZE where it is none, or too small or large
 */
gboolean
nepho_picture_size_parse (const char *text, double dpi, double *width_pt, double *height_pt, GError **error)
{
  const NephoPicturePreset *preset = find_preset (text);
  NephoPictureOptions options;
  const char *at = text;
  double width;
  double height;
  double width_unit;
  double height_unit;

  if (preset != NULL)
    {
      *width_pt = preset->width_mm / MM_PER_INCH * POINTS_PER_INCH;
      *height_pt = preset->height_mm / MM_PER_INCH * POINTS_PER_INCH;
      return TRUE;
    }
  if (!read_length (&at, &width, &width_unit) || !read_height (&at, width, width_unit, &height, &height_unit))
    return refuse_size (text, error);

  if (width_unit == 0.0)
    width_unit = height_unit;
  if (height_unit == 0.0)
    height_unit = width_unit;
  if (width_unit <= 0.0)
    width_unit = POINTS_PER_INCH / dpi;
  if (height_unit <= 0.0)
    height_unit = POINTS_PER_INCH / dpi;

  nepho_picture_options_init (&options);
  options.format = NEPHO_PICTURE_PDF; /* a size by itself has no pixels */
  options.width_pt = width * width_unit;
  options.height_pt = height * height_unit;
  if (!nepho_picture_check (&options, error))
    return FALSE;

  *width_pt = options.width_pt;
  *height_pt = options.height_pt;
  return TRUE;
}

/**
 * nepho_picture_pixels:
 * @options: options
 * @width: (out): pixels of a PNG
 * @height: (out): pixels of a PNG
 */
void
nepho_picture_pixels (const NephoPictureOptions *options, int *width, int *height)
{
  *width = MAX (1, (int) round (options->width_pt / POINTS_PER_INCH * options->dpi));
  *height = MAX (1, (int) round (options->height_pt / POINTS_PER_INCH * options->dpi));
}

GBytes *
nepho_picture_encode_job (const NephoPictureJob *job, GError **error)
{
  if (!nepho_picture_check (job->options, error))
    return NULL;

  switch (job->options->format)
    {
    case NEPHO_PICTURE_SVG:
      return nepho_picture_svg (job, error);
    case NEPHO_PICTURE_PDF:
      return nepho_picture_pdf (job, error);
    case NEPHO_PICTURE_PNG:
    default:
      return nepho_picture_png (job, error);
    }
}

/* Returns: (transfer none): what the figure shows, for those who cannot see it */
const char *
nepho_picture_alternative (const NephoPlotFigure *figure)
{
  if (figure->summary != NULL)
    return figure->summary;

  return figure->title != NULL ? figure->title : figure->id;
}

typedef struct
{
  const NephoPlotFigure     *figure;
  const NephoPictureOptions *options;
} Single;

static void
draw_single (cairo_t *cr, guint page, gconstpointer data)
{
  const Single *single = data;

  cairo_tag_begin (cr, NEPHO_PICTURE_FIGURE_TAG, NULL);
  nepho_plot_render (single->figure, cr, single->options->width_pt, single->options->height_pt,
                     single->options->theme, single->options->text_scale, single->options->view,
                     single->options->transparent);
  cairo_tag_end (cr, NEPHO_PICTURE_FIGURE_TAG);
}

/**
 * nepho_picture_encode:
 * @figure: a figure
 * @options: how to put it on paper
 * @error: return location for an error
 *
 * Makes the bytes of a picture file. The same figure and options give the same bytes, whatever was
 * drawn before and whenever.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %NEPHO_PICTURE_ERROR_SIZE
 */
GBytes *
nepho_picture_encode (const NephoPlotFigure *figure, const NephoPictureOptions *options, GError **error)
{
  Single single = { figure, options };
  g_autoptr (GPtrArray) alternatives = g_ptr_array_new ();
  NephoPictureJob job = {
    .options = options,
    .title = figure->title,
    .description = figure->summary,
    .alternatives = alternatives,
    .n_pages = 1,
    .draw = draw_single,
    .data = &single,
  };

  g_ptr_array_add (alternatives, (gpointer) nepho_picture_alternative (figure));

  return nepho_picture_encode_job (&job, error);
}

/**
 * nepho_picture_write:
 * @bytes: what to write
 * @path: (type filename): where
 * @error: return location for an error
 *
 * Writes a file as nepho_file_replace() does.
 *
 * Returns: %FALSE, what was there still there, with %NEPHO_DOCUMENT_ERROR_WRITE
 */
gboolean
nepho_picture_write (GBytes *bytes, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return nepho_file_replace (file, data, length, NULL, NULL, error);
}

/**
 * nepho_picture_save:
 * @figure: a figure
 * @options: how to put it on paper
 * @path: (type filename): where to write it
 * @error: return location for an error
 *
 * Writes a picture, whole or not at all.
 *
 * Returns: %FALSE with %NEPHO_PICTURE_ERROR, or an error as nepho_picture_write() has it
 */
gboolean
nepho_picture_save (const NephoPlotFigure *figure,
                    const NephoPictureOptions *options,
                    const char *path,
                    GError **error)
{
  g_autoptr (GBytes) bytes = nepho_picture_encode (figure, options, error);

  return bytes != NULL && nepho_picture_write (bytes, path, error);
}
