/* The int8 kernels for ARMv8 with dot product instructions; the float kernels of plain C serve there. */
#include "kernels.h"
#include "lanes.h"
#if defined(__aarch64__)
#include <arm_neon.h>
#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)
#define RK_NAME(x) rk_neon_##x
#define RK_ROWS 3
#define RK_PANELS 2
#include "floats.inc"

#define RK_TILE_ROWS 4
#define RK_TILE_PANELS 1
#define RK_OFFSET 0

/* Each step takes 4 inputs of 16 columns, 4 columns to a register. */
#define RK_NEON_TILE(ROWS)                                                                      \
  do {                                                                                          \
    int32x4_t sum[ROWS][4];                                                                     \
    _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++)                           \
        _Pragma("clang loop unroll(full)") for (int j = 0; j < 4; j++) sum[r][j] = vdupq_n_s32(0); \
    for (ptrdiff_t k = 0; k < inner; k += 4) {                                                  \
      int8x16_t column[4];                                                                      \
      _Pragma("clang loop unroll(full)") for (int j = 0; j < 4; j++)                            \
          column[j] = vld1q_s8(b + k * 16 + j * 16);                                            \
      _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) {                       \
        int32_t four;                                                                           \
        __builtin_memcpy(&four, a + r * inner + k, 4);                                          \
        int8x16_t value = vreinterpretq_s8_s32(vdupq_n_s32(four));                              \
        _Pragma("clang loop unroll(full)") for (int j = 0; j < 4; j++)                          \
            sum[r][j] = vdotq_s32(sum[r][j], column[j], value);                                 \
      }                                                                                         \
    }                                                                                           \
    _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++)                           \
        _Pragma("clang loop unroll(full)") for (int j = 0; j < 4; j++)                          \
            vst1q_s32(sums + r * 16 + j * 4, sum[r][j]);                                        \
  } while (0)

RK_INLINE void rk_neon_int8_tile(const uint8_t *a, const int8_t *b, const int32_t *starts, ptrdiff_t inner,
                                 int rows, int panels, int32_t *sums) {
  (void)starts;
  (void)panels;
  switch (rows) {
  case 4: RK_NEON_TILE(4); break;
  case 2: RK_NEON_TILE(2); break;
  default: RK_NEON_TILE(1); break;
  }
}
#include "int8.inc"
#pragma clang attribute pop
#endif
