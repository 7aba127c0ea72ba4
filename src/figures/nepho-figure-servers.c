/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-evidence.h"
#include "nepho-figure-money.h"
#include "nepho-figure-words.h"
#include "nepho-number.h"

/* A published yearly market size. */
typedef struct
{
  int         year;
  double      value;
  const char *definition;
  const char *source;
  gboolean    firm; /* reported, not expected */
} Size;

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const Size *left = a;
  const Size *right = b;

  return left->year - right->year;
}

/* Whole years only, in the first definition that the data set gives: others do not compare. */
static GArray *
collect_sizes (const NephoDataset *dataset, NephoEvidence *evidence, const char **subject)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (Size));

  for (guint i = 0; i < dataset->observations->len; i++)
    {
      const NephoObservation *observation = g_ptr_array_index (dataset->observations, i);
      const NephoFact *fact = nepho_dataset_find_fact (dataset, observation->source);
      Size size;

      if (!g_str_equal (observation->series, "ai-servers") || observation->last - observation->first != 3
          || observation->first % 4 != 0)
        continue;
      if (fact != NULL && sizes->len > 0
          && !g_str_equal (fact->measure, g_array_index (sizes, Size, 0).definition))
        continue;

      size = (Size) {
        .year = observation->first / 4,
        .value = observation->value,
        .definition = fact != NULL ? fact->measure : "",
        .source = fact != NULL ? fact->id : "",
        .firm = fact != NULL && fact->grade == NEPHO_GRADE_REPORTED,
      };
      g_array_append_val (sizes, size);
      nepho_evidence_add_fact (evidence, observation->source);
      if (fact != NULL)
        *subject = fact->subject;
    }
  g_array_sort (sizes, compare_sizes);

  return sizes;
}

/* Years without a figure have their place among the others: time goes on at one pace. */
static GArray *
fill_gaps (GArray *sizes)
{
  GArray *filled = g_array_new (FALSE, FALSE, sizeof (Size));

  for (guint k = 0; k < sizes->len; k++)
    {
      const Size *size = &g_array_index (sizes, Size, k);

      while (filled->len > 0 && g_array_index (filled, Size, filled->len - 1).year + 1 < size->year)
        {
          Size gap = { .year = g_array_index (filled, Size, filled->len - 1).year + 1, .value = NAN, .source = "",
                       .definition = size->definition };

          g_array_append_val (filled, gap);
        }
      g_array_append_val (filled, *size);
    }
  g_array_unref (sizes);

  return filled;
}

static void
note_gaps (NephoEvidence *evidence, const GArray *sizes)
{
  for (guint k = 0; k < sizes->len; k++)
    if (!isfinite (g_array_index (sizes, Size, k).value))
      {
        /* Translators: a year */
        g_autofree char *note = g_strdup_printf (_("For %d no size in this definition is at hand."),
                                                 g_array_index (sizes, Size, k).year);

        nepho_evidence_note (evidence, note);
      }
}

/* The same market in another publisher's definition is told, never drawn beside this one. */
static void
note_other_definitions (NephoEvidence *evidence, const char *subject, const char *definition)
{
  const GPtrArray *facts = nepho_frame_dataset (evidence->context)->facts;

  for (guint i = 0; subject != NULL && i < facts->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (facts, i);
      g_autofree char *value = NULL;
      g_autofree char *note = NULL;

      if (!g_str_equal (fact->subject, subject) || g_str_equal (fact->measure, definition)
          || !g_str_equal (fact->unit, "USD bn"))
        continue;

      value = nepho_money_short (evidence->context, fact->value, NEPHO_UNIT_USD_BILLION);
      /* Translators: a publisher, a sum, a period */
      note = g_strdup_printf (_("Not comparable: %s puts it at %s for %s in another definition."), fact->publisher,
                              value, fact->period);
      nepho_evidence_note (evidence, note);
    }
}

