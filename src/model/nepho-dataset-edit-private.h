/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-dataset-edit.h"
#include "nepho-name.h"
#include "nepho-parameter.h"

G_BEGIN_DECLS

/* What the edits of a data set share. */
int                nepho_edit_find_vendor  (const NephoDataset *dataset,
                                            const char         *id,
                                            GError            **error);
int                nepho_edit_find_segment (const NephoDataset *dataset,
                                            const char         *id,
                                            GError            **error);
NephoDatasetValue *nepho_edit_find_value   (NephoDataset       *dataset,
                                            const char         *id);
double             nepho_edit_get_share    (const NephoDataset *dataset,
                                            guint               vendor,
                                            guint               segment);
void               nepho_edit_set_share    (NephoDataset       *dataset,
                                            guint               vendor,
                                            guint               segment,
                                            double              share,
                                            const char         *reason);
void               nepho_edit_forget       (NephoDataset       *dataset,
                                            const char         *prefix,
                                            const char         *suffix);
void               nepho_edit_move         (GPtrArray          *list,
                                            guint               from,
                                            guint               to);
gboolean           nepho_edit_check_move   (guint               from,
                                            int                 places,
                                            guint               length,
                                            const char         *name,
                                            GError            **error);
NephoDataset      *nepho_edit_finish       (NephoDataset       *dataset,
                                            GError            **error);

gboolean      nepho_edit_check_colour (guint                colour,
                                       GError             **error);

G_END_DECLS
