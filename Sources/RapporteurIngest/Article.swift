public import RapporteurCore

/// What an input says about one report, and its text: a page, an entry of a feed, an item of a wire.
public struct Article: Sendable, Equatable {
  /// The id that the input gave: JSON Lines `id`, a feed's guid, a wire's uri, the file's name.
  public var key: String
  /// Where the report was published, or nil.
  public var uri: String?
  /// The headline, or nil.
  public var title: String?
  /// The authors' names.
  public var authors: [String]
  /// When it was published, or nil.
  public var published: Moment?
  /// When it was changed last, or nil.
  public var modified: Moment?
  /// Who published it, or nil.
  public var outlet: String?
  /// The language's tag (`en`, `en-GB`), or nil.
  public var language: String?
  /// The text; paragraphs stand apart by empty lines. It may be empty where an input gives a headline alone.
  public var text: String
  /// What the input says about versions and its life; nothing for pages.
  public var life: ArticleLife

  /// Makes an article.
  public init(
    key: String, uri: String? = nil, title: String? = nil, authors: [String] = [], published: Moment? = nil,
    modified: Moment? = nil, outlet: String? = nil, language: String? = nil, text: String,
    life: ArticleLife = ArticleLife()
  ) {
    self.key = key
    self.uri = uri
    self.title = title
    self.authors = authors
    self.published = published
    self.modified = modified
    self.outlet = outlet
    self.language = language
    self.text = text
    self.life = life
  }

  /// The report that the reader reads; `published` is the day where the article tells none.
  public func report(published fallback: CalendarDate? = nil) -> Report {
    Report(
      id: StableID.of(uri ?? outlet ?? key, text), key: key, uri: uri, title: title, authors: authors,
      published: published?.day ?? fallback, outlet: outlet, text: text)
  }
}

/// What a wire or a feed says about the versions and the life of a report.
public struct ArticleLife: Sendable, Equatable {
  /// The version, as written.
  public var version: String?
  /// `usable`, `withheld`, `canceled`, `kill`, as written.
  public var status: String?
  /// Not to be published before.
  public var embargo: Moment?
  /// Whom the input names as the source of its information, and whose copy it says it is.
  public var sources: [String]

  /// Collects what was said.
  public init(version: String? = nil, status: String? = nil, embargo: Moment? = nil, sources: [String] = []) {
    self.version = version
    self.status = status
    self.embargo = embargo
    self.sources = sources
  }
}
