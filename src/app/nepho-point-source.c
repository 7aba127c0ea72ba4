/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-point-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-chart-cursor.h"
#include "nepho-dataset-edit.h"
#include "nepho-fact-view.h"
#include "nepho-source-popover.h"

#define SPACING 9

/* Characters of a row beside its arrow. */
#define ROW_WIDTH 42

/* A row that opens to its source: of a parameter, or of a fact. It looks its thing up when it is opened,
 * for the data set may be another by then. */
typedef struct
{
  NephoDocument *document;
  char          *parameter; /* id, or NULL */
  char          *fact;      /* id, or NULL */
} Row;

static void
row_free (gpointer data, GClosure *closure)
{
  Row *row = data;

  g_object_unref (row->document);
  g_free (row->parameter);
  g_free (row->fact);
  g_free (row);
}

static const NephoFact *
find_fact (NephoDocument *document, const char *id)
{
  return nepho_dataset_find_fact (nepho_document_get_dataset (document), id);
}

/* A published figure; what the reader made of it stands beside it and is called theirs. */
static void
append_fact (GtkBox *box, NephoDocument *document, const NephoFact *fact)
{
  const NephoDataset *dataset = nepho_document_get_dataset (document);
  const NephoFact *edited = nepho_dataset_find_edited (dataset, fact->id);
  const NephoFact *original = *fact->replaces != '\0' ? nepho_dataset_find_fact (dataset, fact->replaces) : NULL;
  g_autofree char *value = NULL;
  g_autofree char *note = NULL;

  if (original != NULL)
    {
      value = nepho_fact_view_published (original);
      note = g_strdup_printf (_("Changed by you; published is %s."), value);
    }
  else if (edited != NULL)
    {
      value = nepho_fact_view_published (edited);
      note = g_strdup_printf (_("Published; your own copy of this figure says %s."), value);
    }
  else if (fact->origin == NEPHO_ORIGIN_READER)
    note = g_strdup (_("Entered by you"));

  if (note != NULL)
    gtk_box_append (box, nepho_fact_view_text (note, "changed-note"));
  gtk_box_append (box, nepho_fact_view_new (fact));
}

/* The chosen publisher's figure, else why the value is assumed. */
static void
append_parameter (GtkBox *box, NephoDocument *document, const char *id)
{
  NephoParameterSet *set = nepho_document_get_parameters (document);
  int index = nepho_parameter_set_find (set, id);
  const NephoParameter *parameter;
  const char *source;
  const NephoFact *fact;

  if (index < 0)
    return;

  parameter = nepho_parameter_set_get (set, (guint) index);
  source = nepho_document_get_chosen_source (document, (guint) index);
  fact = find_fact (document, source != NULL ? source : parameter->source);
  if (fact != NULL)
    append_fact (box, document, fact);
  else if (parameter->reason != NULL)
    gtk_box_append (box, nepho_fact_view_text (_(parameter->reason), NULL));
  else
    gtk_box_append (box, nepho_fact_view_text (_(parameter->spec->description), NULL));
}

static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, gpointer user_data)
{
  const Row *row = user_data;
  GtkWidget *box;

  if (!gtk_expander_get_expanded (expander) || gtk_expander_get_child (expander) != NULL)
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  if (row->parameter != NULL)
    append_parameter (GTK_BOX (box), row->document, row->parameter);
  else if (find_fact (row->document, row->fact) != NULL)
    append_fact (GTK_BOX (box), row->document, find_fact (row->document, row->fact));
  gtk_expander_set_child (expander, box);
}

static GtkWidget *
line (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), ROW_WIDTH);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, style);

  return label;
}

/* In a window these keys open an expander; in a popover they do not reach the window. */
static void
add_keys (GtkWidget *expander)
{
  static const guint keys[] = { GDK_KEY_space, GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], 0),
                                                            g_object_ref (gtk_activate_action_get ())));
  gtk_widget_add_controller (expander, controller);
}

static void
append_row (GtkBox *box,
            NephoDocument *document,
            const char *name,
            const char *value,
            gboolean changed,
            const char *parameter,
            const char *fact)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *label = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Row *row = g_new0 (Row, 1);

  gtk_box_append (GTK_BOX (label), line (name, "point-input"));
  gtk_box_append (GTK_BOX (label), line (value, changed ? "changed-note" : "dim-label"));
  row->document = g_object_ref (document);
  row->parameter = g_strdup (parameter);
  row->fact = g_strdup (fact);
  add_keys (expander);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
  g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (expanded_cb), row, row_free, 0);
  gtk_box_append (box, expander);
}

