// A page through libxml2's HTML parser in SAX mode: no tree of its own, one flat list of nodes.
#include "CRapporteurMarkup.h"
#include "tags.h"

#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
#include <stdlib.h>
#include <string.h>

struct crm_page {
  crm_node *nodes;
  int32_t node_count, node_capacity;
  crm_attribute *attributes;
  int32_t attribute_count, attribute_capacity;
  uint8_t *arena;
  size_t arena_count, arena_capacity;
  int32_t open;  // the innermost open element
  int32_t depth, depth_limit, node_limit;
  int is_cut, is_short_of_memory;
  htmlParserCtxtPtr parser;
};

static void stop(crm_page *page) {
  page->is_cut = 1;
  xmlStopParser(page->parser);
}

// Makes room for `more` elements of `size` bytes; 0 where memory is short.
static int grow(void **array, size_t count, size_t more, size_t *capacity, size_t size) {
  if (count + more <= *capacity) return 1;
  size_t wanted = *capacity * 2 > count + more ? *capacity * 2 : count + more;
  void *grown = realloc(*array, wanted * size);
  if (!grown) return 0;
  *array = grown;
  *capacity = wanted;
  return 1;
}

static int32_t store(crm_page *page, const xmlChar *bytes, size_t count, uint32_t *offset, uint32_t *length) {
  void *arena = page->arena;
  if (page->arena_count + count > UINT32_MAX ||
      !grow(&arena, page->arena_count, count, &page->arena_capacity, 1)) {
    page->is_short_of_memory = 1;
    return 0;
  }
  page->arena = arena;
  memcpy(page->arena + page->arena_count, bytes, count);
  *offset = (uint32_t)page->arena_count;
  *length = (uint32_t)count;
  page->arena_count += count;
  return 1;
}

static crm_node *add_node(crm_page *page, int32_t tag) {
  if (page->node_count >= page->node_limit) {
    stop(page);
    return NULL;
  }
  void *nodes = page->nodes;
  size_t capacity = (size_t)page->node_capacity;
  if (!grow(&nodes, (size_t)page->node_count, 1, &capacity, sizeof(crm_node))) {
    page->is_short_of_memory = 1;
    stop(page);
    return NULL;
  }
  page->nodes = nodes;
  page->node_capacity = (int32_t)capacity;
  crm_node *node = &page->nodes[page->node_count];
  memset(node, 0, sizeof *node);
  node->tag = tag;
  node->parent = page->open;
  node->end = page->node_count + 1;
  node->first_attribute = page->attribute_count;
  page->node_count += 1;
  return node;
}

static int compare_names(const void *name, const void *entry) {
  return strcmp((const char *)name, ((const crm_tag_entry *)entry)->name);
}

static int32_t tag_of(const char *name) {
  const crm_tag_entry *entry =
    bsearch(name, crm_tags, crm_tag_count, sizeof(crm_tag_entry), compare_names);
  return entry ? (int32_t)(entry - crm_tags) + 2 : 1;
}

const char *crm_tag_name(int32_t tag) {
  return tag >= 2 && (size_t)(tag - 2) < crm_tag_count ? crm_tags[tag - 2].name : NULL;
}

static void add_attribute(crm_page *page, const xmlChar *name, const xmlChar *value) {
  void *attributes = page->attributes;
  size_t capacity = (size_t)page->attribute_capacity;
  if (!grow(&attributes, (size_t)page->attribute_count, 1, &capacity, sizeof(crm_attribute))) {
    page->is_short_of_memory = 1;
    return;
  }
  page->attributes = attributes;
  page->attribute_capacity = (int32_t)capacity;
  crm_attribute *attribute = &page->attributes[page->attribute_count];
  memset(attribute, 0, sizeof *attribute);
  if (!store(page, name, strlen((const char *)name), &attribute->name_offset, &attribute->name_length)) return;
  if (value) {
    if (!store(page, value, strlen((const char *)value), &attribute->value_offset, &attribute->value_length)) return;
  }
  page->attribute_count += 1;
}

