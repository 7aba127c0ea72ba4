/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-dataset-edit.h"
#include "nepho-market.h"
#include "nepho-model-error.h"
#include "nepho-sample.h"
#include "nepho-scenario-values.h"

static gboolean
has_id (gconstpointer value, gconstpointer id)
{
  return g_str_equal (((const NephoDatasetValue *) value)->id, id);
}

static gboolean
has_value (const NephoDataset *dataset, const char *id)
{
  return g_ptr_array_find_with_equal_func (dataset->values, id, has_id, NULL);
}

static const NephoDatasetValue *
find_value (const NephoDataset *dataset, const char *id)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (dataset->values, id, has_id, &index))
    g_error ("no value %s", id);

  return g_ptr_array_index (dataset->values, index);
}

static double
value_of (const NephoDataset *dataset, const char *id)
{
  return find_value (dataset, id)->value;
}

/* The sample with "others" as its last vendor, history and a scenario that sets a vendor's parameter. */
static NephoDataset *
sample_with_others (void)
{
  g_autoptr (NephoDataset) three = nepho_sample_dataset (3, 2);
  NephoDataset *dataset = nepho_dataset_edit_merge_vendor (three, "c", NULL);
  NephoScenario *war = g_ptr_array_index (dataset->scenarios, 1);
  const char *ids[] = { "vendor.a.aggressiveness", "vendor.b.aggressiveness", "segment.x.growth" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_hash_table_insert (war->values, g_strdup (ids[i]), g_memdup2 (&(double){ 0.3 }, sizeof (double)));
  for (guint i = 0; i < 3; i++)
    {
      NephoObservation *observation = nepho_dataset_add_observation (dataset);

      observation->series = g_strdup (i == 1 ? "revenue" : "share");
      observation->vendor = g_strdup (i == 2 ? "others" : "a");
      observation->segment = g_strdup (i == 1 ? "" : "x");
      observation->source = g_strdup ("idc");
      observation->value = 0.1;
    }

  return dataset;
}

static void
test_copy (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_disputed ();
  g_autoptr (NephoDataset) copy = nepho_dataset_copy (dataset);
  const NephoDatasetValue *value = find_value (copy, "vendor.d.share.x");

  g_assert_cmpstr (copy->id, ==, "sample");
  g_assert_cmpstr (nepho_text_get (copy->name), ==, "Sample");
  g_assert_cmpint (copy->base_quarter, ==, dataset->base_quarter);
  g_assert_cmpuint (copy->vendors->len, ==, 4);
  g_assert_cmpstr (value->source, ==, "idc");
  g_assert_cmpuint (value->alternatives->len, ==, 2);
  g_assert_cmpuint (g_hash_table_size (nepho_dataset_find_scenario (copy, "war")->values), ==, 1);
  g_assert_true (nepho_dataset_find_fact (copy, "idc") == nepho_dataset_find_fact (dataset, "idc"));

  nepho_dataset_add_vendor (copy, "z");
  g_assert_cmpuint (dataset->vendors->len, ==, 4);
}

/* Others have 3/6 of each segment, a 1/6, b 2/6. */
static void
test_add_vendor (void)
{
  g_autoptr (NephoDataset) dataset = sample_with_others ();
  g_autoptr (NephoDataset) added = nepho_dataset_edit_add_vendor (dataset, " Cloud X (Asia) ", 0.2, NULL);
  const NephoVendor *vendor;

  g_assert_nonnull (added);
  g_assert_cmpuint (added->vendors->len, ==, 4);
  vendor = nepho_dataset_vendor (added, 2);
  g_assert_cmpstr (vendor->id, ==, "cloud-x-asia");
  g_assert_cmpstr (nepho_text_get (vendor->name), ==, "Cloud X (Asia)");
  g_assert_cmpint (vendor->colour, ==, 2);
  g_assert_cmpstr (nepho_dataset_vendor (added, 3)->id, ==, "others");
  g_assert_cmpfloat (value_of (added, "vendor.cloud-x-asia.share.y"), ==, 0.2);
  g_assert_cmpfloat_with_epsilon (value_of (added, "vendor.others.share.y"), 0.3, 1e-15);
  g_assert_cmpfloat (value_of (added, "vendor.a.share.y"), ==, value_of (dataset, "vendor.a.share.y"));
  /* What was published of all others was of other others. */
  g_assert_cmpuint (added->observations->len, ==, 2);
  g_assert_cmpuint (dataset->observations->len, ==, 3);
}

static void
test_add_vendor_without_others (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_disputed ();
  g_autoptr (NephoDataset) added = nepho_dataset_edit_add_vendor (dataset, "新云", 0.5, NULL);
  const NephoDatasetValue *published;

  g_assert_nonnull (added);
  g_assert_cmpstr (nepho_dataset_vendor (added, 4)->id, ==, "vendor");
  g_assert_cmpfloat (value_of (added, "vendor.vendor.share.x"), ==, 0.5);
  published = find_value (added, "vendor.d.share.x");
  g_assert_cmpfloat (published->value, ==, 0.2);
  g_assert_null (published->source);
  g_assert_nonnull (published->reason);
  g_assert_cmpuint (published->alternatives->len, ==, 3);
  /* IDC's figure can still be chosen. */
  g_assert_cmpstr (((NephoAlternative *) g_ptr_array_index (published->alternatives, 0))->source, ==, "idc");
  g_assert_cmpfloat (((NephoAlternative *) g_ptr_array_index (published->alternatives, 0))->value, ==, 0.4);
}

static void
test_remove_vendor (void)
{
  g_autoptr (NephoDataset) dataset = sample_with_others ();
  g_autoptr (NephoDataset) removed = nepho_dataset_edit_remove_vendor (dataset, "a", NULL);
  g_autoptr (NephoDataset) without = NULL;
  const NephoScenario *war;

  g_assert_nonnull (removed);
  g_assert_cmpuint (removed->vendors->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (value_of (removed, "vendor.others.share.x"), 4.0 / 6.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (value_of (removed, "vendor.b.share.x"), 2.0 / 6.0, 1e-15);
  g_assert_cmpint (nepho_dataset_vendor (removed, 0)->colour, ==, 1);
  g_assert_false (has_value (removed, "vendor.a.share.x"));
  g_assert_cmpuint (removed->observations->len, ==, 0);
  war = nepho_dataset_find_scenario (removed, "war");
  g_assert_false (g_hash_table_contains (war->values, "vendor.a.aggressiveness"));
  g_assert_true (g_hash_table_contains (war->values, "vendor.b.aggressiveness"));

  /* Without Others each gets its part: 1 to 2. */
  without = nepho_dataset_edit_remove_vendor (dataset, "others", NULL);
  g_assert_cmpfloat_with_epsilon (value_of (without, "vendor.a.share.x"), 1.0 / 3.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (value_of (without, "vendor.b.share.x"), 2.0 / 3.0, 1e-15);
}

static void
test_merge_vendor (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 1);
  g_autoptr (NephoDataset) once = nepho_dataset_edit_merge_vendor (dataset, "a", NULL);
  g_autoptr (NephoDataset) twice = nepho_dataset_edit_merge_vendor (once, "b", NULL);

  g_assert_cmpuint (once->vendors->len, ==, 3);
  g_assert_cmpstr (nepho_dataset_vendor (once, 2)->id, ==, "others");
  g_assert_cmpstr (nepho_text_get_for (nepho_dataset_vendor (once, 2)->name, "en"), ==, "Others");
  g_assert_cmpfloat_with_epsilon (value_of (once, "vendor.others.share.x"), 1.0 / 6.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (value_of (twice, "vendor.others.share.x"), 3.0 / 6.0, 1e-15);
}

static void
test_rename_colour_move (void)
{
  g_autoptr (NephoDataset) dataset = sample_with_others ();
  g_autoptr (NephoDataset) renamed = NULL;
  g_autoptr (NephoDataset) coloured = NULL;
  g_autoptr (NephoDataset) moved = NULL;

  nepho_text_set (nepho_dataset_vendor (dataset, 0)->name, "zh_TW", "甲");
  renamed = nepho_dataset_edit_rename_vendor (dataset, "a", "Alpha", NULL);
  coloured = nepho_dataset_edit_colour_vendor (renamed, "a", 7, NULL);
  moved = nepho_dataset_edit_move_vendor (coloured, "a", 1, NULL);
  g_assert_cmpstr (nepho_text_get (nepho_dataset_vendor (renamed, 0)->name), ==, "Alpha");
  g_assert_null (nepho_text_get_for (nepho_dataset_vendor (renamed, 0)->name, "zh_TW"));
  g_assert_cmpstr (nepho_dataset_vendor (renamed, 0)->id, ==, "a");
  g_assert_cmpint (nepho_dataset_vendor (coloured, 0)->colour, ==, 7);
  g_assert_cmpstr (nepho_dataset_vendor (moved, 1)->id, ==, "a");
  g_assert_cmpint (nepho_dataset_vendor (moved, 1)->colour, ==, 7);
  g_assert_cmpint (nepho_dataset_vendor (moved, 0)->colour, ==, 1);
}

/* Segments take the palette from its fourth place backwards, and keep what they have when they move. */
static void
test_segment_colours (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 5);
  const char *second = nepho_dataset_segment (dataset, 1)->id;
  g_autoptr (NephoDataset) coloured = nepho_dataset_edit_colour_segment (dataset, second, 7, NULL);
  g_autoptr (NephoDataset) moved = nepho_dataset_edit_move_segment (coloured, second, -1, NULL);
  g_autoptr (NephoDataset) removed = nepho_dataset_edit_remove_segment (moved, second, NULL);
  static const int usual[] = { 3, 2, 1, 0, 4 };

  for (guint s = 0; s < 5; s++)
    g_assert_cmpint (nepho_dataset_segment_colour (dataset, s), ==, usual[s]);
  g_assert_cmpint (nepho_dataset_segment (dataset, 1)->colour, ==, -1);
  g_assert_cmpint (nepho_dataset_segment_colour (coloured, 1), ==, 7);
  g_assert_cmpint (nepho_dataset_segment_colour (moved, 0), ==, 7);
  g_assert_cmpint (nepho_dataset_segment_colour (moved, 1), ==, 3);
  g_assert_cmpint (nepho_dataset_segment_colour (removed, 0), ==, 3);
  g_assert_cmpint (nepho_dataset_segment_colour (removed, 1), ==, 1);
}

/* The default size of a segment is 100 bn a year, so both of the sample are equal. */
static void
test_segments (void)
{
  g_autoptr (NephoDataset) dataset = sample_with_others ();
  g_autoptr (NephoDataset) added = nepho_dataset_edit_add_segment (dataset, "AI service", 50.0, NULL);
  g_autoptr (NephoDataset) renamed = nepho_dataset_edit_rename_segment (added, "ai-service", "Models", NULL);
  g_autoptr (NephoDataset) moved = nepho_dataset_edit_move_segment (renamed, "ai-service", -2, NULL);
  g_autoptr (NephoDataset) removed = nepho_dataset_edit_remove_segment (moved, "x", NULL);

  g_assert_cmpfloat_with_epsilon (value_of (added, "segment.ai-service.customers"), 500.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (value_of (added, "vendor.b.share.ai-service"), 2.0 / 6.0, 1e-15);
  g_assert_cmpstr (nepho_text_get (nepho_dataset_segment (renamed, 2)->name), ==, "Models");
  g_assert_cmpstr (nepho_dataset_segment (moved, 0)->id, ==, "ai-service");
  g_assert_cmpuint (removed->segments->len, ==, 2);
  g_assert_false (has_value (removed, "vendor.a.share.x"));
  g_assert_false (g_hash_table_contains (nepho_dataset_find_scenario (removed, "war")->values, "segment.x.growth"));
  g_assert_cmpuint (removed->observations->len, ==, 1);
}

static void
refuse (NephoDataset *edited, GError *error, NephoModelError code, const char *says)
{
  g_assert_null (edited);
  g_assert_error (error, NEPHO_MODEL_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, says));
  g_error_free (error);
}

#define REFUSE(call, code, says)                       \
  {                                                    \
    GError *error = NULL;                              \
    NephoDataset *edited = nepho_dataset_edit_##call;  \
    refuse (edited, error, NEPHO_MODEL_ERROR_##code, says); \
  }

static void
test_refusals (void)
{
  g_autoptr (NephoDataset) d = sample_with_others ();
  g_autoptr (NephoDataset) two = nepho_sample_dataset (2, 1);
  g_autofree char *long_name = g_strnfill (121, 'n');

  REFUSE (add_vendor (d, "Vendor A", 0.1, &error), DATA, "There is a vendor “Vendor A” already");
  REFUSE (add_vendor (d, " ", 0.1, &error), DATA, "0 characters; expected 1 to 120");
  REFUSE (add_vendor (d, long_name, 0.1, &error), DATA, "121 characters");
  REFUSE (add_vendor (d, "a\nb", 0.1, &error), DATA, "line break");
  REFUSE (add_vendor (d, "\xff", 0.1, &error), DATA, "UTF-8");
  REFUSE (add_vendor (d, "N", 0.6, &error), SHARES, "more than “Others” has in Segment X; expected at most 50");
  REFUSE (add_vendor (d, "N", 1.0, &error), RANGE, "100 % is outside its range");
  REFUSE (add_vendor (d, "N", (double) NAN, &error), RANGE, "outside its range");
  REFUSE (remove_vendor (d, "q", &error), UNKNOWN, "no vendor “q”");
  REFUSE (remove_vendor (two, "a", &error), DATA, "at least 2 vendors");
  REFUSE (merge_vendor (d, "others", &error), DATA, "merged into itself");
  REFUSE (rename_vendor (d, "a", "Vendor B", &error), DATA, "“Vendor B” already");
  REFUSE (colour_vendor (d, "a", 64, &error), RANGE, "from 0 to 63");
  REFUSE (colour_vendor (d, "others", 1, &error), DATA, "always grey");
  REFUSE (colour_segment (d, "x", 64, &error), RANGE, "from 0 to 63");
  REFUSE (colour_segment (d, "q", 1, &error), UNKNOWN, "q");
  REFUSE (move_vendor (d, "a", -1, &error), RANGE, "above the first place");
  REFUSE (move_vendor (d, "others", 1, &error), RANGE, "below the last place");
  REFUSE (add_segment (d, "Segment X", 1.0, &error), DATA, "There is a segment “Segment X” already");
  REFUSE (add_segment (d, "N", 0.0, &error), RANGE, "CNY 0 bn a year is outside its range");
  REFUSE (add_segment (d, "N", (double) NAN, &error), RANGE, "outside its range");
  REFUSE (remove_segment (two, "x", &error), DATA, "at least one segment");
  REFUSE (remove_fact (d, "nobody", &error), UNKNOWN, "no fact “nobody”");
}

static void
test_limits (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);

  for (guint i = 2; i < 64; i++)
    {
      g_autofree char *name = g_strdup_printf ("V%u", i);
      NephoDataset *next = nepho_dataset_edit_add_vendor (dataset, name, 0.01, NULL);

      nepho_dataset_unref (dataset);
      dataset = next;
    }
  for (guint s = 1; s < 16; s++)
    {
      g_autofree char *name = g_strdup_printf ("S%u", s);
      NephoDataset *next = nepho_dataset_edit_add_segment (dataset, name, 1.0, NULL);

      nepho_dataset_unref (dataset);
      dataset = next;
    }

  g_assert_true (nepho_dataset_check (dataset, NULL));
  REFUSE (add_vendor (dataset, "One more", 0.01, &error), DATA, "at most 64 vendors");
  REFUSE (add_segment (dataset, "One more", 1.0, &error), DATA, "at most 16 segments");
}

static NephoFact *
own_fact (const char *id, double value)
{
  NephoFact *fact = nepho_fact_new ();

  nepho_fact_set_text (&fact->id, id);
  nepho_fact_set_text (&fact->subject, "Somebody");
  nepho_fact_set_text (&fact->measure, "share");
  nepho_fact_set_text (&fact->unit, "%");
  nepho_fact_set_text (&fact->publisher, "Publisher");
  nepho_fact_set_text (&fact->title, "Title");
  fact->value = value;

  return fact;
}

static void
test_add_facts (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_disputed ();
  g_autoptr (NephoDataset) added = NULL;
  g_autoptr (NephoDataset) removed = NULL;
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_fact_free);

  g_ptr_array_add (facts, own_fact ("", 1.0));
  g_ptr_array_add (facts, own_fact ("mine", 2.0));
  added = nepho_dataset_edit_add_facts (dataset, facts, NULL);
  g_assert_cmpuint (added->facts->len, ==, 5);
  g_assert_cmpint (nepho_dataset_find_fact (added, "own-1")->origin, ==, NEPHO_ORIGIN_READER);
  REFUSE (add_facts (added, facts, &error), DATA, "Fact 2 (Somebody): there is a fact “mine” already");

  removed = nepho_dataset_edit_remove_fact (added, "own-1", NULL);
  g_assert_cmpuint (removed->facts->len, ==, 4);
  g_assert_null (nepho_dataset_find_fact (removed, "own-1"));
  g_assert_nonnull (nepho_dataset_find_fact (removed, "mine"));
  REFUSE (remove_fact (added, "idc", &error), DATA, "Fact “idc” is not your own");

  nepho_fact_set_text (&((NephoFact *) g_ptr_array_index (facts, 1))->published, "soon");
  REFUSE (add_facts (dataset, facts, &error), DATA, "Fact 2 (Somebody): its date of publication is none");

  nepho_fact_set_text (&((NephoFact *) g_ptr_array_index (facts, 1))->publisher, "");
  REFUSE (add_facts (dataset, facts, &error), DATA, "Fact 2 (Somebody): it names no publisher");
  nepho_fact_set_text (&((NephoFact *) g_ptr_array_index (facts, 1))->measure, "");
  REFUSE (add_facts (dataset, facts, &error), DATA, "Fact 2 (Somebody): it does not say what was measured");
  nepho_fact_set_text (&((NephoFact *) g_ptr_array_index (facts, 1))->subject, "");
  REFUSE (add_facts (dataset, facts, &error), DATA, "Fact 2: it does not say what it is about");
  ((NephoFact *) g_ptr_array_index (facts, 0))->value = NAN;
  REFUSE (add_facts (dataset, facts, &error), DATA, "Fact 1 (Somebody): its value is no number");
  g_assert_cmpuint (dataset->facts->len, ==, 3);
}

/* IDC's 40 % of vendor d becomes 45 % in the reader's copy. */
static void
test_replace_fact (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_disputed ();
  g_autoptr (NephoFact) fact = nepho_fact_copy (nepho_dataset_find_fact (dataset, "idc"));
  g_autoptr (NephoDataset) once = NULL;
  g_autoptr (NephoDataset) twice = NULL;
  g_autoptr (NephoDataset) removed = NULL;
  const NephoDatasetValue *value;
  const NephoAlternative *offered;

  ((NephoFact *) nepho_dataset_find_fact (dataset, "idc"))->value = 40.0;
  nepho_fact_set_text (&((NephoFact *) nepho_dataset_find_fact (dataset, "idc"))->unit, "%");
  nepho_fact_set_text (&((NephoFact *) nepho_dataset_find_fact (dataset, "idc"))->measure, "share");
  nepho_fact_set_text (&fact->unit, "%");
  nepho_fact_set_text (&fact->measure, "share");
  nepho_fact_set_text (&fact->subject, "Somebody");
  fact->value = 45.0;
  once = nepho_dataset_edit_replace_fact (dataset, fact, NULL);
  g_assert_cmpfloat (nepho_dataset_find_fact (once, "idc")->value, ==, 40.0);
  g_assert_cmpstr (((NephoFact *) g_ptr_array_index (once->facts, 1))->id, ==, "idc-edited");
  g_assert_cmpfloat (nepho_dataset_find_edited (once, "idc")->value, ==, 45.0);
  g_assert_cmpint (nepho_dataset_find_edited (once, "idc")->origin, ==, NEPHO_ORIGIN_READER);

  value = find_value (once, "vendor.d.share.x");
  g_assert_cmpstr (value->source, ==, "idc");
  offered = g_ptr_array_index (value->alternatives, 2);
  g_assert_cmpstr (offered->source, ==, "idc-edited");
  g_assert_cmpfloat_with_epsilon (offered->value, 0.45, 1e-15);

  /* Editing the original again, or the copy, leaves one copy. */
  fact->value = 46.0;
  twice = nepho_dataset_edit_replace_fact (once, fact, NULL);
  nepho_fact_set_text (&fact->id, "idc-edited");
  fact->value = 47.0;
  nepho_dataset_unref (once);
  once = nepho_dataset_edit_replace_fact (twice, fact, NULL);
  g_assert_cmpuint (once->facts->len, ==, 4);
  g_assert_cmpfloat (nepho_dataset_find_edited (once, "idc")->value, ==, 47.0);
  value = find_value (once, "vendor.d.share.x");
  g_assert_cmpuint (value->alternatives->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (((NephoAlternative *) g_ptr_array_index (value->alternatives, 2))->value, 0.47, 1e-15);

  removed = nepho_dataset_edit_remove_fact (once, "idc-edited", NULL);
  g_assert_cmpuint (removed->facts->len, ==, 3);
  g_assert_cmpuint (find_value (removed, "vendor.d.share.x")->alternatives->len, ==, 2);

  nepho_fact_set_text (&fact->id, "nobody");
  REFUSE (replace_fact (dataset, fact, &error), UNKNOWN, "no fact “nobody”");
}

static const char *
any_vendor (const NephoDataset *dataset, GRand *random)
{
  return nepho_dataset_vendor (dataset, g_rand_int_range (random, 0, (gint32) dataset->vendors->len))->id;
}

static const char *
any_segment (const NephoDataset *dataset, GRand *random)
{
  return nepho_dataset_segment (dataset, g_rand_int_range (random, 0, (gint32) dataset->segments->len))->id;
}

static NephoDataset *
any_edit (const NephoDataset *dataset, GRand *random, GError **error)
{
  g_autofree char *name = g_strdup_printf ("N%d", g_rand_int_range (random, 0, 30));

  switch (g_rand_int_range (random, 0, 10))
    {
    case 0:
    case 1:
      return nepho_dataset_edit_add_vendor (dataset, name, g_rand_double (random) * 0.6, error);
    case 2:
      return nepho_dataset_edit_remove_vendor (dataset, any_vendor (dataset, random), error);
    case 3:
      return nepho_dataset_edit_merge_vendor (dataset, any_vendor (dataset, random), error);
    case 4:
      return nepho_dataset_edit_rename_vendor (dataset, any_vendor (dataset, random), name, error);
    case 5:
      return nepho_dataset_edit_move_vendor (dataset, any_vendor (dataset, random),
                                             g_rand_int_range (random, -2, 3), error);
    case 6:
      return nepho_dataset_edit_colour_vendor (dataset, any_vendor (dataset, random),
                                               (guint) g_rand_int_range (random, 0, 70), error);
    case 7:
      return nepho_dataset_edit_add_segment (dataset, name, exp (g_rand_double_range (random, -12.0, 14.0)), error);
    case 8:
      return nepho_dataset_edit_remove_segment (dataset, any_segment (dataset, random), error);
    default:
      return nepho_dataset_edit_move_segment (dataset, any_segment (dataset, random),
                                              g_rand_int_range (random, -2, 3), error);
    }
}

static void
assert_unique (const NephoDataset *dataset)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < dataset->vendors->len; i++)
    g_assert_true (g_hash_table_add (seen, nepho_dataset_vendor (dataset, i)->id));
  g_hash_table_remove_all (seen);
  for (guint s = 0; s < dataset->segments->len; s++)
    g_assert_true (g_hash_table_add (seen, nepho_dataset_segment (dataset, s)->id));
}

/* Shares that sum to one to the last digits, all values in their ranges, scenarios that apply, history
 * of vendors and segments that are there, and a model that runs to finite numbers. */
static void
assert_whole (NephoDataset *dataset)
{
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  g_autoptr (NephoMarket) market = nepho_market_new (set);
  g_autoptr (NephoResults) results = nepho_results_new ();

  g_assert_true (nepho_dataset_check (dataset, NULL));
  g_assert_cmpuint (dataset->vendors->len, >=, 2);
  g_assert_cmpuint (dataset->vendors->len, <=, 64);
  g_assert_cmpuint (dataset->segments->len, <=, 16);
  assert_unique (dataset);
  for (guint s = 0; s < dataset->segments->len; s++)
    {
      double sum = 0.0;

      for (guint i = 0; i < dataset->vendors->len; i++)
        sum += values[nepho_parameter_set_index (set, "share", (int) i, (int) s)];
      g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-12);
    }
  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    g_assert_true (nepho_parameter_set_check (set, k, values[k], NULL));
  for (guint i = 0; i < dataset->values->len; i++)
    g_assert_cmpint (
      nepho_parameter_set_find (set, ((NephoDatasetValue *) g_ptr_array_index (dataset->values, i))->id), >=, 0);
  for (guint i = 0; i < dataset->scenarios->len; i++)
    {
      g_autoptr (GError) error = NULL;

      nepho_scenario_overlay (g_ptr_array_index (dataset->scenarios, i), set, values, &error);
      g_assert_no_error (error);
    }

  nepho_market_run (market, values, 8, results);
  for (guint i = 0; i < dataset->vendors->len; i++)
    g_assert_true (isfinite (results->ebita[nepho_results_ti (results, 8, i)]));
}

