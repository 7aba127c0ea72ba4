/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-evidence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Data of this publisher are free to use where it is named with the licence. */
#define OPEN_DATA_PUBLISHER "Epoch AI"
#define OPEN_DATA_LICENCE "CC BY 4.0"

#define DERIVED_PREFIX "Computed from "

void
nepho_evidence_init (NephoEvidence *evidence, const NephoFigureContext *context, gboolean model)
{
  *evidence = (NephoEvidence) {
    .context = context,
    .publishers = g_ptr_array_new_with_free_func (g_free),
    .measures = g_ptr_array_new_with_free_func (g_free),
    .notes = g_string_new (NULL),
    .model = model,
  };
}

static void
add_once (GPtrArray *texts, const char *text)
{
  for (guint i = 0; i < texts->len; i++)
    if (g_str_equal (g_ptr_array_index (texts, i), text))
      return;

  g_ptr_array_add (texts, g_strdup (text));
}

static void
add_publisher (NephoEvidence *evidence, const char *publisher)
{
  g_autofree char *named = NULL;

  if (strstr (publisher, OPEN_DATA_PUBLISHER) == NULL)
    {
      add_once (evidence->publishers, publisher);
      return;
    }

  named = g_strdup_printf ("%s (%s)", publisher, OPEN_DATA_LICENCE);
  add_once (evidence->publishers, named);
}

/* A derived fact names the publishers of the figures it was computed from. */
static void
add_publishers (NephoEvidence *evidence, const NephoFact *fact)
{
  g_auto (GStrv) parts = NULL;

  if (fact->grade != NEPHO_GRADE_DERIVED)
    {
      add_publisher (evidence, fact->publisher);
      return;
    }

  parts = g_strsplit (fact->publisher, ", ", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      const char *name = *part;

      while (g_str_has_prefix (name, DERIVED_PREFIX))
        name += strlen (DERIVED_PREFIX);
      add_publisher (evidence, name);
    }
}

void
nepho_evidence_add_fact (NephoEvidence *evidence, const char *fact_id)
{
  const NephoFact *fact = nepho_dataset_find_fact (nepho_frame_dataset (evidence->context), fact_id);

  if (fact != NULL && *fact->publisher != '\0')
    add_publishers (evidence, fact);
}

void
nepho_evidence_add_parameter (NephoEvidence *evidence, const char *spec_id, int vendor, int segment)
{
  guint index = nepho_parameter_set_index (evidence->context->parameters, spec_id, vendor, segment);
  const NephoParameter *parameter = nepho_parameter_set_get (evidence->context->parameters, index);

  evidence->n_values++;
  if (parameter->source != NULL)
    nepho_evidence_add_fact (evidence, parameter->source);
  else
    evidence->n_assumed++;
}

/* The starting shares of the segments at hand. */
void
nepho_evidence_add_starts (NephoEvidence *evidence)
{
  const NephoFigureContext *context = evidence->context;

  for (guint s = 0; s < context->results->n_segments; s++)
    if (context->segment < 0 || (guint) context->segment == s)
      for (guint i = 0; i < context->results->n_vendors; i++)
        nepho_evidence_add_parameter (evidence, "share", (int) i, (int) s);
}

void
nepho_evidence_note (NephoEvidence *evidence, const char *note)
{
  if (evidence->notes->len > 0)
    g_string_append_c (evidence->notes, ' ');
  g_string_append (evidence->notes, note);
}

static guint
count_edits (const NephoFigureContext *context)
{
  guint n = 0;

  if (context->baseline == NULL)
    return 0;

  for (guint k = 0; k < nepho_parameter_set_size (context->parameters); k++)
    if (context->values[k] != context->baseline_values[k])
      n++;

  return n;
}

static void
add_standard_notes (NephoEvidence *evidence)
{
  guint n_edits = evidence->model ? count_edits (evidence->context) : 0;

  if (evidence->n_assumed > 0)
    {
      g_autofree char *note
        = g_strdup_printf (ngettext ("%u of %u starting values is an assumption.",
                                     "%u of %u starting values are assumptions.", evidence->n_assumed),
                           evidence->n_assumed, evidence->n_values);

      nepho_evidence_note (evidence, note);
    }
  if (n_edits > 0)
    {
      g_autofree char *note
        = g_strdup_printf (ngettext ("%u parameter differs from the baseline.",
                                     "%u parameters differ from the baseline.", n_edits), n_edits);

      nepho_evidence_note (evidence, note);
    }
  if (evidence->measures->len > 0)
    {
      g_autofree char *list = NULL;
      g_autofree char *note = NULL;

      g_ptr_array_add (evidence->measures, NULL);
      list = g_strjoinv ("; ", (char **) evidence->measures->pdata);
      /* Translators: a list of definitions, such as "IDC public cloud IaaS (China)" */
      note = g_strdup_printf (_("Solid marks are published figures: %s."), list);
      nepho_evidence_note (evidence, note);
    }
}

