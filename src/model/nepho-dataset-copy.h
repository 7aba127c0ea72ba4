/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-dataset.h"

G_BEGIN_DECLS

NephoDataset *nepho_dataset_copy (const NephoDataset *dataset);

G_END_DECLS
