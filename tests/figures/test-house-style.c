/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "nepho-document-error.h"
#include "nepho-house-style.h"

static NephoHouseStyle *
parse (const char *text, GError **error)
{
  return nepho_house_style_parse (text, strlen (text), "house.json", error);
}

/* All of it, and its colours in the place of the theme's. */
static void
test_apply (void)
{
  static const char text[] = "{\"format\": \"nephoscope-style/1\", \"organisation\": \"House\", \"font\": \"Serif\","
                             " \"accent\": \"#800000\", \"palette\": [\"#004080\", \"#336600\"], \"footer\": \"Ours\"}";
  const NephoPlotTheme *light = nepho_plot_theme_find ("light");
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoHouseStyle) style = parse (text, &error);
  NephoPlotTheme theme;

  g_assert_no_error (error);
  g_assert_cmpstr (style->organisation, ==, "House");
  g_assert_cmpstr (style->footer, ==, "Ours");
  g_assert_null (style->logo);
  g_assert_true (nepho_house_style_apply (style, light, &theme, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (theme.font, ==, "Serif");
  g_assert_cmpfloat_with_epsilon (theme.accent.r, 128.0 / 255.0, 1e-12);
  g_assert_cmpfloat (theme.accent.g, ==, 0.0);
  g_assert_cmpfloat_with_epsilon (theme.palette[0].b, 128.0 / 255.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (theme.palette[1].g, 102.0 / 255.0, 1e-12);
  g_assert_cmpmem (&theme.palette[2], sizeof theme.palette[2], &light->palette[2], sizeof light->palette[2]);
  g_assert_cmpfloat (theme.title_size, ==, light->title_size);
}

/* White on white, and black in the dark: which colour, and how much is missing. */
static void
test_contrast (void)
{
  static const struct
  {
    const char *keys;
    const char *theme;
    const char *message;
  } cases[] = {
    { "\"palette\": [\"#004080\", \"#ffffff\"]", "light", "palette[1]: it cannot be told from the paper" },
    { "\"accent\": \"#ffff00\"", "light", "expected 4.5 at least" },
    { "\"palette\": [\"#101010\"]", "dark", "the theme “dark”" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autofree char *text = g_strdup_printf ("{\"format\": \"nephoscope-style/1\", %s}", cases[k].keys);
      g_autoptr (GError) error = NULL;
      g_autoptr (NephoHouseStyle) style = parse (text, &error);
      NephoPlotTheme theme;

      g_assert_no_error (error);
      g_assert_false (nepho_house_style_apply (style, nepho_plot_theme_find (cases[k].theme), &theme, &error));
      g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT);
      g_assert_nonnull (strstr (error->message, cases[k].message));
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "{}", "format" },
    { "{\"format\": \"nephoscope-style/2\"}", "expected “nephoscope-style/1”, found “nephoscope-style/2”" },
    { "{\"format\": \"nephoscope-style/1\", \"colour\": 1}", "colour" },
    { "{\"format\": \"nephoscope-style/1\", \"accent\": \"red\"}", "expected a colour such as “#1a5fb4”, found “red”" },
    { "{\"format\": \"nephoscope-style/1\", \"accent\": \"#12345g\"}", "expected a colour" },
    { "{\"format\": \"nephoscope-style/1\", \"accent\": \"#-12345\"}", "expected a colour" },
    { "{\"format\": \"nephoscope-style/1\", \"palette\": \"#123456\"}", "palette" },
    { "{\"format\": \"nephoscope-style/1\", \"palette\": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]}", "12" },
    { "{\"format\": \"nephoscope-style/1\", \"logo\": \"R0lGODlh\"}", "expected a PNG picture in base64" },
    { "{\"format\": \"nephoscope-style/1\",\n \"footer\": 3}", "2" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NephoHouseStyle) style = parse (cases[k].text, &error);

      g_assert_null (style);
      g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT);
      if (strstr (error->message, cases[k].message) == NULL)
        g_assert_cmpstr (error->message, ==, cases[k].message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/house-style/apply", test_apply);
  g_test_add_func ("/figures/house-style/contrast", test_contrast);
  g_test_add_func ("/figures/house-style/refused", test_refused);

  return g_test_run ();
}
