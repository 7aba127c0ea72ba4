/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-font.h"
#include "nepho-plot-private.h"

/* In place of a width: lines of their own length, each in the middle. */
#define CENTRED (-1.0)

#define WORD_JOINER 0x2060

/* Enough for all texts of a page of charts; beyond it the cache starts anew. */
#define CACHE_LIMIT 4096

/* Texts of one context. They are made on a copy of it: a layout holds its context, and what the
 * context holds in turn would never be freed. */
typedef struct
{
  guint         serial;  /* of the context when the copy was made */
  PangoContext *context; /* the copy */
  GHashTable   *texts;   /* key -> PangoLayout */
} Cache;

static void
cache_free (gpointer data)
{
  Cache *cache = data;

  g_hash_table_unref (cache->texts);
  g_object_unref (cache->context);
  g_free (cache);
}

static PangoContext *
copy_context (PangoContext *context)
{
  PangoContext *copy = pango_font_map_create_context (pango_context_get_font_map (context));

  pango_context_set_language (copy, pango_context_get_language (context));
  pango_context_set_base_dir (copy, pango_context_get_base_dir (context));
  pango_context_set_round_glyph_positions (copy, pango_context_get_round_glyph_positions (context));
  pango_cairo_context_set_font_options (copy, pango_cairo_context_get_font_options (context));
  pango_cairo_context_set_resolution (copy, pango_cairo_context_get_resolution (context));

  return copy;
}

static Cache *
cache_of (PangoContext *context)
{
  static GQuark quark;
  Cache *cache;

  if (quark == 0)
    quark = g_quark_from_static_string ("nepho-plot-text-cache");
  cache = g_object_get_qdata (G_OBJECT (context), quark);
  if (cache == NULL || cache->serial != pango_context_get_serial (context)
      || g_hash_table_size (cache->texts) > CACHE_LIMIT)
    {
      cache = g_new0 (Cache, 1);
      cache->serial = pango_context_get_serial (context);
      cache->context = copy_context (context);
      cache->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_object_set_qdata_full (G_OBJECT (context), quark, cache, cache_free);
    }

  return cache;
}

static gboolean
is_sign (gunichar c)
{
  return c == '+' || c == 0x2212;
}

static gboolean
is_currency (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

/* Between a sign and a sign of money a line may break, by Unicode's rules; no reader would. */
static char *
join_signs (const char *text)
{
  GString *joined = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (joined, c);
      if (is_sign (c) && is_currency (g_utf8_get_char (g_utf8_next_char (at))))
        g_string_append_unichar (joined, WORD_JOINER);
    }

  return g_string_free (joined, FALSE);
}

static PangoLayout *
make_text (const NephoPlotLayout *layout, const char *text, double size, gboolean bold, double width, int lines,
           PangoEllipsizeMode cut)
{
  Cache *cache = cache_of (layout->context);
  double scaled = size * layout->text_scale;
  g_autofree char *key
    = g_strdup_printf ("%.3f|%d|%.1f|%d|%u|%p|%s|%s", scaled, bold, width, lines, cut, (gpointer) layout->language,
                       layout->theme->font, text);
  PangoLayout *made = g_hash_table_lookup (cache->texts, key);
  g_autofree char *joined = NULL;

  if (made != NULL)
    return g_object_ref (made);

  made = pango_layout_new (cache->context);
  nepho_plot_font_set (made, layout->theme->font, layout->language, scaled, bold,
                       !bold && size <= layout->theme->label_size);
  joined = width > 0.0 ? join_signs (text) : NULL;
  pango_layout_set_text (made, joined != NULL ? joined : text, -1);
  if (width > 0.0)
    {
      pango_layout_set_width (made, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (made, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (made, cut);
      pango_layout_set_height (made, -lines);
    }
  else if (width == CENTRED)
    pango_layout_set_alignment (made, PANGO_ALIGN_CENTER);
  g_hash_table_insert (cache->texts, g_steal_pointer (&key), g_object_ref (made));

  return made;
}

/* A text set in the theme's font, wrapped at `width` points (0: not) and cut after `lines` lines.
 * Shaping text costs more than all else in a chart, and most texts are the same from one frame of a
 * drag to the next: they are kept with the context. */
PangoLayout *
nepho_plot_text_new (const NephoPlotLayout *layout, const char *text, double size, gboolean bold, double width, int lines)
{
  return make_text (layout, text, size, bold, width, lines, PANGO_ELLIPSIZE_END);
}

/* A text whose lines stand in the middle of one another; it is not wrapped. */
PangoLayout *
nepho_plot_text_new_centred (const NephoPlotLayout *layout, const char *text, double size)
{
  return make_text (layout, text, size, FALSE, CENTRED, 0, PANGO_ELLIPSIZE_NONE);
}

/* A name on one line, cut in its middle: names that begin alike end otherwise. */
PangoLayout *
nepho_plot_text_new_name (const NephoPlotLayout *layout, const char *text, double size, double width)
{
  return make_text (layout, text, size, FALSE, width, 1, PANGO_ELLIPSIZE_MIDDLE);
}

void
nepho_plot_text_size (PangoLayout *text, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (text, NULL, &logical);
  *width = (double) logical.width / PANGO_SCALE;
  *height = (double) logical.height / PANGO_SCALE;
}

/* Puts a text (transfer full) on the paper, its top left at (x, y). */
NephoPlotTextBox *
nepho_plot_text_add (NephoPlotLayout *layout,
                     NephoPlotTextRole role,
                     PangoLayout *text,
                     double x,
                     double y,
                     NephoPlotColour colour)
{
  NephoPlotTextBox box = { .role = role, .series = -1, .annotation = -1, .colour = colour, .layout = text };

  box.rect.x = x;
  box.rect.y = y;
  nepho_plot_text_size (text, &box.rect.width, &box.rect.height);
  g_array_append_val (layout->texts, box);

  return &g_array_index (layout->texts, NephoPlotTextBox, layout->texts->len - 1);
}

/* Says what a text names, so that a click on it shows that alone; nothing where there is nothing else to see. */
void
nepho_plot_text_names (const NephoPlotLayout *layout, NephoPlotTextBox *box, const char *subject)
{
  if (subject != NULL && *subject != '\0' && nepho_plot_figure_can_isolate (layout->figure, subject))
    box->subject = subject;
}

gboolean
nepho_plot_rects_meet (const NephoPlotRect *a, const NephoPlotRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Whether no other text stands there, and all of it is on the plot. Beside the first and the last of many rows letters
 * may be higher than the row, as the names at the left are. */
gboolean
nepho_plot_text_is_free (const NephoPlotLayout *layout, const NephoPlotRect *rect)
{
  double beyond = layout->figure->horizontal ? rect->height / 2.0 : 0.0;

  if (rect->x < layout->plot.x || rect->x + rect->width > layout->width || rect->y < layout->plot.y - beyond
      || rect->y + rect->height > layout->plot.y + layout->plot.height + beyond)
    return FALSE;

  for (guint i = 0; i < layout->texts->len; i++)
    if (nepho_plot_rects_meet (rect, &g_array_index (layout->texts, NephoPlotTextBox, i).rect))
      return FALSE;

  return TRUE;
}
