/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-grid-sheet.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A part of a workbook that a test makes. */
typedef struct
{
  const char *name;
  const char *content;
} Part;

#define X "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define WORKBOOK "<workbook xmlns='" X "' xmlns:r='" R "'><sheets><sheet name='Empty' r:id='r1'/>" \
                 "<sheet name='Shares' r:id='r2'/></sheets></workbook>"
#define RELATIONS "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/>" \
                  "<Relationship Id='r2' Target='/xl/worksheets/sheet2.xml'/></Relationships>"
#define STRINGS "<sst xmlns='" X "'><si><t>Vendor</t></si><si><r><t>Alibaba </t></r><r><t>Cloud</t></r></si></sst>"
#define STYLES "<styleSheet xmlns='" X "'><numFmts><numFmt numFmtId='164' formatCode='0.0%'/>" \
               "<numFmt numFmtId='165' formatCode='yyyy\\-mm'/></numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>" \
               "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='14'/><xf numFmtId='165'/></cellXfs></styleSheet>"
#define SHEET "<worksheet xmlns='" X "'><sheetData>" \
              "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>Share</t></is></c></row>" \
              "<row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2' s='1'><v>0.346</v></c><c r='C2' s='2'><v>44742</v></c>" \
              "<c r='D2' s='3'><v>44742.5</v></c></row>" \
              "<row r='3'><c r='A3'><f>SUM(B1:B2)</f></c><c r='B3'><f>1+1</f><v>2</v></c><c r='C3' t='e'><v>#DIV/0!</v></c>" \
              "<c r='D3' t='b'><v>1</v></c><c r='E3'><v>4.3E23</v></c></row></sheetData>" \
              "<mergeCells><mergeCell ref='A5:B5'/></mergeCells></worksheet>"

static const Part xlsx[] = {
  { "xl/workbook.xml", WORKBOOK },
  { "xl/_rels/workbook.xml.rels", RELATIONS },
  { "xl/sharedStrings.xml", STRINGS },
  { "xl/styles.xml", STYLES },
  { "xl/worksheets/sheet1.xml", "<worksheet xmlns='" X "'><sheetData/></worksheet>" },
  { "xl/worksheets/sheet2.xml", SHEET },
};

#define ODS "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body><office:spreadsheet>" \
            "<table:table table:name='Shares'>" \
            "<table:table-row><table:table-cell office:value-type='string'><text:p>Vendor</text:p></table:table-cell>" \
            "<table:table-cell office:value-type='string' table:number-columns-repeated='2'><text:p>Share</text:p>" \
            "</table:table-cell></table:table-row>" \
            "<table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='1024'/></table:table-row>" \
            "<table:table-row><table:table-cell office:value-type='percentage' office:value='0.346'><text:p>34.6%</text:p></table:table-cell>" \
            "<table:table-cell office:value-type='date' office:date-value='2022-06-30T00:00:00'><text:p>x</text:p></table:table-cell>" \
            "<table:table-cell office:value-type='float' office:value='4.5'><text:p>4,5</text:p></table:table-cell>" \
            "<table:table-cell office:value-type='percentage' office:value='much'><text:p>0 %</text:p></table:table-cell></table:table-row>" \
            "<table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-spanned='2' " \
            "table:number-rows-spanned='2'><text:p>both</text:p></table:table-cell><table:covered-table-cell><text:p>hidden</text:p>" \
            "</table:covered-table-cell><table:table-cell office:value='7'/></table:table-row>" \
            "</table:table></office:spreadsheet></office:body></office:document-content>"

#define TABLE(rows) "<d xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:spreadsheet><table:table table:name='S'>" rows \
                    "</table:table></office:spreadsheet></d>"

static GBytes *
zip (const Part *parts, guint n_parts)
{
  GByteArray *buffer = g_byte_array_new ();
  struct archive *archive = archive_write_new ();
  size_t used;

  g_byte_array_set_size (buffer, 2 * 1024 * 1024);
  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer->data, buffer->len, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_parts; i++)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, parts[i].name);
      archive_entry_set_size (entry, (la_int64_t) strlen (parts[i].content));
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_write_data (archive, parts[i].content, strlen (parts[i].content));
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  g_byte_array_set_size (buffer, (guint) used);

  return g_byte_array_free_to_bytes (buffer);
}

