/* The kernels for machines with AVX-512 and its instructions for neural networks (VNNI). */
#include <glib.h>
#include <string.h>

#include "syntax/kernel.h"

#ifdef __x86_64__
#pragma GCC target("avx2,avx512f,avx512bw,avx512vl,avx512vnni")
#pragma GCC diagnostic ignored "-Wpsabi"
#include <immintrin.h>
#define KERNEL_AVX2
#define KERNEL_AVX512
#define KERNEL_NAME "avx512"
#define KERNEL_SYMBOL kith_kernel_avx512

extern const KithKernel kith_kernel_avx512;
#include "syntax/kernel-body.h"
#endif
