/* What the tree says to be one: appositions, titles, copulas, "the city of Raqqa", relative pronouns. */
#include <string.h>

#include "actor/finder.h"
#include "actor/kinds.h"

/* Whether two types can be one thing. */
static gboolean
types_agree(KithActorType a, KithActorType b)
{
  if (a == b)
    return TRUE;
  gboolean person = a == KITH_ACTOR_PERSON || b == KITH_ACTOR_PERSON;
  gboolean group = a == KITH_ACTOR_GROUP || b == KITH_ACTOR_GROUP;
  gboolean place = a == KITH_ACTOR_PLACE || b == KITH_ACTOR_PLACE;
  gboolean country = a == KITH_ACTOR_COUNTRY || b == KITH_ACTOR_COUNTRY;
  if (person)
    return FALSE;
  if (group)
    return !place && !country;
  return place ? country : country;
}

/* "Its owner, Acme", "Initech, the firm's biggest rival": a noun for persons that is a body's or country's
 * here. */
static gboolean
is_rival(const KithFound *noun, const KithFound *name)
{
  static const char *const states[] = {"neighbor", "neighbour",   "ally",    "enemy",    "member", "partner",
                                       "donor",    "contributor", "sponsor", "supplier", NULL};
  return noun->m.kind == KITH_MENTION_NOMINAL && name->m.kind == KITH_MENTION_NAME && !noun->plural &&
         noun->m.type == KITH_ACTOR_PERSON &&
         (name->m.type == KITH_ACTOR_ORGANIZATION || name->m.type == KITH_ACTOR_COUNTRY) &&
         (kith_noun_is_firm(noun->key) || g_strv_contains(states, noun->key));
}

gboolean
kith_finder_may_unite(const KithFinder *f, guint a, guint b)
{
  const KithFound *x = kith_found(f, a), *y = kith_found(f, b);
  if (is_rival(x, y) || is_rival(y, x))
    return TRUE;
  if (!types_agree(x->m.type, y->m.type))
    return FALSE;
  gboolean organization = x->m.type == KITH_ACTOR_ORGANIZATION || y->m.type == KITH_ACTOR_ORGANIZATION;
  if (x->plural != y->plural && !organization)
    return FALSE;
  return x->m.kind != KITH_MENTION_NAME || y->m.kind != KITH_MENTION_NAME;
}

void
kith_finder_unite(KithFinder *f, guint a, guint b)
{
  if (is_rival(kith_found(f, a), kith_found(f, b)))
    kith_cluster_retype(f, a, kith_found(f, b)->m.type);
  else if (is_rival(kith_found(f, b), kith_found(f, a)))
    kith_cluster_retype(f, b, kith_found(f, a)->m.type);
  kith_cluster_join(f, a, b);
}

static gboolean
has_given(const KithFinder *f, const KithFound *name)
{
  const KithWord *words = kith_finder_words(f, name->m.sentence);
  return name->m.begin < name->core_begin ||
         kith_gazetteer_given_name(f->gazetteer, words[name->core_begin].form, NULL);
}

/* Whether a description is of one body: "a company", "an environmental group". */
static gboolean
is_a_body(const KithFound *found)
{
  return (found->noun.kind == KITH_NOUN_ORGANIZATION && !found->plural) ||
         (found->noun.kind == KITH_NOUN_GROUP && !found->many && kith_body_kinds(found->key) != 0);
}

/* Gives a name of no known thing the type of what it is called in an apposition: "Green Harbour, a campaign
 * group". */
static void
learn_type(KithFinder *f, guint name, guint i)
{
  const KithFound *found = kith_found(f, i);
  KithFound *beside = kith_found(f, name);
  if (found->m.kind != KITH_MENTION_NOMINAL || beside->m.kind != KITH_MENTION_NAME || beside->entry != NULL ||
      kith_cluster_of(f, name)->typed || found->noun.doubtful || !is_a_body(found) ||
      (beside->m.type == KITH_ACTOR_PERSON && !beside->weak && has_given(f, beside)))
    return;
  KithActorType type = KITH_ACTOR_ORGANIZATION;
  kith_cluster_retype(f, name, type);
  kith_found(f, i)->m.type = type;
  kith_cluster_of(f, i)->type = type;
}

