/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NEPHO_DEFAULT_SEED 1u

/* What the reader says of a document, and what chance is drawn with. Texts are never NULL. */
typedef struct
{
  char    *title;       /* one line; "" for the scenario's name */
  char    *description; /* one line */
  char    *notes;       /* any number of lines */
  guint32  seed;        /* of the random numbers */
} NephoProperties;

NephoProperties *nepho_properties_new   (void);
NephoProperties *nepho_properties_copy  (const NephoProperties *properties);
void             nepho_properties_free  (NephoProperties       *properties);
gboolean         nepho_properties_equal (const NephoProperties *a,
                                         const NephoProperties *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoProperties, nepho_properties_free)

G_END_DECLS
