/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-fixture.h"

#include <string.h>

static const NephoHeadline *
headline_at (const GPtrArray *headlines, guint index)
{
  return g_ptr_array_index (headlines, index);
}

static void
set_quarter (NephoResults *results, double share, double revenue, double adoption, double ebita)
{
  results->share[0] = share;
  results->share[1] = 1.0 - share;
  results->revenue[0] = revenue;
  results->adoption[0] = adoption;
  results->ebita[0] = ebita;
  results->ebita[1] = -1.0;
}

static void
test_values (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (GPtrArray) headlines = NULL;

  nepho_fixture_init (&fixture, 2, 0);
  set_quarter (fixture.results, 0.612, 30.0, 0.483, 1.0);
  headlines = nepho_headlines_build (&fixture.context);

  g_assert_cmpuint (headlines->len, ==, 5);
  g_assert_cmpstr (headline_at (headlines, 0)->value, ==, "61.2\u00a0%");
  g_assert_cmpstr (headline_at (headlines, 0)->detail, ==, "Vendor A, Segment X, 2022Q2");
  g_assert_cmpstr (headline_at (headlines, 1)->value, ==, "¥120\u00a0bn");
  g_assert_cmpstr (headline_at (headlines, 2)->value, ==, "48.3\u00a0%");
  g_assert_cmpstr (headline_at (headlines, 3)->value, ==, "1 of 2");
  g_assert_cmpstr (headline_at (headlines, 4)->value, ==, "7.29");
  for (guint k = 0; k < headlines->len; k++)
    {
      g_assert_nonnull (headline_at (headlines, k)->name);
      g_assert_null (headline_at (headlines, k)->change);
    }
}

static void
test_changes (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoResults) baseline = nepho_results_new ();
  g_autoptr (GPtrArray) headlines = NULL;
  g_autoptr (GPtrArray) other = NULL;

  nepho_fixture_init (&fixture, 2, 0);
  nepho_results_reserve (baseline, 1, 2, 1);
  set_quarter (fixture.results, 0.612, 30.0, 0.483, 1.0);
  set_quarter (baseline, 0.653, 30.0, 0.471, -1.0);
  fixture.context.baseline = baseline;
  headlines = nepho_headlines_build (&fixture.context);

  g_assert_cmpstr (headline_at (headlines, 0)->change, ==, "−4.1\u00a0points on baseline");
  g_assert_null (headline_at (headlines, 1)->change);
  g_assert_cmpstr (headline_at (headlines, 2)->change, ==, "+1.2\u00a0points on baseline");
  g_assert_cmpstr (headline_at (headlines, 3)->change, ==, "+1 on baseline");
  g_assert_null (headline_at (headlines, 4)->change);

  /* Another leader is no number. */
  set_quarter (baseline, 0.347, 30.0, 0.471, -1.0);
  other = nepho_headlines_build (&fixture.context);
  g_assert_cmpstr (headline_at (other, 0)->change, ==, "instead of Vendor B");
}

/* Shares of the vendor that leads in the end, and of it in the baseline only where that differs. */
static void
test_courses (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoResults) baseline = nepho_results_new ();
  g_autoptr (GPtrArray) headlines = NULL;

  nepho_fixture_init (&fixture, 2, 2);
  nepho_results_reserve (baseline, 3, 2, 1);
  for (guint t = 0; t < 3; t++)
    {
      nepho_fixture_share (&fixture, t, 0, 0.5 + 0.1 * t);
      nepho_fixture_share (&fixture, t, 1, 0.5 - 0.1 * t);
      baseline->share[2 * t] = 0.5;
      baseline->share[2 * t + 1] = 0.5;
      fixture.results->adoption[t] = baseline->adoption[t] = 0.01 * t;
    }
  fixture.context.baseline = baseline;
  headlines = nepho_headlines_build (&fixture.context);

  g_assert_cmpuint (headline_at (headlines, 0)->course->n, ==, 3);
  g_assert_cmpfloat_with_epsilon (headline_at (headlines, 0)->course->values[1], 0.6, 1e-12);
  g_assert_cmpfloat (headline_at (headlines, 0)->baseline->values[1], ==, 0.5);
  g_assert_cmpuint (headline_at (headlines, 0)->quarter, ==, 2);
  g_assert_cmpstr (headline_at (headlines, 0)->history, ==, "50.0\u00a0% in 2022Q2, 70.0\u00a0% in 2022Q4");
  g_assert_null (headline_at (headlines, 2)->baseline);
  g_assert_null (headline_at (headlines, 4)->course);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/headlines/values", test_values);
  g_test_add_func ("/headlines/changes", test_changes);
  g_test_add_func ("/headlines/courses", test_courses);

  return g_test_run ();
}
