/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void nepho_quantiles (const double *samples,
                      guint         n_samples,
                      const double *probabilities,
                      guint         n_probabilities,
                      double       *quantiles);

G_END_DECLS
