/* Runs every kernel of every instruction set that this processor has on random numbers of awkward lengths.
 *
 * Each set must give the bits of plain C, and plain C must keep to the definition in double precision:
 *   products, embeddings, dot products   2e-6 of the sum of the magnitudes that go in
 *   gelu                                 2e-6, absolute
 *   layer norm                           2e-5, absolute, for weights of at most 3
 *   attention                            2e-5, absolute, for values of at most 3
 *   int8 products                        exact sums, then 2e-6 as above
 *   rounding                             half a step and one thousandth of it
 * What lies behind a result must stay untouched. Usage: parity [SET THAT MUST BE THERE | not SET]
 * `make test-neon` runs it natively and on an emulated 64-bit ARM, with and without dot product instructions. */
#include "kernels.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *names[] = {"portable", "avx2", "avx512", "neon"};
static const rk_set sets[] = {RK_PORTABLE, RK_AVX2, RK_AVX512, RK_NEON};
static int failures, checks;

/* xorshift64*: the same numbers on every machine. */
static uint64_t state = 88172645463325252u;
static uint32_t next(void) {
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return (uint32_t)((state * 2685821657736338717u) >> 32);
}
static float uniform(void) { return (float)((double)next() / 4294967296.0 * 6 - 3); }
static int8_t weight(void) { return (int8_t)((int)(next() % 255) - 127); }

static void fail(const char *kernel, rk_set set, const char *what, long at, double found, double expected) {
  if (failures++ < 20)
    printf("FAIL %s, %s: %s at %ld: %.9g, expected %.9g\n", kernel, names[set], what, at, found, expected);
}

#define GUARD 64
static const unsigned char guard_byte = 0xA5;

/* Memory with a guard behind it. */
static void *block(size_t bytes) {
  unsigned char *memory = malloc(bytes + GUARD);
  if (!memory) exit(2);
  memset(memory, 0, bytes);
  memset(memory + bytes, guard_byte, GUARD);
  return memory;
}
static void check_guard(const char *kernel, rk_set set, const void *memory, size_t bytes) {
  const unsigned char *end = (const unsigned char *)memory + bytes;
  for (int i = 0; i < GUARD; i++)
    if (end[i] != guard_byte) {
      fail(kernel, set, "wrote behind its result", i, end[i], guard_byte);
      return;
    }
}
static float *numbers(size_t count) {
  float *values = block(count * sizeof(float));
  for (size_t i = 0; i < count; i++) values[i] = uniform();
  return values;
}
static float *copy(const float *values, size_t count) {
  float *result = block(count * sizeof(float));
  memcpy(result, values, count * sizeof(float));
  return result;
}

static void same(const char *kernel, rk_set set, const float *found, const float *expected, size_t count) {
  checks++;
  for (size_t i = 0; i < count; i++)
    if (memcmp(found + i, expected + i, sizeof(float))) {
      fail(kernel, set, "other bits than plain C", (long)i, found[i], expected[i]);
      return;
    }
}
static void near(const char *kernel, rk_set set, long at, double found, double expected, double bound) {
  if (!(fabs(found - expected) <= bound)) fail(kernel, set, "too far from its definition", at, found, expected);
}

/* Calls `body` for each set of this processor; `set` is plain C first. */
#define EACH_SET for (size_t s = 0; s < sizeof sets / sizeof *sets; s++) if (rk_has_set(sets[s]))

static void products(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t panels, int with_bias) {
  ptrdiff_t outputs = 16 * panels, a_stride = inner + 5, c_stride = outputs + 3;
  float *a = numbers(rows * a_stride), *w = numbers(outputs * inner), *bias = numbers(outputs);
  float *b = block(outputs * inner * sizeof(float)), *first = NULL;
  size_t count = (rows - 1) * c_stride + outputs;
  rk_pack(w, outputs, inner, b);
  EACH_SET {
    float *c = block(count * sizeof(float));
    rk_matrix_multiply(sets[s], a, a_stride, b, 16, 16 * inner, with_bias ? bias : NULL, c, c_stride, rows, inner, panels);
    check_guard("matrix_multiply", sets[s], c, count * sizeof(float));
    if (first) {
      same("matrix_multiply", sets[s], c, first, count);
      free(c);
      continue;
    }
    first = c;
    for (ptrdiff_t r = 0; r < rows; r++)
      for (ptrdiff_t o = 0; o < outputs; o++) {
        double sum = with_bias ? bias[o] : 0, size = fabs(sum);
        for (ptrdiff_t k = 0; k < inner; k++) {
          double term = (double)a[r * a_stride + k] * w[o * inner + k];
          sum += term;
          size += fabs(term);
        }
        near("matrix_multiply", sets[s], r * c_stride + o, c[r * c_stride + o], sum, 2e-6 * size);
      }
  }
  free(a), free(w), free(bias), free(b), free(first);
}

