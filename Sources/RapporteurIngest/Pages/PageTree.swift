import CRapporteurMarkup

/// A parsed page: its nodes in document order, each with the end of its subtree.
///
/// The memory belongs to the C parser and lives as long as the tree.
package final class PageTree {
  /// The most elements within each other.
  static let depthLimit: Int32 = 512
  /// The most nodes of a page.
  static let nodeLimit: Int32 = 2_000_000

  let nodes: UnsafeBufferPointer<crm_node>
  let arena: UnsafeBufferPointer<UInt8>
  private let attributes: UnsafeBufferPointer<crm_attribute>
  private let page: OpaquePointer

  /// Parses HTML; `bytes` must be UTF-8 and hold no NUL. Nil where memory is short.
  package init?(utf8 bytes: [UInt8]) {
    let parsed = AttributeLimit.applied(bytes).withUnsafeBufferPointer {
      crm_page_parse($0.baseAddress, $0.count, PageTree.depthLimit, PageTree.nodeLimit)
    }
    guard let parsed else { return nil }
    page = parsed
    var count: Int32 = 0
    nodes = UnsafeBufferPointer(start: crm_page_nodes(parsed, &count), count: Int(count))
    attributes = UnsafeBufferPointer(start: crm_page_attributes(parsed, &count), count: Int(count))
    var size = 0
    arena = UnsafeBufferPointer(start: crm_page_arena(parsed, &size), count: size)
  }

  deinit { crm_page_free(page) }

  /// How many nodes there are; node 0 stands for the document.
  package var count: Int { nodes.count }

  /// What the node is.
  package func tag(_ node: Int) -> PageTag { PageTag(rawValue: nodes[node].tag) ?? .other }

  /// One past the last node below `node`.
  package func end(_ node: Int) -> Int { Int(nodes[node].end) }

  /// The parent, -1 for the root.
  package func parent(_ node: Int) -> Int { Int(nodes[node].parent) }

  /// The bytes of a text node.
  func text(_ node: Int) -> UnsafeBufferPointer<UInt8> {
    bytes(nodes[node].offset, nodes[node].length)
  }

  private func bytes(_ offset: UInt32, _ length: UInt32) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: arena[Int(offset)..<Int(offset) + Int(length)])
  }

  /// The bytes of an attribute's value; nil where the element has no such attribute.
  func attributeBytes(_ node: Int, _ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    let first = Int(nodes[node].first_attribute)
    let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    for attribute in attributes[first..<first + Int(nodes[node].attribute_count)] {
      guard Int(attribute.name_length) == wanted.count else { continue }
      if bytes(attribute.name_offset, attribute.name_length).elementsEqual(wanted) {
        return bytes(attribute.value_offset, attribute.value_length)
      }
    }
    return nil
  }

  /// An attribute's value; nil where the element has no such attribute.
  package func attribute(_ node: Int, _ name: StaticString) -> String? {
    attributeBytes(node, name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The text below a node, white space collapsed to single spaces; scripts and styles are left out.
  package func plainText(_ node: Int) -> String {
    var text = PageText()
    var index = node
    while index < end(node) {
      switch tag(index) {
      case .text: text.append(self.text(index))
      case .script, .style, .noscript, .template: index = end(index) - 1
      case .br, .p, .div, .li, .td: text.space()
      default: break
      }
      index += 1
    }
    return text.string(from: 0)
  }

  /// All elements of a kind, in document order.
  package func elements(_ wanted: PageTag) -> [Int] {
    nodes.indices.filter { nodes[$0].tag == wanted.rawValue }
  }
}
