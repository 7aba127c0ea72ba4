/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-export-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-application.h"
#include "nepho-chooser.h"
#include "nepho-export-choices.h"
#include "nepho-export-form.h"
#include "nepho-export-job.h"
#include "nepho-export-preview.h"
#include "nepho-house-dialog.h"
#include "nepho-page-sheet.h"
#include "nepho-table.h"
#include "nepho-toast.h"

#define POINTS_PER_MM (72.0 / 25.4)

/* As many lines of a table as show what it is. */
#define SHOWN_LINES 40u

struct _NephoExportDialog
{
  AdwWindow            parent_instance;

  GtkWidget           *anchor;   /* what is exported is of its window, where it is told how it went */
  GSettings           *settings;
  NephoExportSubject  *subject;
  NephoExportChoices   choices;
  NephoPictureOptions  picture;
  NephoReportStyle     style;
  GPtrArray           *figures;
  NephoReport         *report;   /* or NULL */
  char                *title;    /* of a sheet */
  guint                page;     /* of the report, in view */
  NephoPlotView        part;     /* that the reader looks at in the window */
  char                *part_isolated; /* of it, or NULL */
  guint                idle;

  GtkWidget           *accept;
  GtkStack            *stack;
  NephoExportPreview  *preview;
  GtkLabel            *text;
  GtkWidget           *pager;
  GtkWidget           *previous;
  GtkWidget           *next;
  GtkLabel            *page_label;
  GtkLabel            *note;
  NephoExportForm     *form;
  GtkWidget           *part_group;
  GtkSwitch           *part_switch;
};

G_DEFINE_FINAL_TYPE (NephoExportDialog, nepho_export_dialog, ADW_TYPE_WINDOW)

static const NephoPlotFigure *
first_figure (NephoExportDialog *self)
{
  return g_ptr_array_index (self->figures, 0);
}

static void
draw_figure_cb (cairo_t *cr, gpointer user_data)
{
  NephoExportDialog *self = user_data;

  nepho_plot_render (first_figure (self), cr, self->picture.width_pt, self->picture.height_pt, self->picture.theme,
                     self->picture.text_scale, &self->subject->view, self->picture.transparent);
}

static void
draw_sheet_cb (cairo_t *cr, gpointer user_data)
{
  NephoExportDialog *self = user_data;

  nepho_sheet_draw (self->figures, &self->picture, self->title, MIN (self->figures->len, NEPHO_PAGE_SHEET_COLUMNS), cr);
}

static void
draw_report_cb (cairo_t *cr, gpointer user_data)
{
  NephoExportDialog *self = user_data;

  nepho_report_draw (self->report, cr, self->page);
}

/* "1890 × 1299 pixels, 160 × 110 mm" */
static char *
describe_size (NephoExportDialog *self)
{
  double width_mm = self->picture.width_pt / POINTS_PER_MM;
  double height_mm = self->picture.height_pt / POINTS_PER_MM;
  int width;
  int height;

  if (self->picture.format != NEPHO_PICTURE_PNG)
    /* Translators: width and height on paper */
    return g_strdup_printf (_("%.0f × %.0f mm"), width_mm, height_mm);

  nepho_picture_pixels (&self->picture, &width, &height);

  /* Translators: width and height of a picture, then on paper */
  return g_strdup_printf (_("%d × %d pixels, %.0f × %.0f mm"), width, height, width_mm, height_mm);
}

static gboolean
show_picture (NephoExportDialog *self, GError **error)
{
  gboolean sheet = self->subject->kind == NEPHO_EXPORT_PAGE;
  const NephoPlotFigure *figure = first_figure (self);
  g_autofree char *size = NULL;

  if (!nepho_export_choices_picture (&self->choices, &self->picture, error))
    return FALSE;

  size = describe_size (self);
  gtk_label_set_label (self->note, size);
  gtk_stack_set_visible_child_name (self->stack, "paper");
  nepho_export_preview_show (self->preview, self->picture.width_pt, self->picture.height_pt,
                             figure->summary != NULL ? figure->summary : figure->title,
                             sheet ? draw_sheet_cb : draw_figure_cb, self);

  return TRUE;
}

/* Some pages may have gone. */
static void
show_page (NephoExportDialog *self)
{
  guint n_pages = nepho_report_n_pages (self->report);
  g_autofree char *text = NULL;

  self->page = MIN (self->page, n_pages - 1);
  /* Translators: number of a page, how many there are */
  text = g_strdup_printf (_("Page %u of %u"), self->page + 1, n_pages);
  gtk_label_set_label (self->page_label, text);
  gtk_widget_set_sensitive (self->previous, self->page > 0);
  gtk_widget_set_sensitive (self->next, self->page + 1 < n_pages);
  nepho_export_preview_show (self->preview, self->style.width_pt, self->style.height_pt, text, draw_report_cb, self);
}

