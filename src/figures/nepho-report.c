/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-changes.h"
#include "nepho-number.h"
#include "nepho-paper.h"
#include "nepho-picture-private.h"

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
 * Fills in what suits most: A4, light, without a logo.
 */
void
nepho_report_style_init (NephoReportStyle *style)
{
  *style = (NephoReportStyle) { .theme = nepho_plot_theme_find ("light") };
  nepho_report_style_page (style, "a4", NULL);
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

/* What the reader holds in hand: the scenario, its numbers, and what the charts say. */
static void
add_cover (NephoPaper *paper, const NephoFigureContext *context, GPtrArray *figures, const NephoScenario *scenario)
{
  const NephoDataset *dataset = dataset_of (context);
  g_autoptr (GPtrArray) headlines = nepho_headlines_build (context);
  g_autofree char *first = nepho_quarter_format (dataset->base_quarter);
  g_autofree char *last = nepho_quarter_format (dataset->base_quarter + (NephoQuarter) context->results->n_quarters - 1);
  g_autofree char *data = NULL;

  nepho_paper_text (paper, NEPHO_PAPER_TITLE,
                    nepho_text_get (scenario != NULL ? scenario->name : dataset->name));
  /* Translators: a data set, its version, the first and the last quarter */
  data = g_strdup_printf (_("%s, data version %s, %s to %s"), nepho_text_get (dataset->name), dataset->version, first, last);
  nepho_paper_text (paper, NEPHO_PAPER_SMALL, data);
  if (scenario != NULL)
    nepho_paper_text (paper, NEPHO_PAPER_TEXT, nepho_text_get (scenario->story));
  nepho_paper_numbers (paper, headlines);

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
  const char *cells[] = { title, here, set_by, there, source };

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
      if (context->values[i] == nepho_parameter_set_get (context->parameters, i)->initial)
        continue;
      if (!begun)
        nepho_paper_table_begin (paper, widths, G_N_ELEMENTS (widths), names);
      begun = TRUE;
      add_change (paper, context, i);
    }
  if (!begun)
    nepho_paper_text (paper, NEPHO_PAPER_TEXT, _("Nothing: every value is the data set’s own."));
}

static void
add_figures (NephoPaper *paper, GPtrArray *figures, const NephoReportStyle *style)
{
  guint n = MAX (style->figures_a_page, 1);
  double room = style->height_pt - 2.0 * style->margin_pt - FOOT_HEIGHT;

  for (guint i = 0; i < figures->len; i++)
    {
      if (i % n == 0)
        nepho_paper_break (paper);
      nepho_paper_figure (paper, g_ptr_array_index (figures, i), (room - GAP_BETWEEN_FIGURES * (n - 1)) / n);
    }
}

static void
add_method (NephoPaper *paper, const NephoFigureContext *context)
{
  guint n_values = nepho_parameter_set_size (context->parameters);
  guint n_sourced = 0;
  g_autofree char *counted = NULL;

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
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The texts that the cited figures were read in, each once, in alphabetical order. */
static GPtrArray *
cited_texts (const NephoFigureContext *context)
{
  const NephoDataset *dataset = dataset_of (context);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < nepho_parameter_set_size (context->parameters) + dataset->observations->len; i++)
    {
      guint k = i - nepho_parameter_set_size (context->parameters);
      const char *id = i < nepho_parameter_set_size (context->parameters)
                         ? nepho_parameter_set_get (context->parameters, i)->source
                         : ((NephoObservation *) g_ptr_array_index (dataset->observations, k))->source;
      const NephoFact *fact = id != NULL ? nepho_dataset_find_fact (dataset, id) : NULL;
      char *text;

      if (fact == NULL)
        continue;
      text = g_strdup_printf ("%s: %s%s%s", fact->publisher, fact->title, *fact->url != '\0' ? ". " : "", fact->url);
      if (g_hash_table_contains (seen, text))
        {
          g_free (text);
          continue;
        }
      g_hash_table_add (seen, text);
      g_ptr_array_add (texts, text);
    }
  g_ptr_array_sort (texts, compare_texts);

  return texts;
}

static void
add_sources (NephoPaper *paper, const NephoFigureContext *context)
{
  g_autoptr (GPtrArray) texts = cited_texts (context);

  nepho_paper_text (paper, NEPHO_PAPER_HEADING, _("Sources"));
  for (guint i = 0; i < texts->len; i++)
    nepho_paper_text (paper, NEPHO_PAPER_SMALL, g_ptr_array_index (texts, i));
  nepho_paper_text (paper, NEPHO_PAPER_SMALL, _("Data of Epoch AI are used under CC BY 4.0."));
}

static void
draw_page (cairo_t *cr, guint page, gconstpointer data)
{
  nepho_paper_draw ((NephoPaper *) data, cr, page);
}

static const char *
bookmark_of (guint page, gconstpointer data)
{
  return nepho_paper_bookmark ((NephoPaper *) data, page);
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

/**
 * nepho_report_encode:
 * @context: what the figures were made from
 * @figures: (element-type NephoPlotFigure): the charts, in order
 * @scenario: id of the scenario at work, or ""
 * @style: the house style
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
                     const char *scenario,
                     const NephoReportStyle *style,
                     GError **error)
{
  const NephoScenario *found = nepho_dataset_find_scenario (dataset_of (context), scenario);
  NephoPaperLook look = {
    .width = style->width_pt,
    .height = style->height_pt,
    .margin = style->margin_pt,
    .text_scale = 1.0,
    .theme = style->theme,
    .footer = style->footer,
  };
  NephoPictureOptions options;
  g_autoptr (NephoPaper) paper = NULL;
  g_autoptr (GPtrArray) alternatives = g_ptr_array_new ();
  GBytes *bytes;

  if (style->logo != NULL && (look.logo = read_logo (style->logo, error)) == NULL)
    return NULL;

  paper = nepho_paper_new (&look);
  add_cover (paper, context, figures, found);
  add_changes (paper, context);
  add_figures (paper, figures, style);
  add_method (paper, context);
  add_sources (paper, context);

  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (alternatives, (gpointer) nepho_picture_alternative (g_ptr_array_index (figures, i)));
  nepho_picture_options_init (&options);
  options.format = NEPHO_PICTURE_PDF;
  options.width_pt = style->width_pt;
  options.height_pt = style->height_pt;
  options.theme = style->theme;
  bytes = nepho_picture_encode_job (&(NephoPictureJob) {
    .options = &options,
    .title = nepho_text_get (found != NULL ? found->name : dataset_of (context)->name),
    .description = found != NULL ? nepho_text_get (found->story) : NULL,
    .alternatives = alternatives,
    .n_pages = nepho_paper_n_pages (paper),
    .draw = draw_page,
    .outline = bookmark_of,
    .data = paper,
  }, error);
  g_clear_pointer (&look.logo, cairo_surface_destroy);

  return bytes;
}
