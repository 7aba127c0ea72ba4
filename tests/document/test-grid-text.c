/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-grid-text.h"

#include <string.h>

static NephoGrid *
read (const char *text)
{
  g_autoptr (GError) error = NULL;
  NephoGrid *grid = nepho_grid_read_text (text, strlen (text), NULL, '\0', &error);

  g_assert_no_error (error);

  return grid;
}

static void
test_cells (void)
{
  static const struct
  {
    const char *text;
    const char *last; /* the cell B2 */
  } cases[] = {
    { "a,b\n1,2\n", "2" },
    { "a;b\n1;2,5\n", "2,5" },
    { "a\tb\n1\t2\n", "2" },
    { "a|b\n1|2\n", "2" },
    { "a,b\r\n1,2\r\n", "2" },
    { "a,b\r1,2\r", "2" },
    { "a,b\r\n1,\"two\r\nlines\"\r\n", "two\nlines" },
    { "a,b\n1,2", "2" },
    { "a,b\n1,\"2, and more\"\n", "2, and more" },
    { "a,b\n1,\"2 \"\"quoted\"\"\"\n", "2 \"quoted\"" },
    { "a,b\n1,\"two\nlines\"\n", "two\nlines" },
    { "a,b\r\n1,\"2\"\r\n", "2" },
    { "a,b\n1,\n", "" },
    { "\xef\xbb\xbf" "a,b\n1,2\n", "2" },
    { "厂商,份额\n阿里云,34.6\n", "34.6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NephoGrid) grid = read (cases[i].text);

      g_assert_cmpuint (nepho_grid_n_columns (grid), ==, 2);
      g_assert_cmpstr (nepho_grid_get (grid, 1, 1), ==, cases[i].last);
      g_assert_cmpuint (strlen (nepho_grid_get (grid, 0, 0)), >, 0);
      g_assert_cmpstr (nepho_grid_get (grid, 9, 9), ==, "");
    }
}

/* The same table in the encodings that spreadsheets write. */
static void
test_encodings (void)
{
  static const char text[] = "厂商,份额\n阿里云,34.6\n";
  static const char * const encodings[] = { "GB18030", "UTF-16LE", "UTF-16BE" };
  static const char * const marks[] = { "", "\xff\xfe", "\xfe\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (NephoGrid) grid = NULL;
      gsize length;
      g_autofree char *converted = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);

      g_byte_array_append (bytes, (const guint8 *) marks[i], (guint) strlen (marks[i]));
      g_byte_array_append (bytes, (const guint8 *) converted, (guint) length);
      grid = nepho_grid_read_text ((const char *) bytes->data, bytes->len, NULL, '\0', &error);
      g_assert_no_error (error);
      g_assert_cmpstr (nepho_grid_get (grid, 1, 0), ==, "阿里云");
    }
}

/* Without a mark, and in encodings that only the letters tell; the reader may say it too. */
static void
test_guessed_encodings (void)
{
  static const struct
  {
    const char *text;
    const char *encoding;
  } cases[] = {
    { "厂商,份额\n阿里云,34.6\n华为云,18\n", "GB18030" },
    { "廠商,份額\n阿里雲,34.6\n騰訊雲,16\n", "Big5" },
    { "Vendor,Share\nGénie,34.6\nÎle de Cloud,16\n", "Windows-1252" },
    { "厂商,份额\n一,34.6\n", "UTF-16LE" },
    { "厂商,份额\n一,34.6\n", "UTF-16BE" },
    { "厂商,份额\n一,34.6\n", "UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length;
      g_autofree char *data = g_convert (cases[i].text, -1, cases[i].encoding, "UTF-8", NULL, &length, &error);
      const char *asked[] = { NULL, cases[i].encoding };

      g_assert_no_error (error);
      for (guint k = 0; k < G_N_ELEMENTS (asked); k++)
        {
          g_autoptr (NephoGrid) grid = nepho_grid_read_text (data, length, asked[k], '\0', &error);
          g_autofree char *row = NULL;

          g_assert_no_error (error);
          g_assert_cmpstr (nepho_grid_get_encoding (grid), ==, cases[i].encoding);
          g_assert_cmpint (nepho_grid_get_separator (grid), ==, ',');
          row = g_strdup_printf ("\n%s,", nepho_grid_get (grid, 1, 0));
          g_assert_nonnull (strstr (cases[i].text, row));
        }
    }
}

/* What the reader says counts, even where it is wrong; then it is told where. */
static void
test_asked (void)
{
  static const char text[] = "a;b,c\n1;2,5\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = nepho_grid_read_text (text, strlen (text), NULL, ',', &error);
  g_autoptr (NephoGrid) refused = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (nepho_grid_get (grid, 0, 0), ==, "a;b");
  g_assert_cmpint (nepho_grid_get_separator (grid), ==, ',');

  refused = nepho_grid_read_text ("a,\xd4\xc6\n", 5, "UTF-8", '\0', &error);
  g_assert_null (refused);
  g_assert_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_ENCODING);
  g_assert_cmpstr (error->message, ==, "Byte 3 is no text in UTF-8, or the one after it is missing");
}

