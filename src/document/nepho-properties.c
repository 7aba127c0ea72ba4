/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-properties.h"

/* Returns: (transfer full): nothing said, the usual seed */
NephoProperties *
nepho_properties_new (void)
{
  NephoProperties *properties = g_new0 (NephoProperties, 1);

  properties->title = g_strdup ("");
  properties->description = g_strdup ("");
  properties->notes = g_strdup ("");
  properties->seed = NEPHO_DEFAULT_SEED;

  return properties;
}

NephoProperties *
nepho_properties_copy (const NephoProperties *properties)
{
  NephoProperties *copy = g_new0 (NephoProperties, 1);

  copy->title = g_strdup (properties->title);
  copy->description = g_strdup (properties->description);
  copy->notes = g_strdup (properties->notes);
  copy->seed = properties->seed;

  return copy;
}

void
nepho_properties_free (NephoProperties *properties)
{
  if (properties == NULL)
    return;

  g_free (properties->title);
  g_free (properties->description);
  g_free (properties->notes);
  g_free (properties);
}

gboolean
nepho_properties_equal (const NephoProperties *a, const NephoProperties *b)
{
  return g_str_equal (a->title, b->title) && g_str_equal (a->description, b->description)
         && g_str_equal (a->notes, b->notes) && a->seed == b->seed;
}
