/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-workbook-private.h"

#include <glib/gi18n-lib.h>

#include "nepho-training.h"

/* The rows of the costing, counted as Excel does; the formulas below name them. */
#define FIRST_INPUT_ROW 4
#define FIRST_RESULT_ROW 19
#define FIRST_GRID_ROW 34

typedef struct
{
  const char *name;
  NephoUnit   unit;
  double      value;
  const char *formula; /* NULL: an input */
} Line;

static void
write_line (NephoWorkbook *self, lxw_worksheet *sheet, lxw_row_t row, const Line *line)
{
  gboolean percent = nepho_workbook_is_percent (line->unit);
  NephoWorkbookLook look = line->formula != NULL ? NEPHO_WORKBOOK_PLAIN : NEPHO_WORKBOOK_INPUT;
  lxw_format *format = nepho_workbook_format (self, look, line->value, line->unit);

  /* In stored units, whatever the language: the formulas count in them. */
  nepho_workbook_text (sheet, row, 0, line->name, NULL);
  if (line->formula != NULL)
    worksheet_write_formula_num (sheet, row, 1, line->formula, format, line->value);
  else
    worksheet_write_number (sheet, row, 1, line->value, format);
  nepho_workbook_text (sheet, row, 2, percent ? "" : nepho_unit_id (line->unit), self->dim);
}

