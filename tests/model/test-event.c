/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-event.h"

#include <math.h>

#include "nepho-model-error.h"
#include "nepho-results.h"
#include "nepho-sample.h"

static const NephoParameterSpec *
find_spec (const char *id)
{
  guint n_specs;
  const NephoParameterSpec *specs = nepho_parameter_specs (&n_specs);

  for (guint k = 0; k < n_specs; k++)
    if (g_str_equal (specs[k].id, id))
      return &specs[k];

  g_assert_not_reached ();
}

static void
assert_course (const char *id, double base, const NephoEvent *list, guint n_events, const double *expected, guint n)
{
  for (guint t = 0; t < n; t++)
    g_assert_cmpfloat_with_epsilon (nepho_events_value (find_spec (id), base, list, n_events, t), expected[t],
                                    1e-15 * fabs (expected[t]));
}

static void
test_kinds (void)
{
  const NephoEvent step = { NEPHO_EVENT_STEP, 2, 0, 0.5 };
  const NephoEvent window = { NEPHO_EVENT_WINDOW, 1, 2, 0.5 };
  const NephoEvent ramp = { NEPHO_EVENT_RAMP, 1, 4, 0.5 };
  const NephoEvent factors = { NEPHO_EVENT_RAMP, 0, 3, 16.0 };

  assert_course ("growth", 0.1, &step, 1, (const double[]){ 0.1, 0.1, 0.5, 0.5 }, 4);
  assert_course ("growth", 0.1, &window, 1, (const double[]){ 0.1, 0.5, 0.5, 0.1 }, 4);
  assert_course ("growth", 0.1, &ramp, 1, (const double[]){ 0.1, 0.1, 0.2, 0.3, 0.4, 0.5, 0.5 }, 7);
  /* What spans orders of magnitude grows by equal factors. */
  assert_course ("ai.open_growth", 2.0, &factors, 1, (const double[]){ 2.0, 4.0, 8.0, 16.0, 16.0 }, 5);
  assert_course ("growth", 0.1, NULL, 0, (const double[]){ 0.1, 0.1 }, 2);
}

/* The later wins while it lasts; a ramp starts from where those before it have come. */
static void
test_order (void)
{
  const NephoEvent inside[] = { { NEPHO_EVENT_STEP, 1, 0, 0.2 }, { NEPHO_EVENT_WINDOW, 2, 1, 0.8 } };
  const NephoEvent outside[] = { { NEPHO_EVENT_WINDOW, 2, 1, 0.8 }, { NEPHO_EVENT_STEP, 1, 0, 0.2 } };
  const NephoEvent back[] = { { NEPHO_EVENT_RAMP, 0, 2, 0.5 }, { NEPHO_EVENT_RAMP, 3, 2, 0.1 } };
  const NephoEvent midway[] = { { NEPHO_EVENT_RAMP, 0, 4, 0.5 }, { NEPHO_EVENT_RAMP, 2, 2, 0.1 } };

  assert_course ("growth", 0.1, inside, 2, (const double[]){ 0.1, 0.2, 0.8, 0.2 }, 4);
  assert_course ("growth", 0.1, outside, 2, (const double[]){ 0.1, 0.2, 0.2, 0.2 }, 4);
  assert_course ("growth", 0.1, back, 2, (const double[]){ 0.1, 0.3, 0.5, 0.5, 0.3, 0.1, 0.1 }, 7);
  assert_course ("growth", 0.1, midway, 2, (const double[]){ 0.1, 0.2, 0.3, 0.2, 0.1, 0.1 }, 6);
}

