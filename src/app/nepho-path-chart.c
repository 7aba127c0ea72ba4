/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <math.h>

#include "nepho-chart.h"
#include "nepho-chart-look.h"
#include "nepho-document-path.h"
#include "nepho-event-words.h"
#include "nepho-path-chart-private.h"
#include "nepho-path-figure.h"
#include "nepho-path-handle.h"

#define WIDTH 420
#define HEIGHT 220
#define RADIUS 6.0

G_DEFINE_FINAL_TYPE (NephoPathChart, nepho_path_chart, GTK_TYPE_WIDGET)

static guint held_signal;

void
nepho_path_chart_emit_held (NephoPathChart *self)
{
  g_signal_emit (self, held_signal, 0, self->held);
}

static NephoParameterSet *
set_of (NephoPathChart *self)
{
  return nepho_document_get_parameters (self->document);
}

static const NephoParameterSpec *
spec_of (NephoPathChart *self)
{
  return nepho_parameter_set_get (set_of (self), self->parameter)->spec;
}

const NephoEvent *
nepho_path_chart_list (NephoPathChart *self, guint *n_events)
{
  return nepho_events_get (nepho_document_get_events (self->document), self->parameter, n_events);
}

guint
nepho_path_chart_count (NephoPathChart *self)
{
  guint n_events;
  const NephoEvent *list = nepho_path_chart_list (self, &n_events);

  return nepho_path_n_handles (list, n_events);
}

void
nepho_path_chart_invalidate (NephoPathChart *self)
{
  g_clear_pointer (&self->layout, nepho_plot_layout_free);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const NephoPlotLayout *
nepho_path_chart_layout (NephoPathChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;

  if (self->layout != NULL || width <= 0 || height <= 0)
    return self->layout;

  view.y_minimum = self->held_minimum;
  view.y_maximum = self->held_maximum;
  self->layout = nepho_plot_layout_new (self->figure, gtk_widget_get_pango_context (widget), nepho_chart_theme (), width,
                                        height, nepho_chart_look_text_scale (widget), &view);

  return self->layout;
}

double
nepho_path_chart_year (NephoPathChart *self, double t)
{
  return nepho_quarter_year (nepho_document_get_dataset (self->document)->base_quarter) + t / 4.0;
}

/**
 * nepho_path_chart_get_point:
 * @self: a chart
 * @handle: a point, event by event
 * @x: (out): where it is in the widget
 * @y: (out): likewise
 *
 * Returns: %FALSE where there is no such point, or it is out of sight
 */
gboolean
nepho_path_chart_get_point (NephoPathChart *self, guint handle, double *x, double *y)
{
  const NephoPlotLayout *layout;
  const NephoEvent *list;
  guint n_events;
  guint t;
  double value;

  g_return_val_if_fail (NEPHO_IS_PATH_CHART (self), FALSE);

  layout = nepho_path_chart_layout (self);
  list = nepho_path_chart_list (self, &n_events);
  if (layout == NULL || handle >= nepho_path_n_handles (list, n_events))
    return FALSE;

  nepho_path_handle_place (set_of (self), nepho_document_get_values (self->document), self->parameter, list,
                           nepho_path_handle (list, handle), &t, &value);
  value = nepho_currency_shown (nepho_document_get_money (self->document), value, spec_of (self)->unit);
  *x = nepho_plot_scale_map (nepho_plot_layout_x (layout), nepho_path_chart_year (self, t));
  *y = nepho_plot_scale_map (nepho_plot_layout_y (layout), value);

  return t <= nepho_document_get_horizon (self->document) + 1;
}

static void
draw_handles (NephoPathChart *self, cairo_t *cr)
{
  const NephoPlotTheme *theme = nepho_chart_theme ();
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self));
  NephoPlotColour inside = theme->background;
  NephoPlotColour line = nepho_plot_theme_colour (theme, NEPHO_PLOT_ACCENT);
  double x;
  double y;

  for (guint k = 0; k < nepho_path_chart_count (self); k++)
    {
      gboolean selected = k == self->selected && (focused || self->held);

      if (!nepho_path_chart_get_point (self, k, &x, &y))
        continue;
      cairo_arc (cr, x, y, selected ? RADIUS + 2.0 : RADIUS, 0.0, 2.0 * G_PI);
      if (selected)
        cairo_set_source_rgb (cr, line.r, line.g, line.b);
      else
        cairo_set_source_rgb (cr, inside.r, inside.g, inside.b);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, line.r, line.g, line.b);
      cairo_set_line_width (cr, 2.0);
      cairo_stroke (cr);
    }
}