/* Formulas are told from texts, and lines know how many cells they have. */
static void
test_form (void)
{
  g_autoptr (NephoGrid) grid = read ("a,b,c\n=1+1,\"=B2*2\",=\n3\n");

  g_assert_cmpint (nepho_grid_get_kind (grid, 1, 0), ==, NEPHO_CELL_FORMULA);
  g_assert_cmpint (nepho_grid_get_kind (grid, 1, 1), ==, NEPHO_CELL_FORMULA);
  g_assert_cmpint (nepho_grid_get_kind (grid, 1, 2), ==, NEPHO_CELL_TEXT);
  g_assert_cmpuint (nepho_grid_get_width (grid, 0), ==, 3);
  g_assert_cmpuint (nepho_grid_get_width (grid, 2), ==, 1);
  g_assert_cmpuint (nepho_grid_get_width (grid, 3), ==, 0);
}

static void
test_addresses (void)
{
  static const struct
  {
    guint row;
    guint column;
    const char *address;
  } cases[] = {
    { 0, 0, "A1" }, { 6, 1, "B7" }, { 0, 25, "Z1" }, { 0, 26, "AA1" }, { 1, 701, "ZZ2" }, { 1, 702, "AAA2" },
    { 1048575, 16383, "XFD1048576" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = nepho_grid_address (cases[i].row, cases[i].column);

      g_assert_cmpstr (address, ==, cases[i].address);
    }
}

static void
assert_refused (const char *data, gsize length, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = nepho_grid_read_text (data, length, NULL, '\0', &error);

  g_assert_null (grid);
  g_assert_error (error, NEPHO_IMPORT_ERROR, code);
  if (strstr (error->message, message) == NULL)
    g_error ("%s", error->message);
}

static void
test_broken (void)
{
  static const char binary[] = "PK\x03\x04\x00\x00";
  static const char unclosed[] = "a,b\n1,2\n\"3,4\n5,6\n";
  static const char neither[] = "a,b\n1,\x80\x20\n";

  assert_refused (binary, sizeof binary - 1, NEPHO_IMPORT_ERROR_FORMAT, "This is no table");
  assert_refused (unclosed, sizeof unclosed - 1, NEPHO_IMPORT_ERROR_FORMAT,
                  "Line 3: a quotation mark opens a cell and none closes it");
  assert_refused (neither, sizeof neither - 1, NEPHO_IMPORT_ERROR_ENCODING, "Byte 7 is text in no encoding");
}

#define BYTES(literal) (literal), sizeof (literal) - 1

/* Half of a number, or a name in the wrong characters, is worse than no table. */
static void
test_damaged (void)
{
  assert_refused (BYTES ("\xff\xfe" "3\0" "4\0.\0" "6"), NEPHO_IMPORT_ERROR_ENCODING, "Byte 9 is no text in UTF-16LE, or the one after it is missing");
  assert_refused (BYTES ("\xff\xfe" "a\0\x3d\xd8"), NEPHO_IMPORT_ERROR_ENCODING, "Byte 5 is no text in UTF-16LE, or the one after it is missing");
  assert_refused (BYTES ("\xff\xfe" "3\0\0\0" "4\0"), NEPHO_IMPORT_ERROR_FORMAT, "This is no table");
  assert_refused (BYTES ("a,\xd4"), NEPHO_IMPORT_ERROR_ENCODING, "Byte 3 is text in no encoding");
  /* As GB18030 the damaged bytes would be other Chinese characters. */
  assert_refused (BYTES ("厂商,份额\n\xe9\x98\xe9\x87\x8c,34\n"), NEPHO_IMPORT_ERROR_ENCODING,
                  "Byte 15 is wrong or the one after it is missing: up to there the text is UTF-8");
  assert_refused (BYTES ("\xef\xbb\xbf" "a,\xd4\xc6\n"), NEPHO_IMPORT_ERROR_ENCODING, "Byte 6 is wrong");
}

/* The longest cell is counted in characters, as spreadsheets count. */
static void
test_longest_cell (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (NephoGrid) grid = NULL;

  for (guint i = 0; i < NEPHO_GRID_MAX_CELL; i++)
    g_string_append (text, "云");
  grid = read (text->str);
  g_assert_cmpstr (nepho_grid_get (grid, 0, 0), ==, text->str);

  g_string_append (text, "云");
  assert_refused (text->str, text->len, NEPHO_IMPORT_ERROR_LIMIT, "Cell A1 is too long: it has more than 32767 characters");
}

/* Cells that come in any order are found; the last one said in a place counts. */
static void
test_order (void)
{
  g_autoptr (NephoGrid) grid = nepho_grid_new ("");
  static const guint columns[] = { 5, 2, 9, 2, 0, 7 };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u-%u", columns[i], i);

      g_assert_true (nepho_grid_set (grid, 3, columns[i], text, NEPHO_CELL_TEXT, NULL));
    }
  g_assert_cmpstr (nepho_grid_get (grid, 3, 0), ==, "0-4");
  g_assert_cmpstr (nepho_grid_get (grid, 3, 2), ==, "2-3");
  g_assert_cmpstr (nepho_grid_get (grid, 3, 9), ==, "9-2");
  g_assert_cmpstr (nepho_grid_get (grid, 3, 8), ==, "");
  g_assert_true (nepho_grid_row_is_empty (grid, 2));
  g_assert_false (nepho_grid_row_is_empty (grid, 3));
  g_assert_true (nepho_grid_row_is_empty (grid, 4));
}

