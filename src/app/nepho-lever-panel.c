/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-lever-panel.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "nepho-document-path.h"
#include "nepho-lever-section.h"
#include "nepho-page-names.h"
#include "nepho-path-editor.h"

/* More than anybody reads through; a longer word finds fewer. */
#define MOST_FOUND 60u

struct _NephoLeverPanel
{
  GtkWidget        parent_instance;

  NephoDocument   *document;
  GtkWidget       *section[NEPHO_N_GROUPS]; /* made when first wanted */
  gboolean         opened[NEPHO_N_PAGES];   /* pages whose first section was opened once */
  GHashTable      *listed;                  /* parameters that stand among the found ones */
  gboolean         held;
  GtkWidget       *path_editor;             /* that is open, or NULL */

  GtkEditable     *search;
  GtkToggleButton *changed_only;
  GtkStack        *stack;
  GtkBox          *sections;
  GtkBox          *found;
  GtkWidget       *more;
  AdwStatusPage   *nothing;
};

enum
{
  PROP_HELD = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NephoLeverPanel, nepho_lever_panel, GTK_TYPE_WIDGET)

/* Which levers matter to which page, the most wanted first; the end is marked. */
#define END NEPHO_N_GROUPS
static const NephoGroup page_groups[NEPHO_N_PAGES][8] = {
  { NEPHO_GROUP_ADOPTION, NEPHO_GROUP_PRICE, NEPHO_GROUP_AI, NEPHO_GROUP_DEMAND, NEPHO_GROUP_MARKET,
    NEPHO_GROUP_COMPUTE, END },
  { NEPHO_GROUP_SHARES, NEPHO_GROUP_MARKET, NEPHO_GROUP_ADOPTION, NEPHO_GROUP_PRICE,
    NEPHO_GROUP_SEGMENT, NEPHO_GROUP_VENDOR, END },
  { NEPHO_GROUP_PRICE, NEPHO_GROUP_DEMAND, NEPHO_GROUP_SEGMENT, NEPHO_GROUP_VENDOR,
    NEPHO_GROUP_ADOPTION, NEPHO_GROUP_COMPUTE, END },
  { NEPHO_GROUP_TRAINING_RUN, NEPHO_GROUP_COMPUTE, NEPHO_GROUP_AI, NEPHO_GROUP_ADOPTION,
    NEPHO_GROUP_VENDOR, END },
  { NEPHO_GROUP_ADOPTION, NEPHO_GROUP_PRICE, NEPHO_GROUP_AI, NEPHO_GROUP_DEMAND, NEPHO_GROUP_MARKET,
    NEPHO_GROUP_SEGMENT, NEPHO_GROUP_VENDOR, END },
  { NEPHO_GROUP_ADOPTION, NEPHO_GROUP_MARKET, NEPHO_GROUP_PRICE, NEPHO_GROUP_AI, NEPHO_GROUP_DEMAND,
    NEPHO_GROUP_SEGMENT, NEPHO_GROUP_VENDOR, END },
  { END },
};

static gboolean
is_filtered (NephoLeverPanel *self)
{
  return *gtk_editable_get_text (self->search) != '\0'
         || gtk_toggle_button_get_active (self->changed_only);
}

/* Every word must occur somewhere in the name, the description or the id. */
static gboolean
is_wanted (NephoLeverPanel *self, guint index, char **words)
{
  NephoParameterSet *set = nepho_document_get_parameters (self->document);
  const NephoParameter *parameter = nepho_parameter_set_get (set, index);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (gtk_toggle_button_get_active (self->changed_only)
      && nepho_document_get_values (self->document)[index] == parameter->initial
      && !nepho_document_has_path (self->document, index))
    return FALSE;

  title = nepho_parameter_title (set, index);
  text = g_strjoin ("\n", title, _(parameter->spec->description), parameter->id, NULL);
  folded = g_utf8_casefold (text, -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
clear_found (NephoLeverPanel *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->found))) != NULL)
    gtk_box_remove (self->found, child);
  g_hash_table_remove_all (self->listed);
}

static void
show_nothing (NephoLeverPanel *self)
{
  gboolean searched = *gtk_editable_get_text (self->search) != '\0';

  adw_status_page_set_title (self->nothing,
                             searched ? _("No Levers Found") : _("Nothing Changed"));
  adw_status_page_set_description (self->nothing, searched ? _("Try another word.")
                                                           : _("Every lever is at its default."));
}

