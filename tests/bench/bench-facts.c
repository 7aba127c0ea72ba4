/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-bench.h"

#include <adwaita.h>

#include "nepho-app-resources.h"
#include "nepho-data-page.h"
#include "nepho-dataset-io.h"

#define N_FACTS 100000u
#define N_SUBJECTS 40u
#define MILLISECONDS 1e3
#define WIDTH 1000
#define HEIGHT 700

/* The page Data with a hundred thousand figures in a window. */
typedef struct
{
  NephoFactTable *table;
  GtkWidget      *window;
  GtkAdjustment  *rows;
  guint           turn;
  gboolean        painted;
} Case;

/* Long texts as they are: what is searched is a few hundred bytes a figure. */
static void
add_facts (NephoDataset *dataset)
{
  static const char quote[] = "In the second half of the year the overall size of the market for public cloud services was "
                              "16.58 billion US dollars, of which infrastructure was 9.97";

  for (guint i = 0; i < N_FACTS; i++)
    {
      NephoFact *fact = nepho_fact_new ();

      g_free (fact->id);
      fact->id = g_strdup_printf ("many-%u", i);
      g_free (fact->subject);
      fact->subject = g_strdup_printf ("Vendor %u", i * 7919u % N_SUBJECTS);
      g_free (fact->title);
      fact->title = g_strdup_printf ("Tracker, edition %u", i);
      nepho_fact_set_text (&fact->measure, "revenue of the cloud segment after elimination");
      nepho_fact_set_text (&fact->unit, "CNY bn");
      nepho_fact_set_text (&fact->publisher, i % 2 == 0 ? "IDC" : "Canalys");
      nepho_fact_set_text (&fact->quote, quote);
      nepho_fact_set_text (&fact->url, "https://example.org/a/page/with/an/address");
      fact->value = i * 31u % N_FACTS;
      fact->begin = 2000.0 + i % 24;
      fact->end = fact->begin + 1.0;
      fact->grade = i % 10 == 0 ? NEPHO_GRADE_RUMOURED : NEPHO_GRADE_REPORTED;
      nepho_dataset_take_fact (dataset, fact);
    }
}

static void
after_paint_cb (GdkFrameClock *clock, Case *c)
{
  c->painted = TRUE;
}

/* Until what changed is on the screen. */
static void
paint (Case *c)
{
  c->painted = FALSE;
  gtk_widget_queue_draw (c->window);
  while (!c->painted)
    g_main_context_iteration (NULL, TRUE);
}

static void
sort (gpointer data)
{
  static const NephoFactColumn columns[] = { NEPHO_FACT_SUBJECT, NEPHO_FACT_PUBLISHED, NEPHO_FACT_PERIOD };
  Case *c = data;

  c->turn++;
  nepho_fact_table_sort (c->table, columns[c->turn % G_N_ELEMENTS (columns)],
                         c->turn % 2 == 0 ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING);
}

static void
search (gpointer data)
{
  static const char * const found[] = { "vendor 7", "edition 4", "idc" };
  Case *c = data;
  g_auto (GStrv) words = nepho_fact_search_words (found[c->turn++ % G_N_ELEMENTS (found)]);
  const NephoFactSearch wanted = { .words = words };

  nepho_fact_table_set_search (c->table, &wanted);
}

static void
filter (gpointer data)
{
  Case *c = data;
  const NephoFactSearch wanted = { .weak_only = c->turn++ % 2 == 0 };

  nepho_fact_table_set_search (c->table, &wanted);
}

/* A page on, and at the end from the beginning again. */
static void
scroll (gpointer data)
{
  Case *c = data;
  double last = gtk_adjustment_get_upper (c->rows) - gtk_adjustment_get_page_size (c->rows);
  double next = gtk_adjustment_get_value (c->rows) + gtk_adjustment_get_page_size (c->rows);

  gtk_adjustment_set_value (c->rows, next < last ? next : 0.0);
  paint (c);
}

static GtkAdjustment *
find_rows (GtkWidget *widget)
{
  GtkAdjustment *found = GTK_IS_COLUMN_VIEW (widget) ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_rows (child);

  return found;
}

static Case *
open_page (void)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);
  Case *c = g_new0 (Case, 1);
  GtkWidget *page;

  g_assert_nonnull (dataset);
  add_facts (dataset);
  page = nepho_data_page_new (nepho_document_new (dataset));
  c->window = gtk_window_new ();
  c->table = nepho_data_page_get_table (NEPHO_DATA_PAGE (page));
  gtk_window_set_default_size (GTK_WINDOW (c->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (c->window), page);
  gtk_window_present (GTK_WINDOW (c->window));
  g_signal_connect (gtk_widget_get_frame_clock (c->window), "after-paint", G_CALLBACK (after_paint_cb), c);
  paint (c);
  c->rows = find_rows (page);

  return c;
}

/* The process ends after the benches: what they use is not freed. */
void
nepho_bench_facts (GArray *benches)
{
  Case *c;

  if (!gtk_init_check ())
    {
      g_printerr ("no display: the page Data is not measured\n");
      return;
    }

  adw_init ();
  g_resources_register (nepho_app_get_resource ());
  c = open_page ();
  nepho_bench_add (benches, "scroll a page of 100,000 figures, to paint", "ms", MILLISECONDS, scroll, c);
  nepho_bench_add (benches, "sort 100,000 figures", "ms", MILLISECONDS, sort, c);
  nepho_bench_add (benches, "search 100,000 figures, sorted", "ms", MILLISECONDS, search, c);
  nepho_bench_add (benches, "filter 100,000 figures, sorted", "ms", MILLISECONDS, filter, c);
}
