/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-lever.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-document-path.h"
#include "nepho-document-scenario.h"
#include "nepho-event-words.h"
#include "nepho-lever-menu.h"
#include "nepho-lever-value.h"
#include "nepho-model-error.h"
#include "nepho-number.h"
#include "nepho-source-popover.h"

#define STEPS_A_PAGE 10.0

struct _NephoLever
{
  GtkWidget          parent_instance;

  NephoDocument     *document;
  NephoParameterSet *set;        /* that parameter is an index of */
  guint              parameter;
  NephoLeverNaming   naming;
  double             shown;      /* the value that slider and entry stand for */
  char              *entry_text; /* what the entry said before the reader touched it */
  gboolean           held;       /* the pointer holds the slider, a step is open */

  GtkLabel          *name;
  GtkEntry          *entry;
  GtkLabel          *unit;
  GtkScale          *scale;
  GtkAdjustment     *adjustment;
  GtkToggleButton   *lock;
  GtkWidget         *reset;
  GtkMenuButton     *about;
  GtkWidget         *path;
  GtkLabel          *course;
  GtkLabel          *refusal;
  GtkWidget         *menu; /* what can be done with the value, where it was opened; or NULL */
};

G_DEFINE_FINAL_TYPE (NephoLever, nepho_lever, GTK_TYPE_WIDGET)

static const NephoParameter *
parameter_of (NephoLever *self)
{
  return nepho_parameter_set_get (self->set, self->parameter);
}

/* The data set was edited, and the lever does not know yet, or its parameter is gone. */
static gboolean
is_stale (NephoLever *self)
{
  return self->document == NULL || nepho_document_get_parameters (self->document) != self->set;
}

static gboolean
is_share (NephoLever *self)
{
  return parameter_of (self)->spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT;
}

static void
show_refusal (NephoLever *self, const char *message)
{
  gtk_label_set_label (self->refusal, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* The unit that the reader sees and types; what is stored may be in another money. */
static NephoUnit
shown_unit (NephoLever *self)
{
  return nepho_currency_unit (nepho_document_get_money (self->document), parameter_of (self)->spec->unit);
}

static char *
format (NephoLever *self, double value, NephoNumberStyle style)
{
  return nepho_currency_format (nepho_document_get_money (self->document), value, parameter_of (self)->spec->unit,
                                style);
}

/* Beside the lever nobody needs its id again. */
static char *
describe_refusal (NephoLever *self, double value, const GError *error)
{
  const NephoParameterSpec *spec = parameter_of (self)->spec;
  NephoNumberStyle style = NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT;
  g_autofree char *given = NULL;
  g_autofree char *minimum = NULL;
  g_autofree char *maximum = NULL;

  if (!g_error_matches (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_RANGE))
    return g_strdup (error->message);

  given = format (self, value, style);
  minimum = format (self, spec->minimum, style);
  maximum = format (self, spec->maximum, style);

  return g_strdup_printf (_("%s is outside the range: %s to %s"), given, minimum, maximum);
}

static void
set_value (NephoLever *self, double value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gboolean done;

  if (is_stale (self))
    return;

  done = is_share (self) ? nepho_document_set_share (self->document, self->parameter, value, &error)
                         : nepho_document_set_value (self->document, self->parameter, value, &error);
  if (!done)
    message = describe_refusal (self, value, error);
  show_refusal (self, message);
}

static void
show_entry_text (NephoLever *self)
{
  g_free (self->entry_text);
  self->entry_text
    = nepho_lever_entry_text (shown_unit (self), nepho_currency_shown (nepho_document_get_money (self->document),
                                                                       self->shown,
                                                                       parameter_of (self)->spec->unit));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->entry_text);
}

/* The button goes back one step: to the scenario what is not the scenario's, and then to the source. */
static NephoReset
next_reset (NephoLever *self)
{
  return nepho_document_can_reset (self->document, NEPHO_RESET_TO_SCENARIO, &self->parameter, 1)
           ? NEPHO_RESET_TO_SCENARIO
           : NEPHO_RESET_TO_SOURCE;
}

static void
show_reset (NephoLever *self)
{
  gboolean changed = self->shown != parameter_of (self)->initial
                     || nepho_document_has_path (self->document, self->parameter);
  gboolean edited = nepho_document_can_reset (self->document, NEPHO_RESET_TO_SCENARIO, &self->parameter, 1);
  double target = edited ? nepho_document_get_scenario_values (self->document)[self->parameter]
                         : parameter_of (self)->initial;
  g_autofree char *text = format (self, target, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
  /* Translators: a value */
  g_autofree char *tooltip = edited && target != parameter_of (self)->initial
                               ? g_strdup_printf (_("Reset to %s, as in the scenario"), text)
                               : g_strdup_printf (_("Reset to %s"), text);

  /* Its place stays, or the slider would grow under the pointer. */
  gtk_widget_set_child_visible (self->reset, changed || edited);
  gtk_widget_set_tooltip_text (self->reset, tooltip);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lever.reset-scenario", edited);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lever.reset-source",
                                 nepho_document_can_reset (self->document, NEPHO_RESET_TO_SOURCE, &self->parameter, 1));
  if (changed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "changed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "changed");
}

/* Whose word the value is, at a glance: a source, nobody's, or the reader's. */
static void
show_standing (NephoLever *self)
{
  g_autofree char *standing = nepho_source_popover_standing (self->document, self->parameter);
  const char *note = nepho_document_get_note (self->document, self->parameter, NULL);
  /* Translators: whose word a value is, and what the reader says of it */
  g_autofree char *sentence = *note != '\0' ? g_strdup_printf (_("%s\nNote: %s"), standing, note) : g_strdup (standing);
  const char *icon;

  switch (nepho_document_get_standing (self->document, self->parameter))
    {
    case NEPHO_STANDING_WEAK:
    case NEPHO_STANDING_ASSUMED:
      icon = "dialog-question-symbolic";
      break;
    case NEPHO_STANDING_ALTERNATIVE:
    case NEPHO_STANDING_CHANGED:
      icon = "avatar-default-symbolic";
      break;
    case NEPHO_STANDING_SOURCED:
    case NEPHO_STANDING_FOLLOWED:
    case NEPHO_STANDING_SCENARIO:
    default:
      icon = "help-about-symbolic";
      break;
    }
  gtk_menu_button_set_icon_name (self->about, icon);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->about), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->about), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Meaning and source"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

static void
show_lock (NephoLever *self)
{
  gboolean share = is_share (self);
  gboolean locked = share && nepho_document_get_locked (self->document, self->parameter);

  gtk_widget_set_visible (GTK_WIDGET (self->lock), share);
  gtk_toggle_button_set_active (self->lock, locked);
  gtk_button_set_icon_name (GTK_BUTTON (self->lock),
                            locked ? "changes-prevent-symbolic" : "changes-allow-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->lock), locked
                                                            ? _("Locked: stays when others change")
                                                            : _("Lock this share"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->scale), !locked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), !locked);
}