static NephoGrid *
open_bytes (GBytes *bytes, const char *sheet, char ***sheets, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return nepho_grid_open (data, length, &(NephoGridChoices) { .sheet = sheet }, sheets, error);
}

static void
assert_cell (const NephoGrid *grid, guint row, guint column, const char *text, NephoCellKind kind)
{
  g_assert_cmpstr (nepho_grid_get (grid, row, column), ==, text);
  g_assert_cmpint (nepho_grid_get_kind (grid, row, column), ==, kind);
}

static void
test_xlsx (void)
{
  g_autoptr (GBytes) bytes = zip (xlsx, G_N_ELEMENTS (xlsx));
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sheets = NULL;
  g_autoptr (NephoGrid) grid = open_bytes (bytes, NULL, &sheets, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (nepho_grid_get_name (grid), ==, "Shares");
  g_assert_cmpuint (g_strv_length (sheets), ==, 2);
  assert_cell (grid, 0, 0, "Vendor", NEPHO_CELL_TEXT);
  assert_cell (grid, 0, 1, "Share", NEPHO_CELL_TEXT);
  assert_cell (grid, 1, 0, "Alibaba Cloud", NEPHO_CELL_TEXT);
  assert_cell (grid, 1, 1, "34.6%", NEPHO_CELL_NUMBER);
  assert_cell (grid, 1, 2, "2022-06-30", NEPHO_CELL_DATE);
  assert_cell (grid, 1, 3, "2022-06-30", NEPHO_CELL_DATE);
  assert_cell (grid, 2, 0, "", NEPHO_CELL_FORMULA);
  assert_cell (grid, 2, 1, "2", NEPHO_CELL_NUMBER);
  assert_cell (grid, 2, 2, "#DIV/0!", NEPHO_CELL_ERROR);
  assert_cell (grid, 2, 3, "TRUE", NEPHO_CELL_TEXT);
  assert_cell (grid, 2, 4, "4.3E23", NEPHO_CELL_NUMBER);
}

static void
test_ods (void)
{
  static const Part parts[] = { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" }, { "content.xml", ODS } };
  g_autoptr (GBytes) bytes = zip (parts, G_N_ELEMENTS (parts));
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = open_bytes (bytes, "Shares", NULL, &error);

  g_assert_no_error (error);
  assert_cell (grid, 0, 0, "Vendor", NEPHO_CELL_TEXT);
  assert_cell (grid, 0, 2, "Share", NEPHO_CELL_TEXT);
  assert_cell (grid, 3, 0, "34.6%", NEPHO_CELL_NUMBER);
  assert_cell (grid, 3, 1, "2022-06-30", NEPHO_CELL_DATE);
  assert_cell (grid, 3, 2, "4.5", NEPHO_CELL_NUMBER);
  /* What is no number is no zero. */
  assert_cell (grid, 3, 3, "much", NEPHO_CELL_TEXT);
  /* Covered cells have the text of the first; what is repeated stands there as often. */
  assert_cell (grid, 4, 0, "both", NEPHO_CELL_TEXT);
  assert_cell (grid, 4, 1, "both", NEPHO_CELL_MERGED);
  assert_cell (grid, 5, 0, "both", NEPHO_CELL_MERGED);
  assert_cell (grid, 5, 2, "7", NEPHO_CELL_NUMBER);
  g_assert_cmpuint (nepho_grid_n_rows (grid), ==, 6);
}

static void
assert_refused (GBytes *bytes, const char *sheet, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = open_bytes (bytes, sheet, NULL, &error);

  g_assert_null (grid);
  g_assert_error (error, NEPHO_IMPORT_ERROR, code);
  if (strstr (error->message, message) == NULL)
    g_error ("%s", error->message);
}

static void
test_broken (void)
{
  static const Part no_workbook[] = { { "word/document.xml", "<w/>" } };
  static const Part no_xml[] = { { "xl/workbook.xml", "<workbook><sheets>" } };
  static const Part bomb[] = {
    { "content.xml", "<!DOCTYPE a [<!ENTITY b 'bbbbbbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>" },
  };
  static const Part no_part[] = { { "xl/workbook.xml", WORKBOOK }, { "xl/_rels/workbook.xml.rels", "<Relationships/>" } };
  g_autoptr (GBytes) good = zip (xlsx, G_N_ELEMENTS (xlsx));
  g_autoptr (GBytes) other = zip (no_workbook, G_N_ELEMENTS (no_workbook));
  g_autoptr (GBytes) torn = zip (no_xml, G_N_ELEMENTS (no_xml));
  g_autoptr (GBytes) entities = zip (bomb, G_N_ELEMENTS (bomb));
  g_autoptr (GBytes) lost = zip (no_part, G_N_ELEMENTS (no_part));
  g_autoptr (GBytes) old = g_bytes_new_static ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);

  assert_refused (good, "Nowhere", NEPHO_IMPORT_ERROR_CONTENT, "There is no sheet “Nowhere”; expected one of Empty, Shares");
  assert_refused (other, NULL, NEPHO_IMPORT_ERROR_FORMAT, "This is a zipped file, but no workbook");
  assert_refused (torn, NULL, NEPHO_IMPORT_ERROR_FORMAT, "“xl/workbook.xml”, line 1, is no XML");
  assert_refused (entities, NULL, NEPHO_IMPORT_ERROR_FORMAT, "“content.xml”, line 1, is no XML");
  assert_refused (lost, NULL, NEPHO_IMPORT_ERROR_FORMAT, "sheet 1 has no part");
  assert_refused (old, NULL, NEPHO_IMPORT_ERROR_FORMAT, "a workbook with a password, or of the old form .xls");
}

/* A workbook of one sheet with these cells. */
static GBytes *
sheet_of (const char *strings, const char *sheet)
{
  const Part parts[] = {
    { "xl/workbook.xml", "<workbook xmlns:r='" R "'><sheets><sheet name='S' r:id='r1'/></sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>" },
    { "xl/sharedStrings.xml", strings },
    { "xl/worksheets/sheet1.xml", sheet },
  };

  return zip (parts, G_N_ELEMENTS (parts));
}

/* Cells without an address follow one another; how a word is read aloud is no part of it. */
static void
test_plain_cells (void)
{
  g_autoptr (GBytes) bytes
    = sheet_of ("<sst><si><t>阿里</t><rPh sb='0' eb='2'><t>ali</t></rPh></si></sst>",
                "<worksheet><sheetData><row><c t='s'><v>0</v></c><c><v>1</v></c></row><row/>"
                "<row r='5'><c r='B5'><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData></worksheet>");
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = open_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  assert_cell (grid, 0, 0, "阿里", NEPHO_CELL_TEXT);
  assert_cell (grid, 0, 1, "1", NEPHO_CELL_NUMBER);
  assert_cell (grid, 4, 1, "2", NEPHO_CELL_NUMBER);
  assert_cell (grid, 4, 2, "3", NEPHO_CELL_NUMBER);
  assert_cell (grid, 5, 0, "4", NEPHO_CELL_NUMBER);
  g_assert_cmpuint (nepho_grid_n_rows (grid), ==, 6);
}

/* A title over a whole row, and a column that is merged to the end of the sheet, make the table no larger. */
static void
test_merged (void)
{
  g_autoptr (GBytes) bytes
    = sheet_of ("<sst/>", "<worksheet><sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row></sheetData>"
                          "<mergeCells><mergeCell ref='A1:XFD1'/><mergeCell ref='B2:B1048576'/></mergeCells></worksheet>");
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = open_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nepho_grid_n_rows (grid), ==, 2);
  g_assert_cmpuint (nepho_grid_n_columns (grid), ==, 2);
  assert_cell (grid, 0, 1, "1", NEPHO_CELL_MERGED);
  assert_cell (grid, 1, 1, "3", NEPHO_CELL_NUMBER);
}

