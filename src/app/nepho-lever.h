/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-document.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_LEVER (nepho_lever_get_type ())

/* One parameter to move: name, number entry with its unit, slider, reset, and where it is from.
 *
 * While the pointer holds the slider the action "levers.hold" of an ancestor is active. */
G_DECLARE_FINAL_TYPE (NephoLever, nepho_lever, NEPHO, LEVER, GtkWidget)

/* What a lever is called where it stands. */
typedef enum
{
  NEPHO_LEVER_NAME,   /* "Renewal rate": its section says of which segment */
  NEPHO_LEVER_TITLE,  /* "Renewal rate, IaaS" */
  NEPHO_LEVER_VENDOR, /* "Alibaba Cloud": its section says that these are shares */
} NephoLeverNaming;

GtkWidget  *nepho_lever_new           (NephoDocument    *document,
                                       guint             parameter,
                                       NephoLeverNaming  naming);
guint       nepho_lever_get_parameter (NephoLever       *self);
void        nepho_lever_set_parameter (NephoLever       *self,
                                       guint             parameter);
GtkWidget  *nepho_lever_get_scale     (NephoLever       *self);
GtkWidget  *nepho_lever_get_entry     (NephoLever       *self);
const char *nepho_lever_get_refusal   (NephoLever       *self);

G_END_DECLS
