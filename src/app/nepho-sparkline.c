/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-sparkline.h"

#include <adwaita.h>

#include "nepho-chart.h"
#include "nepho-plot-sparkline.h"

/* Narrower than this a course is a blot; wider than that it is a chart without axes. */
#define NARROWEST 32
#define WIDEST 132
#define HEIGHT 26
#define SCALE 1.25

struct _NephoSparkline
{
  GtkWidget        parent_instance;

  NephoPlotColumn *course;
  NephoPlotColumn *baseline;
  guint            marked;
};

G_DEFINE_FINAL_TYPE (NephoSparkline, nepho_sparkline, GTK_TYPE_WIDGET)

static void
nepho_sparkline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NephoSparkline *self = NEPHO_SPARKLINE (widget);
  const NephoPlotSparkline line = { self->course, self->baseline, self->marked };
  int width = MIN (gtk_widget_get_width (widget), WIDEST);
  int height = gtk_widget_get_height (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float left = mirrored ? (float) (gtk_widget_get_width (widget) - width) : 0.0f;
  cairo_t *cr;

  if (!nepho_sparkline_is_shown (self))
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (left, 0, (float) width, (float) height));
  cairo_translate (cr, left, 0.0);
  nepho_plot_sparkline_draw (&line, cr, nepho_chart_theme (), width, height, SCALE);
  cairo_destroy (cr);
}

static void
nepho_sparkline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static void
nepho_sparkline_finalize (GObject *object)
{
  NephoSparkline *self = NEPHO_SPARKLINE (object);

  g_clear_pointer (&self->course, nepho_plot_column_unref);
  g_clear_pointer (&self->baseline, nepho_plot_column_unref);

  G_OBJECT_CLASS (nepho_sparkline_parent_class)->finalize (object);
}

static void
nepho_sparkline_class_init (NephoSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nepho_sparkline_finalize;
  widget_class->snapshot = nepho_sparkline_snapshot;
  widget_class->measure = nepho_sparkline_measure;

  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nepho_sparkline_init (NephoSparkline *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * nepho_sparkline_new:
 *
 * Returns: (transfer floating): a sparkline that shows nothing yet
 */
GtkWidget *
nepho_sparkline_new (void)
{
  return g_object_new (NEPHO_TYPE_SPARKLINE, NULL);
}

/* Takes another column; returns whether its numbers differ. */
static gboolean
replace (NephoPlotColumn **column, NephoPlotColumn *with)
{
  gboolean same = *column == with || (*column != NULL && with != NULL && nepho_plot_column_equal (*column, with));

  if (with != NULL)
    nepho_plot_column_ref (with);
  g_clear_pointer (column, nepho_plot_column_unref);
  *column = with;

  return !same;
}

/**
 * nepho_sparkline_set:
 * @self: a sparkline
 * @course: (nullable): the numbers, or %NULL for none: then nothing is drawn
 * @baseline: (nullable): what they would be without the reader's changes
 * @marked: which of them is written beside it
 * @words: (nullable): the course for those who cannot see it
 *
 * Shows another course; it is drawn again only where something differs.
 */
void
nepho_sparkline_set (NephoSparkline *self, NephoPlotColumn *course, NephoPlotColumn *baseline, guint marked,
                     const char *words)
{
  gboolean changed;

  g_return_if_fail (NEPHO_IS_SPARKLINE (self));

  changed = replace (&self->course, course);
  changed |= replace (&self->baseline, baseline);
  if (!changed && marked == self->marked)
    return;

  self->marked = marked;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words != NULL ? words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * nepho_sparkline_is_shown:
 * @self: a sparkline
 *
 * Returns: whether it has a course and the room to draw it
 */
gboolean
nepho_sparkline_is_shown (NephoSparkline *self)
{
  g_return_val_if_fail (NEPHO_IS_SPARKLINE (self), FALSE);

  return self->course != NULL && self->course->n > 1 && gtk_widget_get_width (GTK_WIDGET (self)) >= NARROWEST;
}