/* What a cell of numbers, percentages or dates holds is a number from end to end, or no number at all. */
static void
test_no_numbers (void)
{
  const Part parts[] = {
    { "xl/workbook.xml", "<workbook xmlns:r='" R "'><sheets><sheet name='S' r:id='r1'/></sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>" },
    { "xl/styles.xml", STYLES },
    { "xl/worksheets/sheet1.xml",
      "<worksheet><sheetData><row><c><v>abc</v></c><c s='1'><v>abc</v></c><c s='2'><v>abc</v></c><c s='2'><v>-5</v></c>"
      "<c s='1'><v>inf</v></c><c><v>1.5x</v></c><c t='d'><v>2022-06-30T00:00:00</v></c></row></sheetData></worksheet>" },
  };
  g_autoptr (GBytes) bytes = zip (parts, G_N_ELEMENTS (parts));
  g_autoptr (GBytes) lost = sheet_of ("<sst><si><t>a</t></si></sst>",
                                      "<worksheet><sheetData><row><c t='s'><v>1</v></c></row></sheetData></worksheet>");
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = open_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  assert_cell (grid, 0, 0, "abc", NEPHO_CELL_TEXT);
  assert_cell (grid, 0, 1, "abc", NEPHO_CELL_TEXT);
  assert_cell (grid, 0, 2, "abc", NEPHO_CELL_TEXT);
  assert_cell (grid, 0, 3, "-5", NEPHO_CELL_ERROR);
  assert_cell (grid, 0, 4, "inf", NEPHO_CELL_TEXT);
  assert_cell (grid, 0, 5, "1.5x", NEPHO_CELL_TEXT);
  assert_cell (grid, 0, 6, "2022-06-30", NEPHO_CELL_DATE);
  assert_refused (lost, NULL, NEPHO_IMPORT_ERROR_FORMAT, "The workbook is damaged: cell A1 is the text “1” of 1");
}

