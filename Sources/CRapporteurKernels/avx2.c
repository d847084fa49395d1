/* Kernels for AVX2 with FMA. */
#include "kernels.h"
#include "lanes.h"
#if defined(__x86_64__)
#include <immintrin.h>
#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define RK_NAME(x) rk_avx2_##x
#define RK_ROWS 3
#define RK_PANELS 2
#include "floats.inc"

#define RK_TILE_ROWS 4
#define RK_TILE_PANELS 1
#define RK_OFFSET 0

/* |a| times b with the sign of a: unsigned by signed bytes. Two products of at most 127 * 127 each stay
 * within 16 bits, so no sum saturates. */
#define RK_AVX2_TILE(ROWS)                                                                                  \
  do {                                                                                                      \
    __m256i sum[ROWS][2];                                                                                   \
    _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) sum[r][0] = sum[r][1] = _mm256_setzero_si256(); \
    for (ptrdiff_t k = 0; k < inner; k += 4) {                                                              \
      __m256i left = _mm256_loadu_si256((const __m256i *)(b + k * 16));                                     \
      __m256i right = _mm256_loadu_si256((const __m256i *)(b + k * 16 + 32));                               \
      _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) {                                   \
        int32_t four;                                                                                       \
        __builtin_memcpy(&four, a + r * inner + k, 4);                                                      \
        __m256i value = _mm256_set1_epi32(four), size = _mm256_abs_epi8(value);                             \
        __m256i l = _mm256_maddubs_epi16(size, _mm256_sign_epi8(left, value));                              \
        __m256i h = _mm256_maddubs_epi16(size, _mm256_sign_epi8(right, value));                             \
        sum[r][0] = _mm256_add_epi32(sum[r][0], _mm256_madd_epi16(l, ones));                                \
        sum[r][1] = _mm256_add_epi32(sum[r][1], _mm256_madd_epi16(h, ones));                                \
      }                                                                                                     \
    }                                                                                                       \
    _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) {                                     \
      _mm256_storeu_si256((__m256i *)(sums + r * 16), sum[r][0]);                                           \
      _mm256_storeu_si256((__m256i *)(sums + r * 16 + 8), sum[r][1]);                                       \
    }                                                                                                       \
  } while (0)

RK_INLINE void rk_avx2_int8_tile(const uint8_t *a, const int8_t *b, const int32_t *starts, ptrdiff_t inner,
                                 int rows, int panels, int32_t *sums) {
  (void)starts;
  (void)panels;
  const __m256i ones = _mm256_set1_epi16(1);
  switch (rows) {
  case 4: RK_AVX2_TILE(4); break;
  case 2: RK_AVX2_TILE(2); break;
  default: RK_AVX2_TILE(1); break;
  }
}
#include "int8.inc"
#pragma clang attribute pop
#endif
