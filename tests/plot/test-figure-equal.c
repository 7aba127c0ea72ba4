/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-figure.h"

#include <math.h>

static NephoPlotFigure *
make (void)
{
  static const double X[] = { 2022.0, 2022.25 };
  const double values[] = { 1.0, NAN };
  const char *const labels[] = { "a", "b", NULL };
  const char *const categories[] = { "North", "South", NULL };
  NephoPlotFigure *figure = nepho_plot_figure_new ("f");
  NephoPlotSeries *series;

  figure->title = g_strdup ("Title");
  figure->y.categories = g_strdupv ((char **) categories);
  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, "s", "S", 1);
  series->x = nepho_plot_column_new (X, G_N_ELEMENTS (X));
  series->y = nepho_plot_column_new (values, G_N_ELEMENTS (values));
  series->point_labels = g_strdupv ((char **) labels);
  series->sources = g_strdupv ((char **) (const char *[]) { "fact-1", "", NULL });
  nepho_plot_figure_add_reference (figure, 0.1, 0.15, "15 %");
  nepho_plot_figure_add_break (figure, "s", 1, 2022.1, 0.5, "IDC → IDC, restated");
  nepho_plot_figure_add_panel (figure, "North", "4 %");
  figure->inputs = g_strdupv ((char **) (const char *[]) { "adoption.start", NULL });

  return figure;
}

static void
test_equal (void)
{
  g_autoptr (NephoPlotFigure) a = make ();
  g_autoptr (NephoPlotFigure) b = make ();

  g_assert_true (nepho_plot_figure_equal (a, a));
  g_assert_true (nepho_plot_figure_equal (a, b));
}

static NephoPlotSeries *
first (NephoPlotFigure *figure)
{
  return g_ptr_array_index (figure->series, 0);
}

static void
replace (char **text, const char *with)
{
  g_free (*text);
  *text = g_strdup (with);
}

/* Each thing that is drawn, changed alone. */
static void
change (NephoPlotFigure *figure, guint what)
{
  switch (what)
    {
    case 0: replace (&figure->title, "Other"); break;
    case 1: replace (&figure->note, "Note"); break;
    case 2: figure->horizontal = TRUE; break;
    case 3: figure->now = 2022.0; break;
    case 4: figure->x.unit = NEPHO_UNIT_YEAR; break;
    case 5: figure->y.minimum = 0.0; break;
    case 6: replace (&figure->y.categories[1], "East"); break;
    case 7: first (figure)->y->values[0] = 2.0; break;
    case 8: first (figure)->y->values[1] = 2.0; break;
    case 9: first (figure)->colour = 2; break;
    case 10: first (figure)->notation = NEPHO_PLOT_GHOST; break;
    case 11: replace (&first (figure)->point_labels[0], "c"); break;
    case 12: g_clear_pointer (&first (figure)->x, nepho_plot_column_unref); break;
    case 13: g_array_index (figure->references, NephoPlotReference, 0).high = 0.2; break;
    case 14: nepho_plot_figure_add_reference (figure, 0.5, 0.5, "50 %"); break;
    case 15: nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, "t", "T", 2); break;
    case 16: replace (&first (figure)->sources[0], "fact-2"); break;
    case 17: g_array_index (figure->breaks, NephoPlotBreak, 0).x = 2022.5; break;
    case 18: replace (&g_array_index (figure->breaks, NephoPlotBreak, 0).label, "IDC → Canalys"); break;
    case 19: nepho_plot_figure_add_break (figure, "s", 1, 2023.0, NAN, NULL); break;
    case 20: replace (&figure->inputs[0], "price.follow"); break;
    case 21: first (figure)->pattern = NEPHO_PLOT_PATTERN_HOLLOW; break;
    case 22: first (figure)->low = nepho_plot_column_ref (first (figure)->y); break;
    case 23: replace (&first (figure)->low_label, "From"); break;
    case 24: first (figure)->end_labels = g_strdupv (first (figure)->point_labels); break;
    case 25: figure->x.widths = nepho_plot_column_ref (first (figure)->y); break;
    case 26: figure->x.widths_unit = NEPHO_UNIT_YEAR; break;
    case 27: replace (&figure->x.widths_label, "Size"); break;
    case 28: replace (&figure->x.title, "To"); break;
    case 29: first (figure)->panel = 1; break;
    case 30: first (figure)->everywhere = TRUE; break;
    case 31: first (figure)->framed = 1; break;
    case 32: nepho_plot_figure_add_panel (figure, "Other", NULL); break;
    case 33: replace (&g_array_index (figure->panels, NephoPlotPanel, 0).value, "5 %"); break;
    case 34: figure->y.category_ids = g_strdupv (figure->y.categories); break;
    default: g_assert_not_reached ();
    }
}

static void
test_different (void)
{
  g_autoptr (NephoPlotFigure) a = make ();

  for (guint what = 0; what < 35; what++)
    {
      g_autoptr (NephoPlotFigure) b = make ();

      change (b, what);
      if (nepho_plot_figure_equal (a, b) || nepho_plot_figure_equal (b, a))
        g_error ("change %u goes unseen", what);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-equal/equal", test_equal);
  g_test_add_func ("/figure-equal/different", test_different);

  return g_test_run ();
}
