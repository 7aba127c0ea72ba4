/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>

#include "nepho-figure-scatter.h"
#include "nepho-figure-words.h"

/* FLOP/s a PFLOP/s. */
#define PETA 1e15

static GArray *
collect_speeds (const NephoDataset *dataset)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (NephoScatterPoint));

  for (guint i = 0; i < dataset->accelerators->len; i++)
    {
      const NephoAccelerator *accelerator = g_ptr_array_index (dataset->accelerators, i);
      const NephoFact *fact = nepho_dataset_find_fact (dataset, accelerator->source);
      NephoScatterPoint point = { accelerator->name, accelerator->year, accelerator->peak_flops / PETA,
                                  fact != NULL ? fact->grade : NEPHO_GRADE_ESTIMATED, accelerator->source };

      g_array_append_val (points, point);
    }

  return points;
}

/**
 * nepho_figure_accelerators:
 * @context: what is shown
 *
 * Returns: (transfer full): peak speed of accelerators at 16 bit over the years, each with its source
 */
NephoPlotFigure *
nepho_figure_accelerators (const NephoFigureContext *context)
{
  g_autoptr (GArray) points = collect_speeds (nepho_frame_dataset (context));
  NephoEvidence evidence;
  NephoPlotFigure *figure
    = nepho_scatter_new (context, "accelerators", NEPHO_UNIT_PFLOP_PER_SECOND, points, &evidence);
  const NephoScatterPoint *first;
  const NephoScatterPoint *largest;

  if (nepho_scatter_ends (points, &first, &largest))
    {
      g_autofree char *times = nepho_words_short (largest->value / first->value, NEPHO_UNIT_NONE);

      /* Translators: an accelerator, a number, an earlier accelerator */
      figure->title = g_strdup_printf (_("%s computes %s times as fast as %s"), largest->name, times, first->name);
    }
  figure->subtitle = g_strdup (_("Peak speed of accelerators at 16 bit, PFLOP/s, log scale, by date of release"));
  nepho_evidence_note (&evidence, _("Peaks of data sheets, dense; training reaches a part of them."));
  nepho_scatter_note_estimates (&evidence, points);
  nepho_scatter_finish (figure, &evidence, _("Peak speed of accelerators"));

  return figure;
}
