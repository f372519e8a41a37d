/* Firms: by the last words of their names, and where their shares are dealt in. */
#include <string.h>

#include "actor/spans.h"
#include "text/wordlist.h"

gboolean
kith_is_firms(const KithWord *last)
{
  static const char *const endings[] = {"Aerospace",
                                        "Airlines",
                                        "Airways",
                                        "Aviation",
                                        "Bancorp",
                                        "Beverages",
                                        "Biotech",
                                        "Breweries",
                                        "Capital",
                                        "Chemicals",
                                        "Communications",
                                        "Electronics",
                                        "Energy",
                                        "Enterprises",
                                        "Entertainment",
                                        "Financial",
                                        "Foods",
                                        "Healthcare",
                                        "Holdings",
                                        "Industries",
                                        "Insurance",
                                        "Investments",
                                        "Labs",
                                        "Lines",
                                        "Logistics",
                                        "Media",
                                        "Metals",
                                        "Minerals",
                                        "Mining",
                                        "Motors",
                                        "Partners",
                                        "Petrochemicals",
                                        "Petroleum",
                                        "Pharma",
                                        "Pharmaceuticals",
                                        "Properties",
                                        "Railways",
                                        "Resources",
                                        "Robotics",
                                        "Securities",
                                        "Semiconductor",
                                        "Shipping",
                                        "Software",
                                        "Studios",
                                        "Systems",
                                        "Technologies",
                                        "Telecom",
                                        "Telecommunications",
                                        "Therapeutics",
                                        "Ventures",
                                        NULL};
  static const char *const words[] = {"co", "co.", "limited", "sa", "se", NULL}; /* of other names as well */
  return g_strv_contains(endings, last->form) ||
         (kith_is_legal_form(last->form, strlen(last->form)) && !kith_word_in(last, words));
}

char *
kith_firm_key(const char *name)
{
  char *key = g_utf8_strdown(name, -1);
  for (char *space = strrchr(key, ' '); space != NULL && kith_is_legal_form(space + 1, strlen(space + 1));
       space = strrchr(key, ' ')) {
    *space = '\0';
    g_strchomp(key);
    if (g_str_has_suffix(key, ","))
      key[strlen(key) - 1] = '\0';
    g_strchomp(key);
  }
  return key;
}

/* Where brackets end that tell where shares are dealt in, "(NYSE: ACM; TSX: AC)", which begin at a word: the
 * word behind them; 0 where they tell no such thing. */
static guint
listing_end(const KithWord *words, guint n, guint begin)
{
  enum { MOST = 16 };
  static const char *const exchanges[] = {"aim",      "amex", "asx",  "bse",  "cse",   "epa",   "etr",
                                          "euronext", "fra",  "hkex", "jse",  "krx",   "lon",   "lse",
                                          "nasdaq",   "nse",  "nyse", "otc",  "otcqb", "otcqx", "sgx",
                                          "swx",      "tse",  "tsx",  "tsxv", "xetra"};
  if (words[begin].form[0] != '(' || begin + 4 >= n || words[begin + 2].form[0] != ':' ||
      !KITH_IN_LIST(exchanges, words[begin + 1].form, strlen(words[begin + 1].form)))
    return 0;
  for (guint end = begin + 4; end < n && end < begin + MOST; end++)
    if (words[end].form[0] == ')')
      return end + 1;
  return 0;
}

/* Whether a span is an address on the web. */
static gboolean
is_address(const KithWord *words, const KithNameSpan *span)
{
  return span->end == span->begin + 1 && (g_ascii_strncasecmp(words[span->begin].form, "www.", 4) == 0 ||
                                          strstr(words[span->begin].form, "://") != NULL);
}

void
kith_spans_drop_listings(const KithFinder *f, guint s, GArray *spans)
{
  const KithWord *words = kith_finder_words(f, s);
  const guint n = kith_finder_length(f, s);
  for (guint i = spans->len; i-- > 0;)
    if (is_address(words, &g_array_index(spans, KithNameSpan, i)))
      g_array_remove_index(spans, i);
  for (guint begin = 0; begin < n; begin++) {
    const guint end = listing_end(words, n, begin);
    for (guint i = spans->len; end > 0 && i-- > 0;) {
      KithNameSpan *span = &g_array_index(spans, KithNameSpan, i);
      if (span->end == begin && span->entry == NULL) {
        span->ner = KITH_NAME_ORG;
        span->told = TRUE;
      } else if (span->begin > begin && span->begin < end)
        g_array_remove_index(spans, i);
    }
  }
}