static void
nepho_path_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NephoPathChart *self = NEPHO_PATH_CHART (widget);
  const NephoPlotLayout *layout = nepho_path_chart_layout (self);
  cairo_t *cr;

  if (layout == NULL)
    return;

  if (self->picture == NULL)
    self->picture = nepho_chart_look_draw (widget, layout);
  gtk_snapshot_append_node (snapshot, self->picture);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                 (float) gtk_widget_get_height (widget)));
  draw_handles (self, cr);
  cairo_destroy (cr);
}

static void
nepho_path_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
nepho_path_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  nepho_path_chart_invalidate (NEPHO_PATH_CHART (widget));
}

/* Says which point the arrows move, and where it is. */
void
nepho_path_chart_tell (NephoPathChart *self)
{
  guint n_events;
  const NephoEvent *list = nepho_path_chart_list (self, &n_events);
  g_autofree char *words = NULL;

  if (self->selected < nepho_path_n_handles (list, n_events))
    words = nepho_event_describe (set_of (self), self->parameter,
                                  &list[nepho_path_handle (list, self->selected).event],
                                  nepho_document_get_money (self->document));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : self->figure->summary, -1);
}

/* Tab goes from point to point before it leaves. */
static gboolean
nepho_path_chart_focus (GtkWidget *widget, GtkDirectionType direction)
{
  NephoPathChart *self = NEPHO_PATH_CHART (widget);
  gboolean inside = gtk_widget_has_focus (widget);
  guint n = nepho_path_chart_count (self);
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;

  if (direction != GTK_DIR_TAB_FORWARD && !back)
    return FALSE;
  if (inside && (back ? self->selected == 0 : self->selected + 1 >= n))
    return FALSE;

  if (inside)
    self->selected = back ? self->selected - 1 : self->selected + 1;
  else
    self->selected = back && n > 0 ? n - 1 : 0;
  nepho_path_chart_tell (self);
  gtk_widget_queue_draw (widget);

  return inside || gtk_widget_grab_focus (widget);
}

static void
nepho_path_chart_unmap (GtkWidget *widget)
{
  nepho_path_chart_set_held (NEPHO_PATH_CHART (widget), FALSE);

  GTK_WIDGET_CLASS (nepho_path_chart_parent_class)->unmap (widget);
}

static void
nepho_path_chart_finalize (GObject *object)
{
  NephoPathChart *self = NEPHO_PATH_CHART (object);

  g_clear_pointer (&self->layout, nepho_plot_layout_free);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->figure, nepho_plot_figure_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nepho_path_chart_parent_class)->finalize (object);
}

static void
nepho_path_chart_class_init (NephoPathChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nepho_path_chart_finalize;
  widget_class->snapshot = nepho_path_chart_snapshot;
  widget_class->measure = nepho_path_chart_measure;
  widget_class->size_allocate = nepho_path_chart_size_allocate;
  widget_class->focus = nepho_path_chart_focus;
  widget_class->unmap = nepho_path_chart_unmap;
  held_signal = g_signal_new ("held", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_BOOLEAN);

  gtk_widget_class_set_css_name (widget_class, "pathchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nepho_path_chart_init (NephoPathChart *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->held_minimum = NAN;
  self->held_maximum = NAN;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  nepho_path_chart_attach (self);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (nepho_path_chart_invalidate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (nepho_path_chart_invalidate), self, G_CONNECT_SWAPPED);
}

/**
 * nepho_path_chart_new:
 * @document: the document
 * @parameter: index of a parameter that may have events
 *
 * Returns: (transfer floating): the chart; it edits the document, and follows it by nepho_path_chart_update()
 */
GtkWidget *
nepho_path_chart_new (NephoDocument *document, guint parameter)
{
  NephoPathChart *self = g_object_new (NEPHO_TYPE_PATH_CHART, NULL);

  self->document = g_object_ref (document);
  self->parameter = parameter;
  nepho_path_chart_update (self);

  return GTK_WIDGET (self);
}

/**
 * nepho_path_chart_update:
 * @self: a chart
 *
 * Shows the path as it is now.
 */
void
nepho_path_chart_update (NephoPathChart *self)
{
  guint n;

  g_return_if_fail (NEPHO_IS_PATH_CHART (self));

  n = nepho_path_chart_count (self);
  g_clear_pointer (&self->layout, nepho_plot_layout_free);
  g_clear_pointer (&self->figure, nepho_plot_figure_free);
  self->figure = nepho_path_figure_new (self->document, self->parameter);
  self->selected = n > 0 ? MIN (self->selected, n - 1) : 0;
  nepho_path_chart_tell (self);
  nepho_path_chart_invalidate (self);
}

/**
 * nepho_path_chart_get_selected:
 * @self: a chart
 *
 * Returns: the point that the arrows move
 */
guint
nepho_path_chart_get_selected (NephoPathChart *self)
{
  g_return_val_if_fail (NEPHO_IS_PATH_CHART (self), 0);

  return self->selected;
}
