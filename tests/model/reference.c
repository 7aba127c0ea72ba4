/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reference.h"

#include <math.h>

#define MAX_VENDORS 8
#define MAX_SEGMENTS 4

typedef struct
{
  const NephoParameterSet *set;
  const double            *first;  /* without events */
  const NephoEvents       *events;
  double                  *values; /* of the quarter */
  guint                    I, S;
  double                   A, N[MAX_SEGMENTS], U[MAX_SEGMENTS], cum[MAX_SEGMENTS];
  double                   weight[MAX_SEGMENTS];
  double                   C[MAX_VENDORS][MAX_SEGMENTS], P[MAX_VENDORS][MAX_SEGMENTS];
  double                   b[MAX_VENDORS][MAX_SEGMENTS];
  double                   x0[MAX_VENDORS], a0[MAX_VENDORS][MAX_SEGMENTS];
  double                   F[MAX_VENDORS], F_open; /* FLOP */
  double                   slowed, cheaper;        /* halvings of growth's excess and of the price of a FLOP */
} Reference;

/* The value of a parameter by its first @n events. */
static double
course (const Reference *m, guint index, guint n, guint t)
{
  const NephoParameter *parameter = nepho_parameter_set_get (m->set, index);
  guint n_events;
  const NephoEvent *list = nepho_events_get (m->events, index, &n_events);
  const NephoEvent *event = n > 0 ? &list[n - 1] : NULL;

  if (event == NULL && g_str_equal (parameter->id, "price.war.intensity"))
    {
      double start = m->first[nepho_parameter_set_find (m->set, "price.war.start")];
      double length = m->first[nepho_parameter_set_find (m->set, "price.war.length")];

      return start <= t && t < start + length ? m->first[index] : 0.0;
    }
  if (event == NULL && g_str_equal (parameter->id, "demand.shock.size"))
    {
      double start = m->first[nepho_parameter_set_find (m->set, "demand.shock.start")];
      double length = m->first[nepho_parameter_set_find (m->set, "demand.shock.length")];

      return start <= t && t < start + length ? m->first[index] : 0.0;
    }
  if (event == NULL)
    return m->first[index];

  if (t < event->start || (event->kind == NEPHO_EVENT_WINDOW && t >= event->start + event->length))
    return course (m, index, n - 1, t);
  if (event->kind == NEPHO_EVENT_RAMP && t < event->start + event->length)
    {
      double from = course (m, index, n - 1, event->start);
      double part = (t - event->start) / (double) event->length;

      return parameter->spec->logarithmic ? exp (log (from) + part * (log (event->value) - log (from)))
                                          : from + part * (event->value - from);
    }

  return event->value;
}

static void
set_values (Reference *m, guint t)
{
  for (guint k = 0; k < nepho_parameter_set_size (m->set); k++)
    {
      guint n;

      nepho_events_get (m->events, k, &n);
      m->values[k] = course (m, k, n, t);
    }
}

static double
global (const Reference *m, const char *id)
{
  int index = nepho_parameter_set_find (m->set, id);

  g_assert_cmpint (index, >=, 0);
  return m->values[index];
}

static double
segment (const Reference *m, guint s, const char *id)
{
  g_autofree char *full
    = g_strdup_printf ("segment.%s.%s", nepho_dataset_segment (nepho_parameter_set_dataset (m->set), s)->id, id);

  return global (m, full);
}

static double
vendor (const Reference *m, guint i, const char *id)
{
  g_autofree char *full
    = g_strdup_printf ("vendor.%s.%s", nepho_dataset_vendor (nepho_parameter_set_dataset (m->set), i)->id, id);

  return global (m, full);
}

static double
share (const Reference *m, guint i, guint s)
{
  double total = 0.0;

  for (guint j = 0; j < m->I; j++)
    total += m->C[j][s];

  return m->C[i][s] / total;
}

static double
capability (const Reference *m, guint i)
{
  return fmax (log10 (m->F[i]), log10 (m->F_open));
}

static double
advantage (const Reference *m, guint i, guint s)
{
  double average = 0.0;

  for (guint j = 0; j < m->I; j++)
    average += share (m, j, s) * capability (m, j);

  return capability (m, i) - average;
}

static double
cross_share (const Reference *m, guint i)
{
  double x = 0.0;

  for (guint s = 0; s < m->S; s++)
    x += m->weight[s] * share (m, i, s);

  return x;
}

static double
mean_log_price (const Reference *m, guint s)
{
  double sum = 0.0;

  for (guint i = 0; i < m->I; i++)
    sum += share (m, i, s) * log (m->P[i][s]);

  return sum;
}