static double gelu_of(double x) { return 0.5 * x * (1 + erf(x / sqrt(2.0))); }

static void gelu(ptrdiff_t count) {
  float *values = numbers(count), *first = NULL;
  for (ptrdiff_t i = 0; i < count; i++) values[i] *= 4;
  EACH_SET {
    float *found = copy(values, count);
    rk_gelu(sets[s], found, count);
    check_guard("gelu", sets[s], found, count * sizeof(float));
    if (first) {
      same("gelu", sets[s], found, first, count);
      free(found);
      continue;
    }
    first = found;
    for (ptrdiff_t i = 0; i < count; i++) near("gelu", sets[s], i, found[i], gelu_of(values[i]), 2e-6);
  }
  free(values), free(first);
}

/* What a set adds to a rounded number: the byte of 0. */
static int offset_of(rk_set set) {
  float zeros[16] = {0}, step;
  uint8_t bytes[16];
  rk_quantise(set, zeros, 16, bytes, &step, 1, 16);
  return bytes[0];
}
static int value_of(uint8_t byte, int offset) { return (int8_t)(uint8_t)(byte - offset); }

static void check_rounding(const char *kernel, rk_set set, const float *rows, ptrdiff_t stride, const uint8_t *bytes,
                           const float *steps, ptrdiff_t count, ptrdiff_t width) {
  int offset = offset_of(set);
  checks++;
  for (ptrdiff_t r = 0; r < count; r++)
    for (ptrdiff_t i = 0; i < width; i++)
      near(kernel, set, r * width + i, value_of(bytes[r * width + i], offset) * (double)steps[r], rows[r * stride + i],
           0.501 * steps[r]);
}

static void same_rounding(const char *kernel, rk_set set, const uint8_t *found, const uint8_t *expected, size_t count) {
  int own = offset_of(set), plain = offset_of(RK_PORTABLE);
  checks++;
  for (size_t i = 0; i < count; i++)
    if (value_of(found[i], own) != value_of(expected[i], plain)) {
      fail(kernel, set, "other bytes than plain C", (long)i, value_of(found[i], own), value_of(expected[i], plain));
      return;
    }
}

static void quantise(ptrdiff_t count, ptrdiff_t width) {
  ptrdiff_t stride = width + 7;
  float *rows = numbers(count * stride), *first_steps = NULL;
  uint8_t *first = NULL;
  memset(rows, 0, width * sizeof(float)); /* a row of zeros has no step */
  EACH_SET {
    uint8_t *bytes = block(count * width);
    float *steps = block(count * sizeof(float));
    rk_quantise(sets[s], rows, stride, bytes, steps, count, width);
    check_guard("quantise", sets[s], bytes, count * width);
    check_guard("quantise", sets[s], steps, count * sizeof(float));
    check_rounding("quantise", sets[s], rows, stride, bytes, steps, count, width);
    if (first) {
      same_rounding("quantise", sets[s], bytes, first, count * width);
      same("quantise", sets[s], steps, first_steps, count);
      free(bytes), free(steps);
    } else {
      first = bytes, first_steps = steps;
    }
  }
  free(rows), free(first), free(first_steps);
}