/* More than anybody means is refused before it is taken apart. */
static void
test_limits (void)
{
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autoptr (GString) tall = g_string_new (NULL);
  g_autofree char *line = g_malloc (NEPHO_GRID_MAX_BYTES + 1);

  for (guint i = 0; i < 200000; i++)
    g_string_append (wide, "1,");
  assert_refused (wide->str, wide->len, NEPHO_IMPORT_ERROR_LIMIT, "at most 16384 columns are read");

  for (guint i = 0; i < NEPHO_GRID_MAX_ROWS + 1; i++)
    g_string_append (tall, "1\n");
  assert_refused (tall->str, tall->len, NEPHO_IMPORT_ERROR_LIMIT, "at most 1048576 rows are read");

  memset (line, 'x', NEPHO_GRID_MAX_BYTES);
  assert_refused (line, NEPHO_GRID_MAX_BYTES, NEPHO_IMPORT_ERROR_LIMIT, "Cell A1 is too long");
  memset (line, '"', 1);
  assert_refused (line, NEPHO_GRID_MAX_BYTES, NEPHO_IMPORT_ERROR_LIMIT, "Cell A1 is too long");
  assert_refused (line, NEPHO_GRID_MAX_BYTES + 1, NEPHO_IMPORT_ERROR_LIMIT, "The file is too large: at most 256 MiB are read");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/grid-text/cells", test_cells);
  g_test_add_func ("/document/grid-text/encodings", test_encodings);
  g_test_add_func ("/document/grid-text/guessed-encodings", test_guessed_encodings);
  g_test_add_func ("/document/grid-text/asked", test_asked);
  g_test_add_func ("/document/grid-text/form", test_form);
  g_test_add_func ("/document/grid-text/addresses", test_addresses);
  g_test_add_func ("/document/grid-text/broken", test_broken);
  g_test_add_func ("/document/grid-text/damaged", test_damaged);
  g_test_add_func ("/document/grid-text/longest-cell", test_longest_cell);
  g_test_add_func ("/document/grid-text/order", test_order);
  g_test_add_func ("/document/grid-text/limits", test_limits);

  return g_test_run ();
}
