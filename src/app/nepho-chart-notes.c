/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-notes.h"

#include <glib/gi18n-lib.h>

#include "nepho-figure-annotations.h"
#include "nepho-note-popover.h"

#define KEY "nepho-annotation"

/**
 * nepho_chart_notes_init:
 * @self: what is to be filled; it must live as long as @chart
 * @chart: a chart
 * @look: as which it is shown, whenever it is asked
 */
void
nepho_chart_notes_init (NephoChartNotes *self, NephoChart *chart, const NephoFigureLook *look)
{
  *self = (NephoChartNotes) { .chart = chart, .look = look };
  self->hint = g_object_ref_sink (gtk_label_new (NULL));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_set_halign (self->hint, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->hint, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->hint, FALSE);
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_widget_add_css_class (self->hint, "chart-reading");
}

static void
close_popover (NephoChartNotes *self)
{
  if (self->popover != NULL)
    g_signal_handlers_disconnect_by_data (self->popover, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

/**
 * nepho_chart_notes_clear:
 * @self: annotations of a chart
 *
 * Gives up whatever is begun.
 */
void
nepho_chart_notes_clear (NephoChartNotes *self)
{
  close_popover (self);
  g_clear_pointer (&self->from_series, g_free);
  g_clear_pointer (&self->from_point, g_free);
  g_clear_object (&self->hint);
}

static const NephoPlotFigure *
figure_of (NephoChartNotes *self)
{
  return nepho_chart_get_figure (self->chart);
}

static const NephoPlotAnnotation *
annotation_at (const NephoPlotFigure *figure, guint index)
{
  return &g_array_index (figure->annotations, NephoPlotAnnotation, index);
}

/**
 * nepho_chart_notes_can:
 * @self: annotations of a chart
 * @datum: a datum, or none
 *
 * Returns: whether something can be put to it
 */
gboolean
nepho_chart_notes_can (NephoChartNotes *self, const NephoPlotHit *datum)
{
  const NephoPlotFigure *figure = figure_of (self);
  const NephoPlotSeries *series;

  if (self->keeper == NULL || figure == NULL || datum->series < 0 || (guint) datum->series >= figure->series->len)
    return FALSE;

  series = g_ptr_array_index (figure->series, (guint) datum->series);

  return series->y != NULL && datum->point < series->y->n;
}

/**
 * nepho_chart_notes_has_begun:
 * @self: annotations of a chart
 *
 * Returns: whether an arrow waits for its other end
 */
gboolean
nepho_chart_notes_has_begun (NephoChartNotes *self)
{
  return self->from_series != NULL;
}

/* The focus goes back to where the keys are read; the popover goes once it has told everything. */
static void
closed_cb (GtkPopover *popover, NephoChartNotes *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
}

static void
open_popover (NephoChartNotes *self, GtkWidget *popover, GtkWidget *parent, const GdkRectangle *at)
{
  close_popover (self);
  self->popover = popover;
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  gtk_widget_set_parent (popover, parent);
  if (parent == GTK_WIDGET (self->chart))
    g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
add_cb (NephoNotePopover *popover, const char *text, NephoChartNotes *self)
{
  NephoPlotAnnotation at = self->at;
  g_autoptr (GError) error = NULL;

  at.text = (char *) text;
  if (!self->keeper->add (self->look, &at, self->user_data, &error))
    nepho_note_popover_refuse (popover, error->message);
}

static GdkRectangle
place_of (NephoChartNotes *self, guint series, guint point)
{
  double x;
  double y;

  nepho_plot_layout_point (nepho_chart_get_layout (self->chart), series, point, &x, &y);

  return (GdkRectangle) { (int) x, (int) y, 1, 1 };
}

/* The annotation of the figure that is words at a datum, or -1. */
static int
find_words (const NephoPlotFigure *figure, const NephoPlotHit *datum)
{
  for (guint i = 0; i < figure->annotations->len; i++)
    if (!annotation_at (figure, i)->measures && annotation_at (figure, i)->series == (guint) datum->series
        && annotation_at (figure, i)->point == datum->point)
      return (int) i;

  return -1;
}

/**
 * nepho_chart_notes_write:
 * @self: annotations of a chart
 * @datum: a datum that can have some
 *
 * Asks for words to be put to it; where there are some already, for others.
 */
void
nepho_chart_notes_write (NephoChartNotes *self, const NephoPlotHit *datum)
{
  const NephoPlotFigure *figure = figure_of (self);
  GdkRectangle at = place_of (self, (guint) datum->series, datum->point);
  int index = find_words (figure, datum);
  g_autofree char *place = NULL;
  GtkWidget *popover;

  if (index >= 0)
    {
      nepho_chart_notes_edit (self, GTK_WIDGET (self->chart), &at, (guint) index);
      return;
    }

  self->at = (NephoPlotAnnotation) { .series = (guint) datum->series, .point = datum->point };
  place = nepho_figure_datum_name (figure, self->at.series, self->at.point);
  popover = nepho_note_popover_new (place, NULL, "", TRUE);
  g_signal_connect (popover, "accepted", G_CALLBACK (add_cb), self);
  open_popover (self, popover, GTK_WIDGET (self->chart), &at);
}

static void
change_cb (NephoNotePopover *popover, const char *text, NephoChartNotes *self)
{
  guint key = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (popover), KEY));
  g_autoptr (GError) error = NULL;

  if (!self->keeper->change (figure_of (self), key, text, self->user_data, &error))
    nepho_note_popover_refuse (popover, error->message);
}

static void
remove_cb (NephoNotePopover *popover, NephoChartNotes *self)
{
  self->keeper->remove (figure_of (self), GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (popover), KEY)),
                        self->user_data);
}

