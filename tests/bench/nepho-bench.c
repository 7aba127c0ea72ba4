/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-bench.h"

#include <locale.h>
#include <stdlib.h>

#define SAMPLES 25
#define SAMPLE_SECONDS 0.02

/* Times each bench and prints a table; with a path as argument, writes the same as JSON. Medians of
 * samples that each last long enough for the clock; the machine may be shared, so compare ratios. */

void
nepho_bench_add (GArray *benches,
                 const char *name,
                 const char *unit,
                 double scale,
                 void (*run) (gpointer),
                 gpointer data)
{
  NephoBench bench = { name, unit, scale, run, data };

  g_array_append_val (benches, bench);
}

static double
seconds_of (const NephoBench *bench, guint repeats)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < repeats; i++)
    bench->run (bench->data);

  return (double) (g_get_monotonic_time () - start) / 1e6;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
measure (const NephoBench *bench, GString *json)
{
  double samples[SAMPLES];
  guint repeats = 1;
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  char minimum[G_ASCII_DTOSTR_BUF_SIZE];

  while (seconds_of (bench, repeats) < SAMPLE_SECONDS)
    repeats *= 2;
  for (guint i = 0; i < SAMPLES; i++)
    samples[i] = seconds_of (bench, repeats) / repeats * bench->scale;
  qsort (samples, SAMPLES, sizeof (double), compare);

  g_print ("%-44s %10.4g %10.4g  %s\n", bench->name, samples[0], samples[SAMPLES / 2], bench->unit);
  g_string_append_printf (json, "%s\n  {\"name\": \"%s\", \"min\": %s, \"median\": %s, \"unit\": \"%s\", \"runs\": %u}",
                          json->len > 1 ? "," : "", bench->name,
                          g_ascii_formatd (minimum, sizeof minimum, "%.6g", samples[0]),
                          g_ascii_formatd (number, sizeof number, "%.6g", samples[SAMPLES / 2]), bench->unit,
                          SAMPLES * repeats);
}

int
main (int argc, char **argv)
{
  g_autoptr (GArray) benches = g_array_new (FALSE, FALSE, sizeof (NephoBench));
  g_autoptr (GString) json = g_string_new ("[");
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "C.UTF-8");
#ifdef NEPHO_BENCH_WINDOW
  nepho_bench_facts (benches);
#endif
  nepho_bench_frame (benches);
  nepho_bench_model (benches);
  nepho_bench_montecarlo (benches);
  nepho_bench_plot (benches);

  g_print ("%-44s %10s %10s\n", "", "min", "median");
  for (guint i = 0; i < benches->len; i++)
    measure (&g_array_index (benches, NephoBench, i), json);
  g_string_append (json, "\n]\n");

  if (argc > 1 && !g_file_set_contents (argv[1], json->str, -1, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  return EXIT_SUCCESS;
}
