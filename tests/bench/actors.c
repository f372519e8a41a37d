/* Prints the entities of texts as kith's JSON, without relations: what tools/score_graph.py needs to score
 * the actors alone. Unnamed entities that do not act are left out, as the graph leaves out those that no
 * relation has.
 *
 * usage: actors [--all] [--mentions] [--chains] GAZETTEER MODEL|- FILE...     ('-': the files are CoNLL-U) */
#include <stdio.h>
#include <string.h>

#include "actor/entities.h"
#include "base/file.h"
#include "syntax/analyzer.h"
#include "syntax/conllu.h"
#include "text/reader.h"
#include "train/coreference.h"

static void
print_string(const char *s)
{
  putchar('"');
  for (; *s; s++)
    if (*s == '"' || *s == '\\')
      printf("\\%c", *s);
    else if ((guchar)*s < 0x20)
      printf("\\u%04x", *s);
    else
      putchar(*s);
  putchar('"');
}

static void
print_entities(const KithEntities *entities, gboolean all)
{
  const char *comma = "";
  printf("{\"actors\": [");
  for (guint i = 0; i < entities->entities->len; i++) {
    const KithEntity *entity = g_ptr_array_index(entities->entities, i);
    if (!all && ((!entity->named && !entity->acts) || entity->members->len > 0))
      continue;
    printf("%s\n {\"id\": \"%u\", \"type\": \"%s\", \"label\": ", comma, i,
           kith_actor_type_name(entity->type));
    print_string(entity->label);
    printf(", \"named\": %s, \"country\": %d, \"members\": [", entity->named ? "true" : "false",
           entity->country == KITH_NONE ? -1 : (int)entity->country);
    for (guint k = 0; k < entity->members->len; k++)
      printf("%s\"%u\"", k ? ", " : "", g_array_index(entity->members, guint, k));
    printf("], \"aliases\": [");
    for (guint k = 0; k < entity->aliases->len; k++) {
      printf(k ? ", " : "");
      print_string(g_ptr_array_index(entity->aliases, k));
    }
    printf("]}");
    comma = ",";
  }
  printf("\n], \"relations\": []}\n");
}

/* A line a mention: sentence, words, kind, entity and its label. */
static void
print_mentions(const KithDocument *document, const KithEntities *entities)
{
  for (guint i = 0; i < entities->mentions->len; i++) {
    const KithMention *m = &g_array_index(entities->mentions, KithMention, i);
    const KithEntity *entity = g_ptr_array_index(entities->entities, m->entity);
    const KithWord *words = kith_document_words(document, kith_document_sentence(document, m->sentence));
    gsize begin = words[m->begin].span.begin;
    g_autofree char *text = g_strndup(document->text + begin, words[m->end - 1].span.end - begin);
    g_strdelimit(text, "\n", ' ');
    printf("%u\t%u-%u\t%u\t%u\t%s\t%u\t%s\t%s%s\n", m->sentence, m->begin, m->end, m->head, (guint)m->kind,
           kith_actor_type_name(m->type), m->entity, text, entity->label, m->metonym ? "\tmetonym" : "");
  }
}

/* A line a link of a chain: characters, white space not counted; chain, kind, type, text. */
static void
print_chains(const KithDocument *document, const KithGazetteer *gazetteer)
{
  g_autofree guint *positions = kith_document_positions(document);
  g_autoptr(GArray) links = kith_entities_chains(document, gazetteer);
  for (guint i = 0; i < links->len; i++) {
    const KithChainLink *link = &g_array_index(links, KithChainLink, i);
    const KithWord *words = kith_document_words(document, kith_document_sentence(document, link->sentence));
    KithSpan span = {words[link->begin].span.begin, words[link->end - 1].span.end};
    g_autofree char *text = g_strndup(document->text + span.begin, span.end - span.begin);
    g_strdelimit(text, "\n\t", ' ');
    printf("%u\t%u\t%u\t%u\t%s\t%s\n", positions[span.begin], positions[span.end], link->chain,
           (guint)link->kind, kith_actor_type_name(link->type), text);
  }
}

int
main(int argc, char **argv)
{
  gboolean all = FALSE, mentions = FALSE, chains = FALSE;
  for (; argc > 1 && strncmp(argv[1], "--", 2) == 0; argv++, argc--)
    if (strcmp(argv[1], "--all") == 0)
      all = TRUE;
    else if (strcmp(argv[1], "--chains") == 0)
      chains = TRUE;
    else
      mentions = TRUE;
  if (argc < 4)
    return fprintf(stderr, "usage: actors [--all] [--mentions] [--chains] GAZETTEER MODEL|- FILE...\n"), 2;
  g_autoptr(GError) error = NULL;
  g_autoptr(KithGazetteer) gazetteer = kith_gazetteer_load(argv[1], &error);
  gboolean given = strcmp(argv[2], "-") == 0;
  g_autoptr(KithModel) model = gazetteer && !given ? kith_model_load(argv[2], &error) : NULL;
  for (int i = 3; i < argc && error == NULL; i++) {
    g_autoptr(GBytes) bytes = kith_file_read(argv[i], KITH_DEFAULT_MAX_SIZE, &error);
    if (bytes == NULL)
      break;
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_autoptr(KithDocument) document =
        given ? kith_conllu_read(argv[i], data, size, &error) : kith_text_read(argv[i], data, size, &error);
    if (document == NULL)
      break;
    if (!given)
      kith_model_analyze(model, document);
    gint64 start = g_get_monotonic_time();
    g_autoptr(KithEntities) entities = kith_entities_find(document, gazetteer);
    fprintf(stderr, "%s: %u words, %" G_GINT64_FORMAT " us\n", argv[i], document->words->len,
            g_get_monotonic_time() - start);
    if (chains)
      print_chains(document, gazetteer);
    else if (mentions)
      print_mentions(document, entities);
    else
      print_entities(entities, all);
  }
  if (error != NULL)
    return fprintf(stderr, "%s\n", error->message), 1;
  return 0;
}
