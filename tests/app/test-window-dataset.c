/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"

#include "nepho-data-page.h"
#include "nepho-dataset-edit.h"
#include "nepho-fact-list.h"
#include "nepho-page-choices.h"
#include "nepho-page-names.h"
#include "nepho-page.h"

#define NEW_NAME "Nimbus Works"

typedef gboolean (*Wanted) (GtkWidget *widget, gconstpointer data);

/* Published figures name whom they are of, also those that are no vendor of the market. */
static GtkWidget *
find (GtkWidget *widget, Wanted wanted, gconstpointer data)
{
  if (NEPHO_IS_DATA_PAGE (widget))
    return NULL;
  if (wanted (widget, data))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, wanted, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
offers (GtkWidget *widget, const char *name)
{
  GListModel *model = GTK_IS_DROP_DOWN (widget) ? gtk_drop_down_get_model (GTK_DROP_DOWN (widget)) : NULL;

  for (guint i = 0; GTK_IS_STRING_LIST (model) && i < g_list_model_get_n_items (model); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), name))
      return TRUE;

  return FALSE;
}

/* A text, or one of the rows that a list offers. */
static gboolean
says (GtkWidget *widget, gconstpointer name)
{
  if (GTK_IS_LABEL (widget))
    return g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), name);

  return offers (widget, name);
}

static gboolean
is_named (NephoAppFixture *fixture, const char *name)
{
  return find (GTK_WIDGET (fixture->window), says, name) != NULL;
}

static gboolean
draws (NephoAppFixture *fixture, const char *name)
{
  NephoPage *page = NEPHO_PAGE (nepho_window_get_page_widget (fixture->window));

  for (guint i = 0; i < nepho_page_n_charts (page); i++)
    {
      const NephoPlotFigure *figure = nepho_chart_get_figure (nepho_page_get_chart (page, i));

      for (guint k = 0; figure != NULL && k < figure->series->len; k++)
        if (g_strcmp0 (((NephoPlotSeries *) g_ptr_array_index (figure->series, k))->label, name) == 0)
          return TRUE;
    }

  return FALSE;
}

static void
edit (NephoAppFixture *fixture, NephoDataset *edited)
{
  g_autoptr (NephoDataset) dataset = edited;

  g_assert_nonnull (dataset);
  g_assert_true (nepho_document_edit_dataset (fixture->document, dataset, "Edit", NULL));
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
}

static NephoDataset *
current (NephoAppFixture *fixture)
{
  return nepho_document_get_dataset (fixture->document);
}

/* Every page was seen, every section of levers is open: all that could be stale is there. */
static void
open_everything (NephoAppFixture *fixture)
{
  static const char *const parameters[] = { "vendor.alibaba.share.iaas", "segment.iaas.customers",
                                            "vendor.alibaba.opex_ratio" };

  for (guint i = 0; i < NEPHO_N_PAGES; i++)
    {
      nepho_window_set_page (fixture->window, nepho_page_names ()[i].page);
      nepho_app_wait_frames (GTK_WIDGET (fixture->window), 2);
    }
  nepho_window_set_page (fixture->window, NEPHO_PAGE_MARKET);
  for (guint i = 0; i < G_N_ELEMENTS (parameters); i++)
    g_assert_nonnull (nepho_app_lever (fixture, parameters[i]));
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
}

static void
test_add_and_remove (NephoAppFixture *fixture, gconstpointer data)
{
  open_everything (fixture);
  g_assert_true (is_named (fixture, "Huawei Cloud"));
  g_assert_true (draws (fixture, "Huawei Cloud"));
  g_assert_false (is_named (fixture, NEW_NAME));

  edit (fixture, nepho_dataset_edit_add_vendor (current (fixture), NEW_NAME, 0.05, NULL));
  g_assert_true (is_named (fixture, NEW_NAME));
  g_assert_true (draws (fixture, NEW_NAME));
  g_assert_cmpfloat (nepho_app_value (fixture, "vendor.nimbus-works.share.iaas"), ==, 0.05);
  g_assert_nonnull (nepho_app_lever (fixture, "vendor.nimbus-works.share.iaas"));

  edit (fixture, nepho_dataset_edit_remove_vendor (current (fixture), "huawei", NULL));
  g_assert_false (is_named (fixture, "Huawei Cloud"));
  g_assert_false (draws (fixture, "Huawei Cloud"));

  edit (fixture, nepho_dataset_edit_rename_vendor (current (fixture), "tencent", "Penguin", NULL));
  g_assert_false (is_named (fixture, "Tencent Cloud"));
  g_assert_true (is_named (fixture, "Penguin"));

  for (guint i = 0; i < 3; i++)
    nepho_document_undo (fixture->document);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_true (draws (fixture, "Huawei Cloud"));
  g_assert_true (is_named (fixture, "Tencent Cloud"));
  g_assert_false (is_named (fixture, NEW_NAME));
}

static void
test_segments (NephoAppFixture *fixture, gconstpointer data)
{
  nepho_window_set_page (fixture->window, NEPHO_PAGE_REVENUE);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 2);
  nepho_window_set_page (fixture->window, NEPHO_PAGE_MARKET);
  g_assert_nonnull (nepho_app_lever (fixture, "vendor.alibaba.share.iaas"));

  edit (fixture, nepho_dataset_edit_add_segment (current (fixture), "Models as a service", 20.0, NULL));
  g_assert_true (is_named (fixture, "Models as a service"));
  edit (fixture, nepho_dataset_edit_remove_segment (current (fixture), "iaas", NULL));
  edit (fixture, nepho_dataset_edit_remove_segment (current (fixture), "saas", NULL));
  g_assert_false (is_named (fixture, "SaaS"));
  nepho_window_set_page (fixture->window, NEPHO_PAGE_REVENUE);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  while (nepho_document_can_undo (fixture->document))
    nepho_document_undo (fixture->document);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_true (is_named (fixture, "SaaS"));
}

