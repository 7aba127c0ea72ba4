/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-card.h"

#include <glib/gi18n-lib.h>

#include "nepho-chart-copies.h"
#include "nepho-chart-drag.h"
#include "nepho-chart-export.h"
#include "nepho-figure-table.h"

struct _NephoChartCard
{
  GtkWidget        parent_instance;

  char            *name;
  char            *figure_id;    /* "" until it is told */
  NephoFigureLook  look;
  gboolean         held;
  NephoChartBuild  build;
  gpointer         user_data;
  NephoDocument   *document;     /* that pictures of the chart keep, or NULL */
  NephoChartCardExport export;   /* or NULL */

  GtkWidget       *overlay;
  GtkWidget       *stack;        /* of the chart and the table */
  GtkWidget       *chart;
  GtkWidget       *table;        /* the same in numbers, once it was asked for; else NULL */
  gboolean         as_table;
  GtkWidget       *button;
  GtkWidget       *show_all;     /* beside it where less than everything is shown */
  GtkWidget       *reading;
  GtkWidget       *context_menu;
  NephoChartSource source;       /* of the datum that is meant by "this" */
  NephoChartNotes  notes;        /* what the reader put to data */

  NephoChartCard  *origin;       /* of a copy: whose figure it shows; else NULL */
  GPtrArray       *copies;       /* NephoChartCard in other windows, which go with this one */
};

enum
{
  PROP_AS_TABLE = 1,
  PROP_MEASURE,
  PROP_LOGARITHMIC,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NephoChartCard, nepho_chart_card, GTK_TYPE_WIDGET)

/* The ways to look at a figure that has more than one. */
static GMenuModel *
create_look_menu (const char *figure)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) measures = g_menu_new ();

  for (guint k = 0; k < NEPHO_N_MEASURES; k++)
    if (nepho_measure_fits (figure, (NephoMeasure) k))
      {
        g_autofree char *action = g_strdup_printf ("card.measure::%s", nepho_measure_id ((NephoMeasure) k));

        g_menu_append (measures, nepho_measure_name ((NephoMeasure) k), action);
      }
  if (g_menu_model_get_n_items (G_MENU_MODEL (measures)) > 1)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (measures));
  if (nepho_measure_may_log (figure))
    g_menu_append (menu, _("_Logarithmic Scale"), "card.logarithmic");

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static GMenuModel *
create_menu (const char *figure)
{
  g_autoptr (GMenuModel) look = create_look_menu (figure);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) source = g_menu_new ();
  g_autoptr (GMenu) notes = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();

  g_menu_append (source, _("Show as _Table"), "card.as-table");
  g_menu_append (source, _("So_urce of This Point"), "card.source");
  g_menu_append (notes, _("A_nnotate Here…"), "card.annotate");
  g_menu_append (notes, _("Measure _from Here"), "card.arrow-from");
  g_menu_append (notes, _("Measure to _Here"), "card.arrow-to");
  g_menu_append (view, _("Show A_ll"), "card.show-all");
  g_menu_append (copy, _("_Copy Image"), "card.copy-image");
  g_menu_append (copy, _("Copy _Data"), "card.copy-data");
  g_menu_append (open, _("_Export…"), "card.export");
  g_menu_append (open, _("Pr_int…"), "card.print");
  g_menu_append (open, _("_Open Large"), "card.enlarge");
  g_menu_append (open, _("In Its Own _Window"), "card.detach");
  g_menu_append (open, _("_Present"), "card.present");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (source));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (notes));
  g_menu_append_section (menu, NULL, look);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
copy_image_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NephoChartCard *self = NEPHO_CHART_CARD (widget);

  nepho_chart_export_copy_image (NEPHO_CHART (self->chart), self->document);
}

static void
copy_data_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nepho_chart_export_copy_data (NEPHO_CHART (NEPHO_CHART_CARD (widget)->chart));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NephoChartCard *self = NEPHO_CHART_CARD (widget);

  if (self->export != NULL)
    self->export (self, g_str_equal (action, "card.print"), self->user_data);
}

static void
enlarge_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nepho_chart_copies_enlarge (NEPHO_CHART_CARD (widget));
}

static void
detach_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nepho_chart_copies_detach (NEPHO_CHART_CARD (widget));
}

static void
present_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nepho_chart_copies_present (NEPHO_CHART_CARD (widget));
}

