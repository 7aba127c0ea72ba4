/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* One thing worth timing. Runs it once; the time of `repeats` inner repetitions divided by `per`
 * is one sample, in the unit named. */
typedef struct
{
  const char *name;
  const char *unit;
  double      scale;   /* seconds of one call x scale = the number reported */
  void      (*run) (gpointer data);
  gpointer    data;
} NephoBench;

void nepho_bench_add   (GArray *benches, const char *name, const char *unit, double scale,
                        void (*run) (gpointer), gpointer data);
void nepho_bench_facts (GArray *benches);
void nepho_bench_frame (GArray *benches);
void nepho_bench_model (GArray *benches);
void nepho_bench_montecarlo (GArray *benches);
void nepho_bench_plot  (GArray *benches);
