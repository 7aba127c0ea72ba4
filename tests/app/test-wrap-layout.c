/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-wrap-layout.h"

/* Children of 100, 50 and 200 with gaps of 10: all stand in 370, two in 160, each alone in less. */
static void
test_break (void)
{
  static const int widths[] = { 100, 50, 200 };

  g_assert_cmpuint (nepho_wrap_layout_break (widths, 3, 0, 370, 10), ==, 3);
  g_assert_cmpuint (nepho_wrap_layout_break (widths, 3, 0, 369, 10), ==, 2);
  g_assert_cmpuint (nepho_wrap_layout_break (widths, 3, 0, 160, 10), ==, 2);
  g_assert_cmpuint (nepho_wrap_layout_break (widths, 3, 0, 159, 10), ==, 1);
  g_assert_cmpuint (nepho_wrap_layout_break (widths, 3, 0, 1, 10), ==, 1);
  g_assert_cmpuint (nepho_wrap_layout_break (widths, 3, 1, 260, 10), ==, 3);
  g_assert_cmpuint (nepho_wrap_layout_break (widths, 3, 1, 259, 10), ==, 2);
  g_assert_cmpuint (nepho_wrap_layout_break (widths, 3, 2, 1, 10), ==, 3);
}

static void
test_object (void)
{
  GtkLayoutManager *layout = nepho_wrap_layout_new (12);

  g_assert_finalize_object (layout);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wrap-layout/break", test_break);
  g_test_add_func ("/wrap-layout/object", test_object);

  return g_test_run ();
}
