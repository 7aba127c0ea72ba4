/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document.h"
#include "nepho-json-writer.h"

G_BEGIN_DECLS

/* A parameter that follows another path on the one side than on the other. */
typedef struct
{
  char      *id;
  char      *title;
  char      *words[2]; /* what happens to it, in the reader's language; "—" for nothing */
  GPtrArray *typed[2]; /* its events as --event takes them behind the id and the equals sign */
} NephoCliPath;

GPtrArray *nepho_cli_paths_new   (NephoDocument       *before,
                                  NephoDocument       *after);
void       nepho_cli_paths_write (const GPtrArray     *paths,
                                  NephoJsonWriter     *json);
char      *nepho_cli_path_typed  (const NephoCliPath  *path,
                                  guint                side);

G_END_DECLS
