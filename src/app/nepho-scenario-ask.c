/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-scenario-ask.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-scenario.h"
#include "nepho-name.h"

/* Does with the name what was asked for. */
typedef gboolean (*Done) (NephoDocument *document, const char *id, const char *name, GError **error);

/* A question that is open. */
typedef struct
{
  NephoWindow *window;
  char        *id;
  GtkEditable *entry;
  Done         done;
} Ask;

static void
ask_free (gpointer data, GClosure *closure)
{
  Ask *ask = data;

  g_object_unref (ask->window);
  g_free (ask->id);
  g_free (ask);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Ask *ask)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "done")
      && !ask->done (nepho_window_get_document (ask->window), ask->id, gtk_editable_get_text (ask->entry), &error))
    nepho_window_add_toast (ask->window, error->message);
}

/* What cannot be a name cannot be confirmed, and the entry says why. */
static void
entry_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = nepho_name_check (gtk_editable_get_text (entry), &error);

  adw_message_dialog_set_response_enabled (dialog, "done", name != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), error != NULL ? error->message : NULL);
}

static void
present (NephoWindow *window,
         const char *heading,
         const char *body,
         const char *suggestion,
         const char *confirm,
         const char *id,
         Done done)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), heading, body);
  GtkWidget *entry = gtk_entry_new ();
  Ask *ask = g_new0 (Ask, 1);

  ask->window = g_object_ref (window);
  ask->id = g_strdup (id);
  ask->entry = GTK_EDITABLE (entry);
  ask->done = done;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "done", confirm, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "done", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "done");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  g_signal_connect (entry, "changed", G_CALLBACK (entry_changed_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), ask, ask_free, 0);
  gtk_editable_set_text (ask->entry, suggestion);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static gboolean
is_taken (NephoDocument *document, const char *name)
{
  g_autoptr (GPtrArray) scenarios = nepho_document_get_scenarios (document);

  for (guint i = 0; i < scenarios->len; i++)
    if (g_str_equal (nepho_text_get (((const NephoScenario *) g_ptr_array_index (scenarios, i))->name), name))
      return TRUE;

  return FALSE;
}

/* "Plan 2", where there is a "Plan". */
static char *
free_name (NephoDocument *document, const char *name)
{
  g_autofree char *found = g_strdup (name);

  for (guint i = 2; is_taken (document, found); i++)
    {
      g_free (found);
      found = g_strdup_printf ("%s %u", name, i);
    }

  return g_steal_pointer (&found);
}

/* Name of a scenario, or of the data set whose values count where there is none. */
static const char *
name_of (NephoWindow *window, const char *id)
{
  NephoDocument *document = nepho_window_get_document (window);
  const NephoScenario *scenario = nepho_document_find_scenario (document, id);

  return nepho_text_get (scenario != NULL ? scenario->name : nepho_document_get_dataset (document)->name);
}

static gboolean
add_done (NephoDocument *document, const char *id, const char *name, GError **error)
{
  return nepho_document_add_scenario (document, id, name, error) != NULL;
}

static gboolean
duplicate_done (NephoDocument *document, const char *id, const char *name, GError **error)
{
  return nepho_document_duplicate_scenario (document, id, name, error) != NULL;
}

static gboolean
snapshot_done (NephoDocument *document, const char *id, const char *name, GError **error)
{
  return nepho_document_take_snapshot (document, name, g_get_real_time () / G_USEC_PER_SEC, error) != NULL;
}

/**
 * nepho_scenario_ask_new:
 * @window: the window of the document
 * @from: id of the scenario from which it starts
 *
 * Asks for the name of a scenario that stores only what differs from @from, makes it and puts it to work.
 */
void
nepho_scenario_ask_new (NephoWindow *window, const char *from)
{
  /* Translators: name of a scenario */
  g_autofree char *body = g_strdup_printf (_("It begins as “%s” and keeps only what differs from it: what you change "
                                             "there later changes here too."),
                                           name_of (window, from));
  g_autofree char *name = free_name (nepho_window_get_document (window), _("My Scenario"));

  present (window, _("New Scenario"), body, name, _("_Create"), from, add_done);
}

/**
 * nepho_scenario_ask_duplicate:
 * @window: the window of the document
 * @id: id of a scenario
 *
 * Asks for the name of a copy, makes it and puts it to work.
 */
