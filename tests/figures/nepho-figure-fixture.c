/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-fixture.h"

#include <string.h>

void
nepho_fixture_init (NephoFixture *fixture, guint n_vendors, guint horizon)
{
  nepho_fixture_adopt (fixture, nepho_sample_dataset (n_vendors, 1), horizon);
}

/* Takes a data set over, and makes empty results for it. */
void
nepho_fixture_adopt (NephoFixture *fixture, NephoDataset *dataset, guint horizon)
{
  guint n_vendors = dataset->vendors->len;
  guint n_segments = dataset->segments->len;

  fixture->dataset = dataset;
  fixture->parameters = nepho_parameter_set_new (dataset);
  fixture->values = nepho_parameter_set_defaults (fixture->parameters);
  fixture->results = nepho_results_new ();
  nepho_results_reserve (fixture->results, horizon + 1, n_vendors, n_segments);
  for (gsize k = 0; k < (gsize) (horizon + 1) * n_vendors * n_segments; k++)
    fixture->results->price[k] = 1.0;
  nepho_figure_context_init (&fixture->context, fixture->parameters, fixture->values, fixture->values,
                             fixture->results, NULL);
  /* So few are soon made; whoever tests what many say asks for more. */
  fixture->context.n_runs = 20;
}

/* Lets the model fill in the results. */
void
nepho_fixture_run (NephoFixture *fixture)
{
  g_autoptr (NephoMarket) market = nepho_market_new (fixture->parameters);

  nepho_market_run (market, fixture->values, fixture->results->n_quarters - 1, fixture->results);
}

void
nepho_fixture_clear (NephoFixture *fixture)
{
  nepho_results_free (fixture->results);
  g_free (fixture->values);
  nepho_parameter_set_unref (fixture->parameters);
  nepho_dataset_unref (fixture->dataset);
}

/* A vendor's share of the first segment. */
void
nepho_fixture_share (NephoFixture *fixture, guint t, guint vendor, double share)
{
  fixture->results->share[nepho_results_tis (fixture->results, t, vendor, 0)] = share;
}

NephoPlotFigure *
nepho_fixture_build (NephoFixture *fixture, const char *id)
{
  const NephoFigureSpec *spec = nepho_figure_find (id);

  g_assert_nonnull (spec);

  return nepho_figure_build (spec, &fixture->context);
}

/* Compares a title, no-break spaces written as spaces. */
void
nepho_fixture_title (NephoFixture *fixture, const char *id, const char *expected)
{
  g_autoptr (NephoPlotFigure) figure = nepho_fixture_build (fixture, id);
  g_auto (GStrv) parts = g_strsplit (figure->title, "\u00a0", -1);
  g_autofree char *title = g_strjoinv (" ", parts);

  g_assert_cmpstr (title, ==, expected);
}
