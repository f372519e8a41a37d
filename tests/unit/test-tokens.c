/* Words as UD English has them. */
#include "text-help.h"

typedef struct {
  const char *text, *words;
} Case;

static const Case cases[] = {
    /* contractions and possessives */
    {"They don't know, can't say and won't go.", "They|do+n't|know|,|ca+n't|say|and|wo+n't|go|."},
    {"He\xE2\x80\x99s sure it isn\xE2\x80\x99t theirs.",
     "He+\xE2\x80\x99s|sure|it|is+n\xE2\x80\x99t|theirs|."},
    {"I'd've gone; we'll see, you're late.", "I+'d+'ve|gone|;|we+'ll|see|,|you+'re|late|."},
    {"We cannot wait, it's gonna rain.", "We|can+not|wait|,|it+'s|gon+na|rain|."},
    {"Pakistan's army and the workers' party met.", "Pakistan+'s|army|and|the|workers+'|party|met|."},
    {"They said 'all workers' must go.", "They|said|'|all|workers|'|must|go|."},
    {"Music of the 1990's and the '80s.", "Music|of|the|1990's|and|the|'80s|."},
    {"O'Brien met d'Alembert at ten o'clock.", "O'Brien|met|d'Alembert|at|ten|o'clock|."},
    /* hyphens */
    {"a U.S.-led, well-known so-called plan", "a|U.S.|-|led|,|well|-|known|so|-|called|plan"},
    {"an ex-minister and a non-profit co-founder", "an|ex-minister|and|a|non-profit|co-founder"},
    {"seats 1939-1945 and pages 10-12", "seats|1939|-|1945|and|pages|10|-|12"},
    /* numbers, sums, dates, times */
    {"$2.6 billion, 1,200 men, 55% at 10:30 on 9/11", "$|2.6|billion|,|1,200|men|,|55|%|at|10:30|on|9/11"},
    {"It ran 20km by 5pm for US$ 3.", "It|ran|20|km|by|5|pm|for|US|$|3|."},
    {"the 21st of July, 2017-07-21", "the|21st|of|July|,|2017-07-21"},
    {"call 713-853-3989 or +44 20", "call|713-853-3989|or|+44|20"},
    /* addresses */
    {"See https://example.org/a_b?c=1, or www.kith.example.",
     "See|https://example.org/a_b?c=1|,|or|www.kith.example|."},
    {"Write to jane.doe@example.com; visit example.com.",
     "Write|to|jane.doe@example.com|;|visit|example.com|."},
    {"@POTUS wrote #peace to us.", "@POTUS|wrote|#peace|to|us|."},
    /* abbreviations and initials */
    {"Gen. Qamar Bajwa met J. K. Rowe in the U.S. on Aug. 13.",
     "Gen.|Qamar|Bajwa|met|J.|K.|Rowe|in|the|U.S.|on|Aug.|13|."},
    {"AT&T and Co. Ltd., e.g. cars, etc., at 5 a.m. today",
     "AT&T|and|Co.|Ltd.|,|e.g.|cars|,|etc.|,|at|5|a.m.|today"},
    {"No. 5 is alive.", "No.|5|is|alive|."},
    /* marks */
    {"Wait... what?! No -- stop \xE2\x80\x94 \xE2\x80\x9Cnow\xE2\x80\x9D!!!",
     "Wait|...|what|?!||No|--|stop|\xE2\x80\x94|\xE2\x80\x9C|now|\xE2\x80\x9D|!!!"},
    {"(and/or) [sic] \"yes\" :-) fine", "(|and|/|or|)|[|sic|]|\"|yes|\"|:-)|fine"},
    {"a\xE2\x80\xA6 b", "a|\xE2\x80\xA6|b"},
    /* scripts beyond ASCII */
    {"S\xC3\xA3o Paulo \xE6\x9D\xB1\xE4\xBA\xAC \xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0 25 \xC2\xB0"
     "C",
     "S\xC3\xA3o|Paulo|\xE6\x9D\xB1\xE4\xBA\xAC|\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0|25|\xC2\xB0|"
     "C"},
};

/* What news is full of: titles, initials, "U.S." inside and at the end, quotes, dashes, dots, addresses,
 * lines without a full stop, sentences without a space between, capitals, numbers, lists, datelines. */
