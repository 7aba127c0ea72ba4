/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-error.h"
#include "nepho-quantity.h"

G_BEGIN_DECLS

/* Takes words, numbers and signs off the front of a text. */
typedef struct
{
  const char       *text;
  const char       *at;    /* what is not read yet */
  NephoQuantityForm form;  /* of what was read */
  GError           *error; /* the first one, or NULL */
} NephoQuantityReader;

guint    nepho_quantity_reader_place       (const NephoQuantityReader *self,
                                            const char                *at);
void     nepho_quantity_reader_fail        (NephoQuantityReader       *self,
                                            NephoBaseError             code,
                                            const char                *format,
                                            ...) G_GNUC_PRINTF (3, 4);
void     nepho_quantity_reader_unexpected  (NephoQuantityReader       *self);
void     nepho_quantity_reader_skip        (NephoQuantityReader       *self);
gboolean nepho_quantity_reader_take        (NephoQuantityReader       *self,
                                            const char                *token);
gboolean nepho_quantity_reader_is_at_digit (const NephoQuantityReader *self);
double   nepho_quantity_reader_size        (NephoQuantityReader       *self);
double   nepho_quantity_reader_literal     (NephoQuantityReader       *self);
gboolean nepho_quantity_reader_superscript (NephoQuantityReader       *self,
                                            int                       *power);

G_END_DECLS