/* Whether what reads as an apposition is who speaks behind it: "They left a mess, the owner told the
 * paper".
 */
static gboolean
speaks_apart(const KithTree *tree, guint word)
{
  static const char *const speech[] = {"say",    "tell",     "add",    "claim", "inform",
                                       "report", "announce", "reveal", NULL};
  gint32 verb = tree->right[word] + 1, above = tree->words[word].head;
  while (verb < (gint32)tree->n && tree->words[verb].upos == KITH_PUNCT)
    verb++;
  return verb < (gint32)tree->n && tree->words[verb].deprel == KITH_DEP_PARATAXIS &&
         tree->words[above].deprel != KITH_DEP_APPOS && kith_word_in(&tree->words[verb], speech) &&
         kith_tree_child(tree, verb, KITH_DEP_NSUBJ) < 0;
}

static void
join_apposition(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence;
  const KithTree *tree = f->trees[s];
  const KithWord *word = &tree->words[found->m.head];
  if (word->head < 0)
    return;
  guint other = kith_finder_at_head(f, s, (guint)word->head);
  if (other == KITH_NONE || other == i)
    return;
  if (found->m.kind == KITH_MENTION_NOMINAL && found->m.type == KITH_ACTOR_ORGANIZATION &&
      kith_cluster_of(f, i)->named)
    return; /* it is what stands right before it */
  const KithFound *beside = kith_found(f, other);
  gboolean adjacent = found->m.kind == KITH_MENTION_NAME && beside->m.kind == KITH_MENTION_NOMINAL &&
                      found->core_begin == beside->m.head + 1;
  switch (word->deprel) {
  case KITH_DEP_APPOS:
    if (speaks_apart(tree, found->m.head))
      return;
    break;
  case KITH_DEP_FLAT:
  case KITH_DEP_COMPOUND:
  case KITH_DEP_NMOD_DESC:
  case KITH_DEP_NMOD_UNMARKED:
  case KITH_DEP_DEP:
  case KITH_DEP_NMOD:
    if (!adjacent)
      return;
    break;
  default:
    return;
  }
  gboolean firm = found->m.type == KITH_ACTOR_ORGANIZATION && kith_noun_is_firm(beside->key);
  if (adjacent && found->m.type != beside->m.type && !found->entry && !beside->plural && !firm)
    kith_found(f, i)->m.type = kith_cluster_of(f, i)->type = beside->m.type;
  if (word->deprel == KITH_DEP_APPOS) {
    learn_type(f, other, i);
    learn_type(f, i, other);
  }
  gboolean list = beside->many && found->m.kind == KITH_MENTION_NAME &&
                  kith_tree_child(tree, (gint32)found->m.head, KITH_DEP_CONJ) >= 0;
  if (!list && kith_finder_may_unite(f, i, other)) /* "its creditors, A and B" are both */
    kith_finder_unite(f, other, i);
}

static const char *const kinds_of_place[] = {
    "city",    "town",    "village",      "province", "state",       "region", "district", "republic",
    "kingdom", "island",  "municipality", "county",   "governorate", "suburb", "port",     "territory",
    "nation",  "country", "capital",      "area",     "department",  NULL};
static const char *const governments[] = {"government", "state", "kingdom", "republic", NULL};

/* The name that ends right before a word; KITH_NONE. */
static guint
ending_at(const KithFinder *f, guint s, guint word)
{
  for (guint j = f->first[s]; j < f->first[s + 1]; j++)
    if (kith_found(f, j)->m.kind == KITH_MENTION_NAME && kith_found(f, j)->core_end == word)
      return j;
  return KITH_NONE;
}

