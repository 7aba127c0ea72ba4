/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-publishers.h"

#include <string.h>

#define YEAR_LENGTH 4

typedef struct
{
  char *name;
  char *address;             /* of the first of the texts that has one, or NULL */
  char  first[YEAR_LENGTH + 1]; /* year in which a text of theirs came out, "" where none says it */
  char  last[YEAR_LENGTH + 1];
} Publisher;

static void
publisher_free (gpointer data)
{
  Publisher *publisher = data;

  g_free (publisher->name);
  g_free (publisher->address);
  g_free (publisher);
}

/* Returns: (transfer full): nobody yet */
GPtrArray *
nepho_publishers_new (void)
{
  return g_ptr_array_new_with_free_func (publisher_free);
}

static Publisher *
find (GPtrArray *publishers, const char *name)
{
  Publisher *publisher;

  for (guint i = 0; i < publishers->len; i++)
    if (g_str_equal (((Publisher *) g_ptr_array_index (publishers, i))->name, name))
      return g_ptr_array_index (publishers, i);

  publisher = g_new0 (Publisher, 1);
  publisher->name = g_strdup (name);
  g_ptr_array_add (publishers, publisher);

  return publisher;
}

static void
take_year (Publisher *publisher, const char *published)
{
  char year[YEAR_LENGTH + 1];

  for (guint i = 0; i < YEAR_LENGTH; i++)
    if (!g_ascii_isdigit (published[i]))
      return;

  g_strlcpy (year, published, sizeof year);
  if (*publisher->first == '\0' || strcmp (year, publisher->first) < 0)
    g_strlcpy (publisher->first, year, sizeof publisher->first);
  if (strcmp (year, publisher->last) > 0)
    g_strlcpy (publisher->last, year, sizeof publisher->last);
}

/* Adds a text of a publisher's, who is called @name in the source line. */
void
nepho_publishers_add (GPtrArray *publishers, const char *name, const NephoFact *fact)
{
  Publisher *publisher = find (publishers, name);

  take_year (publisher, fact->published);
  if (publisher->address == NULL && (g_str_has_prefix (fact->url, "https://") || g_str_has_prefix (fact->url, "http://")))
    publisher->address = g_strdup (fact->url);
}

/* Returns: (transfer full): "IDC, 2022–2024; Canalys, 2023"; "" for nobody */
char *
nepho_publishers_write (const GPtrArray *publishers)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < publishers->len; i++)
    {
      const Publisher *publisher = g_ptr_array_index (publishers, i);

      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", publisher->name);
      if (*publisher->first != '\0')
        g_string_append_printf (list, ", %s", publisher->first);
      if (!g_str_equal (publisher->first, publisher->last))
        g_string_append_printf (list, "–%s", publisher->last);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Makes the names in the figure's source line links. */
void
nepho_publishers_link (const GPtrArray *publishers, NephoPlotFigure *figure)
{
  const char *at = figure->source;

  for (guint i = 0; i < publishers->len && at != NULL; i++)
    {
      const Publisher *publisher = g_ptr_array_index (publishers, i);
      const char *found = strstr (at, publisher->name);

      if (found == NULL)
        continue;
      at = found + strlen (publisher->name);
      if (publisher->address != NULL)
        nepho_plot_figure_add_link (figure, (guint) (found - figure->source), (guint) (at - figure->source),
                                    publisher->address);
    }
}
