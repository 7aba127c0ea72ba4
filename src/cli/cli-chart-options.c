/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-chart-options.h"
#include "cli-compare.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-document-pack.h"
#include "nepho-history-choice.h"
#include "nepho-number.h"
#include "nepho-page-sheet.h"
#include "nepho-parameters-io.h"

/* Sizes in pixels are for screens, whose pixels are this dense by convention. */
#define SCREEN_DPI 96.0

#define MOST_SCALE 4.0

/* The few charts of the overview fill a page of paper. */
#define OVERVIEW_SIZE "297mmx210mm"

#define ALL "all"
#define LOG_SUFFIX "+log"

/**
 * nepho_cli_chart_init:
 * @self: (out): options before they are read
 */
void
nepho_cli_chart_init (NephoCliChart *self)
{
  memset (self, 0, sizeof *self);
  nepho_picture_options_init (&self->picture);
}

/**
 * nepho_cli_chart_group:
 * @self: options
 * @report: whether a report is written too
 *
 * Returns: (transfer full): the options of a scenario and those of how its charts look
 */
GOptionGroup *
nepho_cli_chart_group (NephoCliChart *self, gboolean report)
{
  const GOptionEntry entries[] = {
    { "size", 0, 0, G_OPTION_ARG_STRING, &self->size,
      N_("Width and height: 160mmx100mm, 6inx4in, 480ptx300pt, 800x600 pixels; a width: 160mm; half-page, slide, "
         "column or square (half-page)"), N_("SIZE") },
    { "dpi", 0, 0, G_OPTION_ARG_STRING, &self->dpi, N_("Pixels an inch of a PNG (300; for sizes in pixels 96)"),
      N_("NUMBER") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &self->scale, N_("Times the pixels of a PNG, on as large a paper: 1 to 4 (1)"),
      N_("NUMBER") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &self->text,
      N_("In an SVG: text, which stays editable, or outlines, which look the same everywhere (text)"), N_("KIND") },
    { "csv", 0, 0, G_OPTION_ARG_STRING, &self->csv_style, N_("standard, excel or excel-semicolon (standard)"),
      N_("KIND") },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &self->transparent, N_("Leave the paper uncovered"), NULL },
    { "segment", 0, 0, G_OPTION_ARG_STRING, &self->segment, N_("Segment to show, or all"), N_("ID") },
    { "vendor", 0, 0, G_OPTION_ARG_STRING, &self->vendor, N_("Vendor to show, or all"), N_("ID") },
    { "history", 0, 0, G_OPTION_ARG_STRING, &self->history,
      N_("Published figures beside the projection: usual, all, none, or the ID of a publisher’s definition (usual)"),
      N_("ID") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &self->from, N_("First quarter of a bridge, such as 2022Q2"), N_("QUARTER") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &self->to, N_("Last quarter of a bridge, or quarter of a ranking"),
      N_("QUARTER") },
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &self->outcome,
      N_("What the difference from the baseline is told of: revenue, share or ebita (revenue)"), N_("KIND") },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &self->compared,
      N_("Scenarios side by side, the first being what the others are compared with: as-reported,price-war (those that the "
         "document compares)"), N_("IDS") },
    { "driver", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->drivers,
      N_("Parameter that a map of two parameters shows; given twice, both (the strongest)"), N_("ID") },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &self->measure,
      N_("absolute, share (of the total) or index (start = 100), where a chart has it (absolute)"), N_("NAME") },
    { "look", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->look_texts,
      N_("Of one chart on a page: revenue-area:share, share:index or market-size:absolute+log; may be given again"),
      N_("FIGURE:MEASURE") },
    { "only", 0, 0, G_OPTION_ARG_STRING, &self->only, N_("Of one chart: show this alone, by its ID, such as alibaba"),
      N_("ID") },
    { "between", 0, 0, G_OPTION_ARG_STRING, &self->between,
      N_("Of one chart over time: show this stretch, such as 2023Q1..2025Q4"), N_("QUARTER..QUARTER") },
    { "log", 0, 0, G_OPTION_ARG_NONE, &self->logarithmic, N_("A logarithmic value axis, where a chart may have one"),
      NULL },
    { "no-source", 0, 0, G_OPTION_ARG_NONE, &self->no_source, N_("Leave out the line that names the sources"), NULL },
    { "no-embed", 0, 0, G_OPTION_ARG_NONE, &self->no_embed, N_("Leave the scenario out of the file"), NULL },
    { "no-annotations", 0, 0, G_OPTION_ARG_NONE, &self->no_annotations, N_("Leave out the document’s annotations"), NULL },
    { "no-baseline", 0, 0, G_OPTION_ARG_NONE, &self->no_baseline, N_("Do not show the baseline"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionGroup *group = nepho_cli_scenario_group (&self->scenario, TRUE);

  g_option_group_add_entries (group, entries);
  nepho_cli_runs_add (&self->runs, group);

  return nepho_cli_style_add (&self->style, group, report);
}

static gboolean
read_output (NephoCliChart *self)
{
  g_autofree char *lower = NULL;
  g_autoptr (GError) error = NULL;

  if (self->output == NULL)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--output is missing; expected the name of a file to write"));
      return FALSE;
    }

  lower = g_ascii_strdown (self->output, -1);
  self->table = g_str_has_suffix (lower, ".csv");
  self->workbook = g_str_has_suffix (lower, ".xlsx");
  if (self->table && self->page != 0)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--output: a page of charts is no table; expected .png, .svg, .pdf or .xlsx"));
      return FALSE;
    }
  if (!self->table && !self->workbook && !nepho_picture_format_parse (self->output, &self->picture.format, &error))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--output: %s", error->message);
      return FALSE;
    }

  return TRUE;
}

