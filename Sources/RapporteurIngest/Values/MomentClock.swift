/// A time of day in the words of a date: `10:00`, `10:00:05.5 PM`, `T10Z`, `10 a.m. EST`, `100000+0200`.
struct MomentClock {
  /// Seconds since midnight; 86,400 for 24:00.
  let second: Int
  /// Minutes ahead of UTC, where told.
  let offset: Int?

  /// Reads the clock that starts at `start`; nil where none does.
  init?(_ words: MomentWords, _ start: Int) {
    guard let (first, digits) = words.number(start) else { return nil }
    var place = start + 1
    var hour = first
    var minute = 0
    var second = 0
    if words.isSign(place, ":") || words.isSign(place, "."), digits <= 2,
      let (value, _) = words.number(place + 1)
    {
      minute = value
      place += 2
      if words.isSign(place, ":"), let (value, _) = words.number(place + 1) {
        second = value
        place += 2
        if words.isSign(place, ".") || words.isSign(place, ","), words.number(place + 1) != nil { place += 2 }
      }
    } else if digits == 6 || digits == 4, start > 0, words.word(start - 1) == "t" {
      hour = digits == 6 ? first / 10_000 : first / 100
      minute = digits == 6 ? first / 100 % 100 : first % 100
      second = digits == 6 ? first % 100 : 0
    } else {
      let isHourAlone =
        digits <= 2 && (start > 0 && words.word(start - 1) == "t" || MomentClock.half(words, place) != nil)
      guard isHourAlone else { return nil }
    }
    if let half = MomentClock.half(words, place) {
      hour = hour % 12 + (half.isAfternoon ? 12 : 0)
      place = half.next
    }
    guard hour < 24 || (hour == 24 && minute == 0), minute < 60, second <= 60 else { return nil }
    self.second = hour * 3600 + minute * 60 + min(second, 59)
    offset = MomentClock.offset(words, place)
  }

  /// `am`, `p.m.`
  private static func half(_ words: MomentWords, _ start: Int) -> (isAfternoon: Bool, next: Int)? {
    guard let word = words.word(start) else { return nil }
    if word == "am" || word == "pm" { return (word == "pm", start + 1) }
    if word == "a" || word == "p", words.isSign(start + 1, "."), words.word(start + 2) == "m" {
      return (word == "p", start + (words.isSign(start + 3, ".") ? 4 : 3))
    }
    return nil
  }

  /// `Z`, `+02:00`, `-0500`, `+2`, `GMT`, `EST`, `(PDT)`.
  private static func offset(_ words: MomentWords, _ start: Int) -> Int? {
    var place = start
    if words.isSign(place, "(") || words.isSign(place, ",") { place += 1 }
    if let word = words.word(place) {
      guard let named = zones[word] else { return nil }
      // GMT+2, UTC-05:00
      if named == 0, let signed = signed(words, place + 1) { return signed }
      return named
    }
    return signed(words, place)
  }

  private static func signed(_ words: MomentWords, _ place: Int) -> Int? {
    guard let sign = words.sign(place), sign == "+" || sign == "-" || sign == "−" else { return nil }
    guard let (value, digits) = words.number(place + 1), digits <= 4 else { return nil }
    var minutes = digits <= 2 ? value * 60 : value / 100 * 60 + value % 100
    if digits <= 2, words.isSign(place + 2, ":"), let (rest, _) = words.number(place + 3) { minutes += rest }
    guard minutes < 1440 else { return nil }
    return sign == "+" ? minutes : -minutes
  }

  /// Minutes ahead of UTC. RFC 822's zones and a few more that English news writes.
  ///
  /// Source: RFC 822, section 5.1; the IANA time zone database for the others.
  private static let zones: [String: Int] = [
    "z": 0, "gmt": 0, "ut": 0, "utc": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
    "mdt": -360, "pst": -480, "pdt": -420, "ast": -240, "adt": -180, "bst": 60, "cet": 60, "cest": 120,
    "eet": 120,
    "eest": 180, "msk": 180, "ist": 330, "jst": 540, "aest": 600, "aedt": 660, "wet": 0, "west": 60,
  ]
}
