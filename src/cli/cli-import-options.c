/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-import-options.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "nepho-text-encoding.h"

/**
 * nepho_cli_import_clear:
 * @options: options
 */
void
nepho_cli_import_clear (NephoCliImport *options)
{
  g_strfreev (options->maps);
  g_free (options->sheet);
  g_free (options->encoding);
  g_free (options->separator);
  g_free (options->header_row);
  g_free (options->decimal);
  g_free (options->grade);
  g_free (options->topic);
  g_free (options->definition);
  g_free (options->subject);
  g_free (options->measure);
  g_free (options->geography);
  g_free (options->period);
  g_free (options->unit);
  g_free (options->publisher);
  g_free (options->title);
  g_free (options->url);
  g_free (options->output);
}

static gboolean
read_separator (const char *text, char *separator)
{
  if (g_str_equal (text, "tab") || g_str_equal (text, "\\t"))
    *separator = '\t';
  else if (strlen (text) == 1 && strchr (",;|\t: ", *text) != NULL)
    *separator = *text;
  else
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--separator: “%s” separates no cells; expected , ; | : a blank, or tab"), text);
      return FALSE;
    }

  return TRUE;
}

/**
 * nepho_cli_import_choices:
 * @options: options
 * @choices: (out): how the file is opened; lives as long as @options
 *
 * Returns: %FALSE where they are wrong, which has been told
 */
gboolean
nepho_cli_import_choices (const NephoCliImport *options, NephoGridChoices *choices)
{
  *choices = (NephoGridChoices) { .sheet = options->sheet };
  if (options->encoding != NULL)
    {
      choices->encoding = nepho_text_encoding_find (options->encoding);
      if (choices->encoding == NULL)
        {
          g_autofree char *list = g_strjoinv (", ", (char **) nepho_text_encodings ());

          nepho_cli_fail (NEPHO_CLI_WRONG, _("--encoding: “%s” is not known; expected one of %s"), options->encoding, list);
          return FALSE;
        }
    }

  return options->separator == NULL || read_separator (options->separator, &choices->separator);
}

static void
replace (char **text, const char *value)
{
  if (value == NULL)
    return;

  g_free (*text);
  *text = g_strdup (value);
}

/* A column by its letter, or by what stands at its head. */
static gboolean
find_column (const NephoGrid *grid, const NephoImportPlan *plan, const char *name, guint *found)
{
  for (guint column = 0; column < nepho_grid_n_columns (grid); column++)
    {
      g_autofree char *address = nepho_grid_address (0, column);
      g_autofree char *letters = g_strndup (address, strlen (address) - 1);
      g_autofree char *head = nepho_import_column_name (grid, plan, column);

      *found = column;
      if (g_ascii_strcasecmp (letters, name) == 0 || g_str_equal (head, name))
        return TRUE;
    }

  return FALSE;
}

static char *
list_fields (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < NEPHO_N_FIELDS; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", nepho_field_id ((NephoField) i));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* "B=value" */
static gboolean
apply_map (const NephoGrid *grid, NephoImportPlan *plan, const char *map)
{
  const char *equals = strrchr (map, '=');
  g_autofree char *name = equals != NULL ? g_strndup (map, (gsize) (equals - map)) : NULL;
  g_autofree char *list = NULL;
  NephoField field;
  guint column;

  if (name != NULL && !find_column (grid, plan, name, &column))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--map: there is no column “%s”; expected its letter, or the name at its head"), name);
      return FALSE;
    }
  if (name != NULL && nepho_field_from_id (equals + 1, &field))
    {
      g_array_index (plan->fields, NephoField, column) = field;
      return TRUE;
    }

  list = list_fields ();
  nepho_cli_fail (NEPHO_CLI_WRONG, _("--map: “%s” is not understood; expected COLUMN=FIELD with one of %s"), map, list);

  return FALSE;
}

