/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-house-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-document-error.h"
#include "nepho-json-reader.h"
#include "nepho-json-writer.h"

#define FORMAT "nephoscope-style/1"
#define PNG_BEGINS "\x89PNG\r\n\x1a\n"

/* WCAG 2.1, 1.4.11 and 1.4.3: of what is drawn, and of what is read. */
#define LEAST_CONTRAST 3.0
#define LEAST_TEXT_CONTRAST 4.5

/* "#1a5fb4" */
static gboolean
read_colour (NephoJsonReader *json, JsonNode *node, NephoPlotColour *colour)
{
  const char *text = nepho_json_reader_as_text (json, node);
  guint64 rgb = 0;

  if (nepho_json_reader_failed (json))
    return FALSE;
  if (*text != '#' || strlen (text) != 7 || !g_ascii_string_to_unsigned (text + 1, 16, 0, 0xffffff, &rgb, NULL))
    {
      nepho_json_reader_fail (json, node, _("expected a colour such as “#1a5fb4”, found “%s”"), text);
      return FALSE;
    }

  *colour = (NephoPlotColour) { (double) (rgb >> 16) / 255.0, (double) (rgb >> 8 & 0xff) / 255.0,
                                (double) (rgb & 0xff) / 255.0, 1.0 };
  return TRUE;
}

static void
read_palette (NephoJsonReader *json, JsonNode *root, NephoHouseStyle *self)
{
  JsonNode *list = nepho_json_reader_optional (json, root, "palette");
  guint n = list != NULL ? nepho_json_reader_length (json, list, NEPHO_PLOT_PALETTE_SIZE) : 0;

  for (guint i = 0; i < n && !nepho_json_reader_failed (json); i++)
    read_colour (json, nepho_json_reader_element (json, list, i), &self->palette[self->n_colours++]);
}

static void
read_logo (NephoJsonReader *json, JsonNode *root, NephoHouseStyle *self)
{
  JsonNode *node = nepho_json_reader_optional (json, root, "logo");
  const char *text = node != NULL ? nepho_json_reader_as_text (json, node) : "";
  gsize length = 0;
  guint8 *data;

  if (*text == '\0')
    return;

  data = g_base64_decode (text, &length);
  self->logo = g_bytes_new_take (data, length);
  if (length < strlen (PNG_BEGINS) || memcmp (data, PNG_BEGINS, strlen (PNG_BEGINS)) != 0)
    nepho_json_reader_fail (json, node, _("expected a PNG picture in base64"));
}

/* NULL where it is not there or says nothing. */
static char *
read_text (NephoJsonReader *json, JsonNode *root, const char *key)
{
  const char *text = nepho_json_reader_text_or (json, root, key, "");

  return *text != '\0' ? g_strdup (text) : NULL;
}

static void
read_style (NephoJsonReader *json, NephoHouseStyle *self)
{
  static const char * const keys[] = { "format", "organisation", "font", "accent", "palette", "footer", "logo", NULL };
  JsonNode *root = nepho_json_reader_root (json);
  NephoPlotColour accent;
  JsonNode *node;
  const char *format;

  if (!nepho_json_reader_enter (json, root, keys))
    return;

  format = nepho_json_reader_text (json, root, "format");
  if (!nepho_json_reader_failed (json) && !g_str_equal (format, FORMAT))
    nepho_json_reader_fail (json, nepho_json_reader_member (json, root, "format"), _("expected “%s”, found “%s”"), FORMAT,
                            format);
  self->organisation = read_text (json, root, "organisation");
  self->font = read_text (json, root, "font");
  self->footer = read_text (json, root, "footer");
  node = nepho_json_reader_optional (json, root, "accent");
  if (node != NULL && read_colour (json, node, &accent))
    self->accent = g_memdup2 (&accent, sizeof accent);
  read_palette (json, root, self);
  read_logo (json, root, self);
}

