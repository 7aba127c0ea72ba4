/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fact-columns.h"

#include <glib/gi18n-lib.h>

#include "nepho-fact-item.h"
#include "nepho-fact-view.h"

/* The same as on the lever whose value is the reader's. */
#define OWN_ICON "avatar-default-symbolic"

typedef struct
{
  const char *name;    /* translatable */
  int         width;   /* the least */
  gboolean    expand;  /* takes of the room that is left */
  float       xalign;
  gboolean    numeric; /* figures of one width */
} Column;

static const Column columns[NEPHO_N_FACT_COLUMNS] = {
  [NEPHO_FACT_SUBJECT] = { N_("Subject"), 140, TRUE, 0.0f, FALSE },
  [NEPHO_FACT_MEASURE] = { N_("Measure"), 176, TRUE, 0.0f, FALSE },
  [NEPHO_FACT_PERIOD] = { N_("Period"), 92, FALSE, 0.0f, TRUE },
  [NEPHO_FACT_PUBLISHED] = { N_("Value"), 116, FALSE, 1.0f, TRUE },
  [NEPHO_FACT_GRADE] = { N_("Grade"), 92, FALSE, 0.0f, FALSE },
  [NEPHO_FACT_PUBLISHER] = { N_("Publisher"), 130, TRUE, 0.0f, FALSE },
  [NEPHO_FACT_PLACE] = { N_("Place"), 80, FALSE, 0.0f, FALSE },
};

static char *
text_of (const NephoFact *fact, NephoFactColumn column)
{
  switch (column)
    {
    case NEPHO_FACT_SUBJECT:
      return g_strdup (fact->subject);
    case NEPHO_FACT_MEASURE:
      return g_strdup (fact->measure);
    case NEPHO_FACT_PERIOD:
      return g_strdup (fact->period);
    case NEPHO_FACT_PUBLISHED:
      return nepho_fact_view_published (fact);
    case NEPHO_FACT_GRADE:
      return g_strdup (nepho_grade_name (fact->grade));
    case NEPHO_FACT_PUBLISHER:
      return g_strdup (fact->publisher);
    case NEPHO_FACT_PLACE:
    case NEPHO_FACT_UNSORTED:
    default:
      return g_strdup (fact->geography);
    }
}

static const char *
whose (const NephoFact *fact)
{
  return *fact->replaces != '\0' ? _("Changed by you") : _("Entered by you");
}

/* All of a cell's text, which may be cut, and whose it is. */
static gboolean
query_tooltip_cb (GtkWidget *cell, int x, int y, gboolean keyboard, GtkTooltip *tooltip, GtkListItem *item)
{
  GtkWidget *label = GTK_IS_LABEL (cell) ? cell : gtk_widget_get_last_child (cell);
  const char *text = gtk_label_get_label (GTK_LABEL (label));
  NephoFactItem *row = gtk_list_item_get_item (item);
  const NephoFact *fact = row != NULL ? nepho_fact_item_get_fact (row) : NULL;
  g_autofree char *told = NULL;

  if (fact == NULL || *text == '\0')
    return FALSE;

  told = fact->origin == NEPHO_ORIGIN_READER ? g_strdup_printf ("%s: %s", whose (fact), text) : g_strdup (text);
  gtk_tooltip_set_text (tooltip, told);

  return TRUE;
}

/* The subject leaves room for the mark of what is the reader's own. */
static GtkWidget *
with_mark (GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *mark = gtk_image_new_from_icon_name (OWN_ICON);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const Column *column = &columns[GPOINTER_TO_UINT (data)];
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *cell;

  gtk_label_set_xalign (GTK_LABEL (label), column->xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (column->numeric)
    gtk_widget_add_css_class (label, "numeric");
  cell = GPOINTER_TO_UINT (data) == NEPHO_FACT_SUBJECT ? with_mark (label) : label;
  /* A tooltip that is set asks the display where the pointer is: a thousand cells would ask at once. */
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect_object (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), item, 0);
  gtk_list_item_set_child (item, cell);
}

/* What the reader changed or entered is told by a mark, a colour and words. */
static void
mark_own (GtkWidget *cell, const NephoFact *fact)
{
  gboolean own = fact->origin == NEPHO_ORIGIN_READER;
  GtkWidget *mark = GTK_IS_BOX (cell) ? gtk_widget_get_first_child (cell) : NULL;

  if (own)
    gtk_widget_add_css_class (cell, "own");
  else
    gtk_widget_remove_css_class (cell, "own");
  if (mark == NULL)
    return;

  gtk_widget_set_visible (mark, own);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, own ? whose (fact) : "", -1);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  NephoFactColumn column = GPOINTER_TO_UINT (data);
  const NephoFact *fact = nepho_fact_item_get_fact (gtk_list_item_get_item (item));
  GtkWidget *cell = gtk_list_item_get_child (item);
  GtkWidget *label = GTK_IS_LABEL (cell) ? cell : gtk_widget_get_last_child (cell);
  g_autofree char *text = text_of (fact, column);

  gtk_label_set_label (GTK_LABEL (label), text);
  mark_own (cell, fact);
  if (column == NEPHO_FACT_GRADE && nepho_grade_is_weak (fact->grade))
    gtk_widget_add_css_class (label, "weak");
  else
    gtk_widget_remove_css_class (label, "weak");
}

/* Which column was asked first, when a view's sorter compared two rows. */
static NephoFactColumn asked;

/* The list sorts by itself; a column's sorter only tells that it is the one that was clicked. */
static int
tell_column_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  asked = GPOINTER_TO_UINT (data);

  return GTK_ORDERING_LARGER;
}

/**
 * nepho_fact_columns_add:
 * @view: a column view of #NephoFactItem
 *
 * Gives it a column for each thing that is worth comparing between facts.
 */
void
nepho_fact_columns_add (GtkColumnView *view)
{
  for (guint i = 0; i < NEPHO_N_FACT_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[i].name), factory);
      g_autoptr (GtkSorter) sorter
        = GTK_SORTER (gtk_custom_sorter_new (tell_column_cb, GUINT_TO_POINTER (i), NULL));

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_append_column (view, column);
    }
}

/**
 * nepho_fact_columns_get_order:
 * @view: a column view with these columns
 * @descending: (out): whether the largest comes first
 *
 * GTK 4.8 does not tell which head was clicked; its sorter does, when it is asked for the order of two
 * rows: it asks that column first, and turns the answer round where the order is descending.
 *
 * Returns: the column by which the reader wants the rows sorted
 */
NephoFactColumn
nepho_fact_columns_get_order (GtkColumnView *view, gboolean *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (view);

  asked = NEPHO_FACT_UNSORTED;
  /* Any two objects will do. */
  *descending = gtk_sorter_compare (sorter, view, sorter) == GTK_ORDERING_SMALLER;

  return asked;
}
