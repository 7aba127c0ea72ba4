/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli-call.h"

#include <string.h>

static const char * const commands[] = {
  "params", "run", "train", "calc", "facts", "chart", "report", "export", "import", "convert", "diff", "scenarios", "validate",
};

static void
test_help (void)
{
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "--help", NULL);
  nepho_call_good (&call);
  for (guint k = 0; k < G_N_ELEMENTS (commands); k++)
    g_assert_nonnull (strstr (call.output, commands[k]));

  for (guint k = 0; k < G_N_ELEMENTS (commands); k++)
    {
      g_autofree char *usage = g_strdup_printf ("nephoscope-cli %s [OPTION…]", commands[k]);

      nepho_call (&call, commands[k], "--help", NULL);
      nepho_call_good (&call);
      g_assert_nonnull (strstr (call.output, usage));
      /* Some are told their files by name, and one needs none. */
      if (!g_str_equal (commands[k], "validate") && !g_str_equal (commands[k], "import")
          && !g_str_equal (commands[k], "calc"))
        g_assert_nonnull (strstr (call.output, "--dataset"));
      g_assert_nonnull (strstr (call.output, "--lang"));
    }
}

static void
test_version (void)
{
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "--version", NULL);
  nepho_call_good (&call);
  g_assert_true (g_str_has_prefix (call.output, "nephoscope-cli "));

  for (guint k = 0; k < G_N_ELEMENTS (commands); k++)
    {
      g_auto (NephoCall) other = { 0 };

      nepho_call (&other, commands[k], "--version", NULL);
      nepho_call_good (&other);
      g_assert_cmpstr (other.output, ==, call.output);
    }
}

