/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli-call.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_refusals (void)
{
  static const NephoBadCall calls[] = {
    { { "report" }, "--output is missing" },
    { { "report", "--output", "a.png" }, "expected a name that ends in .pdf, found “a.png”" },
    { { "report", "--output", "a.pdf", "--page", "a5" }, "There is no page “a5”; expected a4, letter or slide" },
    { { "report", "--output", "a.pdf", "--parts", "cover,index" }, "--parts: “index” is no part of a report; expected some of cover,numbers" },
    { { "report", "--output", "a.pdf", "--parts", "" }, "--parts: “” is no part of a report" },
    { { "report", "--output", "a.pdf", "--logo", "/no/such/logo.png" }, "--logo: " },
    { { "report", "--output", "a.pdf", "--scenario", "xyzzy" }, "xyzzy" },
    { { "report", "--output", "a.pdf", "share" }, "share" },
  };

  nepho_call_refused (calls, G_N_ELEMENTS (calls));
}

/* A logo that is no picture: nothing is written, and what was there stays. */
static void
test_bad_logo (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nepho-report-XXXXXX", NULL);
  g_autofree char *logo = g_build_filename (folder, "logo.png", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autofree char *left = NULL;
  g_auto (NephoCall) call = { 0 };

  g_assert_true (g_file_set_contents (logo, "\x89PNG but no more", -1, NULL));
  g_assert_true (g_file_set_contents (path, "older", -1, NULL));
  nepho_call (&call, "report", "--logo", logo, "--output", path, NULL);
  nepho_call_bad (&call, 2, "The logo cannot be read; expected a PNG picture");
  g_assert_true (g_file_get_contents (path, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, "older");

  g_remove (logo);
  g_remove (path);
  g_rmdir (folder);
}

/* Without charts only numbers and the table of differences can differ: they have the colours of rising and falling. */
static void
test_rising (void)
{
  static const char * const choices[] = { "auto", "green", "red" };
  g_autofree char *folder = g_dir_make_tmp ("nepho-report-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  /* Cairo 1.16 loses an array for each subset of a Chinese font in a PDF. */
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "ASAN_OPTIONS", "detect_leaks=0", TRUE);
  g_autofree char *green = NULL;
  gsize green_length = 0;

  for (guint k = 0; k < G_N_ELEMENTS (choices); k++)
    {
      const char *words[] = { "report", "--parts", "numbers,compare", "--scenario", "price-war",
                              "--rising", choices[k], "--output", path, NULL };
      g_auto (NephoCall) call = { 0 };
      g_autofree char *drawn = NULL;
      gsize length;

      nepho_call_environ (&call, environment, words);
      nepho_call_good (&call);
      g_assert_true (g_file_get_contents (path, &drawn, &length, NULL));
      if (green == NULL)
        {
          green = g_steal_pointer (&drawn);
          green_length = length;
          continue;
        }
      g_assert_true ((length == green_length && memcmp (drawn, green, length) == 0) == g_str_equal (choices[k], "green"));
    }

  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-report/refusals", test_refusals);
  g_test_add_func ("/cli-report/bad-logo", test_bad_logo);
  g_test_add_func ("/cli-report/rising", test_rising);

  return g_test_run ();
}
