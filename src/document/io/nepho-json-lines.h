/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-json-reader.h"
#include "nepho-json-writer.h"

G_BEGIN_DECLS

/* Texts of several lines in files that are kept under version control: a line of the text is a line of the file. */
void  nepho_json_lines_write (NephoJsonWriter *json,
                              const char      *key,
                              const char      *text);
char *nepho_json_lines_read  (NephoJsonReader *json,
                              JsonNode        *object,
                              const char      *key);

G_END_DECLS
