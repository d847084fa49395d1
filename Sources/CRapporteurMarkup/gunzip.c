// gzip through zlib, one step at a time, so that the caller can bound what comes out.
#include "CRapporteurMarkup.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

struct crm_gunzip {
  z_stream stream;
  int has_ended;
};

crm_gunzip *crm_gunzip_new(void) {
  crm_gunzip *state = calloc(1, sizeof *state);
  if (state && inflateInit2(&state->stream, 15 + 32) != Z_OK) {
    free(state);
    return NULL;
  }
  return state;
}

void crm_gunzip_free(crm_gunzip *state) {
  if (!state) return;
  inflateEnd(&state->stream);
  free(state);
}

int crm_gunzip_step(
  crm_gunzip *state, const uint8_t *input, size_t input_count, size_t *consumed, uint8_t *output,
  size_t output_count, size_t *produced) {
  *consumed = 0;
  *produced = 0;
  if (state->has_ended) {
    inflateReset(&state->stream);
    state->has_ended = 0;
  }
  unsigned in = input_count > INT_MAX ? INT_MAX : (unsigned)input_count;
  unsigned out = output_count > INT_MAX ? INT_MAX : (unsigned)output_count;
  state->stream.next_in = (Bytef *)input;
  state->stream.avail_in = in;
  state->stream.next_out = output;
  state->stream.avail_out = out;
  int status = inflate(&state->stream, Z_NO_FLUSH);
  *consumed = in - state->stream.avail_in;
  *produced = out - state->stream.avail_out;
  if (status == Z_STREAM_END) {
    state->has_ended = 1;
    return 1;
  }
  return status == Z_OK || status == Z_BUF_ERROR ? 0 : -1;
}
