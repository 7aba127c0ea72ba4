/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-plot-private.h"

/* What of a figure can be drawn. */
typedef struct
{
  guint values;   /* that are numbers */
  guint above;    /* of these, above zero */
  guint placed;   /* of these, with a place along x */
  guint left_out; /* that have no place on one of the axes; gaps are none */
} Count;

/* Whether a number has a place on an axis; any has among categories, where it is an index. */
static inline gboolean
has_place (NephoPlotScaleKind kind, double value)
{
  return kind == NEPHO_PLOT_SCALE_BAND || (isfinite (value) && (kind != NEPHO_PLOT_SCALE_LOG || value > 0.0));
}

static void
count_series (const NephoPlotFigure *figure, const NephoPlotSeries *series, Count *count)
{
  gboolean only_above = figure->y.kind == NEPHO_PLOT_SCALE_LOG;
  NephoPlotScaleKind kind = figure->x.kind;
  const double *x = series->x != NULL && series->x->n >= series->y->n ? series->x->values : NULL;

  for (guint k = 0; k < series->y->n; k++)
    {
      double y = series->y->values[k];
      gboolean above = isfinite (y) && (!only_above || y > 0.0);
      gboolean placed = above && has_place (kind, x != NULL ? x[k] : k);

      count->values += isfinite (y);
      count->above += above;
      count->placed += placed;
      count->left_out += !isnan (y) && !placed;
    }
}

static Count
count_values (const NephoPlotFigure *figure)
{
  Count count = { 0 };

  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      if (series->y != NULL)
        count_series (figure, series, &count);
    }

  return count;
}

static gboolean
stands_on_zero (const NephoPlotLayout *layout)
{
  for (guint i = 0; i < layout->figure->series->len; i++)
    switch (nepho_plot_series_at (layout, i)->mark)
      {
      case NEPHO_PLOT_MARK_BAR:
      case NEPHO_PLOT_MARK_BRIDGE:
      case NEPHO_PLOT_MARK_AREA:
      case NEPHO_PLOT_MARK_TILE:
        return TRUE;
      case NEPHO_PLOT_MARK_LINE:
      case NEPHO_PLOT_MARK_BAND:
      case NEPHO_PLOT_MARK_POINT:
      case NEPHO_PLOT_MARK_HEAT:
      case NEPHO_PLOT_MARK_SPAN:
      default:
        break;
      }

  return FALSE;
}

/* Why nothing can be drawn, in words for the reader; NULL where something can. Notes how many values are left
 * out. */
const char *
nepho_plot_missing (NephoPlotLayout *layout)
{
  Count count = count_values (layout->figure);

  layout->left_out = count.placed > 0 ? count.left_out : 0;
  if (count.values == 0)
    return layout->figure->empty != NULL ? layout->figure->empty : _("There are no figures to show here");
  if (layout->figure->y.kind == NEPHO_PLOT_SCALE_LOG && stands_on_zero (layout))
    return _("Bars and areas stand on zero, which a logarithmic axis does not have");
  if (count.above == 0)
    return _("A logarithmic axis shows only what is above zero, and none of these figures is");
  if (count.placed == 0)
    return layout->figure->x.kind == NEPHO_PLOT_SCALE_TIME ? _("None of these figures says of which time it is")
                                                           : _("None of these figures has a place on the axis");

  return NULL;
}

static gboolean
spans_numbers (const NephoPlotScale *scale)
{
  return scale->kind == NEPHO_PLOT_SCALE_BAND || (scale->d1 > scale->d0 && isfinite (scale->d1 - scale->d0));
}

/* The same of scales whose ends are known. */
const char *
nepho_plot_missing_range (const NephoPlotLayout *layout)
{
  if (!spans_numbers (&layout->x) || !spans_numbers (&layout->y))
    return layout->x.d0 > layout->x.d1 || layout->y.d0 > layout->y.d1
             ? _("There are no figures to show here")
             : _("These figures are too far apart for one axis");

  return NULL;
}

static void
append_sentence (GString *note, const char *sentence)
{
  if (sentence == NULL || *sentence == '\0')
    return;
  if (note->len > 0)
    g_string_append_c (note, ' ');
  g_string_append (note, sentence);
}

/* The figure's note, what rules and annotations say that have no room for it, and that values are left out if they are;
 * NULL where there is nothing to say. */
char *
nepho_plot_note (const NephoPlotLayout *layout)
{
  guint n = layout->left_out;
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *rules = nepho_plot_breaks_note (layout);
  g_autofree char *left_out
    = g_strdup_printf (ngettext ("%u value has no place on the axis and is left out.",
                                 "%u values have no place on the axis and are left out.", n),
                       n);
  g_autofree char *unplaced
    = g_strdup_printf (ngettext ("The words of %u annotation have no room here.",
                                 "The words of %u annotations have no room here.", layout->told_unplaced),
                       layout->told_unplaced);

  append_sentence (note, n > 0 ? left_out : NULL);
  append_sentence (note, layout->told_unplaced > 0 ? unplaced : NULL);
  append_sentence (note, rules);
  append_sentence (note, layout->figure->note);

  return note->len > 0 ? g_strdup (note->str) : NULL;
}
