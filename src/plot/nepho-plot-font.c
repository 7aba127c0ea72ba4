/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-font.h"

/* Families with Chinese letters as they are written in a place. One character has several shapes, and without a word
 * which is meant a reader in Taipei would see those of Beijing. */
static const struct
{
  const char *language;
  const char *families;
} faces[] = {
  { "zh-tw", "Noto Sans CJK TC, Noto Sans TC, Source Han Sans TC, Microsoft JhengHei, PingFang TC" },
  { "zh-hk", "Noto Sans CJK HK, Noto Sans HK, Source Han Sans HC, Noto Sans CJK TC, PingFang HK" },
  { "", "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, Microsoft YaHei, PingFang SC" },
};

/**
 * nepho_plot_font_language:
 *
 * Returns: (transfer none) (nullable): the language that texts are in, as gettext finds it; %NULL where none is set
 */
PangoLanguage *
nepho_plot_font_language (void)
{
  const char *const *names = g_get_language_names ();

  return names[0] != NULL && !g_str_has_prefix (names[0], "C") ? pango_language_from_string (names[0]) : NULL;
}

static const char *
chinese_families (PangoLanguage *language)
{
  const char *name = language != NULL ? pango_language_to_string (language) : "";
  guint i = 0;

  while (!g_str_has_prefix (name, faces[i].language))
    i++;

  return faces[i].families;
}

static void
mark (PangoLayout *layout, PangoLanguage *language, gboolean tabular)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (language != NULL)
    pango_attr_list_insert (attributes, pango_attr_language_new (language));
  if (tabular)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/**
 * nepho_plot_font_set:
 * @layout: a text
 * @families: families of Latin letters: the first that there is counts
 * @language: (nullable): the language the text is in, which tells what Chinese letters are meant
 * @size: in the units of the paper
 * @bold: whether it is bold
 * @tabular: whether digits are all of one width, for numbers that stand below one another
 *
 * Sets a text. Latin letters come from families made for them, and only what these do not have comes from Chinese ones.
 */
void
nepho_plot_font_set (PangoLayout *layout,
                     const char *families,
                     PangoLanguage *language,
                     double size,
                     gboolean bold,
                     gboolean tabular)
{
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *all = g_strdup_printf ("%s, %s, sans-serif", families, chinese_families (language));

  pango_font_description_set_family (font, all);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  mark (layout, language, tabular);
}
