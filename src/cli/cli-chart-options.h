/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli-scenario.h"
#include "nepho-figures.h"
#include "nepho-picture.h"

G_BEGIN_DECLS

/* The options of "chart", and what they mean once checked. */
typedef struct
{
  NephoCliScenario    scenario;
  char               *output;
  char               *size;
  char               *dpi;
  char               *theme;
  char               *text;
  char               *segment;
  char               *vendor;
  char               *from;
  char               *to;
  gboolean            transparent;
  gboolean            no_baseline;
  gboolean            list;

  gboolean            table;    /* numbers rather than a picture: CSV */
  gboolean            workbook; /* numbers with charts and formulas: XLSX */
  NephoPictureOptions picture;
} NephoCliChart;

gboolean nepho_cli_chart_parse  (NephoCliChart      *self,
                                 char             ***arguments,
                                 NephoCliStatus     *status);
gboolean nepho_cli_chart_check  (NephoCliChart      *self,
                                 gboolean            overview);
gboolean nepho_cli_chart_choose (NephoCliChart      *self,
                                 NephoFigureContext *context);
void     nepho_cli_chart_clear  (NephoCliChart      *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NephoCliChart, nepho_cli_chart_clear)

G_END_DECLS
