/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli-call.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "nepho-dataset-io.h"

static char *folder;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* Calls the program, which is to say nothing. */
static void
convert (const char *first, const char *second, const char *third, const char *fourth, const char *fifth)
{
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "convert", first, second, third, fourth, fifth, NULL);
  nepho_call_good (&call);
  g_assert_cmpstr (call.output, ==, "");
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static char *
output_of (const char *first, const char *second, const char *third, const char *fourth, const char *fifth,
           const char *sixth)
{
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, first, second, third, fourth, fifth, sixth, NULL);
  nepho_call_good (&call);

  return g_steal_pointer (&call.output);
}

/* A document stands wherever a scenario does, and gives the same to the last digit. */
static void
test_scenario (void)
{
  g_autofree char *document = path_of ("war.nephoscope");
  g_autofree char *direct = NULL;
  g_autofree char *through = NULL;
  g_autofree char *params = NULL;
  g_autofree char *params_through = NULL;

  convert ("--scenario", "price-war", "--set", "adoption.potential=35%", document);
  direct = output_of ("run", "--format=json", "--scenario", "price-war", "--set", "adoption.potential=35%");
  through = output_of ("run", "--format=json", "--scenario", document, NULL, NULL);
  g_assert_cmpstr (direct, ==, through);

  params = output_of ("params", "--format=json", "--scenario", "price-war", "--set", "adoption.potential=35%");
  params_through = output_of ("params", "--format=json", "--scenario", document, NULL, NULL);
  g_assert_cmpstr (params, ==, params_through);
  g_unlink (document);
}

/* Calls the program with a file as its standard input. */
static void
call_with_input (NephoCall *call, const char *input, const char * const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) command = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_strv_builder_add (words, g_getenv ("NEPHO_CLI"));
  g_strv_builder_addv (words, (const char **) arguments);
  command = g_strv_builder_end (words);
  g_subprocess_launcher_set_stdin_file_path (launcher, input);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) command, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &call->output, &call->errors, &error));
  g_assert_no_error (error);
  call->status = g_subprocess_get_exit_status (process);
}

/* As text, by the name of the file, to standard output and from standard input: the same document, byte for byte. */
static void
test_text (void)
{
  g_autofree char *document = path_of ("war.nephoscope");
  g_autofree char *text = path_of ("war.txt");
  g_autofree char *again = path_of ("again.nephoscope");
  g_autofree char *before = NULL;
  g_autofree char *written = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *after = NULL;
  const char * const from_input[] = { "convert", "-", "--to=document", "-", NULL };
  g_auto (NephoCall) call = { 0 };

  convert ("--scenario", "price-war", "--set", "adoption.potential=35%", document);
  convert (document, text, NULL, NULL, NULL);
  written = read_file (text);
  g_assert_nonnull (strstr (written, "\n- Price war intensity 0.0\302\240%/yr → 12.0\302\240%/yr\n"));
  printed = output_of ("convert", document, "-", NULL, NULL, NULL);
  g_assert_cmpstr (printed, ==, written);

  convert (text, again, NULL, NULL, NULL);
  before = read_file (document);
  after = read_file (again);
  g_assert_cmpstr (after, ==, before);
  call_with_input (&call, text, from_input);
  nepho_call_good (&call);
  g_assert_cmpstr (call.output, ==, before);

  g_unlink (document);
  g_unlink (text);
  g_unlink (again);
}

/* A text that was cut is refused wherever it is named, with its line, and nothing is written. */
static void
test_broken_text (void)
{
  g_autofree char *text = nepho_call_write (folder, "cut.txt", "Price war\n\n-----BEGIN NEPHOSCOPE SCENARIO-----\n"
                                            "47DEQpj8HBSa\n");
  g_autofree char *plain = nepho_call_write (folder, "plain.txt", "Price war\n");
  g_autofree char *output = path_of ("never.nephoscope");
  const char * const from_input[] = { "run", "--scenario", "-", NULL };
  const NephoBadCall calls[] = {
    { { "convert", text, output }, "cut.txt, line 4: the text is cut off; expected “-----END NEPHOSCOPE" },
    { { "run", "--scenario", text }, "cut.txt, line 4: " },
    { { "convert", plain, output }, "plain.txt, line 1: the text ends and there is no scenario in it; expected a line" },
    { { "diff", text, text }, "cut.txt, line 4: " },
  };
  g_auto (NephoCall) call = { 0 };

  nepho_call_refused (calls, G_N_ELEMENTS (calls));
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
  call_with_input (&call, text, from_input);
  nepho_call_bad (&call, 2, "--scenario: Standard input, line 4: the text is cut off");
  g_unlink (text);
  g_unlink (plain);
}

