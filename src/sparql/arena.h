/* Memory that is freed all at once: what a query is made of and the rows of its answer. */
#pragma once

#include <glib.h>

typedef struct KithArena KithArena;

/* limit: bytes after which the arena counts as full. Owned by the caller. */
KithArena *kith_arena_new(gsize limit);
void kith_arena_free(KithArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KithArena, kith_arena_free)

/* size zeroed bytes, aligned for anything; they live as long as the arena. */
gpointer kith_arena_alloc(KithArena *arena, gsize size);

/* Gives back the piece that was taken last. */
void kith_arena_return(KithArena *arena, gpointer piece);

/* Whether more was taken than the limit: who takes much asks now and then and stops. */
gboolean kith_arena_is_full(const KithArena *arena);

#define kith_arena_new0(arena, type) ((type *)kith_arena_alloc((arena), sizeof(type)))
