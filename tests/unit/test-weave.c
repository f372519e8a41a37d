/* From an analysed document to its graph: who becomes an actor, what becomes one relation, and its evidence.
 */
#include <glib.h>
#include <string.h>

#include "graph/json.h"
#include "syntax/conllu.h"
#include "weave/weave.h"

/* Two sentences that say the same of two countries, one that denies it, one of people without a name and a
 * relation, and a plea. */
static const char text[] =
    "# newpar\n"
    "1\tChina\tChina\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tNE=B-LOC\n"
    "2\taccused\taccuse\tVERB\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
    "3\tJapan\tJapan\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tNE=B-LOC\n"
    "4\tof\tof\tSCONJ\tIN\t_\t5\tmark\t_\t_\n"
    "5\tspying\tspy\tVERB\tVBG\tVerbForm=Ger\t2\tadvcl\t_\tSpaceAfter=No\n"
    "6\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
    "\n"
    "1\tChina\tChina\tPROPN\tNNP\tNumber=Sing\t3\tnsubj\t_\tNE=B-LOC\n"
    "2\talso\talso\tADV\tRB\t_\t3\tadvmod\t_\t_\n"
    "3\taccused\taccuse\tVERB\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
    "4\tJapan\tJapan\tPROPN\tNNP\tNumber=Sing\t3\tobj\t_\tNE=B-LOC\n"
    "5\tof\tof\tADP\tIN\t_\t6\tcase\t_\t_\n"
    "6\ttheft\ttheft\tNOUN\tNN\tNumber=Sing\t3\tobl\t_\tSpaceAfter=No\n"
    "7\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
    "\n"
    "1\tJapan\tJapan\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tNE=B-LOC\n"
    "2\tdid\tdo\tAUX\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t4\taux\t_\t_\n"
    "3\tnot\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t_\t_\n"
    "4\taccuse\taccuse\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_\n"
    "5\tChina\tChina\tPROPN\tNNP\tNumber=Sing\t4\tobj\t_\tNE=B-LOC|SpaceAfter=No\n"
    "6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n"
    "1\tJapan\tJapan\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tNE=B-LOC\n"
    "2\taccused\taccuse\tVERB\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
    "3\tChina\tChina\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tNE=B-LOC|SpaceAfter=No\n"
    "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "1\tTourists\ttourist\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_\n"
    "2\tslept\tsleep\tVERB\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No\n"
    "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "1\tCanada\tCanada\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tNE=B-LOC|Boilerplate=Yes\n"
    "2\taccused\taccuse\tVERB\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\tBoilerplate=Yes\n"
    "3\tFrance\tFrance\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tNE=B-LOC|Boilerplate=Yes|SpaceAfter=No\n"
    "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tBoilerplate=Yes\n"
    "\n";

/* Actors of countries that the text names, and does not name. */
static const char lands[] =
    "# newpar\n"
    "1\tKenyan\tKenyan\tADJ\tJJ\tDegree=Pos\t2\tamod\t_\tNE=B-MISC\n"
    "2\tsoldiers\tsoldier\tNOUN\tNNS\tNumber=Plur\t3\tnsubj\t_\t_\n"
    "3\tattacked\tattack\tVERB\tVBD\tMood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
    "4\tChad\tChad\tPROPN\tNNP\tNumber=Sing\t3\tobj\t_\tNE=B-LOC|SpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "1\tThe\tthe\tDET\tDT\tDefinite=Def|PronType=Art\t2\tdet\t_\t_\n"
    "2\tarmy\tarmy\tNOUN\tNN\tNumber=Sing\t5\tnsubj\t_\t_\n"
    "3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_\n"
    "4\tPeru\tperu\tPROPN\tNNP\tNumber=Sing\t2\tnmod\t_\tNE=B-LOC\n"
    "5\tpraised\tpraise\tVERB\tVBD\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
    "6\tAna\tAna\tPROPN\tNNP\tNumber=Sing\t5\tobj\t_\tNE=B-PER\n"
    "7\tRoe\tRoe\tPROPN\tNNP\tNumber=Sing\t6\tflat\t_\tNE=I-PER|SpaceAfter=No\n"
    "8\t,\t,\tPUNCT\t,\t_\t10\tpunct\t_\t_\n"
    "9\tits\tits\tPRON\tPRP$\tCase=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs\t10\tnmod:"
    "poss\t_\t_\n"
    "10\tspokeswoman\tspokeswoman\tNOUN\tNN\tNumber=Sing\t6\tappos\t_\tSpaceAfter=No\n"
    "11\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_\n"
    "\n"
    "1\tShe\tshe\tPRON\tPRP\tCase=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs\t4\tnsubj\t_\t_\n"
    "2\tis\tbe\tAUX\tVBZ\tMood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin\t4\tcop\t_\t_\n"
    "3\tin\tin\tADP\tIN\t_\t4\tcase\t_\t_\n"
    "4\tFrance\tFrance\tPROPN\tNNP\tNumber=Sing\t0\troot\t_\tNE=B-LOC|SpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n";