/* "the city of Raqqa", "the Government of Iraq". */
static void
join_of(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence;
  const KithTree *tree = f->trees[s];
  const KithWord *head = &tree->words[found->m.head];
  if (found->m.kind != KITH_MENTION_NOMINAL || found->plural)
    return;
  gboolean place = kith_word_in(head, kinds_of_place), government = kith_word_in(head, governments);
  if (!place && !government)
    return;
  guint before = place ? ending_at(f, s, found->m.head) : KITH_NONE;
  if (before != KITH_NONE && kith_found(f, before)->m.type == KITH_ACTOR_PLACE &&
      tree->words[kith_found(f, before)->m.head].deprel == KITH_DEP_COMPOUND) {
    kith_cluster_join(f, before, i); /* "Bergen province" */
    return;
  }
  for (gint32 c = kith_tree_first(tree, (gint32)found->m.head); c >= 0; c = kith_tree_next(tree, c)) {
    const KithWord *marker = tree->words[c].deprel == KITH_DEP_NMOD ? kith_finder_case(f, s, (guint)c) : NULL;
    guint other =
        marker != NULL && kith_word_is(marker, "of") ? kith_finder_at_head(f, s, (guint)c) : KITH_NONE;
    if (other == KITH_NONE || kith_found(f, other)->m.kind != KITH_MENTION_NAME)
      continue;
    static const char *const towns[] = {"city",   "town", "village", "municipality",
                                        "suburb", "port", "island",  NULL};
    if (kith_word_in(head, towns) && kith_found(f, other)->entry == NULL &&
        kith_found(f, other)->m.type == KITH_ACTOR_PERSON)
      kith_cluster_retype(f, other, KITH_ACTOR_PLACE);
    KithActorType type = kith_found(f, other)->m.type;
    gboolean city = (found->noun.kind == KITH_NOUN_PLACE || kith_word_is(head, "state") ||
                     kith_word_is(head, "department")) &&
                    type == KITH_ACTOR_PLACE && !kith_word_is(head, "capital");
    if (city || (type == KITH_ACTOR_COUNTRY &&
                 !kith_word_in(head, (const char *[]){"city", "town", "village", "province", "region",
                                                      "district", "capital", "area", "suburb", NULL})))
      kith_cluster_join(f, other, i);
    return;
  }
}

/* Whether a person's name has no word that tells one: "Xul Sol", which may be a firm. */
static gboolean
is_strange_person(const KithFinder *f, guint name)
{
  const KithFound *found = kith_found(f, name);
  const KithCluster *cluster = kith_cluster_of(f, name);
  return found->m.kind == KITH_MENTION_NAME && cluster->type == KITH_ACTOR_PERSON &&
         cluster->gender == KITH_GENDER_UNKNOWN && cluster->entry == NULL && !has_given(f, found);
}

/* A relative pronoun and what its clause hangs on. */
static void
join_relative(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence;
  const KithTree *tree = f->trees[s];
  gint32 at = (gint32)found->m.head;
  for (guint step = 0; step < 12 && at >= 0; step++) {
    if (tree->words[at].deprel == KITH_DEP_ACL_RELCL) {
      gint32 head = tree->words[at].head;
      guint other = head >= 0 ? kith_finder_at_head(f, s, (guint)head) : KITH_NONE;
      if (other != KITH_NONE && other != i) {
        if (strcmp(found->key, "which") == 0 &&
            (kith_cluster_is_weak(f, other) || is_strange_person(f, other)))
          kith_cluster_retype(f, other, KITH_ACTOR_ORGANIZATION); /* "Acme, which ..." is nobody */
        kith_cluster_of(f, i)->type = kith_found(f, other)->m.type;
        kith_found(f, i)->m.type = kith_found(f, other)->m.type;
        kith_found(f, i)->plural = kith_found(f, other)->plural;
        kith_cluster_join(f, other, i);
      }
      return;
    }
    at = tree->words[at].head;
  }
}

