/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nepho-app-fixture.h"
#include "nepho-data-page.h"
#include "nepho-dataset-edit.h"
#include "nepho-dataset-io.h"
#include "nepho-fact-editor.h"
#include "nepho-fact-view.h"

/* More than anybody publishes. */
#define MANY 100000u

typedef struct
{
  GtkWidget      *window;
  NephoDocument  *document;
  NephoDataPage  *page;
  NephoFactTable *table;
} Fixture;

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

/* Figures that differ in everything that is sorted: subject, year, value, grade. */
static void
add_many (NephoDataset *dataset)
{
  for (guint i = 0; i < MANY; i++)
    {
      NephoFact *fact = nepho_fact_new ();

      g_free (fact->id);
      fact->id = g_strdup_printf ("many-%u", i);
      g_free (fact->subject);
      fact->subject = g_strdup_printf ("Vendor %05u", i * 7919u % MANY);
      nepho_fact_set_text (&fact->measure, "revenue");
      nepho_fact_set_text (&fact->unit, "CNY bn");
      nepho_fact_set_text (&fact->publisher, i % 2 == 0 ? "IDC" : "Canalys");
      fact->value = i * 31u % MANY;
      fact->begin = 2000.0 + i % 24;
      fact->end = fact->begin + 1.0;
      fact->grade = i % 10 == 0 ? NEPHO_GRADE_RUMOURED : NEPHO_GRADE_REPORTED;
      fact->origin = i == 5 ? NEPHO_ORIGIN_READER : NEPHO_ORIGIN_BUNDLED;
      nepho_dataset_take_fact (dataset, fact);
    }
}

static void
set_up (Fixture *fixture, gconstpointer many)
{
  g_autoptr (NephoDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;

  dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, &error);
  g_assert_no_error (error);
  if (many != NULL)
    add_many (dataset);
  fixture->document = nepho_document_new (dataset);
  fixture->page = NEPHO_DATA_PAGE (nepho_data_page_new (fixture->document));
  fixture->table = nepho_data_page_get_table (fixture->page);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 640);
  gtk_window_present (GTK_WINDOW (fixture->window));
  nepho_app_wait_until (is_mapped, fixture->page);
  nepho_app_wait_frames (fixture->window, 3);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (fixture->page), &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (page);
  g_assert_finalize_object (fixture->document);
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *label)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (label == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, label);

  return found;
}

static gboolean
is_found (gpointer data)
{
  Fixture *fixture = data;

  return nepho_fact_table_get_n_shown (fixture->table) < nepho_fact_table_get_n_facts (fixture->table);
}

static void
type_words (Fixture *fixture, const char *words)
{
  GtkWidget *search = find (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (search), words);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (nepho_fact_table_get_n_shown (fixture->table), >, 200);
  g_assert_cmpuint (nepho_fact_table_get_n_shown (fixture->table), ==,
                    nepho_fact_table_get_n_facts (fixture->table));
  g_assert_nonnull (nepho_fact_table_get_selected (fixture->table));
}

