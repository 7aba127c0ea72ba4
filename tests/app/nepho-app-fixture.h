/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-lever-panel.h"
#include "nepho-window.h"

/* The real window on the bundled data set, drawn at least once. */
typedef struct
{
  NephoApplication *application;
  NephoDocument    *document;
  NephoWindow      *window;
} NephoAppFixture;

typedef gboolean (*NephoAppCondition) (gpointer data);

void        nepho_app_test_init         (int                *argc,
                                         char             ***argv);
void        nepho_app_fixture_set_up    (NephoAppFixture    *fixture,
                                         gconstpointer       data);
void        nepho_app_fixture_tear_down (NephoAppFixture    *fixture,
                                         gconstpointer       data);

/* Frames of the window, so that everything that is due has been laid out and drawn. */
void        nepho_app_wait_frames       (GtkWidget          *widget,
                                         guint               n_frames);
/* Until it is so; fails the test after ten seconds. */
void        nepho_app_wait_until        (NephoAppCondition   condition,
                                         gpointer            data);

/* Real keys and a real pointer, on the window or popover that @widget is in. */
void        nepho_app_xdotool           (const char         *first,
                                         ...) G_GNUC_NULL_TERMINATED;
void        nepho_app_press_key         (GtkWidget          *widget,
                                         const char         *key);
void        nepho_app_point_at          (GtkWidget          *widget,
                                         double              x,
                                         double              y);

/* The @n-th widget of a type in @widget, itself included, as one reads; or NULL. */
GtkWidget  *nepho_app_find              (GtkWidget          *widget,
                                         GType               type,
                                         guint               n);
/* The message that is on the screen, or NULL. */
AdwMessageDialog *nepho_app_find_dialog (void);

guint       nepho_app_parameter         (NephoAppFixture    *fixture,
                                         const char         *id);
NephoLever *nepho_app_lever             (NephoAppFixture    *fixture,
                                         const char         *id);
double      nepho_app_value             (NephoAppFixture    *fixture,
                                         const char         *id);
/* Where everything in the charts of the page stands, as one number that moves with any point. */
double      nepho_app_points            (NephoAppFixture    *fixture);
