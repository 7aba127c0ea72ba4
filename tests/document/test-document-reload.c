/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-io.h"

#include <string.h>

#include "nepho-dataset-edit.h"
#include "nepho-dataset-io.h"
#include "nepho-document-path.h"
#include "nepho-document-scenario.h"

static guint
find (NephoDocument *document, const char *id)
{
  int index = nepho_parameter_set_find (nepho_document_get_parameters (document), id);

  g_assert_cmpint (index, >=, 0);

  return (guint) index;
}

static NephoDocument *
new_document (double potential)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);
  NephoDocument *document = nepho_document_new (dataset);

  g_assert_true (nepho_document_set_value (document, find (document, "adoption.potential"), potential, NULL));

  return document;
}

/* As somebody else left it: a segment less, another scenario at work, one of their own, a path, a lock,
 * a horizon, words. */
static NephoDocument *
new_other (void)
{
  const NephoEvent step = { NEPHO_EVENT_STEP, 10, 0, 0.3 };
  const char * const compared[] = { "price-war", "spending-cuts", NULL };
  g_autoptr (NephoDataset) smaller = NULL;
  g_autoptr (NephoProperties) properties = nepho_properties_new ();
  g_autoptr (GError) error = NULL;
  NephoDocument *other = new_document (0.45);

  smaller = nepho_dataset_edit_remove_segment (nepho_document_get_dataset (other), "saas", &error);
  g_assert_no_error (error);
  g_assert_true (nepho_document_edit_dataset (other, smaller, "Without SaaS", NULL));
  g_assert_true (nepho_document_apply_scenario (other, "price-war", NULL));
  g_assert_nonnull (nepho_document_add_scenario (other, "price-war", "Theirs", NULL));
  g_assert_true (nepho_document_set_path (other, find (other, "price.war.intensity"), &step, 1, &error));
  g_assert_no_error (error);
  nepho_document_set_locked (other, find (other, "vendor.alibaba.share.iaas"), TRUE);
  g_assert_true (nepho_document_set_horizon (other, 12, NULL));
  nepho_document_set_compared (other, compared);
  g_free (properties->title);
  properties->title = g_strdup ("Theirs");
  nepho_document_set_properties (other, properties);

  return other;
}

static void
assert_json (NephoDocument *document, const char *expected)
{
  g_autofree char *json = nepho_document_to_json (document);

  g_assert_cmpstr (json, ==, expected);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* What was there comes back by undo, byte for byte, and what took its place by redo. */
static void
test_take_over (void)
{
  const char * const none[] = { NULL };
  NephoDocument *document = new_document (0.35);
  NephoDocument *other = new_other ();
  g_autofree char *before = nepho_document_to_json (document);
  g_autofree char *after = nepho_document_to_json (other);
  guint n_changed = 0;

  g_signal_connect_swapped (document, "changed", G_CALLBACK (count_cb), &n_changed);
  nepho_document_take_over (document, other, "Reload");
  assert_json (document, after);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Reload");
  g_assert_cmpuint (nepho_document_get_results (document)->n_quarters, ==, 13);

  nepho_document_undo (document);
  nepho_document_set_compared (document, none); /* no part of undo */
  assert_json (document, before);
  g_assert_cmpfloat (nepho_document_get_values (document)[find (document, "adoption.potential")], ==, 0.35);
  nepho_document_redo (document);
  nepho_document_set_compared (document, nepho_document_get_compared (other));
  assert_json (document, after);
  nepho_document_undo (document);
  nepho_document_undo (document);
  g_assert_false (nepho_document_can_undo (document));

  g_assert_finalize_object (other);
  g_assert_finalize_object (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-reload/take-over", test_take_over);

  return g_test_run ();
}
