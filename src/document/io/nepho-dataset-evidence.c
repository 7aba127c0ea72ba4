/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset-reader.h"

#include <glib/gi18n-lib.h>

#include "nepho-facts-io.h"

/* The facts that come with the program, behind the data set's own, which hide those of the same id. */
static void
take_bundled (NephoDatasetReader *self, JsonNode *place)
{
  g_autoptr (GError) error = NULL;
  const GPtrArray *bundled = nepho_facts_bundled (&error);

  if (bundled == NULL)
    {
      nepho_json_reader_fail (self->json, place, "%s", error->message);
      return;
    }

  for (guint i = 0; i < bundled->len; i++)
    {
      NephoFact *fact = g_ptr_array_index (bundled, i);

      if (g_hash_table_add (self->facts, g_strdup (fact->id)))
        nepho_dataset_take_fact (self->dataset, nepho_fact_ref (fact));
    }
}

/* The fact that came with the program and of which this is a copy; NULL where there is none. */
static NephoFact *
find_known (NephoDatasetReader *self, GHashTable *known, const NephoFact *fact)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (known, fact->id));
  NephoFact *original = place > 0 ? g_ptr_array_index (self->known, place - 1) : NULL;

  return original != NULL && nepho_fact_equal (original, fact) ? original : NULL;
}

static GHashTable *
places_of (const GPtrArray *facts)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    g_hash_table_insert (places, ((NephoFact *) g_ptr_array_index (facts, i))->id, GUINT_TO_POINTER (i + 1));

  return places;
}

/* Those that all data sets share are taken with the rest of them, in their order. */
static void
take_own (NephoDatasetReader *self, GHashTable *known, GHashTable *shared, NephoFact *fact)
{
  NephoFact *original = find_known (self, known, fact);

  if (original == NULL)
    {
      nepho_dataset_take_fact (self->dataset, fact);
      return;
    }

  if (g_hash_table_contains (shared, original->id))
    g_hash_table_remove (self->facts, original->id);
  else
    nepho_dataset_take_fact (self->dataset, nepho_fact_ref (original));
  nepho_fact_free (fact);
}

/**
 * nepho_dataset_reader_facts:
 * @self: a data set being read
 * @list: (nullable): the section
 *
 * Reads the data set's own published figures, adds those that come with the program, and notes the ids of
 * all in @self.
 */
void
nepho_dataset_reader_facts (NephoDatasetReader *self, JsonNode *list)
{
  guint length = nepho_json_reader_length (self->json, list, NEPHO_DATASET_MAX_FACTS);
  g_autoptr (GHashTable) known = places_of (self->known);
  g_autoptr (GHashTable) shared = places_of (self->known != NULL ? nepho_facts_bundled (NULL) : NULL);

  for (guint i = 0; nepho_json_reader_next (self->json) && i < length; i++)
    take_own (self, known, shared,
              nepho_fact_read (self->json, nepho_json_reader_element (self->json, list, i), self->facts, self->origin));
  if (!nepho_json_reader_failed (self->json))
    take_bundled (self, nepho_json_reader_root (self->json));
}

/* Behind the fact that it is an edited copy of, or at the end. */
static void
take_readers (NephoDatasetReader *self, JsonNode *node, GHashTable *places, GHashTable *replaced, NephoFact *fact)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, fact->replaces));

  if (*fact->replaces == '\0')
    {
      nepho_dataset_take_fact (self->dataset, fact);
      return;
    }

  if (place == 0)
    nepho_json_reader_fail (self->json, node, _("there is no fact “%s” that this one could replace"), fact->replaces);
  else if (!g_hash_table_insert (replaced, GUINT_TO_POINTER (place), nepho_fact_ref (fact)))
    nepho_json_reader_fail (self->json, node, _("fact “%s” is replaced twice"), fact->replaces);
  nepho_fact_free (fact);
}

/* All edited copies go in at once: each by itself would move a hundred thousand facts. */
static void
place_edited (NephoDatasetReader *self, GHashTable *replaced)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->dataset->facts);

  self->dataset->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_fact_free);
  for (guint i = 0; i < before->len; i++)
    {
      NephoFact *edited = g_hash_table_lookup (replaced, GUINT_TO_POINTER (i + 1));

      g_ptr_array_add (self->dataset->facts, nepho_fact_ref (g_ptr_array_index (before, i)));
      if (edited != NULL)
        g_ptr_array_add (self->dataset->facts, nepho_fact_ref (edited));
    }
}

/**
 * nepho_dataset_reader_readers:
 * @self: a data set being read, its facts known
 *
 * Reads the reader's facts, where a document has such, to where an edit of the data set puts them: an
 * edited copy behind its original, what was entered or imported at the end.
 */
void
nepho_dataset_reader_readers (NephoDatasetReader *self)
{
  guint length = nepho_json_reader_length (self->json, self->readers, NEPHO_DATASET_MAX_FACTS);
  g_autoptr (GHashTable) places = NULL;
  g_autoptr (GHashTable) replaced = NULL;

  if (length == 0 || nepho_json_reader_failed (self->json))
    return;

  places = places_of (self->dataset->facts);
  replaced = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) nepho_fact_free);
  for (guint i = 0; nepho_json_reader_next (self->json) && i < length; i++)
    {
      JsonNode *node = nepho_json_reader_element (self->json, self->readers, i);

      take_readers (self, node, places, replaced, nepho_fact_read (self->json, node, self->facts, NEPHO_ORIGIN_READER));
    }
  if (g_hash_table_size (replaced) > 0)
    place_edited (self, replaced);
}

