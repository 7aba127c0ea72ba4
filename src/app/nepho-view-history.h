/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figures.h"

G_BEGIN_DECLS

/* What of a window's document is looked at. */
typedef struct
{
  NephoPages page;
  double     from, to; /* the stretch of time; NAN: everything */
  char      *isolated; /* id of the series that is shown alone; or NULL */
  char      *segment;  /* id of the segment that the page is about; or NULL: all, or none to choose */
  char      *vendor;   /* id of the vendor; or NULL likewise */
} NephoView;

NephoView *nepho_view_copy  (const NephoView *view);
void       nepho_view_clear (NephoView       *view);
void       nepho_view_free  (NephoView       *view);

/* Where the reader has looked, back and forward, apart from what they changed. */
typedef struct _NephoViewHistory NephoViewHistory;

NephoViewHistory *nepho_view_history_new         (void);
void              nepho_view_history_free        (NephoViewHistory       *self);
void              nepho_view_history_visit       (NephoViewHistory       *self,
                                                  const NephoView        *view,
                                                  gint64                  now);
gboolean          nepho_view_history_can_go      (const NephoViewHistory *self,
                                                  gboolean                forward);
const NephoView  *nepho_view_history_go          (NephoViewHistory       *self,
                                                  gboolean                forward);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NephoView, nepho_view_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoViewHistory, nepho_view_history_free)

G_END_DECLS