static const char *const naming_verbs[] = {"name",  "call",     "label",    "dub",      "know",
                                           "title", "entitle",  "nickname", "identify", "consider",
                                           "deem",  "describe", "regard",   NULL};

/* Of these those that give a second name. */
static const char *const other_names[] = {"name", "call", "dub", "know", "nickname", NULL};

/* The word by which a name hangs on the verb that gives it: "researchers" in "known to researchers as Xul";
 * the name's own where it is not so. KITH_NONE where another preposition tells that it is none: "identified
 * by police". */
static guint
named_by(const KithFinder *f, guint s, guint head)
{
  const KithWord *words = f->trees[s]->words;
  const KithWord *marker = kith_finder_case(f, s, head);
  gint32 up = words[head].head;
  if (marker == NULL || words[head].deprel == KITH_DEP_XCOMP || words[head].deprel == KITH_DEP_OBJ)
    return head;
  if (!kith_word_is(marker, "as"))
    return KITH_NONE;
  return words[head].deprel == KITH_DEP_NMOD && up >= 0 && words[up].deprel == KITH_DEP_OBL ? (guint)up
                                                                                            : head;
}

/* The one body whose description ends with the comma before a verb that gives it a name; KITH_NONE. */
static guint
body_before(const KithFinder *f, guint name, guint verb)
{
  guint s = kith_found(f, name)->m.sentence;
  for (guint j = f->first[s]; j < name; j++) {
    const KithFound *c = kith_found(f, j);
    if (c->m.kind == KITH_MENTION_NOMINAL && !c->many && c->m.type == KITH_ACTOR_ORGANIZATION &&
        c->m.end + 1 == verb && c->m.head + 1 == c->m.end)
      return j;
  }
  return KITH_NONE;
}

/* "a user labelled 'Anonymous'", "Weber, considered the architect". */
static void
join_named(KithFinder *f, guint i)
{
  const KithFound *found = kith_found(f, i);
  guint s = found->m.sentence;
  const KithTree *tree = f->trees[s];
  guint by = named_by(f, s, found->m.head);
  gint32 verb = by != KITH_NONE ? tree->words[by].head : -1;
  if (verb < 0 || !kith_word_in(&tree->words[verb], naming_verbs) || (guint)verb > found->m.head ||
      tree->words[verb].xpos == NULL ||
      (strcmp(tree->words[verb].xpos, "VBN") != 0 && strcmp(tree->words[verb].xpos, "VBD") != 0))
    return;
  KithDeprel role = (KithDeprel)tree->words[by].deprel;
  if (role != KITH_DEP_XCOMP && role != KITH_DEP_OBJ && role != KITH_DEP_OBL)
    return;
  gint32 head = tree->words[verb].head;
  guint other = KITH_NONE;
  if (tree->words[verb].deprel == KITH_DEP_ACL)
    other = head >= 0 ? kith_finder_at_head(f, s, (guint)head) : KITH_NONE;
  else if (verb > 1 && strcmp(tree->words[verb - 1].form, ",") == 0)
    other = ending_at(f, s, (guint)verb - 1);
  guint nearer =
      other != KITH_NONE && kith_found(f, other)->many ? body_before(f, i, (guint)verb) : KITH_NONE;
  if (nearer != KITH_NONE)
    other = nearer; /* "soldiers of the U.N. mission, known as UNX" */
  /* "hackers known as Xul" are one, as "a group called Xul" is */
  gboolean body = found->m.kind == KITH_MENTION_NAME && kith_word_in(&tree->words[verb], other_names);
  if (other == KITH_NONE || (kith_found(f, other)->plural != found->plural && !body))
    return;
  if (found->m.kind == KITH_MENTION_NOMINAL) {
    if (kith_finder_may_unite(f, other, i))
      kith_cluster_join(f, other, i);
    return;
  }
  if (kith_found(f, other)->m.kind == KITH_MENTION_NAME) {
    /* "the National Institute, known as NI" */
    if (kith_word_in(&tree->words[verb], other_names) &&
        types_agree(kith_found(f, other)->m.type, found->m.type))
      kith_cluster_join(f, other, i);
    return;
  }
  kith_found(f, i)->m.type = kith_found(f, other)->m.type;
  kith_cluster_of(f, i)->type = kith_found(f, other)->m.type;
  kith_cluster_join(f, other, i);
}

