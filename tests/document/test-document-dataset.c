/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "nepho-dataset-edit.h"
#include "nepho-document.h"
#include "nepho-model-error.h"
#include "nepho-sample.h"

typedef struct
{
  NephoDocument *document;
  GString       *heard; /* 'd' for notify::dataset, 'c' for changed */
} Fixture;

static void
dataset_cb (NephoDocument *document, GParamSpec *pspec, Fixture *fixture)
{
  /* What is notified is already in place. */
  g_assert_true (nepho_parameter_set_dataset (nepho_document_get_parameters (document))
                 == nepho_document_get_dataset (document));
  g_string_append_c (fixture->heard, 'd');
}

static void
changed_cb (NephoDocument *document, Fixture *fixture)
{
  g_string_append_c (fixture->heard, 'c');
}

/* Vendors a (1/6), b (2/6) and others (3/6) in segments x and y. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoDataset) three = nepho_sample_dataset (3, 2);
  g_autoptr (NephoDataset) dataset = nepho_dataset_edit_merge_vendor (three, "c", NULL);

  fixture->document = nepho_document_new (dataset);
  fixture->heard = g_string_new (NULL);
  g_signal_connect (fixture->document, "notify::dataset", G_CALLBACK (dataset_cb), fixture);
  g_signal_connect (fixture->document, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->document);
  g_string_free (fixture->heard, TRUE);
}

static guint
find (Fixture *fixture, const char *id)
{
  int index = nepho_parameter_set_find (nepho_document_get_parameters (fixture->document), id);

  g_assert_cmpint (index, >=, 0);

  return (guint) index;
}

static double
value (Fixture *fixture, const char *id)
{
  return nepho_document_get_values (fixture->document)[find (fixture, id)];
}

static void
edit (Fixture *fixture, NephoDataset *edited, const char *label)
{
  g_autoptr (NephoDataset) dataset = edited;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (dataset);
  nepho_document_edit_dataset (fixture->document, dataset, label, &error);
  g_assert_no_error (error);
}

static void
add_vendor (Fixture *fixture, const char *name, double share)
{
  edit (fixture, nepho_dataset_edit_add_vendor (nepho_document_get_dataset (fixture->document), name, share, NULL),
        "Add");
}

static void
remove_vendor (Fixture *fixture, const char *id)
{
  edit (fixture, nepho_dataset_edit_remove_vendor (nepho_document_get_dataset (fixture->document), id, NULL),
        "Remove");
}

static void
test_one_named_step (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;
  NephoDataset *before = nepho_document_get_dataset (document);
  NephoDataset *in_place = NULL;

  add_vendor (fixture, "New", 0.1);
  g_assert_cmpstr (fixture->heard->str, ==, "dc");
  g_assert_cmpuint (nepho_document_get_results (document)->n_vendors, ==, 4);
  g_assert_cmpuint (nepho_document_get_baseline (document)->n_vendors, ==, 4);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Add");
  g_assert_false (nepho_document_differs (document));
  g_object_get (document, "dataset", &in_place, NULL);
  g_assert_true (in_place == nepho_document_get_dataset (document));

  nepho_document_undo (document);
  g_assert_cmpstr (fixture->heard->str, ==, "dcdc");
  g_assert_true (nepho_document_get_dataset (document) == before);
  g_assert_cmpuint (nepho_document_get_results (document)->n_vendors, ==, 3);
  g_assert_false (nepho_document_can_undo (document));

  nepho_document_redo (document);
  g_assert_cmpfloat (value (fixture, "vendor.new.share.x"), ==, 0.1);
  g_assert_true (nepho_document_edit_dataset (document, nepho_document_get_dataset (document), "Same", NULL));
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Add");
}

static void
test_what_the_reader_set_stays (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;

  g_assert_true (nepho_document_set_value (document, find (fixture, "price.war.intensity"), 0.25, NULL));
  g_assert_true (nepho_document_set_value (document, find (fixture, "vendor.b.opex_ratio"), 0.4, NULL));
  g_assert_true (nepho_document_set_share (document, find (fixture, "vendor.b.share.x"), 0.5, NULL));
  nepho_document_set_locked (document, find (fixture, "vendor.b.share.x"), TRUE);

  remove_vendor (fixture, "a");
  g_assert_cmpfloat (value (fixture, "price.war.intensity"), ==, 0.25);
  g_assert_cmpfloat (value (fixture, "vendor.b.opex_ratio"), ==, 0.4);
  /* What a left went to Others; b stays where the reader put it. */
  g_assert_cmpfloat (value (fixture, "vendor.b.share.x"), ==, 0.5);
  g_assert_cmpfloat_with_epsilon (value (fixture, "vendor.others.share.x"), 0.5, 1e-15);
  /* In y nobody set anything: the default is followed. */
  g_assert_cmpfloat_with_epsilon (value (fixture, "vendor.others.share.y"), 4.0 / 6.0, 1e-15);
  g_assert_true (nepho_document_get_locked (document, find (fixture, "vendor.b.share.x")));
  g_assert_false (nepho_document_get_locked (document, find (fixture, "vendor.others.share.x")));
}

