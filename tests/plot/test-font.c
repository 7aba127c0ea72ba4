/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "nepho-layout-check.h"
#include "nepho-plot-font.h"

#define FAMILIES "Cantarell, Noto Sans, DejaVu Sans"

static PangoLayout *
make_text (PangoContext *context, const char *words, const char *language, gboolean tabular)
{
  PangoLayout *text = pango_layout_new (context);

  nepho_plot_font_set (text, FAMILIES, language != NULL ? pango_language_from_string (language) : NULL, 10.0, FALSE, tabular);
  pango_layout_set_text (text, words, -1);

  return text;
}

/* The family that the first letter of a text is drawn with. */
static char *
family_of (PangoLayout *text)
{
  const PangoLayoutLine *line = pango_layout_get_line_readonly (text, 0);
  const PangoLayoutRun *run = line->runs->data;
  PangoFontDescription *font = pango_font_describe (run->item->analysis.font);
  char *family = g_strdup (pango_font_description_get_family (font));

  pango_font_description_free (font);

  return family;
}

static gboolean
has_family (PangoContext *context, const char *name)
{
  g_autofree PangoFontFamily **families = NULL;
  int n;

  pango_font_map_list_families (pango_context_get_font_map (context), &families, &n);
  for (int i = 0; i < n; i++)
    if (g_str_equal (pango_font_family_get_name (families[i]), name))
      return TRUE;

  return FALSE;
}

/* One character, two shapes: each language has its own. */
static void
test_chinese (void)
{
  static const struct
  {
    const char *language;
    const char *family;
  } cases[] = { { "zh_CN", "Noto Sans CJK SC" }, { "zh_TW.UTF-8", "Noto Sans CJK TC" }, { "zh-tw", "Noto Sans CJK TC" },
                { "en", "Noto Sans CJK SC" },    { NULL, "Noto Sans CJK SC" } };
  g_autoptr (GObject) context = G_OBJECT (nepho_layout_context ());

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr (GObject) text = G_OBJECT (make_text (PANGO_CONTEXT (context), "骨", cases[k].language, FALSE));
      g_autofree char *family = family_of (PANGO_LAYOUT (text));

      if (!has_family (PANGO_CONTEXT (context), cases[k].family))
        {
          g_test_skip ("There are no fonts with Chinese letters as they are written in each place");
          return;
        }
      g_assert_cmpstr (family, ==, cases[k].family);
    }
}

/* A Chinese font has Latin letters, too, but ours come first. */
static void
test_latin (void)
{
  g_autoptr (GObject) context = G_OBJECT (nepho_layout_context ());
  g_autoptr (GObject) text = G_OBJECT (make_text (PANGO_CONTEXT (context), "Cloud 34.6 %", "zh_CN", FALSE));
  g_autofree char *family = family_of (PANGO_LAYOUT (text));

  g_assert_null (strstr (family, "CJK"));
}

/* Numbers below one another: every digit is as wide as every other. */
static void
test_tabular (void)
{
  g_autoptr (GObject) context = G_OBJECT (nepho_layout_context ());
  g_autoptr (GObject) narrow = G_OBJECT (make_text (PANGO_CONTEXT (context), "1111", "en", TRUE));
  g_autoptr (GObject) wide = G_OBJECT (make_text (PANGO_CONTEXT (context), "0000", "en", TRUE));
  int narrow_width;
  int wide_width;

  pango_layout_get_size (PANGO_LAYOUT (narrow), &narrow_width, NULL);
  pango_layout_get_size (PANGO_LAYOUT (wide), &wide_width, NULL);
  g_assert_cmpint (narrow_width, ==, wide_width);
}

/* Texts are in the language that gettext speaks. */
static void
test_language (void)
{
  g_setenv ("LANGUAGE", "zh_TW", TRUE);
  g_assert_cmpstr (pango_language_to_string (nepho_plot_font_language ()), ==, "zh-tw");
  g_setenv ("LANGUAGE", "en", TRUE);
  g_assert_cmpstr (pango_language_to_string (nepho_plot_font_language ()), ==, "en");
}

/* A chart that is drawn in one language and then in another has the letters of each. */
static void
test_cache (void)
{
  g_autoptr (GObject) context = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_plot_figure_new ("empty");
  static const char *const languages[] = { "zh_CN", "zh_TW" };

  figure->title = g_strdup ("骨");
  for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
    {
      g_autoptr (NephoPlotLayout) layout = NULL;
      const NephoPlotTextBox *texts;
      PangoAttrIterator *attributes;
      PangoLanguage *language = NULL;
      guint n;

      g_setenv ("LANGUAGE", languages[k], TRUE);
      layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (context), nepho_plot_theme_find ("light"), 320, 240, 1.0, NULL);
      texts = nepho_plot_layout_texts (layout, &n);
      attributes = pango_attr_list_get_iterator (pango_layout_get_attributes (texts[0].layout));
      language = ((PangoAttrLanguage *) pango_attr_iterator_get (attributes, PANGO_ATTR_LANGUAGE))->value;
      g_assert_true (language == pango_language_from_string (languages[k]));
      pango_attr_iterator_destroy (attributes);
    }
  g_setenv ("LANGUAGE", "en", TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_add_func ("/font/chinese", test_chinese);
  g_test_add_func ("/font/latin", test_latin);
  g_test_add_func ("/font/tabular", test_tabular);
  g_test_add_func ("/font/language", test_language);
  g_test_add_func ("/font/cache", test_cache);

  return g_test_run ();
}
