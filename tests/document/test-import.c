/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-import.h"

#include <math.h>
#include <string.h>

#include "nepho-grid-text.h"
#include "nepho-import-number.h"

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    char decimal;
    double value;
    double multiplier;
    const char *currency;
  } cases[] = {
    { "34.6", 0, 34.6, 1, "" },          { "34,6", 0, 34.6, 1, "" },
    { "1,234.5", 0, 1234.5, 1, "" },     { "1.234,5", 0, 1234.5, 1, "" },
    { "1 234,5", 0, 1234.5, 1, "" },     { "1\u00a0234", 0, 1234, 1, "" },
    { "1’234.5", 0, 1234.5, 1, "" },     { "1,234,567", 0, 1234567, 1, "" },
    { "1.234.567", 0, 1234567, 1, "" },  { "1,234", '.', 1234, 1, "" },
    { "1,234", ',', 1.234, 1, "" },      { "1.234", ',', 1234, 1, "" },
    { "0,123", 0, 0.123, 1, "" },        { "-5", 0, -5, 1, "" },
    { "−5", 0, -5, 1, "" },              { "(5)", 0, -5, 1, "" },
    { "+5", 0, 5, 1, "" },               { "34.6%", 0, 34.6, 1, "" },
    { "３４．６％", 0, 34.6, 1, "" },    { "97.3亿", 0, 97.3, 1e8, "" },
    { "1.5万亿", 0, 1.5, 1e12, "" },     { "3万", 0, 3, 1e4, "" },
    { "54.7bn", 0, 54.7, 1e9, "" },      { "54.7 billion", 0, 54.7, 1e9, "" },
    { "$54.7bn", 0, 54.7, 1e9, "USD" },  { "US$ 54.7 bn", 0, 54.7, 1e9, "USD" },
    { "¥745.68亿", 0, 745.68, 1e8, "CNY" }, { "745.68亿元", 0, 745.68, 1e8, "CNY" },
    { "97.3亿美元", 0, 97.3, 1e8, "USD" },  { "RMB 17,685 million", '.', 17685, 1e6, "CNY" },
    { "4.3E+23", 0, 4.3e23, 1, "" },     { ".5", 0, 0.5, 1, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NephoImportNumber number;

      if (!nepho_import_number_parse (cases[i].text, cases[i].decimal, &number))
        g_error ("“%s” is not read", cases[i].text);
      if (fabs (number.value - cases[i].value) > 1e-12 * fabs (cases[i].value) || number.multiplier != cases[i].multiplier
          || !g_str_equal (number.currency, cases[i].currency) || number.ambiguous)
        g_error ("“%s” is read as %.10g × %g %s%s", cases[i].text, number.value, number.multiplier, number.currency,
                 number.ambiguous ? " (ambiguous)" : "");
    }
}

static void
test_no_numbers (void)
{
  static const char * const texts[] = { "",      "n/a",  "NaN",      "inf",   "twelve", "1,23,4", "1.2.3,4,5", "12,34.5",
                                        "--5",   "1e999", "5 apples", "0x1F",  "1/2",    ",",      "%",         "1,2345,678" };
  static const char * const ambiguous[] = { "1,234", "1.234", "12,345", "-999.999" };
  NephoImportNumber number;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (nepho_import_number_parse (texts[i], '\0', &number))
      g_error ("“%s” is read as %g", texts[i], number.value);
  for (guint i = 0; i < G_N_ELEMENTS (ambiguous); i++)
    {
      g_assert_true (nepho_import_number_parse (ambiguous[i], '\0', &number));
      g_assert_true (number.ambiguous);
    }
}

typedef struct
{
  NephoGrid *grid;
  NephoImportPlan *plan;
  GPtrArray *rows;
} Read;

