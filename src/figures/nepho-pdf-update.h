/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is written behind a PDF to change it (ISO 32000-1, 7.5.6): objects, new ones and others in the place
 * of those of the same number, and a table of where they stand. The file itself stays as it is. */
typedef struct
{
  const char *data;     /* the file as it is; not owned */
  const char *end;
  guint       size;     /* the number of the next new object */
  char       *trailer;  /* what follows the size there */
  char       *previous; /* the place of the last table */
  GArray     *objects;
} NephoPdfUpdate;

gboolean    nepho_pdf_update_init   (NephoPdfUpdate   *self,
                                     const GByteArray *pdf);
void        nepho_pdf_update_clear  (NephoPdfUpdate   *self);
const char *nepho_pdf_update_find   (const NephoPdfUpdate *self,
                                     const char       *from,
                                     const char       *needle);
const char *nepho_pdf_update_last   (const NephoPdfUpdate *self,
                                     const char       *needle);
gboolean    nepho_pdf_update_number (const NephoPdfUpdate *self,
                                     const char       *body,
                                     guint            *number);
char       *nepho_pdf_update_body   (const NephoPdfUpdate *self,
                                     const char       *body);
void        nepho_pdf_update_add    (NephoPdfUpdate   *self,
                                     guint             number,
                                     GString          *body);
void        nepho_pdf_update_write  (const NephoPdfUpdate *self,
                                     GByteArray       *pdf);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NephoPdfUpdate, nepho_pdf_update_clear)

G_END_DECLS