/**
 * nepho_chart_notes_edit:
 * @self: annotations of a chart
 * @parent: the chart, or what shows its numbers
 * @at: a place in it
 * @index: which annotation of the figure
 *
 * Asks for other words of it, or to remove it.
 */
void
nepho_chart_notes_edit (NephoChartNotes *self, GtkWidget *parent, const GdkRectangle *at, guint index)
{
  const NephoPlotFigure *figure = figure_of (self);
  const NephoPlotAnnotation *annotation = annotation_at (figure, index);
  g_autofree char *place = nepho_figure_datum_name (figure, annotation->series, annotation->point);
  GtkWidget *popover;

  if (self->keeper == NULL)
    return;

  popover = nepho_note_popover_new (place, annotation->measures ? annotation->text : NULL,
                                    self->keeper->words (annotation->key, self->user_data), FALSE);
  g_object_set_data (G_OBJECT (popover), KEY, GUINT_TO_POINTER (annotation->key));
  g_signal_connect (popover, "accepted", G_CALLBACK (change_cb), self);
  g_signal_connect (popover, "removed", G_CALLBACK (remove_cb), self);
  open_popover (self, popover, parent, at);
}

/**
 * nepho_chart_notes_edit_at:
 * @self: annotations of a chart
 * @x: a place on the chart
 * @y: likewise
 *
 * Returns: whether an annotation is there, which can be changed now
 */
gboolean
nepho_chart_notes_edit_at (NephoChartNotes *self, double x, double y)
{
  const NephoPlotLayout *layout = nepho_chart_get_layout (self->chart);
  int index = layout != NULL && self->keeper != NULL ? nepho_plot_layout_annotation_at (layout, x, y) : -1;
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  if (index < 0)
    return FALSE;

  nepho_chart_notes_edit (self, GTK_WIDGET (self->chart), &at, (guint) index);

  return TRUE;
}

static void
show_hint (NephoChartNotes *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->hint), text);
  gtk_widget_set_visible (self->hint, *text != '\0');
}

/**
 * nepho_chart_notes_begin:
 * @self: annotations of a chart
 * @datum: a datum that can have some
 *
 * Begins an arrow there.
 */
void
nepho_chart_notes_begin (NephoChartNotes *self, const NephoPlotHit *datum)
{
  const NephoPlotFigure *figure = figure_of (self);
  g_autofree char *place = nepho_figure_datum_name (figure, (guint) datum->series, datum->point);
  /* Translators: where an arrow begins */
  g_autofree char *text = g_strdup_printf (_("From %s: click the other point, or walk to it and press D. Esc gives up."),
                                           place);

  g_free (self->from_series);
  g_free (self->from_point);
  self->from_series = nepho_plot_figure_series_key (figure, (guint) datum->series);
  self->from_point = nepho_plot_figure_point_key (figure, (guint) datum->series, datum->point);
  show_hint (self, text);
}

/**
 * nepho_chart_notes_give_up:
 * @self: annotations of a chart
 *
 * Returns: whether an arrow was begun; it is not any more
 */
gboolean
nepho_chart_notes_give_up (NephoChartNotes *self)
{
  gboolean begun = nepho_chart_notes_has_begun (self);

  g_clear_pointer (&self->from_series, g_free);
  g_clear_pointer (&self->from_point, g_free);
  show_hint (self, "");

  return begun;
}

/**
 * nepho_chart_notes_end:
 * @self: annotations of a chart, with an arrow that is begun
 * @datum: a datum that can have some
 *
 * Ends the arrow there. Where it began the chart may show no datum any more, and to itself there is no way: then the
 * arrow waits on.
 */
void
nepho_chart_notes_end (NephoChartNotes *self, const NephoPlotHit *datum)
{
  NephoPlotAnnotation arrow = { .measures = TRUE, .text = (char *) "", .to_series = (guint) datum->series,
                                .to_point = datum->point };
  g_autoptr (GError) error = NULL;

  if (!nepho_plot_figure_find_datum (figure_of (self), self->from_series, self->from_point, &arrow.series, &arrow.point)
      || (arrow.series == arrow.to_series && arrow.point == arrow.to_point))
    return;

  if (self->keeper->add (self->look, &arrow, self->user_data, &error))
    nepho_chart_notes_give_up (self);
  else
    show_hint (self, error->message);
}

/**
 * nepho_chart_notes_remove:
 * @self: annotations of a chart
 * @datum: a datum
 *
 * Removes what was put to it last: words, or an arrow from or to it.
 *
 * Returns: whether there was anything
 */
gboolean
nepho_chart_notes_remove (NephoChartNotes *self, const NephoPlotHit *datum)
{
  const NephoPlotFigure *figure = figure_of (self);

  if (!nepho_chart_notes_can (self, datum))
    return FALSE;

  for (guint i = figure->annotations->len; i-- > 0;)
    {
      const NephoPlotAnnotation *annotation = annotation_at (figure, i);
      gboolean from = annotation->series == (guint) datum->series && annotation->point == datum->point;
      gboolean to = annotation->measures && annotation->to_series == (guint) datum->series
                    && annotation->to_point == datum->point;

      if (!from && !to)
        continue;
      self->keeper->remove (figure, annotation->key, self->user_data);
      return TRUE;
    }

  return FALSE;
}
