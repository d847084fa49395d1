/// What the words of an element's class and id say about it.
package struct PageHint: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Holds the report's text.
  package static let body = PageHint(rawValue: 1)
  /// Holds something that is no part of the report.
  package static let boilerplate = PageHint(rawValue: 2)
  /// Names the author.
  package static let byline = PageHint(rawValue: 4)
  /// Tells the time.
  package static let date = PageHint(rawValue: 8)
  /// Holds readers' comments.
  package static let comments = PageHint(rawValue: 16)
  /// Belongs to a picture.
  package static let caption = PageHint(rawValue: 32)

  static let names: [String: PageHint] = [
    "body": .body, "boilerplate": .boilerplate, "byline": .byline, "date": .date, "comments": .comments,
    "caption": .caption,
  ]
}
