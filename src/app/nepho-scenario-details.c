/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-scenario-details.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-scenario.h"
#include "nepho-note-view.h"
#include "nepho-number.h"
#include "nepho-scenario-ask.h"
#include "nepho-undo-keys.h"

struct _NephoScenarioDetails
{
  AdwWindow            parent_instance;

  NephoDocument       *document;
  char                *id;
  GPtrArray           *rows;  /* of differences and snapshots, made anew with each edit */
  GPtrArray           *homes; /* the group of each */
  guint                rebuild; /* the source that will do so, or 0 */

  AdwWindowTitle      *title;
  AdwPreferencesGroup *name_group;
  AdwEntryRow         *name;
  AdwPreferencesGroup *story_group;
  GtkWidget           *story; /* a NephoNoteView, or a label where the data set tells it */
  AdwPreferencesGroup *article_group;
  GtkLabel            *article;
  AdwPreferencesGroup *parent_group;
  AdwPreferencesGroup *differences_group;
  AdwPreferencesGroup *snapshots_group;
};

G_DEFINE_FINAL_TYPE (NephoScenarioDetails, nepho_scenario_details, ADW_TYPE_WINDOW)

static const NephoScenario *
find (NephoScenarioDetails *self)
{
  return nepho_document_find_scenario (self->document, self->id);
}

static GtkWidget *
add_row (NephoScenarioDetails *self, AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->homes, group);

  return row;
}

static void
clear_rows (NephoScenarioDetails *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (g_ptr_array_index (self->homes, i), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->homes, 0);
}

/* A parameter, what it is in the parent and here, and what the reader says of it. */
static void
add_difference (NephoScenarioDetails *self, guint parameter, double before, double after, const char *note)
{
  NephoParameterSet *set = nepho_document_get_parameters (self->document);
  const NephoCurrencyChoice *money = nepho_document_get_money (self->document);
  NephoUnit unit = nepho_parameter_set_get (set, parameter)->spec->unit;
  NephoNumberStyle style = NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT;
  g_autofree char *title = nepho_parameter_title (set, parameter);
  g_autofree char *from = nepho_currency_format (money, before, unit, style);
  g_autofree char *to = nepho_currency_format (money, after, unit, style);
  g_autofree char *change = g_strdup_printf ("%s → %s", from, to);
  GtkWidget *row = add_row (self, self->differences_group, title, note);
  GtkWidget *label = gtk_label_new (change);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static const char *
parent_name (NephoScenarioDetails *self)
{
  const NephoScenario *parent = nepho_document_find_scenario (self->document, find (self)->parent);

  return nepho_text_get (parent != NULL ? parent->name : nepho_document_get_dataset (self->document)->name);
}

static void
show_differences (NephoScenarioDetails *self)
{
  const NephoScenario *scenario = find (self);
  NephoParameterSet *set = nepho_document_get_parameters (self->document);
  g_autofree double *values = g_new0 (double, nepho_parameter_set_size (set));
  g_autofree double *before = g_new0 (double, nepho_parameter_set_size (set));
  g_autoptr (GArray) differences = nepho_document_get_differences (self->document, self->id);
  /* Translators: name of a scenario, or of a data set */
  g_autofree char *title = g_strdup_printf (_("What Differs from “%s”"), parent_name (self));
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (self->differences_group, escaped);
  adw_preferences_group_set_description (self->differences_group, differences->len == 0 ? _("Nothing") : NULL);
  if (differences->len == 0 || !nepho_document_resolve_scenario (self->document, self->id, values, NULL)
      || !nepho_document_resolve_scenario (self->document, scenario->parent, before, NULL))
    return;

  for (guint i = 0; i < differences->len; i++)
    {
      guint k = g_array_index (differences, guint, i);

      add_difference (self, k, before[k], values[k],
                      g_hash_table_lookup (scenario->notes, nepho_parameter_set_get (set, k)->id));
    }
}

static GtkWidget *
row_button (const char *icon, const char *label, const char *action, const char *id)
{
  GtkWidget *button = gtk_button_new ();

  if (icon != NULL)
    gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  else
    gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, icon != NULL ? label : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

/* In the reader's own time. */
static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = seconds != 0 ? g_date_time_new_from_unix_local (seconds) : NULL;

  return time != NULL ? g_date_time_format (time, "%F %R") : NULL;
}

static void
show_snapshots (NephoScenarioDetails *self)
{
  g_autoptr (GPtrArray) scenarios = nepho_document_get_scenarios (self->document);
  guint n_snapshots = 0;

  for (guint i = 0; i < scenarios->len; i++)
    {
      const NephoScenario *snapshot = g_ptr_array_index (scenarios, i);
      g_autofree char *time = format_time (snapshot->taken);
      GtkWidget *row;

      if (snapshot->kind != NEPHO_SCENARIO_SNAPSHOT || g_strcmp0 (snapshot->parent, self->id) != 0)
        continue;
      row = add_row (self, self->snapshots_group, nepho_text_get (snapshot->name), time);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 row_button (NULL, _("Restore"), "details.restore", snapshot->id));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), row_button ("user-trash-symbolic", _("Delete the Snapshot"),
                                                                   "details.delete", snapshot->id));
      n_snapshots++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->snapshots_group), n_snapshots > 0);
}

