/* Entities for the tests of src/relation, marked in the MISC column of CoNLL-U at a mention's head:
 * Ent=LABEL:TYPE[:FIRST-LAST] with "_" for a space and the words of the mention counted from 1 (the head
 * alone where absent), and Of=LABEL for the country that the entity is of. */
#pragma once

#include <stdio.h>
#include <string.h>

#include "relation/claims.h"
#include "syntax/conllu.h"

static void
help_entity_free(gpointer data)
{
  KithEntity *entity = data;
  g_free(entity->label);
  g_ptr_array_unref(entity->aliases);
  g_array_unref(entity->mentions);
  g_array_unref(entity->members);
  g_free(entity);
}

/* The index of the entity with this label, made where there is none. */
static inline guint
help_entity(KithEntities *entities, const char *label, KithActorType type)
{
  for (guint i = 0; i < entities->entities->len; i++)
    if (strcmp(((KithEntity *)g_ptr_array_index(entities->entities, i))->label, label) == 0)
      return i;
  KithEntity *entity = g_new0(KithEntity, 1);
  entity->label = g_strdup(label);
  entity->named = g_ascii_isupper(*label);
  entity->type = type;
  entity->aliases = g_ptr_array_new_with_free_func(g_free);
  entity->mentions = g_array_new(FALSE, FALSE, sizeof(guint));
  entity->members = g_array_new(FALSE, FALSE, sizeof(guint));
  entity->country = KITH_NONE;
  g_ptr_array_add(entities->entities, entity);
  return entities->entities->len - 1;
}

/* The value of key in MISC ("Ent="), owned by the caller; NULL. */
static inline char *
help_misc(const char *misc, const char *key)
{
  const char *at = misc != NULL ? strstr(misc, key) : NULL;
  return at != NULL ? g_strndup(at + strlen(key), strcspn(at + strlen(key), "|")) : NULL;
}

static inline void
help_mention(KithEntities *entities, const KithDocument *document, guint sentence, guint word)
{
  const KithWord *words = kith_document_words(document, kith_document_sentence(document, sentence));
  g_autofree char *value = help_misc(words[word].misc, "Ent=");
  g_autofree char *country = help_misc(words[word].misc, "Of=");
  if (value == NULL)
    return;
  g_auto(GStrv) parts = g_strsplit(value, ":", 3);
  KithActorType type = KITH_ACTOR_PERSON;
  g_assert_true(parts[1] != NULL && kith_actor_type_parse(parts[1], &type));
  g_strdelimit(parts[0], "_", ' ');
  guint first = word + 1, last = word + 1;
  if (parts[2] != NULL)
    g_assert_cmpint(sscanf(parts[2], "%u-%u", &first, &last), ==, 2);
  guint entity = help_entity(entities, parts[0], type);
  KithMention mention = {
      .sentence = sentence, .begin = first - 1, .end = last, .head = word, .type = type, .entity = entity};
  mention.kind = words[word].upos == KITH_PROPN  ? KITH_MENTION_NAME
                 : words[word].upos == KITH_PRON ? KITH_MENTION_PRONOUN
                                                 : KITH_MENTION_NOMINAL;
  KithEntity *given = g_ptr_array_index(entities->entities, entity);
  g_array_append_val(given->mentions, entities->mentions->len);
  g_array_append_val(entities->mentions, mention);
  if (country != NULL) {
    g_strdelimit(country, "_", ' ');
    guint of = help_entity(entities, country, KITH_ACTOR_COUNTRY);
    ((KithEntity *)g_ptr_array_index(entities->entities, entity))->country = of;
  }
}

/* The entities that a document marks. Owned by the caller; free with help_entities_free. */
static inline KithEntities *
help_entities(const KithDocument *document)
{
  KithEntities *entities = g_new0(KithEntities, 1);
  entities->mentions = g_array_new(FALSE, FALSE, sizeof(KithMention));
  entities->entities = g_ptr_array_new_with_free_func(help_entity_free);
  for (guint i = 0; i < document->sentences->len; i++)
    for (guint j = 0; j < kith_document_sentence(document, i)->n_words; j++)
      help_mention(entities, document, i, j);
  return entities;
}

static inline void
help_entities_free(KithEntities *entities)
{
  g_array_unref(entities->mentions);
  g_clear_pointer(&entities->voices, g_array_unref);
  g_ptr_array_unref(entities->entities);
  g_free(entities);
}

/* A claim as "source class target", with " -" where negative and the modality where not actual, " @SPEAKER".
 */
static inline char *
help_claim(const KithEntities *entities, const KithClaim *claim)
{
  const KithEntity *source = g_ptr_array_index(entities->entities, claim->source);
  const KithEntity *target = g_ptr_array_index(entities->entities, claim->target);
  GString *out = g_string_new(source->label);
  g_string_append_printf(out, " %s %s", kith_class_name(claim->class), target->label);
  if (claim->polarity == KITH_NEGATIVE)
    g_string_append(out, " -");
  if (claim->modality != KITH_ACTUAL)
    g_string_append_printf(out, " %s", kith_modality_name(claim->modality));
  if (claim->attributed_to != KITH_NONE)
    g_string_append_printf(
        out, " @%s", ((KithEntity *)g_ptr_array_index(entities->entities, claim->attributed_to))->label);
  return g_string_free(out, FALSE);
}
