/// In which form a page is asked for; the path's ending tells.
enum Format: String, CaseIterable, Sendable {
  case html, json, csv, atom

  /// The ending in an address; none for a page to look at.
  var suffix: String { self == .html ? "" : "." + rawValue }

  /// The media type.
  var media: String {
    switch self {
    case .html: "text/html; charset=utf-8"
    case .json: "application/json; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    case .atom: "application/atom+xml; charset=utf-8"
    }
  }

  /// The last part of a path, without the ending, and the form that the ending asks for.
  static func split(_ part: String) -> (String, Format) {
    for format in allCases where format != .html && part.hasSuffix(format.suffix) {
      return (String(part.dropLast(format.suffix.count)), format)
    }
    return (part, .html)
  }
}
