/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-annotation-list.h"

#include <glib/gi18n-lib.h>

#include "nepho-figure-annotations.h"

/* More are scrolled. */
#define MOST_HEIGHT 120

struct _NephoAnnotationList
{
  GtkWidget   parent_instance;

  GtkWidget  *scrolled;
  GtkWidget  *rows;     /* a button each: Enter is theirs then, and no key of the card */
  guint       n_rows;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NephoAnnotationList, nepho_annotation_list, GTK_TYPE_WIDGET)

static void
clicked_cb (NephoAnnotationList *self, GtkWidget *row)
{
  guint index = 0;

  for (GtkWidget *before = gtk_widget_get_prev_sibling (row); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    index++;
  g_signal_emit (self, signals[ACTIVATED], 0, index, row);
}

static void
nepho_annotation_list_dispose (GObject *object)
{
  NephoAnnotationList *self = NEPHO_ANNOTATION_LIST (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (nepho_annotation_list_parent_class)->dispose (object);
}

static void
nepho_annotation_list_class_init (NephoAnnotationListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nepho_annotation_list_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_UINT, GTK_TYPE_WIDGET);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
nepho_annotation_list_init (NephoAnnotationList *self)
{
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Annotations"), -1);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->rows);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * nepho_annotation_list_new:
 *
 * Returns: (transfer floating): a list of none
 */
GtkWidget *
nepho_annotation_list_new (void)
{
  return g_object_new (NEPHO_TYPE_ANNOTATION_LIST, NULL);
}

static void
add_row (NephoAnnotationList *self, const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->rows), button);
}

static void
clear (NephoAnnotationList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  self->n_rows = 0;
}

/**
 * nepho_annotation_list_set_figure:
 * @self: a list
 * @figure: whose annotations it shows now; it need not live on
 *
 * While a lever is dragged only words change: rows and the focus stay.
 */
void
nepho_annotation_list_set_figure (NephoAnnotationList *self, const NephoPlotFigure *figure)
{
  guint n = figure->annotations->len;
  GtkWidget *row;

  g_return_if_fail (NEPHO_IS_ANNOTATION_LIST (self));

  if (n != self->n_rows)
    clear (self);
  row = gtk_widget_get_first_child (self->rows);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = nepho_figure_annotation_words (figure, &g_array_index (figure->annotations, NephoPlotAnnotation, i));

      if (row == NULL)
        {
          add_row (self, text);
          continue;
        }
      gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (row))), text);
      row = gtk_widget_get_next_sibling (row);
    }
  self->n_rows = n;
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
