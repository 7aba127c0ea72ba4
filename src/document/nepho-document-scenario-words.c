/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-document-private.h"
#include "nepho-document-scenario.h"
#include "nepho-model-error.h"
#include "nepho-name.h"

/* Characters of a story or a note. */
#define MAX_TEXT_LENGTH 20000

/**
 * nepho_document_rename_scenario:
 * @self: a document
 * @id: id of a scenario or snapshot of the reader's
 * @name: what it is to be called; the id stays
 * @error: return location for an error
 *
 * One step of undo.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_UNKNOWN or %NEPHO_MODEL_ERROR_DATA, nothing changed
 */
gboolean
nepho_document_rename_scenario (NephoDocument *self, const char *id, const char *name, GError **error)
{
  const NephoScenario *own;
  g_autofree char *shown = NULL;
  NephoScenario *copy;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && id != NULL && name != NULL, FALSE);

  own = nepho_document_find_own (self, id, error);
  shown = own != NULL ? nepho_name_check (name, error) : NULL;
  if (shown == NULL)
    return FALSE;
  if (g_str_equal (nepho_text_get (own->name), shown))
    return TRUE;

  copy = nepho_scenario_copy (own);
  nepho_text_set_own (copy->name, shown);
  nepho_document_take_tree (self, nepho_scenario_tree_replace (self->tree, copy),
             /* Translators: the name of a scenario before and after */
             g_strdup_printf (_("“%s” renamed to “%s”"), nepho_text_get (own->name), shown));

  return TRUE;
}

static gboolean
check_text (const char *text, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    g_set_error_literal (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA, _("The text is not valid UTF-8"));
  else if (g_utf8_strlen (text, -1) > MAX_TEXT_LENGTH)
    g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                 _("The text has %ld characters; expected at most %d"), g_utf8_strlen (text, -1), MAX_TEXT_LENGTH);
  else
    return TRUE;

  return FALSE;
}

/**
 * nepho_document_describe_scenario:
 * @self: a document
 * @id: id of a scenario or snapshot of the reader's
 * @story: what happens in it, any number of lines
 * @error: return location for an error
 *
 * One step of undo.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_UNKNOWN or %NEPHO_MODEL_ERROR_DATA, nothing changed
 */
gboolean
nepho_document_describe_scenario (NephoDocument *self, const char *id, const char *story, GError **error)
{
  const NephoScenario *own;
  NephoScenario *copy;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && id != NULL && story != NULL, FALSE);

  own = nepho_document_find_own (self, id, error);
  if (own == NULL || !check_text (story, error))
    return FALSE;
  if (g_str_equal (nepho_text_get (own->story), story))
    return TRUE;

  copy = nepho_scenario_copy (own);
  nepho_text_set_own (copy->story, story);
  nepho_document_take_tree (self, nepho_scenario_tree_replace (self->tree, copy),
             g_strdup_printf (_("Description of “%s”"), nepho_text_get (own->name)));

  return TRUE;
}

/**
 * nepho_document_set_note:
 * @self: a document
 * @parameter: index of a parameter
 * @text: what the reader says of it, any number of lines; empty: nothing any more
 * @error: return location for an error
 *
 * In a scenario of the reader's the note holds there and in those that follow it; otherwise in all scenarios. One
 * step of undo.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_DATA, nothing changed
 */
gboolean
nepho_document_set_note (NephoDocument *self, guint parameter, const char *text, GError **error)
{
  const NephoScenario *own;
  g_autofree char *title = NULL;
  gboolean inherited;
  NephoScenario *copy;
  GHashTable *notes;
  const char *id;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && parameter < self->n_values && text != NULL, FALSE);

  if (!check_text (text, error))
    return FALSE;
  if (g_str_equal (nepho_document_get_note (self, parameter, &inherited), text) && (!inherited || *text == '\0'))
    return TRUE;

  id = nepho_parameter_set_get (self->parameters, parameter)->id;
  title = nepho_parameter_title (self->parameters, parameter);
  own = nepho_scenario_tree_find (self->tree, self->scenario);
  copy = own != NULL ? nepho_scenario_copy (own) : NULL;
  notes = copy != NULL ? copy->notes : nepho_notes_copy (nepho_scenario_tree_get_notes (self->tree));
  nepho_notes_set (notes, id, text);
  nepho_document_take_tree (self,
             copy != NULL ? nepho_scenario_tree_replace (self->tree, copy)
                          : nepho_scenario_tree_set_notes (self->tree, notes),
             /* Translators: a parameter */
             g_strdup_printf (_("Note on %s"), title));

  return TRUE;
}

/**
 * nepho_document_get_note:
 * @self: a document
 * @parameter: index of a parameter
 * @inherited: (out) (optional): whether it was written elsewhere than in the scenario at work
 *
 * Returns: (transfer none): what the reader says of the parameter: in the scenario at work, otherwise in one that
 * it follows, otherwise for all scenarios; "" for nothing
 */
const char *
nepho_document_get_note (NephoDocument *self, guint parameter, gboolean *inherited)
{
  const NephoScenario *own;
  const char *id;
  const char *text = NULL;
  gboolean in_own;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && parameter < self->n_values, "");

  id = nepho_parameter_set_get (self->parameters, parameter)->id;
  own = nepho_scenario_tree_find (self->tree, self->scenario);
  in_own = own != NULL;
  for (const NephoScenario *at = own; at != NULL && text == NULL; at = nepho_scenario_tree_find (self->tree, at->parent))
    {
      text = g_hash_table_lookup (at->notes, id);
      in_own = at == own;
    }
  if (inherited != NULL)
    *inherited = text != NULL ? !in_own : own != NULL;
  if (text == NULL)
    text = g_hash_table_lookup (nepho_scenario_tree_get_notes (self->tree), id);

  return text != NULL ? text : "";
}