/* What was chosen stays chosen, wherever it now stands. */
static void
test_choices_follow (NephoAppFixture *fixture, gconstpointer data)
{
  g_autoptr (NephoDataset) before = nepho_dataset_ref (current (fixture));
  g_autoptr (NephoDataset) moved = nepho_dataset_edit_move_segment (before, "saas", -2, NULL);
  g_autoptr (NephoDataset) without = nepho_dataset_edit_remove_segment (before, "paas", NULL);
  GtkWidget *widget = g_object_ref_sink (nepho_page_choices_new (before, NEPHO_PAGE_REVENUE, 2, TRUE));
  NephoPageChoices *choices = NEPHO_PAGE_CHOICES (widget);

  nepho_page_choices_set_dataset (choices, moved);
  g_assert_cmpint (nepho_page_choices_get_segment (choices), ==, 0);
  nepho_page_choices_set_dataset (choices, before);
  g_assert_cmpint (nepho_page_choices_get_segment (choices), ==, 2);
  nepho_page_choices_set_dataset (choices, without);
  g_assert_cmpint (nepho_page_choices_get_segment (choices), ==, 1);
  g_assert_cmpint (nepho_page_choices_get_vendor (choices), ==, -1);
  g_assert_true (find (widget, says, "Huawei Cloud") != NULL);
  g_object_unref (widget);
}

static void
count_cb (GListModel *model, guint position, guint removed, guint added, guint *n_changes)
{
  ++*n_changes;
}

/* The table of facts is not made anew, which takes a second, where no fact is another. */
static void
test_facts_stay (NephoAppFixture *fixture, gconstpointer data)
{
  g_autoptr (NephoFactList) list = nepho_fact_list_new ();
  g_autoptr (NephoDataset) moved = nepho_dataset_edit_move_vendor (current (fixture), "huawei", -1, NULL);
  g_autoptr (NephoFact) fact = nepho_fact_copy (g_ptr_array_index (moved->facts, 0));
  g_autoptr (NephoDataset) edited = nepho_dataset_edit_replace_fact (moved, fact, NULL);
  guint n_changes = 0;

  nepho_fact_list_set_dataset (list, current (fixture));
  g_signal_connect (list, "items-changed", G_CALLBACK (count_cb), &n_changes);
  nepho_fact_list_set_dataset (list, moved);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_true (nepho_fact_list_get_fact (list, 0) != NULL);
  nepho_fact_list_set_dataset (list, edited);
  g_assert_cmpuint (n_changes, >, 0);
  g_assert_cmpuint (nepho_fact_list_get_n_facts (list), ==, moved->facts->len + 1);
}

/* Half a number in the entry of a lever that goes away is nobody's. */
static void
test_half_typed (NephoAppFixture *fixture, gconstpointer data)
{
  NephoLever *lever;
  double tencent;

  nepho_window_set_page (fixture->window, NEPHO_PAGE_MARKET);
  lever = nepho_app_lever (fixture, "vendor.huawei.share.iaas");
  tencent = nepho_app_value (fixture, "vendor.tencent.share.iaas");
  gtk_widget_grab_focus (nepho_lever_get_entry (lever));
  gtk_editable_set_text (GTK_EDITABLE (nepho_lever_get_entry (lever)), "50");
  edit (fixture, nepho_dataset_edit_remove_vendor (current (fixture), "huawei", NULL));
  g_assert_cmpfloat (nepho_app_value (fixture, "vendor.tencent.share.iaas"), ==, tencent);
  g_assert_false (nepho_document_differs (fixture->document));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
}

/* The levers that a search found, and an open popover about one of them. */
static void
test_found_levers (NephoAppFixture *fixture, gconstpointer data)
{
  GtkWidget *levers = nepho_window_get_levers (fixture->window);
  GtkWidget *search;

  nepho_window_set_page (fixture->window, NEPHO_PAGE_MARKET);
  nepho_lever_panel_search (NEPHO_LEVER_PANEL (levers));
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 2);
  search = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "Huawei");
  g_usleep (300000);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_true (is_named (fixture, "Aggressiveness, Huawei Cloud"));
  edit (fixture, nepho_dataset_edit_remove_vendor (current (fixture), "huawei", NULL));
  g_assert_false (is_named (fixture, "Aggressiveness, Huawei Cloud"));
  nepho_document_undo (fixture->document);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_true (is_named (fixture, "Aggressiveness, Huawei Cloud"));
}

#define ADD(name, function) \
  g_test_add ("/window-dataset/" name, NephoAppFixture, NULL, nepho_app_fixture_set_up, function, \
              nepho_app_fixture_tear_down)

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);

  ADD ("add-and-remove", test_add_and_remove);
  ADD ("segments", test_segments);
  ADD ("choices-follow", test_choices_follow);
  ADD ("facts-stay", test_facts_stay);
  ADD ("half-typed", test_half_typed);
  ADD ("found-levers", test_found_levers);

  return g_test_run ();
}
