/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-report.h"
#include "nepho-table.h"

G_BEGIN_DECLS

/* Kinds of files in which everything can be had. */
typedef enum
{
  NEPHO_BUNDLE_PNG      = 1 << 0,
  NEPHO_BUNDLE_SVG      = 1 << 1,
  NEPHO_BUNDLE_PDF      = 1 << 2,
  NEPHO_BUNDLE_CSV      = 1 << 3,
  NEPHO_BUNDLE_WORKBOOK = 1 << 4,
  NEPHO_BUNDLE_REPORT   = 1 << 5,
  NEPHO_BUNDLE_ALL      = (1 << 6) - 1,
} NephoBundleKinds;

/* What a bundle is made of. Nothing here is owned. */
typedef struct
{
  NephoBundleKinds       kinds;
  NephoPictureOptions    picture; /* its format does not count */
  const NephoCsvStyle   *csv;
  const NephoReportStyle *report;
  NephoDocument         *document; /* the scenario at work, and what the reader says of it */
  gboolean               embed;    /* pictures and report keep that scenario */
} NephoBundleOptions;

/* Everything that a scenario gives, as files with names that are the same each time: "share.png",
 * "workbook.xlsx", "report.pdf". They are made one by one, so that it can be seen how far it is and
 * stopped between two. */
typedef struct _NephoBundle NephoBundle;

/* Told before each file how many of all are there; returns whether to go on. */
typedef gboolean (*NephoBundleStep) (guint done,
                                     guint n_files);

NephoBundleKinds nepho_bundle_kinds_parse (const char               *text,
                                           GError                  **error);
NephoBundle     *nepho_bundle_new         (const NephoFigureContext *context,
                                           const NephoBundleOptions *options);
void             nepho_bundle_free        (NephoBundle              *self);
guint            nepho_bundle_n_files     (const NephoBundle        *self);
const char      *nepho_bundle_name        (const NephoBundle        *self,
                                           guint                     index);
GBytes          *nepho_bundle_encode      (const NephoBundle        *self,
                                           guint                     index,
                                           GError                  **error);
gboolean         nepho_bundle_write       (const NephoBundle        *self,
                                           const char               *folder,
                                           NephoBundleStep           step,
                                           GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoBundle, nepho_bundle_free)

G_END_DECLS