static void
start (Reference *m)
{
  double size = 0.0;

  m->A = global (m, "adoption.start");
  m->F_open = global (m, "ai.open_compute");
  for (guint i = 0; i < m->I; i++)
    m->F[i] = vendor (m, i, "compute");
  for (guint s = 0; s < m->S; s++)
    size += segment (m, s, "customers") * segment (m, s, "contract");
  for (guint s = 0; s < m->S; s++)
    {
      m->N[s] = segment (m, s, "customers");
      m->U[s] = 1.0;
      m->cum[s] = m->N[s] * global (m, "cost.prior_experience");
      m->weight[s] = m->N[s] * segment (m, s, "contract") / size;
      for (guint i = 0; i < m->I; i++)
        {
          g_autofree char *id
            = g_strdup_printf ("share.%s", nepho_dataset_segment (nepho_parameter_set_dataset (m->set), s)->id);
          double total = 0.0;

          for (guint j = 0; j < m->I; j++)
            total += vendor (m, j, id);
          /* All shares at zero say nothing; the engine divides equally. */
          m->C[i][s] = m->N[s] * (total > 0.0 ? vendor (m, i, id) / total : 1.0 / m->I);
          m->P[i][s] = 1.0;
          m->b[i][s] = log (fmax (m->C[i][s] / m->N[s], 1e-9));
        }
    }
  for (guint i = 0; i < m->I; i++)
    {
      m->x0[i] = cross_share (m, i);
      for (guint s = 0; s < m->S; s++)
        m->a0[i][s] = advantage (m, i, s);
    }
}

static void
report (const Reference *m, guint t, NephoResults *out)
{
  double c = global (m, "compute.price_per_hour") / (global (m, "compute.peak_flops") * 3600.0)
             * pow (2.0, -m->cheaper);
  double shock = global (m, "demand.shock.size");

  out->adoption[t] = m->A;
  for (guint i = 0; i < m->I; i++)
    {
      gsize ti = nepho_results_ti (out, t, i);
      double revenue = 0.0;
      double customers = 0.0;

      out->gross_profit[ti] = 0.0;
      for (guint s = 0; s < m->S; s++)
        {
          gsize tis = nepho_results_tis (out, t, i, s);
          gsize ts = nepho_results_ts (out, t, s);

          out->market[ts] = m->N[s];
          out->unit_cost[ts] = m->U[s];
          out->usage[ts] = (1.0 - shock) * (1.0 + segment (m, s, "uplift") * m->A)
                           * pow (exp (mean_log_price (m, s)), -segment (m, s, "price_elasticity"));
          out->share[tis] = share (m, i, s);
          out->customers[tis] = m->C[i][s];
          out->price[tis] = m->P[i][s];
          out->revenue[tis] = m->C[i][s] * segment (m, s, "contract") * out->usage[ts] * m->P[i][s] / 4.0;
          out->gross_margin[tis] = 1.0 - (1.0 - segment (m, s, "gross_margin")) * m->U[s] / m->P[i][s];
          out->gross_profit[ti] += out->revenue[tis] * out->gross_margin[tis];
          revenue += out->revenue[tis];
          customers += m->C[i][s];
        }

      out->training[ti] = vendor (m, i, "cadence") / 4.0 * m->F[i] * c / global (m, "compute.training_mfu")
                          / 1e9;
      {
        double flop = m->A * 1000.0 * customers * global (m, "ai.tokens_per_customer_day") * 91.25 * 2.0
                      * global (m, "ai.active_parameters");

        out->inference[ti] = flop * c / global (m, "compute.inference_mfu") / 1e9;
        out->inference_pflops[ti] = flop / (91.25 * 86400.0) / 1e15 / global (m, "compute.inference_mfu");
      }
      out->ebita[ti] = out->gross_profit[ti] - vendor (m, i, "opex_ratio") * revenue - out->training[ti]
                       - out->inference[ti];
      out->revenue_before_elimination[ti] = revenue / (1.0 - vendor (m, i, "internal_share"));
    }
}

static double
logistic (double x)
{
  return 1.0 / (1.0 + exp (-x));
}

