/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figures.h"
#include "nepho-sample.h"

G_BEGIN_DECLS

/* The made-up market of tests/sample with results that a test writes itself, so that it knows what
 * a title must say. Vendors are "Vendor A", "Vendor B" …, the segment "Segment X"; every series of
 * results is 0 at first, but prices are 1. The base quarter is 2022Q2. */
typedef struct
{
  NephoDataset      *dataset;
  NephoParameterSet *parameters;
  double            *values;
  NephoResults      *results;
  NephoFigureContext context;
} NephoFixture;

void             nepho_fixture_init   (NephoFixture  *fixture,
                                       guint          n_vendors,
                                       guint          horizon);
void             nepho_fixture_adopt  (NephoFixture  *fixture,
                                       NephoDataset  *dataset,
                                       guint          horizon);
void             nepho_fixture_run    (NephoFixture  *fixture);
void             nepho_fixture_clear  (NephoFixture  *fixture);
void             nepho_fixture_share  (NephoFixture  *fixture,
                                       guint          t,
                                       guint          vendor,
                                       double         share);
NephoPlotFigure *nepho_fixture_build  (NephoFixture  *fixture,
                                       const char    *id);
void             nepho_fixture_title  (NephoFixture  *fixture,
                                       const char    *id,
                                       const char    *expected);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NephoFixture, nepho_fixture_clear)

G_END_DECLS
