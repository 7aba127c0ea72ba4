/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-grid-sheet.h"

#define CONTENT "content.xml"
#define MANIFEST "META-INF/manifest.xml"

/* Sheets end with rows and columns that repeat nothing a million times. */
#define MOST_REPEATED 4096u

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

static guint
repeated (xmlTextReaderPtr reader, const char *attribute)
{
  g_autofree char *text = nepho_package_get (reader, attribute);
  guint64 n = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1;

  return (guint) CLAMP (n, 1, G_MAXINT);
}

/* What a cell says: a number as it is stored, anything else as it is shown. */
static char *
value_text (xmlTextReaderPtr reader, const char *type, const char *shown, NephoCellKind *kind)
{
  g_autofree char *value = nepho_package_get (reader, "office:value");
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  *kind = NEPHO_CELL_TEXT;
  if (g_strcmp0 (type, "date") == 0)
    {
      g_autofree char *date = nepho_package_get (reader, "office:date-value");

      *kind = NEPHO_CELL_DATE;
      return date != NULL ? g_strndup (date, strcspn (date, "T")) : g_strdup (shown);
    }
  if (value == NULL)
    return g_strdup (shown);

  *kind = NEPHO_CELL_NUMBER;
  if (g_strcmp0 (type, "percentage") == 0)
    return g_strconcat (g_ascii_formatd (buffer, sizeof buffer, "%.12g", 100.0 * g_ascii_strtod (value, NULL)), "%", NULL);

  return g_steal_pointer (&value);
}

/* From <table-cell> to its end; attributes are read before the reader goes on. */
static gboolean
read_cell (xmlTextReaderPtr reader, NephoGrid *grid, guint row, guint *column, GError **error)
{
  guint n = repeated (reader, "table:number-columns-repeated");
  gboolean covered = nepho_package_is (reader, "covered-table-cell");
  g_autofree char *type = nepho_package_get (reader, "office:value-type");
  g_autofree char *formula = nepho_package_get (reader, "table:formula");
  g_autoptr (GString) shown = g_string_new (NULL);
  NephoCellKind kind;
  g_autofree char *text = value_text (reader, type, "", &kind);

  if (!nepho_package_text (reader, CONTENT, shown, error))
    return FALSE;
  if (kind == NEPHO_CELL_TEXT)
    {
      g_free (text);
      text = g_strdup (shown->str);
    }
  if (covered)
    kind = NEPHO_CELL_MERGED;
  else if (*text == '\0')
    kind = formula != NULL ? NEPHO_CELL_FORMULA : NEPHO_CELL_EMPTY;
  else if (kind == NEPHO_CELL_TEXT && formula != NULL && (*text == '#' || g_str_has_prefix (text, "Err:")))
    kind = NEPHO_CELL_ERROR;

  for (guint i = 0; kind != NEPHO_CELL_EMPTY && i < MIN (n, MOST_REPEATED); i++)
    if (!nepho_grid_set (grid, row, *column + i, text, kind, error))
      return FALSE;
  *column = MIN (*column + n, NEPHO_GRID_MAX_COLUMNS);

  return TRUE;
}

/* From <table-row> to its end. A row that is repeated with something in it is taken once: nobody counts on
 * copies. */
static gboolean
read_row (xmlTextReaderPtr reader, NephoGrid *grid, guint row, GError **error)
{
  int depth = xmlTextReaderDepth (reader);
  guint column = 0;

  if (xmlTextReaderIsEmptyElement (reader))
    return TRUE;

  while (nepho_package_next (reader, CONTENT, error) == 1)
    {
      if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (reader) == depth)
        return TRUE;
      if ((nepho_package_is (reader, "table-cell") || nepho_package_is (reader, "covered-table-cell"))
          && !read_cell (reader, grid, row, &column, error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
read_table (xmlTextReaderPtr reader, NephoGrid *grid, GError **error)
{
  int depth = xmlTextReaderDepth (reader);
  guint row = 0;

  while (nepho_package_next (reader, CONTENT, error) == 1)
    {
      if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (reader) == depth)
        return TRUE;
      if (nepho_package_is (reader, "table-row"))
        {
          guint n = repeated (reader, "table:number-rows-repeated");

          if (!read_row (reader, grid, row, error))
            return FALSE;
          row = MIN (row + n, NEPHO_GRID_MAX_ROWS);
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

        return xmlTextReaderIsEmptyElement (reader) || read_table (reader, grid, error) ? g_steal_pointer (&grid) : NULL;
      }
  if (status == 0)
    g_set_error_literal (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_CONTENT, _("The workbook has no sheets"));

  return NULL;
}
