/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-money-menu.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "nepho-number.h"

/* "6.3385 (2022-03, Alibaba Group)": a rate, when it held and who took it. */
static char *
describe_rate (const NephoDataset *dataset, const NephoExchangeRate *rate)
{
  const NephoFact *fact = nepho_dataset_find_fact (dataset, rate->source);
  g_autofree char *number = nepho_number_format (rate->cny_per_usd, NEPHO_UNIT_NONE, NEPHO_NUMBER_EXACT);

  if (fact == NULL)
    return g_steal_pointer (&number);

  /* Translators: a rate, a period, a publisher */
  return g_strdup_printf (_("%s (%s, %s)"), number, fact->period, fact->publisher);
}

static void
add_rate (GMenu *section, const char *label, const char *rate)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (plain, NULL);

  g_menu_item_set_action_and_target (item, "win.exchange-rate", "s", rate);
  g_menu_append_item (section, item);
}

/* The rates that the data set has a source for, the usual one first, then the reader's own. */
static void
fill_rates (GMenu *section, NephoDocument *document)
{
  const NephoDataset *dataset = nepho_document_get_dataset (document);
  const NephoCurrencyChoice *money = nepho_document_get_money (document);

  gboolean choice = nepho_currency_has_rates (dataset);

  g_menu_remove_all (section);
  for (guint i = 0; i < (choice ? dataset->rates->len : MIN (dataset->rates->len, 1)); i++)
    {
      const NephoExchangeRate *rate = g_ptr_array_index (dataset->rates, i);
      g_autofree char *label = describe_rate (dataset, rate);

      add_rate (section, label, i > 0 ? rate->source : "");
    }
  if (money->source == NULL && money->cny_per_usd > 0.0)
    {
      char own[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *number = nepho_number_format (money->cny_per_usd, NEPHO_UNIT_NONE, NEPHO_NUMBER_EXACT);
      /* Translators: a rate that the reader entered */
      g_autofree char *label = g_strdup_printf (_("%s (your own)"), number);

      add_rate (section, label, g_ascii_dtostr (own, sizeof own, money->cny_per_usd));
    }
  if (choice)
    g_menu_append (section, _("_Another Rate…"), "win.ask-rate");
}

static void
dataset_cb (NephoDocument *document, GParamSpec *pspec, GMenu *section)
{
  fill_rates (section, document);
}

/**
 * nepho_money_menu_new:
 * @document: the document
 *
 * Returns: (transfer full): in which money sums are shown, and at what rate; it follows the data set
 */
GMenuModel *
nepho_money_menu_new (NephoDocument *document)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) currencies = g_menu_new ();
  g_autoptr (GMenu) rates = g_menu_new ();

  g_menu_append (currencies, _("As _Published"), "win.currency::published");
  g_menu_append (currencies, _("_Chinese Yuan (¥)"), "win.currency::cny");
  g_menu_append (currencies, _("_US Dollars (US$)"), "win.currency::usd");
  fill_rates (rates, document);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (currencies));
  g_menu_append_section (menu, _("Yuan a US Dollar"), G_MENU_MODEL (rates));
  g_signal_connect_object (document, "notify::dataset", G_CALLBACK (dataset_cb), rates, 0);

  return G_MENU_MODEL (menu);
}

/* The question about a rate, for as long as it is open. */
typedef struct
{
  NephoDocument    *document;
  GSettings        *settings;
  AdwMessageDialog *dialog;
  GtkEditable      *entry;
  GtkWidget        *refusal;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->document);
  g_object_unref (question->settings);
  g_free (question);
}

/* The rate as it is kept, or NULL with what is wrong with it. */
static char *
read_rate (const Question *question, GError **error)
{
  const NephoDataset *dataset = nepho_document_get_dataset (question->document);
  NephoCurrencyChoice choice;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  nepho_currency_choice_init (&choice, dataset);
  if (!nepho_currency_choice_set (&choice, dataset, NEPHO_CURRENCY_USD, gtk_editable_get_text (question->entry), error))
    return NULL;

  return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, choice.cny_per_usd));
}

static void
rate_changed_cb (GtkEditable *entry, Question *question)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rate = read_rate (question, &error);
  gboolean empty = *gtk_editable_get_text (entry) == '\0';

  adw_message_dialog_set_response_enabled (question->dialog, "take", rate != NULL && !empty);
  gtk_label_set_label (GTK_LABEL (question->refusal), rate == NULL ? error->message : "");
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autofree char *rate = g_str_equal (response, "take") ? read_rate (question, NULL) : NULL;

  if (rate != NULL)
    g_settings_set_string (question->settings, "exchange-rate", rate);
}

static GtkWidget *
question_content (Question *question, double rate)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *number = rate > 0.0 ? nepho_number_format (rate, NEPHO_UNIT_NONE, NEPHO_NUMBER_EXACT) : NULL;

  question->entry = GTK_EDITABLE (entry);
  question->refusal = gtk_label_new (NULL);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Yuan a US dollar"), -1);
  gtk_label_set_wrap (GTK_LABEL (question->refusal), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (question->refusal), 40);
  gtk_label_set_lines (GTK_LABEL (question->refusal), 3);
  gtk_widget_add_css_class (question->refusal, "error");
  gtk_widget_add_css_class (question->refusal, "caption");
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), question->refusal);
  if (number != NULL)
    gtk_editable_set_text (question->entry, number);

  return box;
}

/**
 * nepho_money_ask_rate:
 * @parent: the window
 * @document: its document
 * @settings: where the rate is kept, under "exchange-rate"
 *
 * Asks for a rate of the reader's own. What is no rate cannot be taken, and says why.
 */
void
nepho_money_ask_rate (GtkWindow *parent, NephoDocument *document, GSettings *settings)
{
  Question *question = g_new0 (Question, 1);
  GtkWidget *dialog = adw_message_dialog_new (parent, _("Yuan a US Dollar"),
                                              _("Sums are converted at this rate, which charts name as your own."));

  question->document = g_object_ref (document);
  question->settings = g_object_ref (settings);
  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_add_responses (question->dialog, "cancel", _("_Cancel"), "take", _("_Use Rate"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "take", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "take");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  adw_message_dialog_set_extra_child (question->dialog,
                                      question_content (question, nepho_document_get_money (document)->cny_per_usd));
  g_signal_connect (question->entry, "changed", G_CALLBACK (rate_changed_cb), question);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (question->entry));
}
