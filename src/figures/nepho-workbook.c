/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-workbook-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "nepho-number.h"
#include "nepho-report.h"
#include "nepho-svg-text.h"

/* What Excel allows as the name of a sheet. */
#define LONGEST_NAME 31
#define FORBIDDEN_IN_NAME "[]:*?/\\'"

/* A file that says when it was made differs each time: 2000-01-01, or the moment asked for. */
#define FIXED_MOMENT 946684800

/* The number that Excel gives this paper. */
#define PAPER_A4 9

#define CHANGED_COLOUR 0x9a3412u
#define INPUT_COLOUR 0xfff7d6u
#define DIM_COLOUR 0x5e5c64u
#define HEADER_COLOUR 0xeeeeeeu
#define LINK_COLOUR 0x1a5fb4u

gboolean
nepho_workbook_is_percent (NephoUnit unit)
{
  return unit == NEPHO_UNIT_FRACTION || unit == NEPHO_UNIT_FRACTION_PER_YEAR;
}

double
nepho_workbook_shown (double value, NephoUnit unit)
{
  double factor = nepho_unit_display (unit).factor;

  return nepho_workbook_is_percent (unit) || factor == 1.0 ? value : nepho_number_snap (value * factor);
}

static gboolean
is_taken (const GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (names, i), name) == 0)
      return TRUE;

  return FALSE;
}

/* A name that Excel accepts and no other sheet has. */
static char *
sheet_name (const GPtrArray *names, const char *wanted)
{
  g_autofree char *plain = g_strdelimit (nepho_svg_clean (wanted), FORBIDDEN_IN_NAME, ' ');
  char *name = g_utf8_substring (plain, 0, MIN (LONGEST_NAME, g_utf8_strlen (plain, -1)));

  for (guint n = 2; is_taken (names, name); n++)
    {
      g_autofree char *stem = g_utf8_substring (plain, 0, MIN (LONGEST_NAME - 4, g_utf8_strlen (plain, -1)));

      g_free (name);
      name = g_strdup_printf ("%s %u", stem, n);
    }

  return name;
}

lxw_worksheet *
nepho_workbook_add_sheet (NephoWorkbook *self, const char *name)
{
  char *own = sheet_name (self->names, name);
  lxw_worksheet *sheet = workbook_add_worksheet (self->book, own);

  g_ptr_array_add (self->names, own);
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, PAPER_A4);

  return sheet;
}

/* What other programs write of a chart's names they take from the cells: no character may be one that XML does
 * not know. */
void
nepho_workbook_text (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format)
{
  g_autofree char *clean = nepho_svg_clean (text);

  worksheet_write_string (sheet, row, column, clean, format);
}

/* The library takes a title that begins with "=" for the address of a cell. */
void
nepho_workbook_chart_title (lxw_chart *chart, const char *text)
{
  g_autofree char *clean = nepho_svg_clean (text);
  g_autofree char *title = g_strconcat (nepho_table_begins_formula (clean) ? "'" : "", clean, NULL);

  chart_title_set_name (chart, title);
}

void
nepho_workbook_header (NephoWorkbook *self,
                       lxw_worksheet *sheet,
                       lxw_row_t row,
                       lxw_col_t column,
                       const char *name,
                       NephoUnit unit)
{
  g_autofree char *text = NULL;

  /* Translators: name of a column, its unit */
  if (unit != NEPHO_UNIT_NONE)
    text = g_strdup_printf (_("%s (%s)"), name, nepho_unit_name (unit));
  nepho_workbook_text (sheet, row, column, text != NULL ? text : name, self->header);
}

static lxw_format *
add_format (NephoWorkbook *self, gboolean bold, lxw_color_t colour)
{
  lxw_format *format = workbook_add_format (self->book);

  if (bold)
    format_set_bold (format);
  format_set_font_color (format, colour);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);

  return format;
}

/* How numbers are written that are below the limit: three digits that count, grouped. */
static const struct
{
  double      limit;
  const char *format;
} sizes[NEPHO_WORKBOOK_N_FORMATS] = {
  { 1.0, "0.0000" }, { 100.0, "0.00" }, { 1000.0, "0.0" }, { 1e10, "#,##0" }, { HUGE_VAL, "0.00E+00" },
};

/* Returns: the format that suits a number of @unit, as the sheet holds it */
lxw_format *
nepho_workbook_format (NephoWorkbook *self, NephoWorkbookLook look, double value, NephoUnit unit)
{
  guint size = 0;

  if (nepho_workbook_is_percent (unit))
    return self->percents[look];
  /* A year is not grouped. */
  if (unit == NEPHO_UNIT_NONE && look == NEPHO_WORKBOOK_PLAIN && fabs (value) >= 1000.0)
    return NULL;
  while (size + 1 < NEPHO_WORKBOOK_N_FORMATS && fabs (value) >= sizes[size].limit)
    size++;
  /* Nothing is said by decimals that are all zero. */
  if (size < 3 && value == floor (value))
    size = 3;

  return self->numbers[look][size];
}

