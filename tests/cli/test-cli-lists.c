/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli-call.h"

#include <glib/gstdio.h>
#include <string.h>

#include "nepho-dataset-io.h"
#include "nepho-parameter-range.h"

static void
test_params_json (void)
{
  static const char * const keys[] = { "id",   "value", "default", "min",    "max",   "low",       "high",
                                       "unit", "group", "source",  "grade",  "shape", "publisher", "alternatives",
                                       "set_by" };
  g_autoptr (NephoDataset) dataset = nepho_dataset_load ("china", NULL);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autoptr (JsonNode) root = NULL;
  g_auto (NephoCall) call = { 0 };
  JsonArray *array;

  nepho_call (&call, "params", "--format", "json", "--set", "adoption.potential=35%", NULL);
  root = nepho_call_json (&call);
  array = json_node_get_array (root);
  g_assert_cmpuint (json_array_get_length (array), ==, nepho_parameter_set_size (set));

  for (guint k = 0; k < json_array_get_length (array); k++)
    {
      JsonObject *object = json_array_get_object_element (array, k);
      const NephoParameter *parameter = nepho_parameter_set_get (set, k);
      gboolean changed = g_str_equal (parameter->id, "adoption.potential");

      for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        g_assert_true (json_object_has_member (object, keys[i]));
      g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, parameter->id);
      g_assert_cmpfloat (json_object_get_double_member (object, "default"), ==, parameter->initial);
      g_assert_cmpfloat (json_object_get_double_member (object, "value"), ==, changed ? 0.35 : parameter->initial);
      g_assert_cmpfloat (json_object_get_double_member (object, "low"), ==, nepho_parameter_set_range (set, k).low);
      g_assert_cmpfloat (json_object_get_double_member (object, "high"), ==, nepho_parameter_set_range (set, k).high);
      g_assert_cmpint (json_object_get_null_member (object, "grade"), ==, parameter->source == NULL);
    }
}

/* Whose word each value is: what the scenario, the reader and another publisher set is told apart. */
static void
test_params_set_by (void)
{
  static const struct
  {
    const char *id;
    const char *set_by;
    const char *words;
  } cases[] = {
    { "price.war.intensity", "scenario", "Scenario “Price war”" },
    { "adoption.potential", "reader", "The reader" },
    { "vendor.alibaba.share.iaas", "publisher", "IDC, chosen by the reader" },
    { "vendor.huawei.share.iaas", "share", "Made room for another share" },
    { "segment.saas.gross_margin", "data-set", "" },
  };
  g_auto (NephoCall) json = { 0 };
  g_auto (NephoCall) text = { 0 };
  g_autoptr (JsonNode) root = NULL;
  JsonArray *array;

  nepho_call (&json, "params", "--format", "json", "--scenario", "price-war", "--set", "adoption.potential=35%", "--source",
              "vendor.alibaba.share.iaas=1-0015", NULL);
  root = nepho_call_json (&json);
  nepho_call (&text, "params", "--scenario", "price-war", "--set", "adoption.potential=35%", "--source",
              "vendor.alibaba.share.iaas=1-0015", NULL);
  nepho_call_good (&text);
  array = json_node_get_array (root);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = 0;

      for (guint k = 0; k < json_array_get_length (array); k++)
        {
          JsonObject *object = json_array_get_object_element (array, k);

          if (!g_str_equal (json_object_get_string_member (object, "id"), cases[i].id))
            continue;
          g_assert_cmpstr (json_object_get_string_member (object, "set_by"), ==, cases[i].set_by);
          n++;
        }
      g_assert_cmpuint (n, ==, 1);
      g_assert_nonnull (strstr (text.output, cases[i].words));
    }
}

static void
test_params_text (void)
{
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "params", NULL);
  nepho_call_good (&call);
  g_assert_nonnull (strstr (call.output, "segment.iaas.gross_margin"));
  g_assert_nonnull (strstr (call.output, "article-04-iaas"));

  nepho_call (&call, "params", "--format", "csv", NULL);
  nepho_call_good (&call);
  g_assert_true (g_str_has_prefix (call.output, "id,value,default,min,max,low,high,unit,group,source,grade,publisher,shape,"
                                                "alternatives,set_by\nadoption.start,0.01,0.01,0,1,0,0.03,fraction,"));
}

