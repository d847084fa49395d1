import Foundation
import HTTPTypes
import RapporteurLedger
import Testing

import RapporteurDesk

let token = "a token of our own"

/// A desk over a small ledger, which writes for those who have the token.
struct WritingDesk {
  let folder: Folder
  let ledger: Ledger
  let client: DeskClient

  init(words: String = "calm words", token: String? = token, now: @escaping @Sendable () -> Date = { Date() })
    throws
  {
    folder = try Folder()
    ledger = try RapporteurDeskTests.ledger(folder.path("l.sqlite"), written: words)
    client = DeskClient(try Desk(ledger: ledger, token: token, now: now))
  }

  /// The cookie of a new session, and what its forms carry.
  func signIn(as name: String = "Vera") async throws -> (cookie: HTTPFields, form: String) {
    let answered = try await client.post("/sign-in", Form.of(["token": token, "analyst": name]))
    let set = try #require(answered.header("Set-Cookie"))
    #expect(set.contains("HttpOnly") && set.contains("SameSite=Strict"))
    let cookie: HTTPFields = [.cookie: String(set.prefix { $0 != ";" })]
    let html = try await client.get("/report/id-k1", headers: cookie).text
    let form = try #require(html.firstMatch(of: /name="form" value="([0-9a-f]{32})"/))
    return (cookie, String(form.1))
  }

  func judge(_ fields: [String: String], _ headers: HTTPFields) async throws -> Answered {
    let all = ["report": "id-k1", "event": "e1"].merging(fields) { _, new in new }
    return try await client.post("/judge", Form.of(all), headers: headers)
  }

  /// Keeps a search, or whatever else the fields say.
  func save(_ fields: [String: String], _ headers: HTTPFields) async throws -> Answered {
    try await client.post(
      "/saved", Form.of(["act": "save"].merging(fields) { _, new in new }), headers: headers)
  }

  var marks: [String] {
    get throws {
      let found = try ledger.judgements(of: "id-k1")
      return found.rows.map { "\($0[1])=\($0[2]) by \($0[4])" }
    }
  }
}

enum Form {
  static func of(_ fields: [String: String]) -> String { String(Address.of("", fields).dropFirst()) }
}

/// Accepting, recoding and taking back by form: the ledger has it, the page shows it, the trail keeps it.
@Test func formsJudgeCodings() async throws {
  let desk = try WritingDesk()
  let (cookie, form) = try await desk.signIn()
  let accepted = try await desk.judge(["form": form, "act": "accept"], cookie)
  #expect(accepted.status == 303)
  #expect(accepted.header("Location") == "/report/id-k1#e1")
  #expect(try desk.marks == ["verdict=accept by Vera"])
  #expect(try await desk.client.get("/report/id-k1").text.contains("accepted"))
  let recoded = try await desk.judge(
    ["form": form, "act": "recode", "type": "ASSAULT", "mode": "", "country": "MLT"], cookie)
  #expect(recoded.status == 303)
  #expect(try desk.marks.contains("type=ASSAULT by Vera"))
  #expect(try !desk.marks.contains { $0.hasPrefix("country") }, "what was not changed is no correction")
  let search = try await desk.client.get("/search.json?judged=recoded&recoded=assault").object
  #expect((search?["events"] as? [Any])?.count == 1)
  _ = try await desk.judge(["form": form, "act": "withdraw"], cookie)
  #expect(try desk.marks.isEmpty)
  let trail = try await desk.client.get("/history.csv?report=id-k1").text
  #expect(trail.contains("Vera,correct,") && trail.contains("Vera,withdraw,"))
}

/// Grades, tags and notes are the same act.
@Test func formsGradeAndTag() async throws {
  let desk = try WritingDesk()
  let (cookie, form) = try await desk.signIn()
  for fields in [
    ["act": "grade", "grade": "b2"], ["act": "tag", "tag": "look again"],
    ["act": "note", "note": "Who counted?"],
  ] {
    #expect(try await desk.judge(fields.merging(["form": form]) { old, _ in old }, cookie).status == 303)
  }
  #expect(Set(try desk.marks) == ["grade=B2 by Vera", "tag=look again by Vera", "note=Who counted? by Vera"])
}

/// Nothing is written without a session, without its form's own word, from another page, or with a wrong value.
@Test func strangersWriteNothing() async throws {
  let desk = try WritingDesk()
  let (cookie, form) = try await desk.signIn()
  let accept = ["form": form, "act": "accept"]
  #expect(try await desk.judge(accept, [:]).status == 401)
  #expect(try await desk.judge(accept, [.cookie: "desk=0123"]).status == 401)
  #expect(try await desk.judge(["act": "accept"], cookie).status == 403)
  #expect(
    try await desk.judge(["form": String(form.reversed()) + "0", "act": "accept"], cookie).status == 403)
  var foreign = cookie
  foreign[.origin] = "https://other.example"
  #expect(try await desk.judge(accept, foreign).status == 403)
  for fields in [
    ["act": "bless"], ["act": "recode", "type": "PEACE"], ["act": "recode"], ["act": "grade", "grade": "G9"],
    ["act": "tag", "tag": " "], ["act": "note", "note": String(repeating: "a", count: 2_001)],
    ["act": "accept", "event": "x"],
  ] {
    #expect(
      try await desk.judge(fields.merging(["form": form]) { old, _ in old }, cookie).status == 400,
      "\(fields)")
  }
  #expect(try await desk.judge(["form": form, "act": "accept", "event": "e9"], cookie).status == 404)
  #expect(try desk.marks.isEmpty)
}