/* The story of what a scenario of the reader's follows, and the argument of the article under both. */
static void
show_origin (NephoScenarioDetails *self)
{
  const NephoScenario *scenario = find (self);
  const NephoScenario *parent = nepho_document_find_scenario (self->document, scenario->parent);
  const NephoScenario *built_in
    = nepho_document_find_scenario (self->document, nepho_document_get_built_in (self->document, self->id));
  g_autofree char *follows = g_strdup_printf (_("Follows “%s”"), parent_name (self));
  g_autofree char *title = g_markup_escape_text (follows, -1);
  g_autofree char *story
    = g_markup_escape_text (parent != NULL ? nepho_text_get (parent->story) : "", -1);

  gtk_widget_set_visible (GTK_WIDGET (self->parent_group), *story != '\0');
  adw_preferences_group_set_title (self->parent_group, title);
  adw_preferences_group_set_description (self->parent_group, story);
  gtk_widget_set_visible (GTK_WIDGET (self->article_group), built_in != NULL && built_in->article != NULL);
  if (built_in != NULL && built_in->article != NULL)
    gtk_label_set_label (self->article, nepho_text_get (built_in->article));
}

static void
show_words (NephoScenarioDetails *self)
{
  const NephoScenario *scenario = find (self);
  const char *name = nepho_text_get (scenario->name);
  const char *story = nepho_text_get (scenario->story);

  adw_window_title_set_title (self->title, name);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->name)), name))
    gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  if (NEPHO_IS_NOTE_VIEW (self->story))
    nepho_note_view_set_text (NEPHO_NOTE_VIEW (self->story), story);
  else
    gtk_label_set_label (GTK_LABEL (self->story), story);
}

/* What is not there any more has no details. */
static gboolean
rebuild_cb (gpointer user_data)
{
  NephoScenarioDetails *self = user_data;

  self->rebuild = 0;
  if (find (self) == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return G_SOURCE_REMOVE;
    }
  show_origin (self);
  clear_rows (self);
  show_differences (self);
  show_snapshots (self);

  return G_SOURCE_REMOVE;
}

/* The row whose button was pressed must live until the press is over. */
static void
document_notify_cb (NephoDocument *document, GParamSpec *pspec, NephoScenarioDetails *self)
{
  if (find (self) != NULL)
    show_words (self);
  if (self->rebuild == 0)
    self->rebuild = g_idle_add_full (G_PRIORITY_HIGH_IDLE, rebuild_cb, self, NULL);
}

static void
name_applied_cb (NephoScenarioDetails *self)
{
  g_autoptr (GError) error = NULL;

  if (nepho_document_rename_scenario (self->document, self->id, gtk_editable_get_text (GTK_EDITABLE (self->name)),
                                      &error))
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), error != NULL ? error->message : NULL);
}

/* Typing is one step of undo. */
static void
story_edited_cb (NephoScenarioDetails *self, const char *text)
{
  g_autofree char *key = g_strdup_printf ("story %s", self->id);
  g_autoptr (GError) error = NULL;

  nepho_document_begin_joined_step (self->document, key, g_get_monotonic_time ());
  nepho_document_describe_scenario (self->document, self->id, text, &error);
  nepho_document_end_step (self->document);
  nepho_note_view_set_refusal (NEPHO_NOTE_VIEW (self->story), error != NULL ? error->message : NULL);
}

static NephoWindow *
window_of (NephoScenarioDetails *self)
{
  return NEPHO_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  nepho_document_undo (NEPHO_SCENARIO_DETAILS (widget)->document);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  nepho_document_redo (NEPHO_SCENARIO_DETAILS (widget)->document);
}

