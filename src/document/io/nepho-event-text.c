/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-event-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-json-text.h"
#include "nepho-model-error.h"
#include "nepho-number.h"
#include "nepho-parameters-io.h"
#include "nepho-results.h"

static gboolean
refuse (const char *text, GError **error)
{
  g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_EVENT,
               _("“%s” is no event; expected id=value@quarter, id=value@quarter+quarters or id=value@quarter..quarter, "
                 "such as price.war.intensity=20%%@2024Q3+4"),
               text);

  return FALSE;
}

static gboolean
parse_quarter (const NephoParameterSet *set, const char *id, const char *text, guint *t, GError **error)
{
  NephoQuarter base = nepho_parameter_set_dataset (set)->base_quarter;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  NephoQuarter quarter;

  if (!nepho_quarter_parse (stripped, &quarter, error))
    {
      g_prefix_error (error, "%s: ", id);
      return FALSE;
    }
  if (quarter < base || quarter > base + (NephoQuarter) NEPHO_MAX_HORIZON)
    {
      g_autofree char *first = nepho_quarter_format (base);
      g_autofree char *last = nepho_quarter_format (base + (NephoQuarter) NEPHO_MAX_HORIZON);

      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_EVENT, _("%s: an event begins between %s and %s"), id,
                   first, last);
      return FALSE;
    }

  *t = (guint) (quarter - base);
  return TRUE;
}

static gboolean
parse_ramp (const NephoParameterSet *set, const char *id, const char *from, const char *to, NephoEvent *event,
            GError **error)
{
  guint end;

  if (!parse_quarter (set, id, from, &event->start, error) || !parse_quarter (set, id, to, &end, error))
    return FALSE;
  if (end <= event->start)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_EVENT, _("%s: a ramp ends after it has begun; expected a "
                                                                        "quarter after %s, found %s"), id, from, to);
      return FALSE;
    }

  event->kind = NEPHO_EVENT_RAMP;
  event->length = end - event->start;
  return TRUE;
}

static gboolean
parse_window (const NephoParameterSet *set, const char *id, const char *from, const char *length, NephoEvent *event,
              GError **error)
{
  guint64 quarters;

  if (!parse_quarter (set, id, from, &event->start, error))
    return FALSE;
  if (!g_ascii_string_to_unsigned (length, 10, 1, NEPHO_MAX_HORIZON, &quarters, NULL))
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_EVENT,
                   _("%s: “%s” is no number of quarters; expected 1 to %u"), id, length, NEPHO_MAX_HORIZON);
      return FALSE;
    }

  event->kind = NEPHO_EVENT_WINDOW;
  event->length = (guint) quarters;
  return TRUE;
}

/* What follows the "@". */
static gboolean
parse_when (const NephoParameterSet *set, const char *id, const char *when, NephoEvent *event, GError **error)
{
  const char *dots = strstr (when, "..");
  const char *plus = strchr (when, '+');
  g_autofree char *from = NULL;

  if (dots != NULL)
    {
      from = g_strndup (when, (gsize) (dots - when));
      return parse_ramp (set, id, from, dots + 2, event, error);
    }
  if (plus != NULL)
    {
      from = g_strndup (when, (gsize) (plus - when));
      return parse_window (set, id, from, plus + 1, event, error);
    }

  return parse_quarter (set, id, when, &event->start, error);
}

/**
 * nepho_event_parse:
 * @set: a parameter set
 * @text: such as "price.war.intensity=20%@2024Q3+4"
 * @parameter: (out): whose event it is
 * @event: (out): the event
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_UNKNOWN, %NEPHO_MODEL_ERROR_EVENT, %NEPHO_MODEL_ERROR_RANGE or
 * %NEPHO_BASE_ERROR
 */
gboolean
nepho_event_parse (const NephoParameterSet *set, const char *text, guint *parameter, NephoEvent *event, GError **error)
{
  const char *equals = strchr (text, '=');
  const char *at = strrchr (text, '@');
  g_autofree char *id = NULL;
  g_autofree char *value = NULL;
  int found;

  if (equals == NULL || at == NULL || at < equals)
    return refuse (text, error);
  id = g_strstrip (g_strndup (text, (gsize) (equals - text)));
  value = g_strndup (equals + 1, (gsize) (at - equals - 1));
  found = nepho_parameter_set_find (set, id);
  if (found < 0)
    {
      g_autofree char *message = nepho_parameters_unknown (set, id);

      g_set_error_literal (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN, message);
      return FALSE;
    }

  *parameter = (guint) found;
  *event = (NephoEvent) { .kind = NEPHO_EVENT_STEP };
  if (!nepho_number_parse (value, nepho_parameter_set_get (set, *parameter)->spec->unit, &event->value, error))
    {
      g_prefix_error (error, "%s: ", id);
      return FALSE;
    }

  return parse_when (set, id, at + 1, event, error) && nepho_event_check (set, *parameter, event, error);
}

/**
 * nepho_event_format:
 * @set: a parameter set
 * @event: an event of one of its parameters
 *
 * Returns: (transfer full): it as it is typed after the id and the equals sign: "0.2@2024Q3+4"
 */
char *
nepho_event_format (const NephoParameterSet *set, const NephoEvent *event)
{
  NephoQuarter base = nepho_parameter_set_dataset (set)->base_quarter;
  g_autofree char *from = nepho_quarter_format (base + (NephoQuarter) event->start);
  g_autofree char *to = nepho_quarter_format (base + (NephoQuarter) (event->start + event->length));
  g_autoptr (GString) value = g_string_new (NULL);

  nepho_json_append_number (value, event->value);
  switch (event->kind)
    {
    case NEPHO_EVENT_RAMP:
      return g_strdup_printf ("%s@%s..%s", value->str, from, to);
    case NEPHO_EVENT_WINDOW:
      return g_strdup_printf ("%s@%s+%u", value->str, from, event->length);
    case NEPHO_EVENT_STEP:
    case NEPHO_N_EVENT_KINDS:
    default:
      return g_strdup_printf ("%s@%s", value->str, from);
    }
}
