/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <math.h>

#include "nepho-chart-look.h"
#include "nepho-chart-private.h"
#include "nepho-rising.h"

/* The width of the menu button that a card puts over its chart. */
#define TITLE_GAP 32.0

#define MINIMUM_WIDTH 320
#define MINIMUM_HEIGHT 240
#define NATURAL_WIDTH 480
#define NATURAL_HEIGHT 320

G_DEFINE_FINAL_TYPE (NephoChart, nepho_chart, GTK_TYPE_WIDGET)

enum
{
  PROP_READING = 1,
  PROP_NARROWED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
invalidate_picture (NephoChart *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Something moved: everything is laid out and drawn anew. */
void
nepho_chart_invalidate (NephoChart *self)
{
  g_clear_pointer (&self->layout, nepho_plot_layout_free);
  invalidate_picture (self);
}

static void
theme_changed_cb (NephoChart *self)
{
  self->theme = nepho_chart_theme ();
  nepho_chart_invalidate (self);
}

static NephoPlotLayout *
ensure_layout (NephoChart *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;

  if (self->layout != NULL || self->figure == NULL || width <= 0 || height <= 0)
    return self->layout;

  view.y_minimum = self->held_minimum;
  view.y_maximum = self->held_maximum;
  view.title_gap = self->narrowed ? 2.0 * TITLE_GAP : TITLE_GAP;
  nepho_chart_look_narrow (self->figure, self->link, &view);
  self->text_scale = nepho_chart_look_text_scale (GTK_WIDGET (self));
  self->layout = nepho_plot_layout_new (self->figure,
                                        gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                        self->theme, width, height, self->text_scale, &view);

  return self->layout;
}

const NephoPlotSeries *
nepho_chart_series (NephoChart *self, int series)
{
  return g_ptr_array_index (self->figure->series, (guint) series);
}

gboolean
nepho_chart_is_over_time (NephoChart *self)
{
  return self->figure != NULL && self->figure->x.kind == NEPHO_PLOT_SCALE_TIME && !self->figure->horizontal;
}

static void
nepho_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NephoChart *self = NEPHO_CHART (widget);
  const NephoPlotLayout *layout = ensure_layout (self);
  NephoChartFocus focus;

  if (layout == NULL)
    return;

  if (self->picture == NULL)
    {
      self->picture = nepho_chart_look_draw (widget, layout);
      self->n_renders++;
    }
  gtk_snapshot_append_node (snapshot, self->picture);

  if (nepho_chart_pointer_find (self, layout, &focus))
    {
      cairo_t *cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                         (float) gtk_widget_get_height (widget)));

      if (focus.subject != NULL)
        nepho_plot_layout_draw_subject (layout, cr, focus.subject);
      else
        nepho_plot_layout_draw_hover (layout, cr, focus.value_x, focus.hit.series >= 0 ? &focus.hit : NULL);
      cairo_destroy (cr);
    }
  nepho_chart_zoom_draw (&self->zoom, snapshot);
}

static void
nepho_chart_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = across ? MINIMUM_WIDTH : MINIMUM_HEIGHT;
  *natural = across ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
nepho_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  nepho_chart_invalidate (NEPHO_CHART (widget));
}

/* Also called for a change of state, such as a pointer coming in: then nothing is to be redrawn. */
static void
nepho_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  NephoChart *self = NEPHO_CHART (widget);

  GTK_WIDGET_CLASS (nepho_chart_parent_class)->css_changed (widget, change);
  if (self->layout != NULL && nepho_chart_look_text_scale (GTK_WIDGET (self)) != self->text_scale)
    nepho_chart_invalidate (self);
}

