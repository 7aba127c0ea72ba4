/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-path-editor.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-path.h"
#include "nepho-path-handle.h"

struct _NephoPathEditor
{
  AdwWindow       parent_instance;

  NephoDocument  *document;
  guint           parameter;
  GtkWidget      *levers; /* told when a point is held; or NULL */
  GPtrArray      *rows;   /* NephoPathRow, as many as were ever needed */

  GtkLabel       *hint;
  GtkWidget      *chart_place;
  NephoPathChart *chart;
  GtkBox         *list;
};

G_DEFINE_FINAL_TYPE (NephoPathEditor, nepho_path_editor, ADW_TYPE_WINDOW)

static NephoParameterSet *
set_of (NephoPathEditor *self)
{
  return nepho_document_get_parameters (self->document);
}

static const NephoEvent *
list_of (NephoPathEditor *self, guint *n_events)
{
  return nepho_events_get (nepho_document_get_events (self->document), self->parameter, n_events);
}

/* One step of undo; what is refused is told at its row. */
static void
take_list (NephoPathEditor *self, const GArray *list, NephoPathRow *row)
{
  g_autoptr (GError) error = NULL;
  gboolean done = nepho_document_set_path (self->document, self->parameter, (const NephoEvent *) (gpointer) list->data,
                                           list->len, &error);

  if (row != NULL)
    nepho_path_row_refuse (row, done ? NULL : error->message);
}

static GArray *
copy_list (NephoPathEditor *self)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (NephoEvent));
  guint n_events;
  const NephoEvent *list = list_of (self, &n_events);

  return n_events > 0 ? g_array_append_vals (copy, list, n_events) : copy;
}

static guint
place_of (NephoPathEditor *self, NephoPathRow *row)
{
  guint place = 0;

  g_ptr_array_find (self->rows, row, &place);

  return place;
}

/* The arrows of a row pressed again and again are one step. */
static void
edited_cb (NephoPathRow *row, NephoPathEditor *self)
{
  g_autoptr (GArray) list = copy_list (self);
  guint place = place_of (self, row);
  g_autofree char *key = g_strdup_printf ("path-row-%u-%u", self->parameter, place);

  if (place >= list->len)
    return;

  g_array_index (list, NephoEvent, place) = *nepho_path_row_get_event (row);
  nepho_document_begin_joined_step (self->document, key, g_get_monotonic_time ());
  take_list (self, list, row);
  nepho_document_end_step (self->document);
}

static void
removed_cb (NephoPathRow *row, NephoPathEditor *self)
{
  g_autoptr (GArray) list = copy_list (self);
  guint place = place_of (self, row);

  if (place >= list->len)
    return;

  /* Its row goes out of sight, and the focus should not with it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  g_array_remove_index (list, place);
  take_list (self, list, NULL);
}

/* Rows are kept: one whose button is pressed must outlive the press. */
static void
show_rows (NephoPathEditor *self)
{
  guint n_events;
  const NephoEvent *list = list_of (self, &n_events);

  while (self->rows->len < n_events)
    {
      GtkWidget *row = nepho_path_row_new (self->document, self->parameter);

      g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, 0);
      g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, 0);
      gtk_box_append (self->list, row);
      g_ptr_array_add (self->rows, row);
    }
  for (guint k = 0; k < self->rows->len; k++)
    {
      gtk_widget_set_visible (g_ptr_array_index (self->rows, k), k < n_events);
      if (k < n_events)
        nepho_path_row_show (g_ptr_array_index (self->rows, k), &list[k]);
    }
}

