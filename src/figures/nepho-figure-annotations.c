/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-annotations.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-growth.h"
#include "nepho-number.h"
#include "nepho-quarter.h"

static const NephoPlotSeries *
series_at (const NephoPlotFigure *figure, guint series)
{
  return g_ptr_array_index (figure->series, series);
}

/* When or where a datum is. */
static char *
place_name (const NephoPlotFigure *figure, const NephoPlotSeries *series, guint point)
{
  double x = series->x != NULL ? series->x->values[point] : (double) point;
  guint n = figure->x.categories != NULL ? g_strv_length (figure->x.categories) : 0;

  /* A hair more than the year: 2022.25 may come as 2022.2499999. */
  if (figure->x.kind == NEPHO_PLOT_SCALE_TIME)
    return nepho_quarter_format ((NephoQuarter) floor (x * 4.0 + 1e-6));
  if (figure->x.kind != NEPHO_PLOT_SCALE_BAND)
    return nepho_number_format (x, figure->x.unit, NEPHO_NUMBER_WITH_UNIT);

  return g_strdup (n > 0 ? figure->x.categories[series->mark == NEPHO_PLOT_MARK_HEAT ? point % n : MIN (point, n - 1)]
                         : "");
}

/**
 * nepho_figure_datum_name:
 * @figure: a figure
 * @series: index of one of its series
 * @point: index of a datum in it
 *
 * Returns: (transfer full): such as "Alibaba Cloud, 2026Q4"
 */
char *
nepho_figure_datum_name (const NephoPlotFigure *figure, guint series, guint point)
{
  const NephoPlotSeries *at = series_at (figure, series);
  gboolean named = at->point_labels != NULL && *at->point_labels[point] != '\0';
  const char *name = named ? at->point_labels[point] : nepho_plot_figure_name_of (figure, at);
  g_autofree char *place = place_name (figure, at, point);

  if (*name == '\0' || g_str_equal (name, place))
    return g_steal_pointer (&place);

  /* Translators: what, and when or where: "Alibaba Cloud, 2026Q4" */
  return *place != '\0' ? g_strdup_printf (_("%s, %s"), name, place) : g_strdup (name);
}

/* As the command line names it. */
static const char *
segment_id (const NephoFigureContext *context)
{
  return context->segment >= 0
           ? nepho_dataset_segment (nepho_parameter_set_dataset (context->parameters), (guint) context->segment)->id
           : "all";
}

static const char *
vendor_id (const NephoFigureContext *context)
{
  return context->vendor >= 0
           ? nepho_dataset_vendor (nepho_parameter_set_dataset (context->parameters), (guint) context->vendor)->id
           : "";
}

/* What is said of one segment or vendor is not said of another, or of all. */
static gboolean
is_meant (const NephoFigureSpec *spec, const NephoFigureContext *context, const NephoAnnotation *annotation)
{
  return g_str_equal (annotation->figure, spec->id)
         && (*annotation->segment == '\0' || g_str_equal (annotation->segment, segment_id (context)))
         && (*annotation->vendor == '\0' || g_str_equal (annotation->vendor, vendor_id (context)));
}

static double
time_of (const NephoPlotFigure *figure, guint series, guint point)
{
  const NephoPlotColumn *x = series_at (figure, series)->x;

  return x != NULL ? x->values[point] : (double) point;
}

/* Of one series the arrow goes the way of time. */
static void
put_in_order (const NephoPlotFigure *figure, NephoPlotAnnotation *arrow)
{
  guint point = arrow->point;

  if (arrow->series != arrow->to_series || figure->x.kind == NEPHO_PLOT_SCALE_BAND
      || time_of (figure, arrow->series, arrow->point) <= time_of (figure, arrow->series, arrow->to_point))
    return;

  arrow->point = arrow->to_point;
  arrow->to_point = point;
}

static void
add_sentence (char **text, char *sentence)
{
  char *longer = *text != NULL && **text != '\0' ? g_strjoin (" ", *text, sentence, NULL) : g_strdup (sentence);

  g_free (*text);
  g_free (sentence);
  *text = longer;
}

static char *
on_one_line (const char *text, const char *between)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv (between, lines);
}

/**
 * nepho_figure_annotation_words:
 * @figure: a figure
 * @annotation: one of its annotations
 *
 * Returns: (transfer full): where it stands and what it says, in a sentence
 */
char *
nepho_figure_annotation_words (const NephoPlotFigure *figure, const NephoPlotAnnotation *annotation)
{
  g_autofree char *from = nepho_figure_datum_name (figure, annotation->series, annotation->point);
  g_autofree char *text = on_one_line (annotation->text, annotation->measures ? ", " : " ");
  g_autofree char *to = NULL;

  if (!annotation->measures)
    /* Translators: where a reader's annotation stands, and what it says */
    return g_strdup_printf (_("At %s: “%s”."), from, text);

  to = nepho_figure_datum_name (figure, annotation->to_series, annotation->to_point);

  /* Translators: two data of a chart, and what lies between them: "+4.2 points, +12 % a year" */
  return g_strdup_printf (_("From %s to %s: %s."), from, to, text);
}