/* "2" is the second row, "2-3" two rows, "0" none. */
static NephoImportPlan *
plan_at (const char *rows, const NephoGrid *grid)
{
  guint first = 0;
  guint last = 0;
  int end = 0;
  int n = sscanf (rows, "%u-%u%n", &first, &last, &end);

  if (n == 1 && rows[strspn (rows, "0123456789")] == '\0')
    last = first;
  else if (n != 2 || rows[end] != '\0')
    n = 0;
  if (n > 0 && g_ascii_isdigit (*rows) && first == 0 && last == 0)
    return nepho_import_plan_guess_at (grid, 0, 0);
  if (n > 0 && g_ascii_isdigit (*rows) && first > 0 && last >= first && last - first < NEPHO_HEAD_MAX_ROWS
      && last <= nepho_grid_n_rows (grid))
    return nepho_import_plan_guess_at (grid, first - 1, last - first + 1);

  nepho_cli_fail (NEPHO_CLI_WRONG, _("--header-row: “%s” is no row of names; expected 0 for none, or 1 to %u, or two rows such as 2-3"),
                  rows, nepho_grid_n_rows (grid));

  return NULL;
}

static gboolean
is_class (const char *option, const char *id, const NephoFactClass *classes, guint n)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; id != NULL && i < n; i++)
    {
      if (g_str_equal (classes[i].id, id))
        return TRUE;
      if (*classes[i].id != '\0')
        g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", classes[i].id);
    }
  if (id != NULL)
    nepho_cli_fail (NEPHO_CLI_WRONG, _("%s: “%s” is not known; expected one of %s"), option, id, list->str);

  return id == NULL;
}

static gboolean
apply_classes (const NephoCliImport *options, NephoImportPlan *plan)
{
  guint n_topics;
  guint n_definitions;
  const NephoFactClass *topics = nepho_topics (&n_topics);
  const NephoFactClass *definitions = nepho_definitions (&n_definitions);

  replace (&plan->topic, options->topic);
  replace (&plan->definition, options->definition);

  return is_class ("--topic", options->topic, topics, n_topics)
         && is_class ("--definition", options->definition, definitions, n_definitions);
}

static gboolean
apply_options (const NephoCliImport *options, const NephoGrid *grid, NephoImportPlan *plan)
{
  replace (&plan->subject, options->subject);
  replace (&plan->measure, options->measure);
  replace (&plan->geography, options->geography);
  replace (&plan->period, options->period);
  replace (&plan->unit, options->unit);
  replace (&plan->publisher, options->publisher);
  replace (&plan->title, options->title);
  replace (&plan->url, options->url);
  if (options->decimal != NULL && !g_str_equal (options->decimal, ".") && !g_str_equal (options->decimal, ","))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--decimal: “%s” is no decimal sign; expected . or ,"), options->decimal);
      return FALSE;
    }
  if (options->decimal != NULL)
    plan->decimal = *options->decimal;
  if (options->grade != NULL && !nepho_grade_from_id (options->grade, &plan->grade))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG,
                      _("--grade: there is no grade “%s”; expected reported, derived, estimated, projected or rumoured"),
                      options->grade);
      return FALSE;
    }
  for (guint i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    if (!apply_map (grid, plan, options->maps[i]))
      return FALSE;

  return apply_classes (options, plan);
}

/**
 * nepho_cli_import_plan:
 * @options: options
 * @grid: the table
 *
 * Returns: (transfer full) (nullable): how the table is read, or %NULL where the options are wrong, which has been
 * told
 */
NephoImportPlan *
nepho_cli_import_plan (const NephoCliImport *options, const NephoGrid *grid)
{
  g_autoptr (NephoImportPlan) plan
    = options->header_row != NULL ? plan_at (options->header_row, grid) : nepho_import_plan_guess (grid);

  return plan != NULL && apply_options (options, grid, plan) ? g_steal_pointer (&plan) : NULL;
}
