/// HTML pages as a flat tree, character sets, and gzip: what Rapporteur asks of libxml2, iconv and zlib.
///
/// No header of those libraries is included here, so that Swift can import this one beside Foundation.
#ifndef CRAPPORTEUR_MARKUP_H
#define CRAPPORTEUR_MARKUP_H

#include <stddef.h>
#include <stdint.h>

/// One node of a page, in document order. Offsets point into the page's arena of UTF-8 bytes.
typedef struct {
  /// 0 text, 1 an element of a name that is not in the list, else an element: see crm_tag_name.
  int32_t tag;
  /// The index of the parent; -1 for the root.
  int32_t parent;
  /// One past the last node of the subtree.
  int32_t end;
  /// The first of the node's attributes, which stand next to each other.
  int32_t first_attribute;
  int32_t attribute_count;
  /// A text node's text, an element's name.
  uint32_t offset;
  uint32_t length;
} crm_node;

/// One attribute: its name in lower case and its value with entities resolved.
typedef struct {
  uint32_t name_offset;
  uint32_t name_length;
  uint32_t value_offset;
  uint32_t value_length;
} crm_attribute;

/// A parsed page. Node 0 is a root that stands for the document.
typedef struct crm_page crm_page;

/// Parses HTML that is valid UTF-8 without NUL bytes. Nothing is loaded from outside.
///
/// - depth_limit: elements nested deeper are not read, nor what follows them.
/// - node_limit: as much of the page as fits this number of nodes is read.
/// Returns NULL where memory is short.
crm_page *crm_page_parse(const uint8_t *bytes, size_t count, int32_t depth_limit, int32_t node_limit);
void crm_page_free(crm_page *page);
const crm_node *crm_page_nodes(const crm_page *page, int32_t *count);
const crm_attribute *crm_page_attributes(const crm_page *page, int32_t *count);
const uint8_t *crm_page_arena(const crm_page *page, size_t *count);
/// Whether a limit ended the reading.
int crm_page_is_cut(const crm_page *page);

/// The name of a known tag, NULL past the end of the list. Known tags start at 2.
const char *crm_tag_name(int32_t tag);

/// The code point of a named character reference of HTML 4 (`eacute`), -1 where there is no such name.
int32_t crm_entity(const uint8_t *name, size_t count);

/// Turns bytes of a character set into UTF-8; bytes that are wrong in it become U+FFFD.
///
/// The result is malloc'ed and belongs to the caller. Returns NULL where the set is unknown or memory is short.
uint8_t *crm_to_utf8(const char *charset, const uint8_t *bytes, size_t count, size_t *result_count);

/// A gzip reader (several members in a row are one stream).
typedef struct crm_gunzip crm_gunzip;

crm_gunzip *crm_gunzip_new(void);
void crm_gunzip_free(crm_gunzip *state);
/// Inflates from `input` to `output`.
///
/// `consumed` and `produced` say how much was taken and given. Returns 0 more to come, 1 a member has ended (call
/// again for the next), -1 damaged data.
int crm_gunzip_step(
  crm_gunzip *state, const uint8_t *input, size_t input_count, size_t *consumed, uint8_t *output,
  size_t output_count, size_t *produced);

#endif
