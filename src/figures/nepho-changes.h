/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document.h"
#include "nepho-figures.h"

G_BEGIN_DECLS

/* Who set a value or said a figure, in words for what leaves the program. */
char       *nepho_changes_set_by (const NephoFigureContext *context,
                                  guint                     parameter);
const char *nepho_changes_note   (const NephoFigureContext *context,
                                  NephoDocument            *document,
                                  guint                     parameter);
const char *nepho_changes_origin (const NephoFact          *fact);

G_END_DECLS
