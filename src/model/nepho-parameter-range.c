/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-parameter-range.h"

#include <math.h>

/* How far a published value may be off to either side, by its grade. These numbers are a convention
 * of this program and no measurement; docs/model.md, "Ranges", gives the reasons. */
static const double spreads[] = {
  [NEPHO_GRADE_REPORTED] = 0.02,
  [NEPHO_GRADE_DERIVED] = 0.04,
  [NEPHO_GRADE_ESTIMATED] = 0.15,
  [NEPHO_GRADE_PROJECTED] = 0.25,
  [NEPHO_GRADE_RUMOURED] = 0.5,
};

/* The scale on which a value is as likely to be too high as too low. */
typedef enum
{
  SCALE_RATIO,  /* what is counted or paid: times or divided by */
  SCALE_ODDS,   /* a part of a whole: the same for the part and for the rest, never beyond 0 and 1 */
  SCALE_GROWTH, /* growth or decline a year: a ratio of two sizes */
  SCALE_PLAIN,  /* what may be negative: plus or minus */
} Scale;

/* How often the spread fits in below and above the value. */
typedef struct
{
  const char *word;
  double      below;
  double      above;
} Qualifier;

#define VAGUE 1.5
#define OPEN_ENDED 3.0

static const Qualifier qualifiers[] = {
  { "more than", 1.0, OPEN_ENDED }, { "over", 1.0, OPEN_ENDED },      { "above", 1.0, OPEN_ENDED },
  { "at least", 1.0, OPEN_ENDED },  { "up to", OPEN_ENDED, 1.0 },     { "less than", OPEN_ENDED, 1.0 },
  { "under", OPEN_ENDED, 1.0 },     { "below", OPEN_ENDED, 1.0 },     { "at most", OPEN_ENDED, 1.0 },
  { "almost", OPEN_ENDED, 1.0 },    { "nearly", OPEN_ENDED, 1.0 },
};

/**
 * nepho_shape_id:
 * @shape: a distribution
 *
 * Returns: its name in files
 */
const char *
nepho_shape_id (NephoShape shape)
{
  static const char * const ids[] = {
    [NEPHO_SHAPE_FIXED] = "fixed",           [NEPHO_SHAPE_UNIFORM] = "uniform",
    [NEPHO_SHAPE_TRIANGULAR] = "triangular", [NEPHO_SHAPE_NORMAL] = "normal",
    [NEPHO_SHAPE_LOG_NORMAL] = "log-normal", [NEPHO_SHAPE_PERT] = "pert",
  };

  g_return_val_if_fail ((guint) shape < G_N_ELEMENTS (ids), "");

  return ids[shape];
}

/**
 * nepho_grade_spread:
 * @grade: a grade
 *
 * Returns: how far a value of that grade may be off to either side: 0.02 is 2 %
 */
double
nepho_grade_spread (NephoGrade grade)
{
  g_return_val_if_fail ((guint) grade < G_N_ELEMENTS (spreads), spreads[NEPHO_GRADE_RUMOURED]);

  return spreads[grade];
}

static Scale
scale_of (const NephoParameterSpec *spec)
{
  if (spec->logarithmic)
    return SCALE_RATIO;
  if (spec->unit == NEPHO_UNIT_FRACTION_PER_YEAR)
    return SCALE_GROWTH;
  if (spec->unit == NEPHO_UNIT_FRACTION && spec->minimum >= 0.0 && spec->maximum <= 1.0)
    return SCALE_ODDS;

  return spec->minimum >= 0.0 ? SCALE_RATIO : SCALE_PLAIN;
}

/* @value moved to one side by @spread, the sign of @spread being the side. */
static double
moved (const NephoParameterSpec *spec, double value, double spread)
{
  double factor = spread < 0.0 ? 1.0 / (1.0 - spread) : 1.0 + spread;

  switch (scale_of (spec))
    {
    case SCALE_RATIO:
      return value * factor;
    case SCALE_ODDS:
      /* odds v / (1 − v) times the factor, solved for v */
      return value * factor / (1.0 - value + value * factor);
    case SCALE_GROWTH:
      return (1.0 + value) * factor - 1.0;
    case SCALE_PLAIN:
    default:
      return value + spread * MAX (fabs (value), 0.5 * (spec->plausible_high - spec->plausible_low));
    }
}

