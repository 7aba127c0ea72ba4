/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figures.h"

/* What the gallery shows beside the figures of a data set. */
GPtrArray *nepho_gallery_samples  (void);
double    *nepho_gallery_scenario (const NephoParameterSet *parameters,
                                   const NephoDataset      *dataset,
                                   const char              *id);
