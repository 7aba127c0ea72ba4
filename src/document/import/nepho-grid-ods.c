/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-grid-sheet.h"

#define CONTENT "content.xml"
#define MANIFEST "META-INF/manifest.xml"

/* Cells that one of them covers. */
typedef struct
{
  guint top;
  guint left;
  guint bottom;
  guint right;
} Span;

/* A sheet while it is read. */
typedef struct
{
  xmlTextReaderPtr reader;
  NephoGrid       *grid;
  GArray          *spans; /* Span */
  guint            row;
  guint            column;
} Sheet;

/* A password shows in the list of parts, which itself is never encrypted. */
static gboolean
check_password (const NephoPackage *package, GError **error)
{
  g_autoptr (xmlTextReader) reader = NULL;
  int status = 0;

  if (nepho_package_has (package, MANIFEST))
    reader = nepho_package_read (package, MANIFEST, error);
  else
    return TRUE;

  while (reader != NULL && (status = nepho_package_next (reader, MANIFEST, error)) == 1)
    if (nepho_package_is (reader, "encryption-data"))
      {
        g_set_error_literal (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_FORMAT,
                             _("The workbook is protected with a password; save it without one"));
        return FALSE;
      }

  return reader != NULL && status == 0;
}

/**
 * nepho_ods_sheets:
 * @package: an ODS workbook
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the names of its sheets
 */
GPtrArray *
nepho_ods_sheets (const NephoPackage *package, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (xmlTextReader) reader = NULL;
  int status;

  if (!check_password (package, error) || (reader = nepho_package_read (package, CONTENT, error)) == NULL)
    return NULL;
  while ((status = nepho_package_next (reader, CONTENT, error)) == 1)
    if (nepho_package_is (reader, "table"))
      {
        char *name = nepho_package_get (reader, "table:name");

        g_ptr_array_add (names, name != NULL ? name : g_strdup (""));
      }

  return status == 0 ? g_steal_pointer (&names) : NULL;
}

/* A count from 1; the attribute is missing where it is 1. */
static guint
count_of (xmlTextReaderPtr reader, const char *attribute)
{
  g_autofree char *text = nepho_package_get (reader, attribute);
  guint64 n = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1;

  return (guint) CLAMP (n, 1, G_MAXINT);
}

/* What a cell says: a number as it is stored, anything else as it is shown. */
static char *
value_text (xmlTextReaderPtr reader, const char *type, NephoCellKind *kind)
{
  g_autofree char *value = nepho_package_get (reader, "office:value");
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double number;

  *kind = NEPHO_CELL_TEXT;
  if (g_strcmp0 (type, "date") == 0)
    {
      g_autofree char *date = nepho_package_get (reader, "office:date-value");

      *kind = date != NULL ? NEPHO_CELL_DATE : NEPHO_CELL_TEXT;
      return date != NULL ? g_strndup (date, strcspn (date, "T")) : NULL;
    }
  if (value == NULL)
    return NULL;
  /* What is no number stays the text that it is. */
  if (!nepho_grid_number (value, &number))
    return g_steal_pointer (&value);

  *kind = NEPHO_CELL_NUMBER;
  if (g_strcmp0 (type, "percentage") == 0)
    return g_strconcat (g_ascii_formatd (buffer, sizeof buffer, "%.12g", 100.0 * number), "%", NULL);

  return g_steal_pointer (&value);
}

static void
take_span (Sheet *sheet)
{
  guint n_rows = count_of (sheet->reader, "table:number-rows-spanned");
  guint n_columns = count_of (sheet->reader, "table:number-columns-spanned");
  Span span = { sheet->row, sheet->column, sheet->row + n_rows - 1, sheet->column + n_columns - 1 };

  if (n_rows > 1 || n_columns > 1)
    g_array_append_val (sheet->spans, span);
}

