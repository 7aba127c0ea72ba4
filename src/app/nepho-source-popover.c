/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-source-popover.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-path.h"
#include "nepho-document-scenario.h"
#include "nepho-event-words.h"
#include "nepho-fact-view.h"
#include "nepho-note-view.h"
#include "nepho-number.h"
#include "nepho-parameter-range.h"

/* What a popover keeps in step with the document while it is open. */
typedef struct
{
  NephoDocument     *document;
  NephoParameterSet *set;        /* that parameter is an index of */
  guint              parameter;
  GtkWidget         *change;     /* what the value is now, where it is not the source's */
  GtkWidget         *course;     /* what happens to it over time */
  GtkWidget         *follow;     /* button that leads to the path, or NULL: it can have none */
  GtkWidget         *remove;
  GtkBox            *publishers;
  GtkBox            *source;
  NephoNoteView     *note;
  GtkWidget         *note_scope; /* where the note was written, if elsewhere */
  char              *shown;      /* id of the fact in view, or NULL */
  gboolean           updating;
  gboolean           noting;     /* the reader writes the note */
} About;

static void
about_free (gpointer data)
{
  About *about = data;

  nepho_parameter_set_unref (about->set);
  g_object_unref (about->document);
  g_free (about->shown);
  g_free (about);
}

static const NephoParameter *
parameter_of (const About *about)
{
  return nepho_parameter_set_get (nepho_document_get_parameters (about->document), about->parameter);
}

static const NephoFact *
find_fact (const About *about, const char *id)
{
  return id != NULL ? nepho_dataset_find_fact (nepho_document_get_dataset (about->document), id) : NULL;
}

