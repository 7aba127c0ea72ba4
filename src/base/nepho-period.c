/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-period.h"

#include <math.h>
#include <string.h>

#define MONTHS_A_YEAR 12

/* A spelling: groups "y" year, "y2" a later year, "q" quarter, "q2" last quarter, "h" half, "m" month, "m2"
 * last month, "d" day, "d2" last day, as far as they occur. Years of two digits are of this century. Each
 * takes the whole text: what it leaves over could be another period. */
typedef struct
{
  const char *pattern;
} Spelling;

#define YEAR "(?<y>(?:19|20)\\d\\d)"
#define YEAR2 "(?<y2>(?:19|20)\\d\\d)"
#define SHORT_YEAR "(?<y>(?:(?:19|20)\\d\\d|\\d\\d))"
#define MONTH_NAME "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|" \
                   "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
#define TO " ?(?:-|–|—|~|to|至|到) ?"

/* A remark such as "(paper)" is passed over; one that could narrow the period down is not. */
#define REMARK "(?: ?\\((?![^)]*(?:\\d|half|quarter|month|\\b(?:" MONTH_NAME ")\\b|[半季月]))[^)]*\\))?$"

/* From the most telling to the least: "FY2019 (Jul18-Jun19)" is what stands between the brackets. */
static const Spelling spellings[] = {
  { "\\((?<m>" MONTH_NAME ") ?(?<y>\\d\\d) ?[-–] ?(?<m2>" MONTH_NAME ") ?(?<y2>\\d\\d)\\)$" },
  { "\\((?<m>" MONTH_NAME ") ?[-–] ?(?<m2>" MONTH_NAME ") ?(?<y2>\\d\\d)\\)$" },
  { "\\(" YEAR "-(?<m>\\d\\d)-(?<d>\\d\\d)" TO YEAR2 "-(?<m2>\\d\\d)-(?<d2>\\d\\d)\\)$" },
  { "^" YEAR "-(?<m>\\d\\d?)-(?<d>\\d\\d?)" REMARK },
  { "^" YEAR "-(?<m>\\d\\d)-(?<d>\\d\\d)" TO YEAR2 "-(?<m2>\\d\\d)-(?<d2>\\d\\d)$" },
  { "^" YEAR "[/.](?<m>\\d\\d?)[/.](?<d>\\d\\d?)$" },
  { "^" YEAR " ?[-/]? ?q(?<q>[1-4])" REMARK },
  { "^" YEAR " ?q(?<q>[1-4])" TO "q(?<q2>[1-4])$" },
  { "^" YEAR " ?q(?<q>[1-4])" TO YEAR2 " ?q(?<q2>[1-4])$" },
  { "^q(?<q>[1-4])" TO "q(?<q2>[1-4]) " YEAR "$" },
  { "^(?<y>\\d\\d)q(?<q>[1-4])$" },
  { "^q(?<q>[1-4])[ /'’-]*" SHORT_YEAR "$" },
  { "^(?<q>[1-4])q[ /'’-]*" SHORT_YEAR "$" },
  { "^" YEAR " (?<q>[1-4])q$" },
  { "^" YEAR "年? ?第?(?<q>[1-4一二三四])季度?$" },
  { "^" YEAR "年 ?q(?<q>[1-4])$" },
  { "^" YEAR " ?[-/]? ?h(?<h>[12])" REMARK },
  { "^(?<y>\\d\\d)h(?<h>[12])$" },
  { "^h(?<h>[12])[ /'’-]*" SHORT_YEAR "$" },
  { "^(?<h>[12])h[ /'’-]*" SHORT_YEAR "$" },
  { "^" YEAR " (?<h>[12])h$" },
  { "^" YEAR "年? ?(?<h>[上下])半年?$" },
  { "^" YEAR "年 ?h(?<h>[12])$" },
  { "^" YEAR "-(?<m>\\d\\d?)(?:/(?<m2>\\d\\d))?" REMARK },
  /* Until 2011 the second number could be the end of a financial year: "2010/11". */
  { "^(?<y>201[2-9]|20[2-9]\\d)/(?<m>\\d\\d?)$" },
  { "^" YEAR "年(?<m>\\d\\d?)月(?:(?<d>\\d\\d?)日)?$" },
  { "^" YEAR "年(?<m>\\d\\d?)月?[-–~至到](?<m2>\\d\\d?)月$" },
  { "^(?<m>" MONTH_NAME ") ?[-–] ?(?<m2>" MONTH_NAME ")[ ,]+" YEAR "$" },
  { "^(?<m>" MONTH_NAME ")[ ,.]+" YEAR "$" },
  { "^(?<m>" MONTH_NAME ") ?['’](?<y>\\d\\d)$" },
  { "^(?<d>\\d\\d?) (?<m>" MONTH_NAME ") " YEAR "$" },
  { "^(?<m>" MONTH_NAME ") (?<d>\\d\\d?),? " YEAR "$" },
  { "^" YEAR TO YEAR2 "$" },
  { "^" YEAR "年?(?:全年)?" REMARK },
};

