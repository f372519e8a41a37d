/* The kernels for machines with SSE4.1. */
#include <glib.h>
#include <string.h>

#include "syntax/kernel.h"

#ifdef __x86_64__
#pragma GCC target("sse4.1")
#pragma GCC diagnostic ignored "-Wpsabi"
#define KERNEL_SSE4
#define KERNEL_NAME "sse4"
#define KERNEL_SYMBOL kith_kernel_sse4

extern const KithKernel kith_kernel_sse4;
#include "syntax/kernel-body.h"
#endif
