/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-grid-sheet.h"

#define WORKBOOK "xl/workbook.xml"
#define RELATIONS "xl/_rels/workbook.xml.rels"
#define STRINGS "xl/sharedStrings.xml"
#define STYLES "xl/styles.xml"

/* Formats of numbers up to this one are those of the standard. */
#define FIRST_OWN_FORMAT 164

typedef enum
{
  FORMAT_NUMBER,
  FORMAT_PERCENT,
  FORMAT_DATE,
} Format;

/* A workbook while one of its sheets is read. */
typedef struct
{
  const NephoPackage *package;
  const char         *part;    /* of the sheet */
  GPtrArray          *strings; /* shared ones */
  GArray             *formats; /* Format: of each style of cells */
  gboolean            from_1904;
} Workbook;

/**
 * nepho_xlsx_sheets:
 * @package: an XLSX workbook
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the names of its sheets
 */
GPtrArray *
nepho_xlsx_sheets (const NephoPackage *package, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (xmlTextReader) reader = nepho_package_read (package, WORKBOOK, error);
  int status;

  if (reader == NULL)
    return NULL;
  while ((status = nepho_package_next (reader, WORKBOOK, error)) == 1)
    if (nepho_package_is (reader, "sheet"))
      {
        char *name = nepho_package_get (reader, "name");

        g_ptr_array_add (names, name != NULL ? name : g_strdup (""));
      }

  return status == 0 ? g_steal_pointer (&names) : NULL;
}

/* The relation under which the sheet's part is found, and how the workbook counts days. */
static char *
find_relation (Workbook *self, guint index, GError **error)
{
  g_autoptr (xmlTextReader) reader = nepho_package_read (self->package, WORKBOOK, error);
  char *relation = NULL;
  guint n = 0;
  int status = -1;

  while (reader != NULL && (status = nepho_package_next (reader, WORKBOOK, error)) == 1)
    {
      if (nepho_package_is (reader, "workbookPr"))
        {
          g_autofree char *flag = nepho_package_get (reader, "date1904");

          self->from_1904 = g_strcmp0 (flag, "1") == 0 || g_strcmp0 (flag, "true") == 0;
        }
      else if (nepho_package_is (reader, "sheet") && n++ == index)
        relation = nepho_package_get (reader, "r:id");
    }

  return status == 0 ? relation : NULL;
}

static char *
find_part (Workbook *self, guint index, GError **error)
{
  g_autofree char *relation = find_relation (self, index, error);
  g_autoptr (xmlTextReader) reader = relation != NULL ? nepho_package_read (self->package, RELATIONS, error) : NULL;
  int status;

  while (reader != NULL && (status = nepho_package_next (reader, RELATIONS, error)) == 1)
    if (nepho_package_is (reader, "Relationship"))
      {
        g_autofree char *id = nepho_package_get (reader, "Id");
        g_autofree char *target = nepho_package_get (reader, "Target");

        if (g_strcmp0 (id, relation) == 0 && target != NULL)
          return *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
      }
  if (error != NULL && *error == NULL)
    g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_FORMAT, _("The workbook is damaged: sheet %u has no part"),
                 index + 1);

  return NULL;
}

/* Texts that cells share. A workbook without texts has none. */
static gboolean
read_strings (Workbook *self, GError **error)
{
  g_autoptr (xmlTextReader) reader = NULL;
  int status;

  if (!nepho_package_has (self->package, STRINGS))
    return TRUE;
  reader = nepho_package_read (self->package, STRINGS, error);
  if (reader == NULL)
    return FALSE;

  while ((status = nepho_package_next (reader, STRINGS, error)) == 1)
    if (nepho_package_is (reader, "si"))
      {
        g_autoptr (GString) text = g_string_new (NULL);

        if (!nepho_package_text (reader, STRINGS, text, error))
          return FALSE;
        g_ptr_array_add (self->strings, g_string_free (g_steal_pointer (&text), FALSE));
      }

  return status == 0;
}

/* "yyyy-mm-dd" is a date, "0.0%" a percentage; what stands in quotes or brackets does not count. */
static Format
format_of_code (const char *code)
{
  gboolean quoted = FALSE;
  gboolean bracket = FALSE;

  for (const char *c = code; *c != '\0'; c++)
    {
      if (*c == '"')
        quoted = !quoted;
      else if (*c == '[' || *c == ']')
        bracket = *c == '[';
      else if (*c == '\\' && c[1] != '\0')
        c++;
      else if (!quoted && !bracket && *c == '%')
        return FORMAT_PERCENT;
      else if (!quoted && !bracket && strchr ("ymdhYMDH", *c) != NULL)
        return FORMAT_DATE;
    }

  return FORMAT_NUMBER;
}

static Format
format_of_id (int id, GHashTable *codes)
{
  const char *code = g_hash_table_lookup (codes, GINT_TO_POINTER (id));

  if (code != NULL)
    return format_of_code (code);
  if (id == 9 || id == 10)
    return FORMAT_PERCENT;
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
    return FORMAT_DATE;

  return FORMAT_NUMBER;
}

