/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A folder while files are written into it: they gather in a hidden folder inside, or beside it where it is new, and
 * take their places once all are there. Until then nothing of it is seen, and what goes wrong leaves no trace. */
typedef struct _NephoBundleFolder NephoBundleFolder;

NephoBundleFolder *nepho_bundle_folder_new    (const char         *path,
                                               GError            **error);
gboolean           nepho_bundle_folder_add    (NephoBundleFolder  *self,
                                               const char         *name,
                                               GBytes             *bytes,
                                               GError            **error);
gboolean           nepho_bundle_folder_commit (NephoBundleFolder  *self,
                                               GError            **error);
void               nepho_bundle_folder_free   (NephoBundleFolder  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoBundleFolder, nepho_bundle_folder_free)

G_END_DECLS
