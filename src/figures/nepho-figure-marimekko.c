/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>

#include "nepho-figure-money.h"
#include "nepho-figure-words.h"

#define QUARTERS_A_YEAR 4.0

/* Revenue of all vendors in a segment, CNY bn a year. */
static double
size_of (const NephoResults *results, guint t, guint segment)
{
  double sum = 0.0;

  for (guint i = 0; i < results->n_vendors; i++)
    sum += results->revenue[nepho_results_tis (results, t, i, segment)];

  return QUARTERS_A_YEAR * sum;
}

/* Part of a segment's revenue; the segment is that of the context. */
static double
part_of (const NephoFigureContext *context, const NephoResults *results, guint t, guint vendor)
{
  guint segment = (guint) context->segment;
  double size = size_of (results, t, segment);

  return size > 0.0 ? QUARTERS_A_YEAR * results->revenue[nepho_results_tis (results, t, vendor, segment)] / size : 0.0;
}

/* The largest segment; of equal ones the first. Returns the revenue of all. */
static double
find_largest (const NephoFigureContext *context, guint t, guint *largest)
{
  double sum = 0.0;

  *largest = 0;
  for (guint s = 0; s < context->results->n_segments; s++)
    {
      sum += size_of (context->results, t, s);
      if (size_of (context->results, t, s) > size_of (context->results, t, *largest))
        *largest = s;
    }

  return sum;
}

/* Where there is one segment only nothing is said of its size. */
static char *
lone_title (const NephoFigureContext *context, guint t, const NephoLead *lead)
{
  const char *scope = nepho_frame_scope (context);
  const char *name = nepho_frame_vendor_name (context, lead->vendor);
  g_autofree char *when = nepho_frame_quarter (context, t);
  g_autofree char *part = nepho_words_percent (lead->value);

  if (lead->n_level == 1)
    /* Translators: a vendor, a segment, per cent, a quarter */
    return g_strdup_printf (_("%s leads in %s with %s of its revenue in %s"), name, scope, part, when);
  if (lead->n_level == 2)
    /* Translators: two vendors, a segment, per cent, a quarter */
    return g_strdup_printf (_("%s and %s are level in %s with %s of its revenue each in %s"), name,
                            nepho_frame_vendor_name (context, lead->second), scope, part, when);

  /* Translators: a number, a segment, per cent, a quarter */
  return g_strdup_printf (ngettext ("%u vendor leads in %s with %s of its revenue in %s",
                                    "%u vendors are level in %s with %s of its revenue each in %s", lead->n_level),
                          lead->n_level, scope, part, when);
}

static char *
make_title (const NephoFigureContext *context, guint t)
{
  NephoFigureContext own = *context;
  g_autofree char *when = nepho_frame_quarter (context, t);
  g_autofree char *size = NULL;
  g_autofree char *part = NULL;
  guint largest;
  double sum = find_largest (context, t, &largest);
  const char *name = nepho_frame_segment_name (context, largest);
  NephoLead lead;

  own.segment = (int) largest;
  if (sum <= 0.0)
    /* Translators: a quarter */
    return g_strdup_printf (_("Nobody earns anything in %s"), when);

  size = nepho_words_percent (size_of (context->results, t, largest) / sum);
  if (context->results->n_segments == 1 && nepho_words_lead (&own, context->results, t, part_of, &lead))
    return lone_title (&own, t, &lead);
  if (!nepho_words_lead (&own, context->results, t, part_of, &lead))
    /* Translators: a segment, per cent, a quarter */
    return g_strdup_printf (_("%s makes %s of revenue in %s; no vendor is named"), name, size, when);

  part = nepho_words_percent (lead.value);
  if (lead.n_level == 1)
    /* Translators: a segment, per cent, a quarter, a vendor, per cent of that segment */
    return g_strdup_printf (_("%s makes %s of revenue in %s; %s leads in it with %s"), name, size, when,
                            nepho_frame_vendor_name (context, lead.vendor), part);
  if (lead.n_level == 2)
    /* Translators: a segment, per cent, a quarter, two vendors, per cent of that segment */
    return g_strdup_printf (_("%s makes %s of revenue in %s; %s and %s are level in it with %s each"), name, size,
                            when, nepho_frame_vendor_name (context, lead.vendor),
                            nepho_frame_vendor_name (context, lead.second), part);

  /* Translators: a segment, per cent, a quarter, a number, per cent of that segment */
  return g_strdup_printf (ngettext ("%s makes %s of revenue in %s; %u vendor leads in it with %s",
                                    "%s makes %s of revenue in %s; %u vendors are level in it with %s each",
                                    lead.n_level),
                          name, size, when, lead.n_level, part);
}