/* The document's horizon counts, unless another is asked for. */
static void
test_horizon (void)
{
  g_autofree char *document = path_of ("short.nephoscope");
  g_autofree char *own = NULL;
  g_autofree char *asked = NULL;

  convert ("--horizon", "6", document, NULL, NULL);
  own = output_of ("run", "--scenario", document, NULL, NULL, NULL);
  asked = output_of ("run", "--scenario", document, "--horizon", "9", NULL);
  g_assert_nonnull (strstr (own, "2023Q4"));
  g_assert_null (strstr (own, "2024Q"));
  g_assert_nonnull (strstr (asked, "2024Q3"));
  g_unlink (document);
}

/* Converted to a document again it is the same bytes; to parameters and back, the same values. */
static void
test_convert (void)
{
  g_autofree char *first = path_of ("first.nephoscope");
  g_autofree char *second = path_of ("second.nephoscope");
  g_autofree char *parameters = path_of ("first.json");
  g_autofree char *dataset = path_of ("first.dataset.json");
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autofree char *values = NULL;
  g_autofree char *difference = NULL;

  convert ("--dataset", "global", "--set", "price.war.intensity=18%", first);
  convert (first, second, NULL, NULL, NULL);
  text = read_file (first);
  again = read_file (second);
  g_assert_cmpstr (text, ==, again);

  convert (first, parameters, NULL, NULL, NULL);
  values = read_file (parameters);
  g_assert_cmpstr (values, ==, "{\n  \"price.war.intensity\": 0.18\n}\n");
  convert ("--dataset", "global", parameters, second, NULL);
  difference = output_of ("diff", first, second, NULL, NULL, NULL);
  g_assert_true (g_str_has_prefix (difference, "0 assumptions differ\n0 of "));

  convert (first, dataset, NULL, NULL, NULL);
  g_free (difference);
  difference = output_of ("validate", dataset, NULL, NULL, NULL, NULL);
  g_assert_nonnull (strstr (difference, ": good; vendors: "));

  g_unlink (first);
  g_unlink (second);
  g_unlink (parameters);
  g_unlink (dataset);
}

/* A share that is set alone moves the rest, as it does when the model is run. */
static void
test_shares (void)
{
  g_autofree char *document = path_of ("shares.nephoscope");
  g_autofree char *told = NULL;

  convert ("--set", "vendor.alibaba.share.iaas=50%", document, NULL, NULL);
  told = output_of ("validate", document, NULL, NULL, NULL, NULL);
  g_assert_nonnull (strstr (told, "values changed: 12\n"));
  g_unlink (document);
}

static void
test_diff (void)
{
  g_autofree char *text = output_of ("diff", "as-reported", "price-war", NULL, NULL, NULL);
  g_autofree char *none = output_of ("diff", "price-war", "price-war", "--format=csv", NULL, NULL);
  g_autofree char *coarse = output_of ("diff", "as-reported", "price-war", "--limit", "1000000%", NULL);
  g_auto (NephoCall) call = { 0 };
  g_autoptr (JsonNode) root = NULL;
  JsonObject *change;

  g_assert_nonnull (strstr (text, "Price war intensity"));
  g_assert_nonnull (strstr (text, "2 assumptions differ\n"));
  g_assert_nonnull (strstr (text, "EBITA a year, Alibaba Cloud, 2030Q4"));
  g_assert_cmpstr (none, ==, "kind,id,a,b,path_a,path_b\n");
  g_assert_nonnull (strstr (coarse, "\n0 of 46 results differ by more than 1"));

  nepho_call (&call, "diff", "as-reported", "price-war", "--format", "json", NULL);
  root = nepho_call_json (&call);
  change = json_array_get_object_element (json_object_get_array_member (json_node_get_object (root), "assumptions"), 0);
  g_assert_cmpstr (json_object_get_string_member (change, "id"), ==, "price.war.intensity");
  g_assert_cmpfloat (json_object_get_double_member (change, "a"), ==, 0.0);
  g_assert_cmpfloat (json_object_get_double_member (change, "b"), ==, 0.12);
}

