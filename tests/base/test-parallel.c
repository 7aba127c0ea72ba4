/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-parallel.h"

#define N_ITEMS 1000u

typedef struct
{
  gint  times[N_ITEMS]; /* that each item was done; atomic */
  gint  strangers;      /* calls from a worker that there is not */
  guint n_workers;
} Tally;

static void
count (guint item, guint worker, gpointer data)
{
  Tally *tally = data;

  g_atomic_int_inc (&tally->times[item]);
  if (worker >= tally->n_workers)
    g_atomic_int_inc (&tally->strangers);
}

/* Every item once, whether there are more items or more threads. */
static void
test_each_once (void)
{
  for (guint n_workers = 1; n_workers <= 9; n_workers += 2)
    for (guint n_items = 0; n_items <= N_ITEMS; n_items = n_items * 3 + 1)
      {
        g_autofree Tally *tally = g_new0 (Tally, 1);

        tally->n_workers = n_workers;
        nepho_parallel_run (n_items, n_workers, count, tally);
        for (guint k = 0; k < N_ITEMS; k++)
          g_assert_cmpint (tally->times[k], ==, k < n_items ? 1 : 0);
        g_assert_cmpint (tally->strangers, ==, 0);
      }
}

static void
test_n_workers (void)
{
  g_assert_cmpuint (nepho_parallel_n_workers (0), ==, 1);
  g_assert_cmpuint (nepho_parallel_n_workers (1), ==, 1);
  g_assert_cmpuint (nepho_parallel_n_workers (100000), ==, g_get_num_processors ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/parallel/each-once", test_each_once);
  g_test_add_func ("/base/parallel/n-workers", test_n_workers);

  return g_test_run ();
}
