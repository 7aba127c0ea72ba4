/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nepho-plot-render.h"

G_BEGIN_DECLS

#define NEPHO_PICTURE_ERROR (nepho_picture_error_quark ())

typedef enum
{
  NEPHO_PICTURE_ERROR_FORMAT, /* a file name whose suffix is none of ours */
  NEPHO_PICTURE_ERROR_SIZE,   /* a size that is not one, or too large */
  NEPHO_PICTURE_ERROR_WRITE,  /* the file cannot be made */
} NephoPictureError;

typedef enum
{
  NEPHO_PICTURE_PNG,
  NEPHO_PICTURE_SVG,
  NEPHO_PICTURE_PDF,
} NephoPictureFormat;

/* How a figure is put on paper. */
typedef struct
{
  NephoPictureFormat    format;
  double                width_pt;    /* points, 1/72 inch */
  double                height_pt;
  double                dpi;         /* PNG only */
  double                text_scale;
  gboolean              transparent;
  gboolean              outlines;    /* SVG only: text as shapes, exact and no longer editable */
  const NephoPlotTheme *theme;
  const NephoPlotView  *view;        /* what the reader looks at of a single figure, or NULL: all */
  const char           *author;      /* of the file; NULL: the program */
  const char           *keywords;    /* of a PDF; NULL: those of all */
  GBytes               *document;    /* the scenario that the file keeps, as nepho_document_pack() makes it; or NULL */
} NephoPictureOptions;

/* A size that has a name. */
typedef struct
{
  const char *id;        /* "slide" */
  const char *name;      /* translatable */
  double      width_mm;
  double      height_mm;
} NephoPicturePreset;

const NephoPicturePreset *nepho_picture_presets (guint             *n_presets);

GQuark    nepho_picture_error_quark   (void);
void      nepho_picture_options_init  (NephoPictureOptions        *options);
gboolean  nepho_picture_format_parse  (const char                 *path,
                                       NephoPictureFormat         *format,
                                       GError                    **error);
gboolean  nepho_picture_size_parse    (const char                 *text,
                                       double                      dpi,
                                       double                     *width_pt,
                                       double                     *height_pt,
                                       GError                    **error);
gboolean  nepho_picture_check         (const NephoPictureOptions  *options,
                                       GError                    **error);
void      nepho_picture_pixels        (const NephoPictureOptions  *options,
                                       int                        *width,
                                       int                        *height);
gboolean  nepho_picture_check_dpi     (double                      dpi,
                                       GError                    **error);
GBytes   *nepho_picture_encode        (const NephoPlotFigure      *figure,
                                       const NephoPictureOptions  *options,
                                       GError                    **error);
gboolean  nepho_picture_save          (const NephoPlotFigure      *figure,
                                       const NephoPictureOptions  *options,
                                       const char                 *path,
                                       GError                    **error);
gboolean  nepho_picture_write         (GBytes                     *bytes,
                                       const char                 *path,
                                       GError                    **error);
GBytes   *nepho_sheet_encode         (GPtrArray                  *figures,
                                       const NephoPictureOptions  *options,
                                       const char                 *title,
                                       guint                       columns,
                                       GError                    **error);
void      nepho_sheet_draw            (GPtrArray                  *figures,
                                       const NephoPictureOptions  *options,
                                       const char                 *title,
                                       guint                       columns,
                                       cairo_t                    *cr);

G_END_DECLS