/* "800x600" and "800pxx600px" have no unit of length. */
static gboolean
is_in_pixels (const char *size)
{
  return strstr (size, "px") != NULL || strpbrk (size, "mcinpt") == NULL;
}

/* Read last: sizes in pixels are those at scale 1. */
static gboolean
read_scale (NephoCliChart *self)
{
  g_autoptr (GError) error = NULL;
  double scale = 1.0;

  if (self->scale != NULL && !nepho_number_parse (self->scale, NEPHO_UNIT_NONE, &scale, &error))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--scale: %s", error->message);
      return FALSE;
    }
  if (scale < 1.0 || scale > MOST_SCALE)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--scale: “%s” is too little or too much; expected 1 to 4"), self->scale);
      return FALSE;
    }
  self->picture.dpi *= scale;

  return TRUE;
}

static gboolean
read_size (NephoCliChart *self)
{
  const char *size = self->size;
  g_autoptr (GError) error = NULL;

  if (size == NULL && self->page == NEPHO_PAGE_OVERVIEW)
    size = OVERVIEW_SIZE;
  else if (size == NULL && self->page != 0)
    nepho_page_sheet_size (self->page, &self->picture.width_pt, &self->picture.height_pt);
  if (self->dpi == NULL && size != NULL && is_in_pixels (size))
    self->picture.dpi = SCREEN_DPI;
  if (self->dpi != NULL && !nepho_number_parse (self->dpi, NEPHO_UNIT_NONE, &self->picture.dpi, &error))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--dpi: %s", error->message);
      return FALSE;
    }
  if (!nepho_picture_check_dpi (self->picture.dpi, &error))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--dpi: %s", error->message);
      return FALSE;
    }
  if (size != NULL
      && !nepho_picture_size_parse (size, self->picture.dpi, &self->picture.width_pt, &self->picture.height_pt,
                                    &error))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--size: %s", error->message);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_text (NephoCliChart *self)
{
  if (self->text == NULL || g_str_equal (self->text, "text"))
    return TRUE;

  self->picture.outlines = g_str_equal (self->text, "outlines");
  if (!self->picture.outlines)
    nepho_cli_fail (NEPHO_CLI_WRONG, _("--text: “%s” is no kind of text; expected text or outlines"), self->text);

  return self->picture.outlines;
}

