/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-report.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-changes.h"
#include "nepho-citations.h"
#include "nepho-document-scenario.h"
#include "nepho-event-words.h"
#include "nepho-number.h"
#include "nepho-paper.h"
#include "nepho-picture-private.h"
#include "nepho-record.h"

#define GAP_BETWEEN_FIGURES 14.0
#define FOOT_HEIGHT 24.0

/* Pages by name: width and height in mm, margin in mm, charts a page. The slide is 16:9, 10 inches
 * wide, as office programs have it. */
static const struct
{
  const char *name;
  double      width;
  double      height;
  double      margin;
  guint       figures;
} pages[] = {
  { "a4", 210.0, 297.0, 18.0, 2 },
  { "letter", 215.9, 279.4, 18.0, 2 },
  { "slide", 254.0, 142.875, 12.0, 1 },
};

static const char * const page_names[] = { "a4", "letter", "slide", NULL };

/**
 * nepho_report_pages:
 *
 * Returns: (array zero-terminated=1) (transfer none): the names of pages
 */
const char * const *
nepho_report_pages (void)
{
  return page_names;
}

/**
 * nepho_report_style_page:
 * @style: a style
 * @page: "a4", "letter" or "slide"
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_PICTURE_ERROR_SIZE, nothing changed, where there is no such page
 */
gboolean
nepho_report_style_page (NephoReportStyle *style, const char *page, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, page))
      {
        style->width_pt = pages[i].width / MM_PER_INCH * POINTS_PER_INCH;
        style->height_pt = pages[i].height / MM_PER_INCH * POINTS_PER_INCH;
        style->margin_pt = pages[i].margin / MM_PER_INCH * POINTS_PER_INCH;
        style->figures_a_page = pages[i].figures;
        return TRUE;
      }

  g_set_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_SIZE,
               _("There is no page “%s”; expected a4, letter or slide"), page);
  return FALSE;
}

/**
 * nepho_report_style_init:
 * @style: (out caller-allocates): a style
 *
 * Fills in what suits most: all parts on A4, light, without a logo.
 */
void
nepho_report_style_init (NephoReportStyle *style)
{
  *style = (NephoReportStyle) { .theme = nepho_plot_theme_find ("light"), .parts = NEPHO_REPORT_ALL };
  nepho_report_style_page (style, "a4", NULL);
}

/**
 * nepho_report_title:
 * @document: a document
 *
 * Returns: (transfer full): what files of several charts of it are called
 */
char *
nepho_report_title (NephoDocument *document)
{
  /* Translators: a data set, a scenario */
  return g_strdup_printf (_("%s: %s"), nepho_text_get (nepho_document_get_dataset (document)->name),
                          nepho_document_get_title (document));
}

/**
 * nepho_report_keywords:
 * @document: a document
 * @figure: (nullable): the only figure of the file
 *
 * Returns: (transfer full): by what a file of it is found: the figure, the data set, the scenario and the vendors
 */
char *
nepho_report_keywords (NephoDocument *document, const NephoPlotFigure *figure)
{
  const NephoDataset *dataset = nepho_document_get_dataset (document);
  const NephoFigureSpec *spec = figure != NULL ? nepho_figure_find (figure->id) : NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (spec != NULL)
    g_ptr_array_add (words, _(spec->name));
  g_ptr_array_add (words, (gpointer) nepho_text_get (dataset->name));
  g_ptr_array_add (words, (gpointer) nepho_document_get_title (document));
  for (guint i = 0; i < dataset->vendors->len; i++)
    if (!nepho_figure_is_aggregate (dataset, i))
      g_ptr_array_add (words, (gpointer) nepho_text_get (nepho_dataset_vendor (dataset, i)->name));
  g_ptr_array_add (words, (gpointer) "Nephoscope");
  g_ptr_array_add (words, NULL);

  return g_strjoinv (", ", (char **) words->pdata);
}

static const NephoDataset *
dataset_of (const NephoFigureContext *context)
{
  return nepho_parameter_set_dataset (context->parameters);
}