/* "This point" is another now, or none. */
static void
target_changed (NephoChartCard *self)
{
  gboolean can = nepho_chart_notes_can (&self->notes, &self->source.target);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.source", nepho_chart_source_has_target (&self->source));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.annotate", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.arrow", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.arrow-from", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.arrow-to",
                                 can && nepho_chart_notes_has_begun (&self->notes));
}

static void
annotate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NephoChartCard *self = NEPHO_CHART_CARD (widget);

  nepho_chart_notes_write (&self->notes, &self->source.target);
}

/* Begins an arrow, or ends the one that is begun. */
static void
arrow_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NephoChartCard *self = NEPHO_CHART_CARD (widget);

  if (!g_str_equal (action, "card.arrow-from") && nepho_chart_notes_has_begun (&self->notes))
    nepho_chart_notes_end (&self->notes, &self->source.target);
  else
    nepho_chart_notes_begin (&self->notes, &self->source.target);
  target_changed (self);
}

static void
remove_annotation_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NephoChartCard *self = NEPHO_CHART_CARD (widget);

  nepho_chart_notes_remove (&self->notes, &self->source.target);
}

/* Before the chart's own use of the key. */
static gboolean
give_up_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  NephoChartCard *self = NEPHO_CHART_CARD (widget);
  gboolean begun
    = !gtk_widget_get_visible (self->context_menu) && nepho_chart_notes_give_up (&self->notes);

  target_changed (self);

  return begun;
}

static void
annotation_activated_cb (NephoChartCard *self, guint index, GtkWidget *row)
{
  graphene_rect_t bounds;
  GdkRectangle at;

  if (!gtk_widget_compute_bounds (row, self->table, &bounds))
    return;

  at = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  nepho_chart_notes_edit (&self->notes, self->table, &at, index);
}

static void
source_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nepho_chart_source_open (&NEPHO_CHART_CARD (widget)->source, FALSE);
}

static void
datum_activated_cb (NephoChartCard *self, guint series, guint point, GtkWidget *cell)
{
  nepho_chart_source_open_at (&self->source, self->table, cell, series, point);
}

/* The table is made when it is first asked for; while it is out of sight it has no numbers. */
static void
set_as_table (NephoChartCard *self, gboolean as_table)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (self->as_table == as_table)
    return;

  self->as_table = as_table;
  if (self->table == NULL)
    {
      self->table = nepho_figure_table_new ();
      g_signal_connect_object (self->table, "datum-activated", G_CALLBACK (datum_activated_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->table, "annotation-activated", G_CALLBACK (annotation_activated_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_child (GTK_STACK (self->stack), self->table);
    }
  nepho_chart_source_close (&self->source);
  nepho_figure_table_set_figure (NEPHO_FIGURE_TABLE (self->table),
                                 as_table ? nepho_chart_get_figure (NEPHO_CHART (self->chart)) : NULL);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), as_table ? self->table : self->chart);
  if (focused)
    gtk_widget_child_focus (as_table ? self->table : self->chart, GTK_DIR_TAB_FORWARD);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_TABLE]);
}

/* Only as far as the figure has that look. */
static void
set_look (NephoChartCard *self, NephoFigureLook look)
{
  if (!nepho_measure_fits (self->figure_id, look.measure))
    look.measure = self->look.measure;
  look.logarithmic = look.logarithmic && nepho_measure_may_log (self->figure_id);
  if (look.measure == self->look.measure && look.logarithmic == self->look.logarithmic)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  if (look.measure != self->look.measure)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEASURE]);
  if (look.logarithmic != self->look.logarithmic)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOGARITHMIC]);
  self->look = look;
  nepho_chart_card_update (self, self->held);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
next_measure_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NephoChartCard *self = NEPHO_CHART_CARD (widget);
  NephoFigureLook look = self->look;

  do
    look.measure = (look.measure + 1) % NEPHO_N_MEASURES;
  while (!nepho_measure_fits (self->figure_id, look.measure));
  set_look (self, look);
}

/* What a reader sees is what is copied. */
static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NephoChartCard *self = NEPHO_CHART_CARD (widget);

  gtk_widget_activate_action (widget, self->as_table ? "card.copy-data" : "card.copy-image", NULL);
}

