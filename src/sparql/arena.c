#include "sparql/arena.h"

#include <string.h>

enum { BLOCK = 1 << 16, ALIGNMENT = 16 };

struct KithArena {
  GPtrArray *blocks; /* owned */
  char *at, *end;    /* the free part of the last block */
  gsize total, limit;
};

KithArena *
kith_arena_new(gsize limit)
{
  KithArena *arena = g_new0(KithArena, 1);
  arena->blocks = g_ptr_array_new_with_free_func(g_free);
  arena->limit = limit;
  return arena;
}

void
kith_arena_free(KithArena *arena)
{
  if (arena == NULL)
    return;
  g_ptr_array_unref(arena->blocks);
  g_free(arena);
}

gpointer
kith_arena_alloc(KithArena *arena, gsize size)
{
  size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (size > (gsize)(arena->end - arena->at)) {
    gsize block = MAX(size, BLOCK);
    arena->at = (char *)g_malloc0(block);
    arena->end = arena->at + block;
    arena->total += block;
    g_ptr_array_add(arena->blocks, arena->at);
  }
  gpointer piece = arena->at;
  arena->at += size;
  return piece;
}

void
kith_arena_return(KithArena *arena, gpointer piece)
{
  char *start = (char *)piece;
  memset(start, 0, (gsize)(arena->at - start));
  arena->at = start;
}

gboolean
kith_arena_is_full(const KithArena *arena)
{
  return arena->total > arena->limit;
}
