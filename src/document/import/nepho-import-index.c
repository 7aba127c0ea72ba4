/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-import-private.h"

/* The same words in one form of writing: "alibaba  cloud " and "Alibaba Cloud", full width and half. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
  GString *words = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!g_unichar_isspace (character))
        g_string_append_unichar (words, character);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }

  return g_strchomp (g_string_free (words, FALSE));
}

/* A table has few different texts, each in many rows. */
static const char *
folded (NephoImportIndex *index, const char *text)
{
  const char *same = g_hash_table_lookup (index->folded, text);

  if (same == NULL)
    {
      char *fresh = fold (text);

      g_hash_table_insert (index->folded, g_strdup (text), fresh);
      same = fresh;
    }

  return same;
}

static char *
key_of (NephoImportIndex *index, const NephoFact *fact)
{
  return g_strjoin ("\n", folded (index, fact->subject), folded (index, fact->measure), folded (index, fact->definition),
                    folded (index, fact->geography), folded (index, fact->period), folded (index, fact->unit),
                    folded (index, fact->publisher), NULL);
}

/**
 * nepho_import_index_init:
 * @index: an index
 * @known: (nullable) (element-type NephoFact): the facts that the document has already; they must outlive the index
 */
void
nepho_import_index_init (NephoImportIndex *index, const GPtrArray *known)
{
  index->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  index->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index->spellings = g_hash_table_new (g_str_hash, g_str_equal);
  index->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  index->known = NULL;
  if (known == NULL)
    return;

  index->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < known->len; i++)
    {
      NephoFact *fact = g_ptr_array_index (known, i);

      g_hash_table_insert (index->known, key_of (index, fact), fact);
    }
}

/**
 * nepho_import_index_clear:
 * @index: an index
 */
void
nepho_import_index_clear (NephoImportIndex *index)
{
  g_hash_table_unref (index->groups);
  g_hash_table_unref (index->spellings);
  g_hash_table_unref (index->seen);
  g_hash_table_unref (index->folded);
  g_clear_pointer (&index->known, g_hash_table_unref);
}

/* One name written in two ways is one name, and rather a slip. */
static void
check_spelling (NephoImportIndex *index, NephoImportRow *row)
{
  const char *subject = folded (index, row->fact->subject);
  const NephoImportRow *first = g_hash_table_lookup (index->spellings, subject);
  g_autofree char *address = NULL;

  if (first == NULL)
    {
      g_hash_table_insert (index->spellings, (gpointer) subject, row);
      return;
    }
  if (g_str_equal (first->fact->subject, row->fact->subject))
    return;

  address = nepho_grid_address (first->row, first->column);
  /* Translators: a name, a cell such as "B7", the name as it is written there */
  nepho_import_flag (row, g_strdup_printf (_("“%s” is written “%s” for %s."), row->fact->subject, first->fact->subject,
                                           address));
}

static void
check_known (NephoImportIndex *index, const char *key, NephoImportRow *row)
{
  const NephoFact *fact = index->known != NULL ? g_hash_table_lookup (index->known, key) : NULL;

  if (fact == NULL)
    return;
  if (fabs (fact->value - row->fact->value) <= 1e-9 * fabs (fact->value))
    {
      row->known = TRUE;
      nepho_import_flag (row, g_strdup (_("The document has this figure already.")));
    }
  else
    nepho_import_flag (row, g_strdup_printf (_("The document says %.10g of the same."), fact->value));
}

/**
 * nepho_import_index_check:
 * @index: an index
 * @row: a figure without a fault
 *
 * The same thing said twice is noted, two different things of the same are a fault.
 */
void
nepho_import_index_check (NephoImportIndex *index, NephoImportRow *row)
{
  const NephoFact *fact = row->fact;
  g_autofree char *key = key_of (index, fact);
  const NephoImportRow *first = g_hash_table_lookup (index->seen, key);
  g_autofree char *address = NULL;

  check_spelling (index, row);
  check_known (index, key, row);
  if (first == NULL)
    {
      g_hash_table_insert (index->seen, g_steal_pointer (&key), row);
      return;
    }

  address = nepho_grid_address (first->row, first->column);
  if (first->fact->value != fact->value)
    nepho_import_fault (row, g_strdup_printf (_("%s says %.10g of the same, this %.10g"), address, first->fact->value,
                                              fact->value));
  else
    nepho_import_flag (row, g_strdup_printf (_("%s says the same."), address));
}
