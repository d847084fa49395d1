/// An element of a feed or a wire's XML, as far as its text lets it be told.
///
/// Names are in small letters without their prefix. `space` is a short word for the namespaces that matter here
/// (`atom`, `dc`, `content`, …; see `LooseNamespaces`), "" for none and for RSS, else the namespace itself.
package final class LooseElement {
  /// What stands inside an element.
  package enum Child {
    case text(String)
    case element(LooseElement)
  }

  package let name: String
  package let space: String
  /// By name in small letters, with its prefix (`xml:base`).
  package let attributes: [String: String]
  /// Against what relative addresses inside are resolved; "" where nothing tells.
  package let base: String
  /// The language that `xml:lang` tells, inherited.
  package let language: String?
  package internal(set) var children: [Child] = []

  init(name: String, space: String, attributes: [String: String], base: String, language: String?) {
    self.name = name
    self.space = space
    self.attributes = attributes
    self.base = base
    self.language = language
  }

  /// The elements directly inside.
  package var elements: [LooseElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The elements of that name directly inside, in one of the given spaces ("" and `atom` where none is given).
  package func all(_ name: String, _ spaces: [String] = ["", "atom"]) -> [LooseElement] {
    elements.filter { $0.name == name && spaces.contains($0.space) }
  }

  /// The first of them.
  package func first(_ name: String, _ spaces: [String] = ["", "atom"]) -> LooseElement? {
    all(name, spaces).first
  }

  /// The first element of that name at any depth, this one included.
  package func find(_ name: String) -> LooseElement? {
    if self.name == name { return self }
    return elements.lazy.compactMap { $0.find(name) }.first
  }

  /// All text inside, as it stands.
  package var text: String {
    children.map { child in
      switch child {
      case .text(let text): text
      case .element(let element): element.text
      }
    }.joined()
  }

  /// The text without white space at either end; nil where nothing is left.
  package var trimmedText: String? {
    let trimmed = text.trimmingSpace
    return trimmed.isEmpty ? nil : trimmed
  }

  /// The inside as HTML without attributes.
  package var innerMarkup: String {
    children.map { child in
      switch child {
      case .text(let text): text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      case .element(let element): "<\(element.name)>\(element.innerMarkup)</\(element.name)>"
      }
    }.joined()
  }
}

extension StringProtocol {
  /// The text without white space at either end.
  var trimmingSpace: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
