/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-unit-word.h"

#include <string.h>

#include "nepho-quantity-unit.h"

#define DAY 86400.0
#define YEAR (365.0 * DAY)

/* How a word may be written. */
typedef enum
{
  PLAIN,  /* a word of a language: in capitals too */
  SYMBOL, /* as it stands */
  SCALED, /* as it stands, also behind k, M, G, T, P, E, Z */
} Writing;

typedef struct
{
  const char    *word;
  double         size;
  Writing        writing;
  NephoDimension dimension;
} Word;

#define ONE(base) { .power[NEPHO_BASE_##base] = 1 }
#define RATE(base) { .power[NEPHO_BASE_##base] = 1, .power[NEPHO_BASE_TIME] = -1 }

static const Word words[] = {
  { "s", 1.0, SYMBOL, ONE (TIME) },
  { "sec", 1.0, PLAIN, ONE (TIME) },
  { "second", 1.0, PLAIN, ONE (TIME) },
  { "seconds", 1.0, PLAIN, ONE (TIME) },
  { "min", 60.0, PLAIN, ONE (TIME) },
  { "minute", 60.0, PLAIN, ONE (TIME) },
  { "minutes", 60.0, PLAIN, ONE (TIME) },
  { "h", 3600.0, SYMBOL, ONE (TIME) },
  { "hr", 3600.0, PLAIN, ONE (TIME) },
  { "hour", 3600.0, PLAIN, ONE (TIME) },
  { "hours", 3600.0, PLAIN, ONE (TIME) },
  { "d", DAY, SYMBOL, ONE (TIME) },
  { "day", DAY, PLAIN, ONE (TIME) },
  { "days", DAY, PLAIN, ONE (TIME) },
  { "week", 7.0 * DAY, PLAIN, ONE (TIME) },
  { "weeks", 7.0 * DAY, PLAIN, ONE (TIME) },
  { "month", YEAR / 12.0, PLAIN, ONE (TIME) },
  { "months", YEAR / 12.0, PLAIN, ONE (TIME) },
  { "quarter", YEAR / 4.0, PLAIN, ONE (TIME) },
  { "quarters", YEAR / 4.0, PLAIN, ONE (TIME) },
  { "yr", YEAR, PLAIN, ONE (TIME) },
  { "year", YEAR, PLAIN, ONE (TIME) },
  { "years", YEAR, PLAIN, ONE (TIME) },
  { "小时", 3600.0, SYMBOL, ONE (TIME) },
  { "小時", 3600.0, SYMBOL, ONE (TIME) },
  { "天", DAY, SYMBOL, ONE (TIME) },
  { "年", YEAR, SYMBOL, ONE (TIME) },

  { "FLOP", 1.0, SCALED, ONE (FLOP) },
  { "FLOPs", 1.0, SCALED, ONE (FLOP) },
  { "F-day", DAY, SCALED, ONE (FLOP) },
  { "F-days", DAY, SCALED, ONE (FLOP) },
  { "FLOP/s-day", DAY, SCALED, ONE (FLOP) },
  { "FLOP/s-days", DAY, SCALED, ONE (FLOP) },
  { "FLOP/s", 1.0, SCALED, RATE (FLOP) },
  { "FLOPS", 1.0, SCALED, RATE (FLOP) },

  { "CNY", 1.0, PLAIN, ONE (CNY) },
  { "RMB", 1.0, PLAIN, ONE (CNY) },
  { "yuan", 1.0, PLAIN, ONE (CNY) },
  { "¥", 1.0, SYMBOL, ONE (CNY) },
  { "￥", 1.0, SYMBOL, ONE (CNY) },
  { "元", 1.0, SYMBOL, ONE (CNY) },
  { "USD", 1.0, PLAIN, ONE (USD) },
  { "US$", 1.0, SYMBOL, ONE (USD) },
  { "$", 1.0, SYMBOL, ONE (USD) },
  { "dollar", 1.0, PLAIN, ONE (USD) },
  { "dollars", 1.0, PLAIN, ONE (USD) },
  { "美元", 1.0, SYMBOL, ONE (USD) },

  { "J", 1.0, SCALED, ONE (ENERGY) },
  { "Wh", 3600.0, SCALED, ONE (ENERGY) },
  { "W", 1.0, SCALED, RATE (ENERGY) },
  { "kg", 1.0, SYMBOL, ONE (MASS) },
  { "t", 1e3, SCALED, ONE (MASS) },
  { "tonne", 1e3, PLAIN, ONE (MASS) },
  { "tonnes", 1e3, PLAIN, ONE (MASS) },
  { "kB", 1e3, SYMBOL, ONE (INFORMATION) },
  { "MB", 1e6, SYMBOL, ONE (INFORMATION) },
  { "GB", 1e9, SYMBOL, ONE (INFORMATION) },
  { "TB", 1e12, SYMBOL, ONE (INFORMATION) },
  { "PB", 1e15, SYMBOL, ONE (INFORMATION) },
  { "byte", 1.0, PLAIN, ONE (INFORMATION) },
  { "bytes", 1.0, PLAIN, ONE (INFORMATION) },

  { "customer", 1.0, PLAIN, ONE (CUSTOMER) },
  { "customers", 1.0, PLAIN, ONE (CUSTOMER) },
  { "parameter", 1.0, PLAIN, ONE (PARAMETER) },
  { "parameters", 1.0, PLAIN, ONE (PARAMETER) },
  { "token", 1.0, PLAIN, ONE (TOKEN) },
  { "tokens", 1.0, PLAIN, ONE (TOKEN) },
  { "accelerator", 1.0, PLAIN, ONE (ACCELERATOR) },
  { "accelerators", 1.0, PLAIN, ONE (ACCELERATOR) },
  { "GPU", 1.0, PLAIN, ONE (ACCELERATOR) },
  { "GPUs", 1.0, PLAIN, ONE (ACCELERATOR) },
  { "centre", 1.0, PLAIN, ONE (CENTRE) },
  { "centres", 1.0, PLAIN, ONE (CENTRE) },
  { "center", 1.0, PLAIN, ONE (CENTRE) },
  { "centers", 1.0, PLAIN, ONE (CENTRE) },
};

