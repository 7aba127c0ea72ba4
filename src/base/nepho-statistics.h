/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The functions of statistics that are needed and that no library of the GNOME runtime has. */
double nepho_normal_cdf      (double x);
double nepho_normal_quantile (double probability);
double nepho_beta_cdf        (double x,
                              double alpha,
                              double beta,
                              double ln_beta);
double nepho_beta_quantile   (double probability,
                              double alpha,
                              double beta,
                              double ln_beta);

G_END_DECLS