static gboolean
show_report (NephoExportDialog *self, GError **error)
{
  if (!nepho_export_choices_report (&self->choices, &self->style, error))
    return FALSE;

  self->report = nepho_report_new (&self->subject->context, self->figures, self->subject->document, &self->style, error);
  if (self->report == NULL)
    return FALSE;

  gtk_stack_set_visible_child_name (self->stack, "paper");
  gtk_label_set_label (self->note, "");
  show_page (self);

  return TRUE;
}

/* The first lines as they will stand in the file. */
static void
show_table (NephoExportDialog *self)
{
  g_autoptr (NephoTable) table = nepho_table_from_figure (first_figure (self));
  g_autofree char *csv = nepho_table_to_csv_in (table, nepho_csv_style_find (self->choices.csv));
  const char *at = g_str_has_prefix (csv, "\xef\xbb\xbf") ? csv + strlen ("\xef\xbb\xbf") : csv;
  g_auto (GStrv) lines = g_strsplit (at, "\n", (int) SHOWN_LINES + 1);
  guint n_rows = nepho_table_n_rows (table);
  g_autofree char *shown = NULL;
  /* Translators: a table */
  g_autofree char *note = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);

  if (g_strv_length (lines) > SHOWN_LINES)
    {
      g_free (lines[SHOWN_LINES]);
      lines[SHOWN_LINES] = g_strdup ("…");
    }
  shown = g_strjoinv ("\n", lines);
  gtk_label_set_label (self->text, shown);
  gtk_label_set_label (self->note, note);
  gtk_stack_set_visible_child_name (self->stack, "text");
}

static void
show_workbook (NephoExportDialog *self)
{
  gtk_label_set_label (self->note, "");
  gtk_stack_set_visible_child_name (self->stack, "workbook");
}

static gboolean
show_subject (NephoExportDialog *self, GError **error)
{
  if (self->subject->kind == NEPHO_EXPORT_REPORT)
    return show_report (self, error);
  if (nepho_export_choices_is_paper (&self->choices))
    return show_picture (self, error);
  if (g_str_equal (self->choices.suffix, "csv"))
    show_table (self);
  else
    show_workbook (self);

  return TRUE;
}

static void
update (NephoExportDialog *self)
{
  g_autoptr (GError) error = NULL;
  gboolean good;

  nepho_export_preview_show (self->preview, 1.0, 1.0, NULL, NULL, NULL);
  g_clear_pointer (&self->report, nepho_report_free);
  nepho_export_choices_clear (&self->choices);
  nepho_export_choices_init (&self->choices, self->settings, self->subject);
  nepho_export_form_update (self->form, &self->choices);
  good = show_subject (self, &error);
  gtk_widget_set_sensitive (self->accept, good);
  gtk_widget_set_visible (self->pager, self->report != NULL);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "error");
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->note), "error");
      gtk_label_set_label (self->note, error->message);
    }
}

static gboolean
update_cb (gpointer user_data)
{
  NephoExportDialog *self = user_data;

  self->idle = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* However many settings change at once. */
static void
changed_cb (NephoExportDialog *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_cb, self);
}

static void
previous_cb (NephoExportDialog *self)
{
  self->page--;
  show_page (self);
}

static void
next_cb (NephoExportDialog *self)
{
  self->page++;
  show_page (self);
}

/* Whoever has just set it wants to see it. */
static void
house_saved_cb (NephoExportDialog *self)
{
  g_settings_set_boolean (self->settings, "export-house-style", TRUE);
  changed_cb (self);
}

static void
edit_house_cb (NephoExportDialog *self)
{
  GtkWidget *house = nepho_house_dialog_new (GTK_WINDOW (self));

  g_signal_connect_object (house, "saved", G_CALLBACK (house_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (house));
}

/* Once what was narrowed is whole, it can be narrowed again. */
static void
part_cb (NephoExportDialog *self)
{
  static const NephoPlotView all = NEPHO_PLOT_VIEW_ALL;
  NephoPlotView part = self->part;

  part.isolated = self->part_isolated;
  nepho_export_subject_look_at (self->subject, gtk_switch_get_active (self->part_switch) ? &part : &all);
  changed_cb (self);
}

static void
done_cb (GtkWidget *anchor, GFile *target, const GError *error, gpointer folder)
{
  if (error == NULL)
    nepho_toast_file (anchor, target, GPOINTER_TO_INT (folder));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    nepho_toast_tell (anchor, error->message);
}

/* Of the file, among those that the command line writes. */
static char *
made_name (NephoExportDialog *self)
{
  if (self->subject->kind == NEPHO_EXPORT_FOLDER)
    return NULL;
  if (self->subject->kind == NEPHO_EXPORT_WORKBOOK)
    return g_strdup ("all" G_DIR_SEPARATOR_S "workbook.xlsx");

  return g_strdup_printf ("out.%s", self->choices.suffix);
}

/**
 * nepho_export_dialog_export:
 * @self: the dialog
 * @target: a file, or for everything a folder
 *
 * Has what is chosen written there, and closes.
 */
void
nepho_export_dialog_export (NephoExportDialog *self, GFile *target)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autofree char *made = NULL;

  g_return_if_fail (NEPHO_IS_EXPORT_DIALOG (self));

  update (self);
  made = made_name (self);
  nepho_export_subject_arguments (self->subject, words);
  nepho_export_choices_arguments (&self->choices, words);
  arguments = g_strv_builder_end (words);
  nepho_export_job_start (self->anchor, self->subject->document, (const char * const *) arguments, made, target, done_cb,
                          GINT_TO_POINTER (self->subject->kind == NEPHO_EXPORT_FOLDER));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
response_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (NephoExportDialog) self = user_data;
  g_autoptr (GFile) file = nepho_chooser_take (chooser, response);

  if (file != NULL)
    nepho_export_dialog_export (self, file);
}

