/* The losses of the heads and their gradients. */
#include <math.h>
#include <string.h>

#include "train/tape-private.h"

/* A sentence's part of the buffers. */
typedef struct {
  const KithExample *example;
  gsize row;      /* its first word */
  guint sentence; /* its index */
} Part;

/* What is asked of a softmax: labels and their shares. */
typedef struct {
  guint n;
  guint label[KITH_N_GUESSES + 1];
  float share[KITH_N_GUESSES + 1];
} Target;

/* The answer (KITH_NO_LABEL: none) mixed with the advice of the example, if it has any. */
static Target
mix_target(const KithExample *example, guint right, const KithGuess *guess)
{
  Target target = {0};
  const float *share = guess != NULL ? guess->share : NULL;
  gboolean empty = share == NULL || share[0] + share[1] + share[2] + share[3] <= 0;
  float trust = empty ? 0 : right == KITH_NO_LABEL ? 1 : example->trust;
  if (trust < 1 && right != KITH_NO_LABEL)
    target = (Target){1, {right}, {1 - trust}};
  for (guint i = 0; trust > 0 && i < KITH_N_GUESSES; i++)
    if (guess->share[i] > 0) {
      target.label[target.n] = guess->label[i];
      target.share[target.n++] = trust * guess->share[i];
    }
  return target;
}

/* Cross entropy of n scores and the target, labels of which count from first; scores become the gradient
 * times scale. */
static double
cross_entropy(const KithTape *tape, float *scores, guint n, const Target *target, guint first, float scale)
{
  float sum = tape->kernel->softmax(scores, n);
  double loss = 0;
  for (guint i = 0; i < target->n; i++)
    loss -=
        (double)target->share[i] * log(MAX((double)scores[target->label[i] - first] / (double)sum, 1e-30));
  for (guint i = 0; i < n; i++)
    scores[i] *= scale / sum;
  for (guint i = 0; i < target->n; i++)
    scores[target->label[i] - first] -= scale * target->share[i];
  return loss;
}

void
kith_guess_add(KithGuess *guess, guint label, float share)
{
  guint least = 0;
  for (guint i = 0; i < KITH_N_GUESSES; i++) {
    if (guess->share[i] > 0 && guess->label[i] == label) {
      guess->share[i] += share;
      return;
    }
    if (guess->share[i] < guess->share[least])
      least = i;
  }
  if (share <= guess->share[least])
    return;
  guess->label[least] = (guint16)label;
  guess->share[least] = share;
}

/* Adds the likeliest of n scores to a guess, with the tape's share of the advice. */
static void
advise(const KithTape *tape, float *scores, guint n, guint first, KithGuess *guess)
{
  KithGuess best = {0};
  float sum = tape->kernel->softmax(scores, n), kept = 0;
  for (guint i = 0; i < n; i++)
    kith_guess_add(&best, first + i, scores[i] / sum);
  for (guint i = 0; i < KITH_N_GUESSES; i++)
    kept += best.share[i];
  for (guint i = 0; i < KITH_N_GUESSES; i++)
    if (best.share[i] > 0)
      kith_guess_add(guess, best.label[i], tape->share * best.share[i] / kept);
}

/* The layer below the heads; the two label parts are linear and undropped. */
static void
run_mlp(KithTape *tape)
{
  const KithSizes *s = &tape->net->sizes;
  const gsize width = kith_mlp_offset(s, KITH_MLP_END), stride = kith_padded(width),
              h2 = 2 * (gsize)s->hidden;
  const gsize rectified = kith_mlp_offset(s, KITH_MLP_LABEL_DEP);
  float *mlp = kith_tape_room(&tape->mlp, tape->rows * stride);
  const KithParameter *bias = &tape->net->parameters[KITH_T_MLP_BIAS];
  for (gsize r = 0; r < tape->rows; r++)
    memcpy(mlp + r * stride, bias->w, bias->n * sizeof(float));
  kith_tape_multiply(tape, tape->rows, tape->top.data, h2, KITH_T_MLP, mlp, stride, TRUE);
  const float *mask = tape->mlp_mask.data;
  for (guint i = 0; i < tape->n; i++, mask += width)
    for (guint t = 0; t < tape->examples[i]->n; t++, mlp += stride) {
      tape->kernel->relu(mlp, rectified);
      for (gsize k = 0; k < rectified; k++)
        mlp[k] *= mask[k];
    }
  kith_tape_room(&tape->dmlp, tape->rows * MAX(stride, kith_padded(kith_input_width(s))));
  memset(tape->dmlp.data, 0, tape->rows * stride * sizeof(float));
}