static char *
format (double value, NephoUnit unit)
{
  return nepho_number_format (value, unit, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
}

/* In the reader's words, or else those of the scenario. */
static const char *
description_of (NephoDocument *document)
{
  const NephoScenario *scenario = nepho_document_find_scenario (document, nepho_document_get_scenario (document));
  const char *said = nepho_document_get_properties (document)->description;

  return *said != '\0' || scenario == NULL ? said : nepho_text_get (scenario->story);
}

/* A paragraph a line that holds anything. */
static void
add_lines (NephoPaper *paper, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      nepho_paper_text (paper, NEPHO_PAPER_TEXT, lines[i]);
}

/* The article's argument that the scenario follows, where it follows one. */
static void
add_article (NephoPaper *paper, NephoDocument *document)
{
  const NephoScenario *scenario = nepho_document_find_scenario (
      document, nepho_document_get_built_in (document, nepho_document_get_scenario (document)));
  g_autofree char *text = NULL;

  if (scenario == NULL || scenario->article == NULL)
    return;

  /* Translators: what the article argues, which the scenario follows */
  text = g_strdup_printf (_("The article: %s"), nepho_text_get (scenario->article));
  nepho_paper_text (paper, NEPHO_PAPER_SMALL, text);
}

/* What the reader holds in hand: the scenario and what is said of it. */
static void
add_cover (NephoPaper *paper, const NephoFigureContext *context, NephoDocument *document)
{
  const NephoDataset *dataset = dataset_of (context);
  g_autofree char *first = nepho_quarter_format (dataset->base_quarter);
  g_autofree char *last = nepho_quarter_format (dataset->base_quarter + (NephoQuarter) context->results->n_quarters - 1);
  g_autofree char *data = NULL;

  nepho_paper_text (paper, NEPHO_PAPER_TITLE, nepho_document_get_title (document));
  /* Translators: a data set, its version, the first and the last quarter */
  data = g_strdup_printf (_("%s, data version %s, %s to %s"), nepho_text_get (dataset->name), dataset->version, first, last);
  nepho_paper_text (paper, NEPHO_PAPER_SMALL, data);
  add_lines (paper, description_of (document));
  add_article (paper, document);
  add_lines (paper, nepho_document_get_properties (document)->notes);
}

static void
add_messages (NephoPaper *paper, GPtrArray *figures)
{
  nepho_paper_text (paper, NEPHO_PAPER_HEADING, _("What the charts say"));
  for (guint i = 0; i < figures->len; i++)
    {
      const NephoPlotFigure *figure = g_ptr_array_index (figures, i);

      if (figure->title != NULL)
        nepho_paper_text (paper, NEPHO_PAPER_ITEM, figure->title);
    }
}

static char *
source_of (const NephoFigureContext *context, const NephoParameter *parameter)
{
  const NephoFact *fact
    = parameter->source != NULL ? nepho_dataset_find_fact (dataset_of (context), parameter->source) : NULL;

  if (fact != NULL)
    return g_strdup (fact->publisher);

  return g_strdup_printf (_("Assumption: %s"), parameter->reason != NULL ? _(parameter->reason) : "");
}

static void
add_change (NephoPaper *paper, const NephoFigureContext *context, guint index)
{
  const NephoParameter *parameter = nepho_parameter_set_get (context->parameters, index);
  g_autofree char *title = nepho_parameter_title (context->parameters, index);
  g_autofree char *here = format (context->values[index], parameter->spec->unit);
  g_autofree char *there = format (parameter->initial, parameter->spec->unit);
  g_autofree char *source = source_of (context, parameter);
  g_autofree char *set_by = nepho_changes_set_by (context, index);
  g_autofree char *course = nepho_events_describe (context->parameters, index, context->events, context->money);
  g_autofree char *all = course != NULL ? g_strdup_printf ("%s; %s", here, course) : g_strdup (here);
  const char *cells[] = { title, all, set_by, there, source };

  nepho_paper_table_row (paper, cells);
}

/* The assumptions that are not the data set's, each with its source. */
static void
add_changes (NephoPaper *paper, const NephoFigureContext *context)
{
  static const double widths[] = { 0.28, 0.12, 0.18, 0.12, 0.30 };
  const char *names[] = { _("Parameter"), _("Here"), _("Set by"), _("Data set"), _("Source of the data set’s value") };
  gboolean begun = FALSE;

  nepho_paper_text (paper, NEPHO_PAPER_HEADING, _("What differs from the data set"));
  for (guint i = 0; i < nepho_parameter_set_size (context->parameters); i++)
    {
      if (!nepho_figure_differs (context, i))
        continue;
      if (!begun)
        nepho_paper_table_begin (paper, widths, G_N_ELEMENTS (widths), names);
      begun = TRUE;
      add_change (paper, context, i);
    }
  if (!begun)
    nepho_paper_text (paper, NEPHO_PAPER_TEXT, _("Nothing: every value is the data set’s own."));
}

/* What the reader says of values, whether they changed them or not. */
static void
add_notes (NephoPaper *paper, const NephoFigureContext *context, NephoDocument *document)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < nepho_parameter_set_size (context->parameters); i++)
    {
      const char *note = nepho_changes_note (context, document, i);
      g_autofree char *title = NULL;
      g_autofree char *text = NULL;

      if (*note == '\0')
        continue;
      if (!begun)
        nepho_paper_text (paper, NEPHO_PAPER_HEADING, _("Notes on values"));
      begun = TRUE;
      title = nepho_parameter_title (context->parameters, i);
      /* Translators: a parameter, and what the reader says of its value */
      text = g_strdup_printf (_("%s: %s"), title, note);
      nepho_paper_text (paper, NEPHO_PAPER_ITEM, text);
    }
}

