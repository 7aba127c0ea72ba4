/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-keeper.h"

#include <glib/gstdio.h>

#include "nepho-armour.h"
#include "nepho-dataset-io.h"
#include "nepho-document-error.h"
#include "nepho-document-pack.h"
#include "nepho-document-picture.h"

typedef struct
{
  char          *folder;
  GFile         *file;
  NephoDocument *document;
  NephoKeeper   *keeper;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("nepho-keeper-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "a.nephoscope", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->document = nepho_document_new (dataset);
  fixture->keeper = nepho_keeper_new (fixture->document);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = NULL;

  if (fixture->keeper != NULL)
    {
      nepho_keeper_forget_draft (fixture->keeper);
      g_assert_finalize_object (fixture->keeper);
    }
  g_assert_finalize_object (fixture->document);
  g_file_delete (fixture->file, NULL, NULL);
  g_file_delete (folder, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
}

static void
edit (Fixture *fixture, double value)
{
  guint index = nepho_parameter_set_index (nepho_document_get_parameters (fixture->document), "adoption.potential", -1, -1);

  g_assert_true (nepho_document_set_value (fixture->document, index, value, NULL));
}

static double
value_in (NephoKeeper *keeper)
{
  NephoDocument *document = nepho_keeper_get_document (keeper);

  return nepho_document_get_values (document)[nepho_parameter_set_index (nepho_document_get_parameters (document),
                                                                          "adoption.potential", -1, -1)];
}

/* Saved, edited, undone: at each moment the keeper knows whether the file holds it; what is read again is the same. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoKeeper) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  g_assert_true (nepho_keeper_is_untouched (fixture->keeper));
  edit (fixture, 0.35);
  g_assert_false (nepho_keeper_is_untouched (fixture->keeper));
  g_assert_true (nepho_keeper_save_as (fixture->keeper, fixture->file, &error));
  g_assert_no_error (error);
  g_assert_false (nepho_document_get_unsaved (fixture->document));
  name = nepho_keeper_get_name (fixture->keeper);
  g_assert_cmpstr (name, ==, "a.nephoscope");

  edit (fixture, 0.45);
  g_assert_true (nepho_document_get_unsaved (fixture->document));
  nepho_document_undo (fixture->document);
  g_assert_false (nepho_document_get_unsaved (fixture->document));
  edit (fixture, 0.55);
  g_assert_true (nepho_keeper_save (fixture->keeper, FALSE, &error));
  g_assert_no_error (error);

  again = nepho_keeper_open (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (value_in (again), ==, 0.55);
  g_assert_null (nepho_keeper_get_remark (again));
  g_assert_null (nepho_keeper_get_read_only (again));
}

/* Somebody else's words are not written over unasked. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *text = NULL;

  g_assert_true (nepho_keeper_save_as (fixture->keeper, fixture->file, NULL));
  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  edit (fixture, 0.35);
  g_assert_false (nepho_keeper_save (fixture->keeper, FALSE, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CHANGED);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "{}");
  g_assert_true (nepho_document_get_unsaved (fixture->document));
  g_assert_true (nepho_keeper_save (fixture->keeper, TRUE, NULL));
  g_assert_false (nepho_document_get_unsaved (fixture->document));
}

/* A file whose scenario gave other results: told, nothing changed. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *text = NULL;
  g_autofree char *moved = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("(\"market\\.adoption\\.[0-9Q]+\": )[0-9.e-]+", 0, 0, NULL);
  g_autoptr (NephoKeeper) keeper = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (nepho_keeper_save_as (fixture->keeper, fixture->file, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  moved = g_regex_replace (regex, text, -1, 0, "\\g<1>0.987", 0, &error);
  g_assert_no_error (error);
  g_assert_false (g_str_equal (moved, text));
  g_assert_true (g_file_set_contents (path, moved, -1, NULL));
  keeper = nepho_keeper_open (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_nonnull (nepho_keeper_get_remark (keeper));
  g_assert_true (g_str_has_prefix (nepho_keeper_get_remark (keeper), "2 of "));
  g_assert_false (nepho_document_get_unsaved (nepho_keeper_get_document (keeper)));
}

/* Saves and replaces in the file, as somebody else's program would have written it. */
static void
write_as_other (Fixture *fixture, const char *pattern, const char *replacement)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (nepho_keeper_save_as (fixture->keeper, fixture->file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  other = g_regex_replace (regex, text, -1, 0, replacement, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (other, !=, text);
  g_assert_true (g_file_set_contents (path, other, -1, NULL));
}

/* What this version does not understand it does not write over: saving is refused, the file keeps its bytes, and so
 * it is once the program was killed and the draft taken up again. */
static void
assert_read_only (Fixture *fixture, const char *why)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (NephoKeeper) keeper = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  keeper = nepho_keeper_open (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_nonnull (nepho_keeper_get_read_only (keeper));
  g_assert_nonnull (strstr (nepho_keeper_get_read_only (keeper), why));
  g_assert_false (nepho_keeper_save (keeper, TRUE, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_WRITE);
  g_clear_error (&error);

  g_assert_true (nepho_document_set_horizon (nepho_keeper_get_document (keeper), 20, NULL));
  g_assert_true (nepho_keeper_write_draft (keeper, &error));
  g_assert_no_error (error);
  g_clear_object (&keeper);
  drafts = nepho_drafts_find ();
  g_assert_cmpuint (drafts->len, ==, 1);
  keeper = nepho_keeper_recover (g_ptr_array_steal_index (drafts, 0), &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (nepho_keeper_get_file (keeper), fixture->file));
  g_assert_nonnull (strstr (nepho_keeper_get_read_only (keeper), why));
  g_assert_false (nepho_keeper_save (keeper, TRUE, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_WRITE);
  nepho_keeper_forget_draft (keeper);

  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  write_as_other (fixture, "\"nephoscope-document/[0-9]+\"", "\"nephoscope-document/99\"");
  assert_read_only (fixture, "newer version");
}

static void
test_newer_key (Fixture *fixture, gconstpointer data)
{
  write_as_other (fixture, "\"nephoscope-document/[0-9]+\",", "\"nephoscope-document/99\",\n  \"weather\": 3,");
  assert_read_only (fixture, "“weather”");
}

static void
test_other_engine (Fixture *fixture, gconstpointer data)
{
  write_as_other (fixture, "\"engine\": [0-9]+,", "\"engine\": 77,\n  \"weather\": 3,");
  assert_read_only (fixture, "“weather”");
}

/* Another model that says nothing new: the file is as any other. */
static void
test_same_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoKeeper) keeper = NULL;
  g_autoptr (GError) error = NULL;

  write_as_other (fixture, "\"engine\": [0-9]+,", "\"engine\": 77,");
  keeper = nepho_keeper_open (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_null (nepho_keeper_get_read_only (keeper));
  g_assert_true (nepho_keeper_save (keeper, FALSE, &error));
  g_assert_no_error (error);
}

/* A folder that is not there: nothing is written, and the document stays unsaved. */
static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/at/all.nephoscope");
  g_autoptr (GError) error = NULL;

  edit (fixture, 0.35);
  g_assert_false (nepho_keeper_save_as (fixture->keeper, nowhere, &error));
  g_assert_nonnull (error);
  g_assert_null (nepho_keeper_get_file (fixture->keeper));
  g_assert_true (nepho_document_get_unsaved (fixture->document));
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autoptr (NephoKeeper) keeper = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "{\"format\": \"nephoscope-document/", -1, NULL));
  keeper = nepho_keeper_open (fixture->file, &error);
  g_assert_null (keeper);
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "line 1"));
}

