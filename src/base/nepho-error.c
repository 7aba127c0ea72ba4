/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-error.h"

G_DEFINE_QUARK (nepho-base-error-quark, nepho_base_error)