static void
rewrite (const char *path, const char *old, const char *new)
{
  g_autofree char *text = read_file (path);
  g_auto (GStrv) parts = g_strsplit (text, old, -1);
  g_autofree char *other = g_strjoinv (new, parts);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_true (g_file_set_contents (path, other, -1, NULL));
}

/* One document: what the model gave when it was saved beside what it gives now. */
static void
test_diff_saved (void)
{
  g_autofree char *document = path_of ("saved.nephoscope");
  g_autofree char *same = NULL;
  g_autofree char *text = NULL;
  g_autofree char *csv = NULL;

  convert ("--scenario", "price-war", document, NULL, NULL);
  same = output_of ("diff", document, NULL, NULL, NULL, NULL);
  g_assert_nonnull (strstr (same, "0 of 46 results differ by more than 0.1"));

  rewrite (document, "\"market.adoption.2022Q2\": 0.01,", "\"market.adoption.2022Q2\": 0.02,");
  text = output_of ("diff", document, NULL, NULL, NULL, NULL);
  g_assert_nonnull (strstr (text, "when saved"));
  g_assert_nonnull (strstr (text, "AI adoption, 2022Q2"));
  g_assert_nonnull (strstr (text, "−50.0"));
  g_assert_nonnull (strstr (text, "1 of 46 results differs by more than 0.1"));
  csv = output_of ("diff", document, "--format", "csv", NULL, NULL);
  g_assert_cmpstr (csv, ==, "kind,id,a,b,path_a,path_b\nresult,market.adoption.2022Q2,0.02,0.01,,\n");
  g_unlink (document);
}

/* One document on the program's own edition of its data set: the same data under another version move nothing. */
static void
test_diff_data (void)
{
  g_autofree char *document = path_of ("older.nephoscope");
  g_autoptr (NephoDataset) bundled = NULL;
  g_autofree char *version = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  convert ("--scenario", "price-war", document, NULL, NULL);
  bundled = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);
  version = g_strdup_printf ("\"version\": \"%s\"", bundled->version);
  name = g_strdup_printf ("china %s", bundled->version);
  rewrite (document, version, "\"version\": \"2021\"");
  text = output_of ("diff", "--data", document, NULL, NULL, NULL);
  g_assert_nonnull (strstr (text, "china 2021"));
  g_assert_nonnull (strstr (text, name));
  g_assert_nonnull (strstr (text, "0 assumptions differ\n"));
  g_assert_nonnull (strstr (text, "0 of 46 results differ by more than 0.1"));
  g_unlink (document);
}

/* A price war is nothing but price: that force has all of the difference, and its parameters share it. */
static void
test_diff_by (void)
{
  g_autofree char *csv = output_of ("diff", "as-reported", "price-war", "--by=force", "--format=csv", NULL);
  g_auto (NephoCall) call = { 0 };
  g_autoptr (JsonNode) root = NULL;
  JsonObject *answer;
  JsonArray *parts;
  double sum = 0.0;

  g_assert_true (g_str_has_prefix (csv, "id,part,error\nprice,"));
  g_assert_nonnull (strstr (csv, "\nai,0,0\nbundling,0,0\nscale,0,0\ndemand,0,0\n"));
  g_assert_null (strstr (csv, "start"));

  nepho_call (&call, "diff", "as-reported", "price-war", "--by", "parameter", "--outcome", "share.alibaba.iaas",
              "--quarter", "2026Q1", "--format", "json", NULL);
  root = nepho_call_json (&call);
  answer = json_node_get_object (root);
  parts = json_object_get_array_member (answer, "parts");
  g_assert_cmpstr (json_object_get_string_member (answer, "outcome"), ==, "share.alibaba.iaas.2026Q1");
  g_assert_cmpuint (json_array_get_length (parts), ==, 2);
  for (guint k = 0; k < 2; k++)
    sum += json_object_get_double_member (json_array_get_object_element (parts, k), "part");
  g_assert_true (json_object_get_double_member (answer, "from") + sum == json_object_get_double_member (answer, "to"));
}

