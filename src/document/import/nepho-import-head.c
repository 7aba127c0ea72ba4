/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-import-head.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-import-number.h"
#include "nepho-period.h"

/* Days that a spreadsheet counts from the end of 1899; from 1954 to 2119 they may be dates. */
#define SERIAL_FIRST 20000.0
#define SERIAL_LAST 80000.0

/**
 * nepho_import_period:
 * @text: what may be a period
 * @begin: (out): where it begins, in years with a fraction
 * @end: (out): where it ends
 * @date: (out) (transfer full) (nullable): the date, where it is a number of days as spreadsheets count them:
 *   "44742" is what they show of a date whose format was lost
 *
 * Returns: whether it is a period; where it is not, @begin and @end are %NAN
 */
gboolean
nepho_import_period (const char *text, double *begin, double *end, char **date)
{
  g_autoptr (GDateTime) origin = NULL;
  g_autoptr (GDateTime) day = NULL;
  double days;
  char *stop;

  *date = NULL;
  if (nepho_period_parse (text, begin, end))
    return TRUE;
  days = g_ascii_strtod (text, &stop);
  if (*stop != '\0' || days < SERIAL_FIRST || days > SERIAL_LAST || days != floor (days))
    return FALSE;

  origin = g_date_time_new_utc (1899, 12, 30, 0, 0, 0.0);
  day = g_date_time_add_days (origin, (int) days);
  *date = g_date_time_format (day, "%Y-%m-%d");

  return nepho_period_parse (*date, begin, end);
}

/**
 * nepho_import_is_figure:
 * @text: a cell
 *
 * Returns: whether it is a number that is no period
 */
gboolean
nepho_import_is_figure (const char *text)
{
  NephoImportNumber number;
  double begin;
  double end;

  return nepho_import_number_parse (text, '\0', &number) && !nepho_period_parse (text, &begin, &end);
}

/* What stands in a row of names above a column. Where nothing does but something stands below it, the name left
 * of it reaches so far: that is what becomes of merged cells in CSV. */
static const char *
name_at (const NephoGrid *grid, guint row, guint last, guint column)
{
  const char *text = nepho_grid_get (grid, row, column);

  if (*text != '\0' || row == last || *nepho_grid_get (grid, last, column) == '\0')
    return text;
  while (*text == '\0' && column > 0)
    text = nepho_grid_get (grid, row, --column);

  return text;
}

static char **
collect_parts (const NephoGrid *grid, guint header, guint n_rows, guint column)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (name_at (grid, header + i, header + n_rows - 1, column)));

      if (*text != '\0' && !g_ptr_array_find_with_equal_func (parts, text, g_str_equal, NULL))
        g_ptr_array_add (parts, g_steal_pointer (&text));
    }
  g_ptr_array_add (parts, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&parts), FALSE);
}

static gboolean
take_period (NephoImportHead *self, const char *text)
{
  g_autofree char *date = NULL;

  if (!nepho_import_period (text, &self->begin, &self->end, &date))
    return FALSE;

  self->period = g_strdup (date != NULL ? date : text);
  if (date != NULL)
    self->flag = g_strdup_printf (_("“%s” is taken for a date as spreadsheets count days: %s."), text, date);

  return TRUE;
}

/* "2022" over "H1", or "Jan" under "2022", and also the other way round. */
static gboolean
take_joined_period (NephoImportHead *self)
{
  g_autofree char *close = g_strjoinv ("", self->parts);
  g_autofree char *apart = g_strjoinv (" ", self->parts);
  g_autofree char *reversed = NULL;

  if (self->parts[0] == NULL)
    return FALSE;
  if (self->parts[1] != NULL)
    reversed = g_strdup_printf ("%s %s", self->parts[1], self->parts[0]);

  return take_period (self, close) || take_period (self, apart) || (reversed != NULL && take_period (self, reversed));
}

/* Of a period in one part, the others are names. */
static void
take_parts (NephoImportHead *self)
{
  guint n = g_strv_length (self->parts);

  for (guint i = n; i > 0; i--)
    {
      const char *part = self->parts[i - 1];

      if (self->period == NULL && n > 1 && take_period (self, part))
        continue;
      if (self->name == NULL)
        self->name = g_strdup (part);
      else if (self->above == NULL)
        self->above = g_strdup (part);
    }
}

/**
 * nepho_import_head_new:
 * @grid: a table
 * @header: first row with names of columns
 * @n_rows: number of such rows, at most %NEPHO_HEAD_MAX_ROWS; may be 0
 * @column: a column
 *
 * Returns: (transfer full): what the names above the column say
 */
NephoImportHead *
nepho_import_head_new (const NephoGrid *grid, guint header, guint n_rows, guint column)
{
  NephoImportHead *self = g_new0 (NephoImportHead, 1);

  self->parts = collect_parts (grid, header, n_rows, column);
  if (!take_joined_period (self))
    take_parts (self);

  return self;
}

/**
 * nepho_import_head_free:
 * @self: (transfer full) (nullable): a head
 */
void
nepho_import_head_free (NephoImportHead *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->parts);
  g_free (self->period);
  g_free (self->flag);
  g_free (self->name);
  g_free (self->above);
  g_free (self);
}

/**
 * nepho_import_head_field:
 * @self: a head
 *
 * Returns: what the column holds, as far as its names tell
 */
NephoField
nepho_import_head_field (const NephoImportHead *self)
{
  NephoField field;

  if (self->period != NULL)
    return NEPHO_FIELD_SERIES;
  if (self->name == NULL)
    return NEPHO_FIELD_IGNORED;
  field = nepho_field_of_name (self->name);
  if (field != NEPHO_FIELD_IGNORED || self->above == NULL)
    return field;

  /* "Market share" over the names of vendors. */
  field = nepho_field_of_name (self->above);

  return field == NEPHO_FIELD_VALUE ? NEPHO_FIELD_SERIES : field;
}

/**
 * nepho_import_head_bracket:
 * @name: the name of a column: "Revenue (CNY bn)", "收入（亿元）"
 * @before: (out) (optional) (transfer full): what stands before the brackets; all where there are none
 *
 * Returns: (transfer full) (nullable): what stands in the last brackets
 */
char *
nepho_import_head_bracket (const char *name, char **before)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  char *open = normal != NULL ? strrchr (normal, '(') : NULL;
  char *close = open != NULL ? strchr (open, ')') : NULL;

  if (before != NULL)
    *before = g_strstrip (close != NULL ? g_strndup (normal, (gsize) (open - normal)) : g_strdup (name));

  return close != NULL ? g_strstrip (g_strndup (open + 1, (gsize) (close - open - 1))) : NULL;
}
