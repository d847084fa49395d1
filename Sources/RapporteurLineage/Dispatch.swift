/// One report as lineage looks at it: its words, and what the input says about its way.
public struct Dispatch: Sendable, Hashable {
  /// The key that edges name it by.
  public let key: String
  /// The text.
  public let text: String
  /// The headline, where the input gave one apart.
  public let title: String?
  /// When it was published.
  public let published: Instant?
  /// Where it was published.
  public let uri: String?
  /// The address that the page itself calls the original, where it gives one.
  public let canonical: String?
  /// Who published it.
  public let outlet: String?
  /// Whom the input names as sources of the item (ninjs `infoSources`).
  public let sources: [String]

  /// Makes a dispatch.
  public init(
    key: String, text: String, title: String? = nil, published: Instant? = nil, uri: String? = nil,
    canonical: String? = nil, outlet: String? = nil, sources: [String] = []
  ) {
    self.key = key
    self.text = text
    self.title = title
    self.published = published
    self.uri = uri
    self.canonical = canonical
    self.outlet = outlet
    self.sources = sources
  }
}
