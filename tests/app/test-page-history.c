/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"

#include <string.h>

#include "nepho-page-choices.h"
#include "nepho-page.h"

static NephoPage *
page_of (NephoAppFixture *fixture)
{
  return NEPHO_PAGE (nepho_window_get_page_widget (fixture->window));
}

/* How many published figures stand beside projections on the page in view. */
static guint
count_published (NephoAppFixture *fixture)
{
  guint n = 0;

  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  for (guint i = 0; i < nepho_page_n_charts (page_of (fixture)); i++)
    {
      const NephoPlotFigure *figure = nepho_chart_get_figure (nepho_page_get_chart (page_of (fixture), i));

      for (guint k = 0; k < figure->series->len; k++)
        {
          const NephoPlotSeries *series = g_ptr_array_index (figure->series, k);

          if (figure->x.kind == NEPHO_PLOT_SCALE_TIME && series->notation == NEPHO_PLOT_ACTUAL
              && series->sources != NULL)
            n += series->y->n;
        }
    }

  return n;
}

static void
choose (NephoAppFixture *fixture, const char *history)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.history", "s", history);
}

/* A choice is what the reader looks at: remembered, and nothing to undo. */
static void
test_choice (NephoAppFixture *fixture, gconstpointer data)
{
  GSettings *settings = nepho_application_get_settings (fixture->application);
  g_autofree char *kept = NULL;
  guint usual;

  nepho_window_set_page (fixture->window, NEPHO_PAGE_MARKET);
  usual = count_published (fixture);
  g_assert_cmpuint (usual, >, 5);
  choose (fixture, "all");
  g_assert_cmpuint (count_published (fixture), >, usual);
  choose (fixture, "none");
  g_assert_cmpuint (count_published (fixture), ==, 0);
  g_assert_cmpstr (nepho_window_get_history (fixture->window), ==, "none");
  kept = g_settings_get_string (settings, "history");
  g_assert_cmpstr (kept, ==, "none");
  g_assert_false (nepho_document_can_undo (fixture->document));

  /* Pages that are seen for the first time know it too. */
  nepho_window_set_page (fixture->window, NEPHO_PAGE_REVENUE);
  g_assert_cmpuint (count_published (fixture), ==, 0);
  choose (fixture, "usual");
  g_assert_cmpuint (count_published (fixture), >, 0);
}

/* What is remembered of another data set is no reason to show nothing. */
static void
test_unknown (NephoAppFixture *fixture, gconstpointer data)
{
  guint usual;

  nepho_window_set_page (fixture->window, NEPHO_PAGE_MARKET);
  usual = count_published (fixture);
  choose (fixture, "nobody-at-all");
  g_assert_cmpuint (count_published (fixture), ==, usual);
}

static GtkWidget *
find_button (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* "usual all none | idc …": what a menu of two sections offers. */
static char *
describe_menu (GtkWidget *choices)
{
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (find_button (choices)));
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int k = 0; k < g_menu_model_get_n_items (section); k++)
        {
          g_autofree char *id = NULL;

          g_assert_true (g_menu_model_get_item_attribute (section, k, G_MENU_ATTRIBUTE_TARGET, "s", &id));
          g_string_append_printf (text, "%s ", id);
        }
      g_string_append (text, "| ");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The menu offers what the page's charts have something of, and follows the data set. */
static void
test_menu (NephoAppFixture *fixture, gconstpointer data)
{
  NephoDataset *dataset = nepho_document_get_dataset (fixture->document);
  g_autoptr (NephoDataset) empty = nepho_dataset_new ();
  GtkWidget *choices = g_object_ref_sink (nepho_page_choices_new (dataset, NEPHO_PAGE_MARKET, 0, FALSE));
  g_autofree char *full = describe_menu (choices);
  g_autofree char *bare = NULL;

  g_assert_true (g_str_has_prefix (full, "usual all none | idc "));
  g_assert_nonnull (strstr (full, " idc-iaas-paas "));
  g_assert_null (strstr (full, "alibaba"));
  nepho_page_choices_set_dataset (NEPHO_PAGE_CHOICES (choices), empty);
  bare = describe_menu (choices);
  g_assert_cmpstr (bare, ==, "usual all none | | ");
  g_object_unref (choices);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (NephoAppFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/page-history/choice", test_choice },
    { "/page-history/unknown", test_unknown },
    { "/page-history/menu", test_menu },
  };

  nepho_app_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, NephoAppFixture, NULL, nepho_app_fixture_set_up, tests[i].test,
                nepho_app_fixture_tear_down);

  return g_test_run ();
}
