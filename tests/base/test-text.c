/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-text.h"
#include "nepho-unit.h"

static void
test_languages (void)
{
  g_autoptr (NephoText) text = nepho_text_new ();

  g_assert_cmpstr (nepho_text_get (text), ==, "");
  nepho_text_set (text, "en", "Alibaba Cloud");
  nepho_text_set (text, "zh_CN", "阿里云");

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  g_assert_cmpstr (nepho_text_get (text), ==, "阿里云");
  g_setenv ("LANGUAGE", "de:zh_CN", TRUE);
  g_assert_cmpstr (nepho_text_get (text), ==, "阿里云");
  g_setenv ("LANGUAGE", "de", TRUE);
  g_assert_cmpstr (nepho_text_get (text), ==, "Alibaba Cloud");
  g_setenv ("LANGUAGE", "en", TRUE);

  g_assert_cmpstr (nepho_text_get_for (text, "zh_CN"), ==, "阿里云");
  g_assert_null (nepho_text_get_for (text, "zh_TW"));
}

/* What a reader writes stands in their language and in English, and nowhere stands the old text. */
static void
test_own (void)
{
  g_autoptr (NephoText) text = nepho_text_new ();
  g_autoptr (NephoText) copy = NULL;

  nepho_text_set (text, "en", "Alibaba Cloud");
  nepho_text_set (text, "zh_TW", "阿里雲");
  copy = nepho_text_copy (text);

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  nepho_text_set_own (text, "阿里");
  g_assert_cmpstr (nepho_text_get_for (text, "zh_CN"), ==, "阿里");
  g_assert_cmpstr (nepho_text_get_for (text, "en"), ==, "阿里");
  g_assert_null (nepho_text_get_for (text, "zh_TW"));
  g_assert_cmpstr (nepho_text_get_for (copy, "zh_TW"), ==, "阿里雲");
  g_setenv ("LANGUAGE", "en_GB.UTF-8", TRUE);
  nepho_text_set_own (text, "Ali");
  g_assert_cmpstr (nepho_text_get (text), ==, "Ali");
  g_assert_null (nepho_text_get_for (text, "zh_CN"));
  g_assert_null (nepho_text_get_for (text, "en_GB"));
  g_setenv ("LANGUAGE", "en", TRUE);
}

static void
test_units (void)
{
  for (NephoUnit unit = 0; unit < NEPHO_N_UNITS; unit++)
    {
      NephoUnit back;

      g_assert_true (nepho_unit_from_id (nepho_unit_id (unit), &back));
      g_assert_cmpint (back, ==, unit);
      g_assert_cmpuint (strlen (nepho_unit_name (unit)), >, 0);
    }
  g_assert_false (nepho_unit_from_id ("furlong", &(NephoUnit){ 0 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/languages", test_languages);
  g_test_add_func ("/text/own", test_own);
  g_test_add_func ("/text/units", test_units);

  return g_test_run ();
}
