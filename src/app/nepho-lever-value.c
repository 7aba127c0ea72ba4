/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-lever-value.h"

#include <math.h>

#include "nepho-number.h"

/* A slider of a few hundred pixels cannot mean more digits than these. */
#define DRAGS_A_STEP 10.0
#define DIGITS_OF_A_DRAG 3

/**
 * nepho_lever_position:
 * @spec: a row of the table of parameters
 * @value: a value in its unit
 *
 * Returns: where a slider stands for it: a power of ten where the lever spans orders of magnitude
 */
double
nepho_lever_position (const NephoParameterSpec *spec, double value)
{
  return spec->logarithmic ? log10 (value) : value;
}

/* To so many significant digits, through decimal text so that it is the number that is read. */
static double
round_significant (double value)
{
  char format[8];
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_snprintf (format, sizeof format, "%%.%dg", DIGITS_OF_A_DRAG);
  g_ascii_formatd (buffer, sizeof buffer, format, value);

  return g_ascii_strtod (buffer, NULL);
}

/**
 * nepho_lever_at:
 * @spec: a row of the table of parameters
 * @position: where the pointer put a slider
 *
 * Returns: the value there, in its range, rounded to what a pointer can mean
 */
double
nepho_lever_at (const NephoParameterSpec *spec, double position)
{
  double grain = spec->whole ? 1.0 : spec->step / DRAGS_A_STEP;
  double value = spec->logarithmic ? round_significant (pow (10.0, position))
                                   : nepho_number_snap (round (position / grain) * grain);

  return CLAMP (value, spec->minimum, spec->maximum);
}

/**
 * nepho_lever_step:
 * @spec: a row of the table of parameters
 * @value: where it stands
 * @steps: how many steps of the keyboard up, or down if negative
 *
 * Returns: the value there, in its range
 */
double
nepho_lever_step (const NephoParameterSpec *spec, double value, double steps)
{
  double there = spec->logarithmic ? round_significant (value * pow (10.0, steps * spec->step))
                                   : nepho_number_snap (value + steps * spec->step);

  return CLAMP (there, spec->minimum, spec->maximum);
}

/**
 * nepho_lever_range:
 * @spec: a row of the table of parameters
 * @horizon: quarters that the projection reaches
 * @low: (out): position of a slider's lower end
 * @high: (out): position of its upper end
 *
 * A slider spans what can be set, but of quarters only those that are in view: an event beyond the
 * horizon moves nothing.
 */
void
nepho_lever_range (const NephoParameterSpec *spec, guint horizon, double *low, double *high)
{
  double maximum =
      spec->unit == NEPHO_UNIT_QUARTER ? MIN (spec->maximum, (double)horizon) : spec->maximum;

  *low = nepho_lever_position (spec, spec->minimum);
  *high = nepho_lever_position (spec, maximum);
}

/**
 * nepho_lever_entry_text:
 * @unit: a unit
 * @value: a number in it, as stored
 *
 * Returns: (transfer full): the number as an entry beside the unit shows it, such that it can be
 * typed back
 */
char *
nepho_lever_entry_text (NephoUnit unit, double value)
{
  double magnitude = fabs (value * nepho_unit_display (unit).factor);

  /* Powers of ten written as such read well and cannot be typed. */
  if (magnitude >= 1e15 || (magnitude > 0.0 && magnitude < 1e-6))
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];
      g_auto (GStrv) parts = NULL;

      g_ascii_formatd (buffer, sizeof buffer, "%.4g", value * nepho_unit_display (unit).factor);
      parts = g_strsplit (buffer, "e+", 2);

      return g_strjoinv ("e", parts);
    }

  return nepho_number_format (value, unit, NEPHO_NUMBER_SHORT);
}

/**
 * nepho_lever_unit_text:
 * @unit: a unit
 *
 * Returns: (transfer full): what stands beside an entry: "%", "¥ bn"
 */
char *
nepho_lever_unit_text (NephoUnit unit)
{
  NephoUnitDisplay display = nepho_unit_display (unit);

  if (*display.prefix != '\0' && *display.suffix != '\0' && *display.suffix != '/')
    return g_strdup_printf ("%s\u00a0%s", display.prefix, display.suffix);

  return g_strdup_printf ("%s%s", display.prefix, display.suffix);
}