static const Case news[] = {
    {"Gen. Smith and Lt. Col. Jones met Sen. Ruiz.", "Gen.|Smith|and|Lt.|Col.|Jones|met|Sen.|Ruiz|."},
    {"He works for the U.S. The talks failed.", "He|works|for|the|U.S.||The|talks|failed|."},
    {"The polls closed at 5 p.m. The vote was close.", "The|polls|closed|at|5|p.m.||The|vote|was|close|."},
    {"The polls close at 5 p.m. Tuesday.", "The|polls|close|at|5|p.m.|Tuesday|."},
    {"Ships went to Vale Corp. In May it failed.", "Ships|went|to|Vale|Corp.||In|May|it|failed|."},
    {"Vale Corp. In Talks With Hill Inc.", "Vale|Corp.|In|Talks|With|Hill|Inc."},
    {"He works for the U.S. government.", "He|works|for|the|U.S.|government|."},
    {"J. R. R. Tolkien wrote it. G.W. Bush read it.", "J.|R.|R.|Tolkien|wrote|it|.||G.W.|Bush|read|it|."},
    {"\xE2\x80\x9CWe won\xE2\x80\x99t go,\xE2\x80\x9D she said. \xE2\x80\x9CNot now.\xE2\x80\x9D",
     "\xE2\x80\x9C|We|wo+n\xE2\x80\x99t|go|,|\xE2\x80\x9D|she|said|.||\xE2\x80\x9C|Not|now|.|\xE2\x80\x9D"},
    {"\"We won't go,\" she said. \"Not now.\"", "\"|We|wo+n't|go|,|\"|she|said|.||\"|Not|now|.|\""},
    {"'It is over,' he said.", "'|It|is|over|,|'|he|said|."},
    {"The plan \xE2\x80\x94 long delayed \xE2\x80\x94 was dropped \xE2\x80\x93 again.",
     "The|plan|\xE2\x80\x94|long|delayed|\xE2\x80\x94|was|dropped|\xE2\x80\x93|again|."},
    {"It rained \xE2\x80\xA6 and rained. Then... nothing.",
     "It|rained|\xE2\x80\xA6|and|rained|.||Then|...|nothing|."},
    {"See http://example.org/a.html?x=1. Write to a.b@example.co.uk.",
     "See|http://example.org/a.html?x=1|.||Write|to|a.b@example.co.uk|."},
    {"Talks end without deal", "Talks|end|without|deal"},
    {"The talks ended.The army left.", "The|talks|ended|.||The|army|left|."},
    {"He paid $3.5 million. Then 4.2% of 1.5bn.", "He|paid|$|3.5|million|.||Then|4.2|%|of|1.5|bn|."},
    {"THE PRIME MINISTER RESIGNED. NO DATE WAS SET.", "THE|PRIME|MINISTER|RESIGNED|.||NO|DATE|WAS|SET|."},
    {"- First point. - Second point.", "-|First|point|.||-|Second|point|."},
    {"\xE2\x80\xA2 First point", "\xE2\x80\xA2|First|point"},
    {"GENEVA (Reuters) - Talks failed on Monday.", "GENEVA|(|Reuters|)|-||Talks|failed|on|Monday|."},
    {"WASHINGTON \xE2\x80\x94 The president spoke.", "WASHINGTON|\xE2\x80\x94||The|president|spoke|."},
    {"Did he go? Yes! \"Why?\" she asked.", "Did|he|go|?||Yes|!||\"|Why|?|\"|she|asked|."},
    {"He met Dr. King, Mr. Lee, Mrs. May and Prof. Roy vs. St. John's.",
     "He|met|Dr.|King|,|Mr.|Lee|,|Mrs.|May|and|Prof.|Roy|vs.|St.|John+'s|."},
    {"Acme Inc. said so. Acme Inc. Chairman Bo Li agreed.",
     "Acme|Inc.|said|so|.||Acme|Inc.|Chairman|Bo|Li|agreed|."},
    {"It was No. 1 in Jan. 2020. Sales rose.", "It|was|No.|1|in|Jan.|2020|.||Sales|rose|."},
    {"(He left early.) She stayed.", "(|He|left|early|.|)||She|stayed|."},
    {"The U.N.-backed plan and the EU's 27-member bloc",
     "The|U.N.|-|backed|plan|and|the|EU+'s|27|-|member|bloc"},
    {"The U.S. and the U.K. met. Both signed.", "The|U.S.|and|the|U.K.|met|.||Both|signed|."},
    {"\"Stop!\" he cried. \"Why?\" I asked.", "\"|Stop|!|\"|he|cried|.||\"|Why|?|\"|I|asked|."},
    {"\xE2\x80\x9CIs it true?\xE2\x80\x9D he asked.", "\xE2\x80\x9C|Is|it|true|?|\xE2\x80\x9D|he|asked|."},
    {"She said: \"We will go.\"", "She|said|:|\"|We|will|go|.|\""},
    {"It is at www.example.com. Read it.", "It|is|at|www.example.com|.||Read|it|."},
    {"Mail press@un.example, he said.", "Mail|press@un.example|,|he|said|."},
    {"Prices rose 1.5 percent.Wages fell.", "Prices|rose|1.5|percent|.||Wages|fell|."},
    {"The vote was 12-3. It passed.", "The|vote|was|12|-|3|.||It|passed|."},
    {"He paid 1,234.56 euros. She paid none.", "He|paid|1,234.56|euros|.||She|paid|none|."},
    {"TALKS FAIL. TROOPS MOVE.", "TALKS|FAIL|.||TROOPS|MOVE|."},
    {"He said... nothing.", "He|said|...|nothing|."},
    {"It was over\xE2\x80\x94"
     "for now.",
     "It|was|over|\xE2\x80\x94|for|now|."},
    {"W. H. Auden lived here.", "W.|H.|Auden|lived|here|."},
    {"Dr. A. B. Cole left. Mr. X stayed.", "Dr.|A.|B.|Cole|left|.||Mr.|X|stayed|."},
    {"Sales at Bell Corp. rose 5%.", "Sales|at|Bell|Corp.|rose|5|%|."},
    {"The firm, Bell & Co., is new.", "The|firm|,|Bell|&|Co.|,|is|new|."},
    {"a) Second item", "a|)|Second|item"},
    {"He saw Vol. 3, pp. 4-5, and Fig. 2.", "He|saw|Vol.|3|,|pp.|4|-|5|,|and|Fig.|2|."},
};

