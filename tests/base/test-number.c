/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-error.h"
#include "nepho-number-words.h"
#include "nepho-number.h"

static void
test_format (void)
{
  static const struct
  {
    double           value;
    NephoUnit        unit;
    NephoNumberStyle style;
    const char      *expected;
  } rows[] = {
    { 0.346, NEPHO_UNIT_FRACTION, NEPHO_NUMBER_WITH_UNIT, "34.6\u00a0%" },
    { 0.346, NEPHO_UNIT_FRACTION, NEPHO_NUMBER_PLAIN, "34.6" },
    { -0.041, NEPHO_UNIT_POINTS, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_WITH_SIGN, "−4.1\u00a0points" },
    { 0.041, NEPHO_UNIT_POINTS, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_WITH_SIGN, "+4.1\u00a0points" },
    { -0.00001, NEPHO_UNIT_FRACTION, NEPHO_NUMBER_WITH_SIGN, "0.0" },
    { 3.02, NEPHO_UNIT_YUAN_BILLION, NEPHO_NUMBER_WITH_UNIT, "¥3.02\u00a0bn" },
    { -2.251, NEPHO_UNIT_YUAN_BILLION, NEPHO_NUMBER_WITH_UNIT, "−¥2.25\u00a0bn" },
    { 175e9, NEPHO_UNIT_PARAMETER, NEPHO_NUMBER_SHORT | NEPHO_NUMBER_WITH_UNIT, "175\u202fbn\u00a0parameters" },
    { 1.6e12, NEPHO_UNIT_PARAMETER, NEPHO_NUMBER_SHORT, "1.6\u202ftrn" },
    { 1.601e12, NEPHO_UNIT_PARAMETER, NEPHO_NUMBER_SHORT, "1.60\u202ftrn" },
    { 1.0, NEPHO_UNIT_DAY, NEPHO_NUMBER_WITH_UNIT, "1\u00a0day" },
    { 20.8, NEPHO_UNIT_DAY, NEPHO_NUMBER_PLAIN, "20.8" },
    { 7.291666, NEPHO_UNIT_CENTRE, NEPHO_NUMBER_PLAIN, "7.29" },
    { 3640.0, NEPHO_UNIT_PF_DAY, NEPHO_NUMBER_WITH_UNIT, "3640\u00a0PF-days" },
    { 36400.0, NEPHO_UNIT_PF_DAY, NEPHO_NUMBER_PLAIN, "36\u202f400" },
    { 3.14e23, NEPHO_UNIT_FLOP, NEPHO_NUMBER_WITH_UNIT, "3.14×10²³\u00a0FLOP" },
    { 1e24, NEPHO_UNIT_FLOP, NEPHO_NUMBER_PLAIN, "10²⁴" },
    { 9.999e23, NEPHO_UNIT_FLOP, NEPHO_NUMBER_PLAIN, "10²⁴" },
    { 1.5e-9, NEPHO_UNIT_NONE, NEPHO_NUMBER_PLAIN, "1.5×10⁻⁹" },
    { 0.0, NEPHO_UNIT_YUAN_BILLION, NEPHO_NUMBER_WITH_UNIT, "¥0\u00a0bn" },
    { 0.03, NEPHO_UNIT_PER_YEAR, NEPHO_NUMBER_WITH_UNIT, "0.030/yr" },
    { 0.1 + 0.2, NEPHO_UNIT_NONE, NEPHO_NUMBER_EXACT, "0.30000000000000004" },
    { 0.346, NEPHO_UNIT_FRACTION, NEPHO_NUMBER_EXACT, "34.6" },
    { -0.5, NEPHO_UNIT_NONE, NEPHO_NUMBER_EXACT, "-0.5" },
    { NAN, NEPHO_UNIT_FRACTION, NEPHO_NUMBER_WITH_UNIT, "–" },
    { -INFINITY, NEPHO_UNIT_NONE, NEPHO_NUMBER_PLAIN, "−∞" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = nepho_number_format (rows[i].value, rows[i].unit, rows[i].style);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    NephoUnit   unit;
    gboolean    shown;
    double      expected;
  } rows[] = {
    { "35%", NEPHO_UNIT_FRACTION, FALSE, 0.35 },
    { " 15 % ", NEPHO_UNIT_FRACTION, FALSE, 0.15 },
    { "0.35", NEPHO_UNIT_FRACTION, FALSE, 0.35 },
    { "34.6", NEPHO_UNIT_FRACTION, TRUE, 0.346 },
    { "34.6 %", NEPHO_UNIT_FRACTION, TRUE, 0.346 },
    { "34.6％", NEPHO_UNIT_FRACTION, TRUE, 0.346 },
    { "−4.1 points", NEPHO_UNIT_POINTS, TRUE, -0.041 },
    { "12 %/yr", NEPHO_UNIT_FRACTION_PER_YEAR, FALSE, 0.12 },
    { "3.02bn", NEPHO_UNIT_YUAN_BILLION, FALSE, 3.02 },
    { "¥3.02 bn", NEPHO_UNIT_YUAN_BILLION, TRUE, 3.02 },
    { "3.02", NEPHO_UNIT_YUAN_BILLION, FALSE, 3.02 },
    { "1.8e12", NEPHO_UNIT_PARAMETER, FALSE, 1.8e12 },
    { "175bn", NEPHO_UNIT_PARAMETER, FALSE, 175e9 },
    { "1750亿", NEPHO_UNIT_PARAMETER, FALSE, 175e9 },
    { "1.6万亿", NEPHO_UNIT_PARAMETER, FALSE, 1.6e12 },
    { "1.6 trillion", NEPHO_UNIT_PARAMETER, FALSE, 1.6e12 },
    { "175\u202fbn\u00a0parameters", NEPHO_UNIT_PARAMETER, TRUE, 175e9 },
    { "1,234,567.5", NEPHO_UNIT_NONE, FALSE, 1234567.5 },
    { "36\u202f400", NEPHO_UNIT_PF_DAY, FALSE, 36400.0 },
    { "2 * (1 + 0.5)", NEPHO_UNIT_NONE, FALSE, 3.0 },
    { "10 / 4 − 1", NEPHO_UNIT_NONE, FALSE, 1.5 },
    { "6*175e9*300e9", NEPHO_UNIT_FLOP, FALSE, 3.15e23 },
    { "-2", NEPHO_UNIT_NONE, FALSE, -2.0 },
    { "1 day", NEPHO_UNIT_DAY, TRUE, 1.0 },
    { "30 days", NEPHO_UNIT_DAY, TRUE, 30.0 },
    { "20 ¥/hour", NEPHO_UNIT_NONE, FALSE, NAN },
    { "20/hour", NEPHO_UNIT_YUAN_PER_HOUR, FALSE, 20.0 },
    { "", NEPHO_UNIT_NONE, FALSE, NAN },
    { "abc", NEPHO_UNIT_NONE, FALSE, NAN },
    { "1 +", NEPHO_UNIT_NONE, FALSE, NAN },
    { "(1", NEPHO_UNIT_NONE, FALSE, NAN },
    { "1)", NEPHO_UNIT_NONE, FALSE, NAN },
    { "1.2.3", NEPHO_UNIT_NONE, FALSE, NAN },
    { "1,5", NEPHO_UNIT_NONE, FALSE, NAN },
    { "nan", NEPHO_UNIT_NONE, FALSE, NAN },
    { "inf", NEPHO_UNIT_NONE, FALSE, NAN },
    { "1/0", NEPHO_UNIT_NONE, FALSE, NAN },
    { "1e999", NEPHO_UNIT_NONE, FALSE, NAN },
    { "35 %", NEPHO_UNIT_YUAN_BILLION, FALSE, NAN },
    { "0x10", NEPHO_UNIT_NONE, FALSE, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      double value = -1.0;
      gboolean good = rows[i].shown ? nepho_number_parse_shown (rows[i].text, rows[i].unit, &value, &error)
                                    : nepho_number_parse (rows[i].text, rows[i].unit, &value, &error);

      g_test_message ("“%s”", rows[i].text);
      g_assert_true (good != isnan (rows[i].expected));
      if (good)
        g_assert_cmpfloat_with_epsilon (value, rows[i].expected, fabs (rows[i].expected) * 1e-15);
      else
        g_assert_cmpint ((int) error->domain, ==, (int) NEPHO_BASE_ERROR);
    }
}

static void
test_parse_is_bounded (void)
{
  g_autofree char *deep = g_strnfill (100000, '(');
  double value;

  g_assert_false (nepho_number_parse (deep, NEPHO_UNIT_NONE, &value, NULL));
  memset (deep, '-', 100000);
  g_assert_false (nepho_number_parse (deep, NEPHO_UNIT_NONE, &value, NULL));
  g_assert_false (nepho_number_parse ("\xff\xfe", NEPHO_UNIT_NONE, &value, NULL));
}

/* What an entry shows reads back as the very same double, in every unit. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (NephoUnit unit = 0; unit < NEPHO_N_UNITS; unit++)
    for (guint draw = 0; draw < 200; draw++)
      {
        double value = g_rand_double_range (random, -10.0, 1000.0) * pow (10.0, g_rand_int_range (random, -3, 12));
        g_autofree char *text = NULL;
        double back;

        /* As typed: at most six digits. */
        value = g_ascii_strtod ((text = g_strdup_printf ("%.6g", value)), NULL);
        g_free (text);
        text = nepho_number_format (value, unit, NEPHO_NUMBER_EXACT);
        g_assert_true (nepho_number_parse_shown (text, unit, &back, NULL));
        g_assert_cmpfloat (fabs (back - value), <=, fabs (value) * 3e-16);
      }
}

