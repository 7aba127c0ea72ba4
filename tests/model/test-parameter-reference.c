/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nepho-number.h"
#include "nepho-parameter.h"

#define BEGIN "<!-- parameters: written by test-parameter-reference -->\n"
#define END "<!-- end of parameters -->"

static char *
reference_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "docs", "model.md", NULL);
}

static char *
exact (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.6g", value));
}

static void
append_row (GString *out, const NephoParameterSpec *spec)
{
  static const char *const scopes[] = { "", "segment.ID.", "vendor.ID.", "vendor.ID." };
  g_autofree char *initial = exact (spec->initial);
  g_autofree char *minimum = exact (spec->minimum);
  g_autofree char *maximum = exact (spec->maximum);
  g_autofree char *low = exact (spec->plausible_low);
  g_autofree char *high = exact (spec->plausible_high);

  g_string_append_printf (out, "| `%s%s%s` | %s | %s | %s | %s to %s | %s to %s | %s |\n", scopes[spec->scope], spec->id,
                          spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT ? ".SEGMENT" : "", spec->description,
                          nepho_unit_id (spec->unit), initial, minimum, maximum, low, high,
                          spec->source != NULL ? spec->source : spec->reason);
}

static char *
expected_table (void)
{
  g_autoptr (GString) out = g_string_new ("\n| id | meaning | unit | default | range | plausible | why |\n"
                                          "|---|---|---|---|---|---|---|\n");
  guint n_specs;
  const NephoParameterSpec *specs = nepho_parameter_specs (&n_specs);

  for (guint i = 0; i < n_specs; i++)
    append_row (out, &specs[i]);
  g_string_append_c (out, '\n');

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The reference in docs/model.md is the table of parameters. To write it anew after a change, run this
 * program with NEPHO_WRITE_REFERENCE=1. */
static void
test_reference (void)
{
  g_autofree char *path = reference_path ();
  g_autofree char *text = NULL;
  g_autofree char *expected = expected_table ();
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  char *begin;
  char *end;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  begin = strstr (text, BEGIN);
  end = strstr (text, END);
  g_assert_nonnull (begin);
  g_assert_nonnull (end);
  begin += strlen (BEGIN);
  found = g_strndup (begin, (gsize) (end - begin));

  if (g_getenv ("NEPHO_WRITE_REFERENCE") != NULL)
    {
      g_autofree char *head = g_strndup (text, (gsize) (begin - text));
      g_autofree char *whole = g_strconcat (head, expected, end, NULL);

      g_file_set_contents (path, whole, -1, &error);
      g_assert_no_error (error);
      return;
    }

  g_assert_cmpstr (found, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parameter-reference/matches-the-table", test_reference);

  return g_test_run ();
}
