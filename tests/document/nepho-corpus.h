/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Reads one text under a name; %FALSE with an error where it is refused. */
typedef gboolean (*NephoCorpusParse) (const char *data,
                                      gsize       length,
                                      const char *name,
                                      GError    **error);

void nepho_corpus_run  (const char       *folder,
                        NephoCorpusParse  parse);
void nepho_corpus_run_kinds (const char         *folder,
                             const char * const *suffixes,
                             NephoCorpusParse    parse);
void nepho_corpus_cut  (const char       *data,
                        gsize             length,
                        gsize             step,
                        NephoCorpusParse  parse);
void nepho_corpus_spoil (const char      *data,
                         gsize            length,
                         guint            n_tries,
                         NephoCorpusParse parse);
