/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli-call.h"

#include <string.h>
#include <sys/wait.h>

/* Calls the program with the words, in an environment of the caller's, or the test's own. */
void
nepho_call_environ (NephoCall *call, char **environment, const char **arguments)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  int wait_status = 0;

  nepho_call_clear (call);
  g_assert_nonnull (g_getenv ("NEPHO_CLI"));
  g_ptr_array_add (words, (gpointer) g_getenv ("NEPHO_CLI"));
  for (guint k = 0; arguments[k] != NULL; k++)
    g_ptr_array_add (words, (gpointer) arguments[k]);
  g_ptr_array_add (words, NULL);

  g_spawn_sync (NULL, (char **) words->pdata, environment, G_SPAWN_DEFAULT, NULL, NULL, &call->output, &call->errors,
                &wait_status, &error);
  g_assert_no_error (error);
  /* A crash is no exit status. */
  g_assert_true (WIFEXITED (wait_status));
  call->status = WEXITSTATUS (wait_status);
}

void
nepho_call (NephoCall *call, const char *arguments, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  va_list list;

  va_start (list, arguments);
  for (const char *word = arguments; word != NULL; word = va_arg (list, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (list);
  g_ptr_array_add (words, NULL);

  nepho_call_environ (call, NULL, (const char **) words->pdata);
}

void
nepho_call_clear (NephoCall *call)
{
  g_clear_pointer (&call->output, g_free);
  g_clear_pointer (&call->errors, g_free);
}

/* Done, and nothing to complain about. */
void
nepho_call_good (NephoCall *call)
{
  g_assert_cmpstr (call->errors, ==, "");
  g_assert_cmpint (call->status, ==, 0);
}

/* Refused: the status, nothing on standard output, one line that says what and begins with whom. */
void
nepho_call_bad (NephoCall *call, int status, const char *message)
{
  g_assert_cmpint (call->status, ==, status);
  g_assert_cmpstr (call->output, ==, "");
  g_assert_true (g_str_has_prefix (call->errors, "nephoscope-cli: "));
  g_assert_true (g_str_has_suffix (call->errors, "\n"));
  if (strstr (call->errors, message) == NULL)
    g_assert_cmpstr (call->errors, ==, message);
}

JsonNode *
nepho_call_json (NephoCall *call)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root;

  nepho_call_good (call);
  root = json_from_string (call->output, &error);
  g_assert_no_error (error);

  return root;
}

/* Writes a file for the program to read, and returns its path. */
char *
nepho_call_write (const char *folder, const char *name, const char *content)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);

  return path;
}

void
nepho_call_refused (const NephoBadCall *calls, guint n_calls)
{
  for (guint k = 0; k < n_calls; k++)
    {
      g_auto (NephoCall) call = { 0 };

      nepho_call_environ (&call, NULL, (const char **) calls[k].words);
      nepho_call_bad (&call, 2, calls[k].message);
    }
}