/* What was there stays when something is wrong. */
static void
test_refused (void)
{
  g_autofree char *spoilt = nepho_call_write (folder, "spoilt.nephoscope", "{\"format\": \"nephoscope-document/1\",\n 3}");
  g_autofree char *kept = nepho_call_write (folder, "kept.nephoscope", "mine");
  g_autofree char *newer = nepho_call_write (folder, "newer.nephoscope", "{\"format\": \"nephoscope-document/99\"}");
  g_autofree char *none = path_of ("none.nephoscope");
  g_autofree char *text = NULL;
  g_autofree char *newer_text = NULL;
  g_auto (NephoCall) call = { 0 };
  const NephoBadCall calls[] = {
    { { "run", "--scenario", spoilt }, "spoilt.nephoscope, line 2, column 2: expected a key in quotation marks" },
    { { "run", "--scenario", none }, "there is no such file" },
    { { "run", "--scenario", spoilt, "--dataset", "china" }, "has its own data set; leave one of the two out" },
    { { "run", "--scenario", "price-ware" }, "did you mean “price-war”?" },
    { { "convert" }, "the name of the file to write is missing" },
    { { "convert", "result.odt" }, "expected a name that ends in .nephoscope, .txt or .json" },
    { { "convert", "--to", "pdf", kept }, "there is no form “pdf”" },
    { { "convert", spoilt, kept }, "line 2, column 2" },
    { { "convert", kept, spoilt, none }, "one argument too many" },
    { { "diff", spoilt }, "line 2, column 2" },
    { { "diff" }, "one document or two documents or scenarios are to be named" },
    { { "diff", "price-war" }, "one document or two documents or scenarios are to be named" },
    { { "diff", "--data", "as-reported", "price-war" }, "--data: one document is to be named" },
    { { "diff", "as-reported", spoilt }, "line 2, column 2" },
    { { "diff", "as-reported", "price-war", "--limit", "a lot" }, "“a lot” is no difference" },
    { { "diff", "as-reported", "price-war", "--by", "luck" }, "expected force or parameter" },
    { { "diff", "as-reported", "price-war", "--quarter", "2025Q1" }, "say --by force or parameter as well" },
    { { "diff", "as-reported", "price-war", "--by=force", "--quarter=1999Q1" }, "expected 2022Q2 to 2030Q4" },
    { { "diff", "as-reported", "price-war", "--by=force", "--outcome=luck" }, "expected revenue, share or ebita" },
    { { "diff", "as-reported", "price-war", "--by=force", "--outcome=share" }, "expected a vendor after a point" },
    { { "diff", "as-reported", "price-war", "--by=force", "--outcome=share.x" }, "the data set has no vendor" },
    { { "diff", "as-reported", "price-war", "--by=force", "--outcome=share.alibaba.x" }, "the data set has no segment" },
    { { "diff", "as-reported", "price-war", "--by=force", "--outcome=ebita.alibaba.iaas" }, "expected a vendor only" },
    { { "chart", "why-force", "--outcome", "luck", "--output", "none.png" }, "expected revenue, share or ebita" },
  };

  nepho_call_refused (calls, G_N_ELEMENTS (calls));
  text = read_file (kept);
  g_assert_cmpstr (text, ==, "mine");

  nepho_call (&call, "validate", spoilt, NULL);
  nepho_call_bad (&call, 1, "line 2, column 2");
  nepho_call (&call, "convert", "--horizon", "0", kept, NULL);
  nepho_call_bad (&call, 1, "expected 1 to 200");
  nepho_call (&call, "convert", "/dev/full", "--to", "document", NULL);
  nepho_call_bad (&call, 1, "Cannot write /dev/full: it is not a regular file");
  nepho_call (&call, "convert", "--scenario", "price-war", newer, NULL);
  nepho_call_bad (&call, 1, "A newer version wrote this file");
  newer_text = read_file (newer);
  g_assert_cmpstr (newer_text, ==, "{\"format\": \"nephoscope-document/99\"}");
  g_unlink (spoilt);
  g_unlink (kept);
  g_unlink (newer);
}

