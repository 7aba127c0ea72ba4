/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-parameter.h"

/* A small made-up data set for tests: vendors "a", "b", "c" … and segments "x", "y", "z" …, shares
 * proportional to 1, 2, 3 …, one scenario "war". */
NephoDataset *nepho_sample_dataset   (guint                    n_vendors,
                                      guint                    n_segments);

/* The same with four vendors and one segment, in which publishers disagree: IDC (fact "idc", reported)
 * says 40 % of "d", Canalys ("canalys", estimated) 50 % and Synergy ("synergy", reported) 95 %; Canalys
 * says 25 % of "c", where 30 % is assumed, and 30 % operating expenses of "a". */
NephoDataset *nepho_sample_disputed  (void);

/* Values drawn over the whole range of each parameter; shares are positive and sum to one. */
void          nepho_sample_randomise (const NephoParameterSet *set,
                                      GRand                   *random,
                                      double                  *values);
void          nepho_sample_set       (const NephoParameterSet *set,
                                      double                  *values,
                                      const char              *id,
                                      double                   value);
