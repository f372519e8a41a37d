/* The kernels for any machine. */
#pragma GCC diagnostic ignored "-Wpsabi"
#define KERNEL_NAME "plain"
#define KERNEL_SYMBOL kith_kernel_plain
#include "syntax/kernel.h"

extern const KithKernel kith_kernel_plain;
#include "syntax/kernel-body.h"
