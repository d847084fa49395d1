#ifndef RAPPORTEUR_PEAK_H
#define RAPPORTEUR_PEAK_H

/* What one core can do at most: `rounds` times 12 independent multiply-adds of int8 on registers alone.
 * Returns the number of multiply-adds that were done, or 0 where the processor has no such instruction that
 * the encoder uses. */
double peak_int8(long rounds);

/* The name of the instruction. */
const char *peak_int8_name(void);

#endif