/* All words must be there, in any order and any case. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  guint n;

  type_words (fixture, "pf-days GPT-3");
  nepho_app_wait_until (is_found, fixture);
  n = nepho_fact_table_get_n_shown (fixture->table);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = nepho_fact_search_text (nepho_fact_table_get_fact (fixture->table, i));

      g_assert_nonnull (strstr (text, "pf-days"));
      g_assert_nonnull (strstr (text, "gpt-3"));
    }
}

/* What is not there is said to be missing, and one button shows all again. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *stack = gtk_widget_get_parent (GTK_WIDGET (fixture->table));

  type_words (fixture, "no such figure");
  nepho_app_wait_until (is_found, fixture);
  g_assert_cmpuint (nepho_fact_table_get_n_shown (fixture->table), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "nothing");

  g_signal_emit_by_name (find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, "_Show All"), "clicked");
  g_assert_cmpuint (nepho_fact_table_get_n_shown (fixture->table), ==,
                    nepho_fact_table_get_n_facts (fixture->table));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "table");
}

static void
test_weak (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = find (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON, "Weak Only");
  guint n_weak = 0;

  for (guint i = 0; i < nepho_fact_table_get_n_facts (fixture->table); i++)
    if (nepho_grade_is_weak (nepho_fact_table_get_fact (fixture->table, i)->grade))
      n_weak++;
  g_assert_cmpuint (n_weak, >, 0);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_cmpuint (nepho_fact_table_get_n_shown (fixture->table), ==, n_weak);
}

static void
test_show_fact (Fixture *fixture, gconstpointer data)
{
  type_words (fixture, "no such figure");
  g_assert_true (nepho_data_page_show_fact (fixture->page, "1-0016"));
  g_assert_cmpstr (nepho_fact_table_get_selected (fixture->table)->id, ==, "1-0016");
  g_assert_false (nepho_data_page_show_fact (fixture->page, "no-such-fact"));
}

/* The pane beside the page shows where the selected figure was read. */
static void
test_inspector (Fixture *fixture, gconstpointer data)
{
  AdwBin *inspector = ADW_BIN (nepho_data_page_get_inspector (fixture->page));
  GtkWidget *before;

  nepho_data_page_show_fact (fixture->page, "1-0016");
  before = adw_bin_get_child (inspector);
  g_assert_nonnull (before);
  nepho_data_page_show_fact (fixture->page, "1-0001");
  g_assert_true (adw_bin_get_child (inspector) != before);
}

/* The row of an editor with this title. */
static GtkEditable *
find_row (GtkWidget *widget, const char *title)
{
  GtkEditable *found = NULL;

  if (ADW_IS_ENTRY_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return GTK_EDITABLE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

/* Whether a row says that it is the reader's. */
static gboolean
has_mark (GtkWidget *widget)
{
  gboolean found = gtk_widget_get_mapped (widget) && GTK_IS_IMAGE (widget)
                   && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), "avatar-default-symbolic") == 0
                   && gtk_widget_has_css_class (gtk_widget_get_parent (widget), "own");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = has_mark (child);

  return found;
}

static gboolean
is_marked (gpointer data)
{
  return has_mark (GTK_WIDGET (((Fixture *) data)->table));
}

static NephoFactEditor *
open_editor (Fixture *fixture, const char *fact_id)
{
  const NephoFact *fact = fact_id != NULL ? nepho_dataset_find_fact (
                                                nepho_document_get_dataset (fixture->document), fact_id)
                                          : NULL;

  return NEPHO_FACT_EDITOR (nepho_fact_editor_new (fixture->document, fact, GTK_WINDOW (fixture->window)));
}