static void
show_value (NephoLever *self)
{
  const NephoParameterSpec *spec = parameter_of (self)->spec;
  g_autofree char *text = NULL;

  self->shown = nepho_document_get_values (self->document)[self->parameter];
  text = format (self, self->shown, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
  gtk_adjustment_set_value (self->adjustment, nepho_lever_position (spec, self->shown));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
  show_entry_text (self);
  show_refusal (self, NULL);
  show_reset (self);
  show_standing (self);
}

/* What the slider says holds until the path begins; the words say what comes then. */
static void
show_path (NephoLever *self)
{
  g_autofree char *course = nepho_events_describe (self->set, self->parameter, nepho_document_get_events (self->document),
                                                   nepho_document_get_money (self->document));
  /* Translators: what happens to a parameter over time */
  g_autofree char *words = course != NULL ? g_strdup_printf (_("Follows a path: %s"), course) : g_strdup ("");

  gtk_widget_set_visible (self->path, course != NULL);
  if (g_str_equal (gtk_label_get_label (self->course), words))
    return;

  gtk_label_set_label (self->course, words);
  show_reset (self);
}

static void
show_name (NephoLever *self)
{
  const NephoParameter *parameter = parameter_of (self);
  NephoDataset *dataset = nepho_parameter_set_dataset (self->set);
  g_autofree char *title = nepho_parameter_title (self->set, self->parameter);
  g_autofree char *unit = nepho_lever_unit_text (shown_unit (self));
  const char *name = title;

  if (self->naming == NEPHO_LEVER_NAME)
    name = _(parameter->spec->name);
  else if (self->naming == NEPHO_LEVER_VENDOR && parameter->vendor >= 0)
    name = nepho_text_get (nepho_dataset_vendor (dataset, (guint) parameter->vendor)->name);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->unit, unit);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), _(parameter->spec->description));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

