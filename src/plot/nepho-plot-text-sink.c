/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-text-sink.h"

typedef struct
{
  NephoPlotTextSink sink;
  gpointer          user_data;
} Hold;

static cairo_user_data_key_t hold_key;

/**
 * nepho_plot_set_text_sink:
 * @cr: a context
 * @sink: (nullable): what takes its texts; %NULL: they are drawn
 * @user_data: handed to @sink
 *
 * Cairo turns text into outlines wherever a format knows no fonts of its own. A host whose format can
 * hold real text takes the texts of a drawing by this door.
 */
void
nepho_plot_set_text_sink (cairo_t *cr, NephoPlotTextSink sink, gpointer user_data)
{
  Hold *hold = NULL;

  if (sink != NULL)
    {
      hold = g_new (Hold, 1);
      *hold = (Hold) { sink, user_data };
    }
  cairo_set_user_data (cr, &hold_key, hold, g_free);
}

/**
 * nepho_plot_show_text:
 * @cr: a context
 * @text: a text
 *
 * Draws a text, its top left at the current point, or hands it to the context's sink. Every text of a
 * chart that may end in a file goes through here.
 */
void
nepho_plot_show_text (cairo_t *cr, PangoLayout *text)
{
  const Hold *hold = cairo_get_user_data (cr, &hold_key);

  if (hold != NULL)
    hold->sink (cr, text, hold->user_data);
  else
    pango_cairo_show_layout (cr, text);
}