/* Of whom only one can be head, and those whose names or companions tell where they are of. */
static const char heads[] =
    "# newpar\n"
    "1\tPresident\tPresident\tPROPN\tNNP\tNumber=Sing\t2\tnmod:desc\t_\t_\n"
    "2\tWeber\tWeber\tPROPN\tNNP\tNumber=Sing\t3\tnsubj\t_\tNE=B-PER\n"
    "3\twelcomed\twelcome\tVERB\tVBD\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
    "4\tKenyan\tKenyan\tADJ\tJJ\tDegree=Pos\t5\tamod\t_\tNE=B-MISC\n"
    "5\tleader\tleader\tNOUN\tNN\tNumber=Sing\t3\tobj\t_\t_\n"
    "6\tKeller\tKeller\tPROPN\tNNP\tNumber=Sing\t5\tappos\t_\tNE=B-PER|SpaceAfter=No\n"
    "7\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "1\tKenya\tKenya\tPROPN\tNNP\tNumber=Sing\t3\tnsubj\t_\tNE=B-LOC\n"
    "2\twas\tbe\tAUX\tVBD\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t3\tcop\t_\t_\n"
    "3\tcalm\tcalm\tADJ\tJJ\tDegree=Pos\t0\troot\t_\tSpaceAfter=No\n"
    "4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "1\tNairobi\tNairobi\tPROPN\tNNP\tNumber=Sing\t2\tcompound\t_\tNE=B-ORG\n"
    "2\tUniversity\tUniversity\tPROPN\tNNP\tNumber=Sing\t3\tnsubj\t_\tNE=I-ORG\n"
    "3\tpraised\tpraise\tVERB\tVBD\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
    "4\tHamas\tHamas\tPROPN\tNNP\tNumber=Sing\t5\tcompound\t_\tNE=B-ORG\n"
    "5\tfighters\tfighter\tNOUN\tNNS\tNumber=Plur\t3\tobj\t_\tSpaceAfter=No\n"
    "6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "1\tDoctors\tdoctor\tNOUN\tNNS\tNumber=Plur\t6\tnsubj\t_\t_\n"
    "2\tfrom\tfrom\tADP\tIN\t_\t5\tcase\t_\t_\n"
    "3\ttwo\ttwo\tNUM\tCD\tNumForm=Word|NumType=Card\t5\tnummod\t_\t_\n"
    "4\tDanish\tDanish\tADJ\tJJ\tDegree=Pos\t5\tamod\t_\tNE=B-MISC\n"
    "5\tcharities\tcharity\tNOUN\tNNS\tNumber=Plur\t1\tnmod\t_\t_\n"
    "6\tthanked\tthank\tVERB\tVBD\tMood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
    "7\tthem\tthey\tPRON\tPRP\tCase=Acc|Number=Plur|Person=3|PronType=Prs\t6\tobj\t_\tSpaceAfter=No\n"
    "8\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_\n"
    "\n";

