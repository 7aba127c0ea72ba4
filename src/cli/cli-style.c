/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-style.h"

#include <glib/gi18n-lib.h>

#include "nepho-cli.h"

/**
 * nepho_cli_style_add:
 * @self: where the options go; zeroed
 * @group: options to which they are added
 * @report: whether a report is written
 *
 * Returns: (transfer none): @group
 */
GOptionGroup *
nepho_cli_style_add (NephoCliStyle *self, GOptionGroup *group, gboolean report)
{
  const GOptionEntry entries[] = {
    { "theme", 0, 0, G_OPTION_ARG_STRING, &self->theme_name,
      N_("light, dark, high-contrast, high-contrast-dark or print (light)"), N_("NAME") },
    { "style", 0, 0, G_OPTION_ARG_FILENAME, &self->path, N_("House style: organisation, font, colours, footer, logo"),
      N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry of_reports[] = {
    { "page", 0, 0, G_OPTION_ARG_STRING, &self->page, N_("Of the report: a4, letter or slide (a4)"), N_("NAME") },
    { "parts", 0, 0, G_OPTION_ARG_STRING, &self->parts,
      N_("Of the report, with commas between: cover, numbers, messages, changes, compare, charts, method, sources (all)"),
      N_("LIST") },
    { "footer", 0, 0, G_OPTION_ARG_STRING, &self->footer, N_("Words at the foot of each page of the report"), N_("TEXT") },
    { "logo", 0, 0, G_OPTION_ARG_FILENAME, &self->logo, N_("PNG picture at the top of the report’s first page"),
      N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };

  g_option_group_add_entries (group, entries);
  if (report)
    g_option_group_add_entries (group, of_reports);

  return group;
}

static const NephoPlotTheme *
find_theme (const char *name)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_themes;
  const NephoPlotTheme *themes = nepho_plot_themes (&n_themes);
  const NephoPlotTheme *theme = nepho_plot_theme_find (name);

  for (guint k = 0; k < n_themes; k++)
    g_string_append_printf (list, "%s%s", k > 0 ? ", " : "", themes[k].id);
  if (theme == NULL)
    nepho_cli_fail (NEPHO_CLI_WRONG, _("--theme: there is no theme “%s”; expected one of %s"), name, list->str);

  return theme;
}

/**
 * nepho_cli_style_load:
 * @self: options as they were read
 * @picture: (inout): how pictures look; its theme becomes the chosen one, with the house's font and colours
 *
 * Returns: %FALSE, having said why, where there is no such theme or the house style cannot be read
 */
gboolean
nepho_cli_style_load (NephoCliStyle *self, NephoPictureOptions *picture)
{
  g_autoptr (GError) error = NULL;

  if (self->theme_name != NULL && (picture->theme = find_theme (self->theme_name)) == NULL)
    return FALSE;
  if (self->path == NULL)
    return TRUE;

  self->house = nepho_house_style_load (self->path, &error);
  if (self->house == NULL || !nepho_house_style_apply (self->house, picture->theme, &self->theme, &error))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--style: %s", error->message);
      return FALSE;
    }
  picture->theme = &self->theme;
  picture->author = self->house->organisation;

  return TRUE;
}

/**
 * nepho_cli_style_report:
 * @self: options, loaded
 * @theme: that of pictures
 * @report: (out): how the report looks; it rests on @self
 *
 * Returns: %FALSE, having said why, where any of it is wrong
 */
gboolean
nepho_cli_style_report (NephoCliStyle *self, const NephoPlotTheme *theme, NephoReportStyle *report)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize length;

  nepho_report_style_init (report);
  report->theme = theme;
  report->footer = self->footer;
  if (self->page != NULL && !nepho_report_style_page (report, self->page, &error))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--page: %s", error->message);
      return FALSE;
    }
  if (self->parts != NULL && (report->parts = nepho_report_parts_parse (self->parts, &error)) == 0)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--parts: %s", error->message);
      return FALSE;
    }
  if (self->logo != NULL && !g_file_get_contents (self->logo, &data, &length, &error))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--logo: %s", error->message);
      return FALSE;
    }
  if (self->logo != NULL)
    self->picture = g_bytes_new_take (data, length);
  report->logo = self->picture;
  if (self->house != NULL)
    {
      report->author = self->house->organisation;
      report->footer = self->footer != NULL ? self->footer : self->house->footer;
      report->logo = self->picture != NULL ? self->picture : self->house->logo;
    }

  return TRUE;
}

/**
 * nepho_cli_style_clear:
 * @self: options, loaded or not
 */
void
nepho_cli_style_clear (NephoCliStyle *self)
{
  g_free (self->theme_name);
  g_free (self->path);
  g_free (self->page);
  g_free (self->parts);
  g_free (self->footer);
  g_free (self->logo);
  g_clear_pointer (&self->house, nepho_house_style_free);
  g_clear_pointer (&self->picture, g_bytes_unref);
}