static GRegex *
regex_of (guint index)
{
  static GRegex *compiled[G_N_ELEMENTS (spellings)];

  /* Compiled once; a race would compile one twice and lose the first, which g_once_init_enter prevents. */
  if (g_once_init_enter (&compiled[index]))
    {
      GRegex *regex = g_regex_new (spellings[index].pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);

      g_assert (regex != NULL);
      g_once_init_leave (&compiled[index], regex);
    }

  return compiled[index];
}

/* The group's number; -1 where the spelling has none. */
static int
number_of (const GMatchInfo *match, const char *group)
{
  static const char * const names[MONTHS_A_YEAR]
    = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
  static const char * const chinese[] = { "一", "二", "三", "四" };
  g_autofree char *text = g_match_info_fetch_named (match, group);

  if (text == NULL || *text == '\0')
    return -1;
  if (g_ascii_isdigit (*text))
    return (int) g_ascii_strtoull (text, NULL, 10);
  if (g_str_equal (text, "上"))
    return 1;
  if (g_str_equal (text, "下"))
    return 2;
  for (guint i = 0; i < G_N_ELEMENTS (chinese); i++)
    if (g_str_equal (text, chinese[i]))
      return (int) i + 1;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strncasecmp (text, names[i], strlen (names[i])) == 0)
      return (int) i + 1;

  return -1;
}

static int
year_of (int year)
{
  return year >= 0 && year < 100 ? 2000 + year : year;
}

/* A day's place in its year; months are taken to be a twelfth of it each. */
static double
place (int year, int month, int day)
{
  int days = (int) g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);

  return year + (month - 1 + (day - 1) / (double) days) / MONTHS_A_YEAR;
}

static gboolean
is_day (int year, int month, int day)
{
  return month >= 1 && month <= MONTHS_A_YEAR
         && g_date_valid_dmy ((GDateDay) MAX (day, 0), (GDateMonth) month, (GDateYear) year);
}

/* From what a spelling says; FALSE for the 13th month and the 31st of April. */
static gboolean
read_match (const GMatchInfo *match, double *begin, double *end)
{
  int year = year_of (number_of (match, "y"));
  int last_year = year_of (number_of (match, "y2"));
  int quarter = number_of (match, "q");
  int last_quarter = number_of (match, "q2");
  int half = number_of (match, "h");
  int month = number_of (match, "m");
  int last_month = number_of (match, "m2");
  int day = number_of (match, "d");
  int last_day = number_of (match, "d2");

  if (last_year < 0)
    last_year = year;
  /* "(Oct-Dec23)", "(Nov-Jan24)" */
  if (year < 0)
    year = month > last_month ? last_year - 1 : last_year;

  if (quarter > 0)
    {
      *begin = year + (quarter - 1) * 0.25;
      *end = last_year + (last_quarter > 0 ? last_quarter : quarter) * 0.25;
      return *end > *begin;
    }
  if (half > 0)
    {
      *begin = year + (half - 1) * 0.5;
      *end = *begin + 0.5;
      return TRUE;
    }
  if (month < 0)
    {
      *begin = year;
      *end = last_year + 1.0;
      return *end > *begin;
    }
  if (last_month < 0)
    last_month = month;
  if (!is_day (year, month, MAX (day, 1)) || !is_day (last_year, last_month, last_day > 0 ? last_day : MAX (day, 1)))
    return FALSE;

  *begin = place (year, month, MAX (day, 1));
  *end = day > 0 ? place (last_year, last_month, last_day > 0 ? last_day : day)
                 : last_year + last_month / (double) MONTHS_A_YEAR;

  return *end >= *begin;
}

/**
 * nepho_period_parse:
 * @text: a period as publishers write it: "2022Q2", "1H22", "2022上半年", "FY2022 (Apr21-Mar22)",
 *   "2020-05-28", "2018-2023"
 * @begin: (out): where it begins, in years with a fraction
 * @end: (out): where it ends; the same for a day
 *
 * A financial year without its months is no date: nobody can tell when it began. Neither is what could
 * mean several periods, such as "Jun-22", or what holds more than one, such as "2022H1 vs 2021H1".
 *
 * Returns: whether @text is a period; where it is not, both are %NAN
 */
gboolean
nepho_period_parse (const char *text, double *begin, double *end)
{
  /* Full-width figures and brackets become the usual ones. */
  g_autofree char *usual = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  const char *trimmed = usual != NULL ? g_strstrip (usual) : "";

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (regex_of (i), trimmed, 0, &match) && read_match (match, begin, end))
        return TRUE;
    }

  *begin = (double) NAN;
  *end = (double) NAN;

  return FALSE;
}