static double
prefix_size (char prefix)
{
  static const char prefixes[] = "kMGTPEZ";
  const char *found = prefix != '\0' ? strchr (prefixes, prefix) : NULL;
  double size = 1.0;

  for (const char *p = prefixes; found != NULL && p <= found; p++)
    size *= 1e3;

  return found != NULL ? size : 0.0;
}

/* Whether @text begins with @word and goes on with something else than that word. */
static gboolean
begins (const char *text, const char *word, gboolean any_case)
{
  gsize length = strlen (word);

  if (length == 0 || (any_case ? g_ascii_strncasecmp (text, word, length) : strncmp (text, word, length)) != 0)
    return FALSE;

  return !g_ascii_isalpha (word[length - 1]) || !g_ascii_isalnum (text[length]);
}

static gsize
match_word (const char *text, const Word *word, double *size)
{
  double prefix;

  *size = word->size;
  if (begins (text, word->word, word->writing == PLAIN))
    return strlen (word->word);

  prefix = word->writing == SCALED ? prefix_size (*text) : 0.0;
  if (prefix == 0.0 || !begins (text + 1, word->word, FALSE))
    return 0;
  *size *= prefix;

  return strlen (word->word) + 1;
}

/* What the program writes in the reader's language is read back. */
static gsize
match_shown (const char *text, NephoUnitWord *word)
{
  guint n_units;
  const NephoQuantityUnit *units = nepho_quantity_units (&n_units);
  gsize longest = 0;

  for (guint i = 0; i < n_units; i++)
    for (int one = 0; one < 2; one++)
      {
        const char *name = nepho_quantity_unit_name (&units[i], one, NEPHO_UNIT_NAME_SHOWN);
        gsize length = *name != '/' && begins (text, name, FALSE) ? strlen (name) : 0;

        if (length <= longest)
          continue;
        longest = length;
        *word = (NephoUnitWord) { units[i].dimension, units[i].size, FALSE };
      }

  return longest;
}

static gboolean
is_money (const NephoDimension *dimension)
{
  static const NephoDimension monies[] = { ONE (CNY), ONE (USD) };

  return nepho_dimension_equal (dimension, &monies[0]) || nepho_dimension_equal (dimension, &monies[1]);
}

/**
 * nepho_unit_word_match:
 * @text: a text
 * @word: (out): the unit that it begins with
 *
 * Reads the longest unit at the beginning of a text: "PF-days" and not "PF" less days. Symbols are
 * read as they stand, for a MW is not an mW; words in capitals too.
 *
 * Returns: its length in bytes; 0 where the text begins with no unit
 */
gsize
nepho_unit_word_match (const char *text, NephoUnitWord *word)
{
  gsize longest = match_shown (text, word);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      double size;
      gsize length = match_word (text, &words[i], &size);

      if (length == 0 || length < longest)
        continue;
      longest = length;
      *word = (NephoUnitWord) { words[i].dimension, size, FALSE };
    }

  if (longest > 0)
    word->money = is_money (&word->dimension);

  return longest;
}