typedef struct {
  KithGazetteer *gazetteer;
  KithLexicon *lexicon;
  KithDocument *document;
  KithGraph *graph;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *gazetteer = g_build_filename(g_getenv("KITH_DATA"), "gazetteer", NULL);
  g_autofree char *lexicon = g_build_filename(g_getenv("KITH_DATA"), "lexicon.tsv", NULL);
  f->gazetteer = kith_gazetteer_load(gazetteer, &error);
  g_assert_no_error(error);
  f->lexicon = kith_lexicon_load(lexicon, &error);
  g_assert_no_error(error);
  f->document = kith_conllu_read("spies", text, strlen(text), &error);
  g_assert_no_error(error);
  KithResources resources = {NULL, f->gazetteer, f->lexicon};
  f->graph = kith_weave(f->document, &resources, &error);
  g_assert_no_error(error);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  kith_graph_free(f->graph);
  kith_document_free(f->document);
  kith_lexicon_free(f->lexicon);
  kith_gazetteer_free(f->gazetteer);
}

/* The one relation of a class, polarity and source; fails where there is not just one. */
static const KithRelation *
only(const KithGraph *graph, KithClass class, KithPolarity polarity, const char *source)
{
  const KithRelation *found = NULL;
  for (guint i = 0; i < graph->relations->len; i++) {
    const KithRelation *r = kith_graph_relation(graph, i);
    if (r->class == class && r->polarity == polarity &&
        strcmp(kith_graph_actor(graph, r->source)->id, source) == 0) {
      g_assert_null(found);
      found = r;
    }
  }
  g_assert_nonnull(found);
  return found;
}

static void
test_actors(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpuint(f->graph->actors->len, ==, 2);
  const KithActor *china = kith_graph_actor(f->graph, 0);
  g_assert_cmpstr(china->id, ==, "china");
  g_assert_true(china->global);
  g_assert_cmpstr(china->code, ==, "CHN");
  g_assert_cmpint(china->type, ==, KITH_ACTOR_COUNTRY);
  g_assert_cmpuint(china->spans->len, ==, 4);
  g_assert_cmpstr(kith_graph_actor(f->graph, 1)->id, ==, "japan");
}

/* Each actor's code is as given, or none where that is NULL. */
static void
check_codes(const Fixture *f, const char *name, const char *conllu, const char *const (*codes)[2], guint n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithDocument) document = kith_conllu_read(name, conllu, strlen(conllu), &error);
  g_assert_no_error(error);
  KithResources resources = {NULL, f->gazetteer, f->lexicon};
  g_autoptr(KithGraph) graph = kith_weave(document, &resources, &error);
  g_assert_no_error(error);
  for (guint i = 0; i < n; i++) {
    const KithActor *found = NULL;
    for (guint j = 0; j < graph->actors->len; j++)
      if (strcmp(kith_graph_actor(graph, j)->label, codes[i][0]) == 0)
        found = kith_graph_actor(graph, j);
    g_assert_nonnull(found);
    g_assert_cmpstr(found->code, ==, codes[i][1]);
  }
}

/* The codes of countries: by an adjective, by membership, by a post in what is a member, by a name; not by
 * where one is, nor by a country that another heads. */
static void
test_codes(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const told[][2] = {
      {"Kenyan soldiers", "KEN"}, {"Chad", "TCD"}, {"army", "PER"}, {"Ana Roe", "PER"}, {"France", "FRA"}};
  static const char *const worded[][2] = {{"Weber", NULL},
                                          {"Keller", "KEN"},
                                          {"Nairobi University", "KEN"},
                                          {"Hamas", "PSE"},
                                          {"Doctors", "DNK"}};
  check_codes(f, "lands", lands, told, G_N_ELEMENTS(told));
  check_codes(f, "heads", heads, worded, G_N_ELEMENTS(worded));
}

/* Said twice: one relation with two sentences, surer than either; the denial is another, and so is the
 * reverse. */
