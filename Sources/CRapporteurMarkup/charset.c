// Character sets through the C library's iconv.
#include "CRapporteurMarkup.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

static const char replacement[3] = {(char)0xEF, (char)0xBF, (char)0xBD};

uint8_t *crm_to_utf8(const char *charset, const uint8_t *bytes, size_t count, size_t *result_count) {
  iconv_t converter = iconv_open("UTF-8", charset);
  if (converter == (iconv_t)-1) return NULL;
  size_t capacity = count + count / 2 + 64, used = 0;
  char *result = malloc(capacity);
  char *input = (char *)bytes;
  size_t left = count;
  while (result && left > 0) {
    char *output = result + used;
    size_t room = capacity - used;
    size_t status = iconv(converter, &input, &left, &output, &room);
    int reason = errno;
    used = (size_t)(output - result);
    if (status != (size_t)-1) break;
    if (reason == E2BIG || capacity - used < sizeof replacement) {
      char *grown = realloc(result, capacity *= 2);
      if (!grown) free(result);
      result = grown;
      if (reason == E2BIG) continue;
      if (!result) break;
    }
    memcpy(result + used, replacement, sizeof replacement);
    used += sizeof replacement;
    if (reason == EINVAL) break;  // the last character is cut off
    input += 1;
    left -= 1;
  }
  iconv_close(converter);
  *result_count = used;
  return (uint8_t *)result;
}