/* Back through rectifier and mask. */
static void
back_mlp(KithTape *tape)
{
  const KithSizes *s = &tape->net->sizes;
  const gsize width = kith_mlp_offset(s, KITH_MLP_END), stride = kith_padded(width);
  const gsize rectified = kith_mlp_offset(s, KITH_MLP_LABEL_DEP);
  const float *mask = tape->mlp_mask.data, *mlp = tape->mlp.data;
  float *d = tape->dmlp.data;
  for (guint i = 0; i < tape->n; i++, mask += width)
    for (guint t = 0; t < tape->examples[i]->n; t++, mlp += stride, d += stride)
      for (gsize k = 0; k < rectified; k++)
        d[k] = mlp[k] > 0 ? d[k] * mask[k] : 0;
}

static void
tag_loss(KithTape *tape)
{
  const KithSizes *s = &tape->net->sizes;
  const gsize width = kith_padded(kith_mlp_offset(s, KITH_MLP_END));
  const guint n = s->n_upos + s->n_xpos + s->n_feats;
  const gsize stride = kith_padded(n);
  const float weights[] = {1, 0.5f, 0.5f};
  const guint sizes[] = {s->n_upos, s->n_xpos, s->n_feats};
  float *scores = kith_tape_room(&tape->tags, tape->rows * stride), *row = scores;
  const KithParameter *bias = &tape->net->parameters[KITH_T_TAGS_BIAS];
  for (gsize r = 0; r < tape->rows; r++)
    memcpy(scores + r * stride, bias->w, n * sizeof(float));
  kith_tape_multiply(tape, tape->rows, tape->mlp.data, width, KITH_T_TAGS, scores, stride, TRUE);
  for (guint i = 0; i < tape->n; i++)
    for (guint t = 0; t < tape->examples[i]->n; t++, row += stride) {
      const KithExample *ex = tape->examples[i];
      KithAdvice *advice = ex->advice != NULL ? ex->advice + t : NULL;
      KithGuess *const guesses[] = {advice ? &advice->upos : NULL, advice ? &advice->xpos : NULL,
                                    advice ? &advice->feats : NULL};
      const guint right[] = {ex->upos[t], ex->xpos[t], ex->feats[t]};
      float *part = row;
      for (guint g = 0; g < 3; part += sizes[g++]) {
        Target target = mix_target(ex, ex->has_tree ? right[g] : KITH_NO_LABEL, guesses[g]);
        if (tape->share > 0)
          advise(tape, part, sizes[g], 0, guesses[g]);
        else if (target.n == 0)
          memset(part, 0, sizes[g] * sizeof(float));
        else
          tape->losses[KITH_LOSS_TAGS] +=
              (double)weights[g] * cross_entropy(tape, part, sizes[g], &target, 0, tape->scale * weights[g]);
      }
    }
  if (tape->share > 0)
    return;
  kith_tape_back(tape, tape->rows, tape->mlp.data, width, KITH_T_TAGS, scores, stride, tape->dmlp.data, width,
                 TRUE);
  kith_tape_back_bias(tape, tape->rows, KITH_T_TAGS_BIAS, scores, stride);
}

