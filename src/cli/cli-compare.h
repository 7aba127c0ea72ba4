/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-comparison.h"
#include "nepho-cli.h"

G_BEGIN_DECLS

NephoComparison *nepho_cli_comparison_new (NephoDocument *document,
                                           char         **ids,
                                           const char    *prefix);

G_END_DECLS
