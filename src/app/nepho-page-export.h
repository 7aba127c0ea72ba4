/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-page.h"
#include "nepho-window.h"

G_BEGIN_DECLS

GBytes *nepho_page_export_encode (NephoPage   *page,
                                  const char  *format,
                                  const char  *title,
                                  GError     **error);
void    nepho_page_export_ask    (NephoWindow *window,
                                  const char  *format);

G_END_DECLS
