/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-text.h"

#include <string.h>

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
 * nepho_text_copy:
 * @text: a text
 *
 * Returns: (transfer full): its like, in all its languages
 */
NephoText *
nepho_text_copy (const NephoText *text)
{
  NephoText *copy = nepho_text_new ();
  GHashTableIter iter;
  gpointer language;
  gpointer value;

  g_hash_table_iter_init (&iter, text->by_language);
  while (g_hash_table_iter_next (&iter, &language, &value))
    nepho_text_set (copy, language, value);

  return copy;
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
 * nepho_text_set_own:
 * @text: a text
 * @value: what the reader wants it to say, UTF-8
 *
 * Sets what the reader wrote: in the first of the reader's languages and in English, which is what
 * readers of all others see. What @text said before in any language is dropped.
 */
void
nepho_text_set_own (NephoText *text, const char *value)
{
  const char *language = g_get_language_names ()[0];
  g_autofree char *plain = g_strndup (language, strcspn (language, ".@"));

  g_hash_table_remove_all (text->by_language);
  nepho_text_set (text, "en", value);
  /* "C" is no language, and "en_GB" would hide "en" from nobody. */
  if (g_ascii_islower (plain[0]) && !g_str_has_prefix (plain, "en"))
    nepho_text_set (text, plain, value);
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

/* English is what all others are translated from. */
static int
compare_languages (gconstpointer a, gconstpointer b)
{
  if (g_str_equal (a, "en") || g_str_equal (b, "en"))
    return g_str_equal (b, "en") - g_str_equal (a, "en");

  return strcmp (a, b);
}

/**
 * nepho_text_languages:
 * @text: a text
 *
 * Returns: (transfer container) (element-type utf8): the languages that @text knows, English first, then by
 * name
 */
GList *
nepho_text_languages (const NephoText *text)
{
  return g_list_sort (g_hash_table_get_keys (text->by_language), compare_languages);
}

/**
 * nepho_text_equal:
 * @a: a text
 * @b: another
 *
 * Returns: whether they say the same in the same languages
 */
gboolean
nepho_text_equal (const NephoText *a, const NephoText *b)
{
  GHashTableIter iter;
  gpointer language;
  gpointer value;

  if (g_hash_table_size (a->by_language) != g_hash_table_size (b->by_language))
    return FALSE;

  g_hash_table_iter_init (&iter, a->by_language);
  while (g_hash_table_iter_next (&iter, &language, &value))
    if (g_strcmp0 (value, g_hash_table_lookup (b->by_language, language)) != 0)
      return FALSE;

  return TRUE;
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
