#include "train/score.h"

#include <string.h>

#include "syntax/network.h"

KithDocument *
kith_corpus_document(const KithCorpus *corpus)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < corpus->words->len; i++) {
    g_string_append(text, g_array_index(corpus->words, KithGoldWord, i).form);
    g_string_append_c(text, ' ');
  }
  KithDocument *document = kith_document_new("corpus", text->str, text->len);
  gsize at = 0;
  for (guint i = 0; i < corpus->words->len; i++) {
    const char *form = g_array_index(corpus->words, KithGoldWord, i).form;
    gsize length = strlen(form);
    KithWord word = {.span = {at, at + length},
                     .form = kith_document_string(document, form, -1),
                     .head = KITH_HEAD_UNSET,
                     .flags = KITH_WORD_SPACE_BEFORE};
    at += length + 1;
    g_array_append_val(document->words, word);
  }
  for (guint s = 0; s < corpus->sentences->len; s++) {
    const KithGoldSentence *gold = kith_corpus_sentence(corpus, s);
    KithSentence sentence = {.first_word = gold->first, .n_words = gold->n, .paragraph = s};
    g_array_append_val(document->sentences, sentence);
  }
  return document;
}

/* Whether a name of a type begins at word i by its mask, and where it ends; 0 for none. */
static guint
gold_name(const KithGoldWord *words, guint n, guint i, guint *end)
{
  for (guint type = KITH_NAME_PER; type < KITH_NAME_MISC; type++) {
    if (words[i].names == 1u << kith_name_tag(type, 'S')) {
      *end = i + 1;
      return type;
    }
    if (words[i].names != 1u << kith_name_tag(type, 'B'))
      continue;
    *end = i + 1;
    while (*end < n && words[*end - 1].names != 1u << kith_name_tag(type, 'E'))
      ++*end;
    return type;
  }
  return 0;
}

static guint
found_name(const KithWord *words, guint n, guint i, guint *end)
{
  if (words[i].name == KITH_NAME_NONE || words[i].name == KITH_NAME_MISC ||
      !(words[i].flags & KITH_WORD_NAME_BEGIN))
    return 0;
  *end = i + 1;
  while (*end < n && words[*end].name == words[i].name && !(words[*end].flags & KITH_WORD_NAME_BEGIN))
    ++*end;
  return words[i].name;
}

static void
score_sentence(const KithGoldSentence *sentence, const KithGoldWord *gold, const KithWord *words,
               KithScore *score)
{
  for (guint i = 0; sentence->has_names && i < sentence->n; i++) {
    guint end = 0, other = 0, right = gold_name(gold, sentence->n, i, &end);
    guint given = found_name(words, sentence->n, i, &other);
    score->gold_names += right != 0;
    score->found_names += given != 0;
    score->right_names += right != 0 && right == given && end == other;
  }
  for (guint i = 0; sentence->has_tree && i < sentence->n; i++) {
    gboolean head = words[i].head == gold[i].head;
    score->words++;
    score->upos += words[i].upos == gold[i].upos;
    score->xpos += words[i].xpos != NULL && strcmp(words[i].xpos, gold[i].xpos) == 0;
    score->feats += words[i].feats != NULL && strcmp(words[i].feats, gold[i].feats) == 0;
    score->lemmas += strcmp(gold[i].lemma, "_") == 0 ||
                     (words[i].lemma != NULL && strcmp(words[i].lemma, gold[i].lemma) == 0);
    score->heads += head;
    score->labels += head && kith_deprel_universal(words[i].deprel) == kith_deprel_universal(gold[i].deprel);
  }
}

void
kith_score_document(const KithCorpus *corpus, const KithDocument *document, KithScore *score)
{
  for (guint s = 0; s < corpus->sentences->len; s++) {
    const KithGoldSentence *sentence = kith_corpus_sentence(corpus, s);
    score_sentence(sentence, kith_corpus_words(corpus, sentence),
                   &g_array_index(document->words, KithWord, sentence->first), score);
  }
}

KithScore
kith_score_model(const KithModel *model, const KithCorpus *corpus)
{
  KithScore score = {0};
  g_autoptr(KithDocument) document = kith_corpus_document(corpus);
  kith_model_analyze(model, document);
  kith_score_document(corpus, document, &score);
  return score;
}

double
kith_score_names(const KithScore *score)
{
  guint sum = score->gold_names + score->found_names;
  return sum == 0 ? 0 : 200.0 * score->right_names / sum;
}
