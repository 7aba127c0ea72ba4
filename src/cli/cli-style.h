/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-house-style.h"
#include "nepho-report.h"

G_BEGIN_DECLS

/* The options of how a house has its files look, which "chart", "report" and "export" share. */
typedef struct
{
  char            *theme_name;
  char            *path;    /* of a house style */
  char            *page;
  char            *parts;   /* of the report */
  char            *footer;
  char            *logo;

  NephoHouseStyle *house;   /* or NULL */
  NephoPlotTheme   theme;   /* with its colours */
  GBytes          *picture; /* of the logo, or NULL */
} NephoCliStyle;

GOptionGroup *nepho_cli_style_add    (NephoCliStyle        *self,
                                      GOptionGroup         *group,
                                      gboolean              report);
gboolean      nepho_cli_style_load   (NephoCliStyle        *self,
                                      NephoPictureOptions  *picture);
gboolean      nepho_cli_style_report (NephoCliStyle        *self,
                                      const NephoPlotTheme *theme,
                                      NephoReportStyle     *report);
void          nepho_cli_style_clear  (NephoCliStyle        *self);

G_END_DECLS
