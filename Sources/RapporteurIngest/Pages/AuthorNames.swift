/// Cuts bylines into names.
enum AuthorNames {
  /// The names in what a page gives as its authors: no `By`, no addresses, each once.
  ///
  /// Beside a person's name the outlet, an agency, and an office (`Science Editor`) are no authors.
  static func cleaned(_ entries: [String], outlet: String?) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for entry in entries {
      for name in split(entry) where isName(name) && seen.insert(name.lowercased()).inserted {
        names.append(name)
      }
    }
    let persons = names.filter { $0.lowercased() != outlet?.lowercased() && !isOffice($0) && !isAgency($0) }
    return persons.isEmpty ? names : persons
  }

  private static func isOffice(_ name: String) -> Bool {
    guard let last = name.lowercased().split(separator: " ").last else { return false }
    let offices: Set<Substring> = [
      "writer", "editor", "reporter", "correspondent", "contributor", "columnist", "producer", "analyst",
      "staff", "editor-at-large",
      "desk", "bureau", "admin", "guest", "team", "chief", "fellow",
    ]
    return offices.contains(last)
  }

  private static func isAgency(_ name: String) -> Bool {
    let folded = name.lowercased()
    if folded.hasSuffix(".com") || folded.contains("media") || folded.hasSuffix(" news") { return true }
    return agencies.contains(folded)
  }

  private static let agencies: Set<String> = [
    "reuters", "associated press", "the associated press", "ap", "afp", "agence france-presse", "pti", "upi",
    "bloomberg",
    "cnn", "bbc", "business insider", "cnn business", "press association", "pa media", "admin", "guest",
    "xinhua",
    "dpa", "efe", "ansa", "tass", "interfax", "kyodo", "yonhap", "agencies",
  ]

  /// `By A and B, C` → A, B, C. A comma before a degree or a suffix does not separate.
  static func split(_ entry: String) -> [String] {
    var line = withoutBrackets(PageTitle.plain(entry))
    let separators = [
      " and ", " And ", " AND ", " & ", ";", "|", "•", "\n", " with ", " und ", " et ", " y ", " och ",
      " og ",
    ]
    for separator in separators {
      line = line.split(separator: separator, omittingEmptySubsequences: true).joined(separator: "\u{1F}")
    }
    return line.split(separator: "\u{1F}").filter { !isOthersWork($0) }.flatMap { part -> [String] in
      var names: [String] = []
      for piece in withoutLead(String(part)).split(separator: ",") {
        let name = withoutAgency(trimmed(withoutPlace(withoutDate(piece))))
        if suffixes.contains(name.lowercased()) || name.isEmpty { continue }
        names.append(name)
      }
      return names
    }
  }

  /// `Editing by`, `Photos by`: who did not write the report.
  private static func isOthersWork(_ part: Substring) -> Bool {
    let folded = part.lowercased().drop { !$0.isLetter }
    let works = [
      "edit", "photo", "foto", "illustrat", "graphic", "video", "translat", "fact-check", "compiled",
    ]
    return works.contains(where: folded.hasPrefix) && folded.split(separator: " ").prefix(3).contains("by")
  }

  /// Without what stands in brackets, `Name (Brussels)`; of `name@outlet.example (Name)` the name; who took the pictures,
  /// `Name (photo)`, is left out.
  private static func withoutBrackets(_ entry: String) -> String {
    guard entry.contains("("), entry.count < 300 else { return entry }
    return entry.split(separator: ",").compactMap { piece -> String? in
      guard let open = piece.firstIndex(of: "("), let close = piece[open...].firstIndex(of: ")") else {
        return String(piece)
      }
      let inside = String(piece[piece.index(after: open)..<close])
      let outside = String(piece[..<open] + piece[piece.index(after: close)...])
      if ["photo", "foto", "picture", "graphic", "illustration"].contains(where: inside.lowercased().contains)
      {
        return nil
      }
      return outside.contains("@") ? inside : outside
    }.joined(separator: ",")
  }

  /// What leads to the names, in the languages whose pages hold English reports most often.
  private static let leads: Set<String> = ["von", "par", "por", "door", "av", "af"]

  /// `By`, `Analysis by`, `Text:` and the like before the names.
  private static func withoutLead(_ entry: String) -> String {
    let words = entry.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: true)
    for (index, word) in words.prefix(3).enumerated() {
      let folded = word.lowercased()
      let isForeign = index == 0 && leads.contains(folded) && words.count > 2
      guard folded == "by" || folded == "by:" || (word.hasSuffix(":") && index == 0) || isForeign else {
        continue
      }
      return words[(index + 1)...].joined(separator: " ")
    }
    return entry
  }

  /// Whether a line starts as a byline does.
  static func isByline(_ line: String) -> Bool { withoutLead(line) != line }

  /// `Name in Tunis`, `Name for the Courier` → Name.
  private static func withoutPlace(_ piece: Substring) -> Substring {
    for word in [" in ", " at ", " for "] {
      if let cut = piece.range(of: word), piece[..<cut.lowerBound].contains(" ") {
        return piece[..<cut.lowerBound]
      }
    }
    return piece
  }

  /// `Name Name Associated Press` → Name Name.
  private static func withoutAgency(_ name: String) -> String {
    let words = name.split(separator: " ")
    for count in [3, 2, 1] where words.count >= count + 2 {
      let tail = words.suffix(count).joined(separator: " ").lowercased()
      if agencies.contains(tail) { return words.dropLast(count).joined(separator: " ") }
    }
    return name
  }

  /// Without the day that some bylines end with: `Name Monday`, `Name November 20`.
  private static func withoutDate(_ piece: Substring) -> Substring {
    let dayNames: Set<String> = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    let words = piece.split(separator: " ")
    for (index, word) in words.enumerated() {
      let isMonth = MomentWords(String(word)).month(0) != nil
      let beforeNumber = index + 1 < words.count && words[index + 1].allSatisfy(\.isNumber)
      if dayNames.contains(word.lowercased()) || (isMonth && beforeNumber) || word.lowercased() == "published"
      {
        return piece[..<word.startIndex]
      }
    }
    return piece
  }

  private static let suffixes: Set<String> = [
    "jr", "jr.", "sr", "sr.", "ii", "iii", "phd", "ph.d.", "md", "m.d.", "esq", "ms", "rd", "rdn", "rn",
    "mph", "mba", "j.d.",
  ]

  private static func trimmed(_ piece: Substring) -> String {
    var piece = piece
    while let first = piece.first, first.isWhitespace || "-–—/:*".contains(first) { piece.removeFirst() }
    while let last = piece.last, last.isWhitespace || "-–—/:*".contains(last) { piece.removeLast() }
    return String(piece)
  }

  /// Not an address, not a date, not a sentence.
  private static func isName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (1...6).contains(words.count), name.count >= 2, name.count <= 60 else { return false }
    if name.contains("@") || name.contains("://") || name.contains("/") || name.hasPrefix("www.") {
      return false
    }
    guard name.contains(where: \.isLetter), !name.lowercased().contains("min read") else { return false }
    return name.count(where: \.isNumber) < 3
  }
}
