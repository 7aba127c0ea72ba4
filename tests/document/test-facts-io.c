/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-facts-io.h"

#include <math.h>
#include <string.h>

#include "nepho-corpus.h"
#include "nepho-document-error.h"

/* What is bundled of each topic; whoever adds figures changes the number here. */
static const struct
{
  const char *topic;
  guint n;
} topics[] = {
  { "article", 37 },     { "china-share", 159 }, { "global-share", 134 }, { "vendor-finance", 133 }, { "ai-models", 456 },
  { "hardware", 660 },   { "ai-servers", 38 },   { "api-prices", 104 },   { "price-cuts", 14 },      { "exchange-rates", 6 },
};

static const GPtrArray *
bundled (void)
{
  g_autoptr (GError) error = NULL;
  const GPtrArray *facts = nepho_facts_bundled (&error);

  g_assert_no_error (error);

  return facts;
}

static void
test_topics (void)
{
  const GPtrArray *facts = bundled ();
  guint total = 0;

  for (guint k = 0; k < G_N_ELEMENTS (topics); k++)
    {
      guint n = 0;

      for (guint i = 0; i < facts->len; i++)
        if (g_str_equal (((NephoFact *) g_ptr_array_index (facts, i))->topic, topics[k].topic))
          n++;
      if (n != topics[k].n)
        g_error ("%s: %u facts, expected %u", topics[k].topic, n, topics[k].n);
      total += n;
    }
  g_assert_cmpuint (facts->len, ==, total);
}

/* Whoever doubts a figure finds who said it, where and in which words. */
static void
test_sources (void)
{
  const GPtrArray *facts = bundled ();

  for (guint i = 0; i < facts->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (facts, i);

      g_assert_cmpstr (fact->publisher, !=, "");
      g_assert_cmpstr (fact->title, !=, "");
      g_assert_cmpstr (fact->quote, !=, "");
      g_assert_cmpstr (fact->unit, !=, "");
      g_assert_true (isfinite (fact->value));
      g_assert_cmpint (fact->origin, ==, NEPHO_ORIGIN_BUNDLED);
      if (!g_str_equal (fact->topic, "article"))
        g_assert_true (g_str_has_prefix (fact->url, "http"));
      if (fact->grade == NEPHO_GRADE_DERIVED)
        g_assert_cmpstr (fact->note, !=, "");
      if (strstr (fact->publisher, "Epoch") != NULL)
        g_assert_cmpstr (fact->licence, ==, "CC BY 4.0");
    }
}

/* The number after a field's name in a quoted row; NAN where the row has none. */
static double
quoted (const NephoFact *fact, const char *field)
{
  const char *place = strstr (fact->quote, field);
  char *end = NULL;
  double value;

  if (place == NULL)
    return NAN;
  value = g_ascii_strtod (place + strlen (field), &end);

  return end != place + strlen (field) ? value : (double) NAN;
}

/* Rows of a database are quoted field by field: the figure is the field's, to the last digit. */
static void
test_values (void)
{
  static const struct
  {
    const char *unit;
    const char *field;
    guint       least;
  } fields[] = {
    { "FLOP", "Training compute (FLOP)=", 100 },
    { "parameters", "; Parameters=", 80 },
    { "datapoints", "Training dataset size (datapoints)=", 80 },
  };
  const GPtrArray *facts = bundled ();

  for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
    {
      guint n = 0;

      for (guint i = 0; i < facts->len; i++)
        {
          const NephoFact *fact = g_ptr_array_index (facts, i);
          double value = g_str_equal (fact->unit, fields[k].unit) ? quoted (fact, fields[k].field) : (double) NAN;

          if (isnan (value))
            continue;
          if (fact->value != value)
            g_error ("%s: %.17g, quoted as %.17g", fact->id, fact->value, value);
          n++;
        }
      g_assert_cmpuint (n, >=, fields[k].least);
    }
}

