/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document.h"

G_BEGIN_DECLS

/* The program's own edition of a document's data set, where it is another than the document's. */

NephoDataset *nepho_document_find_edition    (NephoDocument  *self);
GPtrArray    *nepho_document_compare_edition (NephoDocument  *self,
                                              NephoDataset   *edition,
                                              guint          *n_results,
                                              GError        **error);
gboolean      nepho_document_adopt_dataset   (NephoDocument  *self,
                                              NephoDataset   *edition,
                                              GError        **error);

G_END_DECLS
