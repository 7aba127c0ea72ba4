/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of so many players every coalition may be tried: 1024 of them. */
#define NEPHO_SHAPLEY_EXACT 10u

/* What comes out when those players have joined whose entry is %TRUE; a finite number. */
typedef double (*NephoGame) (const gboolean *joined,
                             gpointer        data);

/* Who did how much of a difference. */
typedef struct
{
  guint   n_players;
  guint   n_orders;  /* that were drawn; 0: all of them count */
  double  nobody;    /* what comes out when nobody has joined */
  double  everybody;
  double *parts;     /* [n_players] sum to everybody - nobody, to the last bit and in any order */
  double *errors;    /* [n_players] standard errors of the parts; 0 where all orders count */
} NephoShapley;

NephoShapley *nepho_shapley_new  (guint         n_players,
                                  NephoGame     game,
                                  gpointer      data,
                                  guint         most_exact,
                                  guint         n_pairs,
                                  guint32       seed);
void          nepho_shapley_free (NephoShapley *shapley);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoShapley, nepho_shapley_free)

G_END_DECLS