/* A link stays one, and what it leads to is written. */
static void
test_link (void)
{
  g_autofree char *target = path_of ("target.svg");
  g_autofree char *link = path_of ("link.svg");
  g_autofree char *text = NULL;
  g_auto (NephoCall) call = { 0 };

  g_assert_cmpint (symlink ("target.svg", link), ==, 0);
  for (guint k = 0; k < 2; k++)
    {
      nepho_call (&call, "chart", "adoption", "--output", link, NULL);
      nepho_call_good (&call);
      g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
      g_free (text);
      text = read_file (target);
      g_assert_nonnull (strstr (text, "<svg"));
      g_assert_true (g_file_set_contents (target, "old", -1, NULL));
    }
  g_unlink (link);
  g_unlink (target);
}

static char *
sample_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "data", "documents", "y_scenarios.json", NULL);
}

/* A scenario of a document has its parents' values under its own, and what is not there is refused. */
static void
test_scenario_of_document (void)
{
  g_autofree char *sample = sample_path ();
  g_autofree char *part = g_strconcat (sample, "#plan", NULL);
  g_autofree char *typo = g_strconcat (sample, "#plam", NULL);
  g_autofree char *params = path_of ("plan.json");
  g_autofree char *text = NULL;
  g_auto (NephoCall) call = { 0 };

  convert (part, params, NULL, NULL, NULL);
  text = read_file (params);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"adoption.potential\": 0.5,\n"
                   "  \"price.war.intensity\": 0.2,\n"
                   "  \"vendor.alpha.share.iaas\": 0.7,\n"
                   "  \"vendor.beta.share.iaas\": 0.3,\n"
                   "  \"events\": {\n"
                   "    \"adoption.restriction\": [\n"
                   "      {\"kind\": \"step\", \"from\": \"2025Q1\", \"to\": 0.1}\n"
                   "    ]\n"
                   "  }\n"
                   "}\n");
  g_unlink (params);

  nepho_call (&call, "run", "--scenario", typo, NULL);
  nepho_call_bad (&call, 2, "there is no scenario “plam”; did you mean “plan”?");
}