static gboolean
read_csv (NephoCliChart *self)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_styles;
  const NephoCsvStyle *styles = nepho_csv_styles (&n_styles);

  self->csv = self->csv_style != NULL ? nepho_csv_style_find (self->csv_style) : &styles[0];
  if (self->csv != NULL)
    return TRUE;

  for (guint k = 0; k < n_styles; k++)
    g_string_append_printf (list, "%s%s", k > 0 ? ", " : "", styles[k].id);
  nepho_cli_fail (NEPHO_CLI_WRONG, _("--csv: “%s” is no kind of CSV; expected one of %s"), self->csv_style, list->str);

  return FALSE;
}

/* Of one chart the reader expects just that look. */
static gboolean
check_fits (const char *option, const NephoFigureSpec *figure, const NephoFigureLook *look)
{
  if (!nepho_measure_fits (figure->id, look->measure))
    nepho_cli_fail (NEPHO_CLI_WRONG, _("--%s: the chart “%s” cannot be shown as “%s”"), option, figure->id,
                    nepho_measure_id (look->measure));
  else if (look->logarithmic && !nepho_measure_may_log (figure->id))
    nepho_cli_fail (NEPHO_CLI_WRONG, _("--%s: the chart “%s” has no choice of scale"),
                    g_str_equal (option, "measure") ? "log" : option, figure->id);
  else
    return TRUE;

  return FALSE;
}

/* A page of charts shows each as far as it goes. */
static gboolean
read_measure (NephoCliChart *self)
{
  self->look.logarithmic = self->logarithmic;
  if (self->measure != NULL && !nepho_measure_from_id (self->measure, &self->look.measure))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--measure: there is no measure “%s”; expected one of %s"), self->measure,
                      "absolute, share, index");
      return FALSE;
    }

  return self->figure == NULL || check_fits ("measure", self->figure, &self->look);
}

static gboolean
read_look (NephoCliChart *self, const char *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *id = g_strndup (text, colon != NULL ? (gsize) (colon - text) : strlen (text));
  g_autofree char *measure = g_strdup (colon != NULL ? colon + 1 : "");
  NephoCliLook look = { .figure = nepho_figure_find (id) };
  gboolean logarithmic = g_str_has_suffix (measure, LOG_SUFFIX);

  if (logarithmic)
    measure[strlen (measure) - strlen (LOG_SUFFIX)] = '\0';
  look.look.logarithmic = logarithmic;
  if (look.figure == NULL || !nepho_measure_from_id (measure, &look.look.measure))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--look: “%s” says no figure and how it is shown; expected such as %s"), text,
                      "revenue-area:share");
      return FALSE;
    }
  g_array_append_val (self->looks, look);

  return check_fits ("look", look.figure, &look.look);
}

static gboolean
read_looks (NephoCliChart *self)
{
  gboolean good = TRUE;

  self->looks = g_array_new (FALSE, FALSE, sizeof (NephoCliLook));
  for (guint i = 0; self->look_texts != NULL && self->look_texts[i] != NULL && good; i++)
    good = read_look (self, self->look_texts[i]);

  return good;
}

/**
 * nepho_cli_chart_look:
 * @self: options, checked
 * @figure: one of several charts
 *
 * Returns: how it is looked at: as was said of it, or else of all
 */
NephoFigureLook
nepho_cli_chart_look (const NephoCliChart *self, const NephoFigureSpec *figure)
{
  for (guint i = self->looks->len; i > 0; i--)
    if (g_array_index (self->looks, NephoCliLook, i - 1).figure == figure)
      return g_array_index (self->looks, NephoCliLook, i - 1).look;

  return self->look;
}

/* A quarter, or a year with decimals as the window has it. */
static gboolean
read_time (const char *text, double *year)
{
  NephoQuarter quarter;
  char *end = NULL;

  if (nepho_quarter_parse (text, &quarter, NULL))
    {
      *year = nepho_quarter_year (quarter);
      return TRUE;
    }
  if (!g_ascii_isdigit (*text))
    return FALSE;

  *year = g_ascii_strtod (text, &end);

  return *end == '\0' && isfinite (*year);
}