/* "Share, Alibaba Cloud, IaaS", below it "34.6 %, by IDC" */
static void
append_input (GtkBox *box, NephoDocument *document, guint index)
{
  NephoParameterSet *set = nepho_document_get_parameters (document);
  NephoStanding standing = nepho_document_get_standing (document, index);
  g_autofree char *title = nepho_parameter_title (set, index);
  g_autofree char *sentence = nepho_source_popover_standing (document, index);

  append_row (box, document, title, sentence, standing > NEPHO_STANDING_ASSUMED,
              nepho_parameter_set_get (set, index)->id, NULL);
}

static gboolean
is_changed (NephoDocument *document, guint index)
{
  return nepho_document_get_values (document)[index] != nepho_document_get_baseline_values (document)[index];
}

/* Whether a parameter is about the vendor or segment whose line it is. */
static gboolean
is_own (const char *parameter, const char *series)
{
  g_auto (GStrv) parts = g_strsplit (parameter, ".", -1);

  return *series != '\0' && g_strv_contains ((const char * const *) parts, series);
}

/* What the model computed the point from: first what is not as the data set has it, then what is about
 * the same vendor or segment, then the rest. */
static void
append_inputs (GtkBox *box, NephoDocument *document, const NephoPlotFigure *figure, const NephoPlotSeries *series)
{
  NephoParameterSet *set = nepho_document_get_parameters (document);

  for (guint k = 0; series->notation != NEPHO_PLOT_GHOST && k < nepho_parameter_set_size (set); k++)
    if (is_changed (document, k))
      append_input (box, document, k);

  for (int pass = 0; pass < 2; pass++)
    for (char **id = figure->inputs; *id != NULL; id++)
      {
        int index = nepho_parameter_set_find (set, *id);

        if (index >= 0 && is_own (*id, series->id) == (pass == 0)
            && (series->notation == NEPHO_PLOT_GHOST || !is_changed (document, (guint) index)))
          append_input (box, document, (guint) index);
      }
}

/* Of a fit, a difference or a mean of what is published: every figure that the chart shows, once. */
static void
append_published (GtkBox *box, NephoDocument *document, const NephoPlotFigure *figure)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      for (char **id = series->sources; id != NULL && *id != NULL; id++)
        {
          const NephoFact *fact = find_fact (document, *id);
          g_autofree char *name = NULL;
          g_autofree char *number = NULL;
          g_autofree char *value = NULL;

          if (fact == NULL || !g_hash_table_add (done, *id))
            continue;
          number = nepho_fact_view_published (fact);
          /* Translators: whom or what, a period */
          name = g_strdup_printf (C_("point", "%s, %s"), fact->subject, fact->period);
          value = g_strdup_printf (_("%s, by %s"), number, fact->publisher);
          append_row (box, document, name, value, fact->origin == NEPHO_ORIGIN_READER, NULL, *id);
        }
    }
}

static void
append_computed (GtkBox *box, NephoDocument *document, const NephoPlotFigure *figure, const NephoPlotSeries *series)
{
  const char *text;

  if (figure->inputs == NULL)
    text = _("Computed from the published figures that this chart shows:");
  else if (series->notation == NEPHO_PLOT_GHOST)
    text = _("The model’s projection from the values of the data set; no source published it. It rests on:");
  else
    text = _("The model’s projection from the current assumptions; no source published it. It rests on:");

  gtk_box_append (box, nepho_fact_view_text (text, NULL));
  if (figure->inputs != NULL)
    append_inputs (box, document, figure, series);
  else
    append_published (box, document, figure);
}

/**
 * nepho_point_source_new:
 * @document: the document
 * @figure: a figure made from it
 * @series: index of a series
 * @point: index of a datum in it
 *
 * Returns: (transfer floating): where the datum is from: the published figure, or what it was computed
 *   from, each with its source
 */
GtkWidget *
nepho_point_source_new (NephoDocument *document, const NephoPlotFigure *figure, guint series, guint point)
{
  const NephoPlotSeries *at = g_ptr_array_index (figure->series, series);
  const NephoChartCursor cursor = { .series = (int) series, .point = point };
  g_autofree char *reading = nepho_chart_cursor_reading (&cursor, figure);
  const char *source = nepho_plot_series_source (at, point);
  const NephoFact *fact = source != NULL ? find_fact (document, source) : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_widget_add_css_class (box, "about-lever");
  gtk_box_append (GTK_BOX (box), nepho_fact_view_text (reading, "heading"));
  if (fact != NULL)
    append_fact (GTK_BOX (box), document, fact);
  else
    append_computed (GTK_BOX (box), document, figure, at);

  return box;
}
