/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a report is made of, in the order in which it stands there. */
typedef enum
{
  NEPHO_REPORT_COVER    = 1 << 0, /* title, data, what the reader says of it */
  NEPHO_REPORT_NUMBERS  = 1 << 1, /* headline numbers */
  NEPHO_REPORT_MESSAGES = 1 << 2, /* the finding of each chart */
  NEPHO_REPORT_CHANGES  = 1 << 3, /* what differs from the data set */
  NEPHO_REPORT_COMPARE  = 1 << 4, /* results beside the baseline's */
  NEPHO_REPORT_CHARTS   = 1 << 5,
  NEPHO_REPORT_METHOD   = 1 << 6,
  NEPHO_REPORT_SOURCES  = 1 << 7,
  NEPHO_REPORT_ALL      = (1 << 8) - 1,
} NephoReportParts;

typedef struct
{
  NephoReportParts  part;
  const char       *id;    /* "cover" */
  const char       *name;  /* translatable */
} NephoReportPart;

const NephoReportPart *nepho_report_part_list    (guint            *n_parts);
NephoReportParts       nepho_report_parts_parse  (const char       *text,
                                                  GError          **error);
char                  *nepho_report_parts_format (NephoReportParts  parts);

G_END_DECLS
