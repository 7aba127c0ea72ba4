/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-window.h"

G_BEGIN_DECLS

/* What a reader is told of a file that was just opened: what is not understood in it, which results moved since it
 * was saved, and that the program's data are of another version. One question after the other. */
void nepho_file_report_present     (NephoWindow *window);
void nepho_file_report_ask_edition (NephoWindow *window);

G_END_DECLS