/// A session ends: by signing out, and by itself.
@Test func sessionsEnd() async throws {
  let clock = Clock()
  let desk = try WritingDesk(now: { clock.time })
  let (cookie, form) = try await desk.signIn()
  let (other, _) = try await desk.signIn(as: "Otto")
  #expect(try await desk.client.post("/sign-out", Form.of(["form": form]), headers: other).status == 403)
  #expect(try await desk.client.post("/sign-out", Form.of(["form": form]), headers: cookie).status == 303)
  #expect(try await desk.judge(["form": form, "act": "accept"], cookie).status == 401)
  #expect(try await desk.client.get("/", headers: other).text.contains("Otto"))
  clock.advance(by: 13 * 3600)
  #expect(try await !desk.client.get("/", headers: other).text.contains("Otto"))
}

/// A token cannot be found by trying.
@Test func wrongTokensAreCounted() async throws {
  let clock = Clock()
  let desk = try WritingDesk(now: { clock.time })
  func status(_ given: String) async throws -> Int {
    try await desk.client.post("/sign-in", Form.of(["token": given, "analyst": "Vera"])).status
  }
  for _ in 0..<10 { #expect(try await status("not it") == 401) }
  #expect(try await status(token) == 429)
  clock.advance(by: 61)
  #expect(try await status(token) == 303)
}

/// Signing in leads on within the desk only.
@Test(arguments: [
  "//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/a\r\nX: y",
])
func signingInLeadsNowhereElse(back: String) async throws {
  let desk = try WritingDesk()
  let fields = ["token": token, "analyst": "Vera", "back": back]
  #expect(try await desk.client.post("/sign-in", Form.of(fields)).header("Location") == "/")
}

/// Programs judge with the token in the header, and with nothing else.
@Test func programsJudgeWithTheToken() async throws {
  let desk = try WritingDesk()
  let body = "{\"report\":\"id-k1\",\"event\":\"e1\",\"act\":\"reject\",\"analyst\":\"Nightly check\"}"
  let right: HTTPFields = [.authorization: "Bearer " + token]
  let (cookie, _) = try await desk.signIn()
  for headers in [[:], cookie, [.authorization: "Bearer x"], [.authorization: "Basic " + token]]
    as [HTTPFields]
  {
    let refused = try await desk.client.post("/api/judge", body, headers: headers)
    #expect(refused.status == 401)
    #expect(refused.header("Content-Type") == "application/problem+json")
  }
  #expect(try desk.marks.isEmpty)
  let judged = try await desk.client.post("/api/judge", body, headers: right)
  #expect(judged.status == 200)
  #expect(try desk.marks == ["verdict=reject by Nightly check"])
  #expect((judged.object?["marks"] as? [Any])?.count == 1)
  #expect(try await desk.client.post("/api/judge", "[]", headers: right).status == 400)
}

/// A desk without a token writes nothing and offers nothing.
@Test func aDeskWithoutATokenOnlyShows() async throws {
  let desk = try WritingDesk(token: nil)
  #expect(try await desk.client.post("/sign-in", Form.of(["token": "", "analyst": "Vera"])).status == 403)
  #expect(try await desk.judge(["act": "accept"], [:]).status == 403)
  #expect(try await desk.client.post("/api/judge", "{}", headers: [.authorization: "Bearer "]).status == 403)
  #expect(try await !desk.client.get("/report/id-k1").text.contains("/sign-in"))
}

/// What analysts write can change no page either.
@Test(arguments: [
  "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{{body}}}", "' onclick='x",
])
func analystsCannotChangeThePages(attack: String) async throws {
  func tags(_ words: String) async throws -> Set<String> {
    let desk = try WritingDesk()
    let (cookie, form) = try await desk.signIn(as: words)
    for fields in [
      ["act": "tag", "tag": words], ["act": "note", "note": words],
      ["act": "recode", "actor": words, "place": words],
    ] {
      #expect(try await desk.judge(fields.merging(["form": form]) { old, _ in old }, cookie).status == 303)
    }
    #expect(try await desk.save(["form": form, "name": words, "search": "q=calm"], cookie).status == 303)
    var tags: Set<String> = []
    for address in [
      "/", "/saved", "/saved/1", "/search", "/saved/1.atom", "/report/id-k1", "/recode?report=id-k1&event=e1",
      "/history", "/search?judged=recoded", "/sign-in",
    ] {
      for headers in [cookie, [:]] {
        tags.formUnion(Skeleton(try await desk.client.get(address, headers: headers).text).tags)
      }
    }
    return tags
  }
  #expect(try await tags(attack) == tags("calm"))
}

/// A clock that tests move.
private final class Clock: @unchecked Sendable {
  private let lock = NSLock()
  private var now = Date(timeIntervalSince1970: 1_900_000_000)

  var time: Date { lock.withLock { now } }

  func advance(by seconds: Double) { lock.withLock { now += seconds } }
}