/* "+3.2 %" of the baseline; nothing where that is 0. */
static char *
format_change (const NephoMove *move)
{
  double change = (move->after - move->before) / fabs (move->before);

  return isfinite (change)
           ? nepho_number_format (change, NEPHO_UNIT_FRACTION, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_WITH_SIGN)
           : g_strdup ("");
}

static void
add_move (NephoPaper *paper, const NephoFigureContext *context, const NephoMove *move)
{
  NephoNumberStyle style = NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT;
  NephoUnit unit = nepho_record_unit (move->id);
  g_autofree char *title = nepho_record_title (dataset_of (context), move->id);
  g_autofree char *before = nepho_currency_format (context->money, move->before, unit, style);
  g_autofree char *after = nepho_currency_format (context->money, move->after, unit, style);
  g_autofree char *difference
    = nepho_currency_format (context->money, move->after - move->before, unit, style | NEPHO_NUMBER_WITH_SIGN);
  g_autofree char *change = format_change (move);
  const char *cells[] = { title, before, after, difference, change };

  nepho_paper_table_change (paper, cells, 2, move->after > move->before ? 1 : -1);
}

/* What the differing assumptions make of the results. */
static void
add_comparison (NephoPaper *paper, const NephoFigureContext *context)
{
  static const double widths[] = { 0.42, 0.16, 0.16, 0.16, 0.10 };
  const char *names[] = { _("Result"), _("Baseline"), _("Here"), _("Difference"), _("Per cent") };
  NephoAssumptions theirs = { context->baseline_values, context->baseline_events };
  NephoAssumptions ours = { context->values, context->events };
  guint horizon = context->results->n_quarters - 1;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) moves = NULL;

  if (context->baseline == NULL)
    return;

  before = nepho_record_run ((NephoParameterSet *) context->parameters, &theirs, horizon);
  after = nepho_record_run ((NephoParameterSet *) context->parameters, &ours, horizon);
  moves = nepho_record_compare (before, after, NEPHO_RECORD_LIMIT);
  nepho_paper_text (paper, NEPHO_PAPER_HEADING, _("Compared with the baseline"));
  if (moves->len == 0)
    nepho_paper_text (paper, NEPHO_PAPER_TEXT, _("No result differs by more than 0.1 %."));
  else
    nepho_paper_table_begin (paper, widths, G_N_ELEMENTS (widths), names);
  for (guint i = 0; i < moves->len; i++)
    add_move (paper, context, g_ptr_array_index (moves, i));
}

static void
add_figures (NephoPaper *paper, GPtrArray *figures, const NephoReportStyle *style)
{
  guint n = MAX (style->figures_a_page, 1);
  double room = style->height_pt - 2.0 * style->margin_pt - FOOT_HEIGHT;

  nepho_paper_group (paper, _("Charts"));
  for (guint i = 0; i < figures->len; i++)
    {
      if (i % n == 0)
        nepho_paper_break (paper);
      nepho_paper_figure (paper, g_ptr_array_index (figures, i), (room - GAP_BETWEEN_FIGURES * (n - 1)) / n);
    }
}

