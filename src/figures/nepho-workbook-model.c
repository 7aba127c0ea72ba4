/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-workbook-private.h"

#include <glib/gi18n-lib.h>

#include "nepho-changes.h"
#include "nepho-citations.h"
#include "nepho-event-words.h"

static const char *
origin_of (const NephoParameter *parameter, const NephoFact *fact)
{
  if (fact != NULL)
    return fact->publisher;

  return parameter->reason != NULL ? _(parameter->reason) : "";
}

static void
write_assumption (NephoWorkbook *self, lxw_worksheet *sheet, lxw_row_t row, guint index)
{
  const NephoFigureContext *context = self->context;
  const NephoParameter *parameter = nepho_parameter_set_get (context->parameters, index);
  const NephoFact *fact = parameter->source != NULL
                            ? nepho_dataset_find_fact (nepho_parameter_set_dataset (context->parameters), parameter->source)
                            : NULL;
  gboolean changed = nepho_figure_differs (context, index);
  g_autofree char *course = nepho_events_describe (context->parameters, index, context->events, NULL);
  NephoUnit unit = parameter->spec->unit;
  g_autofree char *title = nepho_parameter_title (context->parameters, index);
  g_autofree char *set_by = nepho_changes_set_by (context, index);

  nepho_workbook_text (sheet, row, 0, title, changed ? self->changed : NULL);
  nepho_workbook_number (self, sheet, row, 1, context->values[index], unit,
                         changed ? NEPHO_WORKBOOK_CHANGED : NEPHO_WORKBOOK_PLAIN);
  nepho_workbook_text (sheet, row, 2, nepho_unit_name (unit), self->dim);
  nepho_workbook_number (self, sheet, row, 3, parameter->initial, unit, NEPHO_WORKBOOK_PLAIN);
  nepho_workbook_text (sheet, row, 4, set_by, self->changed);
  nepho_workbook_text (sheet, row, 5, fact != NULL ? nepho_grade_name (fact->grade) : _("Assumption"), NULL);
  nepho_workbook_text (sheet, row, 6, origin_of (parameter, fact), NULL);
  nepho_workbook_text (sheet, row, 7, parameter->id, self->dim);
  nepho_workbook_text (sheet, row, 8, course != NULL ? course : "", NULL);
  nepho_workbook_text (sheet, row, 9, nepho_changes_note (context, self->document, index), NULL);
}

/* Every parameter: first those that differ from the data set, then the others. */
void
nepho_workbook_add_assumptions (NephoWorkbook *self)
{
  lxw_worksheet *sheet = nepho_workbook_add_sheet (self, _("Assumptions"));
  const NephoFigureContext *context = self->context;
  const char *names[] = { _("Parameter"), _("Value"), _("Unit"), _("Data set’s value"), _("Set by"),
                          _("Grade"),     _("Source or reason"), _("Id"), _("Path over time"), _("Note") };
  static const double widths[] = { 44, 14, 18, 16, 30, 14, 60, 34, 44, 60 };
  lxw_row_t row = 1;

  for (lxw_col_t k = 0; k < G_N_ELEMENTS (names); k++)
    {
      worksheet_set_column (sheet, k, k, widths[k], NULL);
      nepho_workbook_header (self, sheet, 0, k, names[k], NEPHO_UNIT_NONE);
    }
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < nepho_parameter_set_size (context->parameters); i++)
      {
        gboolean changed = nepho_figure_differs (context, i);

        if (changed == (pass == 0))
          write_assumption (self, sheet, row++, i);
      }
  worksheet_freeze_panes (sheet, 1, 1);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_autofilter (sheet, 0, 0, row - 1, (lxw_col_t) (G_N_ELEMENTS (names) - 1));
}

static void
write_source (NephoWorkbook *self, lxw_worksheet *sheet, lxw_row_t row, const NephoFact *fact)
{
  const char *texts[] = { fact->id, fact->subject, fact->measure, fact->period };
  const char *more[] = { fact->unit, nepho_grade_name (fact->grade), fact->publisher, fact->title, fact->quote };

  for (lxw_col_t k = 0; k < G_N_ELEMENTS (texts); k++)
    nepho_workbook_text (sheet, row, k, texts[k], NULL);
  worksheet_write_number (sheet, row, 4, fact->value, NULL);
  for (lxw_col_t k = 0; k < G_N_ELEMENTS (more); k++)
    nepho_workbook_text (sheet, row, (lxw_col_t) (5 + k), more[k], NULL);
  /* As text: Excel refuses a file with more than 65,530 links, and addresses that it dislikes. */
  nepho_workbook_text (sheet, row, 10, fact->url, NULL);
  nepho_workbook_text (sheet, row, 11, fact->published, NULL);
  nepho_workbook_text (sheet, row, 12, nepho_changes_origin (fact),
                          fact->origin == NEPHO_ORIGIN_READER ? self->changed : NULL);
}

/* Where the figures were read. */
void
nepho_workbook_add_sources (NephoWorkbook *self, const GPtrArray *figures)
{
  lxw_worksheet *sheet = nepho_workbook_add_sheet (self, _("Sources"));
  g_autoptr (GPtrArray) cited = nepho_citations_new (self->context, figures);
  const char *names[] = { _("Id"),   _("Subject"), _("Measure"),   _("Period"), _("Value"), _("Unit"),
                          _("Grade"), _("Publisher"), _("Title"), _("Quote"), _("Address"),
                          _("Publication date"), _("Origin") };
  static const double widths[] = { 14, 26, 40, 16, 12, 14, 12, 24, 40, 60, 50, 16, 24 };
  lxw_row_t row = 1;

  for (lxw_col_t k = 0; k < G_N_ELEMENTS (names); k++)
    {
      worksheet_set_column (sheet, k, k, widths[k], NULL);
      nepho_workbook_header (self, sheet, 0, k, names[k], NEPHO_UNIT_NONE);
    }
  for (guint i = 0; i < cited->len; i++)
    write_source (self, sheet, row++, g_ptr_array_index (cited, i));
  worksheet_freeze_panes (sheet, 1, 1);
  worksheet_fit_to_pages (sheet, 1, 0);
}
