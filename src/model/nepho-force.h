/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-parameter.h"

G_BEGIN_DECLS

/* What moves the market; each parameter belongs to one. */
typedef enum
{
  NEPHO_FORCE_PRICE,
  NEPHO_FORCE_AI,
  NEPHO_FORCE_BUNDLING,
  NEPHO_FORCE_SCALE,
  NEPHO_FORCE_DEMAND,
  NEPHO_FORCE_START, /* no force: where the vendors stand in the base quarter */
  NEPHO_N_FORCES
} NephoForce;

NephoForce  nepho_force_of   (const NephoParameterSpec *spec);
const char *nepho_force_id   (NephoForce                force);
const char *nepho_force_name (NephoForce                force);

G_END_DECLS