static char *
format (NephoDocument *document, const NephoParameter *parameter, double value)
{
  return nepho_currency_format (nepho_document_get_money (document), value, parameter->spec->unit,
                                NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
}

static char *
format_range (NephoDocument *document, const NephoParameter *parameter, double low, double high)
{
  g_autofree char *minimum = format (document, parameter, low);
  g_autofree char *maximum = format (document, parameter, high);

  /* Translators: the lowest and the highest value */
  return g_strdup_printf (_("%s to %s"), minimum, maximum);
}

/**
 * nepho_source_popover_standing:
 * @document: the document
 * @parameter: index of a parameter
 *
 * Returns: (transfer full): whose word the value is, in a sentence: "34.6 %, changed by you; source value
 * 33.5 %"
 */
char *
nepho_source_popover_standing (NephoDocument *document, guint parameter)
{
  const NephoParameter *entry = nepho_parameter_set_get (nepho_document_get_parameters (document), parameter);
  g_autofree char *now = format (document, entry, nepho_document_get_values (document)[parameter]);
  g_autofree char *initial = format (document, entry, entry->initial);
  const NephoFact *chosen = NULL;
  const char *source = nepho_document_get_chosen_source (document, parameter);

  if (source != NULL)
    chosen = nepho_dataset_find_fact (nepho_document_get_dataset (document), source);

  switch (nepho_document_get_standing (document, parameter))
    {
    case NEPHO_STANDING_SOURCED:
      return g_strdup_printf (_("%s, by %s"), now, chosen != NULL ? chosen->publisher : source);
    case NEPHO_STANDING_WEAK:
      /* Translators: value, publisher, grade such as "Estimated" */
      return g_strdup_printf (_("%s, by %s (%s)"), now, chosen != NULL ? chosen->publisher : source,
                              chosen != NULL ? nepho_grade_name (chosen->grade) : "");
    case NEPHO_STANDING_ASSUMED:
      return g_strdup_printf (_("%s, an assumption"), now);
    case NEPHO_STANDING_ALTERNATIVE:
      return g_strdup_printf (_("%s, by %s, chosen by you; default %s"), now,
                              chosen != NULL ? chosen->publisher : source, initial);
    case NEPHO_STANDING_FOLLOWED:
      return g_strdup_printf (_("%s, made room for another share; source value %s"), now, initial);
    case NEPHO_STANDING_SCENARIO:
      return g_strdup_printf (_("%s, set by the scenario “%s”; source value %s"), now,
                              nepho_text_get (nepho_document_get_setter (document, parameter)->name), initial);
    case NEPHO_STANDING_CHANGED:
    default:
      return g_strdup_printf (_("%s, changed by you; source value %s"), now, initial);
    }
}

/* Why the range is as wide as it is. */
static const char *
explain_range (const NephoParameterRange *range)
{
  if (range->disputed)
    return _("Reaches to what other publishers say.");
  if (range->basis == NEPHO_RANGE_FROM_TABLE)
    return _("What is plausible of an assumption.");
  if (range->basis == NEPHO_RANGE_FROM_NOTHING)
    return _("Nobody knows it better, so it is as wide as a rumour’s.");

  return nepho_grade_is_weak (range->grade) ? _("Wide, because its source is weak.")
                                            : _("Narrow, because its source is firm.");
}

static void
append_meaning (GtkBox *box, const About *about)
{
  NephoParameterSet *set = nepho_document_get_parameters (about->document);
  const NephoParameter *parameter = parameter_of (about);
  NephoParameterRange range = nepho_parameter_set_range (set, about->parameter);
  g_autofree char *title = nepho_parameter_title (set, about->parameter);
  g_autofree char *limits = format_range (about->document, parameter, parameter->spec->minimum, parameter->spec->maximum);
  g_autofree char *likely = format_range (about->document, parameter, range.low, range.high);
  g_autofree char *explained = g_strdup_printf ("%s. %s", likely, explain_range (&range));
  g_autofree char *initial = format (about->document, parameter, parameter->initial);
  GtkWidget *grid = nepho_fact_view_grid ();

  gtk_box_append (box, nepho_fact_view_text (title, "heading"));
  gtk_box_append (box, nepho_fact_view_text (_(parameter->spec->description), NULL));
  nepho_fact_view_add_row (GTK_GRID (grid), _("Id"), parameter->id);
  nepho_fact_view_add_row (GTK_GRID (grid), _("Unit"), nepho_unit_name (nepho_currency_unit (nepho_document_get_money (about->document), parameter->spec->unit)));
  nepho_fact_view_add_row (GTK_GRID (grid), _("Default"), initial);
  nepho_fact_view_add_row (GTK_GRID (grid), _("Limits"), limits);
  nepho_fact_view_add_row (GTK_GRID (grid), _("Range"), explained);
  gtk_box_append (box, grid);
}

static void
publisher_toggled_cb (GtkCheckButton *button, About *about)
{
  g_autoptr (GError) error = NULL;

  if (about->updating || !gtk_check_button_get_active (button))
    return;

  /* What others make impossible is put back by the update; the sentence tells why. */
  if (!nepho_document_choose_source (about->document, about->parameter,
                                     g_object_get_data (G_OBJECT (button), "fact"), &error))
    {
      gtk_label_set_label (GTK_LABEL (about->change), error->message);
      gtk_widget_set_visible (about->change, TRUE);
    }
}

/* "IDC: 34.6 % (Reported)" */
static GtkCheckButton *
append_publisher (About *about, GtkCheckButton *group, const char *id, double value)
{
  const NephoParameter *parameter = parameter_of (about);
  const NephoFact *fact = find_fact (about, id);
  g_autofree char *number = format (about->document, parameter, value);
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (fact != NULL)
    /* Translators: publisher, value, grade such as "Reported" */
    label = g_strdup_printf (_("%s: %s (%s)"), fact->publisher, number, nepho_grade_name (fact->grade));
  else
    /* Translators: what the data set assumes, where publishers say something else */
    label = g_strdup_printf (_("Assumption: %s"), number);

  button = gtk_check_button_new_with_label (label);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  g_object_set_data_full (G_OBJECT (button), "fact", g_strdup (id), g_free);
  if (fact != NULL)
    gtk_widget_set_tooltip_text (button, fact->title);
  g_signal_connect (button, "toggled", G_CALLBACK (publisher_toggled_cb), about);
  gtk_box_append (about->publishers, button);

  return GTK_CHECK_BUTTON (button);
}

static void
append_publishers (About *about)
{
  const NephoParameter *parameter = parameter_of (about);
  GtkCheckButton *group;

  if (parameter->alternatives == NULL || parameter->alternatives->len == 0)
    return;

  gtk_box_append (about->publishers,
                  nepho_fact_view_text (parameter->source != NULL ? _("Publishers disagree")
                                                                  : _("What is published"),
                                        "heading"));
  group = append_publisher (about, NULL, parameter->source, parameter->initial);
  for (guint i = 0; i < parameter->alternatives->len; i++)
    {
      const NephoAlternative *alternative = g_ptr_array_index (parameter->alternatives, i);

      append_publisher (about, group, alternative->source, alternative->value);
    }
}

/* The button of the publisher whose figure the value is; none where it is the reader's own. */
static void
show_publisher (About *about)
{
  const char *chosen = nepho_document_get_chosen_source (about->document, about->parameter);
  gboolean initial = nepho_document_get_values (about->document)[about->parameter] == parameter_of (about)->initial;

  about->updating = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (about->publishers)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child))
      {
        const char *id = g_object_get_data (G_OBJECT (child), "fact");

        gtk_check_button_set_active (GTK_CHECK_BUTTON (child),
                                     id != NULL ? g_strcmp0 (id, chosen) == 0 : initial);
      }
  about->updating = FALSE;
}