static void
write_inputs (NephoWorkbook *self, lxw_worksheet *sheet, const NephoTrainingRun *run)
{
  const Line inputs[] = {
    { _("Parameters of the model"), NEPHO_UNIT_PARAMETER, run->parameters, NULL },
    { _("Training tokens"), NEPHO_UNIT_TOKEN, run->tokens, NULL },
    { _("Peak of one centre"), NEPHO_UNIT_PFLOP_PER_SECOND, run->centre_pflops, NULL },
    { _("Utilisation of the centre"), NEPHO_UNIT_FRACTION, run->utilisation, NULL },
    { _("The run must end within"), NEPHO_UNIT_DAY, run->window_days, NULL },
    { _("Capital of one centre"), NEPHO_UNIT_YUAN_BILLION, run->investment_yuan_bn, NULL },
    { _("Life of a centre"), NEPHO_UNIT_YEAR, run->life_years, NULL },
    { _("Peak of one accelerator"), NEPHO_UNIT_FLOP_PER_SECOND, run->accelerator_flops, NULL },
    { _("Model FLOP utilisation"), NEPHO_UNIT_FRACTION, run->mfu, NULL },
    { _("Accelerator hour"), NEPHO_UNIT_YUAN_PER_HOUR, run->price_yuan_per_hour, NULL },
    { _("Power of one accelerator"), NEPHO_UNIT_WATT, run->accelerator_watts, NULL },
    { _("Power usage effectiveness (PUE)"), NEPHO_UNIT_NONE, run->pue, NULL },
    { _("Carbon intensity of the grid"), NEPHO_UNIT_KILOGRAM_PER_KWH, run->grid_kg_per_kwh, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    write_line (self, sheet, FIRST_INPUT_ROW - 1 + i, &inputs[i]);
}

/* The chain of docs/model.md, cell by cell: B4 … B16 are the inputs in the order above. */
static void
write_results (NephoWorkbook *self, lxw_worksheet *sheet, const NephoTrainingCost *cost)
{
  const Line results[] = {
    { _("Work"), NEPHO_UNIT_FLOP, cost->flop, "=6*B4*B5" },
    { _("Work in PF-days"), NEPHO_UNIT_PF_DAY, cost->pf_days, "=B19/8.64E+19" },
    { _("Days on one centre"), NEPHO_UNIT_DAY, cost->centre_days, "=B20/(B6*B7)" },
    { _("Centres, exactly"), NEPHO_UNIT_CENTRE, cost->centres, "=B21/B8" },
    { _("Centres to build"), NEPHO_UNIT_CENTRE, cost->centres_whole, "=ROUNDUP(B22*(1-1E-12),0)" },
    { _("Capital"), NEPHO_UNIT_YUAN_BILLION, cost->capital_yuan_bn, "=B23*B9" },
    { _("Capital used up by the run"), NEPHO_UNIT_YUAN_BILLION, cost->capital_used_yuan_bn, "=B24*B8/(B10*365)" },
    { _("Accelerator hours"), NEPHO_UNIT_HOUR, cost->accelerator_hours, "=B19/(B11*B12*3600)" },
    { _("Accelerators"), NEPHO_UNIT_ACCELERATOR, cost->accelerators, "=B26/(B8*24)" },
    { _("Rent at the price of an hour"), NEPHO_UNIT_YUAN_BILLION, cost->rent_yuan_bn, "=B26*B13/1E9" },
    { _("Energy"), NEPHO_UNIT_GIGAWATT_HOUR, cost->energy_gwh, "=B26*B14*B15/1E9" },
    { _("Emissions"), NEPHO_UNIT_KILOTONNE, cost->emissions_kt, "=B29*B16" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    write_line (self, sheet, FIRST_RESULT_ROW - 1 + i, &results[i]);
}

/* How the number of centres depends on how well they are used, with a chart that follows the cells. */
static void
write_grid (NephoWorkbook *self, lxw_worksheet *sheet, const char *name, const NephoTrainingRun *run, double pf_days)
{
  static const double utilisations[] = { 0.1, 0.2, 0.3, 0.35, 0.5, 0.75, 1.0 };
  const guint n = G_N_ELEMENTS (utilisations);
  lxw_chart *chart = workbook_add_chart (self->book, LXW_CHART_COLUMN);
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_options options = { .description = _("Centres that a training run needs, by utilisation") };

  nepho_workbook_header (self, sheet, FIRST_GRID_ROW - 2, 0, _("Utilisation of the centre"), NEPHO_UNIT_NONE);
  nepho_workbook_header (self, sheet, FIRST_GRID_ROW - 2, 1, _("Centres, exactly"), NEPHO_UNIT_NONE);
  for (guint i = 0; i < n; i++)
    {
      guint row = FIRST_GRID_ROW + i;
      double centres = pf_days / (run->centre_pflops * utilisations[i]) / run->window_days;
      g_autofree char *formula = g_strdup_printf ("=$B$20/($B$6*A%u)/$B$8", row);

      worksheet_write_number (sheet, row - 1, 0, utilisations[i], self->percents[NEPHO_WORKBOOK_INPUT]);
      worksheet_write_formula_num (sheet, row - 1, 1, formula,
                                   nepho_workbook_format (self, NEPHO_WORKBOOK_PLAIN, centres, NEPHO_UNIT_NONE), centres);
    }
  chart_series_set_categories (series, name, FIRST_GRID_ROW - 1, 0, FIRST_GRID_ROW + n - 2, 0);
  chart_series_set_values (series, name, FIRST_GRID_ROW - 1, 1, FIRST_GRID_ROW + n - 2, 1);
  chart_title_set_name (chart, _("Centres that a training run needs, by utilisation"));
  chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  worksheet_insert_chart_opt (sheet, 2, 4, chart, &options);
}

/* The costing of a training run as formulas: change an input, and the chain computes. */
void
nepho_workbook_add_training (NephoWorkbook *self)
{
  lxw_worksheet *sheet = nepho_workbook_add_sheet (self, _("Training run"));
  const char *name = g_ptr_array_index (self->names, self->names->len - 1);
  NephoTrainingRun run;
  NephoTrainingCost cost;

  nepho_training_run_from_values (self->context->parameters, self->context->values, &run);
  nepho_training_cost (&run, &cost);

  worksheet_set_column (sheet, 0, 0, 36, NULL);
  worksheet_set_column (sheet, 1, 2, 16, NULL);
  nepho_workbook_text (sheet, 0, 0, _("What one training run takes"), self->title);
  nepho_workbook_text (sheet, 1, 0, _("Change a coloured cell: everything below computes anew."), self->dim);
  nepho_workbook_header (self, sheet, FIRST_INPUT_ROW - 2, 0, _("Input"), NEPHO_UNIT_NONE);
  nepho_workbook_header (self, sheet, FIRST_INPUT_ROW - 2, 1, _("Value"), NEPHO_UNIT_NONE);
  nepho_workbook_header (self, sheet, FIRST_INPUT_ROW - 2, 2, _("Unit"), NEPHO_UNIT_NONE);
  write_inputs (self, sheet, &run);
  nepho_workbook_header (self, sheet, FIRST_RESULT_ROW - 2, 0, _("Result"), NEPHO_UNIT_NONE);
  nepho_workbook_header (self, sheet, FIRST_RESULT_ROW - 2, 1, _("Value"), NEPHO_UNIT_NONE);
  nepho_workbook_header (self, sheet, FIRST_RESULT_ROW - 2, 2, _("Unit"), NEPHO_UNIT_NONE);
  write_results (self, sheet, &cost);
  write_grid (self, sheet, name, &run, cost.pf_days);
}

/* One vendor in one segment and quarter: customers times what each pays. */
static void
write_revenue (NephoWorkbook *self, lxw_worksheet *sheet, lxw_row_t row, guint t, guint i, guint s)
{
  const NephoFigureContext *context = self->context;
  const NephoResults *results = context->results;
  const NephoDataset *dataset = nepho_parameter_set_dataset (context->parameters);
  gsize at = nepho_results_tis (results, t, i, s);
  NephoAssumptions assumptions = { context->values, context->events };
  double contract
    = nepho_assumptions_at (context->parameters, &assumptions,
                            nepho_parameter_set_index (context->parameters, "contract", -1, (int) s), t);
  const double factors[] = { results->customers[at], contract, results->usage[nepho_results_ts (results, t, s)],
                             results->price[at] };
  double revenue = results->revenue[at];
  g_autofree char *quarter = nepho_quarter_format (dataset->base_quarter + (NephoQuarter) t);
  g_autofree char *formula = g_strdup_printf ("=D%u*E%u/4*F%u*G%u", row + 1, row + 1, row + 1, row + 1);

  nepho_workbook_text (sheet, row, 0, quarter, NULL);
  nepho_workbook_text (sheet, row, 1, nepho_text_get (nepho_dataset_vendor (dataset, i)->name), NULL);
  nepho_workbook_text (sheet, row, 2, nepho_text_get (nepho_dataset_segment (dataset, s)->name), NULL);
  for (lxw_col_t k = 0; k < G_N_ELEMENTS (factors); k++)
    worksheet_write_number (sheet, row, 3 + k, factors[k],
                            nepho_workbook_format (self, NEPHO_WORKBOOK_INPUT, factors[k], NEPHO_UNIT_NONE));
  worksheet_write_formula_num (sheet, row, 7, formula,
                               nepho_workbook_format (self, NEPHO_WORKBOOK_PLAIN, revenue, NEPHO_UNIT_NONE), revenue);
}

/* Revenue as the product that it is, in the first and the last quarter, with its sums. */
void
nepho_workbook_add_revenue (NephoWorkbook *self)
{
  lxw_worksheet *sheet = nepho_workbook_add_sheet (self, _("Revenue identity"));
  const NephoResults *results = self->context->results;
  const guint quarters[] = { 0, results->n_quarters - 1 };
  const char *names[] = { _("Quarter"), _("Vendor"), _("Segment"), _("Customers (thousand)"), _("Contract (CNY mn a year)"),
                          _("Use of a contract"), _("Price (base quarter = 1)"), _("Revenue (CNY bn a quarter)") };
  lxw_row_t row = 3;

  worksheet_set_column (sheet, 0, 7, 18, NULL);
  nepho_workbook_text (sheet, 0, 0, _("Revenue = customers × contract ÷ 4 × use × price"), self->title);
  for (lxw_col_t k = 0; k < G_N_ELEMENTS (names); k++)
    nepho_workbook_header (self, sheet, 2, k, names[k], NEPHO_UNIT_NONE);
  for (guint k = 0; k < G_N_ELEMENTS (quarters) && quarters[k] >= k; k++)
    {
      lxw_row_t first = row;
      double sum = 0.0;
      g_autofree char *formula = NULL;

      for (guint i = 0; i < results->n_vendors; i++)
        for (guint s = 0; s < results->n_segments; s++)
          {
            write_revenue (self, sheet, row++, quarters[k], i, s);
            sum += results->revenue[nepho_results_tis (results, quarters[k], i, s)];
          }
      formula = g_strdup_printf ("=SUM(H%u:H%u)", first + 1, row);
      nepho_workbook_text (sheet, row, 0, _("Sum"), self->header);
      worksheet_write_formula_num (sheet, row++, 7, formula, self->header, sum);
    }
  worksheet_freeze_panes (sheet, 3, 0);
}
