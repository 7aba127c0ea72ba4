/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-export-choices.h"

#include <glib/gi18n-lib.h>

#include "nepho-house-file.h"
#include "nepho-page-sheet.h"

#define OWN_SIZE "own"
#define FITTING_SIZE "fit"

static char *
format_size (double width, double height, const char *unit)
{
  char across[G_ASCII_DTOSTR_BUF_SIZE];
  char down[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (across, sizeof across, "%.6g", width);
  g_ascii_formatd (down, sizeof down, "%.6g", height);

  return g_strdup_printf ("%s%sx%s%s", across, unit, down, unit);
}

static char *
read_size (GSettings *settings, const NephoExportSubject *subject)
{
  gboolean page = subject->kind == NEPHO_EXPORT_PAGE;
  g_autofree char *size = g_settings_get_string (settings, page ? "export-page-size" : "export-size");
  g_autofree char *unit = g_settings_get_string (settings, "export-unit");
  double width;
  double height;

  if (g_str_equal (size, OWN_SIZE))
    return format_size (g_settings_get_double (settings, "export-width"), g_settings_get_double (settings, "export-height"),
                        unit);
  if (!g_str_equal (size, FITTING_SIZE))
    return g_steal_pointer (&size);

  nepho_page_sheet_size (subject->page, &width, &height);

  return format_size (width, height, "pt");
}

/* What the kind cannot be written as gives way to what it usually is. */
static char *
read_suffix (GSettings *settings, NephoExportKind kind)
{
  g_autofree char *format = g_settings_get_string (settings, "export-format");

  switch (kind)
    {
    case NEPHO_EXPORT_REPORT:
      return g_strdup ("pdf");
    case NEPHO_EXPORT_WORKBOOK:
      return g_strdup ("xlsx");
    case NEPHO_EXPORT_FOLDER:
      return g_strdup ("");
    case NEPHO_EXPORT_PAGE:
      return g_strdup (g_str_equal (format, "csv") ? "png" : format);
    case NEPHO_EXPORT_CHART:
    default:
      return g_steal_pointer (&format);
    }
}

static void
load_house (NephoExportChoices *self)
{
  g_autoptr (GError) error = NULL;

  self->house = nepho_house_file_load (&error);
  if (error != NULL)
    self->house_fault = g_strdup (error->message);
  else if (self->house == NULL)
    self->house_fault = g_strdup (_("Not set yet"));
}

/**
 * nepho_export_choices_init:
 * @self: (out caller-allocates): choices
 * @settings: the settings of the application
 * @subject: what leaves the window
 *
 * Takes what the reader chose last.
 */
void
nepho_export_choices_init (NephoExportChoices *self, GSettings *settings, const NephoExportSubject *subject)
{
  *self = (NephoExportChoices) {
    .kind = subject->kind,
    .suffix = read_suffix (settings, subject->kind),
    .size = read_size (settings, subject),
    .scale = g_settings_get_int (settings, "export-scale"),
    .dpi = g_settings_get_int (settings, "export-dpi"),
    .theme_id = g_settings_get_string (settings, "export-theme"),
    .transparent = g_settings_get_boolean (settings, "export-transparent"),
    .outlines = g_settings_get_boolean (settings, "export-outlines"),
    .embed = g_settings_get_boolean (settings, "export-embed"),
    .csv = g_settings_get_string (settings, "export-csv"),
    .paper = g_settings_get_string (settings, "export-paper"),
    .parts = g_settings_get_string (settings, "export-parts"),
    .kinds = g_settings_get_string (settings, "export-kinds"),
    .language = g_settings_get_string (settings, "export-language"),
  };
  self->theme = *nepho_plot_theme_find (self->theme_id);
  if (g_settings_get_boolean (settings, "export-house-style"))
    load_house (self);
}

/**
 * nepho_export_choices_clear:
 * @self: choices
 */
void
nepho_export_choices_clear (NephoExportChoices *self)
{
  g_free (self->suffix);
  g_free (self->size);
  g_free (self->theme_id);
  g_free (self->csv);
  g_free (self->paper);
  g_free (self->parts);
  g_free (self->kinds);
  g_free (self->language);
  g_free (self->house_fault);
  nepho_house_style_free (self->house);
}

/* Its colours are checked against the paper of the theme. */
static gboolean
wear (const NephoExportChoices *self, NephoPlotTheme *theme, GError **error)
{
  return self->house == NULL || nepho_house_style_apply (self->house, nepho_plot_theme_find (self->theme_id), theme, error);
}

/**
 * nepho_export_choices_picture:
 * @self: choices
 * @picture: (out caller-allocates): how they make a picture look; it rests on @self
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_PICTURE_ERROR_SIZE where it would be too small or large, or
 *   %NEPHO_DOCUMENT_ERROR_CONTENT where the house's colours cannot be told from the paper
 */
gboolean
nepho_export_choices_picture (const NephoExportChoices *self, NephoPictureOptions *picture, GError **error)
{
  nepho_picture_options_init (picture);
  nepho_picture_format_parse (g_str_equal (self->suffix, "svg") ? ".svg" : g_str_equal (self->suffix, "pdf") ? ".pdf" : ".png",
                              &picture->format, NULL);
  picture->dpi = self->dpi;
  picture->theme = &self->theme;
  picture->transparent = self->transparent;
  picture->outlines = self->outlines;
  if (self->house != NULL)
    picture->author = self->house->organisation;
  if (!nepho_picture_size_parse (self->size, picture->dpi, &picture->width_pt, &picture->height_pt, error))
    return FALSE;

  picture->dpi *= self->scale;

  return nepho_picture_check (picture, error) && wear (self, (NephoPlotTheme *) &self->theme, error);
}

/**
 * nepho_export_choices_report:
 * @self: choices
 * @report: (out caller-allocates): how they make a report look; it rests on @self
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_DOCUMENT_ERROR_CONTENT where the house's colours cannot be told from the paper
 */
gboolean
nepho_export_choices_report (const NephoExportChoices *self, NephoReportStyle *report, GError **error)
{
  nepho_report_style_init (report);
  report->theme = &self->theme;
  if (self->house != NULL)
    {
      report->author = self->house->organisation;
      report->footer = self->house->footer;
      report->logo = self->house->logo;
    }

  return nepho_report_style_page (report, self->paper, error)
         && (*self->parts == '\0' || (report->parts = nepho_report_parts_parse (self->parts, error)) != 0)
         && wear (self, (NephoPlotTheme *) &self->theme, error);
}

/**
 * nepho_export_choices_is_paper:
 * @self: choices
 *
 * Returns: whether anything of it is drawn, so that size and colours matter
 */
gboolean
nepho_export_choices_is_paper (const NephoExportChoices *self)
{
  return !g_str_equal (self->suffix, "csv") && !g_str_equal (self->suffix, "xlsx");
}

static void
add (GStrvBuilder *words, const char *option, const char *value)
{
  g_strv_builder_add (words, option);
  g_strv_builder_add (words, value);
}

static void
add_number (GStrvBuilder *words, const char *option, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  add (words, option, text);
}

static void
add_picture (const NephoExportChoices *self, GStrvBuilder *words)
{
  add (words, "--size", self->size);
  add_number (words, "--dpi", self->dpi);
  add_number (words, "--scale", self->scale);
  add (words, "--text", self->outlines ? "outlines" : "text");
  add (words, "--csv", self->csv);
  if (self->transparent)
    g_strv_builder_add (words, "--transparent");
}

static void
add_report (const NephoExportChoices *self, GStrvBuilder *words)
{
  add (words, "--page", self->paper);
  if (*self->parts != '\0')
    add (words, "--parts", self->parts);
}

/**
 * nepho_export_choices_arguments:
 * @self: choices
 * @words: (inout): gets them as the command line reads them
 */
void
nepho_export_choices_arguments (const NephoExportChoices *self, GStrvBuilder *words)
{
  g_autofree char *house = nepho_house_file_path ();

  if (self->kind != NEPHO_EXPORT_REPORT)
    add_picture (self, words);
  if (self->kind == NEPHO_EXPORT_REPORT || self->kind == NEPHO_EXPORT_FOLDER)
    add_report (self, words);
  if (self->kind == NEPHO_EXPORT_WORKBOOK)
    add (words, "--kinds", "workbook");
  else if (self->kind == NEPHO_EXPORT_FOLDER && *self->kinds != '\0')
    add (words, "--kinds", self->kinds);
  else if (self->kind == NEPHO_EXPORT_FOLDER)
    g_strv_builder_add (words, "--all");
  if (self->kind == NEPHO_EXPORT_FOLDER)
    g_strv_builder_add (words, "--progress");
  add (words, "--theme", self->theme_id);
  if (!self->embed)
    g_strv_builder_add (words, "--no-embed");
  if (self->house != NULL)
    add (words, "--style", house);
  if (*self->language != '\0')
    add (words, "--lang", self->language);
}
