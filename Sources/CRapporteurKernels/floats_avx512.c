/* Float kernels for AVX-512. */
#include "kernels.h"
#include "lanes.h"
#if defined(__x86_64__)
#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,fma"))), \
                             apply_to = function)
#define RK_NAME(x) rk_avx512_##x
#define RK_ROWS 8
#define RK_PANELS 2
#include "floats.inc"
#pragma clang attribute pop
#endif
