/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document-scenario.h"
#include "nepho-event.h"

G_BEGIN_DECLS

/* One of the scenarios side by side. */
typedef struct
{
  char         *id;
  char         *name;
  char         *built_in; /* id of the data set's scenario that it is or follows; "" */
  gboolean      own;      /* the reader's, or the data set's with the reader's edits */
  int           colour;   /* slot of the palette, and ... */
  guint         dash;     /* ... pattern, by which it is known on every chart; as #NephoPlotSeries has them */
  double       *values;   /* one for each parameter */
  NephoEvents  *events;   /* paths of parameters; never NULL */
  NephoResults *results;  /* over the document's horizon */
} NephoCompared;

/* Scenarios of a document side by side; the first is what the others are compared with. */
typedef struct
{
  NephoParameterSet *parameters;
  guint              n;
  NephoCompared      items[NEPHO_MAX_COMPARED];
} NephoComparison;

char           **nepho_comparison_usual  (NephoDocument      *document);
NephoComparison *nepho_comparison_new    (NephoDocument      *document,
                                          const char * const *ids,
                                          GError            **error);
void             nepho_comparison_free   (NephoComparison    *self);
gboolean         nepho_comparison_differ (const NephoComparison *self,
                                          guint               parameter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoComparison, nepho_comparison_free)

G_END_DECLS
