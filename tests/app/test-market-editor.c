/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"

#include "nepho-dataset-edit.h"
#include "nepho-market-editor.h"

typedef gboolean (*Wanted) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, Wanted wanted, gconstpointer data)
{
  if (wanted (widget, data))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, wanted, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_tooltip (GtkWidget *widget, gconstpointer text)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

static gboolean
is_a (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (type));
}

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0
         && gtk_widget_get_mapped (widget);
}

static NephoMarketEditor *
open_editor (NephoAppFixture *fixture)
{
  NephoMarketEditor *editor;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit-market", NULL);
  editor = nepho_market_editor_present (GTK_WINDOW (fixture->window), fixture->document);
  nepho_app_wait_frames (GTK_WIDGET (editor), 4);

  return editor;
}

static NephoDataset *
dataset_of (NephoAppFixture *fixture)
{
  return nepho_document_get_dataset (fixture->document);
}

static const char *
vendor_at (NephoAppFixture *fixture, guint index)
{
  return nepho_dataset_vendor (dataset_of (fixture), index)->id;
}

static const char *
name_of (NephoAppFixture *fixture, const char *vendor)
{
  return nepho_market_edit_name (fixture->document, NEPHO_MARKET_VENDOR, vendor);
}

static NephoMarketRow *
row_of (NephoMarketEditor *editor, const char *vendor)
{
  NephoMarketRow *row = nepho_market_editor_get_row (editor, NEPHO_MARKET_VENDOR, vendor);

  g_assert_nonnull (row);

  return row;
}

static void
click (NephoMarketEditor *editor, const char *vendor, NephoMarketRowPart part)
{
  g_signal_emit_by_name (nepho_market_row_get_part (row_of (editor, vendor), part), "clicked");
  nepho_app_wait_frames (GTK_WIDGET (editor), 3);
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (GTK_WINDOW (window));
}

static void
press (NephoMarketEditor *editor, const char *key)
{
  nepho_app_wait_until (is_active, editor);
  nepho_app_xdotool ("key", key, NULL);
  nepho_app_wait_frames (GTK_WIDGET (editor), 4);
}

static GtkWidget *
part_of (NephoMarketEditor *editor, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (editor), NEPHO_TYPE_MARKET_EDITOR, name));
}

/* Written over by keys, taken back by keys. */
static void
test_rename (NephoAppFixture *fixture, gconstpointer data)
{
  NephoMarketEditor *editor = open_editor (fixture);
  NephoMarketRow *row = row_of (editor, "huawei");

  g_assert_true (open_editor (fixture) == editor);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Huawei Cloud");
  gtk_widget_grab_focus (GTK_WIDGET (row));
  press (editor, "ctrl+a");
  press (editor, "H");
  press (editor, "w");
  press (editor, "Return");
  g_assert_cmpstr (name_of (fixture, "huawei"), ==, "Hw");
  g_assert_cmpstr (nepho_document_get_undo_label (fixture->document), ==, "Rename Huawei Cloud to Hw");
  g_assert_nonnull (find (GTK_WIDGET (editor), says, "Rename Huawei Cloud to Hw"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row_of (editor, "huawei"))), ==, "Hw");

  press (editor, "ctrl+z");
  g_assert_cmpstr (name_of (fixture, "huawei"), ==, "Huawei Cloud");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row_of (editor, "huawei"))), ==, "Huawei Cloud");
  press (editor, "ctrl+shift+z");
  g_assert_cmpstr (name_of (fixture, "huawei"), ==, "Hw");
}

/* The button stays under the finger while the vendor moves. */
static void
test_move_by_keyboard (NephoAppFixture *fixture, gconstpointer data)
{
  NephoMarketEditor *editor = open_editor (fixture);

  gtk_widget_grab_focus (nepho_market_row_get_part (row_of (editor, "alibaba"), NEPHO_MARKET_ROW_DOWN));
  press (editor, "space");
  g_assert_cmpstr (vendor_at (fixture, 1), ==, "alibaba");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (editor))
                 == nepho_market_row_get_part (row_of (editor, "alibaba"), NEPHO_MARKET_ROW_DOWN));
  press (editor, "space");
  g_assert_cmpstr (vendor_at (fixture, 2), ==, "alibaba");
  g_assert_cmpstr (vendor_at (fixture, 0), ==, "huawei");
  g_assert_false (gtk_widget_get_sensitive (
      nepho_market_row_get_part (row_of (editor, "huawei"), NEPHO_MARKET_ROW_UP)));
  g_assert_cmpstr (nepho_document_get_undo_label (fixture->document), ==, "Move Alibaba Cloud down");
}

