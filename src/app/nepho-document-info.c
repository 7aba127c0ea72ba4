/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-info.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-edition.h"
#include "nepho-document-io.h"
#include "nepho-document-scenario.h"
#include "nepho-file-report.h"
#include "nepho-undo-keys.h"

struct _NephoDocumentInfo
{
  AdwWindow      parent_instance;

  NephoDocument *document;
  gboolean       filling;  /* the entries follow the document */

  GtkEditable   *title;
  GtkEditable   *description;
  GtkTextBuffer *notes;
  GtkLabel      *scenario;
  GtkLabel      *dataset;
  GtkLabel      *changed;
  GtkLabel      *seed;
  GtkLabel      *engine;
  GtkLabel      *format;
  AdwActionRow  *edition;
};

G_DEFINE_FINAL_TYPE (NephoDocumentInfo, nepho_document_info, ADW_TYPE_WINDOW)

/* What is pasted may have several; a document has one. */
static char *
one_line (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (line, g_unichar_iscntrl (c) ? ' ' : c);
    }

  return g_string_free (line, FALSE);
}

/* What is typed within a second goes on with the step before. */
static void
edit (NephoDocumentInfo *self, const char *key, const NephoProperties *properties)
{
  nepho_document_begin_joined_step (self->document, key, g_get_monotonic_time ());
  nepho_document_set_properties (self->document, properties);
  nepho_document_end_step (self->document);
}

static void
title_cb (NephoDocumentInfo *self)
{
  g_autoptr (NephoProperties) properties = NULL;

  if (self->filling)
    return;

  properties = nepho_properties_copy (nepho_document_get_properties (self->document));
  g_free (properties->title);
  properties->title = one_line (gtk_editable_get_text (self->title));
  edit (self, "title", properties);
}

static void
description_cb (NephoDocumentInfo *self)
{
  g_autoptr (NephoProperties) properties = NULL;

  if (self->filling)
    return;

  properties = nepho_properties_copy (nepho_document_get_properties (self->document));
  g_free (properties->description);
  properties->description = one_line (gtk_editable_get_text (self->description));
  edit (self, "description", properties);
}

static char *
get_notes (NephoDocumentInfo *self)
{
  GtkTextIter begin;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->notes, &begin, &end);

  return gtk_text_buffer_get_text (self->notes, &begin, &end, FALSE);
}

static void
notes_cb (NephoDocumentInfo *self)
{
  g_autoptr (NephoProperties) properties = NULL;

  if (self->filling)
    return;

  properties = nepho_properties_copy (nepho_document_get_properties (self->document));
  g_free (properties->notes);
  properties->notes = get_notes (self);
  edit (self, "notes", properties);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  nepho_document_undo (NEPHO_DOCUMENT_INFO (widget)->document);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  nepho_document_redo (NEPHO_DOCUMENT_INFO (widget)->document);
}

static void
compare_cb (NephoDocumentInfo *self)
{
  nepho_file_report_ask_edition (NEPHO_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self))));
}

/* The cursor stays where it is in what says the same already. */
static void
fill_entry (GtkEditable *entry, const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (entry), text))
    gtk_editable_set_text (entry, text);
}

static void
fill_entries (NephoDocumentInfo *self)
{
  const NephoProperties *properties = nepho_document_get_properties (self->document);
  g_autofree char *notes = get_notes (self);

  self->filling = TRUE;
  fill_entry (self->title, properties->title);
  fill_entry (self->description, properties->description);
  if (!g_str_equal (notes, properties->notes))
    gtk_text_buffer_set_text (self->notes, properties->notes, -1);
  self->filling = FALSE;
}

static void
set_whole (GtkLabel *label, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  gtk_label_set_label (label, text);
}