static gboolean
read_view (NephoCliChart *self)
{
  g_auto (GStrv) ends = self->between != NULL ? g_strsplit (self->between, "..", 2) : NULL;

  self->view = (NephoPlotView) NEPHO_PLOT_VIEW_ALL;
  if ((self->only != NULL || self->between != NULL) && self->figure == NULL)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--%s: only a single chart is shown in part"), self->only != NULL ? "only" : "between");
      return FALSE;
    }
  if (ends != NULL
      && (g_strv_length (ends) != 2 || !read_time (ends[0], &self->view.x_minimum)
          || !read_time (ends[1], &self->view.x_maximum) || self->view.x_minimum >= self->view.x_maximum))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--between: “%s” is no stretch of time; expected such as 2023Q1..2025Q4"),
                      self->between);
      return FALSE;
    }

  return TRUE;
}

/**
 * nepho_cli_chart_look_at:
 * @self: options, checked
 * @figure: the only figure, made
 *
 * Takes over what is looked at of it.
 *
 * Returns: %FALSE, having said why, where it has no such part
 */
gboolean
nepho_cli_chart_look_at (NephoCliChart *self, const NephoPlotFigure *figure)
{
  double first;
  double last;

  nepho_plot_figure_span (figure, &first, &last);
  if (self->only != NULL && !nepho_plot_figure_can_isolate (figure, self->only))
    nepho_cli_fail (NEPHO_CLI_WRONG, _("--only: the chart “%s” does not show “%s” among others"), figure->id, self->only);
  else if (self->between != NULL && (figure->x.kind != NEPHO_PLOT_SCALE_TIME || figure->horizontal))
    nepho_cli_fail (NEPHO_CLI_WRONG, _("--between: the chart “%s” has no time axis"), figure->id);
  else if (self->between != NULL && !(self->view.x_minimum < last && self->view.x_maximum > first))
    nepho_cli_fail (NEPHO_CLI_WRONG, _("--between: the chart “%s” has nothing in %s"), figure->id, self->between);
  else
    {
      self->view.isolated = self->only;
      self->picture.view = &self->view;
      return TRUE;
    }

  return FALSE;
}

/**
 * nepho_cli_chart_check_look:
 * @self: options as they were read
 *
 * Reads how charts are to look.
 *
 * Returns: %FALSE, having said why, where any of it is wrong
 */
gboolean
nepho_cli_chart_check_look (NephoCliChart *self)
{
  self->picture.transparent = self->transparent;

  return read_size (self) && read_scale (self) && read_text (self) && read_csv (self) && read_measure (self)
         && read_looks (self) && read_view (self) && nepho_cli_style_load (&self->style, &self->picture);
}

/**
 * nepho_cli_chart_check:
 * @self: options as they were read
 *
 * Reads what does not depend on the data set.
 *
 * Returns: %FALSE, having said why, where any of it is wrong
 */
gboolean
nepho_cli_chart_check (NephoCliChart *self)
{
  return read_output (self) && nepho_cli_chart_check_look (self);
}

static gboolean
choose_segment (NephoCliChart *self, NephoFigureContext *context)
{
  const NephoDataset *dataset = self->scenario.dataset;
  g_autoptr (GString) list = g_string_new (ALL);

  if (self->segment == NULL)
    return TRUE;
  if (g_str_equal (self->segment, ALL))
    {
      context->segment = NEPHO_SEGMENT_ALL;
      return TRUE;
    }

  for (guint s = 0; s < dataset->segments->len; s++)
    {
      const char *id = nepho_dataset_segment (dataset, s)->id;

      if (g_str_equal (id, self->segment))
        {
          context->segment = (int) s;
          return TRUE;
        }
      g_string_append_printf (list, ", %s", id);
    }

  nepho_cli_fail (NEPHO_CLI_WRONG, _("--segment: there is no segment “%s”; expected one of %s"), self->segment,
                  list->str);
  return FALSE;
}

static gboolean
choose_vendor (NephoCliChart *self, NephoFigureContext *context)
{
  const NephoDataset *dataset = self->scenario.dataset;
  g_autoptr (GString) list = g_string_new (ALL);

  if (self->vendor == NULL || g_str_equal (self->vendor, ALL))
    return TRUE;

  for (guint i = 0; i < dataset->vendors->len; i++)
    {
      const char *id = nepho_dataset_vendor (dataset, i)->id;

      if (g_str_equal (id, self->vendor))
        {
          context->vendor = (int) i;
          return TRUE;
        }
      g_string_append_printf (list, ", %s", id);
    }

  nepho_cli_fail (NEPHO_CLI_WRONG, _("--vendor: there is no vendor “%s”; expected one of %s"), self->vendor, list->str);
  return FALSE;
}