static void
name_loss(KithTape *tape)
{
  const KithSizes *s = &tape->net->sizes;
  const gsize width = kith_padded(kith_mlp_offset(s, KITH_MLP_END)),
              offset = kith_mlp_offset(s, KITH_MLP_NAME);
  const gsize stride = kith_padded(KITH_N_NAME_TAGS);
  float *scores = kith_tape_room(&tape->names, tape->rows * stride);
  float *dscores = kith_tape_room(&tape->dnames, tape->rows * stride);
  const KithParameter *bias = &tape->net->parameters[KITH_T_NAMES_BIAS];
  for (gsize r = 0; r < tape->rows; r++)
    memcpy(scores + r * stride, bias->w, bias->n * sizeof(float));
  memset(dscores, 0, tape->rows * stride * sizeof(float));
  kith_tape_multiply(tape, tape->rows, tape->mlp.data + offset, width, KITH_T_NAMES, scores, stride, TRUE);
  gsize row = 0;
  for (guint i = 0; i < tape->n; i++) {
    const KithExample *ex = tape->examples[i];
    const float *transitions = tape->net->parameters[KITH_T_CRF].w, *e = scores + row * stride;
    const float trust = ex->advice == NULL ? 0 : ex->trust_names;
    const float weight = tape->names_weight * (1 - trust), advised = tape->names_weight * trust;
    if (tape->share > 0)
      kith_crf_marginals(e, stride, transitions, ex->n, tape->share, ex->advice);
    else if (ex->has_names)
      tape->losses[KITH_LOSS_NAMES] +=
          (double)weight * kith_crf_loss(e, stride, transitions, ex->names, ex->n, tape->scale * weight,
                                         dscores + row * stride, tape->gradient->g[KITH_T_CRF]);
    if (tape->share == 0 && trust > 0)
      tape->losses[KITH_LOSS_NAMES] +=
          (double)advised * kith_crf_advised_loss(e, stride, transitions, ex->advice, ex->n,
                                                  tape->scale * advised, dscores + row * stride);
    row += ex->n;
  }
  if (tape->share > 0)
    return;
  /* into a buffer of its own, for the last panel of the part may reach into the next */
  const gsize wide = kith_padded(s->name);
  float *d = kith_tape_room(&tape->dhidden, tape->rows * wide);
  kith_tape_back(tape, tape->rows, tape->mlp.data + offset, width, KITH_T_NAMES, dscores, stride, d, wide,
                 FALSE);
  kith_tape_back_bias(tape, tape->rows, KITH_T_NAMES_BIAS, dscores, stride);
  for (gsize r = 0; r < tape->rows; r++)
    tape->kernel->axpy(tape->dmlp.data + r * width + offset, d + r * wide, 1, s->name);
}

/* Whether a sentence has a tree, or advice on one. */
static gboolean
has_heads(const KithExample *example)
{
  return example->has_tree || example->advice != NULL;
}

/* Scores of all arcs of a sentence, [n][stride], column n the root. */
static void
score_arcs(KithTape *tape, const Part *part, const float *table, float *scores, gsize stride)
{
  const KithSizes *s = &tape->net->sizes;
  const gsize n = part->example->n, a = s->arc;
  const float *bias = tape->net->parameters[KITH_T_ARC_HEAD].w,
              *distance = tape->net->parameters[KITH_T_ARC_DISTANCE].w;
  float *panel = kith_tape_room(&tape->packed, kith_packed_size(a, n + 1));
  kith_pack_transposed(panel, table, a, a, n + 1);
  for (gsize j = 0; j <= n; j++)
    scores[j] = tape->kernel->dot(bias, table + j * a, a);
  for (gsize i = 1; i < n; i++)
    memcpy(scores + i * stride, scores, (n + 1) * sizeof(float));
  tape->kernel->gemm(n, n + 1, a, tape->arcs.data + part->row * kith_padded(a), kith_padded(a), panel, scores,
                     stride, TRUE);
  for (gsize i = 0; i < n; i++) {
    for (gsize j = 0; j < n; j++)
      scores[i * stride + j] += i == j ? -1e9f : distance[kith_distance_bucket((gint32)i, (gint32)j)];
    scores[i * stride + n] += distance[KITH_N_DISTANCES - 1];
  }
}

/* From the gradient of the scores to those of the table of heads, of the arcs' left side, of bias and
 * distances. */
static void
back_arcs(KithTape *tape, const Part *part, const float *table, float *scores, gsize stride)
{
  const KithSizes *s = &tape->net->sizes;
  const gsize n = part->example->n, a = s->arc, wide = kith_padded(a);
  const float *bias = tape->net->parameters[KITH_T_ARC_HEAD].w;
  float *ddistance = tape->gradient->g[KITH_T_ARC_DISTANCE], *dbias = tape->gradient->g[KITH_T_ARC_HEAD];
  float *panel = kith_tape_room(&tape->packed, MAX(kith_packed_size(n + 1, a), kith_packed_size(n, a)));
  kith_pack(panel, table, a, n + 1, a);
  tape->kernel->gemm(n, a, n + 1, scores, stride, panel, tape->darcs.data + part->row * wide, wide, FALSE);
  float *turned = kith_tape_room(&tape->turned, (n + 1) * n);
  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j <= n; j++) {
      turned[j * n + i] = scores[i * stride + j];
      if (i != j)
        ddistance[kith_distance_bucket((gint32)i, j == n ? -1 : (gint32)j)] += scores[i * stride + j];
    }
  kith_pack(panel, tape->arcs.data + part->row * wide, wide, n, a);
  float *dtable = kith_tape_room(&tape->dtable, (n + 1) * wide);
  tape->kernel->gemm(n + 1, a, n, turned, n, panel, dtable, wide, FALSE);
  for (gsize j = 0; j <= n; j++) {
    float sum = 0;
    for (gsize i = 0; i < n; i++)
      sum += turned[j * n + i];
    tape->kernel->axpy(dbias, table + j * a, sum, a);
    tape->kernel->axpy(dtable + j * wide, bias, sum, a);
  }
}

