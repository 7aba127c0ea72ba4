/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-dataset.h"
#include "nepho-json-writer.h"

G_BEGIN_DECLS

void nepho_dataset_write              (NephoJsonWriter    *json,
                                       const char         *key,
                                       const NephoDataset *dataset,
                                       gboolean            whole);
void nepho_dataset_write_facts        (NephoJsonWriter    *json,
                                       const char         *key,
                                       const NephoDataset *dataset);

/* The sections: nepho-dataset-write-lists.c. */
void nepho_dataset_write_lists        (NephoJsonWriter    *json,
                                       const NephoDataset *dataset);
void nepho_dataset_write_observations (NephoJsonWriter    *json,
                                       const NephoDataset *dataset);

G_END_DECLS