/* Every fact has its source; a row of the article's figures gives its own and no others. */
static void
test_facts_json (void)
{
  static const char * const keys[]
    = { "id", "subject", "measure", "period", "value", "unit", "grade", "publisher", "title", "url" };
  g_autoptr (NephoDataset) dataset = nepho_dataset_load ("china", NULL);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) row = NULL;
  g_auto (NephoCall) call = { 0 };
  JsonArray *array;

  nepho_call (&call, "facts", "--format", "json", NULL);
  root = nepho_call_json (&call);
  array = json_node_get_array (root);
  g_assert_cmpuint (json_array_get_length (array), ==, dataset->facts->len);
  for (guint k = 0; k < json_array_get_length (array); k++)
    {
      JsonObject *object = json_array_get_object_element (array, k);

      for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        g_assert_true (json_object_has_member (object, keys[i]));
      g_assert_cmpstr (json_object_get_string_member (object, "publisher"), !=, "");
    }

  nepho_call (&call, "facts", "--format", "json", "--row", "5", NULL);
  row = nepho_call_json (&call);
  array = json_node_get_array (row);
  g_assert_cmpuint (json_array_get_length (array), >=, 4);
  for (guint k = 0; k < json_array_get_length (array); k++)
    g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (array, k), "row"), ==, 5);
}

/* The article's own figures, as a reader looks for them. */
static void
test_facts_text (void)
{
  static const struct
  {
    const char *row;
    const char *text;
  } cases[] = {
    { "1", ": 175 billion" }, { "2", ": 3640 PF-days" },  { "2", ": 27.5 PF-days" }, { "3", ": 3.02 CNY bn" },
    { "4", ": 34.6 %" },      { "4", ": 33.5 %" },        { "5", ": 100.18 CNY bn" }, { "5", ": 74.568 CNY bn" },
    { "5", ": -2.251 CNY bn" }, { "5", ": 1.146 CNY bn" }, { "9", ": 21.1 USD bn" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_auto (NephoCall) call = { 0 };

      nepho_call (&call, "facts", "--row", cases[k].row, NULL);
      nepho_call_good (&call);
      g_assert_nonnull (strstr (call.output, cases[k].text));
      g_assert_nonnull (strstr (call.output, "Jiemian News"));
    }
}

static void
test_facts_grade (void)
{
  g_autoptr (JsonNode) root = NULL;
  g_auto (NephoCall) call = { 0 };
  JsonArray *array;

  nepho_call (&call, "facts", "--format", "json", "--grade", "rumoured", NULL);
  root = nepho_call_json (&call);
  array = json_node_get_array (root);
  g_assert_cmpuint (json_array_get_length (array), >, 0);
  for (guint k = 0; k < json_array_get_length (array); k++)
    g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (array, k), "grade"), ==,
                     "rumoured");

  nepho_call (&call, "facts", "--format", "csv", NULL);
  nepho_call_good (&call);
  g_assert_true (g_str_has_prefix (
    call.output, "id,topic,subject,measure,definition,geography,period,value,unit,qualifier,grade,publisher,title,published,url,quote,note,"
                 "licence,origin,replaces,row\n"));
}

static guint
count_facts (const char *option, const char *value, const char *other, const char *other_value)
{
  g_autoptr (JsonNode) root = NULL;
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "facts", "--format", "json", option, value, other, other_value, NULL);
  root = nepho_call_json (&call);

  return json_array_get_length (json_node_get_array (root));
}

/* Filters narrow each other down. */
static void
test_facts_filter (void)
{
  guint n_tencent = count_facts ("--filter", "tencent CLOUD", NULL, NULL);
  guint n_canalys = count_facts ("--filter", "tencent cloud", "--publisher", "canalys");
  guint n_shares = count_facts ("--filter", "tencent cloud", "--topic", "china-share");

  g_assert_cmpuint (n_tencent, >, n_shares);
  g_assert_cmpuint (n_shares, >, 0);
  g_assert_cmpuint (n_canalys, >, 0);
  g_assert_cmpuint (n_canalys, <, n_tencent);
  g_assert_cmpuint (count_facts ("--filter", "no such words at all", NULL, NULL), ==, 0);
  g_assert_cmpuint (count_facts ("--filter", "CC by 4.0", NULL, NULL), >, 500);
  g_assert_cmpuint (count_facts ("--filter", "arxiv.org/abs/2005.14165", NULL, NULL), >, 50);
  g_assert_cmpuint (count_facts ("--dataset", "global", "--weak", NULL), <,
                    count_facts ("--dataset", "global", NULL, NULL));
}

