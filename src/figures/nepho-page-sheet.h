/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figures.h"

G_BEGIN_DECLS

/* How many charts of a page stand side by side on a sheet. */
#define NEPHO_PAGE_SHEET_COLUMNS 2u

NephoPages  nepho_page_sheet_find (const char *id);
const char *nepho_page_sheet_id   (NephoPages  page);
guint       nepho_page_sheet_n    (NephoPages  page);
void        nepho_page_sheet_size (NephoPages  page,
                                   double     *width_pt,
                                   double     *height_pt);

G_END_DECLS
