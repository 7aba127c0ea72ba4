/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-bundle.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-bundle-folder.h"
#include "nepho-document-pack.h"
#include "nepho-workbook.h"

typedef struct
{
  NephoBundleKinds kind;
  int              figure; /* index, or -1 for a file of all of them */
  char            *name;
} File;

struct _NephoBundle
{
  NephoFigureContext  context;
  NephoBundleOptions  options;
  NephoReportStyle    report;
  GBytes             *packed;   /* the scenario as pictures keep it, or NULL */
  NephoComparison    *comparison; /* made here, where the context had none; or NULL */
  GPtrArray          *figures;  /* NephoPlotFigure */
  GArray             *files;    /* File */
};

static const struct
{
  NephoBundleKinds kind;
  const char      *id;
  gboolean         single;  /* one file of all figures, whose name this is */
  const char      *suffix;
} kinds[] = {
  { NEPHO_BUNDLE_PNG, "png", FALSE, "png" },           { NEPHO_BUNDLE_SVG, "svg", FALSE, "svg" },
  { NEPHO_BUNDLE_PDF, "pdf", FALSE, "pdf" },           { NEPHO_BUNDLE_CSV, "csv", FALSE, "csv" },
  { NEPHO_BUNDLE_WORKBOOK, "workbook", TRUE, "xlsx" }, { NEPHO_BUNDLE_REPORT, "report", TRUE, "pdf" },
};

/**
 * nepho_bundle_kinds_parse:
 * @text: kinds of files, such as "png,csv,report"
 * @error: return location for an error
 *
 * Returns: the kinds; 0 with %NEPHO_PICTURE_ERROR_FORMAT for anything else
 */
NephoBundleKinds
nepho_bundle_kinds_parse (const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  NephoBundleKinds found = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      NephoBundleKinds kind = 0;

      g_strstrip (words[i]);
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        if (g_ascii_strcasecmp (kinds[k].id, words[i]) == 0)
          kind = kinds[k].kind;
      if (kind == 0)
        {
          g_set_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_FORMAT,
                       _("“%s” is no kind of file; expected some of png, svg, pdf, csv, workbook, report"), words[i]);
          return 0;
        }
      found |= kind;
    }

  return found;
}

static void
file_clear (gpointer data)
{
  g_free (((File *) data)->name);
}

static void
add_file (NephoBundle *self, guint kind, int figure, const char *stem)
{
  File file = { kinds[kind].kind, figure, g_strdup_printf ("%s.%s", stem, kinds[kind].suffix) };

  g_array_append_val (self->files, file);
}

static void
list_files (NephoBundle *self)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      if ((self->options.kinds & kinds[k].kind) == 0)
        continue;
      if (kinds[k].single)
        {
          add_file (self, k, -1, kinds[k].id);
          continue;
        }
      for (guint i = 0; i < self->figures->len; i++)
        add_file (self, k, (int) i, ((NephoPlotFigure *) g_ptr_array_index (self->figures, i))->id);
    }
}

/**
 * nepho_bundle_new:
 * @context: what the figures show; parameters, values and results must outlive the bundle
 * @options: which files, and how they look; copied, but for a logo
 *
 * Returns: (transfer full): the files, none of them made yet
 */
NephoBundle *
nepho_bundle_new (const NephoFigureContext *context, const NephoBundleOptions *options)
{
  NephoBundle *self = g_new0 (NephoBundle, 1);

  self->context = *context;
  self->options = *options;
  self->report = *options->report;
  self->options.document = g_object_ref (options->document);
  self->packed = options->embed ? nepho_document_pack (options->document) : NULL;
  self->options.picture.document = self->packed;
  self->report.document = self->packed;
  if (self->context.comparison == NULL)
    self->context.comparison = self->comparison = nepho_comparison_new (options->document, NULL, NULL);
  self->figures = nepho_figures_build_all (&self->context);
  self->files = g_array_new (FALSE, FALSE, sizeof (File));
  g_array_set_clear_func (self->files, file_clear);
  list_files (self);

  return self;
}

