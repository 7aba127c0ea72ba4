/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-runs-choices.h"

#include <glib/gi18n-lib.h>

#include "nepho-number.h"
#include "nepho-parameter-range.h"
#include "nepho-wrap-layout.h"

#define SPACING 12
#define N_DRIVERS 2u

/* More take longer and say little more: a probability is then off by one point instead of three. */
static const guint numbers_of_runs[] = { 1000, 10000 };

struct _NephoRunsChoices
{
  GtkWidget          parent_instance;

  NephoDocument     *document;
  NephoParameterSet *parameters; /* whose names the drivers offer */
  GArray            *offered;    /* guint: index + 1 of each row; the first is 0, the strongest */
  gboolean           updating;   /* not by the reader */
  GtkWidget         *runs_box;
  GtkWidget         *runs;
  GtkWidget         *seed_box;
  GtkWidget         *seed;
  GtkWidget         *map_box;
  GtkWidget         *drivers[N_DRIVERS];
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (NephoRunsChoices, nepho_runs_choices, GTK_TYPE_WIDGET)

static void
selected_cb (NephoRunsChoices *self)
{
  if (!self->updating)
    g_signal_emit (self, changed_signal, 0);
}

static void
seed_changed_cb (NephoRunsChoices *self)
{
  g_autoptr (NephoProperties) properties = NULL;

  if (self->updating)
    return;

  properties = nepho_properties_copy (nepho_document_get_properties (self->document));
  properties->seed = (guint32) gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->seed));
  nepho_document_set_properties (self->document, properties);
}

/* A label and what it is of. */
static GtkWidget *
add_labelled (NephoRunsChoices *self, const char *text, GtkWidget *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING / 2);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_widget_set_parent (box, GTK_WIDGET (self));

  return box;
}

static void
add_runs (NephoRunsChoices *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (numbers_of_runs); k++)
    gtk_string_list_take (names, nepho_number_format (numbers_of_runs[k], NEPHO_UNIT_NONE, NEPHO_NUMBER_EXACT));
  self->runs = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_tooltip_text (self->runs, _("How often the model is run, each time with other values of what is uncertain"));
  self->runs_box = add_labelled (self, _("Runs"), self->runs);
  g_signal_connect_object (self->runs, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static void
add_seed (NephoRunsChoices *self)
{
  self->seed = gtk_spin_button_new_with_range (0.0, G_MAXUINT32, 1.0);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->seed), 4);
  gtk_widget_set_tooltip_text (self->seed, _("The same seed draws the same values; it is saved with the document"));
  self->seed_box = add_labelled (self, _("Seed"), self->seed);
  g_signal_connect_object (self->seed, "value-changed", G_CALLBACK (seed_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Names are typed to be found. */
static GtkWidget *
create_driver (NephoRunsChoices *self)
{
  static const char * const none[] = { NULL };
  g_autoptr (GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *driver = gtk_drop_down_new_from_strings (none);

  gtk_drop_down_set_expression (GTK_DROP_DOWN (driver), name);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (driver), TRUE);
  gtk_widget_set_tooltip_text (driver, _("Parameter on an axis of the map"));
  g_signal_connect_object (driver, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  return driver;
}

static void
add_drivers (NephoRunsChoices *self)
{
  for (guint k = 0; k < N_DRIVERS; k++)
    self->drivers[k] = create_driver (self);
  self->map_box = add_labelled (self, _("Map of"), self->drivers[0]);
  gtk_box_append (GTK_BOX (self->map_box), gtk_label_new ("×"));
  gtk_box_append (GTK_BOX (self->map_box), self->drivers[1]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drivers[1]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Second parameter of the map"), -1);
}

/* Every parameter that has a range, choices of the reader too. */
static void
fill_drivers (NephoRunsChoices *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint strongest = 0;

  gtk_string_list_append (names, _("Strongest"));
  g_array_set_size (self->offered, 0);
  g_array_append_val (self->offered, strongest);
  for (guint k = 0; k < nepho_parameter_set_size (self->parameters); k++)
    {
      NephoParameterRange range = nepho_parameter_set_range (self->parameters, k);
      guint row = k + 1;

      if (!(range.high > range.low) || nepho_parameter_set_get (self->parameters, k)->spec->group == NEPHO_GROUP_TRAINING_RUN)
        continue;
      gtk_string_list_take (names, nepho_parameter_title (self->parameters, k));
      g_array_append_val (self->offered, row);
    }
  for (guint k = 0; k < N_DRIVERS; k++)
    gtk_drop_down_set_model (GTK_DROP_DOWN (self->drivers[k]), G_LIST_MODEL (names));
}

static void
nepho_runs_choices_dispose (GObject *object)
{
  NephoRunsChoices *self = NEPHO_RUNS_CHOICES (object);

  g_clear_pointer (&self->runs_box, gtk_widget_unparent);
  g_clear_pointer (&self->seed_box, gtk_widget_unparent);
  g_clear_pointer (&self->map_box, gtk_widget_unparent);
  g_clear_pointer (&self->parameters, nepho_parameter_set_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nepho_runs_choices_parent_class)->dispose (object);
}

static void
nepho_runs_choices_finalize (GObject *object)
{
  g_array_unref (NEPHO_RUNS_CHOICES (object)->offered);

  G_OBJECT_CLASS (nepho_runs_choices_parent_class)->finalize (object);
}

static void
nepho_runs_choices_class_init (NephoRunsChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nepho_runs_choices_dispose;
  G_OBJECT_CLASS (klass)->finalize = nepho_runs_choices_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "runs-choices");
}

static void
nepho_runs_choices_init (NephoRunsChoices *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), nepho_wrap_layout_new (SPACING));
  self->offered = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * nepho_runs_choices_new:
 * @document: whose seed it is and whose parameters are offered
 *
 * Returns: (transfer floating): the row of choices
 */
GtkWidget *
nepho_runs_choices_new (NephoDocument *document)
{
  NephoRunsChoices *self = g_object_new (NEPHO_TYPE_RUNS_CHOICES, NULL);

  self->document = g_object_ref (document);
  add_runs (self);
  add_seed (self);
  add_drivers (self);
  nepho_runs_choices_update (self);

  return GTK_WIDGET (self);
}

/**
 * nepho_runs_choices_update:
 * @self: the row of choices
 *
 * Shows the document's seed, and offers the parameters of another data set. Emits no signal.
 */
void
nepho_runs_choices_update (NephoRunsChoices *self)
{
  NephoParameterSet *parameters;

  g_return_if_fail (NEPHO_IS_RUNS_CHOICES (self));

  self->updating = TRUE;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->seed), nepho_document_get_properties (self->document)->seed);
  parameters = nepho_document_get_parameters (self->document);
  if (parameters != self->parameters)
    {
      g_clear_pointer (&self->parameters, nepho_parameter_set_unref);
      self->parameters = nepho_parameter_set_ref (parameters);
      fill_drivers (self);
    }
  self->updating = FALSE;
}

/**
 * nepho_runs_choices_apply:
 * @self: the row of choices
 * @context: (inout): what figures are made from
 *
 * Tells figures what was chosen.
 */
void
nepho_runs_choices_apply (NephoRunsChoices *self, NephoFigureContext *context)
{
  g_return_if_fail (NEPHO_IS_RUNS_CHOICES (self));

  context->n_runs
    = numbers_of_runs[MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->runs)), G_N_ELEMENTS (numbers_of_runs) - 1)];
  for (guint k = 0; k < N_DRIVERS; k++)
    {
      guint row = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drivers[k]));

      context->drivers[k] = row < self->offered->len ? g_array_index (self->offered, guint, row) : 0;
    }
}
