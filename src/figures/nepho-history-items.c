/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-history-items.h"

#include "nepho-history-choice.h"

static void
item_clear (gpointer data)
{
  NephoHistoryItem *item = data;

  g_free (item->publisher);
  g_free (item->group);
}

static NephoHistoryItem *
item_at (const GArray *items, guint index)
{
  return &g_array_index (items, NephoHistoryItem, index);
}

/* Whether there is any history of the chosen kind; else the choice is about other figures. */
static gboolean
knows_group (const NephoDataset *dataset, const char *family, const char *segment, const char *group)
{
  for (guint i = 0; i < dataset->observations->len; i++)
    {
      const NephoObservation *observation = g_ptr_array_index (dataset->observations, i);
      g_autofree char *own = NULL;

      if (!nepho_history_is_about (family, observation, segment))
        continue;
      own = nepho_history_group_id (family, observation, nepho_dataset_find_fact (dataset, observation->source));
      if (g_str_equal (own, group))
        return TRUE;
    }

  return FALSE;
}

/* What the reader's choice means for figures of this family: one of the three, or a group's id. */
static const char *
resolve (const NephoFigureContext *context, const char *family, const char *segment)
{
  const char *choice = context->history;

  if (choice == NULL || g_str_equal (choice, NEPHO_HISTORY_USUAL))
    return NEPHO_HISTORY_USUAL;
  if (g_str_equal (choice, NEPHO_HISTORY_ALL) || g_str_equal (choice, NEPHO_HISTORY_NONE))
    return choice;

  return knows_group (nepho_frame_dataset (context), family, segment, choice) ? choice : NEPHO_HISTORY_USUAL;
}

/* A share is as of its period's end. What was earned over a period is shown at its middle, as a
 * yearly rate: its middle quarter begins where the half-year's or year's mean stands. */
static void
place_item (NephoHistoryItem *item, gboolean annual)
{
  const NephoObservation *observation = item->observation;

  item->x = nepho_quarter_year (observation->last);
  item->y = observation->value;
  if (annual)
    {
      item->x = 0.5 * (nepho_quarter_year (observation->first) + item->x);
      item->y *= 4.0 / (observation->last - observation->first + 1);
    }
}

/* Where the definition that is usually shown has no more figures, others go on; before that they would
 * only stand in its way. */
static gboolean
goes_on (const NephoDataset *dataset, const NephoHistory *history, const NephoObservation *observation)
{
  NephoQuarter end = G_MAXINT;

  if (!nepho_history_is_share (history->family))
    return FALSE;

  for (guint i = 0; i < dataset->observations->len; i++)
    {
      const NephoObservation *other = g_ptr_array_index (dataset->observations, i);

      if (nepho_history_is_usual (history->family, other) && g_str_equal (other->segment, history->segment))
        end = end == G_MAXINT ? other->last : MAX (end, other->last);
    }

  return observation->first > end;
}

static gboolean
is_chosen (const NephoDataset *dataset, const NephoHistory *history, const char *choice, const NephoHistoryItem *item)
{
  if (g_str_equal (choice, NEPHO_HISTORY_USUAL))
    return nepho_history_is_usual (history->family, item->observation)
           || goes_on (dataset, history, item->observation);

  return g_str_equal (choice, NEPHO_HISTORY_ALL) || g_str_equal (choice, item->group);
}

static GArray *
collect (const NephoDataset *dataset, const NephoHistory *history, const char *choice)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (NephoHistoryItem));

  g_array_set_clear_func (items, item_clear);
  for (guint i = 0; i < dataset->observations->len; i++)
    {
      const NephoObservation *observation = g_ptr_array_index (dataset->observations, i);
      NephoHistoryItem item = { .observation = observation, .run = -1 };

      if (!g_str_equal (observation->vendor, history->vendor)
          || !nepho_history_is_about (history->family, observation, history->segment))
        continue;
      item.fact = nepho_dataset_find_fact (dataset, observation->source);
      item.group = nepho_history_group_id (history->family, observation, item.fact);
      if (!is_chosen (dataset, history, choice, &item))
        {
          g_free (item.group);
          continue;
        }
      item.publisher = nepho_history_publisher (item.fact);
      place_item (&item, history->annual);
      g_array_append_val (items, item);
    }

  return items;
}

static guint
count_group (const GArray *items, const char *group)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (item_at (items, i)->group, group))
      n++;

  return n;
}

/* The group with the most figures among those not taken yet; of equals the one that comes first. */
static const char *
largest_group (const GArray *items, GHashTable *taken)
{
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const char *group = item_at (items, i)->group;
      guint n = g_hash_table_contains (taken, group) ? 0 : count_group (items, group);

      if (n > most)
        {
          most = n;
          best = group;
        }
    }

  return best;
}

