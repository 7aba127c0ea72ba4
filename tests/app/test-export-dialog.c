/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-export-dialog.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "nepho-app-fixture.h"
#include "nepho-chart-export.h"
#include "nepho-document-io.h"
#include "nepho-document-pack.h"
#include "nepho-document-picture.h"
#include "nepho-document-scenario.h"
#include "nepho-export-choices.h"
#include "nepho-export-form.h"
#include "nepho-page-sheet.h"
#include "nepho-page.h"
#include "nepho-window-export.h"
#include "nepho-workbook.h"

static GSettings *
settings_of (NephoAppFixture *fixture)
{
  return nepho_application_get_settings (fixture->application);
}

static NephoPage *
show_page (NephoAppFixture *fixture, NephoPages page)
{
  nepho_window_set_page (fixture->window, page);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);

  return NEPHO_PAGE (nepho_window_get_page_widget (fixture->window));
}

/* A window over the window, of the type. */
static GtkWidget *
find_window (NephoAppFixture *fixture, GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window)
          && gtk_widget_get_visible (GTK_WIDGET (window)))
        return GTK_WIDGET (window);
    }

  return NULL;
}

static gboolean
is_dialog_open (gpointer data)
{
  return find_window (data, NEPHO_TYPE_EXPORT_DIALOG) != NULL;
}

static gboolean
is_dialog_closed (gpointer data)
{
  return !is_dialog_open (data);
}

/* The small window that says how far it is. */
static gboolean
is_progress_open (gpointer data)
{
  return find_window (data, ADW_TYPE_WINDOW) != NULL;
}

static gboolean
is_progress_closed (gpointer data)
{
  return !is_progress_open (data);
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The first label below @widget with a text that contains @part. */
static GtkWidget *
find_label (GtkWidget *widget, const char *part)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, part);

      if (found != NULL)
        return found;
    }

  return NULL;
}

typedef struct
{
  NephoAppFixture *fixture;
  const char      *part;
} Told;

static gboolean
is_told (gpointer data)
{
  const Told *told = data;

  return find_label (GTK_WIDGET (told->fixture->window), told->part) != NULL;
}

static void
wait_for_words (NephoAppFixture *fixture, const char *part)
{
  Told told = { fixture, part };

  nepho_app_wait_until (is_told, &told);
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("nepho-test-export-XXXXXX", &error);

  g_assert_no_error (error);

  return path;
}

static guint
empty_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_unlink (inner), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);

  return n;
}

