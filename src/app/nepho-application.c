/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-application.h"

#include <glib/gi18n-lib.h>

#include "nepho-about.h"
#include "nepho-app-resources.h"
#include "nepho-chart-drag.h"
#include "nepho-dataset-io.h"
#include "nepho-number-words.h"
#include "nepho-rising.h"
#include "nepho-page-names.h"
#include "nepho-session.h"
#include "nepho-window-actions.h"
#include "nepho-window-file.h"
#include "nepho-window.h"

/* Exit status of a wrong call, as the command line's. */
#define EXIT_WRONG_CALL 2

struct _NephoApplication
{
  AdwApplication parent_instance;

  GSettings     *settings;
  NephoSession  *session;
  gboolean       recovered; /* what a killed program left was offered */
};

G_DEFINE_FINAL_TYPE (NephoApplication, nepho_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "dataset", 'd', 0, G_OPTION_ARG_FILENAME, NULL, N_("Open a data set in a new window: china, global, or a file"),
    /* Translators: stands for a data set in the list of options */
    N_("NAME|FILE") },
  { "page", 'p', 0, G_OPTION_ARG_STRING, NULL,
    N_("Open a page: overview, market, revenue, compute, scenarios, uncertainty or data"),
    /* Translators: stands for a page's name in the list of options */
    N_("NAME") },
  { "scenario", 's', 0, G_OPTION_ARG_STRING, NULL, N_("Start with a scenario"),
    /* Translators: stands for a scenario's id in the list of options */
    N_("ID") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version and exit"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[DOCUMENT…]") },
  { NULL }
};

static NephoWindow *
open_dataset (NephoApplication *self, const char *name_or_path, GError **error)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (name_or_path, error);
  g_autoptr (NephoDocument) document = NULL;

  if (dataset == NULL)
    return NULL;
  document = nepho_document_new (dataset);

  return nepho_window_new (self, document);
}

/* The window last used, or a new one on the usual data set. */
static NephoWindow *
ensure_window (NephoApplication *self, GError **error)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (NEPHO_IS_WINDOW (active))
    return NEPHO_WINDOW (active);

  return open_dataset (self, NEPHO_DEFAULT_DATASET, error);
}

static void
nepho_application_activate (GApplication *application)
{
  g_autoptr (GError) error = NULL;
  NephoWindow *window = ensure_window (NEPHO_APPLICATION (application), &error);

  if (window == NULL)
    g_printerr ("nephoscope: %s\n", error->message);
  else
    gtk_window_present (GTK_WINDOW (window));
}

/* The first start of all, and one that is asked for nothing in particular. */
static gboolean
is_plain_start (NephoApplication *self, GVariantDict *asked)
{
  static const char * const options_with_words[] = { "dataset", "scenario", "page", G_OPTION_REMAINING };

  for (guint i = 0; i < G_N_ELEMENTS (options_with_words); i++)
    if (g_variant_dict_contains (asked, options_with_words[i]))
      return FALSE;

  return gtk_application_get_windows (GTK_APPLICATION (self)) == NULL;
}

static gboolean
open_as_asked (NephoApplication *self, GVariantDict *asked, GError **error)
{
  const char *dataset = NULL;
  const char *scenario = NULL;
  const char *page = NULL;
  NephoWindow *window;
  NephoPages chosen;

  window = g_variant_dict_lookup (asked, "dataset", "^&ay", &dataset) ? open_dataset (self, dataset, error)
                                                                     : ensure_window (self, error);
  if (window == NULL)
    return FALSE;

  if (g_variant_dict_lookup (asked, "scenario", "&s", &scenario)
      && !nepho_document_apply_scenario (nepho_window_get_document (window), scenario, error))
    {
      gtk_window_destroy (GTK_WINDOW (window));
      return FALSE;
    }
  /* Its name was checked where the option was read. */
  if (g_variant_dict_lookup (asked, "page", "&s", &page) && nepho_page_from_name (page, &chosen))
    nepho_window_set_page (window, chosen);
  gtk_window_present (GTK_WINDOW (window));

  return TRUE;
}