/* Adds what is wanted and not there yet. Nothing is taken away: a lever that was just put back to
 * its default stays where the reader has it. */
static void
list_found (NephoLeverPanel *self)
{
  NephoParameterSet *set = nepho_document_get_parameters (self->document);
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t", -1);
  gboolean more = FALSE;

  for (guint i = 0; i < nepho_parameter_set_size (set) && !more; i++)
    if (!g_hash_table_contains (self->listed, GUINT_TO_POINTER (i)) && is_wanted (self, i, words))
      {
        more = g_hash_table_size (self->listed) >= MOST_FOUND;
        if (more)
          break;
        g_hash_table_add (self->listed, GUINT_TO_POINTER (i));
        gtk_box_append (self->found, nepho_lever_new (self->document, i, NEPHO_LEVER_TITLE));
      }

  gtk_widget_set_visible (self->more, more);
  show_nothing (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_hash_table_size (self->listed) > 0 ? "found" : "nothing");
}

static void
filter (NephoLeverPanel *self)
{
  clear_found (self);
  if (is_filtered (self))
    list_found (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "sections");
}

static void
search_changed_cb (GtkSearchEntry *entry, NephoLeverPanel *self)
{
  filter (self);
}

static void
stop_search_cb (GtkSearchEntry *entry, NephoLeverPanel *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
changed_only_cb (GtkToggleButton *button, NephoLeverPanel *self)
{
  filter (self);
}

static void
document_changed_cb (NephoDocument *document, NephoLeverPanel *self)
{
  if (gtk_toggle_button_get_active (self->changed_only))
    list_found (self);
}

/* Names and ids may be others. */
static void
dataset_cb (NephoDocument *document, GParamSpec *pspec, NephoLeverPanel *self)
{
  filter (self);
}

/* A lever tells that the pointer holds it. */
static void
hold_cb (GtkWidget *widget, const char *name, GVariant *held)
{
  NephoLeverPanel *self = NEPHO_LEVER_PANEL (widget);

  if (self->held == g_variant_get_boolean (held))
    return;

  self->held = g_variant_get_boolean (held);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HELD]);
}

/* A lever asks for the path of its parameter to be shown; there is one editor at a time. */
static void
path_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  NephoLeverPanel *self = NEPHO_LEVER_PANEL (widget);
  int parameter = nepho_parameter_set_find (nepho_document_get_parameters (self->document),
                                            g_variant_get_string (id, NULL));

  if (parameter < 0)
    return;

  if (self->path_editor != NULL)
    gtk_window_destroy (GTK_WINDOW (self->path_editor));
  g_set_weak_pointer (&self->path_editor, nepho_path_editor_new (self->document, (guint) parameter, widget));
  gtk_window_present (GTK_WINDOW (self->path_editor));
}

static void
nepho_lever_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_HELD)
    g_value_set_boolean (value, NEPHO_LEVER_PANEL (object)->held);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nepho_lever_panel_dispose (GObject *object)
{
  NephoLeverPanel *self = NEPHO_LEVER_PANEL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  if (self->path_editor != NULL)
    gtk_window_destroy (GTK_WINDOW (self->path_editor));
  g_clear_weak_pointer (&self->path_editor);
  g_clear_pointer (&self->listed, g_hash_table_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nepho_lever_panel_parent_class)->dispose (object);
}

static void
nepho_lever_panel_class_init (NephoLeverPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nepho_lever_panel_dispose;
  object_class->get_property = nepho_lever_panel_get_property;
  properties[PROP_HELD] =
      g_param_spec_boolean ("held", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "levers.hold", "b", hold_cb);
  gtk_widget_class_install_action (widget_class, "levers.path", "s", path_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nephoscope/Nephoscope/ui/nepho-lever-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoLeverPanel, search);
  gtk_widget_class_bind_template_child (widget_class, NephoLeverPanel, changed_only);
  gtk_widget_class_bind_template_child (widget_class, NephoLeverPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, NephoLeverPanel, sections);
  gtk_widget_class_bind_template_child (widget_class, NephoLeverPanel, found);
  gtk_widget_class_bind_template_child (widget_class, NephoLeverPanel, more);
  gtk_widget_class_bind_template_child (widget_class, NephoLeverPanel, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_only_cb);
  gtk_widget_class_set_css_name (widget_class, "leverpanel");
}