static gboolean
read_styles (Workbook *self, GError **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (xmlTextReader) reader = NULL;
  gboolean in_cells = FALSE;
  int status;

  if (!nepho_package_has (self->package, STYLES))
    return TRUE;
  reader = nepho_package_read (self->package, STYLES, error);
  if (reader == NULL)
    return FALSE;

  while ((status = nepho_package_next (reader, STYLES, error)) == 1)
    {
      g_autofree char *id = nepho_package_get (reader, "numFmtId");
      int number = id != NULL ? atoi (id) : 0;

      if (nepho_package_is (reader, "numFmt") && number >= FIRST_OWN_FORMAT)
        g_hash_table_insert (codes, GINT_TO_POINTER (number), nepho_package_get (reader, "formatCode"));
      else if (nepho_package_is (reader, "cellXfs"))
        in_cells = TRUE;
      else if (nepho_package_is (reader, "cellStyles") || nepho_package_is (reader, "dxfs"))
        in_cells = FALSE;
      else if (in_cells && nepho_package_is (reader, "xf"))
        {
          Format format = format_of_id (number, codes);

          g_array_append_val (self->formats, format);
        }
    }

  return status == 0;
}

/* "B7" as row and column. */
static gboolean
read_address (const char *address, guint *row, guint *column)
{
  guint letters = 0;
  guint64 number;
  const char *c;

  for (c = address; g_ascii_isupper (*c) && letters < 1000000; c++)
    letters = letters * 26 + (guint) (*c - 'A') + 1;
  number = g_ascii_strtoull (c, NULL, 10);
  *row = (guint) MIN (number - 1, G_MAXUINT - 1);
  *column = letters - 1;

  return letters > 0 && number > 0;
}

/* Days since the end of 1899, or since 1904. */
static char *
date_text (const Workbook *self, double days)
{
  g_autoptr (GDateTime) origin = self->from_1904 ? g_date_time_new_utc (1904, 1, 1, 0, 0, 0.0)
                                                 : g_date_time_new_utc (1899, 12, 30, 0, 0, 0.0);
  g_autoptr (GDateTime) date = days >= 0.0 && days < 1e6 ? g_date_time_add_days (origin, (int) floor (days)) : NULL;

  return date != NULL ? g_date_time_format (date, "%Y-%m-%d") : NULL;
}

/* What is no number stays the text that it is. */
static char *
number_text (const Workbook *self, const char *value, guint style, NephoCellKind *kind)
{
  Format format = style < self->formats->len ? g_array_index (self->formats, Format, style) : FORMAT_NUMBER;
  double number;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *date;

  *kind = NEPHO_CELL_TEXT;
  if (!nepho_grid_number (value, &number))
    return g_strdup (value);

  *kind = NEPHO_CELL_DATE;
  if (format == FORMAT_DATE && (date = date_text (self, number)) != NULL)
    return date;
  *kind = format == FORMAT_DATE ? NEPHO_CELL_ERROR : NEPHO_CELL_NUMBER;
  /* 0.346 is shown as 34.6 %, and that is what the reader means. */
  if (format == FORMAT_PERCENT)
    return g_strconcat (g_ascii_formatd (buffer, sizeof buffer, "%.12g", 100.0 * number), "%", NULL);

  return g_strdup (value);
}

typedef struct
{
  char    *address;
  char    *type;
  char    *style;
  GString *value;
  gboolean formula;
} Cell;

static void
cell_clear (Cell *cell)
{
  g_free (cell->address);
  g_free (cell->type);
  g_free (cell->style);
  g_string_free (cell->value, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cell, cell_clear)

/* The shared text to which a cell points; %NULL where there is none. */
static char *
shared_text (const Workbook *self, const char *value)
{
  char *end;
  guint64 index = g_ascii_strtoull (value, &end, 10);

  return *end == '\0' && index < self->strings->len ? g_strdup (g_ptr_array_index (self->strings, index)) : NULL;
}

/* %NULL where the cell points to a text that is not there. */
static char *
cell_text (const Workbook *self, const Cell *cell, NephoCellKind *kind)
{
  const char *type = cell->type != NULL ? cell->type : "n";

  *kind = NEPHO_CELL_TEXT;
  if (cell->value->len == 0)
    {
      *kind = cell->formula ? NEPHO_CELL_FORMULA : NEPHO_CELL_EMPTY;
      return g_strdup ("");
    }
  if (g_str_equal (type, "s"))
    return shared_text (self, cell->value->str);
  if (g_str_equal (type, "e"))
    *kind = NEPHO_CELL_ERROR;
  else if (g_str_equal (type, "d"))
    {
      *kind = NEPHO_CELL_DATE;
      return g_strndup (cell->value->str, strcspn (cell->value->str, "T"));
    }
  else if (g_str_equal (type, "b"))
    return g_strdup (g_str_equal (cell->value->str, "1") ? "TRUE" : "FALSE");
  else if (g_str_equal (type, "n"))
    return number_text (self, cell->value->str, cell->style != NULL ? (guint) g_ascii_strtoull (cell->style, NULL, 10) : 0,
                        kind);

  return g_strdup (cell->value->str);
}

/* From <c> to </c>. */
static gboolean
read_content (const Workbook *self, xmlTextReaderPtr reader, Cell *cell, GError **error)
{
  int depth = xmlTextReaderDepth (reader);
  gboolean empty = xmlTextReaderIsEmptyElement (reader) == 1;

  while (!empty)
    {
      if (nepho_package_next (reader, self->part, error) != 1)
        return FALSE;
      if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (reader) == depth)
        return TRUE;
      if (nepho_package_is (reader, "f"))
        cell->formula = TRUE;
      else if ((nepho_package_is (reader, "v") || nepho_package_is (reader, "is"))
               && !nepho_package_text (reader, self->part, cell->value, error))
        return FALSE;
    }

  return TRUE;
}