static Qualifier
qualifier_of (const NephoFact *fact)
{
  g_autofree char *word = g_strstrip (g_ascii_strdown (fact->qualifier, -1));

  for (guint i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    if (g_str_equal (qualifiers[i].word, word))
      return qualifiers[i];

  return *word != '\0' ? (Qualifier) { "about", VAGUE, VAGUE } : (Qualifier) { "", 1.0, 1.0 };
}

static void
spread_value (const NephoParameter *parameter, double spread, Qualifier qualifier, NephoParameterRange *range)
{
  const NephoParameterSpec *spec = parameter->spec;
  /* A published nought is no certainty: the steps of its lever count too. */
  double least = spec->logarithmic ? 0.0 : spread * spec->step;

  range->low = MIN (moved (spec, parameter->initial, -spread * qualifier.below), parameter->initial - least);
  range->high = MAX (moved (spec, parameter->initial, spread * qualifier.above), parameter->initial + least);
}

/* The table speaks of its own default. Where a data set starts from another order of magnitude, the
 * same factors to either side are plausible. */
static void
take_plausible (const NephoParameter *parameter, NephoParameterRange *range)
{
  const NephoParameterSpec *spec = parameter->spec;

  range->low = spec->plausible_low;
  range->high = spec->plausible_high;
  if (spec->logarithmic && parameter->initial != spec->initial)
    {
      range->low = parameter->initial * (spec->plausible_low / spec->initial);
      range->high = parameter->initial * (spec->plausible_high / spec->initial);
    }
}

static gboolean
says_nothing (const NephoParameterSpec *spec)
{
  return spec->plausible_low <= spec->minimum && spec->plausible_high >= spec->maximum;
}

static void
enclose (NephoParameterRange *range, double value)
{
  range->low = MIN (range->low, value);
  range->high = MAX (range->high, value);
}

/**
 * nepho_parameter_range:
 * @parameter: a parameter
 * @fact: (nullable): where its default is from; %NULL where it is assumed
 * @alternatives: (nullable) (element-type NephoAlternative): what other publishers say
 *
 * Tells what the parameter may really be, for drawing it many times. The default and every
 * alternative are in the range, and the range is within that of the table of parameters.
 *
 * Returns: the range, in the parameter's unit
 */
NephoParameterRange
nepho_parameter_range (const NephoParameter *parameter, const NephoFact *fact, const GPtrArray *alternatives)
{
  const NephoParameterSpec *spec = parameter->spec;
  NephoParameterRange range = { .shape = spec->shape, .basis = NEPHO_RANGE_FROM_TABLE };
  NephoParameterRange undisputed;

  if (fact != NULL)
    {
      range.basis = NEPHO_RANGE_FROM_GRADE;
      range.grade = fact->grade;
      range.qualified = *fact->qualifier != '\0';
      spread_value (parameter, nepho_grade_spread (fact->grade), qualifier_of (fact), &range);
    }
  else if (says_nothing (spec))
    {
      range.basis = NEPHO_RANGE_FROM_NOTHING;
      spread_value (parameter, spreads[NEPHO_GRADE_RUMOURED], (Qualifier) { "", 1.0, 1.0 }, &range);
    }
  else
    take_plausible (parameter, &range);

  range.low = CLAMP (range.low, spec->minimum, spec->maximum);
  range.high = CLAMP (range.high, spec->minimum, spec->maximum);
  enclose (&range, parameter->initial);

  undisputed = range;
  for (guint i = 0; alternatives != NULL && i < alternatives->len; i++)
    enclose (&range, ((const NephoAlternative *) g_ptr_array_index (alternatives, i))->value);
  range.disputed = range.low < undisputed.low || range.high > undisputed.high;

  return range;
}

/**
 * nepho_parameter_set_range:
 * @set: a parameter set
 * @index: less than its size
 *
 * Returns: nepho_parameter_range() of that parameter, with its source and alternatives looked up
 */
NephoParameterRange
nepho_parameter_set_range (const NephoParameterSet *set, guint index)
{
  const NephoParameter *parameter = nepho_parameter_set_get (set, index);

  return nepho_parameter_range (parameter,
                                nepho_dataset_find_fact (nepho_parameter_set_dataset (set), parameter->source),
                                parameter->alternatives);
}

/* Where a value stands on its scale, on which a spread is as wide everywhere. */
static double
to_scale (const NephoParameterSpec *spec, double value)
{
  switch (scale_of (spec))
    {
    case SCALE_RATIO:
      return log (value);
    case SCALE_ODDS:
      return log (value) - log1p (-value);
    case SCALE_GROWTH:
      return log1p (value);
    case SCALE_PLAIN:
    default:
      return value;
    }
}

static double
from_scale (const NephoParameterSpec *spec, double place)
{
  switch (scale_of (spec))
    {
    case SCALE_RATIO:
      return exp (place);
    case SCALE_ODDS:
      return 1.0 / (1.0 + exp (-place));
    case SCALE_GROWTH:
      return expm1 (place);
    case SCALE_PLAIN:
    default:
      return place;
    }
}

/* Takes the ends of a range along with a value that was moved from @from to @to. */
static void
move_ends (const NephoParameterSpec *spec, double from, double to, NephoParameterRange *range)
{
  double shift = to_scale (spec, to) - to_scale (spec, from);

  if (isfinite (shift))
    {
      range->low = from_scale (spec, to_scale (spec, range->low) + shift);
      range->high = from_scale (spec, to_scale (spec, range->high) + shift);
    }
  else if (!isfinite (to_scale (spec, to)))
    range->low = range->high = to; /* nothing, or all of a whole, is certain */
  else
    {
      range->low += to - from;
      range->high += to - from;
    }
  range->low = CLAMP (range->low, spec->minimum, spec->maximum);
  range->high = CLAMP (range->high, spec->minimum, spec->maximum);
  enclose (range, to);
}

/**
 * nepho_parameter_set_range_at:
 * @set: a parameter set
 * @index: less than its size
 * @value: what the reader takes for its value, within its limits
 *
 * What the parameter may really be, to a reader who believes in another value than the data set's: the same
 * range, moved along. It keeps its width on the scale of the quantity (see "Ranges" in docs/model.md), so
 * that what doubles has twice as wide a range, and a quantity set to nothing stays nothing.
 *
 * Returns: the range, in the parameter's unit; @value lies in it
 */
NephoParameterRange
nepho_parameter_set_range_at (const NephoParameterSet *set, guint index, double value)
{
  const NephoParameter *parameter = nepho_parameter_set_get (set, index);
  NephoParameterRange range = nepho_parameter_set_range (set, index);

  if (value != parameter->initial)
    move_ends (parameter->spec, parameter->initial, value, &range);

  return range;
}
