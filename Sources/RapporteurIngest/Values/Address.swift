/// Addresses of the web.
package enum Address {
  /// `reference` against `base`; `reference` itself where the base is no address.
  ///
  /// Source: RFC 3986, section 5.2.
  package static func resolve(_ reference: String, against base: String) -> String {
    let reference = reference.trimmingSpace
    if scheme(reference) != nil { return reference }
    guard let schemeEnd = scheme(base) else { return reference.isEmpty ? base : reference }
    if reference.isEmpty { return base }
    let baseScheme = base[..<schemeEnd]
    if reference.hasPrefix("//") { return "\(baseScheme):\(reference)" }
    let (authority, path) = parts(String(base[base.index(after: schemeEnd)...]))
    let root = "\(baseScheme):\(authority)"
    if reference.hasPrefix("/") { return root + withoutDots(reference) }
    let bare = path.prefix { $0 != "#" }
    if reference.hasPrefix("#") { return root + bare + reference }
    let file = bare.prefix { $0 != "?" }
    if reference.hasPrefix("?") { return root + file + reference }
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "/"
    return root + withoutDots(folder + reference)
  }

  /// Where the colon after the scheme stands.
  private static func scheme(_ address: String) -> String.Index? {
    guard let first = address.first, first.isLetter, first.isASCII else { return nil }
    guard let colon = address.firstIndex(of: ":") else { return nil }
    let isScheme = address[..<colon].allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0))
    }
    return isScheme ? colon : nil
  }

  /// `//host` and the rest.
  private static func parts(_ rest: String) -> (authority: String, path: String) {
    guard rest.hasPrefix("//") else { return ("", rest) }
    let host = rest.dropFirst(2).prefix { !"/?#".contains($0) }
    return ("//\(host)", String(rest.dropFirst(2 + host.count)))
  }

  private static func withoutDots(_ path: String) -> String {
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    var segments: [Substring] = []
    let given = path[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, segment) in given.enumerated() {
      let isLast = index == given.count - 1
      switch segment {
      case ".": if isLast { segments.append("") }
      case "..":
        _ = segments.popLast()
        if isLast { segments.append("") }
      default: segments.append(segment)
      }
    }
    return "/" + segments.joined(separator: "/") + path[end...]
  }
}