/* Takes the reader over; %NULL where there is none. */
static NephoHouseStyle *
read_from (NephoJsonReader *reader, GError **error)
{
  g_autoptr (NephoJsonReader) json = reader;
  g_autoptr (NephoHouseStyle) self = NULL;

  if (json == NULL)
    return NULL;

  self = g_new0 (NephoHouseStyle, 1);
  read_style (json, self);

  return nepho_json_reader_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * nepho_house_style_parse:
 * @data: (array length=length): a house style as docs/file-format.md describes it
 * @length: number of bytes
 * @name: what messages call it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the style; or %NULL with an error of #NephoDocumentError, which says line, path
 *   and what was expected
 */
NephoHouseStyle *
nepho_house_style_parse (const char *data, gsize length, const char *name, GError **error)
{
  return read_from (nepho_json_reader_new_for_data (data, length, name, error), error);
}

/**
 * nepho_house_style_load:
 * @path: (type filename): a file
 * @error: return location for an error
 *
 * As nepho_house_style_parse(), from a file.
 *
 * Returns: (transfer full) (nullable): the style, or %NULL also with %NEPHO_DOCUMENT_ERROR_READ
 */
NephoHouseStyle *
nepho_house_style_load (const char *path, GError **error)
{
  return read_from (nepho_json_reader_new_for_file (path, error), error);
}

static void
write_colour (NephoJsonWriter *json, const char *key, NephoPlotColour colour)
{
  g_autofree char *text = g_strdup_printf ("#%02x%02x%02x", (guint) round (colour.r * 255.0), (guint) round (colour.g * 255.0),
                                           (guint) round (colour.b * 255.0));

  nepho_json_writer_text (json, key, text);
}

/**
 * nepho_house_style_to_json:
 * @self: a style
 *
 * Returns: (transfer full): what nepho_house_style_parse() reads it from
 */
char *
nepho_house_style_to_json (const NephoHouseStyle *self)
{
  NephoJsonWriter json = { .text = g_string_new (NULL) };
  g_autofree char *logo
    = self->logo != NULL ? g_base64_encode (g_bytes_get_data (self->logo, NULL), g_bytes_get_size (self->logo)) : NULL;

  nepho_json_writer_begin (&json, NULL, '{');
  nepho_json_writer_text (&json, "format", FORMAT);
  nepho_json_writer_text_if (&json, "organisation", self->organisation);
  nepho_json_writer_text_if (&json, "font", self->font);
  if (self->accent != NULL)
    write_colour (&json, "accent", *self->accent);
  if (self->n_colours > 0)
    {
      nepho_json_writer_begin_line (&json, "palette", '[');
      for (guint i = 0; i < self->n_colours; i++)
        write_colour (&json, NULL, self->palette[i]);
      nepho_json_writer_end (&json, ']');
    }
  nepho_json_writer_text_if (&json, "footer", self->footer);
  nepho_json_writer_text_if (&json, "logo", logo);
  nepho_json_writer_end (&json, '}');
  g_string_append_c (json.text, '\n');

  return g_string_free (json.text, FALSE);
}

/**
 * nepho_house_style_free:
 * @self: (transfer full) (nullable): a style
 */
void
nepho_house_style_free (NephoHouseStyle *self)
{
  if (self == NULL)
    return;

  g_free (self->organisation);
  g_free (self->font);
  g_free (self->footer);
  g_free (self->accent);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self);
}

static gboolean
check_contrast (NephoPlotColour colour, const NephoPlotTheme *theme, const char *what, double least, GError **error)
{
  double contrast = nepho_plot_contrast (colour, theme->background);

  if (contrast >= least)
    return TRUE;

  /* Translators: which colour, a theme, two ratios */
  g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT,
               _("%s: it cannot be told from the paper of the theme “%s”: a contrast of %.1f, expected %.1f at least"), what,
               theme->id, contrast, least);

  return FALSE;
}

/**
 * nepho_house_style_apply:
 * @self: a style
 * @base: a theme
 * @theme: (out): @base with the house's font and colours; it is valid while @self is
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_DOCUMENT_ERROR_CONTENT where a colour can hardly be seen on the theme's paper
 */
gboolean
nepho_house_style_apply (const NephoHouseStyle *self, const NephoPlotTheme *base, NephoPlotTheme *theme, GError **error)
{
  *theme = *base;
  if (self->font != NULL)
    theme->font = self->font;
  if (self->accent != NULL)
    {
      theme->accent = *self->accent;
      if (!check_contrast (theme->accent, theme, "accent", LEAST_TEXT_CONTRAST, error))
        return FALSE;
    }
  for (guint i = 0; i < self->n_colours; i++)
    {
      g_autofree char *what = g_strdup_printf ("palette[%u]", i);

      theme->palette[i] = self->palette[i];
      if (!check_contrast (self->palette[i], theme, what, LEAST_CONTRAST, error))
        return FALSE;
    }

  return TRUE;
}
