import RapporteurCore

/// Which way a sentence looks from the publication.
enum TimeDirection: Sendable { case past, future, unknown }

/// What the resolver knows besides the words of the expression.
struct TimeContext: Sendable {
  /// The day that the text speaks from.
  var anchor: CalendarDate?
  /// Where the anchor comes from, in words: `the publication date`.
  var anchorName: String
  /// Which way the sentence looks.
  var direction: TimeDirection
  /// The last stretch of the calendar that the text named.
  var narrative: CalendarPoint?
  /// The last quarter or month that the text named in the same paragraph or the one before.
  var accounting: CalendarPoint?
  let holidays: [Holiday]
}