static void
show_path (NephoPathEditor *self)
{
  guint n_events;

  list_of (self, &n_events);
  nepho_path_chart_update (self->chart);
  show_rows (self);
  gtk_label_set_label (self->hint, n_events > 0
                                     ? _("Drag the points, or move them with the arrow keys. Where two changes meet, "
                                         "the later one in the list wins.")
                                     : _("It stays at its value. Add what is to happen."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "path.remove", n_events > 0);
}

/* Another data set may not know the parameter, or call it by another number. */
static void
dataset_cb (NephoPathEditor *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
changed_cb (NephoDocument *document, NephoPathEditor *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    show_path (self);
}

static void
held_cb (NephoPathChart *chart, gboolean held, NephoPathEditor *self)
{
  if (self->levers != NULL)
    gtk_widget_activate_action (self->levers, "levers.hold", "b", held);
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *kind)
{
  nepho_path_editor_add (NEPHO_PATH_EDITOR (widget), (NephoEventKind) g_variant_get_int32 (kind));
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NephoPathEditor *self = NEPHO_PATH_EDITOR (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  nepho_document_set_path (self->document, self->parameter, NULL, 0, NULL);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  nepho_document_undo (NEPHO_PATH_EDITOR (widget)->document);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  nepho_document_redo (NEPHO_PATH_EDITOR (widget)->document);
}

static void
nepho_path_editor_dispose (GObject *object)
{
  NephoPathEditor *self = NEPHO_PATH_EDITOR (object);

  if (self->levers != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->levers), (gpointer *) &self->levers);
  self->levers = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nepho_path_editor_parent_class)->dispose (object);
}

static void
nepho_path_editor_class_init (NephoPathEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nepho_path_editor_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nephoscope/Nephoscope/ui/nepho-path-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoPathEditor, hint);
  gtk_widget_class_bind_template_child (widget_class, NephoPathEditor, chart_place);
  gtk_widget_class_bind_template_child (widget_class, NephoPathEditor, list);
  gtk_widget_class_install_action (widget_class, "path.add", "i", add_cb);
  gtk_widget_class_install_action (widget_class, "path.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "path.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "path.redo", NULL, redo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "path.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "path.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
nepho_path_editor_init (NephoPathEditor *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nepho_path_editor_new:
 * @document: the document
 * @parameter: index of a parameter that may have events
 * @levers: (nullable): a widget under "levers.hold", in the window above which the editor stands
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
nepho_path_editor_new (NephoDocument *document, guint parameter, GtkWidget *levers)
{
  GtkRoot *root = levers != NULL ? gtk_widget_get_root (levers) : NULL;
  NephoPathEditor *self = g_object_new (NEPHO_TYPE_PATH_EDITOR, "transient-for", root, NULL);
  g_autofree char *title = nepho_parameter_title (nepho_document_get_parameters (document), parameter);
  g_autofree char *label = NULL;

  /* Translators: a parameter */
  label = g_strdup_printf (_("Path of %s"), title);
  gtk_window_set_title (GTK_WINDOW (self), label);
  self->document = g_object_ref (document);
  self->parameter = parameter;
  self->levers = levers;
  if (levers != NULL)
    g_object_add_weak_pointer (G_OBJECT (levers), (gpointer *) &self->levers);
  self->chart = NEPHO_PATH_CHART (nepho_path_chart_new (document, parameter));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_frame_set_child (GTK_FRAME (self->chart_place), GTK_WIDGET (self->chart));
  g_signal_connect_object (self->chart, "held", G_CALLBACK (held_cb), self, 0);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (document, "notify::dataset", G_CALLBACK (dataset_cb), self, G_CONNECT_SWAPPED);
  show_path (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->chart));

  return GTK_WIDGET (self);
}

/**
 * nepho_path_editor_get_parameter:
 * @self: an editor
 *
 * Returns: index of the parameter whose path it is
 */
guint
nepho_path_editor_get_parameter (NephoPathEditor *self)
{
  g_return_val_if_fail (NEPHO_IS_PATH_EDITOR (self), 0);

  return self->parameter;
}

/**
 * nepho_path_editor_add:
 * @self: an editor
 * @kind: what is to happen
 *
 * Adds an event behind the others, as one step of undo.
 */
void
nepho_path_editor_add (NephoPathEditor *self, NephoEventKind kind)
{
  g_autoptr (GArray) list = NULL;
  NephoEvent event;

  g_return_if_fail (NEPHO_IS_PATH_EDITOR (self) && (guint) kind < NEPHO_N_EVENT_KINDS);

  list = copy_list (self);
  event = nepho_path_new_event (set_of (self), nepho_document_get_values (self->document), self->parameter,
                                (const NephoEvent *) (gpointer) list->data, list->len, kind,
                                nepho_document_get_horizon (self->document));
  g_array_append_val (list, event);
  take_list (self, list, NULL);
}

/**
 * nepho_path_editor_get_chart:
 * @self: an editor
 *
 * Returns: (transfer none): where the path is drawn
 */
NephoPathChart *
nepho_path_editor_get_chart (NephoPathEditor *self)
{
  g_return_val_if_fail (NEPHO_IS_PATH_EDITOR (self), NULL);

  return self->chart;
}

/**
 * nepho_path_editor_get_row:
 * @self: an editor
 * @event: place of an event in the path
 *
 * Returns: (transfer none) (nullable): its row
 */
NephoPathRow *
nepho_path_editor_get_row (NephoPathEditor *self, guint event)
{
  guint n_events;

  g_return_val_if_fail (NEPHO_IS_PATH_EDITOR (self), NULL);

  list_of (self, &n_events);

  return event < n_events ? g_ptr_array_index (self->rows, event) : NULL;
}
