/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fact-view.h"

#include <glib/gi18n-lib.h>

/* Characters a line: a paragraph that the eye can follow. */
#define LINE_WIDTH 46
#define VALUE_WIDTH 34

#define SPACING 9
#define MOST_HEIGHT 480

struct _NephoFactView
{
  GtkWidget  parent_instance;

  NephoFact *fact;
};

G_DEFINE_FINAL_TYPE (NephoFactView, nepho_fact_view, GTK_TYPE_WIDGET)

static GtkWidget *
text_label (const char *text, const char *style, int width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Selectable text takes the focus, and with it shows all selected when the popover opens. */
  gtk_widget_set_focusable (label, FALSE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/**
 * nepho_fact_view_text:
 * @text: a text
 * @style: (nullable): a style class: "heading", "quote", "changed-note"
 *
 * Returns: (transfer floating): a paragraph
 */
GtkWidget *
nepho_fact_view_text (const char *text, const char *style)
{
  return text_label (text, style, LINE_WIDTH);
}

/**
 * nepho_fact_view_grid:
 *
 * Returns: (transfer floating): room for rows of names and values
 */
GtkWidget *
nepho_fact_view_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);

  return grid;
}

/**
 * nepho_fact_view_add_row:
 * @grid: what nepho_fact_view_grid() made
 * @name: what it is
 * @value: what is known of it; "" adds no row
 */
void
nepho_fact_view_add_row (GtkGrid *grid, const char *name, const char *value)
{
  GtkWidget *key;
  int row = 0;

  if (*value == '\0')
    return;

  while (gtk_grid_get_child_at (grid, 0, row) != NULL)
    row++;
  key = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (key), 0.0f);
  gtk_widget_set_valign (key, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (key, "dim-label");
  gtk_grid_attach (grid, key, 0, row, 1, 1);
  gtk_grid_attach (grid, text_label (value, NULL, VALUE_WIDTH), 1, row, 1, 1);
}

/**
 * nepho_fact_view_scroll:
 * @content: what may be long
 *
 * Returns: (transfer floating): the same in as much height as a popover may take
 */
GtkWidget *
nepho_fact_view_scroll (GtkWidget *content)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);

  return scrolled;
}

/**
 * nepho_fact_view_published:
 * @fact: a fact
 *
 * Returns: (transfer full): the figure as it was published: "about 27.1 %"
 */
char *
nepho_fact_view_published (const NephoFact *fact)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.10g", fact->value);

  return g_strdup_printf ("%s%s%s%s%s", fact->qualifier, *fact->qualifier != '\0' ? " " : "", number,
                          *fact->unit != '\0' ? " " : "", fact->unit);
}

/**
 * nepho_fact_view_definition:
 * @fact: a fact
 *
 * Returns: what its publisher counts, in the reader's language; "" where it is not classified
 */
const char *
nepho_fact_view_definition (const NephoFact *fact)
{
  guint n;
  const NephoFactClass *definitions = nepho_definitions (&n);

  if (*fact->definition == '\0')
    return "";

  for (guint i = 0; i < n; i++)
    if (g_str_equal (definitions[i].id, fact->definition))
      return _(definitions[i].name);

  return fact->definition;
}

/**
 * nepho_fact_view_origin:
 * @fact: a fact
 *
 * Returns: how it came into the program, in the reader's language
 */
const char *
nepho_fact_view_origin (const NephoFact *fact)
{
  switch (fact->origin)
    {
    case NEPHO_ORIGIN_DATASET:
      return _("In the opened data set");
    case NEPHO_ORIGIN_READER:
      return _("Entered or changed by you");
    case NEPHO_ORIGIN_BUNDLED:
    default:
      return _("Comes with Nephoscope");
    }
}

static void
copy (NephoFactView *self, char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  g_free (text);
}

static void
copy_citation_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NephoFactView *self = NEPHO_FACT_VIEW (widget);

  copy (self, nepho_fact_citation (self->fact));
}

