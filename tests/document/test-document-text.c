/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-text.h"

#include <string.h>

#include "nepho-dataset-io.h"
#include "nepho-document-error.h"
#include "nepho-document-io.h"
#include "nepho-document-path.h"
#include "nepho-document-scenario.h"

static guint
find (NephoDocument *document, const char *id)
{
  int index = nepho_parameter_set_find (nepho_document_get_parameters (document), id);

  g_assert_cmpint (index, >=, 0);

  return (guint) index;
}

/* The price war with a potential of 35 %, a note on it, a title, and a scenario of the reader's beside it. */
static NephoDocument *
new_document (const char *title)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);
  g_autoptr (NephoProperties) properties = nepho_properties_new ();
  NephoDocument *document = nepho_document_new (dataset);
  const NephoEvent path = { NEPHO_EVENT_STEP, 3, 0, 0.75 };

  g_assert_nonnull (nepho_document_add_scenario (document, "", "Kept for later", NULL));
  g_assert_true (nepho_document_apply_scenario (document, "price-war", NULL));
  g_assert_true (nepho_document_set_value (document, find (document, "adoption.potential"), 0.35, NULL));
  g_assert_true (nepho_document_set_path (document, find (document, "price.follow"), &path, 1, NULL));
  g_assert_true (nepho_document_set_note (document, find (document, "adoption.potential"), "Half of the firms", NULL));
  g_free (properties->title);
  properties->title = g_strdup (title);
  g_free (properties->description);
  properties->description = g_strdup ("For the board");
  nepho_document_set_properties (document, properties);

  return document;
}

static void
assert_same (NephoDocument *a, NephoDocument *b)
{
  g_autofree char *before = nepho_document_to_json (a);
  g_autofree char *after = nepho_document_to_json (b);

  g_assert_cmpstr (after, ==, before);
}

/* What stands above the block: all that differs, in words, with units, and nothing else. */
static void
test_words (void)
{
  NephoDocument *document = new_document ("A hard year");
  g_autofree char *text = nepho_document_to_text (document);
  const char *block = strstr (text, "\n-----BEGIN");
  g_autofree char *words = g_strndup (text, (gsize) (block - text));

  g_assert_true (g_str_has_prefix (words, "Nephoscope scenario: A hard year\nScenario: Price war\n"
                                          "Data set: China public cloud 2022.2-"));
  g_assert_nonnull (strstr (words, "\n34 quarters from 2022Q2\n\nFor the board\n"));
  g_assert_nonnull (strstr (words, "own values:\n"
                                   "- Potential of AI 60.0\302\240% → 35.0\302\240%\n  Half of the firms\n"
                                   "- Price war intensity 0.0\302\240%/yr → 12.0\302\240%/yr\n"
                                   "- Lowest gross margin 0.0\302\240% → −5.0\302\240%\n"
                                   "- Following of price cuts: 75.0\302\240% from 2023Q1 on\n\n"
                                   "Scenarios that are in it beside this one:\n- Kept for later\n"));
  g_assert_finalize_object (document);
}

static void
test_unchanged (void)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);
  NephoDocument *document = nepho_document_new (dataset);
  g_autofree char *text = nepho_document_to_text (document);

  g_assert_nonnull (strstr (text, "\nEvery value is the data set’s own.\n"));
  g_assert_null (strstr (text, "\n- "));
  g_assert_finalize_object (document);
}

