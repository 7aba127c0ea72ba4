/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli-call.h"

#include <glib/gstdio.h>
#include <string.h>

#include "nepho-figures.h"

static char *folder;

/* Takes away every file of the folder, and returns how many there were. */
static guint
empty_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
      n++;
    }

  return n;
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize length = 0;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, length);
}

static guint
png_width (GBytes *png)
{
  const guint8 *data = g_bytes_get_data (png, NULL);

  return (guint) data[16] << 24 | (guint) data[17] << 16 | (guint) data[18] << 8 | data[19];
}

/* Cairo 1.16 loses an array for each subset of a Chinese font that it puts into a PDF. Leaks of our
 * own are looked for where no such font is used: in every other call. */
static void
draw_with_chinese (NephoCall *call, const char *figure, const char *path)
{
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "ASAN_OPTIONS", "detect_leaks=0", TRUE);
  const char *words[] = { "chart", figure, "--output", path, "--dpi", "72", NULL };

  nepho_call_environ (call, environment, words);
  nepho_call_good (call);
}

/* Every figure that is listed can be drawn, in every format, and nothing is printed. */
static void
test_every_figure (void)
{
  static const char * const suffixes[] = { "png", "svg", "pdf", "csv" };
  g_auto (NephoCall) list = { 0 };
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  nepho_call (&list, "chart", "--list", NULL);
  nepho_call_good (&list);
  for (guint k = 0; k < n_specs; k++)
    {
      const char *suffix = suffixes[k % G_N_ELEMENTS (suffixes)];
      g_autofree char *path = g_strdup_printf ("%s/%s.%s", folder, specs[k].id, suffix);
      g_auto (NephoCall) call = { 0 };

      g_assert_nonnull (strstr (list.output, specs[k].id));
      draw_with_chinese (&call, specs[k].id, path);
      g_assert_cmpstr (call.output, ==, "");
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
  g_assert_cmpuint (empty_folder (), ==, n_specs);
}

static void
test_sizes (void)
{
  static const struct
  {
    const char *size;
    const char *dpi;
    guint       width;
  } cases[] = {
    { "160mmx100mm", "300", 1890 },
    { "160mmx100mm", "600", 3780 },
    { "800x600", NULL, 800 },
    { "800x600", "300", 800 },
    { "6inx4in", "100", 600 },
    { "column", "300", 945 },
    { "slide", "96", 960 },
    { "160mm", NULL, 1890 },
  };
  g_autofree char *path = g_build_filename (folder, "a.png", NULL);

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_auto (NephoCall) call = { 0 };
      g_autoptr (GBytes) png = NULL;

      nepho_call (&call, "chart", "adoption", "--size", cases[k].size, "--output", path,
                  cases[k].dpi != NULL ? "--dpi" : NULL, cases[k].dpi, NULL);
      nepho_call_good (&call);
      png = read_file (path);
      g_assert_cmpuint (png_width (png), ==, cases[k].width);
    }
  empty_folder ();
}

/* Two calls, two processes, two locales: one file. */
static void
test_same_bytes (void)
{
  static const char * const names[] = { "a.png", "a.svg", "a.pdf", "a.csv" };
  g_auto (GStrv) environment = g_get_environ ();

  environment = g_environ_setenv (environment, "LC_ALL", "C", TRUE);
  for (guint k = 0; k < G_N_ELEMENTS (names); k++)
    {
      g_autofree char *path = g_build_filename (folder, names[k], NULL);
      const char *words[] = { "chart", "share", "--scenario", "price-war", "--dpi", "72", "-o", path, NULL };
      g_auto (NephoCall) call = { 0 };
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) second = NULL;

      nepho_call_environ (&call, NULL, words);
      nepho_call_good (&call);
      first = read_file (path);
      nepho_call_environ (&call, environment, words);
      nepho_call_good (&call);
      second = read_file (path);
      g_assert_true (g_bytes_equal (first, second));
    }
  empty_folder ();
}