/* What is repeated is never cut without a word: as often as it says, or the table is too large. */
static void
test_repeated (void)
{
#define REPEATED(rows, columns) TABLE ("<table:table-row table:number-rows-repeated='" rows "'><table:table-cell office:value='1' " \
                                       "table:number-columns-repeated='" columns "'/></table:table-row>")
  static const Part wide[] = { { "content.xml", REPEATED ("2", "5000") } };
  static const Part too_wide[] = { { "content.xml", REPEATED ("1", "2147483647") } };
  static const Part too_tall[] = { { "content.xml", REPEATED ("2147483647", "1") } };
  g_autoptr (GBytes) bytes = zip (wide, 1);
  g_autoptr (GBytes) columns = zip (too_wide, 1);
  g_autoptr (GBytes) rows = zip (too_tall, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = open_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  assert_cell (grid, 1, 4999, "1", NEPHO_CELL_NUMBER);
  g_assert_cmpuint (nepho_grid_n_columns (grid), ==, 5000);
  assert_refused (columns, NULL, NEPHO_IMPORT_ERROR_LIMIT, "at most 16384 columns are read");
  assert_refused (rows, NULL, NEPHO_IMPORT_ERROR_LIMIT, "at most 1048576 rows are read");
}

/* One part more than a workbook may have. */
static void
test_many_parts (void)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 4097; i++)
    {
      Part part = { g_strdup_printf ("part%u.xml", i), "<a/>" };

      g_ptr_array_add (names, (gpointer) part.name);
      g_array_append_val (parts, part);
    }
  bytes = zip ((const Part *) (gpointer) parts->data, parts->len);
  assert_refused (bytes, NULL, NEPHO_IMPORT_ERROR_LIMIT, "The workbook has more than 4096 parts; that is no table");
}