/* A file of bytes may hold zeros. */
static gboolean
holds (const char *data, gsize length, const char *words)
{
  for (gsize i = 0; i + strlen (words) <= length; i++)
    if (memcmp (data + i, words, strlen (words)) == 0)
      return TRUE;

  return FALSE;
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

/* What the dialog has written of a subject, which it takes over. */
static GBytes *
export (NephoAppFixture *fixture, NephoExportSubject *subject, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog = nepho_export_dialog_new (nepho_window_get_page_widget (fixture->window), subject);

  g_unlink (path);
  nepho_export_dialog_export (NEPHO_EXPORT_DIALOG (dialog), file);
  nepho_app_wait_until (is_there, (gpointer) path);

  return read_file (path);
}

/* The only chart of a page that is called so, as it is looked at. */
static NephoExportSubject *
chart_of (NephoPage *page, const char *id)
{
  NephoExportSubject *subject = nepho_page_new_subject (page);

  subject->kind = NEPHO_EXPORT_CHART;
  for (guint i = subject->charts->len; i > 0; i--)
    if (!g_str_equal (g_array_index (subject->charts, NephoExportChart, i - 1).spec->id, id))
      g_array_remove_index (subject->charts, i - 1);
  g_assert_cmpuint (subject->charts->len, ==, 1);

  return subject;
}

/* What the drawing room makes of a figure in this process. */
static GBytes *
drawn (NephoAppFixture *fixture, const NephoExportSubject *subject)
{
  g_autoptr (GPtrArray) figures = nepho_export_subject_figures (subject);
  g_autoptr (GBytes) packed = nepho_document_pack (fixture->document);
  g_autofree char *title = nepho_report_title (fixture->document);
  g_autofree char *keywords
    = nepho_report_keywords (fixture->document, subject->kind == NEPHO_EXPORT_CHART ? figures->pdata[0] : NULL);
  g_auto (NephoExportChoices) choices = { 0 };
  g_autoptr (GError) error = NULL;
  NephoPictureOptions options;
  GBytes *bytes;

  nepho_export_choices_init (&choices, settings_of (fixture), subject);
  g_assert_true (nepho_export_choices_picture (&choices, &options, &error));
  options.document = choices.embed ? packed : NULL;
  options.view = &subject->view;
  options.keywords = keywords;
  bytes = subject->kind == NEPHO_EXPORT_PAGE
            ? nepho_sheet_encode (figures, &options, title, NEPHO_PAGE_SHEET_COLUMNS, &error)
            : nepho_picture_encode (figures->pdata[0], &options, &error);
  g_assert_no_error (error);

  return bytes;
}

static void
assert_same (NephoAppFixture *fixture, NephoExportSubject *subject, const char *path)
{
  g_autoptr (GBytes) expected = drawn (fixture, subject);
  g_autoptr (GBytes) written = export (fixture, subject, path);

  g_assert_true (g_bytes_equal (expected, written));
}

/* What the window shows and what the command line writes are the same bytes: every chart of every page, whatever is
 * chosen on it. */
static void
test_bytes (NephoAppFixture *fixture, gconstpointer data)
{
  static const NephoPages pages[] = { NEPHO_PAGE_OVERVIEW, NEPHO_PAGE_MARKET, NEPHO_PAGE_REVENUE, NEPHO_PAGE_COMPUTE,
                                      NEPHO_PAGE_SCENARIOS, NEPHO_PAGE_UNCERTAINTY };
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a", NULL);

  g_settings_set_string (settings_of (fixture), "export-format", "svg");
  g_assert_true (nepho_document_set_value (fixture->document, nepho_app_parameter (fixture, "adoption.potential"), 0.35, NULL));
  for (guint k = 0; k < G_N_ELEMENTS (pages); k++)
    {
      NephoPage *page = show_page (fixture, pages[k]);
      g_autoptr (NephoExportSubject) all = nepho_page_new_subject (page);

      /* The sheet has all charts. */
      assert_same (fixture, chart_of (page, g_array_index (all->charts, NephoExportChart, 1).spec->id), path);
      assert_same (fixture, nepho_page_new_subject (page), path);
    }
  g_assert_cmpuint (empty_folder (folder), ==, 1);
}

/* Whatever is chosen: segment, history, money, words, colours, look, no baseline, a part in view. */
static void
test_choices (NephoAppFixture *fixture, gconstpointer data)
{
  static const NephoFigureLook look = { NEPHO_MEASURE_SHARE, FALSE };
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  NephoView view = { .from = NAN, .to = NAN, .segment = (char *) "saas", .vendor = (char *) "tencent" };
  NephoPlotView narrow = NEPHO_PLOT_VIEW_ALL;
  NephoExportSubject *subject;
  NephoPage *page;

  narrow.x_minimum = 2023.25;
  narrow.x_maximum = 2026.0;
  g_settings_set_string (settings_of (fixture), "export-format", "svg");
  g_settings_set_string (settings_of (fixture), "currency", "usd");
  g_settings_set_string (settings_of (fixture), "exchange-rate", "6.8");
  g_settings_set_string (settings_of (fixture), "number-words", "myriad");
  g_assert_true (nepho_document_set_value (fixture->document, nepho_app_parameter (fixture, "adoption.potential"), 0.35, NULL));
  g_settings_set_string (settings_of (fixture), "rising", "red");
  nepho_window_set_show_baseline (fixture->window, FALSE);
  nepho_window_set_history (fixture->window, "none");
  page = show_page (fixture, NEPHO_PAGE_REVENUE);
  nepho_page_set_view (page, &view);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  for (guint i = 0; i < 3; i++)
    assert_same (fixture, chart_of (page, ((const char *[]) { "revenue", "bridge", "why-force" })[i]), path);
  subject = chart_of (page, "revenue-area");
  g_array_index (subject->charts, NephoExportChart, 0).look = look;
  assert_same (fixture, subject, path);
  narrow.isolated = "alibaba";
  subject = chart_of (page, "revenue");
  nepho_export_subject_look_at (subject, &narrow);
  assert_same (fixture, subject, path);
  subject = nepho_page_new_subject (page);
  g_array_index (subject->charts, NephoExportChart, 1).look = look;
  assert_same (fixture, subject, path);
  g_assert_cmpuint (empty_folder (folder), ==, 1);
}

/* Exactly the file that was named is written, in the chosen format, with the scenario in it unless that is not wanted. */
static void
test_formats (NephoAppFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *format;
    const char *begins;
  } cases[] = { { "png", "\x89PNG" }, { "svg", "<?xml" }, { "pdf", "%PDF-" }, { "xlsx", "PK" }, { "csv", "Quarter," } };
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "no suffix at all", NULL);
  NephoPage *page = show_page (fixture, NEPHO_PAGE_MARKET);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      gboolean embed = i < G_N_ELEMENTS (cases);
      guint k = i % (guint) G_N_ELEMENTS (cases);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) kept = NULL;
      const char *content;
      gsize length;

      g_settings_set_string (settings_of (fixture), "export-format", cases[k].format);
      g_settings_set_boolean (settings_of (fixture), "export-embed", embed);
      bytes = export (fixture, chart_of (page, "adoption"), path);
      content = g_bytes_get_data (bytes, &length);
      g_assert_cmpmem (content, MIN (length, strlen (cases[k].begins)), cases[k].begins, strlen (cases[k].begins));
      kept = nepho_document_picture_read (bytes, NULL);
      g_assert_cmpint (kept != NULL, ==, embed && k < 3);
      g_assert_false (holds (content, length, folder));
      g_assert_false (holds (content, length, g_get_home_dir ()));
    }
  g_assert_cmpuint (empty_folder (folder), ==, 1);
}

