/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-comparison.h"
#include "nepho-currency.h"
#include "nepho-market.h"
#include "nepho-outcome.h"
#include "nepho-measure.h"
#include "nepho-plot-figure.h"
#include "nepho-share-runs.h"

G_BEGIN_DECLS

typedef enum
{
  NEPHO_PAGE_OVERVIEW    = 1 << 0,
  NEPHO_PAGE_MARKET      = 1 << 1,
  NEPHO_PAGE_REVENUE     = 1 << 2,
  NEPHO_PAGE_COMPUTE     = 1 << 3,
  NEPHO_PAGE_UNCERTAINTY = 1 << 4,
  NEPHO_PAGE_DATA        = 1 << 5, /* facts in rows, no figures */
  NEPHO_PAGE_SCENARIOS   = 1 << 6,
} NephoPages;

/* Which segment a figure shows: an index, or one of these. */
#define NEPHO_SEGMENT_ALL (-1)   /* all together, by revenue */
#define NEPHO_SEGMENT_USUAL (-2) /* what the figure itself shows where nobody chose: see its spec */

/* What several figures rest on and takes long, made by the first that needs it; whoever changes what the
 * figures are made from clears it. */
typedef struct
{
  NephoShareRuns *shares; /* or NULL */
} NephoRunsCache;

/* Everything a figure is made from. Nothing here is owned. */
typedef struct
{
  const NephoParameterSet *parameters;
  const double            *values;
  const double            *baseline_values;
  const NephoEvents       *events;          /* of values; or NULL */
  const NephoEvents       *baseline_events;
  const NephoResults      *results;
  const NephoResults      *baseline; /* NULL: no ghost, because it is hidden or nothing differs */
  int                      segment;  /* index, NEPHO_SEGMENT_ALL or NEPHO_SEGMENT_USUAL */
  int                      vendor;   /* for figures of one vendor; -1: all */
  guint                    from;     /* quarters compared by a bridge */
  guint                    to;
  NephoOutcomeKind         outcome;   /* whose difference from the baseline is explained */
  const char              *history;  /* whose published figures stand beside the projection: an id of
                                      * nepho_history_choices_add(), "usual", "all", "none"; NULL: usual */
  const char              *scenario; /* id of the data set's scenario at work, or followed; NULL or "": none */
  const char              *own_scenario; /* name of the reader's scenario at work, which follows that one; or NULL */
  const NephoComparison   *comparison; /* what is shown side by side; or NULL: nothing */
  guint                    pair[2];    /* which two of these a difference is told of: from, to */
  NephoRunsCache          *runs;     /* where many runs are kept from figure to figure; or NULL */
  guint                    n_runs;   /* how many where they must be made; 0: the usual number */
  guint32                  seed;     /* of their random numbers */
  guint                    drivers[2]; /* parameters that a map shows, index + 1; 0: the strongest */
  gboolean                 without_source; /* no source line: only where the reader asks for it */
  gboolean                 hasty;    /* a lever is being dragged: what takes long may be less exact */
  const NephoCurrencyChoice *money;  /* in which sums are shown; NULL: as they are stored */
  const GPtrArray         *annotations; /* NephoAnnotation of the document; NULL: none are shown */
  NephoFigureLook          look;     /* as far as a figure has it; see nepho_measure_fits() */
} NephoFigureContext;

typedef struct
{
  const char      *id;    /* "share" */
  const char      *name;  /* translatable: "Market share over time" */
  NephoPages       pages;
  int              usual_segment; /* shown where the context leaves the choice to the figure */
  const char      *history;       /* family of the published figures beside it, or NULL */
  NephoPlotFigure *(*build) (const NephoFigureContext *context);
} NephoFigureSpec;

/* A headline number with its change against the baseline. */
typedef struct
{
  const char *id;       /* "leader": the same in every language */
  char      *name;
  double     number;    /* what @value says */
  NephoUnit  unit;
  char      *who;       /* whose it is, where that is not the same in all scenarios; or NULL */
  char      *value;     /* "34.6 %" */
  char      *change;    /* "−4.1 points on baseline", or NULL where nothing differs */
  int        direction; /* of the change: 1 up, −1 down, 0 neither */
  char      *detail;    /* scope: "Alibaba Cloud, IaaS, 2030Q4" */
  char      *history;   /* its course in words: "33.5 % in 2022Q2, 31.2 % in 2030Q4"; NULL where it has none */
  NephoPlotColumn *course;   /* the number in each quarter, or NULL */
  NephoPlotColumn *baseline; /* the same of the baseline, or NULL where that has no other course */
  guint      quarter;   /* which of these the number is */
} NephoHeadline;

gboolean               nepho_figure_is_aggregate (const NephoDataset       *dataset,
                                                  guint                     vendor);
gboolean               nepho_figure_differs      (const NephoFigureContext *context,
                                                  guint                     parameter);
void                   nepho_runs_cache_clear    (NephoRunsCache           *cache);
void                   nepho_figure_context_init (NephoFigureContext       *context,
                                                  const NephoParameterSet  *parameters,
                                                  const double             *values,
                                                  const double             *baseline_values,
                                                  const NephoResults       *results,
                                                  const NephoResults       *baseline);
const NephoFigureSpec *nepho_figure_specs        (guint                    *n_specs);
const NephoFigureSpec *nepho_figure_find         (const char               *id);
NephoPlotFigure       *nepho_figure_build        (const NephoFigureSpec    *spec,
                                                  const NephoFigureContext *context);
GPtrArray             *nepho_figures_build_all   (const NephoFigureContext *context);
GPtrArray             *nepho_headlines_build     (const NephoFigureContext *context);
void                   nepho_headline_free       (NephoHeadline            *headline);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NephoRunsCache, nepho_runs_cache_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoHeadline, nepho_headline_free)

G_END_DECLS
