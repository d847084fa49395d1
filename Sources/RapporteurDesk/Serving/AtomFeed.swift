/// One entry of a feed.
struct FeedEntry: Sendable {
  let title: String
  let address: String
  let updated: String
  let summary: String
}

/// A saved search as a feed. Source: RFC 4287.
struct AtomFeed {
  let title: String
  let address: String
  let entries: [FeedEntry]

  var text: String {
    let latest = entries.map(\.updated).max() ?? "1970-01-01T00:00:00Z"
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
      <title>\(XML.escaped(title))</title>
      <id>urn:rapporteur:\(XML.escaped(address))</id>
      <link href="\(XML.escaped(address))"/>
      <updated>\(XML.escaped(latest))</updated>
      <author><name>Rapporteur</name></author>
      \(entries.map(entry).joined(separator: "\n"))
      </feed>

      """
  }

  private func entry(_ entry: FeedEntry) -> String {
    """
    <entry><title>\(XML.escaped(entry.title))</title><id>urn:rapporteur:\(XML.escaped(entry.address))</id>\
    <link href="\(XML.escaped(entry.address))"/><updated>\(XML.escaped(entry.updated))</updated>\
    <summary>\(XML.escaped(entry.summary))</summary></entry>
    """
  }
}

/// Text inside markup.
enum XML {
  /// Safe in text and in quoted attributes; characters that XML forbids are left out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
