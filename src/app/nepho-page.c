/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-page.h"

#include <glib/gi18n-lib.h>

#include "nepho-annotation-edit.h"
#include "nepho-calculator.h"
#include "nepho-chart-copies.h"
#include "nepho-chart-look.h"
#include "nepho-chart-looks.h"
#include "nepho-compare-bar.h"
#include "nepho-compare-table.h"
#include "nepho-document-path.h"
#include "nepho-document-scenario.h"
#include "nepho-export-dialog.h"
#include "nepho-fact-view.h"
#include "nepho-grid-layout.h"
#include "nepho-headline-strip.h"
#include "nepho-page-choices.h"
#include "nepho-page-runs.h"
#include "nepho-point-source.h"
#include "nepho-print.h"
#include "nepho-runs-choices.h"
#include "nepho-vendor-cards.h"

#define SPACING 12
#define MARGIN 12
#define COLUMN_WIDTH 336
#define MAX_COLUMNS 3
#define MAX_HEADLINES 4

/* A figure and the card that shows it. */
typedef struct
{
  NephoPage             *page;
  const NephoFigureSpec *spec;
  NephoChartCard        *card;
} Slot;

struct _NephoPage
{
  GtkWidget      parent_instance;

  NephoPages     page;
  NephoDocument *document;
  gboolean       show_baseline;
  gboolean       held;
  const char    *history;    /* whose published figures are shown; lives for ever */

  GtkWidget     *scroller;
  GtkWidget     *headlines;
  GtkWidget     *choices;    /* or NULL */
  GtkWidget     *runs_choices; /* or NULL */
  GtkWidget     *runs_note;  /* or NULL: what is drawn, and how */
  NephoPageRuns *runs;       /* or NULL */
  GtkWidget     *calculator; /* or NULL */
  GtkWidget     *vendors;    /* or NULL */
  GtkWidget     *compared;   /* which scenarios stand side by side; or NULL, as what follows */
  GtkWidget     *numbers;    /* headline numbers of these */
  GtkWidget     *differences; /* assumptions of these */
  NephoComparison *comparison;
  GtkWidget     *grid;
  NephoChartLink *link;      /* of its charts */
  GPtrArray     *slots;      /* Slot */

  const double       *values;  /* shown instead of the document's, or NULL */
  const NephoResults *results;
};

static guint looked_signal;

G_DEFINE_FINAL_TYPE (NephoPage, nepho_page, GTK_TYPE_WIDGET)

static const double *
values_of (NephoPage *self)
{
  return self->values != NULL ? self->values : nepho_document_get_values (self->document);
}

static void
init_context (NephoPage *self, NephoFigureContext *context)
{
  gboolean ghost = self->show_baseline && nepho_document_differs (self->document);

  nepho_figure_context_init (context, nepho_document_get_parameters (self->document), values_of (self),
                             nepho_document_get_baseline_values (self->document),
                             self->results != NULL ? self->results : nepho_document_get_results (self->document),
                             ghost ? nepho_document_get_baseline (self->document) : NULL);
  context->events = nepho_document_get_events (self->document);
  context->history = self->history;
  context->money = nepho_document_get_money (self->document);
  context->scenario = nepho_document_get_built_in (self->document, nepho_document_get_scenario (self->document));
  context->own_scenario = nepho_document_get_own_name (self->document);
  context->annotations = nepho_document_get_annotations (self->document);
  context->hasty = self->held;
  context->comparison = self->comparison;
  if (self->compared != NULL)
    nepho_compare_bar_get_pair (NEPHO_COMPARE_BAR (self->compared), context->pair);
  context->seed = nepho_document_get_properties (self->document)->seed;
  if (self->choices != NULL)
    {
      context->segment = nepho_page_choices_get_segment (NEPHO_PAGE_CHOICES (self->choices));
      context->to = nepho_page_choices_get_quarter (NEPHO_PAGE_CHOICES (self->choices));
      context->vendor = nepho_page_choices_get_vendor (NEPHO_PAGE_CHOICES (self->choices));
      context->outcome = nepho_page_choices_get_outcome (NEPHO_PAGE_CHOICES (self->choices));
    }
  if (self->runs_choices != NULL)
    nepho_runs_choices_apply (NEPHO_RUNS_CHOICES (self->runs_choices), context);
}

