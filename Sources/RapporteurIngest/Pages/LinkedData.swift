/// What a page's JSON-LD says about its report.
///
/// Source: schema.org, <https://schema.org/NewsArticle>.
struct LinkedData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var authors: [String] = []
  /// Whether the authors are organisations, such as the outlet or an agency.
  private(set) var authorsAreBodies = false
  /// The text, which is often cut; paragraphs are often lost.
  private(set) var body: String?
  private(set) var outlet: String?
  private(set) var language: String?
  private(set) var uri: String?

  private var named: [String: JSONValue] = [:]

  /// The name of the site, where it is told beside the publisher's.
  private(set) var site: String?

  /// Reads all JSON-LD scripts of a page; what is no JSON is passed over.
  ///
  /// - Parameters:
  ///   - addresses: The page's own; of several reports the one that stands at one of them is meant.
  ///   - headlines: What the page shows as its headline; the same.
  init(_ tree: PageTree, addresses: [String?] = [], headlines: [String] = []) {
    var objects: [JSONValue] = []
    for node in tree.elements(.script) {
      guard let kind = tree.attribute(node, "type")?.lowercased(), kind.contains("ld+json") else { continue }
      let inner = node + 1
      guard inner < tree.end(node), let value = LinkedData.parse(tree.text(inner)) else { continue }
      LinkedData.collect(value, depth: 0, into: &objects)
    }
    for object in objects {
      if let name = object["@id"]?.string, object.members.count > 1 { named[name] = object }
    }
    let ranked = objects.compactMap { object in LinkedData.rank(object).map { (rank: $0, object: object) } }
    let best = ranked.map(\.rank).min()
    let reports = ranked.filter { $0.rank == best }.map(\.object)
    for report in mainReports(reports, addresses, headlines) { take(report) }
    for (rank, object) in ranked where rank != best { take(object) }
    site = objects.first { ($0["@type"]?.elements ?? []).contains { $0.string == "WebSite" } }
      .flatMap { names($0).first }
  }

  /// Of several reports those that are the page's own; all where that can't be told.
  private func mainReports(_ reports: [JSONValue], _ addresses: [String?], _ headlines: [String])
    -> [JSONValue]
  {
    guard reports.count > 1 else { return reports }
    let here = Set(addresses.compactMap { $0 })
    let keys = Set(headlines.map(PageTitle.key))
    let own = reports.filter { report in
      if let place = text(report["url"]) ?? address(report["mainEntityOfPage"]), here.contains(place) {
        return true
      }
      return text(report["headline"]).map { keys.contains(PageTitle.key($0)) } ?? false
    }
    return own.isEmpty ? reports : own
  }

  /// JSON that pages wrap in comments or in CDATA sections is taken too.
  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    guard let start = bytes.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }) else { return nil }
    let head = bytes[..<start]
    // "<![CDATA[" has a bracket of its own.
    let isWrapped = head.last == 0x41 || head.last == 0x21
    var body = bytes[start...]
    if isWrapped {
      guard let inner = bytes[(start + 1)...].firstIndex(of: 0x7B) else { return nil }
      body = bytes[inner...]
    }
    // A script that is no JSON says nothing; the page's other marks are left.
    return try? JSONParser.parse(body, isLenient: true)
  }

  private static func collect(_ value: JSONValue, depth: Int, into objects: inout [JSONValue]) {
    guard depth < 6, objects.count < 400 else { return }
    switch value {
    case .array(let elements):
      for element in elements { collect(element, depth: depth + 1, into: &objects) }
    case .object(let members):
      objects.append(value)
      for member in members where ["@graph", "mainEntity", "mainEntityOfPage"].contains(member.name) {
        collect(member.value, depth: depth + 1, into: &objects)
      }
    default: break
    }
  }

  /// 0 for an article, 1 for a page or a posting, 2 for a video; nil for what tells nothing of a report.
  private static func rank(_ object: JSONValue) -> Int? {
    let kinds = (object["@type"]?.elements ?? []).compactMap(\.string)
    if kinds.contains(where: { $0.hasSuffix("Article") || $0 == "Report" || $0.hasSuffix("BlogPosting") }) {
      return 0
    }
    if kinds.contains(where: { $0 == "SocialMediaPosting" || $0.hasSuffix("Review") || $0 == "CreativeWork" })
    {
      return 1
    }
    if kinds.contains(where: { $0.hasSuffix("WebPage") }) { return 2 }
    if kinds.contains(where: { $0 == "VideoObject" }) { return 3 }
    return nil
  }

  private mutating func take(_ object: JSONValue) {
    let isArticle = (LinkedData.rank(object) ?? 3) < 2
    if isArticle || (LinkedData.rank(object) == 3 && headline == nil) {
      headline = headline ?? text(object["headline"]) ?? text(object["name"])
      if authors.isEmpty {
        authors = people(object["author"])
        authorsAreBodies = (object["author"]?.elements ?? []).map(resolved).allSatisfy(
          LinkedData.isOrganisation)
      }
      body = body ?? object["articleBody"]?.string
      if authors.isEmpty { authors = people(object["creator"]) }
    }
    published =
      published ?? text(object["datePublished"]) ?? text(object["uploadDate"]) ?? text(object["dateCreated"])
    modified = modified ?? text(object["dateModified"])
    outlet = outlet ?? names(object["publisher"]).first
    language = language ?? text(object["inLanguage"])
    if isArticle { uri = uri ?? text(object["url"]) ?? address(object["mainEntityOfPage"]) }
  }

  private func text(_ value: JSONValue?) -> String? {
    guard let value else { return nil }
    let first = value.elements.first
    guard let text = first?.scalar ?? first?["@value"]?.scalar else { return nil }
    let plain = PageTitle.plain(text)
    return plain.isEmpty ? nil : plain
  }

  private func address(_ value: JSONValue?) -> String? { text(value) ?? text(value?["@id"]) }

  /// Persons where there are any, else whoever is named.
  private func people(_ value: JSONValue?) -> [String] {
    let entries = (value?.elements ?? []).map(resolved)
    let persons = entries.filter { !LinkedData.isOrganisation($0) }
    return (persons.isEmpty ? entries : persons).flatMap { names($0) }
  }

  private static func isOrganisation(_ entry: JSONValue) -> Bool {
    (entry["@type"]?.elements ?? []).contains { $0.string?.hasSuffix("Organization") == true }
  }

  private func names(_ value: JSONValue?) -> [String] {
    (value?.elements ?? []).map(resolved).flatMap { entry -> [String] in
      if let name = entry.string { return [PageTitle.plain(name)] }
      return (entry["name"]?.elements ?? []).compactMap(\.string).map(PageTitle.plain)
    }.filter { !$0.isEmpty }
  }

  /// The object that `{"@id": …}` points to.
  private func resolved(_ value: JSONValue) -> JSONValue {
    guard value["name"] == nil, let name = value["@id"]?.string, let target = named[name] else {
      return value
    }
    return target
  }
}
