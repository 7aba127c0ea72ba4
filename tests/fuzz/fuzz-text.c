/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fuzz.h"

#include <math.h>

#include "nepho-number.h"
#include "nepho-period.h"
#include "nepho-quantity.h"
#include "nepho-quarter.h"

static void
try_number (const char *text, NephoUnit unit)
{
  g_autoptr (GError) error = NULL;
  double value = NAN;
  gboolean read = nepho_number_parse (text, unit, &value, &error);

  g_assert_true (read == (error == NULL));
  g_assert_true (!read || isfinite (value));
}

/* A number in every unit, a quantity, a period, a quarter: refused with a reason, or finite. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autofree char *raw = g_strndup ((const char *) data, length);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) quarter_error = NULL;
  NephoQuantityForm form;
  NephoQuantity quantity;
  NephoQuarter quarter;
  double begin = NAN;
  double end = NAN;

  for (guint unit = 0; unit < NEPHO_N_UNITS; unit++)
    try_number (text, unit);
  g_assert_true (nepho_quantity_parse (text, &quantity, &form, &error) == (error == NULL));
  if (nepho_period_parse (text, &begin, &end))
    g_assert_true (isfinite (begin) && isfinite (end) && begin <= end);
  g_assert_true (nepho_quarter_parse (text, &quarter, &quarter_error) == (quarter_error == NULL));

  return 0;
}