/* Without a language the words are English ones; other words change the text and never the value. */
static void
test_words (void)
{
  static const struct
  {
    double      value;
    NephoUnit   unit;
    const char *short_scale;
    const char *myriad;
  } rows[] = {
    { 3.02, NEPHO_UNIT_YUAN_BILLION, "¥3.02\u00a0bn", "¥30.2\u00a0亿" },
    { 21.1, NEPHO_UNIT_USD_BILLION, "US$21.1\u00a0bn", "US$211\u00a0亿" },
    { 175e9, NEPHO_UNIT_PARAMETER, "175\u202fbn\u00a0parameters", "1750\u202f亿\u00a0parameters" },
    { 1.6e12, NEPHO_UNIT_TOKEN, "1.6\u202ftrn\u00a0tokens", "1.6\u202f万亿\u00a0tokens" },
    { 16e6, NEPHO_UNIT_YUAN, "¥16\u202fmn", "¥1600\u202f万" },
    { 9999.0, NEPHO_UNIT_COUNT, "9999", "1\u202f万" },
    { 0.346, NEPHO_UNIT_FRACTION, "34.6\u00a0%", "34.6\u00a0%" },
  };

  g_assert_cmpint (nepho_number_get_words (), ==, NEPHO_WORDS_AUTO);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (NephoNumberWords words = NEPHO_WORDS_AUTO; words <= NEPHO_WORDS_MYRIAD; words++)
      {
        g_autofree char *text = NULL;

        nepho_number_set_words (words);
        text = nepho_number_format (rows[i].value, rows[i].unit, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
        g_assert_cmpstr (text, ==, words == NEPHO_WORDS_MYRIAD ? rows[i].myriad : rows[i].short_scale);

        for (NephoNumberWords other = NEPHO_WORDS_AUTO; other <= NEPHO_WORDS_MYRIAD; other++)
          {
            double back;

            /* Three digits are shown; the rest of them must come back. */
            nepho_number_set_words (other);
            g_assert_true (nepho_number_parse_shown (text, rows[i].unit, &back, NULL));
            g_assert_cmpfloat_with_epsilon (back, rows[i].value, fabs (rows[i].value) * 2e-4);
          }
      }
  nepho_number_set_words (NEPHO_WORDS_MYRIAD);
  g_assert_cmpstr (nepho_unit_name (NEPHO_UNIT_YUAN_BILLION), ==, "¥ 亿");
  test_round_trip ();
  nepho_number_set_words (NEPHO_WORDS_SHORT_SCALE);
  g_assert_cmpstr (nepho_unit_name (NEPHO_UNIT_YUAN_BILLION), ==, "¥ billion");
  test_round_trip ();
  nepho_number_set_words (NEPHO_WORDS_AUTO);
}

static void
test_words_ids (void)
{
  NephoNumberWords words;

  for (NephoNumberWords each = NEPHO_WORDS_AUTO; each <= NEPHO_WORDS_MYRIAD; each++)
    {
      g_assert_true (nepho_number_words_from_id (nepho_number_words_id (each), &words));
      g_assert_cmpint (words, ==, each);
    }
  g_assert_false (nepho_number_words_from_id ("long", &words));
}

/* A unit keeps its size when its money is exchanged, and none but money has a counterpart. */
static void
test_money (void)
{
  for (NephoUnit unit = 0; unit < NEPHO_N_UNITS; unit++)
    {
      NephoMoney money = nepho_unit_money (unit);
      NephoUnit other = nepho_unit_in_money (unit, money == NEPHO_MONEY_CNY ? NEPHO_MONEY_USD : NEPHO_MONEY_CNY);

      g_assert_true ((money == NEPHO_MONEY_NONE) == (other == unit));
      if (money == NEPHO_MONEY_NONE)
        continue;
      g_assert_cmpint (nepho_unit_in_money (other, money), ==, unit);
      g_assert_cmpint (nepho_unit_in_money (unit, money), ==, unit);
      g_assert_cmpstr (nepho_unit_id (unit) + 3, ==, nepho_unit_id (other) + 3);
      g_assert_cmpstr (nepho_unit_suffix_in_english (unit), ==, nepho_unit_suffix_in_english (other));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/format", test_format);
  g_test_add_func ("/number/parse", test_parse);
  g_test_add_func ("/number/parse-is-bounded", test_parse_is_bounded);
  g_test_add_func ("/number/round-trip", test_round_trip);
  g_test_add_func ("/number/words", test_words);
  g_test_add_func ("/number/words-ids", test_words_ids);
  g_test_add_func ("/number/money", test_money);

  return g_test_run ();
}
