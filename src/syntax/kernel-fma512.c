/* The kernels for training on machines with AVX-512: the results of kernel-fma.c. */
#include <glib.h>
#include <string.h>

#include "syntax/kernel.h"

#ifdef __x86_64__
#pragma GCC target("avx2,fma,avx512f,avx512bw,avx512vl,avx512vnni")
#pragma GCC diagnostic ignored "-Wpsabi"
#include <immintrin.h>
#define KERNEL_AVX2
#define KERNEL_AVX512
#define KERNEL_NAME "fma512"
#define KERNEL_SYMBOL kith_kernel_fma512
#define KERNEL_FMA

extern const KithKernel kith_kernel_fma512;
#include "syntax/kernel-body.h"
#endif