/* What a group says before, after or between those who say more, from their first to their last. */
static void
hear_group (GArray *items, const char *group, GArray *spans)
{
  NephoQuarter span[2] = { G_MAXINT, G_MININT };

  for (guint i = 0; i < items->len; i++)
    {
      NephoHistoryItem *item = item_at (items, i);
      const NephoObservation *observation = item->observation;

      if (!g_str_equal (item->group, group))
        continue;
      item->heard = TRUE;
      for (guint k = 0; k + 1 < spans->len; k += 2)
        if (observation->last >= g_array_index (spans, NephoQuarter, k)
            && observation->first <= g_array_index (spans, NephoQuarter, k + 1))
          item->heard = FALSE;
      if (!item->heard)
        continue;
      span[0] = MIN (span[0], observation->first);
      span[1] = MAX (span[1], observation->last);
    }
  if (span[0] <= span[1])
    g_array_append_vals (spans, span, 2);
}

/* Where publishers disagree on a period, the one who says most is heard, and the others are not. */
static void
keep_usual (GArray *items)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (NephoQuarter));
  const char *group;

  while ((group = largest_group (items, taken)) != NULL)
    {
      g_hash_table_add (taken, (gpointer) group);
      hear_group (items, group, spans);
    }
  g_hash_table_remove_all (taken);
  for (guint i = items->len; i > 0; i--)
    if (!item_at (items, i - 1)->heard)
      g_array_remove_index (items, i - 1);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const NephoObservation *left = ((const NephoHistoryItem *) a)->observation;
  const NephoObservation *right = ((const NephoHistoryItem *) b)->observation;

  if (left->last != right->last)
    return left->last < right->last ? -1 : 1;

  return (left->first > right->first) - (left->first < right->first);
}

/**
 * nepho_history_items:
 * @context: what is shown
 * @history: whose history
 *
 * Returns: (transfer full) (element-type NephoHistoryItem): the published figures that the reader
 *   chose, by time
 */
GArray *
nepho_history_items (const NephoFigureContext *context, const NephoHistory *history)
{
  const char *choice = resolve (context, history->family, history->segment);
  GArray *items = collect (nepho_frame_dataset (context), history, choice);

  if (g_str_equal (choice, NEPHO_HISTORY_USUAL))
    keep_usual (items);
  g_array_sort (items, compare_items);

  return items;
}

static NephoQuarter
length_of (const NephoHistoryItem *item)
{
  return item->observation->last - item->observation->first + 1;
}

/**
 * nepho_history_items_alike:
 * @a: a published figure
 * @b: another of the same thing
 *
 * Returns: whether publisher, definition and length of period are the same, so that a line may join them
 */
gboolean
nepho_history_items_alike (const NephoHistoryItem *a, const NephoHistoryItem *b)
{
  const char *measure_a = a->fact != NULL ? a->fact->measure : "";
  const char *measure_b = b->fact != NULL ? b->fact->measure : "";

  return length_of (a) == length_of (b) && g_str_equal (a->group, b->group) && g_str_equal (measure_a, measure_b);
}

/**
 * nepho_history_items_successive:
 * @before: a published figure
 * @after: a later one that is alike
 *
 * Returns: whether they do not overlap, and at most one figure of that length is missing between them
 */
gboolean
nepho_history_items_successive (const NephoHistoryItem *before, const NephoHistoryItem *after)
{
  NephoQuarter missing = after->observation->first - before->observation->last - 1;

  return missing >= 0 && missing <= length_of (after);
}

/**
 * nepho_history_reference:
 * @context: what is shown
 * @history: whose history
 * @item: a published figure
 * @reference: (out): where it is to be compared with; it borrows from @item and the data set
 *
 * Finds the first figure that is alike @item and reaches the base quarter, whether it is drawn or not.
 *
 * Returns: whether there is one before @item
 */
gboolean
nepho_history_reference (const NephoFigureContext *context,
                         const NephoHistory *history,
                         const NephoHistoryItem *item,
                         NephoHistoryItem *reference)
{
  const NephoDataset *dataset = nepho_frame_dataset (context);
  g_autoptr (GArray) items = collect (dataset, history, item->group);
  gboolean found = FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const NephoHistoryItem *other = item_at (items, i);

      if (other->observation->last < dataset->base_quarter || other->observation->last >= item->observation->last
          || !nepho_history_items_alike (other, item)
          || (found && other->observation->last >= reference->observation->last))
        continue;
      *reference = *other;
      reference->group = item->group;
      reference->publisher = item->publisher;
      found = TRUE;
    }

  return found;
}
