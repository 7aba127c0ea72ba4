/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-source-popover.h"

#include <glib/gi18n-lib.h>

#include "nepho-number.h"

/* Characters a line: a paragraph that the eye can follow. */
#define LINE_WIDTH 46
#define VALUE_WIDTH 34

static GtkWidget *
text_label (const char *text, const char *style, int width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Selectable text takes the focus, and with it shows all selected when the popover opens. */
  gtk_widget_set_focusable (label, FALSE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
add_row (GtkGrid *grid, const char *name, const char *value)
{
  GtkWidget *key = gtk_label_new (name);
  int row = 0;

  while (gtk_grid_get_child_at (grid, 0, row) != NULL)
    row++;
  gtk_label_set_xalign (GTK_LABEL (key), 0.0f);
  gtk_widget_set_valign (key, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (key, "dim-label");
  gtk_grid_attach (grid, key, 0, row, 1, 1);
  gtk_grid_attach (grid, text_label (value, NULL, VALUE_WIDTH), 1, row, 1, 1);
}

static GtkWidget *
new_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);

  return grid;
}

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
  gtk_box_append (box, text_label (text, "changed-note", LINE_WIDTH));
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
  GtkWidget *grid = new_grid ();

  gtk_box_append (box, text_label (title, "heading", LINE_WIDTH));
  gtk_box_append (box, text_label (_(parameter->spec->description), NULL, LINE_WIDTH));
  add_row (GTK_GRID (grid), _("Id"), parameter->id);
  add_row (GTK_GRID (grid), _("Unit"), nepho_unit_name (parameter->spec->unit));
  add_row (GTK_GRID (grid), _("Range"), range);
  add_row (GTK_GRID (grid), _("Default"), initial);
  gtk_box_append (box, grid);
  append_change (box, document, parameter, nepho_document_get_values (document)[index]);
}

static void
add_row_if_known (GtkGrid *grid, const char *name, const char *value)
{
  if (*value != '\0')
    add_row (grid, name, value);
}

static void
append_fact (GtkBox *box, const NephoFact *fact)
{
  GtkWidget *grid = new_grid ();
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *published = NULL;

  g_ascii_formatd (number, sizeof number, "%.10g", fact->value);
  published = g_strdup_printf ("%s %s", number, fact->unit);

  gtk_box_append (box, text_label (_("Source"), "heading", LINE_WIDTH));
  add_row_if_known (GTK_GRID (grid), _("Subject"), fact->subject);
  add_row_if_known (GTK_GRID (grid), _("Measure"), fact->measure);
  add_row_if_known (GTK_GRID (grid), _("Place"), fact->geography);
  add_row_if_known (GTK_GRID (grid), _("Period"), fact->period);
  add_row (GTK_GRID (grid), _("Published"), published);
  add_row (GTK_GRID (grid), _("Grade"), nepho_grade_name (fact->grade));
  add_row_if_known (GTK_GRID (grid), _("Publisher"), fact->publisher);
  add_row_if_known (GTK_GRID (grid), _("Title"), fact->title);
  gtk_box_append (box, grid);

  if (*fact->quote != '\0')
    {
      g_autofree char *quote = g_strdup_printf (_("“%s”"), fact->quote);

      gtk_box_append (box, text_label (quote, "quote", LINE_WIDTH));
    }
  if (*fact->note != '\0')
    gtk_box_append (box, text_label (fact->note, "dim-label", LINE_WIDTH));
  if (*fact->url != '\0')
    {
      GtkWidget *link = gtk_link_button_new_with_label (fact->url, _("Open the source"));

      gtk_widget_set_halign (link, GTK_ALIGN_START);
      gtk_box_append (box, link);
    }
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
      append_fact (box, fact);
      return;
    }

  gtk_box_append (box, text_label (_("Assumption"), "heading", LINE_WIDTH));
  if (parameter->reason != NULL)
    gtk_box_append (box, text_label (_(parameter->reason), NULL, LINE_WIDTH));
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
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_add_css_class (box, "about-lever");
  append_meaning (GTK_BOX (box), document, parameter);
  append_source (GTK_BOX (box), document,
                 nepho_parameter_set_get (nepho_document_get_parameters (document), parameter));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 480);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);

  return popover;
}
