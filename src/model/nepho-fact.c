/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fact.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *name;
} grades[] = {
  [NEPHO_GRADE_REPORTED] = { "reported", N_("Reported") },
  [NEPHO_GRADE_DERIVED] = { "derived", N_("Derived") },
  [NEPHO_GRADE_ESTIMATED] = { "estimated", N_("Estimated") },
  [NEPHO_GRADE_PROJECTED] = { "projected", N_("Projected") },
  [NEPHO_GRADE_RUMOURED] = { "rumoured", N_("Rumoured") },
};

/**
 * nepho_fact_free:
 * @fact: (transfer full) (nullable): a fact
 */
void
nepho_fact_free (NephoFact *fact)
{
  if (fact == NULL)
    return;

  g_free (fact->id);
  g_free (fact->subject);
  g_free (fact->measure);
  g_free (fact->geography);
  g_free (fact->period);
  g_free (fact->unit);
  g_free (fact->publisher);
  g_free (fact->title);
  g_free (fact->url);
  g_free (fact->quote);
  g_free (fact->note);
  g_free (fact);
}

/**
 * nepho_grade_id:
 * @grade: a grade
 *
 * Returns: its name in files: "reported"
 */
const char *
nepho_grade_id (NephoGrade grade)
{
  g_return_val_if_fail ((guint) grade < G_N_ELEMENTS (grades), "");

  return grades[grade].id;
}

/**
 * nepho_grade_name:
 * @grade: a grade
 *
 * Returns: its name in the reader's language
 */
const char *
nepho_grade_name (NephoGrade grade)
{
  g_return_val_if_fail ((guint) grade < G_N_ELEMENTS (grades), "");

  return _(grades[grade].name);
}

/**
 * nepho_grade_from_id:
 * @id: a name in files
 * @grade: (out): the grade
 *
 * Returns: whether there is such a grade
 */
gboolean
nepho_grade_from_id (const char *id, NephoGrade *grade)
{
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    if (g_str_equal (grades[i].id, id))
      {
        *grade = (NephoGrade) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * nepho_fact_citation:
 * @fact: a fact
 *
 * Returns: (transfer full): one line that names the source: publisher, title, period, address
 */
char *
nepho_fact_citation (const NephoFact *fact)
{
  g_autoptr (GString) out = g_string_new (fact->publisher);
  const char *parts[] = { fact->title, fact->period, fact->url };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", parts[i]);

  return g_string_free (g_steal_pointer (&out), FALSE);
}