static void
show_source (About *about)
{
  const NephoParameter *parameter = parameter_of (about);
  const char *id = nepho_document_get_chosen_source (about->document, about->parameter);
  const NephoFact *fact = find_fact (about, id != NULL ? id : parameter->source);
  GtkWidget *child;

  if (gtk_widget_get_first_child (GTK_WIDGET (about->source)) != NULL
      && g_strcmp0 (about->shown, fact != NULL ? fact->id : NULL) == 0)
    return;

  g_free (about->shown);
  about->shown = fact != NULL ? g_strdup (fact->id) : NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (about->source))) != NULL)
    gtk_box_remove (about->source, child);
  gtk_box_append (about->source, nepho_fact_view_text (fact != NULL ? _("Source") : _("Assumption"), "heading"));
  if (fact != NULL)
    gtk_box_append (about->source, nepho_fact_view_new (fact));
  else if (parameter->reason != NULL)
    gtk_box_append (about->source, nepho_fact_view_text (_(parameter->reason), NULL));
}

static void
show_course (About *about)
{
  NephoDocument *document = about->document;
  g_autofree char *course
    = nepho_events_describe (nepho_document_get_parameters (document), about->parameter,
                             nepho_document_get_events (document), nepho_document_get_money (document));
  g_autofree char *words = course != NULL ? g_strdup_printf (_("Follows a path: %s"), course) : NULL;

  if (about->follow == NULL)
    return;

  gtk_label_set_label (GTK_LABEL (about->course), words != NULL ? words : _("Keeps its value over time."));
  gtk_button_set_label (GTK_BUTTON (about->follow), words != NULL ? _("_Change Path…") : _("_Follow a Path…"));
  gtk_widget_set_visible (about->remove, words != NULL);
}

static void
show_note (About *about)
{
  gboolean inherited;
  const char *text = nepho_document_get_note (about->document, about->parameter, &inherited);

  /* Who empties it to write something else does not want the inherited text back meanwhile. */
  if (!about->noting)
    nepho_note_view_set_text (about->note, text);
  gtk_widget_set_visible (about->note_scope, inherited && *text != '\0');
}

/* Typing is one step of undo. */
static void
note_edited_cb (About *about, const char *text)
{
  g_autofree char *key = g_strdup_printf ("note %s", parameter_of (about)->id);
  g_autoptr (GError) error = NULL;

  about->noting = TRUE;
  nepho_document_begin_joined_step (about->document, key, g_get_monotonic_time ());
  nepho_document_set_note (about->document, about->parameter, text, &error);
  nepho_document_end_step (about->document);
  about->noting = FALSE;
  nepho_note_view_set_refusal (about->note, error != NULL ? error->message : NULL);
}

