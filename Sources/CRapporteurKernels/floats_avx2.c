/* Float kernels for AVX2 with FMA. */
#include "kernels.h"
#include "lanes.h"
#if defined(__x86_64__)
#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define RK_NAME(x) rk_avx2_##x
#define RK_ROWS 3
#define RK_PANELS 2
#include "floats.inc"
#pragma clang attribute pop
#endif