static void
arc_sentence(KithTape *tape, const Part *part)
{
  const KithSizes *s = &tape->net->sizes;
  const gsize width = kith_padded(kith_mlp_offset(s, KITH_MLP_END)), n = part->example->n, a = s->arc;
  const gsize head = kith_mlp_offset(s, KITH_MLP_ARC_HEAD), stride = kith_padded(n + 1),
              wide = kith_padded(a);
  float *table = kith_tape_room(&tape->table, (n + 1) * a),
        *scores = kith_tape_room(&tape->scores, n * stride);
  for (gsize j = 0; j < n; j++)
    memcpy(table + j * a, tape->mlp.data + (part->row + j) * width + head, a * sizeof(float));
  memcpy(table + n * a, tape->net->parameters[KITH_T_ARC_ROOT].w, a * sizeof(float));
  score_arcs(tape, part, table, scores, stride);
  const KithExample *ex = part->example;
  for (gsize i = 0; i < n; i++) {
    KithGuess *guess = ex->advice != NULL ? &ex->advice[i].head : NULL;
    guint right = !ex->has_tree ? KITH_NO_LABEL : ex->head[i] < 0 ? (guint)n : (guint)ex->head[i];
    Target target = mix_target(ex, right, guess);
    if (tape->share > 0)
      advise(tape, scores + i * stride, (guint)n + 1, 0, guess);
    else
      tape->losses[KITH_LOSS_ARCS] +=
          cross_entropy(tape, scores + i * stride, (guint)n + 1, &target, 0, tape->scale);
  }
  if (tape->share > 0)
    return;
  back_arcs(tape, part, table, scores, stride);
  for (gsize j = 0; j < n; j++)
    tape->kernel->axpy(tape->dmlp.data + (part->row + j) * width + head, tape->dtable.data + j * wide, 1, a);
  tape->kernel->axpy(tape->gradient->g[KITH_T_ARC_ROOT], tape->dtable.data + n * wide, 1, a);
}

static void
arc_loss(KithTape *tape)
{
  const KithSizes *s = &tape->net->sizes;
  const gsize width = kith_padded(kith_mlp_offset(s, KITH_MLP_END)), wide = kith_padded(s->arc);
  const gsize dep = kith_mlp_offset(s, KITH_MLP_ARC_DEP);
  float *arcs = kith_tape_room(&tape->arcs, tape->rows * wide);
  float *darcs = kith_tape_room(&tape->darcs, tape->rows * wide);
  memset(darcs, 0, tape->rows * wide * sizeof(float));
  kith_tape_multiply(tape, tape->rows, tape->mlp.data + dep, width, KITH_T_ARC, arcs, wide, FALSE);
  Part part = {NULL, 0, 0};
  for (; part.sentence < tape->n; part.row += part.example->n, part.sentence++) {
    part.example = tape->examples[part.sentence];
    if (has_heads(part.example))
      arc_sentence(tape, &part);
  }
  if (tape->share > 0)
    return;
  float *d = kith_tape_room(&tape->dhidden, tape->rows * wide);
  kith_tape_back(tape, tape->rows, tape->mlp.data + dep, width, KITH_T_ARC, darcs, wide, d, wide, FALSE);
  for (gsize r = 0; r < tape->rows; r++)
    tape->kernel->axpy(tape->dmlp.data + r * width + dep, d + r * wide, 1, s->arc);
}

/* The hidden layer of the label scorer for every word with its right head; rows of no tree are zero. */
static void
label_hidden(KithTape *tape, float *hidden)
{
  const KithSizes *s = &tape->net->sizes;
  const gsize width = kith_padded(kith_mlp_offset(s, KITH_MLP_END)), l = s->label;
  const gsize dep = kith_mlp_offset(s, KITH_MLP_LABEL_DEP), head = kith_mlp_offset(s, KITH_MLP_LABEL_HEAD);
  const float *distance = tape->net->parameters[KITH_T_LABEL_DISTANCE].w;
  gsize row = 0;
  for (guint i = 0; i < tape->n; i++) {
    const KithExample *ex = tape->examples[i];
    for (guint t = 0; t < ex->n; t++, hidden += l) {
      gint32 h = ex->head[t];
      if (!has_heads(ex) || h < 0) { /* the root's label is known */
        memset(hidden, 0, l * sizeof(float));
        continue;
      }
      const float *x = tape->mlp.data + (row + t) * width + dep;
      const float *y = tape->mlp.data + (row + (gsize)h) * width + head;
      const float *z = distance + kith_distance_bucket((gint32)t, h) * l;
      for (gsize k = 0; k < l; k++)
        hidden[k] = x[k] + y[k] + z[k];
    }
    row += ex->n;
  }
  tape->kernel->relu(tape->hidden.data, tape->rows * l);
}

