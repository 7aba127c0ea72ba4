/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-fixture.h"

/* Shares of up to three vendors in five quarters, 2022Q2 to 2023Q2, and the sentences they must give. */
typedef struct
{
  const char *name;
  guint       n_vendors;
  guint       horizon;
  double      shares[3][5];
  const char *share;
  const char *rank;
} Case;

static const Case cases[] = {
  { "falls", 2, 4, { { 0.6, 0.59, 0.58, 0.57, 0.553 }, { 0.4, 0.41, 0.42, 0.43, 0.447 } },
    "Vendor A stays first in Segment X; its share falls 4.7 points to 55.3 % by 2023Q2",
    "No vendor changes places in Segment X by 2023Q2" },
  { "rises", 2, 4, { { 0.6, 0.6, 0.6, 0.6, 0.612 }, { 0.4, 0.4, 0.4, 0.4, 0.388 } },
    "Vendor A stays first in Segment X; its share rises 1.2 points to 61.2 % by 2023Q2",
    "No vendor changes places in Segment X by 2023Q2" },
  { "holds", 2, 4, { { 0.614, 0.7, 0.6, 0.6, 0.6143 }, { 0.386, 0.3, 0.4, 0.4, 0.3857 } },
    "Vendor A stays first in Segment X; its share holds at 61.4 % to 2023Q2",
    "No vendor changes places in Segment X by 2023Q2" },
  /* Ahead for good from the fourth quarter, though it was ahead once before. */
  { "overtakes", 2, 4, { { 0.6, 0.45, 0.55, 0.45, 0.413 }, { 0.4, 0.55, 0.45, 0.55, 0.587 } },
    "Vendor B overtakes Vendor A in Segment X in 2023Q1 and leads with 58.7 % by 2023Q2",
    "Vendor B takes first place in Segment X from Vendor A by 2023Q2" },
  { "draws level", 2, 4, { { 0.6, 0.6, 0.6, 0.6, 0.501 }, { 0.4, 0.4, 0.4, 0.4, 0.501 } },
    "Vendor A and Vendor B draw level in Segment X with 50.1 % each by 2023Q2",
    "Vendor B climbs most in Segment X, from place 2 to 1 by 2023Q2" },
  { "still level", 2, 4, { { 0.501, 0.6, 0.6, 0.6, 0.501 }, { 0.501, 0.4, 0.4, 0.4, 0.501 } },
    "Vendor A and Vendor B are still level in Segment X with 50.1 % each by 2023Q2",
    "No vendor changes places in Segment X by 2023Q2" },
  /* A hundredth of a point is no lead: it would not be seen. */
  { "level as shown", 2, 4, { { 0.6, 0.6, 0.6, 0.6, 0.5011 }, { 0.4, 0.4, 0.4, 0.4, 0.5010 } },
    "Vendor A and Vendor B draw level in Segment X with 50.1 % each by 2023Q2",
    "No vendor changes places in Segment X by 2023Q2" },
  { "breaks the tie", 2, 4, { { 0.501, 0.5, 0.5, 0.5, 0.413 }, { 0.501, 0.5, 0.5, 0.5, 0.587 } },
    "Vendor B takes the lead in Segment X with 58.7 % by 2023Q2",
    "1 of 2 vendors changes places in Segment X by 2023Q2" },
  { "from behind", 3, 4,
    { { 0.401, 0.4, 0.4, 0.4, 0.3 }, { 0.401, 0.4, 0.4, 0.4, 0.2 }, { 0.198, 0.2, 0.2, 0.2, 0.512 } },
    "Vendor C comes from behind to lead in Segment X with 51.2 % by 2023Q2", NULL },
  { "three level", 3, 4, { { 0.333, 0, 0, 0, 0.333 }, { 0.333, 0, 0, 0, 0.333 }, { 0.333, 0, 0, 0, 0.333 } },
    "3 vendors are level in Segment X with 33.3 % each by 2023Q2", "No vendor changes places in Segment X by 2023Q2" },
  { "now", 2, 0, { { 0.612 }, { 0.388 } }, "Vendor A leads in Segment X with 61.2 % in 2022Q2",
    "Vendor A leads in Segment X with 61.2 % in 2022Q2" },
  { "now level", 2, 0, { { 0.501 }, { 0.501 } },
    "Vendor A and Vendor B are level in Segment X with 50.1 % each in 2022Q2",
    "Vendor A and Vendor B are level in Segment X with 50.1 % each in 2022Q2" },
  { "alone", 1, 4, { { 0.987, 1, 1, 1, 0.987 } },
    "Vendor A stays first in Segment X; its share holds at 98.7 % to 2023Q2",
    "Vendor A stays first in Segment X; its share holds at 98.7 % to 2023Q2" },
  { "swap below", 3, 4,
    { { 0.5, 0.5, 0.5, 0.5, 0.487 }, { 0.3, 0.3, 0.3, 0.3, 0.2 }, { 0.2, 0.2, 0.2, 0.2, 0.313 } },
    "Vendor A stays first in Segment X; its share falls 1.3 points to 48.7 % by 2023Q2",
    "Vendor C climbs most in Segment X, from place 3 to 2 by 2023Q2" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_auto (NephoFixture) fixture = { 0 };

  nepho_fixture_init (&fixture, test->n_vendors, test->horizon);
  for (guint i = 0; i < test->n_vendors; i++)
    for (guint t = 0; t <= test->horizon; t++)
      nepho_fixture_share (&fixture, t, i, test->shares[i][t]);

  nepho_fixture_title (&fixture, "share", test->share);
  if (test->rank != NULL)
    nepho_fixture_title (&fixture, "rank", test->rank);
}

/* "Others" is no vendor: it leads nobody, however large. */
static void
test_aggregate (void)
{
  NephoDataset *dataset = nepho_sample_dataset (2, 1);
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) share = NULL;
  g_autoptr (NephoPlotFigure) rank = NULL;

  nepho_text_set (nepho_dataset_add_vendor (dataset, "others")->name, "en", "Others");
  nepho_fixture_adopt (&fixture, dataset, 0);
  nepho_fixture_share (&fixture, 0, 0, 0.212);
  nepho_fixture_share (&fixture, 0, 1, 0.1);
  nepho_fixture_share (&fixture, 0, 2, 0.688);

  nepho_fixture_title (&fixture, "share", "Vendor A leads in Segment X with 21.2 % in 2022Q2");
  share = nepho_fixture_build (&fixture, "share");
  rank = nepho_fixture_build (&fixture, "rank");
  g_assert_cmpuint (share->series->len, ==, 3);
  g_assert_cmpuint (rank->series->len, ==, 2);
  g_assert_cmpint (((NephoPlotSeries *) g_ptr_array_index (share->series, 1))->colour, ==, 1);
  g_assert_cmpint (((NephoPlotSeries *) g_ptr_array_index (share->series, 2))->colour, ==, NEPHO_PLOT_NEUTRAL);
}

