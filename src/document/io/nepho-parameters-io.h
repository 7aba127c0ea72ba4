/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-event.h"

G_BEGIN_DECLS

gboolean  nepho_parameters_load      (const NephoParameterSet *set,
                                      const char              *path,
                                      double                  *values,
                                      NephoEvents            **events,
                                      GError                 **error);
gboolean  nepho_parameters_parse     (const NephoParameterSet *set,
                                      const char              *data,
                                      gsize                    length,
                                      const char              *name,
                                      double                  *values,
                                      NephoEvents            **events,
                                      GError                 **error);
gboolean  nepho_parameters_assign    (const NephoParameterSet *set,
                                      const char              *assignment,
                                      double                  *values,
                                      GError                 **error);
gboolean  nepho_parameters_choose    (const NephoParameterSet *set,
                                      const char              *choice,
                                      double                  *values,
                                      GError                 **error);
char     *nepho_parameters_unknown   (const NephoParameterSet *set,
                                      const char              *id);
char     *nepho_parameters_alternatives_to_json (const NephoParameterSet *set,
                                                 guint                    index);
char     *nepho_parameters_to_json   (const NephoParameterSet *set,
                                      const double            *values,
                                         const NephoEvents       *events,
                                      const NephoScenario     *scenario);

G_END_DECLS
