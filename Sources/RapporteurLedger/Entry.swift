public import RapporteurCore
public import RapporteurLineage

/// One report as it goes into the ledger: what came in, what was read of it, and by which engine.
public struct Entry: Sendable {
  /// Which engine read it.
  public struct Engine: Sendable, Hashable {
    /// The version of the code.
    public let version: String
    /// The version of the model.
    public let model: String
    /// The fingerprint of the word lists.
    public let lexicon: String
    /// Names an engine.
    public init(version: String, model: String, lexicon: String) {
      self.version = version
      self.model = model
      self.lexicon = lexicon
    }
  }

  /// The report.
  public let report: Report
  /// What the input says about its way and its time.
  public let dispatch: Dispatch
  /// What was read of it.
  public let reading: Reading
  /// Its sentences, in text order.
  public let sentences: [TextSpan]
  /// ISO 639-1, or nil.
  public let language: String?
  /// The record, schema `rapporteur/1`, as UTF-8.
  public let record: [UInt8]
  /// Which engine read it.
  public let engine: Engine

  /// Puts an entry together.
  public init(
    report: Report, dispatch: Dispatch, reading: Reading, sentences: [TextSpan], language: String?,
    record: [UInt8], engine: Engine
  ) {
    self.report = report
    self.dispatch = dispatch
    self.reading = reading
    self.sentences = sentences
    self.language = language
    self.record = record
    self.engine = engine
  }
}

/// What an input came to.
public enum Outcome: Sendable, Hashable {
  /// It is in the ledger now.
  case stored
  /// It is in the ledger now, and copies the report of this key.
  case copy(of: String)
  /// It was in the ledger before.
  case unchanged
  /// It was left out, for this reason.
  case skipped(String)
  /// It could not be read, for this reason.
  case failed(String)

  /// The word in the table `outcomes`.
  public var word: String {
    switch self {
    case .stored: "stored"
    case .copy: "copy"
    case .unchanged: "unchanged"
    case .skipped: "skipped"
    case .failed: "failed"
    }
  }

  /// The reason, where it has one.
  public var reason: String? {
    switch self {
    case .stored, .unchanged: nil
    case .copy(let key): "copy of \(key)"
    case .skipped(let why), .failed(let why): why
    }
  }
}

extension Entry {
  /// The medium that the text itself names as its own (`LUANDA (Lakes Bulletin) –`), where the input names none.
  var publisher: String? { reading.lineage.first { $0.role != .origin }?.name }
}
