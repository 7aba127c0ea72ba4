/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset.h"
#include "nepho-model-error.h"
#include "nepho-sample.h"

static void
test_shares_must_sum (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 1);
  g_autoptr (GError) error = NULL;

  g_assert_true (nepho_dataset_check (dataset, NULL));
  nepho_dataset_add_vendor (dataset, "d");
  nepho_dataset_add_value (dataset, "vendor.d.share.x", 0.004, NULL, "one too many");
  g_assert_false (nepho_dataset_check (dataset, &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_SHARES);
  g_assert_nonnull (strstr (error->message, "100.4 %"));
  g_assert_nonnull (strstr (error->message, "“x”"));
}

static void
test_empty (void)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (nepho_dataset_check (dataset, &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA);
}

static void
test_segment_without_shares (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (GError) error = NULL;

  nepho_dataset_add_segment (dataset, "y");
  g_assert_false (nepho_dataset_check (dataset, &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_SHARES);
  g_assert_nonnull (strstr (error->message, "none"));
}

static void
test_facts (void)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_new ();
  NephoFact *fact = nepho_fact_new ();
  g_autofree char *citation = NULL;

  nepho_fact_set_text (&fact->id, "1-0001");
  nepho_fact_set_text (&fact->publisher, "IDC");
  nepho_fact_set_text (&fact->title, "Tracker");
  nepho_fact_set_text (&fact->period, "2022H1");
  nepho_dataset_take_fact (dataset, fact);

  g_assert_true (nepho_dataset_find_fact (dataset, "1-0001") == fact);
  g_assert_null (nepho_dataset_find_fact (dataset, "1-0002"));
  g_assert_null (nepho_dataset_find_fact (dataset, NULL));
  citation = nepho_fact_citation (fact);
  g_assert_cmpstr (citation, ==, "IDC, Tracker, 2022H1");
}

/* What is unknown is left out; a period is no date of publication. */
static void
test_citations (void)
{
  g_autoptr (NephoFact) fact = nepho_fact_new ();
  g_autofree char *plain = NULL;
  g_autofree char *bibtex = NULL;
  g_autofree char *undated = NULL;

  nepho_fact_set_text (&fact->id, "a_1");
  nepho_fact_set_text (&fact->publisher, "R&D_50%");
  nepho_fact_set_text (&fact->title, "Cost {in $} ~ #1");
  nepho_fact_set_text (&fact->period, "2022H1");
  nepho_fact_set_text (&fact->url, "https://example.org/a_b?q=50%25&c={x}~$#top \u00e9");
  nepho_fact_set_text (&fact->quote, "up \\ to 3^2");
  fact->begin = 2022.0;

  undated = nepho_fact_bibtex (fact);
  g_assert_null (strstr (undated, "year"));
  nepho_fact_set_text (&fact->published, "2023-04-26");
  plain = nepho_fact_citation (fact);
  bibtex = nepho_fact_bibtex (fact);
  g_assert_cmpstr (plain, ==,
                   "R&D_50%, Cost {in $} ~ #1 (2023-04-26), 2022H1, https://example.org/a_b?q=50%25&c={x}~$#top \u00e9");
  g_assert_cmpstr (bibtex, ==,
                   "@misc{nephoscope-a_1,\n"
                   "  author = {{R\\&D\\_50\\%}},\n"
                   "  title = {Cost \\{in \\$\\} {\\textasciitilde} \\#1},\n"
                   "  year = {2023},\n"
                   "  month = apr,\n"
                   "  url = {https://example.org/a\\_b?q=50\\%25\\&c=\\%7Bx\\%7D\\%7E\\%24\\#top\\%20\\%C3\\%A9},\n"
                   "  note = {up {\\textbackslash} to 3{\\textasciicircum}2}\n"
                   "}\n");
}

static void
test_dates (void)
{
  static const char * const good[] = { "2023", "2023-04", "2023-04-26", "2024-02-29" };
  static const char * const bad[] = { "", "23", "2023-4", "2023-13", "2023-00", "2023-02-29", "2023/04", "2023-04-2", "0000",
                                      "2023-04-26 ", "202a", "2023-04-26T" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (nepho_fact_is_date (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (nepho_fact_is_date (bad[i]));
}

static void
test_grades (void)
{
  for (NephoGrade grade = NEPHO_GRADE_REPORTED; grade <= NEPHO_GRADE_RUMOURED; grade++)
    {
      NephoGrade back;

      g_assert_true (nepho_grade_from_id (nepho_grade_id (grade), &back));
      g_assert_cmpint (back, ==, grade);
      g_assert_cmpuint (strlen (nepho_grade_name (grade)), >, 0);
    }
  g_assert_false (nepho_grade_from_id ("certain", &(NephoGrade){ 0 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/shares-must-sum", test_shares_must_sum);
  g_test_add_func ("/dataset/empty", test_empty);
  g_test_add_func ("/dataset/segment-without-shares", test_segment_without_shares);
  g_test_add_func ("/dataset/facts", test_facts);
  g_test_add_func ("/dataset/citations", test_citations);
  g_test_add_func ("/dataset/dates", test_dates);
  g_test_add_func ("/dataset/grades", test_grades);

  return g_test_run ();
}