/* Copied and pasted: the same document, byte for byte, which no file holds yet. */
static void
test_paste (void)
{
  static const char * const titles[] = { "A hard year", "云", "-----BEGIN NEPHOSCOPE SCENARIO-----", "{" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      NephoDocument *document = new_document (titles[i]);
      g_autofree char *text = nepho_document_to_text (document);
      g_auto (NephoDocumentOrigin) origin = { 0 };
      g_autoptr (GError) error = NULL;
      NephoDocument *pasted = nepho_document_paste (text, &origin, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (origin.format, ==, NEPHO_DOCUMENT_FORMAT);
      g_assert_true (nepho_document_get_unsaved (pasted));
      g_assert_false (nepho_document_can_undo (pasted));
      assert_same (document, pasted);
      g_assert_finalize_object (pasted);
      g_assert_finalize_object (document);
    }
}

/* As it comes back from a mail: quoted twice, wrapped at 40 columns, each space a non-breaking one. */
static void
test_quoted (void)
{
  NephoDocument *document = new_document ("A hard year");
  g_autofree char *text = nepho_document_to_text (document);
  g_autoptr (GString) mail = g_string_new ("On Monday somebody wrote:\r\n> > ");
  g_autoptr (GError) error = NULL;
  guint column = 0;
  NephoDocument *pasted;

  for (const char *c = text; *c != '\0'; c++)
    {
      gboolean wraps = *c == '\n' || (++column > 40 && (*c & 0x80) == 0);

      if (*c == ' ')
        g_string_append (mail, "\302\240");
      else if (*c != '\n')
        g_string_append_c (mail, *c);
      if (!wraps)
        continue;
      g_string_append (mail, "\r\n> > ");
      column = 0;
    }
  pasted = nepho_document_paste (mail->str, NULL, &error);
  g_assert_no_error (error);
  assert_same (document, pasted);
  g_assert_finalize_object (pasted);
  g_assert_finalize_object (document);
}

static void
test_broken (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nepho_document_paste ("A letter\nto somebody\n", NULL, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "Clipboard, line 2: the text ends and there is no scenario in it; expected a line "
                                       "“-----BEGIN NEPHOSCOPE SCENARIO-----”");
  g_clear_error (&error);

  /* Nothing, well armoured: it is no packed document. */
  g_assert_null (nepho_document_paste ("-----BEGIN NEPHOSCOPE SCENARIO-----\n"
                                       "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
                                       "-----END NEPHOSCOPE SCENARIO-----\n", NULL, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "Clipboard: the scenario in it is damaged: "));
}

/* What is read as a text: by its name or by what is in it, but never JSON. */
static void
test_is (void)
{
  static const struct
  {
    const char *content;
    const char *name;
    gboolean    is;
  } cases[] = {
    { "-----BEGIN NEPHOSCOPE SCENARIO-----", "mail", TRUE },
    { "> -----BEGIN\302\240NEPHOSCOPE SCENARIO-----", "mail", TRUE },
    { "a letter", "letter.txt", TRUE },
    { "", "letter.txt", TRUE },
    { "a letter", "letter", FALSE },
    { " {\"notes\": [\"-----BEGIN NEPHOSCOPE SCENARIO-----\"]}", "document", FALSE },
    { "{}", "params.txt", FALSE },
    { "[]", "facts.txt", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) file = g_bytes_new_static (cases[i].content, strlen (cases[i].content));

      g_test_message ("%s", cases[i].content);
      g_assert_cmpint (nepho_document_text_is (file, cases[i].name), ==, cases[i].is);
    }
}

/* Neither the words nor what is packed says who wrote it, or where. */
static void
test_private (void)
{
  NephoDocument *document = new_document ("A hard year");
  g_autofree char *text = nepho_document_to_text (document);
  g_autofree char *json = nepho_document_to_json (document);
  const char *secrets[] = { g_get_home_dir (), g_get_tmp_dir () };

  text[strstr (text, "-----BEGIN") - text] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_assert_null (strstr (text, secrets[i]));
      g_assert_null (strstr (json, secrets[i]));
    }
  g_assert_finalize_object (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-text/words", test_words);
  g_test_add_func ("/document-text/unchanged", test_unchanged);
  g_test_add_func ("/document-text/paste", test_paste);
  g_test_add_func ("/document-text/quoted", test_quoted);
  g_test_add_func ("/document-text/broken", test_broken);
  g_test_add_func ("/document-text/is", test_is);
  g_test_add_func ("/document-text/private", test_private);

  return g_test_run ();
}
