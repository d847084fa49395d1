/* Kernels for AVX-512 with VNNI. */
#include "kernels.h"
#include "lanes.h"
#if defined(__x86_64__)
#include <immintrin.h>
#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni,fma"))), \
                             apply_to = function)
#define RK_NAME(x) rk_avx512_##x
#define RK_ROWS 8
#define RK_PANELS 2
#include "floats.inc"

#define RK_TILE_ROWS 8
#define RK_TILE_PANELS 3
#define RK_OFFSET 128

/* The instruction multiplies unsigned by signed bytes: activations carry an offset of 128, and the sums start
 * at -128 times the sum of their column's weights. */
#define RK_VNNI_TILE(ROWS, PANELS)                                                                       \
  do {                                                                                                   \
    __m512i sum[ROWS][PANELS];                                                                           \
    _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++)                                    \
        _Pragma("clang loop unroll(full)") for (int p = 0; p < PANELS; p++)                              \
            sum[r][p] = _mm512_loadu_si512(starts + 16 * p);                                             \
    for (ptrdiff_t k = 0; k < inner; k += 4) {                                                           \
      __m512i column[PANELS];                                                                            \
      _Pragma("clang loop unroll(full)") for (int p = 0; p < PANELS; p++)                                \
          column[p] = _mm512_loadu_si512(b + (p * inner + k) * 16);                                      \
      _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) {                                \
        int32_t four;                                                                                    \
        __builtin_memcpy(&four, a + r * inner + k, 4);                                                   \
        __m512i value = _mm512_set1_epi32(four);                                                         \
        _Pragma("clang loop unroll(full)") for (int p = 0; p < PANELS; p++)                              \
            sum[r][p] = _mm512_dpbusd_epi32(sum[r][p], value, column[p]);                                \
      }                                                                                                  \
    }                                                                                                    \
    _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++)                                    \
        _Pragma("clang loop unroll(full)") for (int p = 0; p < PANELS; p++)                              \
            _mm512_storeu_si512(sums + (r * RK_TILE_PANELS + p) * 16, sum[r][p]);                        \
  } while (0)

RK_INLINE void rk_avx512_int8_tile(const uint8_t *a, const int8_t *b, const int32_t *starts, ptrdiff_t inner,
                                   int rows, int panels, int32_t *sums) {
  if (panels == 3) {
    switch (rows) {
    case 8: RK_VNNI_TILE(8, 3); break;
    case 4: RK_VNNI_TILE(4, 3); break;
    case 2: RK_VNNI_TILE(2, 3); break;
    default: RK_VNNI_TILE(1, 3); break;
    }
  } else {
    switch (rows) {
    case 8: RK_VNNI_TILE(8, 1); break;
    case 4: RK_VNNI_TILE(4, 1); break;
    case 2: RK_VNNI_TILE(2, 1); break;
    default: RK_VNNI_TILE(1, 1); break;
    }
  }
}
#include "int8.inc"
#pragma clang attribute pop
#endif