static void
add_method (NephoPaper *paper, const NephoFigureContext *context, NephoDocument *document)
{
  guint n_values = nepho_parameter_set_size (context->parameters);
  guint n_sourced = 0;
  g_autofree char *counted = NULL;
  g_autofree char *versions = NULL;

  for (guint i = 0; i < n_values; i++)
    if (nepho_parameter_set_get (context->parameters, i)->source != NULL)
      n_sourced++;
  counted = g_strdup_printf (_("%u of the %u starting values are published figures; the others are assumptions, "
                               "each with its reason."), n_sourced, n_values);

  nepho_paper_break (paper);
  nepho_paper_text (paper, NEPHO_PAPER_HEADING, _("Method"));
  nepho_paper_text (paper, NEPHO_PAPER_TEXT,
                    _("Customers of each segment choose among vendors anew when their contracts end. How many choose "
                      "whom depends on price, on the lead of the vendor’s AI model, on its position in the other "
                      "segments and on its size; how strongly each counts are parameters. AI spreads among customers "
                      "as new products do (Bass 1969); costs fall with what was made (Wright 1936); training and "
                      "inference are costed by their arithmetic (Kaplan et al. 2020)."));
  nepho_paper_text (paper, NEPHO_PAPER_TEXT,
                    _("The model is a tool to think with and no forecast: it shows what follows from the assumptions. "
                      "It uses no random numbers, so that the same assumptions give the same results anywhere."));
  nepho_paper_text (paper, NEPHO_PAPER_TEXT, counted);
  /* Translators: version of the program, of the model, of the data; a number */
  versions = g_strdup_printf (_("Made with Nephoscope %s: model version %u, data version %s, seed %u."),
                              NEPHO_VERSION, NEPHO_ENGINE_VERSION, dataset_of (context)->version,
                              nepho_document_get_properties (document)->seed);
  nepho_paper_text (paper, NEPHO_PAPER_TEXT, versions);
}

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const NephoFact *left = *(const NephoFact * const *) a;
  const NephoFact *right = *(const NephoFact * const *) b;
  int order = strcmp (left->publisher, right->publisher);

  if (order == 0)
    order = strcmp (left->title, right->title);

  return order != 0 ? order : strcmp (left->url, right->url);
}

/* The texts that the cited figures were read in, each once, by publisher. */
static void
add_sources (NephoPaper *paper, const NephoFigureContext *context, GPtrArray *figures)
{
  g_autoptr (GPtrArray) cited = nepho_citations_new (context, figures);

  g_ptr_array_sort (cited, compare_sources);
  nepho_paper_text (paper, NEPHO_PAPER_HEADING, _("Sources"));
  for (guint i = 0; i < cited->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (cited, i);
      g_autofree char *text = NULL;

      if (i > 0 && compare_sources (&cited->pdata[i - 1], &cited->pdata[i]) == 0)
        continue;
      text = g_strdup_printf ("%s: %s%s%s", fact->publisher, fact->title, *fact->url != '\0' ? ". " : "", fact->url);
      nepho_paper_link (paper, text, fact->url);
    }
  nepho_paper_text (paper, NEPHO_PAPER_SMALL, _("Data of Epoch AI are used under CC BY 4.0."));
}

typedef struct
{
  const guint8 *data;
  gsize         length;
  gsize         at;
} Bytes;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Bytes *bytes = closure;

  if (bytes->length - bytes->at < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, bytes->data + bytes->at, length);
  bytes->at += length;

  return CAIRO_STATUS_SUCCESS;
}

/* Reads the logo; NULL with an error where it is no PNG. */
static cairo_surface_t *
read_logo (GBytes *logo, GError **error)
{
  Bytes bytes = { 0 };
  cairo_surface_t *surface;

  bytes.data = g_bytes_get_data (logo, &bytes.length);
  surface = cairo_image_surface_create_from_png_stream (read_cb, &bytes);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS && cairo_image_surface_get_width (surface) > 0)
    return surface;

  cairo_surface_destroy (surface);
  g_set_error_literal (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_FORMAT,
                       _("The logo cannot be read; expected a PNG picture"));
  return NULL;
}

struct _NephoReport
{
  const NephoReportStyle *style;
  GPtrArray              *figures;
  NephoDocument          *document;
  NephoPaper             *paper;
  cairo_surface_t        *logo; /* or NULL */
};

static void
add_parts (NephoReport *self, const NephoFigureContext *context)
{
  NephoReportParts parts = self->style->parts;

  if ((parts & NEPHO_REPORT_COVER) != 0)
    add_cover (self->paper, context, self->document);
  if ((parts & NEPHO_REPORT_NUMBERS) != 0)
    {
      g_autoptr (GPtrArray) headlines = nepho_headlines_build (context);

      nepho_paper_numbers (self->paper, headlines);
    }
  if ((parts & NEPHO_REPORT_MESSAGES) != 0)
    add_messages (self->paper, self->figures);
  if ((parts & NEPHO_REPORT_CHANGES) != 0)
    {
      add_changes (self->paper, context);
      add_notes (self->paper, context, self->document);
    }
  if ((parts & NEPHO_REPORT_COMPARE) != 0)
    add_comparison (self->paper, context);
  if ((parts & NEPHO_REPORT_CHARTS) != 0)
    add_figures (self->paper, self->figures, self->style);
  if ((parts & NEPHO_REPORT_METHOD) != 0)
    add_method (self->paper, context, self->document);
  if ((parts & NEPHO_REPORT_SOURCES) != 0)
    add_sources (self->paper, context, self->figures);
}

