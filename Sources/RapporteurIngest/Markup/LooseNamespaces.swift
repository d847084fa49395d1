/// Short words for the namespaces of feeds.
///
/// Sources: the specifications of Atom (RFC 4287), RSS 0.90, 1.0 and its modules, Dublin Core, Media RSS, and the
/// iTunes and XHTML namespaces, under the addresses below.
enum LooseNamespaces {
  private static let words: [String: String] = [
    "http://www.w3.org/2005/atom": "atom", "http://purl.org/atom/ns": "atom",
    "http://backend.userland.com/rss": "", "http://blogs.law.harvard.edu/tech/rss": "",
    "http://purl.org/rss/1.0": "", "http://purl.org/net/rss1.1": "",
    "http://my.netscape.com/rdf/simple/0.9": "",
    "http://channel.netscape.com/rdf/simple/0.9": "",
    "http://purl.org/pie": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf", "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/terms": "dcterms", "http://purl.org/rss/1.0/modules/content": "content",
    "http://www.w3.org/1999/xhtml": "xhtml", "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss": "media",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
  ]

  /// What common prefixes mean where a feed does not declare them.
  private static let prefixes: [String: String] = [
    "atom": "atom", "rss": "", "rdf": "rdf", "dc": "dc", "dcterms": "dcterms", "content": "content",
    "xhtml": "xhtml",
    "itunes": "itunes", "media": "media", "feedburner": "feedburner",
  ]

  /// The short word of a namespace; the namespace itself where it has none. Letter case, a `#` or `/` at the end and
  /// the version of RSS in its address do not matter.
  static func word(_ address: String) -> String {
    var folded = address.lowercased()
    while let last = folded.last, last == "#" || last == "/" { folded.removeLast() }
    if let word = words[folded] { return word }
    while let last = folded.last, last.isNumber || last == "." || last == "/" { folded.removeLast() }
    return words[folded] ?? address
  }

  /// The short word of an undeclared prefix; the prefix itself where it has none.
  static func word(prefix: String) -> String { prefixes[prefix] ?? prefix }
}
