/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NEPHO_APPLICATION_ID "io.github.nephoscope.Nephoscope"

#define NEPHO_TYPE_APPLICATION (nepho_application_get_type ())

/* nepho-session.h */
typedef struct _NephoSession NephoSession;

G_DECLARE_FINAL_TYPE (NephoApplication, nepho_application, NEPHO, APPLICATION, AdwApplication)

NephoApplication *nepho_application_new             (void);
NephoSession     *nepho_application_get_session     (NephoApplication *self);
GSettings        *nepho_application_get_settings    (NephoApplication *self);
void              nepho_application_choose_renderer (void);

G_END_DECLS
