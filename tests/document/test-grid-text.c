/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-grid-text.h"

#include <string.h>

#include "nepho-document-error.h"

/* The grid as rows in brackets, cells between slashes: an easy thing to compare. */
static char *
show (NephoGrid *grid)
{
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < nepho_grid_n_rows (grid); row++)
    {
      g_string_append_c (out, '[');
      for (guint column = 0; column < nepho_grid_row_length (grid, row); column++)
        g_string_append_printf (out, "%s%s", column > 0 ? "/" : "", nepho_grid_get (grid, row, column).text);
      g_string_append_c (out, ']');
    }

  return g_string_free (out, FALSE);
}

/* Reads a copy that ends where its memory does, so that the sanitizers see a step too far. */
static NephoGrid *
read_bytes (const char *bytes, gsize length, GError **error)
{
  g_autofree guint8 *copy = g_memdup2 (bytes, MAX (length, 1));

  return nepho_grid_read_text (copy, length, '\0', error);
}

static void
assert_cells (const char *bytes, gsize length, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = read_bytes (bytes, length, &error);
  g_autofree char *cells = NULL;

  g_assert_no_error (error);
  cells = show (grid);
  g_assert_cmpstr (cells, ==, expected);
}

static void
assert_refused (const char *bytes, gsize length, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = read_bytes (bytes, length, &error);

  g_assert_null (grid);
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_split (void)
{
  static const struct
  {
    const char *text;
    const char *cells;
  } cases[] = {
    { "", "" },
    { "a,b\n1,2\n", "[a/b][1/2]" },
    { "a,b\r\n1,2", "[a/b][1/2]" },
    { "a,b\r1,2\r", "[a/b][1/2]" },
    { "a;b\n1,5;2,5\n", "[a/b][1,5/2,5]" },
    { "name;value\nx;1,234\n", "[name/value][x/1,234]" },
    { "a\tb\n1,5\t2;5\n", "[a/b][1,5/2;5]" },
    { "a|b\n1|2\n", "[a/b][1/2]" },
    { "sep=|\na,b|c,d\n", "[a,b/c,d]" },
    { "\"a,b\",\"say \"\"hi\"\"\"\n1,\"two\nlines\"\n", "[a,b/say \"hi\"][1/two\nlines]" },
    { "a,5\" disk\nb,6\" disk\n", "[a/5\" disk][b/6\" disk]" },
    { "a,,c\n,,\n\n1,2,3\n", "[a//c][][][1/2/3]" },
    { "one\ntwo\n", "[one][two]" },
    { "份额;时期\n34.6%;2022H1\n", "[份额/时期][34.6%/2022H1]" },
    { "\"\",x\n", "[/x]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_cells (cases[i].text, strlen (cases[i].text), cases[i].cells);
}

#define BYTES(literal) (literal), sizeof (literal) - 1

static void
test_encodings (void)
{
  /* The same two cells in each. */
  assert_cells (BYTES ("\xe4\xba\x91,1\n"), "[云/1]");
  assert_cells (BYTES ("\xef\xbb\xbf\xe4\xba\x91,1\n"), "[云/1]");
  assert_cells (BYTES ("\xff\xfe\x91\x4e,\0" "1\0\n\0"), "[云/1]");
  assert_cells (BYTES ("\xfe\xff\x4e\x91\0,\0" "1\0\n"), "[云/1]");
  assert_cells (BYTES ("\xd4\xc6,1\n"), "[云/1]");
  /* Four bytes of GB18030: U+1F600. */
  assert_cells (BYTES ("\x94\x39\xfc\x36,1\n"), "[😀/1]");
}

static void
test_broken (void)
{
  assert_refused (BYTES ("a,b\n1,\xff\xff\n"), "byte 7: neither UTF-8 nor GB18030; save the file as UTF-8");
  assert_refused (BYTES ("\xe4\xba\x91\xe4\xba\x91\xe4\xba\x91,\xe4\xba\n"),
                  "byte 11: damaged UTF-8; a byte is wrong or missing");
  assert_refused (BYTES ("\xef\xbb\xbf" "a,\xd4\xc6\n"), "byte 6: damaged UTF-8; a byte is wrong or missing");
  assert_refused (BYTES ("\xff\xfe\x91\x4e,"), "byte 5: damaged UTF-16; a byte is wrong or missing");
  assert_refused (BYTES ("\xff\xfe" "a\0\x3d\xd8"), "byte 5: damaged UTF-16; a byte is wrong or missing");
  assert_refused (BYTES ("a,\0b"), "character 3 is a control character, so this is no text");
  assert_refused (BYTES ("云\x07"), "character 2 is a control character, so this is no text");
  assert_refused (BYTES ("\xff\xfe" "a\0\0\0b\0"), "character 2 is a control character, so this is no text");
  assert_refused (BYTES ("a,b\n1,\"2\n3,4\n"), "line 2: the quotation mark that opens here is never closed");
  assert_refused (BYTES ("a,b\n\"x\n\",\"2\"3\n"),
                  "line 3: behind a closing quotation mark stands something other than a separator");
}

/* Cut short at every byte: read or refused with a sentence, never worse. */
static void
test_cut (void)
{
  static const char text[] = "厂商,份额,备注\r\n阿里云,34.6%,\"据称 \"\"约\"\" 三分\n之一\"\r\n腾讯云,11.6%,无\r\n";
  guint n_read = 0;

  for (gsize length = 0; length < sizeof text - 1; length++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NephoGrid) grid = read_bytes (text, length, &error);

      g_assert_true ((grid == NULL) == (error != NULL));
      n_read += grid != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_read, >, 20);
  assert_cells (text, sizeof text - 1,
                "[厂商/份额/备注][阿里云/34.6%/据称 \"约\" 三分\n之一][腾讯云/11.6%/无]");
}

static char *
repeat (const char *part, gsize times, gsize *length)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < times; i++)
    g_string_append (text, part);
  *length = text->len;

  return g_string_free (text, FALSE);
}

