/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-model-error.h"

G_DEFINE_QUARK (nepho-model-error-quark, nepho_model_error)
