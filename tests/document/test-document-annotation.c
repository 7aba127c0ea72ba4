/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset-io.h"
#include "nepho-document-annotation.h"
#include "nepho-document-io.h"
#include "nepho-model-error.h"

#include <string.h>

static NephoDocument *
new_document (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, &error);

  g_assert_no_error (error);

  return nepho_document_new (dataset);
}

static const NephoAnnotation note = { .figure = (char *) "share", .segment = (char *) "iaas",
                                      .series = (char *) "alibaba", .point = (char *) "2026Q4", .text = (char *) "Here" };
static const NephoAnnotation arrow = { .figure = (char *) "revenue", .series = (char *) "alibaba",
                                       .point = (char *) "2022Q2", .to_series = (char *) "alibaba/published",
                                       .to_point = (char *) "2024Q2" };

static void
add (NephoDocument *document, const NephoAnnotation *from)
{
  g_autoptr (NephoAnnotation) annotation = nepho_annotation_new (from);
  g_autoptr (GError) error = NULL;

  g_assert_true (nepho_document_add_annotation (document, annotation, "Note on Alibaba Cloud", &error));
  g_assert_no_error (error);
}

static guint
count (NephoDocument *document)
{
  return nepho_document_get_annotations (document)->len;
}

static const char *
text_of (NephoDocument *document, guint index)
{
  return ((const NephoAnnotation *) g_ptr_array_index (nepho_document_get_annotations (document), index))->text;
}

/* Adding, changing and removing are steps with names; undo brings back what was, redo what was done. */
static void
test_undo (void)
{
  NephoDocument *document = new_document ();
  g_autoptr (GError) error = NULL;

  add (document, &note);
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Note on Alibaba Cloud");
  g_assert_true (nepho_document_get_unsaved (document));
  g_assert_true (nepho_document_set_annotation_text (document, 0, "There", "Change it", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text_of (document, 0), ==, "There");
  /* the same words are no step */
  g_assert_true (nepho_document_set_annotation_text (document, 0, "There", "Again", &error));
  g_assert_cmpstr (nepho_document_get_undo_label (document), ==, "Change it");
  nepho_document_remove_annotation (document, 0, "Remove it");
  g_assert_cmpuint (count (document), ==, 0);

  nepho_document_undo (document);
  g_assert_cmpstr (text_of (document, 0), ==, "There");
  nepho_document_undo (document);
  g_assert_cmpstr (text_of (document, 0), ==, "Here");
  nepho_document_undo (document);
  g_assert_cmpuint (count (document), ==, 0);
  g_assert_false (nepho_document_get_unsaved (document));
  nepho_document_redo (document);
  nepho_document_redo (document);
  g_assert_cmpstr (text_of (document, 0), ==, "There");
  g_assert_finalize_object (document);
}

static void
test_refused (void)
{
  NephoDocument *document = new_document ();
  g_autofree char *exact = g_strnfill (NEPHO_ANNOTATION_MAX_LENGTH, 'x');
  g_autofree char *longer = g_strnfill (NEPHO_ANNOTATION_MAX_LENGTH + 1, 'x');
  const struct
  {
    const char *text;
    const char *message;
  } CASES[] = {
    { "", "The annotation has no words" },
    { longer, "The annotation has 501 characters; expected 500 at most" },
    { "a\tb", "The annotation has a control character; expected words" },
  };

  add (document, &note);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (nepho_document_set_annotation_text (document, 0, CASES[i].text, "Change", &error));
      g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA);
      g_assert_cmpstr (error->message, ==, CASES[i].message);
      g_assert_cmpstr (text_of (document, 0), ==, "Here");
    }
  g_assert_true (nepho_document_set_annotation_text (document, 0, exact, "Change", NULL));
  g_assert_true (nepho_document_set_annotation_text (document, 0, "two\nlines", "Change", NULL));
  g_assert_finalize_object (document);
}

static void
test_too_many (void)
{
  NephoDocument *document = new_document ();
  g_autoptr (NephoAnnotation) one_more = nepho_annotation_new (&note);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < NEPHO_ANNOTATIONS_MAX; i++)
    add (document, &note);
  g_assert_false (nepho_document_add_annotation (document, one_more, "One more", &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA);
  g_assert_cmpuint (count (document), ==, NEPHO_ANNOTATIONS_MAX);
  g_assert_finalize_object (document);
}

/* Saved, read and saved again: the same bytes. Without any the file says nothing of them. */
static void
test_file (void)
{
  NephoDocument *document = new_document ();
  g_autofree char *none = nepho_document_to_json (document);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  NephoDocument *again;
  NephoDocument *copy;

  g_assert_null (strstr (none, "annotations"));
  add (document, &note);
  add (document, &arrow);
  first = nepho_document_to_json (document);
  again = nepho_document_parse (first, strlen (first), "again", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (nepho_annotations_equal (nepho_document_get_annotations (document),
                                          nepho_document_get_annotations (again)));
  g_assert_false (nepho_document_get_unsaved (again));
  second = nepho_document_to_json (again);
  g_assert_cmpstr (first, ==, second);

  copy = nepho_document_copy (document);
  g_assert_true (nepho_annotations_equal (nepho_document_get_annotations (document), nepho_document_get_annotations (copy)));
  g_assert_finalize_object (copy);
  g_assert_finalize_object (again);
  g_assert_finalize_object (document);
}

/* Of a step with other edits they are a part. */
static void
test_in_step (void)
{
  NephoDocument *document = new_document ();

  nepho_document_begin_step (document);
  add (document, &note);
  add (document, &arrow);
  nepho_document_end_step (document);
  nepho_document_undo (document);
  g_assert_cmpuint (count (document), ==, 0);
  g_assert_false (nepho_document_can_undo (document));
  g_assert_finalize_object (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-annotation/undo", test_undo);
  g_test_add_func ("/document-annotation/refused", test_refused);
  g_test_add_func ("/document-annotation/too-many", test_too_many);
  g_test_add_func ("/document-annotation/file", test_file);
  g_test_add_func ("/document-annotation/in-step", test_in_step);

  return g_test_run ();
}