void
nepho_scenario_ask_duplicate (NephoWindow *window, const char *id)
{
  g_autofree char *heading = g_strdup_printf (_("Duplicate “%s”"), name_of (window, id));
  g_autofree char *name = free_name (nepho_window_get_document (window), name_of (window, id));

  present (window, heading, _("The copy has the same values, description and notes."), name, _("_Duplicate"), id,
           duplicate_done);
}

/**
 * nepho_scenario_ask_rename:
 * @window: the window of the document
 * @id: id of a scenario of the reader's
 *
 * Asks what it is to be called.
 */
void
nepho_scenario_ask_rename (NephoWindow *window, const char *id)
{
  g_autofree char *heading = g_strdup_printf (_("Rename “%s”"), name_of (window, id));

  present (window, heading, NULL, name_of (window, id), _("_Rename"), id, nepho_document_rename_scenario);
}

/**
 * nepho_scenario_ask_snapshot:
 * @window: the window of the document
 *
 * Asks for a note and keeps what the scenario at work is now.
 */
void
nepho_scenario_ask_snapshot (NephoWindow *window)
{
  NephoDocument *document = nepho_window_get_document (window);
  const char *id = nepho_document_get_scenario (document);
  /* Translators: name of a scenario */
  g_autofree char *body = g_strdup_printf (_("What “%s” is now is kept under a note, with the time. The details of the "
                                             "scenario bring it back."),
                                           name_of (window, id));
  g_autofree char *note = free_name (document, _("Snapshot"));

  present (window, _("Take a Snapshot"), body, note, _("_Take Snapshot"), id, snapshot_done);
}

/**
 * nepho_scenario_delete:
 * @window: the window of the document
 * @id: id of a scenario or snapshot of the reader's
 *
 * Deletes it, and offers to take that back.
 */
void
nepho_scenario_delete (NephoWindow *window, const char *id)
{
  g_autoptr (GError) error = NULL;
  /* Translators: name of a scenario */
  g_autofree char *message = g_strdup_printf (_("“%s” was deleted"), name_of (window, id));

  if (nepho_document_remove_scenario (nepho_window_get_document (window), id, &error))
    nepho_window_offer_undo (window, message);
  else
    nepho_window_add_toast (window, error->message);
}

/* Whoever compares one with nothing chosen compares it with the data set's first. */
static char **
compared_with (NephoDocument *document, const char *id, gboolean compare)
{
  const char * const *chosen = nepho_document_get_compared (document);
  const GPtrArray *built_in = nepho_document_get_dataset (document)->scenarios;
  const NephoScenario *first = built_in->len > 0 ? g_ptr_array_index (built_in, 0) : NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (chosen[0] == NULL && compare && first != NULL && !g_str_equal (first->id, id))
    g_strv_builder_add (ids, first->id);
  for (guint i = 0; chosen[i] != NULL; i++)
    if (!g_str_equal (chosen[i], id))
      g_strv_builder_add (ids, chosen[i]);
  if (compare)
    g_strv_builder_add (ids, id);

  return g_strv_builder_end (ids);
}

/**
 * nepho_scenario_compare:
 * @window: the window of the document
 * @id: id of a scenario
 * @compare: whether it is to be among those that are compared
 *
 * Takes it to those, or out of them, and offers to look at them. More than %NEPHO_MAX_COMPARED cannot be told apart:
 * one more is refused.
 */
void
nepho_scenario_compare (NephoWindow *window, const char *id, gboolean compare)
{
  NephoDocument *document = nepho_window_get_document (window);
  g_auto (GStrv) ids = compared_with (document, id, compare);
  guint n_ids = g_strv_length (ids);
  g_autofree char *message = NULL;

  if (n_ids > NEPHO_MAX_COMPARED)
    {
      message = g_strdup_printf (_("%u scenarios are compared already; take one out first"), NEPHO_MAX_COMPARED);
      nepho_window_offer (window, message, _("_Show"), "win.page::scenarios");
      return;
    }

  nepho_document_set_compared (document, (const char * const *) ids);
  message = compare
              /* Translators: name of a scenario, how many are compared, how many can be */
              ? g_strdup_printf (_("“%s” is compared, one of %u (at most %u)"), name_of (window, id), n_ids,
                                 NEPHO_MAX_COMPARED)
              : g_strdup_printf (_("“%s” is no longer compared"), name_of (window, id));
  nepho_window_offer (window, message, _("_Show"), "win.page::scenarios");
}