static void
test_relations(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpuint(f->graph->relations->len, ==, 3);
  const KithRelation *said = only(f->graph, KITH_CLASS_ACCUSE, KITH_POSITIVE, "china");
  const KithRelation *denied = only(f->graph, KITH_CLASS_ACCUSE, KITH_NEGATIVE, "japan");
  g_assert_cmpuint(said->evidence->len, ==, 2);
  g_assert_cmpuint(only(f->graph, KITH_CLASS_ACCUSE, KITH_POSITIVE, "japan")->evidence->len, ==, 1);
  g_assert_cmpuint(denied->evidence->len, ==, 1);
  g_assert_cmpfloat(said->confidence, >, denied->confidence);
  g_assert_cmpfloat(said->confidence, <=, 1);
  g_assert_cmpstr(said->cameo, ==, "11");
  g_assert_nonnull(strstr(said->label, "accused"));
  g_assert_true(g_str_has_prefix(said->id, f->document->id));
  g_assert_nonnull(strstr(said->id, "/accuse-"));
}

static void
test_evidence(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const KithRelation *said = only(f->graph, KITH_CLASS_ACCUSE, KITH_POSITIVE, "china");
  const KithEvidence *first = g_ptr_array_index(said->evidence, 0);
  const KithEvidence *second = g_ptr_array_index(said->evidence, 1);
  g_assert_cmpstr(first->text, ==, "China accused Japan of spying.");
  g_assert_cmpstr(second->text, ==, "China also accused Japan of theft.");
  g_assert_cmpuint(first->begin_chars, ==, 0);
  g_assert_cmpuint(first->end_chars, ==, strlen(first->text));
}

static void
test_run(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_true(g_str_has_prefix(f->graph->run.tool, "kith "));
  g_assert_null(f->graph->run.model);
  g_assert_cmpstr(kith_graph_document(f->graph, 0)->text, ==, f->document->text);
}

/* Names in full and in part, a pronoun, an apposition, a capital that stands for its government and one that
 * does not. */
static const char reasons[] = "# newpar\n"
                              "1\tAda\tAda\tPROPN\tNNP\t_\t3\tnsubj\t_\tNE=B-PER\n"
                              "2\tVerne\tVerne\tPROPN\tNNP\t_\t1\tflat\t_\tNE=I-PER\n"
                              "3\tpraised\tpraise\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                              "4\tBo\tBo\tPROPN\tNNP\t_\t3\tobj\t_\tNE=B-PER\n"
                              "5\tLind\tLind\tPROPN\tNNP\t_\t4\tflat\t_\tNE=I-PER|SpaceAfter=No\n"
                              "6\t,\t,\tPUNCT\t,\t_\t8\tpunct\t_\t_\n"
                              "7\ta\ta\tDET\tDT\t_\t8\tdet\t_\t_\n"
                              "8\tlawyer\tlawyer\tNOUN\tNN\t_\t4\tappos\t_\tSpaceAfter=No\n"
                              "9\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
                              "\n"
                              "1\tLind\tLind\tPROPN\tNNP\t_\t2\tnsubj\t_\tNE=B-PER\n"
                              "2\tthanked\tthank\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                              "3\tMoscow\tMoscow\tPROPN\tNNP\t_\t2\tobj\t_\tNE=B-LOC|SpaceAfter=No\n"
                              "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
                              "\n"
                              "1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
                              "2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                              "3\tin\tin\tADP\tIN\t_\t4\tcase\t_\t_\n"
                              "4\tMoscow\tMoscow\tPROPN\tNNP\t_\t2\tobl\t_\tNE=B-LOC|SpaceAfter=No\n"
                              "5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
                              "\n"
                              "1\tRussia\tRussia\tPROPN\tNNP\t_\t2\tnsubj\t_\tNE=B-LOC\n"
                              "2\tpraised\tpraise\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                              "3\tVerne\tVerne\tPROPN\tNNP\t_\t2\tobj\t_\tNE=B-PER|SpaceAfter=No\n"
                              "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
                              "\n";

