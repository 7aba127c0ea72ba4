/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-name.h"

#include <glib/gi18n-lib.h>

#include "nepho-model-error.h"

#define MAX_NAME_LENGTH 120
#define MAX_ID_LENGTH 48

/**
 * nepho_name_check:
 * @name: what a person called something
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the name as it may be shown, or %NULL with %NEPHO_MODEL_ERROR_DATA where
 * it cannot be one
 */
char *
nepho_name_check (const char *name, GError **error)
{
  g_autofree char *stripped = NULL;
  glong length;

  if (!g_utf8_validate (name, -1, NULL))
    {
      g_set_error_literal (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA, _("The name is not valid UTF-8"));
      return NULL;
    }

  stripped = g_strstrip (g_strdup (name));
  length = g_utf8_strlen (stripped, -1);
  for (const char *c = stripped; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      {
        g_set_error_literal (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                             _("The name has a line break or another control character; expected one line"));
        return NULL;
      }
  if (length < 1 || length > MAX_NAME_LENGTH)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                   _("The name has %ld characters; expected 1 to %d"), length, MAX_NAME_LENGTH);
      return NULL;
    }

  return g_steal_pointer (&stripped);
}

/* What of a name an id may consist of: "Cloud X (Asia)" becomes "cloud-x-asia". */
static char *
slug (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *out = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && out->len < MAX_ID_LENGTH - 8; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (out, g_ascii_tolower (*c));
    else if (out->len > 0 && out->str[out->len - 1] != '-')
      g_string_append_c (out, '-');
  while (out->len > 0 && out->str[out->len - 1] == '-')
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, FALSE);
}

/**
 * nepho_name_to_id:
 * @name: a name
 * @fallback: an id
 * @taken: (element-type utf8 any): ids that it must not be
 *
 * Returns: (transfer full): an id made from the name, or from @fallback where the name has no letter that an
 * id may have
 */
char *
nepho_name_to_id (const char *name, const char *fallback, GHashTable *taken)
{
  g_autofree char *base = slug (name);
  g_autofree char *id = NULL;

  if (*base == '\0')
    {
      g_free (base);
      base = g_strdup (fallback);
    }
  id = g_strdup (base);
  for (guint n = 2; g_hash_table_contains (taken, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", base, n);
    }

  return g_steal_pointer (&id);
}