/* What is too large, or no file, is known before it is loaded: a gigabyte that takes no room on the disk. */
static void
test_load (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nepho-grid-XXXXXX", NULL);
  g_autofree char *large = g_build_filename (folder, "large.csv", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *none = g_build_filename (folder, "none", NULL);
  const struct
  {
    const char *path;
    const char *message;
  } cases[] = {
    { large, "The file is too large: at most 256 MiB are read" },
    { pipe, "It is a pipe or a device; expected an ordinary file" },
    { folder, "It is a folder; expected a file" },
    { none, "there is no such file" },
  };
  int descriptor = g_creat (large, 0600);

  g_assert_cmpint (ftruncate (descriptor, 1024 * 1024 * 1024), ==, 0);
  g_assert_true (g_close (descriptor, NULL));
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].path);
      g_autoptr (GError) error = NULL;

      g_assert_null (nepho_grid_load (file, &error));
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }

  g_assert_cmpint (g_remove (large), ==, 0);
  g_assert_cmpint (g_remove (pipe), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A cell at the end of each of many rows takes as much memory as it says, not as it spans: ten gigabytes. */
static void
test_far_cells (void)
{
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = NULL;

  for (guint row = 1; row <= 40000; row++)
    g_string_append_printf (sheet, "<row r='%u'><c r='XFD%u'><v>1</v></c></row>", row, row);
  g_string_append (sheet, "</sheetData></worksheet>");
  bytes = sheet_of ("<sst/>", sheet->str);
  grid = open_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nepho_grid_n_columns (grid), ==, NEPHO_GRID_MAX_COLUMNS);
  assert_cell (grid, 39999, 16383, "1", NEPHO_CELL_NUMBER);
  assert_cell (grid, 39999, 16382, "", NEPHO_CELL_EMPTY);
}

/* Comments and drawings of a cell are no part of its text; spaces and line ends are. */
static void
test_ods_text (void)
{
  static const Part parts[] = {
    { "content.xml",
      TABLE ("<table:table-row><table:table-cell><office:annotation><text:p>who says?</text:p></office:annotation>"
             "<text:p>Alibaba<text:s text:c='2'/>Cloud</text:p><text:p>(Group)<text:line-break/>x<text:tab/>y</text:p>"
             "</table:table-cell><table:table-cell table:number-columns-repeated='2147483647'/>"
             "<table:table-cell table:number-columns-repeated='2147483647'/><table:table-cell/></table:table-row>") },
  };
  g_autoptr (GBytes) bytes = zip (parts, G_N_ELEMENTS (parts));
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = open_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  assert_cell (grid, 0, 0, "Alibaba  Cloud\n(Group)\nx\ty", NEPHO_CELL_TEXT);
}

static void
test_ods_password (void)
{
  static const Part parts[] = {
    { "content.xml", "\x8f\x11 no XML" },
    { "META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>" },
  };
  static const Part beyond[] = {
    { "content.xml", TABLE ("<table:table-row><table:table-cell table:number-columns-repeated='16384'/>"
                            "<table:table-cell office:value='1'/></table:table-row>") },
  };
  g_autoptr (GBytes) bytes = zip (parts, G_N_ELEMENTS (parts));
  g_autoptr (GBytes) wide = zip (beyond, G_N_ELEMENTS (beyond));

  assert_refused (bytes, NULL, NEPHO_IMPORT_ERROR_FORMAT, "The workbook is protected with a password; save it without one");
  assert_refused (wide, NULL, NEPHO_IMPORT_ERROR_LIMIT, "at most 16384 columns are read");
}

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", name, NULL);
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));

  return g_bytes_new_take (data, length);
}

