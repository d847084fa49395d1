/* Kernels in plain C: the compiler's baseline, which is NEON on 64-bit ARM. */
#include "kernels.h"
#include "lanes.h"
#pragma STDC FP_CONTRACT OFF
#define RK_NAME(x) rk_portable_##x
#define RK_ROWS 3
#define RK_PANELS 2
#include "floats.inc"

#define RK_TILE_ROWS 4
#define RK_TILE_PANELS 1
#define RK_OFFSET 0

static void rk_portable_int8_tile(const uint8_t *a, const int8_t *b, const int32_t *starts, ptrdiff_t inner,
                                  int rows, int panels, int32_t *sums) {
  (void)starts;
  (void)panels;
  for (int r = 0; r < rows; r++)
    for (int j = 0; j < 16; j++) {
      int32_t sum = 0;
      for (ptrdiff_t k = 0; k < inner; k++)
        sum += (int8_t)a[r * inner + k] * b[(k / 4 * 16 + j) * 4 + k % 4];
      sums[r * 16 + j] = sum;
    }
}
#include "int8.inc"
