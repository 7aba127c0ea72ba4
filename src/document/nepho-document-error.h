/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NEPHO_DOCUMENT_ERROR (nepho_document_error_quark ())

typedef enum
{
  NEPHO_DOCUMENT_ERROR_READ,    /* the file cannot be read */
  NEPHO_DOCUMENT_ERROR_SYNTAX,  /* not JSON: the message says line and column */
  NEPHO_DOCUMENT_ERROR_CONTENT, /* JSON, but not what was expected: the message says line and path */
  NEPHO_DOCUMENT_ERROR_WRITE,   /* the file cannot be written */
  NEPHO_DOCUMENT_ERROR_CHANGED, /* somebody else wrote the file since it was read */
} NephoDocumentError;

GQuark           nepho_document_error_quark      (void);
GError          *nepho_document_error_new_faults (GPtrArray    *faults);
const GPtrArray *nepho_document_error_faults     (const GError *error);

G_END_DECLS
