/* Entities of sentences of tests/data/actor with given trees, for the tests of src/actor. */
#pragma once

#include <glib.h>
#include <string.h>

#include "actor/entities.h"
#include "actor/kinds.h"
#include "base/file.h"
#include "syntax/conllu.h"

static KithGazetteer *gazetteer;

typedef struct {
  KithDocument *document;
  KithEntities *entities;
} Case;

static inline void
case_open(Case *c, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *file = g_strconcat(name, ".conllu", NULL);
  g_autofree char *path = g_test_build_filename(G_TEST_DIST, "data", "actor", file, NULL);
  g_autoptr(GBytes) bytes = kith_file_read(path, KITH_DEFAULT_MAX_SIZE, &error);
  g_assert_no_error(error);
  gsize size;
  const char *data = g_bytes_get_data(bytes, &size);
  c->document = kith_conllu_read(name, data, size, &error);
  g_assert_no_error(error);
  c->entities = kith_entities_find(c->document, gazetteer);
  g_assert_nonnull(c->entities);
}

static inline void
case_close(Case *c)
{
  kith_entities_free(c->entities);
  kith_document_free(c->document);
}

/* The mention at the nth word (from 0) with a form in a sentence; KITH_NONE. */
static inline guint
mention_at(const Case *c, guint sentence, const char *form, guint nth)
{
  const KithSentence *s = kith_document_sentence(c->document, sentence);
  const KithWord *words = kith_document_words(c->document, s);
  for (guint i = 0; i < s->n_words; i++)
    if (strcmp(words[i].form, form) == 0 && nth-- == 0)
      return kith_entities_mention_at(c->entities, sentence, i);
  g_test_message("no '%s' in sentence %u", form, sentence);
  g_test_fail();
  return KITH_NONE;
}

/* The entity at a word; NULL. */
static inline KithEntity *
entity_at(const Case *c, guint sentence, const char *form)
{
  guint mention = mention_at(c, sentence, form, 0);
  if (mention == KITH_NONE)
    return NULL;
  guint entity = g_array_index(c->entities->mentions, KithMention, mention).entity;
  g_assert_cmpuint(entity, <, c->entities->entities->len);
  return g_ptr_array_index(c->entities->entities, entity);
}

static inline void
assert_entity(const Case *c, guint sentence, const char *form, const char *label, KithActorType type)
{
  KithEntity *entity = entity_at(c, sentence, form);
  if (entity == NULL)
    g_test_message("nobody at '%s'", form);
  g_assert_nonnull(entity);
  g_assert_cmpstr(entity->label, ==, label);
  g_assert_cmpstr(kith_actor_type_name(entity->type), ==, kith_actor_type_name(type));
}

static inline gboolean
has_alias(const KithEntity *entity, const char *alias)
{
  for (guint i = 0; i < entity->aliases->len; i++)
    if (strcmp(g_ptr_array_index(entity->aliases, i), alias) == 0)
      return TRUE;
  return FALSE;
}
