/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "nepho-layout-check.h"

#define NOTE "Starting shares beyond the five largest are assumptions. Solid marks are published figures, and two strokes mark " \
             "a change of definition, publisher or length of period. What was published later is farthest away for one vendor."

/* Two rules whose labels need room, given from right to left. */
static NephoPlotFigure *
make_figure (void)
{
  static const double x[] = { 2022.0, 2030.0 };
  static const double y[] = { 0.4, 0.3 };
  NephoPlotFigure *figure = nepho_plot_figure_new ("share");
  NephoPlotSeries *series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, "a", "A", 0);

  figure->title = g_strdup ("Alibaba Cloud stays first in IaaS; its share falls 3.2 points to 31.4 % by 2030Q4");
  figure->subtitle = g_strdup ("Share of customers, per cent, IaaS, China, 2022Q2 to 2030Q4");
  figure->source = g_strdup ("Source: IDC via Jiemian News, 2022H1; Canalys; Alibaba Group; Nephoscope model 1, scenario Price war");
  figure->note = g_strdup (NOTE);
  figure->x.kind = NEPHO_PLOT_SCALE_TIME;
  figure->y.unit = NEPHO_UNIT_FRACTION;
  series->x = nepho_plot_column_new (x, G_N_ELEMENTS (x));
  series->y = nepho_plot_column_new (y, G_N_ELEMENTS (y));
  nepho_plot_figure_add_break (figure, "", 0, 2026.0, NAN, "the war ends");
  nepho_plot_figure_add_break (figure, "", 0, 2024.0, NAN, "the war begins");

  return figure;
}

static NephoPlotLayout *
make_layout (const NephoPlotFigure *figure, double width, double height, double text_scale, gboolean complete)
{
  g_autoptr (GObject) context = G_OBJECT (nepho_layout_context ());
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;

  view.complete = complete;

  return nepho_plot_layout_new (figure, PANGO_CONTEXT (context), nepho_plot_theme_find ("light"), width, height,
                                text_scale, &view);
}

/* The first text of a role, or NULL. */
static const NephoPlotTextBox *
find_text (const NephoPlotLayout *layout, NephoPlotTextRole role)
{
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);

  for (guint i = 0; i < n; i++)
    if (texts[i].role == role)
      return &texts[i];

  return NULL;
}

/* The same, which must be there. */
static PangoLayout *
words_of (const NephoPlotLayout *layout, NephoPlotTextRole role)
{
  const NephoPlotTextBox *text = find_text (layout, role);

  if (text == NULL)
    g_error ("There is no text of role %u", role);

  return text->layout;
}

/* A file is all that its reader has: notes and source are in it, however small. */
static void
test_complete (void)
{
  static const double sizes[][3] = { { 320, 240, 1 }, { 320, 240, 1.5 }, { 320, 240, 2 }, { 454, 284, 1 }, { 1000, 260, 2 } };
  g_autoptr (NephoPlotFigure) figure = make_figure ();

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      g_autoptr (NephoPlotLayout) layout = make_layout (figure, sizes[k][0], sizes[k][1], sizes[k][2], TRUE);

      g_assert_null (nepho_layout_check_complete (layout, figure));
      g_assert_null (nepho_layout_check (layout, figure, sizes[k][0], sizes[k][1]));
    }
}

/* On a screen a small chart has none, and a middling one only its source. */
static void
test_screen (void)
{
  g_autoptr (NephoPlotFigure) figure = make_figure ();
  g_autoptr (NephoPlotLayout) small = make_layout (figure, 320, 170, 1.0, FALSE);
  g_autoptr (NephoPlotLayout) middling = make_layout (figure, 480, 270, 1.0, FALSE);
  g_autoptr (NephoPlotLayout) large = make_layout (figure, 480, 320, 1.0, FALSE);

  g_assert_null (find_text (small, NEPHO_PLOT_TEXT_SOURCE));
  g_assert_nonnull (find_text (middling, NEPHO_PLOT_TEXT_SOURCE));
  g_assert_null (find_text (middling, NEPHO_PLOT_TEXT_NOTE));
  g_assert_nonnull (find_text (large, NEPHO_PLOT_TEXT_NOTE));
}

/* Where there is room for all of them no text is cut. */
static void
test_whole_words (void)
{
  g_autoptr (NephoPlotFigure) figure = make_figure ();
  g_autoptr (NephoPlotLayout) layout = make_layout (figure, 420, 400, 1.0, TRUE);
  static const NephoPlotTextRole roles[]
    = { NEPHO_PLOT_TEXT_TITLE, NEPHO_PLOT_TEXT_SUBTITLE, NEPHO_PLOT_TEXT_NOTE, NEPHO_PLOT_TEXT_SOURCE };

  for (guint k = 0; k < G_N_ELEMENTS (roles); k++)
    g_assert_false (pango_layout_is_ellipsized (words_of (layout, roles[k])));
  g_assert_cmpint (pango_layout_get_line_count (words_of (layout, NEPHO_PLOT_TEXT_NOTE)), >=, 3);
}

/* What rules stand for is said beside them where there is room, else in the note. */
static void
test_rules (void)
{
  g_autoptr (NephoPlotFigure) figure = make_figure ();
  g_autoptr (NephoPlotLayout) small = make_layout (figure, 320, 320, 1.0, TRUE);
  g_autoptr (NephoPlotLayout) large = make_layout (figure, 640, 400, 1.0, TRUE);
  const char *note = pango_layout_get_text (words_of (small, NEPHO_PLOT_TEXT_NOTE));
  double x;
  double y;

  g_assert_null (find_text (small, NEPHO_PLOT_TEXT_BREAK));
  g_assert_true (g_str_has_prefix (note, "Dashed rules, from the left: the war begins; the war ends. Starting"));
  g_assert_true (nepho_plot_layout_break (small, 0, &x, &y));
  g_assert_nonnull (find_text (large, NEPHO_PLOT_TEXT_BREAK));
  g_assert_cmpstr (pango_layout_get_text (words_of (large, NEPHO_PLOT_TEXT_NOTE)), ==, NOTE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/complete", test_complete);
  g_test_add_func ("/paper/screen", test_screen);
  g_test_add_func ("/paper/whole-words", test_whole_words);
  g_test_add_func ("/paper/rules", test_rules);

  return g_test_run ();
}
