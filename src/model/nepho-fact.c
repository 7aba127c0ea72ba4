/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fact.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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

/* The strings of a fact, for what is done to each of them. */
static const gsize texts[] = {
  G_STRUCT_OFFSET (NephoFact, id),         G_STRUCT_OFFSET (NephoFact, topic),
  G_STRUCT_OFFSET (NephoFact, subject),    G_STRUCT_OFFSET (NephoFact, measure),
  G_STRUCT_OFFSET (NephoFact, definition), G_STRUCT_OFFSET (NephoFact, geography),
  G_STRUCT_OFFSET (NephoFact, period),     G_STRUCT_OFFSET (NephoFact, unit),
  G_STRUCT_OFFSET (NephoFact, qualifier),  G_STRUCT_OFFSET (NephoFact, publisher),
  G_STRUCT_OFFSET (NephoFact, title),      G_STRUCT_OFFSET (NephoFact, url),
  G_STRUCT_OFFSET (NephoFact, quote),      G_STRUCT_OFFSET (NephoFact, note),
  G_STRUCT_OFFSET (NephoFact, licence),    G_STRUCT_OFFSET (NephoFact, replaces),
  G_STRUCT_OFFSET (NephoFact, published),
};

/**
 * nepho_fact_new:
 *
 * Returns: (transfer full): a fact that says nothing: every text is "", its period unknown
 */
NephoFact *
nepho_fact_new (void)
{
  NephoFact *fact = g_atomic_rc_box_new0 (NephoFact);

  fact->begin = NAN;
  fact->end = NAN;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    G_STRUCT_MEMBER (char *, fact, texts[i]) = g_strdup ("");

  return fact;
}

/**
 * nepho_fact_set_text:
 * @text: a text of a fact
 * @value: what it is to say
 */
void
nepho_fact_set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

/**
 * nepho_fact_copy:
 * @fact: a fact
 *
 * Returns: (transfer full): its like, which may be changed
 */
NephoFact *
nepho_fact_copy (const NephoFact *fact)
{
  NephoFact *copy = g_atomic_rc_box_new (NephoFact);

  *copy = *fact;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    G_STRUCT_MEMBER (char *, copy, texts[i]) = g_strdup (G_STRUCT_MEMBER (char *, fact, texts[i]));

  return copy;
}

/**
 * nepho_fact_equal:
 * @a: a fact
 * @b: a fact
 *
 * Returns: whether both say the same, whoever's word they are
 */
gboolean
nepho_fact_equal (const NephoFact *a, const NephoFact *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!g_str_equal (G_STRUCT_MEMBER (char *, a, texts[i]), G_STRUCT_MEMBER (char *, b, texts[i])))
      return FALSE;

  return a->value == b->value && a->grade == b->grade && a->row == b->row;
}

/**
 * nepho_fact_ref:
 * @fact: a fact
 *
 * Returns: (transfer full): @fact, held once more; from now on it must not be changed
 */
NephoFact *
nepho_fact_ref (NephoFact *fact)
{
  return g_atomic_rc_box_acquire (fact);
}

static void
fact_clear (gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (G_STRUCT_MEMBER (char *, data, texts[i]));
}

/**
 * nepho_fact_free:
 * @fact: (transfer full) (nullable): a fact
 *
 * Lets go of a fact; it ends when nobody holds it.
 */
void
nepho_fact_free (NephoFact *fact)
{
  if (fact != NULL)
    g_atomic_rc_box_release_full (fact, fact_clear);
}

/**
 * nepho_origin_id:
 * @origin: whose word a fact is
 *
 * Returns: its name for other programs: "bundled", "data-set" or "reader"
 */
const char *
nepho_origin_id (NephoOrigin origin)
{
  static const char * const ids[] = {
    [NEPHO_ORIGIN_BUNDLED] = "bundled",
    [NEPHO_ORIGIN_DATASET] = "data-set",
    [NEPHO_ORIGIN_READER] = "reader",
  };

  g_return_val_if_fail ((guint) origin < G_N_ELEMENTS (ids), "");

  return ids[origin];
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
 * nepho_grade_is_weak:
 * @grade: a grade
 *
 * Returns: whether a careful reader would want a second source: an estimate, a forecast, a rumour
 */
gboolean
nepho_grade_is_weak (NephoGrade grade)
{
  return grade >= NEPHO_GRADE_ESTIMATED;
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

/* The subjects that facts are sorted by. */
static const NephoFactClass topics[] = {
  { "article", N_("The article") },
  { "china-share", N_("Cloud in China: shares and sizes") },
  { "global-share", N_("Cloud worldwide: shares and sizes") },
  { "vendor-finance", N_("Vendors: revenue and profit") },
  { "ai-models", N_("AI models: compute, parameters, data, cost") },
  { "hardware", N_("Accelerators: speed, prices, power, use") },
  { "ai-servers", N_("AI servers, data centres and margins") },
  { "api-prices", N_("Prices and use of AI services") },
  { "price-cuts", N_("Price cuts of cloud services") },
  { "exchange-rates", N_("Exchange rates") },
  { "other", N_("Other") },
};

/* What publishers mean by a cloud market or a vendor's cloud revenue: never to be joined. */
static const NephoFactClass definitions[] = {
  { "iaas", N_("IaaS") },
  { "paas", N_("PaaS") },
  { "saas", N_("SaaS") },
  { "iaas-paas", N_("IaaS and PaaS") },
  { "public-cloud", N_("Public cloud: IaaS, PaaS, SaaS") },
  { "infrastructure-services", N_("Infrastructure services: IaaS, PaaS, hosted private cloud") },
  { "before-elimination", N_("Revenue before inter-segment elimination") },
  { "after-elimination", N_("Revenue after inter-segment elimination") },
  { "company-cloud", N_("The company’s own definition of cloud") },
  { "", N_("Not classified") },
};

/**
 * nepho_topics:
 * @n_topics: (out): number of topics
 *
 * Returns: (transfer none) (array length=n_topics): what facts are about
 */
const NephoFactClass *
nepho_topics (guint *n_topics)
{
  *n_topics = G_N_ELEMENTS (topics);

  return topics;
}

/**
 * nepho_definitions:
 * @n_definitions: (out): number of definitions
 *
 * Returns: (transfer none) (array length=n_definitions): what publishers count, the last one ""
 */
const NephoFactClass *
nepho_definitions (guint *n_definitions)
{
  *n_definitions = G_N_ELEMENTS (definitions);

  return definitions;
}