/* Writes a number in its unit as people see it. */
void
nepho_workbook_number (NephoWorkbook *self,
                       lxw_worksheet *sheet,
                       lxw_row_t row,
                       lxw_col_t column,
                       double value,
                       NephoUnit unit,
                       NephoWorkbookLook look)
{
  double shown = nepho_workbook_shown (value, unit);

  worksheet_write_number (sheet, row, column, shown, nepho_workbook_format (self, look, shown, unit));
}

static lxw_format *
add_number_format (NephoWorkbook *self, NephoWorkbookLook look, const char *digits)
{
  gboolean changed = look == NEPHO_WORKBOOK_CHANGED;
  lxw_format *format = add_format (self, changed, changed ? CHANGED_COLOUR : LXW_COLOR_BLACK);

  if (look == NEPHO_WORKBOOK_INPUT)
    format_set_bg_color (format, INPUT_COLOUR);
  format_set_num_format (format, digits);

  return format;
}

static void
add_number_formats (NephoWorkbook *self)
{
  for (NephoWorkbookLook look = NEPHO_WORKBOOK_PLAIN; look <= NEPHO_WORKBOOK_INPUT; look++)
    {
      self->percents[look] = add_number_format (self, look, "0.0%");
      for (guint k = 0; k < NEPHO_WORKBOOK_N_FORMATS; k++)
        self->numbers[look][k] = add_number_format (self, look, sizes[k].format);
    }
}

static void
add_formats (NephoWorkbook *self)
{
  self->title = add_format (self, TRUE, LXW_COLOR_BLACK);
  format_set_font_size (self->title, 14);
  self->header = add_format (self, TRUE, LXW_COLOR_BLACK);
  format_set_bg_color (self->header, HEADER_COLOUR);
  format_set_text_wrap (self->header);
  format_set_bottom (self->header, LXW_BORDER_THIN);
  self->dim = add_format (self, FALSE, DIM_COLOUR);
  self->link = add_format (self, FALSE, LINK_COLOUR);
  format_set_underline (self->link, LXW_UNDERLINE_SINGLE);
  self->changed = add_format (self, TRUE, CHANGED_COLOUR);
  add_number_formats (self);
}

static time_t
creation_moment (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 1, G_MAXINT32, &seconds, NULL))
    return (time_t) seconds;

  return FIXED_MOMENT;
}

static void
set_properties (NephoWorkbook *self, const char *title)
{
  g_autofree char *clean = nepho_svg_clean (title);
  lxw_doc_properties properties = {
    .title = clean,
    .author = (char *) "Nephoscope",
    .keywords = (char *) _("cloud, AI, market, model, Nephoscope"),
    .created = creation_moment (),
  };

  workbook_set_properties (self->book, &properties);
}

static guint
count_changes (const NephoFigureContext *context)
{
  guint n = 0;

  for (guint k = 0; k < nepho_parameter_set_size (context->parameters); k++)
    if (nepho_figure_differs (context, k))
      n++;

  return n;
}

/* What the reader says of the document; returns the next row. */
static lxw_row_t
write_said (NephoWorkbook *self, lxw_worksheet *sheet, const NephoProperties *said, lxw_row_t row)
{
  g_auto (GStrv) notes = g_strsplit (said->notes, "\n", -1);

  if (*said->description != '\0')
    nepho_workbook_text (sheet, row++, 0, said->description, NULL);
  for (guint i = 0; *said->notes != '\0' && notes[i] != NULL; i++)
    nepho_workbook_text (sheet, row++, 0, notes[i], NULL);

  return row;
}

/* The first sheet: what the workbook is, and where everything stands. */
static void
fill_contents (NephoWorkbook *self, lxw_worksheet *sheet, const char *title, const NephoProperties *said)
{
  const NephoDataset *dataset = nepho_parameter_set_dataset (self->context->parameters);
  guint n_changes = count_changes (self->context);
  g_autofree char *data = g_strdup_printf (_("Data set: %s, version %s"), nepho_text_get (dataset->name), dataset->version);
  g_autofree char *changes
    = g_strdup_printf (ngettext ("%u assumption differs from the data set", "%u assumptions differ from the data set",
                                 n_changes), n_changes);
  lxw_row_t row;

  worksheet_set_column (sheet, 0, 0, 60, NULL);
  nepho_workbook_text (sheet, 0, 0, title, self->title);
  nepho_workbook_text (sheet, 1, 0, data, self->dim);
  nepho_workbook_text (sheet, 2, 0, changes, n_changes > 0 ? self->changed : self->dim);
  row = write_said (self, sheet, said, 3) + 1;
  for (guint i = 1; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);
      g_autofree char *target = g_strdup_printf ("internal:'%s'!A1", name);

      worksheet_write_url_opt (sheet, row++, 0, target, self->link, name, NULL);
    }
}

