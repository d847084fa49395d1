/* Float kernels in plain C: the compiler's baseline, which is NEON on 64-bit ARM. */
#include "kernels.h"
#include "lanes.h"
#pragma STDC FP_CONTRACT OFF
#define RK_NAME(x) rk_portable_##x
#define RK_ROWS 3
#define RK_PANELS 2
#include "floats.inc"