static void
show_range (NephoLever *self)
{
  const NephoParameter *parameter = parameter_of (self);
  double low;
  double high;

  nepho_lever_range (parameter->spec, nepho_document_get_horizon (self->document), &low, &high);
  gtk_adjustment_configure (self->adjustment, low, low, high, parameter->spec->step,
                            STEPS_A_PAGE * parameter->spec->step, 0.0);
  gtk_scale_clear_marks (self->scale);
  gtk_scale_add_mark (self->scale, nepho_lever_position (parameter->spec, parameter->initial),
                      GTK_POS_BOTTOM, NULL);
}

static void
document_changed_cb (NephoDocument *document, NephoLever *self)
{
  if (is_stale (self))
    return;

  if (nepho_document_get_values (document)[self->parameter] != self->shown)
    show_value (self);
  show_path (self);
  if (is_share (self)
      && nepho_document_get_locked (document, self->parameter) != gtk_toggle_button_get_active (self->lock))
    show_lock (self);
}

/* Another scenario may have the same value, and values elsewhere may have moved. */
static void
state_cb (NephoDocument *document, GParamSpec *pspec, NephoLever *self)
{
  if (!is_stale (self))
    {
      show_reset (self);
      show_standing (self);
    }
}

/* Nothing is read that nobody wrote: the text is rounded, the value is not. */
static void
read_entry (NephoLever *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  double value;

  /* A lever that is taken away loses the focus first. */
  if (is_stale (self))
    return;

  if (g_str_equal (text, self->entry_text))
    {
      show_refusal (self, NULL);
      return;
    }

  if (!nepho_number_parse_shown (text, shown_unit (self), &value, &error))
    {
      show_refusal (self, error->message);
      return;
    }

  set_value (self, nepho_currency_stored (nepho_document_get_money (self->document), value,
                                          parameter_of (self)->spec->unit));
  /* A value that is what it was changes nothing, but its text may be written in another way. */
  if (!gtk_widget_get_visible (GTK_WIDGET (self->refusal)))
    show_entry_text (self);
}

static void
entry_activate_cb (GtkEntry *entry, NephoLever *self)
{
  read_entry (self);
}

static void
entry_left_cb (GtkEventControllerFocus *controller, NephoLever *self)
{
  read_entry (self);
}

/* A key that is pressed again and again is one step of undo. */
static void
step_value (NephoLever *self, double steps)
{
  if (is_stale (self))
    return;

  nepho_document_begin_joined_step (self->document, parameter_of (self)->id, g_get_monotonic_time ());
  set_value (self, nepho_lever_step (parameter_of (self)->spec, self->shown, steps));
  nepho_document_end_step (self->document);
}

/* Escape takes back what was typed; the arrows step as they do on the slider. */
static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint key,
              guint code,
              GdkModifierType modifiers,
              NephoLever *self)
{
  double steps = 0.0;

  switch (key)
    {
    case GDK_KEY_Escape:
      if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->entry_text))
        return GDK_EVENT_PROPAGATE;
      show_value (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      steps = 1.0;
      break;
    case GDK_KEY_Down:
      steps = -1.0;
      break;
    case GDK_KEY_Page_Up:
      steps = STEPS_A_PAGE;
      break;
    case GDK_KEY_Page_Down:
      steps = -STEPS_A_PAGE;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  step_value (self, steps);

  return GDK_EVENT_STOP;
}

static gboolean
change_value_cb (GtkRange *range, GtkScrollType scroll, double position, NephoLever *self)
{
  const NephoParameterSpec *spec = parameter_of (self)->spec;
  double value;

  switch (scroll)
    {
    case GTK_SCROLL_STEP_BACKWARD:
      step_value (self, -1.0);
      return GDK_EVENT_STOP;
    case GTK_SCROLL_STEP_FORWARD:
      step_value (self, 1.0);
      return GDK_EVENT_STOP;
    case GTK_SCROLL_PAGE_BACKWARD:
      step_value (self, -STEPS_A_PAGE);
      return GDK_EVENT_STOP;
    case GTK_SCROLL_PAGE_FORWARD:
      step_value (self, STEPS_A_PAGE);
      return GDK_EVENT_STOP;
    default:
      position = CLAMP (position, gtk_adjustment_get_lower (self->adjustment),
                        gtk_adjustment_get_upper (self->adjustment));
      /* The slider rests at the default: that is the default to the last digit. */
      value = position == nepho_lever_position (spec, parameter_of (self)->initial)
                  ? parameter_of (self)->initial
                  : nepho_lever_at (spec, position);
      break;
    }
  set_value (self, value);

  return GDK_EVENT_STOP;
}

