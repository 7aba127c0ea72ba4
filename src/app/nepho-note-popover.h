/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEPHO_TYPE_NOTE_POPOVER (nepho_note_popover_get_type ())

/* Where the words of an annotation are typed.
 *
 * Signal "accepted" (text): asks for these words; a handler calls nepho_note_popover_refuse() where they cannot be.
 * Signal "removed": asks that the annotation goes. */
G_DECLARE_FINAL_TYPE (NephoNotePopover, nepho_note_popover, NEPHO, NOTE_POPOVER, GtkPopover)

GtkWidget *nepho_note_popover_new    (const char       *place,
                                      const char       *told,
                                      const char       *text,
                                      gboolean          is_new);
void       nepho_note_popover_refuse (NephoNotePopover *self,
                                      const char       *message);

G_END_DECLS
