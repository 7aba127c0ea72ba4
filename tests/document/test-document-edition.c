/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-edition.h"

#include "nepho-dataset-edit.h"
#include "nepho-dataset-io.h"
#include "nepho-document-io.h"
#include "nepho-record.h"

/* The bundled data set as an older version of the program had it: AI adoption began at 2 % instead of 1 %. */
static NephoDataset *
older (const char *version)
{
  NephoDataset *dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);

  g_assert_nonnull (dataset);
  g_free (dataset->version);
  dataset->version = g_strdup (version);
  nepho_dataset_add_value (dataset, "adoption.start", 0.02, NULL, "For the test");

  return dataset;
}

static double
value (NephoDocument *document, const char *id)
{
  int index = nepho_parameter_set_find (nepho_document_get_parameters (document), id);

  g_assert_cmpint (index, >=, 0);

  return nepho_document_get_values (document)[index];
}

static void
set (NephoDocument *document, const char *id, double to)
{
  int index = nepho_parameter_set_find (nepho_document_get_parameters (document), id);

  g_assert_true (nepho_document_set_value (document, (guint) index, to, NULL));
}

/* The same version is none other, whether or not the reader edited it; neither is what the program does not have. */
static void
test_none (void)
{
  g_autoptr (NephoDataset) bundled = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);
  g_autofree char *edited_version = g_strconcat (bundled->version, NEPHO_DATASET_EDITED, NULL);
  g_autoptr (NephoDataset) edited = older (edited_version);
  g_autoptr (NephoDataset) strange = older ("1");
  NephoDataset *all[] = { bundled, edited, strange };

  g_free (strange->id);
  strange->id = g_strdup ("moon");
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      NephoDocument *document = nepho_document_new (all[i]);

      g_assert_null (nepho_document_find_edition (document));
      g_assert_finalize_object (document);
    }
}

/* Adoption in the first quarter is where it starts: 2 % before, 1 % after. */
static void
test_compare (void)
{
  g_autoptr (NephoDataset) dataset = older ("2021");
  g_autoptr (NephoDocument) document = nepho_document_new (dataset);
  g_autoptr (NephoDataset) edition = nepho_document_find_edition (document);
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  const NephoMove *first;
  guint n_results = 0;

  g_assert_nonnull (edition);
  g_assert_cmpstr (edition->version, !=, "2021");
  moves = nepho_document_compare_edition (document, edition, &n_results, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moves->len, >, 0);
  g_assert_cmpuint (moves->len, <=, n_results);
  first = g_ptr_array_index (moves, 0);
  g_assert_cmpstr (first->id, ==, "market.adoption.2022Q2");
  g_assert_cmpfloat (first->before, ==, 0.02);
  g_assert_cmpfloat (first->after, ==, 0.01);

  /* Where the reader's value stands in place of the one that differs, nothing moves. */
  set (document, "adoption.start", 0.03);
  none = nepho_document_compare_edition (document, edition, &n_results, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

/* One step: what the reader set stays, what stood at its default follows it, and undo gives the same bytes. */
static void
test_adopt (void)
{
  g_autoptr (NephoDataset) dataset = older ("2021");
  g_autoptr (NephoDataset) edition = NULL;
  NephoDocument *document = nepho_document_new (dataset);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  set (document, "adoption.potential", 0.35);
  nepho_document_set_unsaved (document, FALSE);
  before = nepho_document_to_json (document);
  edition = nepho_document_find_edition (document);
  g_assert_true (nepho_document_adopt_dataset (document, edition, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (value (document, "adoption.start"), ==, 0.01);
  g_assert_cmpfloat (value (document, "adoption.potential"), ==, 0.35);
  g_assert_true (nepho_document_get_unsaved (document));
  g_assert_nonnull (strstr (nepho_document_get_undo_label (document), "2021 → "));
  g_assert_null (nepho_document_find_edition (document));

  nepho_document_undo (document);
  after = nepho_document_to_json (document);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (nepho_document_get_unsaved (document));
  g_assert_finalize_object (document);
}

/* A scenario that the new one does not have is no longer applied; its values stay as the reader's. */
static void
test_scenario_gone (void)
{
  g_autoptr (NephoDataset) dataset = older ("2021");
  g_autoptr (NephoDataset) edition = NULL;
  NephoScenario *scenario = nepho_dataset_add_scenario (dataset, "gone");
  NephoDocument *document = nepho_document_new (dataset);
  double potential = 0.25;

  g_hash_table_insert (scenario->values, g_strdup ("adoption.potential"), g_memdup2 (&potential, sizeof potential));
  g_assert_true (nepho_document_apply_scenario (document, "gone", NULL));
  edition = nepho_document_find_edition (document);
  g_assert_true (nepho_document_adopt_dataset (document, edition, NULL));
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, "");
  g_assert_cmpfloat (value (document, "adoption.potential"), ==, 0.25);
  nepho_document_undo (document);
  g_assert_cmpstr (nepho_document_get_scenario (document), ==, "gone");
  g_assert_finalize_object (document);
}

static guint
count_own (const NephoDataset *dataset)
{
  guint n = 0;

  for (guint i = 0; i < dataset->facts->len; i++)
    n += ((NephoFact *) g_ptr_array_index (dataset->facts, i))->origin == NEPHO_ORIGIN_READER;

  return n;
}

/* What the reader entered, and what they edited beside its original, comes along and can be read again. */
static void
test_own_facts (void)
{
  g_autoptr (NephoDataset) plain = older ("2021");
  g_autoptr (GPtrArray) entered = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_fact_free);
  NephoFact *own = nepho_fact_copy (g_ptr_array_index (plain->facts, 0));
  g_autoptr (NephoFact) changed = nepho_fact_copy (g_ptr_array_index (plain->facts, 1));
  g_autoptr (NephoDataset) with_own = NULL;
  g_autoptr (NephoDataset) dataset = NULL;
  g_autoptr (NephoDataset) edition = NULL;
  g_autoptr (NephoDocument) document = NULL;
  g_autoptr (NephoDocument) again = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  nepho_fact_set_text (&own->id, "");
  g_ptr_array_add (entered, own);
  with_own = nepho_dataset_edit_add_facts (plain, entered, &error);
  g_assert_no_error (error);
  changed->value *= 1.5;
  dataset = nepho_dataset_edit_replace_fact (with_own, changed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_own (dataset), ==, 2);

  document = nepho_document_new (dataset);
  edition = nepho_document_find_edition (document);
  g_assert_cmpuint (count_own (edition), ==, 2);
  g_assert_cmpfloat (nepho_dataset_find_edited (edition, changed->id)->value, ==, changed->value);
  g_assert_true (nepho_document_adopt_dataset (document, edition, &error));
  g_assert_no_error (error);
  json = nepho_document_to_json (document);
  again = nepho_document_parse (json, strlen (json), "again", NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-edition/none", test_none);
  g_test_add_func ("/document-edition/compare", test_compare);
  g_test_add_func ("/document-edition/adopt", test_adopt);
  g_test_add_func ("/document-edition/scenario-gone", test_scenario_gone);
  g_test_add_func ("/document-edition/own-facts", test_own_facts);

  return g_test_run ();
}
