/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-dimension.h"

G_BEGIN_DECLS

/* A unit as people write it. */
typedef struct
{
  NephoDimension dimension;
  double         size;  /* in base units */
  gboolean       money; /* may stand before its number */
} NephoUnitWord;

gsize nepho_unit_word_match (const char    *text,
                             NephoUnitWord *word);

G_END_DECLS
