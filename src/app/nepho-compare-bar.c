/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-compare-bar.h"

#include <glib/gi18n-lib.h>

#include "nepho-colour-swatch.h"
#include "nepho-plot-theme.h"
#include "nepho-wrap-layout.h"

#define SPACING 12
#define CHIP_SPACING 6

struct _NephoCompareBar
{
  GtkWidget      parent_instance;

  NephoDocument *document;
  GtkWidget     *chips;       /* a toggle button a scenario */
  GtkWidget     *choices;     /* the two lists with their labels */
  GtkWidget     *reference;
  GtkWidget     *other;
  char          *drawn;       /* the chips as they were made last */
  char         **ids;         /* of what is side by side, the first being the reference */
  char          *explained;   /* id of the second of the two; NULL: the one at work, or the next */
  gboolean       updating;    /* not by the reader */
};

G_DEFINE_FINAL_TYPE (NephoCompareBar, nepho_compare_bar, GTK_TYPE_WIDGET)

static guint changed_signal;

static const char *
id_of (GtkWidget *chip)
{
  return g_object_get_data (G_OBJECT (chip), "scenario");
}

static guint
place_of (char **ids, const char *id)
{
  guint place = 0;

  while (ids[place] != NULL && g_strcmp0 (ids[place], id) != 0)
    place++;

  return place;
}

/* One more at the end, or one less. */
static void
toggled_cb (NephoCompareBar *self, GtkToggleButton *chip)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  const char *id = id_of (GTK_WIDGET (chip));

  if (self->updating)
    return;

  for (guint i = 0; self->ids[i] != NULL; i++)
    if (!g_str_equal (self->ids[i], id))
      g_strv_builder_add (builder, self->ids[i]);
  if (gtk_toggle_button_get_active (chip))
    g_strv_builder_add (builder, id);
  ids = g_strv_builder_end (builder);
  nepho_document_set_compared (self->document, (const char * const *) ids);
}

/* The reference is the first. */
static void
reference_cb (NephoCompareBar *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->reference));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  if (self->updating || selected >= g_strv_length (self->ids))
    return;

  g_strv_builder_add (builder, self->ids[selected]);
  for (guint i = 0; self->ids[i] != NULL; i++)
    if (i != selected)
      g_strv_builder_add (builder, self->ids[i]);
  ids = g_strv_builder_end (builder);
  nepho_document_set_compared (self->document, (const char * const *) ids);
}

static void
other_cb (NephoCompareBar *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->other));

  if (self->updating || selected >= g_strv_length (self->ids))
    return;

  g_free (self->explained);
  self->explained = g_strdup (self->ids[selected]);
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
add_list (NephoCompareBar *self, const char *text, GCallback callback)
{
  static const char * const none[] = { NULL };
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *list = gtk_drop_down_new_from_strings (none);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self->choices), label);
  gtk_box_append (GTK_BOX (self->choices), list);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_object (list, "notify::selected", callback, self, G_CONNECT_SWAPPED);

  return list;
}

static void
nepho_compare_bar_dispose (GObject *object)
{
  NephoCompareBar *self = NEPHO_COMPARE_BAR (object);

  g_clear_pointer (&self->chips, gtk_widget_unparent);
  g_clear_pointer (&self->choices, gtk_widget_unparent);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nepho_compare_bar_parent_class)->dispose (object);
}

static void
nepho_compare_bar_finalize (GObject *object)
{
  NephoCompareBar *self = NEPHO_COMPARE_BAR (object);

  g_free (self->drawn);
  g_strfreev (self->ids);
  g_free (self->explained);

  G_OBJECT_CLASS (nepho_compare_bar_parent_class)->finalize (object);
}

static void
nepho_compare_bar_class_init (NephoCompareBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nepho_compare_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = nepho_compare_bar_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "compare-bar");
}

static void
nepho_compare_bar_init (NephoCompareBar *self)
{
  GtkLayoutManager *box = gtk_box_layout_new (GTK_ORIENTATION_VERTICAL);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (box), SPACING);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), box);
  self->ids = g_new0 (char *, 1);

  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->chips, nepho_wrap_layout_new (CHIP_SPACING));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Scenarios to compare"), -1);
  gtk_widget_set_parent (self->chips, GTK_WIDGET (self));

  self->choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_widget_set_layout_manager (self->choices, nepho_wrap_layout_new (SPACING));
  gtk_widget_set_parent (self->choices, GTK_WIDGET (self));
  self->reference = add_list (self, _("Compared with"), G_CALLBACK (reference_cb));
  self->other = add_list (self, _("Difference explained of"), G_CALLBACK (other_cb));
}

/**
 * nepho_compare_bar_new:
 * @document: whose scenarios
 *
 * Returns: (transfer floating): the bar; it shows nothing before its first update
 */
GtkWidget *
nepho_compare_bar_new (NephoDocument *document)
{
  NephoCompareBar *self = g_object_new (NEPHO_TYPE_COMPARE_BAR, NULL);

  self->document = g_object_ref (document);

  return GTK_WIDGET (self);
}

static const NephoCompared *
find_item (const NephoComparison *comparison, const char *id)
{
  for (guint i = 0; i < comparison->n; i++)
    if (g_str_equal (comparison->items[i].id, id))
      return &comparison->items[i];

  return NULL;
}