static gboolean
is_form(const KithTree *tree, guint word, const char *form)
{
  return word < tree->n && strcmp(tree->words[word].form, form) == 0;
}

static const char *
last_of(const char *key)
{
  const char *space = strrchr(key, ' ');
  return space != NULL ? space + 1 : key;
}

static gboolean
is_person(const KithFound *found, KithMentionKind kind)
{
  return found->m.kind == kind && found->m.type == KITH_ACTOR_PERSON && !found->plural;
}

/* The word behind a description, brackets and closing quotation marks passed over. */
static guint
behind(const KithTree *tree, guint end)
{
  if (is_form(tree, end, "("))
    for (guint i = end; i < tree->n && i < end + 12; i++)
      if (is_form(tree, i, ")")) {
        end = i + 1;
        break;
      }
  while (is_form(tree, end, "\"") || is_form(tree, end, "”"))
    end++;
  return end;
}

/* "A strident opponent of the war, Khan has ...": a description that opens the sentence, and its subject. */
static gboolean
opens_for(const KithTree *tree, const KithFound *other, const KithFound *name)
{
  if (other->m.begin > 1 || !name->subject || name->m.begin < 2 || other->m.head >= name->m.begin)
    return FALSE;
  guint comma = name->m.begin - 1;
  while (comma > other->m.head && (is_form(tree, comma, "\"") || is_form(tree, comma, "”")))
    comma--;
  if (!is_form(tree, comma, ","))
    return FALSE;
  for (guint i = other->m.head + 1; i < comma; i++)
    if (tree->words[i].upos == KITH_AUX ||
        (tree->words[i].upos == KITH_VERB && tree->words[i].deprel != KITH_DEP_AMOD &&
         tree->words[i].deprel != KITH_DEP_ACL))
      return FALSE;
  return TRUE;
}

/* "Deputy Secretary of State Wendy Sherman": an office right before a name, both without a mark between them.
 */
static gboolean
is_office_of(const KithFinder *f, const KithFound *other, const KithFound *name)
{
  const KithTree *tree = f->trees[name->m.sentence];
  if (other->m.head + 1 == name->core_begin)
    return TRUE;
  if (other->m.head >= name->core_begin || other->m.head + 7 < name->core_begin)
    return FALSE;
  const KithWord *next = &tree->words[other->m.head + 1];
  if (!kith_word_is(next, "of") && !kith_word_is(next, "for") && !kith_word_is(next, "to"))
    return FALSE;
  const KithWord *before = &tree->words[name->core_begin - 1];
  g_autofree char *trade = kith_word_lemma(before);
  static const char *const kin[] = {"mother", "father",   "wife",        "husband",     "widow",  "widower",
                                    "son",    "daughter", "sister",      "brother",     "uncle",  "aunt",
                                    "cousin", "nephew",   "niece",       "parent",      "friend", "fiancee",
                                    "fiance", "grandson", "grandmother", "grandfather", NULL};
  if (before->upos == KITH_NOUN &&
      (kith_gazetteer_noun(f->gazetteer, trade).kind == KITH_NOUN_PERSON || g_strv_contains(kin, other->key)))
    return FALSE; /* "the mother of judoka Jane Roe": she is the judoka */
  for (guint i = other->m.head + 1; i < name->core_begin; i++)
    if (tree->words[i].upos == KITH_PUNCT || tree->words[i].upos == KITH_VERB ||
        tree->words[i].upos == KITH_AUX ||
        (i + 1 == name->core_begin && tree->words[i].upos != KITH_PROPN && tree->words[i].upos != KITH_NOUN))
      return FALSE;
  return TRUE;
}

