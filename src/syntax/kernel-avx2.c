/* The kernels for machines with AVX2. */
#include <glib.h>
#include <string.h>

#include "syntax/kernel.h"

#ifdef __x86_64__
#pragma GCC target("avx2")
#pragma GCC diagnostic ignored "-Wpsabi"
#define KERNEL_AVX2
#define KERNEL_NAME "avx2"
#define KERNEL_SYMBOL kith_kernel_avx2

extern const KithKernel kith_kernel_avx2;
#include "syntax/kernel-body.h"
#endif
