/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-grid-layout.h"

/* Columns of 100 with gaps of 10: a second column fits from 210, a third, which needs a quarter more,
 * from 395. */
static void
test_columns (void)
{
  static const struct
  {
    int   width;
    guint n_cards;
    guint n_columns;
  } CASES[] = {
    { 0, 4, 1 },   { 209, 4, 1 }, { 210, 4, 2 }, { 394, 6, 2 },  { 395, 6, 3 }, { 395, 3, 3 },
    { 395, 4, 2 }, { 395, 5, 3 }, { 395, 7, 3 }, { 5000, 9, 3 }, { 395, 1, 1 }, { 395, 0, 1 },
  };
  NephoGridLayout *layout = NEPHO_GRID_LAYOUT (nepho_grid_layout_new (100, 3, 10));

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpuint (nepho_grid_layout_n_columns (layout, CASES[i].width, CASES[i].n_cards), ==,
                      CASES[i].n_columns);

  g_assert_finalize_object (layout);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid-layout/columns", test_columns);

  return g_test_run ();
}
