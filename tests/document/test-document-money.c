/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset-copy.h"
#include "nepho-dataset-io.h"
#include "nepho-document.h"
#include "nepho-sample.h"

typedef struct
{
  NephoDataset  *dataset;
  NephoDocument *document;
  guint          n_changed;
  guint          n_written; /* how often all was to be written anew */
} Fixture;

static void
changed_cb (NephoDocument *document, gpointer data)
{
  ((Fixture *) data)->n_changed++;
}

static void
dataset_cb (NephoDocument *document, GParamSpec *pspec, gpointer data)
{
  ((Fixture *) data)->n_written++;
}

static void
set_up (Fixture *fixture, gconstpointer name)
{
  fixture->dataset = nepho_dataset_load (name, NULL);
  fixture->document = nepho_document_new (fixture->dataset);
  g_signal_connect (fixture->document, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect (fixture->document, "notify::dataset", G_CALLBACK (dataset_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer name)
{
  g_assert_finalize_object (fixture->document);
  nepho_dataset_unref (fixture->dataset);
}

/* Everything is written anew, nothing stored changes, and there is nothing to undo. */
static void
test_switch (Fixture *fixture, gconstpointer name)
{
  NephoParameterSet *set = nepho_document_get_parameters (fixture->document);
  gsize size = nepho_parameter_set_size (set) * sizeof (double);
  g_autofree double *before = g_memdup2 (nepho_document_get_values (fixture->document), size);
  gboolean modified;

  nepho_document_set_money (fixture->document, NEPHO_CURRENCY_USD, "fx-2023");
  g_assert_cmpuint (fixture->n_written, ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_cmpfloat (nepho_document_get_money (fixture->document)->cny_per_usd, ==, 7.0993);
  g_assert_cmpmem (nepho_document_get_values (fixture->document), size, before, size);
  g_assert_false (nepho_document_can_undo (fixture->document));
  g_object_get (fixture->document, "modified", &modified, NULL);
  g_assert_false (modified);

  nepho_document_set_money (fixture->document, NEPHO_CURRENCY_USD, "fx-2023");
  g_assert_cmpuint (fixture->n_written, ==, 1);
}

/* A rate that the data set does not know, such as another's, gives way to its own. */
static void
test_unknown_rate (Fixture *fixture, gconstpointer name)
{
  nepho_document_set_money (fixture->document, NEPHO_CURRENCY_USD, "fx-of-another");
  g_assert_cmpint (nepho_document_get_money (fixture->document)->currency, ==, NEPHO_CURRENCY_USD);
  g_assert_cmpstr (nepho_document_get_money (fixture->document)->source, ==, "fx-2022h1");
}

/* The choice outlives edits of the data set and is read from it anew. */
static void
test_edit (Fixture *fixture, gconstpointer name)
{
  g_autoptr (NephoDataset) edited = nepho_dataset_copy (fixture->dataset);
  NephoExchangeRate *rate;
  g_autoptr (GError) error = NULL;

  nepho_document_set_money (fixture->document, NEPHO_CURRENCY_USD, "fx-2023");
  for (guint i = 0; i < edited->rates->len; i++)
    {
      rate = g_ptr_array_index (edited->rates, i);
      if (g_str_equal (rate->source, "fx-2023"))
        rate->cny_per_usd = 7.25;
    }
  g_assert_true (nepho_document_edit_dataset (fixture->document, edited, "Edit", &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (nepho_document_get_money (fixture->document)->cny_per_usd, ==, 7.25);
  nepho_document_undo (fixture->document);
  g_assert_cmpfloat (nepho_document_get_money (fixture->document)->cny_per_usd, ==, 7.0993);
}

/* A step of undo is named in the money that the reader saw. */
static void
test_step (Fixture *fixture, gconstpointer name)
{
  NephoParameterSet *set = nepho_document_get_parameters (fixture->document);
  guint index = nepho_parameter_set_index (set, "contract", -1, 0);

  nepho_document_set_money (fixture->document, NEPHO_CURRENCY_USD, "5");
  g_assert_true (nepho_document_set_value (fixture->document, index, 1.0, NULL));
  g_assert_nonnull (strstr (nepho_document_get_undo_label (fixture->document), "US$0.2"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/document-money/switch", Fixture, "china", set_up, test_switch, tear_down);
  g_test_add ("/document-money/unknown-rate/china", Fixture, "china", set_up, test_unknown_rate, tear_down);
  g_test_add ("/document-money/unknown-rate/global", Fixture, "global", set_up, test_unknown_rate, tear_down);
  g_test_add ("/document-money/edit", Fixture, "china", set_up, test_edit, tear_down);
  g_test_add ("/document-money/step", Fixture, "china", set_up, test_step, tear_down);

  return g_test_run ();
}
