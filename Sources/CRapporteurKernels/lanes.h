/* Sixteen float lanes in the compiler's own vector type, so that one text serves every instruction set. */
#ifndef RAPPORTEUR_LANES_H
#define RAPPORTEUR_LANES_H

#include <stddef.h>
#include <stdint.h>

#define RK_INLINE static inline __attribute__((always_inline, unused))

typedef float lanes __attribute__((vector_size(64)));
typedef float loose_lanes __attribute__((vector_size(64), aligned(4)));
typedef int32_t int_lanes __attribute__((vector_size(64)));
typedef float lanes8 __attribute__((vector_size(32)));
typedef float lanes4 __attribute__((vector_size(16)));

#define rk_load(p) ((lanes)(*(const loose_lanes *)(p)))
#define rk_store(p, v) (*(loose_lanes *)(p) = (v))
#if __has_builtin(__builtin_elementwise_fma)
#define rk_fma(a, b, c) __builtin_elementwise_fma((a), (b), (c))
#else /* Clang before 17; its vectoriser makes one instruction of the loop where the target has it. */
#define rk_fma(a, b, c)                                                                              \
  ({                                                                                                 \
    lanes rk_x = (a), rk_y = (b), rk_z = (c), rk_r;                                                  \
    for (int rk_i = 0; rk_i < 16; rk_i++) rk_r[rk_i] = __builtin_fmaf(rk_x[rk_i], rk_y[rk_i], rk_z[rk_i]); \
    rk_r;                                                                                            \
  })
#endif
#define rk_max(a, b) __builtin_elementwise_max((a), (b))
#define rk_min(a, b) __builtin_elementwise_min((a), (b))
#define rk_all(x) ((lanes){} + (x))

/* Sums and maxima fold halves upon each other: one fixed order for every instruction set. */
#define rk_fold(v, OP, result)                                                   \
  do {                                                                           \
    lanes rk_v = (v);                                                            \
    lanes8 rk_a = __builtin_shufflevector(rk_v, rk_v, 0, 1, 2, 3, 4, 5, 6, 7);   \
    lanes8 rk_b = __builtin_shufflevector(rk_v, rk_v, 8, 9, 10, 11, 12, 13, 14, 15); \
    lanes8 rk_c = OP(rk_a, rk_b);                                                \
    lanes4 rk_d = __builtin_shufflevector(rk_c, rk_c, 0, 1, 2, 3);               \
    lanes4 rk_e = __builtin_shufflevector(rk_c, rk_c, 4, 5, 6, 7);               \
    lanes4 rk_f = OP(rk_d, rk_e);                                                \
    float rk_g = OP(rk_f[0], rk_f[2]), rk_h = OP(rk_f[1], rk_f[3]);              \
    (result) = OP(rk_g, rk_h);                                                   \
  } while (0)
#define RK_ADD(a, b) ((a) + (b))

#endif
