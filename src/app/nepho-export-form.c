/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-export-form.h"

#include <glib/gi18n-lib.h>

#include "nepho-bundle.h"
#include "nepho-export-list.h"
#include "nepho-table.h"

#define MM_PER_INCH 25.4

struct _NephoExportForm
{
  AdwPreferencesPage   parent_instance;

  NephoExportKind      kind;
  GSettings           *settings;
  gboolean             in_pixels; /* what width and height are now */

  GtkWidget           *file_group;
  AdwComboRow         *format;
  AdwExpanderRow      *kinds;
  AdwComboRow         *paper;
  AdwExpanderRow      *parts;
  GtkWidget           *size_group;
  AdwComboRow         *size;
  GtkWidget           *own_row;
  GtkSpinButton       *width;
  GtkSpinButton       *height;
  AdwComboRow         *unit;
  GtkWidget           *dpi_row;
  GtkSpinButton       *dpi;
  AdwComboRow         *scale;
  GtkWidget           *look_group;
  AdwComboRow         *theme;
  GtkWidget           *transparent_row;
  GtkSwitch           *transparent;
  AdwComboRow         *outlines;
  AdwComboRow         *csv;
  GtkWidget           *house_row;
  GtkSwitch           *house;
  AdwComboRow         *language;
  GtkWidget           *embed_row;
  GtkSwitch           *embed;
};

G_DEFINE_FINAL_TYPE (NephoExportForm, nepho_export_form, ADW_TYPE_PREFERENCES_PAGE)

static guint edit_house_signal;

static const char * const formats[] = { "png", "svg", "pdf", "xlsx", "csv", NULL };
static const char * const page_formats[] = { "png", "svg", "pdf", "xlsx", NULL }; /* a page is no table */
static const char * const format_names[] = {
  N_("PNG picture"), N_("SVG drawing"), N_("PDF document"), N_("XLSX workbook"), N_("CSV table"), NULL
};
static const char * const page_sizes[] = { "fit", "half-page", "slide", "column", "square", "own", NULL };
static const char * const *chart_sizes = page_sizes + 1;
static const char * const papers[] = { "a4", "letter", "slide", NULL };
static const char * const units[] = { "mm", "px", NULL };
static const char * const themes[] = { "light", "dark", "print", "high-contrast", "high-contrast-dark", NULL };
static const char * const csv_kinds[] = { "standard", "excel", "excel-semicolon", NULL };
static const char * const languages[] = { "", "en", "zh_CN", "zh_TW", NULL };

/* Each in itself, for whoever reads it. */
static const char * const language_names[] = { "English", "简体中文", "繁體中文", NULL };

static const NephoExportListItem kinds[] = {
  { "png", N_("PNG pictures") },   { "svg", N_("SVG drawings") },   { "pdf", N_("PDF documents") },
  { "csv", N_("CSV tables") },     { "workbook", N_("Workbook") },  { "report", N_("Report") },
};

static void
edit_house_cb (NephoExportForm *self)
{
  g_signal_emit (self, edit_house_signal, 0);
}

static void
nepho_export_form_class_init (NephoExportFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  edit_house_signal = g_signal_new ("edit-house", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/nephoscope/Nephoscope/ui/nepho-export-form.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, NephoExportForm, name)
  BIND (file_group);
  BIND (format);
  BIND (kinds);
  BIND (paper);
  BIND (parts);
  BIND (size_group);
  BIND (size);
  BIND (own_row);
  BIND (width);
  BIND (height);
  BIND (unit);
  BIND (dpi_row);
  BIND (dpi);
  BIND (scale);
  BIND (look_group);
  BIND (theme);
  BIND (transparent_row);
  BIND (transparent);
  BIND (outlines);
  BIND (csv);
  BIND (house_row);
  BIND (house);
  BIND (language);
  BIND (embed_row);
  BIND (embed);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, edit_house_cb);
}

static void
nepho_export_form_init (NephoExportForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
get_choice (GValue *value, GVariant *variant, gpointer ids)
{
  const char *id = g_variant_get_string (variant, NULL);

  for (guint i = 0; ((const char * const *) ids)[i] != NULL; i++)
    if (g_str_equal (((const char * const *) ids)[i], id))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  g_value_set_uint (value, 0);

  return TRUE;
}

static GVariant *
set_choice (const GValue *value, const GVariantType *type, gpointer ids)
{
  guint selected = g_value_get_uint (value);

  return selected < g_strv_length (ids) ? g_variant_new_string (((const char * const *) ids)[selected]) : NULL;
}

static void
bind_choice (NephoExportForm *self, AdwComboRow *row, const char *key, const char * const *ids)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, get_choice, set_choice,
                                (gpointer) ids, NULL);
}