static void
fill (NephoDocumentInfo *self)
{
  const NephoDataset *dataset = nepho_document_get_dataset (self->document);
  const NephoScenario *scenario
    = nepho_document_find_scenario (self->document, nepho_document_get_scenario (self->document));
  g_autofree char *data = g_strdup_printf ("%s %s", nepho_text_get (dataset->name), dataset->version);
  g_autofree char *changed
    /* Translators: how many of how many */
    = g_strdup_printf (_("%u of %u"), nepho_document_count_changed (self->document),
                       nepho_parameter_set_size (nepho_document_get_parameters (self->document)));

  fill_entries (self);
  gtk_label_set_label (self->scenario, scenario != NULL ? nepho_text_get (scenario->name) : _("None"));
  gtk_label_set_label (self->dataset, data);
  gtk_label_set_label (self->changed, changed);
  set_whole (self->seed, nepho_document_get_properties (self->document)->seed);
  set_whole (self->engine, NEPHO_ENGINE_VERSION);
  set_whole (self->format, NEPHO_DOCUMENT_FORMAT);
}

/* Opening a document asks only where the program's edition of its data set would move something. */
static void
show_edition (NephoDocumentInfo *self)
{
  g_autoptr (NephoDataset) edition = nepho_document_find_edition (self->document);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->edition), edition != NULL);
  if (edition == NULL)
    return;

  /* Translators: version of a data set */
  text = g_strdup_printf (_("The program has version %s"), edition->version);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->edition), text);
}

static void
nepho_document_info_dispose (GObject *object)
{
  g_clear_object (&NEPHO_DOCUMENT_INFO (object)->document);

  G_OBJECT_CLASS (nepho_document_info_parent_class)->dispose (object);
}

static void
nepho_document_info_class_init (NephoDocumentInfoClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nepho_document_info_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nephoscope/Nephoscope/ui/nepho-document-info.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoDocumentInfo, title);
  gtk_widget_class_bind_template_child (widget_class, NephoDocumentInfo, description);
  gtk_widget_class_bind_template_child (widget_class, NephoDocumentInfo, notes);
  gtk_widget_class_bind_template_child (widget_class, NephoDocumentInfo, scenario);
  gtk_widget_class_bind_template_child (widget_class, NephoDocumentInfo, dataset);
  gtk_widget_class_bind_template_child (widget_class, NephoDocumentInfo, changed);
  gtk_widget_class_bind_template_child (widget_class, NephoDocumentInfo, seed);
  gtk_widget_class_bind_template_child (widget_class, NephoDocumentInfo, engine);
  gtk_widget_class_bind_template_child (widget_class, NephoDocumentInfo, format);
  gtk_widget_class_bind_template_child (widget_class, NephoDocumentInfo, edition);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);
  gtk_widget_class_bind_template_callback (widget_class, description_cb);
  gtk_widget_class_bind_template_callback (widget_class, notes_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_install_action (widget_class, "info.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "info.redo", NULL, redo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nepho_document_info_init (NephoDocumentInfo *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Ctrl+Z takes back the last step of the document, here as in the main window. */
  gtk_editable_set_enable_undo (self->title, FALSE);
  gtk_editable_set_enable_undo (self->description, FALSE);
  nepho_undo_keys_add (GTK_WIDGET (self), "info.undo", "info.redo");
}

static NephoDocumentInfo *
new_info (NephoWindow *parent)
{
  NephoDocumentInfo *self = g_object_new (NEPHO_TYPE_DOCUMENT_INFO, "transient-for", parent, "destroy-with-parent",
                                          TRUE, NULL);

  self->document = g_object_ref (nepho_window_get_document (parent));
  g_signal_connect_object (self->document, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::title", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::dataset", G_CALLBACK (show_edition), self, G_CONNECT_SWAPPED);
  fill (self);
  show_edition (self);

  return self;
}

/**
 * nepho_document_info_present:
 * @parent: a window; closing it closes this one too
 *
 * Shows what its document is, or comes back to the one that is open.
 *
 * Returns: (transfer none): the window that shows it
 */
NephoDocumentInfo *
nepho_document_info_present (NephoWindow *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  NephoDocumentInfo *self = NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    if (NEPHO_IS_DOCUMENT_INFO (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (parent))
      self = l->data;
  if (self == NULL)
    self = new_info (parent);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
