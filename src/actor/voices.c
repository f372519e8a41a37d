/* Who speaks: in quotation marks, below "The minister said:", and in an interview's lines ("Jane Roe: I
 * ..."). */
#include <string.h>

#include "actor/finder.h"

gboolean
kith_word_says(const KithWord *word)
{
  static const char *const saying[] = {
      "say",     "tell",   "add",       "write",     "ask",     "explain", "note",  "warn",     "announce",
      "claim",   "state",  "comment",   "report",    "insist",  "argue",   "reply", "respond",  "continue",
      "declare", "admit",  "conclude",  "remark",    "joke",    "recall",  "call",  "describe", "tweet",
      "post",    "stress", "emphasize", "reiterate", "believe", "think",   "read",  NULL};
  return kith_word_in(word, saying);
}

gboolean
kith_finder_speaks(const KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  const KithTree *tree = f->trees[found->m.sentence];
  gint32 verb = tree->words[found->m.head].head;
  return !found->quoted && found->subject && found->person != 1 && found->person != 2 && verb >= 0 &&
         found->m.type != KITH_ACTOR_PLACE && kith_word_says(&tree->words[verb]);
}

/* Who says what a sentence quotes at a word: the subject of a verb of saying, of that above the word or else
 * of the nearest; KITH_NONE. */
static guint
speaker_in(const KithFinder *f, guint s, guint word)
{
  guint best = KITH_NONE, best_distance = 0;
  for (guint i = f->first[s]; f->trees[s] != NULL && i < f->first[s + 1]; i++) {
    if (!kith_finder_speaks(f, i))
      continue;
    guint verb = (guint)f->trees[s]->words[kith_found(f, i)->m.head].head;
    guint distance = verb > word ? verb - word : word - verb;
    if (word != KITH_NONE && !kith_tree_dominates(f->trees[s], (gint32)verb, (gint32)word))
      distance += 1000;
    if (best == KITH_NONE || (word != KITH_NONE && distance < best_distance)) {
      best = i;
      best_distance = distance;
    }
  }
  return best;
}

guint
kith_finder_speaker(const KithFinder *f, guint i)
{
  guint s = kith_found(f, i)->m.sentence;
  guint speaker = speaker_in(f, s, kith_found(f, i)->m.head);
  if (speaker == KITH_NONE && f->voices[s] != KITH_NONE)
    return f->voices[s];
  guint paragraph = kith_document_sentence(f->doc, s)->paragraph;
  for (guint k = 1; k <= 3 && speaker == KITH_NONE && k <= s; k++)
    if (kith_document_sentence(f->doc, s - k)->paragraph == paragraph)
      speaker = speaker_in(f, s - k, KITH_NONE);
  for (guint k = 1; k <= 3 && speaker == KITH_NONE && s + k < f->doc->sentences->len; k++)
    if (kith_document_sentence(f->doc, s + k)->paragraph == paragraph)
      speaker = speaker_in(f, s + k, KITH_NONE);
  for (guint k = 1; k <= 3 && speaker == KITH_NONE && k <= s; k++)
    speaker = speaker_in(f, s - k, KITH_NONE);
  return speaker;
}

guint
kith_finder_author(const KithFinder *f)
{
  static const char *const words_of[] = {"statement", "remark",      "remarks", "speech", "message",
                                         "address",   "declaration", "letter",  NULL};
  static const char *const by[] = {"by", "from", "of", NULL};
  enum { TITLE = 10 };
  for (guint s = 0; s < MIN(2u, f->doc->sentences->len); s++) {
    const KithWord *words = kith_finder_words(f, s);
    const guint n = kith_finder_length(f, s);
    for (guint w = 0; f->trees[s] != NULL && w + 2 < n && w < 2; w++)
      for (guint i = f->first[s];
           kith_word_in(&words[w], words_of) && kith_word_in(&words[w + 1], by) && i < f->first[s + 1]; i++) {
        const KithFound *found = kith_found(f, i);
        if (found->m.kind == KITH_MENTION_NAME && found->m.type == KITH_ACTOR_PERSON &&
            found->core_begin > w && found->core_begin <= w + TITLE)
          return i;
      }
  }
  return KITH_NONE;
}

/* The end of a line's label, "Jane Roe: I came late.", as the first sentence of a paragraph has it: the word
 * that is its colon; 0 for none. */
static guint
label_end(const KithFinder *f, guint s)
{
  enum { MOST = 6 };
  const KithWord *words = kith_finder_words(f, s);
  const guint n = kith_finder_length(f, s);
  if (f->trees[s] == NULL || kith_document_sentence(f->doc, s)->kind != KITH_SENTENCE_BODY ||
      (s > 0 &&
       kith_document_sentence(f->doc, s - 1)->paragraph == kith_document_sentence(f->doc, s)->paragraph))
    return 0;
  for (guint i = 0; i + 1 < n && i < MOST; i++)
    if (i > 0 && strcmp(words[i].form, ":") == 0)
      return i;
    else if (!kith_word_capitalized(&words[i]) && strcmp(words[i].form, ".") != 0)
      return 0;
  return 0;
}

