/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEPHO_TYPE_EXPRESSION_ROW (nepho_expression_row_get_type ())

/* An entry for an expression with units, and what it comes to. */
G_DECLARE_FINAL_TYPE (NephoExpressionRow, nepho_expression_row, NEPHO, EXPRESSION_ROW, GtkWidget)

GtkWidget  *nepho_expression_row_new        (void);
GtkEntry   *nepho_expression_row_get_entry  (NephoExpressionRow *self);
const char *nepho_expression_row_get_answer (NephoExpressionRow *self);

G_END_DECLS
