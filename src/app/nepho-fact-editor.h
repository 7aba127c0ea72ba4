/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nepho-document.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_FACT_EDITOR (nepho_fact_editor_get_type ())

/* A window in which one figure is entered, or a copy of one is changed: what was published stays. */
G_DECLARE_FINAL_TYPE (NephoFactEditor, nepho_fact_editor, NEPHO, FACT_EDITOR, AdwWindow)

GtkWidget  *nepho_fact_editor_new      (NephoDocument   *document,
                                        const NephoFact *fact,
                                        GtkWindow       *parent);
gboolean    nepho_fact_editor_save     (NephoFactEditor *self);
const char *nepho_fact_editor_get_fault(NephoFactEditor *self);

G_END_DECLS
