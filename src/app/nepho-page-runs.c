/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-page-runs.h"

#include <string.h>

/* As many are made in a frame while a lever is dragged. */
#define RUNS_AT_ONCE 256u

/* What runs are made from. */
typedef struct
{
  NephoParameterSet *set;
  double            *values;
  NephoEvents       *events; /* or NULL */
  int                segment;
  guint              horizon;
  guint32            seed;
} Question;

/* Runs in the making. The thread reads all of it and writes draws and shares; the rest of the program touches
 * these only once the thread is joined. */
typedef struct
{
  NephoPageRuns  *owner;
  Question        question;
  guint           n_runs;
  NephoDraws     *draws;  /* or NULL: to be made */
  NephoShareRuns *shares;
  GThread        *thread;
  gint            stop;   /* atomic */
} Job;

struct _NephoPageRuns
{
  GObject        parent_instance;

  Question       question; /* what the cache answers */
  NephoRunsCache cache;
  NephoDraws    *few;      /* draws for runs at once, and for all; or NULL */
  NephoDraws    *many;
  Job           *job;      /* or NULL */
};

static guint ready_signal;

G_DEFINE_FINAL_TYPE (NephoPageRuns, nepho_page_runs, G_TYPE_OBJECT)

static void
question_clear (Question *question)
{
  g_clear_pointer (&question->set, nepho_parameter_set_unref);
  g_clear_pointer (&question->values, g_free);
  g_clear_pointer (&question->events, nepho_events_free);
}

static void
question_copy (const Question *question, Question *copy)
{
  gsize size = nepho_parameter_set_size (question->set) * sizeof (double);

  question_clear (copy);
  *copy = *question;
  copy->set = nepho_parameter_set_ref (question->set);
  copy->values = g_memdup2 (question->values, size);
  copy->events = question->events != NULL ? nepho_events_copy (question->events) : NULL;
}

static gboolean
question_equal (const Question *a, const Question *b)
{
  return a->set == b->set && a->segment == b->segment && a->horizon == b->horizon && a->seed == b->seed
         && memcmp (a->values, b->values, nepho_parameter_set_size (a->set) * sizeof (double)) == 0
         && nepho_events_equal (a->events, b->events);
}

/* A view of a context, which owns nothing. */
static Question
question_of (const NephoFigureContext *context)
{
  return (Question) { (NephoParameterSet *) context->parameters, (double *) context->values,
                      (NephoEvents *) context->events, context->segment, context->results->n_quarters - 1,
                      context->seed };
}

static NephoShareRuns *
make_runs (const Question *question, const NephoDraws *draws, const gint *stop)
{
  NephoMonteCarloPlan plan = { .set = question->set,
                               .assumptions = { question->values, question->events },
                               .draws = draws,
                               .horizon = question->horizon,
                               .stop = stop };

  return nepho_share_runs_new (&plan, question->segment);
}

static void
job_free (Job *job)
{
  question_clear (&job->question);
  g_clear_pointer (&job->draws, nepho_draws_free);
  g_clear_pointer (&job->shares, nepho_share_runs_unref);
  g_free (job);
}

/* In the main loop, when the thread has nothing more to do. */
static gboolean
job_done_cb (gpointer user_data)
{
  Job *job = user_data;
  NephoPageRuns *self = job->owner;

  g_thread_join (job->thread);
  if (job->question.set == self->question.set)
    {
      g_clear_pointer (&self->many, nepho_draws_free);
      self->many = g_steal_pointer (&job->draws);
    }
  if (job->shares != NULL && question_equal (&job->question, &self->question))
    {
      nepho_runs_cache_clear (&self->cache);
      self->cache.shares = g_steal_pointer (&job->shares);
    }
  self->job = NULL;
  job_free (job);
  g_signal_emit (self, ready_signal, 0);

  return G_SOURCE_REMOVE;
}

static gpointer
job_thread (gpointer user_data)
{
  Job *job = user_data;

  if (job->draws == NULL)
    job->draws = nepho_draws_new (job->question.set, job->n_runs, job->question.seed);
  job->shares = make_runs (&job->question, job->draws, &job->stop);
  g_idle_add_full (G_PRIORITY_DEFAULT, job_done_cb, job, NULL);

  return NULL;
}

/* Whether draws serve: of the same parameters, as many, by the same seed. */
static gboolean
draws_fit (const NephoDraws *draws, const Question *before, const Question *question, guint n_runs)
{
  return draws != NULL && before->set == question->set && draws->seed == question->seed && draws->n_runs == n_runs;
}

