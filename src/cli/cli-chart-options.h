/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli-runs.h"
#include "cli-style.h"
#include "nepho-figures.h"
#include "nepho-picture.h"
#include "nepho-table.h"

G_BEGIN_DECLS

/* How one of several charts is looked at. */
typedef struct
{
  const NephoFigureSpec *figure;
  NephoFigureLook        look;
} NephoCliLook;

/* The options of "chart" and "export", and what they mean once checked. */
typedef struct
{
  NephoCliScenario     scenario;
  NephoCliRuns         runs;
  char               **drivers;   /* of a map of two parameters */
  char                *output;
  char                *size;
  char                *dpi;
  char                *scale;
  char                *text;
  char                *csv_style;
  char                *segment;
  char                *vendor;
  char                *from;
  char                *to;
  char                *history;
  char                *outcome;
  char                *compared;
  char                *measure;
  char               **look_texts;
  char                *only;
  char                *between;
  gboolean             logarithmic;
  gboolean             transparent;
  gboolean             no_annotations;
  gboolean             no_baseline;
  gboolean             no_embed;
  gboolean             no_source;
  NephoCliStyle        style;

  const NephoFigureSpec *figure; /* the only one to draw, or NULL */
  NephoPages           page;     /* all of whose charts are drawn on one sheet, or 0 */
  gboolean             table;    /* numbers rather than a picture: CSV */
  gboolean             workbook; /* numbers with charts and formulas: XLSX */
  NephoDocument       *subject;  /* what the file is about, once it was run */
  NephoComparison     *comparison; /* likewise; or NULL */
  GBytes              *packed;   /* that, as the file keeps it; or NULL */
  NephoPictureOptions  picture;
  const NephoCsvStyle *csv;
  NephoPlotView        view;     /* of the only figure */
  NephoFigureLook      look;
  GArray              *looks;    /* NephoCliLook: of single charts */
  NephoRunsCache       cache;
} NephoCliChart;

void          nepho_cli_chart_init       (NephoCliChart      *self);
GOptionGroup *nepho_cli_chart_group      (NephoCliChart      *self,
                                          gboolean            report);
gboolean      nepho_cli_chart_check      (NephoCliChart      *self);
gboolean      nepho_cli_chart_check_look (NephoCliChart      *self);
gboolean      nepho_cli_chart_run        (NephoCliChart      *self,
                                          NephoFigureContext *context,
                                          NephoResults      **results,
                                          NephoResults      **baseline);
gboolean      nepho_cli_choose_history   (const char         *history,
                                          const NephoDataset *dataset,
                                          const NephoFigureSpec *figure,
                                          NephoPages          page,
                                          NephoFigureContext *context);
NephoFigureLook nepho_cli_chart_look     (const NephoCliChart *self,
                                          const NephoFigureSpec *figure);
gboolean      nepho_cli_chart_look_at    (NephoCliChart      *self,
                                          const NephoPlotFigure *figure);
void          nepho_cli_chart_clear      (NephoCliChart      *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NephoCliChart, nepho_cli_chart_clear)

G_END_DECLS
