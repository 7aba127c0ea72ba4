/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-error.h"

G_DEFINE_QUARK (nepho-document-error-quark, nepho_document_error)
