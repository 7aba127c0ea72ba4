/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-dataset-edit-private.h"
#include "nepho-model-error.h"

#define REASON_REMOVED N_("Its source was one of the reader’s facts, which was removed")

static GHashTable *
fact_ids (const NephoDataset *dataset)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < dataset->facts->len; i++)
    g_hash_table_add (ids, g_strdup (((NephoFact *) g_ptr_array_index (dataset->facts, i))->id));

  return ids;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\n\r\f\v")] == '\0';
}

/* What every fact must say: a figure without a source is none. */
static gboolean
check_fact (const NephoFact *fact, guint row, GError **error)
{
  const char *fault = NULL;

  if (!isfinite (fact->value))
    fault = _("its value is no number");
  else if (is_blank (fact->subject))
    fault = _("it does not say what it is about");
  else if (is_blank (fact->measure))
    fault = _("it does not say what was measured");
  else if (is_blank (fact->unit))
    fault = _("it names no unit");
  else if (is_blank (fact->publisher))
    fault = _("it names no publisher; a source is needed");
  else if (is_blank (fact->title))
    fault = _("it names no title; a source is needed");
  else if (*fact->published != '\0' && !nepho_fact_is_date (fact->published))
    fault = _("its date of publication is none; expected one such as 2023-04-26, 2023-04 or 2023");
  if (fault == NULL)
    return TRUE;

  if (*fact->subject == '\0')
    /* Translators: number of a fact in a list, what is wrong with it */
    g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA, _("Fact %u: %s"), row, fault);
  else
    /* Translators: number of a fact in a list, subject of the fact, what is wrong with it */
    g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA, _("Fact %u (%s): %s"), row, fact->subject, fault);

  return FALSE;
}

static gboolean
check_count (guint n, GError **error)
{
  if (n <= NEPHO_DATASET_MAX_FACTS)
    return TRUE;

  g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
               _("A data set has at most %u facts; there would be %u"), NEPHO_DATASET_MAX_FACTS, n);

  return FALSE;
}

/* Takes one more fact under an id of its own: that which it has, or the next number. */
static gboolean
take_new_fact (NephoDataset *dataset, const NephoFact *fact, guint row, GHashTable *ids, guint *next, GError **error)
{
  g_autoptr (NephoFact) copy = nepho_fact_copy (fact);

  if (!check_fact (copy, row, error))
    return FALSE;

  while (*copy->id == '\0')
    {
      g_autofree char *id = g_strdup_printf ("own-%u", (*next)++);

      if (!g_hash_table_contains (ids, id))
        nepho_fact_set_text (&copy->id, id);
    }
  if (!g_hash_table_add (ids, g_strdup (copy->id)))
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                   _("Fact %u (%s): there is a fact “%s” already; ids must differ"), row, copy->subject, copy->id);
      return FALSE;
    }

  copy->origin = NEPHO_ORIGIN_READER;
  nepho_dataset_take_fact (dataset, g_steal_pointer (&copy));

  return TRUE;
}

/**
 * nepho_dataset_edit_add_facts:
 * @dataset: a data set
 * @facts: (element-type NephoFact): facts, such as an import found them; one whose id is "" is given one
 * @error: return location for an error
 *
 * Adds copies of all of @facts as the reader's, or none.
 *
 * Returns: (transfer full) (nullable): the changed copy, or %NULL with %NEPHO_MODEL_ERROR_DATA
 */
NephoDataset *
nepho_dataset_edit_add_facts (const NephoDataset *dataset, const GPtrArray *facts, GError **error)
{
  g_autoptr (NephoDataset) copy = NULL;
  g_autoptr (GHashTable) ids = NULL;
  guint next = 1;

  if (!check_count (dataset->facts->len + facts->len, error))
    return NULL;

  copy = nepho_dataset_copy (dataset);
  ids = fact_ids (copy);
  for (guint i = 0; i < facts->len; i++)
    if (!take_new_fact (copy, g_ptr_array_index (facts, i), i + 1, ids, &next, error))
      return NULL;

  return nepho_edit_finish (g_steal_pointer (&copy), error);
}

static int
find_fact (const NephoDataset *dataset, const char *id)
{
  for (guint i = 0; i < dataset->facts->len; i++)
    if (g_str_equal (((NephoFact *) g_ptr_array_index (dataset->facts, i))->id, id))
      return (int) i;

  return -1;
}