static void
test_lists (void)
{
  const NephoEvent one = { NEPHO_EVENT_STEP, 2, 0, 0.5 };
  const NephoEvent two = { NEPHO_EVENT_WINDOW, 3, 1, 0.7 };
  g_autoptr (NephoEvents) events = nepho_events_new ();
  g_autoptr (NephoEvents) copy = NULL;
  const NephoEvent *list;
  guint n;

  g_assert_true (nepho_events_equal (events, NULL));
  nepho_events_append (events, 7, &one);
  nepho_events_append (events, 3, &one);
  nepho_events_append (events, 7, &two);
  g_assert_cmpuint (nepho_events_n_paths (events), ==, 2);
  g_assert_cmpuint (nepho_events_parameter (events, 0), ==, 3);
  g_assert_cmpuint (nepho_events_parameter (events, 1), ==, 7);
  list = nepho_events_get (events, 7, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (list[1].value, ==, 0.7);
  g_assert_null (nepho_events_get (events, 4, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (nepho_events_get (NULL, 4, &n));

  copy = nepho_events_copy (events);
  g_assert_true (nepho_events_equal (events, copy));
  nepho_events_set (copy, 7, &two, 1);
  g_assert_false (nepho_events_equal (events, copy));
  nepho_events_set (copy, 7, NULL, 0);
  g_assert_cmpuint (nepho_events_n_paths (copy), ==, 1);
  nepho_events_set (copy, 5, NULL, 0);
  g_assert_cmpuint (nepho_events_n_paths (copy), ==, 1);
  g_assert_false (nepho_events_equal (events, NULL));
}

/* All that follows no course, and nothing else, is refused. */
static void
test_refused (void)
{
  static const struct
  {
    const char *id;
    NephoEvent  event;
    const char *message;
  } cases[] = {
    { "adoption.start", { NEPHO_EVENT_STEP, 1, 0, 0.1 },
      "adoption.start: it says how things stand in the base quarter, and cannot change later" },
    { "vendor.a.compute", { NEPHO_EVENT_STEP, 1, 0, 1e24 },
      "vendor.a.compute: it says how things stand in the base quarter; let compute_growth change instead" },
    { "price.war.start", { NEPHO_EVENT_STEP, 1, 0, 2.0 },
      "price.war.start: it says when the price war begins; let price.war.intensity change instead" },
    { "train.tokens", { NEPHO_EVENT_STEP, 1, 0, 1e12 },
      "train.tokens: it is of one training run, which has no course over time" },
    { "segment.x.growth", { NEPHO_EVENT_STEP, 201, 0, 0.1 },
      "segment.x.growth: an event begins between 2022Q2 and 2072Q2" },
    { "segment.x.growth", { NEPHO_EVENT_RAMP, 1, 0, 0.1 },
      "segment.x.growth: a ramp or window lasts 1 to 200 quarters, not 0" },
    { "segment.x.growth", { NEPHO_EVENT_WINDOW, 1, 201, 0.1 },
      "segment.x.growth: a ramp or window lasts 1 to 200 quarters, not 201" },
    { "segment.x.growth", { NEPHO_EVENT_STEP, 1, 3, 0.1 },
      "segment.x.growth: a step lasts for ever; it has no length" },
    { "segment.x.growth", { NEPHO_EVENT_STEP, 1, 0, 9.0 }, NULL },
    { "segment.x.growth", { NEPHO_EVENT_STEP, 1, 0, (double) NAN }, NULL },
  };
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  const NephoEvent good = { NEPHO_EVENT_RAMP, 200, 200, 0.3 };
  guint n_specs;
  const NephoParameterSpec *specs = nepho_parameter_specs (&n_specs);
  guint n_refused = 0;

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr (GError) error = NULL;
      guint parameter = (guint) nepho_parameter_set_find (set, cases[k].id);

      g_assert_false (nepho_event_check (set, parameter, &cases[k].event, &error));
      if (cases[k].message != NULL)
        {
          g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_EVENT);
          g_assert_cmpstr (error->message, ==, cases[k].message);
        }
      else
        g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_RANGE);
    }
  g_assert_true (nepho_event_check (set, (guint) nepho_parameter_set_find (set, "segment.x.growth"), &good, NULL));

  /* Six of the base quarter, four of beginnings and lengths, ten of the training run. */
  for (guint k = 0; k < n_specs; k++)
    n_refused += nepho_event_allowed (&specs[k]) ? 0 : 1;
  g_assert_cmpuint (n_refused, ==, 6 + 4 + 10);
}

static void
test_ids (void)
{
  NephoEventKind kind;

  for (NephoEventKind k = 0; k < NEPHO_N_EVENT_KINDS; k++)
    {
      g_assert_true (nepho_event_kind_find (nepho_event_kind_id (k), &kind));
      g_assert_cmpuint (kind, ==, k);
    }
  g_assert_false (nepho_event_kind_find ("jump", &kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event/kinds", test_kinds);
  g_test_add_func ("/event/order", test_order);
  g_test_add_func ("/event/lists", test_lists);
  g_test_add_func ("/event/refused", test_refused);
  g_test_add_func ("/event/ids", test_ids);

  return g_test_run ();
}