/* The reason of the mention with these words of the actor with this name; "" where it has none. */
static const char *
why(const KithGraph *graph, const char *name, const char *words)
{
  const KithActor *actor = kith_graph_actor(graph, kith_graph_find(graph, name, NULL));
  const char *all = kith_graph_document(graph, 0)->text;
  for (guint i = 0; i < actor->spans->len; i++) {
    const KithMentionSpan *span = &g_array_index(actor->spans, KithMentionSpan, i);
    if (strlen(words) == span->end_chars - span->begin_chars &&
        strncmp(all + span->begin_chars, words, strlen(words)) == 0)
      return span->why ? span->why : "";
  }
  g_error("%s is not mentioned as %s", name, words);
}

static void
test_reasons(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithDocument) document = kith_conllu_read("why", reasons, strlen(reasons), &error);
  g_assert_no_error(error);
  KithResources resources = {NULL, f->gazetteer, f->lexicon};
  g_autoptr(KithGraph) graph = kith_weave(document, &resources, &error);
  g_assert_no_error(error);
  g_assert_cmpstr(why(graph, "Bo Lind", "Bo Lind"), ==, "");
  g_assert_cmpstr(why(graph, "Bo Lind", "Lind"), ==, "last word of 'Bo Lind'");
  g_assert_cmpstr(why(graph, "Bo Lind", "He"), ==, "pronoun for 'Lind'");
  g_assert_cmpstr(why(graph, "Bo Lind", "a lawyer"), ==, "in apposition to 'Bo Lind'");
  g_assert_cmpstr(why(graph, "Ada Verne", "Verne"), ==, "last word of 'Ada Verne'");
  g_assert_cmpstr(why(graph, "Russia", "Moscow"), ==, "stands for the government: object of 'thanked'");
  g_assert_cmpstr(why(graph, "Russia", "Russia"), ==, "");
  g_assert_cmpstr(why(graph, "Moscow", "Moscow"), ==, "the place itself, not the government: after 'in'");
}

/* A post that names a department, and the country that it is of. */
static const char department[] = "# newpar\n"
                                 "1\tPentagon\tPentagon\tPROPN\tNNP\t_\t2\tcompound\t_\tNE=B-ORG\n"
                                 "2\tadviser\tadviser\tNOUN\tNN\t_\t3\tnmod:desc\t_\t_\n"
                                 "3\tAda\tAda\tPROPN\tNNP\t_\t5\tnsubj\t_\tNE=B-PER\n"
                                 "4\tVerne\tVerne\tPROPN\tNNP\t_\t3\tflat\t_\tNE=I-PER\n"
                                 "5\tpraised\tpraise\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                                 "6\tPeru\tPeru\tPROPN\tNNP\t_\t5\tobj\t_\tNE=B-LOC|SpaceAfter=No\n"
                                 "7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_\n"
                                 "\n"
                                 "1\tAmerica\tAmerica\tPROPN\tNNP\t_\t2\tnsubj\t_\tNE=B-LOC\n"
                                 "2\tpraised\tpraise\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                                 "3\tChile\tChile\tPROPN\tNNP\t_\t2\tobj\t_\tNE=B-LOC|SpaceAfter=No\n"
                                 "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
                                 "\n";

static void
test_departments(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KithDocument) document = kith_conllu_read("post", department, strlen(department), &error);
  g_assert_no_error(error);
  KithResources resources = {NULL, f->gazetteer, f->lexicon};
  g_autoptr(KithGraph) graph = kith_weave(document, &resources, &error);
  g_assert_no_error(error);
  const KithRelation *role = NULL;
  for (guint i = 0; i < graph->relations->len; i++)
    if (kith_graph_relation(graph, i)->class == KITH_CLASS_ROLE)
      role = kith_graph_relation(graph, i);
  g_assert_nonnull(role);
  g_assert_cmpstr(kith_graph_actor(graph, role->target)->id, ==, "united-states");
}

#define ADD(path, test) g_test_add("/weave/" path, Fixture, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  ADD("actors", test_actors);
  ADD("codes", test_codes);
  ADD("relations", test_relations);
  ADD("evidence", test_evidence);
  ADD("run", test_run);
  ADD("reasons", test_reasons);
  ADD("departments", test_departments);
  return g_test_run();
}
