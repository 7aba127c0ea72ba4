/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"
#include "nepho-figures.h"
#include "nepho-headline-strip.h"
#include "nepho-rising.h"
#include "nepho-sparkline.h"

static NephoSparkline *
find_sparkline (GtkWidget *widget)
{
  NephoSparkline *found = NULL;

  if (NEPHO_IS_SPARKLINE (widget))
    return NEPHO_SPARKLINE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_sparkline (child);

  return found;
}

static GPtrArray *
make_headlines (const double *course, guint n)
{
  GPtrArray *headlines = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_headline_free);
  NephoHeadline *headline = g_new0 (NephoHeadline, 1);

  headline->name = g_strdup ("Share");
  headline->value = g_strdup ("33.8 %");
  headline->detail = g_strdup ("2030Q4");
  headline->history = g_strdup ("34.6 % in 2022Q2, 33.8 % in 2030Q4");
  headline->course = course != NULL ? nepho_plot_column_new (course, n) : NULL;
  headline->quarter = n - 1;
  g_ptr_array_add (headlines, headline);

  return headlines;
}

static gboolean
is_allocated (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_height (data) > 0;
}

/* The course stands beside its number, is told in words, and goes when there is none; a narrow strip has no room. */
static void
test_course (void)
{
  static const double course[] = { 0.346, 0.35, 0.338 };
  GtkWidget *window = adw_window_new ();
  GtkWidget *strip = nepho_headline_strip_new (TRUE);
  g_autoptr (GPtrArray) with = make_headlines (course, 3);
  g_autoptr (GPtrArray) single = make_headlines (course, 1);
  g_autoptr (GPtrArray) without = make_headlines (NULL, 1);
  NephoSparkline *sparkline;

  adw_window_set_content (ADW_WINDOW (window), strip);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 120);
  nepho_headline_strip_update (NEPHO_HEADLINE_STRIP (strip), with);
  gtk_window_present (GTK_WINDOW (window));
  nepho_app_wait_until (is_allocated, strip);
  nepho_app_wait_frames (window, 3);
  sparkline = find_sparkline (strip);
  g_assert_true (nepho_sparkline_is_shown (sparkline));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (sparkline), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (sparkline), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "34.6 % in 2022Q2, 33.8 % in 2030Q4");

  nepho_headline_strip_update (NEPHO_HEADLINE_STRIP (strip), single);
  g_assert_false (nepho_sparkline_is_shown (sparkline));
  nepho_headline_strip_update (NEPHO_HEADLINE_STRIP (strip), with);
  g_assert_true (nepho_sparkline_is_shown (sparkline));
  nepho_headline_strip_update (NEPHO_HEADLINE_STRIP (strip), without);
  g_assert_false (nepho_sparkline_is_shown (sparkline));

  g_object_add_weak_pointer (G_OBJECT (strip), (gpointer *) &strip);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (strip);
}

static GtkWidget *
find_classed (GtkWidget *widget, const char *css_class)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, css_class) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_classed (child, css_class);

  return found;
}

/* A change is green or red as the reader has it, and bears its sign; one without direction is neither. */
static void
test_change (void)
{
  static const struct
  {
    NephoRising rising;
    int         direction;
    const char *css_class;
  } cases[] = {
    { NEPHO_RISING_GREEN, 1, "change-green" }, { NEPHO_RISING_GREEN, -1, "change-red" },
    { NEPHO_RISING_RED, 1, "change-red" },     { NEPHO_RISING_RED, -1, "change-green" },
  };
  GtkWidget *strip = g_object_ref_sink (nepho_headline_strip_new (TRUE));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) headlines = make_headlines (NULL, 1);
      NephoHeadline *headline = g_ptr_array_index (headlines, 0);

      headline->change = g_strdup (cases[i].direction > 0 ? "+1.0 points on baseline" : "−1.0 points on baseline");
      headline->direction = cases[i].direction;
      nepho_rising_set (cases[i].rising);
      nepho_headline_strip_update (NEPHO_HEADLINE_STRIP (strip), headlines);
      g_assert_nonnull (find_classed (strip, cases[i].css_class));
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find_classed (strip, cases[i].css_class))), ==, headline->change);
      g_assert_null (find_classed (strip, strcmp (cases[i].css_class, "change-red") == 0 ? "change-green" : "change-red"));

      headline->direction = 0;
      nepho_headline_strip_update (NEPHO_HEADLINE_STRIP (strip), headlines);
      g_assert_null (find_classed (strip, cases[i].css_class));
    }
  nepho_rising_set (NEPHO_RISING_AUTO);
  g_assert_finalize_object (strip);
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);
  g_test_add_func ("/headline-strip/course", test_course);
  g_test_add_func ("/headline-strip/change", test_change);

  return g_test_run ();
}
