/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-print.h"

#include <math.h>

#include "nepho-application.h"
#include "nepho-export-choices.h"
#include "nepho-page-sheet.h"
#include "nepho-toast.h"

/* Of the title above the charts, points. */
#define TITLE_HEIGHT 40.0

typedef struct
{
  GtkWidget           *anchor;
  NephoExportSubject  *subject;
  NephoExportChoices   choices;
  NephoPictureOptions  picture;
  NephoReportStyle     style;
  GPtrArray           *figures;
  NephoReport         *report;  /* or NULL */
  char                *title;   /* of a sheet */
  guint                n_a_page; /* charts of a sheet */
} Print;

static void
print_free (Print *print)
{
  nepho_report_free (print->report);
  g_clear_pointer (&print->figures, g_ptr_array_unref);
  nepho_export_choices_clear (&print->choices);
  nepho_export_subject_free (print->subject);
  g_object_unref (print->anchor);
  g_free (print->title);
  g_free (print);
}

/* As many rows as leave each chart its proportions. */
static guint
charts_a_page (const Print *print)
{
  double width = print->picture.width_pt / NEPHO_PAGE_SHEET_COLUMNS;
  NephoPictureOptions usual;
  double rows;

  nepho_picture_options_init (&usual);
  rows = floor ((print->picture.height_pt - TITLE_HEIGHT) / (width * usual.height_pt / usual.width_pt));

  return NEPHO_PAGE_SHEET_COLUMNS * (guint) MAX (rows, 1.0);
}

static guint
count_pages (const Print *print)
{
  if (print->report != NULL)
    return nepho_report_n_pages (print->report);
  if (print->subject->kind == NEPHO_EXPORT_CHART)
    return 1;

  return (print->figures->len + print->n_a_page - 1) / print->n_a_page;
}

static gboolean
lay_out (Print *print, GtkPageSetup *setup, GError **error)
{
  gboolean report = print->subject->kind == NEPHO_EXPORT_REPORT;
  double width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  double height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);

  if (!report)
    {
      if (!nepho_export_choices_picture (&print->choices, &print->picture, error))
        return FALSE;
      print->picture.width_pt = gtk_page_setup_get_page_width (setup, GTK_UNIT_POINTS);
      print->picture.height_pt = gtk_page_setup_get_page_height (setup, GTK_UNIT_POINTS);
      print->n_a_page = charts_a_page (print);
      return TRUE;
    }
  if (!nepho_export_choices_report (&print->choices, &print->style, error))
    return FALSE;

  nepho_report_style_page (&print->style, width > height ? "slide" : "a4", NULL);
  print->style.width_pt = width;
  print->style.height_pt = height;
  print->report = nepho_report_new (&print->subject->context, print->figures, print->subject->document, &print->style, error);

  return print->report != NULL;
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  g_autoptr (GError) error = NULL;

  if (lay_out (print, gtk_print_context_get_page_setup (context), &error))
    {
      gtk_print_operation_set_n_pages (operation, (int) count_pages (print));
      return;
    }
  nepho_toast_tell (print->anchor, error->message);
  gtk_print_operation_cancel (operation);
}

/* A chart is as high as its width asks for, and at the top of the page. */
static void
draw_chart (const Print *print, cairo_t *cr)
{
  NephoPictureOptions usual;
  double height;

  nepho_picture_options_init (&usual);
  height = MIN (print->picture.width_pt * usual.height_pt / usual.width_pt, print->picture.height_pt);
  nepho_plot_render (g_ptr_array_index (print->figures, 0), cr, print->picture.width_pt, height, print->picture.theme,
                     print->picture.text_scale, &print->subject->view, TRUE);
}

/* The last page may be short: its charts are no larger than the others. */
static void
draw_sheet (const Print *print, cairo_t *cr, guint page)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  NephoPictureOptions picture = print->picture;
  guint n_rows;

  for (guint i = page * print->n_a_page; i < MIN ((page + 1) * print->n_a_page, print->figures->len); i++)
    g_ptr_array_add (shown, g_ptr_array_index (print->figures, i));
  n_rows = (shown->len + NEPHO_PAGE_SHEET_COLUMNS - 1) / NEPHO_PAGE_SHEET_COLUMNS;
  picture.height_pt = TITLE_HEIGHT
                      + (picture.height_pt - TITLE_HEIGHT) * n_rows * NEPHO_PAGE_SHEET_COLUMNS / print->n_a_page;
  nepho_sheet_draw (shown, &picture, print->title, MIN (shown->len, NEPHO_PAGE_SHEET_COLUMNS), cr);
}

/* The report has its own margins; charts have the printer's. */
static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *print)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);

  cairo_save (cr);
  if (print->report != NULL)
    {
      cairo_translate (cr, -gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS),
                       -gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS));
      nepho_report_draw (print->report, cr, (guint) page);
    }
  else if (print->subject->kind == NEPHO_EXPORT_CHART)
    draw_chart (print, cr);
  else
    draw_sheet (print, cr, (guint) page);
  cairo_restore (cr);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Print *print)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      nepho_toast_tell (print->anchor, error->message);
    }
  print_free (print);
  g_object_unref (operation);
}

static void
run (GtkWidget *anchor, NephoExportSubject *subject, const char *path)
{
  GtkRoot *root = gtk_widget_get_root (anchor);
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Print *print = g_new0 (Print, 1);

  print->anchor = g_object_ref (anchor);
  print->subject = subject;
  print->figures = nepho_export_subject_figures (subject);
  print->title = nepho_report_title (subject->document);
  nepho_export_choices_init (&print->choices, nepho_application_get_settings (NEPHO_APPLICATION (g_application_get_default ())),
                             subject);
  gtk_print_operation_set_job_name (operation, nepho_document_get_title (subject->document));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (path != NULL)
    gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), print);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), print);
  gtk_print_operation_run (operation, path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

/**
 * nepho_print:
 * @anchor: a widget of the window above which the print dialog stands
 * @subject: (transfer full): a chart, a page or the report; its document must not change meanwhile
 *
 * Prints it in the colours that exports have.
 */
void
nepho_print (GtkWidget *anchor, NephoExportSubject *subject)
{
  run (anchor, subject, NULL);
}

/**
 * nepho_print_file:
 * @anchor: a widget of a window
 * @subject: (transfer full): as for nepho_print()
 * @path: (type filename): a file
 *
 * Writes the pages that nepho_print() would print, as PDF.
 */
void
nepho_print_file (GtkWidget *anchor, NephoExportSubject *subject, const char *path)
{
  run (anchor, subject, path);
}