static void
set_unknown (GError **error, const char *id)
{
  g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN, _("There is no fact “%s” in this data set"), id);
}

/**
 * nepho_dataset_find_edited:
 * @dataset: a data set
 * @id: id of a fact
 *
 * Returns: (transfer none) (nullable): the reader's edited copy of that fact
 */
const NephoFact *
nepho_dataset_find_edited (const NephoDataset *dataset, const char *id)
{
  for (guint i = 0; i < dataset->facts->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (dataset->facts, i);

      if (g_str_equal (fact->replaces, id))
        return fact;
    }

  return NULL;
}

/* What a parameter would be by the edited copy, where its value is the fact's figure, as it stands or as
 * a percentage; NAN where it was computed in another way. */
static double
follow_edit (double value, const NephoFact *original, const NephoFact *edited)
{
  double scale = g_str_equal (original->unit, "%") ? 0.01 : 1.0;

  if (!g_str_equal (original->unit, edited->unit) || fabs (value - original->value * scale) > 1e-9 * fabs (value))
    return NAN;

  return edited->value * scale;
}

static void
drop_alternatives (NephoDatasetValue *value, const char *source)
{
  for (guint k = value->alternatives->len; k > 0; k--)
    if (g_str_equal (((NephoAlternative *) g_ptr_array_index (value->alternatives, k - 1))->source, source))
      g_ptr_array_remove_index (value->alternatives, k - 1);
}

/* Offers the edited figure wherever the original one is a parameter's value. */
static void
offer_edited (NephoDataset *dataset, const NephoFact *original, const NephoFact *edited)
{
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);

  for (guint i = 0; i < dataset->values->len; i++)
    {
      NephoDatasetValue *value = g_ptr_array_index (dataset->values, i);
      int parameter = nepho_parameter_set_find (set, value->id);
      double by_edit = follow_edit (value->value, original, edited);

      drop_alternatives (value, edited->id);
      if (g_strcmp0 (value->source, original->id) == 0 && isfinite (by_edit) && by_edit != value->value
          && parameter >= 0 && nepho_parameter_set_check (set, (guint) parameter, by_edit, NULL))
        nepho_dataset_value_add_alternative (value, by_edit, edited->id);
    }
}

static char *
edited_id (const NephoDataset *dataset, const char *original)
{
  g_autoptr (GHashTable) ids = fact_ids (dataset);
  g_autofree char *base = g_strconcat (original, "-edited", NULL);

  return nepho_name_to_id (base, "edited", ids);
}

/* The copy stands beside its original. */
static void
put_edited (NephoDataset *dataset, NephoFact *fact, int at)
{
  const NephoFact *before = nepho_dataset_find_edited (dataset, fact->replaces);

  if (before != NULL)
    {
      nepho_fact_set_text (&fact->id, before->id);
      at = find_fact (dataset, before->id);
      g_ptr_array_remove_index (dataset->facts, (guint) at);
    }
  else
    {
      g_autofree char *id = edited_id (dataset, fact->replaces);

      nepho_fact_set_text (&fact->id, id);
      at++;
    }
  g_ptr_array_insert (dataset->facts, at, fact);
}

/* Where the reader edits a fact of their own, there is no original to keep. */
static NephoDataset *
replace_own (const NephoDataset *dataset, const NephoFact *edited, guint at, GError **error)
{
  NephoDataset *copy = nepho_dataset_copy (dataset);
  const NephoFact *before = g_ptr_array_index (dataset->facts, at);
  const NephoFact *original = *before->replaces != '\0' ? nepho_dataset_find_fact (dataset, before->replaces) : NULL;
  NephoFact *fact = nepho_fact_copy (edited);

  nepho_fact_set_text (&fact->replaces, before->replaces);
  fact->origin = NEPHO_ORIGIN_READER;
  g_ptr_array_remove_index (copy->facts, at);
  g_ptr_array_insert (copy->facts, (int) at, fact);
  if (original != NULL)
    offer_edited (copy, original, fact);

  return nepho_edit_finish (copy, error);
}