static void
accept_cb (NephoExportDialog *self)
{
  gboolean folder = self->subject->kind == NEPHO_EXPORT_FOLDER;
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      gtk_window_get_title (GTK_WINDOW (self)), GTK_WINDOW (self),
      folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (!folder)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      g_autofree char *name = g_strdup_printf ("%s.%s", nepho_export_subject_name (self->subject), self->choices.suffix);

      gtk_file_filter_add_suffix (filter, self->choices.suffix);
      gtk_file_filter_set_name (filter, self->choices.suffix);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
    }
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
nepho_export_dialog_dispose (GObject *object)
{
  NephoExportDialog *self = NEPHO_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->preview != NULL)
    nepho_export_preview_show (self->preview, 1.0, 1.0, NULL, NULL, NULL);
  g_clear_object (&self->anchor);

  G_OBJECT_CLASS (nepho_export_dialog_parent_class)->dispose (object);
}

static void
nepho_export_dialog_finalize (GObject *object)
{
  NephoExportDialog *self = NEPHO_EXPORT_DIALOG (object);

  nepho_report_free (self->report);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  nepho_export_choices_clear (&self->choices);
  nepho_export_subject_free (self->subject);
  g_clear_object (&self->settings);
  g_free (self->title);
  g_free (self->part_isolated);

  G_OBJECT_CLASS (nepho_export_dialog_parent_class)->finalize (object);
}

static void
nepho_export_dialog_class_init (NephoExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nepho_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = nepho_export_dialog_finalize;

  g_type_ensure (NEPHO_TYPE_EXPORT_PREVIEW);
  g_type_ensure (NEPHO_TYPE_EXPORT_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nephoscope/Nephoscope/ui/nepho-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoExportDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, NephoExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, NephoExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, NephoExportDialog, text);
  gtk_widget_class_bind_template_child (widget_class, NephoExportDialog, pager);
  gtk_widget_class_bind_template_child (widget_class, NephoExportDialog, previous);
  gtk_widget_class_bind_template_child (widget_class, NephoExportDialog, next);
  gtk_widget_class_bind_template_child (widget_class, NephoExportDialog, page_label);
  gtk_widget_class_bind_template_child (widget_class, NephoExportDialog, note);
  gtk_widget_class_bind_template_child (widget_class, NephoExportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, NephoExportDialog, part_group);
  gtk_widget_class_bind_template_child (widget_class, NephoExportDialog, part_switch);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_house_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nepho_export_dialog_init (NephoExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept);
  gtk_window_set_focus (GTK_WINDOW (self), self->accept);
}

static const char *
title_of (NephoExportKind kind)
{
  switch (kind)
    {
    case NEPHO_EXPORT_PAGE:
      return _("Export Page");
    case NEPHO_EXPORT_REPORT:
      return _("Export Report");
    case NEPHO_EXPORT_WORKBOOK:
      return _("Export Workbook");
    case NEPHO_EXPORT_FOLDER:
      return _("Export Everything into a Folder");
    case NEPHO_EXPORT_CHART:
    default:
      return _("Export Chart");
    }
}

/**
 * nepho_export_dialog_new:
 * @anchor: what the reader called it on; above its window it stands, and there it is told how it went
 * @subject: (transfer full): what is exported; its document must not change while the dialog is open
 *
 * Returns: (transfer none): the dialog, not shown yet
 */
GtkWidget *
nepho_export_dialog_new (GtkWidget *anchor, NephoExportSubject *subject)
{
  NephoExportDialog *self = g_object_new (NEPHO_TYPE_EXPORT_DIALOG, NULL);
  GSettings *settings = nepho_application_get_settings (NEPHO_APPLICATION (g_application_get_default ()));

  self->anchor = g_object_ref (anchor);
  self->settings = g_object_ref (settings);
  self->subject = subject;
  self->figures = nepho_export_subject_figures (subject);
  self->title = nepho_report_title (subject->document);
  nepho_export_choices_init (&self->choices, settings, subject);
  self->part = subject->view;
  self->part_isolated = g_strdup (subject->isolated);
  gtk_widget_set_visible (self->part_group, nepho_export_subject_is_part (subject));
  gtk_window_set_title (GTK_WINDOW (self), title_of (subject->kind));
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (anchor)));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  nepho_export_form_attach (self->form, settings, subject->kind);
  update (self);
  g_signal_connect_object (settings, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
