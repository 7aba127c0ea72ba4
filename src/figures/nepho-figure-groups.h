/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figure-evidence.h"

G_BEGIN_DECLS

/* Makers of figures, one file a group. */

/* nepho-figure-market.c */
NephoPlotFigure *nepho_figure_share         (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_share_area    (const NephoFigureContext *context);
char            *nepho_figure_share_subtitle (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_rank          (const NephoFigureContext *context);
double           nepho_figure_share_of      (const NephoFigureContext *context,
                                             const NephoResults       *results,
                                             guint                     t,
                                             guint                     vendor);

/* nepho-figure-demand.c */
NephoPlotFigure *nepho_figure_adoption      (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_market_size   (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_price         (const NephoFigureContext *context);
double           nepho_figure_size_of       (const NephoFigureContext *context,
                                             const NephoResults       *results,
                                             guint                     t,
                                             guint                     segment);

/* nepho-figure-revenue.c */
NephoPlotFigure *nepho_figure_revenue       (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_revenue_area  (const NephoFigureContext *context);
double           nepho_figure_revenue_of    (const NephoFigureContext *context,
                                             const NephoResults       *results,
                                             guint                     t,
                                             guint                     vendor);
double           nepho_figure_market_of     (const NephoFigureContext *context,
                                             const NephoResults       *results,
                                             guint                     t,
                                             guint                     unused);
char            *nepho_figure_revenue_title (const NephoFigureContext *context,
                                             guint                     t);
void             nepho_figure_add_size_evidence (NephoEvidence        *evidence);

/* nepho-figure-bridge.c */
NephoPlotFigure *nepho_figure_bridge        (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_elimination   (const NephoFigureContext *context);

/* nepho-figure-profit.c */
NephoPlotFigure *nepho_figure_ebita         (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_ebita_time    (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_margin        (const NephoFigureContext *context);
double           nepho_figure_ebita_of      (const NephoFigureContext *context,
                                             const NephoResults       *results,
                                             guint                     t,
                                             guint                     vendor);

/* nepho-figure-accelerators.c */
NephoPlotFigure *nepho_figure_accelerators      (const NephoFigureContext *context);

/* nepho-figure-hours.c */
NephoPlotFigure *nepho_figure_accelerator_hours (const NephoFigureContext *context);

/* nepho-figure-models.c */
NephoPlotFigure *nepho_figure_compute       (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_parameters    (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_data          (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_tokens        (const NephoFigureContext *context);

/* nepho-figure-compute.c */
NephoPlotFigure *nepho_figure_training_cost (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_capacity      (const NephoFigureContext *context);

/* nepho-figure-prices.c */
NephoPlotFigure *nepho_figure_api_prices    (const NephoFigureContext *context);

/* nepho-figure-servers.c */
NephoPlotFigure *nepho_figure_ai_servers    (const NephoFigureContext *context);

/* nepho-figure-marimekko.c */
NephoPlotFigure *nepho_figure_marimekko       (const NephoFigureContext *context);

/* nepho-figure-panels.c */
NephoPlotFigure *nepho_figure_share_panels    (const NephoFigureContext *context);

/* nepho-figure-slope.c */
NephoPlotFigure *nepho_figure_share_change    (const NephoFigureContext *context);

/* nepho-figure-earners.c */
NephoPlotFigure *nepho_figure_revenue_growth  (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_revenue_change  (const NephoFigureContext *context);

/* nepho-figure-flows.c */
NephoPlotFigure *nepho_figure_flows           (const NephoFigureContext *context);

/* nepho-figure-tornado.c */
NephoPlotFigure *nepho_figure_tornado_share   (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_tornado_revenue (const NephoFigureContext *context);

/* nepho-figure-fan.c */
NephoPlotFigure *nepho_figure_share_fan       (const NephoFigureContext *context);

/* nepho-figure-odds.c */
NephoPlotFigure *nepho_figure_rank_intervals  (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_rank_odds       (const NephoFigureContext *context);

/* nepho-figure-drivers.c */
NephoPlotFigure *nepho_figure_two_drivers     (const NephoFigureContext *context);

/* nepho-figure-why.c */
NephoPlotFigure *nepho_figure_why_force       (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_why_parameter   (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_compare_force     (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_compare_parameter (const NephoFigureContext *context);

/* nepho-figure-compare.c */
NephoPlotFigure *nepho_figure_compare         (const NephoFigureContext *context);
NephoPlotFigure *nepho_figure_compare_panels  (const NephoFigureContext *context);

/* nepho-figure-compare-shares.c */
NephoPlotFigure *nepho_figure_compare_shares  (const NephoFigureContext *context);

G_END_DECLS