/* "the company Initech", "the magazine Metropole", "the schools Saint Mark and Saint Luke": a noun that
 * tells what the name right behind it is. */
static void
join_kind(KithFinder *f, guint i)
{
  KithFound *name = kith_found(f, i);
  guint s = name->m.sentence;
  const KithTree *tree = f->trees[s];
  for (guint j = f->first[s]; j < f->first[s + 1]; j++) {
    KithFound *other = kith_found(f, j);
    guint begin = name->core_begin;
    while (begin > 0 && (is_form(tree, begin - 1, "\"") || is_form(tree, begin - 1, "“")))
      begin--;
    const KithWord *marker = kith_finder_case(f, s, name->m.head);
    gboolean inside = marker != NULL && (guint)(marker - tree->words) >= other->m.begin;
    gboolean firm = other->noun.kind == KITH_NOUN_ORGANIZATION || is_a_body(other) ||
                    kith_noun_is_firm(other->key) || strcmp(other->key, "opposition") == 0;
    if (other->m.kind != KITH_MENTION_NOMINAL || other->m.head + 1 != begin || !firm ||
        (!other->definite && (name->m.type != KITH_ACTOR_PERSON || !name->weak)) ||
        (kith_noun_is_firm(other->key) && name->m.type == KITH_ACTOR_PERSON && !name->weak) || inside)
      continue;
    if (!other->many)
      other->m.type = kith_cluster_of(f, j)->type = KITH_ACTOR_ORGANIZATION;
    name->m.type = kith_cluster_of(f, i)->type = KITH_ACTOR_ORGANIZATION;
    if (!other->many)
      kith_cluster_join(f, j, i);
    return;
  }
}

/* Whether a relative clause begins at a word: "which", "to which", "based in". */
static gboolean
opens_clause(const KithTree *tree, guint word)
{
  if (word < tree->n && tree->words[word].deprel == KITH_DEP_ACL &&
      g_strcmp0(tree->words[word].xpos, "VBN") == 0)
    return TRUE;
  for (guint i = word; i < MIN(word + 2, tree->n); i++)
    if (tree->words[i].xpos != NULL && tree->words[i].xpos[0] == 'W')
      return TRUE;
    else if (tree->words[i].upos != KITH_ADP)
      return FALSE;
  return FALSE;
}

/* Whether what stands between a description and a comma tells where it is: "an exile group based in Lima,".
 */
static gboolean
is_based_between(const KithTree *tree, guint begin, guint comma)
{
  static const char *const seated[] = {"base", "headquarter", "locate", NULL};
  return comma > begin + 2 && comma < begin + 7 && kith_word_in(&tree->words[begin], seated) &&
         kith_word_is(&tree->words[begin + 1], "in");
}

/* "A marketing firm in Oslo, Blue Harbour, ...": what a body is, where, and its name, which the tree hangs on
 * the place. */
static void
join_placed(KithFinder *f, guint i)
{
  const KithFound *name = kith_found(f, i);
  guint s = name->m.sentence;
  const KithTree *tree = f->trees[s];
  gint32 place = tree->words[name->m.head].head;
  if (name->entry != NULL || name->m.begin == 0 || !is_form(tree, name->m.begin - 1, ",") || place < 0 ||
      (!is_form(tree, name->m.end, ",") && !is_form(tree, name->m.end, ".")) ||
      name->m.begin != name->core_begin ||
      (name->m.type == KITH_ACTOR_PLACE && name->core_end - name->core_begin < 2))
    return;
  for (guint j = f->first[s]; j < i; j++) {
    const KithFound *other = kith_found(f, j);
    gboolean based = is_a_body(other) && is_based_between(tree, other->m.end, name->m.begin - 1);
    if (other->m.kind != KITH_MENTION_NOMINAL || other->many || other->noun.doubtful ||
        kith_cluster_of(f, j)->named ||
        !(based || (other->m.end + 1 == name->m.begin && other->noun.kind == KITH_NOUN_ORGANIZATION &&
                    place > (gint32)other->m.head && place < (gint32)other->m.end)))
      continue;
    kith_cluster_retype(f, i, KITH_ACTOR_ORGANIZATION);
    kith_cluster_join(f, j, i);
    return;
  }
}

