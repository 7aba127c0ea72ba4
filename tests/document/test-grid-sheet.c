/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-grid-sheet.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

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
            "<table:covered-table-cell/></table:table-row>" \
            "</table:table></office:spreadsheet></office:body></office:document-content>"

static GBytes *
zip (const Part *parts, guint n_parts)
{
  GByteArray *buffer = g_byte_array_new ();
  struct archive *archive = archive_write_new ();
  size_t used;

  g_byte_array_set_size (buffer, 1024 * 1024);
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

  return nepho_grid_open (data, length, sheet, sheets, error);
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
  assert_cell (grid, 3, 3, "", NEPHO_CELL_MERGED);
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

  return g_test_run ();
}
