/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-error.h"
#include "nepho-quarter.h"

static void
test_round_trip (void)
{
  for (NephoQuarter quarter = 1900 * 4; quarter < 2200 * 4; quarter++)
    {
      g_autofree char *text = nepho_quarter_format (quarter);
      NephoQuarter back;

      g_assert_true (nepho_quarter_parse (text, &back, NULL));
      g_assert_cmpint (back, ==, quarter);
    }
}

static void
test_bad (void)
{
  static const char *texts[] = { "", "2022", "2022Q", "2022Q0", "2022Q5", "2022q2", "22Q2", "2022Q22", "1899Q4",
                                 "2200Q1", "20x2Q1", " 2022Q2", "2022H1" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      NephoQuarter quarter;

      g_assert_false (nepho_quarter_parse (texts[i], &quarter, &error));
      g_assert_error (error, NEPHO_BASE_ERROR, NEPHO_BASE_ERROR_SYNTAX);
    }
}

static void
test_year (void)
{
  NephoQuarter quarter;

  g_assert_true (nepho_quarter_parse ("2022Q2", &quarter, NULL));
  g_assert_cmpfloat (nepho_quarter_year (quarter), ==, 2022.25);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quarter/round-trip", test_round_trip);
  g_test_add_func ("/quarter/bad", test_bad);
  g_test_add_func ("/quarter/year", test_year);

  return g_test_run ();
}
