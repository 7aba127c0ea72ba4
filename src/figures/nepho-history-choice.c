/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-history-choice.h"

#include <string.h>

#define DERIVED_PREFIX "Computed from "

/* The family in which observations of another definition cover no segment of their own, but may be
 * looked at beside one. */
#define SHARES "share"

/* Where what is drawn as usual has two names: before and after the publisher's segments changed. */
static const struct
{
  const char *family;
  const char *series;
} also_usual[] = { { "ebita", "ebita-restated" } };

/**
 * nepho_history_publisher:
 * @fact: (nullable): a fact
 *
 * Returns: (transfer full): who published it, without "via", "computed by" and the like
 */
char *
nepho_history_publisher (const NephoFact *fact)
{
  static const char * const ends[] = { " (", " via ", ", ", " citing " };
  const char *name = fact != NULL ? fact->publisher : "";
  gsize length;

  while (g_str_has_prefix (name, DERIVED_PREFIX))
    name += strlen (DERIVED_PREFIX);
  length = strlen (name);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *end = strstr (name, ends[i]);

      if (end != NULL && end > name)
        length = MIN (length, (gsize) (end - name));
    }

  return g_strndup (name, length);
}

/* "Synergy Research Group" → "synergy-research-group"; other scripts stay as they are. */
static void
append_slug (GString *out, const char *text)
{
  gboolean gap = out->len > 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (!g_ascii_isalnum (*c) && (guchar) *c < 0x80)
        {
          gap = out->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (out, '-');
      gap = FALSE;
      g_string_append_c (out, g_ascii_tolower (*c));
    }
}

/* What follows the family's name: "" for the usual series, "canalys" of "share-canalys"; NULL where the
 * observation is of another family. */
static const char *
suffix_of (const char *family, const NephoObservation *observation)
{
  gsize length = strlen (family);

  if (!g_str_has_prefix (observation->series, family))
    return NULL;
  if (observation->series[length] == '\0')
    return "";

  return observation->series[length] == '-' ? observation->series + length + 1 : NULL;
}

/**
 * nepho_history_is_usual:
 * @family: "share", "size" …
 * @observation: one of that family
 *
 * Returns: whether it is drawn where nobody chose
 */
gboolean
nepho_history_is_usual (const char *family, const NephoObservation *observation)
{
  if (g_str_equal (observation->series, family))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (also_usual); i++)
    if (g_str_equal (also_usual[i].family, family) && g_str_equal (also_usual[i].series, observation->series))
      return TRUE;

  return FALSE;
}

/**
 * nepho_history_is_share:
 * @family: "share", "size" …
 *
 * Returns: whether figures in one definition may be looked at beside a projection in another
 */
gboolean
nepho_history_is_share (const char *family)
{
  return g_str_equal (family, SHARES);
}

/**
 * nepho_history_is_about:
 * @family: "share", "size" …
 * @observation: an observation
 * @segment: id of a segment; "" for all together
 *
 * Returns: whether it is of that family and can stand beside a projection of that segment
 */
gboolean
nepho_history_is_about (const char *family, const NephoObservation *observation, const char *segment)
{
  const char *suffix = suffix_of (family, observation);

  if (suffix == NULL)
    return FALSE;
  if (g_str_equal (observation->segment, segment))
    return TRUE;

  return nepho_history_is_share (family) && *suffix != '\0' && *observation->segment == '\0';
}

/**
 * nepho_history_group_id:
 * @family: "share", "size" …
 * @observation: one of that family
 * @fact: (nullable): its source
 *
 * The id is the same for shares, sizes and revenues of one publisher in one definition, so that one
 * choice suits all charts of a page.
 *
 * Returns: (transfer full): such as "idc", "idc-iaas-paas" or "canalys-revised"
 */