static void
set_held (NephoLever *self, gboolean held)
{
  if (self->held == held)
    return;

  self->held = held;
  if (held)
    nepho_document_begin_step (self->document);
  else
    nepho_document_end_step (self->document);
  gtk_widget_activate_action (GTK_WIDGET (self), "levers.hold", "b", held);
}

/* From press to release is one step of undo, however many values it ran through. */
static gboolean
scale_event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, NephoLever *self)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
      set_held (self, TRUE);
      break;
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
    case GDK_GRAB_BROKEN:
      set_held (self, FALSE);
      break;
    default:
      break;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
reset_clicked_cb (GtkButton *button, NephoLever *self)
{
  /* The button vanishes, and the focus should not with it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->scale));
  nepho_document_reset_to (self->document, next_reset (self), &self->parameter, 1, NULL);
}

static void
reset_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NephoLever *self = NEPHO_LEVER (widget);

  nepho_document_reset_to (self->document,
                           g_str_equal (name, "lever.reset-scenario") ? NEPHO_RESET_TO_SCENARIO : NEPHO_RESET_TO_SOURCE,
                           &self->parameter, 1, NULL);
}

/* Meaning, source and note. */
static void
about_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (NEPHO_LEVER (widget)->about);
}

/* At the pointer; below the name for whoever pressed the Menu key. */
static void
show_menu (NephoLever *self, double x, double y)
{
  GdkRectangle place = { (int) x, (int) y, 1, 1 };

  if (is_stale (self))
    return;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = nepho_lever_menu_new (self->document, self->parameter);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NephoLever *self = NEPHO_LEVER (widget);

  show_menu (self, 0.0, gtk_widget_get_height (GTK_WIDGET (self->name)));
}

static void
secondary_pressed_cb (GtkGestureClick *gesture, int n_presses, double x, double y, NephoLever *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, x, y);
}

static void
path_clicked_cb (GtkButton *button, NephoLever *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "levers.path", "s", parameter_of (self)->id);
}

static void
lock_toggled_cb (GtkToggleButton *button, NephoLever *self)
{
  nepho_document_set_locked (self->document, self->parameter,
                             gtk_toggle_button_get_active (button));
  show_lock (self);
}

static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  NephoLever *self = user_data;

  gtk_menu_button_set_popover (button, nepho_source_popover_new (self->document, self->parameter));
}

/* The wheel scrolls the panel: a slider that happens to pass under the pointer stays as it is. */
static void
leave_wheel_to_panel (GtkWidget *scale)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scale);
  guint n_controllers = g_list_model_get_n_items (controllers);

  for (guint i = 0; i < n_controllers; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
nepho_lever_unmap (GtkWidget *widget)
{
  set_held (NEPHO_LEVER (widget), FALSE);

  GTK_WIDGET_CLASS (nepho_lever_parent_class)->unmap (widget);
}

static void
nepho_lever_dispose (GObject *object)
{
  NephoLever *self = NEPHO_LEVER (object);
  GtkWidget *child;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->set, nepho_parameter_set_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nepho_lever_parent_class)->dispose (object);
}

static void
nepho_lever_finalize (GObject *object)
{
  g_free (NEPHO_LEVER (object)->entry_text);

  G_OBJECT_CLASS (nepho_lever_parent_class)->finalize (object);
}