static void
assert_repeated_refused (const char *part, gsize times, const char *message)
{
  gsize length;
  g_autofree char *text = repeat (part, times, &length);
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = nepho_grid_read_text ((const guint8 *) text, length, '\0', &error);

  g_assert_null (grid);
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_limits (void)
{
  assert_repeated_refused ("1,", 200000,
                           "line 1: the table has more than 16384 columns; at most that many are read");
  assert_repeated_refused ("1,2,3,4,5,6,7,8,9,10\n", 500001,
                           "line 500001: the table has more than 5000000 cells that are not empty; at most that many "
                           "are read");
  assert_repeated_refused ("1\n", 1048577, "line 1048577: the table has more than 1048576 rows; at most that many are "
                                           "read");
  assert_repeated_refused ("云", 32768, "line 1: a cell has more than 32767 characters; at most that many are read");
  assert_repeated_refused ("one long line ", 15000000,
                           "the text is longer than 64 MiB; at most that much is read");
}

/* The longest cell and the widest row that are read. */
static void
test_within_limits (void)
{
  gsize length;
  g_autofree char *cell = repeat ("云", 32767, &length);
  g_autoptr (NephoGrid) longest = read_bytes (cell, length, NULL);
  g_autofree char *row = repeat ("1,", 16383, &length);
  g_autoptr (NephoGrid) widest = read_bytes (row, length, NULL);

  g_assert_nonnull (longest);
  g_assert_cmpstr (nepho_grid_get (longest, 0, 0).text, ==, cell);
  g_assert_nonnull (widest);
  g_assert_cmpuint (nepho_grid_n_columns (widest), ==, 16384);
  g_assert_cmpuint (nepho_grid_row_length (widest, 0), ==, 16383);
}

static void
test_places (void)
{
  static const struct
  {
    const char *address;
    guint       row, column;
  } cases[] = { { "A1", 0, 0 }, { "B7", 6, 1 }, { "Z1", 0, 25 }, { "AA10", 9, 26 }, { "XFD1048576", 1048575, 16383 } };
  g_autoptr (NephoGrid) grid = read_bytes (BYTES ("a,\"b\nb\"\nc,d\n"), NULL);
  g_autofree char *cell = nepho_grid_place (grid, 1, 1);
  g_autofree char *line = nepho_grid_place_row (grid, 1);
  guint row, column;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = nepho_grid_address (cases[i].row, cases[i].column);

      g_assert_cmpstr (address, ==, cases[i].address);
      g_assert_true (nepho_grid_parse_address (address, &row, &column));
      g_assert_cmpuint (row, ==, cases[i].row);
      g_assert_cmpuint (column, ==, cases[i].column);
    }
  g_assert_false (nepho_grid_parse_address ("7", &row, &column));
  g_assert_false (nepho_grid_parse_address ("B", &row, &column));
  g_assert_false (nepho_grid_parse_address ("B0", &row, &column));
  g_assert_false (nepho_grid_parse_address ("ABCDE1", &row, &column));

  /* The second row begins at the third line, since a cell before it has two. */
  g_assert_cmpstr (cell, ==, "line 3, column 2");
  g_assert_cmpstr (line, ==, "line 3");
}

/* Merged cells repeat the text of the one that is shown; of two cells in one place the later counts. */
static void
test_fill (void)
{
  g_autoptr (NephoGrid) grid = nepho_grid_new ("Sheet");
  g_autofree char *cells = NULL;
  g_autofree char *place = NULL;

  g_assert_true (nepho_grid_add (grid, 1, 0, NEPHO_CELL_TEXT, "x", 1, NULL));
  g_assert_true (nepho_grid_add (grid, 3, 1, NEPHO_CELL_NUMBER, "1", 1, NULL));
  g_assert_true (nepho_grid_add (grid, 3, 1, NEPHO_CELL_NUMBER, "2", 1, NULL));
  g_assert_true (nepho_grid_merge (grid, 1, 0, 1, 3, NULL));
  g_assert_true (nepho_grid_merge (grid, 0, 0, 1, 9, NULL));
  nepho_grid_seal (grid);
  cells = show (grid);
  place = nepho_grid_place (grid, 3, 1);

  g_assert_cmpstr (cells, ==, "[][x/x/x][][/2]");
  g_assert_cmpint (nepho_grid_get (grid, 1, 2).kind, ==, NEPHO_CELL_MERGED);
  g_assert_cmpint (nepho_grid_get (grid, 0, 2).kind, ==, NEPHO_CELL_EMPTY);
  g_assert_cmpint (nepho_grid_get (grid, 99, 99).kind, ==, NEPHO_CELL_EMPTY);
  g_assert_cmpstr (place, ==, "B4");
  g_assert_cmpstr (nepho_grid_get_sheet (grid), ==, "Sheet");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid-text/split", test_split);
  g_test_add_func ("/grid-text/encodings", test_encodings);
  g_test_add_func ("/grid-text/broken", test_broken);
  g_test_add_func ("/grid-text/cut", test_cut);
  g_test_add_func ("/grid-text/limits", test_limits);
  g_test_add_func ("/grid-text/within-limits", test_within_limits);
  g_test_add_func ("/grid-text/places", test_places);
  g_test_add_func ("/grid-text/fill", test_fill);

  return g_test_run ();
}
