/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-comparison.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-path.h"
#include "nepho-market.h"
#include "nepho-model-error.h"
#include "nepho-plot-theme.h"

/* The reader's edits of a scenario of the data set are looked at, not what was published. */
static gboolean
is_edited (NephoDocument *document, const char *id)
{
  return nepho_document_is_edited (document) && g_strcmp0 (id, nepho_document_get_scenario (document)) == 0;
}

static char *
name_of (NephoDocument *document, const NephoScenario *scenario)
{
  const char *name = nepho_text_get (scenario->name);

  if (!is_edited (document, scenario->id))
    return g_strdup (name);

  /* Translators: a scenario of the data set, of which the reader has changed something */
  return g_strdup_printf (_("%s, edited"), name);
}

/* @wanted, or the next that none of the first @n has. */
static guint
free_slot (const NephoComparison *self, guint n, guint wanted, guint n_slots, gboolean dash)
{
  for (guint tries = 0; tries < n_slots; tries++)
    {
      guint slot = (wanted + tries) % n_slots;
      gboolean taken = FALSE;

      for (guint i = 0; i < n; i++)
        taken |= slot == (dash ? self->items[i].dash - 1 : (guint) self->items[i].colour);
      if (!taken)
        return slot;
    }

  g_assert_not_reached ();
}

static gboolean
add_item (NephoComparison *self, NephoDocument *document, NephoMarket *market, const char *id, GError **error)
{
  const NephoScenario *scenario = nepho_document_find_scenario (document, id);
  NephoCompared *item = &self->items[self->n];
  guint place;

  if (scenario == NULL)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN, _("There is no scenario “%s” in this document"), id);
      return FALSE;
    }

  place = nepho_document_get_scenario_place (document, id);
  item->colour = (int) free_slot (self, self->n, place % NEPHO_PLOT_PALETTE_SIZE, NEPHO_PLOT_PALETTE_SIZE, FALSE);
  item->dash = 1 + free_slot (self, self->n, place % NEPHO_PLOT_N_DASHES, NEPHO_PLOT_N_DASHES, TRUE);
  item->id = g_strdup (id);
  item->name = name_of (document, scenario);
  item->built_in = g_strdup (nepho_document_get_built_in (document, id));
  item->own = scenario->kind != NEPHO_SCENARIO_BUILT_IN || is_edited (document, id);
  item->values = g_new (double, nepho_parameter_set_size (self->parameters));
  item->results = nepho_results_new ();
  item->events = is_edited (document, id) ? nepho_events_copy (nepho_document_get_events (document))
                                          : nepho_document_resolve_paths (document, id);
  self->n++;
  if (is_edited (document, id))
    memcpy (item->values, nepho_document_get_values (document),
            nepho_parameter_set_size (self->parameters) * sizeof (double));
  else if (!nepho_document_resolve_scenario (document, id, item->values, error))
    return FALSE;

  nepho_market_run_events (market, item->values, item->events, nepho_document_get_horizon (document), item->results);

  return TRUE;
}

/**
 * nepho_comparison_usual:
 * @document: a document
 *
 * What is compared where the reader has chosen nothing yet: the first scenarios of the data set, and that at work.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids, at most %NEPHO_MAX_COMPARED
 */
char **
nepho_comparison_usual (NephoDocument *document)
{
  const char * const *chosen = nepho_document_get_compared (document);
  const GPtrArray *built_in = nepho_document_get_dataset (document)->scenarios;
  const char *at_work = nepho_document_get_scenario (document);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint n = 0;
  gboolean found = *at_work == '\0';

  if (chosen[0] != NULL)
    return g_strdupv ((char **) chosen);

  for (guint i = 0; i < built_in->len && n < NEPHO_MAX_COMPARED - !found; i++)
    {
      const NephoScenario *scenario = g_ptr_array_index (built_in, i);

      found |= g_str_equal (scenario->id, at_work);
      g_strv_builder_add (ids, scenario->id);
      n++;
    }
  if (!found)
    g_strv_builder_add (ids, at_work);

  return g_strv_builder_end (ids);
}

/**
 * nepho_comparison_new:
 * @document: a document
 * @ids: (nullable) (array zero-terminated=1): ids of its scenarios, none twice, at most %NEPHO_MAX_COMPARED; the first
 *   is what the others are compared with; %NULL: nepho_comparison_usual()
 * @error: return location for an error
 *
 * Runs the model for each over the document's horizon. A scenario of the data set that is at work and edited is
 * taken with the edits. A scenario has the same colour whatever else is compared, unless another took it before.
 *
 * Returns: (transfer full) (nullable): them side by side; or %NULL with %NEPHO_MODEL_ERROR_UNKNOWN where there is no
 *   such scenario, %NEPHO_MODEL_ERROR_RANGE where its values cannot be
 */
NephoComparison *
nepho_comparison_new (NephoDocument *document, const char * const *ids, GError **error)
{
  g_autoptr (NephoComparison) self = g_new0 (NephoComparison, 1);
  g_autoptr (NephoMarket) market = NULL;
  g_auto (GStrv) usual = NULL;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (document), NULL);

  if (ids == NULL)
    ids = (const char * const *) (usual = nepho_comparison_usual (document));
  g_return_val_if_fail (g_strv_length ((char **) ids) <= NEPHO_MAX_COMPARED, NULL);

  self->parameters = nepho_parameter_set_ref (nepho_document_get_parameters (document));
  market = nepho_market_new (self->parameters);
  for (guint i = 0; ids[i] != NULL; i++)
    if (!add_item (self, document, market, ids[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * nepho_comparison_free:
 * @self: (transfer full) (nullable): scenarios side by side
 */
void
nepho_comparison_free (NephoComparison *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->items[i].id);
      g_free (self->items[i].name);
      g_free (self->items[i].built_in);
      g_free (self->items[i].values);
      nepho_events_free (self->items[i].events);
      nepho_results_free (self->items[i].results);
    }
  nepho_parameter_set_unref (self->parameters);
  g_free (self);
}

/**
 * nepho_comparison_differ:
 * @self: scenarios side by side
 * @parameter: index of a parameter
 *
 * Returns: whether it has not the same value, or not the same path, in all of them
 */
gboolean
nepho_comparison_differ (const NephoComparison *self, guint parameter)
{
  for (guint i = 1; i < self->n; i++)
    if (self->items[i].values[parameter] != self->items[0].values[parameter]
        || !nepho_events_same (self->items[i].events, self->items[0].events, parameter))
      return TRUE;

  return FALSE;
}