/* Each file by itself: the good ones are counted, a wrong one is told with its place. */
static void
test_validate (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nepho-validate-XXXXXX", NULL);
  g_autofree char *good = nepho_call_write (
      folder, "good.json",
      "{\"format\": \"nephoscope-facts/1\", \"facts\": [\n{\"id\": \"a\", \"subject\": \"S\", \"measure\": \"m\", "
      "\"value\": 1, \"unit\": \"%\", \"grade\": \"reported\", \"publisher\": \"P\", \"title\": \"T\"}]}");
  g_autofree char *bad = nepho_call_write (folder, "bad.json",
                                           "{\"format\": \"nephoscope-facts/1\",\n \"facts\": [\n{\"id\": 7}]}");
  g_auto (NephoCall) all_good = { 0 };
  g_auto (NephoCall) one_bad = { 0 };
  g_auto (NephoCall) bundled = { 0 };

  nepho_call (&all_good, "validate", good, NULL);
  nepho_call_good (&all_good);
  g_assert_true (g_str_has_suffix (all_good.output, "good.json: good, 1 fact\n"));

  nepho_call (&one_bad, "validate", bad, good, NULL);
  g_assert_cmpint (one_bad.status, ==, 1);
  g_assert_nonnull (strstr (one_bad.errors, "bad.json, line 3, facts[0].id: "));
  g_assert_true (g_str_has_suffix (one_bad.output, "good.json: good, 1 fact\n"));

  nepho_call (&bundled, "validate", "china", "global", NULL);
  nepho_call_good (&bundled);
  g_assert_nonnull (strstr (bundled.output, "china: good; vendors: 12, segments: 3, "));
  g_assert_nonnull (strstr (bundled.output, "facts of its own: 6\nglobal: good; "));
  g_assert_true (g_str_has_suffix (bundled.output, "facts of its own: 90\n"));

  g_assert_cmpint (g_unlink (good), ==, 0);
  g_assert_cmpint (g_unlink (bad), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Three faults are three lines, each with its place. */
static void
test_validate_all (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nepho-validate-XXXXXX", NULL);
  g_autofree char *bad = nepho_call_write (folder, "bad.json",
                                           "{\"format\": \"nephoscope-facts/1\",\n \"facts\": [\n{\"id\": 7},\n8,\n{\"id\": \"A\"}]}");
  g_auto (NephoCall) call = { 0 };
  g_auto (GStrv) lines = NULL;

  nepho_call (&call, "validate", bad, NULL);
  g_assert_cmpint (call.status, ==, 1);
  g_assert_cmpstr (call.output, ==, "");
  lines = g_strsplit (call.errors, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_nonnull (strstr (lines[0], "bad.json, line 3, facts[0].id: "));
  g_assert_nonnull (strstr (lines[1], "bad.json, line 4, facts[1]: "));
  g_assert_nonnull (strstr (lines[2], "bad.json, line 5, facts[2].id: “A” is no id"));
  g_assert_cmpstr (lines[3], ==, "");

  g_assert_cmpint (g_unlink (bad), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_wrong (void)
{
  static const NephoBadCall calls[] = {
    { { "params", "extra" }, "“extra” is one argument too many" },
    { { "params", "--horizon", "3" }, "--horizon" },
    { { "params", "--format", "yaml" }, "--format: there is no format “yaml”" },
    { { "facts", "--row", "0" }, "--row: “0” is no row" },
    { { "facts", "--row", "16" }, "expected 1 to 15" },
    { { "facts", "--row", "five" }, "--row: “five”" },
    { { "facts", "--grade", "certain" }, "--grade: there is no grade “certain”; expected reported" },
    { { "facts", "--topic", "moon" }, "--topic: there is no topic “moon”; expected one of article, china-share" },
    { { "validate" }, "the name of a file is missing" },
    { { "facts", "--dataset", "nowhere" }, "--dataset: There is no data set “nowhere”" },
    { { "facts", "--scenario", "price-war" }, "--scenario" },
  };

  nepho_call_refused (calls, G_N_ELEMENTS (calls));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/lists/params-json", test_params_json);
  g_test_add_func ("/cli/lists/params-set-by", test_params_set_by);
  g_test_add_func ("/cli/lists/params-text", test_params_text);
  g_test_add_func ("/cli/lists/facts-json", test_facts_json);
  g_test_add_func ("/cli/lists/facts-text", test_facts_text);
  g_test_add_func ("/cli/lists/facts-grade", test_facts_grade);
  g_test_add_func ("/cli/lists/facts-filter", test_facts_filter);
  g_test_add_func ("/cli/lists/validate", test_validate);
  g_test_add_func ("/cli/lists/validate-all", test_validate_all);
  g_test_add_func ("/cli/lists/wrong", test_wrong);

  return g_test_run ();
}