/* Elsewhere the key closes a window. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  NephoChartCard *self = NEPHO_CHART_CARD (widget);

  if (!self->as_table)
    return FALSE;
  set_as_table (self, FALSE);

  return TRUE;
}

static void
show_menu (NephoChartCard *self, double x, double y)
{
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
menu_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_menu (NEPHO_CHART_CARD (widget), gtk_widget_get_width (widget) / 2.0,
             gtk_widget_get_height (widget) / 2.0);
}

/* The card has the chart's place and size. */
static void
secondary_pressed_cb (NephoChartCard *self, int n_press, double x, double y, GtkGesture *gesture)
{
  if (self->as_table || !nepho_chart_source_aim (&self->source, x, y))
    nepho_chart_source_aim_cursor (&self->source);
  target_changed (self);
  show_menu (self, x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
show_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NephoChart *chart = NEPHO_CHART (NEPHO_CHART_CARD (widget)->chart);

  /* The button vanishes, and the focus should not with it. */
  gtk_widget_grab_focus (GTK_WIDGET (chart));
  nepho_chart_link_reset (nepho_chart_get_link (chart));
}

static void
narrowed_cb (NephoChartCard *self)
{
  gboolean narrowed = nepho_chart_is_narrowed (NEPHO_CHART (self->chart));

  gtk_widget_set_visible (self->show_all, narrowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.show-all", narrowed);
}

static void
primary_pressed_cb (NephoChartCard *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_widget_grab_focus (self->chart);
  if (n_press == 2)
    {
      gboolean narrowed = nepho_chart_is_narrowed (NEPHO_CHART (self->chart));

      gtk_widget_activate_action (GTK_WIDGET (self), narrowed ? "card.show-all" : "card.enlarge", NULL);
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }
}

static void
primary_released_cb (NephoChartCard *self, int n_press, double x, double y)
{
  if (n_press != 1 || nepho_chart_isolate_at (NEPHO_CHART (self->chart), x, y)
      || (!nepho_chart_notes_has_begun (&self->notes) && nepho_chart_notes_edit_at (&self->notes, x, y))
      || !nepho_chart_source_aim (&self->source, x, y))
    return;

  if (nepho_chart_notes_has_begun (&self->notes))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "card.arrow", NULL);
      return;
    }
  target_changed (self);
  nepho_chart_source_open (&self->source, TRUE);
}

static void
reading_changed_cb (NephoChartCard *self)
{
  g_autofree char *reading = nepho_chart_get_reading (NEPHO_CHART (self->chart));

  nepho_chart_source_aim_cursor (&self->source);
  target_changed (self);
  gtk_label_set_text (GTK_LABEL (self->reading), reading != NULL ? reading : "");
  gtk_widget_set_visible (self->reading, reading != NULL);
}

/* Closes the windows that show the chart, too. */
static void
close_copies (NephoChartCard *self)
{
  g_autoptr (GPtrArray) copies = g_steal_pointer (&self->copies);

  for (guint i = 0; copies != NULL && i < copies->len; i++)
    {
      NephoChartCard *copy = g_ptr_array_index (copies, i);
      GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (copy));

      g_signal_handlers_disconnect_by_data (copy, self);
      copy->origin = NULL;
      if (GTK_IS_WINDOW (root))
        gtk_window_destroy (GTK_WINDOW (root));
    }
}

static void
nepho_chart_card_dispose (GObject *object)
{
  NephoChartCard *self = NEPHO_CHART_CARD (object);

  close_copies (self);
  nepho_chart_source_close (&self->source);
  nepho_chart_notes_clear (&self->notes);
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (nepho_chart_card_parent_class)->dispose (object);
}

static void
nepho_chart_card_finalize (GObject *object)
{
  NephoChartCard *self = NEPHO_CHART_CARD (object);

  g_free (self->name);
  g_free (self->figure_id);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nepho_chart_card_parent_class)->finalize (object);
}

