/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-grid-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-grid-text.h"

#define ZIP_MAGIC "PK\x03\x04"
#define OLE_MAGIC "\xd0\xcf\x11\xe0"

/* What reads one kind of workbook. */
typedef struct
{
  const char *part;   /* by which the kind is known */
  GPtrArray *(*sheets) (const NephoPackage *package, GError **error);
  NephoGrid *(*read) (const NephoPackage *package, guint index, GError **error);
} Kind;

static const Kind kinds[] = {
  { "xl/workbook.xml", nepho_xlsx_sheets, nepho_xlsx_read },
  { "content.xml", nepho_ods_sheets, nepho_ods_read },
};

static gboolean
begins (const char *data, gsize length, const char *magic)
{
  return length >= strlen (magic) && memcmp (data, magic, strlen (magic)) == 0;
}

/**
 * nepho_grid_is_workbook:
 * @data: (array length=length): a file
 * @length: number of bytes
 *
 * Returns: whether it begins as a workbook does, rather than as text
 */
gboolean
nepho_grid_is_workbook (const char *data, gsize length)
{
  return begins (data, length, ZIP_MAGIC) || begins (data, length, OLE_MAGIC);
}

static const Kind *
find_kind (const NephoPackage *package, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (nepho_package_has (package, kinds[i].part))
      return &kinds[i];

  g_set_error_literal (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_FORMAT,
                       _("This is a zipped file, but no workbook; expected XLSX or ODS"));

  return NULL;
}

static gboolean
find_sheet (const GPtrArray *names, const char *sheet, guint *index, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (names, i), sheet))
        {
          *index = i;
          return TRUE;
        }
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (names, i));
    }

  g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_CONTENT, _("There is no sheet “%s”; expected one of %s"), sheet,
               list->str);

  return FALSE;
}

/* The first sheet that is not empty; of empty ones the first. */
static NephoGrid *
read_first (const Kind *kind, const NephoPackage *package, guint n_sheets, GError **error)
{
  for (guint i = 0; i < n_sheets; i++)
    {
      g_autoptr (NephoGrid) grid = kind->read (package, i, error);

      if (grid == NULL || nepho_grid_n_rows (grid) > 0 || i + 1 == n_sheets)
        return g_steal_pointer (&grid);
    }

  g_set_error_literal (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_CONTENT, _("The workbook has no sheets"));

  return NULL;
}

/**
 * nepho_grid_read_sheet:
 * @data: (array length=length): an XLSX or ODS workbook
 * @length: number of bytes
 * @sheet: (nullable): name of a sheet, or %NULL for the first that is not empty
 * @sheets: (out) (optional) (transfer full): the names of all sheets
 * @error: return location for an error
 *
 * Reads values as they were when the workbook was saved: formulas are not computed.
 *
 * Returns: (transfer full) (nullable): the cells, or %NULL with an error of #NephoImportError
 */
NephoGrid *
nepho_grid_read_sheet (const char *data, gsize length, const char *sheet, char ***sheets, GError **error)
{
  g_autoptr (NephoPackage) package = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (NephoGrid) grid = NULL;
  const Kind *kind;
  guint index;

  if (begins (data, length, OLE_MAGIC))
    {
      g_set_error_literal (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_FORMAT,
                           _("This is a workbook with a password, or of the old form .xls; save it as XLSX without one"));
      return NULL;
    }
  package = nepho_package_open (data, length, error);
  kind = package != NULL ? find_kind (package, error) : NULL;
  names = kind != NULL ? kind->sheets (package, error) : NULL;
  if (names == NULL)
    return NULL;

  if (sheet == NULL)
    grid = read_first (kind, package, names->len, error);
  else if (find_sheet (names, sheet, &index, error))
    grid = kind->read (package, index, error);
  if (grid != NULL && sheets != NULL)
    {
      g_ptr_array_add (names, NULL);
      *sheets = g_strdupv ((char **) names->pdata);
    }

  return g_steal_pointer (&grid);
}

/**
 * nepho_grid_number:
 * @text: what a workbook stores in a cell of numbers
 * @number: (out): the number
 *
 * Returns: whether it is a finite number from end to end
 */
gboolean
nepho_grid_number (const char *text, double *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);

  return end != text && text[strspn (text, "0123456789.eE+-")] == '\0' && *end == '\0' && isfinite (*number);
}

/**
 * nepho_grid_open:
 * @data: (array length=length): a file: CSV, text between tabs, XLSX or ODS
 * @length: number of bytes
 * @choices: (nullable): how it is opened; %NULL: as it tells itself
 * @sheets: (out) (optional) (transfer full) (nullable): the names of all sheets; %NULL for text
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the cells, or %NULL with an error of #NephoImportError
 */
NephoGrid *
nepho_grid_open (const char *data, gsize length, const NephoGridChoices *choices, char ***sheets, GError **error)
{
  static const NephoGridChoices none = { 0 };

  if (sheets != NULL)
    *sheets = NULL;
  if (choices == NULL)
    choices = &none;
  if (nepho_grid_is_workbook (data, length))
    return nepho_grid_read_sheet (data, length, choices->sheet, sheets, error);

  return nepho_grid_read_text (data, length, choices->encoding, choices->separator, error);
}

static gboolean
check_file (GFile *file, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, &local);

  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error_literal (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_READ, _("there is no such file"));
  else if (info == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_READ, _("It is a folder; expected a file"));
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error_literal (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_READ,
                         _("It is a pipe or a device; expected an ordinary file"));
  else if (g_file_info_get_size (info) > (goffset) NEPHO_GRID_MAX_BYTES)
    g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_LIMIT, _("The file is too large: at most %u MiB are read"),
                 NEPHO_GRID_MAX_BYTES / 1024 / 1024);
  else
    return TRUE;

  return FALSE;
}

/**
 * nepho_grid_load:
 * @file: a file
 * @error: return location for an error
 *
 * Loads an ordinary file that is no larger than what is read; may be called in any thread.
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL with %NEPHO_IMPORT_ERROR_READ,
 * %NEPHO_IMPORT_ERROR_LIMIT or an error of GIO
 */
GBytes *
nepho_grid_load (GFile *file, GError **error)
{
  return check_file (file, error) ? g_file_load_bytes (file, NULL, NULL, error) : NULL;
}
