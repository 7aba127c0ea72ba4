/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-source-popover.h"

#include <glib/gi18n-lib.h>

#include "nepho-fact-view.h"
#include "nepho-number.h"

static char *
format (const NephoParameter *parameter, double value)
{
  return nepho_number_format (value, parameter->spec->unit,
                              NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
}

/* Whether the value is the one that the scenario at work sets. */
static gboolean
is_scenario_value (NephoDocument *document, const NephoParameter *parameter, double value)
{
  const NephoScenario *scenario = nepho_dataset_find_scenario (
      nepho_document_get_dataset (document), nepho_document_get_scenario (document));
  const double *set =
      scenario != NULL ? g_hash_table_lookup (scenario->values, parameter->id) : NULL;

  return set != NULL && *set == value;
}

static void
append_change (GtkBox *box, NephoDocument *document, const NephoParameter *parameter, double value)
{
  g_autofree char *now = format (parameter, value);
  g_autofree char *initial = format (parameter, parameter->initial);
  g_autofree char *text = NULL;

  if (value == parameter->initial)
    return;

  if (is_scenario_value (document, parameter, value))
    text = g_strdup_printf (_("%s, set by the scenario “%s”; source value %s"), now,
                            nepho_document_get_title (document), initial);
  else
    text = g_strdup_printf (_("%s, changed by you; source value %s"), now, initial);
  gtk_box_append (box, nepho_fact_view_text (text, "changed-note"));
}

static void
append_meaning (GtkBox *box, NephoDocument *document, guint index)
{
  NephoParameterSet *set = nepho_document_get_parameters (document);
  const NephoParameter *parameter = nepho_parameter_set_get (set, index);
  g_autofree char *title = nepho_parameter_title (set, index);
  g_autofree char *minimum = format (parameter, parameter->spec->minimum);
  g_autofree char *maximum = format (parameter, parameter->spec->maximum);
  /* Translators: the lowest and the highest value that can be set */
  g_autofree char *range = g_strdup_printf (_("%s to %s"), minimum, maximum);
  g_autofree char *initial = format (parameter, parameter->initial);
  GtkWidget *grid = nepho_fact_view_grid ();

  gtk_box_append (box, nepho_fact_view_text (title, "heading"));
  gtk_box_append (box, nepho_fact_view_text (_(parameter->spec->description), NULL));
  nepho_fact_view_add_row (GTK_GRID (grid), _("Id"), parameter->id);
  nepho_fact_view_add_row (GTK_GRID (grid), _("Unit"), nepho_unit_name (parameter->spec->unit));
  nepho_fact_view_add_row (GTK_GRID (grid), _("Range"), range);
  nepho_fact_view_add_row (GTK_GRID (grid), _("Default"), initial);
  gtk_box_append (box, grid);
  append_change (box, document, parameter, nepho_document_get_values (document)[index]);
}

static void
append_source (GtkBox *box, NephoDocument *document, const NephoParameter *parameter)
{
  const NephoFact *fact = NULL;

  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  if (parameter->source != NULL)
    fact = nepho_dataset_find_fact (nepho_document_get_dataset (document), parameter->source);
  if (fact != NULL)
    {
      gtk_box_append (box, nepho_fact_view_text (_("Source"), "heading"));
      gtk_box_append (box, nepho_fact_view_new (fact));
      return;
    }

  gtk_box_append (box, nepho_fact_view_text (_("Assumption"), "heading"));
  if (parameter->reason != NULL)
    gtk_box_append (box, nepho_fact_view_text (_(parameter->reason), NULL));
}

/**
 * nepho_source_popover_new:
 * @document: the document
 * @parameter: index of a parameter
 *
 * Returns: (transfer floating): a popover that says what the parameter means, what it may be, and
 * where its default is from
 */
GtkWidget *
nepho_source_popover_new (NephoDocument *document, guint parameter)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_add_css_class (box, "about-lever");
  append_meaning (GTK_BOX (box), document, parameter);
  append_source (GTK_BOX (box), document,
                 nepho_parameter_set_get (nepho_document_get_parameters (document), parameter));

  gtk_popover_set_child (GTK_POPOVER (popover), nepho_fact_view_scroll (box));

  return popover;
}
