/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-parameter-range.h"
#include "nepho-parameter-source.h"
#include "nepho-parameters-io.h"

#include <locale.h>
#include <string.h>

#include "nepho-document-error.h"
#include "nepho-error.h"
#include "nepho-events-io.h"
#include "nepho-json-reader.h"
#include "nepho-model-error.h"
#include "nepho-sample.h"

typedef struct
{
  NephoParameterSet *set;
  double *values;
  NephoEvents *events;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 2);

  fixture->set = nepho_parameter_set_new (dataset);
  fixture->values = nepho_parameter_set_defaults (fixture->set);
  fixture->events = nepho_events_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  nepho_events_free (fixture->events);
  g_free (fixture->values);
  nepho_parameter_set_unref (fixture->set);
}

static double
value (Fixture *fixture, const char *id)
{
  int index = nepho_parameter_set_find (fixture->set, id);

  g_assert_cmpint (index, >=, 0);

  return fixture->values[index];
}

static void
assert_unchanged (Fixture *fixture)
{
  g_autofree double *defaults = nepho_parameter_set_defaults (fixture->set);
  gsize size = sizeof (double) * nepho_parameter_set_size (fixture->set);

  g_assert_cmpmem (fixture->values, size, defaults, size);
  g_assert_cmpuint (nepho_events_n_paths (fixture->events), ==, 0);
}

static void
test_assign (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *assignment;
    const char *id;
    double expected;
  } cases[] = {
    { "adoption.potential=0.35", "adoption.potential", 0.35 },
    { "adoption.potential=35%", "adoption.potential", 0.35 },
    { " adoption.potential = 35 % ", "adoption.potential", 0.35 },
    { "adoption.potential=0.1234567890123456789", "adoption.potential", 0.1234567890123456789 },
    { "vendor.a.compute=1.8e24", "vendor.a.compute", 1.8e24 },
    { "train.parameters=1.3 billion", "train.parameters", 1.3e9 },
    { "train.centre_investment=3.02bn", "train.centre_investment", 3.02 },
    { "vendor.a.share.x=0", "vendor.a.share.x", 0.0 },
    { "demand.shock.start=3", "demand.shock.start", 3.0 },
    { "segment.x.growth=-0.5", "segment.x.growth", -0.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (
          nepho_parameters_assign (fixture->set, cases[i].assignment, fixture->values, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat (value (fixture, cases[i].id), ==, cases[i].expected);
    }
}

static void
test_assign_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *assignment;
    gboolean number; /* the fault is in the number, not in id or range */
    int code;
    const char *part; /* of the message */
  } cases[] = {
    { "adoption.potential", FALSE, NEPHO_MODEL_ERROR_UNKNOWN, "expected id=value" },
    { "=1", FALSE, NEPHO_MODEL_ERROR_UNKNOWN, "expected id=value" },
    { "", FALSE, NEPHO_MODEL_ERROR_UNKNOWN, "expected id=value" },
    { "adoption.potentail=0.5", FALSE, NEPHO_MODEL_ERROR_UNKNOWN,
      "there is no parameter “adoption.potentail”; did you mean “adoption.potential”?" },
    { "elephant=1", FALSE, NEPHO_MODEL_ERROR_UNKNOWN,
      "there is no parameter “elephant”; “nephoscope-cli params” lists them all" },
    { "vendor.a.share=0.5", FALSE, NEPHO_MODEL_ERROR_UNKNOWN, "did you mean “vendor.a.share.x”?" },
    { "adoption.potential=1.5", FALSE, NEPHO_MODEL_ERROR_RANGE, "adoption.potential: 150" },
    { "adoption.potential=-1%", FALSE, NEPHO_MODEL_ERROR_RANGE, "outside its range; expected" },
    { "adoption.potential=", TRUE, NEPHO_BASE_ERROR_SYNTAX, "adoption.potential: " },
    { "adoption.potential=much", TRUE, NEPHO_BASE_ERROR_SYNTAX,
      "adoption.potential: “much” is not a number" },
    { "adoption.potential=nan", TRUE, NEPHO_BASE_ERROR_SYNTAX, "is not a number" },
    { "adoption.potential=0.5x", TRUE, NEPHO_BASE_ERROR_SYNTAX, "is not a number" },
    { "vendor.a.compute=5%", TRUE, NEPHO_BASE_ERROR_UNIT, "vendor.a.compute: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          nepho_parameters_assign (fixture->set, cases[i].assignment, fixture->values, &error));
      g_assert_error (error, (cases[i].number ? NEPHO_BASE_ERROR : NEPHO_MODEL_ERROR),
                      cases[i].code);
      if (strstr (error->message, cases[i].part) == NULL)
        g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].part));
      assert_unchanged (fixture);
    }
}