static NephoPlotFigure *
build_cb (const NephoFigureLook *look, gpointer user_data)
{
  const Slot *slot = user_data;
  NephoFigureContext context;

  init_context (slot->page, &context);
  context.look = *look;
  if (slot->page->runs != NULL)
    nepho_page_runs_prepare (slot->page->runs, &context);

  return nepho_figure_build (slot->spec, &context);
}

static GtkWidget *
explain_cb (const NephoPlotFigure *figure, guint series, guint point, gpointer user_data)
{
  const Slot *slot = user_data;

  return nepho_fact_view_scroll (nepho_point_source_new (slot->page->document, figure, series, point));
}

static gboolean
add_annotation_cb (const NephoFigureLook *look, const NephoPlotAnnotation *at, gpointer user_data, GError **error)
{
  const Slot *slot = user_data;
  NephoFigureContext context;

  init_context (slot->page, &context);
  context.look = *look;

  return nepho_annotation_edit_add (slot->page->document, slot->spec, &context, at, error);
}

static gboolean
change_annotation_cb (const NephoPlotFigure *figure, guint key, const char *text, gpointer user_data, GError **error)
{
  return nepho_annotation_edit_change (((const Slot *) user_data)->page->document, figure, key, text, error);
}

static void
remove_annotation_cb (const NephoPlotFigure *figure, guint key, gpointer user_data)
{
  nepho_annotation_edit_remove (((const Slot *) user_data)->page->document, figure, key);
}

static const char *
annotation_words_cb (guint key, gpointer user_data)
{
  const GPtrArray *annotations = nepho_document_get_annotations (((const Slot *) user_data)->page->document);

  return ((const NephoAnnotation *) g_ptr_array_index (annotations, key))->text;
}

static const NephoChartKeeper keeper
  = { add_annotation_cb, change_annotation_cb, remove_annotation_cb, annotation_words_cb };

/* What leaves the window is the document's, whatever is shown for a moment. */
static NephoExportSubject *
new_subject (NephoPage *self, NephoExportKind kind)
{
  NephoFigureContext context;

  init_context (self, &context);
  context.values = nepho_document_get_values (self->document);
  context.results = nepho_document_get_results (self->document);

  return nepho_export_subject_new (kind, self->document, &context);
}

static void
export_cb (NephoChartCard *card, gboolean print, gpointer user_data)
{
  const Slot *slot = user_data;
  NephoChart *chart = nepho_chart_card_get_chart (card);
  GtkWidget *anchor = GTK_WIDGET (chart);
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
  NephoExportSubject *subject = new_subject (slot->page, NEPHO_EXPORT_CHART);

  nepho_export_subject_add (subject, slot->spec, nepho_chart_card_get_look (card));
  nepho_chart_look_narrow (nepho_chart_get_figure (chart), nepho_chart_get_link (chart), &view);
  nepho_export_subject_look_at (subject, &view);
  if (print)
    nepho_print (anchor, subject);
  else
    gtk_window_present (GTK_WINDOW (nepho_export_dialog_new (anchor, subject)));
}

/* What a lever changes out of sight can wait until the lever is let go. Before the first layout
 * everything counts as seen. */
static gboolean
is_in_sight (NephoPage *self, const Slot *slot)
{
  graphene_rect_t bounds;
  float height = (float) gtk_widget_get_height (self->scroller);

  if (gtk_widget_get_height (GTK_WIDGET (slot->card)) == 0
      || !gtk_widget_compute_bounds (GTK_WIDGET (slot->card), self->scroller, &bounds))
    return TRUE;

  return bounds.origin.y < height && bounds.origin.y + bounds.size.height > 0.0f;
}

