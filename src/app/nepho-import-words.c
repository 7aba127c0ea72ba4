/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-import-words.h"

#include <glib/gi18n-lib.h>

struct _NephoImportWords
{
  AdwPreferencesGroup parent_instance;

  GtkEditable        *subject;
  GtkEditable        *measure;
  GtkEditable        *unit;
  GtkEditable        *period;
  GtkEditable        *geography;
  AdwComboRow        *definition;
  AdwComboRow        *topic;
};

G_DEFINE_FINAL_TYPE (NephoImportWords, nepho_import_words, ADW_TYPE_PREFERENCES_GROUP)

static guint changed_signal;

static void
changed_cb (NephoImportWords *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
nepho_import_words_class_init (NephoImportWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nephoscope/Nephoscope/ui/nepho-import-words.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoImportWords, subject);
  gtk_widget_class_bind_template_child (widget_class, NephoImportWords, measure);
  gtk_widget_class_bind_template_child (widget_class, NephoImportWords, unit);
  gtk_widget_class_bind_template_child (widget_class, NephoImportWords, period);
  gtk_widget_class_bind_template_child (widget_class, NephoImportWords, geography);
  gtk_widget_class_bind_template_child (widget_class, NephoImportWords, definition);
  gtk_widget_class_bind_template_child (widget_class, NephoImportWords, topic);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

/* Lists the names of a class and selects one. */
static void
show_classes (AdwComboRow *row, const NephoFactClass *(*list) (guint *n), const char *selected)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const NephoFactClass *classes = list (&n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, _(classes[i].name));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  for (guint i = 0; i < n; i++)
    if (g_str_equal (classes[i].id, selected))
      adw_combo_row_set_selected (row, i);
}

static void
nepho_import_words_init (NephoImportWords *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_classes (self->definition, nepho_definitions, "");
  show_classes (self->topic, nepho_topics, "other");
}

/**
 * nepho_import_words_set_unit:
 * @self: the words
 * @unit: what the table itself says of it, or ""
 */
void
nepho_import_words_set_unit (NephoImportWords *self, const char *unit)
{
  gtk_editable_set_text (self->unit, unit);
}

static void
take_text (char **text, GtkEditable *row)
{
  g_free (*text);
  *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

static void
take_class (char **text, AdwComboRow *row, const NephoFactClass *(*list) (guint *n))
{
  guint n;
  const NephoFactClass *classes = list (&n);
  guint selected = adw_combo_row_get_selected (row);

  g_free (*text);
  *text = g_strdup (selected < n ? classes[selected].id : "");
}

/**
 * nepho_import_words_apply:
 * @self: the words
 * @plan: takes what is typed and chosen
 */
void
nepho_import_words_apply (NephoImportWords *self, NephoImportPlan *plan)
{
  take_text (&plan->subject, self->subject);
  take_text (&plan->measure, self->measure);
  take_text (&plan->unit, self->unit);
  take_text (&plan->period, self->period);
  take_text (&plan->geography, self->geography);
  take_class (&plan->definition, self->definition, nepho_definitions);
  take_class (&plan->topic, self->topic, nepho_topics);
}