static void
nepho_chart_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NephoChartCard *self = NEPHO_CHART_CARD (object);

  switch (id)
    {
    case PROP_AS_TABLE:
      g_value_set_boolean (value, self->as_table);
      break;
    case PROP_MEASURE:
      g_value_set_string (value, nepho_measure_id (self->look.measure));
      break;
    case PROP_LOGARITHMIC:
      g_value_set_boolean (value, self->look.logarithmic);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nepho_chart_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NephoChartCard *self = NEPHO_CHART_CARD (object);
  NephoFigureLook look = self->look;

  switch (id)
    {
    case PROP_AS_TABLE:
      set_as_table (self, g_value_get_boolean (value));
      break;
    case PROP_MEASURE:
      if (nepho_measure_from_id (g_value_get_string (value), &look.measure))
        set_look (self, look);
      break;
    case PROP_LOGARITHMIC:
      look.logarithmic = g_value_get_boolean (value);
      set_look (self, look);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "card.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "card.menu", NULL);
  /* The one added last stands in the menu. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "card.enlarge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "card.enlarge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, "card.detach", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "card.present", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "card.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, 0, "card.annotate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, 0, "card.arrow", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "card.remove-annotation", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "card.as-table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, 0, "card.next-measure", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, 0, "card.logarithmic", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
nepho_chart_card_class_init (NephoChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = nepho_chart_card_get_property;
  object_class->set_property = nepho_chart_card_set_property;
  object_class->dispose = nepho_chart_card_dispose;
  object_class->finalize = nepho_chart_card_finalize;

  properties[PROP_AS_TABLE] = g_param_spec_boolean ("as-table", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  properties[PROP_MEASURE] = g_param_spec_string ("measure", NULL, NULL, "absolute",
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                    | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOGARITHMIC] = g_param_spec_boolean ("logarithmic", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                         | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "card.as-table", "as-table");
  gtk_widget_class_install_property_action (widget_class, "card.measure", "measure");
  gtk_widget_class_install_property_action (widget_class, "card.logarithmic", "logarithmic");
  gtk_widget_class_install_action (widget_class, "card.next-measure", NULL, next_measure_cb);
  gtk_widget_class_install_action (widget_class, "card.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "card.source", NULL, source_cb);
  gtk_widget_class_install_action (widget_class, "card.copy-image", NULL, copy_image_cb);
  gtk_widget_class_install_action (widget_class, "card.copy-data", NULL, copy_data_cb);
  gtk_widget_class_install_action (widget_class, "card.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "card.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "card.print", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "card.annotate", NULL, annotate_cb);
  gtk_widget_class_install_action (widget_class, "card.arrow", NULL, arrow_cb);
  gtk_widget_class_install_action (widget_class, "card.arrow-from", NULL, arrow_cb);
  gtk_widget_class_install_action (widget_class, "card.arrow-to", NULL, arrow_cb);
  gtk_widget_class_install_action (widget_class, "card.remove-annotation", NULL, remove_annotation_cb);
  gtk_widget_class_install_action (widget_class, "card.enlarge", NULL, enlarge_cb);
  gtk_widget_class_install_action (widget_class, "card.detach", NULL, detach_cb);
  gtk_widget_class_install_action (widget_class, "card.present", NULL, present_cb);
  gtk_widget_class_install_action (widget_class, "card.menu", NULL, menu_cb);

  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chart-card");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
create_button (NephoChartCard *self, GMenuModel *menu)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), menu);
  gtk_widget_set_tooltip_text (self->button, _("Copy, export or enlarge this chart"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  gtk_widget_set_valign (self->button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "chart-menu");
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->button);
}

/* The chart leaves room for it at its title. */
static void
create_show_all (NephoChartCard *self)
{
  self->show_all = gtk_button_new_from_icon_name ("zoom-fit-best-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->show_all), "card.show-all");
  gtk_widget_set_tooltip_text (self->show_all, _("Show all of the chart again (0)"));
  gtk_widget_set_halign (self->show_all, GTK_ALIGN_END);
  gtk_widget_set_valign (self->show_all, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->show_all, "flat");
  gtk_widget_add_css_class (self->show_all, "chart-show-all");
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->show_all);
  g_signal_connect_object (self->chart, "notify::narrowed", G_CALLBACK (narrowed_cb), self, G_CONNECT_SWAPPED);
  narrowed_cb (self);
}

/* Over the chart rather than below it: the chart must not be laid out anew when a reading appears. */
static void
create_reading (NephoChartCard *self)
{
  self->reading = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->reading), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->reading), 0.0f);
  gtk_widget_set_halign (self->reading, GTK_ALIGN_START);
  gtk_widget_set_valign (self->reading, GTK_ALIGN_END);
  gtk_widget_set_can_target (self->reading, FALSE);
  gtk_widget_set_visible (self->reading, FALSE);
  gtk_widget_add_css_class (self->reading, "chart-reading");
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->reading);
  g_signal_connect_object (self->chart, "notify::reading", G_CALLBACK (reading_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
create_notes (NephoChartCard *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  nepho_chart_notes_init (&self->notes, NEPHO_CHART (self->chart), &self->look);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->notes.hint);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (give_up_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
add_gestures (NephoChartCard *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *primary = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));

  g_signal_connect_object (primary, "pressed", G_CALLBACK (primary_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (primary, "released", G_CALLBACK (primary_released_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->chart, GTK_EVENT_CONTROLLER (primary));
}

static void
nepho_chart_card_init (NephoChartCard *self)
{
  g_autoptr (GMenuModel) menu = NULL;

  self->figure_id = g_strdup ("");
  self->copies = g_ptr_array_new ();
  menu = create_menu (self->figure_id);
  self->overlay = gtk_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  self->stack = gtk_stack_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->stack);
  self->chart = nepho_chart_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), self->chart);
  nepho_chart_source_init (&self->source, NEPHO_CHART (self->chart));
  create_button (self, menu);
  create_show_all (self);
  create_reading (self);
  create_notes (self);

  self->context_menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
  gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self));
  add_gestures (self);
  nepho_chart_drag_attach (self);
  target_changed (self);

  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * nepho_chart_card_new:
 * @name: what the chart is called, for the title of its own window
 * @build: makes the figure
 * @user_data: for @build; must live as long as the card
 *
 * Returns: (transfer floating): a card; it shows nothing before its first update
 */