/* Steps 1 to 5 and 7 for one segment; everything on the right-hand side is of t. */
static void
step_segment (Reference *m, guint s, double C_next[][MAX_SEGMENTS], double P_next[][MAX_SEGMENTS],
              double *N_next)
{
  double d[MAX_VENDORS], K[MAX_VENDORS], q[MAX_VENDORS];
  double d_mean = 0.0, softmax = 0.0, kept = 0.0, q_mean = 0.0, top = -INFINITY;
  double rate = segment (m, s, "growth_long")
                + (segment (m, s, "growth") - segment (m, s, "growth_long"))
                    * pow (2.0, -m->slowed);
  double war = global (m, "price.war.intensity");
  double U_next
    = m->U[s] * pow ((m->cum[s] + m->N[s] / 4.0) / m->cum[s], log2 (1.0 - segment (m, s, "learning_rate")));

  *N_next = m->N[s] * pow (1.0 + rate, 0.25);
  for (guint i = 0; i < m->I; i++)
    {
      d[i] = -segment (m, s, "price_sensitivity") * (log (m->P[i][s]) - mean_log_price (m, s))
             + segment (m, s, "ai_sensitivity")
                 * (m->A * advantage (m, i, s) - m->first[nepho_parameter_set_find (m->set, "adoption.start")] * m->a0[i][s])
             + segment (m, s, "bundle_sensitivity") * (global (m, "market.coupling") * cross_share (m, i) - m->x0[i])
             + segment (m, s, "scale_effect") * (log (fmax (share (m, i, s), 1e-9)) - m->b[i][s]);
      d_mean += share (m, i, s) * d[i];
      top = fmax (top, m->b[i][s] + d[i]);
    }
  for (guint i = 0; i < m->I; i++)
    {
      double r = fmin (fmax (segment (m, s, "renewal") + vendor (m, i, "renewal_offset"), 0.01), 0.995);

      K[i] = m->C[i][s]
             * pow (logistic (log (r / (1.0 - r))
                              + segment (m, s, "renewal_response") * (d[i] - d_mean)),
                    0.25)
             * fmin (*N_next / m->N[s], 1.0);
      kept += K[i];
      softmax += exp (m->b[i][s] + d[i] - top);
      q[i] = m->P[i][s] * (1.0 - segment (m, s, "price_decline") / 4.0)
             * (1.0 - war * vendor (m, i, "aggressiveness") / 4.0);
      q_mean += share (m, i, s) * log (q[i]);
    }
  for (guint i = 0; i < m->I; i++)
    {
      C_next[i][s] = K[i] + fmax (*N_next - kept, 0.0) * exp (m->b[i][s] + d[i] - top) / softmax;
      if (q[i] > exp (q_mean))
        q[i] *= pow (exp (q_mean) / q[i], 1.0 - pow (1.0 - global (m, "price.follow"), 0.25));
      P_next[i][s] = fmax (q[i], (1.0 - segment (m, s, "gross_margin")) * U_next
                                   / (1.0 - global (m, "price.margin_floor")));
    }
}

static void
step (Reference *m)
{
  double C_next[MAX_VENDORS][MAX_SEGMENTS], P_next[MAX_VENDORS][MAX_SEGMENTS], N_next[MAX_SEGMENTS];
  double ceiling = global (m, "adoption.potential") * (1.0 - global (m, "adoption.restriction"));
  double imitation = ceiling == 0.0 ? 0.0 : global (m, "adoption.imitation") * m->A / ceiling;

  for (guint s = 0; s < m->S; s++)
    step_segment (m, s, C_next, P_next, &N_next[s]);
  for (guint s = 0; s < m->S; s++)
    {
      m->U[s] *= pow ((m->cum[s] + m->N[s] / 4.0) / m->cum[s], log2 (1.0 - segment (m, s, "learning_rate")));
      m->cum[s] += m->N[s] / 4.0;
      m->N[s] = N_next[s];
      for (guint i = 0; i < m->I; i++)
        {
          m->C[i][s] = C_next[i][s];
          m->P[i][s] = P_next[i][s];
        }
    }
  for (guint i = 0; i < m->I; i++)
    m->F[i] *= pow (vendor (m, i, "compute_growth"), 0.25);
  m->F_open *= pow (global (m, "ai.open_growth"), 0.25);
  m->slowed += 1.0 / (4.0 * global (m, "demand.growth_halflife"));
  m->cheaper += 1.0 / (4.0 * global (m, "compute.price_halving"));
  m->A = fmin (fmax (m->A + (global (m, "adoption.innovation") + imitation) * (ceiling - m->A) / 4.0, 0.0), 1.0);
}

void
reference_run_events (const NephoParameterSet *set, const double *values, const NephoEvents *events, guint horizon,
                      NephoResults *results)
{
  g_autofree double *now = g_memdup2 (values, nepho_parameter_set_size (set) * sizeof (double));
  Reference m = {
    .set = set,
    .first = values,
    .events = events,
    .values = now,
    .I = nepho_parameter_set_dataset (set)->vendors->len,
    .S = nepho_parameter_set_dataset (set)->segments->len,
  };

  nepho_results_reserve (results, horizon + 1, m.I, m.S);
  start (&m);
  for (guint t = 0; t <= horizon; t++)
    {
      set_values (&m, t);
      report (&m, t, results);
      step (&m);
    }
}

void
reference_run (const NephoParameterSet *set, const double *values, guint horizon, NephoResults *results)
{
  reference_run_events (set, values, NULL, horizon, results);
}