static guint
count_drafts (void)
{
  g_autoptr (GPtrArray) drafts = nepho_drafts_find ();

  return drafts->len;
}

/* Work is kept while its program lives, and found by the next one once it is gone. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (NephoKeeper) recovered = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (nepho_keeper_save_as (fixture->keeper, fixture->file, NULL));
  edit (fixture, 0.35);
  g_assert_true (nepho_keeper_write_draft (fixture->keeper, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_drafts (), ==, 0);

  /* As if killed: nobody holds the lock any more. */
  g_clear_object (&fixture->keeper);
  drafts = nepho_drafts_find ();
  g_assert_cmpuint (drafts->len, ==, 1);
  recovered = nepho_keeper_recover (g_ptr_array_steal_index (drafts, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (value_in (recovered), ==, 0.35);
  g_assert_true (nepho_document_get_unsaved (nepho_keeper_get_document (recovered)));
  g_assert_true (g_file_equal (nepho_keeper_get_file (recovered), fixture->file));
  g_assert_cmpuint (count_drafts (), ==, 0);

  /* Saved there is nothing to recover. */
  g_assert_true (nepho_keeper_save (recovered, FALSE, &error));
  g_assert_no_error (error);
  g_clear_object (&recovered);
  g_assert_cmpuint (count_drafts (), ==, 0);
}

/* What somebody else wrote while the program was gone is not written over either. */
static void
test_draft_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (NephoKeeper) recovered = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (fixture->file);

  g_assert_true (nepho_keeper_save_as (fixture->keeper, fixture->file, NULL));
  edit (fixture, 0.35);
  g_assert_true (nepho_keeper_write_draft (fixture->keeper, NULL));
  g_clear_object (&fixture->keeper);
  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));

  drafts = nepho_drafts_find ();
  g_assert_cmpuint (drafts->len, ==, 1);
  recovered = nepho_keeper_recover (g_ptr_array_steal_index (drafts, 0), &error);
  g_assert_no_error (error);
  g_assert_false (nepho_keeper_save (recovered, FALSE, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CHANGED);
  nepho_keeper_forget_draft (recovered);
}

static gboolean
is_draft_there (gpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "nephoscope", "drafts", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) != NULL;
}

