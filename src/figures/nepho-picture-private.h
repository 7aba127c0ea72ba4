/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-picture.h"

G_BEGIN_DECLS

#define POINTS_PER_INCH 72.0
#define MM_PER_INCH 25.4

/* What a figure is called in the structure of a PDF. */
#define NEPHO_PICTURE_FIGURE_TAG "Figure"

/* A place in a PDF that its outline names. */
typedef struct
{
  const char *name;
  guint       page;
  double      y;     /* points from the top of the page */
  gboolean    below; /* under the last one that is not */
} NephoPictureBookmark;

/* What is drawn, and what the file says about itself. Nothing here is owned. */
typedef struct
{
  const NephoPictureOptions *options;
  const char                *title;
  const char                *description;
  GPtrArray                 *alternatives; /* what each figure shows, in the order drawn; or NULL */
  guint                      n_pages; /* PDF only: other formats take the first */
  void                     (*draw)   (cairo_t       *cr,
                                      guint          page,
                                      gconstpointer  data);
  GArray                    *bookmarks; /* NephoPictureBookmark, in order; or NULL */
  gconstpointer              data;
} NephoPictureJob;

GBytes  *nepho_picture_encode_job (const NephoPictureJob     *job,
                                   GError                   **error);
GBytes  *nepho_picture_png        (const NephoPictureJob     *job,
                                   GError                   **error);
GBytes  *nepho_picture_svg        (const NephoPictureJob     *job,
                                   GError                   **error);
GBytes  *nepho_picture_pdf        (const NephoPictureJob     *job,
                                   GError                   **error);
const char *nepho_picture_alternative (const NephoPlotFigure *figure);

G_END_DECLS
