/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-sample.h"

#include <math.h>

/* "a" to "z", then "a1" and so on. */
static char *
letter (char first, guint i)
{
  char c = (char) (first + (int) (i % 26));

  return i < 26 ? g_strdup_printf ("%c", c) : g_strdup_printf ("%c%u", c, i / 26);
}

NephoDataset *
nepho_sample_dataset (guint n_vendors, guint n_segments)
{
  NephoDataset *dataset = nepho_dataset_new ();
  NephoScenario *scenario;
  double total = n_vendors * (n_vendors + 1) / 2.0;

  g_free (dataset->id);
  dataset->id = g_strdup ("sample");
  nepho_text_set (dataset->name, "en", "Sample");
  g_free (dataset->version);
  dataset->version = g_strdup ("1");
  g_assert_true (nepho_quarter_parse ("2022Q2", &dataset->base_quarter, NULL));

  for (guint i = 0; i < n_vendors; i++)
    {
      g_autofree char *id = letter ('a', i);
      g_autofree char *capital = letter ('A', i);
      g_autofree char *name = g_strconcat ("Vendor ", capital, NULL);

      nepho_text_set (nepho_dataset_add_vendor (dataset, id)->name, "en", name);
    }
  for (guint s = 0; s < n_segments; s++)
    {
      g_autofree char *id = g_strdup_printf ("%c", 'x' + (int) s);
      g_autofree char *name = g_strdup_printf ("Segment %c", 'X' + (int) s);

      nepho_text_set (nepho_dataset_add_segment (dataset, id)->name, "en", name);
      for (guint i = 0; i < n_vendors; i++)
        {
          g_autofree char *vendor = letter ('a', i);
          g_autofree char *share = g_strdup_printf ("vendor.%s.share.%s", vendor, id);

          nepho_dataset_add_value (dataset, share, (i + 1) / total, NULL, "made up");
        }
    }

  scenario = nepho_dataset_add_scenario (dataset, "as-reported");
  nepho_text_set (scenario->name, "en", "As reported");
  nepho_text_set (scenario->story, "en", "Nothing changes");
  scenario = nepho_dataset_add_scenario (dataset, "war");
  nepho_text_set (scenario->name, "en", "War");
  nepho_text_set (scenario->story, "en", "Prices fall");
  g_hash_table_insert (scenario->values, g_strdup ("price.war.intensity"),
                       g_memdup2 (&(double){ 0.2 }, sizeof (double)));

  return dataset;
}

static void
add_fact (NephoDataset *dataset, const char *id, const char *publisher, const char *title, NephoGrade grade)
{
  NephoFact *fact = nepho_fact_new ();

  nepho_fact_set_text (&fact->id, id);
  nepho_fact_set_text (&fact->subject, "Vendor");
  nepho_fact_set_text (&fact->measure, "share");
  nepho_fact_set_text (&fact->unit, "%");
  nepho_fact_set_text (&fact->publisher, publisher);
  nepho_fact_set_text (&fact->title, title);
  nepho_fact_set_text (&fact->period, "2022H1");
  fact->grade = grade;
  nepho_dataset_take_fact (dataset, fact);
}

static NephoDatasetValue *
find_value (NephoDataset *dataset, const char *id)
{
  for (guint i = 0; i < dataset->values->len; i++)
    {
      NephoDatasetValue *value = g_ptr_array_index (dataset->values, i);

      if (g_str_equal (value->id, id))
        return value;
    }

  g_assert_not_reached ();
}

NephoDataset *
nepho_sample_disputed (void)
{
  NephoDataset *dataset = nepho_sample_dataset (4, 1);
  NephoDatasetValue *value = find_value (dataset, "vendor.d.share.x");

  add_fact (dataset, "idc", "IDC", "Tracker", NEPHO_GRADE_REPORTED);
  add_fact (dataset, "canalys", "Canalys", "Cloud channels", NEPHO_GRADE_ESTIMATED);
  add_fact (dataset, "synergy", "Synergy", "Quarterly", NEPHO_GRADE_REPORTED);
  g_clear_pointer (&value->reason, g_free);
  value->source = g_strdup ("idc");
  nepho_dataset_value_add_alternative (value, 0.5, "canalys");
  nepho_dataset_value_add_alternative (value, 0.95, "synergy");
  nepho_dataset_value_add_alternative (find_value (dataset, "vendor.c.share.x"), 0.25, "canalys");
  nepho_dataset_add_value (dataset, "vendor.a.opex_ratio", 0.3, "canalys", NULL);

  return dataset;
}

void
nepho_sample_set (const NephoParameterSet *set, double *values, const char *id, double value)
{
  int index = nepho_parameter_set_find (set, id);

  g_assert_cmpint (index, >=, 0);
  g_assert_true (nepho_parameter_set_check (set, (guint) index, value, NULL));
  values[index] = value;
}

void
nepho_sample_randomise (const NephoParameterSet *set, GRand *random, double *values)
{
  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    {
      const NephoParameterSpec *spec = nepho_parameter_set_get (set, k)->spec;
      double u = g_rand_double (random);

      if (spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT)
        values[k] = 0.01 + u;
      else if (spec->logarithmic)
        values[k] = exp (log (spec->minimum) + u * (log (spec->maximum) - log (spec->minimum)));
      else
        values[k] = spec->minimum + u * (spec->maximum - spec->minimum);
      values[k] = CLAMP (values[k], spec->minimum, spec->maximum);
    }

  for (guint s = 0; s < nepho_parameter_set_dataset (set)->segments->len; s++)
    {
      guint n_vendors = nepho_parameter_set_dataset (set)->vendors->len;
      double sum = 0.0;

      for (guint i = 0; i < n_vendors; i++)
        sum += values[nepho_parameter_set_index (set, "share", (int) i, (int) s)];
      for (guint i = 0; i < n_vendors; i++)
        values[nepho_parameter_set_index (set, "share", (int) i, (int) s)] /= sum;
    }
}
