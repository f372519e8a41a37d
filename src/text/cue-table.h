/* Phrases by which a publisher speaks to its readers, each with its kind and weight. */
#pragma once

#include "base/api.h"

typedef enum {
  KITH_CUE_APPEAL, /* addresses a reader */
  KITH_CUE_TOPIC,  /* the publisher's wares: counts only where somebody is addressed */
  KITH_CUE_SOFT,   /* what such texts like to speak of: counts only between other cues */
} KithCueKind;

typedef struct {
  const char *phrase; /* lower-case words as kith's tokens, a space between; "*" is any one word */
  KithCueKind kind;
  guint8 weight; /* tenths of what suffices by itself */
} KithCue;

/* Sorted by phrase, so that those with one first word stand together. */
extern const KithCue kith_cue_table[];
extern const guint kith_n_cues;
