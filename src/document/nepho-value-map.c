/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-value-map.h"

/* What values become in an edited data set. */
typedef struct
{
  const NephoParameterSet *old_set;
  const NephoParameterSet *new_set;
  const double            *old_values;
  const gboolean          *old_locked;
  double                  *values;
} Mapping;

static int
old_index (const Mapping *map, guint k)
{
  return nepho_parameter_set_find (map->old_set, nepho_parameter_set_get (map->new_set, k)->id);
}

/* What stood at its default follows the default; what the reader set, or took from another publisher,
 * stays. */
static void
map_one (const Mapping *map, guint k)
{
  int old = old_index (map, k);

  if (old < 0 || map->old_values[old] == nepho_parameter_set_get (map->old_set, (guint) old)->initial)
    map->values[k] = nepho_parameter_set_get (map->new_set, k)->initial;
  else
    map->values[k] = map->old_values[old];
}

static guint
share_at (const NephoParameterSet *set, guint vendor, guint segment)
{
  return nepho_parameter_set_index (set, "share", (int) vendor, (int) segment);
}

static guint
n_vendors (const NephoParameterSet *set)
{
  return nepho_parameter_set_dataset (set)->vendors->len;
}

/* The segment's place in the old data set where the reader changed a share of it; otherwise -1. */
static int
changed_segment (const Mapping *map, guint segment)
{
  const NephoDataset *old = nepho_parameter_set_dataset (map->old_set);
  const char *id = nepho_dataset_segment (nepho_parameter_set_dataset (map->new_set), segment)->id;

  for (guint s = 0; s < old->segments->len; s++)
    if (g_str_equal (nepho_dataset_segment (old, s)->id, id))
      for (guint i = 0; i < n_vendors (map->old_set); i++)
        {
          guint k = share_at (map->old_set, i, s);

          if (map->old_values[k] != nepho_parameter_set_get (map->old_set, k)->initial)
            return (int) s;
        }

  return -1;
}

/* Gives what is missing to Others, or takes from them what is too much; FALSE where they have not enough. */
static gboolean
balance_by_others (const Mapping *map, guint segment, double missing)
{
  for (guint i = 0; i < n_vendors (map->new_set); i++)
    {
      guint k = share_at (map->new_set, i, segment);
      int old = old_index (map, k);
      double share = map->values[k] + missing;

      if (!g_str_equal (nepho_dataset_vendor (nepho_parameter_set_dataset (map->new_set), i)->id, NEPHO_VENDOR_OTHERS))
        continue;
      if ((old >= 0 && map->old_locked[old]) || share < 0.0 || share > 1.0)
        return FALSE;
      map->values[k] = share;
      return TRUE;
    }

  return FALSE;
}

/* Scales those that are free to move, or all where that is not enough. */
static void
balance_by_scaling (const Mapping *map, guint segment)
{
  double held = 0.0;
  double loose = 0.0;

  for (guint i = 0; i < n_vendors (map->new_set); i++)
    {
      guint k = share_at (map->new_set, i, segment);
      int old = old_index (map, k);

      if (old < 0 || map->old_locked[old])
        held += map->values[k];
      else
        loose += map->values[k];
    }

  for (guint i = 0; i < n_vendors (map->new_set); i++)
    {
      guint k = share_at (map->new_set, i, segment);
      int old = old_index (map, k);

      if (loose > 0.0 && held <= 1.0)
        map->values[k] *= old < 0 || map->old_locked[old] ? 1.0 : (1.0 - held) / loose;
      else if (held + loose > 0.0)
        map->values[k] /= held + loose;
      else
        map->values[k] = nepho_parameter_set_get (map->new_set, k)->initial;
      map->values[k] = MIN (map->values[k], 1.0);
    }
}

/* Shares that the reader changed stay as they are, as far as those who came and went let them. */
static void
map_shares (const Mapping *map, guint segment)
{
  int old_segment = changed_segment (map, segment);
  gboolean same_vendors = n_vendors (map->old_set) == n_vendors (map->new_set);
  double sum = 0.0;

  if (old_segment < 0)
    return;

  for (guint i = 0; i < n_vendors (map->new_set); i++)
    {
      guint k = share_at (map->new_set, i, segment);
      int old = old_index (map, k);

      same_vendors = same_vendors && old >= 0;
      if (old >= 0)
        map->values[k] = map->old_values[old];
      sum += map->values[k];
    }
  if (!same_vendors && !balance_by_others (map, segment, 1.0 - sum))
    balance_by_scaling (map, segment);
}

/**
 * nepho_value_map:
 * @old_set: the parameters of a data set
 * @new_set: those of an edited copy of it
 * @old_values: the value of each of @old_set
 * @old_locked: by parameter of @old_set, whether its share must stay
 *
 * Carries values over by the ids of their parameters: what was set stays, what stood at its default follows the
 * default. Where shares were set, what a removed vendor leaves goes to the vendor "others" and what an added one takes
 * comes from there, as long as that is possible; otherwise the rest makes room in proportion.
 *
 * Returns: (transfer full): the value of each of @new_set
 */
double *
nepho_value_map (const NephoParameterSet *old_set,
                 const NephoParameterSet *new_set,
                 const double *old_values,
                 const gboolean *old_locked)
{
  guint size = nepho_parameter_set_size (new_set);
  Mapping map = { old_set, new_set, old_values, old_locked, g_new (double, size) };

  for (guint k = 0; k < size; k++)
    map_one (&map, k);
  for (guint s = 0; s < nepho_parameter_set_dataset (new_set)->segments->len; s++)
    map_shares (&map, s);

  return map.values;
}
