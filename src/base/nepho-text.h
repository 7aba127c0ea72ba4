/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text of a data file in several languages: "en" and, where known, "zh_CN", "zh_TW". */
typedef struct _NephoText NephoText;

NephoText  *nepho_text_new      (void);
NephoText  *nepho_text_copy     (const NephoText *text);
void        nepho_text_free     (NephoText       *text);
void        nepho_text_set      (NephoText       *text,
                                 const char      *language,
                                 const char      *value);
void        nepho_text_set_own  (NephoText       *text,
                                 const char      *value);
const char *nepho_text_get      (const NephoText *text);
const char *nepho_text_get_for  (const NephoText *text,
                                 const char      *language);
GList      *nepho_text_languages(const NephoText *text);
gboolean    nepho_text_equal    (const NephoText *a,
                                 const NephoText *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoText, nepho_text_free)

G_END_DECLS