static void
append_note (GtkBox *box, About *about)
{
  GtkWidget *note = nepho_note_view_new (_("Your note"), _("Why you think so, or what is still to be checked."));

  about->note = NEPHO_NOTE_VIEW (note);
  about->note_scope = nepho_fact_view_text (
      _("Written for another scenario that this one follows; what you write here holds in this one."), "caption");
  g_signal_connect_swapped (note, "edited", G_CALLBACK (note_edited_cb), about);
  gtk_box_append (box, nepho_fact_view_text (_("Your note"), "heading"));
  gtk_box_append (box, note);
  gtk_box_append (box, about->note_scope);
}

static void
update (About *about)
{
  NephoStanding standing = nepho_document_get_standing (about->document, about->parameter);
  g_autofree char *sentence = nepho_source_popover_standing (about->document, about->parameter);

  gtk_label_set_label (GTK_LABEL (about->change), sentence);
  gtk_widget_set_visible (about->change, standing > NEPHO_STANDING_ASSUMED);
  show_course (about);
  show_publisher (about);
  show_source (about);
  show_note (about);
}

/* The editor is a window: the popover makes room for it. */
static void
follow_cb (GtkWidget *button, About *about)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  GtkWidget *lever = gtk_widget_get_parent (popover);

  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_activate_action (lever, "levers.path", "s", parameter_of (about)->id);
}

static void
remove_cb (GtkWidget *button, About *about)
{
  gtk_widget_grab_focus (about->follow);
  nepho_document_set_path (about->document, about->parameter, NULL, 0, NULL);
}

static void
append_course (GtkBox *box, About *about)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (!nepho_event_allowed (parameter_of (about)->spec))
    return;

  about->course = nepho_fact_view_text ("", NULL);
  about->follow = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (about->follow), TRUE);
  about->remove = gtk_button_new_with_mnemonic (_("Remove _Path"));
  g_signal_connect (about->follow, "clicked", G_CALLBACK (follow_cb), about);
  g_signal_connect (about->remove, "clicked", G_CALLBACK (remove_cb), about);
  gtk_box_append (GTK_BOX (buttons), about->follow);
  gtk_box_append (GTK_BOX (buttons), about->remove);
  gtk_box_append (box, about->course);
  gtk_box_append (box, buttons);
}

static void
document_changed_cb (NephoDocument *document, GtkWidget *popover)
{
  About *about = g_object_get_data (G_OBJECT (popover), "about");

  /* The lever takes the popover away when the data set was edited. */
  if (nepho_document_get_parameters (document) == about->set)
    update (about);
}

static GtkWidget *
append_box (GtkBox *box)
{
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (box, inner);

  return inner;
}

/**
 * nepho_source_popover_new:
 * @document: the document
 * @parameter: index of a parameter
 *
 * Returns: (transfer floating): a popover that says what the parameter means, what it may be, and
 * where its value is from; where publishers disagree one of them is chosen here
 */
GtkWidget *
nepho_source_popover_new (NephoDocument *document, guint parameter)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  About *about = g_new0 (About, 1);

  about->document = g_object_ref (document);
  about->set = nepho_parameter_set_ref (nepho_document_get_parameters (document));
  about->parameter = parameter;
  g_object_set_data_full (G_OBJECT (popover), "about", about, about_free);

  gtk_widget_add_css_class (box, "about-lever");
  append_meaning (GTK_BOX (box), about);
  about->change = nepho_fact_view_text ("", "changed-note");
  gtk_box_append (GTK_BOX (box), about->change);
  append_course (GTK_BOX (box), about);
  about->publishers = GTK_BOX (append_box (GTK_BOX (box)));
  append_publishers (about);
  append_note (GTK_BOX (box), about);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  about->source = GTK_BOX (append_box (GTK_BOX (box)));
  update (about);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), popover, 0);

  gtk_popover_set_child (GTK_POPOVER (popover), nepho_fact_view_scroll (box));

  return popover;
}