/**
 * nepho_report_new:
 * @context: what the figures were made from
 * @figures: (element-type NephoPlotFigure): the charts, in order
 * @document: the scenario at work, and what the reader says of it
 * @style: the house style, and which parts are wanted
 * @error: return location for an error
 *
 * Lays a report out. Figures, document and style must outlive it.
 *
 * Returns: (transfer full) (nullable): the report, or %NULL with %NEPHO_PICTURE_ERROR_FORMAT where the logo is none
 */
NephoReport *
nepho_report_new (const NephoFigureContext *context,
                  GPtrArray *figures,
                  NephoDocument *document,
                  const NephoReportStyle *style,
                  GError **error)
{
  NephoPaperLook look = {
    .width = style->width_pt,
    .height = style->height_pt,
    .margin = style->margin_pt,
    .text_scale = 1.0,
    .theme = style->theme,
    .footer = style->footer,
  };
  NephoReport *self;

  if (style->logo != NULL && (look.logo = read_logo (style->logo, error)) == NULL)
    return NULL;

  self = g_new0 (NephoReport, 1);
  self->style = style;
  self->figures = figures;
  self->document = document;
  self->logo = look.logo;
  self->paper = nepho_paper_new (&look);
  add_parts (self, context);

  return self;
}

/**
 * nepho_report_free:
 * @self: (transfer full) (nullable): a report
 */
void
nepho_report_free (NephoReport *self)
{
  if (self == NULL)
    return;

  nepho_paper_free (self->paper);
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  g_free (self);
}

/**
 * nepho_report_n_pages:
 * @self: a report
 *
 * Returns: how many pages it has
 */
guint
nepho_report_n_pages (NephoReport *self)
{
  return nepho_paper_n_pages (self->paper);
}

/**
 * nepho_report_draw:
 * @self: a report
 * @cr: where to draw; a unit is a point
 * @page: which page, from 0
 */
void
nepho_report_draw (NephoReport *self, cairo_t *cr, guint page)
{
  nepho_paper_draw (self->paper, cr, page);
}

static void
draw_page (cairo_t *cr, guint page, gconstpointer data)
{
  nepho_report_draw ((NephoReport *) data, cr, page);
}

/**
 * nepho_report_encode:
 * @context: what the figures were made from
 * @figures: (element-type NephoPlotFigure): the charts, in order
 * @document: the scenario at work, and what the reader says of it
 * @style: the house style, and which parts are wanted
 * @error: return location for an error
 *
 * Makes a report as PDF: a cover with the headline numbers and the message of each chart, what differs
 * from the data set, the charts, the method and the sources. The same values give the same bytes.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %NEPHO_PICTURE_ERROR
 */
GBytes *
nepho_report_encode (const NephoFigureContext *context,
                     GPtrArray *figures,
                     NephoDocument *document,
                     const NephoReportStyle *style,
                     GError **error)
{
  g_autoptr (NephoReport) report = nepho_report_new (context, figures, document, style, error);
  gboolean with_charts = (style->parts & NEPHO_REPORT_CHARTS) != 0;
  g_autoptr (GPtrArray) alternatives = g_ptr_array_new ();
  g_autoptr (GArray) bookmarks = NULL;
  g_autofree char *keywords = NULL;
  NephoPictureOptions options;

  if (report == NULL)
    return NULL;

  for (guint i = 0; i < figures->len && with_charts; i++)
    g_ptr_array_add (alternatives, (gpointer) nepho_picture_alternative (g_ptr_array_index (figures, i)));
  bookmarks = nepho_paper_bookmarks (report->paper);
  keywords = nepho_report_keywords (document, NULL);
  nepho_picture_options_init (&options);
  options.format = NEPHO_PICTURE_PDF;
  options.width_pt = style->width_pt;
  options.height_pt = style->height_pt;
  options.theme = style->theme;
  options.document = style->document;
  options.author = style->author;
  options.keywords = keywords;

  return nepho_picture_encode_job (&(NephoPictureJob) {
    .options = &options,
    .title = nepho_document_get_title (document),
    .description = description_of (document),
    .alternatives = alternatives,
    .n_pages = nepho_report_n_pages (report),
    .draw = draw_page,
    .bookmarks = bookmarks,
    .data = report,
  }, error);
}