static void start_element(void *user, const xmlChar *name, const xmlChar **attributes) {
  crm_page *page = user;
  if (page->is_cut) return;
  if (page->depth >= page->depth_limit) {
    stop(page);
    return;
  }
  crm_node *node = add_node(page, tag_of((const char *)name));
  if (!node) return;
  int32_t index = page->node_count - 1;
  store(page, name, strlen((const char *)name), &node->offset, &node->length);
  for (; attributes && attributes[0]; attributes += 2) add_attribute(page, attributes[0], attributes[1]);
  page->nodes[index].attribute_count = page->attribute_count - page->nodes[index].first_attribute;
  page->open = index;
  page->depth += 1;
}

static void end_element(void *user, const xmlChar *name) {
  crm_page *page = user;
  (void)name;  // the parser ends what it has opened, innermost first
  if (page->is_cut || page->open <= 0) return;
  page->nodes[page->open].end = page->node_count;
  page->open = page->nodes[page->open].parent;
  page->depth -= 1;
}

static void characters(void *user, const xmlChar *text, int count) {
  crm_page *page = user;
  if (page->is_cut || count <= 0) return;
  uint32_t offset, length;
  crm_node *last = &page->nodes[page->node_count - 1];
  int continues = last->tag == 0 && last->parent == page->open &&
    (size_t)last->offset + last->length == page->arena_count;
  if (!store(page, text, (size_t)count, &offset, &length)) {
    stop(page);
    return;
  }
  if (continues) {
    page->nodes[page->node_count - 1].length += length;
    return;
  }
  crm_node *node = add_node(page, 0);
  if (!node) return;
  node->offset = offset;
  node->length = length;
}

static void close_all(crm_page *page) {
  for (int32_t index = page->open; index >= 0; index = page->nodes[index].parent) {
    page->nodes[index].end = page->node_count;
  }
}

static void ignore_error(void *user, xmlErrorPtr error) {
  (void)user;  // a page is full of errors; all are repaired
  (void)error;
}

crm_page *crm_page_parse(const uint8_t *bytes, size_t count, int32_t depth_limit, int32_t node_limit) {
  if (count > INT32_MAX) return NULL;
  crm_page *page = calloc(1, sizeof *page);
  if (!page) return NULL;
  page->depth_limit = depth_limit;
  page->node_limit = node_limit > 1 ? node_limit : 1;
  page->open = -1;
  page->parser = htmlNewParserCtxt();
  if (!page->parser || !add_node(page, 1)) {
    if (page->parser) htmlFreeParserCtxt(page->parser);
    crm_page_free(page);
    return NULL;
  }
  page->open = 0;
  htmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.startElement = start_element;
  handler.endElement = end_element;
  handler.characters = characters;
  handler.ignorableWhitespace = characters;
  handler.cdataBlock = characters;
  handler.serror = ignore_error;
  handler.initialized = XML_SAX2_MAGIC;
  *page->parser->sax = handler;
  page->parser->userData = page;
  htmlCtxtReadMemory(
    page->parser, (const char *)bytes, (int)count, NULL, "UTF-8",
    HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
  close_all(page);
  if (page->parser->myDoc) xmlFreeDoc(page->parser->myDoc);
  page->parser->myDoc = NULL;
  htmlFreeParserCtxt(page->parser);
  page->parser = NULL;
  if (page->is_short_of_memory) {
    crm_page_free(page);
    return NULL;
  }
  return page;
}

void crm_page_free(crm_page *page) {
  if (!page) return;
  free(page->nodes);
  free(page->attributes);
  free(page->arena);
  free(page);
}

const crm_node *crm_page_nodes(const crm_page *page, int32_t *count) {
  *count = page->node_count;
  return page->nodes;
}

const crm_attribute *crm_page_attributes(const crm_page *page, int32_t *count) {
  *count = page->attribute_count;
  return page->attributes;
}

const uint8_t *crm_page_arena(const crm_page *page, size_t *count) {
  *count = page->arena_count;
  return page->arena;
}

int crm_page_is_cut(const crm_page *page) { return page->is_cut; }

int32_t crm_entity(const uint8_t *name, size_t count) {
  char copy[16];
  if (count == 0 || count >= sizeof copy) return -1;
  memcpy(copy, name, count);
  copy[count] = 0;
  const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)copy);
  return entity ? (int32_t)entity->value : -1;
}