/* A class of definition contradicts no measure, and a place is no machine. */
static void
test_classes (void)
{
  const GPtrArray *facts = bundled ();

  for (guint i = 0; i < facts->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (facts, i);
      gboolean before = strstr (fact->measure, "before elimination") != NULL
                        || strstr (fact->measure, "before inter-segment elimination") != NULL;
      gboolean after = strstr (fact->measure, "after elimination") != NULL
                       || strstr (fact->measure, "after inter-segment elimination") != NULL;

      if (before)
        g_assert_cmpstr (fact->definition, ==, "before-elimination");
      if (after)
        g_assert_cmpstr (fact->definition, ==, "after-elimination");
      if (g_str_equal (fact->topic, "china-share"))
        g_assert_cmpstr (fact->definition, !=, "");
      g_assert_null (strstr (fact->geography, "NVIDIA"));
      g_assert_null (strstr (fact->geography, "TPU"));
    }
}

/* A period that names a year is placed in time; whoever sorts by time needs it. */
static void
test_periods (void)
{
  const GPtrArray *facts = bundled ();
  guint n_unplaced = 0;

  for (guint i = 0; i < facts->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (facts, i);

      if (isnan (fact->begin))
        n_unplaced++;
      else
        g_assert_true (fact->begin > 2009.0 && fact->end < 2036.0 && fact->end >= fact->begin);
      if (g_str_equal (fact->topic, "china-share") || g_str_equal (fact->topic, "global-share"))
        g_assert_true (isfinite (fact->begin));
    }
  g_assert_cmpuint (n_unplaced, <, 100);
}

/* What is written is read again, to the last digit. */
static void
test_round_trip (void)
{
  const GPtrArray *facts = bundled ();
  g_autofree char *json = nepho_facts_to_json (facts);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) read = nepho_facts_parse (json, strlen (json), "written", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, facts->len);
  again = nepho_facts_to_json (read);
  g_assert_cmpstr (again, ==, json);
}

static gboolean
parse (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (GPtrArray) facts = nepho_facts_parse (data, length, name, error);

  return facts != NULL;
}

static void
test_corpus (void)
{
  nepho_corpus_run ("facts", parse);
}

static char *
load_complete (gsize *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "facts", "y_complete.json", NULL);
  char *data = NULL;

  g_assert_true (g_file_get_contents (path, &data, length, NULL));

  return data;
}

static void
test_cut (void)
{
  gsize length;
  g_autofree char *data = load_complete (&length);

  nepho_corpus_cut (data, length, 1, parse);
}

static void
test_spoil (void)
{
  gsize length;
  g_autofree char *data = load_complete (&length);

  nepho_corpus_spoil (data, length, 3000, parse);
}