/* 0 is the first of a list: FALSE, or one time the pixels. */
static gboolean
get_scale (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_uint (value, (guint) g_variant_get_int32 (variant) - 1);

  return TRUE;
}

static GVariant *
set_scale (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_int32 ((int) MIN (g_value_get_uint (value), 3u) + 1);
}

static gboolean
get_second (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_uint (value, g_variant_get_boolean (variant));

  return TRUE;
}

static GVariant *
set_second (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_boolean (g_value_get_uint (value) == 1);
}

static void
take_names (AdwComboRow *row, const char * const *names)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    gtk_string_list_append (list, _(names[i]));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
take_sizes (NephoExportForm *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint n_presets;
  const NephoPicturePreset *presets = nepho_picture_presets (&n_presets);

  if (self->kind == NEPHO_EXPORT_PAGE)
    gtk_string_list_append (list, _("As large as the charts need"));
  for (guint i = 0; i < n_presets; i++)
    {
      /* Translators: name of a size, its width and height */
      g_autofree char *name = g_strdup_printf (_("%s (%.0f × %.0f mm)"), _(presets[i].name), presets[i].width_mm,
                                               presets[i].height_mm);

      gtk_string_list_append (list, name);
    }
  gtk_string_list_append (list, _("Own size"));
  adw_combo_row_set_model (self->size, G_LIST_MODEL (list));
}

static const char * const *
formats_of (NephoExportForm *self)
{
  return self->kind == NEPHO_EXPORT_PAGE ? page_formats : formats;
}

static void
take_models (NephoExportForm *self)
{
  const char *csv_names[G_N_ELEMENTS (csv_kinds)] = { NULL };
  g_autoptr (GtkStringList) spoken = gtk_string_list_new (NULL);
  const char *shown[G_N_ELEMENTS (format_names)] = { NULL };

  for (guint i = 0; csv_kinds[i] != NULL; i++)
    csv_names[i] = nepho_csv_style_find (csv_kinds[i])->name;
  for (guint i = 0; formats_of (self)[i] != NULL; i++)
    shown[i] = format_names[i];
  take_names (self->csv, csv_names);
  take_names (self->format, shown);
  take_sizes (self);
  gtk_string_list_append (spoken, _("As in the window"));
  for (guint i = 0; language_names[i] != NULL; i++)
    gtk_string_list_append (spoken, language_names[i]);
  adw_combo_row_set_model (self->language, G_LIST_MODEL (spoken));
}

/* Numbers stay the same length when they are counted otherwise. */
static void
unit_cb (NephoExportForm *self)
{
  gboolean in_pixels = adw_combo_row_get_selected (self->unit) == 1;
  double a_mm = gtk_spin_button_get_value (self->dpi) / MM_PER_INCH;
  double factor = in_pixels ? a_mm : 1.0 / a_mm;

  if (in_pixels == self->in_pixels)
    return;

  self->in_pixels = in_pixels;
  gtk_spin_button_set_value (self->width, gtk_spin_button_get_value (self->width) * factor);
  gtk_spin_button_set_value (self->height, gtk_spin_button_get_value (self->height) * factor);
}

static void
bind_size (NephoExportForm *self)
{
  gboolean page = self->kind == NEPHO_EXPORT_PAGE;

  bind_choice (self, self->size, page ? "export-page-size" : "export-size", page ? page_sizes : chart_sizes);
  bind_choice (self, self->unit, "export-unit", units);
  self->in_pixels = adw_combo_row_get_selected (self->unit) == 1;
  g_settings_bind (self->settings, "export-dpi", self->dpi, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "export-width", self->width, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "export-height", self->height, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "export-scale", self->scale, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_scale, set_scale, NULL, NULL);
  g_signal_connect_object (self->unit, "notify::selected", G_CALLBACK (unit_cb), self, G_CONNECT_SWAPPED);
}

static void
add_parts (NephoExportForm *self)
{
  NephoExportListItem items[8];
  guint n_parts;
  const NephoReportPart *list = nepho_report_part_list (&n_parts);

  g_assert (n_parts == G_N_ELEMENTS (items));
  for (guint i = 0; i < n_parts; i++)
    items[i] = (NephoExportListItem) { list[i].id, list[i].name };
  nepho_export_list_bind (self->parts, self->settings, "export-parts", items, n_parts);
}

