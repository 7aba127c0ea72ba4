/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEPHO_TYPE_NOTE_VIEW (nepho_note_view_get_type ())

/* Some lines of text that the reader writes. It has no undo of its own: that is the document's.
 *
 * Signal "edited" (text): what stands in it after the reader changed something. */
G_DECLARE_FINAL_TYPE (NephoNoteView, nepho_note_view, NEPHO, NOTE_VIEW, GtkWidget)

GtkWidget *nepho_note_view_new         (const char    *name,
                                        const char    *placeholder);
void       nepho_note_view_set_text    (NephoNoteView *self,
                                        const char    *text);
char      *nepho_note_view_get_text    (NephoNoteView *self);
GtkWidget *nepho_note_view_get_view    (NephoNoteView *self);
void       nepho_note_view_set_refusal (NephoNoteView *self,
                                        const char    *message);

G_END_DECLS
