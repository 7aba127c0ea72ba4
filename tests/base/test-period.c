/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-period.h"

#include <math.h>

/* Shorter than an hour. */
#define TOLERANCE 1e-5

static void
test_spellings (void)
{
  static const struct
  {
    const char *text;
    double begin;
    double end;
  } cases[] = {
    { "2022", 2022.0, 2023.0 },
    { "2022年", 2022.0, 2023.0 },
    { "2020 (paper)", 2020.0, 2021.0 },
    { "2018-2023", 2018.0, 2024.0 },
    { "2022Q2", 2022.25, 2022.5 },
    { "2022 Q2", 2022.25, 2022.5 },
    { "2022-Q2", 2022.25, 2022.5 },
    { "Q2 2022", 2022.25, 2022.5 },
    { "2Q22", 2022.25, 2022.5 },
    { "q4'22", 2022.75, 2023.0 },
    { "2022年第二季度", 2022.25, 2022.5 },
    { "2022年3季度", 2022.5, 2022.75 },
    { "2022H1", 2022.0, 2022.5 },
    { "1H22", 2022.0, 2022.5 },
    { "H2 2022", 2022.5, 2023.0 },
    { "2022上半年", 2022.0, 2022.5 },
    { "2022年下半年", 2022.5, 2023.0 },
    { "2023-04", 2023.25, 2023.0 + 4.0 / 12.0 },
    { "2024-04/05", 2024.25, 2024.0 + 5.0 / 12.0 },
    { "2023-07 (leak)", 2023.5, 2023.0 + 7.0 / 12.0 },
    { "April 2023", 2023.25, 2023.0 + 4.0 / 12.0 },
    { "Apr-Jun 2023", 2023.25, 2023.5 },
    { "2023年4月", 2023.25, 2023.0 + 4.0 / 12.0 },
    { "FY2022 (Apr21-Mar22)", 2021.25, 2022.25 },
    { "FY2024Q2 (Oct-Dec23)", 2023.75, 2024.0 },
    { "FY23Q1 (2022-01-31 to 2022-05-01)", 2022.0 + 30.0 / 31.0 / 12.0, 2022.0 + 4.0 / 12.0 },
    { "2018-06-01", 2018.0 + 5.0 / 12.0, 2018.0 + 5.0 / 12.0 },
    { "2023-07-28 (commit)", 2023.5 + 27.0 / 31.0 / 12.0, 2023.5 + 27.0 / 31.0 / 12.0 },
    { "2018/6/1", 2018.0 + 5.0 / 12.0, 2018.0 + 5.0 / 12.0 },
    { "28 May 2020", 2020.0 + (4.0 + 27.0 / 31.0) / 12.0, 2020.0 + (4.0 + 27.0 / 31.0) / 12.0 },
    { "May 28, 2020", 2020.0 + (4.0 + 27.0 / 31.0) / 12.0, 2020.0 + (4.0 + 27.0 / 31.0) / 12.0 },
    { " 2022Q2 ", 2022.25, 2022.5 },
    { "22Q2", 2022.25, 2022.5 },
    { "2022 2Q", 2022.25, 2022.5 },
    { "2022年Q2", 2022.25, 2022.5 },
    { "2022Q2 (revised)", 2022.25, 2022.5 },
    { "2022Q1-Q3", 2022.0, 2022.75 },
    { "2022Q2-2023Q1", 2022.25, 2023.25 },
    { "Q1-Q3 2022", 2022.0, 2022.75 },
    { "22H1", 2022.0, 2022.5 },
    { "2022 1H", 2022.0, 2022.5 },
    { "2022年H2", 2022.5, 2023.0 },
    { "2022年 上半年", 2022.0, 2022.5 },
    { "２０２２上半年", 2022.0, 2022.5 },
    { "２０２０（论文）", 2020.0, 2021.0 },
    { "2022年1-6月", 2022.0, 2022.5 },
    { "2022-6", 2022.0 + 5.0 / 12.0, 2022.5 },
    { "2022/06", 2022.0 + 5.0 / 12.0, 2022.5 },
    { "Jun ’22", 2022.0 + 5.0 / 12.0, 2022.5 },
    { "2022-01-01 to 2022-04-01", 2022.0, 2022.25 },
    { "2018 – 2023", 2018.0, 2024.0 },
    { "FY2024Q4 (Nov-Jan24)", 2023.0 + 10.0 / 12.0, 2024.0 + 1.0 / 12.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double begin;
      double end;

      if (!nepho_period_parse (cases[i].text, &begin, &end))
        g_error ("“%s” is not read", cases[i].text);
      if (fabs (begin - cases[i].begin) > TOLERANCE || fabs (end - cases[i].end) > TOLERANCE)
        g_error ("“%s” is read as %.6f to %.6f", cases[i].text, begin, end);
    }
}

/* What could mean several times, or none, is not guessed. */
static void
test_no_period (void)
{
  static const char * const texts[]
    = { "", "at training time", "FY2022", "2022Q5", "2022H3", "2022-13", "2022-02-30", "22", "before 2024-05-21",
        "44742", "2023-2018", "second quarter", "2022Q", "20222", "2022H1 vs 2021H1", "2022Q3-Q1", "2023Q1-2022Q4",
        "2022Q2 and Q3", "2022 (H1)", "2022 (first half)", "2022 (to June)", "2022（上半年）", "2022-06 (first half)",
        "Jun-22", "22-Jun", "2022.5", "2010/11", "2022/23", "202206", "2022-01-01 and later", "2022Q2\xff", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double begin = 1.0;
      double end = 1.0;

      if (nepho_period_parse (texts[i], &begin, &end))
        g_error ("“%s” is read as %.6f to %.6f", texts[i], begin, end);
      g_assert_true (isnan (begin) && isnan (end));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/period/spellings", test_spellings);
  g_test_add_func ("/base/period/no-period", test_no_period);

  return g_test_run ();
}