/* Four at most; the fifth, about training, the calculator says better. */
static void
update_headlines (NephoPage *self)
{
  NephoFigureContext context;
  g_autoptr (GPtrArray) headlines = NULL;

  init_context (self, &context);
  headlines = nepho_headlines_build (&context);
  if (headlines->len > MAX_HEADLINES)
    g_ptr_array_set_size (headlines, MAX_HEADLINES);
  nepho_headline_strip_update (NEPHO_HEADLINE_STRIP (self->headlines), headlines);
}

/* The scenarios as they are now, in figures and tables alike. */
static void
compare (NephoPage *self)
{
  g_autoptr (GPtrArray) numbers = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  NephoFigureContext context;

  if (self->compared == NULL)
    return;

  nepho_comparison_free (self->comparison);
  self->comparison = nepho_comparison_new (self->document, NULL, NULL);
  /* One whose values cannot be any more: the charts say that nothing is compared. */
  if (self->comparison == NULL)
    return;

  nepho_compare_bar_update (NEPHO_COMPARE_BAR (self->compared), self->comparison);
  init_context (self, &context);
  numbers = nepho_comparison_headlines (&context);
  differences = nepho_comparison_assumptions (&context);
  nepho_compare_table_update (NEPHO_COMPARE_TABLE (self->numbers), self->comparison, numbers);
  nepho_compare_table_update (NEPHO_COMPARE_TABLE (self->differences), self->comparison, differences);
}

/* A chart in a window of its own lives on while another page is shown. */
static void
update_hidden (NephoPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  compare (self);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *slot = g_ptr_array_index (self->slots, i);

      if (nepho_chart_card_has_copies (slot->card))
        nepho_chart_card_update (slot->card, FALSE);
    }
}

/* Comes before "changed": what the charts are about is right when they are made anew. */
static void
dataset_cb (NephoDocument *document, GParamSpec *pspec, NephoPage *self)
{
  NephoDataset *dataset = nepho_document_get_dataset (document);

  if (self->choices != NULL)
    nepho_page_choices_set_dataset (NEPHO_PAGE_CHOICES (self->choices), dataset);
  if (self->vendors != NULL)
    nepho_vendor_cards_set_dataset (NEPHO_VENDOR_CARDS (self->vendors), dataset);
}

static void
looked_cb (NephoPage *self)
{
  g_signal_emit (self, looked_signal, 0);
}

static void
choices_changed_cb (NephoPage *self)
{
  nepho_page_update (self, self->show_baseline, FALSE);
  looked_cb (self);
}

/* A lever that is dragged makes charts anew by itself. */
static void
runs_ready_cb (NephoPage *self)
{
  if (!self->held && self->values == NULL)
    nepho_page_update (self, self->show_baseline, FALSE);
}

static void
nepho_page_dispose (GObject *object)
{
  NephoPage *self = NEPHO_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->runs);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nepho_page_parent_class)->dispose (object);
}

static void
nepho_page_finalize (GObject *object)
{
  g_ptr_array_unref (NEPHO_PAGE (object)->slots);
  g_object_unref (NEPHO_PAGE (object)->link);
  nepho_comparison_free (NEPHO_PAGE (object)->comparison);

  G_OBJECT_CLASS (nepho_page_parent_class)->finalize (object);
}

