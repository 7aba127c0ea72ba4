/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-lever.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_LEVER_SECTION (nepho_lever_section_get_type ())

/* The levers of one group under a heading that opens and closes. Where a group has the same levers
 * for each segment or vendor, one of them is chosen and the others are out of the way. */
G_DECLARE_FINAL_TYPE (NephoLeverSection, nepho_lever_section, NEPHO, LEVER_SECTION, GtkWidget)

GtkWidget  *nepho_lever_section_new          (NephoDocument     *document,
                                              NephoGroup         group);
NephoGroup  nepho_lever_section_get_group    (NephoLeverSection *self);
void        nepho_lever_section_set_expanded (NephoLeverSection *self,
                                              gboolean           expanded);
gboolean    nepho_lever_section_get_expanded (NephoLeverSection *self);
NephoLever *nepho_lever_section_find_lever   (NephoLeverSection *self,
                                              guint              parameter);

G_END_DECLS
