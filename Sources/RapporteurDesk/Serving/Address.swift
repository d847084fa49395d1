internal import Foundation

/// Addresses of pages: paths with queries, encoded, the same state always in the same words.
package enum Address {
  /// The address of a path with a query, its names in alphabetic order, blank values left out.
  package static func of(_ path: String, _ query: [String: String] = [:]) -> String {
    let parts = query.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }
      .map { "\(encoded($0.key))=\(encoded($0.value))" }
    return parts.isEmpty ? path : path + "?" + parts.joined(separator: "&")
  }

  package static func report(_ id: String, mark: String? = nil) -> String {
    "/report/" + encoded(id) + (mark.map { "#" + $0 } ?? "")
  }

  static func happening(_ number: String) -> String { "/happening/" + encoded(number) }

  package static func actor(_ identity: String) -> String { of("/actor", ["id": identity]) }

  static func dyad(_ a: String, _ b: String) -> String { of("/dyad", ["a": a, "b": b]) }

  /// Percent-encoded, but for letters, digits and `-._~:`.
  static func encoded(_ text: String) -> String {
    var allowed = CharacterSet(charactersIn: "-._~:")
    allowed.insert(charactersIn: "a"..."z")
    allowed.insert(charactersIn: "A"..."Z")
    allowed.insert(charactersIn: "0"..."9")
    return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
  }

  /// The values of a query string; the last of a name that stands twice.
  package static func query(_ text: String?) -> [String: String] {
    var values: [String: String] = [:]
    for pair in (text ?? "").split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = parts.first.map(decoded), !name.isEmpty else { continue }
      values[name] = parts.count == 2 ? decoded(parts[1]) : ""
    }
    return values
  }

  /// All values of one name, in their order.
  package static func all(_ name: String, in text: String) -> [String] {
    text.split(separator: "&").compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.first.map(decoded) == name else { return nil }
      return parts.count == 2 ? decoded(parts[1]) : ""
    }
  }

  private static func decoded(_ text: Substring) -> String {
    let spaced = text.replacing("+", with: " ")
    return String(spaced).removingPercentEncoding ?? String(spaced)
  }
}

extension String {
  /// Without white space at the ends.
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
