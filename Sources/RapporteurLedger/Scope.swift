internal import GRDB

/// Where the chains of one report end: the report, whom it copies, and the origin that its text names.
struct Scope {
  /// The root of one chain.
  struct Origin {
    /// Two chains with the same root have one origin.
    let root: String
    let name: String
    let reason: String
  }

  /// The medium, or the report alone where no medium is known.
  private let medium: Origin
  private let prefix: String
  private let root: Int64

  /// - Parameters:
  ///   - report: The report in hand.
  ///   - root: The report that it copies, or itself.
  init(report: Int64, root: Int64, _ db: Database) throws {
    self.root = root
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT key, outlet FROM reports WHERE id = ?"), arguments: [root])
    let (key, outlet) = (row?["key"] as String? ?? "\(root)", row?["outlet"] as String?)
    let named = try String.fetchOne(
      db.cachedStatement(sql: "SELECT name FROM lineage WHERE report = ? AND role = 'origin'"),
      arguments: [root])
    prefix = report == root ? "" : "copy of \(key); "
    if let named, let identity = Identity.medium(named) {
      medium = Origin(root: identity, name: named, reason: "names \(named) as its origin")
    } else if let outlet, let identity = Identity.medium(outlet) {
      medium = Origin(root: identity, name: outlet, reason: "own voice of \(outlet)")
    } else {
      medium = Origin(root: "report:\(root)", name: key, reason: "own voice of \(key)")
    }
  }

  /// Whose word an event is that no claim carries: the report's own, or that of an outlet which the sentence cites.
  func voice(beside event: Int64, _ db: Database) throws -> Origin {
    guard let cited = try CitedMedium(beside: event, root: root, db) else {
      return Origin(root: medium.root, name: medium.name, reason: prefix + medium.reason)
    }
    return Origin(
      root: cited.root, name: cited.name,
      reason: prefix + "cites \(cited.name) in the same sentence, whose report tells it")
  }

  /// A body without a name: a public one of a country is one and the same wherever it speaks, any other in its report.
  private func body(of source: Row) -> String? {
    guard let name = source["name"] as String?, source["anonymity"] as String? != "granted" else {
      return nil
    }
    if let country = source["country"] as String?, let body = PublicBody(name) {
      return "role:\(country):\(body.key)"
    }
    guard source["kind"] as String? == "organisation", source["anonymity"] as String? == "role-only" else {
      return nil
    }
    return "body:\(root):\(PublicBody.words(name).joined(separator: " "))"
  }

  /// The name that stands beside the words for an organisation: "The company, Quarry Holdings, said".
  private func apposed(to source: Row, _ db: Database) throws -> String? {
    guard source["kind"] as String? == "organisation", let name = source["name"] as String? else {
      return nil
    }
    let words = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT substr(r.text, 1 + s.value ->> 0, (s.value ->> 1) - (s.value ->> 0))
          FROM claims c JOIN reports r ON r.id = c.report, json_each(c.source_spans) s WHERE c.id = ? LIMIT 1
          """), arguments: [source["claim"] as Int64?])
    let parts = (words ?? "").split(separator: ",").map { $0.drop { $0 == " " } }
    guard parts.count == 2, parts[0] == name, (1...5).contains(parts[1].split(separator: " ").count) else {
      return nil
    }
    let isName = parts[1].split(separator: " ").allSatisfy {
      $0.first?.isUppercase == true || $0 == "of" || $0 == "and"
    }
    return isName ? String(parts[1]) : nil
  }

  /// The body that a spokesperson speaks for, where the report names it: both are one origin.
  private func spokenFor(_ source: Row?, _ db: Database) throws -> Origin? {
    guard let source, let body = try Spokesperson(source, db)?.body else { return nil }
    let name: String = body["name"]
    guard let root = body["identity"] as String? ?? self.body(of: body) else { return nil }
    return Origin(
      root: root, name: name,
      reason: prefix + "the word of \(name), for which \(source["name"] as String) speaks")
  }

  /// The root of the chain whose innermost claim is `claim`.
  func root(ofChain claim: Int64, _ db: Database) throws -> Origin {
    let chain = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE chain (id, parent, depth) AS (
            SELECT id, parent, 0 FROM claims WHERE id = ?
            UNION ALL SELECT c.id, c.parent, depth + 1 FROM claims c JOIN chain ON c.id = chain.parent WHERE depth < 20)
          SELECT chain.depth, chain.id AS claim, a.id, a.report, a.name, a.identity, a.kind, a.anonymity, a.country FROM chain
          LEFT JOIN claim_sources s ON s.claim = chain.id LEFT JOIN actors a ON a.id = s.actor ORDER BY chain.depth, a.number
          """), arguments: [claim])
    let source = chain.first
    if let body = try spokenFor(source, db) { return body }
    if let identity = source?["identity"] as String?, let name = source?["name"] as String? {
      return Origin(root: identity, name: name, reason: prefix + "the word of \(name)")
    }
    if let source, let name = try apposed(to: source, db), let identity = Identity.organisation(name) {
      return Origin(root: identity, name: name, reason: prefix + "the word of \(name)")
    }
    let through = chain.first { $0["kind"] as String? == "media" && $0["identity"] as String? != nil }
    let host = through.flatMap { row -> (String, String)? in
      guard let name = row["name"] as String? else { return nil }
      return (row["identity"] as String? ?? Identity.medium(name) ?? medium.root, name)
    }
    guard let name = source?["name"] as String? else {
      return Origin(
        root: host?.0 ?? medium.root, name: host?.1 ?? medium.name,
        reason: prefix + "no source stated, in a report of \(host?.1 ?? medium.name)")
    }
    if let source, let body = body(of: source) {
      return Origin(root: body, name: name, reason: prefix + "the word of \(name)")
    }
    if source?["kind"] as String? == "media" {
      return Origin(root: medium.root, name: medium.name, reason: prefix + "cites \(name); " + medium.reason)
    }
    return Origin(
      root: host?.0 ?? medium.root, name: host?.1 ?? medium.name,
      reason: prefix
        + "unnamed (\(name)), through \(host?.1 ?? medium.name): one report, independence not established")
  }
}