/**
 * nepho_dataset_edit_replace_fact:
 * @dataset: a data set
 * @edited: a fact as the reader wants it, with the id of the fact that was edited
 * @error: return location for an error
 *
 * Puts an edited fact beside its original, which stays as it was published: the copy has an id of its
 * own, the reader's origin, and names the original in its field "replaces". Where a parameter's value is
 * the original's figure, that of the copy becomes one of its alternatives. A fact of the reader's own is
 * changed in its place.
 *
 * Returns: (transfer full) (nullable): the changed copy, or %NULL with %NEPHO_MODEL_ERROR_UNKNOWN or
 * %NEPHO_MODEL_ERROR_DATA
 */
NephoDataset *
nepho_dataset_edit_replace_fact (const NephoDataset *dataset, const NephoFact *edited, GError **error)
{
  int at = find_fact (dataset, edited->id);
  const NephoFact *original;
  NephoDataset *copy;
  NephoFact *fact;

  if (at < 0)
    {
      set_unknown (error, edited->id);
      return NULL;
    }
  if (!check_fact (edited, (guint) at + 1, error) || !check_count (dataset->facts->len + 1, error))
    return NULL;

  original = g_ptr_array_index (dataset->facts, at);
  if (original->origin == NEPHO_ORIGIN_READER)
    return replace_own (dataset, edited, (guint) at, error);

  copy = nepho_dataset_copy (dataset);
  fact = nepho_fact_copy (edited);
  nepho_fact_set_text (&fact->replaces, original->id);
  fact->origin = NEPHO_ORIGIN_READER;
  put_edited (copy, fact, at);
  offer_edited (copy, original, fact);

  return nepho_edit_finish (copy, error);
}

static gboolean
is_gone (const char *gone, const char *source)
{
  return g_strcmp0 (source, gone) == 0;
}

/* What rests on a fact that is gone becomes an assumption, or goes with it. */
static void
forget_source (NephoDataset *dataset, const char *gone)
{
  for (guint i = 0; i < dataset->values->len; i++)
    {
      NephoDatasetValue *value = g_ptr_array_index (dataset->values, i);

      for (guint k = value->alternatives->len; k > 0; k--)
        if (is_gone (gone, ((NephoAlternative *) g_ptr_array_index (value->alternatives, k - 1))->source))
          g_ptr_array_remove_index (value->alternatives, k - 1);
      if (!is_gone (gone, value->source))
        continue;
      g_clear_pointer (&value->source, g_free);
      nepho_fact_set_text (&value->reason, REASON_REMOVED);
    }

  for (guint i = dataset->observations->len; i > 0; i--)
    if (is_gone (gone, ((NephoObservation *) g_ptr_array_index (dataset->observations, i - 1))->source))
      g_ptr_array_remove_index (dataset->observations, i - 1);
  for (guint i = dataset->rates->len; i > 0; i--)
    if (is_gone (gone, ((NephoExchangeRate *) g_ptr_array_index (dataset->rates, i - 1))->source))
      g_ptr_array_remove_index (dataset->rates, i - 1);
  for (guint i = 0; i < dataset->vendors->len; i++)
    {
      NephoVendor *vendor = g_ptr_array_index (dataset->vendors, i);

      if (is_gone (gone, vendor->source))
        g_clear_pointer (&vendor->source, g_free);
    }
}

/**
 * nepho_dataset_edit_remove_fact:
 * @dataset: a data set
 * @id: id of a fact of the reader's: imported, entered or an edited copy
 * @error: return location for an error
 *
 * Removes it. Values that cite it become assumptions; history and rates of exchange that cite it go too.
 * What came with the program or with the data set stays.
 *
 * Returns: (transfer full) (nullable): the changed copy, or %NULL with %NEPHO_MODEL_ERROR_UNKNOWN or
 * %NEPHO_MODEL_ERROR_DATA
 */
NephoDataset *
nepho_dataset_edit_remove_fact (const NephoDataset *dataset, const char *id, GError **error)
{
  g_autoptr (NephoDataset) copy = NULL;
  int at = find_fact (dataset, id);

  if (at < 0)
    {
      set_unknown (error, id);
      return NULL;
    }
  if (((NephoFact *) g_ptr_array_index (dataset->facts, at))->origin != NEPHO_ORIGIN_READER)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                   _("Fact “%s” is not your own; only what you imported, entered or changed can be removed"), id);
      return NULL;
    }

  copy = nepho_dataset_copy (dataset);
  g_ptr_array_remove_index (copy->facts, (guint) at);
  forget_source (copy, id);

  return nepho_edit_finish (g_steal_pointer (&copy), error);
}
