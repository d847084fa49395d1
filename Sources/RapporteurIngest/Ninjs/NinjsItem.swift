/// Reads a news item in ninjs 1.x to 3.x.
///
/// Source: IPTC, <https://iptc.org/standards/ninjs/>. Names are written in small letters in 1.x and 2.0
/// (`versioncreated`) and in camel case from 3.0 on (`versionCreated`).
enum NinjsItem {
  /// Whether the object is likely ninjs.
  static func matches(_ object: JSONValue) -> Bool {
    guard object["uri"]?.string != nil else { return false }
    let marks = [
      "headlines", "bodies", "versioncreated", "versionCreated", "pubstatus", "pubStatus", "headline",
      "infosources", "infoSources",
      "representationtype", "copyrightholder", "copyrightHolder", "renditions", "firstcreated",
      "firstCreated", "descriptions",
    ]
    if object["standard"]?["name"]?.string?.lowercased().contains("ninjs") == true { return true }
    if object["text"]?.string != nil { return false }
    return object.members.contains {
      marks.contains($0.name) || $0.name.hasPrefix("body_") || $0.name.hasPrefix("description_")
    }
  }

  /// The article of one item; its text may be empty, as for a picture.
  static func article(_ item: JSONValue, source: String) -> Article {
    let body = body(item)
    let created = moment(item, "versionCreated", "contentCreated", "firstCreated")
    return Article(
      key: item["uri"]?.string ?? source, uri: address(item), title: title(item), authors: authors(item),
      published: moment(item, "firstCreated", "contentCreated", "versionCreated"), modified: created,
      outlet: outlet(item), language: field(item, "language")?.scalar, text: body,
      life: ArticleLife(
        version: item["version"]?.scalar, status: field(item, "pubStatus")?.scalar,
        embargo: moment(item, "embargoed", "embargo"), sources: sources(item)))
  }

  /// A member under its name in camel case or in small letters.
  private static func field(_ item: JSONValue, _ name: String) -> JSONValue? {
    item[name] ?? item[name.lowercased()]
  }

  private static func moment(_ item: JSONValue, _ names: String...) -> Moment? {
    names.lazy.compactMap { field(item, $0)?.string.flatMap(MomentParser.moment) }.first
  }

  private static func address(_ item: JSONValue) -> String? {
    let uri = item["uri"]?.string
    return uri?.contains("://") == true ? uri : nil
  }

  private static func title(_ item: JSONValue) -> String? {
    let entries = item["headlines"]?.elements ?? []
    let main = entries.first { ["main", "headline"].contains($0["role"]?.string ?? "") } ?? entries.first
    let written =
      main?["value"]?.scalar ?? item["headline"]?.scalar ?? item["headline_main"]?.scalar ?? prefixed(
        "headline_", item)
      ?? item["title"]?.scalar ?? item["name"]?.scalar
    return written.map(PageTitle.plain)
  }

  private static func prefixed(_ prefix: String, _ item: JSONValue) -> String? {
    item.members.first { $0.name.hasPrefix(prefix) }?.value.scalar
  }

  private static func body(_ item: JSONValue) -> String {
    for name in ["body_text", "body_xhtml", "body_html"] {
      if let text = item[name]?.scalar { return plain(text, name) }
    }
    let bodies = item["bodies"]?.elements ?? []
    let isText: (JSONValue) -> Bool = {
      ($0["contentType"] ?? $0["contenttype"])?.string?.hasPrefix("text/plain") == true
    }
    let main = bodies.filter { !["caption", "summary"].contains($0["role"]?.string ?? "") }
    if let chosen = main.first(where: isText) ?? main.first ?? bodies.first,
      let text = chosen["value"]?.scalar
    {
      return plain(text, (chosen["contentType"] ?? chosen["contenttype"])?.string ?? "")
    }
    if let other = item.members.first(where: { $0.name.hasPrefix("body_") }), let text = other.value.scalar {
      return plain(text, other.name)
    }
    return ""
  }

  private static func plain(_ text: String, _ kind: String) -> String {
    let isMarkup = kind.contains("html") || kind.contains("xml") || MarkupText.looksLikeHTML(text)
    if kind.contains("nitf") || text.contains("<nitf") || text.contains("<body.content") {
      return WireText.nitf(LooseXML.parse(Array(text.utf8)))
    }
    return isMarkup ? MarkupText.plain(text) : MarkupText.collapsed(text)
  }

  private static func authors(_ item: JSONValue) -> [String] {
    let people = (item["people"] ?? item["person"])?.elements ?? []
    let writers = people.filter { person in
      let roles = (person["rel"]?.elements ?? []) + (person["role"]?.elements ?? [])
      return roles.contains { ["author", "writer", "byline", "creator"].contains($0.string ?? "") }
    }
    let named = writers.compactMap { $0["name"]?.scalar }
    if !named.isEmpty { return named }
    let by = (item["by"] ?? item["byline"])?.scalar
    return by.map { AuthorNames.cleaned([$0], outlet: nil) } ?? []
  }

  private static func outlet(_ item: JSONValue) -> String? {
    let providers = (field(item, "infoSources") ?? item["infosource"])?.elements ?? []
    let own = providers.first { ["provider", "isrol:provider"].contains($0["role"]?.string ?? "") }
    return own?["name"]?.scalar ?? field(item, "copyrightHolder")?.scalar
  }

  private static func sources(_ item: JSONValue) -> [String] {
    ((field(item, "infoSources") ?? item["infosource"])?.elements ?? []).compactMap {
      $0["name"]?.scalar ?? $0["uri"]?.scalar ?? $0["literal"]?.scalar
    }
  }
}