/* All of a scenario: the report and the workbook are what the drawing room makes of them here. */
static void
test_whole (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  g_autoptr (NephoExportSubject) subject = nepho_window_export_subject (fixture->window, NEPHO_EXPORT_REPORT);
  g_autoptr (GPtrArray) figures = nepho_export_subject_figures (subject);
  g_autoptr (GBytes) packed = nepho_document_pack (fixture->document);
  g_autoptr (GBytes) workbook = nepho_workbook_encode (&subject->context, figures, fixture->document, NULL);
  g_autoptr (GBytes) report = NULL;
  g_autoptr (GBytes) written_report = NULL;
  g_autoptr (GBytes) written_workbook = NULL;
  NephoReportStyle style;

  g_settings_set_string (settings_of (fixture), "export-paper", "slide");
  g_settings_set_string (settings_of (fixture), "export-parts", "method");
  nepho_report_style_init (&style);
  nepho_report_style_page (&style, "slide", NULL);
  style.parts = NEPHO_REPORT_METHOD;
  style.document = packed;
  report = nepho_report_encode (&subject->context, figures, fixture->document, &style, NULL);
  written_report = export (fixture, nepho_window_export_subject (fixture->window, NEPHO_EXPORT_REPORT), path);
  g_assert_true (g_bytes_equal (report, written_report));
  written_workbook = export (fixture, nepho_window_export_subject (fixture->window, NEPHO_EXPORT_WORKBOOK), path);
  g_assert_true (g_bytes_equal (workbook, written_workbook));
  g_assert_cmpuint (empty_folder (folder), ==, 1);
}