/* Whether a label is a question's or an answer's, or somebody's initials. */
static gboolean
is_short_label(const char *label)
{
  static const char *const labels[] = {"Question", "QUESTION", "Answer", "ANSWER", NULL};
  gsize capitals = strspn(label, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return g_strv_contains(labels, label) || (label[capitals] == '\0' && capitals <= 3);
}

/* Whether the document is written as talk: three lines have labels, and one of them comes twice or is short.
 */
static gboolean
is_talk(const KithFinder *f)
{
  enum { LINES = 3 };
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  guint lines = 0;
  gboolean again = FALSE;
  for (guint s = 0; s < f->doc->sentences->len; s++) {
    const guint end = label_end(f, s);
    lines += end > 0;
    char *label = end > 0 ? kith_finder_text(f, s, 0, end) : NULL;
    again |= label != NULL && is_short_label(label);
    if (label != NULL && !g_hash_table_add(seen, label))
      again = TRUE;
  }
  return lines >= LINES && again;
}

/* Whether a label is the initials of a name: "ML" of "Maria Lopez". */
static gboolean
are_initials(const KithFinder *f, const char *label, const KithFound *name)
{
  const KithWord *words = kith_finder_words(f, name->m.sentence);
  const guint length = name->core_end - name->core_begin;
  if (name->m.kind != KITH_MENTION_NAME || length < 2 || strlen(label) != length)
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (!g_ascii_isupper(label[i]) || words[name->core_begin + i].form[0] != label[i])
      return FALSE;
  return TRUE;
}

/* Whether a label in lower case is a name, or ends in a person's family name: "mr price". */
static gboolean
is_named(const char *label, const KithFound *name)
{
  const char *family = strrchr(label, ' '), *last = strrchr(name->key, ' ');
  return name->m.kind == KITH_MENTION_NAME &&
         (strcmp(label, name->key) == 0 ||
          (name->m.type == KITH_ACTOR_PERSON && family != NULL && last != NULL && strcmp(family, last) == 0));
}

/* The mention that a line's label means; KITH_NONE: nobody who has a name. */
static guint
labelled(const KithFinder *f, guint s, guint end)
{
  g_autofree char *label = kith_finder_text(f, s, 0, end), *lower = g_utf8_strdown(label, -1);
  for (guint i = f->first[s]; i < f->first[s + 1]; i++)
    if (kith_found(f, i)->core_end == end && strlen(label) > 2)
      return i;
  for (guint i = 0; i < f->found->len; i++)
    if (are_initials(f, label, kith_found(f, i)) || is_named(lower, kith_found(f, i)))
      return i;
  return KITH_NONE;
}

static gboolean
is_mark(const KithWord *word)
{
  static const char *const marks[] = {"\"", "``", "\xE2\x80\x9C", "'", "\xE2\x80\x98"};
  for (guint k = 0; k < G_N_ELEMENTS(marks); k++)
    if (strcmp(word->form, marks[k]) == 0)
      return TRUE;
  return FALSE;
}

/* Whose words follow a colon, "The minister said:", at the sentence's end or behind the verb; KITH_NONE.
 * colon: where it is. */
static guint
announced(const KithFinder *f, guint s, guint *colon)
{
  const guint n = kith_finder_length(f, s);
  const KithWord *words = kith_finder_words(f, s);
  guint best = KITH_NONE;
  if (f->trees[s] == NULL || n < 3)
    return KITH_NONE;
  *colon = n - 1;
  for (guint i = f->first[s]; i < f->first[s + 1]; i++) {
    const guint head = kith_found(f, i)->m.head,
                verb = kith_finder_speaks(f, i) ? (guint)f->trees[s]->words[head].head : 0;
    if (verb <= head || verb + 1 >= n)
      continue;
    if (strcmp(words[verb + 1].form, ":") == 0 && (verb + 2 == n || !is_mark(&words[verb + 2]))) {
      *colon = verb + 1;
      return i;
    }
    best = strcmp(words[n - 1].form, ":") == 0 ? i : best;
  }
  return best;
}

/* Whether a paragraph, which begins with sentence s, has quotation marks of its own or tells of who has
 * spoken, so that the words before it have ended. */
static gboolean
ends_words(const KithFinder *f, guint s, guint speaker)
{
  const KithFound *who = kith_found(f, speaker);
  const KithWord *name = &kith_finder_words(f, who->m.sentence)[who->core_end - 1];
  const KithSentence *sentence = kith_document_sentence(f->doc, s);
  if (sentence->kind != KITH_SENTENCE_BODY || sentence->n_words == 0)
    return TRUE;
  if (is_mark(&kith_finder_words(f, s)[0]))
    return TRUE;
  for (guint at = s;
       at < f->doc->sentences->len && kith_document_sentence(f->doc, at)->paragraph == sentence->paragraph;
       at++)
    for (guint i = f->first[at]; i < f->first[at + 1]; i++) {
      const KithFound *found = kith_found(f, i);
      if (found->subject && found->m.kind != KITH_MENTION_PRONOUN &&
          strcmp(kith_finder_words(f, at)[found->core_end - 1].form, name->form) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether a sentence is inside a quotation from its first word to its last, but for a full stop. */
static gboolean
is_all_quoted(const KithWord *words, guint n, gboolean open)
{
  gboolean inside = open || (n > 0 && kith_words_quote(words, 0, 1, FALSE));
  guint last = n;
  while (last > 1 && words[last - 1].upos == KITH_PUNCT)
    last--;
  for (guint i = open ? 0 : 1; i < last && inside; i++)
    inside = kith_words_quote(words, i, i + 1, inside);
  return inside;
}

/* Who speaks in the quotation that the paragraph before sentence s leaves open: whose voice it is, or who
 * says something there last; KITH_NONE. */
static guint
left_speaking(const KithFinder *f, guint s)
{
  const guint paragraph = kith_document_sentence(f->doc, s - 1)->paragraph;
  for (guint k = s; k-- > 0 && kith_document_sentence(f->doc, k)->paragraph == paragraph;) {
    if (f->voices[k] != KITH_NONE)
      return f->voices[k];
    const guint speaker = speaker_in(f, k, KITH_NONE);
    if (speaker != KITH_NONE)
      return speaker;
  }
  return KITH_NONE;
}

/* Gives a sentence to a speaker, from a word on. */
static void
give_words(KithFinder *f, guint s, guint speaker, guint from)
{
  f->voices[s] = speaker;
  for (guint i = f->first[s]; i < f->first[s + 1]; i++)
    if (kith_found(f, i)->m.begin >= from)
      kith_found(f, i)->quoted = TRUE;
}

/* Whose words a paragraph's first sentence goes on with, that begins with a quotation mark: of who was
 * announced by the sentence before, or whose quotation the paragraph before leaves open; KITH_NONE. */
static guint
goes_on(const KithFinder *f, guint s, gboolean open, gboolean fresh, guint speaker)
{
  const KithSentence *sentence = kith_document_sentence(f->doc, s);
  if (s == 0 || sentence->n_words == 0 || sentence->kind != KITH_SENTENCE_BODY ||
      !kith_words_quote(kith_finder_words(f, s), 0, 1, FALSE))
    return KITH_NONE;
  return fresh ? speaker : open ? left_speaking(f, s) : KITH_NONE;
}

void
kith_finder_voices(KithFinder *f)
{
  const guint n = f->doc->sentences->len;
  const gboolean talk = is_talk(f);
  guint speaker = KITH_NONE, paragraph = KITH_NONE;
  gboolean line = FALSE;  /* the speaker is a label's, who has the word up to the next label */
  gboolean fresh = FALSE; /* he was announced by the sentence before */
  gboolean open = FALSE;  /* the sentence before has left a quotation open */
  gboolean marks = FALSE; /* the speaker has the word as long as that is so */
  for (guint s = 0; s < n; s++) {
    const KithSentence *sentence = kith_document_sentence(f->doc, s);
    const guint label = talk ? label_end(f, s) : 0;
    const gboolean begins = sentence->paragraph != paragraph;
    const guint going = begins && !talk ? goes_on(f, s, open, fresh, speaker) : KITH_NONE;
    if (label > 0) {
      speaker = labelled(f, s, label);
      line = TRUE;
    } else if (going != KITH_NONE) {
      speaker = going;
      marks = TRUE;
    } else if (marks ? begins || !open
                     : !line && speaker != KITH_NONE && (fresh || begins) && ends_words(f, s, speaker)) {
      speaker = KITH_NONE;
      marks = FALSE;
    }
    paragraph = sentence->paragraph;
    open &= !begins;
    const gboolean inside = is_all_quoted(kith_finder_words(f, s), sentence->n_words, open);
    open = kith_words_quote(kith_finder_words(f, s), 0, sentence->n_words, open);
    if (f->trees[s] == NULL)
      continue;
    if (speaker != KITH_NONE && (inside || !marks))
      give_words(f, s, speaker, label);
    guint colon = 0, next = line ? KITH_NONE : announced(f, s, &colon);
    fresh = next != KITH_NONE;
    for (guint i = f->first[s]; fresh && i < f->first[s + 1]; i++)
      kith_found(f, i)->quoted |= kith_found(f, i)->m.begin > colon;
    if (fresh) {
      speaker = next;
      marks = FALSE;
    }
  }
}