/* From <table-cell> to its end; attributes are read before the reader goes on. */
static gboolean
read_cell (Sheet *sheet, GError **error)
{
  guint n = count_of (sheet->reader, "table:number-columns-repeated");
  g_autofree char *type = nepho_package_get (sheet->reader, "office:value-type");
  g_autofree char *formula = nepho_package_get (sheet->reader, "table:formula");
  g_autoptr (GString) shown = g_string_new (NULL);
  NephoCellKind kind;
  g_autofree char *text = value_text (sheet->reader, type, &kind);

  take_span (sheet);
  if (!nepho_package_text (sheet->reader, CONTENT, shown, error))
    return FALSE;
  if (text == NULL)
    text = g_strdup (shown->str);
  if (*text == '\0')
    kind = formula != NULL ? NEPHO_CELL_FORMULA : NEPHO_CELL_EMPTY;
  else if (kind == NEPHO_CELL_TEXT && formula != NULL && (*text == '#' || g_str_has_prefix (text, "Err:")))
    kind = NEPHO_CELL_ERROR;

  for (guint i = 0; kind != NEPHO_CELL_EMPTY && i < n; i++)
    if (!nepho_grid_set (sheet->grid, sheet->row, sheet->column + i, text, kind, error))
      return FALSE;
  sheet->column = MIN (sheet->column + n, NEPHO_GRID_MAX_COLUMNS);

  return TRUE;
}

/* What a covered cell hides is not shown, and does not count. */
static gboolean
pass_covered (Sheet *sheet, GError **error)
{
  guint n = count_of (sheet->reader, "table:number-columns-repeated");
  g_autoptr (GString) hidden = g_string_new (NULL);

  sheet->column = MIN (sheet->column + n, NEPHO_GRID_MAX_COLUMNS);

  return nepho_package_text (sheet->reader, CONTENT, hidden, error);
}

/* From <table-row> to its end. */
static gboolean
read_row (Sheet *sheet, GError **error)
{
  int depth = xmlTextReaderDepth (sheet->reader);

  sheet->column = 0;
  if (xmlTextReaderIsEmptyElement (sheet->reader))
    return TRUE;

  while (nepho_package_next (sheet->reader, CONTENT, error) == 1)
    {
      if (xmlTextReaderNodeType (sheet->reader) == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (sheet->reader) == depth)
        return TRUE;
      if (nepho_package_is (sheet->reader, "table-cell") && !read_cell (sheet, error))
        return FALSE;
      if (nepho_package_is (sheet->reader, "covered-table-cell") && !pass_covered (sheet, error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
merge_spans (const Sheet *sheet, GError **error)
{
  for (guint i = 0; i < sheet->spans->len; i++)
    {
      const Span *span = &g_array_index (sheet->spans, Span, i);

      if (!nepho_grid_merge (sheet->grid, span->top, span->left, span->bottom, span->right, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_table (Sheet *sheet, GError **error)
{
  int depth = xmlTextReaderDepth (sheet->reader);

  while (nepho_package_next (sheet->reader, CONTENT, error) == 1)
    {
      if (xmlTextReaderNodeType (sheet->reader) == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (sheet->reader) == depth)
        return merge_spans (sheet, error);
      if (nepho_package_is (sheet->reader, "table-row"))
        {
          guint n = count_of (sheet->reader, "table:number-rows-repeated");

          /* Sheets end with a row that repeats nothing a million times; one with something in it is meant. */
          if (!read_row (sheet, error) || !nepho_grid_repeat_row (sheet->grid, sheet->row, n, error))
            return FALSE;
          sheet->row = MIN (sheet->row + n, NEPHO_GRID_MAX_ROWS);
        }
    }

  return FALSE;
}

/**
 * nepho_ods_read:
 * @package: an ODS workbook (ISO/IEC 26300)
 * @index: a sheet, from 0
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its cells
 */
NephoGrid *
nepho_ods_read (const NephoPackage *package, guint index, GError **error)
{
  g_autoptr (xmlTextReader) reader = nepho_package_read (package, CONTENT, error);
  guint n = 0;
  int status = -1;

  while (reader != NULL && (status = nepho_package_next (reader, CONTENT, error)) == 1)
    if (nepho_package_is (reader, "table") && n++ == index)
      {
        g_autofree char *name = nepho_package_get (reader, "table:name");
        g_autoptr (NephoGrid) grid = nepho_grid_new (name != NULL ? name : "");
        g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
        Sheet sheet = { .reader = reader, .grid = grid, .spans = spans };

        return xmlTextReaderIsEmptyElement (reader) || read_table (&sheet, error) ? g_steal_pointer (&grid) : NULL;
      }
  if (status == 0)
    g_set_error_literal (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_CONTENT, _("The workbook has no sheets"));

  return NULL;
}