/* Writes source line and notes into the figure, and lets the gathered go. */
void
nepho_evidence_finish (NephoEvidence *evidence, NephoPlotFigure *figure)
{
  g_autofree char *list = NULL;

  add_standard_notes (evidence);
  g_ptr_array_add (evidence->publishers, NULL);
  list = g_strjoinv ("; ", (char **) evidence->publishers->pdata);

  if (*list == '\0')
    figure->source = g_strdup (_("Source: Nephoscope model, assumptions"));
  else if (evidence->model)
    /* Translators: a list of publishers */
    figure->source = g_strdup_printf (_("Source: %s; Nephoscope model"), list);
  else
    /* Translators: a list of publishers */
    figure->source = g_strdup_printf (_("Source: %s"), list);

  if (evidence->notes->len > 0)
    figure->note = g_strdup (evidence->notes->str);

  g_ptr_array_unref (evidence->publishers);
  g_ptr_array_unref (evidence->measures);
  g_string_free (evidence->notes, TRUE);
}

static const NephoFact *
fact_of (const NephoEvidence *evidence, const NephoObservation *observation)
{
  return nepho_dataset_find_fact (nepho_frame_dataset (evidence->context), observation->source);
}

/* Figures belong together where publisher's definition and length of period are the same. */
static gboolean
same_definition (const NephoEvidence *evidence, const NephoObservation *a, const NephoObservation *b)
{
  const NephoFact *fact_a = fact_of (evidence, a);
  const NephoFact *fact_b = fact_of (evidence, b);
  const char *measure_a = fact_a != NULL ? fact_a->measure : "";
  const char *measure_b = fact_b != NULL ? fact_b->measure : "";

  return a->last - a->first == b->last - b->first && g_str_equal (measure_a, measure_b);
}

static gboolean
is_wanted (const NephoObservation *observation, const char *series, const char *vendor, const char *segment)
{
  return g_str_equal (observation->series, series) && g_str_equal (observation->vendor, vendor)
         && g_str_equal (observation->segment, segment);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const double *left = a;
  const double *right = b;

  return (left[0] > right[0]) - (left[0] < right[0]);
}

/* A share is as of its period's end. What was earned over a period is shown at its middle, as a
 * yearly rate: its middle quarter begins where the half-year's or year's mean stands. */
static void
append_row (GArray *rows, const NephoObservation *observation, gboolean annual)
{
  double row[2] = { nepho_quarter_year (observation->last), observation->value };

  if (annual)
    {
      row[0] = 0.5 * (nepho_quarter_year (observation->first) + nepho_quarter_year (observation->last));
      row[1] *= 4.0 / (observation->last - observation->first + 1);
    }
  g_array_append_vals (rows, row, 1);
}

static void
add_rows (NephoPlotFigure *figure, GArray *rows, const char *id, const char *label, int colour)
{
  NephoPlotMark mark = rows->len > 1 ? NEPHO_PLOT_MARK_LINE : NEPHO_PLOT_MARK_POINT;
  NephoPlotSeries *series = nepho_plot_figure_add_series (figure, mark, id, label, colour);
  const double *values = (const double *) (gpointer) rows->data;

  g_array_sort (rows, compare_rows);
  series->notation = NEPHO_PLOT_ACTUAL;
  series->x = nepho_plot_column_new_strided (values, rows->len, 2, 1.0);
  series->y = nepho_plot_column_new_strided (values + 1, rows->len, 2, 1.0);
}

void
nepho_evidence_add_history (NephoEvidence *evidence,
                            NephoPlotFigure *figure,
                            const char *series,
                            const char *vendor,
                            const char *segment,
                            gboolean annual,
                            const char *label,
                            int colour)
{
  const GPtrArray *observations = nepho_frame_dataset (evidence->context)->observations;
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < observations->len; i++)
    {
      NephoObservation *first = g_ptr_array_index (observations, i);
      const NephoFact *fact;
      g_autoptr (GArray) rows = NULL;

      if (!is_wanted (first, series, vendor, segment) || g_hash_table_contains (done, first))
        continue;

      fact = fact_of (evidence, first);
      rows = g_array_new (FALSE, FALSE, 2 * sizeof (double));
      for (guint k = i; k < observations->len; k++)
        {
          NephoObservation *other = g_ptr_array_index (observations, k);

          if (!is_wanted (other, series, vendor, segment) || !same_definition (evidence, first, other))
            continue;
          append_row (rows, other, annual);
          nepho_evidence_add_fact (evidence, other->source);
          g_hash_table_add (done, other);
        }
      add_rows (figure, rows, *vendor != '\0' ? vendor : *segment != '\0' ? segment : "market", label, colour);
      if (fact != NULL && *fact->measure != '\0')
        add_once (evidence->measures, fact->measure);
    }
}