static void
read_clear (Read *read)
{
  g_clear_pointer (&read->rows, g_ptr_array_unref);
  g_clear_pointer (&read->plan, nepho_import_plan_free);
  g_clear_pointer (&read->grid, nepho_grid_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Read, read_clear)

static void
give (char **text, const char *value)
{
  if (**text != '\0')
    return;

  g_free (*text);
  *text = g_strdup (value);
}

static void
read_table (Read *read, const char *text)
{
  g_autoptr (GError) error = NULL;

  read->grid = nepho_grid_read_text (text, strlen (text), NULL, '\0', &error);
  g_assert_no_error (error);
  read->plan = nepho_import_plan_guess (read->grid);
  give (&read->plan->measure, "market share");
  give (&read->plan->unit, "%");
  give (&read->plan->publisher, "IDC");
  give (&read->plan->title, "Tracker");
  read->rows = nepho_import_preview (read->grid, read->plan, NULL);
}

static const NephoImportRow *
row_at (const Read *read, guint i)
{
  g_assert_cmpuint (i, <, read->rows->len);

  return g_ptr_array_index (read->rows, i);
}

/* A table with a column a field, in English and in Chinese. */
static void
test_columns (void)
{
  static const char * const tables[] = {
    "Vendor,Period,Market share,Publisher,Title,Link\nAlibaba Cloud,2022H1,34.6%,IDC,Report,https://a.example\n",
    "厂商;时期;市场份额;来源;标题;链接\nAlibaba Cloud;2022上半年;34,6%;IDC;Report;https://a.example\n",
    "Some notes above\n\nVendor\tPeriod\tValue\tSource\tTitle\tURL\nAlibaba Cloud\t1H22\t34.6 %\tIDC\tReport\thttps://a.example\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_auto (Read) read = { 0 };
      const NephoImportRow *row;

      read_table (&read, tables[i]);
      row = row_at (&read, 0);
      g_assert_cmpstr (row->fault, ==, NULL);
      g_assert_cmpstr (row->fact->subject, ==, "Alibaba Cloud");
      g_assert_cmpfloat (row->fact->value, ==, 34.6);
      g_assert_cmpstr (row->fact->unit, ==, "%");
      g_assert_cmpfloat (row->fact->begin, ==, 2022.0);
      g_assert_cmpfloat (row->fact->end, ==, 2022.5);
      g_assert_cmpstr (row->fact->publisher, ==, "IDC");
      g_assert_cmpstr (row->fact->url, ==, "https://a.example");
      g_assert_cmpuint (read.rows->len, ==, 1);
    }
}

/* Periods across, or vendors across: each cell is a figure, and empty ones say nothing. */
static void
test_wide (void)
{
  g_auto (Read) periods = { 0 };
  g_auto (Read) vendors = { 0 };

  read_table (&periods, ",2022Q1,2022Q2\nAlibaba Cloud,36.7,34.0\nHuawei Cloud,18,\n");
  g_assert_cmpuint (periods.rows->len, ==, 3);
  g_assert_cmpstr (row_at (&periods, 1)->fact->subject, ==, "Alibaba Cloud");
  g_assert_cmpstr (row_at (&periods, 1)->fact->period, ==, "2022Q2");
  g_assert_cmpfloat (row_at (&periods, 1)->fact->value, ==, 34.0);

  read_table (&vendors, "Quarter,Alibaba Cloud,Huawei Cloud\n2022Q1,36.7,18\n2022Q2,34.0,19\n");
  g_assert_cmpuint (vendors.rows->len, ==, 4);
  g_assert_cmpstr (row_at (&vendors, 3)->fact->subject, ==, "Huawei Cloud");
  g_assert_cmpstr (row_at (&vendors, 3)->fact->period, ==, "2022Q2");
  g_assert_cmpfloat (row_at (&vendors, 3)->fact->value, ==, 19.0);
  for (guint i = 0; i < vendors.rows->len; i++)
    g_assert_cmpstr (row_at (&vendors, i)->fault, ==, NULL);
}

/* Words for large numbers, in the head and in the cell. */
static void
test_units (void)
{
  static const struct
  {
    const char *table;
    double value;
    const char *unit;
  } cases[] = {
    { "Vendor,Period,Revenue (CNY bn)\nA,2022,74.568\n", 74.568, "CNY bn" },
    { "Vendor,Period,Revenue (CNY bn)\nA,2022,745.68亿\n", 74.568, "CNY bn" },
    { "厂商,年份,收入（亿元）\nA,2022,745.68\n", 74.568, "CNY bn" },
    { "厂商,年份,收入（万元）\nA,2022,100\n", 1.0, "CNY mn" },
    { "Vendor,Period,Unit,Value\nA,2022,USD bn,$54.7bn\n", 54.7, "USD bn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Read) read = { 0 };

      read_table (&read, cases[i].table);
      g_assert_cmpstr (row_at (&read, 0)->fault, ==, NULL);
      g_assert_cmpfloat_with_epsilon (row_at (&read, 0)->fact->value, cases[i].value, 1e-9);
      g_assert_cmpstr (row_at (&read, 0)->fact->unit, ==, cases[i].unit);
    }
}

/* One sure number tells how the others are meant; without one the reader is asked. */
static void
test_decimal (void)
{
  g_auto (Read) sure = { 0 };
  g_auto (Read) unsure = { 0 };

  read_table (&sure, "Vendor;Period;Value\nA;2022;1,234\nB;2022;33,5\n");
  g_assert_cmpstr (row_at (&sure, 0)->fault, ==, NULL);
  g_assert_cmpfloat (row_at (&sure, 0)->fact->value, ==, 1.234);

  read_table (&unsure, "Vendor;Period;Value\nA;2022;1,234\nB;2022;33\n");
  g_assert_nonnull (row_at (&unsure, 0)->fault);
  g_assert_nonnull (strstr (row_at (&unsure, 0)->fault, "“1,234” can be read in two ways"));
  g_assert_cmpstr (row_at (&unsure, 1)->fault, ==, NULL);
  unsure.plan->decimal = ',';
  g_ptr_array_unref (unsure.rows);
  unsure.rows = nepho_import_preview (unsure.grid, unsure.plan, NULL);
  g_assert_cmpfloat (row_at (&unsure, 0)->fact->value, ==, 1.234);
}

static void
test_faults (void)
{
  static const struct
  {
    const char *table;
    const char *fault;
  } cases[] = {
    { "Vendor,Period,Value\nA,2022,n/a\n", "“n/a” is no number" },
    { "Vendor,Period,Value\nA,2022,NaN\n", "“NaN” is no number" },
    { "Vendor,Period,Value\nA,2022,\n", "“” is no number" },
    { "Vendor,Period,Market share\nA,2022,-3.1\n", "a share cannot be negative, found -3.1 %" },
    { "Vendor,Period,Market share\nA,2022,340.6\n", "a share cannot be more than 100 %, found 340.6 %" },
    { "Vendor,Period,Value\n,2022,3.5\n", "the subject is missing" },
    { "Vendor,Period,Value\nA,2022,3.5\nA,2022,3.6\n", "C2 says 3.5 of the same, this 3.6" },
    { "Vendor,Period,Value,Grade\nA,2022,3.5,sure\n", "“sure” is no grade" },
    { "Vendor,Period,Value,Unit\nA,2022,3.5%,CNY bn\n", "it is a percentage, but the unit is “CNY bn”" },
    { "Vendor,Period,Value,Unit\nA,2022,$3.5bn,CNY bn\n", "it is in USD, but the unit is “CNY bn”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Read) read = { 0 };
      g_autoptr (GError) error = NULL;
      const NephoImportRow *last;

      read_table (&read, cases[i].table);
      last = row_at (&read, read.rows->len - 1);
      if (last->fault == NULL || strstr (last->fault, cases[i].fault) == NULL)
        g_error ("%s: %s", cases[i].table, last->fault);
      g_assert_null (nepho_import_finish (read.rows, &error));
      g_assert_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_CONTENT);
      g_assert_nonnull (strstr (error->message, cases[i].fault));
    }
}

static void
test_flags (void)
{
  g_auto (Read) serial = { 0 };
  g_auto (Read) vague = { 0 };
  g_auto (Read) twice = { 0 };

  read_table (&serial, "Vendor,Period,Value\nA,44742,3.5\n");
  g_assert_cmpstr (row_at (&serial, 0)->fact->period, ==, "2022-06-30");
  g_assert_nonnull (strstr (row_at (&serial, 0)->flag, "“44742” is taken for a date as spreadsheets count days: 2022-06-30"));

  read_table (&vague, "Vendor,Period,Value\nA,second half,3.5\n");
  g_assert_nonnull (strstr (row_at (&vague, 0)->flag, "“second half” is no period"));
  g_assert_cmpstr (row_at (&vague, 0)->fault, ==, NULL);

  read_table (&twice, "Vendor,Period,Value\nA,2022,3.5\nA,2022,3.5\n");
  g_assert_nonnull (strstr (row_at (&twice, 1)->flag, "C2 says the same"));
}

/* Nothing goes in without a source, and nothing of a table that is wrong. */
static void
test_whole_or_nothing (void)
{
  g_auto (Read) good = { 0 };
  g_auto (Read) bad = { 0 };
  g_auto (Read) empty = { 0 };
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;

  read_table (&good, "Vendor,Period,Value\nA,2022,3.5\nB,2022,4.5\n");
  facts = nepho_import_finish (good.rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (facts->len, ==, 2);

  g_free (good.plan->publisher);
  good.plan->publisher = g_strdup ("");
  g_ptr_array_unref (good.rows);
  good.rows = nepho_import_preview (good.grid, good.plan, NULL);
  g_assert_null (nepho_import_finish (good.rows, &error));
  g_assert_cmpstr (error->message, ==,
                   "2 of 2 figures are wrong, the first in C2: it has no source: the publisher is missing");

  read_table (&bad, "Vendor,Period,Value\nA,2022,3.5\nB,2022,?\n");
  g_clear_error (&error);
  g_assert_null (nepho_import_finish (bad.rows, &error));
  g_assert_cmpstr (error->message, ==, "1 of 2 figures is wrong. C3: “?” is no number");

  read_table (&empty, "Vendor,Period,Value\n");
  g_assert_null (nepho_import_finish (empty.rows, &none));
  g_assert_nonnull (strstr (none->message, "There is no figure in it"));
}

/* What the document has already is told of each figure, and of the table. */
static void
test_known (void)
{
  static const char text[] = "Vendor,Period,Value\nAlibaba,2022,3.5\nB,2022,4.5\n";
  g_auto (Read) read = { 0 };
  g_autoptr (GPtrArray) facts = NULL;
  g_auto (GStrv) one = NULL;
  g_auto (GStrv) all = NULL;

  read_table (&read, text);
  facts = nepho_import_finish (read.rows, NULL);
  g_ptr_array_unref (read.rows);
  read.rows = nepho_import_preview (read.grid, read.plan, facts);
  g_assert_cmpstr (row_at (&read, 0)->flag, ==, "The document has this figure already.");
  all = nepho_import_notes (read.grid, read.plan, read.rows);
  g_assert_cmpstr (all[0], ==, "The document has all of these figures already; was the table imported before?");

  ((NephoFact *) g_ptr_array_index (facts, 0))->value = 3.25;
  nepho_fact_set_text (&((NephoFact *) g_ptr_array_index (facts, 1))->subject, " b ");
  g_ptr_array_unref (read.rows);
  read.rows = nepho_import_preview (read.grid, read.plan, facts);
  g_assert_cmpstr (row_at (&read, 0)->flag, ==, "The document says 3.25 of the same.");
  g_assert_cmpstr (row_at (&read, 1)->flag, ==, "The document has this figure already.");
  g_assert_cmpstr (row_at (&read, 0)->fault, ==, NULL);
  one = nepho_import_notes (read.grid, read.plan, read.rows);
  g_assert_cmpstr (one[0], ==, "The document has 1 of these figures already.");
}

/* What the publisher counts tells that a percentage is a share; a growth rate never is one. */
static void
test_percentages (void)
{
  static const struct
  {
    const char *measure;
    const char *definition;
    const char *topic;
    const char *fault;
    const char *flag;
  } cases[] = {
    { "IaaS", "iaas", "other", "a share cannot be negative, found -3 %", NULL },
    { "IaaS", "", "china-share", "a share cannot be negative, found -3 %", NULL },
    { "Market share", "", "other", "a share cannot be negative, found -3 %", NULL },
    { "IaaS", "", "other", NULL, "-3 % cannot be a share." },
    { "Revenue growth", "iaas", "china-share", NULL, NULL },
    { "毛利率", "iaas", "other", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Read) read = { 0 };

      read_table (&read, "Vendor,Period,Value\nA,2022,-3\n");
      nepho_fact_set_text (&read.plan->measure, cases[i].measure);
      nepho_fact_set_text (&read.plan->definition, cases[i].definition);
      nepho_fact_set_text (&read.plan->topic, cases[i].topic);
      g_ptr_array_unref (read.rows);
      read.rows = nepho_import_preview (read.grid, read.plan, NULL);
      g_assert_cmpstr (row_at (&read, 0)->fault, ==, cases[i].fault);
      g_assert_cmpstr (row_at (&read, 0)->flag, ==, cases[i].flag);
      g_assert_cmpstr (row_at (&read, 0)->fact->topic, ==, cases[i].topic);
      g_assert_cmpstr (row_at (&read, 0)->fact->definition, ==, cases[i].definition);
    }
}

/* One figure more than an import takes is refused. */
static void
test_most_figures (void)
{
  g_autoptr (GString) text = g_string_new ("Vendor,Period,Value\n");
  g_auto (Read) read = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2 * NEPHO_IMPORT_MAX_FIGURES; i++)
    g_string_append_printf (text, "V%u,2022,1\n", i);
  read_table (&read, text->str);
  g_assert_cmpuint (read.rows->len, ==, NEPHO_IMPORT_MAX_FIGURES + 1);
  g_assert_null (nepho_import_finish (read.rows, &error));
  g_assert_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "The table has more than 200000 figures; import it in parts, or pass over some columns");
}

/* The names of columns stand where the reader says. */
static void
test_header_said (void)
{
  g_auto (Read) read = { 0 };

  read_table (&read, "Vendor,Period,Value\nvendor,period,value\nA,2022,3\n");
  g_assert_cmpuint (read.rows->len, ==, 2);
  nepho_import_plan_free (read.plan);
  read.plan = nepho_import_plan_guess_at (read.grid, 0, 2);
  g_assert_cmpuint (nepho_import_plan_first (read.plan), ==, 2);
  g_assert_cmpint (nepho_import_plan_field (read.plan, 2), ==, NEPHO_FIELD_VALUE);
  nepho_import_plan_free (read.plan);
  read.plan = nepho_import_plan_guess_at (read.grid, 2, 0);
  g_assert_cmpint (nepho_import_plan_field (read.plan, 0), ==, NEPHO_FIELD_SUBJECT);
  g_assert_cmpint (nepho_import_plan_field (read.plan, 1), ==, NEPHO_FIELD_PERIOD);
  g_assert_cmpint (nepho_import_plan_field (read.plan, 2), ==, NEPHO_FIELD_VALUE);
}

/* A wide table of 80 000 figures: each knows its row and its column's period. */
static void
test_many_columns (void)
{
  g_autoptr (GString) text = g_string_new ("Vendor");
  g_auto (Read) read = { 0 };

  for (guint column = 0; column < 800; column++)
    g_string_append_printf (text, ",%uQ%u", 1900 + column / 4, column % 4 + 1);
  for (guint row = 0; row < 100; row++)
    {
      g_string_append_printf (text, "\nV%u", row);
      for (guint column = 0; column < 800; column++)
        g_string_append_printf (text, ",%u.5", column % 90);
    }
  read_table (&read, text->str);

  g_assert_cmpuint (read.rows->len, ==, 80000);
  for (guint i = 0; i < read.rows->len; i += 799)
    {
      const NephoFact *fact = row_at (&read, i)->fact;
      g_autofree char *subject = g_strdup_printf ("V%u", i / 800);

      g_assert_cmpstr (row_at (&read, i)->fault, ==, NULL);
      g_assert_cmpstr (fact->subject, ==, subject);
      g_assert_cmpfloat (fact->begin, ==, 1900 + i % 800 / 4.0);
      g_assert_cmpfloat (fact->value, ==, i % 800 % 90 + 0.5);
    }
}

/* A good table that ends anywhere gives figures or a message, and never anything else. */
static void
test_cut_short (void)
{
  static const char text[] = "厂商,时期,份额,来源,标题\n\"Alibaba, Cloud\",2022H1,34.6%,IDC,\"A \"\"report\"\"\"\nB,2022H1,3%,IDC,R\n";

  for (gsize length = 0; length < sizeof text; length++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NephoGrid) grid = nepho_grid_read_text (text, length, NULL, '\0', &error);
      g_autoptr (NephoImportPlan) plan = NULL;
      g_autoptr (GPtrArray) rows = NULL;
      g_autoptr (GPtrArray) facts = NULL;

      g_assert_true ((grid == NULL) == (error != NULL));
      if (grid == NULL)
        continue;
      plan = nepho_import_plan_guess (grid);
      rows = nepho_import_preview (grid, plan, NULL);
      facts = nepho_import_finish (rows, &error);
      g_assert_true ((facts == NULL) == (error != NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/import/numbers", test_numbers);
  g_test_add_func ("/document/import/no-numbers", test_no_numbers);
  g_test_add_func ("/document/import/columns", test_columns);
  g_test_add_func ("/document/import/wide", test_wide);
  g_test_add_func ("/document/import/units", test_units);
  g_test_add_func ("/document/import/decimal", test_decimal);
  g_test_add_func ("/document/import/faults", test_faults);
  g_test_add_func ("/document/import/flags", test_flags);
  g_test_add_func ("/document/import/whole-or-nothing", test_whole_or_nothing);
  g_test_add_func ("/document/import/known", test_known);
  g_test_add_func ("/document/import/percentages", test_percentages);
  g_test_add_func ("/document/import/most-figures", test_most_figures);
  g_test_add_func ("/document/import/header-said", test_header_said);
  g_test_add_func ("/document/import/many-columns", test_many_columns);
  g_test_add_func ("/document/import/cut-short", test_cut_short);

  return g_test_run ();
}
