/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-dataset-copy.h"

G_BEGIN_DECLS

/* Every function makes a changed copy and leaves the data set that it is given as it is; where it
 * refuses, it returns NULL with an error of NEPHO_MODEL_ERROR. */

/* Vendors: nepho-dataset-edit.c. */
NephoDataset    *nepho_dataset_edit_add_vendor     (const NephoDataset *dataset,
                                                    const char         *name,
                                                    double              share,
                                                    GError            **error);
NephoDataset    *nepho_dataset_edit_remove_vendor  (const NephoDataset *dataset,
                                                    const char         *vendor,
                                                    GError            **error);
NephoDataset    *nepho_dataset_edit_merge_vendor   (const NephoDataset *dataset,
                                                    const char         *vendor,
                                                    GError            **error);
NephoDataset    *nepho_dataset_edit_rename_vendor  (const NephoDataset *dataset,
                                                    const char         *vendor,
                                                    const char         *name,
                                                    GError            **error);
NephoDataset    *nepho_dataset_edit_colour_vendor  (const NephoDataset *dataset,
                                                    const char         *vendor,
                                                    guint               colour,
                                                    GError            **error);
NephoDataset    *nepho_dataset_edit_move_vendor    (const NephoDataset *dataset,
                                                    const char         *vendor,
                                                    int                 places,
                                                    GError            **error);

/* Segments: nepho-dataset-edit-segment.c. */
NephoDataset    *nepho_dataset_edit_add_segment    (const NephoDataset *dataset,
                                                    const char         *name,
                                                    double              yuan_billion_per_year,
                                                    GError            **error);
NephoDataset    *nepho_dataset_edit_remove_segment (const NephoDataset *dataset,
                                                    const char         *segment,
                                                    GError            **error);
NephoDataset    *nepho_dataset_edit_rename_segment (const NephoDataset *dataset,
                                                    const char         *segment,
                                                    const char         *name,
                                                    GError            **error);
NephoDataset    *nepho_dataset_edit_colour_segment (const NephoDataset *dataset,
                                                    const char         *segment,
                                                    guint               colour,
                                                    GError            **error);
NephoDataset    *nepho_dataset_edit_move_segment   (const NephoDataset *dataset,
                                                    const char         *segment,
                                                    int                 places,
                                                    GError            **error);

/* Facts: nepho-dataset-edit-fact.c. */
NephoDataset    *nepho_dataset_edit_add_facts      (const NephoDataset *dataset,
                                                    const GPtrArray    *facts,
                                                    GError            **error);
NephoDataset    *nepho_dataset_edit_replace_fact   (const NephoDataset *dataset,
                                                    const NephoFact    *edited,
                                                    GError            **error);
NephoDataset    *nepho_dataset_edit_remove_fact    (const NephoDataset *dataset,
                                                    const char         *id,
                                                    GError            **error);
const NephoFact *nepho_dataset_find_edited         (const NephoDataset *dataset,
                                                    const char         *id);

G_END_DECLS
