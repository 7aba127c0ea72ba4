/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fact-search.h"

#include <string.h>

/**
 * nepho_fact_search_words:
 * @text: what the reader typed
 *
 * Returns: (transfer full): its words, folded, for #NephoFactSearch
 */
char **
nepho_fact_search_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/**
 * nepho_fact_search_text:
 * @fact: a fact
 *
 * Whoever searches many facts often keeps this text with each.
 *
 * Returns: (transfer full): all that can be searched in it, folded
 */
char *
nepho_fact_search_text (const NephoFact *fact)
{
  const char *parts[]
    = { fact->id,        fact->subject,   fact->measure, fact->definition, fact->geography,
        fact->period,    fact->qualifier, fact->unit,    nepho_grade_id (fact->grade),
        fact->publisher, fact->title,     fact->url,     fact->quote,      fact->note,      fact->licence,
        fact->published };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_string_append (text, parts[i]);
      g_string_append_c (text, '\n');
    }

  return g_utf8_casefold (text->str, (gssize) text->len);
}

/**
 * nepho_fact_search_matches:
 * @search: what is wanted
 * @fact: a fact
 * @text: its text as nepho_fact_search_text() made it
 *
 * Returns: whether the fact is among the wanted ones
 */
gboolean
nepho_fact_search_matches (const NephoFactSearch *search, const NephoFact *fact, const char *text)
{
  if (search->weak_only && !nepho_grade_is_weak (fact->grade))
    return FALSE;
  if (search->own_only && fact->origin != NEPHO_ORIGIN_READER)
    return FALSE;
  if (search->topic != NULL && !g_str_equal (search->topic, fact->topic))
    return FALSE;

  for (guint i = 0; search->words != NULL && search->words[i] != NULL; i++)
    if (strstr (text, search->words[i]) == NULL)
      return FALSE;

  return TRUE;
}
