/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figures.h"

#include <glib/gi18n-lib.h>

#include "nepho-figure-annotations.h"
#include "nepho-figure-groups.h"
#include "nepho-figure-measure.h"
#include "nepho-figure-money.h"
#include "nepho-figure-summary.h"
#include "nepho-history-choice.h"
#include "nepho-properties.h"

#define OVERVIEW NEPHO_PAGE_OVERVIEW
#define MARKET NEPHO_PAGE_MARKET
#define REVENUE NEPHO_PAGE_REVENUE
#define COMPUTE NEPHO_PAGE_COMPUTE
#define UNCERTAINTY NEPHO_PAGE_UNCERTAINTY
#define SCENARIOS NEPHO_PAGE_SCENARIOS
#define ALL NEPHO_SEGMENT_ALL

/* Every figure, in the order of the pages. Shares usually show the first segment, because published
 * shares are of segments; money usually shows all. */
static const NephoFigureSpec specs[] = {
  { "rank", N_("Ranking over time"), OVERVIEW | MARKET, 0, NULL, nepho_figure_rank },
  { "share", N_("Market share over time"), OVERVIEW | MARKET, 0, "share", nepho_figure_share },
  { "share-area", N_("Market share, stacked"), MARKET, 0, NULL, nepho_figure_share_area },
  { "share-panels", N_("Share of each vendor"), MARKET, 0, NULL, nepho_figure_share_panels },
  { "share-change", N_("Shares at first and at last"), MARKET, 0, NULL, nepho_figure_share_change },
  { "flows", N_("Customers between vendors"), MARKET, 0, NULL, nepho_figure_flows },
  { "marimekko", N_("Segments and who serves them"), MARKET, ALL, NULL, nepho_figure_marimekko },
  { "adoption", N_("AI adoption"), MARKET, ALL, NULL, nepho_figure_adoption },
  { "market-size", N_("Market size"), MARKET, ALL, "size", nepho_figure_market_size },
  { "price", N_("Prices"), MARKET, ALL, NULL, nepho_figure_price },
  { "revenue", N_("Revenue by vendor"), OVERVIEW | REVENUE, ALL, "revenue", nepho_figure_revenue },
  { "revenue-area", N_("Revenue, stacked"), REVENUE, ALL, NULL, nepho_figure_revenue_area },
  { "revenue-growth", N_("Revenue, two quarters"), REVENUE, ALL, NULL, nepho_figure_revenue_growth },
  { "revenue-change", N_("Revenue against the baseline"), REVENUE, ALL, NULL, nepho_figure_revenue_change },
  { "bridge", N_("What changes revenue"), REVENUE, ALL, NULL, nepho_figure_bridge },
  { "why-force", N_("Difference by force"), REVENUE, ALL, NULL, nepho_figure_why_force },
  { "why-parameter", N_("Difference by parameter"), REVENUE, ALL, NULL, nepho_figure_why_parameter },
  { "elimination", N_("Revenue before and after elimination"), REVENUE, ALL, NULL, nepho_figure_elimination },
  { "ebita", N_("EBITA by vendor"), REVENUE, ALL, NULL, nepho_figure_ebita },
  { "ebita-time", N_("EBITA over time"), REVENUE, ALL, "ebita", nepho_figure_ebita_time },
  { "margin", N_("Gross margin by segment"), REVENUE, ALL, NULL, nepho_figure_margin },
  { "compute", N_("Training compute of AI models"), OVERVIEW | COMPUTE, ALL, NULL, nepho_figure_compute },
  { "parameters", N_("Size of AI models"), COMPUTE, ALL, NULL, nepho_figure_parameters },
  { "data", N_("Training data of AI models"), COMPUTE, ALL, NULL, nepho_figure_data },
  { "accelerators", N_("Peak speed of accelerators"), COMPUTE, ALL, NULL, nepho_figure_accelerators },
  { "accelerator-hours", N_("Price of an accelerator hour"), COMPUTE, ALL, NULL, nepho_figure_accelerator_hours },
  { "tokens", N_("Training tokens of AI models"), COMPUTE, ALL, NULL, nepho_figure_tokens },
  { "training-cost", N_("Centres for one training run"), COMPUTE, ALL, NULL, nepho_figure_training_cost },
  { "capacity", N_("Inference capacity"), COMPUTE, ALL, NULL, nepho_figure_capacity },
  { "api-prices", N_("Prices of AI models"), COMPUTE, ALL, NULL, nepho_figure_api_prices },
  { "ai-servers", N_("Market for AI servers"), COMPUTE, ALL, NULL, nepho_figure_ai_servers },
  { "share-fan", N_("How sure a share is"), UNCERTAINTY, 0, "share", nepho_figure_share_fan },
  { "rank-intervals", N_("How sure the ranking is"), UNCERTAINTY, 0, NULL, nepho_figure_rank_intervals },
  { "rank-probability", N_("Who has which place"), UNCERTAINTY, 0, NULL, nepho_figure_rank_odds },
  { "tornado-share", N_("What moves a share most"), UNCERTAINTY, 0, NULL, nepho_figure_tornado_share },
  { "tornado-revenue", N_("What moves revenue most"), UNCERTAINTY, ALL, NULL, nepho_figure_tornado_revenue },
  { "two-drivers", N_("Two parameters at once"), UNCERTAINTY, ALL, NULL, nepho_figure_two_drivers },
  { "compare", N_("Scenarios over time"), SCENARIOS, ALL, NULL, nepho_figure_compare },
  { "compare-panels", N_("Scenarios side by side"), SCENARIOS, ALL, NULL, nepho_figure_compare_panels },
  { "compare-shares", N_("Shares by scenario"), SCENARIOS, 0, NULL, nepho_figure_compare_shares },
  { "compare-force", N_("Between two scenarios, by force"), SCENARIOS, ALL, NULL, nepho_figure_compare_force },
  { "compare-parameter", N_("Between two scenarios, by parameter"), SCENARIOS, ALL, NULL,
    nepho_figure_compare_parameter },
};