/* Others were brought down to 2 %, less than a new vendor takes: all who are not locked make room. */
static void
test_others_have_too_little (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;
  double b;

  g_assert_true (nepho_document_set_share (document, find (fixture, "vendor.others.share.x"), 0.02, NULL));
  b = value (fixture, "vendor.b.share.x");
  nepho_document_set_locked (document, find (fixture, "vendor.b.share.x"), TRUE);
  add_vendor (fixture, "New", 0.1);
  g_assert_cmpfloat (value (fixture, "vendor.new.share.x"), ==, 0.1);
  g_assert_cmpfloat (value (fixture, "vendor.b.share.x"), ==, b);
  g_assert_cmpfloat_with_epsilon (value (fixture, "vendor.a.share.x") + value (fixture, "vendor.others.share.x"),
                                  0.9 - b, 1e-14);
}

static void
test_source_stays_chosen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoDataset) disputed = nepho_sample_disputed ();
  g_autoptr (NephoDocument) document = nepho_document_new (disputed);
  g_autoptr (NephoDataset) moved = nepho_dataset_edit_move_vendor (disputed, "d", -3, NULL);
  NephoParameterSet *set = nepho_document_get_parameters (document);

  g_assert_true (nepho_document_choose_source (document, (guint) nepho_parameter_set_find (set, "vendor.d.share.x"),
                                               "canalys", NULL));
  g_assert_true (nepho_document_edit_dataset (document, moved, "Move", NULL));
  set = nepho_document_get_parameters (document);
  g_assert_cmpint (nepho_parameter_set_find (set, "vendor.d.share.x"), ==,
                   (int) nepho_parameter_set_index (set, "share", 0, 0));
  g_assert_cmpstr (nepho_document_get_chosen_source (document, nepho_parameter_set_index (set, "share", 0, 0)), ==,
                   "canalys");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;
  NephoDataset *before = nepho_document_get_dataset (document);
  g_autoptr (NephoDataset) broken = nepho_dataset_copy (before);
  g_autoptr (NephoDataset) good = nepho_dataset_copy (before);
  g_autoptr (GError) error = NULL;

  nepho_dataset_add_value (broken, "vendor.a.share.x", 0.5, NULL, "once more");
  g_assert_false (nepho_document_edit_dataset (document, broken, "Break", &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_SHARES);
  g_clear_error (&error);

  nepho_document_begin_step (document);
  g_assert_false (nepho_document_edit_dataset (document, good, "Meanwhile", &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, "while a lever is being moved"));
  nepho_document_end_step (document);

  g_assert_true (nepho_document_get_dataset (document) == before);
  g_assert_false (nepho_document_can_undo (document));
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

/* What is needed to tell that two states are the same to the last bit. */
typedef struct
{
  NephoDataset *dataset;
  double       *values;
  guint         n_values;
} State;

static void
state_clear (gpointer data)
{
  State *state = data;

  nepho_dataset_unref (state->dataset);
  g_free (state->values);
}

static State
state_of (NephoDocument *document)
{
  guint n = nepho_parameter_set_size (nepho_document_get_parameters (document));
  State state = { nepho_dataset_ref (nepho_document_get_dataset (document)),
                  g_memdup2 (nepho_document_get_values (document), n * sizeof (double)), n };

  return state;
}

static void
assert_state (NephoDocument *document, const State *state)
{
  g_assert_true (nepho_document_get_dataset (document) == state->dataset);
  g_assert_cmpmem (nepho_document_get_values (document), state->n_values * sizeof (double), state->values,
                   state->n_values * sizeof (double));
}

static void
assert_shares (NephoDocument *document)
{
  NephoParameterSet *set = nepho_document_get_parameters (document);
  NephoDataset *dataset = nepho_document_get_dataset (document);

  for (guint s = 0; s < dataset->segments->len; s++)
    {
      double sum = 0.0;

      for (guint i = 0; i < dataset->vendors->len; i++)
        sum += nepho_document_get_values (document)[nepho_parameter_set_index (set, "share", (int) i, (int) s)];
      g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-12);
    }
}