char *
nepho_history_group_id (const char *family, const NephoObservation *observation, const NephoFact *fact)
{
  const char *suffix = suffix_of (family, observation);
  g_autofree char *publisher = nepho_history_publisher (fact);
  g_autoptr (GString) id = g_string_new (NULL);

  append_slug (id, publisher);
  /* "share-canalys-revised" of Canalys says whose it is already. */
  if (suffix != NULL && id->len > 0 && g_str_has_prefix (suffix, id->str)
      && (suffix[id->len] == '\0' || suffix[id->len] == '-'))
    return g_strdup (suffix);

  if (suffix != NULL && *suffix != '\0')
    append_slug (id, suffix);

  return id->len > 0 ? g_string_free (g_steal_pointer (&id), FALSE) : g_strdup ("unknown");
}

static void
choice_free (gpointer data)
{
  NephoHistoryChoice *choice = data;

  g_free (choice->id);
  g_free (choice->name);
  g_free (choice);
}

/**
 * nepho_history_choices_new:
 *
 * Returns: (transfer full): no choices yet
 */
GPtrArray *
nepho_history_choices_new (void)
{
  return g_ptr_array_new_with_free_func (choice_free);
}

/**
 * nepho_history_name:
 * @fact: (nullable): a fact
 *
 * A definition often names its publisher: "IDC public cloud IaaS (China)".
 *
 * Returns: (transfer full): publisher and definition, in the publisher's words
 */
char *
nepho_history_name (const NephoFact *fact)
{
  g_autofree char *publisher = nepho_history_publisher (fact);
  g_autofree char *first = g_strndup (publisher, strcspn (publisher, " "));

  if (fact == NULL || *publisher == '\0')
    return g_strdup (fact != NULL ? fact->measure : "");
  if (g_str_has_prefix (fact->measure, first) || *fact->measure == '\0')
    return g_strdup (*fact->measure != '\0' ? fact->measure : publisher);

  return g_strdup_printf ("%s: %s", publisher, fact->measure);
}

static gboolean
has_choice (const GPtrArray *choices, const char *id)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((const NephoHistoryChoice *) g_ptr_array_index (choices, i))->id, id))
      return TRUE;

  return FALSE;
}

/**
 * nepho_history_choices_add:
 * @choices: what there is to choose from already
 * @dataset: a data set
 * @spec: a figure
 * @segment: index of a segment, %NEPHO_SEGMENT_ALL or %NEPHO_SEGMENT_USUAL
 *
 * Adds whose history the figure can show for the segment, each once, the usual ones first.
 */
void
nepho_history_choices_add (GPtrArray *choices,
                           const NephoDataset *dataset,
                           const NephoFigureSpec *spec,
                           int segment)
{
  int own = segment == NEPHO_SEGMENT_USUAL ? spec->usual_segment : segment;
  const char *id = own >= 0 && own < (int) dataset->segments->len
                     ? nepho_dataset_segment (dataset, (guint) own)->id : "";

  for (int pass = 0; spec->history != NULL && pass < 2; pass++)
    for (guint i = 0; i < dataset->observations->len; i++)
      {
        const NephoObservation *observation = g_ptr_array_index (dataset->observations, i);
        const NephoFact *fact;
        g_autofree char *group = NULL;
        NephoHistoryChoice *choice;

        if (!nepho_history_is_about (spec->history, observation, id)
            || nepho_history_is_usual (spec->history, observation) != (pass == 0))
          continue;
        fact = nepho_dataset_find_fact (dataset, observation->source);
        group = nepho_history_group_id (spec->history, observation, fact);
        if (has_choice (choices, group))
          continue;
        choice = g_new0 (NephoHistoryChoice, 1);
        choice->id = g_steal_pointer (&group);
        choice->name = g_str_equal (spec->history, observation->series) ? nepho_history_publisher (fact)
                                                                         : nepho_history_name (fact);
        if (*choice->name == '\0')
          nepho_fact_set_text (&choice->name, choice->id);
        g_ptr_array_add (choices, choice);
      }
}