static void
test_options (void)
{
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);
  g_autofree char *overview = g_build_filename (folder, "o.pdf", NULL);
  g_autofree char *page = g_build_filename (folder, "o.png", NULL);
  g_autofree char *text = NULL;
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "chart", "share", "--segment", "saas", "--vendor", "alibaba", "--theme", "dark", "--transparent",
              "--horizon", "8", "--no-baseline", "--output", path, NULL);
  nepho_call_good (&call);
  nepho_call (&call, "chart", "revenue", "--measure", "index", "--log", "--output", path, NULL);
  nepho_call_good (&call);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "2022Q2 = 100; logarithmic scale"));
  g_clear_pointer (&text, g_free);
  nepho_call (&call, "chart", "bridge", "--from", "2023Q1", "--to", "2024Q4", "--segment=all", "--vendor=all", "-o", path,
              NULL);
  nepho_call_good (&call);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "2024Q4"));

  draw_with_chinese (&call, "overview", overview);
  draw_with_chinese (&call, "overview", page);
  g_assert_cmpuint (empty_folder (), ==, 3);
}

/* A publisher's word of shares is drawn or not, and nothing else changes. */
static void
test_history (void)
{
  static const char * const choices[] = { "usual", "all", "none", "idc", "idc-iaas-paas" };
  static const gboolean shown[] = { TRUE, TRUE, FALSE, TRUE, FALSE };
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *text = NULL;
      g_auto (NephoCall) call = { 0 };

      nepho_call (&call, "chart", "share", "--history", choices[i], "--size", "1600x900", "-o", path, NULL);
      nepho_call_good (&call);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true ((strstr (text, "IDC public cloud IaaS (China)") != NULL) == shown[i]);
      g_assert_nonnull (strstr (text, "Alibaba"));
    }
  g_assert_cmpuint (empty_folder (), ==, 1);
}

/* A document's annotations are drawn and told, unless they are not wanted; what has no place is told. */
static void
test_annotations (void)
{
  static const struct
  {
    const char *figure;
    const char *words;
  } CASES[] = {
    { "share", "The lead halves," },
    { "share", "At Alpha, 2026Q4: “The lead halves, while AI spreads”." },
    { "revenue", "1 annotation refers to what this chart does not show." },
  };
  g_autofree char *document = g_test_build_filename (G_TEST_DIST, "data", "documents", "y_annotations.json", NULL);
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *text = NULL;
      g_auto (NephoCall) call = { 0 };

      nepho_call (&call, "chart", CASES[i / 2].figure, "--scenario", document, "--size", "1600x900", "--no-embed",
                  "-o", path, i % 2 == 1 ? "--no-annotations" : NULL, NULL);
      nepho_call_good (&call);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true ((strstr (text, CASES[i / 2].words) != NULL) == (i % 2 == 0));
    }
  empty_folder ();
}

/* The data's names are translated even where the program's texts are not. */
static void
test_language (void)
{
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "chart", "share", "--lang", "zh_CN", "-o", path, NULL);
  nepho_call_good (&call);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "阿里云"));
  empty_folder ();
}

/* What rises is green, or red where that is asked for, and nothing else differs. */
static void
test_rising (void)
{
  static const char * const choices[] = { NULL, "auto", "green", "red" };
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);
  g_autoptr (GBytes) green = NULL;

  for (guint k = 0; k < G_N_ELEMENTS (choices); k++)
    {
      g_autoptr (GBytes) drawn = NULL;
      g_auto (NephoCall) call = { 0 };

      nepho_call (&call, "chart", "bridge", "-o", path, choices[k] != NULL ? "--rising" : NULL, choices[k], NULL);
      nepho_call_good (&call);
      drawn = read_file (path);
      if (green == NULL)
        green = g_bytes_ref (drawn);
      g_assert_true (g_bytes_equal (drawn, green) == (g_strcmp0 (choices[k], "red") != 0));
      g_assert_cmpuint (g_bytes_get_size (drawn), ==, g_bytes_get_size (green));
    }
  empty_folder ();
}