static void
check_cases(const Case *all, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_autoptr(KithDocument) document = read_text(all[i].text);
    g_autofree char *words = spell_words(document);
    check_document(document);
    g_assert_cmpstr(words, ==, all[i].words);
  }
}

static void
test_cases(void)
{
  check_cases(cases, G_N_ELEMENTS(cases));
}

static void
test_news(void)
{
  check_cases(news, G_N_ELEMENTS(news));
}

static void
test_flags(void)
{
  g_autoptr(KithDocument) document = read_text("Don't go, \"Bob\".");
  static const guint8 expected[] = {
      KITH_WORD_SPACE_BEFORE, KITH_WORD_JOINED, KITH_WORD_SPACE_BEFORE, 0, KITH_WORD_SPACE_BEFORE, 0, 0, 0};
  g_assert_cmpuint(document->words->len, ==, G_N_ELEMENTS(expected));
  for (guint i = 0; i < document->words->len; i++) {
    const KithWord *word = &g_array_index(document->words, KithWord, i);
    g_assert_cmpuint(word->flags, ==, expected[i]);
    g_assert_cmpint(word->head, ==, KITH_HEAD_UNSET);
  }
}

/* Runs that make a careless scanner slow or lose a character. */
static void
test_hostile(void)
{
  static const char *const runs[] = {
      "a",  "\"",           "a-",  "a.", "'s",       "(Photo ", "www.", "a@", "Image: ", "1,", "A&",
      "\n", "\xE2\x80\x9C", "A. ", ".",  "http://)", "'",       "\r",   "\t", "a\n",     "#",  "Read more: "};
  for (guint i = 0; i < G_N_ELEMENTS(runs); i++) {
    g_autoptr(GString) text = g_string_new("x");
    for (guint k = 0; k < 20000; k++)
      g_string_append(text, runs[i]);
    gint64 before = g_get_monotonic_time();
    g_autoptr(KithDocument) document = read_text(text->str);
    check_document(document);
    g_assert_cmpint(g_get_monotonic_time() - before, <, 20 * G_USEC_PER_SEC);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tokens/cases", test_cases);
  g_test_add_func("/tokens/news", test_news);
  g_test_add_func("/tokens/flags", test_flags);
  g_test_add_func("/tokens/hostile", test_hostile);
  return g_test_run();
}