static void
test_remove_and_merge (NephoAppFixture *fixture, gconstpointer data)
{
  NephoMarketEditor *editor = open_editor (fixture);
  double others = nepho_app_value (fixture, "vendor.others.share.iaas");
  double jd = nepho_app_value (fixture, "vendor.jd.share.iaas");
  guint n_vendors = dataset_of (fixture)->vendors->len;

  click (editor, "jd", NEPHO_MARKET_ROW_MERGE);
  g_assert_cmpuint (dataset_of (fixture)->vendors->len, ==, n_vendors - 1);
  g_assert_null (nepho_market_editor_get_row (editor, NEPHO_MARKET_VENDOR, "jd"));
  g_assert_cmpfloat_with_epsilon (nepho_app_value (fixture, "vendor.others.share.iaas"), others + jd, 1e-15);
  g_assert_false (gtk_widget_get_sensitive (
      nepho_market_row_get_part (row_of (editor, "others"), NEPHO_MARKET_ROW_MERGE)));
  click (editor, "kingsoft", NEPHO_MARKET_ROW_REMOVE);
  g_assert_cmpuint (dataset_of (fixture)->vendors->len, ==, n_vendors - 2);

  /* The main window undoes too. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  nepho_app_wait_frames (GTK_WIDGET (editor), 3);
  g_assert_cmpuint (dataset_of (fixture)->vendors->len, ==, n_vendors);
  row_of (editor, "jd");
  g_assert_cmpfloat (nepho_app_value (fixture, "vendor.others.share.iaas"), ==, others);
}

/* The last two stay, and a sentence says why. */
static void
test_two_stay (NephoAppFixture *fixture, gconstpointer data)
{
  NephoMarketEditor *editor = open_editor (fixture);

  while (dataset_of (fixture)->vendors->len > 2)
    click (editor, vendor_at (fixture, 0), NEPHO_MARKET_ROW_REMOVE);
  while (nepho_market_editor_get_row (editor, NEPHO_MARKET_SEGMENT, "paas") != NULL)
    {
      NephoMarketRow *row = nepho_market_editor_get_row (editor, NEPHO_MARKET_SEGMENT, "paas");

      g_signal_emit_by_name (nepho_market_row_get_part (row, NEPHO_MARKET_ROW_REMOVE), "clicked");
      nepho_app_wait_frames (GTK_WIDGET (editor), 3);
    }
  g_assert_cmpuint (dataset_of (fixture)->segments->len, ==, 2);
  click (editor, vendor_at (fixture, 0), NEPHO_MARKET_ROW_REMOVE);
  g_assert_cmpuint (dataset_of (fixture)->vendors->len, ==, 2);
  while (nepho_document_can_undo (fixture->document))
    nepho_document_undo (fixture->document);
  nepho_app_wait_frames (GTK_WIDGET (editor), 3);
  g_assert_cmpuint (dataset_of (fixture)->vendors->len, ==, 12);
}

static void
test_add (NephoAppFixture *fixture, gconstpointer data)
{
  NephoMarketEditor *editor = open_editor (fixture);
  GtkWidget *name = part_of (editor, "new_vendor");
  GtkWidget *share = part_of (editor, "new_vendor_share");
  guint n_vendors = dataset_of (fixture)->vendors->len;

  gtk_editable_set_text (GTK_EDITABLE (name), "AWS China");
  g_signal_emit_by_name (part_of (editor, "add_vendor"), "clicked");
  g_assert_cmpuint (dataset_of (fixture)->vendors->len, ==, n_vendors);
  g_assert_true (gtk_widget_has_css_class (name, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "AWS China");
  nepho_app_wait_frames (GTK_WIDGET (editor), 3);
  g_assert_nonnull (
      find (GTK_WIDGET (editor), says, "There is a vendor “AWS China” already; expected another name"));

  gtk_editable_set_text (GTK_EDITABLE (name), "Nimbus");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (share), 2.5);
  g_signal_emit_by_name (part_of (editor, "add_vendor"), "clicked");
  nepho_app_wait_frames (GTK_WIDGET (editor), 3);
  g_assert_cmpfloat (nepho_app_value (fixture, "vendor.nimbus.share.paas"), ==, 0.025);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "");
  g_assert_false (gtk_widget_has_css_class (name, "error"));
  g_assert_cmpstr (gtk_menu_button_get_label (
                       GTK_MENU_BUTTON (nepho_market_row_get_part (row_of (editor, "nimbus"), NEPHO_MARKET_ROW_AMOUNT))),
                   ==, "2.5\u00a0%");

  gtk_editable_set_text (GTK_EDITABLE (part_of (editor, "new_segment")), "Models");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (part_of (editor, "new_segment_size")), 25.0);
  g_signal_emit_by_name (part_of (editor, "add_segment"), "clicked");
  nepho_app_wait_frames (GTK_WIDGET (editor), 3);
  g_assert_cmpfloat_with_epsilon (nepho_app_value (fixture, "segment.models.customers"), 250.0, 1e-9);
  g_assert_nonnull (nepho_market_editor_get_row (editor, NEPHO_MARKET_SEGMENT, "models"));

  /* In the money that the reader chose. */
  nepho_document_set_money (fixture->document, NEPHO_CURRENCY_USD, "5");
  nepho_app_wait_frames (GTK_WIDGET (editor), 3);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (part_of (editor, "new_segment_unit"))), ==, "US$ billion");
  gtk_editable_set_text (GTK_EDITABLE (part_of (editor, "new_segment")), "Tools");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (part_of (editor, "new_segment_size")), 5.0);
  g_signal_emit_by_name (part_of (editor, "add_segment"), "clicked");
  nepho_app_wait_frames (GTK_WIDGET (editor), 3);
  g_assert_cmpfloat_with_epsilon (nepho_app_value (fixture, "segment.tools.customers"), 250.0, 1e-9);
}

