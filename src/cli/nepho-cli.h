/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "nepho-table.h"

G_BEGIN_DECLS

/* Exit statuses that scripts can rely on. */
typedef enum
{
  NEPHO_CLI_DONE   = 0,
  NEPHO_CLI_FAILED = 1, /* the call was right, the work failed: a file that cannot be written */
  NEPHO_CLI_WRONG  = 2, /* the call, or what it names, is wrong */
} NephoCliStatus;

typedef enum
{
  NEPHO_CLI_TEXT,
  NEPHO_CLI_JSON,
  NEPHO_CLI_CSV,
} NephoCliFormat;

/* A subcommand. */
typedef struct
{
  const char     *name;
  const char     *synopsis; /* what follows the options: "FIGURE", or NULL */
  const char     *summary;  /* translatable: one sentence */
  NephoCliStatus (*run) (char **arguments);
} NephoCliCommand;

/* One subcommand a file; arguments begin with the subcommand's name. */
NephoCliStatus nepho_cli_params (char **arguments);
NephoCliStatus nepho_cli_run    (char **arguments);
NephoCliStatus nepho_cli_montecarlo (char **arguments);
NephoCliStatus nepho_cli_train  (char **arguments);
NephoCliStatus nepho_cli_calc   (char **arguments);
NephoCliStatus nepho_cli_facts  (char **arguments);
NephoCliStatus nepho_cli_chart  (char **arguments);
NephoCliStatus nepho_cli_report (char **arguments);
NephoCliStatus nepho_cli_export (char **arguments);
NephoCliStatus nepho_cli_validate (char **arguments);
NephoCliStatus nepho_cli_import (char **arguments);
NephoCliStatus nepho_cli_convert (char **arguments);
NephoCliStatus nepho_cli_compare (char **arguments);
NephoCliStatus nepho_cli_diff    (char **arguments);
NephoCliStatus nepho_cli_scenarios (char **arguments);

const NephoCliCommand *nepho_cli_commands      (guint                *n_commands);
gboolean               nepho_cli_parse         (const char           *command,
                                                const GOptionEntry   *entries,
                                                GOptionGroup         *group,
                                                char               ***arguments,
                                                NephoCliStatus       *status);
gboolean               nepho_cli_no_more       (char                **arguments,
                                                guint                 n_expected);
gboolean               nepho_cli_parse_format  (const char           *text,
                                                NephoCliFormat       *format);
NephoCliStatus         nepho_cli_fail          (NephoCliStatus        status,
                                                const char           *format,
                                                ...) G_GNUC_PRINTF (2, 3);
NephoCliStatus         nepho_cli_print         (const char           *text);
NephoCliStatus         nepho_cli_print_version (void);
char                  *nepho_cli_columns       (const NephoTable     *table);
gboolean               nepho_cli_set_language  (char                **arguments);

G_END_DECLS