static NephoDataset *
any_dataset (NephoDocument *document, GRand *random)
{
  NephoDataset *dataset = nepho_document_get_dataset (document);
  const char *vendor
    = nepho_dataset_vendor (dataset, (guint) g_rand_int_range (random, 0, (gint32) dataset->vendors->len))->id;
  const char *segment
    = nepho_dataset_segment (dataset, (guint) g_rand_int_range (random, 0, (gint32) dataset->segments->len))->id;
  g_autofree char *name = g_strdup_printf ("N%d", g_rand_int_range (random, 0, 50));

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      return nepho_dataset_edit_add_vendor (dataset, name, 0.3 * g_rand_double (random), NULL);
    case 1:
      return nepho_dataset_edit_remove_vendor (dataset, vendor, NULL);
    case 2:
      return nepho_dataset_edit_merge_vendor (dataset, vendor, NULL);
    case 3:
      return nepho_dataset_edit_rename_vendor (dataset, vendor, name, NULL);
    case 4:
      return nepho_dataset_edit_add_segment (dataset, name, 10.0, NULL);
    default:
      return nepho_dataset_edit_remove_segment (dataset, segment, NULL);
    }
}

static void
any_step (NephoDocument *document, GRand *random)
{
  NephoParameterSet *set = nepho_document_get_parameters (document);
  guint k = (guint) g_rand_int_range (random, 0, (gint32) nepho_parameter_set_size (set));
  const NephoParameterSpec *spec = nepho_parameter_set_get (set, k)->spec;
  guint n_vendors = nepho_document_get_dataset (document)->vendors->len;
  g_autoptr (NephoDataset) dataset = NULL;

  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      if (spec->scope != NEPHO_SCOPE_VENDOR_SEGMENT)
        nepho_document_set_value (document, k, g_rand_double_range (random, spec->minimum, spec->maximum), NULL);
      break;
    case 1:
      k = nepho_parameter_set_index (set, "share", g_rand_int_range (random, 0, (gint32) n_vendors), 0);
      if (g_rand_boolean (random))
        nepho_document_set_locked (document, k, g_rand_boolean (random));
      else
        nepho_document_set_share (document, k, g_rand_double (random), NULL);
      break;
    case 2:
      nepho_document_set_horizon (document, (guint) g_rand_int_range (random, 1, 40), NULL);
      break;
    default:
      dataset = any_dataset (document, random);
      if (dataset != NULL)
        g_assert_true (nepho_document_edit_dataset (document, dataset, "Data set", NULL));
    }
}

static void
test_random_steps (Fixture *fixture, gconstpointer data)
{
  NephoDocument *document = fixture->document;
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint sequence = 0; sequence < 60; sequence++)
    {
      g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (State));
      State state = state_of (document);
      guint n_back = 0;

      g_array_set_clear_func (states, state_clear);
      g_array_append_val (states, state);
      while (states->len < 25)
        {
          const char *before = nepho_document_get_undo_label (document);

          any_step (document, random);
          if (nepho_document_get_undo_label (document) == before)
            continue;
          assert_shares (document);
          state = state_of (document);
          g_array_append_val (states, state);
        }
      for (; nepho_document_can_undo (document); n_back++)
        {
          assert_state (document, &g_array_index (states, State, states->len - 1 - n_back));
          nepho_document_undo (document);
        }
      g_assert_cmpuint (n_back, ==, states->len - 1);
      assert_state (document, &g_array_index (states, State, 0));
      while (nepho_document_can_redo (document))
        nepho_document_redo (document);
      assert_state (document, &g_array_index (states, State, states->len - 1));
      while (nepho_document_can_undo (document))
        nepho_document_undo (document);
    }
}

#define ADD(name, function) g_test_add ("/document/dataset/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("one-named-step", test_one_named_step);
  ADD ("what-the-reader-set-stays", test_what_the_reader_set_stays);
  ADD ("others-have-too-little", test_others_have_too_little);
  ADD ("source-stays-chosen", test_source_stays_chosen);
  ADD ("refused", test_refused);
  ADD ("random-steps", test_random_steps);

  return g_test_run ();
}