/* The charts show what came back. */
static void
restore_cb (GtkWidget *widget, const char *name, GVariant *snapshot)
{
  NephoScenarioDetails *self = NEPHO_SCENARIO_DETAILS (widget);
  NephoWindow *window = window_of (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!nepho_document_apply_scenario (self->document, g_variant_get_string (snapshot, NULL), &error))
    {
      nepho_window_add_toast (window, error->message);
      return;
    }
  /* Translators: what was done, such as "Restore “Before the meeting”" */
  message = g_strdup (nepho_document_get_undo_label (self->document));
  gtk_window_close (GTK_WINDOW (self));
  if (message != NULL)
    nepho_window_offer_undo (window, message);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *snapshot)
{
  nepho_scenario_delete (window_of (NEPHO_SCENARIO_DETAILS (widget)), g_variant_get_string (snapshot, NULL));
}

static void
nepho_scenario_details_dispose (GObject *object)
{
  NephoScenarioDetails *self = NEPHO_SCENARIO_DETAILS (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_handle_id (&self->rebuild, g_source_remove);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->homes, g_ptr_array_unref);
  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nepho_scenario_details_parent_class)->dispose (object);
}

static void
nepho_scenario_details_class_init (NephoScenarioDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nepho_scenario_details_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nephoscope/Nephoscope/ui/nepho-scenario-details.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoScenarioDetails, title);
  gtk_widget_class_bind_template_child (widget_class, NephoScenarioDetails, name_group);
  gtk_widget_class_bind_template_child (widget_class, NephoScenarioDetails, name);
  gtk_widget_class_bind_template_child (widget_class, NephoScenarioDetails, story_group);
  gtk_widget_class_bind_template_child (widget_class, NephoScenarioDetails, article_group);
  gtk_widget_class_bind_template_child (widget_class, NephoScenarioDetails, article);
  gtk_widget_class_bind_template_child (widget_class, NephoScenarioDetails, parent_group);
  gtk_widget_class_bind_template_child (widget_class, NephoScenarioDetails, differences_group);
  gtk_widget_class_bind_template_child (widget_class, NephoScenarioDetails, snapshots_group);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
  gtk_widget_class_install_action (widget_class, "details.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "details.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "details.restore", "s", restore_cb);
  gtk_widget_class_install_action (widget_class, "details.delete", "s", delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nepho_scenario_details_init (NephoScenarioDetails *self)
{
  self->rows = g_ptr_array_new ();
  self->homes = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  nepho_undo_keys_add (GTK_WIDGET (self), "details.undo", "details.redo");
}

/* What came with the data set is read, not written. */
static void
add_story (NephoScenarioDetails *self, gboolean own)
{
  if (own)
    {
      self->story = nepho_note_view_new (_("What happens in the scenario"), _("Tell what happens, and why."));
      g_signal_connect_swapped (self->story, "edited", G_CALLBACK (story_edited_cb), self);
    }
  else
    {
      self->story = gtk_label_new (NULL);
      gtk_label_set_wrap (GTK_LABEL (self->story), TRUE);
      gtk_label_set_xalign (GTK_LABEL (self->story), 0.0f);
      gtk_label_set_selectable (GTK_LABEL (self->story), TRUE);
    }
  adw_preferences_group_add (self->story_group, self->story);
  gtk_widget_set_visible (GTK_WIDGET (self->name_group), own);
}

/**
 * nepho_scenario_details_present:
 * @parent: the window of the document
 * @id: id of a scenario
 *
 * Shows all that is known of the scenario; of the reader's own the name and the story can be changed.
 *
 * Returns: (transfer none): the window
 */
NephoScenarioDetails *
nepho_scenario_details_present (NephoWindow *parent, const char *id)
{
  NephoScenarioDetails *self = g_object_new (NEPHO_TYPE_SCENARIO_DETAILS, "transient-for", parent,
                                             "destroy-with-parent", TRUE, NULL);

  self->document = g_object_ref (nepho_window_get_document (parent));
  self->id = g_strdup (id);
  add_story (self, find (self)->kind == NEPHO_SCENARIO_OWN);
  show_words (self);
  rebuild_cb (self);
  g_signal_connect (self->document, "notify::can-undo", G_CALLBACK (document_notify_cb), self);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

/**
 * nepho_scenario_details_describe:
 * @self: details of a scenario of the reader's
 *
 * Puts the cursor where the story is written.
 */
void
nepho_scenario_details_describe (NephoScenarioDetails *self)
{
  g_return_if_fail (NEPHO_IS_SCENARIO_DETAILS (self));

  gtk_widget_grab_focus (self->story);
}