/* "Green Harbour, a campaign group, held": a body's name and, between commas, what it is, wherever the tree
 * hangs that. */
static void
join_body_beside(KithFinder *f, guint i)
{
  const KithFound *name = kith_found(f, i);
  guint s = name->m.sentence;
  const KithTree *tree = f->trees[s];
  if (name->entry != NULL || !is_form(tree, name->m.end, ","))
    return;
  for (guint j = f->first[s]; j < f->first[s + 1]; j++) {
    const KithFound *other = kith_found(f, j);
    if (other->m.kind != KITH_MENTION_NOMINAL || other->m.begin != name->m.end + 1 || other->many ||
        other->subject || other->noun.doubtful ||
        (other->noun.kind != KITH_NOUN_ORGANIZATION && kith_body_kinds(other->key) == 0 &&
         !kith_noun_is_firm(other->key)) ||
        !(is_form(tree, other->m.end, ",") || is_form(tree, other->m.end, ".") ||
          opens_clause(tree, other->m.end)) ||
        (tree->words[other->m.head].deprel == KITH_DEP_CONJ && !opens_clause(tree, other->m.end)) ||
        kith_cluster_of(f, j)->named)
      continue;
    learn_type(f, i, j);
    if (kith_noun_is_firm(other->key) && name->m.type == KITH_ACTOR_PLACE &&
        kith_finder_case(f, s, name->m.head) == NULL)
      kith_cluster_retype(f, i, KITH_ACTOR_ORGANIZATION);
    if (kith_finder_may_unite(f, i, j))
      kith_finder_unite(f, i, j);
    return;
  }
}

/* "Her party, the Green Front, and": what somebody's is, and its name between commas, though the tree has a
 * list. */
static void
join_owned_beside(KithFinder *f, guint i)
{
  const KithFound *name = kith_found(f, i);
  guint s = name->m.sentence, comma = name->m.begin;
  const KithTree *tree = f->trees[s];
  if (name->m.type == KITH_ACTOR_PERSON || name->entry != NULL || comma < 2 ||
      !is_form(tree, comma - 1, ",") ||
      !(is_form(tree, name->m.end, ",") || is_form(tree, name->m.end, ".") ||
        is_form(tree, name->m.end, "(")))
    return;
  for (guint j = f->first[s]; j < i; j++) {
    const KithFound *other = kith_found(f, j);
    guint wanted = kith_body_kinds(other->key), kinds = kith_finder_kinds(f, i);
    if (name->told && is_rival(other, name) && other->definite && other->m.end == comma - 1 &&
        !kith_cluster_of(f, j)->named) {
      kith_finder_unite(f, i, j); /* "the owner of the ship, Acme Ltd," */
      return;
    }
    if (other->m.kind == KITH_MENTION_NOMINAL && other->m.end == comma - 1 && !other->plural &&
        (wanted != 0 || other->noun.kind == KITH_NOUN_ORGANIZATION) &&
        (kinds == 0 || wanted == 0 ? name->m.type == KITH_ACTOR_ORGANIZATION : (kinds & wanted) != 0) &&
        !kith_cluster_of(f, j)->named &&
        kith_tree_child(tree, (gint32)other->m.head, KITH_DEP_NMOD_POSS) >= 0) {
      kith_cluster_retype(f, i, KITH_ACTOR_ORGANIZATION);
      kith_cluster_join(f, i, j);
      return;
    }
  }
}

/* "The governor of Arequipa, Xul Roe, ...": what the tagger has as a place or body is the person whose office
 * stands right before it. */