/* What LibreOffice and openpyxl write; the first sheet is empty, a title is merged over the table. */
static void
test_programs (void)
{
  static const char * const names[] = { "calc.xlsx", "calc.ods", "openpyxl.xlsx", "openpyxl-1904.xlsx" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = load (names[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (NephoGrid) grid = open_bytes (bytes, NULL, NULL, &error);
      gboolean saved = g_str_has_prefix (names[i], "calc");

      g_assert_no_error (error);
      g_assert_cmpstr (nepho_grid_get_name (grid), ==, "Shares");
      g_assert_cmpuint (nepho_grid_n_columns (grid), ==, 5);
      assert_cell (grid, 0, 0, "Cloud market of China", NEPHO_CELL_TEXT);
      assert_cell (grid, 0, 4, "Cloud market of China", NEPHO_CELL_MERGED);
      assert_cell (grid, 2, 1, "34.6%", NEPHO_CELL_NUMBER);
      assert_cell (grid, 2, 2, "2022-06-30", NEPHO_CELL_DATE);
      assert_cell (grid, 3, 0, "华为云", NEPHO_CELL_TEXT);
      assert_cell (grid, 3, 2, "2022-06-30", NEPHO_CELL_DATE);
      /* openpyxl computes nothing, so that its formulas have no values. */
      assert_cell (grid, 2, 4, saved ? "6.04" : "", saved ? NEPHO_CELL_NUMBER : NEPHO_CELL_FORMULA);
      assert_cell (grid, 3, 4, saved ? "#DIV/0!" : "", saved ? NEPHO_CELL_ERROR : NEPHO_CELL_FORMULA);
    }
}

/* Cut short at every byte: refused. Bytes changed: read or refused, never worse. */
static void
test_spoilt (void)
{
  static const char * const names[] = { "calc.xlsx", "calc.ods", "calc.xls" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = load (names[i]);
      g_autoptr (GRand) random = g_rand_new_with_seed (20230411);
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);
      g_autofree char *copy = g_memdup2 (data, length);

      for (gsize n = 4; n + 1 < length; n++)
        {
          g_autofree char *part = g_memdup2 (data, n);
          g_autoptr (GError) error = NULL;

          g_assert_null (nepho_grid_open (part, n, NULL, NULL, &error));
          g_assert_nonnull (error);
        }
      for (guint k = 0; k < 1000; k++)
        {
          gsize at = (gsize) g_rand_int_range (random, 0, (gint32) length);
          g_autoptr (GError) error = NULL;
          g_autoptr (NephoGrid) grid = NULL;

          copy[at] = (char) g_rand_int_range (random, 0, 256);
          grid = nepho_grid_open (copy, length, NULL, NULL, &error);
          g_assert_true ((grid == NULL) == (error != NULL));
          copy[at] = data[at];
        }
    }
}

/* Half a gigabyte of blanks takes a few kilobytes of a zip, and is not unpacked. */
static void
test_zip_bomb (void)
{
  g_autofree char *blanks = g_strnfill (512u * 1024u * 1024u, ' ');
  const Part parts[] = { { "content.xml", blanks } };
  g_autoptr (GBytes) bytes = zip (parts, 1);

  g_assert_cmpuint (g_bytes_get_size (bytes), <, 1024 * 1024);
  assert_refused (bytes, NULL, NEPHO_IMPORT_ERROR_LIMIT, "The workbook unpacks to more than 256 MiB; that is no table");
}

/* Cut short anywhere: a message, and never anything else. */
static void
test_cut_short (void)
{
  g_autoptr (GBytes) bytes = zip (xlsx, G_N_ELEMENTS (xlsx));
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize n = 4; n < length; n += 7)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NephoGrid) grid = nepho_grid_open (data, n, NULL, NULL, &error);

      g_assert_true ((grid == NULL) == (error != NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/grid-sheet/xlsx", test_xlsx);
  g_test_add_func ("/document/grid-sheet/ods", test_ods);
  g_test_add_func ("/document/grid-sheet/broken", test_broken);
  g_test_add_func ("/document/grid-sheet/zip-bomb", test_zip_bomb);
  g_test_add_func ("/document/grid-sheet/cut-short", test_cut_short);
  g_test_add_func ("/document/grid-sheet/plain-cells", test_plain_cells);
  g_test_add_func ("/document/grid-sheet/merged", test_merged);
  g_test_add_func ("/document/grid-sheet/no-numbers", test_no_numbers);
  g_test_add_func ("/document/grid-sheet/repeated", test_repeated);
  g_test_add_func ("/document/grid-sheet/many-parts", test_many_parts);
  g_test_add_func ("/document/grid-sheet/load", test_load);
  g_test_add_func ("/document/grid-sheet/far-cells", test_far_cells);
  g_test_add_func ("/document/grid-sheet/ods-text", test_ods_text);
  g_test_add_func ("/document/grid-sheet/ods-password", test_ods_password);
  g_test_add_func ("/document/grid-sheet/programs", test_programs);
  g_test_add_func ("/document/grid-sheet/spoilt", test_spoilt);

  return g_test_run ();
}