/**
 * nepho_dataset_reader_rates:
 * @self: a data set being read, its facts known
 * @list: (nullable): the section
 *
 * Reads rates of exchange, the usual one first.
 */
void
nepho_dataset_reader_rates (NephoDatasetReader *self, JsonNode *list)
{
  static const char * const keys[] = { "cny_per_usd", "source", NULL };
  guint length = nepho_json_reader_length (self->json, list, NEPHO_DATASET_MAX_ROWS);

  for (guint i = 0; nepho_json_reader_next (self->json) && i < length; i++)
    {
      JsonNode *node = nepho_json_reader_element (self->json, list, i);
      g_autofree char *source = NULL;
      double rate;

      if (!nepho_json_reader_enter (self->json, node, keys))
        continue;

      nepho_json_reader_member (self->json, node, "cny_per_usd");
      nepho_json_reader_member (self->json, node, "source");
      rate = nepho_dataset_reader_positive (self, node, "cny_per_usd");
      source = nepho_dataset_reader_source (self, node, "source");
      if (nepho_json_reader_failed (self->json))
        continue;
      nepho_dataset_add_rate (self->dataset, rate, source);
    }
}

/* The series that observations may belong to; docs/data-format.md says what each holds. */
static char *
read_series (NephoDatasetReader *self, JsonNode *object)
{
  static const char * const known[]
    = { "share",           "share-iaas-paas",
        "share-canalys",   "share-canalys-revised",
        "share-gartner",   "size",
        "size-canalys",    "size-canalys-revised",
        "size-gartner",    "revenue",
        "revenue-company", "revenue-before-elimination",
        "ebita",           "ebita-restated",
        "operating-income", "ai-servers",
        NULL };
  const char *series = nepho_json_reader_text (self->json, object, "series");

  if (!nepho_json_reader_failed (self->json) && !g_strv_contains (known, series))
    {
      g_autofree char *list = g_strjoinv (", ", (char **) known);

      nepho_json_reader_fail (self->json, nepho_json_reader_member (self->json, object, "series"),
                              _("there is no series “%s”; expected one of %s"), series, list);
    }

  return g_strdup (series);
}

static NephoQuarter
read_quarter (NephoDatasetReader *self, JsonNode *object, const char *key)
{
  const char *text = nepho_json_reader_text (self->json, object, key);
  g_autoptr (GError) error = NULL;
  NephoQuarter quarter = 0;

  if (!nepho_json_reader_failed (self->json) && !nepho_quarter_parse (text, &quarter, &error))
    nepho_json_reader_fail (self->json, nepho_json_reader_member (self->json, object, key), "%s",
                            error->message);

  return quarter;
}

static char *
read_vendor (NephoDatasetReader *self, JsonNode *object)
{
  const char *id = nepho_json_reader_text_or (self->json, object, "vendor", "");

  for (guint i = 0; *id != '\0' && i < self->dataset->vendors->len; i++)
    if (g_str_equal (nepho_dataset_vendor (self->dataset, i)->id, id))
      return g_strdup (id);

  if (*id != '\0')
    nepho_json_reader_fail (self->json, nepho_json_reader_member (self->json, object, "vendor"),
                            _("there is no vendor “%s” in this data set"), id);

  return g_strdup ("");
}

static char *
read_segment (NephoDatasetReader *self, JsonNode *object)
{
  const char *id = nepho_json_reader_text_or (self->json, object, "segment", "");

  for (guint i = 0; *id != '\0' && i < self->dataset->segments->len; i++)
    if (g_str_equal (nepho_dataset_segment (self->dataset, i)->id, id))
      return g_strdup (id);

  if (*id != '\0')
    nepho_json_reader_fail (self->json, nepho_json_reader_member (self->json, object, "segment"),
                            _("there is no segment “%s” in this data set"), id);

  return g_strdup ("");
}

/**
 * nepho_dataset_reader_observations:
 * @self: a data set being read, its facts, segments and vendors known
 * @list: (nullable): the section
 *
 * Reads published history.
 */
void
nepho_dataset_reader_observations (NephoDatasetReader *self, JsonNode *list)
{
  static const char * const keys[]
    = { "series", "vendor", "segment", "first", "last", "value", "source", NULL };
  guint length = nepho_json_reader_length (self->json, list, NEPHO_DATASET_MAX_ROWS);

  for (guint i = 0; nepho_json_reader_next (self->json) && i < length; i++)
    {
      JsonNode *node = nepho_json_reader_element (self->json, list, i);
      NephoObservation *observation;

      if (!nepho_json_reader_enter (self->json, node, keys))
        continue;

      observation = nepho_dataset_add_observation (self->dataset);
      observation->series = read_series (self, node);
      observation->vendor = read_vendor (self, node);
      observation->segment = read_segment (self, node);
      observation->first = read_quarter (self, node, "first");
      observation->last = read_quarter (self, node, "last");
      observation->value = nepho_json_reader_number (self->json, node, "value");
      nepho_json_reader_member (self->json, node, "source");
      observation->source = nepho_dataset_reader_source (self, node, "source");

      if (observation->last < observation->first)
        nepho_json_reader_fail (self->json, node, _("the period ends before it begins"));
    }
}