/* The same backwards: d is the gradient of the hidden layer. */
static void
back_label_hidden(KithTape *tape, float *d, gsize wide)
{
  const KithSizes *s = &tape->net->sizes;
  const gsize width = kith_padded(kith_mlp_offset(s, KITH_MLP_END)), l = s->label;
  const gsize dep = kith_mlp_offset(s, KITH_MLP_LABEL_DEP), head = kith_mlp_offset(s, KITH_MLP_LABEL_HEAD);
  const float *hidden = tape->hidden.data;
  gsize row = 0;
  for (guint i = 0; i < tape->n; i++) {
    const KithExample *ex = tape->examples[i];
    for (guint t = 0; t < ex->n; t++, hidden += l, d += wide) {
      gint32 h = ex->head[t];
      if (!has_heads(ex) || h < 0)
        continue;
      for (gsize k = 0; k < l; k++)
        d[k] = hidden[k] > 0 ? d[k] : 0;
      tape->kernel->axpy(tape->dmlp.data + (row + t) * width + dep, d, 1, l);
      tape->kernel->axpy(tape->dmlp.data + (row + (gsize)h) * width + head, d, 1, l);
      tape->kernel->axpy(tape->gradient->g[KITH_T_LABEL_DISTANCE] + kith_distance_bucket((gint32)t, h) * l, d,
                         1, l);
    }
    row += ex->n;
  }
}

static void
label_loss(KithTape *tape)
{
  const KithSizes *s = &tape->net->sizes;
  const gsize l = s->label, stride = kith_padded(s->n_deprels), wide = kith_padded(l);
  float *hidden = kith_tape_room(&tape->hidden, tape->rows * l);
  float *scores = kith_tape_room(&tape->label_scores, tape->rows * stride), *row = scores;
  label_hidden(tape, hidden);
  const KithParameter *bias = &tape->net->parameters[KITH_T_LABEL_BIAS];
  for (gsize r = 0; r < tape->rows; r++)
    memcpy(scores + r * stride, bias->w, bias->n * sizeof(float));
  kith_tape_multiply(tape, tape->rows, hidden, l, KITH_T_LABEL, scores, stride, TRUE);
  for (guint i = 0; i < tape->n; i++)
    for (guint t = 0; t < tape->examples[i]->n; t++, row += stride) {
      const KithExample *ex = tape->examples[i];
      /* label 0 is that of roots and of nothing else */
      KithGuess *guess = ex->advice != NULL ? &ex->advice[t].deprel : NULL;
      guint right = ex->has_tree && ex->deprel[t] != 0 ? ex->deprel[t] : KITH_NO_LABEL;
      Target target = mix_target(ex, right, guess);
      if (!has_heads(ex) || ex->head[t] < 0 || (target.n == 0 && tape->share == 0)) {
        memset(row, 0, stride * sizeof(float));
        continue;
      }
      row[0] = 0;
      if (tape->share > 0)
        advise(tape, row + 1, s->n_deprels - 1, 1, guess);
      else
        tape->losses[KITH_LOSS_LABELS] +=
            cross_entropy(tape, row + 1, s->n_deprels - 1, &target, 1, tape->scale);
    }
  if (tape->share > 0)
    return;
  float *d = kith_tape_room(&tape->dhidden, tape->rows * wide);
  kith_tape_back(tape, tape->rows, hidden, l, KITH_T_LABEL, scores, stride, d, wide, FALSE);
  kith_tape_back_bias(tape, tape->rows, KITH_T_LABEL_BIAS, scores, stride);
  back_label_hidden(tape, d, wide);
}

void
kith_tape_heads(KithTape *tape)
{
  run_mlp(tape);
  tag_loss(tape);
  name_loss(tape);
  arc_loss(tape);
  label_loss(tape);
  if (tape->share == 0)
    back_mlp(tape);
}