/* The choice of an editor with this title. */
static AdwComboRow *
find_choice (GtkWidget *widget, const char *title)
{
  AdwComboRow *found = NULL;

  if (ADW_IS_COMBO_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return ADW_COMBO_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_choice (child, title);

  return found;
}

/* A copy is changed, the published figure stays beside it, and one undo takes the copy away. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  NephoFactEditor *editor = open_editor (fixture, "1-0016");
  guint n = nepho_fact_table_get_n_facts (fixture->table);
  GtkWidget *own = find (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON, "Yours");
  const NephoFact *copy;

  g_assert_cmpstr (gtk_editable_get_text (find_row (GTK_WIDGET (editor), "Value")), ==, "11.6");
  gtk_editable_set_text (find_row (GTK_WIDGET (editor), "Value"), "12.5");
  g_assert_true (nepho_fact_editor_save (editor));
  gtk_window_destroy (GTK_WINDOW (editor));

  g_assert_cmpuint (nepho_fact_table_get_n_facts (fixture->table), ==, n + 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (own), TRUE);
  g_assert_cmpuint (nepho_fact_table_get_n_shown (fixture->table), ==, 1);
  copy = nepho_fact_table_get_fact (fixture->table, 0);
  g_assert_cmpfloat (copy->value, ==, 12.5);
  g_assert_cmpstr (copy->replaces, ==, "1-0016");
  nepho_app_wait_until (is_marked, fixture);
  g_assert_cmpfloat (nepho_dataset_find_fact (nepho_document_get_dataset (fixture->document), "1-0016")->value,
                     ==, 11.6);

  nepho_document_undo (fixture->document);
  g_assert_cmpuint (nepho_fact_table_get_n_facts (fixture->table), ==, n);
}

/* What is no number, or comes from nowhere, is refused with a sentence and changes nothing. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *row;
    const char *text;
    const char *message;
  } wrong[] = {
    { "Value", "twelve", "*twelve*" },
    { "Value", "", "*" },
    { "Publisher", " ", "*publisher*" },
    { "Title", "", "*title*" },
    { "Unit", "", "*unit*" },
    { "Published, such as 2023-04-26 or 2023-04", "last week", "*date of publication*" },
  };
  guint n = nepho_fact_table_get_n_facts (fixture->table);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      NephoFactEditor *editor = open_editor (fixture, "1-0016");

      gtk_editable_set_text (find_row (GTK_WIDGET (editor), wrong[i].row), wrong[i].text);
      g_assert_false (nepho_fact_editor_save (editor));
      g_assert_cmpstr (nepho_fact_editor_get_fault (editor), !=, "");
      g_assert_true (g_pattern_match_simple (wrong[i].message, nepho_fact_editor_get_fault (editor)));
      g_assert_cmpuint (nepho_fact_table_get_n_facts (fixture->table), ==, n);
      g_assert_false (nepho_document_can_undo (fixture->document));
      gtk_window_destroy (GTK_WINDOW (editor));
    }
}

/* A new figure is the reader's, and is found. */
static void
test_enter (Fixture *fixture, gconstpointer data)
{
  static const char * const rows[][2] = {
    { "Subject", "Moon Cloud" }, { "Measure", "revenue" }, { "Period", "2024Q1" },  { "Value", "1.5" },
    { "Unit", "CNY bn" },        { "Publisher", "Me" },    { "Title", "My notes" },
    { "Published, such as 2023-04-26 or 2023-04", "2024-05" }, { "Qualifier, such as “about” or “more than”", "about" },
  };
  const NephoFact *entered;
  NephoFactEditor *editor = open_editor (fixture, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_editable_set_text (find_row (GTK_WIDGET (editor), rows[i][0]), rows[i][1]);
  adw_combo_row_set_selected (find_choice (GTK_WIDGET (editor), "Topic"), 3);
  adw_combo_row_set_selected (find_choice (GTK_WIDGET (editor), "Definition"), 8);
  g_assert_true (nepho_fact_editor_save (editor));
  gtk_window_destroy (GTK_WINDOW (editor));

  type_words (fixture, "moon cloud");
  nepho_app_wait_until (is_found, fixture);
  g_assert_cmpuint (nepho_fact_table_get_n_shown (fixture->table), ==, 1);
  entered = nepho_fact_table_get_fact (fixture->table, 0);
  g_assert_cmpint (entered->origin, ==, NEPHO_ORIGIN_READER);
  g_assert_cmpstr (entered->topic, ==, "vendor-finance");
  g_assert_cmpstr (entered->definition, ==, "company-cloud");
  g_assert_cmpstr (entered->qualifier, ==, "about");
  g_assert_cmpstr (entered->published, ==, "2024-05");
  g_assert_cmpstr (nepho_document_get_undo_label (fixture->document), ==, "New figure: Moon Cloud, revenue");
}

static gboolean
is_back (gpointer data)
{
  Fixture *fixture = data;

  return nepho_dataset_find_edited (nepho_document_get_dataset (fixture->document), "1-0016") == NULL;
}

/* The reader's own figures can be removed one by one, and undo brings them back; published ones stay. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  NephoFactEditor *editor = open_editor (fixture, "1-0016");
  GtkWidget *inspector = nepho_data_page_get_inspector (fixture->page);
  GtkWidget *button;

  g_assert_true (nepho_data_page_show_fact (fixture->page, "1-0016"));
  g_assert_null (find (inspector, GTK_TYPE_BUTTON, "_Remove"));

  gtk_editable_set_text (find_row (GTK_WIDGET (editor), "Value"), "12.5");
  g_assert_true (nepho_fact_editor_save (editor));
  gtk_window_destroy (GTK_WINDOW (editor));
  g_assert_true (nepho_data_page_show_fact (fixture->page, "1-0016-edited"));
  button = find (inspector, GTK_TYPE_BUTTON, "_Remove");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  nepho_app_wait_until (is_back, fixture);
  g_assert_cmpstr (nepho_document_get_undo_label (fixture->document), ==,
                   "Remove figure: Huawei Cloud, IDC public cloud IaaS (China)");
  nepho_document_undo (fixture->document);
  g_assert_cmpfloat (nepho_dataset_find_edited (nepho_document_get_dataset (fixture->document), "1-0016")->value, ==, 12.5);
}

/* Only what is on the web is a link. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *url;
    gboolean opens;
  } cases[] = { { "https://example.org/a", TRUE }, { "HTTP://example.org", TRUE }, { "file:///etc/passwd", FALSE },
                { "javascript:alert(1)", FALSE }, { "example.org", FALSE }, { "", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NephoFact) fact = nepho_fact_new ();
      GtkWidget *view;

      nepho_fact_set_text (&fact->url, cases[i].url);
      view = g_object_ref_sink (nepho_fact_view_new (fact));
      g_assert_true ((find (view, GTK_TYPE_LINK_BUTTON, NULL) != NULL) == cases[i].opens);
      g_object_unref (view);
    }
}

static void
assert_sorted (Fixture *fixture, gboolean (*is_sorted) (const NephoFact *, const NephoFact *))
{
  guint n = nepho_fact_table_get_n_shown (fixture->table);

  for (guint i = 1; i < n; i++)
    g_assert_true (is_sorted (nepho_fact_table_get_fact (fixture->table, i - 1),
                              nepho_fact_table_get_fact (fixture->table, i)));
}

static gboolean
subjects_rise (const NephoFact *a, const NephoFact *b)
{
  return g_utf8_collate (a->subject, b->subject) <= 0;
}

static gboolean
values_fall (const NephoFact *a, const NephoFact *b)
{
  return !g_str_equal (a->unit, b->unit) || a->value >= b->value;
}

static gboolean
grades_rise (const NephoFact *a, const NephoFact *b)
{
  return a->grade <= b->grade;
}

/* Hundred thousand rows are sorted and searched; only those in view have widgets. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  GtkWidget *own = find (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON, "Yours");

  g_assert_cmpuint (nepho_fact_table_get_n_shown (fixture->table), >, MANY);
  nepho_fact_table_sort (fixture->table, NEPHO_FACT_SUBJECT, GTK_SORT_ASCENDING);
  assert_sorted (fixture, subjects_rise);
  nepho_fact_table_sort (fixture->table, NEPHO_FACT_PUBLISHED, GTK_SORT_DESCENDING);
  assert_sorted (fixture, values_fall);
  nepho_fact_table_sort (fixture->table, NEPHO_FACT_GRADE, GTK_SORT_ASCENDING);
  assert_sorted (fixture, grades_rise);
  nepho_app_wait_frames (fixture->window, 2);

  type_words (fixture, "vendor 00042");
  nepho_app_wait_until (is_found, fixture);
  g_assert_cmpuint (nepho_fact_table_get_n_shown (fixture->table), ==, 1);
  type_words (fixture, "");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (own), TRUE);
  g_assert_cmpuint (nepho_fact_table_get_n_shown (fixture->table), ==, 1);
  g_assert_cmpstr (nepho_fact_table_get_fact (fixture->table, 0)->id, ==, "many-5");
}

static void
add (const char *path, gboolean many, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (many), set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  nepho_app_test_init (&argc, &argv);

  add ("/data-page/all", FALSE, test_all);
  add ("/data-page/search", FALSE, test_search);
  add ("/data-page/nothing", FALSE, test_nothing);
  add ("/data-page/weak", FALSE, test_weak);
  add ("/data-page/show-fact", FALSE, test_show_fact);
  add ("/data-page/inspector", FALSE, test_inspector);
  add ("/data-page/edit", FALSE, test_edit);
  add ("/data-page/refused", FALSE, test_refused);
  add ("/data-page/enter", FALSE, test_enter);
  add ("/data-page/remove", FALSE, test_remove);
  add ("/data-page/links", FALSE, test_links);
  add ("/data-page/many", TRUE, test_many);

  return g_test_run ();
}
