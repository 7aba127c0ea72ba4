/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-report-parts.h"

#include <glib/gi18n-lib.h>

#include "nepho-picture.h"

static const NephoReportPart list[] = {
  { NEPHO_REPORT_COVER, "cover", N_("Cover") },
  { NEPHO_REPORT_NUMBERS, "numbers", N_("Headline numbers") },
  { NEPHO_REPORT_MESSAGES, "messages", N_("What the charts say") },
  { NEPHO_REPORT_CHANGES, "changes", N_("What differs from the data set") },
  { NEPHO_REPORT_COMPARE, "compare", N_("Compared with the baseline") },
  { NEPHO_REPORT_CHARTS, "charts", N_("Charts") },
  { NEPHO_REPORT_METHOD, "method", N_("Method") },
  { NEPHO_REPORT_SOURCES, "sources", N_("Sources") },
};

/**
 * nepho_report_part_list:
 * @n_parts: (out): how many
 *
 * Returns: (array length=n_parts) (transfer none): every part, in order
 */
const NephoReportPart *
nepho_report_part_list (guint *n_parts)
{
  *n_parts = G_N_ELEMENTS (list);

  return list;
}

static NephoReportParts
find_part (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (list); i++)
    if (g_ascii_strcasecmp (list[i].id, id) == 0)
      return list[i].part;

  return 0;
}

/**
 * nepho_report_parts_parse:
 * @text: names of parts, such as "cover,charts,sources"
 * @error: return location for an error
 *
 * Returns: the parts; 0 with %NEPHO_PICTURE_ERROR_FORMAT for anything else
 */
NephoReportParts
nepho_report_parts_parse (const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  NephoReportParts found = 0;

  for (guint i = 0; words[i] != NULL || i == 0; i++)
    {
      const char *word = words[i] != NULL ? g_strstrip (words[i]) : "";
      NephoReportParts part = find_part (word);

      if (part == 0)
        {
          g_autofree char *known = nepho_report_parts_format (NEPHO_REPORT_ALL);

          g_set_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_FORMAT,
                       _("“%s” is no part of a report; expected some of %s"), word, known);
          return 0;
        }
      found |= part;
    }

  return found;
}

/**
 * nepho_report_parts_format:
 * @parts: parts
 *
 * Returns: (transfer full): their names with commas between, as nepho_report_parts_parse() reads them
 */
char *
nepho_report_parts_format (NephoReportParts parts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (list); i++)
    if ((parts & list[i].part) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", list[i].id);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
