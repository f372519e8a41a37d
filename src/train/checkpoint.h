/* The state of training on disk, so that it can go on where it stopped. */
#pragma once

#include "train/net.h"

/* Writes all weights and moments after so many epochs of a run with this seed. */
gboolean kith_checkpoint_write(const char *path, const KithNet *net, guint64 seed, guint epoch,
                               GError **error);

/* Reads them back into a network of the same sizes; an error where the file is of another run or damaged. */
gboolean kith_checkpoint_read(const char *path, KithNet *net, guint64 seed, guint *epoch, GError **error);
