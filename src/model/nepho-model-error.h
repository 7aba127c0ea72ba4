/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NEPHO_MODEL_ERROR (nepho_model_error_quark ())

typedef enum
{
  NEPHO_MODEL_ERROR_UNKNOWN, /* no such parameter, vendor, segment or scenario */
  NEPHO_MODEL_ERROR_RANGE,   /* a value outside its range */
  NEPHO_MODEL_ERROR_SHARES,  /* shares that cannot sum to one */
  NEPHO_MODEL_ERROR_EVENT,   /* an event that cannot be */
  NEPHO_MODEL_ERROR_DATA,    /* a data set that contradicts itself */
} NephoModelError;

GQuark nepho_model_error_quark (void);

G_END_DECLS