GtkWidget *
nepho_chart_card_new (const char *name, NephoChartBuild build, gpointer user_data)
{
  NephoChartCard *self = g_object_new (NEPHO_TYPE_CHART_CARD, NULL);

  self->name = g_strdup (name);
  self->build = build;
  self->user_data = user_data;
  self->source.user_data = user_data;

  return GTK_WIDGET (self);
}

/**
 * nepho_chart_card_set_explain:
 * @self: a card
 * @explain: (nullable): tells where a datum is from; it is given the user data of the figure's maker
 *
 * With it, a click on a datum, Enter on the one under the keyboard cursor, and the menu show its source.
 */
void
nepho_chart_card_set_explain (NephoChartCard *self, NephoChartExplain explain)
{
  g_return_if_fail (NEPHO_IS_CHART_CARD (self));

  self->source.explain = explain;
  target_changed (self);
}

/**
 * nepho_chart_card_set_keeper:
 * @self: a card
 * @keeper: (nullable): what keeps the chart's annotations; it lives for ever and is given the user data of the figure's
 *   maker
 *
 * With it data can be annotated and measured: by the menu, with A and D, and by a click on what is there.
 */
void
nepho_chart_card_set_keeper (NephoChartCard *self, const NephoChartKeeper *keeper)
{
  g_return_if_fail (NEPHO_IS_CHART_CARD (self));

  self->notes.keeper = keeper;
  self->notes.user_data = self->user_data;
  target_changed (self);
}

/**
 * nepho_chart_card_set_export:
 * @self: a card
 * @document: (nullable): the scenario that the chart shows, for pictures of it to keep
 * @export: (nullable): asks how the chart is to be written; it is given the card and the user data of the figure's maker
 */
void
nepho_chart_card_set_export (NephoChartCard *self, NephoDocument *document, NephoChartCardExport export)
{
  g_return_if_fail (NEPHO_IS_CHART_CARD (self));

  g_set_object (&self->document, document);
  self->export = export;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.export", export != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.print", export != NULL);
}

/**
 * nepho_chart_card_get_document:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the scenario that its chart shows, where it was told
 */
NephoDocument *
nepho_chart_card_get_document (NephoChartCard *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART_CARD (self), NULL);

  return self->document;
}

/**
 * nepho_chart_card_set_figure_id:
 * @self: a card
 * @figure: id of the figure that it shows
 *
 * The menu and the keys M and L then offer the ways to look at that figure.
 */
void
nepho_chart_card_set_figure_id (NephoChartCard *self, const char *figure)
{
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (NEPHO_IS_CHART_CARD (self) && figure != NULL);

  g_free (self->figure_id);
  self->figure_id = g_strdup (figure);
  menu = create_menu (figure);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), menu);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->context_menu), menu);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.logarithmic", nepho_measure_may_log (figure));
}

/**
 * nepho_chart_card_get_figure_id:
 * @self: a card
 *
 * Returns: (transfer none): id of the figure that it shows; "" where it was not told
 */
const char *
nepho_chart_card_get_figure_id (NephoChartCard *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART_CARD (self), NULL);

  return self->figure_id;
}

/**
 * nepho_chart_card_get_look:
 * @self: a card
 *
 * Returns: (transfer none): how its chart is looked at
 */