static void
fill (NephoWorkbook *self, GPtrArray *figures, const char *title, const NephoProperties *said)
{
  lxw_worksheet *contents = nepho_workbook_add_sheet (self, _("Contents"));

  for (guint i = 0; i < figures->len; i++)
    {
      const NephoPlotFigure *figure = g_ptr_array_index (figures, i);
      const NephoFigureSpec *spec = nepho_figure_find (figure->id);

      nepho_workbook_add_figure (self, figure, spec != NULL ? _(spec->name) : figure->id);
    }
  nepho_workbook_add_assumptions (self);
  nepho_workbook_add_training (self);
  nepho_workbook_add_revenue (self);
  nepho_workbook_add_sources (self, figures);
  fill_contents (self, contents, title, said);
}

/* The library prints numbers when the workbook is closed, with printf(), which would use the decimal comma of
 * the reader's language. Nothing is translated meanwhile, so the plain locale may stand for every category:
 * it is the one that libc hands out without looking for files. */
static lxw_error
close_plain (lxw_workbook *book)
{
  locale_t plain = newlocale (LC_ALL_MASK, "C", (locale_t) 0);
  locale_t before = uselocale (plain);
  lxw_error status = workbook_close (book);

  uselocale (before);
  freelocale (plain);

  return status;
}

/* What goes wrong is told once, by us: the library would print words of its own that name its files. */
static lxw_error
close_quietly (lxw_workbook *book, int *reason)
{
  int kept = dup (STDERR_FILENO);
  int nowhere = open ("/dev/null", O_WRONLY | O_CLOEXEC);
  lxw_error status;

  if (kept >= 0 && nowhere >= 0)
    dup2 (nowhere, STDERR_FILENO);
  errno = 0;
  status = close_plain (book);
  *reason = errno;
  if (kept >= 0 && nowhere >= 0)
    dup2 (kept, STDERR_FILENO);
  if (kept >= 0)
    close (kept);
  if (nowhere >= 0)
    close (nowhere);

  return status;
}

static lxw_error
write_file (const NephoFigureContext *context, GPtrArray *figures, NephoDocument *document, const char *path, int *reason)
{
  g_autofree char *title = nepho_report_title (document);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  NephoWorkbook self = { .context = context, .document = document, .book = workbook_new (path), .names = names };

  if (self.book == NULL)
    return LXW_ERROR_MEMORY_MALLOC_FAILED;
  add_formats (&self);
  set_properties (&self, title);
  fill (&self, figures, title, nepho_document_get_properties (document));

  return close_quietly (self.book, reason);
}

/**
 * nepho_workbook_encode:
 * @context: what the figures were made from
 * @figures: (element-type NephoPlotFigure): figures, each of which becomes a sheet
 * @document: what the reader says of it
 * @error: return location for an error
 *
 * Makes an XLSX workbook: a sheet for each figure with its numbers and a chart that Excel and
 * LibreOffice can restyle, the assumptions with what differs from the sources, the costing of a
 * training run and the identity of revenue as formulas that compute, and the sources. The same
 * figures give the same bytes.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %NEPHO_PICTURE_ERROR_WRITE
 */
GBytes *
nepho_workbook_encode (const NephoFigureContext *context, GPtrArray *figures, NephoDocument *document, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("nephoscope-XXXXXX", error);
  g_autofree char *path = NULL;
  g_autoptr (GError) local = NULL;
  lxw_error status;
  int reason = 0;
  char *data = NULL;
  gsize length = 0;

  if (folder == NULL)
    {
      g_prefix_error (error, "%s ", _("The workbook could not be made:"));
      return NULL;
    }

  path = g_build_filename (folder, "workbook.xlsx", NULL);
  status = write_file (context, figures, document, path, &reason);
  if (status == LXW_NO_ERROR)
    g_file_get_contents (path, &data, &length, &local);
  g_remove (path);
  g_rmdir (folder);

  if (data == NULL)
    {
      g_set_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_WRITE, _("The workbook could not be made: %s"),
                   local != NULL ? local->message : reason != 0 ? g_strerror (reason) : lxw_strerror (status));
      return NULL;
    }

  return g_bytes_new_take (data, length);
}
