/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-bands.h"

G_BEGIN_DECLS

char *nepho_bands_to_json (const NephoDataset *dataset,
                           const char         *scenario,
                           const NephoResults *results,
                           const NephoBands   *bands);

G_END_DECLS