static void
test_parse (Fixture *fixture, gconstpointer data)
{
  static const char json[] = "{\"adoption.potential\": 0.25,\n \"vendor.b.compute\": 3e23}";
  g_autoptr (GError) error = NULL;

  g_assert_true (nepho_parameters_parse (fixture->set, json, strlen (json), "p.json",
                                         fixture->values, &fixture->events, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (value (fixture, "adoption.potential"), ==, 0.25);
  g_assert_cmpfloat (value (fixture, "vendor.b.compute"), ==, 3e23);
}

/* Written as they are read, one event a line; a list in a file takes the place of the one that was there. */
static void
test_events (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "{\n"
                             "  \"adoption.potential\": 0.25,\n"
                             "  \"events\": {\n"
                             "    \"price.war.intensity\": [\n"
                             "      {\"kind\": \"step\", \"from\": \"2022Q2\", \"to\": 0.1},\n"
                             "      {\"kind\": \"window\", \"from\": \"2024Q3\", \"quarters\": 4, \"to\": 0.2}\n"
                             "    ],\n"
                             "    \"segment.x.growth\": [\n"
                             "      {\"kind\": \"ramp\", \"from\": \"2025Q1\", \"quarters\": 8, \"to\": -0.05}\n"
                             "    ]\n"
                             "  }\n"
                             "}\n";
  static const NephoEvent old = { NEPHO_EVENT_STEP, 1, 0, 0.9 };
  NephoJsonWriter json = { .text = g_string_new (NULL) };
  g_autoptr (GError) error = NULL;
  guint war = (guint) nepho_parameter_set_find (fixture->set, "price.war.intensity");
  guint follow = (guint) nepho_parameter_set_find (fixture->set, "price.follow");
  const NephoEvent *list;
  guint n_events;

  nepho_events_append (fixture->events, war, &old);
  nepho_events_append (fixture->events, follow, &old);
  nepho_parameters_parse (fixture->set, text, strlen (text), "p.json", fixture->values, &fixture->events, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nepho_events_n_paths (fixture->events), ==, 3);
  list = nepho_events_get (fixture->events, war, &n_events);
  g_assert_cmpuint (n_events, ==, 2);
  g_assert_cmpuint (list[1].start, ==, 9);
  g_assert_cmpuint (list[1].length, ==, 4);
  g_assert_cmpfloat (list[1].value, ==, 0.2);

  nepho_events_set (fixture->events, follow, NULL, 0);
  nepho_json_writer_begin (&json, NULL, '{');
  nepho_json_writer_number (&json, "adoption.potential", 0.25);
  nepho_events_write (&json, "events", fixture->set, fixture->events);
  nepho_json_writer_end (&json, '}');
  g_assert_cmpstr (json.text->str, ==, text);
  g_string_free (json.text, TRUE);
}

/* All or nothing, and every message has the place. */
static void
test_parse_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *json;
    const char *start;
  } cases[] = {
    { "{\"adoption.potential\": 0.25,\n \"adoption.imitaton\": 1}",
      "p.json, line 2, adoption.imitaton: there is no parameter “adoption.imitaton”; did you mean "
      "“adoption.imitation”?" },
    { "{\"adoption.potential\": 0.25,\n\n \"adoption.start\": 7}",
      "p.json, line 3, adoption.start: adoption.start: 700" },
    { "{\"adoption.potential\": 0.25, \"adoption.start\": \"7%\"}",
      "p.json, line 1, adoption.start: expected a number, found a text" },
    { "{\"adoption.potential\": 0.25, \"adoption.start\": null}",
      "p.json, line 1, adoption.start: expected a number, found null" },
    { "{\"adoption.potential\": 0.25, \"adoption.potential\": 0.3}",
      "p.json, line 1, column 30: the key “adoption.potential” stands here twice" },
    { "[{\"adoption.potential\": 0.25}]",
      "p.json, line 1: expected an object of parameter → value" },
    { "{\"adoption.potential\": 0.25,}",
      "p.json, line 1, column 29: expected a key in quotation marks" },
    { "{\"events\": 3}", "p.json, line 1, events: expected an object of parameter → list of events" },
    { "{\"events\": {\"price.war\": []}}", "p.json, line 1, events.price.war: there is no parameter “price.war”" },
    { "{\"events\": {\"price.follow\": {}}}", "p.json, line 1, events.price.follow: expected a list" },
    { "{\"events\": {\"price.follow\": [\n{\"kind\": \"step\", \"from\": \"2024Q3\", \"to\": 0.1},\n3]}}",
      "p.json, line 3, events.price.follow[1]: expected an object" },
    { "{\"events\": {\"price.follow\": [{\"kind\": \"jump\", \"from\": \"2024Q3\", \"to\": 0.1}]}}",
      "p.json, line 1, events.price.follow[0].kind: there is no kind of event “jump”; expected step, ramp or window" },
    { "{\"events\": {\"price.follow\": [{\"kind\": \"step\", \"from\": \"2021Q3\", \"to\": 0.1}]}}",
      "p.json, line 1, events.price.follow[0].from: 2021Q3 is before the base quarter; expected 2022Q2 or later" },
    { "{\"events\": {\"price.follow\": [{\"kind\": \"step\", \"from\": \"soon\", \"to\": 0.1}]}}",
      "p.json, line 1, events.price.follow[0].from: " },
    { "{\"events\": {\"price.follow\": [{\"kind\": \"ramp\", \"from\": \"2024Q3\", \"quarters\": 1.5, \"to\": 0.1}]}}",
      "p.json, line 1, events.price.follow[0].quarters: expected a whole number of quarters, 1 to 200" },
    { "{\"events\": {\"price.follow\": [{\"kind\": \"ramp\", \"from\": \"2024Q3\", \"to\": 0.1}]}}",
      "p.json, line 1, events.price.follow[0]: price.follow: a ramp or window lasts 1 to 200 quarters, not 0" },
    { "{\"events\": {\"price.follow\": [{\"kind\": \"step\", \"from\": \"2024Q3\"}]}}",
      "p.json, line 1, events.price.follow[0]: the key “to” is missing" },
    { "{\"events\": {\"price.follow\": [{\"kind\": \"step\", \"from\": \"2024Q3\", \"to\": 7}]}}",
      "p.json, line 1, events.price.follow[0]: price.follow: 700" },
    { "{\"adoption.potential\": 0.25",
      "p.json, line 1, column 28: the file ends where “,” or “}” was expected" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (nepho_parameters_parse (fixture->set, cases[i].json, strlen (cases[i].json),
                                              "p.json", fixture->values, &fixture->events, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == NEPHO_DOCUMENT_ERROR);
      if (!g_str_has_prefix (error->message, cases[i].start))
        g_assert_cmpstr (error->message, ==, cases[i].start);
      assert_unchanged (fixture);
    }
}

static void
test_missing_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (nepho_parameters_load (fixture->set, "nowhere/p.json", fixture->values, &fixture->events, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_READ);
  g_assert_cmpstr (error->message, ==, "Cannot read nowhere/p.json: there is no such file");
  assert_unchanged (fixture);
}

/* What is written is strict JSON, one parameter a row, with the very same doubles. */
static void
test_to_json (Fixture *fixture, gconstpointer data)
{
  static const char * const keys[]
    = { "id",    "value",  "default", "min",       "max",   "low",          "high", "unit",
        "group", "source", "grade",   "publisher", "shape", "alternatives", "set_by", "events", NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree char *json = NULL;
  g_autoptr (NephoJsonReader) reader = NULL;
  JsonNode *root;
  guint size = nepho_parameter_set_size (fixture->set);

  nepho_sample_randomise (fixture->set, random, fixture->values);
  json = nepho_parameters_to_json (fixture->set, fixture->values, NULL, NULL);
  reader = nepho_json_reader_new_for_data (json, strlen (json), "written", NULL);
  root = nepho_json_reader_root (reader);

  g_assert_cmpuint (nepho_json_reader_length (reader, root, G_MAXUINT), ==, size);
  for (guint i = 0; i < size; i++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (fixture->set, i);
      JsonNode *row = nepho_json_reader_element (reader, root, i);

      g_assert_true (nepho_json_reader_enter (reader, row, keys));
      g_assert_cmpstr (nepho_json_reader_text (reader, row, "id"), ==, parameter->id);
      g_assert_cmpfloat (nepho_json_reader_number (reader, row, "value"), ==, fixture->values[i]);
      g_assert_cmpfloat (nepho_json_reader_number (reader, row, "default"), ==, parameter->initial);
      g_assert_cmpfloat (nepho_json_reader_number (reader, row, "min"), ==,
                         parameter->spec->minimum);
      g_assert_cmpfloat (nepho_json_reader_number (reader, row, "max"), ==,
                         parameter->spec->maximum);
      g_assert_cmpstr (nepho_json_reader_text (reader, row, "unit"), ==,
                       nepho_unit_id (parameter->spec->unit));
      g_assert_cmpstr (nepho_json_reader_text (reader, row, "group"), ==,
                       nepho_group_id (parameter->spec->group));
      g_assert_cmpstr (nepho_json_reader_text (reader, row, "source"), !=, "");
      g_assert_cmpstr (nepho_json_reader_text (reader, row, "set_by"), ==,
                       nepho_standing_id (nepho_parameter_set_standing (fixture->set, i, fixture->values)));
      g_assert_cmpfloat (nepho_json_reader_number (reader, row, "low"), ==,
                         nepho_parameter_set_range (fixture->set, i).low);
      g_assert_cmpfloat (nepho_json_reader_number (reader, row, "high"), ==,
                         nepho_parameter_set_range (fixture->set, i).high);
      g_assert_cmpuint (nepho_json_reader_length (reader, nepho_json_reader_member (reader, row, "alternatives"),
                                                  G_MAXUINT), ==,
                        parameter->alternatives != NULL ? parameter->alternatives->len : 0);
    }
  g_assert_true (nepho_json_reader_finish (reader, NULL));
}

/* A value is taken from one of its publishers, the other shares make room, and what is wrong is told. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *choice;
    const char *message;
  } wrong[] = {
    { "vendor.d.share.x", "*is no choice of a source*" },
    { "vendor.z.share.x=canalys", "*vendor.z.share.x*" },
    { "vendor.d.share.x=nobody", "*nobody*" },
  };
  g_autoptr (NephoDataset) dataset = nepho_sample_disputed ();
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  g_autofree double *before = nepho_parameter_set_defaults (set);
  guint index = (guint) nepho_parameter_set_find (set, "vendor.d.share.x");
  double sum = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (nepho_parameters_choose (set, wrong[i].choice, values, &error));
      g_assert_nonnull (error);
      if (!g_pattern_match_simple (wrong[i].message, error->message))
        g_error ("%s: %s", wrong[i].choice, error->message);
      g_assert_cmpmem (values, nepho_parameter_set_size (set) * sizeof (double), before,
                       nepho_parameter_set_size (set) * sizeof (double));
    }

  g_assert_true (nepho_parameters_choose (set, " vendor.d.share.x = canalys ", values, NULL));
  g_assert_cmpfloat (values[index], ==, 0.5);
  for (guint i = 0; i < nepho_parameter_set_size (set); i++)
    if (strstr (nepho_parameter_set_get (set, i)->id, ".share.") != NULL)
      sum += values[i];
  g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-12);
}

/* The same bytes where the decimal sign is a comma, if there is such a locale here. */
static void
test_locale (Fixture *fixture, gconstpointer data)
{
  static const char * const locales[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "de_DE.utf8", "fr_FR.utf8" };
  g_autofree char *before = nepho_parameters_to_json (fixture->set, fixture->values, NULL, NULL);
  g_autofree char *old = g_strdup (setlocale (LC_NUMERIC, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    if (setlocale (LC_NUMERIC, locales[i]) != NULL)
      {
        g_autofree char *after = nepho_parameters_to_json (fixture->set, fixture->values, NULL, NULL);

        g_assert_true (nepho_parameters_assign (fixture->set, "adoption.potential=0.25",
                                                fixture->values, NULL));
        g_assert_cmpfloat (value (fixture, "adoption.potential"), ==, 0.25);
        setlocale (LC_NUMERIC, old);
        g_assert_cmpstr (after, ==, before);
        return;
      }

  g_test_skip ("no locale with a decimal comma is installed");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/document/parameters-io/assign", test_assign);
  add ("/document/parameters-io/assign-refused", test_assign_refused);
  add ("/document/parameters-io/parse", test_parse);
  add ("/document/parameters-io/events", test_events);
  add ("/document/parameters-io/parse-refused", test_parse_refused);
  add ("/document/parameters-io/missing-file", test_missing_file);
  add ("/document/parameters-io/to-json", test_to_json);
  add ("/document/parameters-io/choose", test_choose);
  add ("/document/parameters-io/locale", test_locale);

  return g_test_run ();
}
