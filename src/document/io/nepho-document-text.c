/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-text.h"

#include <glib/gi18n-lib.h>

#include "nepho-armour.h"
#include "nepho-document-pack.h"
#include "nepho-document-private.h"
#include "nepho-event-words.h"

/* A paragraph of its own, if there is anything to say. */
static void
add_paragraph (GString *text, const char *words)
{
  if (*words != '\0')
    g_string_append_printf (text, "\n%s\n", words);
}

static void
add_head (GString *text, NephoDocument *self)
{
  const NephoScenario *scenario = nepho_document_find_scenario (self, self->scenario);
  g_autofree char *base = nepho_quarter_format (self->dataset->base_quarter);

  /* Translators: title of a document */
  g_string_append_printf (text, _("Nephoscope scenario: %s"), nepho_document_get_title (self));
  g_string_append_c (text, '\n');
  if (scenario != NULL && *self->properties->title != '\0')
    {
      g_string_append_printf (text, _("Scenario: %s"), nepho_text_get (scenario->name));
      g_string_append_c (text, '\n');
    }
  /* Translators: a data set, its version */
  g_string_append_printf (text, _("Data set: %s %s"), nepho_text_get (self->dataset->name), self->dataset->version);
  g_string_append_c (text, '\n');
  /* Translators: a number of quarters, the first one */
  g_string_append_printf (text, ngettext ("%u quarter from %s", "%u quarters from %s", self->horizon), self->horizon, base);
  g_string_append_c (text, '\n');
  add_paragraph (text, self->properties->description);
  if (scenario != NULL && scenario->story != NULL)
    add_paragraph (text, nepho_text_get (scenario->story));
  add_paragraph (text, self->properties->notes);
}

static void
add_difference (GString *text, NephoDocument *self, guint parameter)
{
  g_autofree char *words = nepho_document_describe_value (self, parameter, self->baseline_values[parameter],
                                                          self->values[parameter]);
  const char *note = nepho_document_get_note (self, parameter, NULL);

  g_string_append_printf (text, "- %s\n", words);
  if (*note != '\0')
    g_string_append_printf (text, "  %s\n", note);
}

static void
add_path (GString *text, NephoDocument *self, guint parameter)
{
  g_autofree char *title = nepho_parameter_title (self->parameters, parameter);
  g_autofree char *course = nepho_events_describe (self->parameters, parameter, self->events, &self->money);

  /* Translators: a parameter, what happens to it over time */
  g_string_append_printf (text, _("- %s: %s"), title, course);
  g_string_append_c (text, '\n');
}

static void
add_differences (GString *text, NephoDocument *self)
{
  add_paragraph (text, nepho_document_differs (self) ? _("What differs from the data set’s own values:")
                                                     : _("Every value is the data set’s own."));
  for (guint k = 0; k < self->n_values; k++)
    if (self->values[k] != self->baseline_values[k])
      add_difference (text, self, k);
  for (guint i = 0; i < nepho_events_n_paths (self->events); i++)
    add_path (text, self, nepho_events_parameter (self->events, i));
}

/* The reader's other scenarios, which are in it too. */
static void
add_others (GString *text, NephoDocument *self)
{
  g_autoptr (GPtrArray) scenarios = nepho_document_get_scenarios (self);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < scenarios->len; i++)
    {
      const NephoScenario *scenario = g_ptr_array_index (scenarios, i);

      if (scenario->kind == NEPHO_SCENARIO_BUILT_IN || g_str_equal (scenario->id, self->scenario))
        continue;
      g_string_append_printf (names, "%s- %s", names->len > 0 ? "\n" : "", nepho_text_get (scenario->name));
    }
  if (names->len == 0)
    return;

  add_paragraph (text, _("Scenarios that are in it beside this one:"));
  g_string_append_printf (text, "%s\n", names->str);
}

/**
 * nepho_document_to_text:
 * @self: a document
 *
 * Says in the reader's language, and with units, what a document is and how it differs from its data set; below
 * stands all of it in a form that mail does not break, as docs/file-format.md describes it. Neither names a person
 * or a file.
 *
 * Returns: (transfer full): a text that nepho_document_text_read() reads
 */
char *
nepho_document_to_text (NephoDocument *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) packed = NULL;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  add_head (text, self);
  add_differences (text, self);
  add_others (text, self);
  add_paragraph (text, _("To open it, copy this text, all of the lines below with it, and choose “Paste Scenario” in "
                         "Nephoscope; or keep it as a file that ends in .txt and open that."));
  g_string_append_c (text, '\n');
  packed = nepho_document_pack (self);

  return nepho_armour_write (text->str, packed);
}

static gboolean
begins_json (GBytes *file)
{
  gsize length;
  const char *data = g_bytes_get_data (file, &length);
  gsize at = 0;

  while (at < length && g_ascii_isspace (data[at]))
    at++;

  return at < length && (data[at] == '{' || data[at] == '[');
}

/**
 * nepho_document_text_is:
 * @file: what a file holds
 * @name: its name, which may say that it is a text
 *
 * Returns: whether it is to be read by nepho_document_text_read(): what begins as JSON is none
 */
gboolean
nepho_document_text_is (GBytes *file, const char *name)
{
  return !begins_json (file) && (g_str_has_suffix (name, NEPHO_DOCUMENT_TEXT_SUFFIX) || nepho_armour_is (file));
}

/**
 * nepho_document_text_read:
 * @file: a text
 * @name: what messages call it
 * @error: return location for an error
 *
 * Takes the document out of a text, however it was quoted and wrapped on its way.
 *
 * Returns: (transfer full) (nullable): a document as nepho_document_parse() reads it; or %NULL with
 * %NEPHO_DOCUMENT_ERROR_SYNTAX, whose message says line and what was expected
 */
GBytes *
nepho_document_text_read (GBytes *file, const char *name, GError **error)
{
  g_autoptr (GBytes) packed = nepho_armour_read (file, name, error);
  GBytes *text;

  if (packed == NULL)
    return NULL;

  text = nepho_document_unpack (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), error);
  if (text == NULL)
    g_prefix_error (error, "%s: ", name);

  return text;
}
