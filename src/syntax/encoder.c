#include "syntax/encoder.h"

#include <string.h>

#include "syntax/heads.h"

struct _KithEncoder {
  const KithModel *model;
  const KithKernel *kernel;
  KithHeads *heads;
  gsize n_rows, n_sequences;     /* that there is room for */
  guint8 *low, *high;            /* by word: the output of each recurrent layer, forward and backward */
  guint8 *state[2];              /* by sequence: a word's input and the output before it */
  float *cells, *gates;          /* by sequence */
  const gint16 **inputs, **next; /* by sequence: what the word's form gives, and the one after */
};

KithEncoder *
kith_encoder_new(const KithModel *model)
{
  KithEncoder *encoder = g_new0(KithEncoder, 1);
  encoder->model = model;
  encoder->kernel = kith_kernel();
  encoder->heads = kith_heads_new(model);
  return encoder;
}

void
kith_encoder_free(KithEncoder *e)
{
  if (e == NULL)
    return;
  kith_heads_free(e->heads);
  g_free(e->low);
  g_free(e->high);
  g_free(e->state[0]);
  g_free(e->state[1]);
  g_free(e->cells);
  g_free(e->gates);
  g_free(e->inputs);
  g_free(e->next);
  g_free(e);
}

static void
make_room(KithEncoder *e, gsize rows, gsize sequences)
{
  const gsize h = e->model->sizes.hidden;
  if (rows > e->n_rows) {
    e->n_rows = rows + rows / 2;
    e->low = g_realloc(e->low, e->n_rows * 2 * h);
    e->high = g_realloc(e->high, e->n_rows * 2 * h);
  }
  if (sequences > e->n_sequences) {
    gsize n = e->n_sequences = sequences + sequences / 2;
    for (guint i = 0; i < 2; i++)
      e->state[i] = g_realloc(e->state[i], n * 3 * h);
    e->cells = g_renew(float, e->cells, n *h);
    e->gates = g_renew(float, e->gates, n *KITH_BYTE_PANEL);
    e->inputs = g_renew(const gint16 *, e->inputs, n);
    e->next = g_renew(const gint16 *, e->next, n);
  }
}

/* One step of one direction for the first m sequences, word t of each: from state[0], which has the outputs
 * before, to state[1]. Of the first layer there is no input but the forms'. */
static void
step(KithEncoder *e, const KithMatrix8 *w, guint m, gsize in, gboolean backward)
{
  const gsize h = e->model->sizes.hidden, stride = in + h;
  for (gsize unit = 0; unit < h; unit += 8) {
    e->kernel->gemm8(m, KITH_BYTE_PANEL, w->k, e->state[0], stride, NULL, w->packed + unit * 4 * w->k,
                     w->scales + unit * 4, w->bias + unit * 4, e->gates, KITH_BYTE_PANEL);
    e->kernel->lstm8(m, e->gates, in == 0 ? e->inputs : NULL, e->next, (backward ? 4 * h : 0) + unit * 4,
                     e->cells + unit, h, e->state[1] + in + unit, stride);
  }
}

/* Runs one direction of a layer over the sequences, from input (of the second layer) to out. */
static void
run_direction(KithEncoder *e, const KithSequence *seq, guint n, gboolean second, gboolean backward)
{
  const gsize h = e->model->sizes.hidden, in = second ? 2 * h : 0, stride = in + h;
  const KithMatrix8 *w = &e->model->matrix[(second ? KITH_M_FORWARD2 : KITH_M_FORWARD1) + backward];
  guint8 *out = (second ? e->high : e->low) + (backward ? h : 0);
  const guint steps = seq[0].n;
  guint m = backward ? 0 : n;
  memset(e->state[0], KITH_BYTE_ZERO, n * stride);
  memset(e->state[1], KITH_BYTE_ZERO, n * stride);
  memset(e->cells, 0, n * h * sizeof(float));
  for (guint i = 0; i < steps; i++) {
    guint t = backward ? steps - 1 - i : i;
    while (backward && m < n && seq[m].n > t)
      m++;
    while (!backward && seq[m - 1].n <= t)
      m--;
    for (guint s = 0; s < m; s++) {
      guint after = backward ? (t > 0 ? t - 1 : 0) : MIN(t + 1, seq[s].n - 1);
      e->inputs[s] = seq[s].forms[t];
      e->next[s] = seq[s].forms[after];
      memcpy(e->state[0] + s * stride, e->low + (seq[s].row + t) * 2 * h, in);
    }
    step(e, w, m, in, backward);
    for (guint s = 0; s < m; s++)
      memcpy(out + (seq[s].row + t) * 2 * h, e->state[1] + s * stride + in, h);
    guint8 *other = e->state[0];
    e->state[0] = e->state[1];
    e->state[1] = other;
  }
}

void
kith_encoder_run(KithEncoder *e, KithSequence *seq, guint n)
{
  gsize rows = 0;
  for (guint i = 0; i < n; i++) {
    seq[i].row = rows;
    rows += seq[i].n;
  }
  make_room(e, rows, n);
  for (guint pass = 0; pass < 4; pass++)
    run_direction(e, seq, n, pass / 2, pass % 2);
  kith_heads_run(e->heads, seq, n, e->high);
}
