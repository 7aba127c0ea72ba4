/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-text.h"

G_BEGIN_DECLS

typedef enum
{
  NEPHO_SCENARIO_BUILT_IN, /* of a data set */
  NEPHO_SCENARIO_OWN,      /* the reader's */
  NEPHO_SCENARIO_SNAPSHOT, /* what one was at a moment, which follows nothing that may change */
} NephoScenarioKind;

/* Values that differ from those of a parent, with their story. Reference counted; never changed once it is
 * shared: nepho_scenario_copy() makes one that may be. */
typedef struct
{
  NephoScenarioKind kind;
  char       *id;      /* "price-war" */
  char       *parent;  /* id of the one whose values count where it has none; NULL: the data set's own */
  NephoText  *name;
  NephoText  *story;
  NephoText  *article; /* the article's argument it follows, or NULL */
  gint64      taken;   /* when a snapshot was taken, in seconds since 1970; 0: nobody says */
  GHashTable *values;  /* parameter id -> double* */
  GHashTable *paths;   /* parameter id -> GArray of NephoEvent, see nepho-scenario-paths.h */
  GHashTable *notes;   /* parameter id -> what the reader says of its value here */
} NephoScenario;

NephoScenario *nepho_scenario_new       (NephoScenarioKind    kind,
                                         const char          *id);
NephoScenario *nepho_scenario_ref       (const NephoScenario *scenario);
void           nepho_scenario_unref     (NephoScenario       *scenario);
NephoScenario *nepho_scenario_copy      (const NephoScenario *scenario);
gboolean       nepho_scenario_equal     (const NephoScenario *a,
                                         const NephoScenario *b);
void           nepho_scenario_set_value (NephoScenario       *scenario,
                                         const char          *parameter,
                                         double               value);
void           nepho_notes_set          (GHashTable          *notes,
                                         const char          *parameter,
                                         const char          *text);
gboolean       nepho_notes_equal        (GHashTable          *a,
                                         GHashTable          *b);
GHashTable    *nepho_notes_copy         (GHashTable          *notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoScenario, nepho_scenario_unref)

G_END_DECLS