static void
nepho_lever_panel_init (NephoLeverPanel *self)
{
  g_autofree char *more = g_strdup_printf (
      ngettext ("Only the first %u is shown.", "Only the first %u are shown.", MOST_FOUND),
      MOST_FOUND);

  self->listed = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (GTK_LABEL (self->more), more);
}

/**
 * nepho_lever_panel_new:
 * @document: the document
 *
 * Returns: (transfer floating): a panel, empty until it is told the page
 */
GtkWidget *
nepho_lever_panel_new (NephoDocument *document)
{
  NephoLeverPanel *self = g_object_new (NEPHO_TYPE_LEVER_PANEL, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, 0);
  g_signal_connect_object (document, "notify::dataset", G_CALLBACK (dataset_cb), self, 0);

  return GTK_WIDGET (self);
}

static GtkWidget *
ensure_section (NephoLeverPanel *self, NephoGroup group)
{
  if (self->section[group] == NULL)
    {
      self->section[group] = nepho_lever_section_new (self->document, group);
      gtk_box_append (self->sections, self->section[group]);
    }

  return self->section[group];
}

/**
 * nepho_lever_panel_set_page:
 * @self: a panel
 * @page: one page
 *
 * Shows the levers that matter to a page; the most wanted ones are open at first.
 */
void
nepho_lever_panel_set_page (NephoLeverPanel *self, NephoPages page)
{
  guint index = (guint) (nepho_page_name (page) - nepho_page_names ());
  GtkWidget *last = NULL;

  g_return_if_fail (NEPHO_IS_LEVER_PANEL (self));

  for (guint i = 0; i < NEPHO_N_GROUPS; i++)
    if (self->section[i] != NULL)
      gtk_widget_set_visible (self->section[i], FALSE);

  for (guint i = 0; page_groups[index][i] != END; i++)
    {
      GtkWidget *section = ensure_section (self, page_groups[index][i]);

      gtk_widget_set_visible (section, TRUE);
      gtk_box_reorder_child_after (self->sections, section, last);
      last = section;
    }

  if (!self->opened[index])
    nepho_lever_section_set_expanded (
        NEPHO_LEVER_SECTION (ensure_section (self, page_groups[index][0])), TRUE);
  self->opened[index] = TRUE;
}

/**
 * nepho_lever_panel_get_held:
 * @self: a panel
 *
 * Returns: whether the pointer holds one of its sliders
 */
gboolean
nepho_lever_panel_get_held (NephoLeverPanel *self)
{
  g_return_val_if_fail (NEPHO_IS_LEVER_PANEL (self), FALSE);

  return self->held;
}

/**
 * nepho_lever_panel_get_path_editor:
 * @self: a panel
 *
 * Returns: (transfer none) (nullable): the window in which a path is edited
 */
GtkWidget *
nepho_lever_panel_get_path_editor (NephoLeverPanel *self)
{
  g_return_val_if_fail (NEPHO_IS_LEVER_PANEL (self), NULL);

  return self->path_editor;
}

/**
 * nepho_lever_panel_search:
 * @self: a panel
 *
 * Puts the cursor where the reader can type what to look for.
 */
void
nepho_lever_panel_search (NephoLeverPanel *self)
{
  g_return_if_fail (NEPHO_IS_LEVER_PANEL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * nepho_lever_panel_find_lever:
 * @self: a panel
 * @parameter: index of a parameter
 *
 * Opens the section that has the parameter, with its segment or vendor chosen.
 *
 * Returns: (transfer none) (nullable): its lever; %NULL where the page has none for it
 */
NephoLever *
nepho_lever_panel_find_lever (NephoLeverPanel *self, guint parameter)
{
  NephoGroup group;

  g_return_val_if_fail (NEPHO_IS_LEVER_PANEL (self), NULL);

  group = nepho_parameter_set_get (nepho_document_get_parameters (self->document), parameter)
              ->spec->group;
  if (self->section[group] == NULL || !gtk_widget_get_visible (self->section[group]))
    return NULL;

  return nepho_lever_section_find_lever (NEPHO_LEVER_SECTION (self->section[group]), parameter);
}