static void
add_chip (NephoCompareBar *self, const NephoScenario *scenario)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, CHIP_SPACING);

  gtk_box_append (GTK_BOX (box), gtk_label_new (nepho_text_get (scenario->name)));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  g_object_set_data_full (G_OBJECT (chip), "scenario", g_strdup (scenario->id), g_free);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->chips), chip);
}

/* The focus stays with the scenario whose chip had it. Chips are made anew when there are other scenarios, never
 * because one was pressed: that one must outlive the press. */
static void
make_chips (NephoCompareBar *self, const GPtrArray *scenarios)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autofree char *focused = NULL;
  GtkWidget *child;

  if (focus != NULL && gtk_widget_get_parent (focus) == self->chips)
    focused = g_strdup (id_of (focus));
  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), child);
  for (guint k = 0; k < scenarios->len; k++)
    {
      const NephoScenario *scenario = g_ptr_array_index (scenarios, k);

      add_chip (self, scenario);
      if (g_strcmp0 (scenario->id, focused) == 0)
        gtk_widget_grab_focus (gtk_widget_get_last_child (self->chips));
    }
}

/* A sample of the line, and the name; one that is not compared has no line anywhere. */
static void
show_chip (GtkWidget *chip, const NephoCompared *item, const NephoScenario *scenario)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (chip));
  GtkWidget *label = gtk_widget_get_last_child (box);
  const char *name = item != NULL ? item->name : nepho_text_get (scenario->name);
  guint look = item != NULL ? 1 + (guint) item->colour * (NEPHO_PLOT_N_DASHES + 1) + item->dash : 0;

  if (look != GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "look")))
    {
      if (gtk_widget_get_first_child (box) != label)
        gtk_box_remove (GTK_BOX (box), gtk_widget_get_first_child (box));
      if (item != NULL)
        gtk_box_prepend (GTK_BOX (box), nepho_colour_swatch_new (item->colour, item->dash));
      g_object_set_data (G_OBJECT (chip), "look", GUINT_TO_POINTER (look));
    }
  gtk_label_set_text (GTK_LABEL (label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The last one cannot go, and there is room for so many only. */
static void
show_states (NephoCompareBar *self, const NephoComparison *comparison)
{
  for (GtkWidget *chip = gtk_widget_get_first_child (self->chips); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    {
      const NephoCompared *item = find_item (comparison, id_of (chip));
      gboolean full = item == NULL && comparison->n >= NEPHO_MAX_COMPARED;

      show_chip (chip, item, nepho_document_find_scenario (self->document, id_of (chip)));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), item != NULL);
      gtk_widget_set_sensitive (chip, !full && !(item != NULL && comparison->n == 1));
      gtk_widget_set_tooltip_text (chip, full ? _("Six scenarios at most stand side by side; take one away first") : NULL);
    }
}

/* What would take other chips. */
static char *
describe (const GPtrArray *scenarios)
{
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < scenarios->len; k++)
    g_string_append_printf (text, "%s\n", ((const NephoScenario *) g_ptr_array_index (scenarios, k))->id);

  return g_string_free (text, FALSE);
}

static void
fill_list (GtkWidget *list, const NephoComparison *comparison, guint selected)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *before = gtk_drop_down_get_model (GTK_DROP_DOWN (list));
  gboolean same = g_list_model_get_n_items (before) == comparison->n;

  for (guint i = 0; i < comparison->n; i++)
    {
      gtk_string_list_append (names, comparison->items[i].name);
      same = same && g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (before), i), comparison->items[i].name);
    }
  if (!same)
    gtk_drop_down_set_model (GTK_DROP_DOWN (list), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), selected);
}

/**
 * nepho_compare_bar_update:
 * @self: the bar
 * @comparison: what is side by side now
 *
 * Shows it.
 */
void
nepho_compare_bar_update (NephoCompareBar *self, const NephoComparison *comparison)
{
  g_autoptr (GPtrArray) scenarios = nepho_document_get_scenarios (self->document);
  g_autofree char *description = describe (scenarios);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint pair[2];

  self->updating = TRUE;
  for (guint i = 0; i < comparison->n; i++)
    g_strv_builder_add (builder, comparison->items[i].id);
  g_strfreev (self->ids);
  self->ids = g_strv_builder_end (builder);
  if (g_strcmp0 (description, self->drawn) != 0)
    {
      make_chips (self, scenarios);
      g_free (self->drawn);
      self->drawn = g_steal_pointer (&description);
    }
  show_states (self, comparison);
  nepho_compare_bar_get_pair (self, pair);
  fill_list (self->reference, comparison, pair[0]);
  fill_list (self->other, comparison, pair[1]);
  self->updating = FALSE;
}

/**
 * nepho_compare_bar_get_pair:
 * @self: the bar
 * @pair: (out): places among what is side by side
 *
 * Says the difference of which two is explained: of the reference, and of the reader's choice. Before there is one it
 * is of the scenario at work, or of the next.
 */
void
nepho_compare_bar_get_pair (NephoCompareBar *self, guint pair[2])
{
  guint n;
  guint place;

  g_return_if_fail (NEPHO_IS_COMPARE_BAR (self));

  n = g_strv_length (self->ids);
  place = place_of (self->ids, self->explained);
  if (place >= n)
    place = place_of (self->ids, nepho_document_get_scenario (self->document));
  pair[0] = 0;
  pair[1] = place > 0 && place < n ? place : MIN (1, MAX (n, 1) - 1);
}
