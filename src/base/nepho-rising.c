/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-rising.h"

#include <glib/gi18n-lib.h>

static const char * const ids[] = { "auto", "green", "red" };

/* Like the words for numbers, one choice for the whole process. Written by the thread that shows things, before it
 * shows them. */
static NephoRising chosen = NEPHO_RISING_AUTO;

/**
 * nepho_rising_set:
 * @rising: the colour of what rises from now on
 *
 * Holds for all that the process draws: bridges, ranges, changes of headline numbers, tables of differences.
 */
void
nepho_rising_set (NephoRising rising)
{
  g_return_if_fail (rising <= NEPHO_RISING_RED);

  chosen = rising;
}

/**
 * nepho_rising_get:
 *
 * Returns: what nepho_rising_set() set
 */
NephoRising
nepho_rising_get (void)
{
  return chosen;
}

/**
 * nepho_rising_is_red:
 *
 * Returns: whether what rises is red and what falls green; with %NEPHO_RISING_AUTO as the language of texts has it
 */
gboolean
nepho_rising_is_red (void)
{
  /* Translators: the word “green” or “red”, in English: the colour of what rises on the markets where your language is
   * spoken */
  return chosen == NEPHO_RISING_RED
         || (chosen == NEPHO_RISING_AUTO && g_str_equal (C_("colour of what rises", "green"), "red"));
}

/**
 * nepho_rising_id:
 * @rising: a choice
 *
 * Returns: its name in settings and on the command line: "auto", "green" or "red"
 */
const char *
nepho_rising_id (NephoRising rising)
{
  g_return_val_if_fail (rising < G_N_ELEMENTS (ids), ids[0]);

  return ids[rising];
}

/**
 * nepho_rising_from_id:
 * @id: a name as nepho_rising_id() gives it
 * @rising: (out): the choice
 *
 * Returns: whether there is such a choice
 */
gboolean
nepho_rising_from_id (const char *id, NephoRising *rising)
{
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (ids[i], id))
      {
        *rising = (NephoRising) i;
        return TRUE;
      }

  return FALSE;
}
