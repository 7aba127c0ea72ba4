/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-export-preview.h"

#include <math.h>

#define MARGIN 12.0
#define LEAST_WIDTH 220
#define LEAST_HEIGHT 160
#define NATURAL_WIDTH 460

/* Squares through which a transparent picture is seen, and their two shades. */
#define SQUARE 8.0f
#define LIGHT 0.86f
#define DARK 0.72f

/* Around the paper. */
#define SHADOW_RADIUS 6.0f
#define SHADOW 0.35f

struct _NephoExportPreview
{
  GtkWidget       parent_instance;

  double          width;
  double          height;
  NephoExportDraw draw;
  gpointer        user_data;
  cairo_surface_t *drawn; /* all of it at the size in view, or NULL */
};

G_DEFINE_FINAL_TYPE (NephoExportPreview, nepho_export_preview, GTK_TYPE_WIDGET)

static void
append_squares (GtkSnapshot *snapshot, const graphene_rect_t *paper)
{
  GdkRGBA light = { LIGHT, LIGHT, LIGHT, 1.0f };
  GdkRGBA dark = { DARK, DARK, DARK, 1.0f };
  graphene_rect_t tile = GRAPHENE_RECT_INIT (paper->origin.x, paper->origin.y, 2.0f * SQUARE, 2.0f * SQUARE);

  gtk_snapshot_push_repeat (snapshot, paper, &tile);
  gtk_snapshot_append_color (snapshot, &light, &tile);
  gtk_snapshot_append_color (snapshot, &dark, &GRAPHENE_RECT_INIT (tile.origin.x, tile.origin.y, SQUARE, SQUARE));
  gtk_snapshot_append_color (snapshot, &dark,
                             &GRAPHENE_RECT_INIT (tile.origin.x + SQUARE, tile.origin.y + SQUARE, SQUARE, SQUARE));
  gtk_snapshot_pop (snapshot);
}

/* A page of charts takes longer to draw than a frame lasts, and buttons fade beside it. */
static void
paint (NephoExportPreview *self, cairo_t *cr, const graphene_rect_t *paper, double scale)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = (int) ceilf (paper->size.width) * factor;
  int height = (int) ceilf (paper->size.height) * factor;

  if (self->drawn == NULL || cairo_image_surface_get_width (self->drawn) != width
      || cairo_image_surface_get_height (self->drawn) != height)
    {
      cairo_t *own;

      g_clear_pointer (&self->drawn, cairo_surface_destroy);
      self->drawn = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
      cairo_surface_set_device_scale (self->drawn, factor, factor);
      own = cairo_create (self->drawn);
      cairo_scale (own, scale, scale);
      self->draw (own, self->user_data);
      cairo_destroy (own);
    }
  cairo_set_source_surface (cr, self->drawn, (double) paper->origin.x, (double) paper->origin.y);
  cairo_paint (cr);
}

static void
nepho_export_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NephoExportPreview *self = NEPHO_EXPORT_PREVIEW (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  GdkRGBA black = { 0.0f, 0.0f, 0.0f, SHADOW };
  GskRoundedRect outline;
  graphene_rect_t paper;
  double scale;
  cairo_t *cr;

  if (self->draw == NULL || width <= 2.0 * MARGIN || height <= 2.0 * MARGIN)
    return;

  scale = MIN ((width - 2.0 * MARGIN) / self->width, (height - 2.0 * MARGIN) / self->height);
  paper = GRAPHENE_RECT_INIT ((float) floor ((width - scale * self->width) / 2.0),
                              (float) floor ((height - scale * self->height) / 2.0), (float) (scale * self->width),
                              (float) (scale * self->height));
  gsk_rounded_rect_init_from_rect (&outline, &paper, 0.0f);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &black, 0.0f, 1.0f, 0.0f, SHADOW_RADIUS);
  append_squares (snapshot, &paper);
  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  paint (self, cr, &paper, scale);
  cairo_destroy (cr);
}

static void
nepho_export_preview_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : LEAST_HEIGHT;
}

static void
nepho_export_preview_finalize (GObject *object)
{
  g_clear_pointer (&NEPHO_EXPORT_PREVIEW (object)->drawn, cairo_surface_destroy);

  G_OBJECT_CLASS (nepho_export_preview_parent_class)->finalize (object);
}

static void
nepho_export_preview_class_init (NephoExportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nepho_export_preview_finalize;

  widget_class->snapshot = nepho_export_preview_snapshot;
  widget_class->measure = nepho_export_preview_measure;
  gtk_widget_class_set_css_name (widget_class, "export-preview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nepho_export_preview_init (NephoExportPreview *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * nepho_export_preview_show:
 * @self: a preview
 * @width_pt: width of the paper, points
 * @height_pt: height of the paper, points
 * @summary: (nullable): what is on it, for those who cannot see it
 * @draw: (nullable): draws all of it; %NULL: there is nothing to see
 * @user_data: for @draw; must last as long as it is shown
 */
void
nepho_export_preview_show (NephoExportPreview *self,
                           double width_pt,
                           double height_pt,
                           const char *summary,
                           NephoExportDraw draw,
                           gpointer user_data)
{
  g_return_if_fail (NEPHO_IS_EXPORT_PREVIEW (self));

  self->width = width_pt;
  self->height = height_pt;
  self->draw = draw;
  g_clear_pointer (&self->drawn, cairo_surface_destroy);
  self->user_data = user_data;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  summary != NULL ? summary : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
