/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-export-subject.h"

#include <math.h>

#include "nepho-history-choice.h"
#include "nepho-number-words.h"
#include "nepho-page-sheet.h"
#include "nepho-rising.h"

/**
 * nepho_export_subject_new:
 * @kind: what leaves the window
 * @document: the scenario
 * @context: what charts show of it
 *
 * Returns: (transfer full): the subject, its charts yet to be named
 */
NephoExportSubject *
nepho_export_subject_new (NephoExportKind kind, NephoDocument *document, const NephoFigureContext *context)
{
  NephoExportSubject *self = g_new0 (NephoExportSubject, 1);

  self->kind = kind;
  self->document = g_object_ref (document);
  self->context = *context;
  self->context.hasty = FALSE;
  self->context.to = MIN (context->to, context->results->n_quarters - 1);
  if (context->comparison != NULL || (kind != NEPHO_EXPORT_CHART && kind != NEPHO_EXPORT_PAGE))
    self->comparison = nepho_comparison_new (document, NULL, NULL);
  self->context.comparison = self->comparison;
  self->context.runs = &self->runs;
  self->view = (NephoPlotView) NEPHO_PLOT_VIEW_ALL;
  self->charts = g_array_new (FALSE, FALSE, sizeof (NephoExportChart));

  return self;
}

/**
 * nepho_export_subject_free:
 * @self: (transfer full) (nullable): a subject
 */
void
nepho_export_subject_free (NephoExportSubject *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->document);
  g_array_unref (self->charts);
  g_free (self->isolated);
  nepho_comparison_free (self->comparison);
  nepho_runs_cache_clear (&self->runs);
  g_free (self);
}

/**
 * nepho_export_subject_add:
 * @self: a subject
 * @spec: one of its charts
 * @look: how it is looked at
 */
void
nepho_export_subject_add (NephoExportSubject *self, const NephoFigureSpec *spec, const NephoFigureLook *look)
{
  NephoExportChart chart = { spec, *look };

  g_array_append_val (self->charts, chart);
}

/**
 * nepho_export_subject_look_at:
 * @self: a chart
 * @view: what the reader looks at of it; %NEPHO_PLOT_VIEW_ALL for all
 */
void
nepho_export_subject_look_at (NephoExportSubject *self, const NephoPlotView *view)
{
  g_autofree char *before = g_steal_pointer (&self->isolated);

  self->view = *view;
  self->isolated = g_strdup (view->isolated);
  self->view.isolated = self->isolated;
}

/**
 * nepho_export_subject_is_part:
 * @self: a subject
 *
 * Returns: whether less than everything of it is looked at
 */
gboolean
nepho_export_subject_is_part (const NephoExportSubject *self)
{
  return self->isolated != NULL || isfinite (self->view.x_minimum);
}

/**
 * nepho_export_subject_figures:
 * @self: a subject
 *
 * Returns: (transfer full) (element-type NephoPlotFigure): its charts, or every one where none is named
 */
GPtrArray *
nepho_export_subject_figures (const NephoExportSubject *self)
{
  GPtrArray *figures;
  NephoFigureContext context = self->context;

  if (self->charts->len == 0)
    return nepho_figures_build_all (&context);

  figures = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_plot_figure_free);
  for (guint i = 0; i < self->charts->len; i++)
    {
      const NephoExportChart *chart = &g_array_index (self->charts, NephoExportChart, i);

      context.look = chart->look;
      g_ptr_array_add (figures, nepho_figure_build (chart->spec, &context));
    }

  return figures;
}

/**
 * nepho_export_subject_name:
 * @self: a subject
 *
 * Returns: (transfer none): what its file is called, without a suffix
 */
const char *
nepho_export_subject_name (const NephoExportSubject *self)
{
  switch (self->kind)
    {
    case NEPHO_EXPORT_CHART:
      return g_array_index (self->charts, NephoExportChart, 0).spec->id;
    case NEPHO_EXPORT_PAGE:
      return nepho_page_sheet_id (self->page);
    case NEPHO_EXPORT_REPORT:
      return "report";
    case NEPHO_EXPORT_WORKBOOK:
    case NEPHO_EXPORT_FOLDER:
    default:
      return "workbook";
    }
}

static void
add (GStrvBuilder *words, const char *option, const char *value)
{
  g_strv_builder_add (words, option);
  g_strv_builder_add (words, value);
}

static const NephoDataset *
dataset_of (const NephoExportSubject *self)
{
  return nepho_parameter_set_dataset (self->context.parameters);
}

/* Charts that have nothing of the reader's choice show what is usual, which the command line wants to be told. */
static const char *
history_of (const NephoExportSubject *self)
{
  const char *history = self->context.history;
  g_autoptr (GPtrArray) choices = nepho_history_choices_new ();
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  if (history == NULL || g_str_equal (history, NEPHO_HISTORY_ALL) || g_str_equal (history, NEPHO_HISTORY_NONE))
    return history != NULL ? history : NEPHO_HISTORY_USUAL;

  for (guint i = 0; i < self->charts->len; i++)
    nepho_history_choices_add (choices, dataset_of (self), g_array_index (self->charts, NephoExportChart, i).spec,
                               self->context.segment);
  for (guint k = 0; k < n_specs && self->charts->len == 0; k++)
    nepho_history_choices_add (choices, dataset_of (self), &specs[k], self->context.segment);
  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((const NephoHistoryChoice *) g_ptr_array_index (choices, i))->id, history))
      return history;

  return NEPHO_HISTORY_USUAL;
}