/* The same sum in the words that the reader wants. */
static void
test_words (void)
{
  static const struct
  {
    const char *words;
    const char *shown;
  } cases[] = { { "auto", "bn" }, { "short", "bn" }, { "myriad", "亿" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (NephoCall) call = { 0 };

      nepho_call (&call, "run", "--words", cases[i].words, NULL);
      nepho_call_good (&call);
      if (strstr (call.output, cases[i].shown) == NULL)
        g_error ("%s: %s", cases[i].words, call.output);
    }
}

/* Sums in the reader's money, and the rate beside them; what other programs read stays as it is stored. */
static void
test_currency (void)
{
  g_auto (NephoCall) published = { 0 };
  g_auto (NephoCall) usd = { 0 };
  g_auto (NephoCall) own = { 0 };
  g_auto (NephoCall) stored = { 0 };
  g_auto (NephoCall) shown = { 0 };

  nepho_call (&published, "run", "--horizon", "4", NULL);
  nepho_call_good (&published);
  g_assert_nonnull (strstr (published.output, "¥216"));
  g_assert_null (strstr (published.output, "US dollar"));

  nepho_call (&usd, "run", "--horizon", "4", "--currency", "usd", "--rate", "fx-2023", NULL);
  nepho_call_good (&usd);
  g_assert_nonnull (strstr (usd.output, "US$30.4"));
  g_assert_nonnull (strstr (usd.output, "Converted at 7.0993 CNY a US dollar"));

  nepho_call (&own, "train", "--currency", "usd", "--rate", "7.5", NULL);
  nepho_call_good (&own);
  g_assert_nonnull (strstr (own.output, "US$3.22"));
  g_assert_nonnull (strstr (own.output, "Converted at 7.5 CNY a US dollar, a rate of your own."));

  nepho_call (&stored, "params", "--format", "json", NULL);
  nepho_call (&shown, "params", "--format", "json", "--currency", "usd", NULL);
  nepho_call_good (&stored);
  nepho_call_good (&shown);
  g_assert_cmpstr (stored.output, ==, shown.output);
}

static void
test_wrong (void)
{
  static const NephoBadCall calls[] = {
    { { NULL }, "a command is missing" },
    { { "chrat" }, "did you mean “chart”?" },
    { { "train", "--words", "dozens" }, "--words: “dozens” are no words for numbers; expected auto, short or myriad" },
    { { "xyzzy-plugh" },
      "expected one of params, run, montecarlo, train, calc, facts, chart, report, export, import, convert, compare, diff, scenarios, validate" },
    { { "" }, "there is no command “”" },
    { { "--lang", "xx", "run" }, "--lang: there is no language “xx”; expected one of en, zh_CN, zh_TW" },
    { { "run", "--lang=zh" }, "--lang: there is no language “zh”" },
    { { "run", "--lang" }, "--lang: there is no language “”" },
    { { "run", "--no-such-option" }, "--no-such-option" },
    { { "run", "more" }, "“more” is one argument too many" },
    { { "run", "--format", "xml" }, "--format: there is no format “xml”; expected text, json or csv" },
    { { "run", "--format" }, "--format" },
    { { "run", "--currency", "eur" }, "--currency: “eur” is no choice; expected published, cny or usd" },
    { { "run", "--rate", "7" }, "--rate: nothing is converted; say --currency cny or usd as well" },
    { { "run", "--currency", "usd", "--rate", "x" }, "--rate: “x” is no rate; expected yuan a US dollar, from 0.1 to 100" },
    { { "run", "--dataset", "global", "--currency", "cny", "--rate", "7" }, "counts in yuan at the rate of fx-2022h1" },
  };

  nepho_call_refused (calls, G_N_ELEMENTS (calls));
}

/* The program's texts and the data's follow --lang, also where the locale is plain C. */
static void
test_language (void)
{
  g_auto (GStrv) environment = g_get_environ ();
  g_auto (NephoCall) call = { 0 };

  environment = g_environ_setenv (environment, "LC_ALL", "C", TRUE);
  environment = g_environ_unsetenv (environment, "LANGUAGE");
  nepho_call_environ (&call, environment, (const char *[]) { "run", "--lang", "zh_CN", NULL });
  nepho_call_good (&call);
  g_assert_nonnull (strstr (call.output, "阿里云"));

  nepho_call_environ (&call, environment, (const char *[]) { "--lang=en", "run", NULL });
  nepho_call_good (&call);
  g_assert_nonnull (strstr (call.output, "Alibaba Cloud"));
}

/* A full disk behind standard output is failed work, not a wrong call. */
static void
test_full_output (void)
{
  g_auto (NephoCall) call = { 0 };
  g_autofree char *line = g_strdup_printf ("'%s' params --format json > /dev/full", g_getenv ("NEPHO_CLI"));
  g_autoptr (GError) error = NULL;
  int wait_status = 0;
  char *shell[] = { (char *) "sh", (char *) "-c", line, NULL };

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full here");
      return;
    }

  g_spawn_sync (NULL, shell, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &call.output, &call.errors, &wait_status, &error);
  g_assert_no_error (error);
  g_assert_false (g_spawn_check_wait_status (wait_status, &error));
  g_assert_error (error, G_SPAWN_EXIT_ERROR, 1);
  g_assert_nonnull (strstr (call.errors, "standard output cannot be written"));
}

/* No toolkit in the program: it must run where there is no display and no GTK. */
static void
test_libraries (void)
{
  g_autofree char *ldd = g_find_program_in_path ("ldd");
  g_autofree char *output = NULL;
  char *words[] = { ldd, (char *) g_getenv ("NEPHO_CLI"), NULL };
  g_autoptr (GError) error = NULL;

  if (ldd == NULL)
    {
      g_test_skip ("no ldd here");
      return;
    }

  g_spawn_sync (NULL, words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (output, "libcairo"));
  g_assert_null (strstr (output, "libgtk"));
  g_assert_null (strstr (output, "libgdk"));
  g_assert_null (strstr (output, "libadwaita"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/calls/help", test_help);
  g_test_add_func ("/cli/calls/version", test_version);
  g_test_add_func ("/cli/calls/words", test_words);
  g_test_add_func ("/cli/calls/currency", test_currency);
  g_test_add_func ("/cli/calls/wrong", test_wrong);
  g_test_add_func ("/cli/calls/language", test_language);
  g_test_add_func ("/cli/calls/full-output", test_full_output);
  g_test_add_func ("/cli/calls/libraries", test_libraries);

  return g_test_run ();
}