static void
copy_bibtex_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NephoFactView *self = NEPHO_FACT_VIEW (widget);

  copy (self, nepho_fact_bibtex (self->fact));
}

static void
nepho_fact_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (nepho_fact_view_parent_class)->dispose (object);
}

static void
nepho_fact_view_finalize (GObject *object)
{
  nepho_fact_free (NEPHO_FACT_VIEW (object)->fact);

  G_OBJECT_CLASS (nepho_fact_view_parent_class)->finalize (object);
}

static void
nepho_fact_view_class_init (NephoFactViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nepho_fact_view_dispose;
  object_class->finalize = nepho_fact_view_finalize;

  gtk_widget_class_install_action (widget_class, "fact.copy-citation", NULL, copy_citation_cb);
  gtk_widget_class_install_action (widget_class, "fact.copy-bibtex", NULL, copy_bibtex_cb);

  gtk_widget_class_set_css_name (widget_class, "fact-view");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
nepho_fact_view_init (NephoFactView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
}

static void
append (NephoFactView *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/* A data set may come from anybody: only pages of the web are opened, no files and no programs. */
static gboolean
is_web_address (const char *url)
{
  const char *scheme = g_uri_peek_scheme (url);

  return scheme != NULL && (g_str_equal (scheme, "http") || g_str_equal (scheme, "https"));
}

static GtkWidget *
create_rows (const NephoFact *fact)
{
  GtkWidget *grid = nepho_fact_view_grid ();
  g_autofree char *published = nepho_fact_view_published (fact);
  const struct
  {
    const char *name;
    const char *value;
  } rows[] = {
    { _("Subject"), fact->subject },     { _("Measure"), fact->measure },
    { _("Definition"), nepho_fact_view_definition (fact) },
    { _("Place"), fact->geography },     { _("Period"), fact->period },
    { _("Value"), published },       { _("Grade"), nepho_grade_name (fact->grade) },
    { _("Publisher"), fact->publisher }, { _("Title"), fact->title },
    { _("Publication date"), fact->published }, { _("Licence"), fact->licence },
    { _("Link"), is_web_address (fact->url) ? "" : fact->url },
    { _("Origin"), nepho_fact_view_origin (fact) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    nepho_fact_view_add_row (GTK_GRID (grid), rows[i].name, rows[i].value);

  return grid;
}

static GtkWidget *
create_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
create_buttons (const NephoFact *fact)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), create_button (_("_Copy Citation"), "fact.copy-citation"));
  gtk_box_append (GTK_BOX (box), create_button (_("Copy _BibTeX"), "fact.copy-bibtex"));
  if (is_web_address (fact->url))
    {
      GtkWidget *link = gtk_link_button_new_with_label (fact->url, _("Open the source"));

      gtk_widget_set_hexpand (link, TRUE);
      gtk_widget_set_halign (link, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), link);
    }

  return box;
}

/**
 * nepho_fact_view_new:
 * @fact: a fact; the view keeps a copy
 *
 * Returns: (transfer floating): all that is known of it
 */
GtkWidget *
nepho_fact_view_new (const NephoFact *fact)
{
  NephoFactView *self;

  g_return_val_if_fail (fact != NULL, NULL);

  self = g_object_new (NEPHO_TYPE_FACT_VIEW, NULL);
  self->fact = nepho_fact_copy (fact);
  append (self, create_rows (fact));
  if (*fact->quote != '\0')
    {
      g_autofree char *quote = g_strdup_printf (_("“%s”"), fact->quote);

      append (self, nepho_fact_view_text (quote, "quote"));
    }
  if (*fact->note != '\0')
    append (self, nepho_fact_view_text (fact->note, "dim-label"));
  append (self, create_buttons (fact));

  return GTK_WIDGET (self);
}

/**
 * nepho_fact_view_get_fact:
 * @self: a view
 *
 * Returns: (transfer none): what it shows
 */
const NephoFact *
nepho_fact_view_get_fact (NephoFactView *self)
{
  g_return_val_if_fail (NEPHO_IS_FACT_VIEW (self), NULL);

  return self->fact;
}
