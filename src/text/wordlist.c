#include "text/wordlist.h"

#include <string.h>

int
kith_word_compare(const char *entry, const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    int difference = (guchar)entry[i] - (guchar)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] | 0x20 : word[i]);
    if (difference != 0)
      return difference;
  }
  return entry[length] == '\0' ? 0 : 1;
}

gboolean
kith_wordlist_has(const char *const *list, gsize n, const char *word, gsize length)
{
  gsize low = 0, high = n;
  while (low < high) {
    gsize middle = low + (high - low) / 2;
    int order = kith_word_compare(list[middle], word, length);
    if (order == 0)
      return TRUE;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return FALSE;
}

static const char *const leading[] = {
    "adm", "amb",  "apr",  "art",   "assoc", "aug",  "brig", "capt", "cdr",  "ch",   "cmdr",   "col",  "cpl",
    "dec", "dept", "det",  "dr",    "drs",   "eng",  "eq",   "feb",  "fig",  "figs", "fr",     "ft",   "gen",
    "gov", "govs", "hon",  "insp",  "jan",   "jul",  "jun",  "lt",   "m",    "maj",  "messrs", "mgr",  "mlle",
    "mme", "mr",   "mrs",  "ms",    "msgr",  "msgt", "mt",   "nos",  "nov",  "oct",  "par",    "para", "pfc",
    "pp",  "pres", "prof", "profs", "rep",   "reps", "rev",  "sec",  "sen",  "sens", "sept",   "sfc",  "sgt",
    "spc", "spec", "ssgt", "sr",    "st",    "supt", "tsgt", "vol",  "vols",
};

static const char *const others[] = {
    "al",  "approx", "arrv",   "assn", "attn", "ave",  "bhd",   "blvd", "bros", "ca",   "cf",
    "co",  "conf",   "corp",   "cos",  "dist", "ed",   "eds",   "eg",   "esp",  "esq",  "est",
    "et",  "etc",    "ext",    "fla",  "fri",  "hrs",  "ie",    "inc",  "incl", "jr",   "kan",
    "lb",  "lbs",    "ltd",    "mass", "max",  "mich", "min",   "minn", "mins", "mon",  "mont",
    "nat", "neb",    "nev",    "okla", "oz",   "penn", "ph",    "phd",  "plc",  "ps",   "pty",
    "pvt", "rd",     "refrig", "sat",  "tenn", "thur", "thurs", "tue",  "tues", "univ", "va",
    "viz", "vs",     "wed",    "wis",  "wyo",  "yr",   "yrs",
};

gboolean
kith_is_leading_abbreviation(const char *word, gsize length)
{
  return KITH_IN_LIST(leading, word, length);
}

gboolean
kith_is_abbreviation(const char *word, gsize length)
{
  return KITH_IN_LIST(leading, word, length) || KITH_IN_LIST(others, word, length);
}

guint
kith_month(const char *word, gsize length)
{
  static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
                                       "july",    "august",   "september", "october", "november", "december"};
  if (length > 0 && word[length - 1] == '.')
    length--;
  if (length < 3)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS(months); i++) {
    gsize full = strlen(months[i]);
    gboolean short_form = length == 3 || (length == 4 && i == 8);
    if ((length == full || (short_form && length < full)) &&
        g_ascii_strncasecmp(months[i], word, length) == 0)
      return i + 1;
  }
  return 0;
}

gboolean
kith_is_weekday(const char *word, gsize length)
{
  static const char *const days[] = {
      "fri",  "friday", "mon",      "monday", "sat",  "saturday", "sun", "sunday",    "thu",
      "thur", "thurs",  "thursday", "tue",    "tues", "tuesday",  "wed", "wednesday",
  };
  if (length > 0 && word[length - 1] == '.')
    length--;
  return KITH_IN_LIST(days, word, length);
}

gboolean
kith_is_function_word(const char *word, gsize length)
{
  static const char *const words[] = {
      "a",      "about",   "after", "all",    "also",    "an",   "and",   "any",   "are",    "as",    "at",
      "be",     "because", "been",  "before", "between", "but",  "by",    "can",   "could",  "did",   "do",
      "during", "for",     "from",  "had",    "has",     "have", "he",    "her",   "his",    "i",     "if",
      "in",     "into",    "is",    "it",     "its",     "more", "most",  "no",    "not",    "of",    "on",
      "one",    "or",      "other", "our",    "out",     "over", "said",  "she",   "should", "so",    "some",
      "such",   "than",    "that",  "the",    "their",   "them", "there", "these", "they",   "this",  "those",
      "to",     "under",   "up",    "was",    "we",      "were", "what",  "when",  "which",  "while", "who",
      "will",   "with",    "would", "you",    "your",
  };
  return KITH_IN_LIST(words, word, length);
}

gboolean
kith_is_honorific(const char *word, gsize length)
{
  static const char *const words[] = {"amir",  "emir", "khan",   "malik",  "mirza",   "raja",   "rana",
                                      "sayed", "shah", "shaikh", "sheikh", "sheikha", "sultan", "syed"};
  return KITH_IN_LIST(words, word, length);
}

gboolean
kith_is_legal_form(const char *word, gsize length)
{
  static const char *const words[] = {"a.g.", "ag",   "asa",    "co",           "co.",     "corp", "corp.",
                                      "gmbh", "inc",  "inc.",   "incorporated", "limited", "llc",  "llp",
                                      "lp",   "ltd",  "ltd.",   "n.v.",         "nv",      "oyj",  "plc",
                                      "plc.", "s.a.", "s.p.a.", "sa",           "se",      "spa"};
  return KITH_IN_LIST(words, word, length);
}
