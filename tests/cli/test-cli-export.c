/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli-call.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

#include "nepho-figures.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("nepho-export-XXXXXX", NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        remove_folder (inner);
      else
        g_assert_cmpint (g_unlink (inner), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static guint
count (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_refusals (void)
{
  static const NephoBadCall calls[] = {
    { { "export", "--output", "f" }, "say --all for every kind of file, or --kinds for some of them" },
    { { "export", "--all" }, "--output is missing; expected the name of a folder to write into" },
    { { "export", "--kinds", "png,docx", "--output", "f" },
      "--kinds: “docx” is no kind of file; expected some of png, svg, pdf, csv, workbook, report" },
    { { "export", "--all", "--output", "f", "--page", "a5" }, "There is no page “a5”" },
    { { "export", "--all", "--output", "f", "--theme", "pink" }, "--theme: there is no theme “pink”" },
    { { "export", "--all", "--output", "f", "--csv", "tabs" },
      "--csv: “tabs” is no kind of CSV; expected one of standard, excel, excel-semicolon" },
    { { "export", "--all", "--output", "f", "share" }, "share" },
  };

  nepho_call_refused (calls, G_N_ELEMENTS (calls));
}

/* Every figure in every format, a workbook and a report, the same bytes each time. */
static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_build_filename (fixture->folder, "first", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "deep", "second", NULL);
  g_autoptr (GDir) dir = NULL;
  g_auto (NephoCall) call = { 0 };
  g_auto (NephoCall) again = { 0 };
  const char *name;
  guint n_specs;

  nepho_figure_specs (&n_specs);
  nepho_call (&call, "export", "--all", "--scenario", "price-war", "--output", first, NULL);
  nepho_call_good (&call);
  g_assert_cmpstr (call.output, ==, "");
  g_assert_cmpuint (count (first), ==, 4 * n_specs + 2);
  nepho_call (&again, "export", "--all", "--scenario", "price-war", "--output", second, NULL);
  nepho_call_good (&again);

  dir = g_dir_open (first, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *left = g_build_filename (first, name, NULL);
      g_autofree char *right = g_build_filename (second, name, NULL);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gsize n_before;
      gsize n_after;

      g_assert_true (g_file_get_contents (left, &before, &n_before, NULL));
      g_assert_true (g_file_get_contents (right, &after, &n_after, NULL));
      g_assert_cmpuint (n_before, >, 0);
      g_assert_cmpmem (before, n_before, after, n_after);
    }
}

/* One file that cannot be written: what had been added is taken away, what was there stays. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *blocked = g_build_filename (fixture->folder, "share.csv", NULL);
  g_autofree char *kept = g_build_filename (fixture->folder, "mine.txt", NULL);
  g_auto (NephoCall) call = { 0 };

  g_assert_cmpint (g_mkdir (blocked, 0700), ==, 0);
  g_assert_true (g_file_set_contents (kept, "mine", -1, NULL));
  nepho_call (&call, "export", "--kinds", "svg,csv", "--output", fixture->folder, NULL);
  nepho_call_bad (&call, 1, "share.csv: it is a folder");
  g_assert_cmpuint (count (fixture->folder), ==, 2);
}

/* Runs the program by way of the shell, whose words come first: limits, signals. */
static int
run_shell (const char *words, char **errors)
{
  const char *arguments[] = { "/bin/sh", "-c", words, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, errors, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpstr (output, ==, "");

  return WEXITSTATUS (status);
}

/* No room for what is to be written: one line that says so, and nothing of it is left, whatever it is. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  static const char * const calls[] = {
    "chart adoption -o '%s/a.png'", "chart adoption -o '%s/a.svg'", "chart adoption -o '%s/a.pdf'",
    "chart adoption -o '%s/a.xlsx'", "chart adoption -o '%s/a.csv' --horizon 200", "report -o '%s/a.pdf'",
    "export --kinds csv,svg -o '%s/new'",
  };

  for (guint k = 0; k < G_N_ELEMENTS (calls); k++)
    {
      g_autoptr (GString) words = g_string_new ("ulimit -f 2; exec \"$NEPHO_CLI\" ");
      g_autofree char *errors = NULL;

      g_string_append (words, calls[k]);
      g_string_replace (words, "%s", fixture->folder, 0);
      g_assert_cmpint (run_shell (words->str, &errors), ==, 1);
      g_assert_true (g_str_has_prefix (errors, "nephoscope-cli: --output: "));
      g_assert_true (g_str_has_suffix (errors, "File too large\n"));
      g_assert_true (strchr (errors, '\n') == errors + strlen (errors) - 1);
      g_assert_null (strstr (errors, "/.nephoscope-"));
      g_assert_cmpuint (count (fixture->folder), ==, 0);
    }
}

/* Stopped while it works: what was there is there, and nothing else. */
static void
test_interrupted (Fixture *fixture, gconstpointer data)
{
  static const char * const names[] = { "INT", "TERM" };

  for (guint k = 0; k < G_N_ELEMENTS (names); k++)
    for (guint into_new = 0; into_new < 2; into_new++)
      {
        g_autofree char *errors = NULL;
        g_autofree char *words
          = g_strdup_printf ("\"$NEPHO_CLI\" export --all -o '%s%s' & p=$!; until ls -A '%s' | grep -q nephoscope; do :; done; "
                             "kill -%s $p; wait $p",
                             fixture->folder, into_new ? "/new" : "", fixture->folder, names[k]);

        g_assert_cmpint (run_shell (words, &errors), ==, 1);
        g_assert_cmpstr (errors, ==, "nephoscope-cli: --output: Stopped\n");
        g_assert_cmpuint (count (fixture->folder), ==, 0);
      }
}

/* For Excel where the decimal sign is a comma. */
static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "adoption.csv", NULL);
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "export", "--kinds", "csv", "--csv", "excel-semicolon", "--output", fixture->folder, NULL);
  nepho_call_good (&call);
  g_assert_true (g_file_get_contents (path, &csv, NULL, NULL));
  g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbfQuarter;"));
  lines = g_strsplit (csv, "\n", -1);
  g_assert_true (g_str_has_prefix (lines[1], "2022Q2;1"));
  g_assert_nonnull (g_strrstr (lines[2], ","));
  g_assert_null (g_strrstr (lines[2], "."));
}

/* One line before each file, counted from none. */
static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "export", "--kinds", "workbook,report", "--progress", "--output", fixture->folder, NULL);
  nepho_call_good (&call);
  g_assert_cmpstr (call.output, ==, "0/2\n1/2\n");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-export/refusals", test_refusals);
  add ("/cli-export/all", test_all);
  add ("/cli-export/progress", test_progress);
  add ("/cli-export/failure", test_failure);
  add ("/cli-export/full", test_full);
  add ("/cli-export/interrupted", test_interrupted);
  add ("/cli-export/csv", test_csv);

  return g_test_run ();
}