static void
test_random_edits (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20220630);
  guint n_done = 0;
  guint n_refused = 0;

  for (guint sequence = 0; sequence < 500; sequence++)
    {
      g_autoptr (NephoDataset) dataset = sequence % 2 == 0 ? sample_with_others () : nepho_sample_dataset (3, 2);

      for (guint step = 0; step < 12; step++)
        {
          g_autoptr (GError) error = NULL;
          NephoDataset *edited = any_edit (dataset, random, &error);

          g_assert_true ((edited == NULL) == (error != NULL));
          if (edited == NULL)
            {
              n_refused++;
              continue;
            }
          n_done++;
          nepho_dataset_unref (dataset);
          dataset = edited;
        }
      assert_whole (dataset);
    }

  g_assert_cmpuint (n_done, >, 3000);
  g_assert_cmpuint (n_refused, >, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset-edit/copy", test_copy);
  g_test_add_func ("/dataset-edit/add-vendor", test_add_vendor);
  g_test_add_func ("/dataset-edit/add-vendor-without-others", test_add_vendor_without_others);
  g_test_add_func ("/dataset-edit/remove-vendor", test_remove_vendor);
  g_test_add_func ("/dataset-edit/merge-vendor", test_merge_vendor);
  g_test_add_func ("/dataset-edit/rename-colour-move", test_rename_colour_move);
  g_test_add_func ("/dataset-edit/segments", test_segments);
  g_test_add_func ("/dataset-edit/segment-colours", test_segment_colours);
  g_test_add_func ("/dataset-edit/refusals", test_refusals);
  g_test_add_func ("/dataset-edit/limits", test_limits);
  g_test_add_func ("/dataset-edit/add-facts", test_add_facts);
  g_test_add_func ("/dataset-edit/replace-fact", test_replace_fact);
  g_test_add_func ("/dataset-edit/random-edits", test_random_edits);

  return g_test_run ();
}
