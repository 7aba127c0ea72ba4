/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-dataset-edit-private.h"
#include "nepho-model-error.h"

#define MAX_NAME_LENGTH 120
#define MAX_ID_LENGTH 48

/* Returns: (transfer full) (nullable): the name as it may be shown, or NULL where it cannot be one */
char *
nepho_edit_name (const char *name, GError **error)
{
  g_autofree char *stripped = NULL;
  glong length;

  if (!g_utf8_validate (name, -1, NULL))
    {
      g_set_error_literal (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA, _("The name is not valid UTF-8"));
      return NULL;
    }

  stripped = g_strstrip (g_strdup (name));
  length = g_utf8_strlen (stripped, -1);
  for (const char *c = stripped; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      {
        g_set_error_literal (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                             _("The name has a line break or another control character; expected one line"));
        return NULL;
      }
  if (length < 1 || length > MAX_NAME_LENGTH)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                   _("The name has %ld characters; expected 1 to %d"), length, MAX_NAME_LENGTH);
      return NULL;
    }

  return g_steal_pointer (&stripped);
}

/* What of a name an id may consist of: "Cloud X (Asia)" becomes "cloud-x-asia". */
static char *
slug (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *out = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && out->len < MAX_ID_LENGTH - 8; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (out, g_ascii_tolower (*c));
    else if (out->len > 0 && out->str[out->len - 1] != '-')
      g_string_append_c (out, '-');
  while (out->len > 0 && out->str[out->len - 1] == '-')
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, FALSE);
}

/* Returns: (transfer full): an id made from a name, or from @fallback where the name has no letter that
 * an id may have; none of @taken */
char *
nepho_edit_id (const char *name, const char *fallback, GHashTable *taken)
{
  g_autofree char *base = slug (name);
  g_autofree char *id = NULL;

  if (*base == '\0')
    nepho_fact_set_text (&base, fallback);
  id = g_strdup (base);
  for (guint n = 2; g_hash_table_contains (taken, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", base, n);
    }

  return g_steal_pointer (&id);
}

int
nepho_edit_find_vendor (const NephoDataset *dataset, const char *id, GError **error)
{
  for (guint i = 0; i < dataset->vendors->len; i++)
    if (g_str_equal (nepho_dataset_vendor (dataset, i)->id, id))
      return (int) i;

  g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN, _("There is no vendor “%s” in this data set"),
               id);

  return -1;
}

int
nepho_edit_find_segment (const NephoDataset *dataset, const char *id, GError **error)
{
  for (guint s = 0; s < dataset->segments->len; s++)
    if (g_str_equal (nepho_dataset_segment (dataset, s)->id, id))
      return (int) s;

  g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN,
               _("There is no segment “%s” in this data set"), id);

  return -1;
}

/* Returns: (transfer none) (nullable): the data set's value of a parameter */
NephoDatasetValue *
nepho_edit_find_value (NephoDataset *dataset, const char *id)
{
  for (guint i = 0; i < dataset->values->len; i++)
    {
      NephoDatasetValue *value = g_ptr_array_index (dataset->values, i);

      if (g_str_equal (value->id, id))
        return value;
    }

  return NULL;
}

static char *
share_id (const NephoDataset *dataset, guint vendor, guint segment)
{
  return g_strdup_printf ("vendor.%s.share.%s", nepho_dataset_vendor (dataset, vendor)->id,
                          nepho_dataset_segment (dataset, segment)->id);
}

double
nepho_edit_get_share (const NephoDataset *dataset, guint vendor, guint segment)
{
  g_autofree char *id = share_id (dataset, vendor, segment);
  const NephoDatasetValue *value = nepho_edit_find_value ((NephoDataset *) dataset, id);

  return value != NULL ? value->value : 0.0;
}

/* What a publisher said is kept beside what takes its place. */
static void
keep_published (NephoDatasetValue *value)
{
  NephoAlternative *alternative;

  if (value->source == NULL)
    return;

  nepho_dataset_value_add_alternative (value, value->value, value->source);
  /* The one that stood first stays first. */
  alternative = g_ptr_array_steal_index (value->alternatives, value->alternatives->len - 1);
  g_ptr_array_insert (value->alternatives, 0, alternative);
  g_clear_pointer (&value->source, g_free);
}

/* Sets a share that no publisher gives. What is published of a named vendor stays as an alternative;
 * what is published of all the others is of other others, and goes. */
void
nepho_edit_set_share (NephoDataset *dataset, guint vendor, guint segment, double share, const char *reason)
{
  g_autofree char *id = share_id (dataset, vendor, segment);
  NephoDatasetValue *value = nepho_edit_find_value (dataset, id);

  if (value == NULL)
    {
      nepho_dataset_add_value (dataset, id, share, NULL, reason);
      return;
    }
  if (value->value == share)
    return;

  if (g_str_equal (nepho_dataset_vendor (dataset, vendor)->id, NEPHO_VENDOR_OTHERS))
    {
      g_ptr_array_set_size (value->alternatives, 0);
      g_clear_pointer (&value->source, g_free);
    }
  keep_published (value);
  value->value = share;
  nepho_fact_set_text (&value->reason, reason);
}

static gboolean
matches (const char *id, const char *prefix, const char *suffix)
{
  return g_str_has_prefix (id, prefix) && g_str_has_suffix (id, suffix);
}

/* Drops the values of all parameters whose ids begin and end so, from the data set and its scenarios. */
void
nepho_edit_forget (NephoDataset *dataset, const char *prefix, const char *suffix)
{
  for (guint i = dataset->values->len; i > 0; i--)
    {
      const NephoDatasetValue *value = g_ptr_array_index (dataset->values, i - 1);

      if (matches (value->id, prefix, suffix))
        g_ptr_array_remove_index (dataset->values, i - 1);
    }

  for (guint i = 0; i < dataset->scenarios->len; i++)
    {
      const NephoScenario *scenario = g_ptr_array_index (dataset->scenarios, i);
      GHashTableIter iter;
      gpointer id;

      g_hash_table_iter_init (&iter, scenario->values);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        if (matches (id, prefix, suffix))
          g_hash_table_iter_remove (&iter);
    }
}

void
nepho_edit_move (GPtrArray *list, guint from, guint to)
{
  gpointer item = g_ptr_array_steal_index (list, from);

  g_ptr_array_insert (list, (int) to, item);
}

gboolean
nepho_edit_check_move (guint from, int places, guint length, const char *name, GError **error)
{
  gint64 to = (gint64) from + places;

  if (to >= 0 && to < (gint64) length)
    return TRUE;

  if (to < 0)
    g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_RANGE, _("“%s” cannot move above the first place"),
                 name);
  else
    g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_RANGE, _("“%s” cannot move below the last place"),
                 name);

  return FALSE;
}

/* Takes an edited copy and gives it back where it holds together, its version marked as no longer that which
 * was published; frees it and fails where not. */
NephoDataset *
nepho_edit_finish (NephoDataset *dataset, GError **error)
{
  g_autoptr (NephoDataset) edited = dataset;

  if (!nepho_dataset_check (edited, error))
    return NULL;
  if (!nepho_dataset_is_edited (edited))
    {
      g_autofree char *version = g_strconcat (edited->version, NEPHO_DATASET_EDITED, NULL);

      nepho_fact_set_text (&edited->version, version);
    }

  return g_steal_pointer (&edited);
}