static void
nepho_page_class_init (NephoPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nepho_page_dispose;
  object_class->finalize = nepho_page_finalize;

  looked_signal = g_signal_new ("looked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "page");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
nepho_page_init (NephoPage *self)
{
  self->slots = g_ptr_array_new_with_free_func (g_free);
  self->link = nepho_chart_link_new ();
  g_signal_connect_object (self->link, "narrowed", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
}

static void
add_choices (NephoPage *self, GtkWidget *box)
{
  NephoDataset *dataset = nepho_document_get_dataset (self->document);

  /* Published shares are of segments; money is of all of them. */
  if (self->page == NEPHO_PAGE_MARKET)
    self->choices = nepho_page_choices_new (dataset, self->page, 0, FALSE);
  else if (self->page == NEPHO_PAGE_REVENUE)
    self->choices = nepho_page_choices_new (dataset, self->page, NEPHO_SEGMENT_ALL, TRUE);
  else if (self->page == NEPHO_PAGE_SCENARIOS)
    self->choices = nepho_page_choices_new (dataset, self->page, NEPHO_SEGMENT_ALL, TRUE);
  else if (self->page == NEPHO_PAGE_UNCERTAINTY)
    self->choices = nepho_page_choices_new (dataset, self->page, 0, TRUE);
  else
    return;

  g_signal_connect_object (self->choices, "changed", G_CALLBACK (choices_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->choices);
}

static void
add_runs (NephoPage *self, GtkWidget *box)
{
  self->runs = nepho_page_runs_new ();
  self->runs_choices = nepho_runs_choices_new (self->document);
  g_signal_connect_object (self->runs, "ready", G_CALLBACK (runs_ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runs_choices, "changed", G_CALLBACK (choices_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->runs_choices);
  self->runs_note = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->runs_note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->runs_note), 0.0f);
  gtk_widget_add_css_class (self->runs_note, "dim-label");
  gtk_widget_add_css_class (self->runs_note, "caption");
  gtk_box_append (GTK_BOX (box), self->runs_note);
}

/* A band is only as good as what it rests on. */
static void
update_runs (NephoPage *self)
{
  NephoParameterSet *set = nepho_document_get_parameters (self->document);
  guint n_uncertain = nepho_montecarlo_n_uncertain (set, values_of (self));
  g_autofree char *note = NULL;

  nepho_runs_choices_update (NEPHO_RUNS_CHOICES (self->runs_choices));
  /* Translators: a number, the number of all parameters */
  note = g_strdup_printf (
    ngettext ("In each run %u of %u parameters is drawn from the range around its value. The range is a convention by how "
              "well the value is known, and its distribution is an assumption.",
              "In each run %u of %u parameters are drawn from the ranges around their values, each by itself. The ranges are "
              "a convention by how well each value is known, and the distributions are assumptions.", n_uncertain),
    n_uncertain, nepho_parameter_set_size (set));
  gtk_label_set_label (GTK_LABEL (self->runs_note), note);
}

static void
add_charts (NephoPage *self, GtkWidget *box)
{
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  self->grid = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_layout_manager (self->grid,
                                 nepho_grid_layout_new (COLUMN_WIDTH, MAX_COLUMNS, SPACING));
  gtk_widget_set_vexpand (self->grid, TRUE);
  gtk_box_append (GTK_BOX (box), self->grid);

  for (guint i = 0; i < n_specs; i++)
    if ((specs[i].pages & self->page) != 0)
      {
        Slot *slot = g_new0 (Slot, 1);

        slot->page = self;
        slot->spec = &specs[i];
        slot->card = NEPHO_CHART_CARD (nepho_chart_card_new (_(specs[i].name), build_cb, slot));
        nepho_chart_card_set_explain (slot->card, explain_cb);
        nepho_chart_card_set_keeper (slot->card, &keeper);
        nepho_chart_card_set_export (slot->card, self->document, export_cb);
        nepho_chart_card_set_figure_id (slot->card, slot->spec->id);
        nepho_chart_set_link (nepho_chart_card_get_chart (slot->card), self->link);
        g_ptr_array_add (self->slots, slot);
        gtk_box_append (GTK_BOX (self->grid), GTK_WIDGET (slot->card));
      }
}

static void
add_vendors (NephoPage *self, GtkWidget *box)
{
  GtkWidget *heading = gtk_label_new (_("Who the vendors are"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0.0f);
  gtk_widget_add_css_class (heading, "title-4");
  gtk_box_append (GTK_BOX (box), heading);
  self->vendors = nepho_vendor_cards_new (nepho_document_get_dataset (self->document));
  gtk_box_append (GTK_BOX (box), self->vendors);
}

static void
add_compared (NephoPage *self, GtkWidget *box)
{
  self->compared = nepho_compare_bar_new (self->document);
  gtk_box_append (GTK_BOX (box), self->compared);
  g_signal_connect_object (self->compared, "changed", G_CALLBACK (choices_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_tables (NephoPage *self, GtkWidget *box)
{
  self->numbers = nepho_compare_table_new (_("Headline numbers"), "");
  self->differences = nepho_compare_table_new (_("What differs"), _("The scenarios assume the same"));
  gtk_box_append (GTK_BOX (box), self->numbers);
  gtk_box_append (GTK_BOX (box), self->differences);
}

static void
create_contents (NephoPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);

  self->headlines = nepho_headline_strip_new (TRUE);
  gtk_box_append (GTK_BOX (box), self->headlines);
  add_choices (self, box);
  if (self->page == NEPHO_PAGE_UNCERTAINTY)
    add_runs (self, box);
  if (self->page == NEPHO_PAGE_COMPUTE)
    {
      self->calculator = nepho_calculator_new ();
      gtk_box_append (GTK_BOX (box), self->calculator);
    }
  if (self->page == NEPHO_PAGE_SCENARIOS)
    add_compared (self, box);
  add_charts (self, box);
  if (self->page == NEPHO_PAGE_SCENARIOS)
    add_tables (self, box);
  if (self->page == NEPHO_PAGE_MARKET)
    add_vendors (self, box);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * nepho_page_new:
 * @page: which page; one flag
 * @document: what its numbers are from
 *
 * Returns: (transfer floating): a page; its charts show nothing before its first update
 */
GtkWidget *
nepho_page_new (NephoPages page, NephoDocument *document)
{
  NephoPage *self = g_object_new (NEPHO_TYPE_PAGE, NULL);

  self->page = page;
  self->document = g_object_ref (document);
  create_contents (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (update_hidden), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::dataset", G_CALLBACK (dataset_cb), self, 0);

  return GTK_WIDGET (self);
}

/**
 * nepho_page_update:
 * @self: a page
 * @show_baseline: whether the baseline stands behind the curves as a ghost
 * @held: whether a lever is being dragged: axes stay, and what is out of sight waits
 *
 * Shows the document as it is now. To be called once a frame at most.
 */
void
nepho_page_update (NephoPage *self, gboolean show_baseline, gboolean held)
{
  g_return_if_fail (NEPHO_IS_PAGE (self));

  self->show_baseline = show_baseline;
  self->held = held;

  if (self->choices != NULL)
    nepho_page_choices_set_horizon (NEPHO_PAGE_CHOICES (self->choices),
                                    nepho_document_get_results (self->document)->n_quarters - 1);
  update_headlines (self);
  compare (self);
  if (self->runs_choices != NULL)
    update_runs (self);
  if (self->calculator != NULL)
    nepho_calculator_update (NEPHO_CALCULATOR (self->calculator), nepho_document_get_money (self->document),
                             nepho_document_get_parameters (self->document), values_of (self),
                             show_baseline ? nepho_document_get_baseline_values (self->document)
                                           : NULL);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *slot = g_ptr_array_index (self->slots, i);

      if (!held || is_in_sight (self, slot))
        nepho_chart_card_update (slot->card, held);
    }
}

/**
 * nepho_page_preview:
 * @self: a page
 * @values: (nullable): a value for each parameter; they must last as long as they are shown
 * @results: (nullable): what the model gives for them, likewise
 *
 * Shows other values than the document's, on the axes that it has; %NULL: the document again.
 */
void
nepho_page_preview (NephoPage *self, const double *values, const NephoResults *results)
{
  g_return_if_fail (NEPHO_IS_PAGE (self) && (values == NULL) == (results == NULL));

  self->values = values;
  self->results = results;
  nepho_page_update (self, self->show_baseline, values != NULL);
}

/**
 * nepho_page_set_history:
 * @self: a page
 * @history: (nullable): whose published figures its charts show, as in #NephoFigureContext; the string
 *   must live as long as the page
 *
 * A page in view shows it at its next update.
 */
void
nepho_page_set_history (NephoPage *self, const char *history)
{
  g_return_if_fail (NEPHO_IS_PAGE (self));

  self->history = history;
  update_hidden (self);
}

/**
 * nepho_page_follow_looks:
 * @self: a page
 * @settings: the settings of the application
 *
 * Shows each chart as it was looked at last, and remembers how it is from now on.
 */
void
nepho_page_follow_looks (NephoPage *self, GSettings *settings)
{
  g_return_if_fail (NEPHO_IS_PAGE (self));

  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *slot = g_ptr_array_index (self->slots, i);

      nepho_chart_looks_follow (settings, slot->card);
    }
}

/**
 * nepho_page_get_view:
 * @self: a page
 * @view: (inout): its page, and nothing else yet
 *
 * Says what of the page the reader looks at.
 */
void
nepho_page_get_view (NephoPage *self, NephoView *view)
{
  const NephoDataset *dataset;
  int segment;
  int vendor;

  g_return_if_fail (NEPHO_IS_PAGE (self));

  nepho_chart_link_get_zoom (self->link, &view->from, &view->to);
  view->isolated = g_strdup (nepho_chart_link_get_isolated (self->link));
  if (self->choices == NULL)
    return;

  dataset = nepho_document_get_dataset (self->document);
  segment = nepho_page_choices_get_segment (NEPHO_PAGE_CHOICES (self->choices));
  vendor = nepho_page_choices_get_vendor (NEPHO_PAGE_CHOICES (self->choices));
  view->segment = segment >= 0 ? g_strdup (nepho_dataset_segment (dataset, (guint) segment)->id) : NULL;
  view->vendor = vendor >= 0 ? g_strdup (nepho_dataset_vendor (dataset, (guint) vendor)->id) : NULL;
}

/**
 * nepho_page_set_view:
 * @self: a page
 * @view: what nepho_page_get_view() said
 *
 * Shows that again, as far as it is still there.
 */
void
nepho_page_set_view (NephoPage *self, const NephoView *view)
{
  g_return_if_fail (NEPHO_IS_PAGE (self));

  if (self->choices != NULL)
    nepho_page_choices_choose (NEPHO_PAGE_CHOICES (self->choices), view->segment, view->vendor);
  nepho_chart_link_show (self->link, view->isolated, view->from, view->to);
}

/**
 * nepho_page_new_subject:
 * @self: a page
 *
 * Returns: (transfer full): its charts as they are looked at, for export
 */
NephoExportSubject *
nepho_page_new_subject (NephoPage *self)
{
  NephoExportSubject *subject;

  g_return_val_if_fail (NEPHO_IS_PAGE (self), NULL);

  subject = new_subject (self, NEPHO_EXPORT_PAGE);
  subject->page = self->page;
  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *slot = g_ptr_array_index (self->slots, i);

      nepho_export_subject_add (subject, slot->spec, nepho_chart_card_get_look (slot->card));
    }

  return subject;
}

/**
 * nepho_page_n_charts:
 * @self: a page
 *
 * Returns: how many charts it has
 */
guint
nepho_page_n_charts (NephoPage *self)
{
  g_return_val_if_fail (NEPHO_IS_PAGE (self), 0);

  return self->slots->len;
}

/**
 * nepho_page_get_chart:
 * @self: a page
 * @index: below nepho_page_n_charts()
 *
 * Returns: (transfer none): that chart
 */
NephoChart *
nepho_page_get_chart (NephoPage *self, guint index)
{
  g_return_val_if_fail (NEPHO_IS_PAGE (self), NULL);
  g_return_val_if_fail (index < self->slots->len, NULL);

  return nepho_chart_card_get_chart (((const Slot *) g_ptr_array_index (self->slots, index))->card);
}

/**
 * nepho_page_present:
 * @self: a page
 *
 * Shows its charts on the whole screen, from the first.
 */
void
nepho_page_present (NephoPage *self)
{
  g_return_if_fail (NEPHO_IS_PAGE (self));

  if (self->slots->len > 0)
    nepho_chart_copies_present (((const Slot *) g_ptr_array_index (self->slots, 0))->card);
}
