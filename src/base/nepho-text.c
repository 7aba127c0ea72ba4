/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-text.h"

struct _NephoText
{
  GHashTable *by_language;
};

/**
 * nepho_text_new:
 *
 * Returns: (transfer full): a text in no language yet
 */
NephoText *
nepho_text_new (void)
{
  NephoText *text = g_new0 (NephoText, 1);

  text->by_language = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return text;
}

/**
 * nepho_text_free:
 * @text: (transfer full) (nullable): a text
 */
void
nepho_text_free (NephoText *text)
{
  if (text == NULL)
    return;

  g_hash_table_unref (text->by_language);
  g_free (text);
}

/**
 * nepho_text_set:
 * @text: a text
 * @language: locale name without encoding: "en", "zh_CN", "zh_TW"
 * @value: what it says in that language, UTF-8
 */
void
nepho_text_set (NephoText *text, const char *language, const char *value)
{
  g_return_if_fail (text != NULL && language != NULL && value != NULL);

  g_hash_table_replace (text->by_language, g_strdup (language), g_strdup (value));
}

/**
 * nepho_text_get_for:
 * @text: a text
 * @language: locale name without encoding
 *
 * Returns: (nullable): what @text says in exactly that language
 */
const char *
nepho_text_get_for (const NephoText *text, const char *language)
{
  g_return_val_if_fail (text != NULL && language != NULL, NULL);

  return g_hash_table_lookup (text->by_language, language);
}

/**
 * nepho_text_get:
 * @text: a text
 *
 * Returns: what @text says in the first of the reader's languages that it knows, or in English, or ""
 */
const char *
nepho_text_get (const NephoText *text)
{
  const char *value;

  g_return_val_if_fail (text != NULL, "");

  for (const char * const *name = g_get_language_names (); *name != NULL; name++)
    if ((value = g_hash_table_lookup (text->by_language, *name)) != NULL)
      return value;

  value = g_hash_table_lookup (text->by_language, "en");

  return value != NULL ? value : "";
}
