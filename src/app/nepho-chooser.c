/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chooser.h"

/**
 * nepho_chooser_take:
 * @chooser: (transfer full): a file chooser that was answered
 * @response: how
 *
 * Takes the answer, and the chooser away. It keeps a reference of its own after it is destroyed (GTK 4.8).
 *
 * Returns: (transfer full) (nullable): the file; %NULL where none was chosen
 */
GFile *
nepho_chooser_take (GtkNativeDialog *chooser, int response)
{
  GFile *file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);

  return file;
}
