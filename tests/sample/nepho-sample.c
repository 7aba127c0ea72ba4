/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-sample.h"

#include <math.h>

NephoDataset *
nepho_sample_dataset (guint n_vendors, guint n_segments)
{
  NephoDataset *dataset = nepho_dataset_new ();
  NephoScenario *scenario;
  double total = n_vendors * (n_vendors + 1) / 2.0;

  g_free (dataset->id);
  dataset->id = g_strdup ("sample");
  nepho_text_set (dataset->name, "en", "Sample");
  g_assert_true (nepho_quarter_parse ("2022Q2", &dataset->base_quarter, NULL));

  for (guint i = 0; i < n_vendors; i++)
    {
      g_autofree char *id = g_strdup_printf ("%c", 'a' + (int) i);
      g_autofree char *name = g_strdup_printf ("Vendor %c", 'A' + (int) i);

      nepho_text_set (nepho_dataset_add_vendor (dataset, id)->name, "en", name);
    }
  for (guint s = 0; s < n_segments; s++)
    {
      g_autofree char *id = g_strdup_printf ("%c", 'x' + (int) s);
      g_autofree char *name = g_strdup_printf ("Segment %c", 'X' + (int) s);

      nepho_text_set (nepho_dataset_add_segment (dataset, id)->name, "en", name);
      for (guint i = 0; i < n_vendors; i++)
        {
          g_autofree char *share = g_strdup_printf ("vendor.%c.share.%s", 'a' + (int) i, id);

          nepho_dataset_add_value (dataset, share, (i + 1) / total, NULL, "made up");
        }
    }

  scenario = nepho_dataset_add_scenario (dataset, "as-reported");
  nepho_text_set (scenario->name, "en", "As reported");
  scenario = nepho_dataset_add_scenario (dataset, "war");
  nepho_text_set (scenario->name, "en", "War");
  g_hash_table_insert (scenario->values, g_strdup ("price.war.intensity"),
                       g_memdup2 (&(double){ 0.2 }, sizeof (double)));

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