/* A file is what its format says, not what words occur in it. */
static void
test_is_file (void)
{
  static const struct
  {
    const char *folder;
    const char *name;
    gboolean    is_facts;
  } cases[] = {
    { "facts", "y_least.json", TRUE },        { "facts", "n_format.json", TRUE },
    { "facts", "n_format_missing.json", FALSE }, { "facts", "n_format_number.json", FALSE },
    { "facts", "n_format_object.json", FALSE }, { "facts", "n_list.json", FALSE },        { "facts", "n_empty.json", FALSE },
    { "facts", "nowhere.json", FALSE },       { "datasets", "y_least.json", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", cases[i].folder, cases[i].name, NULL);

      if (nepho_facts_is_file (path) != cases[i].is_facts)
        g_error ("%s", path);
    }
}

#define HEAD "{\"format\": \"nephoscope-facts/1\", \"facts\": ["
#define GOOD "\"subject\": \"S\", \"measure\": \"m\", \"value\": 1, \"unit\": \"%\", \"grade\": \"reported\", " \
             "\"publisher\": \"P\", \"title\": \"T\""

static void
test_faults (void)
{
  static const struct
  {
    const char *json;
    const char *message;
  } cases[] = {
    { "{\"format\": \"nephoscope-facts/2\", \"facts\": []}", "expected “nephoscope-facts/1”, found “nephoscope-facts/2”" },
    { "{\"format\": \"nephoscope-facts/1\"}", "facts" },
    { HEAD "{\"id\": \"a\", " GOOD "}, {\"id\": \"a\", " GOOD "}]}", "“a” stands here twice; ids must differ" },
    { HEAD "{\"id\": \"A b\", " GOOD "}]}", "“A b” is no id" },
    { HEAD "{\"id\": \"a\", \"colour\": 1, " GOOD "}]}", "colour" },
    { HEAD "{\"id\": \"a\", \"topic\": \"moon\", " GOOD "}]}", "“moon” is not known here; expected one of article, " },
    { HEAD "{\"id\": \"a\", \"definition\": \"x\", " GOOD "}]}", "“x” is not known here; expected one of iaas, " },
    { HEAD "{\"id\": \"a\", \"subject\": \"S\"}]}", "measure" },
    { HEAD "{\"id\": \"a\", \"row\": -1, " GOOD "}]}", "expected a whole number from 0 to 9999" },
    { HEAD "{\"id\": \"a\", " GOOD "}", "line 1" },
    { "", "line 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (nepho_facts_parse (cases[i].json, strlen (cases[i].json), "f.json", &error));
      g_assert_nonnull (error);
      if (strstr (error->message, cases[i].message) == NULL || strstr (error->message, "f.json, line 1") == NULL)
        g_error ("%s: %s", cases[i].json, error->message);
    }
}

/* What is wrong with one fact keeps nobody from telling what is wrong with the next; a hundred are enough. */
static void
test_all_faults (void)
{
  static const char *const json = HEAD "\n{\"id\": \"a\", \"row\": -1, " GOOD "},\n{\"id\": \"b\", " GOOD "},\n"
                                       "7,\n{\"id\": \"b\", " GOOD "}]}";
  g_autoptr (GString) many = g_string_new (HEAD "0");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;
  g_autoptr (GError) too_many = NULL;
  const GPtrArray *faults;

  g_assert_null (nepho_facts_parse (json, strlen (json), "f.json", &error));
  copy = g_error_copy (error);
  faults = nepho_document_error_faults (copy);
  g_assert_cmpuint (faults->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (faults, 0), ==, error->message);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (faults, 0), "f.json, line 2, facts[0].row: "));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (faults, 1), "f.json, line 4, facts[2]: "));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (faults, 2), "f.json, line 5, facts[3].id: "));

  for (guint i = 0; i < 250; i++)
    g_string_append (many, ", 0");
  g_string_append (many, "]}");
  g_assert_null (nepho_facts_parse (many->str, many->len, "f.json", &too_many));
  g_assert_cmpuint (nepho_document_error_faults (too_many)->len, ==, 100);
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nepho_facts_load ("nowhere/f.json", &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_READ);
  g_assert_null (nepho_document_error_faults (error));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/facts-io/topics", test_topics);
  g_test_add_func ("/document/facts-io/sources", test_sources);
  g_test_add_func ("/document/facts-io/values", test_values);
  g_test_add_func ("/document/facts-io/classes", test_classes);
  g_test_add_func ("/document/facts-io/periods", test_periods);
  g_test_add_func ("/document/facts-io/round-trip", test_round_trip);
  g_test_add_func ("/document/facts-io/corpus", test_corpus);
  g_test_add_func ("/document/facts-io/cut", test_cut);
  g_test_add_func ("/document/facts-io/spoil", test_spoil);
  g_test_add_func ("/document/facts-io/is-file", test_is_file);
  g_test_add_func ("/document/facts-io/faults", test_faults);
  g_test_add_func ("/document/facts-io/all-faults", test_all_faults);
  g_test_add_func ("/document/facts-io/missing-file", test_missing_file);

  return g_test_run ();
}