static void layer_norm(ptrdiff_t count, ptrdiff_t width, int with_residual) {
  size_t all = count * width;
  float *given = numbers(all), *residual = numbers(all), *scale = numbers(width), *bias = numbers(width);
  float *first = NULL, *first_steps = NULL;
  uint8_t *first_bytes = NULL;
  EACH_SET {
    float *plain = copy(given, all), *fused = copy(given, all), *steps = block(count * sizeof(float));
    uint8_t *bytes = block(all);
    const float *added = with_residual ? residual : NULL;
    rk_layer_norm(sets[s], plain, added, scale, bias, 1e-12f, count, width);
    rk_layer_norm_quantise(sets[s], fused, added, scale, bias, 1e-12f, bytes, steps, count, width);
    check_guard("layer_norm", sets[s], plain, all * sizeof(float));
    check_guard("layer_norm_quantise", sets[s], fused, all * sizeof(float));
    check_guard("layer_norm_quantise", sets[s], bytes, all);
    same("layer_norm_quantise beside layer_norm", sets[s], fused, plain, all);
    check_rounding("layer_norm_quantise", sets[s], fused, width, bytes, steps, count, width);
    if (first) {
      same("layer_norm", sets[s], plain, first, all);
      same("layer_norm_quantise", sets[s], steps, first_steps, count);
      same_rounding("layer_norm_quantise", sets[s], bytes, first_bytes, all);
      free(plain), free(steps), free(bytes);
    } else {
      first = plain, first_steps = steps, first_bytes = bytes;
      for (ptrdiff_t r = 0; r < count; r++) {
        double mean = 0, variance = 0;
        for (ptrdiff_t i = 0; i < width; i++)
          mean += (given[r * width + i] + (double)(added ? added[r * width + i] : 0)) / width;
        for (ptrdiff_t i = 0; i < width; i++) {
          double v = given[r * width + i] + (double)(added ? added[r * width + i] : 0) - mean;
          variance += v * v / width;
        }
        for (ptrdiff_t i = 0; i < width; i++) {
          double v = given[r * width + i] + (double)(added ? added[r * width + i] : 0) - mean;
          near("layer_norm", sets[s], r * width + i, plain[r * width + i], v / sqrt(variance + 1e-12) * scale[i] + bias[i],
               2e-5);
        }
      }
    }
    free(fused);
  }
  free(given), free(residual), free(scale), free(bias), free(first), free(first_steps), free(first_bytes);
}

static void attention(ptrdiff_t length, ptrdiff_t width) {
  float *qkv = numbers(length * 3 * width), *first = NULL;
  size_t count = length * width, room = rk_attention_scratch(length);
  EACH_SET {
    float *out = block(count * sizeof(float)), *scratch = block(room * sizeof(float));
    rk_attention(sets[s], qkv, out, scratch, length, width);
    check_guard("attention", sets[s], out, count * sizeof(float));
    check_guard("attention", sets[s], scratch, room * sizeof(float));
    free(scratch);
    if (first) {
      same("attention", sets[s], out, first, count);
      free(out);
      continue;
    }
    first = out;
    double *weights = malloc(length * sizeof(double));
    for (ptrdiff_t i = 0; i < length; i++)
      for (ptrdiff_t head = 0; head < width; head += 32) {
        double top = -1e300, sum = 0;
        for (ptrdiff_t j = 0; j < length; j++) {
          weights[j] = 0;
          for (int d = 0; d < 32; d++)
            weights[j] += (double)qkv[i * 3 * width + head + d] * qkv[j * 3 * width + width + head + d];
          weights[j] /= sqrt(32.0);
          if (weights[j] > top) top = weights[j];
        }
        for (ptrdiff_t j = 0; j < length; j++) sum += weights[j] = exp(weights[j] - top);
        for (int d = 0; d < 32; d++) {
          double value = 0;
          for (ptrdiff_t j = 0; j < length; j++) value += weights[j] / sum * qkv[j * 3 * width + 2 * width + head + d];
          near("attention", sets[s], i * width + head + d, out[i * width + head + d], value, 2e-5);
        }
      }
    free(weights);
  }
  free(qkv), free(first);
}

static void dot(ptrdiff_t count) {
  float *a = numbers(count), *b = numbers(count), first = 0;
  double sum = 0, size = 0;
  for (ptrdiff_t i = 0; i < count; i++) sum += (double)a[i] * b[i], size += fabs((double)a[i] * b[i]);
  EACH_SET {
    float found = rk_dot(sets[s], a, b, count);
    if (s == 0) first = found;
    same("dot", sets[s], &found, &first, 1);
    near("dot", sets[s], 0, found, sum, 2e-6 * size);
  }
  free(a), free(b);
}

static void embed(ptrdiff_t width) {
  float *position = numbers(width), *offset = numbers(width), *first = NULL;
  int8_t *piece = block(width);
  for (ptrdiff_t i = 0; i < width; i++) piece[i] = weight();
  EACH_SET {
    float *row = block(width * sizeof(float));
    rk_embed(sets[s], piece, 0.0173f, position, offset, row, width);
    check_guard("embed", sets[s], row, width * sizeof(float));
    for (ptrdiff_t i = 0; i < width; i++)
      near("embed", sets[s], i, row[i], piece[i] * (double)0.0173f + position[i] + offset[i], 2e-5);
    if (first) {
      same("embed", sets[s], row, first, width);
      free(row);
    } else {
      first = row;
    }
  }
  free(position), free(offset), free(piece), free(first);
}

