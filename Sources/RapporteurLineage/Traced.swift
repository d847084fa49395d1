/// What lineage keeps of a report: enough to compare it with any later one.
public struct Traced: Sendable, Hashable {
  /// The key of the input.
  public let key: String
  /// The words.
  public let words: WordSequence
  /// What the text says about its way.
  public let marks: Marks
  /// When it was published.
  public let published: Instant?
  /// Where, without scheme, `www.`, query and final slash.
  public let uri: String?
  /// The address that the page calls the original, in the same form.
  public let canonical: String?
  /// Who published it.
  public let outlet: OutletName?
  /// Whom the input names as sources.
  public let sources: [OutletName]

  /// Reads the words and marks of a dispatch.
  public init(_ dispatch: Dispatch) {
    key = dispatch.key
    words = WordSequence(dispatch.text)
    marks = Marks(text: dispatch.text, title: dispatch.title)
    published = dispatch.published
    uri = dispatch.uri.map(Traced.plain)
    canonical = dispatch.canonical.map(Traced.plain)
    outlet = dispatch.outlet.flatMap { OutletName($0) }
    sources = dispatch.sources.compactMap { OutletName($0) }
  }

  /// The host of the address, without `www.`.
  var host: String? { uri?.split(separator: "/").first.map(String.init) }

  /// Whether `name` means the outlet of this report, by its name or by its host.
  func isPublished(by name: OutletName) -> Bool {
    if let outlet, outlet.means(name) { return true }
    guard outlet == nil, let host else { return false }
    return host.split(separator: ".").contains { $0 == name.joined }
  }

  /// Whether both are known to have the same publisher.
  func hasSameOutlet(as other: Traced) -> Bool {
    if let outlet, let theirs = other.outlet { return outlet.means(theirs) }
    guard let host, let theirs = other.host else { return false }
    return host == theirs
  }

  /// An address without scheme, `www.`, query, fragment and final slash, in lower case.
  static func plain(_ uri: String) -> String {
    var rest = Substring(uri.lowercased())
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    return String(rest)
  }
}