static gboolean
add (NephoPlotFigure *figure, const NephoAnnotation *annotation, guint key)
{
  NephoPlotAnnotation added = { .key = key, .text = annotation->text, .measures = annotation->to_series != NULL };
  g_autofree char *words = NULL;

  if (!nepho_plot_figure_find_datum (figure, annotation->series, annotation->point, &added.series, &added.point)
      || (added.measures
          && !nepho_plot_figure_find_datum (figure, annotation->to_series, annotation->to_point, &added.to_series,
                                            &added.to_point)))
    return FALSE;

  if (added.measures)
    {
      g_autofree char *growth = NULL;

      put_in_order (figure, &added);
      growth = nepho_figure_growth_words (figure, &added);
      words = *annotation->text != '\0' ? g_strconcat (annotation->text, "\n", growth, NULL)
                                        : g_steal_pointer (&growth);
      added.text = words;
    }
  nepho_plot_figure_annotate (figure, &added);
  /* Whoever cannot see it reads it in the summary. */
  add_sentence (&figure->summary, nepho_figure_annotation_words (figure, &added));

  return TRUE;
}

/* First: the end of a long note may have no room. */
static void
tell_homeless (NephoPlotFigure *figure, guint n)
{
  char *note = g_strdup_printf (ngettext ("%u annotation refers to what this chart does not show.",
                                          "%u annotations refer to what this chart does not show.", n),
                                n);

  if (figure->note != NULL)
    add_sentence (&note, g_strdup (figure->note));
  g_free (figure->note);
  figure->note = note;
}

/**
 * nepho_figure_annotate:
 * @spec: what kind of figure it is
 * @context: what the figure was made from, with its segment decided
 * @figure: (inout): the figure, finished
 *
 * Puts those of the reader's annotations that are of this figure to its data. What refers to data that it does not have
 * stays in the document, and the figure's note tells how many.
 */
void
nepho_figure_annotate (const NephoFigureSpec *spec, const NephoFigureContext *context, NephoPlotFigure *figure)
{
  guint n_homeless = 0;

  if (context->annotations == NULL || figure->empty != NULL)
    return;

  for (guint i = 0; i < context->annotations->len; i++)
    {
      const NephoAnnotation *annotation = g_ptr_array_index (context->annotations, i);

      if (is_meant (spec, context, annotation))
        n_homeless += !add (figure, annotation, i);
    }
  if (n_homeless > 0)
    tell_homeless (figure, n_homeless);
}

/* Whether the figure is another one where another segment or vendor is chosen. */
static gboolean
depends (const NephoFigureSpec *spec, const NephoFigureContext *context, gboolean segment)
{
  NephoFigureContext other = *context;
  g_autoptr (NephoPlotFigure) here = NULL;
  g_autoptr (NephoPlotFigure) there = NULL;

  other.annotations = NULL;
  here = nepho_figure_build (spec, &other);
  if (segment)
    other.segment = context->segment > 0 ? 0 : context->segment == 0 ? NEPHO_SEGMENT_ALL : 0;
  else
    other.vendor = -1;
  there = nepho_figure_build (spec, &other);

  return !nepho_plot_figure_equal (here, there);
}

/**
 * nepho_figure_annotation_new:
 * @spec: what kind of figure is annotated
 * @context: what the figure was made from
 * @at: where, and what is said: as of one of the figure that is made from @context
 *
 * Returns: (transfer full): that, for the document, in names that last
 */
NephoAnnotation *
nepho_figure_annotation_new (const NephoFigureSpec *spec, const NephoFigureContext *context, const NephoPlotAnnotation *at)
{
  g_autoptr (NephoPlotFigure) figure = nepho_figure_build (spec, context);
  NephoFigureContext own = *context;
  NephoAnnotation made = { .figure = (char *) spec->id, .text = at->text };
  NephoAnnotation *annotation;

  if (own.segment == NEPHO_SEGMENT_USUAL)
    own.segment = spec->usual_segment;
  made.segment = (char *) (depends (spec, &own, TRUE) ? segment_id (&own) : "");
  made.vendor = (char *) (own.vendor >= 0 && depends (spec, &own, FALSE) ? vendor_id (&own) : "");
  made.series = nepho_plot_figure_series_key (figure, at->series);
  made.point = nepho_plot_figure_point_key (figure, at->series, at->point);
  if (at->measures)
    {
      made.to_series = nepho_plot_figure_series_key (figure, at->to_series);
      made.to_point = nepho_plot_figure_point_key (figure, at->to_series, at->to_point);
    }
  annotation = nepho_annotation_new (&made);
  g_free (made.series);
  g_free (made.point);
  g_free (made.to_series);
  g_free (made.to_point);

  return annotation;
}
