/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "nepho-error.h"
#include "nepho-number.h"
#include "nepho-quantity.h"

static NephoQuantity
read_quantity (const char *text)
{
  g_autoptr (GError) error = NULL;
  NephoQuantity quantity = { 0 };

  g_test_message ("“%s”", text);
  g_assert_true (nepho_quantity_parse (text, &quantity, NULL, &error));
  g_assert_no_error (error);

  return quantity;
}

/* Both sides are read; they must be the same amount of the same thing. */
static void
test_equal (void)
{
  static const struct
  {
    const char *left;
    const char *right;
  } rows[] = {
    { "3640 PF-days / 500 PFLOP/s", "7.28 days" },
    { "3640 PF-days/500 PFLOP/s", "174.72 hours" },
    { "3640PF-days÷500PFLOP/s", "7.28 d" },
    { "1 PF-day", "8.64e19 FLOP" },
    { "1 PFLOP/s-day", "1 PFLOP/s * 1 day" },
    { "1000 PFLOPS", "1 EFLOP/s" },
    { "6 * 175bn parameters * 300bn tokens", "3.15e23 FLOP" },
    { "6 FLOP/parameter/token * 175e9 parameters * 300e9 tokens", "315e21 FLOP" },
    { "175bn parameters * 300bn tokens / 300bn tokens", "175bn parameters" },
    { "6 * 1750亿 parameters * 3000亿 tokens / 500 PFLOP/s", "630000 s" },
    { "2.02e9 CNY / 500 PFLOP/s", "4.04 mn CNY/(PFLOP/s)" },
    { "¥3.02 bn", "3020000000 CNY" },
    { "3.02 CNY bn", "30.2 亿元" },
    { "US$20mn", "2e7 dollars" },
    { "−¥2 mn", "0 CNY - 2e6 RMB" },
    { "8 CNY/hour * 1000 accelerator * 30 days", "5.76e6 CNY*accelerators" },
    { "¥8/hour/accelerator * 1000 accelerators * 1 day", "192000 yuan" },
    { "0.5 CNY mn/yr", "500000 CNY / year" },
    { "400 W * 1.3 * 1 day", "12.48 kWh" },
    { "1 GWh", "3.6e12 J" },
    { "2 MWh * 0.57 kg/kWh", "1.14 t" },
    { "35 % * 10 days", "84 h" },
    { "1 year", "365 days" },
    { "4 quarters", "12 months" },
    { "2 weeks - 4 days", "10 Days" },
    { "(1 + 2) days", "3 days" },
    { "1 day + 12 hours", "1.5 days" },
    { "5 thousand customers", "5000 customers" },
    { "80 GB", "8e10 bytes" },
    { "10^9", "1e9" },
    { "3.14×10²³ FLOP", "3.14e23 FLOP" },
    { "10⁻³ s", "0.001 s" },
    { "2^3^2", "512" },
    { "-2^2", "-4" },
    { "2**10", "1024" },
    { "2 ^ 3 days", "8 days" },
    { "10^23 FLOP", "1e23 FLOP" },
    { "2 CNY /hour", "2 CNY/hour" },
    { "10 days / 2 days / day", "5/day" },
    { "(2 days)^2 / 1 day", "4 days" },
    { "4 s^2 / 2 s", "2 s" },
    { "4 ^ 0.5 days", "2 days" },
    { "20 / hour", "480 / day" },
    { "3640 PF-days / 3640 PF-days", "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NephoQuantity left = read_quantity (rows[i].left);
      NephoQuantity right = read_quantity (rows[i].right);
      double times;

      g_assert_true (nepho_quantity_convert (&left, &right, &times));
      g_assert_cmpfloat_with_epsilon (times, 1.0, 1e-14);
    }
}

static void
test_format (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } rows[] = {
    { "3640 PF-days / 170 PFLOP/s", "21.4\u00a0days" },
    { "3640 PF-days / 3640 PFLOP/s", "1\u00a0day" },
    { "3640 PF-days / 500 EFLOP/s", "10.5\u00a0min" },
    { "1000 days", "2.74\u00a0years" },
    { "6 * 175bn parameters * 300bn tokens", "3646\u00a0PF-days" },
    { "1e15 FLOP", "10¹⁵\u00a0FLOP" },
    { "500 PFLOP/s * 35 %", "175\u00a0PFLOP/s" },
    { "312e12 FLOP/s", "312\u00a0TFLOP/s" },
    { "2.02e9 CNY / 500 PFLOP/s", "4.04\u202fmn\u00a0CNY/(PFLOP/s)" },
    { "2.02 bn CNY", "¥2.02\u202fbn" },
    { "0 USD - 5 mn USD", "−US$5\u202fmn" },
    { "8 CNY / hour", "8\u00a0CNY/hour" },
    { "2mn CNY/yr", "2\u202fmn\u00a0CNY/yr" },
    { "1000 accelerators * 24 hours", "24\u202f000\u00a0accelerators·hours" },
    { "175bn parameters", "175\u202fbn\u00a0parameters" },
    { "1 centre", "1\u00a0centre" },
    { "0.03 / yr", "0.03/yr" },
    { "12.48 kWh", "12.5\u00a0kWh" },
    { "0.57 kg/kWh", "0.57\u00a0kg/kWh" },
    { "2 s * 3 CNY * 1 kg", "6\u00a0s·CNY·kg" },
    { "10 / 4", "2.5" },
    { "35 %", "0.35" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NephoQuantity quantity = read_quantity (rows[i].text);
      g_autofree char *text = nepho_quantity_format (&quantity);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* A calculator's digits: six of them, and no more than there are. */
static void
test_answer (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } rows[] = {
    { "3640 PF-days / 170 PFLOP/s", "21.4118\u00a0days" },
    { "3640 PF-days / 500 PFLOP/s", "7.28\u00a0days" },
    { "7.28 * 24", "174.72" },
    { "0.1 + 0.2", "0.3" },
    { "2 / 3", "0.666667" },
    { "1 / 300", "0.00333333" },
    { "24000", "24\u202f000" },
    { "999999.4", "999\u202f999" },
    { "1234567", "1.23\u202fmn" },
    { "0", "0" },
    { "-1.5", "−1.5" },
    { "1 CNY - 2.5 CNY", "−¥1.5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NephoQuantity quantity = read_quantity (rows[i].text);
      g_autofree char *text = nepho_quantity_answer (&quantity);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* What cannot be read says why and where. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int         code;
    const char *message;
  } rows[] = {
    { "7 days + 500 PFLOP/s", NEPHO_BASE_ERROR_UNIT, "cannot add PFLOP/s to days at character 8" },
    { "7 days - 1", NEPHO_BASE_ERROR_UNIT, "cannot subtract a plain number from days at character 8" },
    { "1 CNY + 1 USD", NEPHO_BASE_ERROR_UNIT, "cannot add USD to CNY at character 7" },
    { "1 PF-day + 2 hours", NEPHO_BASE_ERROR_UNIT, "cannot add hours to PF-days at character 10" },
    { "3 tons", NEPHO_BASE_ERROR_SYNTAX, "unknown unit “tons” at character 3" },
    { "12 * 3 foo", NEPHO_BASE_ERROR_SYNTAX, "unknown unit “foo” at character 8" },
    { "5 flops", NEPHO_BASE_ERROR_SYNTAX, "unknown unit “flops” at character 3" },
    { "云 + 1", NEPHO_BASE_ERROR_SYNTAX, "unknown unit “云” at character 1" },
    { "1 元 + 云", NEPHO_BASE_ERROR_SYNTAX, "unknown unit “云” at character 7" },
    { "5 days days", NEPHO_BASE_ERROR_SYNTAX, "unexpected “days” at character 8" },
    { "2 3", NEPHO_BASE_ERROR_SYNTAX, "unexpected “3” at character 3" },
    { "2 days)", NEPHO_BASE_ERROR_SYNTAX, "unexpected “)” at character 7" },
    { "2 * (3 + 4", NEPHO_BASE_ERROR_SYNTAX, "the parenthesis at character 5 is not closed" },
    { "2 *", NEPHO_BASE_ERROR_SYNTAX, "a number is missing at the end" },
    { "", NEPHO_BASE_ERROR_SYNTAX, "a number is missing at the end" },
    { "* 2", NEPHO_BASE_ERROR_SYNTAX, "unexpected “*” at character 1" },
    { "1,5", NEPHO_BASE_ERROR_SYNTAX, "unexpected “,” at character 2" },
    { "1 + 1.2.3", NEPHO_BASE_ERROR_SYNTAX, "“1.2.3” at character 5 is no number" },
    { "7 days / 0", NEPHO_BASE_ERROR_SYNTAX, "division by zero at character 8" },
    { "7 / (1 day - 24 hours)", NEPHO_BASE_ERROR_SYNTAX, "division by zero at character 3" },
    { "2 ^ (3 days)", NEPHO_BASE_ERROR_SYNTAX, "the power at character 3 has a unit" },
    { "(2 days)^0.5", NEPHO_BASE_ERROR_SYNTAX,
      "the power at character 9 must be a small whole number, because a unit is raised to it" },
    { "(2 days)^25", NEPHO_BASE_ERROR_SYNTAX, "the power at character 9 is too high" },
    { "1e308 * 10", NEPHO_BASE_ERROR_SYNTAX, "the result is too large for a number" },
    { "1e999", NEPHO_BASE_ERROR_SYNTAX, "the result is too large for a number" },
    { "\xff", NEPHO_BASE_ERROR_SYNTAX, "the text is not valid UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      NephoQuantity quantity = { .value = 42.0 };

      g_assert_false (nepho_quantity_parse (rows[i].text, &quantity, NULL, &error));
      g_assert_error (error, NEPHO_BASE_ERROR, rows[i].code);
      g_assert_cmpstr (error->message, ==, rows[i].message);
      g_assert_cmpfloat (quantity.value, ==, 42.0);
    }
}

/* Where a number is asked for: what fits is converted, and the rest is told what it is. */
static void
test_asked (void)
{
  static const struct
  {
    const char *text;
    NephoUnit   unit;
    double      expected; /* NAN: refused */
    const char *message;
  } rows[] = {
    { "3640 PF-days / 170 PFLOP/s", NEPHO_UNIT_DAY, 3640.0 / 170.0, NULL },
    { "3640 PF-days / 170 PFLOP/s", NEPHO_UNIT_CENTRE, NAN,
      "This is a time (21.4\u00a0days); a number of centres is asked for" },
    { "3640 PF-days / (500 PFLOP/s/centre * 1 day)", NEPHO_UNIT_CENTRE, 7.28, NULL },
    { "3640 PF-days / (500 PFLOP/s * 1 day)", NEPHO_UNIT_CENTRE, 7.28, NULL },
    { "7.28", NEPHO_UNIT_CENTRE, 7.28, NULL },
    { "2.02e9 CNY", NEPHO_UNIT_YUAN_BILLION, 2.02, NULL },
    { "3.02 bn CNY/centre", NEPHO_UNIT_YUAN_BILLION, 3.02, NULL },
    { "US$3 bn", NEPHO_UNIT_YUAN_BILLION, NAN,
      "This is an amount of money (US$3\u202fbn); a number in ¥ billion is asked for" },
    { "6 * 175e9 parameters * 300e9 tokens", NEPHO_UNIT_FLOP, 3.15e23, NULL },
    { "175bn parameters", NEPHO_UNIT_TOKEN, NAN,
      "This is a number of parameters (175\u202fbn\u00a0parameters); a number of tokens is asked for" },
    { "30 GWh / 120 GWh", NEPHO_UNIT_FRACTION, 0.25, NULL },
    { "1 day", NEPHO_UNIT_FRACTION, NAN, "This is a time (1\u00a0day); a number in per cent is asked for" },
    { "24 hours", NEPHO_UNIT_DAY, 1.0, NULL },
    { "1 year", NEPHO_UNIT_QUARTER, 4.0, NULL },
    { "500 TFLOP/s * 1000", NEPHO_UNIT_PFLOP_PER_SECOND, 500.0, NULL },
    { "500 PFLOP/s", NEPHO_UNIT_FLOP_PER_SECOND, 5e17, NULL },
    { "10 / 2 days", NEPHO_UNIT_DAY, NAN, "This is another quantity (1825/yr); a number in days is asked for" },
    { "10 * 2 days", NEPHO_UNIT_DAY, 20.0, NULL },
    { "2 GWh", NEPHO_UNIT_NONE, NAN, "This is an amount of energy (2\u00a0GWh); a plain number is asked for" },
    { "12 % / year", NEPHO_UNIT_FRACTION_PER_YEAR, 0.12, NULL },
    { "48 CNY / 4 hours", NEPHO_UNIT_YUAN_PER_HOUR, 12.0, NULL },
    { "1 day + 1", NEPHO_UNIT_DAY, NAN, "“1 day + 1”: cannot add a plain number to days at character 7" },
    { "days", NEPHO_UNIT_DAY, NAN,
      "“days” is not a number: a unit alone; expected something like 35%, 3.02bn, 2 * 1.5 or 500 PFLOP/s * 2 days" },
    { "21 dayz", NEPHO_UNIT_DAY, NAN,
      "“21 dayz” is not a number: unknown unit “dayz” at character 4; expected something like 35%, 3.02bn, 2 * 1.5 "
      "or 500 PFLOP/s * 2 days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int shown = 0; shown < 2; shown++)
      {
        g_autoptr (GError) error = NULL;
        double value = 42.0;
        gboolean good = shown ? nepho_number_parse_shown (rows[i].text, rows[i].unit, &value, &error)
                              : nepho_number_parse (rows[i].text, rows[i].unit, &value, &error);

        g_test_message ("“%s” in %s", rows[i].text, nepho_unit_id (rows[i].unit));
        g_assert_true (good == (rows[i].message == NULL));
        if (good)
          g_assert_cmpfloat_with_epsilon (value, rows[i].expected, fabs (rows[i].expected) * 1e-15);
        else
          g_assert_cmpstr (error->message, ==, rows[i].message);
      }
}

static NephoQuantity
random_quantity (GRand *random)
{
  NephoQuantity quantity = { .value = g_rand_double_range (random, 0.001, 1000.0) };

  quantity.value *= pow (10.0, g_rand_int_range (random, -3, 12));
  for (int i = 0; i < 3; i++)
    quantity.dimension.power[g_rand_int_range (random, 0, NEPHO_N_BASES)] = (gint8) g_rand_int_range (random, -2, 3);

  return quantity;
}

/* What is written is read back: the same thing, and as much of it as three digits tell. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint draw = 0; draw < 2000; draw++)
    {
      NephoQuantity quantity = random_quantity (random);
      g_autofree char *text = nepho_quantity_format (&quantity);
      NephoQuantity back = read_quantity (text);
      double times;

      g_assert_true (nepho_quantity_convert (&back, &quantity, &times));
      g_assert_cmpfloat_with_epsilon (times, 1.0, 0.006);
    }
}

/* Each unit of the model is its own dimension's: a number in it is taken back by its English name. */
static void
test_units (void)
{
  for (NephoUnit unit = 0; unit < NEPHO_N_UNITS; unit++)
    {
      double size;
      NephoQuantity quantity = { .dimension = nepho_dimension_of_unit (unit, &size) };
      double value;

      quantity.value = 12.5 * size;
      g_assert_true (nepho_quantity_in_unit (&quantity, unit, &value, NULL));
      g_assert_cmpfloat_with_epsilon (value, 12.5, 1e-13);
      if (!nepho_dimension_is_none (&quantity.dimension))
        {
          g_autofree char *text = g_strdup_printf ("5 * 2.5 %s", nepho_unit_id (unit));

          if (unit == NEPHO_UNIT_FRACTION_PER_YEAR || unit == NEPHO_UNIT_PER_YEAR)
            continue; /* "fraction/yr" and "1/yr" are names of files */
          g_assert_true (nepho_number_parse (text, unit, &value, NULL));
          g_assert_cmpfloat_with_epsilon (value, 12.5, 1e-13);
        }
    }
}

/* Multiplication of dimensions is a commutative group; the product of quantities agrees with it. */
static void
test_algebra (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint draw = 0; draw < 500; draw++)
    {
      NephoDimension a = random_quantity (random).dimension;
      NephoDimension b = random_quantity (random).dimension;
      NephoDimension c = random_quantity (random).dimension;
      NephoDimension ab, ba, ab_c, bc, a_bc, back;

      g_assert_true (nepho_dimension_multiply (&a, &b, 1, &ab));
      g_assert_true (nepho_dimension_multiply (&b, &a, 1, &ba));
      g_assert_true (nepho_dimension_equal (&ab, &ba));
      g_assert_true (nepho_dimension_multiply (&ab, &c, 1, &ab_c));
      g_assert_true (nepho_dimension_multiply (&b, &c, 1, &bc));
      g_assert_true (nepho_dimension_multiply (&a, &bc, 1, &a_bc));
      g_assert_true (nepho_dimension_equal (&ab_c, &a_bc));
      g_assert_true (nepho_dimension_multiply (&ab, &b, -1, &back));
      g_assert_true (nepho_dimension_equal (&back, &a));
      g_assert_true (nepho_dimension_multiply (&a, &a, -1, &back));
      g_assert_true (nepho_dimension_is_none (&back));
      g_assert_true (nepho_dimension_multiply (&a, &a, 2, &ab));
      g_assert_true (nepho_dimension_multiply (&ab, &a, -3, &back));
      g_assert_true (nepho_dimension_is_none (&back));
    }
}

/* Whatever is typed is read or refused with a sentence; nothing else happens. */
static void
test_fuzz (void)
{
  static const char *const pieces[] = {
    "1",   "2.5", "1e9", "1e",  "0",    "-",      "−",       "+",     "*",       "/",    "÷",      "^",     "**", "(",
    ")",   "%",   "％",  " ",   "\u00a0", "bn",   "万亿",    "days",  "PF-days", "PFLOP/s", "CNY", "¥",     "$",  "元",
    "²",   "⁻",   "·",   "tokens", "parameters", "foo", ".", ",",     "e",       "é",    "\u202f", "^-3",   "centre", "k",
    "F-day", "S", "s",   "h",   "\n",   "\t",     "😀",      "mn",    "1,234",   "0x1",  "nan",    "1e400", "^9999", "US",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  guint n_read = 0;

  for (guint draw = 0; draw < 20000; draw++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      NephoQuantity quantity;
      double value;

      for (int n = g_rand_int_range (random, 0, 12); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      if (g_rand_int_range (random, 0, 20) == 0 && text->len > 0)
        text->str[g_rand_int_range (random, 0, (int) text->len)] = (char) g_rand_int_range (random, 1, 255);

      if (nepho_quantity_parse (text->str, &quantity, NULL, &error))
        {
          g_autofree char *shown = nepho_quantity_format (&quantity);

          g_assert_true (isfinite (quantity.value));
          g_assert_true (g_utf8_validate (shown, -1, NULL));
          n_read++;
        }
      else
        {
          g_assert_true (error->domain == NEPHO_BASE_ERROR && *error->message != '\0');
        }
      if (nepho_number_parse (text->str, (NephoUnit) g_rand_int_range (random, 0, NEPHO_N_UNITS), &value, NULL))
        g_assert_true (isfinite (value));
    }
  g_assert_cmpuint (n_read, >, 100);
}

static void
test_bounded (void)
{
  static const char signs[] = "(-^+";
  NephoQuantity quantity;

  for (const char *sign = signs; *sign != '\0'; sign++)
    {
      g_autofree char *deep = g_strnfill (100000, *sign);

      g_assert_false (nepho_quantity_parse (deep, &quantity, NULL, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantity/equal", test_equal);
  g_test_add_func ("/quantity/format", test_format);
  g_test_add_func ("/quantity/answer", test_answer);
  g_test_add_func ("/quantity/refused", test_refused);
  g_test_add_func ("/quantity/asked", test_asked);
  g_test_add_func ("/quantity/round-trip", test_round_trip);
  g_test_add_func ("/quantity/units", test_units);
  g_test_add_func ("/quantity/algebra", test_algebra);
  g_test_add_func ("/quantity/fuzz", test_fuzz);
  g_test_add_func ("/quantity/bounded", test_bounded);

  return g_test_run ();
}