/* In another language than the window. */
static void
test_language (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);
  g_autoptr (GBytes) bytes = NULL;

  g_settings_set_string (settings_of (fixture), "export-format", "svg");
  g_settings_set_string (settings_of (fixture), "export-language", "zh_CN");
  bytes = export (fixture, chart_of (show_page (fixture, NEPHO_PAGE_MARKET), "share"), path);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "阿里云"));
  g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), ">Alibaba Cloud<"));
  g_assert_cmpuint (empty_folder (folder), ==, 1);
}

static void
export_folder (NephoAppFixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog = nepho_export_dialog_new (nepho_window_get_page_widget (fixture->window),
                                               nepho_window_export_subject (fixture->window, NEPHO_EXPORT_FOLDER));

  nepho_export_dialog_export (NEPHO_EXPORT_DIALOG (dialog), file);
}

static void
test_folder (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_folder ();
  guint n_specs;

  nepho_figure_specs (&n_specs);
  g_settings_set_string (settings_of (fixture), "export-kinds", "csv,workbook");
  export_folder (fixture, path);
  wait_for_words (fixture, "Everything is in");
  g_assert_false (is_progress_open (fixture));
  g_assert_cmpuint (empty_folder (path), ==, n_specs + 1);
}

/* What takes long says so and can be stopped: the folder is as it was. */
static void
test_cancel (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_folder ();
  g_autofree char *mine = g_build_filename (path, "mine.txt", NULL);

  g_assert_true (g_file_set_contents (mine, "mine", -1, NULL));
  g_settings_set_int (settings_of (fixture), "export-scale", 2);
  export_folder (fixture, path);
  nepho_app_wait_until (is_progress_open, fixture);
  gtk_window_close (GTK_WINDOW (find_window (fixture, ADW_TYPE_WINDOW)));
  nepho_app_wait_until (is_progress_closed, fixture);
  g_assert_true (g_file_test (mine, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (empty_folder (path), ==, 1);
}

/* What cannot be written is told, and leaves nothing. */
static void
test_failed (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "there", "is", "none.png", NULL);
  g_autofree char *program = g_strdup (g_getenv ("NEPHOSCOPE_CLI"));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog = nepho_export_dialog_new (nepho_window_get_page_widget (fixture->window),
                                               nepho_window_export_subject (fixture->window, NEPHO_EXPORT_PAGE));

  nepho_export_dialog_export (NEPHO_EXPORT_DIALOG (dialog), file);
  wait_for_words (fixture, "its folder does not exist");
  g_assert_cmpuint (empty_folder (folder), ==, 0);

  g_setenv ("NEPHOSCOPE_CLI", "/bin/false", TRUE);
  dialog = nepho_export_dialog_new (nepho_window_get_page_widget (fixture->window),
                                    nepho_window_export_subject (fixture->window, NEPHO_EXPORT_REPORT));
  nepho_export_dialog_export (NEPHO_EXPORT_DIALOG (dialog), file);
  wait_for_words (fixture, "the program that writes it stopped");
  g_setenv ("NEPHOSCOPE_CLI", program, TRUE);
}

/* A scenario of the reader's own, which follows another, is named alike by both. */
static void
test_own_scenario (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_settings_set_string (settings_of (fixture), "export-format", "svg");
  g_assert_true (nepho_document_apply_scenario (fixture->document, "price-war", NULL));
  g_assert_true (nepho_document_set_value (fixture->document, nepho_app_parameter (fixture, "adoption.potential"), 0.35, NULL));
  g_assert_nonnull (nepho_document_add_scenario (fixture->document, "price-war", "Mine & yours", &error));
  g_assert_no_error (error);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  assert_same (fixture, chart_of (show_page (fixture, NEPHO_PAGE_MARKET), "share"), path);
  bytes = read_file (path);
  g_assert_true (holds (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "scenario Mine &amp; yours"));
  g_assert_cmpuint (empty_folder (folder), ==, 1);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_so (gpointer data)
{
  return *(gboolean *) data;
}

/* A copied picture keeps the scenario, unless that is not wanted. */
static void
test_copied (NephoAppFixture *fixture, gconstpointer data)
{
  const NephoPlotFigure *figure
    = nepho_chart_get_figure (nepho_page_get_chart (show_page (fixture, NEPHO_PAGE_MARKET), 0));
  g_autofree char *json = nepho_document_to_json (fixture->document);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GdkContentProvider) provider = NULL;
      g_autoptr (GBytes) packed = NULL;
      g_autoptr (GBytes) picture = NULL;
      g_autoptr (GBytes) kept = NULL;
      gboolean written = FALSE;

      g_settings_set_boolean (settings_of (fixture), "export-embed", i < 2);
      packed = nepho_chart_export_pack (fixture->document);
      provider = nepho_chart_export_provider (figure, NULL, packed, NULL);
      gdk_content_provider_write_mime_type_async (provider, i % 2 == 0 ? "image/png" : "image/svg+xml", stream, 0, NULL,
                                                  written_cb, &written);
      nepho_app_wait_until (is_so, &written);
      g_output_stream_close (stream, NULL, NULL);
      picture = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
      kept = nepho_document_picture_read (picture, NULL);
      g_assert_cmpint (kept != NULL, ==, i < 2);
      if (kept != NULL)
        g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), json, strlen (json));
    }
}

