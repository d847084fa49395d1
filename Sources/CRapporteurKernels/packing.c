/* Brings weights into the order in which the kernels read them; done once, when a model is loaded. */
#include "kernels.h"

void rk_pack(const float *weights, ptrdiff_t outputs, ptrdiff_t inputs, float *packed) {
  for (ptrdiff_t output = 0; output < outputs; output++) {
    float *column = packed + output / 16 * 16 * inputs + output % 16;
    for (ptrdiff_t input = 0; input < inputs; input++) column[input * 16] = weights[output * inputs + input];
  }
}

void rk_int8_pack(const int8_t *weights, ptrdiff_t outputs, ptrdiff_t inputs, int8_t *packed, int32_t *starts) {
  for (ptrdiff_t output = 0; output < outputs; output++) {
    int8_t *column = packed + output / 16 * 16 * inputs + output % 16 * 4;
    int32_t sum = 0;
    for (ptrdiff_t input = 0; input < inputs; input++) {
      int8_t weight = weights[output * inputs + input];
      if (weight == -128) weight = -127;
      column[input / 4 * 64 + input % 4] = weight;
      sum += weight;
    }
    starts[output] = -128 * sum;
  }
}

void rk_int8_round(const float *weights, ptrdiff_t outputs, ptrdiff_t inputs, int8_t *rounded, float *scales) {
  for (ptrdiff_t output = 0; output < outputs; output++) {
    const float *row = weights + output * inputs;
    float top = 0;
    for (ptrdiff_t i = 0; i < inputs; i++) {
      float size = row[i] < 0 ? -row[i] : row[i];
      if (size > top) top = size;
    }
    scales[output] = top / 127.0f;
    float inverse = top > 0 ? 127.0f / top : 0.0f;
    for (ptrdiff_t i = 0; i < inputs; i++)
      rounded[output * inputs + i] = (int8_t)(row[i] * inverse + (row[i] < 0 ? -0.5f : 0.5f));
  }
}

void rk_dequantise(const int8_t *weights, const float *scales, ptrdiff_t outputs, ptrdiff_t inputs,
                   float *values) {
  for (ptrdiff_t output = 0; output < outputs; output++)
    for (ptrdiff_t i = 0; i < inputs; i++)
      values[output * inputs + i] = (float)weights[output * inputs + i] * scales[output];
}
