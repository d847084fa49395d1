#ifndef RAPPORTEUR_KERNELS_H
#define RAPPORTEUR_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/* Arithmetic kernels of the encoder.
 *
 * Every function takes the instruction set to use as its first argument. Integer results are the same on
 * every set; float results are the same too, because each sum is taken in the same order over sixteen lanes
 * and each multiply-add is rounded once. Matrices are row-major; strides count elements. */

typedef enum {
  RK_PORTABLE = 0, /* plain C; on 64-bit ARM the compiler turns it into NEON */
  RK_AVX2 = 1,     /* AVX2 and FMA */
  RK_AVX512 = 2,   /* AVX-512 F, BW, VL, DQ and VNNI */
  RK_NEON = 3      /* ARMv8 with the dot product instructions */
} rk_set;

/* The best set that this processor has. */
rk_set rk_best_set(void);

/* Whether this processor (and this build) can run `set`. */
int rk_has_set(rk_set set);

/* c[rows, 16 * panels] = a[rows, inner] * b + bias.
 * b lies in panels of 16 columns: element (k, 16 * p + j) is at b[p * panel_stride + k * row_stride + j].
 * bias may be NULL; else it has 16 * panels elements. */
void rk_matrix_multiply(rk_set set, const float *a, ptrdiff_t a_stride, const float *b, ptrdiff_t row_stride,
                        ptrdiff_t panel_stride, const float *bias, float *c, ptrdiff_t c_stride,
                        ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t panels);

/* Packs row-major weights [outputs, inputs] into panels of 16 columns, as rk_matrix_multiply reads them with a
 * row stride of 16 and a panel stride of 16 * inputs. The padding of the last panel must be zero already. */
void rk_pack(const float *weights, ptrdiff_t outputs, ptrdiff_t inputs, float *packed);

/* Packs row-major int8 weights [outputs, inputs] as rk_int8_multiply reads them, -128 taken as -127, and
 * writes starts[outputs]. The padding of the last panel must be zero already. */
void rk_int8_pack(const int8_t *weights, ptrdiff_t outputs, ptrdiff_t inputs, int8_t *packed, int32_t *starts);

/* Rounds each row of weights [outputs, inputs] to 127 steps of its largest magnitude; scales[outputs]. */
void rk_int8_round(const float *weights, ptrdiff_t outputs, ptrdiff_t inputs, int8_t *rounded, float *scales);

/* values[outputs, inputs] = weights * scale of the row. */
void rk_dequantise(const int8_t *weights, const float *scales, ptrdiff_t outputs, ptrdiff_t inputs,
                   float *values);

/* values[count] = gelu(values[count]), x * Phi(x); absolute error below 1e-6. count is a multiple of 16. */
void rk_gelu(rk_set set, float *values, ptrdiff_t count);

/* Adds `residual` to each row of `rows` [count, width] (NULL: nothing), then brings each row to mean 0 and
 * variance 1 and scales it; in place. width is a multiple of 16. */
void rk_layer_norm(rk_set set, float *rows, const float *residual, const float *weight, const float *bias,
                   float epsilon, ptrdiff_t count, ptrdiff_t width);

/* Self-attention of all heads. qkv [length, 3 * width] holds queries, keys and values side by side; the
 * result goes to out [length, width]. head_width is 32. scratch has rk_attention_scratch(length) floats.
 * Source: Vaswani et al. 2017, section 3.2, https://arxiv.org/abs/1706.03762. */
void rk_attention(rk_set set, const float *qkv, float *out, float *scratch, ptrdiff_t length, ptrdiff_t width);
ptrdiff_t rk_attention_scratch(ptrdiff_t length);

/* The sum of a[i] * b[i]; count is a multiple of 16. */
float rk_dot(rk_set set, const float *a, const float *b, ptrdiff_t count);

/* One input row of the encoder: word piece (int8 times scale) + position + offset, into row[width]. */
void rk_embed(rk_set set, const int8_t *piece, float scale, const float *position, const float *offset,
              float *row, ptrdiff_t width);

/* Rounds each row to 127 steps of its largest magnitude. `bytes` [count, width] is in the form that `set`
 * multiplies; steps[count] are the sizes of a step. width is a multiple of 16. */
void rk_quantise(rk_set set, const float *rows, ptrdiff_t stride, uint8_t *bytes, float *steps, ptrdiff_t count,
                 ptrdiff_t width);

/* c[rows, 16 * panels] = (a * b) * step of the row * scale of the column + bias, then GELU where `gelu` is set.
 * a [rows, inner] and steps come from rk_quantise with the same set. b holds -127 ... 127 in panels of 16
 * columns: element (k, 16 * p + j) is at b[16 * inner * p + 64 * (k / 4) + 4 * j + k % 4]. starts[16 * panels]
 * is -128 times the sum of each column. inner is a multiple of 16. */
void rk_int8_multiply(rk_set set, const uint8_t *a, const float *steps, const int8_t *b, const int32_t *starts,
                      const float *scales, const float *bias, float *c, ptrdiff_t c_stride, ptrdiff_t rows,
                      ptrdiff_t inner, ptrdiff_t panels, int gelu);

/* rk_layer_norm and rk_quantise in one pass. */
void rk_layer_norm_quantise(rk_set set, float *rows, const float *residual, const float *weight,
                            const float *bias, float epsilon, uint8_t *bytes, float *steps, ptrdiff_t count,
                            ptrdiff_t width);

#endif
