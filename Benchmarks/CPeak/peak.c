/* The roof of the roofline: multiply-adds of int8 on registers, without any load or store. */
#include "peak.h"
#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni"))) static double vnni(long rounds) {
  __m512i sums[12];
  __m512i a = _mm512_set1_epi8(3), b = _mm512_set1_epi8(1);
  for (int i = 0; i < 12; i++) sums[i] = _mm512_setzero_si512();
  for (long round = 0; round < rounds; round++) {
    for (int i = 0; i < 12; i++) sums[i] = _mm512_dpbusd_epi32(sums[i], a, b);
    /* Each round differs in the compiler's eyes, so none is dropped or joined. */
    __asm__ volatile("" : "+v"(a), "+v"(b));
  }
  __m512i all = sums[0];
  for (int i = 1; i < 12; i++) all = _mm512_add_epi32(all, sums[i]);
  __asm__ volatile("" : : "v"(all));
  return (double)rounds * 12 * 64;
}

__attribute__((target("avx2"))) static double avx2(long rounds) {
  __m256i sums[12];
  __m256i a = _mm256_set1_epi16(3), b = _mm256_set1_epi16(1);
  for (int i = 0; i < 12; i++) sums[i] = _mm256_setzero_si256();
  for (long round = 0; round < rounds; round++) {
    for (int i = 0; i < 12; i++) sums[i] = _mm256_add_epi32(sums[i], _mm256_madd_epi16(a, b));
    __asm__ volatile("" : "+x"(a), "+x"(b));
  }
  __m256i all = sums[0];
  for (int i = 1; i < 12; i++) all = _mm256_add_epi32(all, sums[i]);
  __asm__ volatile("" : : "x"(all));
  return (double)rounds * 12 * 16;
}

static int has_vnni(void) { return __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512vl"); }

double peak_int8(long rounds) {
  if (has_vnni()) return vnni(rounds);
  return __builtin_cpu_supports("avx2") ? avx2(rounds) : 0;
}

const char *peak_int8_name(void) { return has_vnni() ? "AVX-512 VNNI" : "AVX2 (16-bit pairs)"; }
#else
double peak_int8(long rounds) { return (void)rounds, 0; }

const char *peak_int8_name(void) { return "not measured on this processor"; }
#endif