/* `extreme`: all bytes at their ends, the largest sums that can be. */
static void int8_products(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t panels, int with_gelu, int extreme) {
  ptrdiff_t outputs = 16 * panels, c_stride = outputs + 3;
  float *input = numbers(rows * inner), *scales = numbers(outputs), *bias = numbers(outputs), *first = NULL;
  int8_t *w = block(outputs * inner), *b = block(outputs * inner);
  int32_t *starts = block(outputs * sizeof(int32_t));
  size_t count = (rows - 1) * c_stride + outputs;
  for (ptrdiff_t o = 0; o < outputs; o++) scales[o] = fabsf(scales[o]) / 100;
  for (ptrdiff_t i = 0; i < outputs * inner; i++) w[i] = extreme ? (i / inner % 2 ? -127 : 127) : weight();
  if (extreme)
    for (ptrdiff_t i = 0; i < rows * inner; i++) input[i] = i / inner % 3 ? 2.5f : -2.5f;
  rk_int8_pack(w, outputs, inner, b, starts);
  EACH_SET {
    int offset = offset_of(sets[s]);
    uint8_t *bytes = block(rows * inner);
    float *steps = block(rows * sizeof(float)), *c = block(count * sizeof(float));
    rk_quantise(sets[s], input, inner, bytes, steps, rows, inner);
    rk_int8_multiply(sets[s], bytes, steps, b, starts, scales, bias, c, c_stride, rows, inner, panels, with_gelu);
    check_guard("int8_multiply", sets[s], c, count * sizeof(float));
    for (ptrdiff_t r = 0; r < rows; r++)
      for (ptrdiff_t o = 0; o < outputs; o++) {
        int64_t sum = 0;
        for (ptrdiff_t k = 0; k < inner; k++) sum += value_of(bytes[r * inner + k], offset) * w[o * inner + k];
        double product = (double)sum * steps[r] * scales[o], plain = product + bias[o];
        near("int8_multiply", sets[s], r * c_stride + o, c[r * c_stride + o], with_gelu ? gelu_of(plain) : plain,
             2e-6 * (fabs(product) + fabs(bias[o]) + with_gelu));
      }
    free(bytes), free(steps);
    if (first) {
      same("int8_multiply", sets[s], c, first, count);
      free(c);
    } else {
      first = c;
    }
  }
  free(input), free(scales), free(bias), free(w), free(b), free(starts), free(first);
}

static int is_set(const char *name) {
  for (size_t s = 0; s < sizeof sets / sizeof *sets; s++)
    if (!strcmp(names[s], name)) return rk_has_set(sets[s]);
  printf("no set is called '%s'\n", name);
  exit(2);
}

int main(int count, char **arguments) {
  if (count == 2 && !is_set(arguments[1])) return printf("this processor lacks %s\n", arguments[1]), 1;
  if (count == 3 && is_set(arguments[2])) return printf("this processor should lack %s\n", arguments[2]), 1;
  const ptrdiff_t rows[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 25, 67}, inners[] = {16, 48, 112, 384},
                  panels[] = {1, 2, 3, 5}, lengths[] = {1, 2, 7, 15, 16, 17, 23, 24, 25, 31, 33, 49, 100};
#define EACH(i, list) for (size_t i = 0; i < sizeof list / sizeof *list; i++)
  EACH(r, rows) EACH(k, inners) EACH(p, panels) {
    products(rows[r], inners[k], panels[p], (int)(r + k + p) % 2);
    int8_products(rows[r], inners[k], panels[p], (int)(r + k + p) % 2, 0);
  }
  for (ptrdiff_t inner = 1; inner < 40; inner += 3) products(5, inner, 3, 1);
  EACH(r, rows) int8_products(rows[r], 1536, 2, 0, 1);
  EACH(r, rows) EACH(k, inners) {
    quantise(rows[r], inners[k]);
    layer_norm(rows[r], inners[k], (int)(r + k) % 2);
  }
  EACH(l, lengths) attention(lengths[l], l % 2 ? 96 : 32);
  for (ptrdiff_t n = 16; n <= 1536; n += 16 + n / 4 / 16 * 16) gelu(n), dot(n);
  for (ptrdiff_t n = 1; n <= 400; n += 13) embed(n);
  printf("%d comparisons,", checks);
  EACH_SET printf(" %s", names[sets[s]]);
  printf(": %d failed\n", failures);
  return failures > 0;
}
