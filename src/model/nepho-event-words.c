/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-event-words.h"

#include <glib/gi18n-lib.h>

#include "nepho-number.h"

/**
 * nepho_event_describe:
 * @set: a parameter set
 * @parameter: index of a parameter
 * @event: one of its events
 * @money: (nullable): in which sums are told
 *
 * Returns: (transfer full): what happens and when: "20 %/yr from 2024Q3 to 2025Q2"
 */
char *
nepho_event_describe (const NephoParameterSet *set,
                      guint parameter,
                      const NephoEvent *event,
                      const NephoCurrencyChoice *money)
{
  NephoQuarter first = nepho_parameter_set_dataset (set)->base_quarter + (NephoQuarter) event->start;
  /* A window has the value in its last quarter, a ramp comes to it at the end of that. */
  NephoQuarter last = first + (NephoQuarter) event->length - (event->kind == NEPHO_EVENT_WINDOW ? 1 : 0);
  g_autofree char *from = nepho_quarter_format (first);
  g_autofree char *to = nepho_quarter_format (last);
  g_autofree char *value
    = nepho_currency_format (money, event->value, nepho_parameter_set_get (set, parameter)->spec->unit,
                             NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);

  switch (event->kind)
    {
    case NEPHO_EVENT_RAMP:
      /* Translators: a value, the quarters in which a slow change to it begins and ends */
      return g_strdup_printf (_("gradually to %s between %s and %s"), value, from, to);
    case NEPHO_EVENT_WINDOW:
      if (event->length == 1)
        /* Translators: a value, a quarter */
        return g_strdup_printf (_("%s in %s"), value, from);
      /* Translators: a value, its first and its last quarter */
      return g_strdup_printf (_("%s from %s to %s"), value, from, to);
    case NEPHO_EVENT_STEP:
    case NEPHO_N_EVENT_KINDS:
    default:
      /* Translators: a value, a quarter */
      return g_strdup_printf (_("%s from %s on"), value, from);
    }
}

/**
 * nepho_events_describe:
 * @set: a parameter set
 * @parameter: index of a parameter
 * @events: (nullable): events
 * @money: (nullable): in which sums are told
 *
 * Returns: (transfer full) (nullable): all that happens to it, in order; %NULL where nothing does
 */
char *
nepho_events_describe (const NephoParameterSet *set,
                       guint parameter,
                       const NephoEvents *events,
                       const NephoCurrencyChoice *money)
{
  guint n_events;
  const NephoEvent *list = nepho_events_get (events, parameter, &n_events);
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < n_events; k++)
    {
      g_autofree char *one = nepho_event_describe (set, parameter, &list[k], money);

      g_string_append_printf (text, "%s%s", k > 0 ? "; " : "", one);
    }

  return g_string_free (text, n_events == 0);
}
