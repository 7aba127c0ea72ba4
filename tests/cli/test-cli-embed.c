/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli-call.h"

#include <glib/gstdio.h>

/* What a picture holds of the document that it was drawn from. */

static char *folder;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* The document that "convert" writes of what is asked for. */
static char *
converted (const char *first, const char *second, const char *third, const char *fourth)
{
  g_autofree char *path = path_of ("through.nephoscope");
  g_autoptr (GError) error = NULL;
  g_auto (NephoCall) call = { 0 };
  char *text = NULL;

  if (second)
    nepho_call (&call, "convert", first, second, third, fourth, path, NULL);
  else
    nepho_call (&call, "convert", first, path, NULL);
  nepho_call_good (&call);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);

  return text;
}

/* A chart, a page of charts and a report keep the scenario, and stand wherever a document does. */
static void
test_pictures (void)
{
  static const char * const calls[][4] = {
    { "chart", "adoption", "a.png", NULL },   { "chart", "adoption", "a.svg", NULL }, { "chart", "adoption", "a.pdf", NULL },
    { "chart", "overview", "b.svg", NULL },   { "report", "--page=slide", "c.pdf", NULL },
  };
  g_autofree char *expected = converted ("--scenario", "price-war", "--set", "adoption.potential=35%");

  for (guint k = 0; k < G_N_ELEMENTS (calls); k++)
    {
      g_autofree char *picture = path_of (calls[k][2]);
      g_autofree char *found = NULL;
      g_auto (NephoCall) call = { 0 };

      nepho_call (&call, calls[k][0], calls[k][1], "--scenario", "price-war", "--set", "adoption.potential=35%", "--output",
                  picture, NULL);
      nepho_call_good (&call);
      found = converted (picture, NULL, NULL, NULL);
      g_assert_cmpstr (found, ==, expected);
      g_unlink (picture);
    }
}

/* Left out where that is asked for, which is then said. */
static void
test_no_embed (void)
{
  static const char * const names[] = { "a.png", "a.svg", "a.pdf" };

  for (guint k = 0; k < G_N_ELEMENTS (names); k++)
    {
      g_autofree char *picture = path_of (names[k]);
      g_auto (NephoCall) call = { 0 };

      nepho_call (&call, "chart", "adoption", "--no-embed", "--output", picture, NULL);
      nepho_call_good (&call);
      nepho_call (&call, "run", "--scenario", picture, NULL);
      nepho_call_bad (&call, 2, "There is no scenario in this picture");
      g_unlink (picture);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("nephoscope-XXXXXX", NULL);

  g_test_add_func ("/cli/embed/pictures", test_pictures);
  g_test_add_func ("/cli/embed/no-embed", test_no_embed);

  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);

  return status;
}
