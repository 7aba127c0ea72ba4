/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The program, called as a reader calls it; NEPHO_CLI in the environment says where it is. */
typedef struct
{
  int   status;
  char *output;
  char *errors;
} NephoCall;

void      nepho_call         (NephoCall   *call,
                              const char  *arguments,
                              ...) G_GNUC_NULL_TERMINATED;
void      nepho_call_environ (NephoCall   *call,
                              char       **environment,
                              const char **arguments);
void      nepho_call_clear   (NephoCall   *call);
void      nepho_call_good    (NephoCall   *call);
void      nepho_call_bad     (NephoCall   *call,
                              int          status,
                              const char  *message);
JsonNode *nepho_call_json    (NephoCall   *call);

char     *nepho_call_write   (const char  *folder,
                              const char  *name,
                              const char  *content);

/* A call that must be refused: up to eight words, then a part of the message. */
typedef struct
{
  const char *words[9];
  const char *message;
} NephoBadCall;

void      nepho_call_refused (const NephoBadCall *calls,
                              guint               n_calls);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NephoCall, nepho_call_clear)

G_END_DECLS
