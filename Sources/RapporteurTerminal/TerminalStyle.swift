/// Whether a page is coloured, and how wide it is.
public struct TerminalStyle: Sendable {
  /// A role that text can have on the page; each has one look.
  enum Role: String {
    case title = "1"
    case heading = "1;36"
    case actor = "1;33"
    case cue = "35"
    case type = "1;32"
    case response = "1;31"
    case faint = "2"
  }

  /// Whether ANSI colours are written.
  public let isColoured: Bool
  /// The width in columns, at least 40.
  public let width: Int

  /// Makes a style.
  public init(isColoured: Bool, width: Int) {
    self.isColoured = isColoured
    self.width = max(40, width)
  }

  /// `text` in the look of `role`; plain where the page has no colour.
  func paint(_ text: String, _ role: Role) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }
}
