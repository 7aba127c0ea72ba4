/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-why.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-path.h"
#include "nepho-json-writer.h"
#include "nepho-number.h"

#define DEFAULT_OUTCOME "revenue"

static gboolean
read_kind (NephoCliWhy *self)
{
  if (g_str_equal (self->by, "force"))
    self->kind = NEPHO_CAUSES_FORCE;
  else if (g_str_equal (self->by, "parameter"))
    self->kind = NEPHO_CAUSES_PARAMETER;
  else
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--by: “%s” is no way to split a difference; expected force or parameter"),
                      self->by);
      return FALSE;
    }

  return TRUE;
}

static int
find_vendor (const NephoDataset *dataset, const char *id)
{
  for (guint i = 0; i < dataset->vendors->len; i++)
    if (g_str_equal (nepho_dataset_vendor (dataset, i)->id, id))
      return (int) i;

  return -1;
}

static int
find_segment (const NephoDataset *dataset, const char *id)
{
  for (guint s = 0; s < dataset->segments->len; s++)
    if (g_str_equal (nepho_dataset_segment (dataset, s)->id, id))
      return (int) s;

  return -1;
}

/* "revenue", "revenue.alibaba", "share.alibaba.iaas" */
static gboolean
read_outcome (NephoCliWhy *self, const NephoDataset *dataset)
{
  const char *text = self->outcome != NULL ? self->outcome : DEFAULT_OUTCOME;
  g_auto (GStrv) parts = g_strsplit (text, ".", -1);
  guint n = g_strv_length (parts);
  const char *wrong = NULL;

  self->choice.vendor = -1;
  self->choice.segment = -1;
  if (n == 0 || n > 3 || !nepho_outcome_find (parts[0], &self->choice.kind))
    wrong = _("expected revenue, share or ebita, then a vendor and a segment, such as share.alibaba.iaas");
  else if (n > 1 && (self->choice.vendor = find_vendor (dataset, parts[1])) < 0)
    wrong = _("the data set has no vendor that is called so");
  else if (n > 2 && (self->choice.segment = find_segment (dataset, parts[2])) < 0)
    wrong = _("the data set has no segment that is called so");
  else if (n > 2 && self->choice.kind == NEPHO_OUTCOME_EBITA)
    wrong = _("EBITA is not divided among segments; expected a vendor only");
  else if (n < 2 && self->choice.kind == NEPHO_OUTCOME_SHARE)
    wrong = _("all vendors together always have everything; expected a vendor after a point");
  if (wrong != NULL)
    nepho_cli_fail (NEPHO_CLI_WRONG, "--outcome: %s: %s", text, wrong);

  return wrong == NULL;
}

static gboolean
read_quarter (NephoCliWhy *self, const NephoDataset *dataset, guint horizon)
{
  NephoQuarter base = dataset->base_quarter;
  g_autofree char *first = nepho_quarter_format (base);
  g_autofree char *last = nepho_quarter_format (base + (NephoQuarter) horizon);
  g_autoptr (GError) error = NULL;
  NephoQuarter quarter;

  self->choice.t = horizon;
  if (self->quarter == NULL)
    return TRUE;
  if (!nepho_quarter_parse (self->quarter, &quarter, &error))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--quarter: %s", error->message);
      return FALSE;
    }
  if (quarter < base || quarter > base + (NephoQuarter) horizon)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--%s: %s is outside the run; expected %s to %s"), "quarter", self->quarter,
                      first, last);
      return FALSE;
    }

  self->choice.t = (guint) (quarter - base);
  return TRUE;
}

/* A part is of a parameter that both sides have. */
static gboolean
check_alike (NephoDocument *before, NephoDocument *after)
{
  const NephoParameterSet *a = nepho_document_get_parameters (before);
  const NephoParameterSet *b = nepho_document_get_parameters (after);
  gboolean alike = nepho_parameter_set_size (a) == nepho_parameter_set_size (b)
                   && nepho_document_get_dataset (before)->base_quarter
                        == nepho_document_get_dataset (after)->base_quarter;

  for (guint k = 0; alike && k < nepho_parameter_set_size (a); k++)
    alike = g_str_equal (nepho_parameter_set_get (a, k)->id, nepho_parameter_set_get (b, k)->id);
  if (!alike)
    nepho_cli_fail (NEPHO_CLI_WRONG, _("--by: the two have not the same vendors, segments and base quarter, so that their "
                                       "difference has no parts"));

  return alike;
}

/**
 * nepho_cli_why_read:
 * @self: options as they were typed
 * @before: one side
 * @after: (nullable): the other, where there is one
 * @horizon: quarters that both look ahead
 *
 * Reads what is asked, and whether it can be.
 *
 * Returns: %FALSE, having said why, where any of it is wrong
 */
gboolean
nepho_cli_why_read (NephoCliWhy *self, NephoDocument *before, NephoDocument *after, guint horizon)
{
  const NephoDataset *dataset = nepho_document_get_dataset (before);

  if (after == NULL)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--by: the assumptions of when the document was saved are those of now; expected two "
                                         "documents or scenarios"));
      return FALSE;
    }

  return read_kind (self) && check_alike (before, after) && read_outcome (self, dataset)
         && read_quarter (self, dataset, horizon);
}

/* The quarter is told with it: "revenue.alibaba.2030Q4". */
static char *
outcome_id (const NephoCliWhy *self, const NephoDataset *dataset)
{
  g_autofree char *quarter = nepho_quarter_format (dataset->base_quarter + (NephoQuarter) self->choice.t);

  return g_strconcat (self->outcome != NULL ? self->outcome : DEFAULT_OUTCOME, ".", quarter, NULL);
}