static void
learn_person(KithFinder *f, guint i)
{
  const KithFound *name = kith_found(f, i);
  guint s = name->m.sentence;
  const KithTree *tree = f->trees[s];
  if (name->entry != NULL || name->m.type == KITH_ACTOR_PERSON || name->core_end - name->core_begin < 2 ||
      name->core_end - name->core_begin > 3 || name->m.begin != name->core_begin || name->m.begin == 0 ||
      !is_form(tree, name->m.begin - 1, ",") ||
      kith_gazetteer_noun(f->gazetteer, last_of(name->key)).kind != KITH_NOUN_UNKNOWN)
    return;
  for (guint j = f->first[s]; j < i; j++) {
    const KithFound *other = kith_found(f, j);
    const KithWord *last = &tree->words[other->m.end - 1];
    if (other->m.kind != KITH_MENTION_NOMINAL || other->m.end + 1 != name->m.begin || other->plural ||
        other->m.type != KITH_ACTOR_PERSON || !other->noun.listed || !other->definite ||
        kith_noun_is_firm(other->key) || kith_cluster_of(f, j)->named)
      continue;
    g_autofree char *lemma = kith_word_lemma(last);
    if (kith_gazetteer_noun(f->gazetteer, lemma).kind == KITH_NOUN_PLACE)
      continue;
    kith_cluster_retype(f, i, KITH_ACTOR_PERSON);
    return;
  }
}

/* What stands side by side, however the tree has it: "spokesman John Roe"; "the president, Jane
 * Roe,"; "Max Weber, undersecretary, said". */
static void
join_beside(KithFinder *f, guint i)
{
  const KithFound *name = kith_found(f, i);
  guint s = name->m.sentence;
  const KithTree *tree = f->trees[s];
  if (name->m.kind == KITH_MENTION_NAME && name->m.type != KITH_ACTOR_COUNTRY &&
      (name->entry == NULL || name->entry->type == KITH_ACTOR_ORGANIZATION))
    join_kind(f, i);
  if (name->m.kind == KITH_MENTION_NAME) {
    join_body_beside(f, i);
    join_placed(f, i);
    join_owned_beside(f, i);
    learn_person(f, i);
  }
  if (!is_person(name, KITH_MENTION_NAME))
    return;
  for (guint j = f->first[s]; j < f->first[s + 1]; j++) {
    const KithFound *other = kith_found(f, j);
    if (!is_person(other, KITH_MENTION_NOMINAL) || kith_cluster_of(f, j)->named)
      continue;
    guint end = behind(tree, other->m.end), begin = name->m.begin;
    while (begin > end + 1 && begin + 3 > name->m.begin && tree->words[begin - 1].upos != KITH_PUNCT)
      begin--; /* "the Very Rev. Jane Roe" */
    gboolean before =
        is_office_of(f, other, name) ||
        (is_form(tree, end, ",") && begin == end + 1 && (other->definite || (other->subject)) &&
         (is_form(tree, name->m.end, ",") || is_form(tree, name->m.end, ".") || name->subject)) ||
        opens_for(tree, other, name);
    gboolean after = is_form(tree, name->m.end, ",") && other->m.begin == name->m.end + 1 &&
                     (!other->subject || other->indefinite) &&
                     (is_form(tree, end, ",") || is_form(tree, end, ".") || is_form(tree, end, ";")) &&
                     !is_form(tree, end + 1, "and");
    if ((before || after) && kith_cluster_join(f, j, i))
      return;
  }
}

void
kith_finder_resolve_syntax(KithFinder *f)
{
  for (guint i = 0; i < f->found->len; i++) {
    const KithFound *found = kith_found(f, i);
    if (found->m.kind == KITH_MENTION_PRONOUN) {
      if (found->person == 0)
        join_relative(f, i);
      continue;
    }
    join_apposition(f, i);
    kith_finder_join_predicates(f, i);
    join_of(f, i);
    join_named(f, i);
    kith_finder_join_alias(f, i);
    join_beside(f, i);
  }
}
