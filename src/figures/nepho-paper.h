/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "nepho-plot-figure.h"
#include "nepho-plot-theme.h"

G_BEGIN_DECLS

/* Text, tables and figures one below the other, on as many pages as they take. What is added is
 * drawn in the order in which it was added. */
typedef struct _NephoPaper NephoPaper;

typedef enum
{
  NEPHO_PAPER_TITLE,
  NEPHO_PAPER_HEADING, /* a bookmark of the file */
  NEPHO_PAPER_TEXT,
  NEPHO_PAPER_SMALL,
  NEPHO_PAPER_ITEM,    /* one of a list */
} NephoPaperText;

/* The look of every page; lengths in points. Nothing here is owned. */
typedef struct
{
  double                width;
  double                height;
  double                margin;
  double                text_scale;
  const NephoPlotTheme *theme;
  cairo_surface_t      *logo;   /* at the top right of the first page, or NULL */
  const char           *footer; /* at the foot of each page, or NULL */
} NephoPaperLook;

NephoPaper *nepho_paper_new         (const NephoPaperLook  *look);
void        nepho_paper_free        (NephoPaper            *self);
void        nepho_paper_text        (NephoPaper            *self,
                                     NephoPaperText         kind,
                                     const char            *text);
void        nepho_paper_link        (NephoPaper            *self,
                                     const char            *text,
                                     const char            *address);
void        nepho_paper_numbers     (NephoPaper            *self,
                                     GPtrArray             *headlines);
void        nepho_paper_table_begin (NephoPaper            *self,
                                     const double          *widths,
                                     guint                  n_columns,
                                     const char * const    *names);
void        nepho_paper_table_row   (NephoPaper            *self,
                                     const char * const    *cells);
void        nepho_paper_table_change(NephoPaper            *self,
                                     const char * const    *cells,
                                     guint                  n_changes,
                                     int                    direction);
void        nepho_paper_figure      (NephoPaper            *self,
                                     const NephoPlotFigure *figure,
                                     double                 height);
void        nepho_paper_break       (NephoPaper            *self);
guint       nepho_paper_n_pages     (NephoPaper            *self);
void        nepho_paper_group       (NephoPaper            *self,
                                     const char            *name);
GArray     *nepho_paper_bookmarks   (NephoPaper            *self);
void        nepho_paper_draw        (NephoPaper            *self,
                                     cairo_t               *cr,
                                     guint                  page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoPaper, nepho_paper_free)

G_END_DECLS