static void
add_bars (NephoPlotFigure *figure, const GArray *sizes, gboolean firm)
{
  g_autofree double *values = g_new (double, sizes->len);
  g_auto (GStrv) sources = g_new0 (char *, sizes->len + 1);
  gboolean any = FALSE;
  NephoPlotSeries *series;

  for (guint k = 0; k < sizes->len; k++)
    {
      const Size *size = &g_array_index (sizes, Size, k);

      values[k] = NAN;
      sources[k] = g_strdup (size->firm == firm ? size->source : "");
      if (size->firm != firm || !isfinite (size->value))
        continue;
      values[k] = size->value;
      any = TRUE;
    }
  if (!any)
    return;

  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_BAR, firm ? "reported" : "expected",
                                         firm ? _("Reported") : _("Estimate or forecast"), NEPHO_PLOT_ACCENT);
  series->notation = firm ? NEPHO_PLOT_ACTUAL : NEPHO_PLOT_PROJECTION;
  series->y = nepho_plot_column_new (values, sizes->len);
  series->sources = g_steal_pointer (&sources);
}

static char *
servers_title (const NephoFigureContext *context, const GArray *sizes)
{
  const Size *first = &g_array_index (sizes, Size, 0);
  const Size *last = &g_array_index (sizes, Size, sizes->len - 1);
  g_autofree char *from = nepho_money_short (context, first->value, NEPHO_UNIT_USD_BILLION);
  g_autofree char *to = nepho_money_short (context, last->value, NEPHO_UNIT_USD_BILLION);

  if (sizes->len == 1)
    /* Translators: a sum, a year */
    return g_strdup_printf (_("The market for AI servers is put at %s in %d"), to, last->year);
  if (last->firm)
    /* Translators: a sum, a year, a sum, a later year */
    return g_strdup_printf (_("The market for AI servers went from %s in %d to %s in %d"), from, first->year, to,
                            last->year);

  /* Translators: a sum, a year, a sum, a later year */
  return g_strdup_printf (_("The market for AI servers, %s in %d, was expected to reach %s in %d"), from, first->year,
                          to, last->year);
}

/**
 * nepho_figure_ai_servers:
 * @context: what is shown
 *
 * Returns: (transfer full): published sizes of the AI-server market, one definition only
 */
NephoPlotFigure *
nepho_figure_ai_servers (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "ai-servers", NEPHO_PLOT_SCALE_BAND, NEPHO_UNIT_USD_BILLION);
  const char *subject = NULL;
  g_autoptr (GArray) sizes = NULL;
  g_autoptr (GPtrArray) years = g_ptr_array_new_with_free_func (g_free);
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, FALSE);
  sizes = fill_gaps (collect_sizes (nepho_frame_dataset (context), &evidence, &subject));
  for (guint k = 0; k < sizes->len; k++)
    g_ptr_array_add (years, g_strdup_printf ("%d", g_array_index (sizes, Size, k).year));

  figure->y.include_zero = TRUE;
  nepho_frame_set_categories (&figure->x, years);
  if (sizes->len == 0)
    {
      figure->title = g_strdup (_("Market for AI servers"));
      figure->subtitle = g_strdup (nepho_money_unit_name (context, NEPHO_UNIT_USD_BILLION));
      figure->empty = g_strdup (_("The data set holds no market sizes for AI servers"));
      figure->summary = g_strdup (figure->empty);
    }
  else
    {
      const char *definition = g_array_index (sizes, Size, 0).definition;

      figure->title = servers_title (context, sizes);
      /* Translators: a unit, a publisher's definition */
      figure->subtitle = g_strdup_printf (_("%s a year, world, %s"), nepho_money_unit_name (context, NEPHO_UNIT_USD_BILLION),
                                          definition);
      figure->summary = g_strdup (figure->title);
      add_bars (figure, sizes, TRUE);
      add_bars (figure, sizes, FALSE);
      note_gaps (&evidence, sizes);
      note_other_definitions (&evidence, subject, definition);
    }
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