/**
 * nepho_bundle_free:
 * @self: (transfer full) (nullable): a bundle
 */
void
nepho_bundle_free (NephoBundle *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->figures);
  nepho_comparison_free (self->comparison);
  g_array_unref (self->files);
  g_object_unref (self->options.document);
  g_clear_pointer (&self->packed, g_bytes_unref);
  g_free (self);
}

/**
 * nepho_bundle_n_files:
 * @self: a bundle
 *
 * Returns: number of files
 */
guint
nepho_bundle_n_files (const NephoBundle *self)
{
  return self->files->len;
}

/**
 * nepho_bundle_name:
 * @self: a bundle
 * @index: a file
 *
 * Returns: (transfer none): its name
 */
const char *
nepho_bundle_name (const NephoBundle *self, guint index)
{
  g_return_val_if_fail (index < self->files->len, NULL);

  return g_array_index (self->files, File, index).name;
}

static GBytes *
encode_picture (const NephoBundle *self, const File *file, NephoPictureFormat format, GError **error)
{
  const NephoPlotFigure *figure = g_ptr_array_index (self->figures, file->figure);
  g_autofree char *keywords = nepho_report_keywords (self->options.document, figure);
  NephoPictureOptions options = self->options.picture;

  options.format = format;
  options.keywords = keywords;

  return nepho_picture_encode (figure, &options, error);
}

static GBytes *
encode_table (const NephoBundle *self, const File *file)
{
  g_autoptr (NephoTable) table = nepho_table_from_figure (g_ptr_array_index (self->figures, file->figure));
  char *csv = nepho_table_to_csv_in (table, self->options.csv);

  return g_bytes_new_take (csv, strlen (csv));
}

/**
 * nepho_bundle_encode:
 * @self: a bundle
 * @index: a file
 * @error: return location for an error
 *
 * Makes one file.
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL with an error of #NephoPictureError
 */
GBytes *
nepho_bundle_encode (const NephoBundle *self, guint index, GError **error)
{
  const File *file;

  g_return_val_if_fail (index < self->files->len, NULL);

  file = &g_array_index (self->files, File, index);
  switch ((guint) file->kind)
    {
    case NEPHO_BUNDLE_PNG:
      return encode_picture (self, file, NEPHO_PICTURE_PNG, error);
    case NEPHO_BUNDLE_SVG:
      return encode_picture (self, file, NEPHO_PICTURE_SVG, error);
    case NEPHO_BUNDLE_PDF:
      return encode_picture (self, file, NEPHO_PICTURE_PDF, error);
    case NEPHO_BUNDLE_CSV:
      return encode_table (self, file);
    case NEPHO_BUNDLE_WORKBOOK:
      return nepho_workbook_encode (&self->context, self->figures, self->options.document, error);
    case NEPHO_BUNDLE_REPORT:
    default:
      return nepho_report_encode (&self->context, self->figures, self->options.document, &self->report, error);
    }
}

/**
 * nepho_bundle_write:
 * @self: a bundle
 * @folder: (type filename): where; it is made if it is not there
 * @step: (scope call) (nullable): told before each file how far it is
 * @error: return location for an error
 *
 * Writes all files, which take their places once all are made. Files of the same name are replaced.
 *
 * Returns: %FALSE, the folder as it was, with an error as nepho_bundle_encode() and nepho_bundle_folder_add() have it,
 *   or %G_IO_ERROR_CANCELLED
 */
gboolean
nepho_bundle_write (const NephoBundle *self, const char *folder, NephoBundleStep step, GError **error)
{
  g_autoptr (NephoBundleFolder) files = nepho_bundle_folder_new (folder, error);

  for (guint i = 0; files != NULL && i < self->files->len; i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      if (step != NULL && !step (i, self->files->len))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped"));
          return FALSE;
        }
      bytes = nepho_bundle_encode (self, i, error);
      if (bytes == NULL || !nepho_bundle_folder_add (files, nepho_bundle_name (self, i), bytes, error))
        return FALSE;
    }

  return files != NULL && nepho_bundle_folder_commit (files, error);
}