static void
choose_colour (NephoMarketEditor *editor, NephoMarketKind kind, const char *id, const char *tooltip)
{
  NephoMarketRow *row = nepho_market_editor_get_row (editor, kind, id);
  GtkWidget *colour = nepho_market_row_get_part (row, NEPHO_MARKET_ROW_COLOUR);
  GtkWidget *swatch;

  gtk_menu_button_popup (GTK_MENU_BUTTON (colour));
  nepho_app_wait_frames (GTK_WIDGET (editor), 3);
  swatch = find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (colour))), has_tooltip, tooltip);
  g_assert_nonnull (swatch);
  g_signal_emit_by_name (swatch, "clicked");
  nepho_app_wait_frames (GTK_WIDGET (editor), 3);
}

static void
test_colour (NephoAppFixture *fixture, gconstpointer data)
{
  NephoMarketEditor *editor = open_editor (fixture);

  choose_colour (editor, NEPHO_MARKET_VENDOR, "tencent", "Colour 11 of 12");
  g_assert_cmpint (nepho_dataset_vendor (dataset_of (fixture), 2)->colour, ==, 10);
  choose_colour (editor, NEPHO_MARKET_SEGMENT, "paas", "Colour 9 of 12");
  g_assert_cmpint (nepho_dataset_segment (dataset_of (fixture), 1)->colour, ==, 8);
  nepho_document_undo (fixture->document);
  nepho_app_wait_frames (GTK_WIDGET (editor), 3);
  g_assert_cmpint (nepho_dataset_segment (dataset_of (fixture), 1)->colour, ==, -1);
  g_assert_false (gtk_widget_get_sensitive (
      nepho_market_row_get_part (row_of (editor, "others"), NEPHO_MARKET_ROW_COLOUR)));
}

/* Starting shares are the levers of the panel, and what the row says follows them. */
static void
test_shares (NephoAppFixture *fixture, gconstpointer data)
{
  NephoMarketEditor *editor = open_editor (fixture);
  GtkWidget *amount = nepho_market_row_get_part (row_of (editor, "alibaba"), NEPHO_MARKET_ROW_AMOUNT);
  g_autofree char *before = g_strdup (gtk_menu_button_get_label (GTK_MENU_BUTTON (amount)));
  GtkWidget *lever;

  gtk_menu_button_popup (GTK_MENU_BUTTON (amount));
  nepho_app_wait_frames (GTK_WIDGET (editor), 3);
  lever = find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (amount))), is_a,
                GSIZE_TO_POINTER (NEPHO_TYPE_LEVER));
  g_assert_nonnull (lever);
  g_assert_cmpuint (nepho_lever_get_parameter (NEPHO_LEVER (lever)), ==,
                    nepho_app_parameter (fixture, "vendor.alibaba.share.iaas"));
  gtk_editable_set_text (GTK_EDITABLE (nepho_lever_get_entry (NEPHO_LEVER (lever))), "50");
  g_signal_emit_by_name (nepho_lever_get_entry (NEPHO_LEVER (lever)), "activate");
  g_assert_cmpfloat (nepho_app_value (fixture, "vendor.alibaba.share.iaas"), ==, 0.5);
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (amount)), !=, before);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (amount));
  nepho_app_wait_frames (GTK_WIDGET (editor), 10);
}

static void
test_closed_in_time (NephoAppFixture *fixture, gconstpointer data)
{
  NephoMarketEditor *editor = open_editor (fixture);
  gpointer weak = editor;

  g_object_add_weak_pointer (G_OBJECT (editor), &weak);
  g_assert_true (nepho_market_edit_remove (fixture->document, NEPHO_MARKET_VENDOR, "jd", NULL));
  gtk_window_destroy (GTK_WINDOW (editor));
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_null (weak);
  nepho_document_undo (fixture->document);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
}

#define ADD(name, function) \
  g_test_add ("/market-editor/" name, NephoAppFixture, NULL, nepho_app_fixture_set_up, function, \
              nepho_app_fixture_tear_down)

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);

  ADD ("rename", test_rename);
  ADD ("move-by-keyboard", test_move_by_keyboard);
  ADD ("remove-and-merge", test_remove_and_merge);
  ADD ("two-stay", test_two_stay);
  ADD ("add", test_add);
  ADD ("colour", test_colour);
  ADD ("shares", test_shares);
  ADD ("closed-in-time", test_closed_in_time);

  return g_test_run ();
}