/* The columns: segments, as wide as they are large. */
static void
set_segments (NephoPlotFigure *figure, const NephoFigureContext *context, guint t)
{
  guint n = context->results->n_segments;
  g_autofree double *sizes = g_new (double, n);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint s = 0; s < n; s++)
    {
      sizes[s] = size_of (context->results, t, s);
      g_ptr_array_add (names, (gpointer) nepho_frame_segment_name (context, s));
    }
  nepho_frame_set_categories (&figure->x, names);
  for (guint s = 0; s < n; s++)
    nepho_frame_identify (&figure->x, s, nepho_dataset_segment (nepho_frame_dataset (context), s)->id);
  figure->x.widths = nepho_plot_column_new (sizes, n);
  figure->x.widths_unit = NEPHO_UNIT_YUAN_BILLION;
  figure->x.widths_label = g_strdup (_("Revenue a year"));
}

static void
add_vendors (NephoPlotFigure *figure, const NephoFigureContext *context, guint t)
{
  NephoFigureContext own = *context;
  guint n = context->results->n_segments;
  g_autofree double *parts = g_new (double, n);

  for (guint i = 0; i < context->results->n_vendors; i++)
    {
      NephoPlotSeries *series = nepho_plot_figure_add_series (
        figure, NEPHO_PLOT_MARK_TILE, nepho_dataset_vendor (nepho_frame_dataset (context), i)->id,
        nepho_frame_vendor_name (context, i), nepho_frame_vendor_colour (context, i));

      for (guint s = 0; s < n; s++)
        {
          own.segment = (int) s;
          parts[s] = part_of (&own, context->results, t, i);
        }
      series->notation = NEPHO_PLOT_PROJECTION;
      series->y = nepho_plot_column_new (parts, n);
    }
}

/* Each segment's size and leader, for those who cannot see the tiles. */
static char *
make_summary (const NephoFigureContext *context, guint t, const char *title)
{
  NephoFigureContext own = *context;
  g_autoptr (GString) detail = g_string_new (NULL);
  NephoLead lead;

  for (guint s = 0; s < context->results->n_segments; s++)
    {
      g_autofree char *size = nepho_money_sum (context, size_of (context->results, t, s));
      g_autofree char *part = NULL;

      own.segment = (int) s;
      if (!nepho_words_lead (&own, context->results, t, part_of, &lead))
        continue;
      part = nepho_words_percent (lead.value);
      /* Translators: a segment, its revenue, a vendor, the vendor's part of it */
      g_string_append_printf (detail, _("%s: %s, of which %s holds %s."), nepho_frame_segment_name (context, s), size,
                              nepho_frame_vendor_name (context, lead.vendor), part);
      if (s + 1 < context->results->n_segments)
        g_string_append_c (detail, ' ');
    }

  return detail->len > 0 ? nepho_words_summary (title, detail->str) : g_strdup (title);
}

/**
 * nepho_figure_marimekko:
 * @context: what is shown: the later of its quarters; segment and vendor do not matter
 *
 * Returns: (transfer full): segments as columns as wide as their revenue, divided among the vendors
 */
NephoPlotFigure *
nepho_figure_marimekko (const NephoFigureContext *context)
{
  NephoFigureContext all = *context;
  NephoPlotFigure *figure = nepho_frame_new (context, "marimekko", NEPHO_PLOT_SCALE_BAND, NEPHO_UNIT_FRACTION);
  guint t = nepho_frame_to (context);
  g_autofree char *when = nepho_frame_quarter (context, t);
  guint largest;
  NephoEvidence evidence;

  all.segment = NEPHO_SEGMENT_ALL;
  nepho_evidence_init (&evidence, &all, TRUE);
  figure->y.include_zero = TRUE;
  figure->y.minimum = 0.0;
  figure->y.maximum = 1.0;
  figure->title = make_title (&all, t);
  /* Translators: a market, a quarter */
  figure->subtitle = g_strdup_printf (
    _("Share of each segment’s revenue, per cent; width: its revenue as a yearly rate; %s, %s"),
    nepho_text_get (nepho_frame_dataset (context)->name), when);
  if (find_largest (&all, t, &largest) > 0.0)
    {
      set_segments (figure, &all, t);
      add_vendors (figure, &all, t);
      figure->summary = make_summary (&all, t, figure->title);
    }
  else
    {
      figure->empty = g_strdup (_("There is no revenue to divide"));
      figure->summary = g_strdup (figure->empty);
    }
  nepho_figure_add_size_evidence (&evidence);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