/* Documents are shown in windows of their own; what is wrong with one is told over another window. */
static gboolean
open_files (NephoApplication *self, GVariantDict *asked, GApplicationCommandLine *command_line)
{
  g_autofree const char **paths = NULL;

  if (!g_variant_dict_lookup (asked, G_OPTION_REMAINING, "^a&ay", &paths))
    return FALSE;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, paths[i]);
      GtkWindow *before = gtk_application_get_active_window (GTK_APPLICATION (self));

      if (before == NULL)
        nepho_application_activate (G_APPLICATION (self));
      nepho_window_file_open (self, gtk_application_get_active_window (GTK_APPLICATION (self)), file);
    }

  return TRUE;
}

/* Once a start: what is left for later is offered at the next. */
static void
offer_drafts (NephoApplication *self)
{
  if (self->recovered)
    return;

  self->recovered = TRUE;
  nepho_window_file_recover (self);
}

static int
nepho_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *asked = g_application_command_line_get_options_dict (command_line);
  g_autoptr (GError) error = NULL;

  if ((is_plain_start (NEPHO_APPLICATION (application), asked)
       && nepho_session_restore (NEPHO_APPLICATION (application)->session) > 0)
      || open_files (NEPHO_APPLICATION (application), asked, command_line)
      || open_as_asked (NEPHO_APPLICATION (application), asked, &error))
    {
      offer_drafts (NEPHO_APPLICATION (application));
      return 0;
    }

  g_application_command_line_printerr (command_line, "nephoscope: %s\n", error->message);

  return EXIT_WRONG_CALL;
}