/* The vendor that stands for all whom the data set does not name. It has no rank and no strategy. */
#define AGGREGATE_ID "others"

/**
 * nepho_figure_is_aggregate:
 * @dataset: a data set
 * @vendor: index of a vendor
 *
 * Returns: whether it is no vendor but the sum of those not named: it leads and follows nobody
 */
gboolean
nepho_figure_is_aggregate (const NephoDataset *dataset, guint vendor)
{
  return g_str_equal (nepho_dataset_vendor (dataset, vendor)->id, AGGREGATE_ID);
}

/**
 * nepho_figure_differs:
 * @context: what figures are made from
 * @parameter: index of a parameter
 *
 * Returns: whether it has another value than the data set's, or follows a path
 */
gboolean
nepho_figure_differs (const NephoFigureContext *context, guint parameter)
{
  return context->values[parameter] != nepho_parameter_set_get (context->parameters, parameter)->initial
         || !nepho_events_same (context->events, NULL, parameter);
}

/**
 * nepho_runs_cache_clear:
 * @cache: many runs, or none
 *
 * Lets them go: the next figure that needs them makes them anew.
 */
void
nepho_runs_cache_clear (NephoRunsCache *cache)
{
  g_clear_pointer (&cache->shares, nepho_share_runs_unref);
}

/**
 * nepho_figure_context_init:
 * @context: (out caller-allocates): what figures are made from
 * @parameters: the parameters of a data set
 * @values: the value of each
 * @baseline_values: the data set's value of each
 * @results: what @values give
 * @baseline: (nullable): what @baseline_values give, over the same quarters; %NULL: no ghost
 *
 * Fills in a context for the whole period, all vendors and each figure's usual segment. Everything
 * given is referred to, not copied.
 */
void
nepho_figure_context_init (NephoFigureContext *context,
                           const NephoParameterSet *parameters,
                           const double *values,
                           const double *baseline_values,
                           const NephoResults *results,
                           const NephoResults *baseline)
{
  g_return_if_fail (context != NULL && parameters != NULL && results != NULL);
  g_return_if_fail (results->n_quarters > 0);

  *context = (NephoFigureContext) {
    .parameters = parameters,
    .values = values,
    .baseline_values = baseline_values,
    .results = results,
    .baseline = baseline,
    .segment = NEPHO_SEGMENT_USUAL,
    .vendor = -1,
    .seed = NEPHO_DEFAULT_SEED,
    .from = 0,
    .to = results->n_quarters - 1,
    .pair = { 0, 1 },
  };
}

/**
 * nepho_figure_specs:
 * @n_specs: (out): how many there are
 *
 * Returns: (array length=n_specs) (transfer none): every figure
 */
const NephoFigureSpec *
nepho_figure_specs (guint *n_specs)
{
  *n_specs = G_N_ELEMENTS (specs);

  return specs;
}

/**
 * nepho_figure_find:
 * @id: such as "share"
 *
 * Returns: (transfer none) (nullable): that figure
 */
const NephoFigureSpec *
nepho_figure_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    if (g_str_equal (specs[i].id, id))
      return &specs[i];

  return NULL;
}

/**
 * nepho_figure_build:
 * @spec: one of nepho_figure_specs()
 * @context: what to make it from
 *
 * Makes a figure, its words in the reader's language.
 *
 * Returns: (transfer full): the figure, which owns all that it shows
 */
NephoPlotFigure *
nepho_figure_build (const NephoFigureSpec *spec, const NephoFigureContext *context)
{
  NephoPlotFigure *figure;
  NephoFigureContext own;
  gboolean history_left_out;

  g_return_val_if_fail (spec != NULL && context != NULL, NULL);
  g_return_val_if_fail (context->segment >= NEPHO_SEGMENT_USUAL
                          && context->segment < (int) context->results->n_segments, NULL);
  g_return_val_if_fail (context->vendor >= -1 && context->vendor < (int) context->results->n_vendors, NULL);

  own = *context;
  if (own.segment == NEPHO_SEGMENT_USUAL)
    own.segment = spec->usual_segment;

  if (!nepho_measure_fits (spec->id, own.look.measure))
    own.look.measure = NEPHO_MEASURE_ABSOLUTE;
  own.look.logarithmic &= nepho_measure_may_log (spec->id);
  history_left_out = own.look.measure != NEPHO_MEASURE_ABSOLUTE && spec->history != NULL
                     && g_strcmp0 (own.history, NEPHO_HISTORY_NONE) != 0;
  if (history_left_out)
    own.history = NEPHO_HISTORY_NONE;

  figure = spec->build (&own);
  nepho_money_exchange (&own, figure);
  nepho_figure_measure_apply (&own, figure, history_left_out);
  nepho_figure_summarise (&own, figure);
  nepho_figure_annotate (spec, &own, figure);

  return figure;
}

/**
 * nepho_figures_build_all:
 * @context: what to make them from
 *
 * Returns: (transfer full) (element-type NephoPlotFigure): every figure that has something to show of it: those of
 * scenarios side by side only where there is a comparison
 */
GPtrArray *
nepho_figures_build_all (const NephoFigureContext *context)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_plot_figure_free);

  for (guint k = 0; k < G_N_ELEMENTS (specs); k++)
    if (specs[k].pages != NEPHO_PAGE_SCENARIOS || context->comparison != NULL)
      g_ptr_array_add (figures, nepho_figure_build (&specs[k], context));

  return figures;
}
