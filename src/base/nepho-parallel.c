/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-parallel.h"

typedef struct
{
  guint             n_items;
  gint              next; /* the first item that nobody has taken; atomic */
  NephoParallelWork work;
  gpointer          data;
} Job;

typedef struct
{
  Job  *job;
  guint number;
} Worker;

static gpointer
work (gpointer data)
{
  const Worker *worker = data;
  Job *job = worker->job;

  for (guint item = (guint) g_atomic_int_add (&job->next, 1); item < job->n_items;
       item = (guint) g_atomic_int_add (&job->next, 1))
    job->work (item, worker->number, job->data);

  return NULL;
}

/**
 * nepho_parallel_n_workers:
 * @n_items: how many pieces of work there are
 *
 * Returns: how many threads are worth using: one a processor, none without work; at least 1
 */
guint
nepho_parallel_n_workers (guint n_items)
{
  return CLAMP (g_get_num_processors (), 1u, MAX (n_items, 1u));
}

/**
 * nepho_parallel_run:
 * @n_items: how many pieces of work there are
 * @n_workers: how many threads share them, the caller's among them; at least 1
 * @work: (scope call): does one piece; called from all of the threads, once for each item
 * @data: for @work
 *
 * Does all the pieces and returns when the last is done. Which thread does which, and when, differs from time
 * to time: results are the same only where the pieces leave each other's memory alone. Where the system
 * gives no more threads, those that there are do the work.
 */
void
nepho_parallel_run (guint n_items, guint n_workers, NephoParallelWork work_item, gpointer data)
{
  Job job = { n_items, 0, work_item, data };
  g_autofree Worker *workers = NULL;
  g_autofree GThread **threads = NULL;

  g_return_if_fail (n_workers > 0 && n_items <= G_MAXINT - n_workers);

  workers = g_new (Worker, n_workers);
  threads = g_new0 (GThread *, n_workers);
  for (guint k = 0; k < n_workers; k++)
    workers[k] = (Worker) { &job, k };
  for (guint k = 1; k < n_workers; k++)
    threads[k] = g_thread_try_new ("nepho-worker", work, &workers[k], NULL);
  work (&workers[0]);
  for (guint k = 1; k < n_workers; k++)
    if (threads[k] != NULL)
      g_thread_join (threads[k]);
}
