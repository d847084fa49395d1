/// What a report page needs of a record (`rapporteur/1`, `docs/record.md`); spans are code points of the text.
struct ShownRecord: Decodable {
  struct Report: Decodable {
    struct Link: Decodable {
      let name: String
      let role: String
    }
    let id: String
    let key: String
    let title: String?
    let published: String?
    let language: String?
    let text: String
    let lineage: [Link]
  }
  struct Actor: Decodable {
    let id: String
    let name: String
    let kind: String
    let country: String?
    let sectors: [String]
    let anonymity: String
    let anonymityReason: [[Int]]
  }
  struct Words: Decodable {
    let spans: [[Int]]
    let lemma: String?
  }
  struct Cue: Decodable {
    let spans: [[Int]]
    let lemma: String
    let `class`: String
  }
  struct Source: Decodable {
    let actor: String?
    let spans: [[Int]]
  }
  struct Claim: Decodable {
    let id: String
    let parent: String?
    let source: Source
    let cue: Cue
    let content: Words
    let form: String
    let type: String
    let platform: String?
    let response: String?
    let about: [String]
  }
  struct Party: Decodable {
    let id: String
    let spans: [[Int]]
  }
  struct Day: Decodable {
    let value: String
    let end: String?
    let basis: String
    let spans: [[Int]]
  }
  struct Place: Decodable {
    let name: String
    let country: String?
    let spans: [[Int]]
  }
  struct Count: Decodable {
    let kind: String
    let low: Int?
    let high: Int?
    let claim: String?
  }
  struct Holding: Decodable {
    let holder: String
    let value: String
  }
  struct Evidence: Decodable {
    let rule: String
    let rejected: [String]
  }
  struct Event: Decodable {
    let id: String
    let type: String
    let mode: String?
    let contexts: [String]
    let status: [String]
    let quad: Int
    let intensity: Double
    let cameo: String
    let trigger: Words
    let actor: [Party]
    let recipient: [Party]
    let date: Day?
    let place: Place?
    let casualties: [Count]
    let claims: [String]
    let factuality: [Holding]
    let why: [Evidence]
  }
  struct Time: Decodable {
    let spans: [[Int]]
    let value: String?
  }

  let report: Report
  let sentences: [[Int]]
  let actors: [Actor]
  let claims: [Claim]
  let events: [Event]
  let times: [Time]
  let places: [Place]

  /// The words of some spans, an ellipsis between distant ones.
  func words(_ spans: [[Int]]) -> String {
    let scalars = report.text.unicodeScalars
    return spans.compactMap { span in
      guard span.count == 2, span[0] >= 0, span[0] <= span[1], span[1] <= scalars.count else { return nil }
      let start = scalars.index(scalars.startIndex, offsetBy: span[0])
      return String(scalars[start..<scalars.index(start, offsetBy: span[1] - span[0])])
    }.joined(separator: " … ")
  }
}