static NephoExportForm *
find_form (GtkWidget *widget)
{
  NephoExportForm *found = NEPHO_IS_EXPORT_FORM (widget) ? NEPHO_EXPORT_FORM (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_form (child);

  return found;
}

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *label = find_label (widget, title);

  return label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_ROW) : NULL;
}

/* By the keyboard alone: opened, a format chosen, closed; the next time it is still chosen, and only what matters for it
 * is shown. */
static void
test_keyboard (NephoAppFixture *fixture, gconstpointer data)
{
  NephoPage *page = show_page (fixture, NEPHO_PAGE_MARKET);
  GtkWidget *dialog;
  GtkWidget *row;

  nepho_app_press_key (GTK_WIDGET (nepho_page_get_chart (page, 0)), "ctrl+e");
  nepho_app_wait_until (is_dialog_open, fixture);
  dialog = find_window (fixture, NEPHO_TYPE_EXPORT_DIALOG);
  nepho_app_wait_frames (dialog, 5);
  row = find_row (dialog, "Format");
  g_assert_true (gtk_widget_get_visible (find_row (dialog, "Pixels an Inch")));
  nepho_app_press_key (row, "space");
  nepho_app_xdotool ("key", "Down", "Return", NULL);
  nepho_app_wait_frames (dialog, 10);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
  g_assert_false (gtk_widget_get_visible (find_row (dialog, "Pixels an Inch")));
  g_assert_true (gtk_widget_get_visible (find_row (dialog, "Text in SVG")));
  nepho_app_xdotool ("key", "Escape", NULL);
  nepho_app_wait_until (is_dialog_closed, fixture);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "export-page", NULL);
  dialog = find_window (fixture, NEPHO_TYPE_EXPORT_DIALOG);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (dialog, "Format"))), ==, 1);
  g_assert_nonnull (find_form (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A size that cannot be is told, and nothing can be exported until it is another. */
static void
test_size (NephoAppFixture *fixture, gconstpointer data)
{
  GSettings *settings = settings_of (fixture);
  GtkWidget *dialog;

  g_settings_set_string (settings, "export-format", "png");
  g_settings_set_string (settings, "export-page-size", "own");
  g_settings_set_double (settings, "export-width", 160.0);
  g_settings_set_double (settings, "export-height", 100.0);
  dialog = nepho_export_dialog_new (nepho_window_get_page_widget (fixture->window),
                                    nepho_window_export_subject (fixture->window, NEPHO_EXPORT_PAGE));
  gtk_window_present (GTK_WINDOW (dialog));
  nepho_app_wait_frames (dialog, 3);
  /* 160 mm at 300 dpi */
  g_assert_nonnull (find_label (dialog, "1890 × 1181 pixels, 160 × 100 mm"));
  g_settings_set_int (settings, "export-scale", 2);
  nepho_app_wait_frames (dialog, 3);
  g_assert_nonnull (find_label (dialog, "3780 × 2362 pixels, 160 × 100 mm"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "Unit")), 1);
  nepho_app_wait_frames (dialog, 3);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, "export-width"), 1889.8, 0.2);
  g_assert_nonnull (find_label (dialog, "160 × 100 mm"));
  g_settings_set_double (settings, "export-height", 20.0);
  nepho_app_wait_frames (dialog, 3);
  g_assert_nonnull (find_label (dialog, "expected 10 mm to 2000 mm a side"));
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (dialog))));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static const char file_manager[] = "<node><interface name='org.freedesktop.FileManager1'><method name='ShowItems'>"
                                   "<arg type='as' direction='in'/><arg type='s' direction='in'/></method>"
                                   "</interface></node>";

