/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-cli.h"
#include "nepho-json-text.h"
#include "nepho-quantity.h"

/* What an expression comes to. */
typedef struct
{
  char  *expression;
  double value;
  char  *unit; /* the same in every language, or as asked for; "" for a plain number */
  char  *text; /* for people */
} Answer;

static void
answer_clear (Answer *answer)
{
  g_free (answer->expression);
  g_free (answer->unit);
  g_free (answer->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static gboolean
parse (const char *text, NephoQuantity *quantity)
{
  g_autoptr (GError) error = NULL;

  if (nepho_quantity_parse (text, quantity, NULL, &error))
    return TRUE;

  nepho_cli_fail (NEPHO_CLI_WRONG, _("“%s”: %s"), text, error->message);
  return FALSE;
}

/* In the unit that suits the size. */
static void
answer_best (Answer *answer, const NephoQuantity *quantity)
{
  answer->unit = nepho_quantity_unit (quantity, NEPHO_UNIT_NAME_FILED, &answer->value);
  answer->text = nepho_quantity_answer (quantity);
}

/* In the unit that was asked for, called as the reader called it. */
static gboolean
answer_in (Answer *answer, const NephoQuantity *quantity, const char *unit_text)
{
  NephoQuantity unit;
  g_autofree char *number = NULL;

  if (!parse (unit_text, &unit))
    return FALSE;
  if (!nepho_quantity_convert (quantity, &unit, &answer->value))
    {
      g_autofree char *shown = nepho_quantity_format (quantity);

      /* Translators: "This is a time"; "21.4 days"; a unit */
      nepho_cli_fail (NEPHO_CLI_WRONG, _("%s (%s); it cannot be told in %s"),
                      nepho_dimension_sentence (&quantity->dimension), shown, unit_text);
      return FALSE;
    }

  answer->unit = g_strdup (unit_text);
  number = nepho_quantity_number (answer->value);
  answer->text = g_strdup_printf ("%s\u00a0%s", number, unit_text);

  return TRUE;
}

static char *
to_json (const Answer *answer)
{
  GString *json = g_string_new ("{\n  \"expression\": ");

  nepho_json_append_string (json, answer->expression);
  g_string_append (json, ",\n  \"value\": ");
  nepho_json_append_number (json, answer->value);
  g_string_append (json, ",\n  \"unit\": ");
  nepho_json_append_string (json, answer->unit);
  g_string_append (json, ",\n  \"text\": ");
  nepho_json_append_string (json, answer->text);
  g_string_append (json, "\n}\n");

  return g_string_free (json, FALSE);
}

static char *
to_csv (const Answer *answer)
{
  g_autoptr (NephoTable) table = nepho_table_new ();

  nepho_table_column_text (nepho_table_add_texts (table, "expression"), answer->expression);
  nepho_table_column_number (nepho_table_add_numbers (table, "value", NEPHO_UNIT_NONE), answer->value);
  nepho_table_column_text (nepho_table_add_texts (table, "unit"), answer->unit);

  return nepho_table_to_csv (table);
}

/**
 * nepho_cli_calc:
 * @arguments: the arguments, "calc" first
 *
 * Works out an expression with units. What does not go together is refused with its place.
 *
 * Returns: what to exit with
 */
NephoCliStatus
nepho_cli_calc (char **arguments)
{
  g_auto (GStrv) rest = g_strdupv (arguments);
  g_autofree char *unit = NULL;
  g_autofree char *format_text = NULL;
  const GOptionEntry entries[] = {
    { "in", 0, 0, G_OPTION_ARG_STRING, &unit, N_("Unit of the result, such as hours or CNY/hour (the one that suits)"),
      N_("UNIT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, N_("text, json or csv (text)"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (Answer) answer = { 0 };
  g_autofree char *text = NULL;
  NephoQuantity quantity;
  NephoCliFormat format;
  NephoCliStatus status;

  if (!nepho_cli_parse ("calc", entries, NULL, &rest, &status))
    return status;
  if (!nepho_cli_parse_format (format_text, &format))
    return NEPHO_CLI_WRONG;
  if (rest[1] == NULL)
    return nepho_cli_fail (NEPHO_CLI_WRONG, _("an expression is missing; expected something like 3640 PF-days / 500 PFLOP/s"));

  /* A reader who forgets the quotation marks is understood. */
  answer.expression = g_strjoinv (" ", rest + 1);
  if (!parse (answer.expression, &quantity))
    return NEPHO_CLI_WRONG;
  if (unit == NULL)
    answer_best (&answer, &quantity);
  else if (!answer_in (&answer, &quantity, unit))
    return NEPHO_CLI_WRONG;

  if (format == NEPHO_CLI_JSON)
    text = to_json (&answer);
  else
    text = format == NEPHO_CLI_CSV ? to_csv (&answer) : g_strconcat (answer.text, "\n", NULL);

  return nepho_cli_print (text);
}
