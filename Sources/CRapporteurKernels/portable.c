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
  for (int r = 0; r < rows; r++) {
    int32_t sum[16] = {0};
    for (ptrdiff_t k = 0; k < inner; k += 4) {
      const int8_t *row = (const int8_t *)a + r * inner + k, *column = b + k * 16;
      int32_t a0 = row[0], a1 = row[1], a2 = row[2], a3 = row[3];
      for (int j = 0; j < 16; j++)
        sum[j] += a0 * column[4 * j] + a1 * column[4 * j + 1] + a2 * column[4 * j + 2] + a3 * column[4 * j + 3];
    }
    for (int j = 0; j < 16; j++) sums[r * 16 + j] = sum[j];
  }
}
#include "int8.inc"
