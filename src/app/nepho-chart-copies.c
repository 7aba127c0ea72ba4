/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-copies.h"

#include <glib/gi18n-lib.h>

#include "nepho-chart-window.h"
#include "nepho-present.h"

#define KEY "nepho-chart-copies"

/* The windows of one chart. */
typedef struct
{
  GtkWindow *large;      /* or NULL */
  guint      n_detached; /* open now */
  guint      last;       /* number of the one opened last; starts again when none is open */
} Copies;

static Copies *
copies_of (NephoChartCard *origin)
{
  Copies *copies = g_object_get_data (G_OBJECT (origin), KEY);

  if (copies == NULL)
    {
      copies = g_new0 (Copies, 1);
      g_object_set_data_full (G_OBJECT (origin), KEY, copies, g_free);
    }

  return copies;
}

/**
 * nepho_chart_copies_new:
 * @card: a card of a page, or a copy of one
 * @together: whether whatever the reader does to the look of one is done to both
 *
 * Returns: (transfer floating): a card that shows the same figure and follows it
 */
NephoChartCard *
nepho_chart_copies_new (NephoChartCard *card, gboolean together)
{
  NephoChartCard *copy = nepho_chart_card_copy (card);

  if (together)
    {
      g_object_bind_property (card, "measure", copy, "measure", G_BINDING_BIDIRECTIONAL);
      g_object_bind_property (card, "logarithmic", copy, "logarithmic", G_BINDING_BIDIRECTIONAL);
      nepho_chart_set_link (nepho_chart_card_get_chart (copy),
                            nepho_chart_get_link (nepho_chart_card_get_chart (card)));
    }

  return copy;
}

static void
large_destroyed_cb (NephoChartCard *origin)
{
  copies_of (origin)->large = NULL;
}

static void
detached_destroyed_cb (NephoChartCard *origin)
{
  Copies *copies = copies_of (origin);

  if (--copies->n_detached == 0)
    copies->last = 0;
}

static void
show_window (GtkWindow *window, NephoChartCard *copy)
{
  gtk_window_present (window);
  gtk_widget_grab_focus (GTK_WIDGET (nepho_chart_card_get_chart (copy)));
}

/**
 * nepho_chart_copies_enlarge:
 * @card: a card of a page
 *
 * Opens the chart large, over its window; where it is open already, shows that.
 */
void
nepho_chart_copies_enlarge (NephoChartCard *card)
{
  Copies *copies = copies_of (card);
  NephoChartCard *copy;

  if (copies->large != NULL)
    {
      gtk_window_present (copies->large);
      return;
    }

  copy = nepho_chart_copies_new (card, TRUE);
  copies->large = nepho_chart_window_new (card, copy, nepho_chart_card_get_name (card), TRUE);
  g_signal_connect_object (copies->large, "destroy", G_CALLBACK (large_destroyed_cb), card, G_CONNECT_SWAPPED);
  show_window (copies->large, copy);
}

/**
 * nepho_chart_copies_detach:
 * @card: a card of a page, or a copy of one
 *
 * Opens the chart in a window that stands by itself: it follows the document, but has a look of its own, and there may
 * be several. Those of one chart are numbered from the second on.
 */
void
nepho_chart_copies_detach (NephoChartCard *card)
{
  NephoChartCard *origin = nepho_chart_card_get_origin (card);
  NephoChartCard *copy = nepho_chart_copies_new (card, FALSE);
  Copies *copies = copies_of (origin);
  g_autofree char *title = NULL;
  GtkWindow *window;

  copies->n_detached++;
  copies->last++;
  title = copies->last == 1 ? g_strdup (nepho_chart_card_get_name (origin))
                            /* Translators: name of a chart, and which of its windows this is */
                            : g_strdup_printf (_("%s (%u)"), nepho_chart_card_get_name (origin), copies->last);
  window = nepho_chart_window_new (origin, copy, title, FALSE);
  g_signal_connect_object (window, "destroy", G_CALLBACK (detached_destroyed_cb), origin, G_CONNECT_SWAPPED);
  show_window (window, copy);
}

/**
 * nepho_chart_copies_present:
 * @card: a card of a page, or a copy of one
 *
 * Shows the chart on the whole screen, and with it, one after the other, those that are beside it on its page.
 */
void
nepho_chart_copies_present (NephoChartCard *card)
{
  GtkWidget *origin = GTK_WIDGET (nepho_chart_card_get_origin (card));
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  GtkWidget *beside = gtk_widget_get_prev_sibling (origin);
  guint shown;

  while (beside != NULL && gtk_widget_get_prev_sibling (beside) != NULL)
    beside = gtk_widget_get_prev_sibling (beside);
  for (beside = beside != NULL ? beside : origin; beside != NULL; beside = gtk_widget_get_next_sibling (beside))
    if (NEPHO_IS_CHART_CARD (beside) && gtk_widget_get_visible (beside))
      g_ptr_array_add (cards, beside);
  if (!g_ptr_array_find (cards, origin, &shown))
    return;

  nepho_present_open (cards, shown, card);
}
