/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-headline-strip.h"

#include "nepho-figures.h"
#include "nepho-grid-layout.h"
#include "nepho-rising.h"
#include "nepho-sparkline.h"

/* Two stand side by side from this width each; more of them need a quarter more. */
#define ITEM_WIDTH 120
#define MAX_ITEMS 6
#define SPACING 12
#define SPARKLINE_GAP 10

/* The labels of one headline number. */
typedef struct
{
  GtkWidget *box;
  GtkWidget *name;
  GtkWidget *value;
  GtkWidget *course;
  GtkWidget *detail;
  GtkWidget *change;
} Item;

struct _NephoHeadlineStrip
{
  GtkWidget     parent_instance;

  gboolean      with_changes;
  GtkSizeGroup *names;  /* of equal height, whatever the script: all numbers stand on one line */
  GtkSizeGroup *values;
  GArray       *items;  /* Item */
};

G_DEFINE_FINAL_TYPE (NephoHeadlineStrip, nepho_headline_strip, GTK_TYPE_WIDGET)

/* A text that is cut off can be read in full. */
static gboolean
query_tooltip_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));

  return TRUE;
}

static GtkWidget *
add_label (GtkWidget *box, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_css_classes (label, (const char **) classes);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
add_item (NephoHeadlineStrip *self)
{
  static const char *const NAME[] = { "caption-heading", NULL };
  static const char *const VALUE[] = { "title-2", "numeric", NULL };
  static const char *const CHANGE[] = { "caption", "numeric", "headline-change", NULL };
  static const char *const DETAIL[] = { "caption", "dim-label", NULL };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPARKLINE_GAP);
  Item item;

  item.box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (item.box, "headline");
  item.name = add_label (item.box, NAME);
  gtk_box_append (GTK_BOX (item.box), row);
  item.value = add_label (row, VALUE);
  item.course = nepho_sparkline_new ();
  gtk_box_append (GTK_BOX (row), item.course);
  item.detail = add_label (item.box, DETAIL);
  item.change = add_label (item.box, CHANGE);
  gtk_label_set_wrap (GTK_LABEL (item.detail), TRUE);
  gtk_label_set_lines (GTK_LABEL (item.detail), 2);
  /* Where there may be a change its line is always there: nothing moves when the first one comes. */
  gtk_widget_set_visible (item.change, self->with_changes);
  gtk_size_group_add_widget (self->names, item.name);
  gtk_size_group_add_widget (self->values, item.value);
  gtk_widget_set_parent (item.box, GTK_WIDGET (self));
  g_array_append_val (self->items, item);
}

/* What rises and what falls have colours; the sign before the number says it, too. */
static void
set_direction (GtkWidget *label, int direction)
{
  gboolean red = (direction > 0) == nepho_rising_is_red ();

  gtk_widget_remove_css_class (label, "change-red");
  gtk_widget_remove_css_class (label, "change-green");
  if (direction != 0)
    gtk_widget_add_css_class (label, red ? "change-red" : "change-green");
}

/* Setting the same text again would lay the label out again. */
static void
set_text (GtkWidget *label, const char *text)
{
  if (text == NULL)
    text = "";
  if (!g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
    gtk_label_set_text (GTK_LABEL (label), text);
}

static void
nepho_headline_strip_dispose (GObject *object)
{
  NephoHeadlineStrip *self = NEPHO_HEADLINE_STRIP (object);

  for (guint i = 0; i < self->items->len; i++)
    gtk_widget_unparent (g_array_index (self->items, Item, i).box);
  g_array_set_size (self->items, 0);

  G_OBJECT_CLASS (nepho_headline_strip_parent_class)->dispose (object);
}

static void
nepho_headline_strip_finalize (GObject *object)
{
  NephoHeadlineStrip *self = NEPHO_HEADLINE_STRIP (object);

  g_array_unref (self->items);
  g_object_unref (self->names);
  g_object_unref (self->values);

  G_OBJECT_CLASS (nepho_headline_strip_parent_class)->finalize (object);
}

static void
nepho_headline_strip_class_init (NephoHeadlineStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nepho_headline_strip_dispose;
  object_class->finalize = nepho_headline_strip_finalize;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "headlines");
}

static void
nepho_headline_strip_init (NephoHeadlineStrip *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  self->names = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  self->values = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 nepho_grid_layout_new (ITEM_WIDTH, MAX_ITEMS, SPACING));
}

/**
 * nepho_headline_strip_new:
 * @with_changes: whether the numbers may have a change against the baseline
 *
 * Returns: (transfer floating): a strip without numbers yet
 */
GtkWidget *
nepho_headline_strip_new (gboolean with_changes)
{
  NephoHeadlineStrip *self = g_object_new (NEPHO_TYPE_HEADLINE_STRIP, NULL);

  self->with_changes = with_changes;

  return GTK_WIDGET (self);
}

/**
 * nepho_headline_strip_update:
 * @self: a strip
 * @headlines: (element-type NephoHeadline): what to show
 *
 * Shows other numbers; only what differs is set.
 */
void
nepho_headline_strip_update (NephoHeadlineStrip *self, GPtrArray *headlines)
{
  g_return_if_fail (NEPHO_IS_HEADLINE_STRIP (self));

  while (self->items->len < headlines->len)
    add_item (self);

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      const NephoHeadline *headline;

      gtk_widget_set_visible (item->box, i < headlines->len);
      if (i >= headlines->len)
        continue;
      headline = g_ptr_array_index (headlines, i);
      set_text (item->name, headline->name);
      set_text (item->value, headline->value);
      set_text (item->detail, headline->detail);
      set_text (item->change, headline->change);
      set_direction (item->change, headline->direction);
      nepho_sparkline_set (NEPHO_SPARKLINE (item->course), headline->course, headline->baseline, headline->quarter,
                           headline->history);
    }
}