static void
nepho_lever_class_init (NephoLeverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nepho_lever_dispose;
  object_class->finalize = nepho_lever_finalize;
  widget_class->unmap = nepho_lever_unmap;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nephoscope/Nephoscope/ui/nepho-lever.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoLever, name);
  gtk_widget_class_bind_template_child (widget_class, NephoLever, entry);
  gtk_widget_class_bind_template_child (widget_class, NephoLever, unit);
  gtk_widget_class_bind_template_child (widget_class, NephoLever, scale);
  gtk_widget_class_bind_template_child (widget_class, NephoLever, adjustment);
  gtk_widget_class_bind_template_child (widget_class, NephoLever, lock);
  gtk_widget_class_bind_template_child (widget_class, NephoLever, reset);
  gtk_widget_class_bind_template_child (widget_class, NephoLever, about);
  gtk_widget_class_bind_template_child (widget_class, NephoLever, path);
  gtk_widget_class_bind_template_child (widget_class, NephoLever, course);
  gtk_widget_class_bind_template_child (widget_class, NephoLever, refusal);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_value_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_event_cb);
  gtk_widget_class_bind_template_callback (widget_class, lock_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, path_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  gtk_widget_class_install_action (widget_class, "lever.reset-scenario", NULL, reset_action_cb);
  gtk_widget_class_install_action (widget_class, "lever.reset-source", NULL, reset_action_cb);
  gtk_widget_class_install_action (widget_class, "lever.about", NULL, about_action_cb);
  gtk_widget_class_install_action (widget_class, "lever.menu", NULL, menu_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "lever.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "lever.menu", NULL);
  gtk_widget_class_set_css_name (widget_class, "lever");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nepho_lever_init (NephoLever *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  leave_wheel_to_panel (GTK_WIDGET (self->scale));
  gtk_menu_button_set_create_popup_func (self->about, create_popover_cb, self, NULL);
}

static void
show_everything (NephoLever *self)
{
  show_name (self);
  show_range (self);
  show_value (self);
  show_path (self);
  show_lock (self);
}

/* In an edited data set the lever goes on with the parameter of the same id, or goes out of sight. */
static void
dataset_cb (NephoDocument *document, GParamSpec *pspec, NephoLever *self)
{
  NephoParameterSet *set = nepho_document_get_parameters (document);
  int parameter = nepho_parameter_set_find (set, parameter_of (self)->id);

  gtk_menu_button_set_popover (self->about, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), parameter >= 0);
  if (parameter < 0)
    return;

  nepho_parameter_set_unref (self->set);
  self->set = nepho_parameter_set_ref (set);
  self->parameter = (guint) parameter;
  show_everything (self);
}

/**
 * nepho_lever_new:
 * @document: the document
 * @parameter: index of a parameter
 * @naming: what the lever is called
 *
 * Returns: (transfer floating): a lever that moves the parameter in the document and follows it
 */
GtkWidget *
nepho_lever_new (NephoDocument *document, guint parameter, NephoLeverNaming naming)
{
  NephoLever *self = g_object_new (NEPHO_TYPE_LEVER, NULL);

  self->document = g_object_ref (document);
  self->set = nepho_parameter_set_ref (nepho_document_get_parameters (document));
  self->parameter = parameter;
  self->naming = naming;
  show_everything (self);
  g_signal_connect_object (document, "notify::dataset", G_CALLBACK (dataset_cb), self, 0);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, 0);
  g_signal_connect_object (document, "notify::can-undo", G_CALLBACK (state_cb), self, 0);

  return GTK_WIDGET (self);
}

/**
 * nepho_lever_get_parameter:
 * @self: a lever
 *
 * Returns: index of the parameter that it moves
 */
guint
nepho_lever_get_parameter (NephoLever *self)
{
  g_return_val_if_fail (NEPHO_IS_LEVER (self), 0);

  return self->parameter;
}

/**
 * nepho_lever_set_parameter:
 * @self: a lever
 * @parameter: index of another parameter
 *
 * Makes the lever move another parameter, such as the same of another segment.
 */
void
nepho_lever_set_parameter (NephoLever *self, guint parameter)
{
  g_return_if_fail (NEPHO_IS_LEVER (self));

  set_held (self, FALSE);
  self->parameter = parameter;
  show_everything (self);
}

/**
 * nepho_lever_get_scale:
 * @self: a lever
 *
 * Returns: (transfer none): its #GtkScale
 */
GtkWidget *
nepho_lever_get_scale (NephoLever *self)
{
  g_return_val_if_fail (NEPHO_IS_LEVER (self), NULL);

  return GTK_WIDGET (self->scale);
}

/**
 * nepho_lever_get_entry:
 * @self: a lever
 *
 * Returns: (transfer none): its #GtkEntry
 */
GtkWidget *
nepho_lever_get_entry (NephoLever *self)
{
  g_return_val_if_fail (NEPHO_IS_LEVER (self), NULL);

  return GTK_WIDGET (self->entry);
}

/**
 * nepho_lever_get_refusal:
 * @self: a lever
 *
 * Returns: (transfer none) (nullable): why what was typed last was refused
 */
const char *
nepho_lever_get_refusal (NephoLever *self)
{
  g_return_val_if_fail (NEPHO_IS_LEVER (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->refusal)) ? gtk_label_get_label (self->refusal)
                                                             : NULL;
}