static char *
number_text (const NephoCliWhy *self, NephoDocument *document, double value, gboolean part)
{
  NephoUnit unit = nepho_outcome_unit (self->choice.kind);
  NephoNumberStyle style = NEPHO_NUMBER_WITH_UNIT | (part ? NEPHO_NUMBER_WITH_SIGN : 0);

  return nepho_currency_format (nepho_document_get_money (document), value,
                                part && unit == NEPHO_UNIT_FRACTION ? NEPHO_UNIT_POINTS : unit, style);
}

static char *
to_text (const NephoCliWhy *self, NephoDocument *document, const NephoCauses *causes, const char * const *names)
{
  const NephoParameterSet *set = nepho_document_get_parameters (document);
  g_autofree char *id = outcome_id (self, nepho_document_get_dataset (document));
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *what = nepho_table_add_texts (table, id);
  NephoTableColumn *values = nepho_table_add_texts (table, _("Part"));
  g_autofree char *from = number_text (self, document, causes->from, FALSE);
  g_autofree char *to = number_text (self, document, causes->to, FALSE);
  g_autofree char *columns = NULL;

  nepho_table_column_text (what, names[0]);
  nepho_table_column_text (values, from);
  for (guint k = 0; k < causes->causes->len; k++)
    {
      const NephoCause *cause = &g_array_index (causes->causes, NephoCause, k);
      g_autofree char *title = nepho_cause_title (set, cause);
      g_autofree char *part = number_text (self, document, cause->part, TRUE);

      nepho_table_column_text (what, title);
      nepho_table_column_text (values, part);
    }
  nepho_table_column_text (what, names[1]);
  nepho_table_column_text (values, to);

  columns = nepho_cli_columns (table);
  if (causes->n_orders == 0)
    return g_steal_pointer (&columns);

  return g_strdup_printf (_("%s\nAverages over %u orders of the changes; “--format json” tells their standard errors\n"),
                          columns, causes->n_orders);
}

static char *
to_json (const NephoCliWhy *self, NephoDocument *document, const NephoCauses *causes, const char * const *names)
{
  NephoJsonWriter json = { .text = g_string_new (NULL) };
  g_autofree char *id = outcome_id (self, nepho_document_get_dataset (document));

  nepho_json_writer_begin (&json, NULL, '{');
  nepho_json_writer_text (&json, "a", names[0]);
  nepho_json_writer_text (&json, "b", names[1]);
  nepho_json_writer_text (&json, "outcome", id);
  nepho_json_writer_text (&json, "by", self->by);
  nepho_json_writer_number (&json, "from", causes->from);
  nepho_json_writer_number (&json, "to", causes->to);
  nepho_json_writer_whole (&json, "orders", causes->n_orders);
  nepho_json_writer_begin (&json, "parts", '[');
  for (guint k = 0; k < causes->causes->len; k++)
    {
      const NephoCause *cause = &g_array_index (causes->causes, NephoCause, k);
      g_autofree char *its = nepho_cause_id (nepho_document_get_parameters (document), cause);

      nepho_json_writer_begin_line (&json, NULL, '{');
      nepho_json_writer_text (&json, "id", its);
      nepho_json_writer_number (&json, "part", cause->part);
      nepho_json_writer_number (&json, "error", cause->error);
      nepho_json_writer_end (&json, '}');
    }
  nepho_json_writer_end (&json, ']');
  nepho_json_writer_end (&json, '}');

  return g_string_free (json.text, FALSE);
}

static char *
to_csv (NephoDocument *document, const NephoCauses *causes)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *ids = nepho_table_add_texts (table, "id");
  NephoTableColumn *parts = nepho_table_add_numbers (table, "part", NEPHO_UNIT_NONE);
  NephoTableColumn *errors = nepho_table_add_numbers (table, "error", NEPHO_UNIT_NONE);

  for (guint k = 0; k < causes->causes->len; k++)
    {
      const NephoCause *cause = &g_array_index (causes->causes, NephoCause, k);
      g_autofree char *its = nepho_cause_id (nepho_document_get_parameters (document), cause);

      nepho_table_column_text (ids, its);
      nepho_table_column_number (parts, cause->part);
      nepho_table_column_number (errors, cause->error);
    }

  return nepho_table_to_csv (table);
}

/**
 * nepho_cli_why_print:
 * @self: what is asked, read
 * @before: one side
 * @after: the other
 * @names: what the two are called
 * @format: in which form
 *
 * Splits the difference.
 *
 * Returns: (transfer full): what to print
 */
char *
nepho_cli_why_print (const NephoCliWhy *self,
                     NephoDocument *before,
                     NephoDocument *after,
                     const char * const *names,
                     NephoCliFormat format)
{
  NephoAssumptions a = nepho_document_get_assumptions (before);
  NephoAssumptions b = nepho_document_get_assumptions (after);
  g_autoptr (NephoCauses) causes = nepho_causes_new (nepho_document_get_parameters (before), &a, &b, self->choice.t,
                                                     nepho_outcome_of, &self->choice, self->kind, FALSE);

  if (format == NEPHO_CLI_JSON)
    return to_json (self, before, causes, names);

  return format == NEPHO_CLI_CSV ? to_csv (before, causes) : to_text (self, before, causes, names);
}

/**
 * nepho_cli_why_clear:
 * @self: options, read or not
 */
void
nepho_cli_why_clear (NephoCliWhy *self)
{
  g_free (self->by);
  g_free (self->outcome);
  g_free (self->quarter);
}