/* Where the reader's language has no other habit; in Chinese red rises. */
static void
test_rising_of_language (void)
{
  static const char * const languages[] = { "en", "zh_CN", "zh_TW" };
  g_autofree char *texts = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "NEPHOSCOPE_LOCALEDIR", texts, TRUE);

  for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
    for (guint red = 0; red < 2; red++)
      {
        const char *words[] = { "chart", "bridge", "--lang", languages[k], "-o", path, NULL, NULL, NULL };
        g_auto (NephoCall) usual = { 0 };
        g_auto (NephoCall) asked = { 0 };
        g_autoptr (GBytes) drawn = NULL;
        g_autoptr (GBytes) again = NULL;

        nepho_call_environ (&usual, environment, words);
        nepho_call_good (&usual);
        drawn = read_file (path);
        words[6] = "--rising";
        words[7] = red ? "red" : "green";
        nepho_call_environ (&asked, environment, words);
        nepho_call_good (&asked);
        again = read_file (path);
        g_assert_true (g_bytes_equal (drawn, again) == (red == (k > 0)));
      }
  empty_folder ();
}

static void
test_wrong (void)
{
  static const NephoBadCall calls[] = {
    { { "chart" }, "the name of a figure is missing" },
    { { "chart", "share" }, "--output is missing" },
    { { "chart", "shaer", "-o", "a.png" }, "there is no figure “shaer”; did you mean “share”?" },
    { { "chart", "xyzzy-plugh", "-o", "a.png" }, "“nephoscope-cli chart --list” lists them" },
    { { "chart", "share", "rank", "-o", "a.png" }, "“rank” is one argument too many" },
    { { "chart", "share", "-o", "a.jpg" }, "expected a name that ends in .png, .svg or .pdf" },
    { { "chart", "share", "-o", "a" }, "--output: “a”" },
    { { "chart", "overview", "-o", "a.csv" }, "--output: a page of charts is no table" },
    { { "chart", "share", "-o", "a.png", "--size", "160" }, "--size: “160” is not a size" },
    { { "chart", "share", "-o", "a.png", "--size", "5mmx5mm" }, "expected 10 mm to 2000 mm" },
    { { "chart", "share", "-o", "a.png", "--dpi", "0" }, "--dpi: " },
    { { "chart", "two-drivers", "-o", "a.png", "--driver", "price.folow" }, "--driver: there is no parameter “price.folow”; did you mean “price.follow”?" },
    { { "chart", "share-fan", "-o", "a.png", "--runs", "0" }, "--runs: “0” is no number of runs" },
    { { "chart", "share-fan", "-o", "a.png", "--seed", "one" }, "--seed: “one” is no seed" },
    { { "chart", "share", "-o", "a.png", "--dpi", "fine" }, "--dpi: “fine” is not a number" },
    { { "chart", "share", "-o", "a.png", "--dpi", "4800", "--size", "1000mmx1000mm" }, "million pixels" },
    { { "chart", "share", "-o", "a.png", "--scale", "5" }, "--scale: “5” is too little or too much; expected 1 to 4" },
    { { "chart", "share", "-o", "a.png", "--theme", "pink" }, "--theme: there is no theme “pink”; expected one of light" },
    { { "chart", "share", "-o", "a.png", "--segment", "daas" }, "expected one of all, iaas, paas, saas" },
    { { "chart", "share", "-o", "a.png", "--vendor", "nobody" }, "--vendor: there is no vendor “nobody”" },
    { { "chart", "share", "-o", "a.png", "--history", "nobody" },
      "--history: nothing is published under “nobody”; expected one of usual, all, none, idc, " },
    { { "chart", "share", "-o", "a.png", "--measure", "real" }, "--measure: there is no measure “real”; expected one of absolute, share, index" },
    { { "chart", "rank", "-o", "a.png", "--measure", "index" }, "--measure: the chart “rank” cannot be shown as “index”" },
    { { "chart", "ebita-time", "-o", "a.png", "--log" }, "--log: the chart “ebita-time” has no choice of scale" },
    { { "chart", "bridge", "-o", "a.png", "--rising", "blue" }, "--rising: “blue” is no colour of what rises" },
    { { "chart", "overview", "-o", "a.png", "--only", "alibaba" }, "--only: only a single chart is shown in part" },
    { { "chart", "share", "-o", "a.png", "--only", "xyzzy" }, "--only: the chart “share” does not show “xyzzy” among others" },
    { { "chart", "share", "-o", "a.png", "--between", "2025..2024" }, "--between: “2025..2024” is no stretch of time" },
    { { "chart", "share", "-o", "a.png", "--between", "2025Q1" }, "--between: “2025Q1” is no stretch of time" },
    { { "chart", "share", "-o", "a.png", "--between", "1990Q1..1999Q4" }, "--between: the chart “share” has nothing in" },
    { { "chart", "marimekko", "-o", "a.png", "--between", "2023Q1..2024Q1" }, "--between: the chart “marimekko” has no time axis" },
    { { "chart", "market-page", "-o", "a.csv" }, "--output: a page of charts is no table" },
    { { "chart", "overview", "-o", "a.png", "--look", "share" }, "--look: “share” says no figure and how it is shown" },
    { { "chart", "overview", "-o", "a.png", "--look", "xyzzy:share" }, "--look: “xyzzy:share” says no figure" },
    { { "chart", "overview", "-o", "a.png", "--look", "rank:index" }, "--look: the chart “rank” cannot be shown as “index”" },
    { { "chart", "overview", "-o", "a.png", "--look", "rank:absolute+log" }, "--look: the chart “rank” has no choice of scale" },
    { { "chart", "bridge", "-o", "a.png", "--from", "2022" }, "--from: “2022” is not a quarter" },
    { { "chart", "bridge", "-o", "a.png", "--to", "2050Q1" }, "--to: 2050Q1 is outside the run; expected 2022Q2 to 2030Q4" },
    { { "chart", "share", "-o", "a.png", "--set", "nothing=1" }, "--set: " },
    { { "chart", "--list", "share" }, "“share” is one argument too many" },
  };

  nepho_call_refused (calls, G_N_ELEMENTS (calls));
  g_assert_false (g_file_test ("a.png", G_FILE_TEST_EXISTS));
}

