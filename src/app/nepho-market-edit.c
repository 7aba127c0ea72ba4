/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-market-edit.h"

#include <glib/gi18n-lib.h>

#include "nepho-dataset-edit.h"

/**
 * nepho_market_edit_name:
 * @document: the document
 * @kind: vendor or segment
 * @id: its id
 *
 * Returns: (transfer none): its name in the reader's language; the id where there is none of it
 */
const char *
nepho_market_edit_name (NephoDocument *document, NephoMarketKind kind, const char *id)
{
  const NephoDataset *dataset = nepho_document_get_dataset (document);

  for (guint i = 0; kind == NEPHO_MARKET_VENDOR && i < dataset->vendors->len; i++)
    if (g_str_equal (nepho_dataset_vendor (dataset, i)->id, id))
      return nepho_text_get (nepho_dataset_vendor (dataset, i)->name);
  for (guint s = 0; kind == NEPHO_MARKET_SEGMENT && s < dataset->segments->len; s++)
    if (g_str_equal (nepho_dataset_segment (dataset, s)->id, id))
      return nepho_text_get (nepho_dataset_segment (dataset, s)->name);

  return id;
}

static gboolean
put (NephoDocument *document, NephoDataset *edited, const char *label, GError **error)
{
  g_autoptr (NephoDataset) dataset = edited;

  return dataset != NULL && nepho_document_edit_dataset (document, dataset, label, error);
}

/**
 * nepho_market_edit_add:
 * @document: the document
 * @kind: vendor or segment
 * @name: its name
 * @amount: a vendor's starting share of every segment, or a segment's size, CNY bn a year
 * @error: return location for an error
 *
 * Returns: %FALSE where the data set cannot have it, nothing changed
 */
gboolean
nepho_market_edit_add (NephoDocument *document, NephoMarketKind kind, const char *name, double amount, GError **error)
{
  NephoDataset *dataset = nepho_document_get_dataset (document);
  g_autofree char *label = NULL;

  if (kind == NEPHO_MARKET_VENDOR)
    {
      /* Translators: a step that can be undone */
      label = g_strdup_printf (_("Add vendor %s"), name);
      return put (document, nepho_dataset_edit_add_vendor (dataset, name, amount, error), label, error);
    }

  /* Translators: a step that can be undone */
  label = g_strdup_printf (_("Add segment %s"), name);
  return put (document, nepho_dataset_edit_add_segment (dataset, name, amount, error), label, error);
}

/**
 * nepho_market_edit_remove:
 * @document: the document
 * @kind: vendor or segment
 * @id: its id
 * @error: return location for an error
 *
 * Returns: %FALSE where the data set needs it, nothing changed
 */
gboolean
nepho_market_edit_remove (NephoDocument *document, NephoMarketKind kind, const char *id, GError **error)
{
  NephoDataset *dataset = nepho_document_get_dataset (document);
  /* Translators: a step that can be undone: a vendor or a segment */
  g_autofree char *label = g_strdup_printf (_("Remove %s"), nepho_market_edit_name (document, kind, id));

  return put (document,
              kind == NEPHO_MARKET_VENDOR ? nepho_dataset_edit_remove_vendor (dataset, id, error)
                                          : nepho_dataset_edit_remove_segment (dataset, id, error),
              label, error);
}

/**
 * nepho_market_edit_rename:
 * @document: the document
 * @kind: vendor or segment
 * @id: its id
 * @name: its new name
 * @error: return location for an error
 *
 * A name that it has already is no edit.
 *
 * Returns: %FALSE where it cannot be called so, nothing changed
 */
gboolean
nepho_market_edit_rename (NephoDocument *document,
                          NephoMarketKind kind,
                          const char *id,
                          const char *name,
                          GError **error)
{
  NephoDataset *dataset = nepho_document_get_dataset (document);
  const char *before = nepho_market_edit_name (document, kind, id);
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  /* Translators: a step that can be undone: a vendor's or a segment's old and new name */
  g_autofree char *label = g_strdup_printf (_("Rename %s to %s"), before, stripped);

  if (g_str_equal (stripped, before))
    return TRUE;

  return put (document,
              kind == NEPHO_MARKET_VENDOR ? nepho_dataset_edit_rename_vendor (dataset, id, name, error)
                                          : nepho_dataset_edit_rename_segment (dataset, id, name, error),
              label, error);
}

/**
 * nepho_market_edit_move:
 * @document: the document
 * @kind: vendor or segment
 * @id: its id
 * @places: how many places down; negative: up
 * @error: return location for an error
 *
 * Returns: %FALSE where there is no such place, nothing changed
 */
gboolean
nepho_market_edit_move (NephoDocument *document, NephoMarketKind kind, const char *id, int places, GError **error)
{
  NephoDataset *dataset = nepho_document_get_dataset (document);
  const char *name = nepho_market_edit_name (document, kind, id);
  /* Translators: a step that can be undone: a vendor's or a segment's place in the list */
  g_autofree char *label = places < 0 ? g_strdup_printf (_("Move %s up"), name)
                                      : g_strdup_printf (_("Move %s down"), name);

  return put (document,
              kind == NEPHO_MARKET_VENDOR ? nepho_dataset_edit_move_vendor (dataset, id, places, error)
                                          : nepho_dataset_edit_move_segment (dataset, id, places, error),
              label, error);
}

/**
 * nepho_market_edit_merge:
 * @document: the document
 * @vendor: id of a vendor
 * @error: return location for an error
 *
 * Returns: %FALSE where it cannot become one of the others, nothing changed
 */
gboolean
nepho_market_edit_merge (NephoDocument *document, const char *vendor, GError **error)
{
  /* Translators: a step that can be undone: a vendor becomes one of all that are not named */
  g_autofree char *label
    = g_strdup_printf (_("Merge %s into Others"), nepho_market_edit_name (document, NEPHO_MARKET_VENDOR, vendor));

  return put (document, nepho_dataset_edit_merge_vendor (nepho_document_get_dataset (document), vendor, error), label,
              error);
}

/**
 * nepho_market_edit_colour:
 * @document: the document
 * @kind: vendor or segment
 * @id: its id
 * @colour: its place in the palette
 * @error: return location for an error
 *
 * Returns: %FALSE where it cannot have that colour, nothing changed
 */
gboolean
nepho_market_edit_colour (NephoDocument *document, NephoMarketKind kind, const char *id, guint colour, GError **error)
{
  NephoDataset *dataset = nepho_document_get_dataset (document);
  /* Translators: a step that can be undone */
  g_autofree char *label = g_strdup_printf (_("Colour of %s"), nepho_market_edit_name (document, kind, id));

  return put (document,
              kind == NEPHO_MARKET_VENDOR ? nepho_dataset_edit_colour_vendor (dataset, id, colour, error)
                                          : nepho_dataset_edit_colour_segment (dataset, id, colour, error),
              label, error);
}
