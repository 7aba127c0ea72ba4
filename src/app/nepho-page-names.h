/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figures.h"

G_BEGIN_DECLS

#define NEPHO_N_PAGES 7u

/* A page as options, settings and people name it, in the order of the list. */
typedef struct
{
  NephoPages  page;
  const char *id;    /* "overview" */
  const char *name;  /* translatable */
  const char *icon;
} NephoPageName;

const NephoPageName *nepho_page_names     (void);
const NephoPageName *nepho_page_name      (NephoPages  page);
gboolean             nepho_page_from_name (const char *id,
                                           NephoPages *page);

G_END_DECLS
