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
  store (settings, g_object_get_data (G_OBJECT (card), KEY), nepho_chart_card_get_look (card));
}

/**
 * nepho_chart_looks_follow:
 * @settings: the settings of the application
 * @card: a card
 * @figure: id of the figure that it shows
 *
 * Shows the chart as it was looked at last, and remembers how it is from now on.
 */
void
nepho_chart_looks_follow (GSettings *settings, NephoChartCard *card, const char *figure)
{
  NephoFigureLook look;

  g_return_if_fail (G_IS_SETTINGS (settings) && NEPHO_IS_CHART_CARD (card));

  load (settings, figure, &look);
  nepho_chart_card_set_look (card, &look);
  g_object_set_data_full (G_OBJECT (card), KEY, g_strdup (figure), g_free);
  g_signal_connect_object (card, "notify::measure", G_CALLBACK (look_changed_cb), settings, 0);
  g_signal_connect_object (card, "notify::logarithmic", G_CALLBACK (look_changed_cb), settings, 0);
}
