/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-plot-private.h"
#include "nepho-quarter.h"

/* Heights of the paper, in points at text scale 1, from which there is room for the lesser texts on a screen. */
#define SOURCE_FROM 180.0
#define SUBTITLE_FROM 170.0
#define ROOMY_FROM 260.0
#define NOTE_FROM 300.0
/* Height that must be left for the plot and its axis, in sizes of the letters beside it. */
#define LEAST_PLOT 5.5

/* Lines that each text may take. */
typedef struct
{
  int      title, subtitle, note, source;
  gboolean bare;  /* without a key */
  double   plot;  /* part of the paper's height that must be left between them */
} Lines;

/* From much room to next to none: the plot comes first, then the title. */
static const Lines fits[] = { { 3, 2, 6, 3, FALSE, 0.45 }, { 3, 2, 3, 3, FALSE, 0.0 }, { 2, 1, 3, 2, FALSE, 0.0 },
                              { 2, 1, 2, 2, FALSE, 0.0 },  { 2, 0, 1, 1, FALSE, 0.0 }, { 1, 0, 1, 1, FALSE, 0.0 },
                              { 1, 0, 1, 1, TRUE, 0.0 } };
/* On a screen notes are a click away, for the chart opens large: so much they give way to the plot. */
#define NOTE_FITS 4
#define SOURCE_FITS 5
#define SCREEN_NOTE_LINES 3

/* What a key takes on a small paper the subtitle gives. */
static Lines
lines_of (const NephoPlotLayout *layout, const Lines *fit, guint tightness)
{
  double height = layout->height / layout->text_scale;
  gboolean crowded = height < ROOMY_FROM && nepho_plot_key_height (layout) + nepho_plot_reference_height (layout) > 0.0;
  Lines lines = *fit;

  if (height < SUBTITLE_FROM)
    lines.title = MIN (lines.title, 2);
  if (height < SUBTITLE_FROM || crowded)
    lines.subtitle = MIN (lines.subtitle, height < SUBTITLE_FROM ? 0 : 1);
  if (layout->complete)
    return lines;

  lines.note = height < NOTE_FROM || tightness >= NOTE_FITS ? 0 : MIN (lines.note, SCREEN_NOTE_LINES);
  if (height < ROOMY_FROM)
    lines.source = MIN (lines.source, 1);
  if (height < SOURCE_FROM || tightness >= SOURCE_FITS)
    lines.source = 0;

  return lines;
}

/* Places a paragraph and returns its height with the gap below it. */
static double
place_paragraph (NephoPlotLayout *layout, NephoPlotTextRole role, const char *text, double y, int lines)
{
  const NephoPlotTheme *theme = layout->theme;
  gboolean title = role == NEPHO_PLOT_TEXT_TITLE;
  double padding = theme->padding * layout->text_scale;
  double size = title                               ? theme->title_size
                : role == NEPHO_PLOT_TEXT_SUBTITLE  ? theme->subtitle_size
                                                    : theme->source_size;
  PangoLayout *made;

  if (text == NULL || *text == '\0' || lines == 0)
    return 0.0;

  made = nepho_plot_text_new (layout, text, size, title,
                              layout->width - 2.0 * padding - (title ? layout->title_gap : 0.0), lines);

  return nepho_plot_text_add (layout, role, made, padding, y, title ? theme->text : theme->text_dim)->rect.height
         + 2.0 * layout->text_scale;
}

static char *
quarter_text (double year)
{
  return nepho_quarter_format ((NephoQuarter) floor (year * 4.0 + 1e-6));
}

/* The stretch of time that the reader chose, after what the figure says of its period. */
static char *
with_stretch (const NephoPlotLayout *layout, char *subtitle)
{
  g_autofree char *whole = subtitle;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (layout->figure->x.kind != NEPHO_PLOT_SCALE_TIME || !isfinite (layout->x_low) || !isfinite (layout->x_high))
    return g_steal_pointer (&whole);

  from = quarter_text (layout->x_low);
  to = quarter_text (layout->x_high);
  /* Translators: measure, unit, place and period; first and last quarter that are shown of the period */
  return g_strdup_printf (_("%s; shown: %s to %s"), whole, from, to);
}

/* What the reader looks at alone, and when, is no part of the figure, so the figure does not name it. */
static char *
subtitle_text (const NephoPlotLayout *layout)
{
  const char *name
    = layout->isolated != NULL ? nepho_plot_figure_subject_name (layout->figure, layout->isolated) : NULL;

  if (layout->figure->subtitle == NULL)
    return NULL;
  if (name == NULL)
    return with_stretch (layout, g_strdup (layout->figure->subtitle));

  /* Translators: measure, unit, place and period; a vendor or another thing that the reader looks at alone */
  return with_stretch (layout, g_strdup_printf (_("%s; focus on %s"), layout->figure->subtitle, name));
}

static double
place_head (NephoPlotLayout *layout, const Lines *lines)
{
  g_autofree char *subtitle = subtitle_text (layout);
  double y = layout->theme->padding * layout->text_scale;

  y += place_paragraph (layout, NEPHO_PLOT_TEXT_TITLE, layout->figure->title, y, lines->title);

  return y + place_paragraph (layout, NEPHO_PLOT_TEXT_SUBTITLE, subtitle, y, lines->subtitle);
}

/* Notes and source stand at the foot; they are set first at zero and then moved down. */
static double
place_foot (NephoPlotLayout *layout, const Lines *lines)
{
  guint first = layout->texts->len;
  double bottom = layout->height - layout->theme->padding * layout->text_scale * 0.75;
  g_autofree char *note = nepho_plot_note (layout);
  double height = place_paragraph (layout, NEPHO_PLOT_TEXT_NOTE, note, 0.0, lines->note);

  height += place_paragraph (layout, NEPHO_PLOT_TEXT_SOURCE, layout->figure->source, height, lines->source);
  for (guint i = first; i < layout->texts->len; i++)
    g_array_index (layout->texts, NephoPlotTextBox, i).rect.y += bottom - height;

  return bottom - height;
}

/* Height that the plot needs, with what stands above and below it. */
static double
least_height (const NephoPlotLayout *layout)
{
  double above;
  double below;

  nepho_plot_heat_room (layout, &above, &below);

  return LEAST_PLOT * layout->theme->label_size * layout->text_scale + nepho_plot_key_height (layout)
         + nepho_plot_reference_height (layout) + above + below;
}

/* Puts title and subtitle above, notes and source below the plot, in fewer lines the less room there is, and tells
 * between which heights the plot may stand. */
void
nepho_plot_paper_place (NephoPlotLayout *layout, double *top, double *bottom)
{
  for (guint tightness = 0; tightness < G_N_ELEMENTS (fits); tightness++)
    {
      Lines lines = lines_of (layout, &fits[tightness], tightness);

      layout->tight = lines.title == 1;
      layout->bare = lines.bare;
      g_array_set_size (layout->texts, 0);
      *top = place_head (layout, &lines);
      *bottom = place_foot (layout, &lines);
      if (*bottom - *top >= MAX (least_height (layout), lines.plot * layout->height))
        return;
    }
}