/* Whose history the figures have that are drawn, each once. */
static GPtrArray *
history_choices (const NephoDataset *dataset, const NephoFigureSpec *figure, NephoPages page, int segment)
{
  GPtrArray *choices = nepho_history_choices_new ();
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  for (guint k = 0; k < n_specs; k++)
    if ((figure == NULL || figure == &specs[k]) && (page == 0 || (specs[k].pages & page) != 0))
      nepho_history_choices_add (choices, dataset, &specs[k], segment);

  return choices;
}

/**
 * nepho_cli_choose_history:
 * @history: (nullable): what --history says
 * @dataset: a data set
 * @figure: (nullable): the only figure that is drawn
 * @page: all of whose figures are drawn, or 0
 * @context: (inout): what they show, its segment chosen
 *
 * Returns: %FALSE, having said why, where none of them has such a history
 */
gboolean
nepho_cli_choose_history (const char *history,
                          const NephoDataset *dataset,
                          const NephoFigureSpec *figure,
                          NephoPages page,
                          NephoFigureContext *context)
{
  g_autoptr (GPtrArray) choices = NULL;
  g_autoptr (GString) list = g_string_new (NEPHO_HISTORY_USUAL ", " NEPHO_HISTORY_ALL ", " NEPHO_HISTORY_NONE);

  context->history = history;
  if (history == NULL || g_str_equal (history, NEPHO_HISTORY_USUAL) || g_str_equal (history, NEPHO_HISTORY_ALL)
      || g_str_equal (history, NEPHO_HISTORY_NONE))
    return TRUE;

  choices = history_choices (dataset, figure, page, context->segment);
  for (guint i = 0; i < choices->len; i++)
    {
      const NephoHistoryChoice *choice = g_ptr_array_index (choices, i);

      if (g_str_equal (choice->id, history))
        return TRUE;
      g_string_append_printf (list, ", %s", choice->id);
    }

  nepho_cli_fail (NEPHO_CLI_WRONG, _("--history: nothing is published under “%s”; expected one of %s"), history, list->str);
  return FALSE;
}

static gboolean
choose_quarter (NephoCliChart *self, const char *option, const char *text, guint *t)
{
  NephoQuarter base = self->scenario.dataset->base_quarter;
  NephoQuarter quarter;
  g_autofree char *first = nepho_quarter_format (base);
  g_autofree char *last = nepho_quarter_format (base + (NephoQuarter) self->scenario.horizon);
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return TRUE;
  if (!nepho_quarter_parse (text, &quarter, &error))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--%s: %s", option, error->message);
      return FALSE;
    }
  if (quarter < base || quarter > base + (NephoQuarter) self->scenario.horizon)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--%s: %s is outside the run; expected %s to %s"), option, text, first, last);
      return FALSE;
    }

  *t = (guint) (quarter - base);
  return TRUE;
}

static gboolean
choose_outcome (NephoCliChart *self, NephoFigureContext *context)
{
  if (self->outcome == NULL || nepho_outcome_find (self->outcome, &context->outcome))
    return TRUE;

  nepho_cli_fail (NEPHO_CLI_WRONG, _("--outcome: “%s” is no outcome; expected revenue, share or ebita"), self->outcome);
  return FALSE;
}

/* Reads what depends on the data set. */
static gboolean
choose (NephoCliChart *self, NephoFigureContext *context)
{
  return choose_segment (self, context) && choose_vendor (self, context)
         && nepho_cli_choose_history (self->history, self->scenario.dataset, self->figure, self->page, context)
         && choose_outcome (self, context)
         && choose_quarter (self, "from", self->from, &context->from)
         && choose_quarter (self, "to", self->to, &context->to);
}

/* What the files are about, and keep. */
static gboolean
take_subject (NephoCliChart *self)
{
  self->subject = nepho_cli_scenario_subject (&self->scenario);
  if (self->subject != NULL && !self->no_embed)
    self->packed = nepho_document_pack (self->subject);
  self->picture.document = self->packed;

  return self->subject != NULL;
}

