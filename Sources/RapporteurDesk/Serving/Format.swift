internal import HTTPTypes
internal import Hummingbird

/// In which form a page is asked for; the path's ending tells.
package enum Format: String, CaseIterable, Sendable {
  case html, json, csv, atom

  /// The ending in an address; none for a page to look at.
  package var suffix: String { self == .html ? "" : "." + rawValue }

  /// The media type.
  var media: String {
    switch self {
    case .html: "text/html; charset=utf-8"
    case .json: "application/json; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    case .atom: "application/atom+xml; charset=utf-8"
    }
  }

  /// In which form a fault is told: programs that take JSON and no pages get problem details.
  static func ofFault(_ format: Format, _ request: Request) -> Format {
    let accepted = request.headers[.accept] ?? ""
    guard format == .html, accepted.contains("json"), !accepted.contains("html") else { return format }
    return .json
  }

  /// The last part of a path, without the ending, and the form that the ending asks for.
  static func split(_ part: String) -> (String, Format) {
    for format in allCases where format != .html && part.hasSuffix(format.suffix) {
      return (String(part.dropLast(format.suffix.count)), format)
    }
    return (part, .html)
  }
}