/**
 * nepho_export_form_attach:
 * @self: the form
 * @settings: the settings of the application
 * @kind: what is exported
 *
 * Shows what was chosen last, and remembers what is chosen from now on.
 */
void
nepho_export_form_attach (NephoExportForm *self, GSettings *settings, NephoExportKind kind)
{
  g_return_if_fail (NEPHO_IS_EXPORT_FORM (self) && self->settings == NULL);

  self->settings = settings; /* which outlive every window */
  self->kind = kind;
  take_models (self);
  bind_choice (self, self->format, "export-format", formats_of (self));
  bind_choice (self, self->paper, "export-paper", papers);
  bind_choice (self, self->theme, "export-theme", themes);
  bind_choice (self, self->csv, "export-csv", csv_kinds);
  bind_choice (self, self->language, "export-language", languages);
  bind_size (self);
  g_settings_bind_with_mapping (settings, "export-outlines", self->outlines, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_second, set_second, NULL, NULL);
  g_settings_bind (settings, "export-transparent", self->transparent, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "export-embed", self->embed, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "export-house-style", self->house, "active", G_SETTINGS_BIND_DEFAULT);
  nepho_export_list_bind (self->kinds, settings, "export-kinds", kinds, G_N_ELEMENTS (kinds));
  add_parts (self);
}

static gboolean
has_kind (const NephoExportChoices *choices, const char *kind)
{
  g_auto (GStrv) chosen = g_strsplit (choices->kinds, ",", -1);

  return choices->kind == NEPHO_EXPORT_FOLDER
           ? *choices->kinds == '\0' || g_strv_contains ((const char * const *) chosen, kind)
           : g_str_equal (choices->suffix, kind);
}

static void
show (gpointer row, gboolean visible)
{
  gtk_widget_set_visible (row, visible);
}

static void
update_size (NephoExportForm *self, gboolean sized, gboolean raster)
{
  const char * const *sizes = self->kind == NEPHO_EXPORT_PAGE ? page_sizes : chart_sizes;
  guint selected = adw_combo_row_get_selected (self->size);
  gboolean own = selected < g_strv_length ((char **) sizes) && g_str_equal (sizes[selected], "own");
  gboolean in_pixels = own && adw_combo_row_get_selected (self->unit) == 1;

  show (self->size_group, sized);
  show (self->own_row, own);
  show (self->unit, own);
  show (self->dpi_row, raster || in_pixels);
  show (self->scale, raster);
  gtk_spin_button_set_digits (self->width, in_pixels ? 0 : 1);
  gtk_spin_button_set_digits (self->height, in_pixels ? 0 : 1);
}

/**
 * nepho_export_form_update:
 * @self: the form
 * @choices: what is chosen
 *
 * Shows the rows that matter for that, and no others.
 */
void
nepho_export_form_update (NephoExportForm *self, const NephoExportChoices *choices)
{
  gboolean folder = choices->kind == NEPHO_EXPORT_FOLDER;
  gboolean report = choices->kind == NEPHO_EXPORT_REPORT || (folder && has_kind (choices, "report"));
  gboolean raster = has_kind (choices, "png");
  gboolean drawn = choices->kind != NEPHO_EXPORT_REPORT && (raster || has_kind (choices, "svg") || has_kind (choices, "pdf"));
  gboolean csv = has_kind (choices, "csv");

  show (self->format, choices->kind == NEPHO_EXPORT_CHART || choices->kind == NEPHO_EXPORT_PAGE);
  show (self->kinds, folder);
  show (self->paper, report);
  show (self->parts, report);
  show (self->file_group, choices->kind != NEPHO_EXPORT_WORKBOOK);
  update_size (self, drawn, raster);
  show (self->theme, drawn || report);
  show (self->transparent_row, drawn);
  show (self->outlines, has_kind (choices, "svg"));
  show (self->csv, csv);
  show (self->house_row, drawn || report);
  /* What the process draws has the process's language. */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->language),
                               *choices->language != '\0' ? _("The preview is in the window’s language") : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->house_row), choices->house_fault != NULL ? choices->house_fault : "");
  show (self->look_group, drawn || report || csv);
  show (self->embed_row, drawn || report);
}