/* Within the time that is promised, by itself; gone by itself when nothing is unsaved any more. */
static void
test_timer (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  edit (fixture, 0.35);
  while (!is_draft_there (NULL) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_draft_there (NULL));
  nepho_document_undo (fixture->document);
  while (is_draft_there (NULL) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_draft_there (NULL));
}

static void
count_cb (NephoKeeper *keeper, const char *message, gpointer user_data)
{
  guint *n = user_data;

  g_assert_nonnull (strstr (message, "drafts"));
  (*n)++;
}

/* Where drafts cannot be kept, the reader is told once, not every few seconds; as soon as they can, they are. */
static void
test_draft_failed (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "nephoscope", NULL);
  g_autofree char *folder = g_build_filename (state, "drafts", NULL);
  gint64 told = 0;
  guint n_told = 0;

  g_rmdir (folder);
  g_mkdir_with_parents (state, 0700);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_signal_connect (fixture->keeper, "draft-failed", G_CALLBACK (count_cb), &n_told);
  edit (fixture, 0.35);
  while (n_told == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  told = g_get_monotonic_time ();
  g_assert_cmpuint (n_told, ==, 1);

  /* Tried at least once more meanwhile. */
  while (g_get_monotonic_time () < told + (NEPHO_KEEPER_SECONDS + 2) * G_TIME_SPAN_SECOND)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpint (g_unlink (folder), ==, 0);
  while (!is_draft_there (NULL) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_draft_there (NULL));
}

/* A document out of a picture has no file, so that nothing is ever written over the picture. */
static void
test_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) packed = NULL;
  g_autofree char *encoded = NULL;
  g_autofree char *svg = NULL;
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autoptr (NephoKeeper) keeper = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  edit (fixture, 0.35);
  packed = nepho_document_pack (fixture->document);
  encoded = g_base64_encode (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  svg = g_strdup_printf ("<svg><metadata><n:scenario xmlns:n=\"%s\">%s</n:scenario></metadata></svg>",
                         NEPHO_PICTURE_NAMESPACE, encoded);
  g_assert_true (g_file_set_contents (path, svg, -1, NULL));

  keeper = nepho_keeper_open (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_null (nepho_keeper_get_file (keeper));
  g_assert_null (nepho_keeper_get_read_only (keeper));
  g_assert_null (nepho_keeper_get_left_out (keeper));
  g_assert_true (nepho_keeper_is_untouched (keeper));
  g_assert_cmpfloat (value_in (keeper), ==, 0.35);
  name = nepho_keeper_get_name (keeper);
  g_assert_cmpstr (name, ==, nepho_document_get_title (fixture->document));
  g_assert_finalize_object (g_steal_pointer (&keeper));

  g_assert_true (g_file_set_contents (path, "<svg/>", -1, NULL));
  g_assert_null (nepho_keeper_open (fixture->file, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT);
}

static GBytes *
pack (const char *json)
{
  g_autoptr (GConverter) zlib = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, zlib);

  g_assert_true (g_output_stream_write_all (stream, json, strlen (json), NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* A text of a newer version is opened as far as it is understood, and that something is missing is told. */
static void
test_newer_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (NephoKeeper) keeper = NULL;
  g_autoptr (GError) error = NULL;

  write_as_other (fixture, "\"nephoscope-document/[0-9]+\",", "\"nephoscope-document/99\",\n  \"weather\": 3,");
  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  packed = pack (json);
  text = nepho_armour_write ("", packed);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  keeper = nepho_keeper_open (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_null (nepho_keeper_get_file (keeper));
  g_assert_nonnull (strstr (nepho_keeper_get_left_out (keeper), "“weather”"));
  g_assert_finalize_object (g_steal_pointer (&keeper));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/keeper/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/keeper/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/keeper/moved", Fixture, NULL, set_up, test_moved, tear_down);
  g_test_add ("/keeper/newer", Fixture, NULL, set_up, test_newer, tear_down);
  g_test_add ("/keeper/newer-key", Fixture, NULL, set_up, test_newer_key, tear_down);
  g_test_add ("/keeper/other-engine", Fixture, NULL, set_up, test_other_engine, tear_down);
  g_test_add ("/keeper/same-keys", Fixture, NULL, set_up, test_same_keys, tear_down);
  g_test_add ("/keeper/unwritable", Fixture, NULL, set_up, test_unwritable, tear_down);
  g_test_add ("/keeper/broken", Fixture, NULL, set_up, test_broken, tear_down);
  g_test_add ("/keeper/draft", Fixture, NULL, set_up, test_draft, tear_down);
  g_test_add ("/keeper/draft-changed", Fixture, NULL, set_up, test_draft_changed, tear_down);
  g_test_add ("/keeper/draft-failed", Fixture, NULL, set_up, test_draft_failed, tear_down);
  g_test_add ("/keeper/newer-text", Fixture, NULL, set_up, test_newer_text, tear_down);
  g_test_add ("/keeper/picture", Fixture, NULL, set_up, test_picture, tear_down);
  g_test_add ("/keeper/timer", Fixture, NULL, set_up, test_timer, tear_down);

  return g_test_run ();
}
