/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/xmlreader.h>

#include "nepho-grid.h"

G_BEGIN_DECLS

/* The XML parts of a zipped document. */
typedef struct _NephoPackage NephoPackage;

NephoPackage    *nepho_package_open     (const char          *data,
                                         gsize                length,
                                         GError             **error);
void             nepho_package_free     (NephoPackage        *self);
gboolean         nepho_package_has      (const NephoPackage  *self,
                                         const char          *part);
xmlTextReaderPtr nepho_package_read     (const NephoPackage  *self,
                                         const char          *part,
                                         GError             **error);
int              nepho_package_next     (xmlTextReaderPtr     reader,
                                         const char          *part,
                                         GError             **error);
gboolean         nepho_package_is       (xmlTextReaderPtr     reader,
                                         const char          *name);
char            *nepho_package_get      (xmlTextReaderPtr     reader,
                                         const char          *attribute);
gboolean         nepho_package_text     (xmlTextReaderPtr     reader,
                                         const char          *part,
                                         GString             *text,
                                         GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoPackage, nepho_package_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextReader, xmlFreeTextReader)

G_END_DECLS