static void
called_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *method,
           GVariant *parameters, GDBusMethodInvocation *invocation, gpointer user_data)
{
  g_autofree const char **uris = NULL;

  g_variant_get (parameters, "(^a&s&s)", &uris, NULL);
  g_free (*(char **) user_data);
  *(char **) user_data = g_strdup (uris[0]);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

/* When it is done, a button has the file manager point at the file. */
static void
test_show (NephoAppFixture *fixture, gconstpointer data)
{
  static const GDBusInterfaceVTable table = { .method_call = called_cb };
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a b.csv", NULL);
  g_autofree char *expected = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *asked = NULL;
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (file_manager, NULL);
  /* On a connection of its own, as another program would be. */
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusConnection) bus = g_dbus_connection_new_for_address_sync (
      address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL,
      NULL);
  guint object = g_dbus_connection_register_object (bus, "/org/freedesktop/FileManager1", info->interfaces[0], &table,
                                                    &asked, NULL, NULL);
  g_autoptr (GVariant) owned = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
      g_variant_new ("(su)", "org.freedesktop.FileManager1", 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  GtkWidget *label;

  g_assert_nonnull (owned);
  g_settings_set_string (settings_of (fixture), "export-format", "csv");
  bytes = export (fixture, chart_of (show_page (fixture, NEPHO_PAGE_MARKET), "share"), path);
  wait_for_words (fixture, "Show in Folder");
  label = find_label (GTK_WIDGET (fixture->window), "Show in Folder");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  nepho_app_wait_until (is_set, &asked);
  g_assert_cmpstr (asked, ==, expected);
  g_dbus_connection_flush_sync (bus, NULL, NULL);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 5);
  g_dbus_connection_unregister_object (bus, object);
  g_dbus_connection_close_sync (bus, NULL, NULL);
  g_assert_cmpuint (empty_folder (folder), ==, 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (NephoAppFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/export-dialog/bytes", test_bytes },
    { "/export-dialog/choices", test_choices },
    { "/export-dialog/own-scenario", test_own_scenario },
    { "/export-dialog/formats", test_formats },
    { "/export-dialog/copied", test_copied },
    { "/export-dialog/whole", test_whole },
    { "/export-dialog/language", test_language },
    { "/export-dialog/folder", test_folder },
    { "/export-dialog/cancel", test_cancel },
    { "/export-dialog/failed", test_failed },
    { "/export-dialog/keyboard", test_keyboard },
    { "/export-dialog/size", test_size },
    { "/export-dialog/show", test_show },
  };

  nepho_app_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, NephoAppFixture, NULL, nepho_app_fixture_set_up, tests[i].test, nepho_app_fixture_tear_down);

  return g_test_run ();
}
