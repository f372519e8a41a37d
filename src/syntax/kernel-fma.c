/* The kernels for training on machines with AVX2 and FMA: faster, but their results are those of such
 * machines only. */
#include <glib.h>
#include <string.h>

#include "syntax/kernel.h"

#ifdef __x86_64__
#pragma GCC target("avx2,fma")
#pragma GCC diagnostic ignored "-Wpsabi"
#include <immintrin.h>
#define KERNEL_AVX2
#define KERNEL_NAME "fma"
#define KERNEL_SYMBOL kith_kernel_fma
#define KERNEL_FMA

extern const KithKernel kith_kernel_fma;
#include "syntax/kernel-body.h"
#endif