static int
nepho_application_handle_local_options (GApplication *application, GVariantDict *asked)
{
  const char *page = NULL;
  NephoPages chosen;

  if (g_variant_dict_contains (asked, "version"))
    {
      g_print ("nephoscope %s\n", NEPHO_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (asked, "page", "&s", &page) && !nepho_page_from_name (page, &chosen))
    {
      g_autofree char *message = g_strdup_printf (
          _("There is no page “%s”; expected overview, market, revenue, compute, scenarios, uncertainty or data"), page);

      g_printerr ("nephoscope: %s\n", message);
      return EXIT_WRONG_CALL;
    }

  return -1;
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_window_file_quit (user_data);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nepho_about_show (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

/* Each data set is worked on in a window of its own. */
static void
open_dataset_cb (GSimpleAction *action, GVariant *name, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  NephoWindow *window = open_dataset (user_data, g_variant_get_string (name, NULL), &error);

  if (window == NULL)
    g_warning ("%s", error->message);
  else
    gtk_window_present (GTK_WINDOW (window));
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_cb },
  { .name = "open-dataset", .activate = open_dataset_cb, .parameter_type = "s" },
  { .name = "quit", .activate = quit_cb },
};

static void
style_changed_cb (GSettings *settings, const char *key, gpointer user_data)
{
  g_autofree char *style = g_settings_get_string (settings, "style");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (style, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (style, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

/* Every number on the screen is written anew; what is stored does not change. */
static void
words_changed_cb (GSettings *settings, const char *key, gpointer user_data)
{
  g_autofree char *id = g_settings_get_string (settings, "number-words");
  NephoNumberWords words;

  if (!nepho_number_words_from_id (id, &words) || words == nepho_number_get_words ())
    return;

  nepho_number_set_words (words);
  for (GList *windows = gtk_application_get_windows (user_data); windows != NULL; windows = windows->next)
    if (NEPHO_IS_WINDOW (windows->data))
      nepho_window_write_numbers (windows->data);
}

/* What rises and what falls is drawn anew. */
static void
rising_changed_cb (GSettings *settings, const char *key, gpointer user_data)
{
  g_autofree char *id = g_settings_get_string (settings, "rising");
  NephoRising rising;

  if (!nepho_rising_from_id (id, &rising) || rising == nepho_rising_get ())
    return;

  nepho_rising_set (rising);
  for (GList *windows = gtk_application_get_windows (user_data); windows != NULL; windows = windows->next)
    if (NEPHO_IS_WINDOW (windows->data))
      nepho_window_write_numbers (windows->data);
}

static void
nepho_application_startup (GApplication *application)
{
  NephoApplication *self = NEPHO_APPLICATION (application);
  g_autoptr (GAction) style = NULL;
  g_autoptr (GAction) words = NULL;
  g_autoptr (GAction) rising = NULL;

  /* Naming the resource is what makes the linker keep it. */
  nepho_app_get_resource ();
  G_APPLICATION_CLASS (nepho_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (NEPHO_APPLICATION_ID);
  self->settings = g_settings_new (NEPHO_APPLICATION_ID);
  self->session = nepho_session_new (GTK_APPLICATION (self));
  g_signal_connect_object (self->settings, "changed::style", G_CALLBACK (style_changed_cb), self,
                           0);
  style_changed_cb (self->settings, "style", self);
  g_signal_connect_object (self->settings, "changed::number-words", G_CALLBACK (words_changed_cb), self, 0);
  words_changed_cb (self->settings, "number-words", self);
  g_signal_connect_object (self->settings, "changed::rising", G_CALLBACK (rising_changed_cb), self, 0);
  rising_changed_cb (self->settings, "rising", self);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  style = g_settings_create_action (self->settings, "style");
  g_action_map_add_action (G_ACTION_MAP (self), style);
  words = g_settings_create_action (self->settings, "number-words");
  g_action_map_add_action (G_ACTION_MAP (self), words);
  rising = g_settings_create_action (self->settings, "rising");
  g_action_map_add_action (G_ACTION_MAP (self), rising);
  nepho_window_actions_set_accels (GTK_APPLICATION (self));
}

static void
nepho_application_shutdown (GApplication *application)
{
  nepho_chart_drag_forget ();

  G_APPLICATION_CLASS (nepho_application_parent_class)->shutdown (application);
}

static void
nepho_application_finalize (GObject *object)
{
  NephoApplication *self = NEPHO_APPLICATION (object);

  nepho_session_free (self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (nepho_application_parent_class)->finalize (object);
}

static void
nepho_application_class_init (NephoApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = nepho_application_finalize;
  application_class->activate = nepho_application_activate;
  application_class->command_line = nepho_application_command_line;
  application_class->handle_local_options = nepho_application_handle_local_options;
  application_class->startup = nepho_application_startup;
  application_class->shutdown = nepho_application_shutdown;
}

static void
nepho_application_init (NephoApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Explore how AI moves the cloud market."));
}

/**
 * nepho_application_new:
 *
 * Returns: (transfer full): the application, not yet running
 */
NephoApplication *
nepho_application_new (void)
{
  return g_object_new (NEPHO_TYPE_APPLICATION, "application-id", NEPHO_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}

/**
 * nepho_application_get_settings:
 * @self: an application that has started
 *
 * Returns: (transfer none): what is remembered between starts
 */
GSettings *
nepho_application_get_settings (NephoApplication *self)
{
  g_return_val_if_fail (NEPHO_IS_APPLICATION (self), NULL);

  return self->settings;
}

/**
 * nepho_application_get_session:
 * @self: an application that has started
 *
 * Returns: (transfer none): what is open in it
 */
NephoSession *
nepho_application_get_session (NephoApplication *self)
{
  g_return_val_if_fail (NEPHO_IS_APPLICATION (self), NULL);

  return self->session;
}

/**
 * nepho_application_choose_renderer:
 *
 * Asks GTK for its cairo renderer where the machine has no graphics processor: OpenGL in software
 * takes many times as long for a frame. Call it before GTK is initialised.
 */
void
nepho_application_choose_renderer (void)
{
  g_autoptr (GDir) folder = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return;

  g_setenv ("GSK_RENDERER", "cairo", FALSE);
}