/* Tells what stands under the keyboard cursor now. */
void
nepho_chart_update_reading (NephoChart *self)
{
  char *reading = nepho_chart_cursor_reading (&self->cursor, self->figure);

  if (g_strcmp0 (reading, self->reading) == 0)
    {
      g_free (reading);
      return;
    }

  g_free (self->reading);
  self->reading = reading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

static void
nepho_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NephoChart *self = NEPHO_CHART (object);

  switch (id)
    {
    case PROP_READING:
      g_value_set_string (value, self->reading);
      break;
    case PROP_NARROWED:
      g_value_set_boolean (value, self->narrowed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nepho_chart_finalize (GObject *object)
{
  NephoChart *self = NEPHO_CHART (object);

  g_signal_handlers_disconnect_by_data (self->link, self);
  g_clear_object (&self->link);
  g_clear_handle_id (&self->left, g_source_remove);
  g_clear_pointer (&self->layout, nepho_plot_layout_free);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->figure, nepho_plot_figure_free);
  nepho_chart_cursor_clear (&self->cursor);
  g_clear_pointer (&self->reading, g_free);

  G_OBJECT_CLASS (nepho_chart_parent_class)->finalize (object);
}

static void
nepho_chart_class_init (NephoChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = nepho_chart_get_property;
  object_class->finalize = nepho_chart_finalize;
  widget_class->snapshot = nepho_chart_snapshot;
  widget_class->measure = nepho_chart_measure;
  widget_class->size_allocate = nepho_chart_size_allocate;
  widget_class->css_changed = nepho_chart_css_changed;

  properties[PROP_READING] = g_param_spec_string ("reading", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROWED] = g_param_spec_boolean ("narrowed", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  nepho_chart_keys_add (widget_class);
}

static void
nepho_chart_init (NephoChart *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (NephoChartLink) own_link = NULL;

  self->theme = nepho_chart_theme ();
  self->text_scale = 1.0;
  self->held_minimum = NAN;
  self->held_maximum = NAN;
  nepho_chart_cursor_init (&self->cursor);
  nepho_chart_zoom_attach (&self->zoom, self);
  own_link = nepho_chart_link_new ();
  nepho_chart_set_link (self, own_link);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  nepho_chart_pointer_attach (self);
  nepho_chart_keys_attach (self);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (invalidate_picture), NULL);
}

/**
 * nepho_chart_new:
 *
 * Returns: (transfer floating): a chart that shows nothing yet
 */
GtkWidget *
nepho_chart_new (void)
{
  return g_object_new (NEPHO_TYPE_CHART, NULL);
}

static void
update_accessible (NephoChart *self, const NephoPlotFigure *before)
{
  const char *title = self->figure != NULL && self->figure->title ? self->figure->title : "";
  const char *summary = self->figure != NULL && self->figure->summary ? self->figure->summary : "";

  if (before != NULL && g_strcmp0 (before->title, title) == 0
      && g_strcmp0 (before->summary, summary) == 0)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
}

/**
 * nepho_chart_set_figure:
 * @self: a chart
 * @figure: (transfer full) (nullable): what to show
 *
 * Replaces the figure; one that is equal to the present one changes nothing. The keyboard cursor stays on the same datum where there is one. A held axis
 * stays as it is, unless the figure is about something else.
 */
void
nepho_chart_set_figure (NephoChart *self, NephoPlotFigure *figure)
{
  g_autoptr (NephoPlotFigure) before = NULL;

  g_return_if_fail (NEPHO_IS_CHART (self));

  if (figure != NULL && self->figure != NULL && self->red == nepho_rising_is_red ()
      && nepho_plot_figure_equal (figure, self->figure))
    {
      nepho_plot_figure_free (figure);
      return;
    }

  nepho_chart_invalidate (self);
  before = g_steal_pointer (&self->figure);
  self->figure = figure;
  self->red = nepho_rising_is_red ();
  if (before == NULL || figure == NULL || g_strcmp0 (before->id, figure->id) != 0)
    nepho_chart_release_axis (self);

  nepho_chart_update_narrowed (self);
  nepho_chart_cursor_rebase (&self->cursor, figure);
  nepho_chart_update_reading (self);
  update_accessible (self, before);
}

/**
 * nepho_chart_get_figure:
 * @self: a chart
 *
 * Returns: (nullable): what it shows, until the next figure is set
 */
const NephoPlotFigure *
nepho_chart_get_figure (NephoChart *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART (self), NULL);

  return self->figure;
}

/**
 * nepho_chart_drag_zooms:
 * @self: a chart
 * @x: a place in it, in pixels
 * @y: likewise
 *
 * Returns: whether a drag from there chooses a stretch of time
 */
gboolean
nepho_chart_drag_zooms (NephoChart *self, double x, double y)
{
  g_return_val_if_fail (NEPHO_IS_CHART (self), FALSE);

  return nepho_chart_zoom_begins (&self->zoom, x, y);
}

/**
 * nepho_chart_get_layout:
 * @self: a chart
 *
 * Returns: (nullable): where everything of the figure is, or %NULL where there is no figure or no
 *   size yet; valid until the figure, the size or the theme changes
 */
const NephoPlotLayout *
nepho_chart_get_layout (NephoChart *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART (self), NULL);

  return ensure_layout (self);
}

/**
 * nepho_chart_get_cursor:
 * @self: a chart
 * @hit: (out): the datum under the keyboard cursor
 *
 * Returns: whether the cursor stands on one
 */
gboolean
nepho_chart_get_cursor (NephoChart *self, NephoPlotHit *hit)
{
  const NephoPlotLayout *layout;

  g_return_val_if_fail (NEPHO_IS_CHART (self), FALSE);

  *hit = (NephoPlotHit){ .series = -1 };
  layout = ensure_layout (self);
  if (self->cursor.series < 0 || layout == NULL)
    return FALSE;

  hit->series = self->cursor.series;
  hit->point = self->cursor.point;
  nepho_plot_layout_point (layout, (guint) hit->series, hit->point, &hit->x, &hit->y);

  return TRUE;
}

/**
 * nepho_chart_get_reading:
 * @self: a chart
 *
 * Returns: (transfer full) (nullable): what stands under the keyboard cursor
 */
char *
nepho_chart_get_reading (NephoChart *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART (self), NULL);

  return g_strdup (self->reading);
}

/**
 * nepho_chart_get_n_renders:
 * @self: a chart
 *
 * Returns: how often the figure itself was drawn, as opposed to shown again with another overlay
 */
guint
nepho_chart_get_n_renders (NephoChart *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART (self), 0);

  return self->n_renders;
}
