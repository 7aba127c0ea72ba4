/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NEPHO_BASE_ERROR (nepho_base_error_quark ())

typedef enum
{
  NEPHO_BASE_ERROR_SYNTAX,
  NEPHO_BASE_ERROR_UNIT,
  NEPHO_BASE_ERROR_RANGE,
} NephoBaseError;

GQuark nepho_base_error_quark (void);

G_END_DECLS
