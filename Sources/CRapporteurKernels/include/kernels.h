#ifndef RAPPORTEUR_KERNELS_H
#define RAPPORTEUR_KERNELS_H
/* Arithmetic kernels of the encoder; each has a portable twin. */
#endif