/* What is asked for, or what the document compares. */
static gboolean
compare (NephoCliChart *self)
{
  g_auto (GStrv) ids = self->compared != NULL ? g_strsplit (self->compared, ",", -1) : NULL;

  self->comparison = nepho_cli_comparison_new (self->subject, ids, "--compare: ");

  return self->comparison != NULL;
}

/* What charts of many runs and of two parameters show. */
static gboolean
choose_runs (NephoCliChart *self, NephoFigureContext *context)
{
  guint n = self->drivers != NULL ? g_strv_length (self->drivers) : 0;

  if (!nepho_cli_runs_read (&self->runs, &self->scenario))
    return FALSE;
  context->n_runs = self->runs.n_runs;
  context->seed = self->runs.seed_number;
  context->runs = &self->cache;

  if (n > G_N_ELEMENTS (context->drivers))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--driver: a map shows two parameters; %u were given"), n);
      return FALSE;
    }
  for (guint k = 0; k < n; k++)
    {
      int parameter = nepho_parameter_set_find (self->scenario.parameters, self->drivers[k]);

      if (parameter < 0)
        {
          g_autofree char *message = nepho_parameters_unknown (self->scenario.parameters, self->drivers[k]);

          nepho_cli_fail (NEPHO_CLI_WRONG, "--driver: %s", message);
          return FALSE;
        }
      context->drivers[k] = (guint) parameter + 1;
    }

  return TRUE;
}

/**
 * nepho_cli_chart_run:
 * @self: options, checked
 * @context: (out): what figures show; it rests on @self and on the results
 * @results: (out): results of the scenario
 * @baseline: (out) (nullable): those of the baseline, where it is shown
 *
 * Loads and runs the scenario.
 *
 * Returns: %FALSE, having said why, where any of it is wrong
 */
gboolean
nepho_cli_chart_run (NephoCliChart *self, NephoFigureContext *context, NephoResults **results, NephoResults **baseline)
{
  if (!nepho_cli_scenario_load (&self->scenario))
    return FALSE;

  *results = nepho_cli_scenario_run (&self->scenario);
  if (nepho_cli_scenario_differs (&self->scenario) && !self->no_baseline)
    *baseline = nepho_cli_scenario_run_baseline (&self->scenario);
  nepho_figure_context_init (context, self->scenario.parameters, self->scenario.values,
                             self->scenario.baseline_values, *results, *baseline);
  context->events = self->scenario.events;
  context->money = &self->scenario.money;
  context->scenario = self->scenario.built_in;
  context->own_scenario = self->scenario.own_name;
  context->without_source = self->no_source;
  context->annotations = self->no_annotations ? NULL : nepho_cli_scenario_annotations (&self->scenario);
  context->look = self->look;

  if (!choose (self, context) || !choose_runs (self, context) || !take_subject (self) || !compare (self))
    return FALSE;

  context->comparison = self->comparison;
  return TRUE;
}

/**
 * nepho_cli_chart_clear:
 * @self: options
 */
void
nepho_cli_chart_clear (NephoCliChart *self)
{
  nepho_runs_cache_clear (&self->cache);
  nepho_cli_runs_clear (&self->runs);
  g_strfreev (self->drivers);
  nepho_cli_scenario_clear (&self->scenario);
  g_clear_object (&self->subject);
  nepho_cli_style_clear (&self->style);
  g_clear_pointer (&self->packed, g_bytes_unref);
  g_free (self->output);
  g_free (self->size);
  g_free (self->dpi);
  g_free (self->scale);
  g_free (self->text);
  g_free (self->csv_style);
  g_free (self->segment);
  g_free (self->vendor);
  g_free (self->history);
  g_free (self->outcome);
  g_free (self->compared);
  g_clear_pointer (&self->comparison, nepho_comparison_free);
  g_free (self->measure);
  g_strfreev (self->look_texts);
  g_free (self->only);
  g_free (self->between);
  g_clear_pointer (&self->looks, g_array_unref);
  g_free (self->from);
  g_free (self->to);
}
