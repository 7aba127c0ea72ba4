/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-print.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "nepho-app-fixture.h"
#include "nepho-page.h"
#include "nepho-report.h"
#include "nepho-window-export.h"

/* A file of bytes may hold zeros. */
static const char *
find (const char *data, gsize length, const char *words)
{
  for (gsize i = 0; i + strlen (words) <= length; i++)
    if (memcmp (data + i, words, strlen (words)) == 0)
      return data + i;

  return NULL;
}

/* How many pages a PDF says that it has: those of the root of its tree. */
static guint
count_pages (const char *path)
{
  g_autofree char *data = NULL;
  gsize length = 0;
  const char *at;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (data, "%PDF-"));
  at = find (data, length, "/Count ");
  g_assert_nonnull (at);

  return (guint) strtoul (at + strlen ("/Count "), NULL, 10);
}

static gboolean
is_whole (gpointer path)
{
  g_autofree char *data = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &data, &length, NULL) && find (data, length, "%%EOF") != NULL;
}

static guint
print (NephoAppFixture *fixture, NephoExportSubject *subject)
{
  g_autofree char *folder = g_dir_make_tmp ("nepho-test-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  guint n_pages;

  nepho_print_file (GTK_WIDGET (nepho_window_get_page_widget (fixture->window)), subject, path);
  nepho_app_wait_until (is_whole, path);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  n_pages = count_pages (path);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  return n_pages;
}

/* A chart has a page; of a page's charts, two stand side by side, and on A4, the paper of the test’s locale, three rows below each other. */
static void
test_charts (NephoAppFixture *fixture, gconstpointer data)
{
  NephoExportSubject *chart;
  NephoPage *page;
  guint n_charts;

  nepho_window_set_page (fixture->window, NEPHO_PAGE_MARKET);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  page = NEPHO_PAGE (nepho_window_get_page_widget (fixture->window));
  n_charts = nepho_page_n_charts (page);
  g_assert_cmpuint (print (fixture, nepho_page_new_subject (page)), ==, (n_charts + 5) / 6);
  chart = nepho_page_new_subject (page);
  chart->kind = NEPHO_EXPORT_CHART;
  g_array_set_size (chart->charts, 1);
  g_assert_cmpuint (print (fixture, chart), ==, 1);
}

/* The report has the pages that it has as a file, and the parts that were chosen. */
static void
test_report (NephoAppFixture *fixture, gconstpointer data)
{
  g_autoptr (NephoExportSubject) subject = nepho_window_export_subject (fixture->window, NEPHO_EXPORT_REPORT);
  g_autoptr (GPtrArray) figures = nepho_export_subject_figures (subject);
  g_autoptr (NephoReport) report = NULL;
  NephoReportStyle style;

  nepho_report_style_init (&style);
  style.parts = NEPHO_REPORT_COVER | NEPHO_REPORT_CHARTS | NEPHO_REPORT_SOURCES;
  report = nepho_report_new (&subject->context, figures, fixture->document, &style, NULL);
  g_settings_set_string (nepho_application_get_settings (fixture->application), "export-parts", "cover,charts,sources");
  g_assert_cmpuint (print (fixture, nepho_window_export_subject (fixture->window, NEPHO_EXPORT_REPORT)), ==,
                    nepho_report_n_pages (report));
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);

  g_test_add ("/print/charts", NephoAppFixture, NULL, nepho_app_fixture_set_up, test_charts, nepho_app_fixture_tear_down);
  g_test_add ("/print/report", NephoAppFixture, NULL, nepho_app_fixture_set_up, test_report, nepho_app_fixture_tear_down);

  return g_test_run ();
}