const NephoFigureLook *
nepho_chart_card_get_look (NephoChartCard *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART_CARD (self), NULL);

  return &self->look;
}

/**
 * nepho_chart_card_set_look:
 * @self: a card with the id of its figure
 * @look: how its chart is to be looked at, as far as the figure has it
 */
void
nepho_chart_card_set_look (NephoChartCard *self, const NephoFigureLook *look)
{
  g_return_if_fail (NEPHO_IS_CHART_CARD (self) && look != NULL);

  set_look (self, *look);
}

/**
 * nepho_chart_card_get_chart:
 * @self: a card
 *
 * Returns: (transfer none): its chart
 */
NephoChart *
nepho_chart_card_get_chart (NephoChartCard *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART_CARD (self), NULL);

  return NEPHO_CHART (self->chart);
}

static void
copy_destroyed_cb (NephoChartCard *self, NephoChartCard *copy)
{
  g_ptr_array_remove (self->copies, copy);
}

/**
 * nepho_chart_card_copy:
 * @self: a card, or a copy of one
 *
 * Returns: (transfer floating): a card for another window, which looks like @self and shows the same figure whenever
 *   that is made anew; its window is closed where the first card goes
 */
NephoChartCard *
nepho_chart_card_copy (NephoChartCard *self)
{
  NephoChartCard *origin = nepho_chart_card_get_origin (self);
  NephoChartCard *copy;

  g_return_val_if_fail (NEPHO_IS_CHART_CARD (self), NULL);

  copy = NEPHO_CHART_CARD (nepho_chart_card_new (origin->name, origin->build, origin->user_data));
  copy->origin = origin;
  nepho_chart_card_set_explain (copy, origin->source.explain);
  nepho_chart_card_set_keeper (copy, origin->notes.keeper);
  nepho_chart_card_set_export (copy, origin->document, origin->export);
  nepho_chart_card_set_figure_id (copy, origin->figure_id);
  copy->look = self->look;
  gtk_widget_action_set_enabled (GTK_WIDGET (copy), "card.enlarge", FALSE);
  nepho_chart_card_update (copy, origin->held);
  g_ptr_array_add (origin->copies, copy);
  g_signal_connect_object (copy, "destroy", G_CALLBACK (copy_destroyed_cb), origin, G_CONNECT_SWAPPED);

  return copy;
}

/**
 * nepho_chart_card_get_origin:
 * @self: a card, or a copy of one
 *
 * Returns: (transfer none): the card that it is a copy of; @self where it is none
 */
NephoChartCard *
nepho_chart_card_get_origin (NephoChartCard *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART_CARD (self), NULL);

  return self->origin != NULL ? self->origin : self;
}

/**
 * nepho_chart_card_has_copies:
 * @self: a card
 *
 * Returns: whether its chart is open in other windows, too
 */
gboolean
nepho_chart_card_has_copies (NephoChartCard *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART_CARD (self), FALSE);

  return self->copies->len > 0;
}

/**
 * nepho_chart_card_get_name:
 * @self: a card
 *
 * Returns: (transfer none): what its chart is called
 */
const char *
nepho_chart_card_get_name (NephoChartCard *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART_CARD (self), NULL);

  return self->name;
}

/**
 * nepho_chart_card_set_bare:
 * @self: a card
 *
 * Takes the button of its menu away; a secondary click and the keys still open it.
 */
void
nepho_chart_card_set_bare (NephoChartCard *self)
{
  g_return_if_fail (NEPHO_IS_CHART_CARD (self));

  gtk_widget_set_visible (self->button, FALSE);
}

/**
 * nepho_chart_card_update:
 * @self: a card
 * @held: whether a lever is being dragged: the axes stay
 *
 * Makes the figure anew and shows it, here and in the chart's other windows.
 */
void
nepho_chart_card_update (NephoChartCard *self, gboolean held)
{
  g_return_if_fail (NEPHO_IS_CHART_CARD (self));

  self->held = held;
  nepho_chart_set_held (NEPHO_CHART (self->chart), held);
  nepho_chart_set_figure (NEPHO_CHART (self->chart), self->build (&self->look, self->user_data));
  if (self->as_table)
    nepho_figure_table_set_figure (NEPHO_FIGURE_TABLE (self->table),
                                   nepho_chart_get_figure (NEPHO_CHART (self->chart)));
  for (guint i = 0; i < self->copies->len; i++)
    nepho_chart_card_update (g_ptr_array_index (self->copies, i), held);
}
