/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-rising.h"

static void
test_choice (void)
{
  g_assert_cmpint (nepho_rising_get (), ==, NEPHO_RISING_AUTO);
  /* The tests speak English. */
  g_assert_false (nepho_rising_is_red ());
  nepho_rising_set (NEPHO_RISING_RED);
  g_assert_true (nepho_rising_is_red ());
  nepho_rising_set (NEPHO_RISING_GREEN);
  g_assert_false (nepho_rising_is_red ());
  nepho_rising_set (NEPHO_RISING_AUTO);
}

static void
test_ids (void)
{
  NephoRising rising;

  for (NephoRising each = NEPHO_RISING_AUTO; each <= NEPHO_RISING_RED; each++)
    {
      g_assert_true (nepho_rising_from_id (nepho_rising_id (each), &rising));
      g_assert_cmpint (rising, ==, each);
    }
  g_assert_false (nepho_rising_from_id ("blue", &rising));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rising/choice", test_choice);
  g_test_add_func ("/rising/ids", test_ids);

  return g_test_run ();
}
