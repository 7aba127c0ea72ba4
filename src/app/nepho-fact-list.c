/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fact-list.h"

#include <math.h>
#include <string.h>

#include "nepho-fact-item.h"

/* A fact with what it is found and sorted by. */
typedef struct
{
  const NephoFact *fact;
  char            *text;       /* for the search; made when first wanted */
  guint            rank;       /* of its text in the order at work; 0: only numbers count */
  double           numbers[2];
} Entry;

/* A text that many facts share, with what compares faster than it. */
typedef struct
{
  const char *text;
  char       *key;
} Spelling;

struct _NephoFactList
{
  GObject          parent_instance;

  NephoDataset    *dataset;
  GArray          *entries;    /* Entry: every fact */
  GArray          *sorted;     /* guint: all of them in the order at work */
  GArray          *rows;       /* guint: those shown, in their order */
  NephoFactSearch  search;
  char            *topic;
  NephoFactColumn  column;
  gboolean         descending;
};

static void nepho_fact_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NephoFactList, nepho_fact_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, nepho_fact_list_model_init))

static Entry *
entry_at (NephoFactList *self, guint index)
{
  return &g_array_index (self->entries, Entry, index);
}

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->text);
}

static GType
get_item_type (GListModel *model)
{
  return NEPHO_TYPE_FACT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return NEPHO_FACT_LIST (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  NephoFactList *self = NEPHO_FACT_LIST (model);
  const NephoFact *fact = nepho_fact_list_get_fact (self, position);

  return fact != NULL ? nepho_fact_item_new (self->dataset, fact) : NULL;
}

static void
nepho_fact_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static const char *
text_of (const NephoFact *fact, NephoFactColumn column)
{
  switch (column)
    {
    case NEPHO_FACT_SUBJECT:
      return fact->subject;
    case NEPHO_FACT_MEASURE:
      return fact->measure;
    case NEPHO_FACT_PUBLISHED:
      return fact->unit;
    case NEPHO_FACT_PUBLISHER:
      return fact->publisher;
    case NEPHO_FACT_PLACE:
      return fact->geography;
    case NEPHO_FACT_PERIOD:
    case NEPHO_FACT_GRADE:
    case NEPHO_FACT_UNSORTED:
    default:
      return NULL;
    }
}

/* What is no number stands last. */
static double
ordered (double value)
{
  return isnan (value) ? HUGE_VAL : value;
}

static void
spelling_clear (gpointer data)
{
  g_free (((Spelling *) data)->key);
}

static int
compare_spellings (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Spelling *) a)->key, ((const Spelling *) b)->key);
}

/* Each text that occurs, once, in the order of the reader's language. */
static GArray *
collect_spellings (NephoFactList *self, GHashTable *ranks)
{
  GArray *spellings = g_array_new (FALSE, FALSE, sizeof (Spelling));

  g_array_set_clear_func (spellings, spelling_clear);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Spelling spelling = { .text = text_of (entry_at (self, i)->fact, self->column) };

      if (!g_hash_table_add (ranks, (gpointer) spelling.text))
        continue;
      spelling.key = g_utf8_collate_key (spelling.text, -1);
      g_array_append_val (spellings, spelling);
    }
  g_array_sort (spellings, compare_spellings);

  return spellings;
}

/* Gives each fact the rank of its text: a hundred thousand facts share few texts, and ranks compare at
 * once. Texts that are written differently and collate alike have one rank. */
static void
rank_texts (NephoFactList *self)
{
  g_autoptr (GHashTable) ranks = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) spellings = NULL;
  guint rank = 0;

  if (self->column == NEPHO_FACT_UNSORTED || self->entries->len == 0
      || text_of (entry_at (self, 0)->fact, self->column) == NULL)
    return;

  spellings = collect_spellings (self, ranks);
  for (guint i = 0; i < spellings->len; i++)
    {
      const Spelling *spelling = &g_array_index (spellings, Spelling, i);

      if (i == 0 || compare_spellings (spelling - 1, spelling) != 0)
        rank++;
      g_hash_table_insert (ranks, (gpointer) spelling->text, GUINT_TO_POINTER (rank));
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = entry_at (self, i);

      entry->rank = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, text_of (entry->fact, self->column)));
    }
}

static void
prepare (Entry *entry, NephoFactColumn column)
{
  const NephoFact *fact = entry->fact;

  entry->rank = 0;
  entry->numbers[0] = 0.0;
  entry->numbers[1] = 0.0;
  if (column == NEPHO_FACT_PERIOD)
    {
      entry->numbers[0] = ordered (fact->begin);
      entry->numbers[1] = ordered (fact->end);
    }
  else if (column == NEPHO_FACT_PUBLISHED)
    entry->numbers[0] = ordered (fact->value);
  else if (column == NEPHO_FACT_GRADE)
    entry->numbers[0] = fact->grade;
}

static int
compare_entries (const Entry *a, const Entry *b)
{
  int order = (a->rank > b->rank) - (a->rank < b->rank);

  for (guint i = 0; i < G_N_ELEMENTS (a->numbers) && order == 0; i++)
    order = (a->numbers[i] > b->numbers[i]) - (a->numbers[i] < b->numbers[i]);

  return order;
}

/* Equal ones keep the order of the data set. */
static int
compare_rows_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  NephoFactList *self = data;
  guint i = *(const guint *) a;
  guint k = *(const guint *) b;
  int order = compare_entries (entry_at (self, i), entry_at (self, k));

  if (order != 0)
    return self->descending ? -order : order;

  return (i > k) - (i < k);
}