/* A file that cannot be written is failed work: status 1, path and reason, and nothing left behind. */
static void
test_unwritable (void)
{
  g_autofree char *missing = g_build_filename (folder, "no", "such", "a.png", NULL);
  g_autofree char *directory = g_build_filename (folder, "b.svg", NULL);
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "chart", "share", "--dpi", "72", "-o", missing, NULL);
  nepho_call_bad (&call, 1, missing);
  nepho_call_bad (&call, 1, "folder does not exist");

  g_assert_cmpint (g_mkdir (directory, 0700), ==, 0);
  nepho_call (&call, "chart", "share", "-o", directory, NULL);
  nepho_call_bad (&call, 1, "it is a folder");
  g_assert_cmpint (g_rmdir (directory), ==, 0);
  g_assert_cmpuint (empty_folder (), ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("nephoscope-XXXXXX", NULL);

  g_test_add_func ("/cli/chart/every-figure", test_every_figure);
  g_test_add_func ("/cli/chart/sizes", test_sizes);
  g_test_add_func ("/cli/chart/same-bytes", test_same_bytes);
  g_test_add_func ("/cli/chart/options", test_options);
  g_test_add_func ("/cli/chart/history", test_history);
  g_test_add_func ("/cli/chart/annotations", test_annotations);
  g_test_add_func ("/cli/chart/language", test_language);
  g_test_add_func ("/cli/chart/rising", test_rising);
  g_test_add_func ("/cli/chart/rising-of-language", test_rising_of_language);
  g_test_add_func ("/cli/chart/wrong", test_wrong);
  g_test_add_func ("/cli/chart/unwritable", test_unwritable);

  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);

  return status;
}
