/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Ids become parts of parameter ids, of file names and of command lines. */
static gboolean
is_id (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-");

  return length > 0 && length <= 48 && text[length] == '\0' && text[0] != '-';
}

/* "en", "zh_CN": a language and perhaps a country. */
static gboolean
is_language (const char *text)
{
  gsize width = strspn (text, "abcdefghijklmnopqrstuvwxyz");

  if (width < 2 || width > 3)
    return FALSE;

  return text[width] == '\0'
         || (text[width] == '_' && strlen (text) == width + 3 && g_ascii_isupper (text[width + 1])
             && g_ascii_isupper (text[width + 2]));
}

/**
 * nepho_dataset_reader_id:
 * @json: a file being read
 * @object: an object with the key "id"
 * @seen: (element-type utf8): the ids of the section so far; takes the new one
 *
 * Reads an id that is well formed and new.
 *
 * Returns: (transfer full): the id, or "" after a fault
 */
char *
nepho_dataset_reader_id (NephoJsonReader *json, JsonNode *object, GHashTable *seen)
{
  JsonNode *member = nepho_json_reader_member (json, object, "id");
  const char *id = nepho_json_reader_as_text (json, member);

  if (member != NULL && !nepho_json_reader_failed (json))
    {
      if (!is_id (id))
        nepho_json_reader_fail (json, member,
                                _("“%s” is no id; expected lower-case letters, digits and dashes"),
                                id);
      else if (!g_hash_table_add (seen, g_strdup (id)))
        nepho_json_reader_fail (json, member, _("“%s” stands here twice; ids must differ"),
                                id);
    }

  return g_strdup (nepho_json_reader_failed (json) ? "" : id);
}

/**
 * nepho_dataset_reader_source:
 * @self: a data set being read, its facts known
 * @object: an object
 * @key: the key under which a fact may be cited
 *
 * Returns: (transfer full) (nullable): id of a fact that exists; %NULL where none is cited
 */
char *
nepho_dataset_reader_source (NephoDatasetReader *self, JsonNode *object, const char *key)
{
  JsonNode *member = nepho_json_reader_optional (self->json, object, key);
  const char *id = nepho_json_reader_as_text (self->json, member);

  if (member == NULL || nepho_json_reader_failed (self->json))
    return NULL;

  if (!g_hash_table_contains (self->facts, id))
    {
      nepho_json_reader_fail (self->json, member,
                              _("fact “%s” is cited, but not among the facts"), id);
      return NULL;
    }

  return g_strdup (id);
}

/**
 * nepho_dataset_reader_texts:
 * @self: a data set being read
 * @node: (nullable): an object of language → text, "en" among them
 *
 * Returns: (transfer full): the text in its languages; empty after a fault
 */
NephoText *
nepho_dataset_reader_texts (NephoDatasetReader *self, JsonNode *node)
{
  g_autoptr (NephoText) texts = nepho_text_new ();
  JsonObjectIter iter;
  const char *language;
  JsonNode *member;

  if (nepho_json_reader_member (self->json, node, "en") == NULL)
    return g_steal_pointer (&texts);

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &language, &member))
    {
      const char *text = nepho_json_reader_as_text (self->json, member);

      if (!is_language (language))
        nepho_json_reader_fail (self->json, member,
                                _("“%s” is no language; expected one such as en or zh_CN"),
                                language);
      else if (*text == '\0')
        nepho_json_reader_fail (self->json, member, _("expected a text, found an empty one"));
      else
        nepho_text_set (texts, language, text);
    }

  return g_steal_pointer (&texts);
}

/**
 * nepho_dataset_reader_grade:
 * @json: a file being read
 * @object: an object
 * @key: the key of the grade
 * @required: whether it must be there
 *
 * Returns: the grade; %NEPHO_GRADE_REPORTED where it is missing
 */
NephoGrade
nepho_dataset_reader_grade (NephoJsonReader *json,
                            JsonNode *object,
                            const char *key,
                            gboolean required)
{
  JsonNode *member = required ? nepho_json_reader_member (json, object, key)
                              : nepho_json_reader_optional (json, object, key);
  const char *id = nepho_json_reader_as_text (json, member);
  NephoGrade grade = NEPHO_GRADE_REPORTED;

  if (member != NULL && !nepho_json_reader_failed (json) && !nepho_grade_from_id (id, &grade))
    nepho_json_reader_fail (json, member,
                            _("“%s” is no grade; expected reported, derived, estimated, "
                              "projected or rumoured"),
                            id);

  return grade;
}

/**
 * nepho_dataset_reader_positive:
 * @self: a data set being read
 * @object: an object
 * @key: the key of a figure of which only values above 0 make sense
 *
 * Returns: the figure; NAN where nobody knows it
 */
double
nepho_dataset_reader_positive (NephoDatasetReader *self, JsonNode *object, const char *key)
{
  double value = nepho_json_reader_number_or (self->json, object, key, NAN);

  if (value <= 0.0)
    nepho_json_reader_fail (self->json, nepho_json_reader_member (self->json, object, key),
                            _("expected a number above 0, found %g"), value);

  return value;
}

/**
 * nepho_dataset_reader_currency:
 * @self: a data set being read
 * @object: an object that may have the key "currency"
 *
 * Returns: (transfer full): "CNY" or "USD"; the first where it is missing
 */
char *
nepho_dataset_reader_currency (NephoDatasetReader *self, JsonNode *object)
{
  const char *currency = nepho_json_reader_text_or (self->json, object, "currency", "CNY");

  if (!nepho_json_reader_failed (self->json) && !g_str_equal (currency, "CNY")
      && !g_str_equal (currency, "USD"))
    nepho_json_reader_fail (self->json, nepho_json_reader_member (self->json, object, "currency"),
                            _("there is no currency “%s”; expected CNY or USD"), currency);

  return g_strdup (currency);
}