static gboolean
is_wanted (NephoFactList *self, Entry *entry)
{
  gboolean by_text = self->search.words != NULL && *self->search.words != NULL;

  if (by_text && entry->text == NULL)
    entry->text = nepho_fact_search_text (entry->fact);

  return nepho_fact_search_matches (&self->search, entry->fact, by_text ? entry->text : "");
}

static void
update (NephoFactList *self)
{
  guint n_before = self->rows->len;

  /* In two steps: rows that come while others go are each compared with all that go. */
  g_array_set_size (self->rows, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);
  for (guint i = 0; i < self->sorted->len; i++)
    {
      guint index = g_array_index (self->sorted, guint, i);

      if (is_wanted (self, entry_at (self, index)))
        g_array_append_val (self->rows, index);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->rows->len);
}

static void
nepho_fact_list_finalize (GObject *object)
{
  NephoFactList *self = NEPHO_FACT_LIST (object);

  g_clear_pointer (&self->dataset, nepho_dataset_unref);
  g_array_unref (self->entries);
  g_array_unref (self->sorted);
  g_array_unref (self->rows);
  g_strfreev (self->search.words);
  g_free (self->topic);

  G_OBJECT_CLASS (nepho_fact_list_parent_class)->finalize (object);
}

static void
nepho_fact_list_class_init (NephoFactListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nepho_fact_list_finalize;
}

static void
nepho_fact_list_init (NephoFactList *self)
{
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->sorted = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->column = NEPHO_FACT_UNSORTED;
}

/**
 * nepho_fact_list_new:
 *
 * Returns: (transfer full): a list without facts
 */
NephoFactList *
nepho_fact_list_new (void)
{
  return g_object_new (NEPHO_TYPE_FACT_LIST, NULL);
}

/* Puts all facts in the order at work, so that a search only has to pick from them. */
static void
sort_all (NephoFactList *self)
{
  g_array_set_size (self->sorted, self->entries->len);
  for (guint i = 0; i < self->entries->len; i++)
    {
      prepare (entry_at (self, i), self->column);
      g_array_index (self->sorted, guint, i) = i;
    }
  rank_texts (self);
  if (self->column != NEPHO_FACT_UNSORTED)
    g_array_sort_with_data (self->sorted, compare_rows_cb, self);
}

/* Edited data sets hold the same facts unless it was a fact that was edited. */
static gboolean
has_same_facts (const NephoDataset *a, const NephoDataset *b)
{
  return a->facts->len == b->facts->len
         && (a->facts->len == 0 || memcmp (a->facts->pdata, b->facts->pdata, a->facts->len * sizeof (gpointer)) == 0);
}

/**
 * nepho_fact_list_set_dataset:
 * @self: a list
 * @dataset: a data set
 *
 * Takes all facts that the data set may cite. Nothing moves where they are those that it has.
 */
void
nepho_fact_list_set_dataset (NephoFactList *self, NephoDataset *dataset)
{
  gboolean same;

  g_return_if_fail (NEPHO_IS_FACT_LIST (self));

  same = self->dataset != NULL && has_same_facts (self->dataset, dataset);
  nepho_dataset_ref (dataset);
  g_clear_pointer (&self->dataset, nepho_dataset_unref);
  self->dataset = dataset;
  if (same)
    return;

  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < dataset->facts->len; i++)
    {
      Entry entry = { .fact = g_ptr_array_index (dataset->facts, i) };

      g_array_append_val (self->entries, entry);
    }
  sort_all (self);
  update (self);
}

/**
 * nepho_fact_list_set_search:
 * @self: a list
 * @search: which facts are wanted; it is copied
 */
void
nepho_fact_list_set_search (NephoFactList *self, const NephoFactSearch *search)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *topic = NULL;

  g_return_if_fail (NEPHO_IS_FACT_LIST (self));

  words = self->search.words;
  topic = self->topic;
  self->topic = g_strdup (search->topic);
  self->search = *search;
  self->search.words = g_strdupv (search->words);
  self->search.topic = self->topic;
  update (self);
}

/**
 * nepho_fact_list_set_order:
 * @self: a list
 * @column: what to sort by, or %NEPHO_FACT_UNSORTED: as the data set has them
 * @descending: whether the largest comes first
 */
void
nepho_fact_list_set_order (NephoFactList *self, NephoFactColumn column, gboolean descending)
{
  g_return_if_fail (NEPHO_IS_FACT_LIST (self));

  if (column == self->column && descending == self->descending)
    return;

  self->descending = descending;
  self->column = column;
  sort_all (self);
  update (self);
}

/**
 * nepho_fact_list_get_n_facts:
 * @self: a list
 *
 * Returns: number of facts, wanted or not
 */
guint
nepho_fact_list_get_n_facts (NephoFactList *self)
{
  g_return_val_if_fail (NEPHO_IS_FACT_LIST (self), 0);

  return self->entries->len;
}

/**
 * nepho_fact_list_get_fact:
 * @self: a list
 * @row: a row, from 0
 *
 * Returns: (transfer none) (nullable): the fact in it
 */
const NephoFact *
nepho_fact_list_get_fact (NephoFactList *self, guint row)
{
  g_return_val_if_fail (NEPHO_IS_FACT_LIST (self), NULL);

  if (row >= self->rows->len)
    return NULL;

  return entry_at (self, g_array_index (self->rows, guint, row))->fact;
}

/**
 * nepho_fact_list_find:
 * @self: a list
 * @fact_id: id of a fact
 * @row: (out): where it stands
 *
 * Returns: whether it is among the rows
 */
gboolean
nepho_fact_list_find (NephoFactList *self, const char *fact_id, guint *row)
{
  g_return_val_if_fail (NEPHO_IS_FACT_LIST (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (nepho_fact_list_get_fact (self, i)->id, fact_id))
      {
        *row = i;
        return TRUE;
      }

  return FALSE;
}
