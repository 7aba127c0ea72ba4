/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli-call.h"

#include <glib/gstdio.h>
#include <string.h>

static const char table[] = "Vendor;2022Q1;2022Q2\nAlibaba Cloud;36,7%;34%\nHuawei Cloud;18%;19%\n";

/* What is read is shown, written as facts, and is a good list of facts. */
static void
test_import (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nepho-import-XXXXXX", NULL);
  g_autofree char *csv = nepho_call_write (folder, "shares.csv", table);
  g_autofree char *json = g_build_filename (folder, "facts.json", NULL);
  g_auto (NephoCall) shown = { 0 };
  g_auto (NephoCall) written = { 0 };
  g_auto (NephoCall) checked = { 0 };

  nepho_call (&shown, "import", csv, "--publisher", "Canalys", "--title", "Report", "--measure", "share", NULL);
  nepho_call_good (&shown);
  g_assert_nonnull (strstr (shown.output, "36.7 %"));
  nepho_call (&written, "import", csv, "--publisher", "Canalys", "--title", "Report", "--measure", "share", "--output",
              json, NULL);
  nepho_call_good (&written);
  nepho_call (&checked, "validate", json, NULL);
  nepho_call_good (&checked);
  g_assert_true (g_str_has_suffix (checked.output, "facts.json: good, 4 facts\n"));

  g_assert_cmpint (g_remove (csv), ==, 0);
  g_assert_cmpint (g_remove (json), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A wrong table is told with its cell, and writes nothing. */
static void
test_wrong (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nepho-import-XXXXXX", NULL);
  g_autofree char *csv = nepho_call_write (folder, "shares.csv", table);
  g_autofree char *json = g_build_filename (folder, "facts.json", NULL);
  const struct
  {
    const char *option;
    const char *value;
    int status;
    const char *message;
  } cases[] = {
    { "--measure", "share", 1, "4 of 4 figures are wrong, the first in B2: it has no source: the publisher is missing" },
    { "--map", "Z=value", 2, "--map: there is no column “Z”" },
    { "--map", "B=colour", 2, "--map: “B=colour” is not understood; expected COLUMN=FIELD with one of ignored, subject" },
    { "--decimal", ";", 2, "--decimal: “;” is no decimal sign" },
    { "--encoding", "EBCDIC", 2, "--encoding: “EBCDIC” is not known; expected one of UTF-8, GB18030, Big5, Windows-1252, UTF-16LE" },
    { "--separator", "::", 2, "--separator: “::” separates no cells" },
    { "--header-row", "9", 2, "--header-row: “9” is no row of names; expected 0 for none, or 1 to 3" },
    { "--header-row", "2-1", 2, "--header-row: “2-1” is no row of names" },
    { "--header-row", "x", 2, "--header-row: “x” is no row of names" },
    { "--topic", "weather", 2, "--topic: “weather” is not known; expected one of article, china-share" },
    { "--definition", "cloud", 2, "--definition: “cloud” is not known; expected one of iaas, paas" },
    { "--grade", "sure", 2, "--grade: there is no grade “sure”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (NephoCall) call = { 0 };

      nepho_call (&call, "import", csv, cases[i].option, cases[i].value, "--output", json, NULL);
      nepho_call_bad (&call, cases[i].status, cases[i].message);
      g_assert_false (g_file_test (json, G_FILE_TEST_EXISTS));
    }

  g_assert_cmpint (g_remove (csv), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What is guessed is told, and may be said: encoding, separator, row of names, columns. */
static void
test_said (void)
{
  static const char latin[] = "Report of G\xe9n\nWho;When;How much;Staff\nG\xe9n;2022;3,5;70\n";
  g_autofree char *folder = g_dir_make_tmp ("nepho-import-XXXXXX", NULL);
  g_autofree char *csv = nepho_call_write (folder, "latin.csv", latin);
  g_auto (NephoCall) call = { 0 };
  g_auto (NephoCall) wrong = { 0 };

  nepho_call (&call, "import", csv, "--publisher", "P", "--title", "T", "--measure", "share", "--unit", "%", "--encoding",
              "latin1", "--separator", ";", "--header-row", "2", "--map", "A=subject", "--map", "When=period", "--map",
              "How much=value", "--map", "D=ignored", NULL);
  nepho_call_good (&call);
  g_assert_nonnull (strstr (call.output, "C3    Gén      share    2022    3.5 %"));
  g_assert_nonnull (strstr (call.output, "\nWindows-1252, cells between “;”; names of columns in row 2\n"
                                         "Column D (“Staff”) holds numbers that are not read.\n"));

  nepho_call (&wrong, "import", csv, "--encoding", "UTF-8", NULL);
  nepho_call_bad (&wrong, 1, "latin.csv: Byte 12 is no text in UTF-8, or the one after it is missing");

  g_assert_cmpint (g_remove (csv), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What is not read is told, though the facts are written; a folder is no file. */
static void
test_told (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nepho-import-XXXXXX", NULL);
  g_autofree char *csv = nepho_call_write (folder, "two.csv", "Vendor,Period,Share,Value\nA,2022,3,4\n");
  g_autofree char *json = g_build_filename (folder, "facts.json", NULL);
  g_auto (NephoCall) call = { 0 };
  g_auto (NephoCall) no_file = { 0 };

  nepho_call (&call, "import", csv, "--publisher", "P", "--title", "T", "--measure", "m", "--unit", "%", "--definition", "iaas",
              "--topic", "china-share", "--output", json, NULL);
  g_assert_cmpint (call.status, ==, 0);
  g_assert_cmpstr (call.errors, ==,
                   "nephoscope-cli: Column D (“Value”) is not read: column C holds the same kind of thing.\n");
  nepho_call (&no_file, "import", folder, NULL);
  nepho_call_bad (&no_file, 1, "It is a folder; expected a file");

  g_assert_cmpint (g_remove (csv), ==, 0);
  g_assert_cmpint (g_remove (json), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_refusals (void)
{
  static const NephoBadCall calls[] = {
    { { "import" }, "the name of a file is missing" },
    { { "import", "a", "b" }, "b" },
  };

  nepho_call_refused (calls, G_N_ELEMENTS (calls));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-import/import", test_import);
  g_test_add_func ("/cli-import/wrong", test_wrong);
  g_test_add_func ("/cli-import/said", test_said);
  g_test_add_func ("/cli-import/told", test_told);
  g_test_add_func ("/cli-import/refusals", test_refusals);

  return g_test_run ();
}