static void
add_scope (const NephoExportSubject *self, GStrvBuilder *words)
{
  const NephoFigureContext *context = &self->context;
  const NephoDataset *dataset = dataset_of (self);
  g_autofree char *from = nepho_quarter_format (dataset->base_quarter + (NephoQuarter) context->from);
  g_autofree char *to = nepho_quarter_format (dataset->base_quarter + (NephoQuarter) context->to);

  if (context->segment == NEPHO_SEGMENT_ALL)
    add (words, "--segment", "all");
  else if (context->segment >= 0)
    add (words, "--segment", nepho_dataset_segment (dataset, (guint) context->segment)->id);
  if (context->vendor >= 0)
    add (words, "--vendor", nepho_dataset_vendor (dataset, (guint) context->vendor)->id);
  add (words, "--from", from);
  add (words, "--to", to);
  add (words, "--outcome", nepho_outcome_id (context->outcome));
  add (words, "--history", history_of (self));
  if (context->baseline == NULL)
    g_strv_builder_add (words, "--no-baseline");
}

static void
add_looks (const NephoExportSubject *self, GStrvBuilder *words)
{
  for (guint i = 0; i < self->charts->len; i++)
    {
      const NephoExportChart *chart = &g_array_index (self->charts, NephoExportChart, i);
      g_autofree char *text = g_strdup_printf ("%s:%s%s", chart->spec->id, nepho_measure_id (chart->look.measure),
                                               chart->look.logarithmic ? "+log" : "");

      if (chart->look.measure == NEPHO_MEASURE_ABSOLUTE && !chart->look.logarithmic)
        continue;
      if (self->kind == NEPHO_EXPORT_PAGE)
        add (words, "--look", text);
      else
        add (words, "--measure", nepho_measure_id (chart->look.measure));
      if (self->kind == NEPHO_EXPORT_CHART && chart->look.logarithmic)
        g_strv_builder_add (words, "--log");
    }
}

/* The seed is the document's. */
static void
add_runs (const NephoExportSubject *self, GStrvBuilder *words)
{
  const NephoFigureContext *context = &self->context;
  g_autofree char *n_runs = g_strdup_printf ("%u", context->n_runs);

  if (context->n_runs > 0)
    add (words, "--runs", n_runs);
  for (guint k = 0; k < G_N_ELEMENTS (context->drivers) && context->drivers[k] > 0; k++)
    add (words, "--driver", nepho_parameter_set_get (context->parameters, context->drivers[k] - 1)->id);
}

static void
add_view (const NephoExportSubject *self, GStrvBuilder *words)
{
  char from[G_ASCII_DTOSTR_BUF_SIZE];
  char to[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *between = NULL;

  if (self->isolated != NULL)
    add (words, "--only", self->isolated);
  if (!isfinite (self->view.x_minimum))
    return;

  between = g_strdup_printf ("%s..%s", g_ascii_dtostr (from, sizeof from, self->view.x_minimum),
                             g_ascii_dtostr (to, sizeof to, self->view.x_maximum));
  add (words, "--between", between);
}

/* A rate of the reader's own has no name, and is handed over to the last digit. */
static void
add_money (const NephoExportSubject *self, GStrvBuilder *words)
{
  const NephoCurrencyChoice *money = self->context.money;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  add (words, "--words", nepho_number_words_id (nepho_number_get_words ()));
  add (words, "--rising", nepho_rising_id (nepho_rising_get ()));
  if (money == NULL || money->currency == NEPHO_CURRENCY_PUBLISHED)
    return;

  add (words, "--currency", nepho_currency_id (money->currency));
  if (money->cny_per_usd > 0.0)
    add (words, "--rate", money->source != NULL ? money->source
                                                : g_ascii_dtostr (number, sizeof number, money->cny_per_usd));
}

/**
 * nepho_export_subject_arguments:
 * @self: a subject
 * @words: (inout): gets the command, and what of the scenario is shown, as the command line reads it
 */
void
nepho_export_subject_arguments (const NephoExportSubject *self, GStrvBuilder *words)
{
  if (self->kind == NEPHO_EXPORT_REPORT)
    {
      g_strv_builder_add (words, "report");
      add (words, "--history", history_of (self));
    }
  else if (self->kind == NEPHO_EXPORT_CHART || self->kind == NEPHO_EXPORT_PAGE)
    {
      add (words, "chart", nepho_export_subject_name (self));
      add_scope (self, words);
      add_looks (self, words);
      add_runs (self, words);
      add_view (self, words);
    }
  else
    {
      g_strv_builder_add (words, "export");
      add_scope (self, words);
    }
  add_money (self, words);
}
