/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fuzz.h"

#include "nepho-dataset-io.h"
#include "nepho-parameters-io.h"

/* What --params reads. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  static NephoParameterSet *set;
  g_autofree double *values = NULL;
  g_autoptr (NephoEvents) events = nepho_events_new ();
  g_autoptr (GError) error = NULL;
  gboolean read;

  if (set == NULL)
    {
      g_autoptr (NephoDataset) dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);

      set = nepho_parameter_set_new (dataset);
    }
  values = nepho_parameter_set_defaults (set);
  read = nepho_parameters_parse (set, (const char *) data, length, "fuzz", values, &events, &error);
  g_assert_true (read == (error == NULL));
  for (guint k = 0; read && k < nepho_parameter_set_size (set); k++)
    g_assert_true (nepho_parameter_set_check (set, k, values[k], NULL));

  for (guint k = 0; read && k < nepho_events_n_paths (events); k++)
    {
      guint parameter = nepho_events_parameter (events, k);
      guint n_events;
      const NephoEvent *list = nepho_events_get (events, parameter, &n_events);

      for (guint i = 0; i < n_events; i++)
        g_assert_true (nepho_event_check (set, parameter, &list[i], NULL));
    }

  return 0;
}
