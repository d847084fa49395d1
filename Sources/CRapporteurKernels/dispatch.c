/* Picks the kernels of an instruction set at run time. */
#include "kernels.h"

#if defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
#endif

#if defined(__x86_64__)
#define RK_DECLARE(type, name, parameters) \
  type rk_portable_##name parameters;      \
  type rk_avx2_##name parameters;          \
  type rk_avx512_##name parameters;
#define RK_CALL(name, ...)                          \
  (set == RK_AVX512 ? rk_avx512_##name(__VA_ARGS__) \
   : set == RK_AVX2 ? rk_avx2_##name(__VA_ARGS__)   \
                    : rk_portable_##name(__VA_ARGS__))
#elif defined(__aarch64__)
#define RK_DECLARE(type, name, parameters) \
  type rk_portable_##name parameters;      \
  type rk_neon_##name parameters;
#define RK_CALL(name, ...) (set == RK_NEON ? rk_neon_##name(__VA_ARGS__) : rk_portable_##name(__VA_ARGS__))
#else
#define RK_DECLARE(type, name, parameters) type rk_portable_##name parameters;
#define RK_CALL(name, ...) ((void)set, rk_portable_##name(__VA_ARGS__))
#endif

int rk_has_set(rk_set set) {
  switch (set) {
  case RK_PORTABLE: return 1;
#if defined(__x86_64__)
  case RK_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  case RK_AVX512:
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("fma");
#elif defined(__aarch64__) && defined(__linux__)
  case RK_NEON: return (getauxval(AT_HWCAP) & (1UL << 20)) != 0; /* HWCAP_ASIMDDP */
#elif defined(__aarch64__) && defined(__APPLE__)
  case RK_NEON: return 1;
#endif
  default: return 0;
  }
}

rk_set rk_best_set(void) {
  if (rk_has_set(RK_AVX512)) return RK_AVX512;
  if (rk_has_set(RK_AVX2)) return RK_AVX2;
  if (rk_has_set(RK_NEON)) return RK_NEON;
  return RK_PORTABLE;
}

RK_DECLARE(void, matrix_multiply,
           (const float *, ptrdiff_t, const float *, ptrdiff_t, ptrdiff_t, const float *, float *, ptrdiff_t,
            ptrdiff_t, ptrdiff_t, ptrdiff_t))
RK_DECLARE(void, gelu, (float *, ptrdiff_t))
RK_DECLARE(void, layer_norm,
           (float *, const float *, const float *, const float *, float, ptrdiff_t, ptrdiff_t))
RK_DECLARE(void, attention, (const float *, float *, float *, ptrdiff_t, ptrdiff_t))
RK_DECLARE(float, dot, (const float *, const float *, ptrdiff_t))
RK_DECLARE(void, embed, (const int8_t *, float, const float *, const float *, float *, ptrdiff_t))
RK_DECLARE(void, quantise, (const float *, ptrdiff_t, uint8_t *, float *, ptrdiff_t, ptrdiff_t))
RK_DECLARE(void, int8_multiply,
           (const uint8_t *, const float *, const int8_t *, const int32_t *, const float *, const float *,
            float *, ptrdiff_t, ptrdiff_t, ptrdiff_t, ptrdiff_t, int))
RK_DECLARE(void, layer_norm_quantise,
           (float *, const float *, const float *, const float *, float, uint8_t *, float *, ptrdiff_t,
            ptrdiff_t))

void rk_matrix_multiply(rk_set set, const float *a, ptrdiff_t a_stride, const float *b, ptrdiff_t row_stride,
                        ptrdiff_t panel_stride, const float *bias, float *c, ptrdiff_t c_stride,
                        ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t panels) {
  RK_CALL(matrix_multiply, a, a_stride, b, row_stride, panel_stride, bias, c, c_stride, rows, inner, panels);
}

void rk_gelu(rk_set set, float *values, ptrdiff_t count) { RK_CALL(gelu, values, count); }

void rk_layer_norm(rk_set set, float *rows, const float *residual, const float *weight, const float *bias,
                   float epsilon, ptrdiff_t count, ptrdiff_t width) {
  RK_CALL(layer_norm, rows, residual, weight, bias, epsilon, count, width);
}

void rk_attention(rk_set set, const float *qkv, float *out, float *scratch, ptrdiff_t length, ptrdiff_t width) {
  RK_CALL(attention, qkv, out, scratch, length, width);
}

ptrdiff_t rk_attention_scratch(ptrdiff_t length) {
  ptrdiff_t padded = (length + 15) & ~(ptrdiff_t)15;
  return (32 + 24) * padded;
}

float rk_dot(rk_set set, const float *a, const float *b, ptrdiff_t count) { return RK_CALL(dot, a, b, count); }

void rk_embed(rk_set set, const int8_t *piece, float scale, const float *position, const float *offset,
              float *row, ptrdiff_t width) {
  RK_CALL(embed, piece, scale, position, offset, row, width);
}

void rk_quantise(rk_set set, const float *rows, ptrdiff_t stride, uint8_t *bytes, float *steps, ptrdiff_t count,
                 ptrdiff_t width) {
  RK_CALL(quantise, rows, stride, bytes, steps, count, width);
}

void rk_int8_multiply(rk_set set, const uint8_t *a, const float *steps, const int8_t *b, const int32_t *starts,
                      const float *scales, const float *bias, float *c, ptrdiff_t c_stride, ptrdiff_t rows,
                      ptrdiff_t inner, ptrdiff_t panels, int gelu) {
  RK_CALL(int8_multiply, a, steps, b, starts, scales, bias, c, c_stride, rows, inner, panels, gelu);
}

void rk_layer_norm_quantise(rk_set set, float *rows, const float *residual, const float *weight,
                            const float *bias, float epsilon, uint8_t *bytes, float *steps, ptrdiff_t count,
                            ptrdiff_t width) {
  RK_CALL(layer_norm_quantise, rows, residual, weight, bias, epsilon, bytes, steps, count, width);
}