static void
test_nobody_named (void)
{
  NephoDataset *dataset = nepho_dataset_new ();
  g_auto (NephoFixture) fixture = { 0 };

  nepho_text_set (nepho_dataset_add_vendor (dataset, "others")->name, "en", "Others");
  nepho_text_set (nepho_dataset_add_segment (dataset, "x")->name, "en", "Segment X");
  nepho_fixture_adopt (&fixture, dataset, 4);

  nepho_fixture_title (&fixture, "share", "No vendor in Segment X is named");
  nepho_fixture_title (&fixture, "rank", "No vendor in Segment X is named");
}

static void
test_top (void)
{
  g_auto (NephoFixture) fixture = { 0 };

  nepho_fixture_init (&fixture, 4, 1);
  for (guint i = 0; i < 4; i++)
    {
      nepho_fixture_share (&fixture, 0, i, (double[]) { 0.4, 0.3, 0.2, 0.1 }[i]);
      nepho_fixture_share (&fixture, 1, i, (double[]) { 0.412, 0.1, 0.2, 0.288 }[i]);
    }

  nepho_fixture_title (&fixture, "share-area",
                       "The 3 largest vendors hold 90.0 % of Segment X by 2022Q3, as in 2022Q2");
  nepho_fixture_share (&fixture, 1, 3, 0.311);
  nepho_fixture_title (&fixture, "share-area",
                       "The 3 largest vendors hold 92.3 % of Segment X by 2022Q3, 2.3 points more than in 2022Q2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autofree char *path = g_strdup_printf ("/share-titles/%s", cases[k].name);

      g_test_add_data_func (path, &cases[k], test_case);
    }
  g_test_add_func ("/share-titles/aggregate", test_aggregate);
  g_test_add_func ("/share-titles/nobody-named", test_nobody_named);
  g_test_add_func ("/share-titles/top", test_top);

  return g_test_run ();
}