/* A path goes into a document and comes out of it again, and counts among what differs. */
static void
test_paths (void)
{
  g_autofree char *document = path_of ("paths.nephoscope");
  g_autofree char *params = path_of ("paths.json");
  g_autofree char *values = NULL;
  g_autofree char *run = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *text = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;
  g_autofree char *why = NULL;

  convert ("--event", "price.war.intensity=20%@2024Q3+4", "--event", "price.war.intensity=0.1@2026Q1..2027Q1", document);
  run = output_of ("run", "--scenario", document, "--format=csv", NULL, NULL);
  typed = output_of ("run", "--event=price.war.intensity=20%@2024Q3+4",
                     "--event=price.war.intensity=0.1@2026Q1..2027Q1", "--format=csv", NULL, NULL);
  g_assert_cmpstr (run, ==, typed);

  convert (document, params, NULL, NULL, NULL);
  values = read_file (params);
  g_assert_cmpstr (values, ==,
                   "{\n  \"events\": {\n    \"price.war.intensity\": [\n"
                   "      {\"kind\": \"window\", \"from\": \"2024Q3\", \"quarters\": 4, \"to\": 0.2},\n"
                   "      {\"kind\": \"ramp\", \"from\": \"2026Q1\", \"quarters\": 4, \"to\": 0.1}\n    ]\n  }\n}\n");

  text = output_of ("diff", "as-reported", document, NULL, NULL, NULL);
  g_assert_nonnull (strstr (text, "20.0\u00a0%/yr from 2024Q3 to 2025Q2; gradually to 10.0\u00a0%/yr between 2026Q1 and 2027Q1"));
  g_assert_nonnull (strstr (text, "\n1 assumption differs\n"));
  csv = output_of ("diff", "as-reported", document, "--format=csv", NULL, NULL);
  g_assert_true (g_str_has_prefix (csv, "kind,id,a,b,path_a,path_b\n"
                                        "path,price.war.intensity,,,,0.2@2024Q3+4 0.1@2026Q1..2027Q1\nresult,"));
  json = output_of ("diff", "as-reported", document, "--format=json", NULL, NULL);
  g_assert_nonnull (strstr (json, "{\"id\": \"price.war.intensity\", \"a\": [], "
                                  "\"b\": [\"0.2@2024Q3+4\", \"0.1@2026Q1..2027Q1\"]}"));
  why = output_of ("diff", "as-reported", document, "--by=parameter", "--format=csv", NULL);
  g_assert_nonnull (strstr (why, "price.war.intensity,"));

  g_unlink (document);
  g_unlink (params);
}

/* Who follows whom, in how many values, and which is at work. */
static void
test_scenarios (void)
{
  g_autofree char *sample = sample_path ();
  g_autofree char *csv = output_of ("scenarios", sample, "--format=csv", NULL, NULL, NULL);
  g_autofree char *text = output_of ("scenarios", sample, NULL, NULL, NULL, NULL);
  g_autofree char *bundled = output_of ("scenarios", "--dataset", "global", "--format=csv", NULL, NULL);
  g_auto (NephoCall) call = { 0 };
  g_autoptr (JsonNode) json = NULL;
  g_auto (NephoCall) bad = { 0 };

  g_assert_cmpstr (csv, ==,
                   "id,kind,parent,name,story,differs,at_work\n"
                   "as-reported,built-in,,As reported,Nothing changes,0,0\n"
                   "long-war,built-in,as-reported,Long war,Prices fall for long,1,0\n"
                   "plan,scenario,long-war,Plan,\"What happens\nand then\",4,0\n"
                   "plan-b,scenario,plan,Plan B,,5,1\n"
                   "before-the-meeting,snapshot,plan-b,Before the meeting,,2,0\n");
  g_assert_nonnull (strstr (text, "\n      plan-b "));
  g_assert_nonnull (strstr (text, "at work"));
  g_assert_nonnull (strstr (bundled, "price-war,built-in,,Price war,"));

  nepho_call (&call, "scenarios", sample, "--format=json", NULL);
  json = nepho_call_json (&call);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (json)), ==, 5);

  nepho_call (&bad, "scenarios", "price-war", NULL);
  nepho_call_bad (&bad, 2, "price-war is no document");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("nephoscope-XXXXXX", NULL);

  g_test_add_func ("/cli/document/scenario", test_scenario);
  g_test_add_func ("/cli/document/text", test_text);
  g_test_add_func ("/cli/document/broken-text", test_broken_text);
  g_test_add_func ("/cli/document/scenario-of-document", test_scenario_of_document);
  g_test_add_func ("/cli/document/paths", test_paths);
  g_test_add_func ("/cli/document/scenarios", test_scenarios);
  g_test_add_func ("/cli/document/horizon", test_horizon);
  g_test_add_func ("/cli/document/convert", test_convert);
  g_test_add_func ("/cli/document/shares", test_shares);
  g_test_add_func ("/cli/document/diff", test_diff);
  g_test_add_func ("/cli/document/diff-saved", test_diff_saved);
  g_test_add_func ("/cli/document/diff-data", test_diff_data);
  g_test_add_func ("/cli/document/diff-by", test_diff_by);
  g_test_add_func ("/cli/document/link", test_link);
  g_test_add_func ("/cli/document/refused", test_refused);

  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);

  return status;
}