/* A cell stands where it says, or else right of the one before. */
static gboolean
read_cell (const Workbook *self, xmlTextReaderPtr reader, NephoGrid *grid, guint *row, guint *column, GError **error)
{
  g_auto (Cell) cell = {
    .address = nepho_package_get (reader, "r"),
    .type = nepho_package_get (reader, "t"),
    .style = nepho_package_get (reader, "s"),
    .value = g_string_new (NULL),
  };
  g_autofree char *text = NULL;
  NephoCellKind kind;

  if (!read_content (self, reader, &cell, error))
    return FALSE;
  if (cell.address != NULL && !read_address (cell.address, row, column))
    {
      g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_FORMAT, _("The workbook is damaged: “%s” is no cell"),
                   cell.address);
      return FALSE;
    }
  text = cell_text (self, &cell, &kind);
  if (text == NULL)
    {
      g_autofree char *address = nepho_grid_address (*row, *column);

      g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_FORMAT,
                   _("The workbook is damaged: cell %s is the text “%s” of %u"), address, cell.value->str, self->strings->len);
      return FALSE;
    }

  return nepho_grid_set (grid, *row, (*column)++, text, kind, error);
}

/* A row stands where it says, or else below the one before; @next is the row below. */
static void
begin_row (xmlTextReaderPtr reader, guint *row, guint *next, guint *column)
{
  g_autofree char *number = nepho_package_get (reader, "r");
  guint64 said = number != NULL ? g_ascii_strtoull (number, NULL, 10) : 0;

  *row = said > 0 ? (guint) MIN (said - 1, NEPHO_GRID_MAX_ROWS) : *next;
  *next = *row + 1;
  *column = 0;
}

/* "A1:B2": merged cells. */
static gboolean
merge (NephoGrid *grid, const char *range, GError **error)
{
  g_auto (GStrv) ends = g_strsplit (range != NULL ? range : "", ":", 2);
  guint top;
  guint left;
  guint bottom;
  guint right;

  if (ends[0] == NULL || ends[1] == NULL || !read_address (ends[0], &top, &left) || !read_address (ends[1], &bottom, &right))
    return TRUE;

  return nepho_grid_merge (grid, top, left, bottom, right, error);
}

static NephoGrid *
read_cells (const Workbook *self, const char *name, GError **error)
{
  g_autoptr (NephoGrid) grid = nepho_grid_new (name);
  g_autoptr (xmlTextReader) reader = nepho_package_read (self->package, self->part, error);
  guint row = 0;
  guint next_row = 0;
  guint column = 0;
  int status;

  if (reader == NULL)
    return NULL;
  while ((status = nepho_package_next (reader, self->part, error)) == 1)
    {
      if (nepho_package_is (reader, "row"))
        begin_row (reader, &row, &next_row, &column);
      if (nepho_package_is (reader, "c") && !read_cell (self, reader, grid, &row, &column, error))
        return NULL;
      if (nepho_package_is (reader, "mergeCell"))
        {
          g_autofree char *range = nepho_package_get (reader, "ref");

          if (!merge (grid, range, error))
            return NULL;
        }
    }

  return status == 0 ? g_steal_pointer (&grid) : NULL;
}

/**
 * nepho_xlsx_read:
 * @package: an XLSX workbook (ECMA-376)
 * @index: a sheet, from 0
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its cells
 */
NephoGrid *
nepho_xlsx_read (const NephoPackage *package, guint index, GError **error)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) formats = g_array_new (FALSE, FALSE, sizeof (Format));
  g_autoptr (GPtrArray) names = nepho_xlsx_sheets (package, error);
  Workbook self = { .package = package, .strings = strings, .formats = formats };
  g_autofree char *part = names != NULL ? find_part (&self, index, error) : NULL;

  if (part == NULL || !read_strings (&self, error) || !read_styles (&self, error))
    return NULL;
  self.part = part;

  return read_cells (&self, g_ptr_array_index (names, index), error);
}
