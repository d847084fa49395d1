/// The words that tell what a report is about, to find the report that a citation means.
struct Topic {
  /// The most words that are kept.
  static let limit = 96
  /// The fewest words that a citing report shares with what it cites.
  static let fewestShared = 6
  /// The least share of the citing report's topic words that the cited one has too.
  static let leastShare = 0.12

  /// Words that any report may have.
  private static let common: Set<String> = [
    "about", "after", "again", "against", "along", "among", "another", "because", "before", "began", "being",
    "between",
    "called", "could", "country", "during", "early", "every", "first", "former", "found", "friday",
    "government",
    "group", "house", "including", "later", "least", "likely", "making", "might", "minister", "monday",
    "month",
    "months", "national", "never", "number", "officials", "other", "others", "people", "percent", "place",
    "president",
    "reported", "reporters", "report", "saturday", "second", "several", "should", "since", "south",
    "spokesman",
    "spokeswoman", "state", "states", "still", "sunday", "their", "there", "these", "third", "those", "three",
    "through", "thursday", "times", "today", "tuesday", "under", "until", "wednesday", "week", "weeks",
    "where",
    "which", "while", "would", "years", "agency", "press", "news", "according", "million", "north", "years",
  ]

  /// The words, each once, in text order.
  let words: [String]

  init(_ text: String) {
    var seen: Set<String> = []
    var words: [String] = []
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      guard word.utf8.count >= 5 || word.first?.isUppercase == true && word.utf8.count >= 3 else { continue }
      let lower = word.lowercased()
      if !Topic.common.contains(lower), seen.insert(lower).inserted { words.append(lower) }
      if words.count == Topic.limit { break }
    }
    self.words = words
  }
}