static void
start_job (NephoPageRuns *self, guint n_runs)
{
  Job *job = g_new0 (Job, 1);

  job->owner = self;
  job->n_runs = n_runs;
  question_copy (&self->question, &job->question);
  if (draws_fit (self->many, &self->question, &job->question, n_runs))
    job->draws = g_steal_pointer (&self->many);
  job->thread = g_thread_try_new ("nepho-page-runs", job_thread, job, NULL);
  if (job->thread == NULL)
    job_free (job); /* the few runs that there are must do */
  else
    self->job = job;
}

/* Some runs, now. */
static void
make_few (NephoPageRuns *self, const Question *question, guint n_runs)
{
  if (self->question.set != question->set)
    {
      g_clear_pointer (&self->few, nepho_draws_free);
      g_clear_pointer (&self->many, nepho_draws_free);
    }
  if (!draws_fit (self->few, &self->question, question, n_runs))
    {
      g_clear_pointer (&self->few, nepho_draws_free);
      self->few = nepho_draws_new (question->set, n_runs, question->seed);
    }
  question_copy (question, &self->question);
  nepho_runs_cache_clear (&self->cache);
  self->cache.shares = make_runs (&self->question, self->few, NULL);
}

static void
nepho_page_runs_dispose (GObject *object)
{
  NephoPageRuns *self = NEPHO_PAGE_RUNS (object);

  if (self->job != NULL)
    {
      g_atomic_int_set (&self->job->stop, 1);
      g_thread_join (self->job->thread);
      /* What the thread left behind for the main loop. */
      g_idle_remove_by_data (self->job);
      g_clear_pointer (&self->job, job_free);
    }

  G_OBJECT_CLASS (nepho_page_runs_parent_class)->dispose (object);
}

static void
nepho_page_runs_finalize (GObject *object)
{
  NephoPageRuns *self = NEPHO_PAGE_RUNS (object);

  question_clear (&self->question);
  nepho_runs_cache_clear (&self->cache);
  g_clear_pointer (&self->few, nepho_draws_free);
  g_clear_pointer (&self->many, nepho_draws_free);

  G_OBJECT_CLASS (nepho_page_runs_parent_class)->finalize (object);
}

static void
nepho_page_runs_class_init (NephoPageRunsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nepho_page_runs_dispose;
  G_OBJECT_CLASS (klass)->finalize = nepho_page_runs_finalize;

  ready_signal = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
nepho_page_runs_init (NephoPageRuns *self)
{
}

/**
 * nepho_page_runs_new:
 *
 * Returns: (transfer full): no runs yet
 */
NephoPageRuns *
nepho_page_runs_new (void)
{
  return g_object_new (NEPHO_TYPE_PAGE_RUNS, NULL);
}

/**
 * nepho_page_runs_prepare:
 * @self: runs of a page
 * @context: (inout): what its charts show; its runs are set, its segment is an index or all
 *
 * Gives the context runs of its very values. Where there are none, some are made at once by the same draws as
 * before, and unless a lever is being dragged the rest in a thread. Runs of other values are never shown.
 */
void
nepho_page_runs_prepare (NephoPageRuns *self, NephoFigureContext *context)
{
  Question question = question_of (context);
  guint n_runs = context->n_runs > 0 ? context->n_runs : NEPHO_USUAL_RUNS;

  g_return_if_fail (NEPHO_IS_PAGE_RUNS (self));

  if (self->cache.shares == NULL || !question_equal (&self->question, &question)
      || nepho_share_runs_n_runs (self->cache.shares) > n_runs)
    {
      make_few (self, &question, MIN (n_runs, RUNS_AT_ONCE));
      if (self->job != NULL)
        g_atomic_int_set (&self->job->stop, 1);
    }
  context->runs = &self->cache;
  if (!context->hasty && self->job == NULL && nepho_share_runs_n_runs (self->cache.shares) < n_runs)
    start_job (self, n_runs);
}

/**
 * nepho_page_runs_busy:
 * @self: runs of a page
 *
 * Returns: whether more runs are in the making
 */
gboolean
nepho_page_runs_busy (NephoPageRuns *self)
{
  g_return_val_if_fail (NEPHO_IS_PAGE_RUNS (self), FALSE);

  return self->job != NULL;
}
