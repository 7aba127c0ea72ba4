/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-looks.h"

#define KEY "chart-looks"
#define ENTRIES "a{s(sb)}"

/* One entry is replaced; one that is as usual is left out. */
static void
store (GSettings *settings, const char *figure, const NephoFigureLook *look)
{
  g_autoptr (GVariant) before = g_settings_get_value (settings, KEY);
  GVariantBuilder after;
  GVariantIter iter;
  const char *id;
  const char *measure;
  gboolean logarithmic;

  g_variant_builder_init (&after, G_VARIANT_TYPE (ENTRIES));
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_next (&iter, "{&s(&sb)}", &id, &measure, &logarithmic))
    if (!g_str_equal (id, figure))
      g_variant_builder_add (&after, "{s(sb)}", id, measure, logarithmic);
  if (look->measure != NEPHO_MEASURE_ABSOLUTE || look->logarithmic)
    g_variant_builder_add (&after, "{s(sb)}", figure, nepho_measure_id (look->measure), look->logarithmic);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&after));
}

static void
load (GSettings *settings, const char *figure, NephoFigureLook *look)
{
  g_autoptr (GVariant) entries = g_settings_get_value (settings, KEY);
  const char *measure;
  gboolean logarithmic;

  *look = (NephoFigureLook) { NEPHO_MEASURE_ABSOLUTE, FALSE };
  if (!g_variant_lookup (entries, figure, "(&sb)", &measure, &logarithmic))
    return;

  nepho_measure_from_id (measure, &look->measure);
  look->logarithmic = logarithmic;
}

static void
look_changed_cb (NephoChartCard *card, GParamSpec *pspec, GSettings *settings)
{
  store (settings, nepho_chart_card_get_figure_id (card), nepho_chart_card_get_look (card));
}

/**
 * nepho_chart_looks_follow:
 * @settings: the settings of the application
 * @card: a card with the id of its figure
 *
 * Shows the chart as it was looked at last, and remembers how it is from now on.
 */
void
nepho_chart_looks_follow (GSettings *settings, NephoChartCard *card)
{
  NephoFigureLook look;

  g_return_if_fail (G_IS_SETTINGS (settings) && NEPHO_IS_CHART_CARD (card));

  load (settings, nepho_chart_card_get_figure_id (card), &look);
  nepho_chart_card_set_look (card, &look);
  g_signal_connect_object (card, "notify::measure", G_CALLBACK (look_changed_cb), settings, 0);
  g_signal_connect_object (card, "notify::logarithmic", G_CALLBACK (look_changed_cb), settings, 0);
}
