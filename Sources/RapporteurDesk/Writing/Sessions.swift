internal import Foundation

/// Somebody who gave the desk's token and may write, for a while.
struct Analyst: Sendable, Equatable {
  /// The name under which the audit trail keeps what they do.
  let name: String
  /// What each of their forms carries, so that no other page can send one.
  let form: String
}

/// Who may write: whoever gave the token, until the session ends or the desk does.
///
/// Nothing is stored: a desk that starts anew knows nobody. Wrong tokens are counted, so that none is found by trying.
actor Sessions {
  /// How long a session lasts, in seconds.
  static let length = 12 * 3600
  /// How many wrong tokens a minute are looked at.
  static let mostTries = 10
  private static let most = 100

  private let token: String
  private let now: @Sendable () -> Date
  private var open: [String: (analyst: Analyst, ends: Date)] = [:]
  private var wrong: [Date] = []

  init(token: String, now: @escaping @Sendable () -> Date) {
    self.token = token
    self.now = now
  }

  /// Opens a session.
  ///
  /// - Returns: What the browser's cookie holds.
  /// - Throws: `DeskFault` where the token is wrong, or too many wrong ones came in the last minute.
  func begin(token given: String, analyst: String) throws(DeskFault) -> String {
    try check(given)
    let time = now()
    open = open.filter { $0.value.ends > time }
    if open.count >= Sessions.most, let first = open.min(by: { $0.value.ends < $1.value.ends })?.key {
      open[first] = nil
    }
    let id = Sessions.word()
    open[id] = (
      Analyst(name: analyst, form: Sessions.word()), time.addingTimeInterval(Double(Sessions.length))
    )
    return id
  }

  /// Whether a program's token is the desk's.
  ///
  /// - Throws: `DeskFault` where it is not.
  func check(_ given: String) throws(DeskFault) {
    let time = now()
    wrong = wrong.filter { time.timeIntervalSince($0) < 60 }
    guard wrong.count < Sessions.mostTries else {
      throw DeskFault(.tooMany, "too many wrong tokens came in the last minute; try again in a minute")
    }
    guard Sessions.isSame(given, token) else {
      wrong.append(time)
      throw DeskFault(.unknown, "that is not this desk's token")
    }
  }

  /// Whose session a cookie means; nil where it has ended.
  func analyst(_ id: String) -> Analyst? {
    guard let session = open[id], session.ends > now() else { return nil }
    return session.analyst
  }

  /// Ends a session.
  func end(_ id: String) { open[id] = nil }

  /// 32 letters and digits that nobody can guess: 128 bits of the system's generator.
  private static func word() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Compares without telling by the time it takes how much was right.
  static func isSame(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
